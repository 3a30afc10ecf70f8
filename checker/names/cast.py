"""The cast of an article: its entities while they are put together, and which run of capitals names which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Entity, MentionKind
from checker.names.candidates import Candidate
from checker.names.page import Page
from checker.names.tables import load_gazetteer

Name = tuple[str, ...]


@dataclass(slots=True)
class Member:
    """One entity while it is put together. ``words`` is its fullest folded name, ``gender`` m, f or empty."""

    key: str
    kind: MentionKind
    words: tuple[str, ...]
    name: str
    country: str | None = None
    gender: str = ""
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    def freeze(self) -> Entity:
        """The finished record."""
        return Entity(
            key=self.key,
            kind=self.kind,
            name=self.name,
            aliases=frozenset(self.aliases),
            roles=frozenset(self.roles),
            country=self.country,
        )


@dataclass(slots=True)
class Cast:
    """The entities of an article by key, and the entity of each candidate (by its place in the list)."""

    members: dict[str, Member] = field(default_factory=dict)
    of: dict[int, str] = field(default_factory=dict)

    def people(self) -> list[Member]:
        """The people, in the order in which they came up."""
        return [m for m in self.members.values() if m.kind is MentionKind.PERSON]

    def organisations(self) -> list[Member]:
        """The organisations, in the order in which they came up."""
        return [m for m in self.members.values() if m.kind is MentionKind.ORGANISATION]


@dataclass(frozen=True, slots=True)
class Casting:
    """What names are settled from: candidates, their indices and decided kind by name, and the cast so far."""

    page: Page
    candidates: Sequence[Candidate]
    by_name: Mapping[Name, Sequence[int]]
    kinds: Mapping[Name, str]
    cast: Cast

    def spelling(self, at: Sequence[int]) -> str:
        """The name as its first occurrence writes it."""
        first = self.candidates[at[0]]
        return self.page.text(first.first, first.last).strip(" .,-")

    def add(self, at: Sequence[int], member: Member) -> None:
        """Give occurrences to an entity, which is new or known."""
        member = self.cast.members.setdefault(member.key, member)
        for index in at:
            candidate = self.candidates[index]
            self.cast.of[index] = member.key
            member.aliases.add(self.page.text(candidate.first, candidate.last).casefold())
            if candidate.gender in ("m", "f") and not member.gender:
                member.gender = candidate.gender

    def is_settled(self, at: Sequence[int]) -> bool:
        """Whether every occurrence has its entity."""
        return all(index in self.cast.of for index in at)


def government_of(cast: Cast, code: str) -> Member:
    """The entity of a country, made when the article names it by its capital or its people alone."""
    key = f"country:{code.casefold()}"
    if key not in cast.members:
        name = load_gazetteer().countries.get(code, code)
        cast.members[key] = Member(key, MentionKind.PLACE, tuple(name.casefold().split()), name, code)
    return cast.members[key]
