"""Causes: what brought it about.

## What it finds

Statements of cause: "because of strong winds", "because a gate was forced", "caused by", "the reason was a lost key",
"put down to", "traced to", "started over wages", "blamed a gas cylinder", "a fallen line set the roof alight", "Why the
delay? The log says a valve", and what an inquiry found to have failed. Two different causes of the same mishap are set
against each other, and so are a cause and its denial ("no gas was involved", "the steering was sound"). The same cause
called one of several in one article and the culprit in another is framing.

## Why it matters

Who or what is to blame is the claim that ends up in court.

## Example

> **Harbour Post:** The launch was delayed because of strong winds.
>
> **Coast Wire:** The launch was delayed because of a leaking valve.

## Limits

An effect may have several causes: two that share no word are called a contradiction only of the same kind of mishap. A
cause told over several sentences is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.vocabulary import (
    ANYTHING,
    BlockKind,
    Claim,
    Document,
    EntityValue,
    Ground,
    Linking,
    Means,
    MentionKind,
    Polarity,
    Reason,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    TextValue,
    Verdict,
    ask_cause,
    asks_means,
    cause_words,
    central_effects,
    content_lemmas,
    familiarity,
    find_effects,
    group_of_effect,
    is_brief,
    kinds_of_cause,
    kinds_of_ground,
    make_claim,
    names_thing,
    names_told,
    read_causes,
    read_grounds,
    read_means,
    similarity,
    times_apart,
)

SAME = 0.5
"""Lexical similarity from which two cause words are one (wind, weather)."""
PART, SOUND, APART, WHOLE_MATTER = "in part", "in order", "another", "the whole matter"
GROUND, MANNER, MEANS = "ground", "manner", "means "
LONG = "in a long report"
ALIKE = 0.75
"""Lexical similarity from which two words of what came of it are one."""
CENTRAL, PLACES, NAMES = "the matter", "places", "names"
MISHAPS = frozenset({"crash", "fire", "explosion", "collapse", "flood", "illness"})
MADE = frozenset({"electric", "mechanical", "software", "signal", "structure", "gas", "fuel", "supply"})
"""Kinds of cause that are faults of made things."""
TECHNICAL = frozenset({"technical", "technology", "equipment", "mechanical"})
NEGATIONS = frozenset({"no", "not", "n't", "never", "without", "nothing", "neither", "nor"})
UNSAID = 5
"""Words behind a negation that it takes back, at most."""
HEAD = 3
"""Words of a reason, its head's first, that say what it is."""
WHY = 3
"""Sentences after "Why ...?" in which a bare "X says Y" answers it."""
TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word tells what is meant."""
WHOLE = 5
"""How plainly two causes must be given together to exclude each other, where they are not of known kinds."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every cause that an article gives, or denies."""
    central, names = central_effects(document), names_told(document)
    for reason in read_causes(document):
        if not _is_step(reason):
            yield _state(document, reason, central, names)
    for reason in _answers(document):
        yield _state(document, reason, central, names)
    grounds = list(read_grounds(document))
    told = _told(document, grounds) if grounds else frozenset[str]()
    for ground in grounds:
        yield _state_ground(document, ground, told)
    for means in read_means(document):
        yield _state_means(document, means)


def _told(document: Document, grounds: Sequence[Ground]) -> frozenset[str]:
    """The words of an article but those that it says were not so: "no gas had leaked"."""
    ruled_out = [ground.span for ground in grounds if ground.denied]
    told: set[str] = set()
    unsaid = 0
    for token in document.tokens:
        text = token.text.lower()
        if text in NEGATIONS:
            unsaid = UNSAID
        elif unsaid:
            unsaid = 0 if text in {".", ",", ";", ":", "but", "and"} else unsaid - 1
        if not unsaid and not any(span.contains(token.span) for span in ruled_out):
            told.update((token.lemma.lower(), text))
    return frozenset(told)


def _is_step(reason: Reason) -> bool:
    """Whether a cause of deaths is itself the mishap whose cause is asked for: "the crash killed nine"."""
    step = reason.words[0] in {w for kind in MISHAPS for w in cause_words()["effects"][kind]}
    return (reason.effects == {"death"} and step) or reason.words[0] in cause_words()["general"]


def _answers(document: Document) -> Iterator[Reason]:
    """The cause in "Why the delay? The log says a valve"; of several answers the article stands by the last."""
    asked: tuple[int, frozenset[str]] | None = None
    answered: Reason | None = None
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or not tokens:
            continue
        if tokens[0].text.lower() == "why" and "?" in sentence.text:
            asked = sentence.index, frozenset(e.kind for e in find_effects(tokens))
        elif asked is not None and sentence.index - asked[0] <= WHY and asked[1]:
            for clause in document.clauses_of(sentence.index):
                patient = clause.argument(Role.PATIENT)
                if clause.predicate in {"say", "blame", "cite"} and names_thing(document, patient):
                    assert patient is not None
                    answered = Reason(sentence, clause, patient.span, patient.lemmas, asked[1])
    if answered is not None:
        yield answered


def _state(document: Document, reason: Reason, central: frozenset[str], names: frozenset[str]) -> Claim:
    clause, span = reason.clause, reason.span
    focus = span
    if clause is not None:
        wide = Span(min(span.start, clause.predicate_span.start), max(span.end, clause.predicate_span.end))
        focus = wide if wide.end - wide.start < 130 else span
    told = reason.effects - {"death"} if reason.implied else reason.effects
    groups = frozenset(g for kind in told for g in group_of_effect(kind))
    heads = {f"effect {g}" for g in groups}
    about = (reason.implied or bool(reason.effects & central)) and not reason.apart
    here = reason.sentence
    near = [s for s in document.sentences[max(0, here.index - 1) : here.index + 1] if s.block == here.block]
    topic = frozenset[str]().union(*(content_lemmas(document, document.sentence_tokens(s)) for s in near))
    places = frozenset(
        word
        for m in document.mentions_in(here.span, MentionKind.PLACE)
        if isinstance(m.value, EntityValue) and m.value.level not in ("country", "region")
        for word in m.text.lower().split()
    )
    scope = [PART] * reason.part + [SOUND] * reason.sound + [APART] * reason.apart
    scope += [CENTRAL] * about + [WHOLE_MATTER] * reason.whole + [f"told {reason.told}"]
    return make_claim(
        document,
        "cause",
        asks=f"what caused it: {', '.join(sorted(reason.effects))}?",
        slot="cause",
        value=TextValue(span.of(document.text), " ".join(reason.words[:10])),
        focus=focus,
        clause=clause,
        heads={"cause"},
        concepts=heads,
        topic=topic,
        scope=scope,
        polarity=Polarity.NEGATIVE if reason.denied else Polarity.POSITIVE,
        weight=0.45,
        parts={PLACES: places, NAMES: names},
    )


def _state_ground(document: Document, ground: Ground, told: frozenset[str]) -> Claim:
    """The reason of the one turn of events that a report tells of, or how somebody died."""
    slot = MANNER if ground.manner else GROUND
    return make_claim(
        document,
        "cause",
        asks="how did the death come about?" if ground.manner else "what was the reason?",
        slot=slot,
        value=TextValue(ground.span.of(document.text), " ".join(ground.words[:10])),
        focus=ground.span,
        heads={slot},
        concepts=ground.turns,
        topic=content_lemmas(document, document.sentence_tokens(ground.sentence)),
        polarity=Polarity.NEGATIVE if ground.denied else Polarity.POSITIVE,
        weight=0.4,
        scope=() if is_brief(document) else (LONG,),
        parts={"told": told, "effect": ground.effect},
        reportable=False,
    )


def _state_means(document: Document, means: Means) -> Claim:
    """How it was done, of ways that exclude each other."""
    return make_claim(
        document,
        "cause",
        asks=asks_means(means.facet),
        slot=f"{MEANS}{means.facet}",
        value=TextValue(means.span.of(document.text), means.way),
        focus=means.span,
        heads={means.facet},
        topic=content_lemmas(document, document.sentence_tokens(means.sentence)),
        polarity=Polarity.NEGATIVE if means.denied else Polarity.POSITIVE,
        weight=0.4,
        reportable=False,
    )


def _plainness(claim: Claim) -> int:
    return max((int(mark.split()[1]) for mark in claim.scope if mark.startswith("told ")), default=0)


def compare(one: Claim, other: Claim) -> Verdict:
    """Causes that share a word agree, unless one article denies it; others of the same mishap exclude each other."""
    a, b = one.value.normalized.split(), other.value.normalized.split()
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    if one.slot.startswith(MEANS):
        return _compare_means(one, other, reason)
    if one.slot in {GROUND, MANNER}:
        return _compare_grounds(one, other, a, b, reason)
    if not _share_effect(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: causes of different things")
    same, related = _is_same(a, b), bool(({*a} & {*b}) - frozenset(cause_words()["vague"]))
    if one.polarity is not other.polarity:
        if _denies(one, other, a, b):
            return Verdict(Relation.CONTRADICT, f"{reason}: the one names the cause that the other rules out")
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if same:
        if one.polarity is Polarity.NEGATIVE:
            return Verdict(Relation.AGREE, reason)
        if (PART in one.scope) != (PART in other.scope):
            return Verdict(Relation.FRAMING, f"{reason}: one cause of several beside the cause")
        return Verdict(Relation.AGREE, reason)
    if related or one.polarity is Polarity.NEGATIVE or {PART, APART} & (one.scope | other.scope):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if (one.concepts & other.concepts) == {"effect death"} or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: other effects, perhaps")
    if not _exclude(one, other, kinds_of_cause(a), kinds_of_cause(b)):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    return Verdict(Relation.CONTRADICT, f"{reason}: two causes")


def _compare_grounds(one: Claim, other: Claim, a: list[str], b: list[str], reason: str) -> Verdict:
    """Two reasons of one turn: neither article may have a word of the other's, nor the two be of one kind."""
    anything = ANYTHING in one.concepts | other.concepts or one.polarity is not other.polarity
    if times_apart(one, other) or not (anything or one.concepts & other.concepts or _same_effect(one, other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: reasons of different things")
    if one.slot == MANNER:
        return Verdict(Relation.AGREE if a == b else Relation.CONTRADICT, f"{reason}: how somebody died")
    vague = frozenset(cause_words()["vague"])
    if one.polarity is not other.polarity:
        denied, given = (a, b) if one.polarity is Polarity.NEGATIVE else (b, a)
        if denied[0] not in vague and denied[0] in given[:HEAD]:
            return Verdict(Relation.CONTRADICT, f"{reason}: the one gives the reason that the other rules out")
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if _is_same(a, b):
        return Verdict(Relation.AGREE, reason)
    mine, theirs = {*a} - vague, {*b} - vague
    known = {*a[:2]} & mine & other.part("told") or {*b[:2]} & theirs & one.part("told")
    near = mine & theirs or any(similarity(x, y) >= SAME for x in {*a[:2]} - vague for y in {*b[:2]} - vague)
    alike = bool(set(kinds_of_ground(a)) & set(kinds_of_ground(b)))
    alike = alike or _is_general(a, b) or _is_general(b, a) or _both_technical(a, b)
    known_kinds = bool(kinds_of_ground(a[:HEAD])), bool(kinds_of_ground(b[:HEAD]))
    unsure = not any(known_kinds)  # two ways of saying one thing, perhaps
    if LONG in one.scope | other.scope:  # there is more in it than what it is about
        unsure = not all(known_kinds) or not _share_effect_word(one, other)
    if known or near or alike or unsure or not mine or not theirs or one.polarity is Polarity.NEGATIVE:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    return Verdict(Relation.CONTRADICT, f"{reason}: two reasons")


def _is_general(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a cause is a fault of no kind ("a train fault"), which the other may be."""
    kinds = kinds_of_ground(b).keys()
    return a[0] in cause_words()["vague"] and not kinds_of_ground(a[:HEAD]) and (not kinds or bool(kinds & MADE))


def _both_technical(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one cause is a technical fault, whatever it was, and the other a fault of something made."""
    made = [set(kinds_of_ground(words)) & MADE for words in (a, b)]
    return any({*words[:HEAD]} & TECHNICAL and other for words, other in ((a, made[1]), (b, made[0])))


def _compare_means(one: Claim, other: Claim, reason: str) -> Verdict:
    """Two ways in which it was done, or one that the other article rules out."""
    same, alike = one.value.normalized == other.value.normalized, one.polarity is other.polarity
    apart = not same and (not alike or one.polarity is Polarity.NEGATIVE)
    if times_apart(one, other) or apart:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if same and alike:
        return Verdict(Relation.AGREE, reason)
    return Verdict(Relation.CONTRADICT, f"{reason}: ways that exclude each other")


def _same_effect(one: Claim, other: Claim) -> bool:
    """Whether two reasons are told beside the same words: two that are not everyday ones."""
    return len(_telling_effects(one, other)) > 1


def _telling_effects(one: Claim, other: Claim) -> list[str]:
    return [w for w in sorted(one.part("effect") & other.part("effect")) if familiarity(w) >= TELLING]


def _share_effect_word(one: Claim, other: Claim) -> bool:
    """Whether two reasons are told beside a word that both have, or one that means much the same."""
    if _telling_effects(one, other):
        return True
    mine, theirs = ([w for w in c.part("effect") if familiarity(w) >= TELLING] for c in (one, other))
    return any(similarity(x, y) >= ALIKE for x in mine for y in theirs)


def _share_effect(one: Claim, other: Claim) -> bool:
    """Whether two causes are told of one effect, in articles on one event."""
    for claim, beside in ((one, other), (other, one)):
        if claim.part(PLACES) and not claim.part(PLACES) & beside.part(NAMES):
            return False  # another event, at a place that the other article does not know
    if CENTRAL in one.scope & other.scope:
        deadly = {"effect death"} in (one.concepts, other.concepts)
        open_ended = WHOLE_MATTER in one.scope | other.scope or one.polarity is not other.polarity
        return bool(one.concepts & other.concepts) or (open_ended and not deadly)
    if one.polarity is not other.polarity:
        return bool(one.concepts & other.concepts)  # whether the denied thing is named beside it is asked later
    own = [w for w in one.concepts & other.concepts if w.removeprefix("effect ") not in cause_words()["near"]]
    return bool(own)


def _is_same(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two causes share a telling word, or their heads mean nearly the same."""
    failing = frozenset(cause_words()["vague"])
    shared = ({*a} & {*b}) - failing
    heads = {next((w for w in words if w not in failing), "") for words in (a, b)}
    if len(shared) > 1 or (shared & heads and (len(heads) == 1 or min(len(a), len(b)) == 1)):
        return True
    if similarity(a[0], b[0]) >= SAME and not {a[0], b[0]} <= failing:
        return True
    return set(a) == set(b)


def _exclude(one: Claim, other: Claim, mine: dict[str, bool], theirs: dict[str, bool]) -> bool:
    """Whether two causes that share no word cannot both be the cause."""
    plain = _plainness(one) + _plainness(other)
    if not mine or not theirs or CENTRAL not in one.scope & other.scope:
        return bool(mine and theirs) and plain > WHOLE and not set(mine) & set(theirs)
    shared = set(mine) & set(theirs)
    if shared:
        return plain > WHOLE and not any(mine[k] or theirs[k] for k in shared)
    return plain >= WHOLE - 1


def _denies(one: Claim, other: Claim, a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the one names what the other rules out; what was in order must be what is said to have failed."""
    denied, told = (a, b) if one.polarity is Polarity.NEGATIVE else (b, a)
    marks = one.scope if one.polarity is Polarity.NEGATIVE else other.scope
    if SOUND in marks:
        thing = {*denied} - frozenset(cause_words()["vague"])
        return bool(thing & {*told}) and bool({*told} & frozenset(cause_words()["failing"]))
    failing = frozenset(cause_words()["vague"])
    return bool(({*denied} & {*told}) - failing) or similarity(denied[0], told[0]) >= SAME


RULE = Rule(
    id="cause",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.8, concepts=0.0, entities=0.0, topic=0.2, threshold=0.7, agreeing=0.4, needs=("heads",)),
    stake=3,
    single_source=False,
    ask=ask_cause,
)
