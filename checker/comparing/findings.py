"""From questions to findings: what is set against what, in which words, and how loudly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.questions import Group, Linked
from checker.comparing.reasons import name_shared
from checker.linking.answers import Compared
from checker.model import Article, Claim, Evidence, Finding, Kind, Relation, Rule, Severity, Why
from checker.values.reckoned import ReckonedValue

KINDS = {
    Relation.CONTRADICT: Kind.CONTRADICTION,
    Relation.FRAMING: Kind.FRAMING,
    Relation.UPDATE: Kind.UPDATE,
}
SEVERITIES = {
    Kind.CONTRADICTION: Severity.ERROR,
    Kind.FRAMING: Severity.WARNING,
    Kind.UNMEASURED: Severity.WARNING,
    Kind.UPDATE: Severity.NOTE,
    Kind.SINGLE_SOURCE: Severity.NOTE,
    Kind.CREDIBILITY: Severity.NOTE,
}
MOST_ANSWERS = 3
"""Answers to one question that are set against each other at most."""

PER_ARTICLE = 2
"""Spans that one finding cites from one article."""


def quote_evidence(claim: Claim) -> Evidence:
    """The exact words of a claim."""
    return Evidence(claim.article, claim.field, claim.span.start, claim.span.end, claim.text, claim.value.normalized)


def subject_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The words that identify a question, whoever answers it."""
    return frozenset(word for claim in claims for word in (*claim.heads, *claim.concepts)) or frozenset(
        claim.asks for claim in claims
    )


def _name(claim: Claim, articles: Mapping[str, Article]) -> str:
    article = articles[claim.article]
    return article.source or article.id


def state_differences(
    question: Linked, rule: Rule, event: str, articles: Mapping[str, Article], order: Mapping[str, int]
) -> list[Finding]:
    """One finding for each relation among a question's answers: contradiction, framing, update."""
    found: list[Finding] = []
    if not question.differing:
        return found
    relations = _relations(question)
    for relation, kind in KINDS.items():
        edges = [c for c, own in zip(question.differing, relations, strict=True) if own is relation]
        touched = {claim.id for c in edges for claim in (c.link.one, c.link.other)}
        # Twice the same from one article, in words that were not compared with each other, is one answer.
        answers = len({_stand_for(g) for g in question.groups if any(claim.id in touched for claim in g.claims)})
        # Four accounts of one thing are hardly ever that: they are of several things that go by one name.
        if edges and (kind is not Kind.CONTRADICTION or answers <= MOST_ANSWERS):
            found.append(_state(question, edges, kind, rule, event, articles, order))
    return found


def _relations(question: Linked) -> list[Relation]:
    """What each differing link says; an update where another link between the same two answers knows which came later.

    An undated reprint of the earlier answer does not make a contradiction of what its dated twin shows to be news.
    """
    answer = {claim.id: number for number, group in enumerate(question.groups) for claim in group.claims}
    ends = [frozenset((answer[c.link.one.id], answer[c.link.other.id])) for c in question.differing]
    told = [c.verdict.relation for c in question.differing]
    later = {pair for pair, relation in zip(ends, told, strict=True) if relation is Relation.UPDATE}
    return [
        Relation.UPDATE if relation is Relation.CONTRADICT and pair in later else relation
        for pair, relation in zip(ends, told, strict=True)
    ]


def _state(
    question: Linked,
    edges: Sequence[Compared],
    kind: Kind,
    rule: Rule,
    event: str,
    articles: Mapping[str, Article],
    order: Mapping[str, int],
) -> Finding:
    best = max(edges, key=lambda c: (c.link.score, -order[c.link.one.id], -order[c.link.other.id]))
    touched = {claim.id for c in edges for claim in (c.link.one, c.link.other)}
    groups = [g for g in question.groups if any(claim.id in touched for claim in g.claims)]
    cited: list[Claim] = []
    for group in groups:
        heads = frozenset(w for c in group.claims if c.id in touched for w in c.heads)
        for article in sorted(group.articles, key=lambda a: min(order[c.id] for c in group.claims if c.article == a)):
            inside = sorted(
                (c for c in group.claims if c.article == article and (c.id in touched or not heads or c.heads & heads)),
                key=lambda c: (c.id not in touched, order[c.id]),
            )
            cited.extend(_apart(inside))
    counts: dict[str, int] = {}
    evidence = []
    for claim in cited:
        counts[claim.article] = counts.get(claim.article, 0) + 1
        if counts[claim.article] <= PER_ARTICLE:
            evidence.append(quote_evidence(claim))
    said: dict[str, list[Claim]] = {}
    for group in groups:
        said.setdefault(_stand_for(group), []).extend(c for c in cited if c in group.claims)
    alike = len({claims[0].value.text.casefold() for claims in said.values()}) < len(said)
    message = " beside ".join(_say_answer(claims, articles, whole=alike) for claims in said.values())
    if isinstance(best.link.one.value, ReckonedValue):
        message = f"{QUOTED.sub(_trim, best.verdict.reason)} ({_name(best.link.one, articles)})"
    # Neither the words nor the values may depend on which link happens to be best: one more outlet can change that.
    told: dict[str, list[Claim]] = {}
    for group in groups:
        told.setdefault(_stand_for(group), []).extend(c for c in group.claims if c.id in touched)
    subject = subject_of(min(claims, key=_wording) for claims in told.values())
    severity = rule.severity if kind is Kind.CONTRADICTION else SEVERITIES[kind]
    return Finding(
        id="",
        fingerprint=fingerprint(rule.id, kind, subject, told),
        question_key=key_question(rule.id, subject),
        rule=rule.id,
        kind=kind,
        severity=severity,
        confidence=round(min(0.99, best.link.score), 2),
        question=best.link.one.asks,
        message=message,
        why=Why(name_shared(best.link), QUOTED.sub(_trim, _reason(best)), _what_clears(kind, best.link.one)),
        origins=tuple(sorted({claim.origin for claim in cited})),
        evidence=tuple(evidence),
        event=event,
        answers=tuple(tuple(sorted({c.value.normalized for c in group.claims})) for group in groups),
    )


def _reason(item: Compared) -> str:
    """What a comparison says; with the passages in the place of two values in the same words ("closed", "closed")."""
    one, other = item.link.one, item.link.other
    said = f"“{one.value.text}” beside “{other.value.text}”"
    if one.value.text.casefold() != other.value.text.casefold():
        return item.verdict.reason
    return item.verdict.reason.replace(said, f"“{one.text}” beside “{other.text}”", 1)


def _wording(claim: Claim) -> tuple[list[str], list[str], str]:
    """What a claim is about, to choose among those that give one answer whatever order they come in."""
    return sorted(claim.heads), sorted(claim.concepts), claim.asks


def _stand_for(group: Group) -> str:
    """The value that stands for an answer: the most exact telling of it, which vaguer ones leave in its place."""
    return max((claim.value.normalized for claim in group.claims), key=lambda one: (one[:1].isalnum(), len(one), one))


def _say_answer(claims: Sequence[Claim], articles: Mapping[str, Article], *, whole: bool) -> str:
    """One answer in a line: its words, or the ``whole`` passage where these are another one's too, and who gives it."""
    text = claims[0].text if whole else claims[0].value.text
    words = LOOSE.sub("", text) or text
    if len(words) > SAID:
        words = f"{words[:SAID].rsplit(' ', 1)[0]} …"
    names = list(dict.fromkeys(_name(claim, articles) for claim in claims))
    others = f" and {len(names) - NAMED} more" if len(names) > NAMED + 1 else ""
    return f"“{words}” ({', '.join(names[:NAMED] if others else names)}{others})"


QUOTED = re.compile("“([^”]+)”")
LOOSE = re.compile(r"(?:[\s,;:]|(?<=\w{3})\.|\b(?:of|the|an?|and|with|that|than))+$", re.I)
"""What a quotation in a message does not end in: stops, and words that only lead on to the next."""


def _trim(quoted: re.Match[str]) -> str:
    """A quotation without the loose end that its window left; as it was where nothing else would stay."""
    return f"“{LOOSE.sub('', quoted[1]) or quoted[1]}”"


SAID, NAMED = 70, 2
"""Characters of an answer, and outlets that give it, that a message says."""


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """The first claims of an article whose words do not overlap: at most as many as one finding cites."""
    chosen: list[Claim] = []
    for claim in claims:
        if len(chosen) < PER_ARTICLE and not any(claim.span.overlaps(other.span) for other in chosen):
            chosen.append(claim)
    return chosen


def _what_clears(kind: Kind, claim: Claim) -> str:
    if isinstance(claim.value, ReckonedValue):
        return "reckon it again and correct what is wrong: the two cannot both hold"
    match kind:
        case Kind.CONTRADICTION:
            return "ask which answer holds, or show that the two speak of different things"
        case Kind.UPDATE:
            return "carry the later answer, or say as of when the earlier one held"
        case _:
            return (
                "choose the wording that the documents or a named person bear out, or attribute it in the same sentence"
            )
