"""Matters: the one question of a kind that a short report answers (was it approved, did they sign, did it hold?).

A short report tells of hardly two of them: where two such reports of one event each give an answer, and no other, they
speak of the same, in whatever words they name it. Of a long article, which tells of much else, nothing is asked here.
What keeps two answers apart all the same is that they name different people, that one is of a part or of something set
against the matter itself (an amendment, an objection), or that it is told apart from others of its kind ("the second
stretch").
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.factuality.aspects import Aspect, Match
from checker.factuality.holders import EVERY, Holder, describes, is_person, person_in
from checker.language.phrases import word_of
from checker.language.trees import NOUN_TAGS
from checker.model import Argument, Clause, Document, Role, Token

AGAINST = frozenset(
    """amendment attempt challenge appeal objection motion petition lawsuit counterclaim complaint protest counteroffer
    rider clause exemption adjournment postponement""".split()
)
"""Nouns for what is set against a matter, or is a part of it: what becomes of it is another question (own list)."""

OTHERS = frozenset(
    """other another second third fourth fifth last next neighbouring neighboring nearby earlier previous separate
    different similar sister rival adjoining adjacent existing remaining two three four five six several some most few
    part parts half upper lower main minor""".split()
)
"""Words before a noun that tell one of a kind from another, or several from the one (own list)."""

TOGETHER = 3
"""Words that a phrase without a verb takes at most."""

NEARBY = 4
"""Words before the thing in which another of its kind is told apart."""


def find_matter(
    document: Document, clause: Clause | None, tokens: Sequence[Token], match: Match, aspect: Aspect
) -> Holder | None:
    """What a phrase is said of, whoever or whatever it is; an empty record where no word for it stands beside.

    None where the thing of a phrase is not what its verb is said of ("keeps the radio on for more warnings").
    """
    if match.thing is not None and not (match.parsed or governs(document, clause, tokens, match, aspect)):
        return None
    described = describes(document, tokens, match)
    if described is not None:
        return _name(document, described.index, (word_of(described),))
    if match.thing is not None:
        return _name(document, tokens[match.thing].index, (word_of(tokens[match.thing]),))
    inside = {t.index for t in tokens[match.first : match.last + 1]}
    for argument in _said_of(clause):
        if argument.head not in inside and document.tokens[argument.head].tag in NOUN_TAGS:
            return _of_argument(document, argument)
    before = match.first - 1
    if clause is None and before >= 0 and tokens[before].tag in NOUN_TAGS:
        return _name(document, tokens[before].index, (word_of(tokens[before]),))
    return Holder()


def governs(document: Document, clause: Clause | None, tokens: Sequence[Token], match: Match, aspect: Aspect) -> bool:
    """Whether the thing of a phrase is the subject or the object of its verb; so it is where it stands right beside."""
    thing = tokens[match.thing if match.thing is not None else match.first]
    verbs = [t for t in tokens[match.first : match.last + 1] if t.tag.startswith("VB") and t.index != thing.index]
    if not verbs or clause is None:
        return match.last - match.first < TOGETHER
    heads = {t.index for t in verbs}
    said = {form for forms, _ in match.phrase.words for form in forms}
    for one in document.clauses_touching(document.sentences[thing.sentence].span):
        if one.head not in heads and not one.copula:
            continue
        roles = (Role.PATIENT, Role.AGENT) if thing.index < min(heads) else (Role.PATIENT,)
        mine = [a for role in roles for a in one.arguments if a.role is role]
        # "go without a dividend", "pulled out of the deal": its preposition is of the phrase.
        mine += [
            a for a in one.arguments if a.role is Role.OBLIQUE and a.preposition and said >= {*a.preposition.split()}
        ]
        patient = one.argument(Role.PATIENT)
        passive = patient is not None and patient.head > max(heads)
        for argument in mine:
            if argument.role is Role.AGENT and passive:
                continue  # "the plan rejected it"
            part = argument.lemma in aspect.sorts and thing.index in argument.tokens  # "one span of the bridge"
            if argument.head == thing.index or part:
                return True
    if any(one.head in heads for one in document.clauses_touching(document.sentences[thing.sentence].span)):
        return False
    between = [t for t in tokens[match.first : match.last + 1] if t.index not in heads and t.index != thing.index]
    plain = not any(t.tag.startswith(("VB", ",", ":", "IN", "CC")) for t in between)
    return plain and match.last - match.first <= TOGETHER  # the parser has missed the verb


def _said_of(clause: Clause | None) -> list[Argument]:
    if clause is None:
        return []
    order = (Role.PATIENT, Role.AGENT, Role.RECIPIENT)
    return [a for role in order for a in clause.arguments if a.role is role]


def _of_argument(document: Document, argument: Argument) -> Holder:
    holder = _name(document, argument.head, argument.lemmas)
    found = person_in(document, argument.span) if is_person(document, argument) else None
    return Holder(holder.about, found[0] if found else None, holder.names, holder.apart, holder.every, argument.span)


def _name(document: Document, head: int, lemmas: tuple[str, ...]) -> Holder:
    first = document.sentences[document.tokens[head].sentence].first
    words = {t.text.lower() for t in document.tokens[max(first, head - NEARBY) : head]}
    apart = frozenset(words & OTHERS) | frozenset({*lemmas[:1]} & AGAINST)
    named = [t.text.lower() for t in document.tokens[head + 1 : head + 3] if t.tag == "NNP"]  # "the yacht Merganser"
    return Holder((*lemmas[:1], *named), None, frozenset(named), apart, bool(words & EVERY), document.tokens[head].span)
