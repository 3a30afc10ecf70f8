"""Parses for a check: those that earlier runs have kept, and the rest from a process that loads the parser meanwhile.

    with Parses(shelf.cache) as parses:
        parses.begin(new)
        outcome = check_new(new, shelf, parse=parses)

Only articles on the event of a new one are parsed at all; the next new article on it finds them parsed. A parse is kept
under a hash of what was parsed and of all that decides about it, so what is kept is never wrong.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import Self, TypeAlias

from checker.gate.cache import Cache, CacheError, discard
from checker.gate.code import FAMILIARITY, hash_parts
from checker.language import analyse_together
from checker.language.apart import Apart, ApartError, is_possible
from checker.language.packing import pack_parse, unpack_parse
from checker.model import Article, Document, Span
from checker.reading import Reading
from checker.titled import join_title

CODE = ("language", "text", *FAMILIARITY, "model/article.py", "model/document.py")
"""The parts of the package that decide how an article is parsed, the pipeline among them; and packages of others."""

OTHERS = ("spacy", "thinc", "numpy")

Asked: TypeAlias = tuple[Article, Span | None]
"""An article, and its region that is not read."""


class Parses:
    """Parses articles with the package's own pipeline: an instance is what ``checker.check`` takes as ``parse``.

    ``notes`` say what was the matter with the cache.
    """

    def __init__(self, kept: Cache | None = None) -> None:
        """Take parses from a cache, and keep new ones there when this is closed."""
        self.notes: list[str] = []
        self._cache = kept
        self._packed: dict[bytes, bytes] = {}
        self._fresh: dict[bytes, bytes] = {}
        self._apart: Apart | None = None
        self._coming: deque[bytes] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, reading: Reading) -> None:
        """Have the articles of a reading parsed while something else is done, where that is possible."""
        titled = (join_title(article, reading.skips.get(article.id)) for article in reading.articles)
        asked = {key_parse(one.article, one.skip): (one.article, one.skip) for one in titled}
        self._look_up(asked)
        self._send({key: one for key, one in asked.items() if key not in self._packed})

    def __call__(self, articles: Sequence[Asked]) -> Iterator[tuple[int, Document]]:
        """The number and the document of each article, those that are kept first."""
        keys = [key_parse(*one) for one in articles]
        self._look_up(keys)
        ready = [(number, self._unpack(key, articles[number])) for number, key in enumerate(keys)]
        missing = [number for number, document in ready if document is None]
        self._send({keys[number]: articles[number] for number in missing if keys[number] not in self._coming})
        yield from ((number, document) for number, document in ready if document is not None)
        while missing:
            number = missing[0]
            document = self._receive(keys[number], articles[number])
            if document is None:
                break
            yield missing.pop(0), document
        for number, document in zip(missing, analyse_together([articles[n] for n in missing]), strict=True):
            self._fresh[keys[number]] = self._packed[keys[number]] = pack_parse(document)
            yield number, document

    def close(self) -> None:
        """Keep what was parsed, and end the process that parsed."""
        self._end()
        fresh, self._fresh = self._fresh, {}
        if self._cache is not None and fresh:
            try:
                self._cache.save_parses(fresh)
            except CacheError as error:
                self._mend(error)

    def _look_up(self, keys: Iterable[bytes]) -> None:
        if self._cache is None:
            return
        try:
            self._packed |= self._cache.load_parses(key for key in keys if key not in self._packed)
        except CacheError as error:
            self._mend(error)

    def _unpack(self, key: bytes, asked: Asked) -> Document | None:
        packed = self._packed.get(key)
        if packed is None:
            return None
        try:
            return unpack_parse(packed, *asked)
        except ValueError as error:
            del self._packed[key]
            self._mend(CacheError(str(error), broken=True))
            return None

    def _send(self, asked: dict[bytes, Asked]) -> None:
        """Give articles to the process, which is started for the first. Where there is none, they are parsed here."""
        if not asked:
            return
        if self._apart is None and is_possible():
            self._apart = Apart()
        if self._apart is not None:
            try:
                self._apart.send(list(asked.values()))
                self._coming.extend(asked)
            except ApartError:
                self._end()

    def _receive(self, key: bytes, asked: Asked) -> Document | None:
        """The document of an article that the process was given; None where it has not parsed it."""
        try:
            while self._apart is not None and key not in self._packed:
                self._fresh[self._coming[0]] = self._packed[self._coming[0]] = self._apart.receive()
                self._coming.popleft()
        except ApartError:
            self._end()
        return self._unpack(key, asked)

    def _end(self) -> None:
        """End the process. What it has not handed back is parsed here, and what is wrong with that is said here."""
        self._coming.clear()
        if self._apart is not None:
            self._apart.close()
            self._apart = None

    def _mend(self, error: CacheError) -> None:
        """Go on with a new cache in the place of a broken one, or without one."""
        if error.broken and self._cache is not None:
            self._cache, note = discard(self._cache.path.parent, str(error))
            self.notes.append(note)
        else:
            self._cache = None
            self.notes.append(f"going on without a cache: {error}")


def key_parse(article: Article, skip: Span | None) -> bytes:
    """What stands for an article's parse and all that it depends on."""
    region = (skip.start, skip.end) if skip is not None else None
    hashed = blake2b(json.dumps([_hash_code(), article.title, region]).encode(), digest_size=20)
    hashed.update(article.text.encode("utf-8", "surrogatepass"))
    return hashed.digest()


@cache
def _hash_code() -> str:
    return hash_parts(CODE, OTHERS)
