"""Case files are read as written; what is wrong in one is named with its line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.cases import CaseError, Expectation, failures, holds, parse_together, read_cases
from checker.language import analyse_together
from checker.model import Article, Document, Span

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


def test_parsed_together_a_case_comes_to_what_it_comes_to_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = "\n## Nothing lost\n\n> **Coast Wire**: Nobody was told on Monday.\n\n- nothing\n"
    cases = read_cases(write(tmp_path, TEXT + second))
    alone = [check(case.articles, one_event=True) for case in cases]
    batches: list[int] = []

    def note(articles: Sequence[tuple[Article, Span | None]], **options: Any) -> list[Document]:
        batches.append(len(articles))
        return analyse_together(articles, **options)

    monkeypatch.setattr("checker.language.analyse_together", note)
    parse = parse_together(cases)
    assert [check(case.articles, one_event=True, parse=parse) for case in cases] == alone
    assert batches == [3]


def test_what_is_in_no_case_is_parsed_by_itself(tmp_path: Path) -> None:
    parse = parse_together(read_cases(write(tmp_path, TEXT)))
    asked: list[tuple[Article, Span | None]] = [(Article("a", "Nobody was hurt in the fire."), None)]
    asked.append((Article("b", "The mill will close and 430 workers will lose their jobs."), Span(0, 9)))
    assert [document for _, document in parse(asked)] == analyse_together(asked)


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
