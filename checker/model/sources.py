"""What a report knows of its sources: who an article has things from, what is behind a question, what a page shows.

The attribution graph leads from an article to its outlet and to the outlets that it credits, from these to the people
who spoke and to the documents that are cited. Nothing here is a grade: nodes, edges and indicators point at words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.evidence import Evidence


class NodeKind(StrEnum):
    """What stands in the attribution graph."""

    ARTICLE = "article"
    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class Standing(StrEnum):
    """How near a source stands to the facts, as far as its description says."""

    OFFICIAL = "official"
    EYEWITNESS = "eyewitness"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Node:
    """One source. ``id`` is the same for the same source throughout a report; ``name`` is as an article has it.

    ``named`` says whether a reader could go and ask: "sources", "officials" and a bare "the report" are not named.
    """

    id: str
    kind: NodeKind
    name: str
    named: bool = True
    standing: Standing = Standing.OTHER


class Link(StrEnum):
    """How one source leads to another."""

    PUBLISHED = "published by"
    CREDITS = "credits"
    REPRINTS = "reprints"
    COPIES = "copies"
    PARAPHRASES = "paraphrases"
    QUOTES = "quotes"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Edge:
    """One source has something from another; ``evidence`` are the cues that say so, in the order of the text.

    ``reason`` is there where words alone do not show it: which of two articles had a passage first, and why.
    ``passages`` counts how often.
    """

    source: str
    target: str
    link: Link
    evidence: tuple[Evidence, ...] = ()
    passages: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Sources and how they lead to each other; the ids of ``edges`` are those of ``nodes``."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Why something counts once that stands in the articles several times: a line to read, and the words."""

    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many are behind the answers to a question: outlets, origins, and the people and documents that they cite.

    ``sources`` are ids of nodes. An origin is the reporting behind a claim; two origins may rest on one person.
    """

    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    sources: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()


class State(StrEnum):
    """What is to be said of an indicator; ``none`` is an absence that is no fault, such as of a correction note."""

    FOUND = "found"
    MISSING = "missing"
    NONE = "none"
    CONCERN = "concern"
    NOT_ASSESSABLE = "not-assessable"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of an article's checklist. ``criteria`` name the published criteria that ask for the same."""

    id: str
    label: str
    state: State
    detail: str
    evidence: tuple[Evidence, ...] = ()
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The indicators of an article."""

    article: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """How often an outlet's answers were those of most origins (``agreed``) and how often not (``disagreed``).

    Only questions count that another origin answers too. Records of several reports add up.
    """

    outlet: str
    agreed: int = 0
    disagreed: int = 0

    @property
    def tested(self) -> int:
        """How many answers were set against those of others."""
        return self.agreed + self.disagreed

    def add(self, other: OutletRecord) -> OutletRecord:
        """The counts of both, under this one's name."""
        return OutletRecord(self.outlet, self.agreed + other.agreed, self.disagreed + other.disagreed)
