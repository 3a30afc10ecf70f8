"""Credits: the other outlets that an article says it has something from, wherever and however it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.attribution.found import Found
from checker.attribution.outlets import Outlet, load_outlets, recognise, refers_back
from checker.attribution.tree import Tree
from checker.model import Document, MentionKind, Span

# An agency in a dateline, at the start of a paragraph: GENEVA, March 3 (AP) —
DATELINE = re.compile(r"^[^()\n]{0,60}\((?P<outlet>[A-Z][\w&./ ’'-]{1,40})\)\s{0,3}(?:[—–-]{1,2}|:)")
# A source line: Source: Reuters; Source Reuters; Sources: AP, AFP
SOURCE_LINE = re.compile(
    r"\b[Ss]ources?(?::\s{0,2}|\s)(?P<outlets>[A-Z][\w&. ’'-]{1,40}(?:,\s[A-Z][\w&. ’'-]{1,40}){0,3})"
)
# An outlet's own piece: a Reuters report, an Atlas Wire investigation
PIECE = re.compile(
    r"\b(?P<outlet>(?:[A-Z][\w.’'&-]*\s){1,5})(?:reports?|reported|story|article|investigation|interview|analysis|account|poll)\b"
)
# Who is cited: citing Reuters; quoted by the Harbour Gazette; seen by Atlas Wire; reported by AFP
CITED = re.compile(
    r"\b(?:citing|cited by|quoted by|quoting|(?:first )?reported (?:by|in)|(?:seen|obtained|reviewed|published) by"
    r"|published in|according to)\s(?:the\s)?"
    r"(?P<outlet>[A-Z][\w.’'&-]*(?:\s(?:of\s|and\s|de\s)?[A-Z][\w.’'&-]*){0,5})"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the article credits, the words that do so, and the sentence they stand in (-1 outside of any)."""

    outlet: str
    span: Span
    sentence: int


def own_outlet(document: Document, outlet: Outlet) -> bool:
    """Whether an outlet is the article's own source, so that naming it credits nobody else."""
    source = document.article.source
    if not source:
        return False
    name = outlet.name.casefold()
    if " " not in source and "." in source:
        # A domain: www.nytimes.com, uk.reuters.com
        return name.replace(" ", "") in source.casefold().split(".")
    own = recognise(source)
    return name == source.casefold().removeprefix("the ") or (own is not None and own.name == outlet.name)


def find_credits(tree: Tree, found: list[Found]) -> list[tuple[Credit, Outlet]]:
    """Credits in the order of the text, each once; references back ("the agency") are resolved."""
    document = tree.document
    seen: dict[Span, Outlet] = {}
    for span, outlet in _written(document):
        seen.setdefault(span, outlet)
    for f in found:
        if f.speaker is not None and (spoken := recognise(f.speaker.span.of(document.text))):
            seen.setdefault(f.speaker.span, spoken)
    named = list(seen.items())
    for f in sorted((f for f in found if f.speaker), key=lambda f: f.speaker.span.start if f.speaker else 0):
        assert f.speaker is not None
        before = [o for span, o in sorted(named, key=lambda x: x[0]) if span.start < f.speaker.span.start]
        if f.speaker.span not in seen and (back := refers_back(f.speaker.span.of(document.text), before)):
            seen[f.speaker.span] = back
    kept: list[tuple[Credit, Outlet]] = []
    for span, outlet in sorted(seen.items(), key=lambda item: item[0]):
        if (
            own_outlet(document, outlet)
            or _person(document, span)
            or any(c.span.overlaps(span) and o.name == outlet.name for c, o in kept)
        ):
            continue
        kept.append((Credit(outlet.name, span, _sentence(tree, span)), outlet))
    return kept


def _person(document: Document, span: Span) -> bool:
    """Whether a name that could be an outlet's is a person's here: Bloomberg, Forbes."""
    return any(m.kind is MentionKind.PERSON and m.span.contains(span) for m in document.mentions)


def _sentence(tree: Tree, span: Span) -> int:
    index = tree.at(span.start)
    if not tree.tokens:
        return -1
    sentence = tree.document.sentences[tree.tokens[index].sentence]
    return sentence.index if sentence.span.overlaps(span) else -1


def _written(document: Document) -> Iterator[tuple[Span, Outlet]]:
    """Credits that a pattern finds in the text of each paragraph."""
    text = document.text
    for block in document.blocks:
        part = block.span.of(text)
        if "(" in part[:80] and (m := DATELINE.match(part)):
            outlet = recognise(m["outlet"]) or (Outlet(m["outlet"], "wire") if m["outlet"].isupper() else None)
            if outlet:
                yield _at(block.span, m.span("outlet")), outlet
        if "ource" in part:
            for m in SOURCE_LINE.finditer(part):
                start = m.start("outlets")
                for name in m["outlets"].split(", "):
                    if outlet := _first_outlet(name):
                        yield Span(block.span.start + start, block.span.start + start + len(name)), outlet
                    start += len(name) + 2
        for pattern in (PIECE, CITED):
            for m in pattern.finditer(part):
                name = m["outlet"].strip()
                outlet = _last_outlet(name) if pattern is PIECE else _first_outlet(name)
                if outlet:
                    start = m.start("outlet") + max(0, name.rfind(outlet.name))
                    end = start + len(outlet.name) if outlet.name in name else start + len(name)
                    yield _at(block.span, (start, end)), outlet


def _at(block: Span, where: tuple[int, int]) -> Span:
    return Span(block.start + where[0], block.start + where[1])


def _first_outlet(name: str) -> Outlet | None:
    """The longest outlet that a run of capitalised words begins with."""
    words = name.split()
    for size in range(len(words), 0, -1):
        if outlet := recognise(" ".join(words[:size])):
            return outlet
    return None


def _last_outlet(name: str) -> Outlet | None:
    words = name.split()
    for start in range(len(words)):
        if start and words[start - 1].endswith(".") and len(words[start - 1]) > 3:
            return recognise(" ".join(words[start:]))
    for start in range(len(words)):
        form = " ".join(words[start:])
        known = load_outlets().get(form.casefold().removeprefix("the "))
        if known or (start == 0 and recognise(form)):
            return known or recognise(form)
    return None
