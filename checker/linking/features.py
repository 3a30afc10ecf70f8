"""What speaks for and against two differing answers being answers to one question, as named numbers.

Each pair of claims is described beside the others of its event: how well the words that name the thing match, and the
parts that they play; how much of the passages around agrees; how alike the values are; how many other figures there
are that could be meant. The fitted model (``checker.linking.fitted``) weighs them.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.language.sameness import same_occasion_score
from checker.lexicon import share_class
from checker.linking.demands import count_rivals, is_common
from checker.linking.relatedness import Contexts, nearest
from checker.linking.relatives import Relatives, counts_people, match_words
from checker.linking.score import Link, match_figures, match_named, match_topics
from checker.linking.weights import TopicWeights
from checker.model import Claim
from checker.values.quantities import Quantity
from checker.values.times import TimeValue
from checker.values.timex import Granularity

PARTS = (
    *("counted", "modifier", "population", "carrier", "predicate", "subject", "object"),
    *("event", "party", "kind", "named", "ordinal"),
)
"""The parts that words play towards a value (``Claim.parts``)."""

SLIP = 0.5
"""From this on the figures level says that one figure looks like a slip of the other."""

CLOSE, FAR = 0.3, 1.6
"""Natural logarithm of the ratio of two amounts, below which they are of one size and above which they are not."""

UNRELATED = 0.05
"""Up to this the words around say nothing."""

LEAD = 4
"""Sentences that open an article."""

NEARBY = (-1, 0, 1)
"""Sentences before and after that belong to the passage."""


@dataclass(frozen=True, slots=True)
class View:
    """What is known of the claims of an event beside which a pair is looked at.

    ``answers`` gives the answer that a claim belongs to, by id (equal answers already joined); ``members`` the claims
    of an answer; ``passages`` the answers that two sentences, each given by article and number, have in common;
    ``sizes`` the amounts that an article gives for one kind of thing (article, rule and slot).
    """

    weights: TopicWeights
    relatives: Relatives
    contexts: Contexts
    rivals: Mapping[str, float]
    crowd: Mapping[tuple[str, str, str], int]
    answers: Mapping[str, str]
    members: Mapping[str, tuple[Claim, ...]]
    passages: Mapping[tuple[tuple[str, int], tuple[str, int]], frozenset[str]]
    sizes: Mapping[tuple[str, str, str], tuple[float, ...]]
    _words: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def answer(self, claim: Claim) -> str:
        """The id of the answer that a claim belongs to: its own where nothing agrees with it."""
        return self.answers.get(claim.id, claim.id)

    def words(self, answer: str, kind: str) -> frozenset[str]:
        """The heads, topic or entities of all claims of an answer."""
        key = (answer, kind)
        if key not in self._words:
            self._words[key] = frozenset(word for claim in self.members[answer] for word in getattr(claim, kind))
        return self._words[key]

    def articles(self, answer: str) -> frozenset[str]:
        """The articles that give an answer."""
        return frozenset(claim.article for claim in self.members[answer])


def view_event(
    claims: Sequence[Claim],
    agreeing: Sequence[Link],
    answers: Mapping[str, str],
    weights: TopicWeights,
    relatives: Relatives,
) -> View:
    """Gather what pairs of an event are looked at beside; ``agreeing`` are the links between equal answers."""
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[answers.get(claim.id, claim.id)].append(claim)
    passages: dict[tuple[tuple[str, int], tuple[str, int]], set[str]] = defaultdict(set)
    for link in agreeing:
        one, other = (link.one.article, link.one.sentence), (link.other.article, link.other.sentence)
        answer = answers.get(link.one.id, link.one.id)
        passages[one, other].add(answer)
        passages[other, one].add(answer)
    sizes: dict[tuple[str, str, str], set[float]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.value.point is not None:
            sizes[claim.article, claim.rule, claim.slot].add(abs(claim.value.point))
    return View(
        weights,
        relatives,
        Contexts(claims, weights),
        count_rivals(claims),
        Counter((c.article, c.rule, c.slot) for c in claims),
        answers,
        {answer: tuple(found) for answer, found in members.items()},
        {pair: frozenset(found) for pair, found in passages.items()},
        {key: tuple(sorted(found)) for key, found in sizes.items()},
    )


def describe_pair(link: Link, view: View) -> dict[str, float]:
    """The features of a pair, by name; those that do not apply are left out and count as 0."""
    one, other = link.one, link.other
    found: dict[str, float] = {name: link.level(name) for name in ("heads", "concepts", "entities", "topic")}
    found.update(_describe_words(one, other, link, view))
    found.update(_describe_place(one, other, view))
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        found.update(_describe_amounts(one, other, link, view))
    elif isinstance(one.value, TimeValue) and isinstance(other.value, TimeValue):
        found.update(_describe_times(one, other, one.value, other.value))
    return found


def _describe_words(one: Claim, other: Claim, link: Link, view: View) -> dict[str, float]:
    """How well the words match: of the two claims, by the part they play, and of all claims that say the same."""
    heads, topic = link.level("heads"), link.level("topic")
    mine, theirs = view.answer(one), view.answer(other)
    found = {
        "no heads": float(heads <= 0),
        "no topic": float(topic <= UNRELATED),
        "heads x topic": heads * topic,
        "answer heads": match_named(
            view.words(mine, "heads"),
            view.words(mine, "topic"),
            view.words(theirs, "heads"),
            view.words(theirs, "topic"),
            view.weights,
            view.relatives,
        ),
        "answer topic": match_topics(
            view.words(mine, "topic"), view.words(theirs, "topic"), view.weights, view.relatives
        ),
        "related heads": view.contexts.heads(one, other),
        "related topic": view.contexts.topics(one, other),
        "related": view.contexts.contexts(one, other),
        "answer related": view.contexts.relate(
            view.words(mine, "heads") | view.words(mine, "topic"),
            view.words(theirs, "heads") | view.words(theirs, "topic"),
        ),
        "answer entities": min(3.0, len(view.words(mine, "entities") & view.words(theirs, "entities"))),
    }
    for name in PARTS:
        ours, yours = one.part(name), other.part(name)
        found[f"{name} known"] = float(bool(ours)) + float(bool(yours))
        if ours and yours:
            best = max(match_words(a, b) for a in ours for b in yours)
            found[name] = best
            found[f"{name} related"] = nearest(ours, yours)
            found[f"{name} apart"] = float(best <= 0)
    return found


def _describe_place(one: Claim, other: Claim, view: View) -> dict[str, float]:
    """Where the two stand: what their passages share, and how many other claims of the kind there are."""
    first, second = (one.article, one.sentence), (other.article, other.sentence)
    near: set[str] = set()
    for back in NEARBY:
        for forth in NEARBY:
            near |= view.passages.get(
                ((one.article, one.sentence + back), (other.article, other.sentence + forth)), frozenset()
            )
    crowd = max(view.crowd[c.article, c.rule, c.slot] for c in (one, other))
    origins = [len({c.origin for c in view.members[view.answer(claim)]}) for claim in (one, other)]
    return {
        "same sentence": min(3.0, len(view.passages.get((first, second), ()))),
        "same passage": min(4.0, len(near)),
        "crowd": math.log(crowd),
        "alone": float(crowd == 1),
        "lead": float(max(one.sentence, other.sentence) < LEAD),
        "origins": min(5.0, sum(origins)) - 2.0,
        "modality": float(one.modality != other.modality),
        "polarity": float(one.polarity != other.polarity),
        f"slot {one.slot.split()[0]}": 1.0,
    }


def _describe_amounts(one: Claim, other: Claim, link: Link, view: View) -> dict[str, float]:
    """How two amounts stand to each other, and how many others of the same thing there are."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    slip = match_figures(one, other) or 0.0
    found = {
        "slip": float(slip >= 1.0),
        "small slip": float(SLIP < slip < 1.0),
        "slip x heads": (slip > SLIP) * link.level("heads"),
        "slip x topic": (slip > SLIP) * link.level("topic"),
        "both common": float(is_common(one) and is_common(other)),
        "one common": float(is_common(one) or is_common(other)),
        "scope": min(2.0, len(one.scope ^ other.scope)),
        "rivals": min(4.0, max(view.rivals.get(one.id, 0.0), view.rivals.get(other.id, 0.0))),
    }
    a, b = one.value.point, other.value.point
    if a is None or b is None or a <= 0 or b <= 0:
        return {**found, "no ratio": 1.0}
    ratio = abs(math.log(a / b))
    found.update(_describe_sizes(one, other, a, b, link, view))
    return {**found, "ratio": min(3.0, ratio), "close": float(ratio < CLOSE), "far": float(ratio > FAR)}


def _describe_sizes(one: Claim, other: Claim, a: float, b: float, link: Link, view: View) -> dict[str, float]:
    """Whether the two amounts are the only ones of their size, and count things of one class."""
    near = 0
    for claim in (one, other):
        for size in view.sizes.get((claim.article, claim.rule, claim.slot), ()):
            near += size not in (a, b) and any(size <= ALIKE * x and x <= ALIKE * size for x in (a, b))
    found = {
        "size rivals": math.log1p(near),
        "size alone": float(not near),
        "size alone x topic": (not near) * link.level("topic"),
        "size alone x entities": (not near) * link.level("entities"),
    }
    if one.slot == "count":
        mine, theirs = _counted(one), _counted(other)
        people = [any(map(counts_people, nouns)) for nouns in (mine, theirs)]
        found["big"] = min(5.0, math.log10(max(1.0, min(a, b))))
        found["class"] = max((share_class(x, y) for x in mine for y in theirs), default=0.0)
        found["both people"] = float(all(people))
        found["one people"] = float(sum(people) == 1)
        found["both people x topic"] = all(people) * link.level("topic")
        found["both people x concepts"] = all(people) * link.level("concepts")
        found["both people x alone"] = float(all(people) and not near)
    return found


ALIKE = 2.0
"""Up to how many times one amount is another for both to be of one size."""


def _counted(claim: Claim) -> frozenset[str]:
    return claim.part("counted") or claim.heads


def _describe_times(one: Claim, other: Claim, first: TimeValue, second: TimeValue) -> dict[str, float]:
    """How two times or lengths stand to each other, and what marks the occasion as one of several."""
    marks = [frozenset(w for w in claim.scope if w.startswith("mark ")) for claim in (one, other)]
    ahead = sum("mark future" in mark for mark in marks)
    clocks = sum(value.clock is not None for value in (first, second))
    found = {
        "two clocks": float(clocks == 2),
        "one clock": float(clocks == 1),
        "both ahead": float(ahead == 2),
        "one ahead": float(ahead == 1),
        "marks": min(3.0, len(marks[0] ^ marks[1])),
        "central": float(any("mark central" in mark for mark in marks)),
        "personal": float(any("mark personal" in mark for mark in marks)),
        "occasion": same_occasion_score(one, other),
        "digits moved": float(_digits_moved(first.text, second.text)),
        **{f"{mark} mark": float(any(f"mark {mark}" in found for found in marks)) for mark in ("several", "planned")},
        "granularity": float(first.granularity == second.granularity),
        "exact days": float(Granularity.DAY == first.granularity == second.granularity),
    }
    if first.seconds and second.seconds:
        a, b = first.seconds[0], second.seconds[0]
        found["length ratio"] = min(3.0, abs(math.log(a / b))) if a > 0 and b > 0 else 3.0
    elif first.start is not None and second.start is not None:
        found["apart"] = min(7.0, math.log1p(abs((first.start - second.start).total_seconds()) / 3600))
    else:
        found["no days"] = 1.0
    return found


def _digits_moved(one: str, other: str) -> bool:
    """Whether two times are written with the same digits in another order ("9:32", "9:23")."""
    first, second = (re.sub(r"\D", "", text) for text in (one, other))
    return len(first) > 1 and first != second and sorted(first) == sorted(second)
