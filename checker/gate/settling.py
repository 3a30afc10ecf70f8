"""Takes into account what is known of findings: comments in the articles, editors' decisions, a baseline.

What silences a finding must say why; a comment or a decision that is invalid, without a reason, past its day or of no
use is a result itself, of the rule ``suppressions``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checker.gate.baseline import Baseline, KnownFinding
from checker.gate.comments import Comment
from checker.gate.decisions import DecisionFile
from checker.gate.faults import fault_comments, fault_decisions, is_expired, tell
from checker.gate.matching import Match, absolute_paths, match_records
from checker.model import Decision, Disposition, Outcome, Result, Severity, Suppression

IN_SOURCE, EXTERNAL = "in-source", "external"


def settle(
    outcome: Outcome,
    *,
    comments: Sequence[Comment] = (),
    decisions: DecisionFile | None = None,
    baseline: Baseline | None = None,
    today: date | None = None,
    ran: Collection[str] | None = None,
    severity: Severity = Severity.WARNING,
    faults: bool = True,
) -> Outcome:
    """The outcome with each result open, suppressed or known, and with results on what silences them.

    A comment goes before a decision, and both before the baseline. ``ran`` are the rules that read the articles (None:
    all), ``severity`` is that of results on comments and decisions, which ``faults`` asks for. What silences nothing is
    only called so where it could have: in an article that was compared, or a decision whose articles all were.
    """
    paths = absolute_paths(outcome.report)
    decided = _match(outcome, decisions, paths)
    known: Mapping[str, Match[KnownFinding]] = {}
    if baseline is not None:
        known = match_records(outcome.report.findings, baseline.entries, paths, baseline.path.resolve().parent)
    used: set[Comment] = set()
    results = []
    for result in outcome.results:
        speaking = [one for one in comments if not one.flaw and one.silences(result.finding.rule, result.place)]
        used.update(speaking)
        name = result.finding.fingerprint
        in_baseline = name in known and known[name].same is not None
        results.append(_settle_one(result, speaking, decided.get(name), today, in_baseline=in_baseline))
    if faults:
        wrong = [
            *fault_comments(comments, used, outcome, ran),
            *fault_decisions(decisions, decided, outcome, today, ran),
        ]
        wrong.sort(key=lambda fault: (fault.place.path, fault.place.line, fault.place.column))
        results += [tell(fault, number, severity) for number, fault in enumerate(wrong, 1)]
    order = {one: number for number, one in enumerate(Severity)}
    results.sort(key=lambda result: order[result.finding.severity])
    return replace(outcome, results=tuple(results), remarks=(*outcome.remarks, *_remark(decisions, today)))


def _match(outcome: Outcome, decisions: DecisionFile | None, paths: Mapping[str, str]) -> dict[str, Match[Decision]]:
    if decisions is None:
        return {}
    # Of several on one question with other answers, the one made last is the one told.
    dated = sorted(decisions.decisions, key=lambda decision: decision.when)
    return match_records(outcome.report.findings, dated, paths, decisions.path.resolve().parent)


def _settle_one(
    result: Result, speaking: Sequence[Comment], match: Match[Decision] | None, today: date | None, *, in_baseline: bool
) -> Result:
    comment = next((one for one in speaking if one.reason), None)
    if comment is not None:
        return _suppress(result, Suppression(IN_SOURCE, comment.reason))
    same = match.same if match is not None else None
    if same is not None and same.status.silences and same.reason.strip() and not is_expired(same, today):
        return _suppress(result, Suppression(EXTERNAL, same.reason, same))
    told = same or (match.earlier if match is not None else None) or result.earlier
    return replace(result, disposition=Disposition.KNOWN if in_baseline else result.disposition, earlier=told)


def _suppress(result: Result, suppression: Suppression) -> Result:
    return replace(result, disposition=Disposition.SUPPRESSED, suppression=suppression)


def _remark(decisions: DecisionFile | None, today: date | None) -> Iterable[str]:
    dated = [one for one in decisions.decisions if one.expires] if decisions is not None else []
    if dated and today is None:
        word = "decision has" if len(dated) == 1 else "decisions have"
        yield f"{len(dated)} {word} a last day, which was not looked at: --today gives the day to judge by"
