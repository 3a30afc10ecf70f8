"""Choosing among scored links: who answers the same question as whom.

Equal answers are linked first and more easily; differing answers are set against each other only when each is the
other's best match in its article and neither has an equal answer there. So a figure that both articles carry is never
set against a neighbouring figure of the same kind.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from checker.language.onematter import are_one_matter
from checker.linking.answers import AGREEING, Compared, join_answers
from checker.linking.candidates import pair_claims
from checker.linking.demands import count_rivals, demand_agreeing, demand_differing, is_plainly_same, is_same_matter
from checker.linking.features import SLIP, describe_pair, view_event
from checker.linking.fitted import READABLE, fitted_model
from checker.linking.relatives import Relatives
from checker.linking.score import Link, match_figures, score_link
from checker.linking.stages import is_known, list_stages
from checker.linking.told_times import is_told_by_other, list_times
from checker.linking.weights import TopicWeights
from checker.model import Claim, Linking, Relation, Rule, Verdict
from checker.values.quantities import Quantity
from checker.values.times import TimeValue

DIFFERING = frozenset({Relation.CONTRADICT, Relation.FRAMING, Relation.UPDATE})

TELLING = AGREEING | DIFFERING
"""Ways for two answers to stand to each other that links are kept for."""

WITHIN = 0.2
"""By how much a link inside one article (headline against body) must beat the threshold."""

UPDATES = 0.06
"""By how much an update, which is a note, may fall short of the threshold."""

FEW_PAIRS = 40
"""Pairs of claims among which hardly any match by chance: a paragraph beside an article."""

SHORT = 30
"""Sentences of a report in which hardly anything is beside its event."""

OTHER_ORDER = 3.0
"""Natural logarithm of the ratio of two amounts from which they are never one thing's, short of a slip: 20 times."""

ECHO = 0.05
"""The least score at which an equal answer elsewhere keeps a claim from being called single-source."""

LEAD = 0.12
"""How much better a differing link must be than an agreeing one of the same claim into the same article."""


HARDLY, PLAIN = 0.03, 0.45
"""The probability below which the model overrules that two times are told of one matter, and what that is worth."""


def compare_pairs(
    claims: Sequence[Claim],
    rules: Mapping[str, Rule],
    weights: TopicWeights,
    compare: Callable[[Rule, Claim, Claim], Verdict],
    relatives: Relatives,
) -> tuple[list[Compared], frozenset[str]]:
    """Score and compare every candidate pair; keep those that link well enough for what they say.

    Also the ids of claims whose answer another origin gives in words that link too weakly to be called the same: not
    enough to call them corroborated, and too much to call them single-source.
    """
    kept: list[Compared] = []
    fitted: list[Compared] = []
    echoed: set[str] = set()
    opposed: set[frozenset[str]] = set()
    rivals = count_rivals(claims)
    stages = list_stages(claims)
    lengths: dict[str, int] = defaultdict(int)
    for claim in claims:
        lengths[claim.article] = max(lengths[claim.article], claim.sentence + 1)
    crowd = Counter((claim.article, claim.rule, claim.slot) for claim in claims)
    for one, other in pair_claims(claims):
        rule = rules[one.rule]
        alone = one.article != other.article
        alone = alone and crowd[one.article, one.rule, one.slot] == 1 == crowd[other.article, other.rule, other.slot]
        # What takes less time is done first: where the model decides, to set the answers side by side.
        by_model = rule.linking.fitted and one.article != other.article
        verdict = compare(rule, one, other) if by_model else None
        if verdict is not None and verdict.relation not in TELLING:
            continue
        link = score_link(one, other, rule.linking, weights, alone=alone, relatives=relatives)
        if verdict is None:
            if link.score < min(ECHO, rule.linking.agreeing, rule.linking.threshold):
                continue
            verdict = compare(rule, one, other)
        if verdict.relation is Relation.CONTRADICT:
            opposed.add(frozenset((one.id, other.id)))
        if verdict.relation in AGREEING:
            if link.score >= rule.linking.agreeing + demand_agreeing(link):
                kept.append(Compared(link, verdict))
            elif link.score >= ECHO and one.origin != other.origin:
                echoed.update((one.id, other.id))
        elif verdict.relation in DIFFERING and (_strays(link, rule.linking, lengths) or is_known(link, stages)):
            continue
        elif verdict.relation is Relation.UPDATE and link.score >= rule.linking.threshold and is_plainly_same(link):
            kept.append(Compared(link, verdict))  # a toll may grow threefold, which two tellings of it do not differ by
        elif by_model and verdict.relation in DIFFERING:
            fitted.append(Compared(link, verdict))
        elif verdict.relation is Relation.UPDATE:
            margin = rule.linking.breadth * _beside(link, lengths) - UPDATES
            if link.score >= rule.linking.threshold + margin and is_same_matter(link):
                kept.append(Compared(link, verdict))
        elif verdict.relation in DIFFERING:
            margin = demand_differing(link, rivals) + (WITHIN if one.article == other.article else 0.0)
            if rule.linking.growth:
                chances = crowd[one.article, one.rule, one.slot] * crowd[other.article, other.rule, other.slot]
                margin += rule.linking.growth * math.log2(max(1.0, chances / FEW_PAIRS))
            if rule.linking.breadth:
                margin += rule.linking.breadth * _beside(link, lengths)
            if link.score >= rule.linking.threshold + margin:
                kept.append(Compared(link, verdict))
    linked = _weigh_fitted(claims, kept, fitted, opposed, weights, relatives)
    firm = [
        item
        for item, margin in linked
        if item.verdict.relation is Relation.UPDATE
        or margin >= rules[item.link.one.rule].linking.breadth * _beside(item.link, lengths)
    ]
    return [*kept, *firm], frozenset(echoed)


def surely(linking: Linking) -> float:
    """The score from which a link of a rule sets differing answers against each other."""
    return fitted_model().threshold if linking.fitted else linking.threshold


def _beside(link: Link, lengths: Mapping[str, int]) -> float:
    """How much of two articles is beside their event: doublings of their length beyond that of short reports."""
    return math.log2(max(1.0, lengths[link.one.article] * lengths[link.other.article] / SHORT**2))


def _strays(link: Link, linking: Linking, lengths: Mapping[str, int]) -> bool:
    """Whether two passages of longer articles share too little to be of one thing: hardly a word, and no name."""
    bare = link.level("topic") < linking.ground and link.level("entities") <= 0.0
    return bare and _beside(link, lengths) > 0.0


def _weigh_fitted(
    claims: Sequence[Claim],
    kept: Sequence[Compared],
    open_pairs: Sequence[Compared],
    opposed: Collection[frozenset[str]],
    weights: TopicWeights,
    relatives: Relatives,
) -> Iterator[tuple[Compared, float]]:
    """Of the pairs that differ, those that the fitted model takes for answers to one question, and how far it is sure.

    Answers that one article gives both of are not set against each other: they are answers to two questions.
    """
    if not open_pairs:
        return
    model = fitted_model()
    times = list_times(claims)
    likely = [item for item in open_pairs if not _is_of_two(item, times)]
    for item, features in describe_open(claims, kept, likely, opposed, weights, relatives):
        probability = model.probability(features)
        timed = isinstance(item.link.one.value, TimeValue) and item.verdict.relation is Relation.CONTRADICT
        if timed and probability >= HARDLY and are_one_matter(item.link.one, item.link.other):
            probability = max(probability, PLAIN + (1 - PLAIN) * probability)
        least = model.updates if item.verdict.relation is Relation.UPDATE else model.threshold
        if probability >= least:
            shown = tuple((name, round(min(1.0, features[name]), 3)) for name in READABLE if features.get(name))
            link = Link(item.link.one, item.link.other, round(probability, 4), shown)
            yield Compared(link, item.verdict), probability - least


def _is_of_two(item: Compared, times: Mapping[str, Sequence[TimeValue]]) -> bool:
    """Whether two answers are to two questions whatever else speaks for one: this is seen without the model."""
    one, other = item.link.one, item.link.other
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        a, b = one.value.point, other.value.point
        far = a is not None and b is not None and min(a, b) > 0 and abs(math.log(a / b)) >= OTHER_ORDER
        if far and (match_figures(one, other) or 0.0) <= SLIP:
            return True
    if item.verdict.relation is Relation.UPDATE:
        # "240 tickets" in June, and "310 members" now
        return item.link.level("figures") < 0.0 or not is_same_matter(item.link)
    return item.verdict.relation is Relation.CONTRADICT and is_told_by_other(item.link, times)


def describe_open(
    claims: Sequence[Claim],
    kept: Sequence[Compared],
    open_pairs: Sequence[Compared],
    opposed: Collection[frozenset[str]],
    weights: TopicWeights,
    relatives: Relatives,
) -> Iterator[tuple[Compared, dict[str, float]]]:
    """The pairs that may differ on one question, each with its features (``checker.linking.features``)."""
    agreeing = [item for item in kept if item.agrees]
    view = view_event(claims, [item.link for item in agreeing], join_answers(agreeing, opposed), weights, relatives)
    for item in open_pairs:
        one, other = view.answer(item.link.one), view.answer(item.link.other)
        if view.articles(one).isdisjoint(view.articles(other)):
            yield item, describe_pair(item.link, view)


def choose(compared: Sequence[Compared]) -> tuple[list[Compared], list[Compared]]:
    """Split into agreeing links and the differing links that survive.

    Claims that agree form an answer. A differing link survives when it is the best of its answer into the other's
    article on both sides, and when neither article gives the other's answer too.
    """
    agreeing = [c for c in compared if c.agrees]
    opposed = {
        frozenset((c.link.one.id, c.link.other.id)) for c in compared if c.verdict.relation is Relation.CONTRADICT
    }
    answer = join_answers(agreeing, opposed)
    held: dict[tuple[str, str], float] = defaultdict(float)
    best: dict[tuple[str, str], float] = defaultdict(float)
    members: dict[str, set[str]] = defaultdict(set)
    for name, root in answer.items():
        members[root].add(name)
    against: dict[str, set[str]] = defaultdict(set)
    for pair in opposed:
        for name in pair:
            against[name] |= pair - {name}
    for item in agreeing:
        one, other = item.link.one.id, item.link.other.id
        for claim, into in _held_ends(item.link):
            mine, there = answer.get(claim.id, claim.id), other if claim.id == one else one
            if against[there].isdisjoint(members[mine]):
                held[mine, into] = max(held[mine, into], item.link.score)
    for item in compared:
        if not item.agrees:
            for claim, into in _ends(item.link):
                key = answer.get(claim.id, claim.id), into
                best[key] = max(best[key], item.link.score)
    differing = []
    for item in compared:
        if item.agrees:
            continue
        keys = [(answer.get(claim.id, claim.id), into) for claim, into in _ends(item.link)]
        if all(
            item.link.score >= best[key] and (key not in held or item.link.score >= held[key] + LEAD) for key in keys
        ):
            differing.append(item)
    return agreeing, differing


def _held_ends(link: Link) -> tuple[tuple[Claim, str], ...]:
    """The claims whose answer the other's article gives too.

    Of two whole sentences it is the shorter one, if they are not equally long: what the longer one says beside it may
    stand against another sentence there.
    """
    ends = _ends(link)
    if not link.level("words"):
        return ends
    least = min(len(claim.heads) for claim, _ in ends)
    return tuple(end for end in ends if len(end[0].heads) == least)


def _ends(link: Link) -> tuple[tuple[Claim, str], tuple[Claim, str]]:
    return (link.one, link.other.article), (link.other, link.one.article)
