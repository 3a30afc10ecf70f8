"""Reads everything that was named: articles, what became of each path, and what is not to be analysed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from checker.model import Article, Input, InputStatus, Span
from checker.reading.dateline import DatelineHint
from checker.reading.decoding import MOST_BYTES
from checker.reading.drafts import Draft, NoArticleError, Problem, UnreadableError
from checker.reading.finding import STDIN, Found, find_files
from checker.reading.head import read_head
from checker.reading.naming import name_articles
from checker.reading.readers import JSON_LINES, READERS, sniff


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. ``inputs`` has a line for each path met, in order.

    ``skips`` holds, by article, the range of its text that is front matter. ``hints`` holds, by article, what its head
    says short of a whole date: day and month of a dateline, its city, the agency.
    """

    articles: tuple[Article, ...]
    inputs: tuple[Input, ...]
    skips: Mapping[str, Span] = field(default_factory=dict)
    hints: Mapping[str, DatelineHint] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[Input, ...]:
        """The inputs that could not be read."""
        return tuple(one for one in self.inputs if one.status is InputStatus.UNREADABLE)


def read_paths(
    paths: Sequence[str | Path], *, stdin: BinaryIO | bytes | None = None, stdin_name: str | None = None
) -> Reading:
    """Read files, folders and ``-`` (``stdin``), which is read as the file ``stdin_name`` would be, and called so.

    What cannot be read is among the inputs with its reason, and the rest is read; nothing is raised.
    """
    drafts: list[tuple[Found, Draft]] = []
    inputs: list[Input] = []
    for found in find_files(paths):
        if isinstance(found, Input):
            inputs.append(found)
            continue
        if found.shown == STDIN and stdin_name is not None:
            found = replace(found, shown=stdin_name)
        read, told = read_found(found, stdin)
        inputs.extend(told)
        drafts.extend((found, draft) for draft in read)
    return _assemble(drafts, inputs)


def read_unsaved(path: str | Path, data: bytes) -> Reading:
    """Read a file that holds these bytes, whatever is on disk; what an index says of the file is known of it too."""
    known = next((one for one in find_files([path]) if isinstance(one, Found)), None)
    found = Found(Path(STDIN), str(path), named=True, entry=known.entry if known is not None else None)
    drafts, inputs = read_found(found, data)
    return _assemble([(found, draft) for draft in drafts], inputs)


def read_found(found: Found, stdin: BinaryIO | bytes | None = None) -> tuple[list[Draft], list[Input]]:
    """The articles of one file, with what an index says of them, and what became of it; nothing is raised."""
    try:
        read, problems = _read(found, stdin)
    except NoArticleError as error:
        status = InputStatus.UNREADABLE if found.named else InputStatus.SKIPPED
        return [], [Input(found.shown, status, str(error))]
    except UnreadableError as error:
        return [], [Input(found.shown, InputStatus.UNREADABLE, str(error))]
    except OSError as error:
        return [], [Input(found.shown, InputStatus.UNREADABLE, f"cannot be opened: {error.strerror or error}")]
    drafts = read if found.entry is None else [found.entry.add_to(draft) for draft in read]
    return drafts, list(_inputs(found, read, problems))


def _read(found: Found, stdin: BinaryIO | bytes | None) -> tuple[list[Draft], list[Problem]]:
    if str(found.path) == STDIN:
        if stdin is None:
            raise UnreadableError("there is no standard input")
        data = stdin if isinstance(stdin, bytes) else stdin.read()
        suffix = Path(found.shown).suffix.lower()
        if suffix not in READERS:
            suffix = sniff(data)
        if suffix in JSON_LINES:
            return _read_lines(iter(data.splitlines(keepends=True)))
        return READERS[suffix](data), []
    suffix = found.path.suffix.lower()
    if suffix in JSON_LINES:
        with found.path.open("rb") as file:
            return _read_lines(iter(lambda: _bounded_line(file), b""))
    if suffix not in READERS:
        raise UnreadableError(
            f"files of the kind {suffix or 'without a suffix'} are not read (known: {' '.join(READERS)})"
        )
    size = found.path.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableError(
            f"the file has {size / 1e6:.0f} MB, and more than {MOST_BYTES / 1e6:.0f} MB is not one article"
        )
    return READERS[suffix](found.path.read_bytes()), []


def _bounded_line(file: BinaryIO) -> bytes:
    """A line; of one beyond the limit only as much as shows that it is."""
    line = file.readline(MOST_BYTES + 1)
    if len(line) > MOST_BYTES and not line.endswith(b"\n"):
        while (rest := file.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
            pass
    return line


def _read_lines(lines: Iterator[bytes]) -> tuple[list[Draft], list[Problem]]:
    from checker.reading.structured import read_lines

    drafts, problems = read_lines(lines)
    if not drafts and not problems:
        raise UnreadableError("the file is empty")
    return drafts, problems


def _inputs(found: Found, read: list[Draft], problems: list[Problem]) -> Iterator[Input]:
    """A line for the file, if anything in it could be read, and one for each part that could not."""
    if read:
        note = next((draft.note for draft in read if draft.note), None)
        yield Input(found.shown, InputStatus.READ, note)
    for problem in problems:
        yield Input(f"{found.shown}:{problem.line}", InputStatus.UNREADABLE, problem.reason)


def _host(url: str | None) -> str | None:
    """The site of an address, which is as much of an outlet's name as it gives."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _assemble(drafts: list[tuple[Found, Draft]], inputs: list[Input]) -> Reading:
    ids = name_articles([(found.shown, draft) for found, draft in drafts])
    articles: list[Article] = []
    skips: dict[str, Span] = {}
    hints: dict[str, DatelineHint] = {}
    for identity, (found, draft) in zip(ids, drafts, strict=True):
        article, hint = complete(draft, identity, found.shown)
        articles.append(article)
        if draft.skip:
            skips[identity] = draft.skip
        if hint:
            hints[identity] = hint
    return Reading(tuple(articles), tuple(inputs), skips, hints)


def complete(draft: Draft, identity: str, path: str) -> tuple[Article, DatelineHint | None]:
    """The article of a draft, completed from its head, and what that says of its place and day."""
    head = read_head(draft.text, draft.skip.end if draft.skip else 0)
    article = Article(
        identity,
        draft.text,
        source=draft.source or head.source or _host(draft.url),
        title=draft.title or head.title,
        published=draft.published or head.published,
        url=draft.url,
        authors=draft.authors or head.authors,
        path=path,
    )
    return article, head.hint
