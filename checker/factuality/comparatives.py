"""Tendencies told by two ends: more of a thing than before, and from one to another.

"Fewer burglaries last quarter than a year earlier", "from Poland to Wales".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.factuality.tendency_words import DENIAL_REACH, DOWN, UP, Tendency, TendencyWords, kinds_at
from checker.language.phrases import NOUN_TAGS, word_of
from checker.model import Sentence, Span, Token

MORE = {"more": UP, "greater": UP, "higher": UP, "bigger": UP, "larger": UP, "longer": UP}
MORE |= {"fewer": DOWN, "less": DOWN, "lower": DOWN, "smaller": DOWN, "shorter": DOWN}
"""Comparatives by the way that a thing has gone of which there is so much."""

EARLIER = frozenset("last previous before ago earlier preceding prior yesterday normal usual then".split())
"""Words by which a comparison is with what was: "more infections than the week before"."""

COMPARED = 7
"""Words from a comparative to its "than", and from there to the word for the time, at most."""


def read_comparisons(
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    forms: Sequence[frozenset[str]],
    words: TendencyWords,
) -> Iterator[Tendency]:
    """So much more or less of a thing than at an earlier time: "fewer burglaries last quarter than a year earlier"."""
    for at, word in enumerate(lowered):
        if word not in MORE or words.denials & {*lowered[max(0, at - DENIAL_REACH) : at]}:
            continue
        than = next((n for n in range(at + 1, min(len(lowered), at + 1 + COMPARED)) if lowered[n] == "than"), None)
        if than is None:
            continue
        after = lowered[than + 1 : than + 1 + COMPARED]
        told = EARLIER & {*after} or any(w.isdigit() and len(w) == len("2026") for w in after[:2])
        run = next((n for n in range(at + 1, than) if tokens[n].tag not in COMPARABLE), than)
        named = [n for n in range(at + 1, run) if tokens[n].tag in NOUN_TAGS and lowered[n] not in TIMED]
        if not told or not named:
            continue
        kinds = frozenset(kind for n in named for kind in kinds_at(forms, n, words))
        nouns = frozenset(word_of(tokens[n]) for n in named[-1:])
        span = Span(tokens[at].span.start, tokens[named[-1]].span.end)
        yield Tendency("amount", MORE[word], kinds, nouns, frozenset(), False, "", span, sentence.index)


COMPARABLE = NOUN_TAGS | {"JJ", "VBN", "VBG", "HYPH", "RB"}
"""Tags of the words between a comparative and its noun."""

TIMED = frozenset("week month year quarter day season decade".split())
"""Nouns of the time that an amount is of, between it and "than"."""

ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "JJ"})
"""Tags of the words for where something went from and to."""

SPAN_OF_END = 5
"""Words that one end of a passage has at most."""


def read_passages(sentence: Sentence, tokens: Sequence[Token], lowered: Sequence[str]) -> Iterator[Tendency]:
    """From one to another: "from Poland to Wales", "from 60 to 50"; the two ends in their order."""
    for at, word in enumerate(lowered):
        if word != "from":
            continue
        to = next((n for n in range(at + 2, min(len(lowered), at + 2 + SPAN_OF_END)) if lowered[n] == "to"), None)
        if to is None:
            continue
        one = [n for n in range(at + 1, to) if tokens[n].tag in ENDS]
        run = next((n for n in range(to + 1, min(len(lowered), to + SPAN_OF_END)) if tokens[n].tag in ENDS), None)
        if not one or run is None:
            continue
        last = run
        while last + 1 < len(lowered) and tokens[last + 1].tag in ENDS - {"CD"} and last - run < 3:
            last += 1
        ends = (lowered[one[-1]], lowered[run] if tokens[run].tag == "CD" else lowered[last])
        if ends[0] == ends[1]:
            continue
        way, nouns = (UP if ends[0] < ends[1] else DOWN), frozenset(ends)
        span = Span(tokens[at].span.start, tokens[last].span.end)
        yield Tendency("passage", way, frozenset(), nouns, frozenset(), False, "", span, sentence.index)
