"""Links with their verdicts, and the answers that agreeing claims make together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checker.linking.score import Link
from checker.linking.sets import Sets
from checker.model import Relation, Verdict

AGREEING = frozenset({Relation.AGREE, Relation.COMPATIBLE})


@dataclass(frozen=True, slots=True)
class Compared:
    """A link with its verdict."""

    link: Link
    verdict: Verdict

    @property
    def agrees(self) -> bool:
        """Whether the two answers can be true together and say the same."""
        return self.verdict.relation in AGREEING


def join_answers(agreeing: Sequence[Compared], opposed: Collection[frozenset[str]]) -> dict[str, str]:
    """The answer that each claim belongs to: the least claim id of those it agrees with, directly or through others.

    ``opposed`` are the pairs of claims that cannot both be true: what agrees with both ("over 11,000", beside 11,400
    and 14,100) goes with the one that it matches better, and does not make one answer of them.
    """
    sets = Sets(claim.id for item in agreeing for claim in (item.link.one, item.link.other))
    members = {name: {name} for name in sets.parent}
    for item in sorted(agreeing, key=_closeness):
        a, b = sets.find(item.link.one.id), sets.find(item.link.other.id)
        if a == b or any(frozenset((x, y)) in opposed for x in members[a] for y in members[b]):
            continue
        sets.join(a, b)
        members[sets.find(a)] = members[a] | members[b]
    return {name: sets.find(name) for name in sets.parent}


def _closeness(item: Compared) -> tuple[bool, float, str, str]:
    """The order in which agreeing claims are joined: the same values first, then by how well they link."""
    return item.verdict.relation is not Relation.AGREE, -item.link.score, item.link.one.id, item.link.other.id
