"""The outcome of a check as JUnit XML: a suite for each new article, a test case for each result in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from checker.formats import CheckFormat, CheckOptions
from checker.model import Disposition, InputStatus, Kind, Outcome, Result

from ..json import TOOL_NAME
from ..wording import REPLACEMENT, on_one_line, printable
from ._results import SEVERITIES, by_place, full_message, name_place, outlet, pick_related

# What XML 1.0 cannot hold beside what no format prints.
NOT_XML = re.compile("[\ufffe\uffff]")


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write failures for what fails the check, skips for what is suppressed, known or unmeasured, and passes."""
    root = Xml.Element("testsuites", name=TOOL_NAME)
    paths = {article.id: article.path or article.id for article in outcome.report.articles}
    shown = {result.place.article: result.place.path for result in outcome.results}
    groups: dict[str, list[Result]] = {shown.get(name, paths[name]): [] for name in outcome.new}
    for result in by_place(outcome.results):
        groups.setdefault(result.place.path, []).append(result)  # a file of decisions is no article
    for path, results in groups.items():
        cases = [_case(result, options) for result in results] or [Xml.Element("testcase", name="consistent")]
        _add_suite(root, path, cases)
    unread = [one for one in outcome.report.inputs if one.status is InputStatus.UNREADABLE]
    if unread:
        cases = []
        for one in unread:
            case = Xml.Element("testcase", name=_clean(one.path))
            Xml.SubElement(case, "error", message=_clean(one.reason or "not read"), type="unreadable")
            cases.append(case)
        _add_suite(root, "inputs", cases)
    for what in ("tests", "failures", "errors", "skipped"):
        root.set(what, str(sum(int(suite.get(what, "0")) for suite in root)))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _add_suite(root: Xml.Element, path: str, cases: Sequence[Xml.Element]) -> None:
    counts = {what: str(sum(case.find(tag) is not None for case in cases)) for what, tag in TAGS.items()}
    suite = Xml.SubElement(root, "testsuite", {"name": _clean(path), "tests": str(len(cases)), **counts})
    for case in cases:
        case.set("classname", _clean(path))
        suite.append(case)


TAGS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _case(result: Result, options: CheckOptions) -> Xml.Element:
    finding, place = result.finding, result.place
    case = Xml.Element("testcase", name=_clean(f"{finding.rule} {place.line}:{place.column}"))
    case.set("file", _clean(place.path))
    case.set("line", str(place.line))
    message = _clean(full_message(result, hint=False))
    if result.disposition is not Disposition.OPEN:
        why = result.suppression.justification if result.suppression else "known from the baseline"
        Xml.SubElement(case, "skipped", message=_clean(f"{result.disposition}: {why}"))
    elif fails(result, options):
        failure = Xml.SubElement(case, "failure", message=message, type=str(finding.severity))
        failure.text = _clean_lines(result)
    elif finding.kind is Kind.UNMEASURED:
        Xml.SubElement(case, "skipped", message=message)
    else:
        out = Xml.SubElement(case, "system-out")
        out.text = f"{finding.severity}: {message}\n{_clean_lines(result)}"
    return case


def fails(result: Result, options: CheckOptions) -> bool:
    """Whether an open result makes the check fail."""
    if options.strict and result.finding.kind is Kind.UNMEASURED:
        return True
    worst = options.fail_on
    return worst is not None and SEVERITIES.index(result.finding.severity) <= SEVERITIES.index(worst)


def _clean_lines(result: Result) -> str:
    lines = [f"{name_place(result.place)}: “{on_one_line(result.place.clause or result.place.text)}”"]
    related, more = pick_related(result)
    lines += [f"{outlet(p)}, {name_place(p)}: “{on_one_line(p.clause or p.text)}”" for p in related]
    if more:
        lines.append(f"and {more}")
    if result.hint:
        lines.append(f"To clear: {on_one_line(result.hint)}")
    return "\n".join(_clean(line) for line in lines)


def _clean(text: str) -> str:
    return NOT_XML.sub(REPLACEMENT, printable(text))


FORMAT = CheckFormat("junit", ".xml", write, "JUnit XML, a suite for each new article")
