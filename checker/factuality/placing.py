"""Placing: whether a clause that says so by its verb, or by where somebody is, has its subject at the occasion or away.

"Sat in the gallery", "attended by video", "was abroad", "did not set foot in the halls". The lists are the rule's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.factuality.presence_rows import Presence
from checker.factuality.statuses import predicate_words
from checker.factuality.turnouts import REMOTE, Turnout
from checker.lexicon.wordlists import match_phrases
from checker.model import BlockKind, Clause, Document, MentionKind, Modality, Polarity, Role, Tense
from checker.values.status import StatusValue

PRESENT, ABSENT = "attendance.attend", "attendance.absent"
SHOWN = frozenset("see show picture film photograph project display capture".split())
"""Verbs by which somebody is seen, and does nothing himself."""


def place_subject(
    document: Document, clause: Clause, told: StatusValue | None, words: Mapping[str, Sequence[str]]
) -> str | None:
    """Whether a clause says that its participants were there (or away); None when it says neither."""
    lemmas = predicate_words(clause)
    negative = clause.polarity is Polarity.NEGATIVE
    around = {w for a in clause.arguments for w in a.lemmas} | set(lemmas)
    if match_phrases((["not", *lemmas] if negative else lemmas), words["absent"]):
        return ABSENT
    if clause.predicate in SHOWN and clause.argument(Role.AGENT) is None:
        return None  # "is seen on a screen": what others see of somebody
    if told is not None:
        if told.denied:
            return ABSENT if told.concept == PRESENT else None
        return ABSENT if told.concept == PRESENT and _is_away(around, words) else told.concept
    if clause.copula:
        return _be_somewhere(clause, words)
    bodily = clause.predicate in words["presence"]
    strong = clause.predicate in words["strong"]
    if not (bodily or strong) or (
        bodily
        and not strong
        and clause.tense is Tense.PRESENT
        and document.sentences[clause.sentence].kind is not BlockKind.HEADLINE
    ):
        return None
    venue = not around.isdisjoint(words["venues"]) or any(
        document.mentions_in(a.span, MentionKind.PLACE)
        for a in clause.arguments
        if a.role is not Role.AGENT and clause.predicate != "stay"
    )
    seen = clause.argument(Role.PATIENT)
    if not venue and not (strong and not negative and seen is not None and seen.text.lower().startswith("the ")):
        return None
    if _is_away(around, words):
        return ABSENT
    if negative:
        return ABSENT if strong else None
    return PRESENT


def _be_somewhere(clause: Clause, words: Mapping[str, Sequence[str]]) -> str | None:
    """Presence told with "be": in the hall, not in the hall, abroad, on a visit to another town."""
    where = clause.argument(Role.ATTRIBUTE)
    negative = clause.polarity is Polarity.NEGATIVE
    lemmas = {clause.predicate, *(where.lemmas if where is not None else ())}
    if lemmas & set(words["gone"]):
        return None if negative else ABSENT
    if where is None or where.preposition not in words["locative"]:
        return None
    if where.preposition == "in" and where.text.lower() in words["confined"]:
        return None if negative else ABSENT
    if where.lemma in words["errands"]:
        return None if negative else ABSENT
    if where.lemma not in words["venues"]:
        return None
    return ABSENT if negative else PRESENT


def _is_away(around: set[str], words: Mapping[str, Sequence[str]]) -> bool:
    return not (around.isdisjoint(words["remote"]) and around.isdisjoint(words["elsewhere"]))


def is_told(clause: Clause) -> bool:
    """Whether a clause tells of what has been so, and not of what may or will be."""
    return clause.tense is not Tense.FUTURE and clause.modality is Modality.CERTAIN and not clause.conditional


def yield_to(
    turnouts: Sequence[Turnout], sure: Sequence[Presence], places: Mapping[int, str | None]
) -> tuple[Turnout, ...]:
    """The turnouts that gainsay nothing that the same sentence says of the same people, or their clause of its own."""
    said = {(p.sentence.index, key): p.there for p in sure for key in (*p.keys, p.name) if key}
    kept = []
    for turnout in turnouts:
        there = {said.get((turnout.sentence.index, key)) for key in (*turnout.keys, turnout.name) if key}
        placed = places.get(turnout.clause.index) if turnout.clause is not None else None
        against = placed is not None and (placed == PRESENT) != turnout.there
        if REMOTE in turnout.marks or (not against and (not turnout.there) not in there):
            kept.append(turnout)
    return tuple(kept)
