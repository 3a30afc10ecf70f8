"""Grading: a letter for each source and a number for each answer, by rules that are written down here and nowhere else.

The scales are those of the Admiralty code (NATO AJP-2.1; US Army FM 2-22.3, 2006, appendix B), which keeps the two
apart: a good source may be wrong, a poor one right. The code says "probably true" and "truth cannot be judged" of
information; these reports never say what is true, so the numbers go by "probable", "cannot be judged" and so on.

## The number of an answer

Origins are counted, not outlets: the reporting behind a claim, an outlet's own or that of the outlet it credits.

- **1, confirmed by other origins:** two or more origins give it, nobody disputes it, and it does not rest on one person
  or document alone.
- **2, probable:** two or more origins give it and nobody disputes it, but all of them have it from one person or
  document.
- **3, possible:** one origin gives it and nobody disputes it, from its own reporting or from a named person or
  document; or it is disputed, and more origins give it than any answer that it cannot stand beside.
- **4, doubtful:** one origin gives it and nobody disputes it, at second hand or from sources without a name; or it is
  disputed, and as many origins give another answer.
- **5, improbable:** it is disputed, and more origins give another answer.
- **6, cannot be judged:** there is nothing to set it beside: one article alone, or others that say something of it too
  loosely to be set beside it.

An answer that every article gives with a "may" or a "likely" is put one number lower, not below 4. That somebody said
something is confirmed by whoever heard it: words spoken are not held to rest on their speaker alone. An answer that a
later article supersedes has the number that it has by itself, and is called superseded.

## The letter of a source

What is counted are the questions that an outlet answers and another origin does too: how often its answer is the one
that most origins give. The rate of agreement has a 95% interval (Wilson); the letters at both ends follow the
interval, so that few answers make neither a high letter nor the lowest. An outlet's history adds to the count where one
is given.

- **A, completely reliable:** at least 50 answers, and an interval that starts at 90% or above.
- **B, usually reliable:** an interval that starts at 75% or above.
- **C, fairly reliable:** a rate of 50% or above.
- **D, not usually reliable:** a rate below 50%, with an interval that reaches it.
- **E, unreliable:** an interval that ends below 50%.
- **F, cannot be judged:** fewer than 10 answers that could be set against others.

A source one of whose pages names neither author, date nor outlet, or has residue of machine writing, is C at most. The
letter tells how a source's answers went with those of others, in the articles at hand and the history given; it is no
verdict on a newsroom, and agreement is not proof: all may be wrong together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Checklist, Credibility, InformationGrade, OutletRecord, Reliability, SourceGrade, State
from checker.sources.intervals import wilson

FEWEST = 10
"""Tested answers below which a source cannot be judged."""
FEWEST_FOR_A = 50
"""Tested answers below which no source is called completely reliable."""

STARTS = ((Reliability.COMPLETE, 0.90), (Reliability.USUAL, 0.75))
"""Where the interval of a source's rate must start for a letter, the best letter first."""
HALF = 0.50

RESIDUE = "machine-made residue on a page"
UNACCOUNTED = "a page that names neither author, date nor outlet"
"""What keeps a source from a letter above C."""


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind an answer.

    ``origins`` give it; ``against`` are the origins of each answer that it cannot stand beside. ``shared`` is the
    person or document that all have it from, where it is one. ``named`` says whether anyone is named for it, ``cited``
    whether anyone is cited at all, ``distant`` that the words are another outlet's whose own article is not at
    hand. ``hedged`` says that nobody asserts it firmly, ``framed`` that others put it otherwise.
    """

    origins: tuple[str, ...]
    against: tuple[tuple[str, ...], ...] = ()
    shared: str = ""
    named: bool = False
    cited: bool = False
    distant: bool = False
    hedged: bool = False
    framed: bool = False


def grade_information(backing: Backing) -> InformationGrade:
    """The number of an answer, by the table above; ``backing`` has at least one origin."""
    code, reasons = _weigh_origins(backing)
    if backing.hedged:
        reasons.append("nobody says it without a “may” or a “likely”")
        if int(code) < int(Credibility.DOUBTFUL):
            code = Credibility(str(int(code) + 1))
            reasons[-1] += ": one number lower"
    return InformationGrade(code, tuple(reasons))


def leave_open(reason: str) -> InformationGrade:
    """The number of an answer that cannot be judged, and why."""
    return InformationGrade(Credibility.UNKNOWN, (reason,))


def _weigh_origins(backing: Backing) -> tuple[Credibility, list[str]]:
    given = _say_origins(backing.origins, "gives it", "give it")
    if backing.against:
        strongest = max(backing.against, key=len)
        others = "one gives" if len(strongest) == 1 else f"{len(strongest)} give"
        reasons = [given, f"{others} another answer"]
        if len(backing.against) > 1:
            reasons[-1] += f", and there are {len(backing.against)} other answers in all"
        if len(backing.origins) > len(strongest):
            return Credibility.POSSIBLE, reasons
        return (Credibility.DOUBTFUL if len(backing.origins) == len(strongest) else Credibility.IMPROBABLE), reasons
    if len(backing.origins) > 1:
        if backing.shared:
            return Credibility.PROBABLE, [given, f"all of them have it from {backing.shared}"]
        return Credibility.CONFIRMED, [
            given,
            "nobody disputes it" + (", though others put it otherwise" if backing.framed else ""),
        ]
    if backing.named:
        return Credibility.POSSIBLE, [given, "a named source is cited for it"]
    if backing.cited:
        return Credibility.DOUBTFUL, [given, "no source with a name is cited for it"]
    if backing.distant:
        return Credibility.DOUBTFUL, [given, "it is told at second hand: the outlet’s own article is not among these"]
    return Credibility.POSSIBLE, [given, "it is the outlet’s own reporting, with nobody cited for it"]


def _say_origins(origins: Sequence[str], one: str, many: str) -> str:
    return f"one origin {one}" if len(origins) == 1 else f"{len(origins)} origins {many}"


def grade_source(
    here: OutletRecord, history: OutletRecord | None = None, checklists: Collection[Checklist] = ()
) -> SourceGrade:
    """The letter of an outlet, by the table above, from its record here, an earlier one, and its pages' checklists."""
    record = here.add(history) if history is not None else here
    low, high = wilson(record.agreed, record.tested)
    limits = list(dict.fromkeys(_find_limits(checklists)))
    counted = _say_record(here, history, record, low, high)
    if record.tested < FEWEST:
        reasons = [
            counted,
            f"too few to judge: {FEWEST} are needed",
            *(f"it would count against it: {r}" for r in limits),
        ]
        return SourceGrade(Reliability.UNKNOWN, tuple(reasons), here, history, low, high)
    letter, reasons = _choose_letter(record, low, high)
    reasons += [f"{limit}: {Reliability.FAIR} at most" for limit in limits]
    if limits and letter < Reliability.FAIR:
        letter = Reliability.FAIR
    return SourceGrade(letter, (counted, *reasons), here, history, low, high)


def _choose_letter(record: OutletRecord, low: float, high: float) -> tuple[Reliability, list[str]]:
    for letter, start in STARTS:
        if low < start:
            continue
        if letter is Reliability.COMPLETE and record.tested < FEWEST_FOR_A:
            return Reliability.USUAL, [
                f"the interval starts above {_percent(start)}, but an A needs {FEWEST_FOR_A} answers"
            ]
        return letter, [f"the interval starts above the {_percent(start)} that {letter} asks for"]
    if record.agreed >= HALF * record.tested:
        return Reliability.FAIR, [
            f"the rate is not below {_percent(HALF)}, but the interval starts below {_percent(STARTS[-1][1])}"
        ]
    if high >= HALF:
        return Reliability.LITTLE, [f"the rate is below {_percent(HALF)}, which the interval reaches"]
    return Reliability.NONE, [f"the interval ends below {_percent(HALF)}"]


def _say_record(here: OutletRecord, history: OutletRecord | None, record: OutletRecord, low: float, high: float) -> str:
    if not record.tested:
        return "none of its answers could be set against another origin’s"
    rate = _percent(record.agreed / record.tested)
    answers = "answer that could be tested was" if record.tested == 1 else "answers that could be tested were"
    text = (
        f"{record.agreed} of {record.tested} {answers} those of most origins"
        f" ({rate}, 95% interval {_percent(low)} to {_percent(high)})"
    )
    if history is not None and history.tested:
        text += f"; {here.tested} in this report, {history.tested} in its history"
    return text


def _find_limits(checklists: Collection[Checklist]) -> Iterator[str]:
    for checklist in checklists:
        states = {indicator.id: indicator.state for indicator in checklist.indicators}
        if states.get("residue") is State.CONCERN:
            yield RESIDUE
        # A file without the date that its page had is no fault of an outlet that is known.
        if states.get("anonymous") is State.CONCERN and states.get("outlet") is State.MISSING:
            yield UNACCOUNTED


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
