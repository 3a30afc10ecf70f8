"""Inclusions: all, some or none; who is left out; the only one; from what age; whether anybody was hurt.

Each reading answers one of a few questions that an event has once: was anybody hurt, were all of them freed, who is
exempt, who alone held the key, from what age. The ways of saying it are regular expressions of
``data/inclusions.toml``, tried on the prominent sentences in lower case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.prominence import PLAIN, list_prominent
from checker.language.phrases import NOUN_TAGS, tokens_in, word_of
from checker.model import Document, Sentence, Span

HARM, WHOLE, MEMBER, SOLE, AGE = "harm", "whole", "member", "sole", "age"
"""The questions: was anybody hurt; all or some; is somebody in or out; the only one or several; from what age."""

DOUBT = re.compile(
    r"\b(?:whether|if|unless|could|might|may be|would have|calls? for|demand\w*|want\w*|urged?|propos\w+|"
    r"consider\w*|hop(?:e|es|ed|ing)|feared|initially|at first|earlier)\b"
)
"""Words of a sentence that leave open whether it is so, or tell of another time: "they hoped that all would"."""

LESS = re.compile(r"\W{1,2}(?:but|bar|barring|except|excluding|save|minus|apart from|aside from|other than)\b")
"""Behind a word for all, what takes somebody out: "everyone bar the chairman"."""

BACK = 24
"""Characters before a word for all in which what makes it less stands."""

GROUPS = 5
"""Nouns behind a word for all that name the group, at most."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """One statement: its question, its answer (``pole``), the words that say it, and the lemmas of who is meant.

    ``deeds`` names what is done to all or some ("release"), ``number`` is a limit of age.
    """

    sentence: Sentence
    question: str
    pole: str
    focus: Span
    group: tuple[str, ...] = ()
    deeds: frozenset[str] = field(default_factory=frozenset)
    number: int = 0


@cache
def _words() -> dict[str, Any]:
    """The file, its expressions made up of their parts."""
    data = tomllib.loads((files("checker.factuality") / "data" / "inclusions.toml").read_text("utf-8"))
    parts = data["parts"]
    return {name: _fill(table, parts) for name, table in data.items() if name != "parts"}


def _fill(table: Any, parts: dict[str, str]) -> Any:
    if isinstance(table, str):
        for name, text in parts.items():
            table = table.replace(f"{{{name}}}", text)
        return table
    if isinstance(table, dict):
        return {name: _fill(entry, parts) for name, entry in table.items()}
    return [_fill(entry, parts) for entry in table]


@cache
def _made(table: str, name: str = "patterns") -> tuple[re.Pattern[str], ...]:
    found = _words()[table][name]
    return tuple(re.compile(p) for p in ([found] if isinstance(found, str) else found))


@cache
def _deed_patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((name, re.compile(t["done"]), re.compile(t["undone"])) for name, t in _words()["deeds"].items())


def read_inclusions(document: Document) -> Iterator[Inclusion]:
    """Every such statement in the prominent sentences of a document, in reading order."""
    for sentence in list_prominent(document):
        plain = sentence.text.lower().translate(PLAIN)
        if len(plain) != len(sentence.text) or plain.rstrip().endswith("?"):
            continue
        yield from _read_harm(sentence, plain)
        yield from _read_ages(sentence, plain)
        yield from _read_sole(document, sentence, plain)
        if DOUBT.search(plain):
            continue
        yield from _read_members(document, sentence, plain)
        yield from _read_wholes(document, sentence, plain)


def _at(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)


def _read_harm(sentence: Sentence, plain: str) -> Iterator[Inclusion]:
    grave = _made("harm", "grave")[0]
    for pole in ("none", "some"):
        for found in _made("harm", pole)[0].finditer(plain):
            around = plain[max(0, found.start() - 12) : found.end() + 12]
            if pole == "none" and grave.search(around):
                continue
            if pole == "some" and re.search(r"\b(?:no|not|nobody|never|without|avoid\w*|than)\b", found.group()):
                continue
            yield Inclusion(sentence, HARM, pole, _at(sentence, found.start(), found.end()))
            return


def _read_ages(sentence: Sentence, plain: str) -> Iterator[Inclusion]:
    if not _made("age", "context")[0].search(plain):
        return
    barred = _made("age", "barred")[0].search(plain)
    least = None if barred else _made("age", "least")[0].search(plain)
    most = None if barred or least else _made("age", "most")[0].search(plain)
    for pole, found in (("from", barred or least), ("to", most)):
        if found is not None:
            number = next(int(n) for n in found.groups() if n)
            yield Inclusion(sentence, AGE, pole, _at(sentence, found.start(), found.end()), number=number)


def _read_sole(document: Document, sentence: Sentence, plain: str) -> Iterator[Inclusion]:
    for pole in ("alone", "several"):
        found = _made("sole", pole)[0].search(plain)
        if found is not None and not re.search(
            r"\b(?:not|n't|never)\b", plain[max(0, found.start() - 8) : found.end()]
        ):
            span = _at(sentence, found.start(), found.end())
            behind = Span(span.start, min(sentence.span.end, span.end + 40))
            nouns = tuple(word_of(t) for t in tokens_in(document, behind) if t.tag in NOUN_TAGS)
            yield Inclusion(sentence, SOLE, pole, span, nouns)
            return


def _read_members(document: Document, sentence: Sentence, plain: str) -> Iterator[Inclusion]:
    for pole, table in (("out", "exceptions"), ("in", "included")):
        for pattern in _made(table):
            for found in pattern.finditer(plain):
                if (
                    pole == "in"
                    and re.search(r"\b(?:not|n't|no longer|nobody|never)\b", found.group())
                    and (
                        "not exempt" not in found.group()
                        and "not spared" not in found.group()
                        and "no " not in found.group()
                    )
                ):
                    continue
                group = group_of(document, sentence, found)
                if group:
                    focus = _at(sentence, found.start(), found.end())
                    yield Inclusion(sentence, MEMBER, pole, focus, group, deeds_of(plain))
                    break


def group_of(document: Document, sentence: Sentence, found: re.Match[str]) -> tuple[str, ...]:
    """The lemmas of the noun phrase that a match names: its first behind a preposition, its last before a verb."""
    if "who" not in found.re.groupindex or found.group("who") is None:
        return ()
    start, end = found.span("who")
    tokens = tokens_in(document, _at(sentence, start, end))
    leads = found.start("who") > found.start()
    runs: list[list[str]] = [[]]
    named = False
    for token in tokens:
        if leads and named and token.tag in {"VBN", "VBG"}:
            break  # "people travelling for work"
        named = token.tag in NOUN_TAGS
        if token.tag in NOUN_TAGS or token.tag.startswith(("JJ", "VBN", "VBG", "CD")) or token.tag in {"HYPH", "POS"}:
            if token.tag not in {"HYPH", "POS", "CD"}:
                runs[-1].append(word_of(token))
        elif token.tag == "IN" and runs[-1] and not leads:
            runs.append(["<"])
        elif runs[-1] and token.tag not in {"DT", "PRP$", "CC"}:
            if leads:
                break
            runs.append([])
    kept = [r for r in runs if r and r != ["<"]]
    if not kept:
        return ()
    words = [*kept[0]] if leads else [*kept[-1]]
    if words[:1] == ["<"] and len(kept) > 1:
        words = [*words[1:], *kept[-2]]
    words = [w for w in words if w != "<"]
    return tuple(reversed(words))[:GROUPS]


def deeds_of(plain: str) -> frozenset[str]:
    """The classes of deeds that a text in lower case tells of as done or left undone."""
    return frozenset(n for n, done, undone in _deed_patterns() if done.search(plain) or undone.search(plain))


def _read_wholes(document: Document, sentence: Sentence, plain: str) -> Iterator[Inclusion]:
    """All or some: by a word for it beside a deed done, or by some who are left with the deed undone."""
    done = frozenset(n for n, d, _ in _deed_patterns() if d.search(plain))
    left = frozenset(n for n, _, u in _deed_patterns() if u.search(plain))
    for pole, table in (("part", "part"), ("all", "all")):
        for pattern in _made(table):
            found = next((m for m in pattern.finditer(plain) if pole != "all" or is_whole(plain, m)), None)
            if found is not None:
                focus = _at(sentence, found.start(), found.end())
                group = group_of(document, sentence, found)
                deeds = done | left if pole == "part" else done - left
                yield Inclusion(sentence, WHOLE, pole, focus, group, deeds)
                break
    for name, _, undone in _deed_patterns():
        found = undone.search(plain) if name != "cover" else None
        counted = _counted(plain, found.start()) if found is not None else None
        if found is not None and counted is not None:
            tokens = tokens_in(document, _at(sentence, counted[0], found.start()))
            group = tuple(word_of(t) for t in reversed(tokens) if t.tag in NOUN_TAGS)[:GROUPS]
            yield Inclusion(sentence, WHOLE, "part", _at(sentence, counted[0], found.end()), group, frozenset({name}))
            return


@cache
def _count_pattern() -> re.Pattern[str]:
    parts = tomllib.loads((files("checker.factuality") / "data" / "inclusions.toml").read_text("utf-8"))["parts"]
    return re.compile(rf"\b(?:{parts['count']}|others|the rest)\b(?: more| others?| of)?[^,.;:]{{0,40}}$")


def _counted(plain: str, end: int) -> tuple[int, int] | None:
    """Where the number of those who are left begins: "four of the students remain in captivity"."""
    found = _count_pattern().search(plain[:end])
    return found.span() if found is not None and not re.search(r"\b(?:no|not)\b", found.group()) else None


def is_whole(plain: str, found: re.Match[str]) -> bool:
    """Whether a word for all means all of a group: not "nearly all", "above all", "all day"."""
    if re.search(_words()["all"]["unless"], plain[max(0, found.start() - BACK) : found.start()]):
        return False
    if LESS.match(plain, found.end()):
        return False
    return not is_of_times((found.group("who") or "").split())


def is_of_times(who: Sequence[str]) -> bool:
    """Whether the words behind one for all make it one of times, or of no group: "all day", "all but"."""
    return bool(who) and who[0] in set(_words()["all"]["times"])
