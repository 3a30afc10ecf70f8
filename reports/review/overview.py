"""The rows and the events of the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.model import Event, Finding, Severity

from ..page import SIDE_COLOURS
from ..view import Side
from ..wording import KINDS, on_one_line, shorten
from .changes import Changes
from .desk import Shown
from .entries import Entry
from .filters import Filters
from .finding_lists import Listing, count_decided
from .rendering import DECIDED
from .state import Review

# An answer without a value of its own is shown by its words, so many characters of them.
SHOWN_WORDS = 90


@dataclass(frozen=True, slots=True)
class Row:
    """One answer on a line: its letter and colour, what it says, who says it, how many origins are behind it."""

    letter: str
    colour: int
    value: str
    outlets: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Item:
    """A finding in a list. ``entry`` is what stands, ``earlier`` what was decided when the answers were others."""

    finding: Finding
    rows: tuple[Row, ...]
    entry: Entry | None
    earlier: Entry | None
    change: str

    @property
    def version(self) -> int:
        """The version of the decisions that an editor who looks at this sees."""
        return self.entry.version if self.entry else 0

    @property
    def status(self) -> str:
        """The status of the decision that stands; empty where there is none."""
        return self.entry.status.value if self.entry and self.entry.status else ""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: its articles, by outlet, and its findings by kind, with how many of them are undecided."""

    event: Event
    outlets: tuple[str, ...]
    kinds: Mapping[str, int]
    undecided: int


def list_items(review: Review, shown: Shown, positions: Sequence[int], changes: Changes | None) -> list[Item]:
    """The findings at these places of the report, with what was decided on them."""
    findings = [shown.report.findings[position] for position in positions]
    standing = review.store.standing(finding.fingerprint for finding in findings)
    keys = {finding.fingerprint: finding.question_key for finding in findings}
    earlier = review.store.earlier(keys, shown.by_fingerprint)
    return [
        Item(
            finding,
            tuple(_row(shown, finding, side, index) for index, side in enumerate(shown.view.sides(finding))),
            standing.get(finding.fingerprint),
            earlier.get(finding.fingerprint),
            _changed(finding, changes),
        )
        for finding in findings
    ]


def read_events(review: Review, shown: Shown) -> list[EventLine]:
    """The events of the report, those with most undecided findings first."""
    decided = count_decided(review.store.engine, shown.run)
    kinds: dict[str, Counter[str]] = {}
    for finding in shown.report.findings:
        kinds.setdefault(finding.event, Counter())[finding.kind.value] += 1
    lines = []
    for event in shown.report.events:
        own = kinds.get(event.id, Counter())
        outlets = tuple(dict.fromkeys(shown.view.outlet(article) for article in event.articles))
        lines.append(EventLine(event, outlets, own, own.total() - decided.get(event.id, 0)))
    return sorted(lines, key=lambda line: -line.undecided)


def name_choices(shown: Shown, listing: Listing, filters: Filters) -> dict[str, dict[str, str]]:
    """The values that each filter offers and what they are called, in the order in which they are offered."""
    counts = {**listing.counts, **shown.totals}
    named = {
        "status": {name: words[1] for name, words in DECIDED.items()},
        "kind": {kind.value: words.heading for kind, words in KINDS.items()},
        "severity": {severity.value: severity.value for severity in Severity},
        "event": {event.id: event.label for event in shown.report.events},
    }
    for name in ("rule", "outlet", "origin", "assignee"):
        values = sorted((value for value in counts[name] if value), key=lambda value: (-counts[name][value], value))
        chosen = getattr(filters, name)
        named[name] = {value: value for value in (*values, chosen) if value}
    return named


def _row(shown: Shown, finding: Finding, side: Side, index: int) -> Row:
    claims = [shown.view.claim(finding, citation.evidence) for citation in side.citations]
    origins = {claim.origin for claim in claims if claim and claim.origin}
    return Row(
        letter=side.letter,
        colour=index % SIDE_COLOURS + 1,
        value=side.value or f"“{shorten(on_one_line(side.citations[0].evidence.text), SHOWN_WORDS)}”",
        outlets=tuple(dict.fromkeys(citation.outlet for citation in side.citations)),
        origins=len(origins),
    )


def _changed(finding: Finding, changes: Changes | None) -> str:
    if changes is None:
        return ""
    if finding.fingerprint in changes.new:
        return "new"
    return "altered" if finding.fingerprint in changes.altered else ""
