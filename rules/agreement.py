"""Agreements: what was agreed, how far it has come, and whether it binds.

## What it finds

Statements that place a deal, talks or a decision on the ladder from proposed through under discussion, agreed in
principle, agreed and signed to in force, and statements that it is not there ("a starting point, not a binding
agreement", "there is no signed text"). Articles that put the same thing on rungs that exclude each other contradict;
rungs that a strict reader can reconcile, and a reader in a hurry cannot, are framing.

## Why it matters

"Agreed" is read as "signed". Which of the two it was is what the next day's correction is about.

## Example

> **Harbour Post:** The two sides signed the accord.
>
> **Coast Wire:** There is no accord; they will go on talking.

## Limits

Several agreements in one event are told apart by their parties and their nouns only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.vocabulary import (
    PRONOUNS,
    RUNGS,
    BlockKind,
    Claim,
    Clause,
    Document,
    LadderValue,
    Linking,
    Modality,
    Polarity,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    StatusValue,
    Tense,
    Token,
    Verdict,
    ask_unnamed,
    compare_rungs,
    compare_statuses,
    content_lemmas,
    load_words,
    make_claim,
    match_phrases,
    polarity_of,
    stage_of,
)

WORDS = Path(__file__).with_suffix(".toml")
OPEN, PRINCIPLE, AGREED, SIGNED = (
    RUNGS.index(name) for name in ("under discussion", "agreed in principle", "agreed", "signed")
)
NEGATIVES = frozenset({"no", "not", "n't", "never", "without", "neither"})
LEAD = 3
"""Sentences that say what an article is about."""
FAR = 12
"""Words that a clause is read to on either side of its predicate."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that puts an agreement on a rung, and for every statement of whether it binds."""
    words = load_words(WORDS)
    kinds = {noun: kind for kind, nouns in words["instruments"].items() for noun in nouns}
    counts = Counter(kinds[t.lemma.lower()] for t in document.tokens if t.lemma.lower() in kinds)
    main = next((kind for kind, _ in counts.most_common(1)), "")
    signs = {p.split()[0] for phrases in (*words["rungs"].values(), *words["force"].values()) for p in phrases} | {"be"}
    seen: set[tuple[int, str]] = set()
    flat: set[tuple[frozenset[str], bool]] = set()
    lead = _lead(document)
    groups: dict[int, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        groups[clause.sentence].append(clause)
    for clause in document.clauses:
        if document.sentences[clause.sentence].kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or clause.nominal:
            continue
        tokens = _words_of(document, clause, groups[clause.sentence])
        if not signs & {t.lemma.lower() for t in tokens}:
            continue
        for claim in (
            _read_rung(document, clause, tokens, words, kinds, main),
            _read_force(document, clause, tokens, words, kinds),
        ):
            key = (clause.sentence, claim.value.normalized) if claim is not None else (-1, "")
            if claim is not None and key not in seen:
                seen.add(key)
                yield replace(claim, topic=lead, entities=frozenset()) if claim.slot == "whether" else claim
                place = (claim.heads, claim.headline)
                if _is_flat(claim) and place not in flat:
                    # Asked apart, so that an article's "if" is also set against its own headline.
                    flat.add(place)
                    yield replace(
                        claim, slot="whether", asks="is it agreed, or still an “if”?", topic=lead, entities=frozenset()
                    )


def _lead(document: Document) -> frozenset[str]:
    """What the article is about: the content words of its first sentences."""
    kinds = {BlockKind.HEADLINE, BlockKind.PARAGRAPH}
    first = [s for s in document.sentences if s.kind in kinds][:LEAD]
    return frozenset[str]().union(*(content_lemmas(document, document.sentence_tokens(s)) for s in first))


def _is_flat(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, LadderValue)
        and value.rung >= AGREED
        and value.polarity is Polarity.POSITIVE
        and not value.conditional
    )


def _words_of(document: Document, clause: Clause, siblings: Sequence[Clause]) -> list[Token]:
    """The tokens of a clause near its predicate, and what follows that no other clause holds ("not a binding one")."""
    sentence = document.sentences[clause.sentence]
    others = [c.span for c in siblings if c.index != clause.index]
    tokens = [
        t
        for t in document.sentence_tokens(sentence)
        if clause.span.contains(t.span)
        or (t.index > clause.head and clause.copula and not any(s.contains(t.span) for s in others))
    ]
    at = next((i for i, t in enumerate(tokens) if t.index == clause.head), 0)
    return tokens[max(0, at - FAR) : at + FAR]


def _read_rung(
    document: Document, clause: Clause, tokens: list[Token], words: dict[str, Any], kinds: dict[str, str], main: str
) -> Claim | None:
    lemmas = [t.lemma.lower() for t in tokens]
    found = [
        (RUNGS.index(name), p) for name, phrases in words["rungs"].items() if (p := match_phrases(lemmas, phrases))
    ]
    denied = polarity_of(clause) is Polarity.NEGATIVE
    modifiers = {t.text.lower() for t in tokens}
    if clause.predicate == "be" and not clause.copula and denied and kinds.keys() & {*lemmas}:
        found = [(SIGNED if {"signed", "final"} & modifiers else AGREED, "be")]
    if not found:
        return None
    found = [f for f in found if _owns(document, clause, tokens, lemmas, f[1])]
    found = [f for f in found if f[1] not in words["alone"] or _is_done(clause, f[1])]
    if "open" in lemmas[:-1] and lemmas[lemmas.index("open") + 1] == "to":
        found = [f for f in found if not f[1].startswith("open ")]  # who is open to talks has opened none
    if not found or _signs_something_else(clause, found, kinds, lemmas):
        return None
    rung, phrase = max(found)
    principle = next((f for f in found if f[0] == PRINCIPLE), None)
    if rung == AGREED and principle is not None:
        rung, phrase = principle
    named = [kinds[w] for w in lemmas if w in kinds]
    if rung == AGREED and phrase == "agree to":
        following = _following(document, clause)
        named = [kinds[w] for w in following if w in kinds] if {*words["founding"]} & {*following} else []
    elif not named and rung == AGREED:
        named = [kinds[w] for w in _following(document, clause) if w in kinds]
    elif not named:
        sentence = [t.lemma.lower() for t in document.sentence_tokens(document.sentences[clause.sentence])]
        named = [kinds[w] for w in sentence if w in kinds] or ([main] if rung >= SIGNED and main else [])
    if not named or (rung == SIGNED and (clause.copula or clause.predicate not in words["signing"])):
        return None
    at = next((i for i, w in enumerate(lemmas) if w == phrase.split()[0]), 0)
    if "short of" in " ".join(t.text.lower() for t in _before(document, clause, 3)):
        denied = True
    if {"should", "must", "ought"} & {*clause.auxiliaries} or (
        clause.modality is Modality.UNKNOWN and not clause.conditional
    ):
        return None
    if _is_wish(document, clause):
        return None
    ahead = clause.tense is Tense.FUTURE or clause.modality is Modality.PROBABLE
    if clause.conditional or clause.modality is Modality.POSSIBLE:
        if rung >= SIGNED and not clause.conditional:
            return None
        rung, ahead, denied = min(rung, OPEN), False, False
    if named[0] == "talks" and not clause.conditional and phrase in words["opening"]:
        rung, ahead = AGREED, False  # talks that open, or will, are agreed on
    polarity = Polarity.NEGATIVE if denied else Polarity.POSITIVE
    focus = _focus(document, tokens, at, len(phrase.split()), clause)
    return make_claim(
        document,
        "agreement",
        asks="how far has the agreement come?",
        slot="whether" if clause.conditional else "rung",
        value=LadderValue(focus.of(document.text), rung, polarity, ahead, clause.conditional),
        focus=focus,
        clause=clause,
        heads={*named[:2]},
        concepts=("agreement",),
        weight=0.45,
    )


def _before(document: Document, clause: Clause, count: int) -> tuple[Token, ...]:
    first = document.sentences[clause.sentence].first
    return document.tokens[max(first, clause.head - count) : clause.head]


def _owns(document: Document, clause: Clause, tokens: list[Token], lemmas: list[str], phrase: str) -> bool:
    """Whether a phrase begins in a clause itself, and not in one that depends on it."""
    if phrase == "be":
        return True
    first = tokens[lemmas.index(phrase.split()[0])].span
    inner = [c for c in document.clauses_of(clause.sentence) if not c.nominal and c.span.contains(first)]
    return min(inner, key=lambda c: (c.span.end - c.span.start, c.index), default=clause).index == clause.index


def _is_wish(document: Document, clause: Clause) -> bool:
    """Whether an infinitive states nothing of its own: what somebody is called on, pressed or wanted to do."""
    infinitive = document.tokens[clause.head].tag == "VB" and not clause.auxiliaries and clause.governor is not None
    return infinitive and not clause.conditional and stage_of(document, clause) is None


def _is_done(clause: Clause, verb: str) -> bool:
    """Whether a verb is what a clause says is done, and not what something is thought to be or how much it weighs."""
    return clause.predicate.split()[:1] == [verb] and clause.argument(Role.ATTRIBUTE) is None


def _signs_something_else(
    clause: Clause, found: Sequence[tuple[int, str]], kinds: dict[str, str], lemmas: Sequence[str]
) -> bool:
    """Whether what is signed or comes into force is named, and is no agreement ("signed a petition")."""
    rung, phrase = max(found)
    if rung < SIGNED or (phrase not in SIGNING and not {"force", "effect"} & {*phrase.split()}):
        return False
    thing = clause.argument(Role.PATIENT)
    if phrase not in SIGNING:
        if any(w in kinds for w in lemmas):
            return False
        thing = thing or clause.argument(Role.AGENT)
    if thing is None or thing.entity is not None or {*thing.lemmas} & (kinds.keys() | {"name", "signature"}):
        return False
    return not {*thing.lemmas} <= PRONOUNS


SIGNING = frozenset({"sign", "ink"})
"""Verbs whose object is what is signed."""


def _following(document: Document, clause: Clause) -> list[str]:
    last = document.sentences[clause.sentence].last
    return [t.lemma.lower() for t in document.tokens[clause.head : min(last, clause.head + FAR)]]


def _focus(document: Document, tokens: list[Token], at: int, size: int, clause: Clause) -> Span:
    """From the predicate or the phrase, whichever is first, to the end of the phrase."""
    last = tokens[min(at + size + 2, len(tokens) - 1)]
    first = tokens[at]
    head = document.tokens[clause.head]
    start, end = min(first.span.start, head.span.start), max(last.span.end, head.span.end)
    return Span(start, end) if end - start <= 120 else Span(first.span.start, last.span.end)


def _read_force(
    document: Document, clause: Clause, tokens: list[Token], words: dict[str, Any], kinds: dict[str, str]
) -> Claim | None:
    lemmas = [t.lemma.lower() for t in tokens]
    force = words["force"]
    pole = next((p for p in ("committing", "loose", "binding") if match_phrases(lemmas, force[p])), None)
    if pole is None or clause.conditional or clause.modality in {Modality.UNKNOWN, Modality.POSSIBLE}:
        return None
    first = match_phrases(lemmas, force[pole]) or ""
    at = lemmas.index(first.split()[0])
    denied = polarity_of(clause) is Polarity.NEGATIVE or bool(NEGATIVES & {*lemmas[max(0, at - 3) : at]})
    if pole == "binding" and denied:
        pole, denied = "loose", False
    if denied:
        return None
    sentence = [t.lemma.lower() for t in document.sentence_tokens(document.sentences[clause.sentence])]
    near = [w for w in sentence if w in kinds]
    focus = _focus(document, tokens, at, len(first.split()), clause)
    opposites = {
        "binding": {"force.loose"},
        "committing": {"force.loose"},
        "loose": {"force.binding", "force.committing"},
    }
    return make_claim(
        document,
        "agreement",
        asks="does the agreement bind?",
        slot="force",
        value=StatusValue(focus.of(document.text), "force", f"force.{pole}", frozenset(opposites[pole])),
        focus=focus,
        clause=clause,
        heads={"force", *near[:2]},
        concepts=("agreement",),
        weight=0.45,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Rungs by the ladder, of the same kind of instrument; what binds beside what does not."""
    a, b = one.value, other.value
    if isinstance(a, StatusValue) and isinstance(b, StatusValue):
        verdict = compare_statuses(a, b)
        if verdict.relation is Relation.CONTRADICT and "force.committing" in {a.concept, b.concept}:
            return Verdict(Relation.FRAMING, verdict.reason)
        return verdict
    assert isinstance(a, LadderValue)
    assert isinstance(b, LadderValue)
    if not one.heads & other.heads:
        return Verdict(Relation.NOT_COMPARABLE, "different instruments")
    verdict = compare_rungs(a, b)
    if one.slot == "whether" and a.conditional == b.conditional:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if verdict.relation is Relation.COMPATIBLE:
        # A step beside a further step is not the same answer: an article that gives both agrees with neither.
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    return verdict


RULE = Rule(
    id="agreement",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.45,
        concepts=0.0,
        entities=0.2,
        topic=0.35,
        threshold=0.45,
        breadth=0.05,
        agreeing=0.35,
        needs=("heads",),
    ),
    stake=2,
    single_source=False,
    ask=ask_unnamed,
)
