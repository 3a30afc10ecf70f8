"""Every rule does what its case file says, and every rule has one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker.cases import Case, failures, parse_together, read_cases
from checker.model import Parse
from checker.registry import find_rules
from checker.run import check

FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@cache
def parse_of(rule: str) -> Parse:
    """The cases of one file, parsed together: one by one, the parser took a fifth of the time of these tests."""
    return parse_together(case for case in CASES if case.rule == rule)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case: Case) -> None:
    report = check(case.articles, one_event=True, everything=True, parse=parse_of(case.rule))
    assert not list(failures(case, report))


@pytest.mark.parametrize("rule", [found.rule.id for found in find_rules()])
def test_every_rule_has_cases_and_a_third_of_them_find_nothing(rule: str) -> None:
    cases = [case for case in CASES if case.rule == rule]
    quiet = [case for case in cases if any(e.what == "nothing" for e in case.expectations)]
    assert len(cases) >= 15
    assert len(quiet) * 3 >= len(cases)
