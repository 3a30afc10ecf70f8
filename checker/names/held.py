"""The offices that an article gives to people, for the roles rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model import Document, Mention, MentionKind, Span
from checker.values.roles import RoleValue

# An office stands near the name it is given to: a title, an apposition, or a short clause.
NEAR = 90


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """An office that the article gives to an entity: the words for it, the words for the holder, and the sentence."""

    entity: str
    value: RoleValue
    span: Span
    name_span: Span
    sentence: int


def roles_of(document: Document) -> tuple[RoleHeld, ...]:
    """Every office beside a mention of its holder in the same sentence, in order of the text."""
    people: dict[tuple[int, str | None], list[Mention]] = {}
    for mention in document.mentions:
        if mention.kind is MentionKind.PERSON:
            people.setdefault((mention.sentence, mention.entity), []).append(mention)
    found: list[RoleHeld] = []
    for mention in document.mentions:
        if mention.kind is not MentionKind.ROLE or mention.entity is None or not isinstance(mention.value, RoleValue):
            continue
        near = people.get((mention.sentence, mention.entity), [])
        near = [p for p in near if _gap(p.span, mention.span) <= NEAR and not p.span.overlaps(mention.span)]
        if near:
            holder = min(near, key=lambda p: (_gap(p.span, mention.span), p.span))
            found.append(RoleHeld(mention.entity, mention.value, mention.span, holder.span, mention.sentence))
    offices: dict[str, set[str]] = {}
    for held in found:
        offices.setdefault(held.entity, set()).add(held.value.rank_and_office)
    return tuple(_beside(held, offices[held.entity]) for held in found)


def _beside(held: RoleHeld, offices: set[str]) -> RoleHeld:
    """The office with the others that the article gives to its holder."""
    others = frozenset(offices - {held.value.rank_and_office})
    return replace(held, value=replace(held.value, also=others)) if others else held


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)
