"""Word and PDF files with text. Both need a package that is not always installed, and say so where it is missing."""

from __future__ import annotations

import io
from dataclasses import replace

from checker.reading.decoding import check_length, check_size
from checker.reading.drafts import Draft, UnreadableError
from checker.reading.plain import names_of


def read_docx(data: bytes) -> list[Draft]:
    """The paragraphs and tables of a Word file, one a line, empty lines between. Raises UnreadableError."""
    check_size(data)
    try:
        import docx
        from docx.table import Table
    except ImportError as error:
        raise UnreadableError("Word files need an extra: install news-consistency-checker[docx]") from error
    try:
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines.extend(" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows)
            else:
                lines.append(part.text)
    except Exception as error:  # the package raises what its parsers happen to raise: zip, XML and key errors
        raise UnreadableError(f"not a Word file that can be read ({type(error).__name__})") from error
    headline = next(
        (p.text.strip() for p in document.paragraphs if (p.style.name if p.style else "") in ("Title", "Heading 1")),
        None,
    )
    authors = document.core_properties.author or ""
    draft = Draft(check_length("\n\n".join(line for line in lines if line.strip())), title=headline)
    # The template's own author is nobody.
    return [draft if authors in ("", "python-docx") or " " not in authors else _by(draft, authors)]


def read_pdf(data: bytes) -> list[Draft]:
    """The text of a PDF file, an empty line between pages. Raises UnreadableError, also when the pages are pictures."""
    check_size(data)
    try:
        import pypdf
    except ImportError as error:
        raise UnreadableError("PDF files need an extra: install news-consistency-checker[pdf]") from error
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of bad files is said by our reasons
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF file is locked with a password")
        pages = [page.extract_text() for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # the package raises what its parsers happen to raise
        raise UnreadableError(f"not a PDF file that can be read ({type(error).__name__})") from error
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise UnreadableError("the PDF file has no text: its pages are pictures")
    return [Draft(check_length(text))]


def _by(draft: Draft, authors: str) -> Draft:
    return replace(draft, authors=names_of(authors))
