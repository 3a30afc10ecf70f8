import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.decoding import MOST_BYTES, decode
from checker.reading.drafts import UnreadableError

PROSE = "“The president’s café – it’s £5,” said Señor Núñez after the talks, which had run since early on Monday."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_out_the_same_in_every_encoding(encoding: str) -> None:
    assert decode(PROSE.encode(encoding)) == PROSE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент заявил, что переговоры начнутся во вторник. " * 6),
        ("koi8-r", "Президент заявил, что переговоры начнутся во вторник. " * 6),
        ("shift_jis", "会議は火曜日に始まると首相が述べた。" * 10),
    ],
)
def test_other_scripts_are_detected(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip()))
def test_utf8_is_never_changed(text: str) -> None:
    data = text.encode("utf-8")
    if not data.startswith((codecs.BOM_UTF8, b"%PDF-", b"PK", b"GIF8")):
        assert decode(data) == text


def test_newlines_are_kept_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + b"talks") == "talks"


def test_a_page_says_its_own_character_set() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Premiér řekl žádný</body></html>'
    assert decode(page.encode("iso-8859-2"), markup=True) == page


def test_a_page_that_lies_about_its_character_set_is_read_all_the_same() -> None:
    page = (
        '<html><head><meta charset="no-such-set"></head><body>It cost £5 in the café, she said on Monday.</body></html>'
    )
    assert decode(page.encode("cp1252"), markup=True) == page


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(32)) * 40, "binary"),
        (b"\0" * 500, "binary"),
        (codecs.BOM_UTF16_LE + b"a", "utf-16"),
        (b"x" * (MOST_BYTES + 1), "20 MB"),
    ],
)
def test_what_is_not_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableError:
        return
    assert text.strip()
