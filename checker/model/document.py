"""The analysed document: what the rules read. All spans are offsets into the article's original text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from checker.model.article import Article, Span
from checker.model.kinds import Modality, Polarity
from checker.model.places import Places

if TYPE_CHECKING:
    from checker.model.claims import Attribution, Entity, Value

Reading = TypeVar("Reading")

UNREAD: Any = object()
"""What stands for a reading that nobody has asked for yet."""


class BlockKind(StrEnum):
    """What a piece of the page is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the page: its span, and its repaired, single-spaced text with an exact offset map.

    ``offsets[i]`` is the original offset of ``text[i]``; ``len(offsets) == len(text)``. A character that repair put in
    carries the offset of the character it was put before.
    """

    kind: BlockKind
    span: Span
    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The original range that ``text[start:end]`` was made from."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.span.end
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its Penn tag, Universal Dependencies relation, and head (index into ``Document.tokens``)."""

    index: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    span: Span
    sentence: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its repaired text; ``first`` to ``last`` (exclusive) are indices into ``Document.tokens``."""

    index: int
    block: int
    kind: BlockKind
    span: Span
    text: str
    first: int
    last: int


class MentionKind(StrEnum):
    """What a mention names."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a time, a quantity, a person, an organisation, a place or a role.

    ``value`` is the typed value (for names: an EntityValue). ``entity`` is the key of the entity that it belongs to
    inside the article, for names and roles.
    """

    kind: MentionKind
    span: Span
    text: str
    value: Value
    entity: str | None = None
    sentence: int = -1


class QuoteType(StrEnum):
    """How words are attributed (PARC 3 and PolNeAR's sense)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quote:
    """Attributed words: content span, speaker and cue where they are found, and the venue ("told CNBC").

    ``content`` leaves the quotation marks out of ``words`` but covers them in the span, as PolNeAR does.
    """

    type: QuoteType
    content: Span
    words: str
    speaker: Span | None = None
    cue: Span | None = None
    speaker_entity: str | None = None
    venue: str | None = None
    sentence: int = -1


class Role(StrEnum):
    """What an argument does in its clause; active and passive give the same roles."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    ATTRIBUTE = "attribute"
    OBLIQUE = "oblique"
    MODIFIER = "modifier"


class Tense(StrEnum):
    """When a clause places what it says, seen from the article."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a clause.

    ``lemmas`` are its content words, the head's first; ``tokens`` the indices it covers.
    """

    role: Role
    preposition: str
    head: int
    lemma: str
    lemmas: tuple[str, ...]
    span: Span
    text: str
    tokens: tuple[int, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments.

    ``predicate`` is the lemma (with a particle: "take over"; for a copula the lemma of what is predicated), ``copula``
    says that it is one. ``nominal`` marks a predicate read from a noun ("the signing of the pact"). ``attribution``
    says who asserts it when the article does not assert it itself. ``conditional`` marks clauses under "if", "unless",
    "whether"; ``governor`` is the index of the clause it depends on (None for a main clause) and ``relation`` how:
    ``complement``, ``relative``, ``adverbial``, ``conjunct``, ``apposition``.
    """

    index: int
    sentence: int
    span: Span
    predicate: str
    predicate_span: Span
    head: int
    arguments: tuple[Argument, ...]
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN
    tense: Tense = Tense.NONE
    copula: bool = False
    nominal: bool = False
    conditional: bool = False
    governor: int | None = None
    relation: str = ""
    particle: str = ""
    auxiliaries: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    attribution: tuple[Attribution, ...] = ()

    def argument(self, *roles: Role) -> Argument | None:
        """The first argument that has one of the roles, in the order of the roles."""
        for role in roles:
            for argument in self.arguments:
                if argument.role is role:
                    return argument
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """An article, analysed. ``credits`` are the other outlets that it has something from, in the order of the text."""

    article: Article
    language: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    clauses: tuple[Clause, ...] = ()
    credits: tuple[str, ...] = ()
    _places: dict[str, Places] = field(default_factory=dict, init=False, repr=False, compare=False)
    _edges: list[tuple[list[int], list[int]]] = field(default_factory=list, init=False, repr=False, compare=False)
    _inside: dict[tuple[object, ...], tuple[Mention, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _readings: dict[tuple[object, int], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The article's own text."""
        return self.article.text

    def mentions_in(self, span: Span, *kinds: MentionKind) -> tuple[Mention, ...]:
        """The mentions that lie inside a range, of the kinds given (all kinds if none is given)."""
        key = (span.start, span.end, *kinds)
        found = self._inside.get(key)
        if found is None:
            start, end = span.start, span.end
            near = self.mentions_touching(span)
            found = tuple(
                [m for m in near if start <= m.span.start and m.span.end <= end and (not kinds or m.kind in kinds)]
            )
            self._inside[key] = found
        return found

    def once(self, read: Callable[[Document], Reading]) -> Reading:
        """What a reading of the whole document finds: several rules ask for it, and it is read at the first asking."""
        key = (read, -1)
        found: Reading = self._readings.get(key, UNREAD)
        if found is UNREAD:
            found = self._readings[key] = read(self)
        return found

    def once_of(self, clause: Clause, read: Callable[[Document, Clause], Reading]) -> Reading:
        """The same for what is read of a clause."""
        if not (0 <= clause.index < len(self.clauses) and self.clauses[clause.index] is clause):
            return read(self, clause)  # a clause that was changed since
        key = (read, clause.index)
        found: Reading = self._readings.get(key, UNREAD)
        if found is UNREAD:
            found = self._readings[key] = read(self, clause)
        return found

    def mentions_touching(self, span: Span) -> Iterator[Mention]:
        """The mentions that share a character with a range or lie right beside it, in their order."""
        if "mentions" not in self._places:
            self._places["mentions"] = Places(m.span for m in self.mentions)
        return map(self.mentions.__getitem__, self._places["mentions"].touching(span))

    def clauses_touching(self, span: Span) -> Iterator[Clause]:
        """The clauses that share a character with a range or lie right beside it, in their order."""
        if "clauses" not in self._places:
            self._places["clauses"] = Places(c.span for c in self.clauses)
        return map(self.clauses.__getitem__, self._places["clauses"].touching(span))

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, by its index, in their order."""
        return self.once(_sort_clauses).get(sentence, ())

    def tokens_touching(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a character with a range, in order."""
        if not self._edges:
            self._edges.append(([t.span.start for t in self.tokens], [t.span.end for t in self.tokens]))
        starts, ends = self._edges[0]
        first = bisect_right(ends, span.start)
        return self.tokens[first : bisect_left(starts, span.end, first)]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]


def _sort_clauses(document: Document) -> dict[int, tuple[Clause, ...]]:
    found: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        found.setdefault(clause.sentence, []).append(clause)
    return {sentence: tuple(clauses) for sentence, clauses in found.items()}


Parse: TypeAlias = Callable[[Sequence[tuple[Article, Span | None]]], Iterable[tuple[int, Document]]]
"""Parses articles, each with its region that is not read: the number and the document of each, whichever is ready."""
