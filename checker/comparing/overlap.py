"""One disagreement, one finding: the rule on whole sentences yields to the one that read the answer in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Finding, Kind

WHOLE_SENTENCES = "wording"
"""The rule whose findings are general: whatever it finds, a rule that read the value says better."""

STRANGERS = "stranger"
"""The rule that only says that two names stand in one place: every other rule says better what they answer."""

DIFFERENCES = frozenset({Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE})


LOUDNESS = {Kind.CONTRADICTION: 0, Kind.FRAMING: 1, Kind.UPDATE: 2}


def drop_repeated(findings: Sequence[Finding], *, everything: bool = False) -> list[Finding]:
    """The findings without those on whole sentences that another finding cites, or says, of the same two articles.

    Of two findings that set the same words against each other, the louder stands; of equals, the first. With
    ``everything``, what two rules say of the same words is told twice.
    """
    differing = [f for f in findings if f.kind in DIFFERENCES and f.rule != STRANGERS]
    if not everything:
        findings = [f for f in findings if f.rule != STRANGERS or not any(_covers(other, f) for other in differing)]
    others = [f for f in findings if f.rule not in (WHOLE_SENTENCES, STRANGERS) and f.kind in DIFFERENCES]
    kept = [
        f
        for f in findings
        if f.rule != WHOLE_SENTENCES or not any(_replaces(other, f) or _gives(other, f) for other in others)
    ]
    repeated: set[int] = set()
    for rule in {f.rule for f in others}:
        alike = sorted((f for f in others if f.rule == rule), key=lambda f: LOUDNESS[f.kind])
        for at, finding in enumerate(alike):
            if any(id(other) not in repeated and _says(other, finding) for other in alike[:at]):
                repeated.add(id(finding))
    if everything:
        return [f for f in kept if id(f) not in repeated]
    told = sorted((f for f in kept if f.kind in DIFFERENCES and id(f) not in repeated), key=lambda f: LOUDNESS[f.kind])
    for at, finding in enumerate(told):
        if any(id(other) not in repeated and _is_same(other, finding) for other in told[:at]):
            repeated.add(id(finding))
    return [f for f in kept if id(f) not in repeated]


def _replaces(one: Finding, other: Finding) -> bool:
    """Whether a finding says better what one on whole sentences says; a quieter one only of the same words."""
    if not _covers(one, other):
        return False
    return LOUDNESS[one.kind] <= LOUDNESS[other.kind] or _names_words(one, other)


def _names_words(one: Finding, other: Finding) -> bool:
    """Whether the words that a finding sets against each other are all of the words of another."""
    said = _quoted(one) or {e.text.lower() for e in one.evidence}
    return all(any(b in a or a in b for a in said) for b in _quoted(other))


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two rules set the same words of the same passages against each other.

    Either the difference lies in the same words, or all passages of the one are the other's and share a word of it.
    """
    if one.rule == other.rule or not _covers(one, other):
        return False
    mine, theirs = _quoted(one), _quoted(other)
    same = [any(a in b or b in a for a in mine) for b in theirs]
    return any(same) and ((len(same) > 1 and all(same)) or _says(one, other))


def _quoted(finding: Finding) -> frozenset[str]:
    """The words of the articles that the difference is said with, lower-cased."""
    return frozenset(words.lower() for words in QUOTED.findall(finding.why.difference))


QUOTED = re.compile("“([^”]{3,})”")


def _says(one: Finding, other: Finding) -> bool:
    """Whether every citation of a finding lies under one of another's."""
    return all(
        any(a.article == b.article and a.field == b.field and a.start < b.end and b.start < a.end for a in one.evidence)
        for b in other.evidence
    )


def _gives(one: Finding, other: Finding) -> bool:
    """Whether a finding's two answers are what two cited sentences differ in, elsewhere in the same two articles."""
    answers = {e.article: e.value for e in reversed(one.evidence)}
    words = {e.article: set(e.value.split()) for e in reversed(other.evidence)}
    if len(words) != 2 or not words.keys() <= answers.keys():
        return False
    (a, mine), (b, theirs) = sorted(words.items())
    return answers[a] in mine - theirs and answers[b] in theirs - mine


def _covers(one: Finding, other: Finding) -> bool:
    shared = {
        a.article
        for a in one.evidence
        for b in other.evidence
        if a.article == b.article and a.field == b.field and a.start < b.end and b.start < a.end
    }
    return len(shared) > 1
