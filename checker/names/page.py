"""A document laid out for reading names: folded words, which capitals mean something, and where sentences begin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token
from checker.values.entities import fold_name

# Share of words in capitals from which a line is shouted, or set in title case: no capital in it tells a name.
SHOUTED_SHARE = 0.6
TITLED_SHARE = 0.55
SMALL_WORD = 4
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.ROLE})
CLOSED_TAGS = frozenset(
    {"DT", "IN", "CC", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "MD", "TO", "EX", "PDT", "CD", "UH", "RP", "POS"}
)


class Case(StrEnum):
    """What a capital letter means in a sentence."""

    PLAIN = "plain"
    TITLED = "titled"
    SHOUTED = "shouted"


@dataclass(frozen=True, slots=True)
class Page:
    """Tokens with folded words (``fold``), capitals (``cap``), sentence openings (``opens``), and case by sentence.

    ``lower`` holds every word that the article writes in lower case somewhere: its capital at the start of a sentence
    then says nothing. ``repeated`` holds the words that stand in capitals more than once;
    ``values`` the ranges of times and quantities; ``inner`` the words that bear a capital inside a plain sentence.
    """

    document: Document
    tokens: tuple[Token, ...]
    fold: tuple[str, ...]
    cap: tuple[bool, ...]
    opens: tuple[bool, ...]
    case: tuple[Case, ...]
    lower: frozenset[str]
    repeated: frozenset[str]
    values: tuple[Span, ...]
    inner: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """The original range of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].span.start, max(self.tokens[last - 1].span.end, self.tokens[first].span.start))

    def text(self, first: int, last: int) -> str:
        """The words of a range, single-spaced, without the spaces that tokens cut."""
        parts: list[str] = []
        for at in range(first, last):
            if at > first and not self.glued(at):
                parts.append(" ")
            parts.append(self.tokens[at].text)
        return "".join(parts)

    def glued(self, at: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return at > 0 and self.tokens[at].span.start <= self.tokens[at - 1].span.end

    def folded(self, first: int, last: int) -> str:
        """The folded words of a range; hyphens part words, as in ``fold_name``."""
        return " ".join(w for w in self.fold[first:last] if w)

    def bounds(self, at: int) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence of a token."""
        sentence = self.document.sentences[self.tokens[at].sentence]
        return sentence.first, sentence.last


def lay_open(document: Document) -> Page:
    """Prepare a document for reading names."""
    tokens = document.tokens
    fold = tuple(fold_name(t.text) for t in tokens)
    cap = tuple(t.text[:1].isupper() for t in tokens)
    opens = [False] * len(tokens)
    cases = []
    for sentence in document.sentences:
        fresh = True
        for at in range(sentence.first, sentence.last):
            if fold[at]:
                opens[at] = fresh
                fresh = tokens[at].text.isdigit() and at == sentence.first
            elif tokens[at].text in ('"', "“", ":", "•", "*", "|", "–", "—") or tokens[at].tag in (".", ":"):
                fresh = True
        cases.append(_case_of(tokens, sentence))
    lower = frozenset(
        fold[t.index] for t in tokens if t.text.islower() and t.text.isalpha() and not t.tag.startswith("NNP")
    )
    capitals = Counter(fold[t.index] for t in tokens if t.text.isupper() and len(t.text) > 1)
    repeated = frozenset(word for word, count in capitals.items() if count > 1)
    inner = frozenset(
        fold[t.index]
        for t in tokens
        if cap[t.index] and not opens[t.index] and t.tag.startswith("NNP") and cases[t.sentence] is Case.PLAIN
    )
    values = tuple(m.span for m in document.mentions if m.kind not in NAMED)
    return Page(document, tokens, fold, cap, tuple(opens), tuple(cases), lower, repeated, values, inner)


def _case_of(tokens: tuple[Token, ...], sentence: Sentence) -> Case:
    words = [t.text for t in tokens[sentence.first : sentence.last] if t.text.isalpha()]
    long = [w for w in words if len(w) >= SMALL_WORD]
    if not words:
        return Case.PLAIN
    shouted = sum(w.isupper() for w in words if len(w) > 1)
    if shouted >= 2 and shouted >= SHOUTED_SHARE * sum(len(w) > 1 for w in words):
        return Case.SHOUTED
    if any(t.tag in FINITE and t.text.islower() for t in tokens[sentence.first : sentence.last]):
        return Case.PLAIN
    capitals = sum(w[0].isupper() for w in long[1:])
    headed = sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BULLET, BlockKind.CAPTION)
    enough = 2 if headed else 5
    if capitals >= enough and capitals >= (TITLED_SHARE if headed else 0.75) * (len(long) - 1):
        return Case.TITLED
    return Case.PLAIN
