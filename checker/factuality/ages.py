"""Whose an age is: that of the person named beside it, or of somebody without a name.

The age of somebody nameless ("a four-year-old boy") is only taken for one that an event has a single answer to where
the article gives no other age to anybody nameless of that sex: of two girls in one article either could be the girl of
the next.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.factuality.portions import years_told
from checker.language.phrases import NOUN_TAGS, sentence_at, tokens_in
from checker.lexicon import is_person_noun
from checker.model import Claim, Document, Mention, MentionKind, Span, Token
from checker.names.tables import load_words
from checker.values.quantities import Bound, Quantity

BESIDE = 40
"""Characters between an age and a name that it may be the age of."""

NEVER = frozenset({"male", "female", "veteran", "product", "giant"})
"""Nouns that name animals and things as well as people."""

OTHER = frozenset({"another", "other", "second", "third", "two", "three", "every", "each", "any", "no"})
"""What stands before an age of one of several, or of nobody in particular."""


@dataclass(frozen=True, slots=True)
class Aged:
    """Somebody with an age: ``entity`` is their key, empty without a name; ``sex`` m, f, or empty where not said."""

    mention: Mention
    entity: str = ""
    sex: str = ""


def whose_age(document: Document, mention: Mention) -> Aged | None:
    """Whose age a mention is; None where that is nobody's by name and not the only nameless one's."""
    people = _people_beside(document, mention)
    if people:
        return Aged(mention, min(people)) if len(people) == 1 else None
    return next((one for one in document.once(_read_nameless) if one.mention is mention), None)


SAME_AGE = 2
"""Years by which the age of one person may be told wrongly, or a tenth of it."""


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether claims of two ages without a name, their sex as scope, can be of one person, told wrongly."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    a, b = one.value.point, other.value.point
    return len(one.scope | other.scope) <= 1 and abs(a - b) <= max(SAME_AGE, 0.1 * max(a, b))


def _people_beside(document: Document, mention: Mention) -> set[str]:
    sentence = sentence_at(document, mention.span)
    if sentence is None:
        return set()
    near = Span(
        max(sentence.span.start, mention.span.start - BESIDE), min(sentence.span.end, mention.span.end + BESIDE)
    )
    return {m.entity for m in document.mentions_in(near, MentionKind.PERSON) if m.entity is not None}


def _read_nameless(document: Document) -> tuple[Aged, ...]:
    found = [one for m in document.mentions if _is_age(m) and (one := _read(document, m)) is not None]
    return tuple(one for one in found if not any(_rival(one, other) for other in found))


def _rival(one: Aged, other: Aged) -> bool:
    """Whether two ages differ and can be those of two people of whom a reader has to be told apart."""
    apart = one.mention.value.normalized != other.mention.value.normalized
    return apart and (one.sex == other.sex or not one.sex or not other.sex)


def _is_age(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and value.dimension == "age" and value.bound is not Bound.BETWEEN


def _read(document: Document, mention: Mention) -> Aged | None:
    tokens = tokens_in(document, mention.span)
    if not tokens or _people_beside(document, mention) or _is_of_another_year(document, mention):
        return None
    before = [t for t in document.tokens[max(0, tokens[0].index - 3) : tokens[0].index] if _beside(t, tokens[0])]
    if any(t.tag == "PRP$" or t.text.lower() in OTHER for t in before[-2:]):
        return None
    nouns = _noun_behind(document, tokens[-1])
    if not nouns and before and before[-1].text == "," and len(before) > 1 and before[-2].tag in NOUN_TAGS:
        nouns = [before[-2]]
    if not nouns:
        attached = tokens[-1].text.lower() in {"old", "yo"} or "-" in mention.text
        return Aged(mention) if attached and before and before[-1].text.lower() in {"a", "an", "the"} else None
    noun = nouns[-1].lemma.lower()
    if nouns[-1].tag not in {"NN", "NNP"} or noun in NEVER or not (is_person_noun(noun) or noun in CHILDREN):
        return None
    return Aged(mention, sex=load_words().gendered.get(noun, ""))


CHILDREN = frozenset({"kid", "tot", "youngster", "teen"})
"""Words for the young that mostly name other things in general text."""


def _beside(token: Token, other: Token) -> bool:
    return token.sentence == other.sentence


def _is_of_another_year(document: Document, mention: Mention) -> bool:
    """Whether the sentence tells of a year that is not the article's: an earlier case, told beside this one."""
    sentence, told = sentence_at(document, mention.span), document.article.published_date
    years = years_told(document, sentence) if sentence is not None else frozenset()
    return bool(years) and told is not None and str(told.year) not in years


def _noun_behind(document: Document, last: Token) -> list[Token]:
    """The run of nouns that stands right behind a token."""
    run: list[Token] = []
    for token in document.tokens[last.index + 1 : last.index + 6]:
        if token.sentence != last.sentence or token.tag not in NOUN_TAGS | {"JJ"}:
            break
        run.append(token)
    while run and run[-1].tag == "JJ":
        run.pop()
    return run
