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
from checker.factuality.placekinds import can_nest, kinds_in, place_nouns
from checker.factuality.prominence import PLAIN, list_prominent
from checker.factuality.things import times_apart
from checker.language.phrases import NOUN_TAGS, tokens_in
from checker.lexicon import similarity, stop_words
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

BROAD = frozenset({"stay", "hold", "dig", "ill", "own", "build", "shift"})
"""Kinds of happening of which an event has many, each at a place of its own."""

WIDE = frozenset("province region county district state governorate prefecture oblast canton department island".split())
"""Nouns of what holds towns (own list)."""

BESIDE = 90
"""Characters before a place in which what happened there is told."""

VAGUE = frozenset(
    "time day night morning evening afternoon week month year hour minute people person man woman number part way "
    "case area side place town city village police officer official spokesman thing name side end".split()
)
"""Nouns that say too little of what happened (own list)."""

SAME_THING = 0.75
"""Lexical similarity from which two nouns may name one thing."""

ALIKE = (
    frozenset({"die", "dig"}),
    frozenset({"arrest", "dig"}),
    frozenset({"arrest", "stay"}),
    frozenset({"crash", "land"}),
    frozenset({"crash", "sink"}),
    frozenset({"strike", "die"}),
    frozenset({"strike", "blast"}),
    frozenset({"blast", "burn"}),
)
"""Kinds of happening that one thing may be told to be of: a body is found, and somebody found dead."""

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)


@dataclass(frozen=True, slots=True)
class Site:
    """A happening's kinds and the place told of it: the words of its names and its kinds of ground.

    ``wide`` says that only a country or a region is named, ``who`` holds the people of the sentence, ``ahead`` says
    that it is still to come, ``things`` the nouns of its clause.
    """

    sentence: Sentence
    acts: frozenset[str]
    span: Span
    names: frozenset[str]
    grounds: frozenset[str]
    wide: bool
    who: frozenset[str] = frozenset()
    ahead: bool = False
    things: frozenset[str] = frozenset()


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("checker.factuality") / "data" / "sites.toml").read_text("utf-8"))


@cache
def _acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"\b(?:{text})\b")) for kind, text in _words()["acts"].items())


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
    found_at: dict[int, Site] = {}
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
                earlier = found_at.get(found.span.start)
                found_at[found.span.start] = replace(found, acts=found.acts | earlier.acts) if earlier else found
                break
    if not found_at:
        return
    who = frozenset(m.entity for m in document.mentions_in(sentence.span, MentionKind.PERSON) if m.entity)
    for start, found in found_at.items():
        ahead = AHEAD.search(plain[: start - sentence.span.start]) is not None
        yield replace(found, who=who, ahead=ahead, things=_things(document, sentence, found))


def _things(document: Document, sentence: Sentence, site: Site) -> frozenset[str]:
    """The nouns that stand near a place: what happened there, and to what."""
    near = [t for t in document.sentence_tokens(sentence) if t.tag in NOUN_TAGS and t.text[:1].islower()]
    words = {t.lemma.lower() for t in near if _near(t, site)}
    return frozenset(words - place_nouns() - stop_words() - VAGUE)


def _near(token: Token, site: Site) -> bool:
    return 0 <= site.span.start - token.span.end < BESIDE or 0 <= token.span.start - site.span.end < BESIDE // 2


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
    grounds = kinds_in(run)
    places = [m.value for m in document.mentions_in(span, MentionKind.PLACE) if isinstance(m.value, EntityValue)]
    wide = {w for v in places if v.level in ("country", "region") for w in fold_name(v.text).split()}
    if not (names - wide or grounds) or (
        not {t.text.lower() for t in run[:1]} & (LOCATIVE | LEADS) and "any" not in acts
    ):
        return None
    return Site(sentence, acts, span, frozenset(names - wide), grounds, bool(wide) and not names - wide)


def compare_sites(one: Claim, other: Claim) -> Verdict:
    """Two places of one happening: of two kinds of ground, or with names that the other article does not have."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    same = one.concepts & other.concepts or ANY & (one.concepts | other.concepts)
    acts = same or any(pair & one.concepts and pair & other.concepts for pair in ALIKE)
    living = same == {"stay"} and "die" in one.concepts ^ other.concepts
    if living or not acts or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other happenings")
    people, others_named = one.part("who"), other.part("who")
    if (people and others_named and not people & others_named) or (
        one.scope != other.scope and ANY not in (one.concepts, other.concepts)
    ):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other people, or another time")
    mine, theirs = one.part("names"), other.part("names")
    grounds, others = one.part("grounds"), other.part("grounds")
    apart = not can_nest(grounds, others)
    if apart and _is_one_thing(one, other) and not (grounds & other.part("land") or others & one.part("land")):
        return Verdict(Relation.CONTRADICT, f"{reason}: two kinds of place")
    if mine & theirs or (grounds & others and not (mine and theirs)):
        return Verdict(Relation.AGREE if mine & theirs else Relation.NOT_COMPARABLE, reason)
    unknown = not mine & other.part("told") and not theirs & one.part("told")
    narrow = bool(same - BROAD) or _is_one_thing(one, other)
    if unknown and same and ((apart and narrow) or (mine and theirs and not _are_of_two_sizes(one, other))):
        return Verdict(Relation.CONTRADICT, f"{reason}: two places")
    return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")


def _is_one_thing(one: Claim, other: Claim) -> bool:
    """Whether a noun near the one place names what stands near the other."""
    return any(a == b or similarity(a, b) >= SAME_THING for a in one.part("things") for b in other.part("things"))


def _are_of_two_sizes(one: Claim, other: Claim) -> bool:
    """Whether one phrase says that it names a region, and the other does not: the town may lie in it."""
    return bool(WIDE & {*one.value.text.lower().split()}) != bool(WIDE & {*other.value.text.lower().split()})
