"""Grounds: the one reason that a report gives for what it tells of, and how somebody came to die.

The rule for causes reads mishaps by their kinds. Here the turn of events may be any that has one reason: a match called
off, a chief who leaves, a conviction thrown out, a recall. Reports differ when each gives a reason in so many words, of
the same turn, and no word of the one's reason stands anywhere in the other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.effects import cause_words
from checker.factuality.prominence import PLAIN, is_brief, list_prominent
from checker.factuality.reasons import content_of, kinds_of_cause
from checker.language.phrases import tokens_in
from checker.model import Document, MentionKind, Polarity, Sentence, Span, Token

LONGEST = 12
"""Words of a reason that are read."""

HEDGED = re.compile(
    r"\b(?:not|n't|nor|never|no longer|whether|may|might|could|possibly|perhaps|partly|in part|probably|among|also|"
    r"another|other|further|additional|denied|denies|rejected|dismissed|ruled out|rumou?rs?|speculation|unclear|"
    r"earlier)\b"
)
"""Words before a reason with which it is denied, a guess, or one of several."""

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)
STOPS = frozenset({",", ";", ":", ".", "(", ")", "-", "–", "—", "!", "?", '"', "”", "“"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason, or a manner of death: the words (the head's lemma first) and the turns of events that it may be of."""

    sentence: Sentence
    span: Span
    words: tuple[str, ...]
    turns: frozenset[str] = field(default_factory=frozenset)
    manner: str = ""


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("checker.factuality") / "data" / "grounds.toml").read_text("utf-8"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])(?:" + "|".join(_words()[name]) + r")(?:\s|(?<=[: ]))")


@cache
def _table(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"\b(?:{text})")) for kind, text in _words()[name].items())


def read_grounds(document: Document) -> Iterator[Ground]:
    """The reasons that the prominent sentences of a document give, and the manner of a death, in reading order."""
    chosen, brief = list_prominent(document), is_brief(document)
    plains = {s.index: s.text.lower().translate(PLAIN) for s in chosen}
    deaths = {n for n, plain in plains.items() if re.search(_words()["death"]["told"], plain)}
    text = document.text.lower().translate(PLAIN)
    one_manner = bool(deaths) and sum(1 for _, pattern in _table("manners") if pattern.search(text)) == 1
    before = frozenset[str]()
    whole = turns_in(" ".join(plains.values())) if brief else frozenset[str]()
    for sentence in chosen:
        plain = plains[sentence.index]
        here = turns_in(plain)
        if len(plain) == len(sentence.text) and not plain.rstrip().endswith("?"):
            yield from _read_reason(document, sentence, plain, here or before or whole)
            if one_manner and (sentence.index in deaths or (deaths and brief)):
                yield from _read_manner(sentence, plain)
        before = here or before


def turns_in(plain: str) -> frozenset[str]:
    """The turns of events with one reason that a text in lower case names."""
    return frozenset(kind for kind, pattern in _table("turns") if pattern.search(plain))


def _read_reason(document: Document, sentence: Sentence, plain: str, turns: frozenset[str]) -> Iterator[Ground]:
    for name in ("plain", "loose"):
        for found in _pattern(name).finditer(plain):
            if HEDGED.search(plain[max(0, found.start() - 30) : found.start()]) or (name == "loose" and not turns):
                continue
            tokens = _run(document, sentence, sentence.span.start + found.end())
            words = content_of(tokens)
            if not words or words[0] in _words()["sources"] or HEDGED.search(found.group()):
                continue
            if name == "loose" and not _is_reason(found.group().strip(), words, turns):
                continue
            outside = plain[: found.start()] + plain[tokens[-1].span.end - sentence.span.start :]
            span = Span(sentence.span.start + found.start(), tokens[-1].span.end)
            yield Ground(sentence, span, words, turns_in(outside) or turns)
            return
    caused = re.search(_words()["before"], plain)
    if caused is not None and not HEDGED.search(plain[: caused.end()]):
        tokens = list(tokens_in(document, _at(sentence, 0, caused.start())))[-LONGEST:]
        cut = max((n + 1 for n, t in enumerate(tokens) if t.text in STOPS or t.tag in {"WDT", "WP"}), default=0)
        words = content_of(tokens[cut:])
        person = bool(document.mentions_in(_at(sentence, 0, caused.start()), MentionKind.PERSON, MentionKind.ROLE))
        if words and (kinds_of_cause(words) or not person):
            span = Span(tokens[cut].span.start, sentence.span.start + caused.end())
            yield Ground(sentence, span, words, turns_in(plain[caused.start() :]) or turns)
            return
    yield from _read_failing(document, sentence, plain, turns)


def _read_failing(document: Document, sentence: Sentence, plain: str, turns: frozenset[str]) -> Iterator[Ground]:
    """What had gone wrong, told without a word of cause: "the hinge had rusted through"."""
    failing = {*cause_words()["failing"]}
    for clause in document.clauses:
        if clause.sentence != sentence.index or clause.nominal or clause.conditional or not turns:
            continue
        tokens = tokens_in(document, clause.span)[:LONGEST]
        lemmas = {t.lemma.lower() for t in tokens}
        words = content_of(tokens)
        if not words or clause.polarity is Polarity.NEGATIVE or HEDGED.search(plain):
            continue
        if "had" in {t.text.lower() for t in tokens} and lemmas & failing and kinds_of_cause(words):
            yield Ground(sentence, Span(tokens[0].span.start, tokens[-1].span.end), words, turns)
            return


def _is_reason(lead: str, words: tuple[str, ...], turns: frozenset[str]) -> bool:
    """Whether a loose word leads to a reason: of what people decide, or one of a known kind."""
    if lead in _words()["looser"] or not turns & {"stop", "leave", "end", "punish", "refuse"}:
        return bool(kinds_of_cause(words))
    return True


def _run(document: Document, sentence: Sentence, start: int) -> list[Token]:
    """The words of a reason: up to the next stop; none where it begins with a time or is no more than a name."""
    tokens = [t for t in tokens_in(document, Span(start, sentence.span.end)) if t.span.start >= start]
    run: list[Token] = []
    for token in tokens[:LONGEST]:
        if token.text in STOPS and run:
            break
        run.append(token)
    if not run or any(m.span.overlaps(run[0].span) for m in document.mentions_in(sentence.span, *TIMES)):
        return []
    named = document.mentions_in(Span(run[0].span.start, run[-1].span.end), MentionKind.PERSON)
    if any(m.span.start <= run[0].span.start and m.span.end >= run[-1].span.end for m in named):
        return []
    return run


def _read_manner(sentence: Sentence, plain: str) -> Iterator[Ground]:
    """How somebody died; nothing where a sentence gives several manners."""
    found = [(kind, m) for kind, pattern in _table("manners") if (m := pattern.search(plain)) is not None]
    if len(found) == 1 and not HEDGED.search(plain[: found[0][1].start()]):
        kind, match = found[0]
        yield Ground(sentence, _at(sentence, match.start(), match.end()), (kind,), frozenset({"death"}), kind)


def _at(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)
