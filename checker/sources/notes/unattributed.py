"""Disputed answers with nobody credited near them: an article vouches for one itself, and others answer otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Claim, Finding, Kind, Rule
from checker.sources.behind import Behind
from checker.sources.cutting import cut_evidence
from checker.sources.nearby import distance_of_credit, is_issuer
from checker.sources.notes.making import Remark, make_note

BESIDE = 1
"""Sentences off at which a credit still covers an answer."""

SHOWN = 4
"""Answers that one note cites at most."""


def note_unattributed(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    behind: Behind,
    rules: Mapping[str, Rule],
    event: str,
    beside: int = BESIDE,
) -> Iterator[Remark]:
    """A note for each contradiction with answers for which nobody is credited; the weightiest first.

    ``beside`` is how many sentences off a credit still covers an answer. A sentence is noted once: two rules may read
    two answers from it, and an editor mends it in one go.
    """
    by_place = {(c.article, c.span.start, c.span.end, c.rule): c for c in reversed(claims)}
    disputed = [f for f in findings if f.kind is Kind.CONTRADICTION]
    disputed.sort(key=lambda f: (rules[f.rule].stake if f.rule in rules else 9, -f.confidence, f.fingerprint))
    noted: set[tuple[str, int]] = set()
    for number, finding in enumerate(disputed):
        bare: dict[str, Claim] = {}
        for evidence in finding.evidence:
            claim = by_place.get((evidence.article, evidence.start, evidence.end, finding.rule))
            if claim is None or (claim.article, claim.sentence) in noted or not _is_bare(claim, behind, beside):
                continue
            bare.setdefault(claim.article, claim)
        if bare:
            noted.update((c.article, c.sentence) for c in bare.values())
            yield _note(finding, list(bare.values()), behind, event, number / len(disputed), beside)


def _is_bare(claim: Claim, behind: Behind, beside: int) -> bool:
    """Whether the article vouches for a claim itself: nobody is credited in its sentence or near enough to it."""
    if claim.headline or claim.sentence < 0 or is_issuer(behind.outlet(claim.article)):
        return False
    distance = distance_of_credit(claim, behind)
    return distance is None or distance > beside


def _note(finding: Finding, bare: Sequence[Claim], behind: Behind, event: str, rank: float, beside: int) -> Remark:
    outlets = list(dict.fromkeys(behind.outlet(c.article) for c in bare))
    names = f"{', '.join(outlets[:-1])} and {outlets[-1]}" if len(outlets) > 1 else outlets[0]
    verb, voice = ("answer", "their own voices") if len(outlets) > 1 else ("answers", "its own voice")
    return make_note(
        "no_attribution",
        event,
        0.6 - 0.1 * rank,
        question=f"who says so? ({finding.question})",
        message=f"{finding.question} {names} {verb} in {voice}, and it is disputed here",
        difference="nobody is credited in the sentence" + (" or beside it" if beside else ""),
        clears="say in the same sentence who says so, or what shows it",
        about=dict.fromkeys(c.article for c in bare),
        subject=(finding.question_key,),
        values=(finding.fingerprint,),
        origins=(c.origin for c in bare),
        evidence=(
            cut_evidence(behind.documents[c.article], c.span, c.value.normalized, limit=140) for c in bare[:SHOWN]
        ),
    )
