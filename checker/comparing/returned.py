"""Answers that were given before, or again after, what would be their update: the figure did not move, they differ.

"Seven hurt" on the ninth, "17" on the tenth and "seven" on the thirteenth is no toll that rose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from checker.comparing.publication import published_at
from checker.comparing.updates import order
from checker.linking.answers import Compared, join_answers
from checker.model import Article, Claim, Relation, Verdict

LAG = timedelta(hours=20)
"""How long a desk may go on printing what has been overtaken; what is told beyond that is held to be so."""


def settle_returned(
    compared: Sequence[Compared],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    judge: Callable[[Claim, Claim], Verdict],
    least: Callable[[Claim], float],
) -> list[Compared]:
    """The links, with an update as a contradiction where the older answer came back, or the newer one was there first.

    ``judge`` compares the answers whatever the day; ``least`` gives the score from which differing answers to the
    question of a claim are set against each other: a weaker link was good enough for an update alone, and goes.
    """
    if all(item.verdict.relation is not Relation.UPDATE for item in compared):
        return list(compared)
    opposed = {_ends(item) for item in compared if item.verdict.relation is Relation.CONTRADICT}
    roots = join_answers([item for item in compared if item.agrees], opposed)
    givers: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        givers[roots.get(claim.id, claim.id)].add(claim.article)
    kept = []
    for item in compared:
        updated = item.verdict.relation is Relation.UPDATE
        ordered = order(item.link.one, item.link.other, articles, floors) if updated else None
        if ordered is not None:
            before, after = ordered
            old, new = (givers[roots.get(claim.id, claim.id)] for claim in ordered)
            returned = _is_later([before.article], new - old, articles) or _is_later(
                old - new, [after.article], articles
            )
            if returned and (verdict := judge(item.link.one, item.link.other)).relation is Relation.CONTRADICT:
                if item.link.score >= least(before):
                    kept.append(Compared(item.link, verdict))
                continue
        kept.append(item)
    return kept


def _ends(item: Compared) -> frozenset[str]:
    return frozenset((item.link.one.id, item.link.other.id))


def _is_later(ones: Iterable[str], others: Iterable[str], articles: Mapping[str, Article]) -> bool:
    """Whether one of some articles came out later than one of others, by more than desks lag behind."""
    late = [moment for name in ones if (moment := published_at(articles[name])) is not None]
    early = [moment for name in others if (moment := published_at(articles[name])) is not None]
    return bool(late) and bool(early) and max(late) - min(early) >= LAG
