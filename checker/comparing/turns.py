"""What came of what was still to come: a plan carried out or put off, a case decided, a state that is over.

A statement of an earlier article that lies ahead or hangs is set beside one of a later article that tells what came of
it, in whatever words: the deed of both, or the end that it came to, and the words that the two share. Nothing is said
where the earlier article tells the end as well, or where the later one speaks of days before the earlier came out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import log2

from checker.claiming import make_claim
from checker.comparing.findings import SEVERITIES, quote_evidence
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.publication import pair_by_publication
from checker.comparing.updates import APART
from checker.factuality.prospects import Told, read_told
from checker.linking.relatives import match_words
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Document, Finding, Kind, LinkLevel, Span, Why
from checker.values.degrees import StageValue
from checker.values.texts import TextValue

RULE = "progress"
"""The rule in whose name it is told."""

OPEN_RULES = frozenset({"wording", "state", "outcome", "progress", "name", "performer"})
"""Rules whose contradictions are none where the one statement lies ahead and the other tells what came of it."""

NAMESAKES = 0.6
"""The least match of two verbs that name one deed."""

DEED, NEAR_DEED, STAGE, END, NEXT = 1.0, 0.8, 0.8, 0.7, 0.45
"""What one deed counts, one by two verbs, two stages of one process, and an end of something that hung; what is done
later by or to what something was still to be done by or to, whatever it is."""

ACROSS, AROUND = 0.6, 0.3
"""What a shared word counts that is near only one of the statements, and near both, beside one of their own words."""

LEAST, LEAST_OWN, LEAST_DEED, LEAST_LONG = 1.9, 0.4, 0.2, 0.9
"""The least score of two statements of short articles, and the least weight of the words of their own that they share;
less is asked where they share the deed, more in long articles."""

CROWDED, SHORT = 0.3, 36
"""What the least score grows by with each doubling of two articles' length, beyond six sentences each: some words are
shared by chance."""

NEWS = 0.5
"""What a word like "now", or a day after the earlier article came out, adds."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Two statements, each with its article; ``more`` are others that tell the same in nearly as fit words."""

    score: float
    before: tuple[Document, Told]
    after: tuple[Document, Told]
    more: tuple[tuple[Document, Told], ...] = ()

    @property
    def ends(self) -> tuple[tuple[str, Span], tuple[str, Span]]:
        """The two places."""
        return (
            (self.before[0].article.id, self.before[1].focus),
            (self.after[0].article.id, self.after[1].focus),
        )


MOST = 2
"""Turns of one article for another, at most."""

BRIEF = 12
"""Characters that a statement has at least: "came" tells nothing that could be cited."""

MOVED = 0.5
"""What another day adds that the later statement gives for what is put off."""


def find_turns(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    found: Sequence[Finding],
    event: str,
    articles: Mapping[str, Article],
    weights: TopicWeights,
) -> list[Finding]:
    """A finding for each statement that lay ahead with the one of a later article that tells what came of it.

    What ``found`` sets against each other already is left alone. ``articles`` are dated as far as they can be.
    """
    stages = _list_stages(claims)
    turns = [
        turn
        for early, late, since in pair_by_publication(documents, articles, APART)
        for turn in _compare(early, late, since, weights, stages)
    ]
    taken: set[tuple[str, int]] = set()
    met: dict[tuple[str, str], int] = {}
    findings = []
    apart = [f for f in found if f.kind is Kind.UPDATE]
    for turn in sorted(turns, key=lambda t: (-t.score, t.ends)):
        keys = {(d.article.id, told.clause.sentence) for d, told in (turn.before, turn.after)}
        pair = (turn.ends[0][0], turn.ends[1][0])
        if keys & taken or met.get(pair, 0) >= MOST:
            continue
        taken |= keys
        met[pair] = met.get(pair, 0) + 1
        turn = _join(turn, turns)
        if not any(_covers(turn, one) for one in apart):
            findings.append(_state(turn, claims, event, articles))
    return findings


def _join(turn: _Turn, turns: Sequence[_Turn]) -> _Turn:
    """A turn with the next best statement of each article that fits the other's nearly as well."""
    more = []
    for mine, fixed in ((0, 1), (1, 0)):
        fit = [
            t
            for t in turns
            if t.ends[fixed] == turn.ends[fixed]
            and t.ends[mine][0] == turn.ends[mine][0]
            and not t.ends[mine][1].overlaps(turn.ends[mine][1])
            and t.score >= NEARLY * turn.score
        ]
        if fit:
            best = max(fit, key=lambda t: (t.score, -t.ends[mine][1].start))
            more.append((best.before, best.after)[mine])
    return replace(turn, more=tuple(more))


NEARLY = 0.7
"""The share of the best score from which a second statement is cited beside the first."""


def _list_stages(claims: Sequence[Claim]) -> dict[tuple[str, int], list[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, StageValue):
            found.setdefault((claim.article, claim.sentence), []).append(claim)
    return found


def _compare(
    early: Document,
    late: Document,
    since: datetime,
    weights: TopicWeights,
    stages: Mapping[tuple[str, int], Sequence[Claim]],
) -> Iterator[_Turn]:
    """The pairs of two articles that score enough, where the earlier does not tell the end as well."""
    close = len(early.sentences) * len(late.sentences) <= 3 * SHORT
    news = [t for t in read_told(late) if _is_new(t, since.date())]
    if not close:  # of long articles only a later day says that it came after
        news = [t for t in news if any(day > since.date() for day in t.days)]
    if not news:
        return
    told = read_told(early)
    least = LEAST + CROWDED * log2(max(1.0, len(early.sentences) * len(late.sentences) / SHORT))
    for one in told:
        own = _stages_of(early, one, stages)
        if (not one.ahead and not own) or one.focus.end - one.focus.start < BRIEF:
            continue
        for other in news:
            score = _score(one, other, since.date(), weights, own, _stages_of(late, other, stages), close=close)
            if other.news or any(day >= since.date() for day in other.days):
                score += NEWS if score else 0.0
            elif not one.hangs:
                continue
            if (
                score >= least
                and other.focus.end - other.focus.start >= BRIEF
                and not any(_tells(t, other, weights) for t in told if t is not one)
            ):
                yield _Turn(round(score, 4), (early, one), (late, other))


def _is_new(told: Told, since: date) -> bool:
    """Whether a statement of the later article can be news to the earlier one, by its words and its days."""
    later = any(day >= since for day in told.days)
    come = (told.done and not told.ahead) or told.off
    return come and not (told.dated and not later and max(told.dated) < since)


def _stages_of(document: Document, told: Told, stages: Mapping[tuple[str, int], Sequence[Claim]]) -> list[Claim]:
    found = stages.get((document.article.id, told.clause.sentence), ())
    return [claim for claim in found if claim.span.overlaps(told.clause.span)]


def _score(
    one: Told,
    other: Told,
    since: date,
    weights: TopicWeights,
    own: Sequence[Claim],
    theirs: Sequence[Claim],
    *,
    close: bool = False,
) -> float:
    """How surely a statement tells what came of another; 0 where nothing says that it does."""
    related = 0.0
    moved = other.off and bool(one.days) and bool(other.days) and not {*one.days} >= {*other.days}
    if other.ahead and not moved:
        return 0.0
    if one.ahead:
        if one.deeds & other.deeds:
            related = DEED
        elif one.steps & other.steps or (one.verb and other.verb and match_words(one.verb, other.verb) >= NAMESAKES):
            related = NEAR_DEED
        elif other.off or (one.hangs and other.settles):
            related = END
        elif close and one.hangs and other.done and any(day > since for day in other.days):
            related = NEXT
    if close and related < STAGE and any(_goes_on(a, b) for a in own for b in theirs):
        related = STAGE
    if not related:
        return 0.0
    if other.doers and one.near | one.words and not other.doers & (one.near | one.words):
        return 0.0  # done by somebody of whom nothing was said
    if not _share_party(one, other, close=close):
        return 0.0
    mine, there = one.words | one.deeds, other.words | other.deeds
    weigh = weights.weight
    shared = sum(weigh(word) for word in sorted(mine & there))
    if shared < (LEAST_LONG if not close else LEAST_OWN if related < DEED else LEAST_DEED):
        return 0.0
    related += MOVED if moved else 0.0
    across = sum(weigh(word) for word in sorted((mine & other.near) | (one.near & there)))
    around = sum(weigh(word) for word in sorted(one.near & other.near))
    return related + shared + ACROSS * across + AROUND * around


def _share_party(one: Told, other: Told, *, close: bool) -> bool:
    """Whether two statements are about one thing, by its noun or a name.

    For a pronoun the words near it stand in, and for any of them in articles so short that they tell of one matter.
    """
    if not close and one.parties and other.parties:
        return bool(one.parties & other.parties)
    return bool(one.parties & (other.near | other.words) or other.parties & (one.near | one.words))


def _goes_on(one: Claim, other: Claim) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, StageValue) or not isinstance(b, StageValue):
        return False
    return a.process == b.process and a.ahead and a.reached < b.reached and not b.ahead


def _tells(told: Told, news: Told, weights: TopicWeights) -> bool:
    """Whether another statement of the earlier article tells the news as well."""
    if not told.done or not told.deeds & news.deeds:
        return False
    both = (told.words | told.deeds) & (news.words | news.deeds)
    return sum(weights.weight(word) for word in sorted(both)) >= 1.0


def drop_open(findings: Sequence[Finding], turns: Sequence[Finding]) -> list[Finding]:
    """The findings without the differences that are none, since a turn sets the same statements beside each other."""
    return [f for f in findings if f.rule not in OPEN_RULES or f.kind is Kind.UPDATE or not _is_turn(f, turns)]


def _is_turn(finding: Finding, turns: Sequence[Finding]) -> bool:
    for turn in turns:
        shared = {
            a.article
            for a in turn.evidence
            for b in finding.evidence
            if a.article == b.article and a.field == b.field and a.start < b.end and b.start < a.end
        }
        if len(shared) > 1:
            return True
    return False


def _covers(turn: _Turn, finding: Finding) -> bool:
    touched = {
        article
        for article, span in turn.ends
        for e in finding.evidence
        if e.article == article and e.start < span.end and span.start < e.end
    }
    return len(touched) > 1


def _claim(document: Document, told: Told, slot: str, claims: Sequence[Claim]) -> Claim:
    made = make_claim(
        document,
        RULE,
        asks="what has come of it?",
        slot=slot,
        value=TextValue(told.focus.of(document.text), " ".join(sorted(told.deeds | told.words))),
        focus=told.focus,
        clause=told.clause,
        heads=told.deeds,
        topic=told.words,
    )
    return replace(made, origin=next((c.origin for c in claims if c.article == made.article), ""))


def _state(turn: _Turn, claims: Sequence[Claim], event: str, articles: Mapping[str, Article]) -> Finding:
    before = _claim(*turn.before, "ahead", claims)
    after = _claim(*turn.after, "come", claims)
    others = [_claim(*one, "more", claims) for one in turn.more]
    source, other = (articles[c.article].source or c.article for c in (before, after))
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UPDATE, before.heads, [after.value.normalized]),
        question_key=key_question(RULE, before.heads),
        rule=RULE,
        kind=Kind.UPDATE,
        severity=SEVERITIES[Kind.UPDATE],
        confidence=round(min(0.95, 0.35 + turn.score / 10), 2),
        question=before.asks,
        message=f"“{before.value.text}” ({source}) beside “{after.value.text}” ({other})",
        why=Why(
            (LinkLevel("words", round(min(1.0, turn.score / 6), 3)),),
            "the second was published later, and tells what came of it",
            "carry the later state, or say as of when the earlier one held",
        ),
        origins=tuple(sorted({before.origin, after.origin})),
        evidence=tuple(
            quote_evidence(c) for c in sorted([before, after, *others], key=lambda c: c.article != before.article)
        ),
        event=event,
        answers=((before.value.normalized,), (after.value.normalized,)),
    )
