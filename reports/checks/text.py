"""The outcome of a check for a terminal: place, severity, rule and message, the line with a caret, the other words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from checker.formats import CheckFormat, CheckOptions
from checker.model import InputStatus, Outcome, Place, Result

from ..paper import NARROWEST, Paper
from ..wording import on_one_line, printable
from ._results import by_place, describe, full_message, leave_outs, name_place, outlet, pick_related

MOST_LINES = 3
"""Lines that are shown of words that stand on several."""


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write the open results, by file and line, and what was not shown."""
    paper = Paper(max(options.width, NARROWEST), options.color)
    lines: list[str] = []
    for result in by_place(outcome.open):
        lines += [*write_result(result, paper), ""]
    lines += paper.wrap(describe(outcome), 0, "strong")
    for sentence in leave_outs(outcome):
        lines += paper.wrap(sentence, 0, "quiet")
    for remark in outcome.remarks:
        lines += paper.wrap(on_one_line(remark), 0, "quiet")
    unread = [one for one in outcome.report.inputs if one.status is InputStatus.UNREADABLE]
    for one in unread:
        lines += paper.wrap(f"Not read: {on_one_line(one.path)}: {on_one_line(one.reason or '')}", 0)
    return "\n".join(lines) + "\n"


def write_result(result: Result, paper: Paper) -> Iterator[str]:
    """One result: where and what, the line, what the others say, what would clear it."""
    place, severity = result.place, str(result.finding.severity)
    rule = on_one_line(result.finding.rule)
    where, level = paper.paint(name_place(place), "strong"), paper.paint(severity, severity)
    yield f"{where}: {level}[{rule}] {full_message(result, hint=False)}"
    margin = len(str(place.line + MOST_LINES))
    if place.snippet.strip():
        yield from write_snippet(place, margin, severity, paper)
    related, more = pick_related(result)
    for other in related:
        yield from write_related(other, margin, paper)
    if more:
        yield f"{'':{margin}} = and {more}"
    if result.hint:
        yield from _note("hint", on_one_line(result.hint), margin, paper)


def write_snippet(place: Place, margin: int, severity: str, paper: Paper) -> Iterator[str]:
    """The line that the words stand on, with carets beneath; of a long line, what is around the words."""
    bar = paper.paint("|", "quiet")
    room = max(paper.width - margin - 3, NARROWEST // 2)
    lines = place.snippet.splitlines()
    for number, line in enumerate(lines[:MOST_LINES]):
        first = place.column - 1 if number == 0 else 0
        last = place.end_column - 1 if place.line + number == place.end_line else len(line)
        shown = cut_around(line, first, last, room)
        yield f"{paper.paint(f'{place.line + number:{margin}}', 'quiet')} {bar} {shown.text}".rstrip()
        before, under = columns(shown.text[: shown.first]), columns(shown.text[shown.first : shown.last])
        yield f"{'':{margin}} {bar} {' ' * before}{paper.paint('^' * max(under, 1), severity)}"


@dataclass(frozen=True, slots=True)
class Cut:
    """A line as it is shown, and which of its characters are the words."""

    text: str
    first: int
    last: int


def cut_around(line: str, first: int, last: int, room: int) -> Cut:
    """A line cut to so many columns with the words in sight; tabs and what cannot be printed become one character."""
    line = printable(line.replace("\t", " "))
    last = max(min(last, len(line)), first)
    if columns(line) <= room:
        return Cut(line, first, last)
    wide = sum(columns(character) == 2 for character in line) > len(line) // 4
    room = room // 2 if wide else room
    spare = max(room - (last - first) - 2, 0)
    start = max(min(first - spare // 2, len(line) - room), 0)
    if start:
        space = line.find(" ", start, first)
        start = space + 1 if 0 <= space < start + 20 else start
    before, after = "…" if start else "", "…" if start + room < len(line) else ""
    text = line[start : start + room - len(before) - len(after)].rstrip() if after else line[start : start + room]
    shift = len(before) - start
    return Cut(f"{before}{text}{after}", first + shift, min(last + shift, len(before) + len(text)))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide characters, none for those that combine."""
    return sum(0 if combining(c) or c in "\u200d\ufe0f" else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def write_related(place: Place, margin: int, paper: Paper) -> Iterator[str]:
    """The words of another source, and where they stand."""
    head = f"{outlet(place)}, {name_place(place)}" if place.source else name_place(place)
    yield from _note(head, f"“{on_one_line(place.clause or place.text)}”", margin, paper)


def _note(name: str, text: str, margin: int, paper: Paper) -> Iterator[str]:
    """A line beneath the snippet, wrapped, its other lines indented."""
    yield from textwrap.wrap(
        f"{name}: {text}",
        paper.width,
        initial_indent=f"{'':{margin}} = ",
        subsequent_indent=" " * (margin + 5),
        break_on_hyphens=False,
        break_long_words=False,
    )


FORMAT = CheckFormat("text", ".txt", write, "for a terminal: each result at its line, with the words of the others")
