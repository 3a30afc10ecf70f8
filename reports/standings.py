"""How the answers stand, as every format shows it: who is behind each, its number with reasons, and what it hangs on.

A question is shown where several outlets or origins answer it, where an answer is disputed or superseded, and where a
single-source note cites it; the others are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.model import (
    Answer,
    Claim,
    Finding,
    Footing,
    InformationGrade,
    Kind,
    Ledger,
    Merge,
    Node,
    Question,
    ValueType,
)

from .dossier import say_kind
from .grades import CREDIBILITY, FOOTINGS
from .spoken import say_value
from .view import View, side_letter
from .wording import join, number_of, on_one_line


@dataclass(frozen=True, slots=True)
class Stand:
    """One answer to a question; ``letter`` is empty where it is the only one, ``code`` where it has no number."""

    letter: str
    value: str
    footing: Footing
    code: str
    label: str
    reasons: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    claim: Claim | None

    @property
    def sign(self) -> str:
        """A sign for the footing that reads without colour."""
        return FOOTINGS[self.footing].sign

    def why(self) -> str:
        """The number in words, with its reasons: "1 confirmed by other origins: 2 origins give it, ..."."""
        return f"{self.code} {self.label}: {', '.join(self.reasons)}" if self.code else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A question with its answers, who is behind them, and what it hangs on."""

    question: Question
    stands: tuple[Stand, ...]
    behind: str
    merges: tuple[Merge, ...]
    flips: tuple[str, ...]

    @property
    def footing(self) -> Footing:
        """How the question stands."""
        return self.question.footing

    @property
    def lead(self) -> Stand | None:
        """The best-supported answer that stands."""
        lead = self.question.lead
        return self.stands[self.question.answers.index(lead)] if lead is not None else None

    def hangs(self) -> str:
        """What becomes of it when an origin is left out, in one line."""
        if self.flips:
            return "; ".join(self.flips)
        return "it stands the same whichever origin is left out" if len(self.origins()) > 1 else ""

    def origins(self) -> tuple[str, ...]:
        """All origins of its answers."""
        return tuple(dict.fromkeys(origin for stand in self.stands for origin in stand.origins))


def stand_questions(view: View) -> tuple[Standing, ...]:
    """The questions that are shown, disputes first, then in the order of the report."""
    nodes = {node.id: node for source in view.report.sources for node in source.graph.nodes}
    noted = _noted_claims(view)
    shown = [
        question
        for question in view.report.questions
        if _is_shared(question, view) or any(c in noted for answer in question.answers for c in answer.claims)
    ]
    order = list(FOOTINGS)
    shown = sorted(_drop_repeated(shown, view, noted), key=lambda q: order.index(q.footing))
    return tuple(lay_out_standing(question, view, nodes) for question in shown)


def _drop_repeated(questions: list[Question], view: View, noted: set[str]) -> list[Question]:
    """Leave out statements as wholes that stand as a figure, a name or a day in them does: that is said already."""
    held: dict[Footing, list[Claim]] = {}
    for question in questions:
        claims = [c for c in claims_of(question, view) if c.value.type is not ValueType.TEXT]
        held.setdefault(question.footing, []).extend(claims)

    def repeats(claim: Claim, footing: Footing) -> bool:
        return claim.value.type is ValueType.TEXT and any(
            claim.article == other.article and claim.field == other.field and claim.span.overlaps(other.span)
            for other in held.get(footing, ())
        )

    return [
        question
        for question in questions
        if any(claim in noted for answer in question.answers for claim in answer.claims)
        or not all(repeats(claim, question.footing) for claim in claims_of(question, view))
        or not claims_of(question, view)
    ]


def claims_of(question: Question, view: View) -> list[Claim]:
    """The claims that answer a question, as far as the report holds them."""
    return [view.claims[c] for answer in question.answers for c in answer.claims if c in view.claims]


def group_by_footing(standings: Iterable[Standing]) -> list[tuple[Footing, list[Standing]]]:
    """Questions by how they stand, in the order of ``FOOTINGS``."""
    groups: dict[Footing, list[Standing]] = {footing: [] for footing in FOOTINGS}
    for standing in standings:
        groups[standing.footing].append(standing)
    return [(footing, group) for footing, group in groups.items() if group]


def count_unshown(view: View, shown: tuple[Standing, ...]) -> Mapping[Footing, int]:
    """How many questions are not shown, by footing."""
    ids = {standing.question.id for standing in shown}
    return Counter(q.footing for q in view.report.questions if q.id not in ids)


def is_shared(standing: Standing) -> bool:
    """Whether several origins have to do with a question, or one disputes itself or is superseded."""
    return len(standing.origins()) > 1 or standing.footing in (Footing.CONTESTED, Footing.SUPERSEDED)


def _is_shared(question: Question, view: View) -> bool:
    origins = {origin for answer in question.answers for origin in answer.origins}
    articles = {claim.article for claim in claims_of(question, view)}
    return (
        len(origins) > 1
        or len({view.articles[a].source or a for a in articles if a in view.articles}) > 1
        or question.footing in (Footing.CONTESTED, Footing.SUPERSEDED)
    )


def _noted_claims(view: View) -> set[str]:
    claims = (view.claim(f, e) for f in view.report.findings if f.kind is Kind.SINGLE_SOURCE for e in f.evidence)
    return {claim.id for claim in claims if claim is not None}


def lay_out_standing(question: Question, view: View, nodes: Mapping[str, Node]) -> Standing:
    """Prepare one question; ``nodes`` are the sources of the report by id."""
    several = len(question.answers) > 1
    ledger = question.ledger or Ledger((), ())
    return Standing(
        question,
        tuple(
            lay_out_stand(answer, view, side_letter(n) if several else "") for n, answer in enumerate(question.answers)
        ),
        say_behind(ledger, nodes),
        ledger.merges,
        tuple(say_flips(question, view)),
    )


def say_flips(question: Question, view: View) -> Iterator[str]:
    """What becomes of a question without each origin that matters; in one line where it is the same without any."""
    origins = {origin for answer in question.answers for origin in answer.origins}
    becomes = {flip.footing for flip in question.flips}
    if len(origins) > 1 and len(question.flips) == len(origins) and len(becomes) == 1:
        one = "either of its two origins" if len(origins) == 2 else f"any one of its {len(origins)} origins"
        yield f"without {one}: {say_flip(question.footing, becomes.pop())}"
        return
    for flip in question.flips:
        yield f"without {view.origin(flip.origin)}: {say_flip(question.footing, flip.footing)}"


def lay_out_stand(answer: Answer, view: View, letter: str) -> Stand:
    """Prepare one answer."""
    claims = [view.claims[c] for c in answer.claims if c in view.claims]
    first = claims[0] if claims else None
    value = say_value(first.value, first.text, answer.value) if first is not None else answer.value
    code, label, reasons = say_grade(answer.grade)
    return Stand(
        letter,
        on_one_line(value),
        answer.footing,
        code,
        label,
        reasons,
        tuple(dict.fromkeys(view.outlet(c.article) for c in claims)),
        tuple(view.origin(origin) for origin in answer.origins),
        first,
    )


def say_grade(grade: InformationGrade | None) -> tuple[str, str, tuple[str, ...]]:
    """A number, its word, and its reasons; all empty without one."""
    if grade is None:
        return "", "", ()
    return str(grade.code), CREDIBILITY[grade.code].label, tuple(on_one_line(r) for r in grade.reasons)


def say_flip(before: Footing, after: Footing) -> str:
    """What a question becomes: "single origin", "nobody answers"."""
    if after is Footing.NOT_ASSESSABLE and before is not after:
        return "nobody is left to answer"
    return str(after)


def say_behind(ledger: Ledger, nodes: Mapping[str, Node]) -> str:
    """The counts of a ledger: "3 outlets, 2 origins, 1 person or document cited (Ada Reed)"."""
    counts = [
        number_of(len(ledger.outlets), "outlet", "outlets"),
        number_of(len(ledger.origins), "origin", "origins"),
    ]
    cited = [nodes[s] for s in ledger.sources if s in nodes]
    if cited:
        names = join(f"{n.name} ({say_kind(n)})" if n.named else f"“{n.name}” ({say_kind(n)})" for n in cited)
        counts.append(f"{number_of(len(cited), 'source cited', 'sources cited')}: {on_one_line(names)}")
    else:
        counts.append("nobody cited for it")
    return ", ".join(counts)


def find_standing(finding: Finding, view: View, standings: Mapping[str, Standing]) -> Standing | None:
    """The question that a finding is about; ``standings`` are by the id of a claim."""
    claims = (view.claim(finding, evidence) for evidence in finding.evidence)
    return next((standings[c.id] for c in claims if c is not None and c.id in standings), None)


def find_stand(standing: Standing, claim: str) -> Stand | None:
    """How the answer to a question stands that a claim gives."""
    pairs = zip(standing.question.answers, standing.stands, strict=True)
    return next((stand for answer, stand in pairs if claim in answer.claims), None)


def index_standings(standings: tuple[Standing, ...]) -> dict[str, Standing]:
    """Questions by the ids of their claims."""
    return {claim: s for s in standings for answer in s.question.answers for claim in answer.claims}
