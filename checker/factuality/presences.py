"""Presences: who was at an occasion, or away from it, beyond the verbs of attending.

"Followed the operation from Piraeus", "spent the evening in Accra", "sat with folded arms", "Apologies: Cr M. Stokell",
"President X on the bridge", "had no plans to visit". A place elsewhere counts as absence only where the head of the
article does not name it, since there the occasion is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker.factuality.elsewhere import Scene, away, is_elsewhere, is_own, is_town, scene_names
from checker.factuality.presence_rows import LOCATIVE, PEOPLE, Presence, presence_words, read_rows
from checker.factuality.rosters import read_rosters
from checker.factuality.standins import read_standins
from checker.factuality.turnout_words import listed
from checker.factuality.turnouts import Turnout
from checker.factuality.whereabouts import name_behind, read_whereabouts
from checker.lexicon.wordlists import match_phrases
from checker.model import (
    Argument,
    BlockKind,
    Clause,
    Document,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Tense,
)


@cache
def _groups() -> dict[str, str]:
    return {w: n.removeprefix("group ") for n, ws in presence_words().items() if n.startswith("group ") for w in ws}


def list_named(turnouts: Sequence[Turnout]) -> Iterator[Presence]:
    """Those of ``list_turnouts`` who are named."""
    for found in turnouts:
        if found.keys or found.name:
            marked = found.marks
            yield Presence(found.sentence, found.clause, found.span, found.there, found.keys, found.name, marks=marked)


def read_presences(document: Document) -> Iterator[Presence]:
    """Everybody whom the constructions of this module and its neighbours place at the occasion or away from it."""
    here = scene_names(document)
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or len(tokens) < 2 or sentence.text.rstrip().endswith("?"):
            continue
        yield from read_rows(document, sentence, tokens)
    for sentence, span, name in read_rosters(document, presence_words()["taken"]):
        known = frozenset(m.entity for m in document.mentions_in(span, MentionKind.PERSON) if m.entity)
        yield Presence(sentence, None, span, True, known, name)
    for sentence, span, at_it, entity, name in read_whereabouts(document):
        yield Presence(sentence, None, span, at_it, frozenset({entity} if entity else ()), name)
    for sentence, span, key, name in read_standins(document, presence_words()["taking"]):
        yield Presence(sentence, None, span, False, frozenset({key}), name)
    for clause in document.clauses:
        if clause.nominal or clause.conditional or clause.modality not in (Modality.CERTAIN, Modality.PROBABLE):
            continue
        if clause.tense is Tense.FUTURE:
            continue
        there = _read(document, clause, here)
        if there is None:
            continue
        visit = clause.predicate.partition(" ")[0] in presence_words()["visiting"]
        for keys, name in _people(document, clause):
            yield Presence(
                document.sentences[clause.sentence],
                clause,
                clause.predicate_span,
                there,
                frozenset(keys),
                name,
                visit=visit,
            )


def _people(document: Document, clause: Clause) -> Iterator[tuple[frozenset[str], str]]:
    """Whom a clause is said of, by entity and name; a group by the word that stands for it."""
    subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
    passive = clause.argument(Role.PATIENT) is not None and "be" in {a.lower() for a in clause.auxiliaries}
    if passive:
        subject = clause.argument(Role.PATIENT)
    if subject is None:
        return
    relation = relation_named(document, subject)
    if relation is not None:
        if relation:
            yield frozenset(), relation
        return
    seen: set[str] = set()
    for mention in _mentions(document, subject):
        if mention.entity is not None and mention.entity not in seen:
            seen.add(mention.entity)
            entity = document.entities.get(mention.entity)
            yield frozenset({mention.entity}), entity.name if entity is not None else mention.text
    if not seen and (apposed := name_behind(document, subject)):
        yield frozenset(), apposed
        return
    cut = document.entities.get(subject.entity or "") if not seen else None
    if cut is not None and cut.kind is MentionKind.PERSON and document.tokens[subject.head].tag.startswith("NNP"):
        yield frozenset({cut.key}), cut.name  # "Agus | Hartono", where the parser takes the name apart
        return
    if not seen:
        meant = _meant(document, clause) if subject.text.lower() in {"he", "she"} else ""
        if meant:
            yield frozenset(), meant
        group = group_key(subject)
        if group is not None:
            yield frozenset({group}), ""


def _meant(document: Document, clause: Clause) -> str:
    """The name that opens the sentence before, where a pronoun opens this one and no other name stands between."""
    here = document.sentences[clause.sentence]
    before = document.sentences[here.index - 1] if here.index else None
    if before is None or before.block != here.block:
        return ""
    words: list[str] = []
    for token in document.sentence_tokens(before):
        if not token.tag.startswith("NNP"):
            break
        words.append(token.text)
    return " ".join(words) if 1 < len(words) < 5 else ""


def group_key(argument: Argument) -> str | None:
    """The key of a group of people that an argument names ("relatives"), or None."""
    group = _groups().get(argument.lemma)
    return f"group:{group}" if group is not None else None


def relation_named(document: Document, argument: Argument) -> str | None:
    """The name in "his wife, Valerie", which is not his; empty where it is not given, None where nobody's relation."""
    tokens = [document.tokens[i] for i in argument.tokens]
    owned = len(tokens) > 1 and (tokens[0].tag == "PRP$" or any(t.tag == "POS" for t in tokens[:4]))
    if not owned or not any(t.lemma.lower() in presence_words()["relations"] for t in tokens[:6]):
        return None
    last = max(n for n, t in enumerate(tokens) if t.lemma.lower() in presence_words()["relations"] or n == 0)
    return " ".join(t.text for t in tokens[last + 1 :] if t.tag.startswith("NNP"))


def _mentions(document: Document, argument: Argument) -> list[Mention]:
    """The people that an argument names: not those whose husband or deputy it names."""
    found = []
    for mention in document.mentions_in(argument.span, *PEOPLE):
        owner = document.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if not owner and mention.text.lower() not in {"his", "her", "their", "my", "our"}:
            found.append(mention)
    return found


def _read(document: Document, clause: Clause, here: Scene) -> bool | None:
    """Whether a clause puts its subject at the occasion (True), away (False), or says nothing of it (None)."""
    words = presence_words()
    said, first = clause.predicate, clause.predicate.split()[0] if clause.predicate else ""
    negative = clause.polarity is Polarity.NEGATIVE
    patient = clause.argument(Role.PATIENT)
    object_words = {*patient.lemmas} if patient is not None else set[str]()
    obliques = [a for a in clause.arguments if a.role in (Role.OBLIQUE, Role.ATTRIBUTE)]
    if _plans_nothing(document, clause, words, negative=negative):
        return False
    if first == "keep" and any(a.preposition.startswith("out") for a in obliques):
        return None if negative else False
    if said in words["barred"] or (first in words["barred"] and first != "keep"):
        return None if negative else False
    if _unmade(document, clause, words):
        return False
    if first in words["held"] and not negative and _is_under_way(document, clause):
        return away(document, obliques, words, here, negative=False)
    if not negative and clause.tense is Tense.PAST:
        reached = {
            w for a in obliques if a.preposition in {"to", "onto", "on", "at", "up to", "into"} for w in a.lemmas[:1]
        }
        if {said, first} & words["striding"] and reached & words["spots"]:
            return True
        onstage = any(a.preposition in {"on", "at", "from"} and {*a.lemmas[:1]} & words["spots"] for a in obliques)
        if first in words["taking"] and onstage:
            return None if {"behalf", "screen", "video"} & {w for a in obliques for w in a.lemmas} else True
    if first in words["missing"] and object_words & words["occasions"]:
        return negative
    if first in words["following"]:
        if clause.argument(Role.AGENT) is None:
            return None  # "is seen on a screen": what others watch
        source = next((a for a in obliques if a.preposition == "from"), None)
        if source is None and not negative and _from_room(document, clause, words["rooms"]):
            return False
        if source is not None and not negative:
            if {*source.lemmas} & words["rooms"]:
                return False
            if {*source.lemmas} & words["seats"]:
                return True
            return False if is_elsewhere(document, source, words, here) else None
        on = next((a for a in obliques if a.preposition in {"on", "by"} and {*a.lemmas} & words["afar"]), None)
        return False if on is not None and not negative else None
    if first in words["sighting"] and clause.argument(Role.AGENT) is None and not negative:
        seen = [a for a in obliques if a.preposition in {"in", "at", "on", "from"}]
        if any({a.lemma, *a.lemmas[:2]} & listed("leisure") or is_elsewhere(document, a, words, here) for a in seen):
            return False
    if first == "leave" and negative and patient is not None and clause.tense is Tense.PAST:
        return False if is_town(document, patient, here) else None
    if first in words["spending"] and (object_words | {w for a in obliques for w in a.lemmas}) & words["spans"]:
        return away(document, obliques, words, here, negative=negative)
    if first in words["staying"]:
        return away(document, obliques, words, here, negative=negative)
    if clause.copula and negative:
        where = clause.argument(Role.ATTRIBUTE)
        scene = where is not None and where.preposition in LOCATIVE | {"to"} and where.lemma in words["scenes"]
        return False if scene else None
    if clause.copula:
        where = clause.argument(Role.ATTRIBUTE)
        if where is not None and where.preposition in {"in", "at", "on"}:
            if where.lemma in {"wedding", "funeral", "holiday", "honeymoon"} and is_own(document, where):
                return False
            if where.lemmas and where.lemma in words["scenes"] and clause.tense is Tense.PAST:
                return True
            return False if is_town(document, where, here) and clause.tense is Tense.PAST else None
        return None
    if first == "sit" and clause.tense is Tense.PAST and not negative:
        boards = {"board", "committee", "panel", "council", "exam", "test"}
        beside = any(a.preposition == "with" and document.mentions_in(a.span, *PEOPLE) for a in obliques)
        return None if {w for a in obliques for w in a.lemmas} & boards or beside or patient is not None else True
    if first in words["coming"] and clause.tense is Tense.PAST and not negative:
        led = [a for a in obliques if a.preposition in {"on", "at", "in", "to", "into"}]
        scene = any({*a.lemmas[:1]} & (words["scenes"] | words["grounds"]) for a in led)
        if "home" in (*clause.adverbs, *(w for a in clause.arguments for w in a.lemmas[:1])):
            return False
        return True if scene and first not in {"go", "travel", "drive", "fly"} else None
    if first in words["doing"] and object_words & words["done"] and not negative and clause.tense is Tense.PAST:
        return None if {"behalf"} & {w for a in obliques for w in a.lemmas} else True
    return None


def _unmade(document: Document, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """Whether a visit is told as not made: "has yet to set foot in the hospital", "failed to appear"."""
    before = [t.lemma.lower() for t in document.tokens[max(0, clause.head - 3) : clause.head]]
    after = [t.lemma.lower() for t in document.tokens[clause.head : clause.head + 4] if t.sentence == clause.sentence]
    if "to" not in before[-1:] or not words["unmaking"] & {*before} or {"not", "n't", "never"} & {*before}:
        return False
    return match_phrases(after, [*words["unmade"]], gap=0) is not None and bool(after)


def _is_under_way(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of something that was going on: "was shooting in Dublin"."""
    before = {t.text.lower() for t in document.tokens[max(0, clause.head - 3) : clause.head]}
    return document.tokens[clause.head].tag == "VBG" and bool(before & {"was", "were"})


def _from_room(document: Document, clause: Clause, rooms: frozenset[str]) -> bool:
    """Whether "from the crisis room" stands behind a verb, whatever the parser hangs it on."""
    after = [t.lemma.lower() for t in document.tokens[clause.head : clause.head + 9] if t.sentence == clause.sentence]
    return "from" in after and bool(rooms & {*after[after.index("from") :]})


def _plans_nothing(document: Document, clause: Clause, words: dict[str, frozenset[str]], *, negative: bool) -> bool:
    """Whether nothing was planned: "she had no plans to visit", "did not mean to come"."""
    if not negative:
        return False
    after = [t.lemma.lower() for t in document.tokens[clause.head : clause.head + 8] if t.sentence == clause.sentence]
    planned = bool(words["planning"] & {*after[:3]})
    return planned and "to" in after and bool(words["going"] & {*after[after.index("to") :]})
