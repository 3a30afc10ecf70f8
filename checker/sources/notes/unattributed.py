"""Disputed answers with nobody credited near them: an article vouches for one itself, and others answer otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Claim, Document, Finding, Kind, Rule
from checker.reading.masthead import words_of
from checker.sources.behind import Behind
from checker.sources.cutting import cut_evidence
from checker.sources.naming import WORDS
from checker.sources.notes.making import Remark, make_note

SHOWN = 4
"""Answers that one note cites at most."""


def note_unattributed(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    behind: Behind,
    rules: Mapping[str, Rule],
    event: str,
) -> Iterator[Remark]:
    """A note for each contradiction with answers for which nobody is credited; the weightiest first."""
    by_place = {(c.article, c.span.start, c.span.end, c.rule): c for c in reversed(claims)}
    disputed = [f for f in findings if f.kind is Kind.CONTRADICTION]
    disputed.sort(key=lambda f: (rules[f.rule].stake if f.rule in rules else 9, -f.confidence, f.fingerprint))
    for number, finding in enumerate(disputed):
        bare: dict[str, Claim] = {}
        for evidence in finding.evidence:
            claim = by_place.get((evidence.article, evidence.start, evidence.end, finding.rule))
            if claim is None or claim.headline or _is_issuer(behind.outlet(claim.article)):
                continue
            if _is_bare(claim, behind):
                bare.setdefault(claim.article, claim)
        if bare:
            yield _note(finding, list(bare.values()), behind, event, number / len(disputed))


def _is_issuer(outlet: str) -> bool:
    """Whether an outlet is a public body, which is its own source for what it announces."""
    return bool(words_of("institutions").intersection(WORDS.findall(outlet.casefold())))


def _is_bare(claim: Claim, behind: Behind) -> bool:
    """Whether the article vouches for a claim itself: nobody is credited in its sentence or in those beside it."""
    if claim.attribution or claim.sentence < 0 or behind.why_origin(claim) is not None:
        return False
    document = behind.documents[claim.article]
    near = {claim.sentence}
    for index in (claim.sentence - 1, claim.sentence + 1):
        if 0 <= index < len(document.sentences) and _in_one_block(document, index, claim.sentence):
            near.add(index)
    if any(c.sentence in near for c in behind.citations.get(claim.article, ())):
        return False
    return not any(clause.sentence in near and clause.attribution for clause in document.clauses)


def _in_one_block(document: Document, one: int, other: int) -> bool:
    return document.sentences[one].block == document.sentences[other].block


def _note(finding: Finding, bare: Sequence[Claim], behind: Behind, event: str, rank: float) -> Remark:
    outlets = list(dict.fromkeys(behind.outlet(c.article) for c in bare))
    names = f"{', '.join(outlets[:-1])} and {outlets[-1]}" if len(outlets) > 1 else outlets[0]
    verb, voice = ("answer", "their own voices") if len(outlets) > 1 else ("answers", "its own voice")
    return make_note(
        "no_attribution",
        event,
        0.6 - 0.1 * rank,
        question=f"who says so? ({finding.question})",
        message=f"{finding.question} {names} {verb} in {voice}, and it is disputed here",
        difference="nobody is credited in the sentence or beside it",
        clears="say in the same sentence who says so, or what shows it",
        about=dict.fromkeys(c.article for c in bare),
        subject=(finding.question_key,),
        origins=(c.origin for c in bare),
        evidence=(
            cut_evidence(behind.documents[c.article], c.span, c.value.normalized, limit=140) for c in bare[:SHOWN]
        ),
    )
