"""Every rule does what its case file says, and every rule has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cases import Case, failures, read_cases
from checker.registry import find_rules
from checker.run import check

FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case: Case) -> None:
    report = check(case.articles, one_event=True, everything=True)
    assert not list(failures(case, report))


@pytest.mark.parametrize("rule", [found.rule.id for found in find_rules()])
def test_every_rule_has_cases_and_a_third_of_them_find_nothing(rule: str) -> None:
    cases = [case for case in CASES if case.rule == rule]
    quiet = [case for case in cases if any(e.what == "nothing" for e in case.expectations)]
    assert len(cases) >= 15
    assert len(quiet) * 3 >= len(cases)
