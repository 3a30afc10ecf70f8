"""What an answer to an aspect is said of: the record of it, and how nouns and names are read into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.factuality.aspects import Match
from checker.language.phrases import word_of
from checker.language.trees import NOUN_TAGS
from checker.lexicon import is_person_noun, kind_share
from checker.model import Argument, Document, MentionKind, Span, Token

FATES = frozenset(
    "body corpse remains death life fate funeral killing arrest trial release acquittal conviction".split()
)
"""Nouns that stand for what became of the people named behind them (own list)."""

SOMETIMES = 0.25
"""Share of a noun's use from which it may name a person."""

PRONOUNS = frozenset("he she him her his they them it who which that".split())
SINGULAR = frozenset("he she him her his".split())
APART = frozenset(
    """other another second third fourth first last next neighbouring neighboring nearby eastern western northern
    southern east west north south upper lower left right front rear back inner outer old new main emergency earlier
    previous separate different similar sister rival adjoining adjacent opposite""".split()
)
"""Words before a noun that tell one of a kind from another (own list)."""

EVERY = frozenset("all every each both no any".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """The lemmas of the thing (the head's, or its sort's, first), the key of a person, and what else is known.

    ``names`` are other words for it (a person's roles, candidates for a pronoun); ``apart`` what tells it from others
    of its kind; ``every`` whether each of its kind is meant; ``known`` whether it is named at all.
    """

    about: tuple[str, ...] = ()
    key: str | None = None
    names: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    every: bool = False
    span: Span | None = None

    @property
    def known(self) -> bool:
        """Whether it is said what it is, by more than a pronoun."""
        return bool(self.key or {*self.about[:1]} - PRONOUNS)


def person_in(document: Document, span: Span) -> tuple[str, Span] | None:
    """The one person named in a range."""
    people = [m for m in document.mentions_in(span, MentionKind.PERSON) if m.entity and m.entity in document.entities]
    return (people[0].entity or "", people[0].span) if len({m.entity for m in people}) == 1 else None


def names_person(noun: str) -> bool:
    """Whether a noun may name a person: "climber" is a plant, too."""
    return is_person_noun(noun) or kind_share(noun, "person") >= SOMETIMES


def is_person(document: Document, argument: Argument) -> bool:
    """Whether an argument is a person: by name, by a noun, or by a pronoun."""
    if argument.text.lower() in SINGULAR | {"they", "them"}:
        return True
    if person_in(document, argument.span) is not None:
        return True
    entity = document.entities.get(argument.entity or "")
    if entity is not None and entity.kind is MentionKind.PERSON:
        return True
    if document.tokens[argument.head].tag not in NOUN_TAGS:
        return False
    if argument.lemma.endswith("-year-old"):
        return True
    return names_person(argument.lemma) or (argument.lemma in FATES and any(names_person(w) for w in argument.lemmas))


def describes(document: Document, tokens: Sequence[Token], match: Match) -> Token | None:
    """The noun that an adjective or a participle stands right before: "an abandoned well"."""
    last = tokens[match.last]
    if match.last + 1 >= len(tokens) or not last.tag.startswith(("JJ", "VBN", "VBG", "VBD")):
        return None
    head = document.tokens[last.head]
    if last.dep == "amod" and head.index > last.index and head.tag in NOUN_TAGS:
        return head
    following = tokens[match.last + 1]
    return following if is_attributive(tokens, match) and following.tag in NOUN_TAGS else None


def is_attributive(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a lone adjective or participle stands behind an article, where it describes what follows."""
    lone = match.first == match.last and tokens[match.last].tag.startswith(("JJ", "VB"))
    return lone and match.first > 0 and tokens[match.first - 1].tag in {"DT", "PRP$", "POS"}


def name_noun(document: Document, head: Token, sort: str) -> Holder:
    """What a noun and the words before it name."""
    sentence = document.sentences[head.sentence]
    modifiers: list[str] = []
    apart: set[str] = set()
    every = False
    at = head.index - 1
    while at >= sentence.first:
        token = document.tokens[at]
        word = token.text.lower()
        if word in EVERY or (word == "single" and document.tokens[at - 2].text.lower() == "not"):
            every = True
        if token.tag not in NOUN_TAGS | {"JJ", "VBN", "CD", "DT", "PRP$", "POS", "PDT", "JJR", "JJS", "HYPH", "VBG"}:
            break
        if word in APART:
            apart.add(word)
        elif token.tag in NOUN_TAGS | {"JJ", "VBN"} and word not in EVERY:
            modifiers.append(word_of(token))
        at -= 1
    after = document.tokens[head.index + 1 : head.index + 5]
    if (
        after
        and after[0].text.lower() in {"of", "at", "in", "to", "on", "under"}
        and after[0].sentence == head.sentence
    ):
        modifiers.extend(t.text.lower() for t in after[1:] if t.tag == "NNP")
    first = sort or word_of(head)
    return Holder(
        (first, *modifiers), names=frozenset({word_of(head)}), apart=frozenset(apart), every=every, span=head.span
    )
