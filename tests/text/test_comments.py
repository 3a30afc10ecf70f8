import pytest

from checker import Article, extract
from checker.reading import read_paths
from checker.text.comments import blank_comments

COMMENT = "<!-- checker: ignore-next[figures] -- the ministry counted 99 crew on 5 March 2031 -->"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a<!--b-->c", "a        c"),
        ("<!-- a\r\nb -->c", "      \r\n     c"),
        ("<!---->x", "       x"),
        ("<!-- a -- b - c -->d", "                   d"),
        ("<!-- never closed 12", "<!-- never closed 12"),
        ("5 <!- 6", "5 <!- 6"),
    ],
)
def test_comments_become_spaces_and_nothing_moves(text: str, left: str) -> None:
    assert blank_comments(text) == left
    assert len(left) == len(text)


def test_what_a_comment_says_is_not_what_the_article_says() -> None:
    text = f"The ferry carried 142 passengers.\n\n{COMMENT}\nThe captain said 12 people were hurt."
    found = extract(Article("a", text))
    plain = extract(Article("a", text.replace(COMMENT, " " * len(COMMENT))))
    assert found.claims == plain.claims
    assert found.mentions == plain.mentions
    assert any(claim.value.text == "12" and text[claim.span.start : claim.span.end] for claim in found.claims)


def test_a_comment_inside_a_sentence_does_not_cut_it() -> None:
    found = extract(Article("a", "The ferry carried <!-- ask again --> 142 passengers to Orsa."))
    assert [claim.value.text for claim in found.claims if claim.rule == "figures"] == ["142"]


def test_a_comment_at_the_top_is_no_headline(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.md"
    path.write_text("<!-- checker: ignore-file -- agreed -->\n# Ferry runs aground\n\nIt carried 142 passengers.\n")
    assert read_paths([path]).articles[0].title == "Ferry runs aground"
