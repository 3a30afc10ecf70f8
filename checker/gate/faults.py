"""What is wrong with comments and decisions, as results of the rule ``suppressions``."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.comparing.fingerprints import fingerprint, key_question
from checker.gate.baseline import is_all_here
from checker.gate.comments import Comment
from checker.gate.decisions import DecisionFile
from checker.gate.matching import Match, absolute_paths
from checker.gate.pointing import point
from checker.model import Decision, Evidence, Finding, Kind, Outcome, Place, Result, Severity, Span, Why

RULE = "suppressions"
"""The rule that results on comments and decisions are filed under."""

QUESTION = "is what silences findings in order?"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a comment or a decision, where, and what would put it right."""

    place: Place
    what: str
    message: str
    clears: str
    evidence: tuple[Evidence, ...] = ()


def is_expired(decision: Decision, today: date | None) -> bool:
    """Whether its last day is past; never without a day to judge by."""
    return today is not None and decision.expires is not None and decision.expires < today


def fault_comments(
    comments: Collection[Comment], used: Collection[Comment], outcome: Outcome, ran: Collection[str] | None
) -> Iterator[Fault]:
    """Faults of comments; ``used`` are those that silenced a result, ``ran`` the rules that ran (None: all)."""
    texts = {article.id: article.text for article in outcome.report.articles}
    compared = {name for event in outcome.report.events if len(event.articles) > 1 for name in event.articles}
    for comment in comments:
        if comment.flaw:
            what, message = "invalid", f"this comment cannot be used: {comment.flaw}"
            clears = "write <!-- checker: ignore-next[rule] -- reason -->"
        elif not comment.reason:
            what, message = "reasonless", "this comment gives no reason, so it silences nothing"
            clears = "say why behind two hyphens: -- reason"
        elif comment not in used and comment.article in compared and _could_speak(comment, ran):
            what, message, clears = "unused", "this comment silences nothing", "take it out"
        else:
            continue
        place = comment.place
        held = texts.get(comment.article, "")[place.start : place.end] == place.text
        evidence = (Evidence(comment.article, "text", place.start, place.end, place.text, ""),) if held else ()
        yield Fault(place, what, message, clears, evidence)


def _could_speak(comment: Comment, ran: Collection[str] | None) -> bool:
    return ran is None or comment.rules is None or bool(comment.rules & set(ran))


def fault_decisions(
    decisions: DecisionFile | None,
    decided: Mapping[str, Match[Decision]],
    outcome: Outcome,
    today: date | None,
    ran: Collection[str] | None,
) -> Iterator[Fault]:
    """What is wrong with a file of decisions; ``decided`` says which of them each finding has."""
    if decisions is None:
        return
    lines = _Lines(decisions.path, outcome.root)
    for flaw in decisions.flaws:
        clears = "put the line right, or take it out"
        yield Fault(lines.place(flaw.line), "invalid", f"this line is no decision: {flaw.reason}", clears)
    concerned = {result.finding.fingerprint for result in outcome.results}
    same = {match.same.fingerprint for name, match in decided.items() if match.same and name in concerned}
    told = {one.fingerprint for match in decided.values() for one in (match.same, match.earlier) if one}
    here = set(absolute_paths(outcome.report).values())
    new = {path for name, path in absolute_paths(outcome.report).items() if name in outcome.new}
    folder = decisions.path.resolve().parent
    for placed in decisions.placed:
        decision, place = placed.decision, lines.place(placed.line)
        about = f"{decision.status} ({decision.rule}{f': {decision.question}' if decision.question else ''})"
        if decision.fingerprint in same and is_expired(decision, today):
            message = f"this decision held until {decision.expires}: {about}"
            yield Fault(place, "expired", message, "decide again, or put the article right")
        elif decision.fingerprint in same and decision.status.silences and not decision.reason.strip():
            message = f"this decision gives no reason, so it silences nothing: {about}"
            yield Fault(place, "reasonless", message, "say why in its reason")
        elif (
            decision.fingerprint not in told
            and (ran is None or decision.rule in ran)
            and (len(decision.values) > 1 or not (outcome.report.left_out or outcome.report.unsaid))
            and new & {os.path.normpath(folder / one) for one in decision.articles}
            and is_all_here(decision.articles, here, folder)
        ):
            yield Fault(place, "unused", f"the finding of this decision is gone: {about}", "take the line out")


class _Lines:
    """Places of lines of a file, which is read when the first is asked for."""

    def __init__(self, path: Path, root: str) -> None:
        self._path, self._root, self._text = path, root, ""

    def place(self, line: int) -> Place:
        if not self._text:
            self._text = self._path.read_bytes().decode("utf-8-sig")
        lines = self._text.split("\n")
        start = sum(len(one) + 1 for one in lines[: line - 1])
        span = Span(start, start + len(lines[line - 1].rstrip("\r")))
        return point(self._text, span, path=str(self._path), root=self._root)


def tell(fault: Fault, number: int, severity: Severity) -> Result:
    """A fault as a result, the ``number``-th of its outcome."""
    subject = (fault.place.path, fault.place.text, fault.what)
    finding = Finding(
        id=f"s{number}",
        # The number keeps two equal comments of one file apart.
        fingerprint=fingerprint(RULE, Kind.UNMEASURED, subject, [str(number)]),
        question_key=key_question(RULE, subject),
        rule=RULE,
        kind=Kind.UNMEASURED,
        severity=severity,
        confidence=1.0,
        question=QUESTION,
        message=fault.message,
        why=Why((), fault.what, fault.clears),
        origins=(),
        evidence=fault.evidence,
    )
    return Result(finding=finding, place=fault.place, related=(), hint=fault.clears, message=fault.message)
