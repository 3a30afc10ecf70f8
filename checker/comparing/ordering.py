"""The order of findings in a report: what an editor should read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from checker.model import Finding, Kind, Rule, Severity


def number_findings(
    findings: Sequence[Finding], rules: Mapping[str, Rule], *, everything: bool = False
) -> list[Finding]:
    """Findings in order of weight, with ids.

    Severity comes first, then what is at stake, then how many origins stand behind it, then confidence. With
    ``everything``, what two rules say in the same words is told twice.
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
    ordered = sorted(findings, key=weight)
    return [replace(f, id=f"f{next(numbers)}") for f in (ordered if everything else drop_doubles(ordered))]


def drop_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what an earlier finding says already: two rules may read one disagreement from the same words.

    It is the same one when it is of the same kind and sets the same words against each other at the same places.
    """
    kept: dict[tuple[str, str, str], list[Finding]] = {}
    result = []
    for finding in findings:
        earlier = kept.setdefault((finding.event, finding.kind, finding.message), [])
        if any(_cites_same(finding, other) for other in earlier):
            continue
        earlier.append(finding)
        result.append(finding)
    return result


def _cites_same(one: Finding, other: Finding) -> bool:
    return len(one.evidence) == len(other.evidence) and all(
        (a.article, a.field) == (b.article, b.field) and a.start < b.end and b.start < a.end
        for a, b in zip(one.evidence, other.evidence, strict=True)
    )
