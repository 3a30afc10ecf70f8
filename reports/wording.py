"""How the formats speak: the words for each kind of finding, counts, and text that is fit to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.model import Finding, Kind, Severity


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of finding is spoken of: one, several, as a heading, and what it means."""

    one: str
    many: str
    heading: str
    meaning: str


# In the order in which a report shows them.
KINDS: Mapping[Kind, KindWords] = {
    Kind.CONTRADICTION: KindWords(
        "contradiction", "contradictions", "Contradictions", "Answers to one question that cannot all be true."
    ),
    Kind.FRAMING: KindWords(
        "framing difference",
        "framing differences",
        "Framing",
        "Compatible on a strict reading, but a reader takes away something else.",
    ),
    Kind.UPDATE: KindWords("update", "updates", "Updates", "A later article knows more than an earlier one."),
    Kind.CREDIBILITY: KindWords(
        "credibility note", "credibility notes", "Credibility", "What bears on how far a source can be relied on."
    ),
    Kind.UNMEASURED: KindWords(
        "unmeasured point", "unmeasured points", "Unmeasured", "What could not be compared, and why."
    ),
    Kind.SINGLE_SOURCE: KindWords(
        "single-source claim",
        "single-source claims",
        "Single-source",
        "One independent source alone carries these: stand them up before relying on them.",
    ),
}

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)

# What must not reach a terminal or a page from an article: control characters ("\x1b[2J" clears a screen), characters
# that turn the direction of the text around, and halves of surrogate pairs, which cannot be encoded.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """Put U+FFFD for each character that must not be printed; length and offsets stay."""
    return UNPRINTABLE.sub(REPLACEMENT, text)


def on_one_line(text: str) -> str:
    """Make text fit for one line: white space single, nothing unprintable."""
    return printable(" ".join(text.split()))


def shorten(text: str, length: int) -> str:
    """Cut text to a number of characters, at a word where there is one, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: max(length - 1, 1)]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip() + "…"


def number_of(count: int, one: str, many: str) -> str:
    """Say how many: "no updates", "1 update", "2 updates"."""
    return f"{count or 'no'} {one if count == 1 else many}"


def name_kind(kind: Kind, count: int) -> str:
    """Say how many findings of a kind there are."""
    return number_of(count, KINDS[kind].one, KINDS[kind].many)


def as_sentence(text: str) -> str:
    """Start text with a capital letter, on one line."""
    text = on_one_line(text)
    return text[:1].upper() + text[1:]


def join(parts: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    *head, tail = list(parts) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def group_by_kind(findings: Iterable[Finding]) -> list[tuple[Kind, list[Finding]]]:
    """Findings by kind, in the order of ``KINDS``; inside a kind by severity, then as the report orders them."""
    groups: dict[Kind, list[Finding]] = {kind: [] for kind in KINDS}
    for finding in findings:
        groups[finding.kind].append(finding)
    return [(kind, sorted(g, key=lambda f: SEVERITIES.index(f.severity))) for kind, g in groups.items() if g]
