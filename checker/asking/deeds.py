"""How what happened is asked for: whether it did, what became of a thing, what caused it, and which way it went."""

from __future__ import annotations

import re

from checker.asking.clauses import ask_of, frame_clause
from checker.asking.gaps import leave_gap, quote_words
from checker.asking.nouns import NOBODY
from checker.asking.things import LEFT, PRONOUN, ask_about, find_named, name_thing
from checker.asking.trees import grow_tree
from checker.language.asking import within
from checker.language.phrases import clause_at
from checker.model import BlockKind, Claim, Document, Fit, Phrasing

ATTENDED = re.compile(r"^(was|were) (.+) there\?$")
"""What an attendance asks: "was Helena Ruiz there?"."""


def ask_outcome(claim: Claim, document: Document) -> Phrasing | None:
    """What became of a thing, in what state it is, whether a deed was done: whichever the claim asks."""
    if claim.asks.startswith("did it happen"):
        return _ask_deed(claim, document)
    if claim.asks.startswith(("what became of", "in what state")):
        thing = name_thing(claim, document)
        if thing is None:
            return Phrasing(f"what became of it: {quote_words(claim.text)}?", Fit.GAP)
        if claim.asks.startswith("in"):
            return Phrasing(f"in what state {'are' if thing.plural else 'is'} {thing.text}?", Fit.THING)
        return Phrasing(f"what became of {thing.text}?", Fit.THING)
    return ask_about(claim, document)


def _ask_deed(claim: Claim, document: Document) -> Phrasing:
    clause = clause_at(document, claim.span)
    tree = grow_tree(document, claim.span)
    if clause is not None and not clause.nominal and tree is not None and tree.sentence.kind is BlockKind.PARAGRAPH:
        verb = tree.token(clause.head)
        denied = {t.index for t in tree.covered_tokens(verb) if t.text.lower() in {"not", "n't", "n’t", "never"}}
        frame = frame_clause(tree, verb, denied) if verb.tag.startswith("VB") else None
        question = ask_of(frame, "", denied) if frame is not None else None
        if question is not None:
            return Phrasing(question, Fit.CLAUSE)
    return Phrasing(f"did it happen: {quote_words(claim.text)}?", Fit.GAP)


def ask_cause(claim: Claim, document: Document) -> Phrasing | None:
    """What brought a thing about: the thing by name, else the words around the reason with a gap for it."""
    _, colon, effects = claim.asks.rstrip("?").partition(": ")
    tree = grow_tree(document, claim.span)
    if colon and tree is not None and tree.sentence.kind is not BlockKind.HEADLINE:
        thing = find_named(tree, claim.span, effects.split(", "))
        if thing is not None:
            return Phrasing(f"what caused {thing.text}?", Fit.THING)
    gap = leave_gap(claim, "what caused it", document)
    return Phrasing(gap, Fit.GAP) if colon and gap is not None else None


def ask_direction(claim: Claim, document: Document) -> Phrasing | None:
    """Which way a thing goes, by its name in the article."""
    if not claim.asks.startswith("which way does it go"):
        return None
    thing = name_thing(claim, document)
    if thing is None:
        return Phrasing(f"which way does it go: {quote_words(claim.text)}?", Fit.GAP)
    return Phrasing(f"which way {'do' if thing.plural else 'does'} {thing.text} go?", Fit.THING)


def ask_movement(claim: Claim, document: Document) -> Phrasing | None:  # noqa: ARG001 - called as every rule's ``ask`` is
    """Which way something moved, in the words that say so: the figure alone does not say of what it is."""
    lead, _, _ = claim.asks.rstrip("?").partition(": ")
    return Phrasing(f"{lead}: {quote_words(claim.text)}?", Fit.GAP)


def ask_presence(claim: Claim, document: Document) -> Phrasing | None:
    """Whether somebody was there: a role with its article, and nobody's absence in the words that tell it."""
    asked = ATTENDED.match(claim.asks)
    if asked is None:
        return None
    be, name = asked.groups()
    if name.split()[0].lower() in NOBODY:
        # It leaves out everybody else at once: no other question of the finding says as much.
        return Phrasing(f"who was there: {quote_words(claim.text)}?", Fit.CLAUSE)
    if re.search(rf"\b[Tt]he {re.escape(name)}\b", claim.span.of(document.text)):
        name = f"the {name}"
    name = re.sub(r"^(?:All|Both|Most|Many|Several)\b", lambda m: m[0].lower(), within(name))
    return Phrasing(f"{be} {name} there?", Fit.CLAUSE if name.startswith("all ") else Fit.THING)


def ask_quoted(claim: Claim, document: Document) -> Phrasing | None:  # noqa: ARG001 - called as every rule's ``ask`` is
    """The question without its bag of words, and the words of the article that answer it."""
    lead, _, _ = claim.asks.rstrip("?").partition(": ")
    return Phrasing(f"{lead}: {quote_words(claim.value.text)}?", Fit.GAP)


def ask_unnamed(claim: Claim, document: Document) -> Phrasing | None:  # noqa: ARG001 - as above
    """A question that says "it" of a thing, with the words that it is about; None where it says what it asks of."""
    if not (PRONOUN.match(claim.asks) or LEFT.search(claim.asks)):
        return None
    return Phrasing(f"{claim.asks[:-1]}: {quote_words(claim.text)}?", Fit.GAP)


def ask_report(claim: Claim, document: Document) -> Phrasing | None:  # noqa: ARG001 - called as every rule's ``ask`` is
    """Whether it is so what somebody is reported to have said, in the words of the article."""
    return Phrasing(f"is it so: {quote_words(_strip_source(claim))}?", Fit.GAP)


def _strip_source(claim: Claim) -> str:
    """What was said, without who said so before it ("Coast Wire reported that") or behind it (", the Wire said")."""
    text = claim.value.text
    for source in claim.support:
        at, size = source.start - claim.span.start, source.end - source.start
        name = claim.text[at : at + size] if at >= 0 else ""
        first, joint = text.find(name), text.find(" that ")
        if not name or first < 0:
            continue
        if 0 <= first < joint <= first + size + LEAD:
            return text[joint + len(" that ") :]
        comma = text.rfind(",", 0, first)
        if first + size + LEAD >= len(text) and comma > LEAD:
            return text[:comma]
    return text


LEAD = 40
"""Characters beside a source that still tell that it said so, and not what."""


SPOKEN = re.compile(r"^what did (?:he|she|it|they|we|i|who) say\?$", re.I)


def ask_speech(claim: Claim, document: Document) -> Phrasing | None:
    """What somebody said, by name where the text has only a pronoun for the speaker."""
    if not SPOKEN.match(claim.asks):
        return None
    speaker = getattr(claim.value, "speaker", "")
    if speaker in document.entities:
        return Phrasing(f"what did {document.entities[speaker].name} say?", Fit.THING)
    return Phrasing(f"who said {quote_words(claim.value.text)}?", Fit.GAP)
