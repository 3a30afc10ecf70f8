"""Places: where it happened.

## What it finds

Cities in which one act happened, the seat of an organisation ("headquartered in", "head office moves to"), the city of
a court, the building in which something was signed, held or shown (a hotel, a palace), the yard of a repair, the point
at which a race was won, which end of a thing fell or burned, and whether the centre of an earthquake was at sea or on
land. Two places for one of these that do not contain each other are a contradiction.

## Why it matters

The wrong city survives every rewrite, because nobody checks it twice.

## Example

> **Harbour Post:** The company will be headquartered in Dayton.
>
> **Coast Wire:** Head office moves to Stockholm.

## Limits

Datelines, origins and destinations are not places of events, and neither is where somebody spoke. A hall inside a
hotel is not told apart from the hotel; streets are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.vocabulary import (
    Argument,
    Claim,
    Clause,
    Document,
    EntityValue,
    Linking,
    Locality,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    Tense,
    TextValue,
    Value,
    Verdict,
    are_opposite_ends,
    ask_place,
    compare_entities,
    compare_scenes,
    compare_sites,
    compare_texts,
    fold_name,
    form_participle,
    kinds_in,
    load_words,
    make_claim,
    names_beside,
    read_ends,
    read_scenes,
    read_sites,
    similarity,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
PLACE, SEAT, COURT, CENTRE, SCENE, END, SITE = "place", "seat", "court", "centre", "scene", "end", "site"
WHOLES = frozenset({"structure", "building", "complex", "construction"})
"""Nouns that stand for whatever was built."""

PLANNED = frozenset({"hold", "show", "repair"})
"""Acts that the present tense tells of ahead of time."""

FACETS = (
    "names",
    "kinds",
    "floors",
    "rooms",
    "openings",
    "positions",
    "sides",
    "away",
    "levels",
    "countries",
    "towns",
    "wards",
)
SAME_THING = 0.75
"""Lexical similarity from which two words may name one thing."""
NEAR_START = 12
"""Characters into an argument at which its place must begin: "in Geneva", not "in a hotel that Qatar owns"."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every place that a clause happens at, by the kind of question that it answers."""
    words = load_words(WORDS)
    here = {t.lemma.lower() for t in document.tokens}
    if here & set(words["court"]):
        yield from _courts(document, words)
    yield from _centres(document, words)
    yield from _scenes(document)
    yield from _ends(document)
    yield from _sites(document)
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE or clause.conditional or clause.modality is Modality.POSSIBLE:
            continue
        yield from _seat(document, clause, words)
        if clause.predicate and clause.predicate not in words["passing"] and not clause.nominal:
            yield from _event(document, clause, words)


def _city(document: Document, argument: Argument, *, prepositions: Iterable[str] = ()) -> Mention | None:
    """The city that an argument begins with."""
    if prepositions and argument.preposition not in prepositions:
        return None
    for mention in document.mentions_in(argument.span, MentionKind.PLACE):
        if isinstance(mention.value, EntityValue) and mention.value.level == "city":
            return mention if mention.span.start <= argument.span.start + NEAR_START else None
    return None


def _event(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    """The city in which something happened to a thing that the clause names."""
    if clause.tense is not Tense.PAST and clause.tense is not Tense.FUTURE:
        return
    things = [a.lemma for a in clause.arguments if a.role in (Role.AGENT, Role.PATIENT, Role.ATTRIBUTE) and a.lemmas]
    for argument in clause.arguments:
        if argument.role is Role.OBLIQUE:
            city = _city(document, argument, prepositions=words["prepositions"])
        else:
            city = _city_behind(document, argument) if argument.role is Role.PATIENT else None
        if city is not None and things:
            asks = f"where: {clause.predicate} {things[-1]}?"
            ahead = ["ahead"] if clause.tense is Tense.FUTURE else []
            heads = [clause.predicate, *things]
            yield _state(document, clause, PLACE, city.value, city.span, heads, asks, weight=0.4, scope=ahead)
            return


def _city_behind(document: Document, argument: Argument) -> Mention | None:
    """The city that ends an object: "the treaty in Madrid", which a parser hangs on the treaty."""
    for mention in document.mentions_in(argument.span, MentionKind.PLACE):
        ends = isinstance(mention.value, EntityValue) and mention.value.level == "city"
        before = document.text[max(0, mention.span.start - 4) : mention.span.start]
        if ends and mention.span.end == argument.span.end and before.endswith(" in "):
            return mention
    return None


def _seat(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Where an organisation has its head office, or will have."""
    subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
    if subject is None:
        return
    named = subject.text.lower()
    office = any(named.endswith(seat) for seat in words["seats"])
    seated = office and (clause.predicate in words["seated"] or clause.copula)
    running = clause.predicate in words["running"]
    owner = subject if not running else clause.argument(Role.PATIENT)
    body = owner is not None and (
        owner.lemma in words["organisations"] or bool(document.mentions_in(owner.span, MentionKind.ORGANISATION))
    )
    based = clause.predicate in words["based"] and subject.role is Role.PATIENT
    if not (seated or ((based or running) and body)):
        return
    for argument in clause.arguments:
        fits = argument.preposition in ("out of", "from") if running else argument.preposition in ("in", "to", "at")
        city = _city(document, argument) if fits else None
        if city is None:
            continue
        ahead = clause.tense is Tense.FUTURE or (seated and clause.predicate in words["moving"])
        span = Span(min(subject.span.start, city.span.start), max(subject.span.end, city.span.end))
        focus = span if clause.span.contains(span) else city.span
        keys = (
            [m.entity for m in document.mentions_in(owner.span, MentionKind.ORGANISATION) if m.entity] if owner else []
        )
        asks, mark = "where is the head office?", "ahead" if ahead else "now"
        yield _state(document, clause, SEAT, city.value, focus, [SEAT], asks, scope=[mark], entities=keys)
        return


def _courts(document: Document, words: dict[str, list[str]]) -> Iterator[Claim]:
    """The city of the court, where an article names one and no other."""
    court, found = frozenset(words["court"]), []
    for clause in document.clauses:
        here = {t.lemma.lower() for t in tokens_in(document, clause.span)}
        if clause.nominal or not here & court or clause.polarity is Polarity.NEGATIVE:
            continue
        for mention in document.mentions_in(clause.span, MentionKind.PLACE):
            before = [t for t in tokens_in(document, clause.span) if t.span.end <= mention.span.start]
            value = mention.value
            if isinstance(value, EntityValue) and value.level == "city" and before and before[-1].lemma == "in":
                found.append((clause, mention))
    if len({m.entity for _, m in found}) == 1:
        for clause, mention in found:
            yield _state(
                document, clause, COURT, mention.value, mention.span, [COURT], "in which city did the court sit?"
            )


def _centres(document: Document, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Whether the middle of an earthquake was at sea or on land."""
    lemmas = {t.lemma.lower() for t in document.tokens}
    names = frozenset(words["centres"]) | (frozenset(words["plain"]) if lemmas & set(words["shocks"]) else frozenset())
    if not lemmas & names:
        return
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        at = next((n for n, t in enumerate(tokens) if t.lemma.lower() in names), None)
        if at is not None:
            yield from _state_centre(document, sentence, at, words)


def _state_centre(document: Document, sentence: Sentence, at: int, words: dict[str, list[str]]) -> Iterator[Claim]:
    tokens = document.sentence_tokens(sentence)
    for n, token in enumerate(tokens[at + 1 :], at + 1):
        lemma = token.lemma.lower()
        kind = "at sea" if lemma in words["sea"] else "on land" if lemma in words["land"] else None
        before = [t.lemma.lower() for t in tokens[max(0, n - 4) : n]]
        if kind is None or "not" in before or "of" in before[-2:] or "from" in before[-3:]:
            continue
        if lemma in ("town", "village", "hamlet", "hill") and not {"beneath", "under", "below"} & set(before):
            continue
        focus = Span(tokens[max(0, n - 2)].span.start, token.span.end)
        value = TextValue(focus.of(document.text), kind)
        yield _state(document, None, CENTRE, value, focus, [CENTRE], "was the centre at sea or on land?", weight=0.5)
        return


def _scenes(document: Document) -> Iterator[Claim]:
    """Where something of a kind that happens at one place did happen."""
    told: dict[frozenset[str], frozenset[str]] = {}
    land = frozenset[str]()
    for scene in read_scenes(document):
        place, clause = scene.locality, scene.clause
        if scene.denied and not place.names:
            continue
        if place.names not in told:
            told[place.names] = names_beside(document, place.names)
        land = land or kinds_in(document.tokens)
        focus = Span(min(scene.trigger.start, place.span.start), max(scene.trigger.end, place.span.end))
        ahead = clause is not None and clause.tense in (
            (Tense.FUTURE, Tense.PRESENT) if scene.act in PLANNED else (Tense.FUTURE,)
        )
        yield make_claim(
            document,
            "place",
            asks=f"where ({form_participle(scene.act)})?" if scene.act.isalpha() else f"where: {scene.act}?",
            slot=SCENE,
            value=TextValue(place.span.of(document.text), " ".join(sorted(_words(place)))),
            focus=focus if focus.end - focus.start < 130 else place.span,
            clause=clause,
            heads=[f"act {scene.act}"],
            scope=["ahead" if ahead else "now"],
            weight=0.4,
            polarity=Polarity.NEGATIVE if scene.denied else Polarity.POSITIVE,
            parts={
                **{name: getattr(place, name) for name in FACETS},
                "things": scene.things,
                "keys": scene.keys,
                "beside": told[place.names],
                "told": land,
            },
        )


def _ends(document: Document) -> Iterator[Claim]:
    """Which end or side of a thing something happened to."""
    for end in read_ends(document):
        yield make_claim(
            document,
            "place",
            asks=f"which end of the {end.thing}?",
            slot=END,
            value=TextValue(end.span.of(document.text), end.side),
            focus=end.span,
            heads=[END],
            parts={"things": [end.thing]},
            weight=0.4,
            reportable=False,
        )


def _sites(document: Document) -> Iterator[Claim]:
    """Where the one happening of a report was."""
    told, land = frozenset[str](), frozenset[str]()
    for site in read_sites(document):
        told = told or frozenset(fold_name(t.text) for t in document.tokens if t.tag.startswith("NNP"))
        land = land or kinds_in(document.tokens)
        yield make_claim(
            document,
            "place",
            asks="where was it?",
            slot=SITE,
            value=TextValue(site.span.of(document.text), " ".join(sorted(site.names | site.grounds))),
            focus=site.span,
            heads=[SITE],
            concepts=site.acts,
            scope=["ahead" if site.ahead else "now"],
            parts={
                "names": site.names,
                "grounds": site.grounds,
                "told": told,
                "land": land,
                "who": site.who,
                "things": site.things,
            },
            weight=0.4,
            reportable=False,
        )


def _words(place: Locality) -> set[str]:
    return {word for name in FACETS for word in getattr(place, name)}


def _state(
    document: Document,
    clause: Clause | None,
    slot: str,
    value: Value,
    focus: Span,
    heads: Iterable[str],
    asks: str,
    *,
    weight: float = 0.4,
    scope: Iterable[str] = (),
    entities: Iterable[str] = (),
) -> Claim:
    return make_claim(
        document,
        "place",
        asks=asks,
        slot=slot,
        value=value,
        focus=focus,
        clause=clause,
        heads=heads,
        entities=entities,
        scope=scope,
        weight=weight,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two places of one kind; a city contradicts another city only, a building another kind of building."""
    if one.slot == SCENE:
        return compare_scenes(one, other)
    if one.slot == SITE:
        return compare_sites(one, other)
    if one.slot == END:
        return _compare_ends(one, other)
    if isinstance(one.value, EntityValue) and isinstance(other.value, EntityValue):
        verdict = compare_entities(one.value, other.value)
        if verdict.relation is not Relation.CONTRADICT:
            return verdict
        if one.scope != other.scope or (one.slot == PLACE and one.heads != other.heads):
            return Verdict(Relation.NOT_COMPARABLE, "another time or another thing")
        if (
            one.slot == SEAT
            and not one.entities & other.entities
            and ("now" in one.scope or (one.entities and other.entities))
        ):
            return Verdict(Relation.NOT_COMPARABLE, "another organisation")
        return verdict
    assert isinstance(one.value, TextValue)
    assert isinstance(other.value, TextValue)
    if (verdict := compare_texts(one.value, other.value)).relation is Relation.AGREE:
        return verdict
    return Verdict(Relation.CONTRADICT, f"two places: “{one.value.text}” beside “{other.value.text}”")


def _compare_ends(one: Claim, other: Claim) -> Verdict:
    """Two ends of one thing, of which the same is told."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    if one.value.normalized == other.value.normalized:
        return Verdict(Relation.AGREE, reason)
    mine, theirs = one.part("things"), other.part("things")
    same = (mine | theirs) & WHOLES or any(a == b or similarity(a, b) >= SAME_THING for a in mine for b in theirs)
    if same and are_opposite_ends(one.value.normalized, other.value.normalized):
        return Verdict(Relation.CONTRADICT, f"{reason}: two ends of one thing")
    return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")


RULE = Rule(
    id="place",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.6, concepts=0.0, entities=0.0, topic=0.4, threshold=0.45, agreeing=0.35, needs=("heads",)),
    stake=5,
    ask=ask_place,
)
