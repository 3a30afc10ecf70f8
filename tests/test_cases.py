"""Case files are read as written; what is wrong in one is named with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker import check
from checker.cases import CaseError, Expectation, failures, holds, read_cases

TEXT = """# Cases

## Jobs lost

> **Harbour Post** (2031-05-06): The mill will close and 340 workers will lose their jobs.
> They were told on Monday.

> **Coast Wire**: The mill will close and 430 workers will lose their jobs.

- contradiction: "340 workers" | "430 workers"
- known miss: framing: "340 workers" | "430 workers"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "figures.md"
    path.write_text(text)
    return path


def test_a_case_has_its_sources_and_expectations(tmp_path: Path) -> None:
    (case,) = read_cases(write(tmp_path, TEXT))
    assert (case.rule, case.name) == ("figures", "Jobs lost")
    assert [a.source for a in case.articles] == ["Harbour Post", "Coast Wire"]
    assert case.articles[0].text.endswith("jobs.\nThey were told on Monday.")
    assert [a.published for a in case.articles] == [date(2031, 5, 6), None]
    assert [(e.what, e.known_miss) for e in case.expectations] == [("contradiction", False), ("framing", True)]
    assert case.expectations[0].snippets == ("340 workers", "430 workers")


def test_a_case_holds_where_the_report_says_so(tmp_path: Path) -> None:
    (case,) = read_cases(write(tmp_path, TEXT))
    report = check(case.articles, one_event=True)
    assert list(failures(case, report)) == []
    assert not holds(Expectation("nothing", (), "", False, 1), case, report)
    assert not holds(Expectation("contradiction", ("340 workers", "340 workers will"), "", False, 1), case, report)


def test_a_known_miss_that_is_found_fails_so_that_its_mark_goes(tmp_path: Path) -> None:
    (case,) = read_cases(write(tmp_path, TEXT.replace("- contradiction", "- known miss: contradiction")))
    (told,) = failures(case, check(case.articles, one_event=True))
    assert "found now" in told


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("- contradiction", "- quarrel", "quarrel"),
        ("- contradiction: ", "- Contradiction, ", "not an expectation"),
        ("> **Harbour Post** (2031-05-06): The", "The", "needs"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = TEXT.replace(old, new).replace(
        "> **Coast Wire**: The", "The" if says == "needs" else "> **Coast Wire**: The"
    )
    with pytest.raises(CaseError, match=says) as error:
        read_cases(write(tmp_path, text))
    assert "figures.md" in str(error.value)
