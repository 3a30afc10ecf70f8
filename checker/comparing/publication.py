"""When an article came out, as one kind of moment whatever is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from checker.model import Article, Document


def published_at(article: Article) -> datetime | None:
    """Publication as a naive time; a bare date counts as its noon, so that it is never later than itself."""
    match article.published:
        case datetime() as moment:
            return moment.replace(tzinfo=None)
        case date() as day:
            return datetime.combine(day, time(12))
        case _:
            return None


def pair_by_publication(
    documents: Sequence[Document], articles: Mapping[str, Article], apart: timedelta
) -> Iterator[tuple[Document, Document, datetime]]:
    """Each later article with every one that came out so much earlier, and when that was. Undated ones are left out."""
    moments = [(d, moment) for d in documents if (moment := published_at(articles[d.article.id])) is not None]
    for late, then in moments:
        for early, since in moments:
            if then - since >= apart:
                yield early, late, since
