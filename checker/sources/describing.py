"""Who a phrase stands for when it is credited: a person, a body, an outlet, a writing, or nobody whom one could ask."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.attribution.hearsay import document_words
from checker.attribution.speakers import unnamed_heads
from checker.language.phrases import tokens_in
from checker.model import Document, Entity, MentionKind, Node, NodeKind, Span, Standing, Token
from checker.sources.naming import WORDS

STOPS = re.compile(r"\.{2,}")  # U.S.. officials

LONGEST_NAME = 60
"""Characters of a description that stand for a source; longer ones are cut at a word."""

DETERMINERS = frozenset(
    "a an the this that these those one two three some several many another other his her its their".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``data/speakers.toml``."""

    official: frozenset[str]
    body: frozenset[str]
    party: frozenset[str]
    eyewitness: frozenset[str]
    expert: frozenset[str]
    nobody: frozenset[str]
    metonymic: frozenset[str]
    writing: frozenset[str]
    withheld: tuple[str, ...]
    near: tuple[str, ...]


@cache
def load_words() -> Words:
    """The lists, read once."""
    data = tomllib.loads(files("checker.sources").joinpath("data", "speakers.toml").read_text(encoding="utf-8"))

    def read(key: str) -> frozenset[str]:
        return frozenset(data[key].split())

    return Words(
        official=read("official"),
        body=read("body"),
        party=read("party"),
        eyewitness=read("eyewitness"),
        expert=read("expert"),
        nobody=read("nobody"),
        metonymic=read("metonymic"),
        writing=read("writing") | document_words(),
        withheld=tuple(data["withheld"]),
        near=tuple(data["near"]),
    )


def head_of(document: Document, span: Span) -> Token | None:
    """The head word of a phrase: the token whose own head lies outside of it.

    "People familiar with the plan" is often parsed as a clause on "familiar": the noun before it is the head.
    """
    inside = tokens_in(document, span)
    indices = {t.index for t in inside}
    head = next((t for t in inside if t.head not in indices or t.head == t.index), None)
    if head is None or not head.tag.startswith("JJ"):
        return head
    before = [t for t in inside if t.index < head.index and t.tag.startswith("NN")]
    return before[-1] if before else head


def describe(
    document: Document,
    phrase: Span,
    entity: str | None,
    joined: Mapping[tuple[str, str], str],
    verb: str,
) -> Node | None:
    """The source that a phrase stands for; None for "it", "both sides" and the like, which stand for no source.

    ``entity`` is the entity that the phrase names in the article, ``joined`` the entities of the event by article and
    entity, ``verb`` the lemma of the cue: a country that "says" is its government, one that "shows" is not.
    """
    head = head_of(document, phrase)
    words = load_words()
    lemma = head.lemma.lower() if head is not None else ""
    named = document.entities.get(entity) if entity is not None else None
    if named is not None and named.kind is MentionKind.PERSON:
        key = joined.get((document.article.id, named.key), named.key)
        return Node(key, NodeKind.PERSON, named.name, True, _standing(document, phrase, named))
    if head is None or lemma in words.nobody:
        return None
    if lemma in words.writing:
        return _writing(document, phrase, head)
    if lemma in words.body | words.party and named is None:
        name = _cut(_name_words(document, phrase, head))
        standing = Standing.OFFICIAL if lemma in words.body else Standing.OTHER
        return Node(f"organisation:{_fold(name)}", NodeKind.ORGANISATION, name, True, standing)
    if lemma in unnamed_heads() or lemma in words.official | words.eyewitness | words.expert:
        if head.tag.startswith("NNP") and named is not None:
            return _body(document, named, joined, verb, phrase)
        return _unnamed(document, phrase, head)
    if named is not None and any(
        m.entity == named.key and m.span.contains(head.span) for m in document.mentions_touching(head.span)
    ):
        return _body(document, named, joined, verb, phrase)
    if head.tag in ("NNP", "NNPS"):
        name = _cut(phrase.of(document.text))
        return Node(f"person:{_fold(name)}", NodeKind.PERSON, name, True, _standing(document, phrase, None))
    return None


def _body(
    document: Document, named: Entity, joined: Mapping[tuple[str, str], str], verb: str, phrase: Span
) -> Node | None:
    """An organisation, or a country for its government."""
    if named.kind is MentionKind.PLACE and verb not in load_words().metonymic:
        return None
    key = joined.get((document.article.id, named.key), named.key)
    standing = Standing.OFFICIAL if named.kind is MentionKind.PLACE else _standing(document, phrase, named)
    return Node(key, NodeKind.ORGANISATION, named.name, True, standing)


def _unnamed(document: Document, phrase: Span, head: Token) -> Node:
    name = _cut(_name_words(document, phrase, head))
    return Node(f"unnamed:{_fold(name)}", NodeKind.PERSON, name, False, _standing(document, phrase, None))


def _name_words(document: Document, phrase: Span, head: Token) -> str:
    """A description without its article, as far as its head: "senior official"."""
    tokens = [t for t in tokens_in(document, phrase) if t.index <= head.index]
    first = next((t for t in tokens if t.lemma.lower() not in DETERMINERS and t.text[:1].isalnum()), head)
    return STOPS.sub(".", Span(first.span.start, max(first.span.end, head.span.end)).of(document.text))


def _writing(document: Document, phrase: Span, head: Token) -> Node:
    """A document; one can be asked for where the words say whose it is or what it is called."""
    tokens = tokens_in(document, phrase)
    named = any(t.tag in ("NNP", "NNPS", "CD") for t in tokens) or any(t.tag == "POS" for t in tokens)
    name = _cut(_name_words(document, phrase, head))
    # "The report" of one article is not that of another.
    own = "" if named else f"{document.article.id}:"
    return Node(f"document:{own}{_fold(name)}", NodeKind.DOCUMENT, name, named, Standing.OTHER)


def _standing(document: Document, phrase: Span, named: Entity | None) -> Standing:
    """What the words for a source, in place and in the article, say of how near it stands to the facts."""
    tokens = tokens_in(document, phrase)
    lemmas = [t.lemma.lower() for t in tokens]
    if named is not None:
        lemmas += [word for role in sorted(named.roles) for word in WORDS.findall(role)]
        lemmas += WORDS.findall(named.name.casefold()) if named.kind is not MentionKind.PERSON else []
    return _sort(lemmas)


def _sort(lemmas: Sequence[str]) -> Standing:
    words = load_words()
    for standing, group in (
        (Standing.OFFICIAL, words.official | words.body),
        (Standing.EYEWITNESS, words.eyewitness),
        (Standing.EXPERT, words.expert),
    ):
        if any(lemma in group for lemma in lemmas):
            return standing
    return Standing.OTHER


def _fold(name: str) -> str:
    return " ".join(WORDS.findall(name.casefold()))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME].rsplit(" ", 1)[0]
