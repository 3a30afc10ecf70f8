"""How severe a result is where it stands: the configuration may say otherwise for some articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.config.paths import severity_at
from checker.model import Outcome, Result, Severity

if TYPE_CHECKING:
    from checker.config import Config


def weigh_by_path(outcome: Outcome, config: Config) -> Outcome:
    """The outcome with each result as severe as the configuration says for the new article that it stands in."""
    if not config.per_path:
        return outcome
    paths = {article.id: article.path for article in outcome.report.articles}
    order = {severity: number for number, severity in enumerate(Severity)}

    def weigh(result: Result) -> Result:
        said = severity_at(config, paths.get(result.place.article), result.finding.rule)
        return result if said is None else replace(result, finding=replace(result.finding, severity=said))

    results = sorted(map(weigh, outcome.results), key=lambda result: order[result.finding.severity])
    return replace(outcome, results=tuple(results))
