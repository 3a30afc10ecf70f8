"""A packed parse comes back as it was, and nothing else is taken for one."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Article
from checker.language import analyse
from checker.language.packing import pack_parse, unpack_parse
from checker.model import Span

STORY = "Quake kills 31 near Port Amsel\n\n“We felt it,” said Orla Venn, the mayor.  It hit at 4 a.m. , she’d said .\n"


@pytest.mark.parametrize(
    ("text", "skip"),
    [
        (STORY, None),
        ("---\ntitle: Harbour\n---\n\nThe harbour reopened after the strike, the mayor said.", Span(0, 24)),
        ("Le conseil municipal a voté hier soir le budget de la ville pour les deux prochaines années.", None),
        ("Café 😀 owners met.\n\n- They agreed on a price.\n- They signed nothing.\n\nShare this article", None),
        ("The mayor said \ud83d that nobody was hurt.", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("title", [None, "Quake kills 31"])
def test_a_document_comes_back_as_it_was(text: str, skip: Span | None, title: str | None) -> None:
    article = Article("a", text, title=title, source="Amsel Herald")
    document = analyse(article, skip=skip)
    assert unpack_parse(pack_parse(document), article, skip) == document


@settings(max_examples=12, deadline=None)
@given(st.text(alphabet="Aabe .,“”'\n-–12é", max_size=80))
def test_whatever_the_text_the_offsets_are_kept(text: str) -> None:
    article = Article("a", f"The mayor felt it. {text}")
    document = analyse(article)
    assert unpack_parse(pack_parse(document), article) == document


def test_a_parse_is_for_any_article_of_that_text() -> None:
    other = Article("b", STORY, source="Radio Amsel", published="2031-05-04")
    document = unpack_parse(pack_parse(analyse(Article("a", STORY))), other)
    assert document == analyse(other)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no parse",
        zlib.compress(b"{"),
        zlib.compress(b"[]"),
        zlib.compress(b'{"language": "en", "words": [], "sentences": [[9, 0, 4, 0, 1, "What"]]}'),
        pack_parse(analyse(Article("a", STORY)))[:-9],
    ],
)
def test_what_is_no_parse_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"cannot be unpacked|Expecting"):
        unpack_parse(packed, Article("a", STORY))
