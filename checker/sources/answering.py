"""The answers to a question as a report has them: who is behind each, how it stands, and the number it is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from checker.comparing.questions import Linked
from checker.comparing.single import is_heard
from checker.model import Answer, Claim, Footing, InformationGrade, Modality, Relation, ValueType
from checker.sources.behind import Behind
from checker.sources.echoes import Echoes
from checker.sources.footing import Later, Stand, place_answers
from checker.sources.grading import Backing, grade_information, leave_open
from checker.sources.naming import same_outlet

HEDGED = frozenset({Modality.POSSIBLE, Modality.PROBABLE})

ALONE = "there is no other article to set it beside"
HEARD = "other origins have something of it, in words too loose to be set beside these"


@dataclass(frozen=True, slots=True)
class Bench:
    """What answers are graded with: who is behind claims, what others have of them, and which of two is later.

    ``echoed`` are ids of claims whose answer another origin gives, too loosely to be linked.
    """

    behind: Behind
    echoes: Echoes
    echoed: Collection[str]
    later: Later


def grade_answers(question: Linked, bench: Bench) -> tuple[Answer, ...]:
    """The answers of a question in their order, each with its footing and its number."""
    stands = place_answers(question, bench.later)
    framed = any(item.verdict.relation is Relation.FRAMING for item in question.differing)
    answers = []
    for stand, group in zip(stands, question.groups, strict=True):
        footing, grade = _grade(stand, group.claims, stands, bench, framed)
        ids = tuple(claim.id for claim in group.claims)
        answers.append(Answer(group.claims[0].value.normalized, ids, stand.origins, footing, grade))
    return tuple(answers)


def _grade(
    stand: Stand, claims: Sequence[Claim], stands: Sequence[Stand], bench: Bench, framed: bool
) -> tuple[Footing, InformationGrade]:
    if len(bench.behind.articles) < 2 and not stand.against:
        return Footing.NOT_ASSESSABLE, leave_open(ALONE)
    # Beside another answer what others have of it is that answer.
    if stand.footing is Footing.SINGLE_ORIGIN and len(stands) == 1 and _is_heard(claims, stand, bench):
        return Footing.NOT_ASSESSABLE, leave_open(HEARD)
    return stand.footing, grade_information(back(claims, stand, stands, bench.behind, framed=framed))


def _is_heard(claims: Sequence[Claim], stand: Stand, bench: Bench) -> bool:
    """Whether what other origins have of an answer is enough not to say that one alone has it."""
    origins = frozenset(stand.origins)
    return any(c.id in bench.echoed for c in claims) or any(is_heard(c, bench.echoes.find(c, origins)) for c in claims)


def back(
    claims: Sequence[Claim], stand: Stand, stands: Sequence[Stand], behind: Behind, *, framed: bool = False
) -> Backing:
    """What stands behind an answer with these claims; ``framed`` says that another puts it otherwise."""
    cited = [next(iter(behind.cited_for(claim)), None) for claim in claims]
    sources = {c.source.id: c.source for c in cited if c is not None}
    outlets = behind.outlets()
    spoken = claims[0].value.type is ValueType.QUOTE
    one = next(iter(sources.values())) if len(sources) == 1 and None not in cited and not spoken else None
    return Backing(
        origins=stand.origins,
        against=tuple(stands[n].origins for n in stand.against),
        shared="" if one is None else one.name if one.named else f"“{one.name}”",
        named=any(source.named for source in sources.values()),
        cited=bool(sources),
        distant=not any(same_outlet(origin, outlet) for origin in stand.origins for outlet in outlets),
        hedged=all(claim.modality in HEDGED for claim in claims),
        framed=framed,
    )


def tell_later(order: Callable[[Claim, Claim], tuple[Claim, Claim] | None]) -> Later:
    """Turn an order of two claims into the later of them."""

    def later(one: Claim, other: Claim) -> Claim | None:
        ordered = order(one, other)
        return ordered[1] if ordered is not None else None

    return later
