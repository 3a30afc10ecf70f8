"""One sentence twice, asserted in one wording and denied in the other: "I lost to him" beside "I did not lose to him".

The words of a sentence without what denies it: "did not lose" and "lost" leave the same word, and so do "no plans" and
"plans", "nobody" and "somebody". Where nothing else differs, and one side denies once more than the other, the two
cannot both have been said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.lexicon import base_forms
from checker.values.verbatim import GAP, are_spellings
from checker.values.wording import is_weighty

DENYING = frozenset({"not", "never", "no", "cannot", "neither", "nor", "hardly", "barely", "scarcely"})
WHOLE = {
    "nobody": "body",
    "noone": "body",
    "none": "body",
    "nothing": "thing",
    "nowhere": "where",
    "anybody": "body",
    "anyone": "body",
    "somebody": "body",
    "someone": "body",
    "everybody": "body",
    "everyone": "body",
    "anything": "thing",
    "something": "thing",
    "everything": "thing",
    "anywhere": "where",
    "somewhere": "where",
    "everywhere": "where",
}
"""Words that deny, or assert, of everybody and everything at once, each with what it is of."""

DENYING_WHOLE = frozenset({"nobody", "noone", "none", "nothing", "nowhere"})
SUPPORT = frozenset({"do", "does", "did"})
PERFECT = frozenset({"have", "has", "had"})
BESIDE = frozenset(
    "a an any some all every each ever yet already just still even at also really certainly simply very quite now "
    "always often sometimes well so yes look and but".split()
)
"""Words that come and go with a denial, and openings: "we have no plans", "we have some plans"."""

FEWEST, FEWEST_TELLING = 3, 2
"""Words that are left on each side, at least, and how many of them carry weight."""

CUT = 5
"""Words of a sentence that is cut short, at least, to be known again in the longer one."""

JOINING = frozenset({"and", "but", "or", "because", "so", "while"})
"""Words that join a statement to the one before it; a condition would belong to it."""

MOST = 40
"""Words of a sentence beyond which two that are equal but for a denial are known by other means."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One sentence asserted and denied: how many words are the same, and whether nothing else stands on either side.

    ``one`` and ``other`` are where the denial stands, or would, as half-open ranges of the words of each.
    """

    shared: int
    whole: bool
    one: tuple[int, int]
    other: tuple[int, int]


def is_denied_once_more(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one wording has a word that denies more than the other: the cheap question before ``find_denial``."""
    return (_count(one) - _count(other)) % 2 == 1


def _count(words: Sequence[str]) -> int:
    return sum(word in DENYING or word in DENYING_WHOLE for word in words)


def find_denial(one: Sequence[str], other: Sequence[str]) -> Denial | None:
    """What two sentences of folded words share where one denies what the other asserts; None if more differs.

    One of them may be cut short: the longer one then begins or ends with all that the shorter one says.
    """
    if max(len(one), len(other)) > MOST or GAP in one or GAP in other:
        return None
    for mine in _clauses(one):
        for theirs in _clauses(other):
            if is_denied_once_more(mine, theirs) and (found := _compare(mine, theirs)) is not None:
                return found
    return None


def _clauses(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """A sentence, and the statement that it opens with where another is joined to that: "We sign, and they pay"."""
    yield words
    yield from (words[:at] for at, word in enumerate(words) if word in JOINING and at >= FEWEST)


def _compare(one: Sequence[str], other: Sequence[str]) -> Denial | None:
    left, right = strip_denials(tuple(one)), strip_denials(tuple(other))
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    telling = sum(any(is_weighty(form) for form in forms) for forms in short)
    if len(short) < FEWEST or telling < FEWEST_TELLING:
        return None
    whole = len(short) == len(long)
    if not whole and (len(short) < CUT or 2 * len(short) < len(long)):
        return None
    if not (_are_same(short, long[: len(short)]) or _are_same(short, long[-len(short) :])):
        return None
    return Denial(len(short), whole, _place(one, other), _place(other, one))


def _place(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Where a wording denies, or else where the other one does."""
    at = next((n for n, w in enumerate(mine) if w in DENYING or w in DENYING_WHOLE), None)
    if at is not None:
        return at, at + 1
    there = next((n for n, w in enumerate(theirs) if w in DENYING or w in DENYING_WHOLE), 0)
    return min(there, len(mine) - 1), min(there, len(mine) - 1) + 1


def _are_same(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    return all(a & b or are_spellings(sorted(a)[:1], sorted(b)[:1]) for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=4096)
def strip_denials(words: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words by their base forms, without those that deny, help to deny or come with a denial."""
    kept = [word for word in _join_none(words) if word not in DENYING | BESIDE | SUPPORT]
    found: list[frozenset[str]] = []
    for at, word in enumerate(kept):
        following = kept[at + 1] if at + 1 < len(kept) else ""
        if word in PERFECT and _is_participle(following):
            continue  # "have never sold" beside "sold"
        found.append(frozenset({WHOLE[word]}) if word in WHOLE else _forms(word))
    return tuple(found)


def _join_none(words: tuple[str, ...]) -> list[str]:
    """The words with "no one" as one of them."""
    joined: list[str] = []
    for word in words:
        if word == "one" and joined[-1:] == ["no"]:
            joined[-1] = "noone"
        else:
            joined.append(word)
    return joined


def _is_participle(word: str) -> bool:
    return word == "been" or any(form != word for form in base_forms(word, "v"))


@lru_cache(maxsize=8192)
def _forms(word: str) -> frozenset[str]:
    """A word with what it may be a form of: as a verb, or as a noun."""
    return frozenset({word, *base_forms(word, "v"), *base_forms(word, "n")})
