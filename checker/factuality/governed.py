"""Answers to a matter that the parse shows: what a verb, or the noun for it, is done to or done by.

Phrases are matched in the row of words and reach a few words far; the parse reaches further, and turns round: "the
plan to flatten the market, which has stood since 1893, was waved through", "the council's rejection of the scheme".
The verbs are those of an aspect's tables ``verbs`` (of the object) and ``acts`` (of the subject), and of its phrases
that are no more than a verb and its thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.factuality.aspects import DENYING, Aspect, Aspects, Match
from checker.language.trees import BE_FORMS, NOUN_TAGS
from checker.lexicon import verb_of
from checker.model import Argument, Clause, Document, Role, Token

AWAITED = frozenset(
    """await awaits awaiting wait waits waiting waited pending subject expect expected expecting seek seeking sought
    call calls request requesting vote debate decision decide plan planned plans possible potential need needs
    require requires talk talks discuss discussing discussion consider considering chance hope hopes delay threat
    deadline before until pledge promise application process bid if prospect eventual likely future imminent push
    demand demands motion proposal proposed recommend recommended recommends""".split()
)
"""Words right before a noun for a deed by which it is still to come, or only wished: "pending approval" (own list)."""

BEFORE = 6
"""Words before such a noun in which they count."""


def match_clauses(
    document: Document, tokens: Sequence[Token], clauses: Sequence[Clause], aspects: Aspects
) -> Iterator[Match]:
    """The answers of a sentence that its clauses give by their verb and what it governs."""
    for clause in clauses:
        for phrase, role in aspects.governing.get(clause.predicate, ()):
            aspect = aspects.named[phrase.aspect]
            argument = _argument(clause, role)
            if argument is None or document.tokens[argument.head].sentence != clause.sentence:
                continue
            thing = _thing(document, argument, aspect)
            if thing is None or (clause.nominal and _is_awaited(tokens, clause.head - tokens[0].index)):
                continue
            first = clause.head - tokens[0].index
            last = first
            while last + 1 < len(tokens) and tokens[last + 1].span.end <= clause.predicate_span.end:
                last += 1
            yield Match(phrase, first, last, thing - tokens[0].index, parsed=True)


def _argument(clause: Clause, role: Role) -> Argument | None:
    """What a verb is done to, or who does it: the subject of a verb without an object only."""
    if role is Role.PATIENT or clause.nominal:
        return clause.argument(role)
    return clause.argument(Role.AGENT) if clause.argument(Role.PATIENT) is None else None


def _thing(document: Document, argument: Argument, aspect: Aspect) -> int | None:
    """The word of an argument that is of the aspect's sorts: its head, or the noun before a name ("the yacht Gull")."""
    index = argument.head
    named = document.tokens[index].tag.startswith("NNP")
    while True:
        token = document.tokens[index]
        if token.tag not in NOUN_TAGS:
            return None
        lemma, text = token.lemma.lower(), token.text.lower()
        before = document.tokens[index - 1].lemma.lower() if index else ""
        if lemma in aspect.sorts or text in aspect.sorts or f"{before} {lemma}" in aspect.sorts:
            return index
        index -= 1
        if not named or index < 0 or index not in argument.tokens:
            return None


def _is_awaited(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[max(0, at - BEFORE) : at]
    return bool(AWAITED & {form for t in before for form in (t.lemma.lower(), t.text.lower())})


PUTTING_OFF = frozenset(
    """expect await plan discuss negotiate consider debate delay postpone defer study weigh envisage foresee schedule
    seek demand request propose rule_out question doubt threaten block oppose abandon shelve suspend""".split()
)
"""Predicates by which the deed that their subject names has not come: "the return is still being discussed"."""

NAMING_DEEDS = frozenset({"NN", "NNS"})


def is_put_off(document: Document, tokens: Sequence[Token], match: Match) -> bool:
    """Whether an answer by a noun is of a deed that its clause says is yet to come: "a resumption is not expected"."""
    head = tokens[match.first]
    if head.tag not in NAMING_DEEDS or not _names_deed(head):
        return False
    for clause in document.clauses_touching(head.span):
        if clause.nominal or clause.sentence != head.sentence:
            continue
        if tokens[match.first].index <= clause.head <= tokens[match.last].index:
            continue
        subject = clause.argument(Role.PATIENT, Role.AGENT)
        if subject is None or subject.head != head.index:
            continue
        passive = clause.argument(Role.PATIENT) is subject and clause.head > head.index
        return passive and clause.predicate.replace(" ", "_") in PUTTING_OFF
    return False


def _names_deed(token: Token) -> bool:
    return verb_of(token.lemma.lower()) is not None


OTHER_EVENTS = frozenset("another elsewhere separate separately neighbouring neighboring unrelated".split())
"""Words that place a sentence in another event than the article's (own list)."""

RULING_OUT = frozenset("excluded ruled avoided averted prevented unlikely unnecessary".split())
"""Words behind a noun and a form of "be" by which what it names is not so (own list)."""


def is_of_other(tokens: Sequence[Token], match: Match) -> bool:
    """Whether words around a phrase, but not of it, place it in another event: "his deputy, in a separate case"."""
    around = (*tokens[: match.first], *tokens[match.last + 1 :])
    return any(t.text.lower() in OTHER_EVENTS for t in around)


def is_ruled_out(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the words right behind a noun rule out what it names: "compulsory redundancies are excluded"."""
    if match.phrase.denies or not tokens[match.last].tag.startswith("NN"):
        return False
    after = [t.text.lower() for t in tokens[match.last + 1 : match.last + 6]]
    if not after or after[0] not in BE_FORMS | {"has", "have", "had", "will", "would"}:
        return False
    said = next((n for n, word in enumerate(after) if word in RULING_OUT), len(after))
    return said < len(after) and DENYING.isdisjoint(after[:said]) and (after[said] != "ruled" or "out" in after)
