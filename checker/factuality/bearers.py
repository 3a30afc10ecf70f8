"""Which thing an answer to an aspect is said of: one of the sorts that the aspect names, or any thing."""

from __future__ import annotations

from collections.abc import Sequence

from checker.factuality.aspects import Aspect, Match
from checker.factuality.assertions import load_status_words
from checker.factuality.holders import PRONOUNS, Holder, describes, is_attributive, is_person, name_noun
from checker.language.phrases import word_of
from checker.language.trees import NOUN_TAGS
from checker.model import Argument, BlockKind, Clause, Document, Role, Sentence, Token

SHORT = 4
"""Words of a line that can be the label of what follows it ("The alarm")."""

FAR = 14
"""Words between a phrase and a thing of its sorts, at most."""


def find_sort(
    document: Document,
    sentence: Sentence,
    clause: Clause | None,
    tokens: Sequence[Token],
    match: Match,
    aspect: Aspect,
) -> Holder | None:
    """The thing of the aspect's sorts that a phrase is said of; None where it is said of something else."""
    if match.thing is not None:
        return name_noun(document, tokens[match.thing], _sort_at(tokens, match.thing, aspect))
    described = describes(document, tokens, match)
    if described is None and is_attributive(tokens, match):
        return None
    if described is not None:
        sort = _sort_at(tokens, described.index - tokens[0].index, aspect)
        return name_noun(document, described, sort) if sort else None
    inside = {t.index for t in tokens[match.first : match.last + 1]}
    if clause is not None and not clause.nominal and clause.arguments:
        for argument in _said_of(clause, inside, aspect):
            if document.tokens[argument.head].sentence != sentence.index or argument.head in inside:
                continue
            for index in (argument.head, *sorted(argument.tokens, reverse=True)):
                # "the yacht Merganser": the sort stands before the name.
                if index != argument.head and document.tokens[argument.head].tag != "NNP":
                    break
                if sort := _sort_at(tokens, index - tokens[0].index, aspect):
                    return name_noun(document, document.tokens[index], sort)
        opening = _opening(tokens, match)
        if opening is not None and (sort := _sort_at(tokens, opening, aspect)):
            return name_noun(document, tokens[opening], sort)
        if aspect.sole and len(match.phrase.words) > 1 and (at := _lone_thing(tokens, match, aspect)) is not None:
            return name_noun(document, tokens[at], _sort_at(tokens, at, aspect))
        if not _needs_antecedent(clause, tokens, match):
            return None
    else:
        near = [i for i in range(len(tokens)) if tokens[i].index not in inside and _sort_at(tokens, i, aspect)]
        near = [i for i in near if min(abs(i - match.first), abs(i - match.last)) <= FAR]
        if near:
            at = min(near, key=lambda i: (i > match.first, abs(i - match.first)))
            return name_noun(document, tokens[at], _sort_at(tokens, at, aspect))
    before = document.sentences[sentence.index - 1] if sentence.index else None
    heading = before is not None and (before.kind is BlockKind.HEADING or before.last - before.first <= SHORT)
    if before is None or (before.block != sentence.block and not heading):
        return None
    earlier = document.sentence_tokens(before)
    found = next((i for i in range(len(earlier)) if _sort_at(earlier, i, aspect)), None)
    return name_noun(document, earlier[found], _sort_at(earlier, found, aspect)) if found is not None else None


def _lone_thing(tokens: Sequence[Token], match: Match, aspect: Aspect) -> int | None:
    """The one thing of the sorts near a phrase, or of several the one that is a subject before it."""
    near = range(max(0, match.first - FAR), min(len(tokens), match.last + FAR))
    found = [i for i in near if not match.first <= i <= match.last and _sort_at(tokens, i, aspect)]
    if len({_sort_at(tokens, i, aspect) for i in found}) > 1:
        found = [i for i in found if i < match.first and tokens[i].dep.startswith("nsubj")]
    return found[-1] if found else None


def _opening(tokens: Sequence[Token], match: Match) -> int | None:
    """Where the parse goes astray: the noun that opens the part of the sentence with the phrase, or that follows it.

    "The truce in the Karun valley held", "in return for the loan".
    """
    if tokens[match.last].tag in {"IN", "TO"}:
        at = match.last + 1
    else:
        ends = [i for i in range(match.first) if tokens[i].text in {",", ";", ":", "and", "but", "while", "although"}]
        at = ends[-1] + 1 if ends else 0
    head = None
    while at < len(tokens) and at != match.first:
        if tokens[at].tag in NOUN_TAGS and tokens[at].tag != "NNP":
            head = at
        elif head is not None or not tokens[at].tag.startswith(("DT", "PRP$", "JJ", "CD", "VBN", "NNP", "PDT", "RB")):
            break
        at += 1
    if head is None or head > match.last:
        return head
    between = tokens[head + 1 : match.first]
    return head if not any(t.tag.startswith(("VB", "MD")) and t.lemma not in {"be", "have"} for t in between) else None


def _said_of(clause: Clause, inside: set[int], aspect: Aspect) -> list[Argument]:
    """The arguments that a phrase in a clause may be said of: of a lone verb its object or subject, else any."""
    patients = [a for a in clause.arguments if a.role is Role.PATIENT]
    agents = [a for a in clause.arguments if a.role is Role.AGENT]
    if clause.copula:
        return agents
    if clause.head in inside and inside == {clause.head}:
        named = [a for a in patients if a.lemma not in load_status_words().vague]
        return patients[:1] if named or aspect.object else patients[:1] + agents
    others = [a for a in clause.arguments if a.role in {Role.OBLIQUE, Role.RECIPIENT} and clause.head in inside]
    return patients + agents + others


def _sort_at(tokens: Sequence[Token], at: int, aspect: Aspect) -> str:
    token = tokens[at]
    # "Mine clearance along the road is under way": the parser takes such a noun for a verb, and still for a subject.
    if token.tag not in NOUN_TAGS and token.tag != "VBG" and not token.dep.startswith("nsubj"):
        return ""
    if at + 1 < len(tokens) and tokens[at + 1].tag in {"NN", "NNS"} and token.tag not in {"NNS", "VBG"}:
        following = aspect.sorts.get(tokens[at + 1].lemma.lower(), "")
        if not following and f"{token.lemma.lower()} {tokens[at + 1].lemma.lower()}" not in aspect.sorts:
            return ""  # "alarm company": the head is what is meant
        if following:
            return ""
    if at and (whole := f"{tokens[at - 1].lemma.lower()} {token.lemma.lower()}") in aspect.sorts:
        return aspect.sorts[whole]
    return aspect.sorts.get(token.lemma.lower()) or aspect.sorts.get(token.text.lower(), "")


def _needs_antecedent(clause: Clause, tokens: Sequence[Token], match: Match) -> bool:
    """Whether a sentence points back: its subject is a pronoun, or it has none."""
    subject = clause.argument(Role.PATIENT, Role.AGENT)
    if subject is None:
        return tokens[0].tag.startswith(("VB", "MD", "IN", "JJ", "RB")) or match.first <= 1
    return subject.text.lower() in PRONOUNS


def find_thing_said(
    document: Document, sentence: Sentence, clause: Clause | None, tokens: Sequence[Token], match: Match
) -> Holder | None:
    """The thing that a phrase is said of, whatever its sort; None for a person, and where it is not said."""
    described = describes(document, tokens, match)
    if described is not None:
        return name_noun(document, described, "")
    for one in _upward(document, clause):
        inside = {t.index for t in tokens[match.first : match.last + 1]}
        roles = (Role.AGENT,) if one.copula else (Role.PATIENT, Role.AGENT)
        for role in roles:
            argument = one.argument(role)
            if argument is None or argument.head in inside:
                continue
            head = document.tokens[argument.head]
            if is_person(document, argument) and argument.text.lower() not in PRONOUNS:
                return None
            if head.tag in NOUN_TAGS:
                vague = load_status_words().vague
                return None if argument.lemma in vague else name_noun(document, head, "")
            if argument.text.lower() in PRONOUNS:
                return _antecedent(document, sentence, argument)
    return None


def _upward(document: Document, clause: Clause | None) -> list[Clause]:
    if clause is None:
        return []
    above = document.clauses[clause.governor] if clause.governor is not None else None
    return [clause, above] if above is not None and clause.relation == "conjunct" else [clause]


def _antecedent(document: Document, sentence: Sentence, pronoun: Argument) -> Holder | None:
    """The nouns that a pronoun may stand for: the subjects and objects before it, the nearest sentence's only."""
    before = [t for t in document.sentence_tokens(sentence) if t.span.end <= pronoun.span.start]
    index = sentence.index - 1
    heads = _heads(document, sentence.index, {t.index for t in before})
    if not heads and index >= 0 and document.sentences[index].block == sentence.block:
        heads = _heads(document, index, None)
    if not heads:
        return None
    first = heads[0]
    return Holder((word_of(first),), names=frozenset(word_of(h) for h in heads), span=pronoun.span)


def _heads(document: Document, sentence: int, among: set[int] | None) -> list[Token]:
    found = []
    for clause in document.clauses_touching(document.sentences[sentence].span):
        if clause.sentence != sentence:
            continue
        for argument in clause.arguments:
            head = document.tokens[argument.head]
            if argument.role is Role.MODIFIER or head.tag not in {"NN", "NNS", "NNP"}:
                continue
            if (among is None or head.index in among) and head not in found:
                found.append(head)
    return found
