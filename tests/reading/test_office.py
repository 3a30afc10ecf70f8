import io
import sys

import pytest

from checker.reading.drafts import UnreadableError
from checker.reading.office import read_docx, read_pdf


def test_a_word_file() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Ferry sinks", 0)
    document.add_paragraph("It left at nine.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Aboard", "142"
    stream = io.BytesIO()
    document.save(stream)
    (draft,) = read_docx(stream.getvalue())
    assert draft.text == "Ferry sinks\n\nIt left at nine.\n\nAboard | 142"
    assert draft.title == "Ferry sinks"


def pdf_of(text: str) -> bytes:
    """A PDF file with one line of text, or with an empty page."""
    content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n%btrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


def test_a_pdf_file_with_text() -> None:
    pytest.importorskip("pypdf")
    (draft,) = read_pdf(pdf_of("It left at nine."))
    assert draft.text == "It left at nine."


def test_a_pdf_file_of_pictures_is_refused() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(UnreadableError, match="pictures"):
        read_pdf(pdf_of(""))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"%PDF-1.4 rubbish", b"\xff" * 3000])
def test_rubbish_is_refused(data: bytes) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("pypdf")
    for read in (read_docx, read_pdf):
        with pytest.raises(UnreadableError):
            read(data)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableError, match=r"news-consistency-checker\[docx\]"):
        read_docx(b"PK\x03\x04")
    with pytest.raises(UnreadableError, match=r"news-consistency-checker\[pdf\]"):
        read_pdf(b"%PDF")
