"""Quotations: the words, who said them and where; and whether two versions of an utterance are the same.

Speakers are compared by whoever links the claims: a speaker's key is known inside its own article only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from checker.model import QuoteType, Relation, ValueType, Verdict
from checker.values.wording import (
    Utterance,
    are_polar,
    differing_numbers,
    fold_phrases,
    fold_shifts,
    read_utterance,
    rejected,
    same_governor,
    turns_deed,
)

SAME_UTTERANCE = 0.6
"""Share of the shorter version's content words that two versions of one utterance have in common at least."""

CONTRARY = 0.3
"""The same where one version denies a word that the other asserts: the denial itself is shared ground."""

WHOLE_WORDS = 5
"""Words from which a version that lacks nothing but a negation is no mere fragment of it."""

REPORTED = 0.6
"""Share of the content words of a quotation's shorter side that a report which contradicts it has in common."""

WHOLE_CONTENT = 2
"""Content words from which an utterance in another tense is known again by them."""

FEWEST_WORDS = 2
"""Words that a part has at least: one word quoted alone is found in too many utterances."""

Opposed = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class QuoteValue:
    """What was said: ``words`` without their marks, the speaker's key or name, and the venue as written.

    ``lemmas`` are the words, folded, that have another dictionary form, each with that form.
    """

    words: str
    speaker: str = ""
    venue: str | None = None
    kind: QuoteType = QuoteType.DIRECT
    lemmas: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def type(self) -> ValueType:
        """Always ``quote``."""
        return ValueType.QUOTE

    @property
    def text(self) -> str:
        """The words as quoted."""
        return self.words

    @property
    def normalized(self) -> str:
        """The words folded: case, marks, contractions and lost apostrophes."""
        return " ".join(read_utterance(self.words).words)


def compare_quotes(one: QuoteValue, other: QuoteValue, *, opposed: Opposed | None = None) -> Verdict:
    """Compare the words of two quotations that are linked already; ``opposed`` tells whether two words are opposites.

    The relation is symmetric. Only versions of one utterance can contradict each other; two utterances of one speaker
    are not comparable, however much they disagree.
    """
    a, b = read_utterance(one.words), read_utterance(other.words)
    if not a.words or not b.words:
        return Verdict(Relation.NOT_COMPARABLE, "there are no words to compare")
    if QuoteType.INDIRECT in (one.kind, other.kind) and one.kind is not other.kind:
        a, b = fold_shifts(a), fold_shifts(b)
    if a.words == b.words:
        return Verdict(Relation.AGREE, f"both have “{_short(one.words)}”")
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if _is_part(short, long):
        return _compare_part(short, long)
    verdict = _compare_wording(a, b, opposed)
    if verdict.relation is Relation.CONTRADICT or not (one.lemmas and other.lemmas):
        return verdict
    return _turned_round(_in_lemmas(a, one), _in_lemmas(b, other)) or verdict


def _in_lemmas(utterance: Utterance, value: QuoteValue) -> Utterance:
    """The utterance with its content words in their dictionary forms."""
    forms = dict(value.lemmas)
    content = set(utterance.content)
    words = tuple(forms.get(w, w) if w in content else w for w in utterance.words)
    return replace(utterance, words=words, content=tuple(forms.get(w, w) for w in utterance.content))


def _turned_round(a: Utterance, b: Utterance) -> Verdict | None:
    """A contradiction where one denies the deed that the other asserts of the same things, in whatever tense.

    "We are not choosing sides" beside "we have chosen our side": all else that one of them says is in the other.
    """
    left, right = set(a.content), set(b.content)
    small = left if (len(left), sorted(left)) <= (len(right), sorted(right)) else right
    flipped = sorted((rejected(a) ^ rejected(b)) & left & right)
    if not flipped or not small <= left & right or len(small) < WHOLE_CONTENT:
        return None
    if len(a.words) > 2 * len(b.words) or len(b.words) > 2 * len(a.words):
        return None
    beside = " beside ".join(f"“{_short(text)}”" for text in sorted((a.text, b.text)))
    return Verdict(Relation.CONTRADICT, f"{beside}: “{flipped[0]}” is asserted in one and denied in the other")


def weigh_report(one: QuoteValue, other: QuoteValue, verdict: Verdict) -> Verdict:
    """What a difference comes to where one side or both only report the words: nothing, unless one is denied.

    A report may shorten and choose its own words; it still cannot turn the utterance round. ``verdict`` is that of
    ``compare_quotes``. Symmetric.
    """
    if verdict.relation is not Relation.CONTRADICT:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, reported in one")
    a, b = (fold_shifts(fold_phrases(read_utterance(v.words))) for v in (one, other))
    left, right = set(a.content), set(b.content)
    small = min(len(left), len(right))
    if not small or len(left & right) < REPORTED * small:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, in a report of something else")
    return verdict


def _is_part(short: Utterance, long: Utterance) -> bool:
    """Whether the pieces of one version occur in the other, in order; an ellipsis or a bracket ends a piece."""
    if len(short.words) < FEWEST_WORDS:
        return False
    at = 0
    for piece in short.pieces:
        found = _find(piece, long.words, at)
        if found is None:
            return _is_elided(short, long)
        at = found + len(piece)
    return True


def _is_elided(short: Utterance, long: Utterance) -> bool:
    """Whether the longer version is the one with the ellipsis, and each of its pieces touches the shorter one."""
    if len(long.pieces) < 2:
        return False
    at = 0
    for piece in long.pieces:
        found = _find(piece, short.words, at)
        if found is None:
            return False
        at = found + len(piece)
    return True


def _find(piece: tuple[str, ...], words: tuple[str, ...], start: int) -> int | None:
    size = len(piece)
    return next((i for i in range(start, len(words) - size + 1) if words[i : i + size] == piece), None)


def _compare_part(short: Utterance, long: Utterance) -> Verdict:
    """A part of a longer quotation is compatible, unless it leaves out the word that denies it."""
    lost = rejected(long) - rejected(short)
    kept = set(short.content) & lost
    if kept:
        word = sorted(kept)[0]
        if len(short.words) >= WHOLE_WORDS and set(long.content) == set(short.content):
            return Verdict(Relation.CONTRADICT, f"“{word}” is denied in one alone: “{_short(long.text)}”")
        return Verdict(Relation.FRAMING, f"one version leaves out that “{word}” is denied: “{_short(long.text)}”")
    return Verdict(Relation.COMPATIBLE, f"“{_short(short.text)}” is a part of “{_short(long.text)}”")


def _compare_wording(a: Utterance, b: Utterance, opposed: Opposed | None) -> Verdict:
    """Two versions that differ in words: whether they are one utterance, and whether the difference matters."""
    # Alignment depends on the order of its sides, so they are put in a fixed one.
    a, b = sorted((a, b), key=lambda u: (len(u.words), u.words))
    folded_a, folded_b = fold_phrases(a), fold_phrases(b)
    beside = f"“{_short(a.text)}” beside “{_short(b.text)}”"
    shared = set(folded_a.content) & set(folded_b.content)
    fewest = min(len(set(folded_a.content)), len(set(folded_b.content)))
    share = len(shared) / fewest if fewest else 0.0
    flipped = sorted((rejected(folded_a) ^ rejected(folded_b)) & shared)
    if flipped and share >= CONTRARY and _one_thought(folded_a, folded_b, flipped[0]):
        return Verdict(Relation.CONTRADICT, f"{beside}: “{flipped[0]}” is asserted in one and denied in the other")
    if (deed := turns_deed(folded_a, folded_b)) and (share >= SAME_UTTERANCE or _are_brief(a, b)):
        return Verdict(Relation.CONTRADICT, f"{beside}: “{deed}” is asserted in one and denied in the other")
    swapped = _swapped(folded_a, folded_b)
    if share >= SAME_UTTERANCE or _alike(folded_a, folded_b):
        for left, right in swapped:
            if numbers := differing_numbers(left, right):
                return Verdict(Relation.CONTRADICT, f"{beside}: {numbers[0]} beside {numbers[1]}")
            if pair := _opposites(left, right, opposed):
                return Verdict(Relation.CONTRADICT, f"{beside}: “{pair[0]}” beside “{pair[1]}”")
        return Verdict(Relation.FRAMING, f"{beside}: {_difference(a, b)}")
    return Verdict(Relation.NOT_COMPARABLE, f"{beside}: two different utterances")


def _are_brief(a: Utterance, b: Utterance) -> bool:
    """Whether nothing but who does it is told beside a deed and its denial: "I did it" beside "I did not do it"."""
    return not a.content and not b.content and a.words[:1] == b.words[:1]


def _one_thought(a: Utterance, b: Utterance, word: str) -> bool:
    """Whether the denied word carries the thought: little else is said, or what else is said is shared."""
    if not same_governor(a, b, word):
        return False
    rest_a, rest_b = set(a.content) - {word}, set(b.content) - {word}
    small = min(len(rest_a), len(rest_b))
    return small <= 2 or len(rest_a & rest_b) / small >= SAME_UTTERANCE


def _alike(a: Utterance, b: Utterance) -> bool:
    """Whether the sequences of words are near-copies although content words differ; needs some content in common."""
    if min(len(a.words), len(b.words)) < 4:
        return False
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    return matcher.ratio() >= 0.7 and bool(set(a.content) & set(b.content))


def _swapped(a: Utterance, b: Utterance) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of each version that stand in the place of other words in the other one."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    return [
        (a.words[i1:i2], b.words[j1:j2])
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind == "replace" and i2 - i1 <= 5 and j2 - j1 <= 5
    ]


def _opposites(left: tuple[str, ...], right: tuple[str, ...], opposed: Opposed | None) -> tuple[str, str] | None:
    if opposed is None:
        return None
    for x, y in ((x, y) for x in left for y in right if x != y):
        if opposed(x, y) or opposed(y, x) or are_polar(x, y):
            return x, y
    return None


def _difference(a: Utterance, b: Utterance) -> str:
    """The first few words in which the two differ."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    parts = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "replace":
            parts.append(f"“{' '.join(a.words[i1:i2])}” beside “{' '.join(b.words[j1:j2])}”")
        elif kind == "delete":
            parts.append(f"“{' '.join(a.words[i1:i2])}” in one only")
        elif kind == "insert":
            parts.append(f"“{' '.join(b.words[j1:j2])}” in one only")
    return "; ".join(parts[:3]) or "the same words in other phrases"


def _short(words: str, limit: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"
