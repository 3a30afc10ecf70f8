"""Which phrases of the aspects a sentence holds: rows of words, with what may stand between them.

Articles, possessives and adverbs between the words of a phrase are passed over. Of phrases of one aspect that overlap
the longest counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from checker.factuality.aspects import (
    AUXILIARIES,
    DENYING,
    FIGURE,
    GAPS,
    PASSED_OVER,
    TAGS,
    THING,
    Aspect,
    Match,
    Phrase,
    Phrases,
    load_aspects,
)
from checker.model import Token


def forms_of(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """What phrases call each word by: its lemma (of auxiliaries their verb), and the word as it stands."""
    return [(AUXILIARIES.get(low := t.text.lower()) or t.lemma.lower(), low) for t in tokens]


def match_aspects(tokens: Sequence[Token], *, brief: bool = False) -> list[Match]:
    """The phrases found in a sentence's tokens; of those of one aspect that overlap, the longest only.

    ``brief`` says that the sentence is of a short report, of which matters are asked.
    """
    aspects = load_aspects(brief=brief)
    forms = forms_of(tokens)
    all_forms = {form for pair in forms for form in pair} | {""}
    found: dict[str, list[Match]] = defaultdict(list)
    openings = all_forms & aspects.openings
    for at, pair in enumerate(forms):
        if openings.isdisjoint(pair) and tokens[at].tag != "CD":
            continue
        keys: dict[str, None] = {}
        for form in pair if pair[0] != pair[1] else pair[:1]:
            if form in openings:
                keys[form] = None
                keys.update(dict.fromkeys(aspects.things.get(form, ())))
        if tokens[at].tag == "CD":
            keys[FIGURE] = None
        for phrase in _list_possible(aspects.phrases, keys, all_forms):
            match = _match(phrase, aspects.named[phrase.aspect], tokens, forms, at)
            if match is not None:
                found[phrase.aspect].append(match)
    return [m for matches in found.values() for m in _keep_longest(matches)]


def _list_possible(phrases: Phrases, keys: Iterable[str], all_forms: Set[str]) -> list[Phrase]:
    """The phrases opened by some words that have nothing in them that a sentence must hold and does not."""
    found: list[Phrase] = []
    for key in keys:
        by_word = phrases.opened_by(key)
        # Most words open few phrases, which are under no other word.
        for word in sorted(by_word.keys() & all_forms) if len(by_word) > 1 else by_word.keys():
            if word in all_forms:
                found += [phrase for phrase in by_word[word] if phrase.literal <= all_forms]
    return found


def _keep_longest(matches: list[Match]) -> list[Match]:
    if len(matches) == 1:
        return matches
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.phrase.words), m.last - m.first, m.first, m.phrase.pole)):
        if all(match.last < other.first or match.first > other.last for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


def _match(
    phrase: Phrase, aspect: Aspect, tokens: Sequence[Token], forms: Sequence[tuple[str, str]], start: int
) -> Match | None:
    at, gap, last, thing = start, 0, start, None
    for number, (words, tag) in enumerate(phrase.words):
        if words[0] in GAPS:
            gap = GAPS[words[0]]
            continue
        while True:
            if at >= len(tokens):
                return None
            if _fits(words, tag, tokens[at], forms[at], aspect) and not (
                words[0] == THING
                and (aspect.matter or aspect.sole)
                and _is_compounded(tokens, forms, at, phrase, aspect)
            ):
                break
            if number == 0 or not (gap or _is_passed_over(tokens[at], forms[at])):
                return None
            if not _is_passed_over(tokens[at], forms[at]):
                gap -= 1
            at += 1
        if words[0] == THING:
            thing = at
            while at + 1 < len(tokens) and f"{forms[at][0]} {forms[at + 1][0]}" in aspect.sorts:
                at += 1
        gap, last = 0, at
        at += 1
    return Match(phrase, start, last, thing)


def _is_compounded(
    tokens: Sequence[Token], forms: Sequence[tuple[str, str]], at: int, phrase: Phrase, aspect: Aspect
) -> bool:
    """Whether a noun only narrows the next ("ban evasion", "the plan's author"), and names no sort with it."""
    if (
        at + 1 >= len(tokens)
        or any({*forms[at + 1]} & {*said} for said, _ in phrase.words)
        or f"{forms[at][0]} {forms[at + 1][0]}" in aspect.sorts
    ):
        return False
    if at and f"{forms[at - 1][0]} {forms[at][0]}" in aspect.sorts:
        return False
    return tokens[at + 1].tag in {"NN", "NNS", "POS"} and tokens[at].tag in {"NN", "NNP", "JJ", "NNPS", "NNS"}


def _fits(words: tuple[str, ...], tag: str, token: Token, forms: tuple[str, str], aspect: Aspect) -> bool:
    if words[0] == FIGURE:
        return token.tag == "CD"
    if words[0] == THING:
        return forms[0] in aspect.sorts or forms[1] in aspect.sorts
    return (forms[0] in words or forms[1] in words) and (not tag or token.tag.startswith(TAGS[tag]))


def _is_passed_over(token: Token, forms: tuple[str, str]) -> bool:
    if forms[0] in PASSED_OVER or forms[1] in PASSED_OVER:
        return True
    return token.tag == "RB" and forms[0] not in DENYING
