"""What is kept of an archived article: how it is found (terms, as numbers), and the article itself, packed.

Nothing here can run code when it is read back: numbers, and JSON that is taken apart field by field.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.linking.signatures import Terms, background, is_telling_name, read_terms
from checker.model import Article, Span
from checker.model.article import parse_published
from checker.reading import DatelineHint
from checker.reading.drafts import Draft
from checker.reading.inputs import complete

Numbers: TypeAlias = NDArray[np.uint64]
Weights: TypeAlias = NDArray[np.float64]

TELLING, TOP = 1, 2
"""Marks of a term: a telling name in this article; one of those among its first words."""

ORDERED = 8
"""Bytes by which terms are put in order, as their words would be; few differ only behind them."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The terms of an article, in reading order, as arrays of one length; those of the opening come first.

    ``terms`` are numbers that stand for words, ``background`` and ``marks`` what is known of each, ``body`` its damped
    frequency, ``passing`` the sentence that it is mentioned in. ``lead`` and ``order`` have the length of the opening:
    the damped frequencies there, and numbers that sort as the words do.
    """

    terms: Numbers
    background: Weights
    marks: NDArray[np.uint8]
    body: Weights
    passing: NDArray[np.int32]
    lead: Weights
    order: Numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """An archived article without its text.

    ``given`` and ``line`` are its id and line in its file, where it has them; ``words`` stands for its text, white
    space aside; ``packed`` holds the article, and is empty where that was left in the cache.
    """

    given: str | None
    line: int | None
    published: date | None
    words: bytes
    keys: bytes
    packed: bytes


def make_entry(draft: Draft) -> Entry:
    """What is kept of an article as it was found in a file."""
    article, hint = complete(draft, "", "")
    return Entry(
        given=draft.id,
        line=draft.line,
        published=article.published_date,
        words=digest_words(article.text),
        keys=pack_keys(list_keys(read_terms(article))),
        packed=_pack(_record(article, draft.skip, hint)),
    )


def digest_words(text: str) -> bytes:
    """Bytes that two texts share when they have the same words."""
    return blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def number_term(term: str) -> int:
    """The number that stands for a term: 64 bits of a hash, so that among millions hardly two are the same."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def list_keys(terms: Terms) -> Keys:
    """The terms of an article as arrays."""
    words = list(terms.body)
    opening = list(terms.lead)
    if words[: len(opening)] != opening:
        raise AssertionError("the terms of the opening do not come first")
    telling = (word in terms.names and is_telling_name(word) for word in words)
    return Keys(
        terms=np.array([number_term(word) for word in words], dtype=np.uint64),
        background=np.array([background(word) for word in words], dtype=np.float64),
        marks=np.array(
            [TELLING * tells + TOP * (w in terms.top) for w, tells in zip(words, telling, strict=True)], dtype=np.uint8
        ),
        body=np.array(list(terms.body.values()), dtype=np.float64),
        passing=np.array([terms.passing[word] for word in words], dtype=np.int32),
        lead=np.array(list(terms.lead.values()), dtype=np.float64),
        order=np.array([_order(word) for word in opening], dtype=np.uint64),
    )


def _order(word: str) -> int:
    return int.from_bytes(word.encode("utf-8", "surrogatepass")[:ORDERED].ljust(ORDERED, b"\0"), "big")


_LAYOUT: tuple[tuple[str, Any], ...] = (
    ("terms", np.dtype("<u8")),
    ("background", np.dtype("<f8")),
    ("body", np.dtype("<f8")),
    ("lead", np.dtype("<f8")),
    ("order", np.dtype("<u8")),
    ("passing", np.dtype("<i4")),
    ("marks", np.dtype("u1")),
)
_OF_OPENING = frozenset({"lead", "order"})
_HEAD = np.dtype("<u4")


def pack_keys(keys: Keys) -> bytes:
    """The arrays as bytes: their two lengths, and one behind the other."""
    head = np.array([len(keys.terms), len(keys.lead)], dtype=_HEAD)
    return b"".join([head.tobytes(), *(getattr(keys, name).astype(kind).tobytes() for name, kind in _LAYOUT)])


def unpack_keys(data: bytes) -> Keys:
    """The arrays of ``pack_keys``. Raises ValueError when the bytes are not that."""
    size, opening = (int(n) for n in np.frombuffer(data, dtype=_HEAD, count=2))
    at = 2 * _HEAD.itemsize
    arrays: dict[str, Any] = {}
    for name, kind in _LAYOUT:
        count = opening if name in _OF_OPENING else size
        arrays[name] = np.frombuffer(data, dtype=kind, count=count, offset=at)
        at += count * kind.itemsize
    if at != len(data) or opening > size:
        raise ValueError("an entry of another length than its head says")
    return Keys(**arrays)


def unpack_article(packed: bytes, identity: str, path: str) -> tuple[Article, Span | None, DatelineHint | None]:
    """The article of an entry, the range of its text that is no article, and what its head says of place and day.

    Raises ValueError when the bytes are not that.
    """
    try:
        values = json.loads(zlib.decompress(packed))
        article = Article(
            identity,
            values["text"],
            source=values["source"],
            title=values["title"],
            published=_moment(values["published"]),
            url=values["url"],
            authors=tuple(values["authors"]),
            path=path,
        )
        return article, _span(values["skip"]), _hint(values["hint"])
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(f"an article that cannot be unpacked: {error}") from error


def _pack(values: Mapping[str, Any]) -> bytes:
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _record(article: Article, skip: Span | None, hint: DatelineHint | None) -> Mapping[str, Any]:
    return {
        "text": article.text,
        "source": article.source,
        "title": article.title,
        "published": _iso(article.published),
        "url": article.url,
        "authors": article.authors,
        "skip": skip and (skip.start, skip.end),
        "hint": hint
        and {
            "month": hint.month,
            "day": hint.day,
            "city": hint.city,
            "wire": hint.wire,
            "day_of": _iso(hint.day_of),
            "span": hint.span and (hint.span.start, hint.span.end),
            "weekday": hint.weekday,
            "candidates": [_iso(day) for day in hint.candidates],
        },
    }


def _iso(moment: date | datetime | str | None) -> str | None:
    return moment.isoformat() if isinstance(moment, date) else moment


def _moment(text: str | None) -> date | datetime | None:
    return parse_published(text) if text is not None else None


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None


def _hint(values: Mapping[str, Any] | None) -> DatelineHint | None:
    if values is None:
        return None
    return DatelineHint(
        month=values["month"],
        day=values["day"],
        city=values["city"],
        wire=values["wire"],
        day_of=_moment(values["day_of"]),
        span=_span(values["span"]),
        weekday=values["weekday"],
        candidates=tuple(date.fromisoformat(day) for day in values["candidates"]),
    )
