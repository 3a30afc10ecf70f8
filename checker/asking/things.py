"""How a question with a few answers names its thing: "is the Tel Sura crossing open or shut?".

Tables give such questions without it ("open or shut?", "has it been approved?"). The thing is named as the article
names it; where it has no plain name there, the words of the evidence say what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.asking.gaps import quote_words
from checker.asking.nouns import Phrase, say_phrase
from checker.asking.trees import Tree, grow_tree
from checker.language.phrases import NOUN_TAGS, clause_at, word_of
from checker.model import Argument, BlockKind, Claim, Document, Fit, Phrasing, Role, Span
from checker.values.status import StatusValue

# "has it been approved?", "do they know?", "did it go off?"
OPENERS = "is|was|are|were|has|had|have|does|do|did|will|can"
PRONOUN = re.compile(rf"^(?P<lead>(?:(?:how [a-z]+|how|what) )?(?:{OPENERS})) (?:it|they)\b(?P<rest>.*)$")
PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
SINGULAR = {many: one for one, many in PLURAL.items()}
# "open or shut?", "afloat, aground or lost?", "in force, lifted or suspended?": answers without a verb
ANSWERS = re.compile(rf"^(?!(?:{OPENERS}|how|who|what|which|where|when|why)\b).* or .*\?$")
VERBS = re.compile(r"^(?:won|with|all|by how|by order|the|up|on every|adopted)\b")
"""Answers that do not follow upon "is it"."""

LEFT = re.compile(r"\b(?:it|them)\?$")
"""A question whose thing stands at its end: "who opened it?"."""


def ask_about(claim: Claim, document: Document) -> Phrasing | None:
    """The question of a table with the thing that the claim is about; None where the question names its thing."""
    asks = claim.asks
    pronoun = PRONOUN.match(asks)
    answers = ANSWERS.match(asks) is not None
    if pronoun is None and not answers:
        if LEFT.search(asks):
            return _quoted(claim)
        return None
    thing = name_thing(claim, document) if not asks.startswith("on every") else None
    if thing is None or thing.text.split()[-1].lower() in asks:
        return _quoted(claim)
    return _about(asks, thing)


def _quoted(claim: Claim) -> Phrasing:
    return Phrasing(f"{claim.asks[:-1]}: {quote_words(claim.text)}?", Fit.GAP)


def _about(asks: str, thing: Phrase) -> Phrasing:
    """The question with the name of its thing in it."""
    pronoun = PRONOUN.match(asks)
    if pronoun is not None:
        *opening, verb = pronoun["lead"].split()
        verb = PLURAL.get(verb, verb) if thing.plural else SINGULAR.get(verb, verb)
        return Phrasing(" ".join((*opening, verb, f"{thing.text}{pronoun['rest']}")), Fit.THING)
    if VERBS.match(asks):
        return Phrasing(f"{asks[:-1]}: {thing.text}?", Fit.THING)
    return Phrasing(f"{'are' if thing.plural else 'is'} {thing.text} {asks}", Fit.THING)


def name_thing(claim: Claim, document: Document) -> Phrase | None:
    """What a claim is about, in the words of the article: its own word for it, else what its clause is about."""
    tree = grow_tree(document, claim.span)
    if tree is None or tree.sentence.kind is BlockKind.HEADLINE:
        return None
    about = claim.value.about if isinstance(claim.value, StatusValue) else ()
    words = claim.part("thing") or claim.heads
    found = find_named(tree, claim.span, about[:1]) or find_named(tree, claim.span, words)
    if found is not None or about or claim.part("thing"):
        return found
    return None


def ask_stage(claim: Claim, document: Document) -> Phrasing | None:
    """How far a thing has come: the thing is what the verb that tells it is done to."""
    if PRONOUN.match(claim.asks) is None:
        return None
    thing = _undergoing(claim, document)
    return _about(claim.asks, thing) if thing is not None else _quoted(claim)


def _undergoing(claim: Claim, document: Document) -> Phrase | None:
    """What is done something to by the verb that a claim reads, in the words of the article."""
    at = document.text.find(claim.value.text, claim.span.start, claim.span.end)
    told = Span(at, at + len(claim.value.text)) if at >= 0 else claim.span
    clause = clause_at(document, told)
    if clause is None or clause.nominal or not clause.predicate_span.overlaps(told):
        return None
    return say_argument(document, clause.argument(Role.PATIENT))


def say_argument(document: Document, argument: Argument | None) -> Phrase | None:
    """What takes part in a clause, in the words of the article; None where they are no plain phrase."""
    tree = grow_tree(document, argument.span) if argument is not None else None
    return _of(tree, argument) if argument is not None and tree is not None else None


def _of(tree: Tree, argument: Argument) -> Phrase | None:
    return _definite(tree, say_phrase(tree, tree.token(argument.head)))


def find_named(tree: Tree, span: Span, words: Iterable[str]) -> Phrase | None:
    """The first thing named in a range by one of some words (lemmas, lower case), with its whole phrase."""
    wanted = frozenset(words)
    for token in tree.document.tokens_touching(span):
        if token.tag in NOUN_TAGS and word_of(token) in wanted and token.sentence == tree.sentence.index:
            head = tree.head(token)
            if head is not None and head.tag in NOUN_TAGS and token.dep in {"compound", "flat", "nmod:desc"}:
                token = head  # the noun that a word of it stands before
            return _definite(tree, say_phrase(tree, token))
    return None


def _definite(tree: Tree, phrase: Phrase | None) -> Phrase | None:
    """The phrase with "the" where the text leaves it out before a common noun ("first stage")."""
    if phrase is None:
        return None
    first = tree.token(min(phrase.tokens))
    bare = (
        first.tag not in {"DT", "PRP$", "PDT", "NNP", "NNPS"}
        and not phrase.plural
        and not phrase.text.startswith("the ")
    )
    return Phrase(f"the {phrase.text}", False, phrase.tokens) if bare else phrase
