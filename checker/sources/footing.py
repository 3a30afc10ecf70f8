"""Footing: how each answer to a question stands, and without whom it would stand otherwise.

An answer that a later article supersedes is superseded; one that cannot stand beside another is contested; of the rest,
what two origins give is corroborated and what one gives has a single origin. The same is asked again with each origin
left out in turn: that shows which answers hang on one newsroom.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from checker.comparing.questions import Linked
from checker.model import Claim, Flip, Footing, Relation
from checker.model.claims import settle_footing

Later = Callable[[Claim, Claim], Claim | None]
"""Gives the later of two claims, None where that is not known."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How one answer stands; ``against`` are the places of the answers that it cannot stand beside."""

    footing: Footing
    origins: tuple[str, ...]
    against: tuple[int, ...] = ()


def place_answers(question: Linked, later: Later, without: Collection[str] = ()) -> tuple[Stand, ...]:
    """How the answers of a question stand, in their order, when the claims of some origins are left out.

    An answer that nobody is left to give is not assessable.
    """
    place = {claim.id: n for n, group in enumerate(question.groups) for claim in group.claims}
    origins = [tuple(sorted({c.origin for c in g.claims if c.origin not in without})) for g in question.groups]
    against: dict[int, set[int]] = {}
    superseded: set[int] = set()
    # Claims were set against each other one by one; their answers differ also where another origin gives one of them.
    for item in question.differing:
        one, other = place[item.link.one.id], place[item.link.other.id]
        if one == other or not origins[one] or not origins[other]:
            continue
        if item.verdict.relation is Relation.CONTRADICT:
            against.setdefault(one, set()).add(other)
            against.setdefault(other, set()).add(one)
        elif item.verdict.relation is Relation.UPDATE:
            last = later(item.link.one, item.link.other)
            if last is not None:
                superseded.add(one if last is item.link.other else other)
    return tuple(_place(given, tuple(sorted(against.get(n, ()))), n in superseded) for n, given in enumerate(origins))


def _place(origins: tuple[str, ...], against: tuple[int, ...], superseded: bool) -> Stand:
    if not origins:
        return Stand(Footing.NOT_ASSESSABLE, ())
    if against:
        return Stand(Footing.CONTESTED, origins, against)
    if superseded:
        return Stand(Footing.SUPERSEDED, origins)
    return Stand(Footing.CORROBORATED if len(origins) > 1 else Footing.SINGLE_ORIGIN, origins)


def find_flips(question: Linked, later: Later, settled: Footing | None = None) -> tuple[Flip, ...]:
    """The origins without which a question stands otherwise, by name, and how it does then.

    A question that one origin alone answers hangs on it: without it nothing is left to assess. ``settled`` is how the
    question stands with everybody, where more than its answers decides that.
    """
    if settled is None:
        settled = _settle(place_answers(question, later))
    origins = sorted({claim.origin for claim in question.claims})
    if len(origins) == 1:
        return (Flip(origins[0], Footing.NOT_ASSESSABLE),) if settled is not Footing.NOT_ASSESSABLE else ()
    flips = (Flip(origin, _settle(place_answers(question, later, (origin,)))) for origin in origins)
    return tuple(flip for flip in flips if flip.footing is not settled)


def _settle(stands: Sequence[Stand]) -> Footing:
    return settle_footing(stand.footing for stand in stands)
