"""Who is said to have spoken certain words: a person by name, or somebody described ("a shift worker").

Two names are two people unless they share a word. A description is of a sort (police, crew, relatives, ministers); it
can be the person that another article names unless that person is of a sort that excludes it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from checker.model import QuoteType, Relation, ValueType, Verdict
from checker.values.quotes import QuoteValue, compare_quotes
from checker.values.wording import fold_phrases, fold_shifts, read_utterance, rejected

LONG = 7
"""Words from which a fragment is known again inside a much longer quotation."""

COVER = 0.6
"""Share of the longer quotation that a shorter fragment must make up to be the whole of what was said."""

TELLING = 4
"""Content words that a paraphrase shares with a quotation, at least, to be one with it; all of them if it has fewer."""

FEWEST = 3
"""Content words below which a paraphrase is never known again."""

SAME = 0.8
"""Share of the quotation's content words that the paraphrase repeats."""

IN_ORDER = 0.7
"""Share of the quotation's words that stand in the paraphrase in the same order, persons and tenses folded."""


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """The speaker of certain words.

    ``named`` says whether ``name`` is a name or a description; ``sorts`` what the article says the speaker is; ``kind``
    how the words are given; ``lost`` that the page has lost its quotation marks; ``content`` the lemmas that count.
    """

    name: str
    words: str
    named: bool = True
    sorts: frozenset[str] = field(default=frozenset(), compare=False)
    kind: QuoteType = QuoteType.DIRECT
    lost: bool = False
    content: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def type(self) -> ValueType:
        """Always ``person``."""
        return ValueType.PERSON

    @property
    def text(self) -> str:
        """The speaker's fullest name, or the description."""
        return self.name

    @property
    def normalized(self) -> str:
        """The name, case-folded."""
        return self.name.casefold()


@dataclass(frozen=True, slots=True)
class _Sorts:
    of_noun: dict[str, str]
    beside: frozenset[frozenset[str]]
    longest: int


@cache
def _table() -> _Sorts:
    data = tomllib.loads(files("checker.values").joinpath("data", "sorts.toml").read_text(encoding="utf-8"))
    nouns = {noun: sort for sort, listed in data["sorts"].items() for noun in listed}
    pairs = frozenset(frozenset(pair) for pair in data["lists"]["beside"])
    return _Sorts(nouns, pairs, max(len(noun.split()) for noun in nouns))


def sorts_of(description: str) -> frozenset[str]:
    """The sorts of people that the words of a description name, longest first: "a shift worker" is a worker."""
    table, words = _table(), description.casefold().replace(",", " ").split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(table.longest, len(words) - at), 0, -1):
            sort = table.of_noun.get(" ".join(words[at : at + size]))
            if sort is not None:
                found.add(sort)
                at += size - 1
                break
        at += 1
    return frozenset(found)


def are_two(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what is said of two speakers cannot be said of one person; not where nothing is said of one."""
    if not one or not other or one & other:
        return False
    beside = _table().beside
    return not any(frozenset((a, b)) in beside for a in one for b in other)


def same_words(one: SpokenBy, other: SpokenBy) -> Verdict:
    """Whether two speakers are given the same words: as quoted in both, or a quotation beside its paraphrase."""
    reported = [s for s in (one, other) if s.kind is QuoteType.INDIRECT]
    if not reported:
        verdict = compare_quotes(QuoteValue(one.words), QuoteValue(other.words))
        if verdict.relation not in (Relation.AGREE, Relation.COMPATIBLE):
            return Verdict(Relation.NOT_COMPARABLE, "different words")
        sizes = sorted(len(QuoteValue(s.words).normalized.split()) for s in (one, other))
        if sizes[0] < LONG and sizes[0] < COVER * sizes[1]:
            return Verdict(Relation.NOT_COMPARABLE, "a fragment, too short to be known again")
        return verdict
    if len(reported) == 2 and not any(s.lost for s in reported):
        return Verdict(Relation.NOT_COMPARABLE, "two paraphrases")
    quoted, told = (one, other) if other in reported and one not in reported else (other, one)
    if quoted.kind is QuoteType.INDIRECT and not quoted.lost:
        quoted, told = told, quoted
    return _same_in_report(quoted, told)


def _same_in_report(quoted: SpokenBy, told: SpokenBy) -> Verdict:
    """Whether reported speech repeats a quotation: its content words, in its order, with the same words denied."""
    different = Verdict(Relation.NOT_COMPARABLE, "different words")
    shared = quoted.content & told.content
    least = min(len(quoted.content), TELLING)
    if least < FEWEST or len(shared) < least or len(shared) < SAME * len(quoted.content):
        return different
    if not told.lost and len(shared) < COVER * len(told.content):
        return different
    left, right = (fold_shifts(fold_phrases(read_utterance(s.words))) for s in (quoted, told))
    if (rejected(left) ^ rejected(right)) & {*left.content} & {*right.content}:
        return different
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < IN_ORDER * len(left.words):
        return different
    return Verdict(Relation.COMPATIBLE, "the same words, reported in one")


def compare_speakers(one: SpokenBy, other: SpokenBy, *, joined: bool = False) -> Verdict:
    """Compare who spoke the same words; ``joined`` says that both speakers are known to be one. Symmetric."""
    verdict = same_words(one, other)
    if verdict.relation not in (Relation.AGREE, Relation.COMPATIBLE):
        return verdict
    if joined:
        return Verdict(Relation.AGREE, f"{verdict.reason}; both give it to {one.name}")
    given = f"the same words are given to {one.name} and to {other.name}"
    if set(one.normalized.split()) & set(other.normalized.split()) - ARTICLES:
        return Verdict(Relation.NOT_COMPARABLE, "two people of one name")
    if one.named and other.named:
        return Verdict(Relation.CONTRADICT, given)
    if are_two(one.sorts, other.sorts):
        return Verdict(Relation.CONTRADICT, given)
    return Verdict(Relation.NOT_COMPARABLE, f"the one may be the other: {one.name}, {other.name}")


ARTICLES = frozenset({"the", "a", "an", "of", "for", "one", "his", "her", "their"})
