"""The Markdown report, the table of claims and the matrix."""

from __future__ import annotations

import csv
import io
import re

import pytest
from sample_extremes import hostile
from sample_report import empty, format_of, module, quiet, sample

from checker.formats import Options


def rows_of(name: str, report_text: str) -> list[list[str]]:
    assert name
    return list(csv.reader(io.StringIO(report_text)))


def test_markdown_shows_each_answer_in_a_table() -> None:
    text = format_of("markdown").write(sample(), Options())
    assert "### How many people were killed in the fire?" in text
    assert (
        "| **A** 12 people | The Harbour Post, citing the coast guard | “killed 12 people” | ferry/harbour.txt:3:58 |"
    ) in text


def test_markdown_has_the_matrix_with_signs_beside_words() -> None:
    text = format_of("markdown").write(sample(), Options())
    assert (
        "| How far has the agreement on fire drills come? | ≈ framing | **A** agreed | **B** under discussion |" in text
    )


def test_markdown_tables_have_the_same_number_of_cells_in_every_row() -> None:
    table: list[int] = []
    for line in format_of("markdown").write(hostile(), Options()).splitlines():
        if line.startswith("| "):
            table.append(len(re.findall(r"(?<!\\)\|", line)))
        else:
            assert len(set(table)) <= 1
            table = []


def test_markdown_lets_no_markup_mention_or_reference_through() -> None:
    text = format_of("markdown").write(hostile(), Options())
    assert not re.search(r"(?<!\\)<(?!!-- -->)", text)
    assert "@editor" not in text
    assert "#12" not in text
    assert "\x1b" not in text


def test_markdown_gives_the_day_only_when_it_is_told() -> None:
    from datetime import date

    assert "Written on" not in format_of("markdown").write(sample(), Options())
    assert "Written on 2031-05-20." in format_of("markdown").write(sample(), Options(today=date(2031, 5, 20)))


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [("1. one", "1\\. one"), ("# head", "\\# head"), ("a_b", "a\\_b"), ("- x", "\\- x"), ("a\nb", "a b")],
)
def test_markdown_text_stands_for_itself(raw: str, escaped: str) -> None:
    assert module("markdown").escape(raw) == escaped


def test_csv_has_a_row_for_each_claim() -> None:
    header, *rows = rows_of("csv", format_of("csv").write(sample(), Options()))
    assert len(rows) == len(sample().claims)
    first = dict(zip(header, rows[0], strict=True))
    assert first["text"] == "killed 12 people"
    assert first["place"] == "ferry/harbour.txt:3:58"
    assert first["event"] == "e1"


def test_csv_matrix_has_a_column_for_each_article() -> None:
    header, *rows = rows_of("csv-matrix", format_of("matrix").write(sample(), Options()))
    assert header[5:] == ["The Harbour Post", "Daily Tide", "Agence Nord", "gazette.html"]
    assert rows[2][4:] == ["framing", "agreed", "under discussion", "under discussion", ""]
    assert len(rows) == len(sample().questions)


@pytest.mark.parametrize("name", ["csv", "matrix"])
def test_csv_of_nothing_is_a_header(name: str) -> None:
    assert len(rows_of(name, format_of(name).write(empty(), Options()))) == 1


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+A1", "-A1", "-2+3"])
def test_csv_marks_formulas_as_text(cell: str) -> None:
    assert module("csv").protect(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3.5", "+12", "-40%", "12 people", ""])
def test_csv_leaves_numbers_and_words_alone(cell: str) -> None:
    assert module("csv").protect(cell) == cell


@pytest.mark.parametrize("name", ["markdown", "csv", "matrix"])
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    for make in (sample, quiet, hostile):
        assert format_of(name).write(make(), Options()) == format_of(name).write(make(), Options())
