"""What the formats share: names, places, sides, context, highlights, the matrix and the first line."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_report import FINDINGS, HARBOUR, TIDE, empty, lonely, module, quiet, sample

from checker.formats import Options
from checker.model import Article, Evidence, Input, InputStatus, Kind, QuestionStatus, Report, Severity, Span

view, wording, summary = module("view"), module("wording"), module("summary")
highlight, grid = module("highlight"), module("grid")

TEXTS = st.text(alphabet='ab .\n\r"é—\u3042', max_size=80)


def view_of(report: Report, **options: Any) -> Any:
    return view.View(report, Options(**options))


def alone(article: Article) -> Report:
    return Report((article,), (), (), (), (), ())


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = view_of(alone(Article("a", text))).line_and_column("a", offset)
    lines = view.line_starts(text)
    assert line >= 1
    assert column >= 1
    assert lines[line - 1] + column - 1 == offset


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_kind_of_line_end_ends_one_line(end: str) -> None:
    shown = view_of(alone(Article("a", f"one{end}two{end}{end}four")))
    assert shown.line_and_column("a", len(f"one{end}two{end}{end}")) == (4, 1)


def test_an_outlet_with_two_articles_is_told_apart_by_file() -> None:
    twin = dataclasses.replace(TIDE, id="tide2", path="ferry/tide2.txt")
    assert view.name_outlets([HARBOUR, TIDE, twin]) == {
        "harbour": "The Harbour Post",
        "tide": "Daily Tide (tide.txt)",
        "tide2": "Daily Tide (tide2.txt)",
    }


def test_an_article_without_outlet_or_path_is_named_by_its_id() -> None:
    assert view.name_outlets([Article("x9", "")]) == {"x9": "x9"}


@pytest.mark.parametrize(
    ("path", "root", "shown"),
    [
        ("/news/ferry/a.txt", "/news", "ferry/a.txt"),
        ("/other/a.txt", "/news", "/other/a.txt"),
        ("ferry/a.txt", "/news", "ferry/a.txt"),
        ("/news/a.txt", None, "/news/a.txt"),
        ("-", None, "<stdin>"),
        (None, None, ""),
    ],
)
def test_paths_are_shown_from_the_root_they_lie_under(path: str | None, root: str | None, shown: str) -> None:
    assert view_of(empty(), root=root).path(path) == shown


def test_evidence_with_the_same_value_is_on_one_side() -> None:
    sides = view_of(sample()).sides(FINDINGS[2])
    assert [(s.letter, s.value, [c.outlet for c in s.citations]) for s in sides] == [
        ("A", "agreed", ["The Harbour Post"]),
        ("B", "under discussion", ["Daily Tide", "Agence Nord"]),
    ]


def test_a_value_that_is_its_words_is_not_said_twice() -> None:
    assert [s.value for s in view_of(sample()).sides(FINDINGS[3])] == ["", ""]


def test_the_words_of_the_value_are_found_inside_the_evidence() -> None:
    citation = view_of(sample()).sides(FINDINGS[0])[0].citations[0]
    assert citation.evidence.text[citation.start : citation.end] == "12"


def test_all_words_count_where_the_value_is_not_among_them() -> None:
    assert view.locate(Evidence("a", "text", 0, 5, "words", "value"), None) == (0, 5)


def test_only_origins_other_than_the_outlet_are_credited() -> None:
    citations = [c for s in view_of(sample()).sides(FINDINGS[0]) for c in s.citations]
    assert [c.origin for c in citations] == ["the coast guard", ""]


@given(st.integers(0, 3000))
def test_letters_of_sides_are_unique_and_capital(index: int) -> None:
    assert view.side_letter(index) != view.side_letter(index + 1)
    assert view.side_letter(index).isupper()


def test_letters_go_on_after_z() -> None:
    assert [view.side_letter(i) for i in (0, 25, 26, 27, 52, 702)] == ["A", "Z", "AA", "AB", "BA", "AAA"]


@given(TEXTS, st.data())
def test_a_context_holds_its_words_and_no_other_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    around = view.find_context(text, Span(start, end), around=10)
    assert 0 <= around.start <= start <= end <= around.end <= len(text)
    assert not set("\r\n") & set(text[around.start : start] + text[end : around.end])


def test_a_short_paragraph_is_shown_whole() -> None:
    text = "Before.\nThe ferry sank off the cape.\nAfter."
    start = text.index("sank")
    around = view.find_context(text, Span(start, start + 4))
    assert text[around.start : around.end] == "The ferry sank off the cape."
    assert (around.cut_before, around.cut_after) == (False, False)


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    text = "One here. " * 40 + "The ferry sank. " + "One there. " * 40
    start = text.index("sank")
    around = view.find_context(text, Span(start, start + 4), around=60)
    assert text[around.start : around.end].startswith("One here. One here.")
    assert (around.cut_before, around.cut_after) == (True, True)


@given(st.text())
def test_printable_text_keeps_its_length_and_can_be_encoded(text: str) -> None:
    shown = wording.printable(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert "\x1b" not in shown


@given(st.text(), st.integers(2, 40))
def test_shortened_text_is_no_longer_than_asked(text: str, length: int) -> None:
    assert len(wording.shorten(text, length)) <= length


def test_findings_are_grouped_by_kind_and_the_severe_come_first() -> None:
    loud = dataclasses.replace(FINDINGS[4], id="U2", severity=Severity.ERROR)
    groups = wording.group_by_kind([*FINDINGS, loud])
    assert [k for k, _ in groups] == [
        Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE, Kind.UNMEASURED, Kind.SINGLE_SOURCE,
    ]  # fmt: skip
    assert [f.id for f in dict(groups)[Kind.UPDATE]] == ["U2", "U1"]


def test_every_kind_has_its_words() -> None:
    assert set(wording.KINDS) == set(Kind)


def test_every_status_has_its_words_and_a_sign_of_its_own() -> None:
    assert set(grid.STATUSES) == set(QuestionStatus)
    assert len({words.sign for words in grid.STATUSES.values()}) == len(QuestionStatus)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=8)


@given(st.text(min_size=20, max_size=30), SPANS)
def test_pieces_add_up_to_the_text_and_cover_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    highlights = [highlight.Highlight(Span(s, s + n), f"F{s}", Kind.FRAMING) for s, n in spans]
    pieces = highlight.cut(text, highlights)
    assert "".join(p.text for p in pieces) == text
    valid = [h for h in highlights if h.span.start < h.span.end <= len(text)]
    covered = {i for h in valid for i in range(h.span.start, h.span.end)}
    at, marked = 0, set()
    for piece in pieces:
        marked |= set(range(at, at + len(piece.text))) if piece.marked else set()
        at += len(piece.text)
    assert marked == covered
    assert {p.anchor for p in pieces} - {None} == {h.span.start for h in valid}


def test_overlapping_highlights_show_the_weightiest_kind() -> None:
    pieces = highlight.cut(
        "abcdef",
        [
            highlight.Highlight(Span(0, 4), "U1", Kind.UPDATE),
            highlight.Highlight(Span(2, 6), "K1", Kind.CONTRADICTION),
        ],
    )
    assert [(p.text, p.kind, p.ending) for p in pieces] == [
        ("ab", Kind.UPDATE, ()),
        ("cd", Kind.CONTRADICTION, ("U1",)),
        ("ef", Kind.CONTRADICTION, ("K1",)),
    ]


def test_the_matrix_has_a_column_an_article_and_a_row_a_question() -> None:
    (only,) = grid.lay_out_grids(view_of(sample()))
    assert only.articles == ("harbour", "tide", "nord", "gazette")
    assert [r.question.id for r in only.rows] == ["q1", "q2", "q3", "q4", "q5", "q6", "q7"]
    drills = only.rows[2]
    assert [[(e.letter, e.value) for e in cell] for cell in drills.cells] == [
        [("A", "agreed")], [("B", "under discussion")], [("B", "under discussion")], [],
    ]  # fmt: skip


def test_the_first_line_counts_everything() -> None:
    assert summary.summarise(sample()).headline() == (
        "4 articles (3 outlets named; 1 without one): 2 contradictions, 2 framing differences, 1 update and "
        "3 single-source claims. "
        "Unmeasured: 1 point and 1 file that could not be read."
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (quiet(), "No contradiction found. Compared: 1 question that more than one article answers"),
        (lonely(), "There was no other article to compare it with."),
        (empty(), "No article was read, so nothing was compared."),
        (dataclasses.replace(quiet(), questions=()), "nothing was compared either"),
    ],
)
def test_finding_nothing_is_said_plainly(report: Report, said: str) -> None:
    assert said in summary.summarise(report).absence()


def test_nothing_is_said_of_absence_where_there_is_a_contradiction() -> None:
    assert summary.summarise(sample()).absence() == ""


@pytest.mark.parametrize("report", [lonely(), empty(), dataclasses.replace(quiet(), questions=())])
def test_what_could_not_be_compared_is_never_called_measured(report: Report) -> None:
    assert "Nothing was left unmeasured" not in summary.summarise(report).headline()


def test_an_unread_file_is_unmeasured() -> None:
    report = dataclasses.replace(quiet(), inputs=(Input("x.txt", InputStatus.UNREADABLE, "empty"),))
    assert "Unmeasured: 1 file that could not be read." in summary.summarise(report).headline()
