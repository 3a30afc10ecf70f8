"""A finding in a line, as one reads it in the new article: what stands here, what stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, Finding, Kind, Place
from checker.values.reckoned import ReckonedValue

DIFFERENCES = frozenset({Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE})

LONGEST = 70
"""Characters of an answer that a message says."""

NAMED = 2
"""Outlets that a message names for one answer."""


def say(finding: Finding, place: Place, related: Sequence[Place], claim: Claim | None = None) -> str:
    """The message of a finding: “142” here, “124” in Coast Wire (how many were on board?).

    ``claim`` is the new article's, where one is known: of what it does not add up to, the reason says more.
    """
    if finding.kind not in DIFFERENCES:
        return _on_one_line(finding.message)
    if claim is not None and isinstance(claim.value, ReckonedValue):
        return _on_one_line(finding.why.difference)
    parts = [f"{quote_answer(place)} here"]
    for others in group_answers(place, related):
        parts.append(f"{quote_answer(others[0])} {_where(place, others)}")
    question = _on_one_line(finding.question).rstrip("?")
    return f"{', '.join(parts)} ({question}?)"


def group_answers(place: Place, related: Sequence[Place]) -> list[list[Place]]:
    """The places that give another answer than the first, by the answer that they give."""
    own = _answer(place)
    groups: dict[str, list[Place]] = {}
    for other in related:
        if _answer(other) != own:
            groups.setdefault(_answer(other), []).append(other)
    return list(groups.values())


def quote_answer(place: Place) -> str:
    """The words of an answer in quotation marks, cut where they are long."""
    words = _on_one_line(place.text)
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{words}”"


def name_source(place: Place) -> str:
    """The outlet of a place, or its file where none is known."""
    return _on_one_line(place.source) or place.path


def _where(place: Place, others: Sequence[Place]) -> str:
    names = [f"in line {other.line}" for other in others if other.article == place.article][:1]
    elsewhere = list(dict.fromkeys(name_source(other) for other in others if other.article != place.article))
    if elsewhere:
        more = f" and {len(elsewhere) - NAMED} more" if len(elsewhere) > NAMED + 1 else ""
        names.append(f"in {_join(elsewhere[:NAMED] if more else elsewhere)}{more}")
    return " and ".join(names)


def _join(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _answer(place: Place) -> str:
    return place.side or place.value.casefold() or place.text.casefold()


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
