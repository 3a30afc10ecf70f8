"""Where words stand: lines and columns of the file, in code points and bytes, also of pages and JSON files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.originals import find_in_original, read_original
from checker.gate.places import Lines, Locator, make_uri, show_path
from checker.model import Article, Evidence, Place, Report, Span

TEXT = st.text(alphabet=st.sampled_from("aé😀\n\r \u2028x"), max_size=40)


@given(TEXT, st.integers(0, 40), st.integers(0, 40))
def test_lines_and_columns_lead_back_to_the_words(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    where = Lines.of(text).locate(Span(start, end))
    starts = Lines.of(text).starts
    first, last = int(where["line"]), int(where["end_line"])
    assert starts[first - 1] + int(where["column"]) - 1 == start
    assert starts[last - 1] + int(where["end_column"]) - 1 == end
    before = text[starts[first - 1] : start]
    assert int(where["byte_column"]) - 1 == len(before.encode())
    assert str(where["snippet"]) in text
    assert int(where["end_line"]) >= first


def place(article: Article, words: str, field: str = "text", root: str = "/") -> Place:
    text = article.text if field == "text" else article.title or ""
    start = text.index(words)
    evidence = Evidence(article.id, field, start, start + len(words), words, words)
    return Locator(Report((article,), (), (), (), (), ()), root).place(evidence, "figures")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_editors_end_them(end: str) -> None:
    found = place(Article("a", end.join(["one", "two 142 people", "three"]), path="a.txt"), "142 people")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 5, 2, 15)
    assert found.snippet == "two 142 people"


def test_words_over_two_lines_have_both() -> None:
    found = place(Article("a", "first\nsecond part\nof it, end\nlast", path="a.txt"), "part\nof it")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 8, 3, 6)
    assert found.snippet == "second part\nof it, end"


def test_a_headline_in_front_matter_is_found_there(tmp_path: Path) -> None:
    article = Article("a", "---\ntitle: Ferry sinks\n---\n\nText.", title="Ferry sinks", path=str(tmp_path / "a.md"))
    found = place(article, "sinks", field="title")
    assert (found.line, found.column, found.extracted) == (2, 14, False)


@pytest.mark.parametrize(
    ("path", "shown", "uri"),
    [
        ("/desk/a b/café.md", "a b/café.md", "a%20b/caf%C3%A9.md"),
        ("/desk/what?#1%.txt", "what?#1%.txt", "what%3F%231%25.txt"),
        ("/desk/a:b.txt", "a:b.txt", "a%3Ab.txt"),
        ("/other/x y.txt", "/other/x y.txt", "file:///other/x%20y.txt"),
        ("/desk/..hidden.txt", "..hidden.txt", "..hidden.txt"),
        ("-", "<stdin>", "%3Cstdin%3E"),
    ],
)
def test_paths_are_relative_to_the_root_and_addresses_encoded(path: str, shown: str, uri: str) -> None:
    assert show_path(Article("a", "", path=path), "/desk") == shown
    assert make_uri(shown) == uri


def test_words_of_a_page_are_found_in_its_source(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<title>The ferry carried 142 people</title>\n<script>The ferry carried 142 people</script>\n"
        "<p>The <b>ferry</b>\ncarried&nbsp;<a href='x'>142</a> people &amp; a dog.</p>\n"
    )
    found = place(Article("a", "The ferry carried 142 people & a dog.", path=str(page)), "carried 142 people & a dog")
    assert not found.extracted
    assert found.line == 4
    assert found.snippet.startswith("carried&nbsp;")


def test_words_that_a_page_does_not_have_are_placed_in_the_text(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>Nothing of it.</p>")
    found = place(Article("a", "One.\nThe ferry carried 142 people.", path=str(page)), "142 people")
    assert found.extracted
    assert (found.line, found.column) == (2, 19)


@pytest.mark.parametrize("ascii_only", [True, False])
def test_words_of_a_json_file_are_found_by_whatever_escapes_it_has(tmp_path: Path, ascii_only: bool) -> None:
    words = 'the "café" 😀 a/b carried\n142\tpeople'
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"title": "t", "text": f"Before, {words}."}, ensure_ascii=ascii_only, indent=1))
    found = place(Article("a", f"Before, {words}.", path=str(file)), words)
    assert not found.extracted
    assert found.line == 3
    line = file.read_text().splitlines()[2]
    assert json.loads(f'"{line[found.column - 1 : found.end_column - 1]}"') == words


def test_words_that_two_lines_of_a_file_have_are_in_neither() -> None:
    lines = '{"text": "142 people"}\n{"text": "142 people"}\n'
    assert find_in_original(lines, "a.jsonl", "142 people", "142") is None
    assert find_in_original(lines.split("\n")[0], "a.jsonl", "142 people", "142") is not None


def test_files_that_cannot_be_looked_into_are_not(tmp_path: Path) -> None:
    assert read_original(str(tmp_path / "gone.html")) is None
    assert read_original(str(tmp_path / "a.pdf")) is None
    assert read_original("a.html", b"<p>x</p>") == "<p>x</p>"
