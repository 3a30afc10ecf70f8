"""Localities: where something happened, as news tells it: a named place, a kind of building, a floor, a side, a way in.

A phrase of place is read into facets. Two phrases of one act can both be true unless a facet that both give excludes
the other: the ground floor and the attic, a hotel and a frigate, Gander and Keflavik, south and north of one point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.factuality.assertions import polarity_of, stage_of
from checker.factuality.facets import LOCATIVE, Locality, is_place, locality_words, read_facets
from checker.model import BlockKind, Clause, Document, MentionKind, Polarity, Role, Sentence, Span, Token
from checker.values.entities import fold_name
from checker.values.status import DONE, PLANNED

BEING = frozenset({"is", "are", "was", "were", "been", "being", "be"})
REACH = 14
"""Words behind what happened in which its place is looked for."""

ALONG = 8
"""The same, behind a noun for fighting: "the clash of 3 May between two patrols at the dam"."""

BESIDE = 2
"""The same, behind a noun for what happened: "the signing in Vienna"."""

NAMED = frozenset({"storm", "vessel", "racer"})
"""Classes of things that go by a name of their own."""

SCREENS = frozenset({"television", "tv", "screen", "radio", "phone", "film", "video", "paper", "page"})
STOPS = frozenset({";", ":", ".", "?", "!", "(", "–", "—"})
JOINTS = frozenset({"WDT", "WP", "WRB", "MD"})
NOUN_ACTS = frozenset({"sign", "wed", "crown", "handover", "land", "landfall", "start", "bury", "sleep", "fight"})
"""Acts that a noun tells of as well as a verb."""

WATCHERS = frozenset({"visitor", "public"})
"""Those who are told to see something where it is shown."""

FORCED = frozenset({"force", "smash", "prise", "jemmy", "break"})
OTHER = frozenset({"another", "second", "next", "previous", "earlier", "last", "other", "later", "former", "third"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What happened where: ``act`` names what, ``things`` the lemmas of what it happened to."""

    sentence: Sentence
    clause: Clause | None
    act: str
    trigger: Span
    things: tuple[str, ...]
    locality: Locality
    denied: bool = False
    keys: frozenset[str] = field(default_factory=frozenset)


@cache
def _triggers() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of all acts by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for act, entry in locality_words()["acts"].items():
        for phrase in entry["told"]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, act))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def read_scenes(document: Document) -> Iterator[Scene]:
    """Every act of the kinds that are known, with the place that its sentence gives for it."""
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or len(tokens) < 3 or sentence.text.rstrip().endswith("?"):
            continue
        seen: set[tuple[str, Span]] = set()
        lemmas = ["be" if t.text.lower() in BEING else t.lemma.lower() for t in tokens]
        for at, lemma in enumerate(lemmas):
            for words, act in _triggers().get(lemma, ()):
                end = _match(lemmas, at, words)
                if end is None:
                    continue
                for scene in _read(document, sentence, tokens, lemmas, (at, end), act):
                    if (act, scene.locality.span) not in seen:
                        seen.add((act, scene.locality.span))
                        yield scene


def _match(lemmas: Sequence[str], at: int, words: tuple[str, ...]) -> int | None:
    """The end of a phrase that begins at a place; an underscore stands for one word."""
    place = at
    for word in words[1:]:
        place += 1
        if place >= len(lemmas):
            return None
        if word != "_" and lemmas[place] != word:
            if lemmas[place] in {"the", "a", "an", "its", "his", "their", "her"} and place + 1 < len(lemmas):
                place += 1
                if lemmas[place] == word:
                    continue
            return None
    return place + 1


def _read(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lemmas: Sequence[str],
    trigger: tuple[int, int],
    act: str,
) -> Iterator[Scene]:
    entry = locality_words()["acts"][act]
    among = entry.get("among")
    if among and not {t.lemma.lower() for t in document.tokens} & {*among}:
        return
    head = tokens[trigger[0]]
    clause = _clause_of(document, sentence, head)
    if clause is None or clause.conditional or (head.tag.startswith("VB") and not _states(document, clause)):
        return
    behind = lemmas[trigger[1]] if trigger[1] < len(lemmas) else ""
    if lemmas[trigger[0]] in entry.get("tight", ()) and behind not in entry["at"]:
        return
    watched = lemmas[trigger[0]] in WATCHERS
    if head.tag.startswith("NN") and act not in NOUN_ACTS and not watched:
        return
    if OTHER & {t.text.lower() for t in tokens[max(0, trigger[0] - 6) : trigger[1] + 2]}:
        return
    if act == "make" and lemmas[trigger[0]] == "make" and head.tag != "VBN" and clause.relation != "relative":
        return
    things, keys = _things(document, clause)
    wanted = entry.get("things")
    known = locality_words()["things"].get(wanted, ()) if wanted else ()
    if not things:
        things = tuple(t.lemma.lower() for t in tokens[: trigger[0]] if t.tag.startswith("NN"))
    fits = not known or bool({*things, *lemmas[trigger[0] : trigger[1]]} & {*known})
    if not fits and (wanted not in NAMED or not _has_named_subject(document, clause)):
        return
    if wanted in {"suspect", "person"} and not keys and not things:
        return
    reach = REACH if head.tag.startswith("VB") or watched else ALONG if act == "fight" else BESIDE
    locality = _place(document, tokens, lemmas, trigger[1], entry["at"], reach) or _opening_place(
        document, tokens, lemmas, trigger[0], entry["at"]
    )
    needs = entry.get("needs", ())
    if locality is None and act == "handover" and trigger[1] - trigger[0] > 1:
        crossed = tokens[trigger[0] + 1 : trigger[1]]
        span = Span(crossed[0].span.start, crossed[-1].span.end)
        locality = read_facets(document, crossed, lemmas[trigger[0] + 1 : trigger[1]], span)
        locality = locality if locality.kinds else None
    if locality is None and not needs and clause is not None:
        locality = _subject_place(document, clause, act)
    if locality is None:
        return
    if needs and not {lemma for lemma in lemmas if lemma in needs}:
        return
    denied = polarity_of(clause) is Polarity.NEGATIVE
    span = Span(head.span.start, tokens[trigger[1] - 1].span.end)
    yield Scene(sentence, clause, act, span, things, locality, denied, keys)


def _has_named_subject(document: Document, clause: Clause) -> bool:
    subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
    return subject is not None and document.tokens[subject.head].tag.startswith("NNP")


def _states(document: Document, clause: Clause) -> bool:
    return stage_of(document, clause) in {DONE, PLANNED} or clause.relation == "relative"


def _clause_of(document: Document, sentence: Sentence, token: Token) -> Clause | None:
    own = document.clauses_of(sentence.index)
    heads = [c for c in own if c.head == token.index and not c.nominal]
    holding = heads or [c for c in own if c.span.contains(token.span) and not c.nominal]
    return min(holding, key=lambda c: c.span.end - c.span.start, default=None)


def _things(document: Document, clause: Clause) -> tuple[tuple[str, ...], frozenset[str]]:
    """The lemmas and the entities of what a clause is said of: its object before its subject."""
    lemmas: list[str] = []
    keys: set[str] = set()
    for role in (Role.PATIENT, Role.AGENT):
        for argument in clause.arguments:
            if argument.role is role:
                lemmas.extend(argument.lemmas[:4] or [argument.text.lower()])
                named = document.mentions_in(argument.span, MentionKind.PERSON, MentionKind.ORGANISATION)
                keys |= {m.entity for m in named if m.entity}
                if argument.entity:
                    keys.add(argument.entity)
    return tuple(dict.fromkeys(lemmas)), frozenset(keys)


def _place(
    document: Document, tokens: Sequence[Token], lemmas: Sequence[str], start: int, leading: Sequence[str], reach: int
) -> Locality | None:
    """The phrases of place behind a trigger, the first led to by one of the act's own prepositions."""
    at = start
    stop = min(len(tokens), start + reach)
    while at < stop:
        token = tokens[at]
        if token.text in STOPS or token.tag in JOINTS or (token.tag in {"VBD", "VBZ", "VBP"} and at > start):
            return None
        led = lemmas[at] in leading or (
            lemmas[at] == "by" and lemmas[at + 1 : at + 3] == ["way", "of"] and "by" in leading
        )
        if led and at + 1 < len(tokens) and lemmas[at + 1] not in SCREENS and not _is_time(document, tokens, at):
            found = _read_phrase(document, tokens, lemmas, at)
            if found is not None:
                return found
        at += 1
    return None


def _opening_place(
    document: Document, tokens: Sequence[Token], lemmas: Sequence[str], before: int, leading: Sequence[str]
) -> Locality | None:
    """The phrase of place that opens a sentence: "Aboard a frigate, both presidents signed"."""
    for at in range(min(4, before)):
        fits = lemmas[at] in leading and lemmas[at] not in {"by", "from", "of", "to"} and before > at + 2
        if fits and (at == 0 or tokens[at - 1].text == ",") and not _is_time(document, tokens, at):
            return _read_phrase(document, tokens, lemmas, at)
    return None


def _subject_place(document: Document, clause: Clause, act: str) -> Locality | None:
    """The way in that is itself what was forced: "The cellar door was forced"."""
    patient = clause.argument(Role.PATIENT)
    if act != "enter" or patient is None or clause.predicate.partition(" ")[0] not in FORCED:
        return None
    tokens = [document.tokens[i] for i in patient.tokens]
    found = read_facets(document, tokens, [t.lemma.lower() for t in tokens], patient.span)
    return found if found.openings else None


def _is_time(document: Document, tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1 : at + 4]
    times = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)
    return any(
        m.kind in times and m.span.start <= t.span.start < m.span.end
        for t in following[:2]
        for m in document.mentions_touching(t.span)
    )


def _read_phrase(document: Document, tokens: Sequence[Token], lemmas: Sequence[str], at: int) -> Locality | None:
    """A phrase of place with the phrases that hang on it: "at the naval academy above the port of Valparaiso"."""
    run: list[int] = []
    place = at
    while place < min(len(tokens), at + REACH):
        token = tokens[place]
        if token.text in STOPS or token.tag in JOINTS or token.tag in {"VBD", "VBZ", "VBP", "TO"}:
            break
        if token.text == "," and lemmas[place + 1 : place + 2] == ["for"] and {"ward", "unit"} & {*lemmas[at:place]}:
            place += 1  # "a ward, for kidney patients"
            continue
        if token.text == "(" and {"ward", "unit"} & {*lemmas[at:place]}:
            place += 1  # "Lind Ward (renal)"
            continue
        if token.text == ",":
            following = lemmas[place + 1] if place + 1 < len(lemmas) else ""
            named = place + 1 < len(tokens) and tokens[place + 1].tag.startswith("NNP")
            measured = place + 1 < len(tokens) and tokens[place + 1].tag == "CD"
            if not (following in LOCATIVE or named or measured):
                break
        if token.text.lower() in {"after", "before", "when", "while", "because", "as", "and"} and run:
            break
        if place > at and lemmas[place] in LOCATIVE and _is_time(document, tokens, place):
            break
        run.append(place)
        place += 1
    if len(run) < 2:
        return None
    kept = [tokens[n] for n in run]
    span = Span(kept[0].span.start, kept[-1].span.end)
    found = read_facets(document, kept, [lemmas[n] for n in run], span)
    if not is_place(kept, [lemmas[n] for n in run], found):
        return None
    empty = not (
        found.names or found.kinds or found.floors or found.rooms or found.openings or found.sides or found.wards
    )
    return None if empty else found


def names_beside(document: Document, names: frozenset[str]) -> frozenset[str]:
    """The words of names that stand in one sentence with a name: one of the two places may lie in the other."""
    found: set[str] = set()
    for sentence in document.sentences:
        words = {fold_name(t.text) for t in document.sentence_tokens(sentence) if t.tag.startswith("NNP")}
        if words & names:
            found |= words
    return frozenset(found) - names
