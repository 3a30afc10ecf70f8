"""Tolls: counts of people in a state that an event puts them in: dead, injured, missing, held, rescued, evacuated.

One event has one toll of each kind, however it is worded ("killing at least 31", "Deceased: 58", "more than sixty were
dead"), so the concept itself names what is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from checker.language.phrases import Setting, tokens_in
from checker.lexicon import base_forms, concepts, is_person_noun, verb_of, word_concepts
from checker.model import Clause, Document, Mention, Role, Span, Token

TOLLS = frozenset(
    {
        "fate.die",
        "fate.survive",
        "injury.injure",
        "whereabouts.missing",
        "custody.detain",
        "custody.release",
        "rescue.save",
        "evacuation.leave",
        "infection.spread",
    }
)
"""Concepts of states that people are counted in."""

RATES = frozenset({"year", "month", "week", "day", "annually", "daily", "yearly"})
"""Words after a count that make it a rate ("5,000 people a year"), which is no event's toll."""

BEHIND = 3
"""Words behind a count of people that may name their state."""

NEAR = 45
"""Characters on each side of a count within which a verbless text may name the state ("Injured: 412")."""


def read_toll(document: Document, mention: Mention, clause: Clause | None, setting: Setting) -> str:
    """The concept of the state that a count of people is the toll of; empty where it is none."""
    if setting.counted and not _counts_people(setting.counted):
        return ""
    if _is_rate(document, mention):
        return ""
    following = [
        t
        for t in tokens_in(document, Span(mention.span.end, mention.span.end + NEAR))
        if t.span.start >= mention.span.end
    ]
    labelled = _read_label(document, mention) or _read_phrase(document, following)
    if labelled:
        return labelled
    relative = bool(following) and not setting.counted and following[0].text.lower() in {"who", "whom", "that"}
    # "22 detained", "70 people killed", "120 were unaccounted for": the state right behind the count or the people.
    behind = following[1:] if following and _counts_people(following[0].lemma.lower()) else following[:1]
    behind = following[1 : 1 + BEHIND] if relative else behind[:BEHIND]
    if behind and behind[0].tag in {"CC", ","}:
        behind = []  # "killing 14 people and injuring nearly 90"
    beside = _tolls(t.text.lower() for t in behind) or _tolls(t.lemma.lower() for t in behind)
    if len(beside) == 1:
        # "21 girls abducted in May were released": what the sentence says of them is that they were released
        told = (
            []
            if relative or clause is None or not _is_participant(clause, mention.span)
            else _tolls([clause.predicate])
        )
        return told[0] if len(told) == 1 else beside[0]
    words = [w for w in (*setting.modifiers, setting.counted, *setting.carriers[:2]) if w]
    named = _noun_of(document, mention)
    found = _tolls([named]) or _tolls(words) or _tolls(v for noun in setting.carriers[:2] if (v := verb_of(noun)))
    if not found and clause is not None and _is_participant(clause, mention.span):
        found = _tolls([clause.predicate, clause.particle, *clause.adverbs]) or _tolls(
            w for a in clause.arguments if a.role is Role.ATTRIBUTE for w in a.lemmas
        )
    if not found and clause is not None and not setting.counted:
        found = _read_count(document, mention, clause)
    if not found and clause is not None and not relative and (clause.copula or not clause.predicate):
        around = Span(max(clause.span.start, mention.span.start - NEAR), min(clause.span.end, mention.span.end + NEAR))
        found = _tolls(t.text.lower() for t in tokens_in(document, around))
    return found[0] if len(found) == 1 else ""


def _noun_of(document: Document, mention: Mention) -> str:
    """The verb of the noun that a count stands behind with "of" ("displacement of 23,000 others"); empty for none."""
    tokens = tokens_in(document, mention.span)
    first = tokens[0].index if tokens else 0
    if first < 2 or document.tokens[first - 1].text.lower() != "of":
        return ""
    noun = document.tokens[first - 2]
    return (verb_of(noun.lemma.lower()) or "") if noun.sentence == tokens[0].sentence else ""


def _read_phrase(document: Document, following: list[Token]) -> str:
    """The state that a fixed phrase names behind people counted: "put 17 people in hospital"; empty for none."""
    if not following or not _counts_people(following[0].lemma.lower()):
        return ""
    behind = " ".join(t.text.lower() for t in document.tokens[following[0].index + 1 : following[0].index + 1 + REACH])
    return next((state for phrase, state in PHRASES.items() if f" {phrase} " in f" {behind} "), "")


REACH = 6
PHRASES = {
    "in hospital": "injury.injure",
    "to hospital": "injury.injure",
    "in the hospital": "injury.injure",
    "to the hospital": "injury.injure",
    "needed treatment": "injury.injure",
    "led away in handcuffs": "custody.detain",
    "in handcuffs": "custody.detain",
    "led away": "custody.detain",
    "behind bars": "custody.detain",
    "in custody": "custody.detain",
    "in cells": "custody.detain",
    "lost their lives": "fate.die",
    "did not survive": "fate.die",
    "got out alive": "fate.survive",
    "got off alive": "fate.survive",
    "picked up by": "rescue.save",
    "plucked from": "rescue.save",
    "pulled from": "rescue.save",
    "from their homes": "evacuation.leave",
    "out of their homes": "evacuation.leave",
    "not been found": "whereabouts.missing",
    "nowhere to be found": "whereabouts.missing",
}
"""Phrases behind people counted that say what has become of them, in words that alone say nothing. Own list."""

LABEL = 6
"""Words before a figure in which a row or a label names the state ("| Dead | 7 |", "Killed: two")."""

COUNTS = frozenset({"toll", "count", "number", "tally", "figure", "total", "list"})
"""Nouns for a count, which a verb of standing or moving gives ("the toll has climbed to 19")."""

COUNTING = frozenset(
    {
        "stand",
        "climb",
        "rise",
        "go",
        "reach",
        "pass",
        "hit",
        "jump",
        "come",
        "drop",
        "fall",
        "increase",
        "be",
        "grow",
        "top",
    }
)
"""Verbs by which a count is told (own list)."""

SEPARATORS = frozenset({":", "|", "-", "–", "—"})


def _read_label(document: Document, mention: Mention) -> str:
    """The state that a row of a table, or a label with a colon, names right before the figure; empty for none."""
    first = document.sentences[mention.sentence].first if mention.sentence >= 0 else 0
    tokens = tokens_in(document, mention.span)
    if not tokens:
        return ""
    before = [t.text.lower() for t in document.tokens[max(first, tokens[0].index - LABEL) : tokens[0].index]]
    if not before or before[-1] not in SEPARATORS:
        return ""
    row = before[:-1]
    while row and any(word in SEPARATORS for word in row):
        row = row[next(n for n, word in enumerate(row) if word in SEPARATORS) + 1 :]
    found = _tolls(row) or _tolls(base for word in row for base in base_forms(word, "v"))
    return found[0] if len(found) == 1 else ""


def _read_count(document: Document, mention: Mention, clause: Clause) -> list[str]:
    """The state of a count that a verb gives: from its subject, else from the sentence or the heading above."""
    subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
    if subject is None or subject.lemma not in COUNTS or clause.predicate.split()[0:1] == []:
        return []
    if clause.predicate.partition(" ")[0] not in COUNTING and not clause.copula:
        return []
    named = _tolls(subject.lemmas) or (["fate.die"] if subject.lemma == "toll" else [])
    if named or mention.sentence < 0:
        return named
    sentence = document.sentences[mention.sentence]
    return _tolls(t.lemma.lower() for t in document.sentence_tokens(sentence))


PEOPLE = frozenset({"people", "person", "body", "victim", "name", "other", "protester", "demonstrator"})


def _counts_people(noun: str) -> bool:
    return noun in {
        "people",
        "person",
        "body",
        "victim",
        "name",
        "other",
        "protester",
        "demonstrator",
    } or is_person_noun(noun)


def _tolls(words: Iterable[str]) -> list[str]:
    sequence = [w for w in words if w]
    named = {c.id for w in sequence for c in word_concepts(w)} | {c.id for c in concepts(sequence)}
    return sorted(named & TOLLS)


def _is_participant(clause: Clause, span: Span) -> bool:
    return any(
        a.role in (Role.AGENT, Role.PATIENT) and (a.span.contains(span) or span.contains(a.span))
        for a in clause.arguments
    )


def _is_rate(document: Document, mention: Mention) -> bool:
    after = [t.text.lower() for t in tokens_in(document, Span(mention.span.end, mention.span.end + 30))][:4]
    return any(a in {"a", "an", "per", "each", "every"} and b in RATES for a, b in pairwise(after)) or bool(
        after and after[0] in RATES
    )
