"""Headlines that are not part of their article's text: read before it as one text, cited apart from it.

An article may come with its headline beside its text (JSON, a database). The headline still says things, and what it
says is set against the text and the other articles. So it is put before the text for the analysis, names and all, and
each claim is given back with offsets into the headline or into the text, whichever holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from checker.model import (
    Article,
    Attribution,
    Checklist,
    Claim,
    Edge,
    Evidence,
    Finding,
    Graph,
    Indicator,
    Ledger,
    Mention,
    Merge,
    Quote,
    Span,
)
from checker.model.amending import amend

Record = TypeVar("Record", Graph, Checklist, Ledger)

JOINT = "\n\n"
"""What parts headline and text: a blank line."""

HEAD = 1500
"""Characters of a text in which its own headline is looked for: behind a site's name, menus and share buttons."""

WORD = re.compile(r"\w+")  # "U.S. officials" -> U, S, officials


@dataclass(frozen=True, slots=True)
class Titled:
    """An article as it is analysed; the first ``shift`` characters of its text are not in the original's text."""

    article: Article
    skip: Span | None
    shift: int


def join_title(article: Article, skip: Span | None = None) -> Titled:
    """Put the headline before the text, if there is one and the text does not have it. ``skip`` is left out anyway."""
    title = article.title or ""
    start = skip.end if skip is not None else 0
    if not title.strip() or not article.text.strip() or holds_title(article.text[start : start + HEAD], title):
        return Titled(article, skip, 0)
    shift = len(title) + len(JOINT)
    whole = replace(article, text=f"{title}{JOINT}{article.text}")
    moved = Span(skip.start + shift, skip.end + shift) if skip is not None else None
    return Titled(whole, moved, shift)


def holds_title(head: str, title: str) -> bool:
    """Whether the head of a text has the headline: word for word, or a line with most of its words.

    Sites add their own name to the headline that they give beside the text, and cut long ones.
    """
    wanted = WORD.findall(title.casefold())
    if not wanted or " ".join(wanted) in " ".join(WORD.findall(head.casefold())):
        return True
    lines = (set(WORD.findall(line.casefold())) for line in head.splitlines())
    words = set(wanted)
    return any(2 * len(words & line) > len(words) and 2 * len(words & line) > len(line) for line in lines)


def part_claim(claim: Claim, shift: int) -> Claim:
    """A claim of the joined text with offsets into what it stands in, and ``field`` saying which that is."""
    if not shift:
        return claim
    in_title = claim.span.start < shift
    kept = [span for span in claim.support if (span.start < shift) is in_title]
    return replace(
        claim,
        field="title" if in_title else "text",
        span=_move(claim.span, shift, in_title=in_title),
        support=tuple(_move(span, shift, in_title=in_title) for span in kept),
        attribution=tuple(_part_attribution(a, shift, in_title=in_title) for a in claim.attribution),
    )


def part_finding(finding: Finding, shifts: Mapping[str, int]) -> Finding:
    """A finding whose evidence is cited as ``part_claim`` does; ``shifts`` are by article."""
    return replace(finding, evidence=tuple(_part_evidence(e, shifts[e.article]) for e in finding.evidence))


def part_sources(record: Record, shifts: Mapping[str, int]) -> Record:
    """A graph, a checklist or a ledger whose evidence is cited as ``part_claim`` does; ``shifts`` are by article."""
    return _part(record, shifts) if any(shifts.values()) else record


def _part(value: Any, shifts: Mapping[str, int]) -> Any:
    """A record with all evidence in it moved, however deep it stands."""
    if isinstance(value, Evidence):
        return _part_evidence(value, shifts[value.article])
    if isinstance(value, tuple):
        parted = [_part(one, shifts) for one in value]
        return tuple(parted) if any(new is not old for new, old in zip(parted, value, strict=True)) else value
    if isinstance(value, Graph | Edge | Checklist | Indicator | Ledger | Merge):
        held = [(f.name, getattr(value, f.name)) for f in fields(value)]
        changed = {name: new for name, old in held if (new := _part(old, shifts)) is not old}
        return replace(value, **changed) if changed else value
    return value


def _part_evidence(evidence: Evidence, shift: int) -> Evidence:
    if evidence.start < shift:
        return amend(evidence, field="title")
    return amend(evidence, start=evidence.start - shift, end=evidence.end - shift)


def part_mentions(mentions: Iterable[Mention], shift: int) -> tuple[Mention, ...]:
    """The mentions of the text, with offsets into it."""
    return tuple(replace(m, span=_move(m.span, shift, in_title=False)) for m in mentions if m.span.start >= shift)


def part_quotes(quotes: Iterable[Quote], shift: int) -> tuple[Quote, ...]:
    """The quotations of the text, with offsets into it; a speaker or a cue that only the headline gives is left out."""
    return tuple(
        replace(
            q,
            content=_move(q.content, shift, in_title=False),
            speaker=_move(q.speaker, shift, in_title=False) if q.speaker and q.speaker.start >= shift else None,
            cue=_move(q.cue, shift, in_title=False) if q.cue and q.cue.start >= shift else None,
        )
        for q in quotes
        if q.content.start >= shift
    )


def _part_attribution(attribution: Attribution, shift: int, *, in_title: bool) -> Attribution:
    span = attribution.span
    if span is None or (span.start < shift) is not in_title:
        return replace(attribution, span=None)
    return replace(attribution, span=_move(span, shift, in_title=in_title))


def _move(span: Span, shift: int, *, in_title: bool) -> Span:
    return span if in_title else Span(span.start - shift, span.end - shift)
