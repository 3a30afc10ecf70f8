"""Who is said to have spoken certain words: a person by name, or somebody described ("a shift worker").

Two names are two people unless they share a word. A description is of a sort (police, crew, relatives, ministers); it
can be the person that another article names unless that person is of a sort that excludes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.model import QuoteType, Relation, ValueType, Verdict
from checker.values.quotes import QuoteValue, compare_quotes
from checker.values.sorts import are_two
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

WHOLE_SENTENCE = 4
"""Words of a sentence that is known again by itself at the beginning or the end of a longer quotation, at least."""

TWO_THINGS = 2
"""Content words of such a sentence, at least."""

COURTESIES = frozenset(
    {
        "thank",
        "thanks",
        "welcome",
        "congratulations",
        "sorry",
        "good",
        "great",
        "happy",
        "glad",
        "proud",
        "pleased",
        "much",
    }
    | {
        "morning",
        "evening",
        "afternoon",
        "night",
        "day",
        "luck",
        "bless",
        "god",
        "hello",
        "please",
        "everyone",
        "everybody",
    }
    | {"grateful", "honour", "honor", "pleasure", "nice", "well", "hope", "sure", "want", "like", "need", "make", "see"}
)
"""Words of what anybody may say on an occasion, which tell no utterance from another."""

# Where one sentence of a quotation ends, also where the marks were joined with a comma: "A law is a law, You keep it."
PARTING = re.compile(r"[.!?;](?:\s|$)|,\s(?=[A-Z])")

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


def same_words(one: SpokenBy, other: SpokenBy) -> Verdict:
    """Whether two speakers are given the same words: as quoted in both, or a quotation beside its paraphrase."""
    reported = [s for s in (one, other) if s.kind is QuoteType.INDIRECT]
    verbatim = all(s.lost for s in reported) and _are_verbatim(one.words, other.words)
    if not reported or verbatim:
        verdict = compare_quotes(QuoteValue(one.words), QuoteValue(other.words))
        if verdict.relation not in (Relation.AGREE, Relation.COMPATIBLE):
            return Verdict(Relation.NOT_COMPARABLE, "different words")
        sizes = sorted(len(QuoteValue(s.words).normalized.split()) for s in (one, other))
        if sizes[0] < LONG and sizes[0] < COVER * sizes[1] and not _opens_or_closes(one.words, other.words):
            return Verdict(Relation.NOT_COMPARABLE, "a fragment, too short to be known again")
        return verdict
    if len(reported) == 2 and not any(s.lost for s in reported):
        return Verdict(Relation.NOT_COMPARABLE, "two paraphrases")
    quoted, told = (one, other) if other in reported and one not in reported else (other, one)
    if quoted.kind is QuoteType.INDIRECT and not quoted.lost:
        quoted, told = told, quoted
    return _same_in_report(quoted, told)


def _are_verbatim(one: str, other: str) -> bool:
    """Whether the words that a page without marks gives are those of the other, or a sentence of them."""
    left, right = read_utterance(one).words, read_utterance(other).words
    return left == right or _opens_or_closes(one, other)


def _opens_or_closes(one: str, other: str) -> bool:
    """Whether the shorter words are a whole sentence with which the longer ones open or close, and say something."""
    short, long = sorted((one, other), key=len)
    wanted = read_utterance(short)
    parts = [read_utterance(part).words for part in PARTING.split(long) if part.strip()]
    if len(set(wanted.content) - COURTESIES) < TWO_THINGS or len(wanted.words) < WHOLE_SENTENCE or len(parts) < 2:
        return False
    return wanted.words in (parts[0], parts[-1])


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
