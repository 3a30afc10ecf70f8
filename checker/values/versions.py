"""Versions of an utterance: what a difference of wording comes to when cuts, small words and spelling do not count."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from checker.model import Relation, Verdict
from checker.values.quotes import QuoteValue
from checker.values.verbatim import SPELT_ALIKE, are_spellings
from checker.values.wording import read_utterance

SHARED = 4
"""Words that two versions have in common, in order, at least; fewer are a phrase that many use."""

LEAST_SHARE = 0.3
"""Share of the shorter version that those words make up at least."""

FRAMED, NEARLY_ALL, LONGER = 0.36, 0.7, 3
"""The same share for versions that only read differently, and for one beside another this many times as long."""

PHRASE = 6
"""Words of a version below which it is a phrase that the speaker may use more than once, in many others."""

BRIEF = 12
"""Words of utterances that are short enough to be set against each other by one word."""

ALIKE = 0.6
"""How much alike longer utterances must be, word for word, to contradict each other."""

KEPT = 0.75
"""The share of a short version's words that a longer one must have in one stretch, to be like it whatever follows."""


def weigh_versions(one: QuoteValue, other: QuoteValue, verdict: Verdict, small: frozenset[str]) -> Verdict:
    """Take back a difference that comes of cutting one utterance in two places, of ``small`` words or of spelling.

    ``verdict`` is that of ``compare_quotes``; versions that share too little come out as not comparable. Symmetric.
    """
    left, right = sorted((one.normalized.split(), other.normalized.split()))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    steps = matcher.get_opcodes()
    equal = [n for n, step in enumerate(steps) if step[0] == "equal"]
    core = steps[equal[0] : equal[-1] + 1] if equal else []
    shared = sum(step[2] - step[1] for step in core if step[0] == "equal")
    contrary = verdict.relation is Relation.CONTRADICT
    together = shared >= SHARED and shared >= LEAST_SHARE * min(len(left), len(right))
    short, long = sorted((len(left), len(right)))
    # A short version is known again in a much longer one only where nearly all of its words are there.
    if not contrary and shared < (NEARLY_ALL if long > LONGER * short else FRAMED) * short:
        together = False
    if together and 2 * shared >= sum(step[2] - step[1] for step in core):
        changed = [(left[i1:i2], right[j1:j2]) for kind, i1, i2, j1, j2 in core if kind != "equal"]
        if contrary and not changed:
            return verdict  # one version lacks nothing but the word that denies it
        if all(_is_trivial(before, after, small) for before, after in changed):
            return Verdict(Relation.COMPATIBLE, "the same words, cut elsewhere")
        # What one version alone goes on with says nothing of the words that both have.
        whole = shared >= KEPT * short and 2 * shared >= ALIKE * (core[-1][2] + core[-1][4] - core[0][1] - core[0][3])
        alike = matcher.ratio() >= ALIKE or whole
        if alike if contrary else short >= PHRASE or long <= LONGER * short:
            return verdict
    if max(len(left), len(right)) <= BRIEF or (contrary and min(len(left), len(right)) <= SHARED):
        return verdict
    return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, in utterances that have little else in common")


def find_miscopied(one: QuoteValue, other: QuoteValue) -> tuple[str, str] | None:
    """The words for persons that stand in each other's place in two sentences that are else the same, word for word.

    A translation differs in many places; one such word changed in one place is a slip of one of the two. Words in
    brackets are the writer's, and at the edge of a sentence the two may be cut in different places.
    """
    for left in _sentences(one):
        for right in _sentences(other):
            if len(left) != len(right) or len(left) <= WORD_FOR_WORD:
                continue
            apart = [n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
            if len(apart) == 1 and 0 < apart[0] < len(left) - 1:
                before, after = left[apart[0]], right[apart[0]]
                if {before, after} <= PERSONS:
                    return before, after
    return None


def _sentences(value: QuoteValue) -> list[tuple[str, ...]]:
    """The sentences of a quotation without those that somebody else's words stand in, as folded words."""
    parts = SENTENCE_END.split(value.words)
    return [read_utterance(part).words for part in parts if not {"[", "(", "…"} & set(part)]


SENTENCE_END = re.compile(r"[.?!;]+|,(?=\s[A-Z])")
"""Where a sentence of a quotation ends; a comma before a capital is where "she said" interrupted it."""

PERSONS = frozenset({"i", "we", "you", "they", "he", "she"})
"""Words for who does it: one is no spelling of another."""

WORD_FOR_WORD = 6
"""Words that two quotations share at least, for the rest of them to be one slip."""


def _is_trivial(before: list[str], after: list[str], small: frozenset[str]) -> bool:
    """Whether the words that stand in each other's place are small words, or one word or name in two spellings."""
    if {*before, *after} <= small or are_spellings(before, after):
        return True
    from rapidfuzz.fuzz import ratio

    return bool(before and after) and ratio("".join(before), "".join(after)) >= SPELT_ALIKE
