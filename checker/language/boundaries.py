"""Where sentences may and must end, decided before parsing; the parser cuts only what is left open.

The parser alone over-splits at abbreviations, inside quotations and parentheses; full stops alone say nothing in
text that has lost them. So each token gets yes, no or "let the parser say".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from checker.text.words import is_abbreviation

OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
CLOSERS = frozenset(")]”»\"'’")
ENDS = frozenset({".", "!", "?", "…", "..", "...", "....", "?!", "!?", "!!"})

# A quotation or parenthesis longer than this (in tokens) is not held together.
LONGEST_HELD = 70

# Words before a number whose full stop may stand apart: "Bulletin No. 3".
NUMBERED = frozenset({"no", "nos", "vol", "fig", "art", "pp", "p", "approx"})

BRACKETS_CLOSED = frozenset({")", "]"})
DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_DATELINE = 32

# A stretch of more tokens than this without a full stop may have lost them; above the second length it surely has.
LONGEST_UNBROKEN = 22
LONGEST_SENTENCE = 45

# No sentence is read in one piece beyond this many tokens: the time to read it grows with the square.
LONGEST_READ = 250

PAUSES = frozenset({",", ";", ":", "(", "—", "–", '"', "“"})

# Words that, with a capital inside a line without punctuation, begin a new sentence.
OPENING_WORDS = frozenset(
    {"the", "this", "these", "those", "it", "he", "she", "they", "we", "both", "there", "if", "any", "for", "in", "its"}
    | {"his", "her", "their", "our", "a", "an", "but", "however", "while", "when", "what", "many", "some", "most", "no"}
    | {"another", "each", "after", "before", "by", "at", "on", "with", "to", "as"}
)

SPEAKING = frozenset({"said", "says", "told", "spoke", "added", "warned", "noted", "argued"})

# Words after which a capital goes on with the same phrase: "in The Hague", "said We agree".
BINDING_WORDS = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "in",
        "to",
        "for",
        "on",
        "at",
        "by",
        "with",
        "from",
        "and",
        "or",
        "but",
        "as",
        "than",
        "that",
    }
    | {
        "said",
        "says",
        "added",
        "asked",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "called",
        "named",
        "his",
        "her",
        "its",
    }
    | {"their", "our", "my", "your", "over", "under", "into", "via", "per", "vs", "through", "between"}
)

# Abbreviations after which a capital usually goes on with the same name or number.
TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rev", "gen", "lt", "col", "maj", "capt", "sgt", "sen", "rep", "gov", "st", "hon"}
    | {"rt", "cllr", "cr", "ald", "engr", "atty", "amb", "brig", "msgr"}
    | {"adm", "cmdr", "supt", "insp", "no", "nos", "vs", "v", "messrs", "jan", "feb", "mar", "apr", "jun", "jul", "aug"}
    | {"sep", "sept", "oct", "nov", "dec", "approx", "dept", "fig", "vol", "mt", "ft", "pp"}
)


def mark_boundaries(words: Sequence[str], spaced: Sequence[bool]) -> list[bool | None]:
    """For each token whether it starts a sentence: True, False, or None where the parser decides.

    ``spaced`` says of each token whether a space follows it.
    """
    count = len(words)
    marks: list[bool | None] = [False] * count
    if not count:
        return marks
    marks[0] = True
    held = _held(words)
    dateline = _dateline_end(words, spaced)
    for at in range(1, count):
        mark = _mark(words, spaced, at)
        if at < dateline or (mark is not False and at in held):
            mark = False
        marks[at] = True if at == dateline else mark
    starts = [0, *(i for i in range(1, count) if marks[i] is not False), count]
    for first, last in itertools.pairwise(starts):
        if last - first > LONGEST_UNBROKEN:
            _open(words, marks, first, last, held)
    begun = 0
    for at in range(1, count):
        if marks[at] is True or at - begun >= LONGEST_READ:
            marks[at], begun = True, at
    return marks


def _open(words: Sequence[str], marks: list[bool | None], first: int, last: int, held: frozenset[int]) -> None:
    """Let the parser cut a stretch that seems to have lost its full stops, and cut it where a new sentence is plain.

    A stretch with a few commas is a long sentence more often than two; only a very long one is opened then.
    """
    bare = not any(words[at] in PAUSES for at in range(first, last - 1))
    for at in range(first + 1, last):
        if at in held:
            continue
        opener = words[at][:1].isupper() and words[at].casefold() in OPENING_WORDS
        if bare and opener and words[at - 1].casefold() not in BINDING_WORDS:
            plain = at + 1 < last and words[at + 1][:1].islower()
            marks[at] = True if plain else None
        elif bare and _names_speaker(words, at, last):
            marks[at] = True
        elif last - first > LONGEST_SENTENCE:
            marks[at] = None


def _names_speaker(words: Sequence[str], at: int, last: int) -> bool:
    """Whether a name with its verb of speaking begins here, after a common word: "in the lead Lee said the"."""
    before = words[at - 1]
    if not words[at][:1].isupper() or not before.islower() or before in BINDING_WORDS:
        return False
    following = at + 1
    while following < last and following < at + 4 and words[following][:1].isupper():
        following += 1
    return following < last and words[following] in SPEAKING


def _dateline_end(words: Sequence[str], spaced: Sequence[bool]) -> int:
    """Where the text begins after a dateline such as "OSLO, May 3 (Wire) —"; 0 when there is none."""
    if len(words[0]) < 3 or not words[0].isupper():
        return 0
    depth = 0
    for at in range(1, min(len(words) - 3, LONGEST_DATELINE)):
        word, before = words[at], words[at - 1]
        depth += (word in OPENERS) - (word in BRACKETS_CLOSED)
        if word in ENDS:
            return 0
        if word in DASHES and depth <= 0 and spaced[at - 1]:
            told = before in BRACKETS_CLOSED or before[-1].isdigit() or before.isupper() or at > 4
            return at + 1 if told and not words[at + 1][:1].islower() else 0
    return 0


def _mark(words: Sequence[str], spaced: Sequence[bool], at: int) -> bool | None:
    """Judge the boundary before the token at ``at`` by the tokens around it."""
    here = words[at]
    if here in CLOSERS and not spaced[at - 1]:
        return False  # it closes what stands before it
    end = at - 1
    while end > 0 and words[end] in CLOSERS and not spaced[end - 1]:
        end -= 1
    if words[end] not in ENDS:
        return _after_abbreviation(words, at)
    first = next((w for w in words[at : at + 3] if any(c.isalnum() for c in w)), "")
    if not first or first[0].islower():
        return False
    if first[0].isdigit() and words[end] == "." and words[end - 1].casefold() in NUMBERED:
        return False
    if end < at - 1 and words[end] in {"?", "!"}:
        return None  # "Why?" Smith asked.
    return None if words[end] in {"…", "...", "...."} else True


def _after_abbreviation(words: Sequence[str], at: int) -> bool | None:
    before = words[at - 1]
    if not before.endswith(".") or len(before) < 2 or before in ENDS:
        return False
    if not words[at][:1].isupper():
        return False
    stem = before[:-1].casefold()
    if stem in TITLES or (len(stem) == 1 and stem.isalpha()):
        return False
    return None if is_abbreviation(stem) else True


def _held(words: Sequence[str]) -> frozenset[int]:
    """Tokens that lie inside parentheses or quotation marks that close again soon."""
    held: set[int] = set()
    for first, last in _pairs(words):
        if last - first <= LONGEST_HELD:
            held.update(range(first + 1, last + 1))
    return frozenset(held)


def _pairs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    straight: int | None = None
    for at, word in enumerate(words):
        if word == '"':
            if straight is None:
                straight = at
            else:
                yield straight, at
                straight = None
        elif word in OPENERS:
            opened.append((OPENERS[word], at))
        elif opened and word == opened[-1][0]:
            yield opened.pop()[1], at
