"""A whole and its parts, counted out, that come to another number: "14 on board: ten guests and five sailors".

The parts follow the whole behind a colon, a dash or in brackets, each with its number, and the list is closed. All are
people, or all of the kind that the whole is of: three games are not made of twelve points. Parts that come to less are
wrong only behind a colon, or words that say that these are all, since a list may name the notable ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.factuality.misfits import Misfit, before
from checker.language.phrases import NOUN_TAGS
from checker.lexicon import is_person_noun
from checker.lexicon.inflection import base_forms
from checker.lexicon.kinds import kind_share
from checker.model import Document, Mention, Span, ValueType
from checker.values.quantities import Bound, Quantity, write_number

PERSON = "person"
PEOPLE = frozenset({"people", "person", "dead", "injured", "wounded", "crew", "staff", "casualty"})
"""Nouns for people that the lexicon takes for groups, or for no noun."""

LONGEST = 160
"""Characters of a list of parts."""

# "12 people on board: ", "25 crewmen — ", "12 people (", "12 people, made up of "
SIGN = re.compile(
    r"(?:\s+[a-z][\w'’-]*){1,4}(?:\s*(?P<colon>:)|\s*(?P<dash>--|[–—]|\s-)|\s*(?P<bracket>\()"
    r"|\s*,?\s+(?P<all>comprising|made up of|consisting of|composed of))\s*",
)
ENDS = {"colon": r"[.;\n]|$", "dash": r"\s(?:--|[–—-])\s|[—.;\n]|$", "bracket": r"\)", "all": r"[.;\n]|$"}
PARTED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+plus\s+")
ITEM = re.compile(
    r"(?:an?\s+)?[A-Za-z][\w'’-]*(?:\s+[A-Za-z][\w'’-]*){0,4}"
)  # "passengers", "a pilot", "men from Orsa"
ONE = re.compile(r"an?\s", re.I)
# A whole that is not one: "six among the 79: a nurse"
PART_OF = re.compile(
    r"\b(?:among|of|in|over|under|than|least|most|about|nearly|almost|some|age|aged)\s+(?:the\s+|all\s+)?$", re.I
)
CLOSED = re.compile(r"\s(?:and|plus)\s")


def read_partitions(document: Document) -> Iterator[Misfit]:
    """Every whole whose parts come to another number."""
    counts = {m.span.start: m for m in document.mentions if _is_count(m)}
    for mention in counts.values():
        found = SIGN.match(document.text, mention.span.end, mention.span.end + 60)
        if found is not None and not PART_OF.search(before(document, mention)):
            yield from _add_up(document, mention, found, counts)


def _is_count(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Quantity) or value.type is not ValueType.NUMBER or value.dimension or value.pair:
        return False
    return value.bound is Bound.NONE and not value.approximate and value.precision <= 1 and value.point >= 1


def _add_up(document: Document, whole: Mention, sign: re.Match[str], counts: Mapping[int, Mention]) -> Iterator[Misfit]:
    text, start = document.text, sign.end()
    kind = str(sign.lastgroup)
    end = re.compile(ENDS[kind]).search(text, start, start + LONGEST)
    if end is None or not CLOSED.search(text[start : end.start()]):
        return
    kinds = _kinds(document, Span(whole.span.end, sign.start(kind)))
    total, at, parts = 0.0, start, 0
    for item in PARTED.split(text[start : end.start()]):
        at = text.index(item, at)
        counted = counts.get(at)
        if counted is not None:
            assert isinstance(counted.value, Quantity)
            total += counted.value.point
            named = text[counted.span.end : at + len(item)].strip()
        elif ONE.match(item):
            total, named = total + 1, item
        else:
            return
        if not ITEM.fullmatch(named) or not _is_of(document, Span(at, at + len(item)), kinds):
            return
        parts, at = parts + 1, at + len(item)
    value = whole.value
    assert isinstance(value, Quantity)
    if parts < 2 or total == value.point or (total < value.point and kind not in ("colon", "all")):
        return
    listed = Span(start, end.start())
    words = " ".join(listed.of(text).split())
    yield Misfit(
        f"how many do {words} make?",
        ValueType.NUMBER,
        whole.span,
        write_number(value.point),
        listed,
        write_number(total),
    )


def _kinds(document: Document, span: Span) -> frozenset[str]:
    """What a whole is of, by its nouns; "person" where one names people."""
    named = (t.lemma.lower() for t in document.tokens_touching(span) if t.tag in NOUN_TAGS)
    nouns = frozenset(noun for noun in named if base_forms(noun, "n"))
    return nouns | {PERSON} if nouns & PEOPLE or any(is_person_noun(noun) for noun in nouns) else nouns


def _is_of(document: Document, span: Span, kinds: frozenset[str]) -> bool:
    """Whether a part is of one of the kinds: by a sense of its noun, or as people by where they are from ("a Dane")."""
    for token in document.tokens_touching(span):
        noun = token.lemma.lower()
        if token.tag not in NOUN_TAGS:
            continue
        if noun in kinds or any(kind_share(noun, kind) > 0 for kind in kinds):
            return True
        if PERSON in kinds and (is_person_noun(noun) or noun in PEOPLE or token.text[:1].isupper()):
            return True
    return False
