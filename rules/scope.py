"""Scope: what a deal, a sum, a licence covers and leaves out; how wide it is; what it is called.

## What it finds

Statements that something is included or left out ("including debt" beside "leaves out the borrowings"; staff covered by
a plan beside staff left out of it), that a thing
is for everybody or for some only, that the same talks are narrow or broad; and words that name one event differently
(a merger, a takeover; a truce, a surrender), which are framing.

## Why it matters

Two articles can carry the same figure and mean different things by it.

## Example

> **Harbour Post:** The offer values the mill at $6 billion, including debt.
>
> **Coast Wire:** The figure leaves out the mill's borrowings.

## Limits

What a scope ought to be is not judged; only stated limits are compared. Names are read from a short table of kinds of
events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from checker.vocabulary import (
    BlockKind,
    Claim,
    Document,
    Linking,
    MentionKind,
    Relation,
    Rule,
    Sentence,
    Severity,
    Span,
    StatusValue,
    Token,
    Verdict,
    ask_unnamed,
    clause_at,
    compare_statuses,
    content_lemmas,
    is_group_noun,
    is_person_noun,
    load_words,
    make_claim,
    match_phrases,
    read_memberships,
    same_membership,
    same_words,
)

WORDS = Path(__file__).with_suffix(".toml")
NEAR = 8
"""Words between a name and what it is the name of, at most."""
REACH = 5
"""Words after "including" in which the thing taken in is named."""
LONGEST = 120
"""Characters of a citation that holds a member, its whole and the verb between them."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
OPPOSITE = {
    "include": "exclude",
    "exclude": "include",
    "everybody": "some",
    "some": "everybody",
    "narrow": "broad",
    "broad": "narrow",
}
OPPOSITE |= {"open": "closed", "closed": "open"}


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every statement of what is inside or outside, for whom, how wide, and by what name."""
    words = load_words(WORDS)
    named: set[str] = set()
    yield from _read_members(document, words)
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or "?" in sentence.text:
            continue
        tokens = document.sentence_tokens(sentence)
        lemmas = [t.lemma.lower() for t in tokens]
        yield from _read_including(document, sentence, tokens, lemmas, words)
        yield from _read_coverage(document, sentence, tokens, lemmas, words["coverage"])
        yield from _read_breadth(document, sentence, tokens, lemmas, words["breadth"])
        yield from _read_names(document, sentence, tokens, lemmas, words["names"], named)


def _claim(
    document: Document,
    family: str,
    pole: str,
    focus: Span,
    sentence: Sentence,
    heads: Sequence[str],
    asks: str,
    opposites: Sequence[str] = (),
    about: tuple[str, ...] = (),
) -> Claim:
    others = opposites or [OPPOSITE[pole]]
    value = StatusValue(
        focus.of(document.text), family, f"{family}.{pole}", frozenset(f"{family}.{o}" for o in others), about=about
    )
    return make_claim(
        document,
        "scope",
        asks=asks,
        slot=family,
        value=value,
        focus=focus,
        clause=clause_at(document, focus),
        heads=heads,
        topic=content_lemmas(document, document.sentence_tokens(sentence)),
        concepts=(family,),
        weight=0.35,
    )


def _read_members(document: Document, words: dict[str, Any]) -> Iterator[Claim]:
    """Who or what belongs to a whole, or is left out of it."""
    for found in read_memberships(document, words["members"]):
        pole, other = ("inside", "outside") if found.inside else ("outside", "inside")
        focus = found.focus if found.focus.end - found.focus.start <= LONGEST else found.clause.predicate_span
        value = StatusValue(
            focus.of(document.text),
            "member",
            f"member.{pole}",
            frozenset({f"member.{other}"}),
            about=found.member,
            detail=frozenset(found.whole),
        )
        yield make_claim(
            document,
            "scope",
            asks=f"does it take in {' '.join(reversed(found.member[:3]))}?",
            slot="member",
            value=value,
            focus=focus,
            clause=found.clause,
            heads=(*found.member[:3], *found.whole[:2]),
            concepts=("member",),
            reportable=False,
        )


def _reach(tokens: Sequence[Token], first: int, last: int) -> Span:
    return Span(tokens[max(0, first)].span.start, tokens[min(last, len(tokens) - 1)].span.end)


def _read_including(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str], words: dict[str, Any]
) -> Iterator[Claim]:
    """What a sum of money takes in: read only in a sentence that gives or names one."""
    sums = {*words["sums"]}
    if not sums & {*lemmas} and not document.mentions_in(sentence.span, MentionKind.MONEY):
        return
    present = {*lemmas, *(t.text.lower() for t in tokens)}
    for pole in ("exclude", "include"):
        for phrase in words[pole]:
            first, *rest = phrase.split()
            if first not in present:
                continue
            for at, lemma in enumerate(lemmas):
                if first not in (lemma, tokens[at].text.lower()) or [*lemmas[at + 1 : at + 1 + len(rest)]] != rest:
                    continue
                after = [t for t in tokens[at + 1 + len(rest) : at + 1 + len(rest) + REACH] if t.tag in {*NOUNS, "POS"}]
                run = [t for k, t in enumerate(after) if t.index == after[0].index + k and t.tag != "POS"]
                if not run or tokens[at].tag in NOUNS:
                    continue
                thing = tuple(t.lemma.lower() for t in (run[-1], *run[:-1]))
                denied = {"not", "n't", "no"} & {*lemmas[max(0, at - 3) : at]}
                said = OPPOSITE[pole] if denied else pole
                focus = _reach(tokens, at - 3, run[-1].index - tokens[0].index)
                yield _claim(
                    document, "sum", said, focus, sentence, thing[:1], f"does it take in {thing[0]}?", about=thing
                )
                return


def _read_coverage(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str], words: dict[str, Any]
) -> Iterator[Claim]:
    """Who a thing is for: everybody, or some only. An age limit stands in for "only"."""
    groups, verbs = {*words["groups"]}, {*words["verbs"]}
    if not ({*words["everybody"]} | groups) & {*lemmas}:
        return
    aged = {"age", "aged"} & {*lemmas}
    for at, lemma in enumerate(lemmas):
        near = {*lemmas[at + 1 : at + 10]}
        # "Everybody from the age of two", "anyone over 18": a word for all that opens a phrase about age or a group.
        if lemma in words["everybody"] and (lemma != "all" or near & groups):
            if not (aged and near & {"age", "aged", "old"}) and not (
                {*lemmas} & verbs and near & {"can", "may", "will"}
            ):
                continue
            if {"not", "n't"} & {*lemmas[max(0, at - 2) : at]}:
                continue
            focus = _reach(tokens, at, at + 12)
            yield _claim(document, "coverage", "everybody", focus, sentence, ("coverage",), "who is it for?")
            return
        only = "only" in {*lemmas[max(0, at - 2) : at], *lemmas[at + 1 : at + 2]}
        limited = (
            aged and {"age", "aged"} & {*lemmas[at + 1 : at + 3]} and document.mentions_in(_reach(tokens, at, at + 8))
        )
        if lemma in groups and (only or limited) and tokens[at].tag in NOUNS:
            if not ("for" in lemmas[max(0, at - 5) : at] or {*lemmas} & verbs or "in" in lemmas[max(0, at - 2) : at]):
                continue
            focus = _reach(tokens, at - 4, at + 5)
            yield _claim(document, "coverage", "some", focus, sentence, ("coverage",), "who is it for?")
            return


def _read_breadth(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str], words: dict[str, Any]
) -> Iterator[Claim]:
    things = {*words["things"]} & {*lemmas}
    texts = [t.text.lower() for t in tokens]
    marks = {*words["narrow"], *words["broad"], *words["listing"], *words["closing"]} if things else set()
    places = [i for i, w in enumerate(lemmas) if w in marks or texts[i] in marks]
    for at in places:
        text = texts[at]
        pole = "narrow" if text in words["narrow"] else "broad" if text in words["broad"] else ""
        before = lemmas[max(0, at - 8) : at]
        said = {*lemmas[at + 1 : at + 3]} & {*words["things"]} or (
            {"be", "remain"} & {*before[-3:]} and {*before} & {*words["things"]}
        )
        if pole and said and not {"not", "n't", "than", "hardly"} & {*before[-2:]}:
            yield _claim(
                document, "breadth", pole, _reach(tokens, at - 6, at + 6), sentence, ("breadth",), "how wide is it?"
            )
            break
        # Three things in a list are a wide scope.
        listed = texts[at + 1 : at + 14].count(",") >= 2 and "and" in texts[at:]
        if lemmas[at] in words["listing"] and listed and {*lemmas[max(0, at - 6) : at]} & {*words["things"]}:
            yield _claim(
                document,
                "breadth",
                "broad",
                _reach(tokens, at - 4, at + 12),
                sentence,
                ("breadth",),
                "how wide is it?",
            )
            break
        if lemmas[at] in words["closing"] and "not" in lemmas[max(0, at - 3) : at] and things:
            yield _claim(
                document, "table", "closed", _reach(tokens, at - 5, at + 7), sentence, ("table",), "is it on the table?"
            )
            break
    phrase = match_phrases(lemmas, words["opening"], gap=0)
    if phrase is not None:
        at = lemmas.index(phrase.split()[0])
        yield _claim(
            document,
            "table",
            "open",
            _reach(tokens, at - 6, at + len(phrase.split())),
            sentence,
            ("table",),
            "is it on the table?",
        )


@cache
def _openings(kind: str, pole: str) -> frozenset[str]:
    """The first words of the phrases for a pole of a kind of name."""
    return frozenset(phrase.split()[0] for phrase in load_words(WORDS)["names"][kind][pole])


def _read_names(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    kinds: dict[str, dict[str, list[str]]],
    named: set[str],
) -> Iterator[Claim]:
    texts = [t.text.lower() for t in tokens]
    present = {*lemmas, *texts}
    for kind, poles in kinds.items():
        for pole, phrases in poles.items():
            if pole == "with" or f"{kind} {pole}" in named or _openings(kind, pole).isdisjoint(present):
                continue
            phrase = match_phrases(lemmas, phrases, gap=1) or match_phrases(texts, phrases, gap=1)
            if phrase is None:
                continue
            at = (lemmas if phrase.split()[0] in lemmas else texts).index(phrase.split()[0])
            if {"no", "not", "n't", "without", "if", "never"} & {*lemmas[max(0, at - 3) : at]}:
                continue
            if " " not in phrase and _modifies_people(document, tokens[at]):
                continue  # "riot police" tells of no riot
            if "with" in poles and not {*poles["with"]} & {*lemmas[max(0, at - NEAR) : at + NEAR]}:
                continue
            named.add(f"{kind} {pole}")
            others = [o for o in poles if o not in {"with", pole}]
            yield _claim(
                document,
                f"name {kind}",
                pole,
                _reach(tokens, at - 5, at + len(phrase.split()) + 3),
                sentence,
                (f"name {kind}",),
                "what is it called?",
                others,
            )


def _modifies_people(document: Document, token: Token) -> bool:
    """Whether a word only says what people or bodies are like, or whose a thing is."""
    head = document.tokens[token.head]
    if token.dep == "compound" and is_person_noun(token.lemma.lower()):
        return True  # "fighter jets"
    after = document.tokens[token.index + 1 : token.index + 2]
    if token.tag == "VBG" and after and after[0].tag in {"NN", "NNS"} and is_person_noun(after[0].lemma.lower()):
        return True  # "rampaging thieves"
    return token.dep in {"compound", "amod"} and (
        is_person_noun(head.lemma.lower()) or is_group_noun(head.lemma.lower())
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Sums by what they take in; coverage as it is; breadth and names are framing."""
    a, b = one.value, other.value
    if not isinstance(a, StatusValue) or not isinstance(b, StatusValue):
        raise TypeError("scope compares statuses only")
    verdict = compare_statuses(a, b)
    if a.family == "member" and not same_membership(a.about, b.about, a.detail, b.detail):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; of different things")
    if a.family == "sum" and not same_words(a.about[:1], b.about[:1]):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; of different things")
    if verdict.relation is Relation.CONTRADICT and a.family not in {"sum", "coverage", "member"}:
        return Verdict(Relation.FRAMING, f"{verdict.reason.partition(':')[0]}: a reader takes away something else")
    return verdict


RULE = Rule(
    id="scope",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.5, breadth=0.04, agreeing=0.35, needs=("heads",)
    ),
    stake=4,
    single_source=False,
    ask=ask_unnamed,
)
