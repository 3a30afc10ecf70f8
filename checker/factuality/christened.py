"""Names of things that have one: ``a trawler called Ocean Harvest``; ``their ferry, the Aurora,``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.model import Document, Sentence, Span

REACH = 9
"""Tokens of a clause about a thing between it and "was named", at most."""

BEING = frozenset({"is", "was", "are", "were", "’s", "'s", "be"})
CALLING = frozenset({"called", "named", "christened", "dubbed", "titled", "entitled", "nicknamed"})


def read_names_of_things(
    document: Document, sentence: Sentence, kinds: Mapping[str, str]
) -> Iterator[tuple[str, str, Span, Span]]:
    """The things that a sentence names: kind, noun, their ranges of noun and name; ``kinds`` maps noun to kind."""
    tokens = document.tokens
    for at in range(sentence.first, sentence.last - 1):
        kind = kinds.get(tokens[at].text.lower())
        if (
            kind is None
            or tokens[at].tag not in ("NN", "NNP")
            or (tokens[at].text[:1].isupper() and at > sentence.first)
        ):
            continue
        name = _title_behind(document, sentence, at + 1)
        if name is not None:
            first, end = name
            span = Span(tokens[first].span.start, tokens[end - 1].span.end)
            yield kind, tokens[at].text.lower(), tokens[at].span, span


def _title_behind(document: Document, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The capitals behind a noun that are its name: behind "called", "was named", or between commas with "the"."""
    tokens = document.tokens
    called = apart = False
    if at < sentence.last and tokens[at].text == ",":
        at += 1
        if at >= sentence.last or tokens[at].text not in ("the", "named", "called"):
            return None
        called = apart = True
    if at < sentence.last and tokens[at].tag in ("WDT", "WP"):  # "the trawler that sank was named"
        ends = (n for n in range(at, min(sentence.last, at + REACH)) if tokens[n].text.lower() in CALLING)
        at = next(ends, at)
    while at < sentence.last and tokens[at].text.lower() in BEING | CALLING:
        called = called or tokens[at].text.lower() in CALLING
        at += 1
    if not called:
        return None
    while at < sentence.last and tokens[at].text.lower() in ("the", '"', "“", "'", "‘", "``"):
        at += 1
    first = at
    while at < sentence.last and at - first < 6:
        small = tokens[at].text.lower() in ("of", "the", "and", "de") and at > first
        if not tokens[at].text[:1].isupper() and not small:
            break
        at += 1
    while at > first and not tokens[at - 1].text[:1].isupper():
        at -= 1
    closed = at >= sentence.last or tokens[at].text in (",", ".", ";", ")", "–", "—", '"', "”")
    return (first, at) if at > first and (closed or not apart) else None
