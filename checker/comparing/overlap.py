"""One disagreement, one finding: the rule on whole sentences yields to the one that read the answer in them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Finding, Kind

WHOLE_SENTENCES = "wording"
"""The rule whose findings are general: whatever it finds, a rule that read the value says better."""

DIFFERENCES = frozenset({Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE})


def drop_repeated(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those on whole sentences that another finding cites in the same two articles."""
    others = [f for f in findings if f.rule != WHOLE_SENTENCES and f.kind in DIFFERENCES]
    return [f for f in findings if f.rule != WHOLE_SENTENCES or not any(_covers(other, f) for other in others)]


def _covers(one: Finding, other: Finding) -> bool:
    shared = {
        a.article
        for a in one.evidence
        for b in other.evidence
        if a.article == b.article and a.field == b.field and a.start < b.end and b.start < a.end
    }
    return len(shared) > 1
