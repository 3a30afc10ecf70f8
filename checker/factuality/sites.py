"""Sites: the place of the one happening that a report tells of, in whatever words the report names either.

The scenes of ``localities`` are acts of narrow kinds. Here a happening is one of a few broad kinds ("went down",
"capsized"), read in the opening of an article or in a brief one, with the place that its clause goes on to name. Two
places exclude each other by their kind of ground (a tunnel, a viaduct), or by names of which neither article has the
other's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.facets import GENERIC, LOCATIVE
from checker.factuality.prominence import PLAIN, list_prominent
from checker.factuality.things import times_apart
from checker.language.phrases import NOUN_TAGS, tokens_in, word_of
from checker.model import Claim, Document, MentionKind, Relation, Sentence, Span, Token, Verdict
from checker.values.entities import EntityValue, fold_name

REACH = 9
"""Words behind what happened in which its place begins."""

LENGTH = 9
"""Words of a place that are read."""

STOPS = frozenset({";", ":", ".", "?", "!", "(", ")", "-", "–", "—", '"', "”", "“"})
COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
LEADS = frozenset(
    "in at on near off inside outside under beneath below behind into onto aboard beside to over by around from".split()
)
MOVING = frozenset({"to", "from", "by", "over", "around", "of"})
"""Prepositions that lead to a place only for some happenings."""

GOING = {"to": frozenset({"shift", "stay", "strike"}), "from": frozenset({"dig", "leak", "ill", "leave", "raise"})}
BEING = frozenset("was were is are happened occurred took came lies lay stands stood sits".split())
"""Verbs that lead from a noun for what happened to its place: "the leak was at", "the collision happened near"."""

DOUBT = re.compile(
    r"\b(?:not|n't|never|no longer|whether|if|may|might|could|would|planned|originally|instead of|rather than|earlier|"
    r"another|second|previous)\b"
)
AHEAD = re.compile(r"\b(?:will|'ll|shall|(?:is|are|due|set|plans?|hopes?|wants?) to|next|from 20\d\d)\b")
"""Words by which what happens is still to come."""

ANY = frozenset({"any"})
"""The happening of a line that only says "Venue:"."""

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)


@dataclass(frozen=True, slots=True)
class Site:
    """A happening's kinds and the place told of it: the words of its names and its kinds of ground.

    ``wide`` says that only a country or a region is named, ``who`` holds the people of the sentence, ``ahead`` says
    that it is still to come.
    """

    sentence: Sentence
    acts: frozenset[str]
    span: Span
    names: frozenset[str]
    grounds: frozenset[str]
    wide: bool
    who: frozenset[str] = frozenset()
    ahead: bool = False


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("checker.factuality") / "data" / "sites.toml").read_text("utf-8"))


@cache
def _acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"\b(?:{text})\b")) for kind, text in _words()["acts"].items())


@cache
def _grounds() -> dict[str, str]:
    return {word: kind for kind, words in _words()["grounds"].items() for word in words}


def read_sites(document: Document) -> Iterator[Site]:
    """Every place of a happening in the prominent sentences of a document, in reading order."""
    for sentence in list_prominent(document):
        plain = sentence.text.lower().translate(PLAIN)
        if len(plain) != len(sentence.text) or plain.rstrip().endswith("?"):
            continue
        label = re.search(_words()["labels"]["place"], sentence.text.lower(), re.MULTILINE)
        if label is not None:
            found = _place(
                document,
                sentence,
                tokens_in(document, _at(sentence, label.end(), _line_end(sentence.text, label.end()))),
                frozenset({"any"}),
            )
            if found is not None:
                yield found
            continue
        yield from _read(document, sentence, plain)


def _at(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end > 0 else len(text)


def _read(document: Document, sentence: Sentence, plain: str) -> Iterator[Site]:
    """The first place behind the words for what happened."""
    acts: dict[int, set[str]] = {}
    for kind, pattern in _acts():
        for match in pattern.finditer(plain):
            acts.setdefault(match.end(), set()).add(kind)
    seen: set[int] = set()
    for end, kinds in sorted(acts.items()):
        if DOUBT.search(plain[max(0, end - 40) : end]):
            continue
        tokens = tokens_in(document, _at(sentence, end, len(plain)))
        for n, token in enumerate(tokens[:REACH]):
            text = token.text.lower()
            if token.text in STOPS or (token.tag in {"VBD", "VBZ", "WDT", "WP"} and text not in BEING):
                break
            if text not in LEADS or (text in MOVING and not GOING.get(text, frozenset()) & kinds):
                continue
            found = _place(document, sentence, tokens[n:], frozenset(kinds))
            if found is not None:
                if found.span.start not in seen:
                    seen.add(found.span.start)
                    people = document.mentions_in(sentence.span, MentionKind.PERSON)
                    who = frozenset(m.entity for m in people if m.entity)
                    yield replace(
                        found, who=who, ahead=AHEAD.search(plain[: found.span.start - sentence.span.start]) is not None
                    )
                break


def _place(document: Document, sentence: Sentence, tokens: Sequence[Token], acts: frozenset[str]) -> Site | None:
    """A place that begins with the tokens: to the next stop, by its names and its kinds of ground."""
    run: list[Token] = []
    times = document.mentions_in(sentence.span, *TIMES)
    for at, token in enumerate(tokens[:LENGTH]):
        if any(m.span.contains(token.span) for m in times):
            break
        if token.text in STOPS or (run and token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "CC"}):
            break
        follows = at + 1 < len(tokens) and tokens[at + 1].tag.startswith("NNP")
        if token.text == "," and not (follows and len(run) > 1 and run[-1].tag.startswith("NNP")):
            break
        run.append(token)
    while run and run[-1].tag in {"IN", "TO", "DT", ",", "JJ", "PRP$"}:
        run.pop()
    if len(run) < 2 and "any" not in acts:
        return None
    if not run:
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    people = document.mentions_in(span, MentionKind.PERSON, MentionKind.ORGANISATION)
    sides = {
        n for n, t in enumerate(run) if t.text.lower() in COMPASS and run[n + 1 : n + 2] and run[n + 1].text == "of"
    }
    run = run[: min(sides)] if sides else run  # "north of the city": it is not in the city
    if not run:
        return None
    names = (
        {
            fold_name(t.text)
            for t in run
            if t.tag.startswith("NNP") and len(t.text) > 2 and not any(m.span.overlaps(t.span) for m in people)
        }
        - GENERIC
        - COMPASS
    )
    grounds = {_grounds()[w] for t in run if t.tag in NOUN_TAGS and (w := word_of(t)) in _grounds()}
    places = [m.value for m in document.mentions_in(span, MentionKind.PLACE) if isinstance(m.value, EntityValue)]
    wide = {w for v in places if v.level in ("country", "region") for w in fold_name(v.text).split()}
    if not (names - wide or grounds) or (
        not {t.text.lower() for t in run[:1]} & (LOCATIVE | LEADS) and "any" not in acts
    ):
        return None
    return Site(sentence, acts, span, frozenset(names - wide), frozenset(grounds), bool(wide) and not names - wide)


def compare_sites(one: Claim, other: Claim) -> Verdict:
    """Two places of one happening: of two kinds of ground, or with names that the other article does not have."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    acts = one.concepts & other.concepts or "any" in one.concepts | other.concepts
    if not acts or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other happenings")
    people, others_named = one.part("who"), other.part("who")
    if (people and others_named and not people & others_named) or (
        one.scope != other.scope and ANY not in (one.concepts, other.concepts)
    ):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other people, or another time")
    mine, theirs = one.part("names"), other.part("names")
    grounds, others = one.part("grounds"), other.part("grounds")
    if mine & theirs or (grounds & others and not (mine and theirs)):
        return Verdict(Relation.AGREE if mine & theirs else Relation.NOT_COMPARABLE, reason)
    unknown = not mine & other.part("told") and not theirs & one.part("told")
    if unknown and ((grounds and others) or (mine and theirs and acts)):
        return Verdict(Relation.CONTRADICT, f"{reason}: two places")
    return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")
