"""Which person an answer to an aspect is said of ("was remanded in custody"): by name, by role, or by a pronoun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.factuality.aspects import Match
from checker.factuality.holders import (
    APART,
    EVERY,
    FATES,
    SINGULAR,
    Holder,
    describes,
    is_person,
    name_noun,
    names_person,
    person_in,
)
from checker.lexicon import is_person_noun
from checker.model import Argument, Clause, Document, MentionKind, Role, Sentence, Span, Token

BACK = 4
"""Sentences before a pronoun in which the one it stands for may be named."""

HOLDING = frozenset(
    """remand jail imprison free release acquit clear convict sentence pardon oust sack fire dismiss remove suspend warn
    grant refuse deny bail detain arrest hold find let see beat send lead take bring tell kill murder shoot rescue save
    stab wound injure drown pick pull charge indict fine relieve strip replace force push name appoint bury""".split()
)
"""Verbs whose subject is seldom the one whose fate they tell (own list)."""

TIMED = frozenset({"after", "before", "since", "until", "when", "while"})
"""Prepositions of the time at which something befell another."""

AUTHORITIES = frozenset(
    """judge jury court police officer magistrate justice prosecutor panel tribunal board voter doctor official
    mayor""".split()
)
"""People who decide what becomes of others (own list)."""


class Titles:
    """What an article calls its people: roles by entity."""

    def __init__(self, document: Document) -> None:
        """Collect the nouns that stand beside each name."""
        roles: dict[str, set[str]] = defaultdict(set)
        for clause in document.clauses:
            key = next((a.entity for a in clause.arguments if a.role is Role.AGENT and a.entity), None)
            for argument in clause.arguments:
                own = argument.entity or (person_in(document, argument.span) or (None,))[0]
                if clause.copula and argument.role is Role.ATTRIBUTE and key:
                    own = key
                if own:
                    roles[own].update(w for w in argument.lemmas if is_person_noun(w))
        for key, entity in document.entities.items():
            roles[key].update(word for role in entity.roles for word in role.split())
        self.roles = {key: frozenset(words) for key, words in roles.items()}


def find_person(
    document: Document,
    sentence: Sentence,
    clause: Clause | None,
    tokens: Sequence[Token],
    match: Match,
    titles: Titles,
) -> Holder | None:
    """The person that a phrase is said of, unnamed where it does not say who; None where it is of no person."""
    inside = person_in(document, Span(tokens[match.first].span.start, tokens[match.last].span.end))
    if inside is not None:  # "showed the director the door", with a name
        return Holder((), inside[0], titles.roles.get(inside[0], frozenset()), span=inside[1])
    chain = [clause] if clause is not None else []
    if clause is not None and clause.governor is not None and clause.argument(Role.AGENT, Role.PATIENT) is None:
        chain.append(document.clauses[clause.governor])
    described = describes(document, tokens, match)
    if described is not None:
        return name_noun(document, described, "") if is_person_noun(described.lemma.lower()) else None
    for number, one in enumerate(chain):
        passive = one.argument(Role.PATIENT)
        order = sorted(one.arguments, key=lambda a: (a.role is not Role.PATIENT, a.role is not Role.AGENT))
        doing = one.predicate.split()[:1] and one.predicate.split()[0] not in HOLDING
        if (
            passive is not None
            and not doing
            and not is_person(document, passive)
            and one.argument(Role.AGENT) is not None
        ):
            return None  # "her lawyer released a statement"
        if passive is not None and doing and one.argument(Role.AGENT) is not None:
            order = sorted(one.arguments, key=lambda a: a.role is not Role.AGENT)
        for argument in order:
            if number and argument.role is not Role.AGENT and argument.role is not Role.PATIENT:
                continue
            if argument.preposition in TIMED:
                continue  # "killed after a child fell in"
            decides = argument.role is Role.AGENT and one.predicate.split()[:1] and one.predicate.split()[0] in HOLDING
            if not is_person(document, argument) or (decides and argument.lemma in AUTHORITIES):
                continue
            if argument.lemma in AUTHORITIES and argument.role is not Role.PATIENT:
                continue
            return _of_person(document, sentence, argument, titles)
    subject = clause.argument(Role.AGENT, Role.PATIENT) if clause is not None and not clause.nominal else None
    return Holder() if subject is None else None


def _of_person(document: Document, sentence: Sentence, argument: Argument, titles: Titles) -> Holder | None:
    entity = document.entities.get(argument.entity or "")
    found = person_in(document, argument.span)
    key = entity.key if entity is not None and entity.kind is MentionKind.PERSON else found[0] if found else None
    text = argument.text.lower()
    if key is None and text in SINGULAR | {"they", "them"}:
        if text in SINGULAR:
            key = _named_before(document, sentence, argument)
        if key is None:
            return Holder((text,), span=argument.span)
        return Holder((), key, titles.roles.get(key, frozenset()), span=argument.span)
    names = titles.roles.get(key, frozenset()) if key else frozenset()
    about = argument.lemmas
    if argument.lemma in FATES:  # "the bodies of the two climbers"
        about = tuple(w for w in about[1:] if names_person(w)) or about
    first = max(0, min(argument.tokens, default=argument.head) - 1)
    words = {t.text.lower() for t in document.tokens[first : argument.head]}
    # "the driver of the coach, Pavel Horn": the noun is a role of the one who is named.
    names |= {w for w in argument.lemmas[:1] if is_person_noun(w)}
    return Holder(about, key, names, frozenset(words & APART), bool(words & EVERY), argument.span)


def _named_before(document: Document, sentence: Sentence, argument: Argument) -> str | None:
    """The last person named before a pronoun; of several in one sentence the one that is its subject."""
    own = Span(sentence.span.start, argument.span.start)
    earlier = document.sentences[max(0, sentence.index - BACK) : sentence.index][::-1]
    for area in (own, *(s.span for s in earlier)):
        keys = {m.entity for m in document.mentions_in(area, MentionKind.PERSON) if m.entity in document.entities}
        if len(keys) == 1:
            return keys.pop()
        if keys:
            clauses = (c for c in document.clauses_touching(area) if area.overlaps(c.span) and c.governor is None)
            subjects = {a.entity for c in clauses for a in c.arguments if a.role is Role.AGENT} & keys
            return subjects.pop() if len(subjects) == 1 else None
    return None
