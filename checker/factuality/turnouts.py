"""Turnouts: who was on the spot by what they did there, and who was away by what is told of them or done for them.

``laid a wreath at the cenotaph`` · ``told the hearing`` · ``showed no emotion in the dock`` · ``mass was said by X`` ·
``dialled in from Toronto`` · ``X's doctors had advised him against travelling``. What is said round a name, and not by
a verb of it, is read by ``absences``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.factuality.called import name_at, name_ending
from checker.factuality.turnout_words import (
    NOT,
    acts,
    coming,
    find_phrase,
    forms_of,
    listed,
    missing,
    phrases_of,
    turnout_words,
)
from checker.factuality.whereabouts import name_behind
from checker.lexicon import is_person_noun, kind_share
from checker.model import (
    Argument,
    BlockKind,
    Clause,
    Document,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Sentence,
    Span,
    Tense,
    Token,
)

VOICE, REMOTE, IN_PERSON, SLIGHT = "heard there", "from afar", "in person", "by a deed"
ANYWHERE, IDLE = "done anywhere", "did not play"
DENYING = NOT | {"never", "hardly", "nearly", "almost"}
LAWYERS = frozenset({"lawyer", "counsel", "barrister", "solicitor", "attorney", "advocate", "firm", "agent", "lawyers"})
SPEECH = frozenset({'"', "“", "‘", "``", "that", "how", "why", ","})
UNOWNED = frozenset({"his", "her", "their", "my", "our", "its", "he", "she"})
AT = frozenset({"in", "at", "on", "from", "behind", "beside", "to", "before", "inside", "into", "onto", "among", "by"})
CARRIED = frozenset({"by", "via", "over", "on", "through", "from", "using", ""})
LONGEST = 90
"""Characters from a subject to the words about it that are cited as one."""

FIGURATIVE = frozenset(
    "figure number account book page paper document file list report detail step point line scene chapter slide "
    "presentation agenda bill contract plan map chart table draft text script process option issue record data".split()
)
"""What one walks somebody through, or goes through, without going anywhere."""

CONCRETE = 0.3
"""How much of a noun's use names things or places, for one to walk among them."""

BEFORE, AFTER = 5, 12
"""Words before and behind the head of a clause in which a phrase about its subject is looked for."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """Somebody there or away: the words, the entities and the name, and marks (``heard there``, ``from afar``).

    A ``subject`` without keys and name is of people whom nothing names: "two presidents flew in".
    """

    sentence: Sentence
    clause: Clause | None
    span: Span
    there: bool
    keys: frozenset[str]
    name: str
    marks: frozenset[str] = frozenset()
    subject: Argument | None = None


def read_turnouts(document: Document) -> Iterator[Turnout]:
    """Everybody whom a clause puts on the spot or away from it, by what they do or undergo."""
    for clause in document.clauses:
        if clause.nominal or clause.conditional or clause.tense is Tense.FUTURE or clause.relation == "apposition":
            continue
        unable = clause.modality is Modality.POSSIBLE and {"could", "can"} & {*clause.auxiliaries}
        if clause.modality not in (Modality.CERTAIN, Modality.PROBABLE) and not unable:
            continue
        subject = clause.argument(Role.AGENT)
        patient = clause.argument(Role.PATIENT)
        passive = patient is not None and patient.head < clause.head
        told = _tell(document, clause, subject, patient, passive=passive)
        if told is None or (unable and (told[1] or clause.polarity is not Polarity.NEGATIVE)):
            continue
        bearer, there, end, marks = told
        start, end = min(bearer.span.start, clause.predicate_span.start), max(end, clause.predicate_span.end)
        span = Span(start if end - start <= LONGEST else clause.predicate_span.start, end)
        named = False
        for keys, name in bearers(document, bearer):
            named = True
            yield Turnout(document.sentences[clause.sentence], clause, span, there, keys, name, marks, bearer)
        if not named:
            yield Turnout(document.sentences[clause.sentence], clause, span, there, frozenset(), "", marks, bearer)


Told = tuple[Argument, bool, int, frozenset[str]]


def _tell(
    document: Document, clause: Clause, subject: Argument | None, patient: Argument | None, *, passive: bool
) -> Told | None:
    """Of whom a clause says it, whether there, the end of the words, and marks; None where it says nothing of it."""
    area = _area(document, clause)
    words = [forms_of(t) for t in area]
    within = next((n for n, t in enumerate(area) if t.index >= clause.head), 0) + 2
    if subject is not None and subject.preposition == "by" and passive and _is_far(subject) and patient is not None:
        return patient, False, subject.span.end, frozenset({REMOTE})
    group = "patient" if subject is None or (subject.head > clause.head and passive) else "agent"
    bearer = subject if group == "agent" else patient
    if bearer is not None:
        found = find_phrase(words, phrases_of("agent"), within)
        found = found or (find_phrase(words, phrases_of("patient"), within) if group == "patient" else None)
        if found is not None:
            said = {w for ws in words for w in ws}
            if DENYING & {t.text.lower() for t in area[: found[0]]} or ("represent" in said and LAWYERS & said):
                return None
            if _is_expected_else(words, found):
                return None
            idle = listed("playing") & {w for ws in words[found[0] : found[1] + 1] for w in ws}
            if idle and clause.tense is Tense.PRESENT and not _is_shown(document, clause):
                return None  # "does not play golf": what somebody never does
            return bearer, False, area[found[1]].span.end, frozenset({IDLE} if idle else ())
    if patient is not None and not passive and bearer is not patient:
        found = find_phrase(words, phrases_of("patient"), within)
        if found is not None and not DENYING & {t.text.lower() for t in area[: found[0]]}:
            return patient, False, max(area[found[1]].span.end, patient.span.end), frozenset()
        met = clause.predicate in listed("met") and clause.polarity is Polarity.POSITIVE and clause.tense is Tense.PAST
        if met and any(True for _ in bearers(document, patient)):
            return patient, True, patient.span.end, frozenset({VOICE}) | marks_of(document, clause)
    if bearer is None:
        return None
    if passive and patient is not None and _is_led(clause, subject) and clause.polarity is Polarity.POSITIVE:
        return patient, True, clause.predicate_span.end, frozenset({VOICE}) | marks_of(document, clause)
    if subject is None:
        return None
    return _by_act(document, clause, subject, area)


def _is_shown(document: Document, clause: Clause) -> bool:
    """Whether a clause tells in the present tense of what is over, as headlines and captions do."""
    return document.sentences[clause.sentence].kind in (BlockKind.HEADLINE, BlockKind.CAPTION)


def _is_expected_else(words: Sequence[frozenset[str]], found: tuple[int, int]) -> bool:
    """Whether something else than to be there is what somebody is not expected to do: "is not expected to stay"."""
    at = next((n for n in range(found[0], found[1] + 1) if "expect" in words[n]), None)
    if at is None or at + 2 >= len(words) or "to" not in words[at + 1]:
        return False
    return not coming() & words[at + 2]


def _by_act(document: Document, clause: Clause, subject: Argument, area: Sequence[Token]) -> Told | None:
    denied = bool(DENYING & {t.text.lower() for t in area if t.index < clause.head})
    if clause.head and document.tokens[clause.head - 1].text.lower() == "to" and clause.governor is not None:
        return None  # what somebody came, or left it to another, to do
    first = clause.predicate.split()[0] if clause.predicate else ""
    others = [a for a in clause.arguments if a is not subject and a.role is not Role.MODIFIER]
    ends = max((a.span.end for a in others[:2]), default=clause.predicate_span.end)
    said = next((t for t in area if t.index > clause.head and t.text.lower() in SPEECH), None)
    ends = (
        min(ends, said.span.start) if said is not None else min(ends, area[-1].span.end)
    )  # what was told is not where it was told
    if not missing().isdisjoint((clause.predicate, first)):
        missed = next((a for a in others if a.role is Role.PATIENT or clause.particle), None)
        if missed is not None and not denied and {*missed.lemmas[:1], missed.lemma} & listed("occasions"):
            return subject, False, missed.span.end, frozenset()
        return None
    if {f"{first} in", f"{first} into"} & listed("dialled") and {"in", "into"} & {t.text.lower() for t in area}:
        return (subject, False, ends, frozenset({REMOTE})) if not denied else None
    shown = clause.tense is Tense.PRESENT and _is_shown(document, clause)
    if denied or not (clause.tense is Tense.PAST or shown):
        return None
    marks = marks_of(document, clause)
    if REMOTE in marks:
        return subject, False, ends, marks
    if {clause.predicate, f"{first} {clause.particle}"} & listed("came"):
        return subject, True, ends, marks
    for act in acts().get(clause.predicate, ()) or acts().get(first, ()):
        for argument in others:
            led = argument.preposition in act["led"] if act["led"] else True
            if led and _names_one(argument, act["nouns"]):
                return subject, True, ends, marks | ({VOICE} if act["voice"] and IN_PERSON not in marks else set())
    for argument in others:
        if argument.preposition in AT and _names_one(argument, listed("spots")):
            return subject, True, ends, marks
    moves = {clause.predicate, first, f"{first} {clause.particle}"} & listed("moving")
    for argument in others if moves else ():
        if argument.preposition in listed("through") and _is_ground(argument):
            return subject, True, ends, marks | {SLIGHT}
    after = document.tokens[clause.head + 1].text.lower() if clause.head + 1 < len(document.tokens) else ""
    deeds = {clause.predicate, first, f"{first} {clause.particle}", f"{first} {after}"}
    bodily = not clause.copula and bool(deeds & listed("bodily"))
    patient = next((a for a in others if a.role is Role.PATIENT), None)
    apart = patient is not None and {patient.lemma, *patient.lemmas[:1]} & listed("unbodily")
    if IN_PERSON in marks:
        return subject, True, ends, marks
    if not bodily or apart:
        return None
    return subject, True, ends, marks | ({SLIGHT} if deeds & listed("settling") else {SLIGHT, ANYWHERE})


def _is_led(clause: Clause, subject: Argument | None) -> bool:
    """Whether somebody is met, let in or led through a place: "was shown round the workshop by the foreman"."""
    if subject is not None and subject.head < clause.head:
        return False
    places = (a for a in clause.arguments if a is not subject and a.preposition in listed("through"))
    led = f"be {clause.predicate}" in listed("moving") and any(_is_ground(a) for a in places)
    return led or clause.predicate in listed("met")


def _is_ground(argument: Argument) -> bool:
    """Whether an argument is of a place, or of things that lie about in one: "among the smoking beams"."""
    if _names_one(argument, listed("grounds") | listed("spots")):
        return True
    if argument.lemma in FIGURATIVE:
        return False
    return kind_share(argument.lemma, "object") + kind_share(argument.lemma, "substance") >= CONCRETE


@lru_cache(maxsize=256)
def _several(nouns: frozenset[str]) -> tuple[str, ...]:
    """Those of a list that are more words than one."""
    return tuple(noun for noun in nouns if " " in noun)


def _names_one(argument: Argument, nouns: frozenset[str]) -> bool:
    """Whether an argument is of one of these nouns, or holds one of several words."""
    text = f" {argument.text.lower()} "
    if any(f"{kind} conference" in text for kind in ("news", "press")):
        return False  # an occasion by itself
    if argument.lemma in nouns or not nouns.isdisjoint(argument.lemmas[:2]):
        return True
    return any(f" {noun} " in text for noun in _several(nouns))


def marks_of(document: Document, clause: Clause) -> frozenset[str]:
    """Whether a clause says that it was done in person or from afar."""
    text = f" {clause.span.of(document.text).lower()} "
    if any(f" {phrase}" in text for phrase in listed("inperson")):
        return frozenset({IN_PERSON})
    joining = bool({clause.predicate, clause.predicate.split()[0] if clause.predicate else ""} & listed("joining"))
    far = joining and any(a.preposition in CARRIED and _is_far(a) and a.role is Role.OBLIQUE for a in clause.arguments)
    return frozenset({REMOTE}) if far or {"remotely", "virtually"} & {*clause.adverbs} else frozenset()


def occasions_in(document: Document, span: Span) -> frozenset[str]:
    """The occasions that the words of a range name: "missed the meeting"."""
    tokens = document.tokens_touching(span)
    led = "at"
    found: set[str] = set()
    for token in tokens:
        word = token.lemma.lower()
        if token.tag == "IN":
            led = word
        elif token.tag.startswith("V"):
            led = ""
        # "was at a conference in Madrid" names what kept somebody, not what was missed.
        if word in listed("occasions") and led not in ("at", "in", "on"):
            found.add(word)
    return frozenset(found)


def _is_far(argument: Argument) -> bool:
    return bool({argument.lemma, *argument.lemmas[:2]} & listed("remote"))


def _area(document: Document, clause: Clause) -> list[Token]:
    """The words round the head of a clause, from behind its subject to the next semicolon."""
    sentence = document.sentences[clause.sentence]
    start = max(sentence.first, clause.head - BEFORE)
    for argument in clause.arguments:
        if argument.head < clause.head and argument.role in (Role.AGENT, Role.PATIENT) and argument.tokens:
            start = max(start, max(i for i in argument.tokens if i < clause.head) + 1)
    tokens = [*document.tokens[start : min(sentence.last, clause.head + AFTER)]]
    stop = next((n for n, t in enumerate(tokens) if t.text in (";", ":", "–", "—") and t.index > clause.head), None)
    return tokens[:stop]


def bearers(document: Document, argument: Argument) -> Iterator[tuple[frozenset[str], str]]:
    """Whom an argument names: entities and a name. Nobody for "his lawyer", "a man"."""
    tokens = [document.tokens[i] for i in argument.tokens]
    if not tokens:
        return
    seen: set[str] = set()
    for mention in document.mentions_in(argument.span, MentionKind.PERSON, MentionKind.ROLE):
        owner = document.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        own = mention.text.lower() in UNOWNED and mention.span.end < argument.span.end
        entity = document.entities.get(mention.entity or "")
        if owner or own or entity is None or entity.key in seen:
            continue
        seen.add(entity.key)
        yield frozenset({entity.key}), entity.name if entity.kind is MentionKind.PERSON else ""
    cut = document.entities.get(argument.entity or "") if not seen else None
    if cut is not None and cut.kind is MentionKind.PERSON and document.tokens[argument.head].tag.startswith("NNP"):
        yield frozenset({cut.key}), cut.name  # "Agus | Hartono", where the parser takes the name apart
        return
    if seen:
        return
    last = [t.text for t in tokens].index(",") if "," in [t.text for t in tokens] else len(tokens)
    found = name_at(document, tokens, 0) if not _is_owned(tokens) else None
    found = found or name_ending(document, tokens, last)
    if found is not None and (found[0].overlaps(document.tokens[argument.head].span) or is_person_noun(argument.lemma)):
        yield frozenset({found[1]} if found[1] else ()), found[2]
    elif office := office_of(tokens, argument.lemma):
        yield frozenset({office}), ""
    elif name := name_behind(document, argument):
        yield frozenset(), name


def office_of(tokens: Sequence[Token], noun: str) -> str:
    """The key of somebody known by what they are alone: "the mayor", "his widow"; empty for "a man", "the witness"."""
    definite = (
        tokens[0].tag in ("PRP$", "NNP") or tokens[0].text.lower() == "the" or any(t.tag == "POS" for t in tokens)
    )
    single = any(t.lemma.lower() == noun and t.tag in ("NN", "NNP") for t in tokens)
    telling = noun not in turnout_words()["vague"] and (is_person_noun(noun) or noun in turnout_words()["offices"])
    return f"office:{noun}" if definite and single and telling else ""


def _is_owned(tokens: Sequence[Token]) -> bool:
    return any(t.tag == "POS" for t in tokens)


def named_in(document: Document, tokens: Sequence[Token], at: int) -> tuple[Span, Collection[str], str] | None:
    """The person named from a token on, with what describes them before the name."""
    found = name_at(document, tokens, at)
    return None if found is None else (found[0], {found[1]} if found[1] else set(), found[2])
