"""What one article holds open and another states flatly: found by the deed and the words that the two share.

The open statement is a claim of the rule ``hedged``; the flat one is looked for in the clauses of the other articles.
Nothing is said where the other article holds it open too, or where the first one states it flatly as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from checker.claiming import make_claim
from checker.comparing.findings import SEVERITIES, quote_evidence
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.updates import order
from checker.factuality.hedges import Statement, read_flats
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Document, Finding, Kind, LinkLevel, Why
from checker.values.texts import TextValue

RULE = "hedged"
"""The rule whose claims are what articles hold open."""

LEAST = 1.0
"""The least weight of the words that two statements share, the deed's included."""

CLEAR, FRAMED, LONG = 1.3, 2.0, 30
"""The same for statements said to read differently, of short articles and of long ones; and the sentences of a short
one."""

CROWDED = 0.5
"""By what share the least weight grows with each doubling of two articles' length: some words are shared by chance."""

FEWEST = 3
"""The least number of shared words where the deed goes by another name, a shared figure among them."""


def find_hedged(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    event: str,
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    weights: TopicWeights,
) -> list[Finding]:
    """A finding for each statement held open with, of each other article, the flat one that shares most with it."""
    hedges = [claim for claim in claims if claim.rule == RULE]
    if not hedges:
        return []
    flats = {document.article.id: list(read_flats(document)) for document in documents}
    lengths = {document.article.id: len(document.sentences) for document in documents}
    by_id = {document.article.id: document for document in documents}
    open_too: dict[str, list[Claim]] = {}
    for claim in hedges:
        open_too.setdefault(claim.article, []).append(claim)
    findings: list[Finding] = []
    for claim in hedges:
        if max((_share(claim, flat, weights) for flat in flats[claim.article]), default=0.0) >= LEAST:
            continue  # its own article states it flatly as well
        best: list[tuple[float, Claim]] = []
        for article in sorted(flats):
            if article == claim.article:
                continue
            known = max((_share_words(claim, other, weights) for other in open_too.get(article, ())), default=0.0)
            score, flat = max(
                ((_share(claim, flat, weights), flat) for flat in flats[article]),
                key=lambda pair: (pair[0], -pair[1].focus.start),
                default=(0.0, None),
            )
            if flat is not None and score >= LEAST and score > known:
                best.append((score, _claim_flat(by_id[article], flat, claims)))
        beside = {name: math.log2(max(1.0, lengths[name] * lengths[claim.article] / LONG**2)) for name in by_id}
        best = [(score, flat) for score, flat in best if score >= LEAST * (1.0 + CROWDED * beside[flat.article])]
        long = {name for name in by_id if lengths[name] * lengths[claim.article] > LONG**2}
        findings.extend(_state(claim, best, event, articles, floors, long))
    return findings


def _share(claim: Claim, flat: Statement, weights: TopicWeights) -> float:
    """The weight of what a statement held open and a flat one share; 0 where they share no deed, or nothing but it."""
    deeds = claim.heads & flat.deeds
    others = (claim.topic & flat.words) - deeds
    figures = {word for word in others if word.startswith("=")}
    if len(others) < (1 if deeds else FEWEST) or not (deeds or figures):
        return 0.0
    return sum(weights.weight(word) for word in sorted(others | deeds))


def _share_words(one: Claim, other: Claim, weights: TopicWeights) -> float:
    both = (one.topic | one.heads) & (other.topic | other.heads)
    return sum(weights.weight(word) for word in sorted(both)) if one.heads & other.heads else 0.0


def _claim_flat(document: Document, flat: Statement, claims: Sequence[Claim]) -> Claim:
    made = make_claim(
        document,
        RULE,
        asks="is it settled?",
        slot="flat",
        value=TextValue(flat.focus.of(document.text), " ".join(sorted(flat.deeds | flat.words))),
        focus=flat.focus,
        clause=flat.clause,
        heads=flat.deeds,
        topic=flat.words,
    )
    done = "done" if flat.done else "flat"
    origin = next((c.origin for c in claims if c.article == made.article), "")
    return replace(made, slot=done, origin=origin)


def _state(
    claim: Claim,
    flats: Sequence[tuple[float, Claim]],
    event: str,
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    long: Set[str],
) -> Iterator[Finding]:
    """One finding for the flat statements that frame it, and one for those that came later and tell it as done.

    ``long`` are the articles that are so long, together with that of the claim, that some words are shared by chance.
    """
    groups: dict[Kind, list[tuple[float, Claim]]] = {}
    for score, flat in flats:
        ordered = order(claim, flat, articles, floors)
        news = flat.slot == "done" and ordered is not None and ordered[1] is flat
        if news or score >= (FRAMED if flat.article in long else CLEAR):
            groups.setdefault(Kind.UPDATE if news else Kind.FRAMING, []).append((score, flat))
    for kind, group in groups.items():
        said = [flat for _, flat in group]
        names = ", ".join(dict.fromkeys(articles[c.article].source or c.article for c in said))
        source = articles[claim.article].source or claim.article
        score = round(max(score for score, _ in group), 3)
        clears = (
            "carry the later state" if kind is Kind.UPDATE else "say what it still depends on, or who says it does not"
        )
        yield Finding(
            id="",
            fingerprint=fingerprint(RULE, kind, claim.heads, [claim.value.normalized]),
            question_key=key_question(RULE, claim.heads),
            rule=RULE,
            kind=kind,
            severity=SEVERITIES[kind],
            confidence=round(min(0.95, 0.4 + score / 6), 2),
            question=claim.asks,
            message=f"“{claim.text}” ({source}) beside “{said[0].text}” ({names})",
            why=Why((LinkLevel("words", min(1.0, score / 4)),), "held open beside stated flatly", clears),
            origins=tuple(sorted({c.origin for c in (claim, *said)})),
            evidence=tuple(quote_evidence(c) for c in (claim, *said)),
            event=event,
        )
