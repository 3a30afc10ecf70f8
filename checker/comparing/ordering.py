"""The order of findings in a report: what an editor should read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from checker.model import Finding, Kind, Rule, Severity


def number_findings(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """Findings in order of weight, with ids.

    Severity comes first, then what is at stake, then how many origins stand behind it, then confidence.
    """
    severities = {s: n for n, s in enumerate(Severity)}
    kinds = {k: n for n, k in enumerate(Kind)}

    def weight(finding: Finding) -> tuple[object, ...]:
        stake = rules[finding.rule].stake if finding.rule in rules else 9
        where = tuple((e.article, e.start) for e in finding.evidence)
        return (
            severities[finding.severity],
            kinds[finding.kind],
            stake,
            -len(finding.origins),
            -finding.confidence,
            finding.event,
            where,
            finding.fingerprint,
        )

    numbers = count(1)
    return [replace(f, id=f"f{next(numbers)}") for f in sorted(findings, key=weight)]
