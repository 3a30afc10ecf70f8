"""Agreement: how often an outlet's answers are those of most origins, and how probable the answers of all make each.

Only questions count that more than one origin answers. Of answers that can all stand, two that frame a thing in two
ways, or one that a later article supersedes, none is tested against the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.model import Claim, Footing, OutletRecord, Question, Span, ValueType

LEAST_WEIGHED = 10
"""Questions that several origins answer, from which accuracies can be told apart enough to weigh answers by them."""

LEAST_ORIGINS = 3
"""Origins of a disputed question from which weighing says more than that one stands against one."""


def count_agreement(
    questions: Iterable[Question], claims: Mapping[str, Claim], outlets: Mapping[str, str]
) -> dict[str, OutletRecord]:
    """The record of each outlet over some questions. ``claims`` are by id, ``outlets`` by article.

    A question counts once for an outlet: as agreed where most of the origins that dispute it, or all of several that
    do not, give its answer, and it gives no other. A statement as a whole counts only where no figure, name or day in
    it was counted: that would be the same agreement twice.
    """
    records: dict[str, OutletRecord] = {}
    counted: dict[str, list[Span]] = {}
    tests = [tuple(_test(question, claims)) for question in questions]
    for whole in (False, True):
        here = dict(counted)
        for answers in tests:
            found: dict[str, bool] = {}
            for claim, agreed in answers:
                if (claim.value.type is ValueType.TEXT) is not whole:
                    continue
                if whole and any(claim.span.overlaps(span) for span in here.get(claim.article, ())):
                    continue
                counted.setdefault(claim.article, []).append(claim.span)
                outlet = outlets[claim.article]
                found[outlet] = found.get(outlet, True) and agreed
            for outlet, agreed in found.items():
                record = records.get(outlet, OutletRecord(outlet))
                records[outlet] = record.add(OutletRecord(outlet, int(agreed), int(not agreed)))
    return records


def _test(question: Question, claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, bool]]:
    """The claims to a question that can be tested, with whether most origins give their answer."""
    contested = [a for a in question.answers if a.footing is Footing.CONTESTED]
    origins = len({origin for answer in contested for origin in answer.origins})
    for answer in question.answers:
        if answer.footing is Footing.CORROBORATED:
            agreed = True
        elif answer.footing is Footing.CONTESTED and origins > 1:
            agreed = 2 * len(answer.origins) > origins
        else:
            continue
        yield from ((claims[name], agreed) for name in answer.claims)


def weigh_answers(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions with the support of their disputed answers, where there is enough to weigh.

    Origins are weighed, not outlets; their accuracies are estimated from all questions that several origins answer.
    """
    shared = [
        q
        for q in questions
        if q.footing in (Footing.CONTESTED, Footing.CORROBORATED)
        and len({origin for answer in q.answers for origin in answer.origins}) > 1
    ]
    disputed = {
        q.id
        for q in shared
        if q.footing is Footing.CONTESTED
        and len({o for a in q.answers if a.footing is Footing.CONTESTED for o in a.origins}) >= LEAST_ORIGINS
    }
    if len(shared) < LEAST_WEIGHED or not disputed:
        return tuple(questions)
    from checker.sources.weighing import weigh

    # A value is the answer's place in its own question: no value comes back in another.
    supports = weigh(
        (origin, q.id, f"{q.id} {n}")
        for q in shared
        for n, answer in enumerate(q.answers)
        if answer.footing in (Footing.CONTESTED, Footing.CORROBORATED)
        for origin in answer.origins
    )
    weighed = {q: {s.value: s.probability for s in supports[q]} for q in disputed}
    return tuple(_support(q, weighed[q.id]) if q.id in weighed else q for q in questions)


def _support(question: Question, probabilities: Mapping[str, float]) -> Question:
    answers = tuple(
        replace(answer, support=round(probabilities[f"{question.id} {n}"], 4))
        if f"{question.id} {n}" in probabilities and answer.footing is Footing.CONTESTED
        else answer
        for n, answer in enumerate(question.answers)
    )
    return replace(question, answers=answers)
