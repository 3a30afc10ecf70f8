"""Article indicators: a checklist of what a page shows of how it was made, with the words, and never a number.

Each line says what was found or is missing, where, and which published criterion asks for it. What is missing from a
text may have been on the page that it was taken from: the checklist says what can be seen here.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Article, Checklist, Document, Indicator
from checker.sources.behind import Behind
from checker.sources.indicators.page import check_page
from checker.sources.indicators.residue import check_residue
from checker.sources.indicators.sourcing import Quoted, check_sourcing, collect_quotations
from checker.sources.indicators.wording import check_wording

__all__ = ["Quoted", "collect_quotations", "list_indicators"]


def list_indicators(document: Document, article: Article, behind: Behind, quoted: Quoted) -> Checklist:
    """The checklist of one article. ``quoted`` are the quotations of the event by article."""
    return Checklist(article.id, tuple(_check(document, article, behind, quoted)))


def _check(document: Document, article: Article, behind: Behind, quoted: Quoted) -> Iterator[Indicator]:
    yield from check_page(document, article)
    yield from check_sourcing(document, behind, quoted)
    yield from check_wording(document, article)
    yield from check_residue(document)
