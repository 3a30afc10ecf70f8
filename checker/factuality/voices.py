"""Whose words they are: the name beside a quotation, where nothing puts it in doubt.

Attribution finds the likeliest speaker of every quotation. Saying that two articles give the same words to two people
needs more: a name of a person right beside the words, who speaks for nobody else.
"""

from __future__ import annotations

from checker.language.phrases import sentence_at, tokens_in
from checker.model import Document, Entity, Mention, MentionKind, Quote, Sentence, Span

NEAR = 80
"""Characters that may stand between a quotation and its speaker or its cue."""

PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "they", "i", "we", "who", "it"})


OWNED = 12
"""Characters from a name to the noun for what its bearer says: "Ruiz's first message"."""


def name_beside(document: Document, quote: Quote, voices: frozenset[str]) -> Span | None:
    """The words that name the speaker of a quotation; None where it is in doubt whose words they are.

    For a pronoun it is the only name in the sentence before; for an office it is the person who alone is given that
    office in the article. ``voices`` are lemmas that say that somebody speaks for
    another ("spokesman", "lawyer"). In doubt is a speaker who is no person, stands apart from the words, is one of
    several, is named in the words themselves, or is only the owner of the name ("Ruiz's sister said").
    """
    entity = document.entities.get(quote.speaker_entity or "")
    if entity is None or entity.kind is not MentionKind.PERSON or quote.speaker is None or quote.cue is None:
        return None
    sentence = sentence_at(document, quote.speaker)
    if sentence is None or not _adjoins(quote.content, quote.speaker, quote.cue):
        return None
    if _speaks_for(document, quote, sentence, entity, voices) or _names(quote.words, entity):
        return None
    people = document.mentions_in(quote.speaker, MentionKind.PERSON)
    if {m.entity for m in people} - {entity.key}:
        return None
    named = next((m for m in people if not _is_pronoun(m)), None)
    if named is not None:
        # "Ruiz's message: ..." is Ruiz speaking, "Ruiz's sister said" is not.
        own = 0 <= quote.cue.start - named.span.end <= OWNED
        return None if _owns(document, named) and not own else quote.speaker
    if people:
        return _antecedent(document, quote.speaker, sentence, entity)
    if quote.speaker.of(document.text).lower() in ("who", "that"):
        return _before_relative(document, quote.speaker, sentence, entity)
    if (behind := _named_behind(document, quote.speaker, entity)) is not None:
        return behind
    offices = document.mentions_in(quote.speaker, MentionKind.ROLE)
    return quote.speaker if any(m.entity == entity.key for m in offices) else None


def _named_behind(document: Document, speaker: Span, entity: Entity) -> Span | None:
    """The speaker's name right behind words for him that a parser has cut short: "the agency's director | X"."""
    area = Span(speaker.start, min(len(document.text), speaker.end + NEAR // 2))
    named = [m for m in document.mentions_in(area, MentionKind.PERSON) if not _is_pronoun(m)]
    if len(named) != 1 or named[0].entity != entity.key or _owns(document, named[0]):
        return None
    between = document.text[speaker.end : named[0].span.start]
    return Span(speaker.start, named[0].span.end) if not set(between) & set(".;:!?()") else None


def _antecedent(document: Document, speaker: Span, sentence: Sentence, entity: Entity) -> Span | None:
    if sentence.index == 0 or document.sentences[sentence.index - 1].block != sentence.block:
        return None
    area = Span(document.sentences[sentence.index - 1].span.start, speaker.start)
    named = [m for m in document.mentions_in(area, MentionKind.PERSON) if not _is_pronoun(m)]
    return named[0].span if {m.entity for m in named} == {entity.key} else None


def _before_relative(document: Document, pronoun: Span, sentence: Sentence, entity: Entity) -> Span | None:
    """The name that "who" goes back to, with what stands between: "it was captain Ruiz who"."""
    area = Span(sentence.span.start, pronoun.start)
    named = [m for m in document.mentions_in(area, MentionKind.PERSON) if not _is_pronoun(m)]
    near = named[-1] if named else None
    if near is None or near.entity != entity.key or pronoun.start - near.span.end > NEAR:
        return None
    return near.span


def _owns(document: Document, named: Mention) -> bool:
    """Whether a name owns what follows ("Ruiz's sister"), and not the words themselves ("was Ruiz's.")."""
    behind = document.text[named.span.end : named.span.end + 4]
    return behind[:2] in ("'s", "’s") and behind[2:].lstrip()[:1].isalnum()


def _adjoins(content: Span, speaker: Span, cue: Span) -> bool:
    return max(max(s.start, content.start) - min(s.end, content.end) for s in (speaker, cue)) <= NEAR


def _is_pronoun(mention: Mention) -> bool:
    return mention.text.lower() in PRONOUNS


def _names(words: str, entity: Entity) -> bool:
    """Whether the words name the person who is said to speak them: then somebody else does."""
    return entity.name.split()[-1].casefold() in words.casefold()


def _speaks_for(document: Document, quote: Quote, sentence: Sentence, entity: Entity, voices: frozenset[str]) -> bool:
    """Whether the speaker speaks for somebody else, or hands on words that somebody else said."""
    frame = [t for t in document.sentence_tokens(sentence) if not quote.content.contains(t.span)]
    for part in (quote.speaker, quote.cue):
        if part is not None:
            frame += tokens_in(document, part)
    if any(t.lemma.lower() in voices for t in frame):
        return True
    return any(word in voices for role in entity.roles for word in role.split())
