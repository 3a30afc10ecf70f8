"""Stages of a process that an article knows of: one that tells of the later stage elsewhere is not behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from checker.linking.score import Link
from checker.model import Claim
from checker.values.degrees import StageValue

Stages: TypeAlias = Mapping[tuple[str, str, str], Sequence[tuple[float, Claim]]]
"""How far processes have come and where that is said, by article, rule and process."""


def list_stages(claims: Sequence[Claim]) -> Stages:
    """The stages that each article tells as reached."""
    found: dict[tuple[str, str, str], list[tuple[float, Claim]]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, StageValue) and not claim.value.ahead:
            found[claim.article, claim.rule, claim.slot].append((claim.value.reached, claim))
    return found


def is_known(link: Link, stages: Stages) -> bool:
    """Whether the article with the lower of two stages tells elsewhere of the higher one, of the same people or things.

    An article that looks back on how a man came to be held knows that he is free. False for other values than stages.
    """
    one, other = link.one, link.other
    if not isinstance(one.value, StageValue) or not isinstance(other.value, StageValue):
        return False
    low, high, top = one, other, other.value.reached
    if one.value.reached > other.value.reached:
        low, high, top = other, one, one.value.reached
    return any(
        reached >= top and (claim.heads & high.heads or claim.entities & high.entities)
        for reached, claim in stages.get((low.article, low.rule, low.slot), ())
    )
