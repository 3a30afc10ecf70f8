"""Answers that another article says no longer hold: updates that the later text announces by itself.

A claim whose value names the answer it replaces is set beside the claims of other articles that still give that
answer, whichever rule read them. The answer itself is the link: the same figure or day in an article that came out
earlier, with words around that the two share; the commoner the answer, the more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from checker.comparing.findings import quote_evidence, subject_of
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.publication import published_at
from checker.comparing.updates import order
from checker.linking.relatives import Relatives
from checker.linking.score import match_topics
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Evidence, Finding, Kind, LinkLevel, Severity, Value, Why
from checker.values.quantities import Quantity
from checker.values.revised import RevisedValue, is_same_answer
from checker.values.slips import digits
from checker.values.timex import Granularity, TimeValue

FEW = 12
"""Bare counts up to this are common: two articles have them for many things."""

LEAST_WORDS = 0.12
"""The least match of words around at which one figure or day is the answer that the other replaces."""

COMMON_WORDS = 0.2
"""The same for small bare counts."""

TELLING_DIGITS = 3
"""Significant digits from which an equal figure is hardly ever so by chance."""

ENTITY = 0.25
"""What somebody or something named in both adds."""


def find_revised(
    claims: Sequence[Claim],
    event: str,
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    weights: TopicWeights,
    relatives: Relatives,
) -> list[Finding]:
    """A finding for each answer that one article gives and another takes back, with the words of both.

    ``articles`` are those of the event, dated as far as their content allows; ``floors`` as in ``order``.
    """
    revised = [claim for claim in claims if isinstance(claim.value, RevisedValue) and claim.slot != RENEWED]
    if not revised:
        return []
    findings = []
    for claim in revised:
        assert isinstance(claim.value, RevisedValue)
        best: dict[str, tuple[float, Claim]] = {}
        for score, other in _given_up(claim, claim.value, claims, articles, floors, weights, relatives):
            if score > best.get(other.article, (0.0, other))[0] or other.article not in best:
                best[other.article] = (score, other)
        if best:
            findings.append(_state(claim, [best[article] for article in sorted(best)], claims, event, articles))
    return findings


def _given_up(
    claim: Claim,
    value: RevisedValue,
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    weights: TopicWeights,
    relatives: Relatives,
) -> Iterator[tuple[float, Claim]]:
    """The claims of other articles that still give the old answer, and how well they fit."""
    informed = {
        c.article
        for c in claims
        if value.new is not None
        and is_same_answer(value.new, c.value)
        and (not _is_common(value.new) or _share(claim, c, weights, relatives) >= COMMON_WORDS)
    }
    for other in claims:
        if other.article == claim.article or other.article in informed or not value.gives_up(other.value):
            continue
        ordered = order(claim, other, articles, floors)
        if ordered is None and (value.change or _both_dated(claim, other, articles)):
            continue
        if ordered is not None and ordered[1] is not claim:
            continue
        if _is_clock(other.value) and not _is_clock(value.old) and not _is_plan(other, articles):
            continue  # an hour of a day that has passed is not what was promised for the day
        shared = _share(claim, other, weights, relatives)
        if value.lapsed:
            if ordered is not None and _is_plan(other, articles, ZONES):
                yield shared, other
        elif shared >= _least(value) or (ordered is not None and _is_plan(other, articles)):
            # A day ahead that the one gives and the other takes back is hardly two things' day.
            yield shared, other


def _share(one: Claim, other: Claim, weights: TopicWeights, relatives: Relatives) -> float:
    """How much two claims have in common besides their answer."""
    shared = match_topics(one.topic | one.heads, other.topic | other.heads, weights, relatives)
    return shared + (ENTITY if one.entities & other.entities else 0.0)


def _is_common(value: Value) -> bool:
    """Whether a value is a small bare count, of which an article has several."""
    return isinstance(value, Quantity) and not value.dimension and abs(value.point) <= FEW


def _both_dated(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    return all(published_at(articles[c.article]) is not None for c in (one, other))


def _is_clock(value: Value) -> bool:
    return isinstance(value, TimeValue) and value.granularity in {Granularity.HOUR, Granularity.MINUTE}


ZONES = timedelta(days=1)
"""What is already tomorrow elsewhere when an article comes out: a day so near is not surely ahead of it."""


def _is_plan(claim: Claim, articles: Mapping[str, Article], margin: timedelta = timedelta(0)) -> bool:
    """Whether a claim gives a day that lay ahead when its article came out, by more than ``margin``."""
    told, value = articles[claim.article].published_date, claim.value
    if told is None or not isinstance(value, TimeValue) or value.start is None:
        return False
    return value.start.date() - told > margin


def _least(value: RevisedValue) -> float:
    old = value.old
    if isinstance(old, Quantity):
        if digits(abs(old.point)) >= TELLING_DIGITS:
            return 0.0
        return COMMON_WORDS if _is_common(old) else LEAST_WORDS
    return LEAST_WORDS


def _gives_new(claim: Claim, other: Claim) -> bool:
    """Whether another claim near a revision gives the new answer, in words that the revision does not cite."""
    value = claim.value
    assert isinstance(value, RevisedValue)
    if value.new is None or other is claim:
        return False
    if isinstance(other.value, RevisedValue):
        return other.slot == RENEWED and other.value.old == value.old and other.sentence >= claim.sentence
    near = abs(other.sentence - claim.sentence) <= NEAR_BY and not other.span.overlaps(claim.span)
    return near and is_same_answer(value.new, other.value)


RENEWED = "renewed"
"""The slot of claims that only cite where a new answer stands."""

NEAR_BY = 2
"""Sentences within which the new answer follows the day that lapsed."""


def _state(
    claim: Claim,
    given_up: Sequence[tuple[float, Claim]],
    claims: Sequence[Claim],
    event: str,
    articles: Mapping[str, Article],
) -> Finding:
    earlier = [other for _, other in given_up]
    news = sorted(
        (c for c in claims if c.article == claim.article and _gives_new(claim, c)),
        key=lambda c: (c.slot != RENEWED, c.span),
    )[:1]
    names = ", ".join(dict.fromkeys(articles[c.article].source or c.article for c in earlier))
    source = articles[claim.article].source or claim.article
    evidence: list[Evidence] = [*(quote_evidence(c) for c in earlier), *(quote_evidence(c) for c in (claim, *news))]
    score = round(max(score for score, _ in given_up), 3)
    # One of them, whatever order they come in: one more outlet that gives the answer changes nothing.
    subject = subject_of([min(earlier, key=lambda c: (sorted(c.heads), sorted(c.concepts), c.asks))])
    return Finding(
        id="",
        fingerprint=fingerprint(claim.rule, Kind.UPDATE, subject, [claim.value.normalized]),
        question_key=key_question(claim.rule, subject),
        rule=claim.rule,
        kind=Kind.UPDATE,
        severity=Severity.NOTE,
        confidence=round(min(0.99, 0.5 + score / 2), 2),
        question=earlier[0].asks,
        message=f"“{earlier[0].value.text}” ({names}) beside “{claim.value.text}” ({source})",
        why=Why(
            (LinkLevel("answer", 1.0), LinkLevel("topic", min(1.0, score))),
            f"the second says that “{earlier[0].value.text}” no longer holds",
            "carry the later answer, or say as of when the earlier one held",
        ),
        origins=tuple(sorted({c.origin for c in (*earlier, claim)})),
        evidence=tuple(evidence),
        event=event,
        answers=(tuple(sorted({c.value.normalized for c in earlier})), (claim.value.normalized,)),
    )


def drop_settled(findings: Sequence[Finding], revised: Sequence[Finding]) -> list[Finding]:
    """The findings without those that set the same words against each other as a revision does: it says why."""
    return [f for f in findings if f.kind is Kind.SINGLE_SOURCE or not any(_covers(one, f) for one in revised)]


def _covers(one: Finding, other: Finding) -> bool:
    if one is other:
        return False
    shared = {
        a.article
        for a in one.evidence
        for b in other.evidence
        if a.article == b.article and a.field == b.field and a.start < b.end and b.start < a.end
    }
    return len(shared) > 1
