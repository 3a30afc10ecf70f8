"""Blocking: the pairs of claims worth scoring, found by shared keys instead of by trying all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.model import Claim

CROWDED = 60
"""A key that more claims than this share says too little to pair them by itself."""


def keys(claim: Claim) -> Iterator[str]:
    """The keys that a claim can be found by."""
    yield from (f"h:{w}" for w in claim.heads)
    yield from (f"c:{w}" for w in claim.concepts)
    yield from (f"e:{w}" for w in claim.entities)
    yield from (f"t:{w}" for w in claim.topic)
    yield f"v:{claim.value.normalized}"


def pair_claims(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims of one rule and slot that share a key, in the order of the claims.

    Small blocks are paired whole.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        blocks[claim.rule, claim.slot].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= CROWDED:
            pairs.update(combinations(members, 2))
            continue
        holders: dict[str, list[int]] = defaultdict(list)
        for index in members:
            for key in keys(claims[index]):
                holders[key].append(index)
        for sharing in holders.values():
            if len(sharing) <= CROWDED:
                pairs.update(combinations(sharing, 2))
    return [
        (claims[a], claims[b])
        for a, b in sorted(pairs)
        if claims[a].article != claims[b].article or claims[a].headline != claims[b].headline
    ]
