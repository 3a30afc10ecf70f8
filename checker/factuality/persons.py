"""The one person that an argument names, also where the article has only a pronoun for him."""

from __future__ import annotations

from dataclasses import dataclass

from checker.lexicon import familiarity
from checker.model import Argument, Document, MentionKind, Span

STRANGE = 0.9
"""How rare a word is that can only be a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names: the words, the key and the fullest name (both may come from a sentence before)."""

    span: Span
    key: str | None
    name: str


def person_of(document: Document, argument: Argument | None) -> Person | None:
    """The one person that an argument names; of an unresolved pronoun, the subject of the sentence before."""
    if argument is None:
        return None
    people = document.mentions_in(argument.span, MentionKind.PERSON)
    keys = {m.entity for m in people}
    if len(keys) == 1 and people[0].entity in document.entities:
        entity = document.entities[people[0].entity or ""]
        held = argument.entity in (None, entity.key)
        return (
            Person(argument.span, entity.key, entity.name)
            if held and not _is_owner(document, people[-1].span)
            else None
        )
    entity_here = document.entities.get(argument.entity or "")
    if entity_here is not None and entity_here.kind is MentionKind.PERSON:
        return Person(argument.span, entity_here.key, entity_here.name)
    if argument.text.lower() in ("he", "she"):
        return _subject_before(document, argument)
    return None


def _is_owner(document: Document, span: Span) -> bool:
    return document.text[span.end : span.end + 2] in ("'s", "’s")


def _subject_before(document: Document, argument: Argument) -> Person | None:
    """The name that opens the sentence before: "Bell does. He keeps the job"."""
    sentence = document.tokens[argument.head].sentence
    before = document.sentences[sentence - 1] if sentence else None
    if before is None or before.block != document.sentences[sentence].block:
        return None
    tokens = document.sentence_tokens(before)
    if len(tokens) < 2 or not tokens[1].tag.startswith(("VB", "MD")):
        return None
    first = tokens[0]
    strange = familiarity(first.text.lower()) >= STRANGE and first.tag not in ("NNS", "DT", "PRP")
    is_name = first.text[:1].isupper() and first.text.isalpha() and strange
    return Person(argument.span, None, first.text) if is_name else None
