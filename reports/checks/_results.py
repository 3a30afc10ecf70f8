"""What the formats of a check share: results in order, names of kinds, counts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model import Decision, Disposition, Kind, Outcome, Place, Result, Severity

from ..wording import join, name_kind, number_of, on_one_line, printable

SUPPRESSIONS = "suppressions"
"""The rule of results on what silences findings, which are of no kind that a finding on articles is."""

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""


MOST_RELATED = 6
"""Places of other words that are shown for one result: a large archive has dozens that say the same."""


def by_place(results: Iterable[Result]) -> list[Result]:
    """Results in the order in which one reads the files: by path, line and column, the worst first."""
    return sorted(
        results,
        key=lambda r: (r.place.path, r.place.line, r.place.column, SEVERITIES.index(r.finding.severity)),
    )


def by_weight(results: Iterable[Result]) -> list[Result]:
    """Results, the most severe first, otherwise in the order of the report."""
    return sorted(results, key=lambda r: SEVERITIES.index(r.finding.severity))


def pick_related(result: Result) -> tuple[list[Place], str]:
    """The places of other words that a person is shown, and how many more there are, in words or empty.

    Each other answer has its first place among them.
    """
    places = list(result.related)
    firsts = {place.side: number for number, place in reversed(list(enumerate(places)))}
    order = sorted(range(len(places)), key=lambda n: (firsts[places[n].side] != n, n))[:MOST_RELATED]
    more = len(places) - len(order)
    return [places[n] for n in sorted(order)], number_of(more, "more place", "more places") if more > 0 else ""


def with_disposition(outcome: Outcome, disposition: Disposition) -> list[Result]:
    """The results that have been disposed of in that way."""
    return [result for result in outcome.results if result.disposition is disposition]


def name_place(place: Place) -> str:
    """``path:line:column``, with nothing in it that a terminal would obey."""
    return printable(on_one_line(f"{place.path}:{place.line}:{place.column}"))


def outlet(place: Place) -> str:
    """The outlet of a place, or its file where none is known."""
    return on_one_line(place.source) or on_one_line(place.path)


def describe(outcome: Outcome) -> str:
    """The outcome in a line: what was checked, against what, and what was found."""
    checked = number_of(len(outcome.new), "new article", "new articles")
    others = len(outcome.report.articles) - len(outcome.new)
    against = f", {number_of(others, 'article', 'articles')} on the same events in the archive" if others else ""
    return f"{checked} checked{against}: {count(outcome.open)}."


def count(results: Sequence[Result]) -> str:
    """How many of each kind: "2 contradictions and 1 framing difference". One finding in two new articles is one."""
    found = {(r.finding.id or str(n), r.finding.fingerprint): r.finding for n, r in enumerate(results)}
    kinds = Counter(finding.kind for finding in found.values() if finding.rule != SUPPRESSIONS)
    named = [name_kind(kind, kinds[kind]) for kind in Kind if kinds[kind]]
    if len(found) > kinds.total():
        named.append(f"{number_of(len(found) - kinds.total(), 'suppression', 'suppressions')} to put right")
    places = f", at {len(results)} places" if len(results) > len(found) else ""
    return join(named) + places if named else "nothing found"


def leave_outs(outcome: Outcome) -> list[str]:
    """What is not shown, a sentence each."""
    said = []
    known = with_disposition(outcome, Disposition.KNOWN)
    suppressed = with_disposition(outcome, Disposition.SUPPRESSED)
    if suppressed:
        said.append(f"{number_of(len(suppressed), 'result', 'results')} suppressed.")
    if known:
        said.append(f"{number_of(len(known), 'result', 'results')} known from the baseline.")
    if outcome.hidden:
        said.append(f"Not shown: {join([name_kind(kind, n) for kind, n in outcome.hidden])} (--show note).")
    return said


def full_message(result: Result, *, hint: bool = True) -> str:
    """The message as it stands alone, with what would clear it where that is wanted."""
    message = on_one_line(result.message or result.finding.message)
    if result.earlier is not None:
        message += f" [{tell_earlier(result.earlier, result.finding.fingerprint)}]"
    return f"{message}. To clear: {on_one_line(result.hint)}" if hint and result.hint else message


def tell_earlier(decision: Decision, fingerprint: str) -> str:
    """What was decided of a question before: how, by whom, when, of which answers if of others, and why."""
    said = f"decided before: {str(decision.status).replace('-', ' ')}"
    if decision.who:
        said += f" by {on_one_line(decision.who)}"
    if decision.when:
        said += f" on {decision.when[:10]}"
    if decision.fingerprint != fingerprint and decision.values:
        said += f", of the answers {join([on_one_line(value) for value in decision.values])}"
    if decision.expires:
        said += f", until {decision.expires}"
    return f"{said}: {on_one_line(decision.reason)}" if decision.reason.strip() else said
