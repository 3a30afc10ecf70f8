"""Claims, the questions they answer, and the entities they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from checker.model.article import Span
from checker.model.document import MentionKind
from checker.model.grades import Flip, Footing, InformationGrade
from checker.model.kinds import Modality, Polarity, ValueType
from checker.model.sources import Ledger


@runtime_checkable
class Value(Protocol):
    """A typed answer. Values are frozen and hashable; how they compare is in ``checker.values``."""

    @property
    def type(self) -> ValueType:
        """The type, as in the report."""

    @property
    def text(self) -> str:
        """The words that it was read from."""

    @property
    def normalized(self) -> str:
        """A canonical form: equal for values that say the same in other words."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so.

    ``speaker`` is as written, ``outlet`` is there when another outlet is credited, ``cue`` is the word that signals it.
    """

    speaker: str | None = None
    outlet: str | None = None
    cue: str | None = None
    named: bool = True
    span: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or role inside one article (or joined across an event).

    ``key`` is stable inside the article; ``name`` the fullest form; ``aliases`` every form seen, case-folded;
    ``roles`` the titles and descriptions given to it ("treasury secretary").
    """

    key: str
    kind: MentionKind
    name: str
    aliases: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of one article: an answer to a question.

    The question is given by what it asks (``asks``, a readable label such as "how many people were killed"), and by
    what it is about: ``heads`` (the lemmas that name the thing asked for, the counted noun or the predicate), ``topic``
    (content lemmas of the clause around it), ``entities`` (keys of entities involved). ``slot`` narrows blocking:
    claims with different slots are never compared. ``concepts`` are the families of what happens ("sign", "attend").
    ``scope`` holds words that restrict it ("in the old quarter", "second term"). ``when`` are the times that the clause
    gives (what the claim is as of); ``counter`` says that the answer grows or shrinks as an event goes on (a toll).
    ``reportable`` says whether it is worth a single-source note, ``weight`` (0 to 1) how much. ``support`` are further
    words that the claim rests on. ``parts`` are the lemmas by the part that they play towards the value (``counted``,
    ``modifier``, ``population``, ``carrier``, ``predicate``, ``subject``, ``object``, ``event``, ``party``).
    """

    id: str
    rule: str
    article: str
    asks: str
    slot: str
    value: Value
    span: Span
    text: str
    sentence: int
    heads: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    when: tuple[Value, ...] = ()
    counter: bool = False
    headline: bool = False
    modality: Modality = Modality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    attribution: tuple[Attribution, ...] = ()
    origin: str = ""
    field: str = "text"
    reportable: bool = True
    weight: float = 0.5
    support: tuple[Span, ...] = ()
    parts: tuple[tuple[str, frozenset[str]], ...] = ()

    def part(self, name: str) -> frozenset[str]:
        """The lemmas that play a part towards the value; empty where none is known to."""
        for part, words in self.parts:
            if part == name:
                return words
        return frozenset()


class QuestionStatus(StrEnum):
    """How the answers to a question stand to each other."""

    CONFLICT = "conflict"
    FRAMING = "framing"
    UPDATE = "update"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Answer:
    """One value, the claims that give it, and the origins behind them.

    ``footing`` says how it stands among the articles, ``grade`` how good the information is. ``support`` is how
    probable the answers of all sources make it (0 to 1), where there are enough of them to weigh.
    """

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    footing: Footing = Footing.NOT_ASSESSABLE
    grade: InformationGrade | None = None
    support: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Linked claims of one event. ``ledger`` says who is behind the answers, and what was counted once and why.

    ``flips`` are the origins without which it would stand otherwise.
    """

    id: str
    rule: str
    event: str
    label: str
    status: QuestionStatus
    answers: tuple[Answer, ...]
    ledger: Ledger | None = None
    flips: tuple[Flip, ...] = ()

    @property
    def footing(self) -> Footing:
        """How the question stands: as the weightiest of its answers does, a dispute before all else."""
        return settle_footing(answer.footing for answer in self.answers)

    @property
    def lead(self) -> Answer | None:
        """The best-supported answer that stands: the lowest number, then most origins; None without a grade."""
        standing = [a for a in self.answers if a.footing is not Footing.SUPERSEDED] or list(self.answers)
        graded = [(a.grade.code, -len(a.origins), n) for n, a in enumerate(standing) if a.grade is not None]
        return standing[min(graded)[2]] if graded else None


FOOTINGS = (
    Footing.CONTESTED,
    Footing.SUPERSEDED,
    Footing.CORROBORATED,
    Footing.SINGLE_ORIGIN,
    Footing.NOT_ASSESSABLE,
)
"""In the order in which one answer's footing becomes the question's."""


def settle_footing(footings: Iterable[Footing]) -> Footing:
    """The footing of a question from those of its answers; "not assessable" without any."""
    return min(footings, key=FOOTINGS.index, default=Footing.NOT_ASSESSABLE)
