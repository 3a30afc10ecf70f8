"""Which articles of an archive a check of new ones needs: those on the same events, and not the new ones themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from checker.gate.entries import digest_words, list_keys, unpack_article, unpack_keys
from checker.gate.index import Index
from checker.gate.scanning import Shelf, Slot
from checker.linking.events import ALL_PAIRS, group_events
from checker.linking.signatures import read_terms
from checker.model import Article
from checker.reading import Reading


@dataclass(frozen=True, slots=True)
class Related:
    """The new articles and those of the archive that are to be compared with them.

    ``groups`` are the events, as ids of their articles; each holds a new article, and each article is in one.
    """

    reading: Reading
    groups: tuple[tuple[str, ...], ...]


def find_related(new: Reading, archive: Reading | Shelf, *, one_event: bool = False) -> Related:
    """The events that a new article belongs to, with all their articles. ``one_event`` says that all are about one.

    An article of the archive with the path or the words of a new one is that article, and left out. Raises
    LookupError when a file of the archive is not as it was when it was looked through.
    """
    if isinstance(archive, Shelf):
        others = leave_out_same(archive, new.articles)
        if not one_event and len(others.slots) + len(new.articles) > ALL_PAIRS:
            return _find_indexed(new, others)
        archive = take_all(others)
    whole = _join(new, _leave_out_same(archive, new.articles))
    ids = [article.id for article in whole.articles]
    wanted = {article.id for article in new.articles}
    everything = (tuple(ids),) if one_event and ids else group_events(whole.articles)
    groups = tuple(group for group in everything if wanted.intersection(group))
    kept = {name for group in groups for name in group}
    related = Reading(
        tuple(a for a in whole.articles if a.id in kept),
        whole.inputs,
        {name: skip for name, skip in whole.skips.items() if name in kept},
        {name: hint for name, hint in whole.hints.items() if name in kept},
    )
    return Related(related, groups)


def _find_indexed(new: Reading, shelf: Shelf) -> Related:
    """The same, of the archive's articles reading only those that are on the events of new ones."""
    known = [unpack_keys(slot.entry.keys) for slot in shelf.slots]
    added = [list_keys(read_terms(article)) for article in new.articles]
    days = [article.published_date for article in new.articles] + [slot.entry.published for slot in shelf.slots]
    first = len(added)
    groups = Index([*added, *known], days).find_groups(range(first))
    slots = [shelf.slots[n - first] for n in sorted(n for group in groups for n in group) if n >= first]
    # Ids are given as they are where the whole archive is read.
    names = _name_apart(new, [(slot.id, slot.path) for slot in shelf.slots])
    taken = _take(shelf, slots)
    reading = _join(new, taken, names)
    ids = [article.id for article in new.articles] + [names[slot.id] for slot in shelf.slots]
    return Related(reading, tuple(tuple(ids[n] for n in group) for group in groups))


def take_all(shelf: Shelf) -> Reading:
    """All articles of an archive. Raises LookupError as ``find_related`` does."""
    return _take(shelf, shelf.slots)


def _take(shelf: Shelf, slots: Iterable[Slot]) -> Reading:
    articles, skips, hints = [], {}, {}
    for slot in slots:
        article, skip, hint = unpack_article(shelf.fetch(slot), slot.id, slot.path)
        articles.append(article)
        if skip is not None:
            skips[slot.id] = skip
        if hint is not None:
            hints[slot.id] = hint
    return Reading(tuple(articles), shelf.inputs, skips, hints)


def leave_out_same(shelf: Shelf, new: Iterable[Article]) -> Shelf:
    """The archive without the articles that are checked: a file is not compared with itself."""
    new = tuple(new)
    is_new = _Same(new)
    words = {digest_words(article.text) for article in new}
    kept = tuple(s for s in shelf.slots if s.entry.words not in words and not is_new.at(s.path))
    return replace(shelf, slots=kept)


def _leave_out_same(archive: Reading, new: Iterable[Article]) -> Reading:
    new = tuple(new)
    is_new = _Same(new)
    words = {_squash(article.text) for article in new}
    kept = tuple(a for a in archive.articles if _squash(a.text) not in words and not is_new.at(a.path))
    return replace(archive, articles=kept)


class _Same:
    """Tells the paths of new articles."""

    def __init__(self, new: Iterable[Article]) -> None:
        paths = [article.path for article in new if article.path]
        self._names = {os.path.basename(path) for path in paths}  # noqa: PTH119 (an archive has thousands of paths)
        self._paths = {os.path.realpath(path) for path in paths}

    def at(self, path: str | None) -> bool:
        """Whether a path is one of them. Links are followed only where the file's name is: each costs a call."""
        return path is not None and os.path.basename(path) in self._names and os.path.realpath(path) in self._paths  # noqa: PTH119


def _squash(text: str) -> str:
    return " ".join(text.split())


def _join(new: Reading, archive: Reading, names: Mapping[str, str] | None = None) -> Reading:
    """Both as one reading. An article of the archive whose id a new one has goes by its path."""
    if names is None:
        names = _name_apart(new, [(article.id, article.path) for article in archive.articles])
    return Reading(
        articles=(*new.articles, *(replace(a, id=names[a.id]) for a in archive.articles)),
        inputs=tuple(dict.fromkeys((*new.inputs, *archive.inputs))),
        skips={**new.skips, **{names[i]: skip for i, skip in archive.skips.items() if i in names}},
        hints={**new.hints, **{names[i]: hint for i, hint in archive.hints.items() if i in names}},
    )


def _name_apart(new: Reading, archive: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """What each article of the archive, given with its id and path, is called beside the new ones."""
    taken = {article.id for article in new.articles}
    names: dict[str, str] = {}
    for identity, path in archive:
        name, count = identity, 1
        if name in taken:
            name = path or name
            while name in taken:
                count += 1
                name = f"{path or identity}#{count}"
        taken.add(name)
        names[identity] = name
    return names
