"""Causes: what brought it about.

## What it finds

Statements of cause: "because of strong winds", "because a gate was forced", "caused by", "the reason was a lost key",
"started over wages", "blamed a gas cylinder", "a fallen line set the roof alight", "Why the delay? The log says a
valve". Two different causes of the same mishap are set against each other, and so are a cause and its denial ("no gas
was involved"). The same cause called one of several in one article and the culprit in another is framing.

## Why it matters

Who or what is to blame is the claim that ends up in court.

## Example

> **Harbour Post:** The launch was delayed because of strong winds.
>
> **Coast Wire:** The launch was delayed because of a leaking valve.

## Limits

An effect may have several causes: two that share no word are called a contradiction only of the same kind of mishap. A
cause told over several sentences is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.vocabulary import (
    DONE,
    PLANNED,
    Argument,
    BlockKind,
    Claim,
    Clause,
    Document,
    Linking,
    MentionKind,
    Polarity,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    TextValue,
    Verdict,
    content_lemmas,
    is_a,
    is_person_noun,
    load_words,
    make_claim,
    names_thing,
    polarity_of,
    similarity,
    stage_of,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
SAME = 0.5
"""Lexical similarity from which two cause words are one (wind, weather)."""
PART = "in part"
BEING = frozenset({"be", "been", "is", "are", "was", "were", "have", "had", "has"})
MISHAPS = frozenset({"crash", "fire", "explosion", "collapse", "flood", "illness"})
SETTING = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.PLACE)
"""What a strike that "began on Monday" did not begin over."""
WHY = 3
"""Sentences after "Why ...?" in which a bare "X says Y" answers it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cause and the words of its effect; ``part`` says that it is one of several, ``denied`` that it was none."""

    clause: Clause
    cause: Argument
    effect: frozenset[str]
    part: bool = False
    denied: bool = False


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that gives a cause, or denies one."""
    words = load_words(WORDS)
    kinds = {w: kind for kind, ws in words["effects"].items() for w in ws}
    asked: tuple[int, frozenset[str]] | None = None
    # Of several answers to one "Why?" the article stands by the last: "The company says weather. The log says a valve."
    answered: Found | None = None
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or not tokens:
            continue
        if tokens[0].text.lower() == "why" and "?" in sentence.text:
            asked = sentence.index, frozenset(kinds[t.lemma.lower()] for t in tokens if t.lemma.lower() in kinds)
            continue
        if asked is not None and (not asked[1] or sentence.index - asked[0] > WHY):
            asked = None
        because = _because(document, sentence, kinds)
        if because is not None:
            yield _state(document, because)
        for clause in (c for c in document.clauses if c.sentence == sentence.index):
            found = _read(document, clause, words, kinds)
            if found is None and asked is not None:
                answered = _answer(document, clause, asked[1]) or answered
            elif found is not None and not _is_step(found, kinds):
                yield _state(document, found)
        if answered is not None and (asked is None or sentence.index - asked[0] == WHY):
            yield _state(document, answered)
            answered = None
    if answered is not None:
        yield _state(document, answered)


def _because(document: Document, sentence: Sentence, kinds: dict[str, str]) -> Found | None:
    """The cause is all that the conjunction opens: "The train was late because a gate had been forced"."""
    tokens = document.sentence_tokens(sentence)
    at = next((i for i, t in enumerate(tokens[:-2]) if t.text.lower() == "because"), None)
    if at is None or tokens[at + 1].text.lower() == "of":
        return None
    effect = frozenset(kinds[t.lemma.lower()] for t in tokens[:at] if t.lemma.lower() in kinds)
    clause = next((c for c in document.clauses if c.sentence == sentence.index and c.head < tokens[at].index), None)
    if not effect or clause is None or clause.conditional or stage_of(document, clause) not in {DONE, PLANNED}:
        return None
    until = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in {",", ";", ":"}), len(tokens) - 1)
    words = [t for t in tokens[at + 1 : until] if t.tag.startswith(("NN", "VB", "JJ"))]
    nouns = [t for t in words if t.tag.startswith("NN")]
    if not nouns:
        return None
    ordered = [nouns[0], *(t for t in words if t is not nouns[0])]
    lemmas = tuple(t.lemma.lower() for t in ordered if t.lemma.lower() not in BEING)
    span = Span(tokens[at + 1].span.start, words[-1].span.end)
    indices = tuple(t.index for t in words)
    cause = Argument(Role.OBLIQUE, "because", nouns[0].index, lemmas[0], lemmas, span, span.of(document.text), indices)
    return Found(clause, cause, effect, denied=tokens[max(0, at - 1)].text.lower() == "not")


def _read(document: Document, clause: Clause, words: dict[str, Any], kinds: dict[str, str]) -> Found | None:
    if clause.nominal or clause.conditional or not clause.predicate:
        return None
    agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
    denied = polarity_of(clause) is Polarity.NEGATIVE
    for argument in clause.arguments:
        if argument.preposition in words["prepositions"] and names_thing(document, argument):
            return Found(clause, argument, _effect(document, clause, argument, kinds), denied=False)
    if stage_of(document, clause) not in {DONE, PLANNED} or (
        clause.relation == "relative" and not (_is_cleft(document, clause) and clause.predicate in words["verbs"])
    ):
        return None
    said = clause.predicate
    named = clause.argument(Role.ATTRIBUTE) if clause.copula else None
    if named is not None and agent is not None and not denied and names_thing(document, named):
        down = named.preposition == "to" and _follows(document, named, "down")
        reason = agent.lemmas and agent.lemmas[0] in words["reasons"]
        effect = frozenset(kinds[w] for w in agent.lemmas if w in kinds)
        if (down or reason) and effect:
            return Found(clause, named, effect)
    by = next((a for a in clause.arguments if a.preposition in {"on", "to"} and names_thing(document, a)), None)
    if said.split()[0] in words["blame"] and patient is not None:
        cause = by if by is not None and said.split()[0] in {"attribute", "ascribe"} else patient
        if names_thing(document, cause):
            return Found(clause, cause, _effect(document, clause, cause, kinds), denied=denied)
    if said == "involved" and denied and agent is not None and names_thing(document, agent):
        return Found(clause, agent, _effect(document, clause, agent, kinds), denied=True)
    if agent is None or not names_thing(document, agent):
        return None
    if denied and said in {"have", "nothing", "do"} and _is_unrelated(document, clause):
        return Found(clause, agent, _effect(document, clause, agent, kinds), denied=True)
    if kinds.get(agent.lemmas[0]):
        springs = words["springs"]
        origins = (a for a in clause.arguments if said in springs.get(a.preposition, ()) and names_thing(document, a))
        over = next(origins, None)
        if over is not None and not denied and not document.mentions_in(over.span, *SETTING):
            return Found(clause, over, frozenset({kinds[agent.lemmas[0]]}))
    partial = said.split()[0] in words["partial"]
    if partial or said in words["verbs"] or (clause.copula and said in words["nouns"]):
        effect = _effect(document, clause, agent, kinds)
        return Found(clause, agent, effect, part=partial, denied=denied) if effect else None
    if said in words["harming"] and patient is not None and not _acts(document, agent):
        effect = _effect(document, clause, agent, kinds)
        return Found(clause, agent, effect, denied=denied) if effect and not denied else None
    return None


def _is_cleft(document: Document, clause: Clause) -> bool:
    """Whether a relative clause says what its sentence is for: "It was ice that caused the crash"."""
    tokens = document.sentence_tokens(document.sentences[clause.sentence])
    return len(tokens) > 1 and tokens[0].text.lower() == "it" and tokens[1].text.lower() in {"was", "is"}


def _follows(document: Document, argument: Argument, word: str) -> bool:
    first = min(argument.tokens, default=argument.head)
    return word in {t.text.lower() for t in document.tokens[max(0, first - 3) : first + 1]}


def _is_unrelated(document: Document, clause: Clause) -> bool:
    """Whether a clause says that its subject "had nothing to do with" something."""
    after = [t.text.lower() for t in document.tokens[clause.head : clause.head + 6] if t.sentence == clause.sentence]
    return " ".join(after).find("nothing to do with") >= 0


def _is_step(found: Found, kinds: dict[str, str]) -> bool:
    """Whether a cause of deaths is itself the mishap whose cause is asked for: "the crash killed nine"."""
    return found.effect == {"death"} and kinds.get(found.cause.lemmas[0]) in MISHAPS


def _acts(document: Document, agent: Argument) -> bool:
    """Whether an agent is someone: a deed of theirs is not a cause in the sense of this rule."""
    named = document.mentions_in(agent.span, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
    return (
        bool(named)
        or agent.entity is not None
        or is_person_noun(agent.lemmas[0])
        or is_a(agent.lemmas[0], "organization")
    )


def _effect(document: Document, clause: Clause, cause: Argument, kinds: dict[str, str]) -> frozenset[str]:
    """The kinds of mishap that a clause names; of the sentence before, in the same paragraph, where it names none."""
    skipped = {*cause.tokens}
    area = clause.span
    found: set[str] = set()
    said = clause.predicate
    if said in kinds:
        found.add(kinds[said])
    found |= {
        kinds[t.lemma.lower()] for t in tokens_in(document, area) if t.index not in skipped and t.lemma.lower() in kinds
    }
    if {"loss", "life"} <= {t.lemma.lower() for t in tokens_in(document, area)}:
        found.add("death")
    if not found:
        here = document.sentences[clause.sentence]
        for sentence in (here, *document.sentences[max(0, here.index - 1) : here.index]):
            tokens = document.sentence_tokens(sentence) if sentence.block == here.block else ()
            found |= {kinds[t.lemma.lower()] for t in tokens if t.index not in skipped and t.lemma.lower() in kinds}
    return frozenset(found)


def _answer(document: Document, clause: Clause, effect: frozenset[str]) -> Found | None:
    """The cause in "Why the delay? The log says a valve"."""
    patient = clause.argument(Role.PATIENT)
    if clause.predicate not in {"say", "blame", "cite"} or patient is None or not names_thing(document, patient):
        return None
    return Found(clause, patient, effect)


def _state(document: Document, found: Found) -> Claim:
    clause, cause = found.clause, found.cause
    focus = Span(min(cause.span.start, clause.predicate_span.start), max(cause.span.end, clause.predicate_span.end))
    words = {f"effect {w}" for w in found.effect}
    here = document.sentences[clause.sentence]
    near = [s for s in document.sentences[max(0, here.index - 1) : here.index + 1] if s.block == here.block]
    topic = frozenset[str]().union(*(content_lemmas(document, document.sentence_tokens(s)) for s in near))
    return make_claim(
        document,
        "cause",
        asks=f"what caused it: {', '.join(sorted(found.effect)) or clause.predicate}?",
        slot="cause",
        value=TextValue(cause.text, " ".join(cause.lemmas[:10])),
        focus=focus if focus.end - focus.start < 130 else cause.span,
        clause=clause,
        heads=words,
        topic=topic | words,
        scope=(PART,) if found.part else (),
        polarity=Polarity.NEGATIVE if found.denied else Polarity.POSITIVE,
        weight=0.45,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Causes that share a word agree, unless one article denies it; others of the same mishap exclude each other."""
    a, b = one.value.normalized.split(), other.value.normalized.split()
    same = any(x == y or similarity(x, y) >= SAME for x in a[:1] for y in b[:1]) or len({*a} & {*b}) > 0
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    denied = one.polarity is not other.polarity
    if same and denied:
        return Verdict(Relation.CONTRADICT, f"{reason}: the one names the cause that the other rules out")
    if same:
        if one.scope != other.scope:
            return Verdict(Relation.FRAMING, f"{reason}: one cause of several beside the cause")
        return Verdict(Relation.AGREE, reason)
    if denied or one.polarity is Polarity.NEGATIVE or PART in one.scope or PART in other.scope:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if one.heads | other.heads == {"effect death"}:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other deaths, perhaps")
    return Verdict(Relation.CONTRADICT, f"{reason}: two causes")


RULE = Rule(
    id="cause",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.7, agreeing=0.4, needs=("heads",)),
    stake=3,
    single_source=False,
)
