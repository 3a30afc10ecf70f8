"""Stances: on which side of a plain matter an utterance comes down ("the worst is over", "the worst is to come").

Each matter has two sides and the words that news quotes people with for either; a denial in front turns them round
("I am not sure"). The words are those of ``data/stances.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.values.wording import read_utterance

GAP = "*"
"""In a pattern: up to ``LONGEST_GAP`` words of any kind that deny nothing."""

LONGEST_GAP = 3
NOT = "not"
DENIAL_REACH = 4
"""Words before a pattern in which a denial stands."""

FAR_REACH = 8
"""The same where a verb of thinking or promising stands between ("I do not think that he will be ready")."""

SUBJECT_REACH = 7
"""Words before a pattern in which its subject is looked for."""

SENTENCE = re.compile(r"[.;!?]+(?=\s|$)|\s[–—-]\s")
"""Where one thought of an utterance ends."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A side taken on a matter: ``rest`` are the other words that count, ``own`` says that it is of the speaker.

    ``own`` is None where that cannot be told, as in reported speech ("he would stay").
    """

    matter: str
    side: bool
    rest: frozenset[str]
    own: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter with two sides: what it asks, and whether two utterances must share words to be about one thing."""

    name: str
    asks: str
    topical: bool
    personal: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Pattern:
    """A row of words; ``closing`` are those that can close it: an utterance without any of them does not hold it."""

    matter: str
    side: bool
    words: tuple[frozenset[str], ...]
    denies: bool
    closing: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    matters: Mapping[str, Matter]
    starts: Mapping[str, tuple[_Pattern, ...]]
    negators: frozenset[str]
    thinking: frozenset[str]
    doubting: frozenset[str]
    light: frozenset[str]
    open: frozenset[str]
    turning: tuple[str, ...]
    forms: Mapping[str, str]


@cache
def _table() -> _Table:
    data = tomllib.loads(files("checker.values").joinpath("data", "stances.toml").read_text(encoding="utf-8"))
    starts: dict[str, list[_Pattern]] = {}
    matters: dict[str, Matter] = {}
    negators = frozenset(data["negators"])
    for name, row in data["matter"].items():
        matters[name] = Matter(name, row["asks"], bool(row.get("topical")), bool(row.get("personal")))
        for side in ("yes", "no"):
            for phrase in row[side]:
                words = tuple(frozenset(word.split("|")) for word in phrase.replace("-", " ").split())
                denies = any(word & negators for word in words)
                closing = next(listed for listed in reversed(words) if GAP not in listed)
                pattern = _Pattern(name, side == "yes", words, denies, closing)
                for first in words[0]:
                    starts.setdefault(first, []).append(pattern)
    return _Table(
        matters,
        {word: tuple(found) for word, found in starts.items()},
        negators,
        frozenset(data["thinking"]),
        frozenset(data["doubting"]),
        frozenset(data["light"]),
        frozenset(data["open"]),
        tuple(data["turning"]),
        dict(data["forms"]),
    )


def matter_of(name: str) -> Matter:
    """The matter by its name; raises KeyError for another."""
    return _table().matters[name]


def read_stances(text: str, lemmas: Mapping[str, str], *, reported: bool = False) -> Iterator[Stance]:
    """The sides that an utterance takes; none where it takes both, asks, or tells of a change of mind.

    ``lemmas`` are dictionary forms by folded word; ``reported`` says that the words are told and not quoted.
    """
    found = [s for part in split_thoughts(text) for s in _of_sentence(part, lemmas, reported)]
    for stance in found:
        if not any(s.matter == stance.matter and s.side != stance.side for s in found):
            yield stance


def split_thoughts(text: str) -> Iterator[str]:
    """The sentences of an utterance, without its questions."""
    start = 0
    for stop in SENTENCE.finditer(text):
        if "?" not in stop.group():
            yield text[start : stop.start()]
        start = stop.end()
    yield text[start:]


def _of_sentence(text: str, lemmas: Mapping[str, str], reported: bool) -> Iterator[Stance]:
    table = _table()
    words = read_utterance(text).words
    if opens_doubt(words):
        return
    forms = fold_forms(words, lemmas)
    found: dict[str, tuple[int, int, _Pattern]] = {}
    said = frozenset[str]().union(*forms)
    for at, form in enumerate(forms):
        for pattern in dict.fromkeys(p for f in sorted(form) for p in table.starts.get(f, ())):
            if pattern.closing.isdisjoint(said):
                continue
            end = _match(forms, at, pattern, table)
            best = found.get(pattern.matter)
            if end is not None and (best is None or _span(end, at, pattern) > _span(best[1], best[0], best[2])):
                found[pattern.matter] = (at, end, pattern)
    for matter, (at, end, pattern) in found.items():
        denied = not pattern.denies and is_denied(words, forms, at) != (NOT in words[at:end])
        rest = [f for n, f in enumerate(forms) if not at <= n < end and not f & table.light]
        yield Stance(
            matter,
            pattern.side != denied,
            frozenset(min(f, key=lambda w: (len(w), w)) for f in rest),
            find_subject(words, end, reported, at),
            text.strip(),
        )


def fold_forms(words: Sequence[str], lemmas: Mapping[str, str]) -> list[frozenset[str]]:
    """For every word the forms under which it is looked for."""
    table = _table()
    return [frozenset({w, lemmas.get(w, w), table.forms.get(w, w)}) for w in words]


def _turns(words: Sequence[str]) -> bool:
    folded = f" {' '.join(words)} "
    return any(f" {phrase} " in folded for phrase in _table().turning)


def opens_doubt(words: Sequence[str]) -> bool:
    """Whether words are said under a condition, or tell of an earlier and a later mind."""
    return bool(_table().open & {*words}) or _turns(words)


def _span(end: int, at: int, pattern: _Pattern) -> tuple[int, int]:
    """The longest pattern is the one that is meant; of two of one length the one that says more by itself."""
    return len(pattern.words), end - at


def _match(forms: Sequence[frozenset[str]], at: int, pattern: _Pattern, table: _Table) -> int | None:
    """Where a pattern that begins here ends; None where it does not hold."""
    here = at
    gap = 0
    for word in pattern.words:
        if GAP in word:
            gap = LONGEST_GAP
            continue
        if here > at and not pattern.denies and here < len(forms) and NOT in forms[here]:
            here += 1  # "the worst is not over"
        stop = next((n for n in range(here, min(len(forms), here + gap + 1)) if forms[n] & word), None)
        if stop is None or any(forms[n] & table.negators for n in range(here, stop)):
            return None
        here, gap = stop + 1, 0
    return here


def is_denied(words: Sequence[str], forms: Sequence[frozenset[str]], at: int) -> bool:
    """Whether an odd number of denials stands in front of a word."""
    table = _table()
    near = range(max(0, at - DENIAL_REACH), at)
    far = range(max(0, at - FAR_REACH), at)
    thinks = any(forms[n] & table.thinking for n in far)
    reach = far if thinks else near
    count = sum(1 for n in reach if words[n] in table.negators or forms[n] & table.doubting)
    # A sentence that opens with "no" or "nobody" denies all that it says.
    count += words[:1] in (["no"], ["nobody"], ["none"], ["nothing"]) and 0 not in reach and at > 0
    return count % 2 == 1


def find_subject(words: Sequence[str], end: int, reported: bool, at: int = 0) -> bool | None:
    """Whether the speaker speaks of himself, by the nearest pronoun before the words ``at`` to ``end`` or the first.

    None where no pronoun tells, and in reported speech, where "he" may be anybody.
    """
    inside = [w for w in words[at:end] if w in SELF | OTHERS]
    before = [w for w in words[max(0, at - SUBJECT_REACH) : at] if w in SELF | OTHERS]
    word = before[-1] if before else (inside[0] if inside else "")
    if word in DUMMIES and (owned := next((w for w in inside if w in SELF), None)) is not None:
        word = owned  # "it was my fault"
    if not word or reported:
        return None
    return word in SELF


SELF = frozenset({"i", "we", "my", "our", "me", "us"})
DUMMIES = frozenset({"it"})
OTHERS = frozenset({"he", "she", "they", "it", "you", "his", "her", "their", "him", "them"})


def same_matter(one: Stance, other: Stance) -> bool:
    """Whether two utterances of one speaker take a side on the same matter, of the same person or thing."""
    if one.matter != other.matter or (one.own is not None and other.own is not None and one.own != other.own):
        return False
    matter = matter_of(one.matter)
    if matter.personal and False in (one.own, other.own):
        return False
    fewest = min(len(one.rest), len(other.rest))
    return bool(one.rest & other.rest) or fewest <= (0 if matter.topical else BESIDE)


BESIDE = 2
"""Words of a short utterance beside its side that need not be the other's: more of them are about something else."""
