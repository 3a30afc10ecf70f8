"""A parsed article as bytes: how its parse travels from another process, and is kept for the next run.

Only what the parser was needed for is packed: sentences and tokens. The blocks are laid out anew from the text. Nothing
here can run code when it is read back: it is JSON that is taken apart field by field.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

from checker.model import Article, Document, Sentence, Span, Token
from checker.text import lay_out

WORDS = ("text", "lemma", "tag", "dep", "entity")
"""The fields of a token that are words; each is packed as its number in a list of all that occur."""


def pack_parse(document: Document) -> bytes:
    """The language, sentences and tokens of a document that nothing was added to since it was parsed."""
    numbers: dict[str, int] = {}
    words = {field: [numbers.setdefault(getattr(t, field), len(numbers)) for t in document.tokens] for field in WORDS}
    spans = list(chain.from_iterable((t.span.start, t.span.end) for t in document.tokens))
    packed = {
        "language": document.language,
        "words": list(numbers),
        **words,
        "heads": [t.head - t.index for t in document.tokens],
        # Each boundary as its distance from the one before it: small numbers, which compress well.
        "spans": [there - here for here, there in zip([0, *spans], spans, strict=False)],
        "sentences": [(s.block, s.span.start, s.span.end, s.first, s.last, s.text) for s in document.sentences],
    }
    return zlib.compress(json.dumps(packed, separators=(",", ":")).encode("ascii"), 1)


def unpack_parse(packed: bytes, article: Article, skip: Span | None = None) -> Document:
    """The document of ``pack_parse``, for an article with the same text and title, of which the same is left out.

    Raises ValueError when the bytes are not that.
    """
    try:
        values = json.loads(zlib.decompress(packed))
        blocks = lay_out(article.text, title=article.title, skip=skip)
        sentences = tuple(
            Sentence(number, block, blocks[block].kind, Span(start, end), text, first, last)
            for number, (block, start, end, first, last, text) in enumerate(values["sentences"])
        )
        return Document(article, values["language"], blocks, sentences, _unpack_tokens(values, sentences))
    except (zlib.error, LookupError, TypeError) as error:
        raise ValueError(f"a parse that cannot be unpacked: {error}") from error


def _unpack_tokens(values: dict[str, Any], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    words = values["words"]
    text, lemma, tag, dep, entity = ([words[number] for number in values[field]] for field in WORDS)
    edges = list(accumulate(values["spans"]))
    inside = [s.index for s in sentences for _ in range(s.first, s.last)]
    rows = zip(text, lemma, tag, dep, values["heads"], edges[::2], edges[1::2], inside, entity, strict=True)
    return tuple(
        Token(index, text, lemma, tag, dep, index + head, Span(start, end), sentence, entity)
        for index, (text, lemma, tag, dep, head, start, end, sentence, entity) in enumerate(rows)
    )
