"""Which articles of an archive a check of new ones needs: those on the same events, and not the new ones themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.linking.events import group_events
from checker.model import Article
from checker.reading import Reading


@dataclass(frozen=True, slots=True)
class Related:
    """The new articles and those of the archive that are to be compared with them.

    ``groups`` are the events, as ids of their articles; each holds a new article, and each article is in one.
    """

    reading: Reading
    groups: tuple[tuple[str, ...], ...]


def find_related(new: Reading, archive: Reading, *, one_event: bool = False) -> Related:
    """The events that a new article belongs to, with all their articles. ``one_event`` says that all are about one.

    An article of the archive with the path or the words of a new one is that article, and left out.
    """
    whole = _join(new, _leave_out_same(archive, new.articles))
    ids = [article.id for article in whole.articles]
    wanted = {article.id for article in new.articles}
    everything = (tuple(ids),) if one_event and ids else group_events(whole.articles)
    groups = tuple(group for group in everything if wanted.intersection(group))
    kept = {name for group in groups for name in group}
    return Related(replace(whole, articles=tuple(a for a in whole.articles if a.id in kept)), groups)


def _leave_out_same(archive: Reading, new: Iterable[Article]) -> Reading:
    """The archive without the articles that are checked: a file is not compared with itself."""
    new = tuple(new)
    names = {os.path.basename(a.path) for a in new if a.path}  # noqa: PTH119 (an archive has thousands of paths)
    paths = {os.path.realpath(a.path) for a in new if a.path}
    words = {_squash(a.text) for a in new}

    def is_new(article: Article) -> bool:
        path = article.path
        # Links are followed only where the file's name is that of a new one: each look costs a call to the system.
        if path and os.path.basename(path) in names and os.path.realpath(path) in paths:  # noqa: PTH119
            return True
        return _squash(article.text) in words

    return replace(archive, articles=tuple(a for a in archive.articles if not is_new(a)))


def _squash(text: str) -> str:
    return " ".join(text.split())


def _join(new: Reading, archive: Reading) -> Reading:
    """Both as one reading. An article of the archive whose id a new one has goes by its path."""
    taken = {article.id for article in new.articles}
    names: dict[str, str] = {}
    for article in archive.articles:
        name, count = article.id, 1
        if name in taken:
            name = article.path or name
            while name in taken:
                count += 1
                name = f"{article.path or article.id}#{count}"
        taken.add(name)
        names[article.id] = name
    return Reading(
        articles=(*new.articles, *(replace(a, id=names[a.id]) for a in archive.articles)),
        inputs=tuple(dict.fromkeys((*new.inputs, *archive.inputs))),
        skips={**new.skips, **{names[i]: skip for i, skip in archive.skips.items() if i in names}},
        hints={**new.hints, **{names[i]: hint for i, hint in archive.hints.items() if i in names}},
    )
