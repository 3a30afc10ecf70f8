"""How far a decision went: unanimous or split, with or without conditions, on every count or on some.

Each reader looks at one sentence and gives the clause and the words that say it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import BlockKind, Document, Sentence, Span, Token

NUMBER = "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)"
SPLIT = re.compile(
    rf"\b{NUMBER}(?: votes?| members?)? ?(?:to|-|–|—) ?{NUMBER}\b(?! (?:per ?cent|percent|%))", re.I
)  # "seven votes to two"
VOTED_AGAINST = re.compile(
    r"\b(?:vot(?:ed|ing|e) (?:no|against|to (?:leave|keep|hold|reject|oppose))"
    r"|against the (?:motion|decision|move|proposal))\b",
    re.I,
)  # "two representatives voted no"
NOBODY = re.compile(
    r"\b(?:no ?one|nobody|none|without (?:any )?dissent|no (?:votes? against|dissent\w*|objections?))\b", re.I
)  # "nobody voted against"
AGES = frozenset(
    {
        "age",
        "aged",
        "year",
        "years",
        "old",
        "minute",
        "minutes",
        "day",
        "days",
        "week",
        "weeks",
        "hour",
        "hours",
        "p.m.",
        "a.m.",
    }
)


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a decision went: the family (``vote``, ``condition``, ``sweep``), its pole, and the words that say it.

    ``thing`` is what conditions are set for ("approval", "aid"), empty where the sentence does not say.
    """

    family: str
    pole: str
    focus: Span
    sentence: Sentence
    thing: str = ""


@cache
def load_extents() -> dict[str, Any]:
    """Read the word lists of ``data/extents.toml``."""
    return tomllib.loads((files("checker.factuality") / "data" / "extents.toml").read_text("utf-8"))


def read_extents(document: Document) -> Iterator[Extent]:
    """Every statement of how far a decision went, in reading order."""
    for sentence in document.sentences:
        if sentence.kind is BlockKind.FURNITURE or sentence.kind is BlockKind.BYLINE:
            continue
        tokens = document.sentence_tokens(sentence)
        lemmas = [t.lemma.lower() for t in tokens]
        if "?" in sentence.text:
            continue
        yield from _read_vote(document, sentence, tokens, lemmas)
        yield from _read_condition(sentence, tokens, lemmas)
        yield from _read_sweep(sentence, tokens, lemmas)


def _reach(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The words from one to the other, with the whole of the noun phrases that they begin and end in."""
    while first > 0 and (
        tokens[first].tag in {"POS", "TO", "''"}
        or tokens[first].text.lower() in {"of", "'", "’"}
        or (tokens[first].tag in PHRASE and tokens[first - 1].tag in PHRASE)
    ):
        first -= 1
    last = min(last, len(tokens) - 1)
    for _ in range(MOST):
        opened = tokens[last].tag in OPENING
        if last + 1 < len(tokens) and (tokens[last + 1].tag in PHRASE and (opened or tokens[last].tag in PHRASE)):
            last += 1
    while last > first and (tokens[last].tag in STOPS or tokens[last].tag in OPENING - {"CD", "JJ"}):
        last -= 1
    return Span(tokens[first].span.start, tokens[last].span.end)


MOST = 5
"""Words by which a noun phrase is followed to its end."""

PHRASE = frozenset({"DT", "PDT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS"})
OPENING = frozenset({"IN", "TO", "DT", "CD", "JJ", "PRP$", "CC"})
"""What opens a phrase, and cannot end one."""

STOPS = frozenset({".", ",", ":", "''", "-RRB-"})


def _read_vote(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str]
) -> Iterator[Extent]:
    words = load_extents()["votes"]
    at = next((i for i, w in enumerate(lemmas) if w in words["unanimous"]), None)
    if at is not None:
        near = lemmas[max(0, at - 6) : at]
        if not {"not", "n't", "never", "hardly", "short", "previous", "no"} & {*near, *lemmas[at + 1 : at + 6]}:
            yield Extent("vote", "unanimous", _reach(tokens, max(0, at - 5), at + 4), sentence)
        return
    if not {*words["signs"]} & {*lemmas}:
        return
    text = Span(tokens[0].span.start, tokens[-1].span.end).of(document.text)
    found = VOTED_AGAINST.search(text) if "vot" in text or "against" in text else None
    if "vote" in lemmas and found is None:
        found = SPLIT.search(text)
        if found is not None and AGES & {*text[found.end() : found.end() + 12].lower().split()}:
            found = None
    start = tokens[0].span.start
    if found is not None and "vote" in lemmas:
        pole = "unanimous" if NOBODY.search(text) else "split"
        first = next((i for i, t in enumerate(tokens) if t.span.start >= start + found.start() - 50), 0)
        words_before = _reach(tokens, first, first)
        yield Extent("vote", pole, Span(words_before.start, start + found.end()), sentence)
    elif {*words["dissent"]} & {*lemmas}:
        at = next(i for i, w in enumerate(lemmas) if w in words["dissent"])
        pole = "unanimous" if {"no", "without", "nobody", "not", "none"} & {*lemmas[max(0, at - 4) : at]} else "split"
        yield Extent("vote", pole, _reach(tokens, max(0, at - 4), at + 3), sentence)


def _read_condition(sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str]) -> Iterator[Extent]:
    words = load_extents()["conditions"]
    things = {noun: name for name, nouns in words["things"].items() for noun in nouns}
    for at, lemma in enumerate(lemmas):
        before = lemmas[max(0, at - 3) : at]
        if lemma in words["strings"]:
            if {"without", "no"} & {*before}:
                pole = "unconditional"
            elif {"with", "under", "to"} & {*before[-2:]} and (lemma != "condition" or tokens[at].tag == "NNS"):
                pole = "conditional"
            else:
                continue
            near = [things[w] for w in lemmas[max(0, at - 12) : at + 12] if w in things]
            if near or (lemma == "string" and "attach" in lemmas):
                thing = near[0] if near else ""
                yield Extent("condition", pole, _reach(tokens, max(0, at - 6), at + 1), sentence, thing)
                return
        if lemma in words["conditional"] or lemma in words["unconditional"]:
            near = [things[w] for w in lemmas[at + 1 : at + 5] if w in things]
            if near and not {"not", "n't"} & {*before}:
                pole = "conditional" if lemma in words["conditional"] else "unconditional"
                yield Extent("condition", pole, _reach(tokens, max(0, at - 2), at + 3), sentence, near[0])
                return


def _read_sweep(sentence: Sentence, tokens: Sequence[Token], lemmas: Sequence[str]) -> Iterator[Extent]:
    words = load_extents()["sweep"]
    decide = {*words["decide"]}
    if not decide & {*lemmas}:
        return
    for at, lemma in enumerate(lemmas):
        before = lemmas[max(0, at - 3) : at]
        whole = (lemma in words["parts"] and {*words["whole"]} & {*before}) or (
            lemma == "lot" and before[-1:] == ["the"]
        )
        some = lemma in words["parts"] and {*words["part"]} & {*before}
        deciding = [i for i in range(max(0, at - 6), min(len(lemmas), at + 5)) if lemmas[i] in decide]
        if not deciding or not (whole or some) or {"not", "n't", "if"} & {*before}:
            continue
        if lemma == "lot" and not {"win", "lose"} & {lemmas[i] for i in deciding}:
            continue
        low, high = min(deciding[0], at), max(deciding[0], at)
        yield Extent("sweep", "whole" if whole else "part", _reach(tokens, low, high), sentence)
        return
