"""Reaches: for whom or what it holds: for all, for these only, not for those, for these too.

Read in the prominent sentences of a report, where what holds is nearly always what the report is about. Two reports
that give their measure or mishap another reach need not name the groups by like words: "every ward" beside "the
intensive care unit alone".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.inclusions import LESS, deeds_of, group_of, is_of_times
from checker.factuality.prominence import PLAIN, list_prominent
from checker.language.phrases import NOUN_TAGS, tokens_in, word_of
from checker.lexicon.listed import light_verbs
from checker.model import Document, MentionKind, Sentence, Span

ALL, ONLY, OUT, IN = "all", "only", "out", "in"
"""For all; for these only; not for these; for these too."""

MEASURE = "measure"
"""The deed of a sentence that names a measure, or points back at one."""

SEVERAL = 2
"""Statements of one pole in a sentence that are read, at most."""

BACK = 24
"""Characters before a word for all in which what makes it less stands."""

OPENING = 40
"""Characters behind "only" in which a figure shows that it is not of whom."""

NEAR = 2
"""Sentences before one in which the measure that it is of is named."""

NEGATED = re.compile(r"\b(?:not|n't|never|no longer|hardly|nearly|almost|without)\s*$")
AMOUNTS = (MentionKind.PERCENT, MentionKind.MONEY, MentionKind.DURATION, MentionKind.DATE, MentionKind.TIME)


@dataclass(frozen=True, slots=True)
class Reach:
    """One statement: its pole, the lemmas of the group (the head's first), what is done (verbs, classes of deeds)."""

    sentence: Sentence
    pole: str
    focus: Span
    group: tuple[str, ...]
    deeds: frozenset[str]


@cache
def _words() -> dict[str, Any]:
    data = tomllib.loads((files("checker.factuality") / "data" / "reaches.toml").read_text("utf-8"))
    parts = data.pop("parts")
    filled: dict[str, Any] = {}
    for name, table in data.items():
        filled[name] = {key: _fill(value, parts) for key, value in table.items()}
    return filled


def _fill(value: Any, parts: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_fill(one, parts) for one in value]
    for name, text in parts.items():
        value = value.replace(f"{{{name}}}", text)
    return value


@cache
def _made(table: str, name: str = "patterns") -> tuple[re.Pattern[str], ...]:
    found = _words()[table][name]
    return tuple(re.compile(p) for p in ([found] if isinstance(found, str) else found))


def read_reaches(document: Document) -> Iterator[Reach]:
    """Every statement of a reach in the prominent sentences of a document, in reading order."""
    for sentence in list_prominent(document):
        plain = sentence.text.lower().translate(PLAIN)
        if (
            len(plain) != len(sentence.text)
            or plain.rstrip().endswith("?")
            or _made("unless", "doubt")[0].search(plain)
        ):
            continue
        deeds: frozenset[str] | None = None
        for pole in (ONLY, OUT, ALL, IN):
            if not _made("signs", pole)[0].search(plain):
                continue
            heads: set[str] = set()
            for focus, group in _read(document, sentence, plain, pole):
                deeds = _deeds(document, sentence, plain) if deeds is None else deeds
                if group[0] not in heads and len(heads) < SEVERAL:
                    heads.add(group[0])
                    yield Reach(sentence, pole, focus, group, deeds)


def _read(document: Document, sentence: Sentence, plain: str, pole: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The statements of a pole in a sentence: their words and the group."""
    for pattern in _made(pole):
        for found in pattern.finditer(plain):
            if not _holds(plain, found, pole):
                continue
            start = sentence.span.start
            group = group_of(document, sentence, found)
            if pole == IN and group:
                named = tokens_in(document, Span(start + found.start("who"), start + found.end("who")))
                group = tuple(dict.fromkeys((*group, *(word_of(t) for t in named if t.tag in NOUN_TAGS))))
            focus = Span(start + found.start(), start + found.end())
            if pole == ALL and not group and not found.group().startswith(("all", "each", "every ", "both")):
                group = ("everything",)
            if not group or (pole == ONLY and group[0] in _words()["only"]["measures"]):
                continue
            leads = found.start("who") > found.start()
            if pole == ONLY and leads and document.mentions_in(_opening(focus), *AMOUNTS):
                continue
            yield focus, group
            break


def _opening(focus: Span) -> Span:
    """Where a figure or a time stands behind "only": "only 12 per cent", "only on Monday"."""
    return Span(focus.start, min(focus.end, focus.start + OPENING))


def _holds(plain: str, found: re.Match[str], pole: str) -> bool:
    before = plain[max(0, found.start() - BACK) : found.start()]
    who = (found.group("who") or "").split()
    if pole == OUT:
        return not _made("unless", "nobody")[0].search(" ".join(who))
    if NEGATED.search(before):
        return False
    if pole == ALL:
        every = found.group().startswith(("each", "every", "both", "nobody", "no "))
        less = _made("unless", "less" if every else "before")[0].search(before) or LESS.match(plain, found.end())
        return not less and not is_of_times(who)
    return not (pole == ONLY and who and who[0] in _words()["only"]["times"])


def _deeds(document: Document, sentence: Sentence, plain: str) -> frozenset[str]:
    """What a sentence tells of: its verbs, the classes of deeds, and whether it is of a measure."""
    tokens = tokens_in(document, sentence.span)
    verbs = {t.lemma.lower() for t in tokens if t.tag.startswith("VB")} - light_verbs() - {"be", "have", "do", "say"}
    deeds = {f"*{name}" for name in deeds_of(plain)}
    deeds |= {f"*{name}" for name in _words()["deeds"] if _made("deeds", name)[0].search(plain)}
    before = document.sentences[max(0, sentence.index - NEAR) : sentence.index]
    told = plain + " ".join(one.text.lower() for one in before)
    if _made("reaching", "verbs")[0].search(plain) or _made("measure", "nouns")[0].search(told):
        deeds.add(MEASURE)
    nouns = {t.lemma.lower() for t in tokens if t.tag in NOUN_TAGS}
    return frozenset(verbs | deeds | {f"={noun}" for noun in nouns})
