"""What would clear a finding, said to whoever writes the new article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.gate.phrasing import group_answers, name_source
from checker.model import Claim, Finding, Kind, Place, ValueType
from checker.values.reckoned import ReckonedValue

# By what is in dispute: what to look at first.
CHECKS: Mapping[ValueType, str] = {
    **dict.fromkeys(
        (ValueType.NUMBER, ValueType.MONEY, ValueType.PERCENT, ValueType.ORDINAL),
        "check the figure against {others}; if both hold, say what each one counts and as of when",
    ),
    **dict.fromkeys(
        (ValueType.DATE, ValueType.TIME, ValueType.DURATION, ValueType.SET),
        "check the time against {others}; if both hold, say what happened at which",
    ),
    **dict.fromkeys(
        (ValueType.PERSON, ValueType.ORGANISATION, ValueType.ROLE),
        "check the name or title against {others}; if both hold, say who did which",
    ),
    ValueType.PLACE: "check the place against {others}; if both hold, say what happened at which",
    ValueType.QUOTE: "check the words against a recording or transcript; if both were said, say when and to whom",
}


def hint(finding: Finding, place: Place, related: Sequence[Place], claim: Claim | None) -> str:
    """What would clear the finding; ``claim`` is the new article's, where one is known."""
    names = list(dict.fromkeys(name_source(p) for group in group_answers(place, related) for p in group))
    others = names[0] if len(names) == 1 else "the others"
    if finding.kind is Kind.UPDATE:
        return f"carry what is known last, or say as of when each answer held ({others})" if names else ""
    if claim is not None and isinstance(claim.value, ReckonedValue):
        return finding.why.clears
    if finding.kind is Kind.CONTRADICTION and names and claim is not None and claim.value.type in CHECKS:
        if all(p.article == place.article for p in related):
            others = "your notes"
        return CHECKS[claim.value.type].format(others=others)
    return " ".join(finding.why.clears.split())
