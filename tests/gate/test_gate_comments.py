from pathlib import Path

import pytest

from checker.gate.comments import Comment, read_comments
from checker.gate.places import Locator
from checker.model import Article, Evidence, Place, Report
from checker.reading import read_paths

KNOWN = ("figures", "place", "tone")


def comments(path: Path) -> tuple[Article, tuple[Comment, ...]]:
    reading = read_paths([path])
    return reading.articles[0], read_comments(reading.articles, known=KNOWN, root=str(path.parent), skips=reading.skips)


def place_of(article: Article, words: str) -> Place:
    start = article.text.index(words)
    report = Report((article,), (), (), (), (), ())
    evidence = Evidence(article.id, "text", start, start + len(words), words, "")
    return Locator(report, "/").place(evidence, "figures")


def written(tmp_path: Path, text: str, name: str = "a.md") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def silenced(path: Path, *words: str, rule: str = "figures") -> list[bool]:
    article, found = comments(path)
    return [any(one.silences(rule, place_of(article, piece)) for one in found) for piece in words]


def test_the_next_paragraph_is_silenced_and_no_other(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "---\ntitle: Ferry\n---\nIt carried 142.\n\n<!-- checker: ignore-next[figures] -- so says café 😀 -->\n\n"
        "The captain said 12 were hurt,\nand 3 of them badly.\n\nThe other ship had 7.\n",
    )
    assert silenced(path, "142", "12 were", "3 of", "7") == [False, True, True, False]
    assert silenced(path, "12 were", rule="place") == [False]
    found = comments(path)[1]
    assert (found[0].reason, found[0].place.line, found[0].place.column) == ("so says café 😀", 6, 1)


def test_inside_a_paragraph_the_rest_of_it_is_silenced(tmp_path: Path) -> None:
    path = written(tmp_path, "It held 142, <!-- checker: ignore-next -- agreed --> of whom 12 were hurt.\n\nAnd 7.\n")
    assert silenced(path, "142", "12", "7") == [False, True, False]


def test_comments_one_after_the_other_are_for_the_same_paragraph(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "<!-- checker: ignore-next[figures] -- a -->\n<!-- checker: ignore-next[place] -- b -->\nIt held 142.",
    )
    assert silenced(path, "142") == [True]
    assert silenced(path, "142", rule="place") == [True]


def test_a_whole_article_is_silenced_from_anywhere_in_it(tmp_path: Path) -> None:
    path = written(
        tmp_path, "It held 142.\n\n7.\n\n<!-- checker: ignore-file[figures, tone] -- a column -->\n", "a.txt"
    )
    assert silenced(path, "142", "7") == [True, True]
    assert silenced(path, "142", rule="tone") == [True]
    assert silenced(path, "142", rule="place") == [False]


@pytest.mark.parametrize(
    ("comment", "flaw"),
    [
        ("checker: ignore-nxt[figures] -- x", 'did you mean "ignore-next"?'),
        ("checker: ignore-next[figurs] -- x", 'did you mean "figures"?'),
        ("checker: ignore-next[] -- x", "no rule is named"),
        ("checker: ignore-next figures", "is not [rules] -- reason"),
        ("checker: ", '"" is not ignore-next'),
    ],
)
def test_a_comment_that_cannot_be_used_says_why(tmp_path: Path, comment: str, flaw: str) -> None:
    found = comments(written(tmp_path, f"<!-- {comment} -->\nIt carried 142.\n"))[1]
    assert len(found) == 1
    assert flaw in found[0].flaw


def test_a_comment_without_a_reason_has_none(tmp_path: Path) -> None:
    found = comments(written(tmp_path, "<!-- checker: ignore-next[figures] -->\nIt carried 142.\n"))[1]
    assert (found[0].reason, found[0].flaw) == ("", "")


def test_other_comments_are_none_of_ours(tmp_path: Path) -> None:
    assert comments(written(tmp_path, "<!-- the checker: see him -->\n<!-- more -->\nIt carried 142.\n"))[1] == ()


PAGE = """<!DOCTYPE html><html><head><title>Ferry runs aground</title></head><body><article>
<h1>Ferry runs aground</h1>
<!-- checker: ignore-file[tone] -- agreed -->
<p>The ferry <b>Santa Rita</b> carried 142 passengers when it ran aground off the coast of Orsa on Tuesday night.</p>
<!-- checker: ignore-next[figures] -- the ministry&rsquo;s count -->
<script>var x = "<p>nothing</p>";</script>
<p>The captain, <em>Ana&nbsp;Lee</em>, said that 12 people were hurt and that 3 of them were taken ashore.</p>
<p>The harbour office said 41 cars were on the deck when the ship struck the rocks, and that none of them was lost.</p>
<p>The harbour office said 41 cars were on the deck when the ship struck the rocks, and that <!-- checker:
ignore-next -- told twice --> 9 were lost in the end, which nobody aboard had seen on that night.</p>
<!-- checker: ignore-next -- nothing follows -->
</article></body></html>"""


def test_in_a_page_the_paragraph_behind_a_comment_is_found_in_its_text(tmp_path: Path) -> None:
    path = written(tmp_path, PAGE, "a.html")
    assert silenced(path, "142", "12 people", "3 of them", "41 cars", "none", "9 were") == [
        False,
        True,
        True,
        False,
        False,
        True,
    ]
    assert silenced(path, "142", rule="tone") == [True]
    found = comments(path)[1]
    assert [one.place.line for one in found] == [3, 5, 9, 11]
    assert found[3].covers is None


def test_a_page_from_elsewhere_is_read_from_its_bytes(tmp_path: Path) -> None:
    article = read_paths([written(tmp_path, PAGE, "a.html")]).articles[0]
    (tmp_path / "a.html").unlink()
    assert read_comments([article], known=KNOWN, root=str(tmp_path)) == ()
    found = read_comments([article], known=KNOWN, root=str(tmp_path), sources={article.id: PAGE.encode()})
    assert len(found) == 4
