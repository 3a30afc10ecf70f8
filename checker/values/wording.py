"""Wording: an utterance as a sequence of folded words, so that two versions of it can be set side by side.

Folding takes away what transcription adds: case, marks, hyphens, the form of contractions, apostrophes
that a scrape lost.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

# What leaves words out or puts other words in: ..., …, [...], [the talks], (…)
GAP = re.compile(r"\[[^\]\n]{0,80}\]|\(?(?:\.\s?){3,4}\)?|…")
# Initials: A.I., U.S.
INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,6}")
# A word or a number: we're, 14.2, 1,500, 97%
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
# A share, however it is written: "97 per cent", "97 %", "97%"
PER_CENT = re.compile(r"\s?%|\bper\s?cent\b")

# A day and its month, whichever comes first: "3 april", "april 3rd"
DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?"
    r"(january|february|march|april|may|june|july|august|september|october|november|december)\b"
)

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_PRONOUN_ONE = 1  # "one" is a pronoun too often to count as a number


@dataclass(frozen=True, slots=True)
class Utterance:
    """``text`` as quoted, ``words`` folded, ``pieces`` runs of words between gaps, ``content`` the words that count."""

    text: str
    words: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    negators: frozenset[str]
    rejecting: tuple[tuple[str, ...], ...]
    light: frozenset[str]
    polar: tuple[tuple[frozenset[str], frozenset[str]], ...]
    between: frozenset[str]
    contractions: dict[str, str]
    shifts: dict[str, str]
    phrases: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@cache
def _lists() -> _Lists:
    data = tomllib.loads(files("checker.values").joinpath("data", "quotes.toml").read_text(encoding="utf-8"))
    short = data["contractions"]
    table: dict[str, str] = dict(short["irregular"]) | dict(short["bare"])
    for verb in short["n't"].split():
        table[f"{verb}n't"] = table[f"{verb}nt"] = f"{verb} not"
    for pronoun in short["pronouns"].split():
        for ending, verb in short["endings"].items():
            table[f"{pronoun}{ending}"] = f"{pronoun} {verb}"
    for pronoun in short["is"].split():
        table[f"{pronoun}'s"] = f"{pronoun} is"
    # "went" and the like must not be made from a verb: "wont" is listed by hand, "neednt" is fine.
    return _Lists(
        negators=frozenset(data["negators"].split()),
        rejecting=tuple(tuple(p.split()) for p in data["rejecting"]),
        light=frozenset(data["light"].split()),
        polar=tuple((frozenset(a.split()), frozenset(b.split())) for a, b in data["polar"]),
        between=frozenset(data["between"].split()),
        contractions=table,
        shifts=dict(data["shifts"]),
        phrases=tuple((tuple(k.split()), tuple(v.split())) for k, v in data["phrases"].items()),
    )


# A contraction whose apostrophe became a space: don t, we re, it s
SPLIT_CONTRACTION = re.compile(
    r"\b(?:(?P<verb>do|does|did|is|are|was|were|have|has|had|would|could|should|wo|ca)n t"
    r"|(?P<pronoun>i|you|he|she|it|we|they|that|there|who|what) (?P<rest>re|ve|ll|m|s))\b"
)


@lru_cache(maxsize=4096)
def read_utterance(text: str) -> Utterance:
    """Fold the words of a quotation."""
    pieces = [p for part in GAP.split(text) if (p := _fold(part))]
    words = tuple(w for piece in pieces for w in piece)
    return Utterance(text, words, tuple(pieces), _content(words))


def _fold(text: str) -> tuple[str, ...]:
    text = text.casefold().replace("’", "'").replace("‘", "'")
    text = PER_CENT.sub(" percent", text)
    text = DAY_MONTH.sub(r"\2 \1", text)
    text = INITIALS.sub(lambda m: m.group().replace(".", ""), text)
    text = SPLIT_CONTRACTION.sub(_join, text)
    table = _lists().contractions
    words: list[str] = []
    for m in WORD.finditer(text):
        word = m.group()
        if word[0].isdigit():
            words.append(word.replace(",", ""))
            continue
        word = word.strip("'")
        words.extend(table.get(word, word.removesuffix("'s")).split())
    return tuple(words)


def _join(match: re.Match[str]) -> str:
    if match["verb"]:
        return f"{match['verb']}n't"
    return f"{match['pronoun']}'{match['rest']}"


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    lists = _lists()
    return tuple(w for w in words if w not in lists.light and w not in lists.negators)


def is_light(word: str) -> bool:
    """Whether a folded word carries no weight of its own: an article, a pronoun, an auxiliary."""
    return word in _lists().light


def is_weighty(word: str) -> bool:
    """Whether a folded word carries weight of its own; one that denies does not."""
    lists = _lists()
    return word not in lists.light and word not in lists.negators


def fold_phrases(utterance: Utterance) -> Utterance:
    """The utterance with stock phrases in their shortest form: "in the lead" as "ahead"."""
    words = utterance.words
    for phrase, plain in _lists().phrases:
        if phrase[0] not in words:
            continue
        size = len(phrase)
        i = 0
        while i <= len(words) - size:
            if words[i : i + size] == phrase:
                words = (*words[:i], *plain, *words[i + size :])
                i += len(plain)
            else:
                i += 1
    return replace(utterance, words=words, content=_content(words))


def fold_shifts(utterance: Utterance) -> Utterance:
    """The utterance as reported speech would have it: persons and tenses folded together."""
    shifts = _lists().shifts
    pieces = tuple(tuple(shifts.get(w, w) for w in p if w != "that") for p in utterance.pieces)
    words = tuple(w for p in pieces for w in p)
    return Utterance(utterance.text, words, pieces, _content(words))


def are_polar(one: str, other: str) -> bool:
    """Whether two words say all or some on one side and none on the other: "anyone", "nobody"."""
    return any((one in a and other in b) or (one in b and other in a) for a, b in _lists().polar)


def rejected(utterance: Utterance) -> frozenset[str]:
    """The content words that the utterance denies: behind a negator, or set aside ("rather than deliberate")."""
    lists = _lists()
    words = utterance.words
    found: set[str] = set()
    openings = lists.negators | {phrase[0] for phrase in lists.rejecting}
    for i, word in enumerate(words):
        if word not in openings:
            continue
        denies = word in lists.negators or any(words[i : i + len(p)] == p for p in lists.rejecting)
        if not denies:
            continue
        k = i + next((len(p) for p in lists.rejecting if words[i : i + len(p)] == p), 1)
        while k < len(words) and words[k] in lists.between:
            k += 1
        if k < len(words) and words[k] not in lists.light:
            found.add(words[k])
    return frozenset(found)


def turns_deed(a: Utterance, b: Utterance) -> str:
    """The deed that one utterance says is or would be done and the other denies, where a pronoun stands for it.

    "I would do it again" beside "I would never do it again": no content word is denied. Empty for none.
    """
    one, other = _pronoun_deeds(a), _pronoun_deeds(b)
    for words, denied in one.items():
        if words in other and len(denied) == len(other[words]) == 1 and denied != other[words]:
            return words
    return ""


_DEEDS = {"do": "do", "did": "do", "does": "do", "done": "do", "doing": "do", "say": "say", "said": "say"}
_STANDING = frozenset({"it", "that", "this", "so"})


def _pronoun_deeds(utterance: Utterance) -> dict[str, set[bool]]:
    """Deeds told by a bare verb and a pronoun, each with whether it is denied."""
    words, found = utterance.words, dict[str, set[bool]]()
    for at, (verb, told) in enumerate(pairwise(words)):
        if verb in _DEEDS and told in _STANDING:
            denied = not _lists().negators.isdisjoint(words[max(0, at - 3) : at])
            found.setdefault(f"{_DEEDS[verb]} {told}", set()).add(denied)
    return found


_GOVERNORS = {
    form: lemma
    for lemma, forms in {
        "be": "am is are was were be being been",
        "have": "have has had",
        "do": "do does did",
        "will": "will would shall should can could may might must",
    }.items()
    for form in forms.split()
}


def same_governor(a: Utterance, b: Utterance, word: str) -> bool:
    """Whether a word stands under the same kind of auxiliary in both; a fragment that begins with it fits any.

    "The bridge is not finished" and "I have finished my soup" share a word, not a thought.
    """
    first, second = _governor(a, word), _governor(b, word)
    return not first or not second or bool(first & second)


def _governor(utterance: Utterance, word: str) -> frozenset[str]:
    """The auxiliaries that a word stands under: "had been warned" stands under both of its own."""
    at = utterance.words.index(word) if word in utterance.words else 0
    near = [_GOVERNORS[w] for w in reversed(utterance.words[max(0, at - 4) : at]) if w in _GOVERNORS]
    perfect = "been" in utterance.words[max(0, at - 4) : at]
    return frozenset(near[: 2 if perfect else 1])


def differing_numbers(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, str] | None:
    """Two numbers that stand in each other's place, as written; None when they are equal or one side has none."""
    a, b = _numbers(left), _numbers(right)
    if not a or not b or {v for v, _ in a} & {v for v, _ in b}:
        return None
    return a[0][1], b[0][1]


def _numbers(words: tuple[str, ...]) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for word in words:
        if word[0].isdigit():
            try:
                found.append((float(word), word))
            except ValueError:  # "14.2.1" is a reference, not a number
                continue
        elif (value := _NUMBER_WORDS.get(word)) is not None and value != _PRONOUN_ONE:
            found.append((float(value), word))
    return found
