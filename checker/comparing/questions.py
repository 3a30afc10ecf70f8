"""From compared links to questions: claims joined into answers, answers into questions, each with a status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.linking.answers import Compared
from checker.linking.sets import Sets
from checker.model import Claim, QuestionStatus, Relation


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that give the same answer; the first in reading order stands for it."""

    claims: tuple[Claim, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that give the answer."""
        return frozenset(claim.article for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Linked:
    """A question: its answers, and the links that set them against each other (none when all agree)."""

    groups: tuple[Group, ...]
    differing: tuple[Compared, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the question."""
        if len(self.groups) == 1:
            return self.groups[0].claims
        return tuple([claim for group in self.groups for claim in group.claims])

    def status(self, origins: int) -> QuestionStatus:
        """How the answers stand to each other."""
        relations = {c.verdict.relation for c in self.differing}
        if Relation.CONTRADICT in relations:
            return QuestionStatus.CONFLICT
        if Relation.UPDATE in relations:
            return QuestionStatus.UPDATE
        if Relation.FRAMING in relations:
            return QuestionStatus.FRAMING
        return QuestionStatus.CORROBORATED if origins > 1 else QuestionStatus.SINGLE_SOURCE


def ask_questions(
    claims: Sequence[Claim], agreeing: Sequence[Compared], differing: Sequence[Compared], order: Mapping[str, int]
) -> list[Linked]:
    """Join claims into answers by agreeing links and answers into questions by differing ones.

    ``order`` gives each claim's place in reading order. Agreement is not handed on through a claim that differs from
    one of its neighbours: an answer never holds two claims that a link sets against each other.
    """
    opposed = {frozenset((c.link.one.id, c.link.other.id)) for c in differing}
    answers = Sets(claim.id for claim in claims)
    members: dict[str, set[str]] = {claim.id: {claim.id} for claim in claims}
    for item in sorted(agreeing, key=lambda c: (-c.link.score, order[c.link.one.id], order[c.link.other.id])):
        a, b = answers.find(item.link.one.id), answers.find(item.link.other.id)
        if a == b or any(frozenset((x, y)) in opposed for x in members[a] for y in members[b]):
            continue
        answers.join(a, b)
        root = answers.find(a)
        members[root] = members[a] | members[b]
    questions = Sets(claim.id for claim in claims)
    for claim in claims:
        questions.join(claim.id, answers.find(claim.id))
    for item in differing:
        questions.join(item.link.one.id, item.link.other.id)
    groups: dict[str, dict[str, list[Claim]]] = {}
    for claim in sorted(claims, key=lambda c: order[c.id]):
        groups.setdefault(questions.find(claim.id), {}).setdefault(answers.find(claim.id), []).append(claim)
    links: dict[str, list[Compared]] = {}
    for item in differing:
        links.setdefault(questions.find(item.link.one.id), []).append(item)
    return [
        Linked(tuple(Group(tuple(group)) for group in by_answer.values()), tuple(links.get(root, ())))
        for root, by_answer in groups.items()
    ]
