"""The record of outlets over several reports: what counts, what counts once, and files that are no history."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from checker import Article, Report, check
from checker.model import OutletRecord
from checker.sources.history import HistoryError, list_history, read_history, record_report

AGREE = "The fire at Port Ellery killed 12 people on Monday. The ferry carried 142 passengers."


def article(name: str, outlet: str | None, text: str) -> Article:
    return Article(id=name, source=outlet, text=text, published="2031-05-03")


def report(*articles: Article) -> Report:
    return check(articles, one_event=True)


@pytest.fixture
def agreeing() -> Report:
    return report(
        article("a", "Coast Wire", AGREE),
        article(
            "b", "Daily Post", "Twelve people were killed in the fire at Port Ellery. The ferry carried 142 people."
        ),
    )


def test_a_history_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    assert read_history(tmp_path / "new.db") == {}
    (tmp_path / "empty.db").touch()
    assert read_history(tmp_path / "empty.db") == {}


def test_what_origins_agree_on_is_recorded_for_each_outlet(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    assert record_report(path, agreeing) == 2
    records = read_history(path)
    assert set(records) == {"Coast Wire", "Daily Post"}
    assert all(record.agreed and not record.disagreed for record in records.values())


def test_a_report_that_is_written_again_adds_nothing(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    record_report(path, agreeing)
    first = read_history(path)
    record_report(path, agreeing)
    assert read_history(path) == first


def test_the_comparison_that_tested_the_most_stands(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    record_report(path, agreeing)
    first = read_history(path)
    alone = report(article("a", "Coast Wire", AGREE))
    assert record_report(path, alone) == 0
    assert read_history(path) == first


def test_reports_on_other_articles_add_up(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    record_report(path, agreeing)
    before = read_history(path)["Coast Wire"]
    record_report(
        path,
        report(
            article("c", "Coast Wire", "The storm cut power to 900 homes on Friday."),
            article("d", "Radio Norte", "Power was cut to 900 homes by the storm on Friday."),
        ),
    )
    assert read_history(path)["Coast Wire"].tested > before.tested


def test_articles_of_the_report_at_hand_can_be_left_out(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    record_report(path, agreeing)
    assert read_history(path, without=agreeing.articles) == {}


def test_outlets_go_by_the_names_that_are_known_now(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "history.db"
    record_report(path, agreeing)
    records = read_history(path, rename=lambda name: "The Group")
    assert set(records) == {"The Group"}
    assert records["The Group"].tested == sum(r.tested for r in read_history(path).values())


def test_an_article_whose_outlet_is_not_known_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    known = article("b", "Daily Post", "Twelve people were killed in the fire at Port Ellery.")
    record_report(path, report(article("a", None, AGREE), known))
    assert set(read_history(path)) == {"Daily Post"}


def test_a_history_counts_in_the_grade_of_the_next_report(tmp_path: Path, agreeing: Report) -> None:
    record = OutletRecord("Coast Wire", 60, 0)
    (source,) = check([agreeing.articles[0]], history={"Coast Wire": record}).sources
    assert source.grade is not None
    assert source.grade.before == record


def test_fewer_than_ten_answers_are_too_few_to_judge() -> None:
    few, enough = OutletRecord("Coast Wire", 9, 0), OutletRecord("Daily Post", 9, 1)
    lines = list(list_history([few, enough]))
    assert lines[0].startswith("Daily Post")
    assert "95% interval" in lines[0]
    assert lines[1].endswith("too few claims to judge")


def test_reports_that_are_written_at_once_all_count(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    reports = [
        report(
            article("a", f"Post {n} Times", f"The storm cut power to {n}00 homes on Friday."),
            article("b", "Radio Norte", f"Power was cut to {n}00 homes by the storm on Friday."),
        )
        for n in range(2, 6)
    ]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: record_report(path, one), reports))
    assert {f"Post {n} Times" for n in range(2, 6)} <= set(read_history(path))


@pytest.mark.parametrize("content", [b"not a database at all, but a text that is longer than a header\n" * 20, b"{}"])
def test_a_file_that_is_no_history_is_refused_and_left_as_it_is(
    tmp_path: Path, content: bytes, agreeing: Report
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for use in (lambda: read_history(path), lambda: record_report(path, agreeing)):
        with pytest.raises(HistoryError, match=r"notes\.txt"):
            use()
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused(tmp_path: Path, agreeing: Report) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE things (name TEXT)")
    base.close()
    with pytest.raises(HistoryError, match="something else"):
        record_report(path, agreeing)
    with pytest.raises(HistoryError, match="something else"):
        read_history(path)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="folder"):
        read_history(tmp_path / "nowhere" / "history.db")
