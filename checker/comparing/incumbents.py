"""Posts that have changed hands: who holds one in an earlier article, and who has come to hold it in a later one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.claiming import make_claim
from checker.comparing.findings import SEVERITIES, quote_evidence
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.publication import pair_by_publication
from checker.comparing.updates import APART
from checker.factuality.posts import Holder, fold, read_holders
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Document, Finding, Kind, LinkLevel, Why
from checker.values.texts import TextValue

RULE = "progress"
"""The rule in whose name it is told."""

COMMON = frozenset({"head", "minister", "captain", "secretary", "judge", "coach", "engineer", "pilot", "inspector"})
"""Posts of which one event may have several: they need more than their noun (own list)."""

SHORT = 12
"""Sentences of an article so short that it tells of one matter."""

TELLING = 0.3
"""The weight from which a shared word says that a post is the same one."""


def find_incumbents(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    found: Sequence[Finding],
    event: str,
    articles: Mapping[str, Article],
    weights: TopicWeights,
) -> list[Finding]:
    """A finding for each post that an earlier article and a later one give to different people, the later as new.

    ``articles`` are dated as far as they can be; what ``found`` sets against each other already is left alone.
    """
    findings: list[Finding] = []
    told: set[tuple[str, str, str]] = set()
    for early, late, _ in pair_by_publication(documents, articles, APART):
        coming = [holder for holder in read_holders(late) if holder.new and not holder.gone]
        for before, after in _pairs(early, late, coming, weights) if coming else ():
            key = (early.article.id, late.article.id, before.post)
            if key not in told and not any(_covers(early, late, before, after, f) for f in found):
                told.add(key)
                findings.append(_state(early, late, before, after, claims, event, articles))
    return findings


def _pairs(
    early: Document, late: Document, coming: Sequence[Holder], weights: TopicWeights
) -> Iterator[tuple[Holder, Holder]]:
    """The holders of one post in two articles, the later of whom is new to it."""
    holders = read_holders(early)
    if not holders:
        return
    text = fold(late.text.lower())
    for after in coming:
        known = {h.surname for h in holders if h.post == after.post}
        if after.surname in known:
            continue
        for before in holders:
            if before.post != after.post or before.surname == after.surname or before.gone:
                continue
            if _still_holds(before, late) or {*before.key.split(":")[-1].split()} & {*after.key.split(":")[-1].split()}:
                continue
            if before.rank != after.rank or _are_of_two_countries(before, after):
                continue
            named = f" {fold(before.surname)}" in text
            shared = (before.of | before.near) & (after.of | after.near) - {before.post}
            alike = bool(before.of & after.of) or (
                before.post not in COMMON and any(weights.weight(word) >= TELLING for word in sorted(shared))
            )
            apart = bool(before.of and after.of) and not before.of & after.of
            other = apart and (before.post in COMMON or not (alike or named))
            short = max(len(early.sentences), len(late.sentences)) <= SHORT
            if not short and not (before.of & after.of and named):
                continue  # a long article names many people beside posts
            if not other and (named or alike or before.post not in COMMON):
                yield before, after


def _are_of_two_countries(before: Holder, after: Holder) -> bool:
    """Whether a post that every country has is of a country in one article, and of another or of none in the other."""
    if before.post in EVERYWHERE:
        return before.country != after.country
    return bool(before.country and after.country and before.country != after.country)


EVERYWHERE = frozenset({"minister", "president", "secretary", "ambassador", "commander", "envoy", "speaker"})
"""Posts that every country has (own list)."""


def _still_holds(before: Holder, late: Document) -> bool:
    return any(
        h.surname == before.surname and h.post == before.post and not (h.gone or h.new) for h in read_holders(late)
    )


def _covers(early: Document, late: Document, before: Holder, after: Holder, finding: Finding) -> bool:
    if finding.kind not in (Kind.UPDATE,):
        return False
    ends = ((early.article.id, before.focus), (late.article.id, after.focus))
    touched = {
        article
        for article, span in ends
        for e in finding.evidence
        if e.article == article and e.start < span.end and span.start < e.end
    }
    return len(touched) > 1


def _claim(document: Document, holder: Holder, slot: str, claims: Sequence[Claim]) -> Claim:
    made = make_claim(
        document,
        RULE,
        asks="who holds the post?",
        slot=slot,
        value=TextValue(holder.focus.of(document.text), f"{holder.post}: {holder.surname}"),
        focus=holder.focus,
        heads=(holder.post,),
        entities=(holder.key,),
    )
    return replace(made, origin=next((c.origin for c in claims if c.article == made.article), ""))


def _state(
    early: Document,
    late: Document,
    before: Holder,
    after: Holder,
    claims: Sequence[Claim],
    event: str,
    articles: Mapping[str, Article],
) -> Finding:
    one, other = _claim(early, before, "held", claims), _claim(late, after, "taken", claims)
    source, later = (articles[c.article].source or c.article for c in (one, other))
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UPDATE, one.heads, [one.value.normalized, other.value.normalized]),
        question_key=key_question(RULE, one.heads),
        rule=RULE,
        kind=Kind.UPDATE,
        severity=SEVERITIES[Kind.UPDATE],
        confidence=0.7,
        question=f"who is {before.post} now?",
        message=f"“{one.value.text}” ({source}) beside “{other.value.text}” ({later})",
        why=Why(
            (LinkLevel("post", 1.0),),
            "the second was published later, and says who has come to hold the post",
            "carry the later name, or say as of when the earlier one held it",
        ),
        origins=tuple(sorted({one.origin, other.origin})),
        evidence=(quote_evidence(one), quote_evidence(other)),
        event=event,
        answers=((one.value.normalized,), (other.value.normalized,)),
    )
