"""Progress: a case, an appointment, a deal, a search that a later article shows further on.

## What it finds

Statements of how far a process has come: held and let out, in office and gone, awaited and approved, missing and
found, closed and open again, tentative and ratified, and many more. A step that the earlier article plans, awaits,
denies so far or knows nothing of, and that the later one reports as taken, is an update.

## Why it matters

A file that is set beside a newer one is not wrong; it is old. An editor should carry the later state, and say as of
when the earlier one held.

## Example

> **Harbour Post:** The captain was detained for questioning.
>
> **Coast Wire:** The captain was released on bail on Monday.

## Limits

The order of the articles has to be known, from their days or from what they look back on. Several cases of one kind
in one event are told apart by the people and things named beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    DONE,
    BlockKind,
    Claim,
    Clause,
    Document,
    Linking,
    MentionKind,
    Polarity,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    StageValue,
    Tense,
    Verdict,
    Wording,
    ask_stage,
    clause_at,
    compare_stages,
    familiarity,
    find_wordings,
    is_person_noun,
    load_scales,
    load_words,
    make_claim,
    stage_of,
)

WORDS = Path(__file__).with_suffix(".toml")
FIELDS = Path(__file__).with_name("progress_fields.toml")
BEFORE = 4
"""Words before a wording that may put it off ("is expected to", "subject to", "until")."""

MOST = 3
"""Places where an article speaks of one stage that are cited or linked at most."""

NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION)
TELLING = 0.3
"""Familiarity from which a shared noun says that two stages are of one thing."""

HIGHEST = 4
"""Clauses up from an infinitive or a pronoun in which the one who does it is looked for."""

MOST_NOUNS = 5
"""Nouns of one participant that name the thing a stage is of, at most."""

LONGEST = 110
"""Characters of a citation that holds the wording with those it is about."""

SAID = 40
"""Characters of a wording with its auxiliaries, which tell "will be released" from "were released"."""

WISHED = frozenset({"should", "ought"})
"""Words that make of a denial a wish, which tells of no stage: "should not fall on a holiday"."""

HOLDING, AFTER = frozenset({"until", "indefinitely"}), 4
"""Words that say that a state holds on, and how soon they follow: "will be closed until further notice"."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every wording of a stage, at most a few for each stage of a process."""
    scales, words = load_scales(WORDS, FIELDS), load_words(WORDS)
    putting_off = frozenset(words["putting_off"]["words"])
    nouns = frozenset(words["nouns"]["words"])
    told: dict[str, int] = {}
    claims: list[tuple[Claim, bool]] = []
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or sentence.text.rstrip().endswith("?"):
            continue
        for wording in find_wordings(scales, document.sentence_tokens(sentence)):
            if wording.first is wording.last and not _is_plain(wording, nouns):
                continue
            claim = _claim(document, wording, putting_off)
            if claim is not None and told.get(claim.value.normalized, 0) < MOST:
                told[claim.value.normalized] = told.get(claim.value.normalized, 0) + 1
                claims.append((claim, not _lasts(document, sentence)))
    for claim, background in claims:
        if not (background and any(_has_ended(claim, other) for other, _ in claims)):
            yield claim


LASTING = frozenset({"still", "remain", "remains", "remained", "yet", "continue", "continues"})
"""Words by which a state holds on for some, whatever became of others (own list)."""


def _lasts(document: Document, sentence: Sentence) -> bool:
    return bool(LASTING & {t.text.lower() for t in document.sentence_tokens(sentence)})


def _has_ended(before: Claim, other: Claim) -> bool:
    """Whether an article that recalls a state ("the two kidnapped men") tells its end as well ("are free")."""
    assert isinstance(before.value, StageValue)
    assert isinstance(other.value, StageValue)
    ended = other.slot == before.slot and not other.value.ahead and before.value.reached < other.value.reached
    return ended and bool(before.heads & other.heads or before.entities & other.entities)


def _is_plain(wording: Wording, nouns: frozenset[str]) -> bool:
    """Whether a wording of one word is used as what it is listed for: a verb, or one of the nouns and adjectives."""
    token = wording.first
    return token.tag.startswith("VB") or not nouns.isdisjoint((token.lemma.lower(), token.text.lower()))


def _claim(document: Document, wording: Wording, putting_off: frozenset[str]) -> Claim | None:
    scale = wording.scale
    phrase = Span(wording.first.span.start, wording.last.span.end)
    clause = clause_at(document, phrase) or clause_at(document, wording.first.span)
    if clause is not None and clause.nominal and clause.governor is not None:
        clause = document.clauses[clause.governor]
    ahead = wording.degree > 0 and _lies_ahead(document, wording, clause, putting_off)
    if ahead is None:
        return None
    denied = clause is not None and clause.polarity is Polarity.NEGATIVE
    if scale.settings.get("settled") and wording.degree and not denied:
        ahead = False  # that a day has been set is the news, and the day itself lies ahead
    people, things, nouns = _parties(document, clause, phrase)
    if scale.settings.get("person"):
        single = wording.first is wording.last
        if (single or nouns) and not _is_someone(document, people, things if single else nouns):
            return None
        if _is_of_it(document, clause):
            return None
    said = clause.predicate_span if clause is not None and clause.predicate_span.contains(phrase) else phrase
    text = (said if said.end - said.start <= SAID else phrase).of(document.text)
    stage = StageValue(text, scale.name, max(1, wording.degree), ahead or wording.degree == 0)
    return make_claim(
        document,
        "progress",
        asks=scale.asks,
        slot=scale.name,
        value=stage,
        focus=_focus(phrase, clause),
        clause=clause,
        heads=things | ({scale.name} if scale.settings.get("sure") else frozenset()),
        entities=people,
        concepts=(scale.name,),
        weight=0.3,
        reportable=False,
        parts={"object": nouns, "subject": _performers(document, clause)},
    )


def _is_of_it(document: Document, clause: Clause | None) -> bool:
    """Whether a clause is about "it", which is nobody: "it was under fire"."""
    if clause is None:
        return False
    about = clause.argument(Role.PATIENT) or clause.argument(Role.AGENT)
    return about is not None and document.tokens[about.head].text.lower() == "it"


def _is_someone(document: Document, people: frozenset[str], things: frozenset[str]) -> bool:
    """Whether what a wording is said of is a person."""
    persons = (document.entities[key].kind is MentionKind.PERSON for key in people if key in document.entities)
    return any(persons) or any(is_person_noun(thing) for thing in things)


def _lies_ahead(
    document: Document, wording: Wording, clause: Clause | None, putting_off: frozenset[str]
) -> bool | None:
    """Whether a stage is still to come; None where the text only supposes or asks for it."""
    first = document.sentences[wording.first.sentence].first
    near = document.tokens[max(first, wording.first.index - BEFORE) : wording.first.index]
    before = [t.text.lower() for t in near if not t.tag.startswith("NNP")]  # "may", not "May"
    if clause is None:
        return bool(putting_off & {*before}) or None
    if clause.conditional and "whether" not in before:
        return None
    if wording.first.tag == "VBG" and document.tokens[clause.head] is wording.first and not clause.auxiliaries:
        return None
    if clause.polarity is Polarity.NEGATIVE:
        return None if WISHED & {*before} else True
    after = document.tokens[wording.last.index + 1 : wording.last.index + 1 + AFTER]
    if HOLDING & {t.text.lower() for t in after if t.sentence == wording.last.sentence}:
        return False
    if putting_off & {*before}:
        return True
    stage = stage_of(document, clause)
    if stage is None:
        # A noun phrase or a participle: "released on bail, he ..."; what is wished or ordered is still ahead.
        verbless = clause.tense in (Tense.NONE, Tense.PAST) and not clause.auxiliaries
        return not verbless or "to" in before[-1:]
    return stage != DONE


def _parties(
    document: Document, clause: Clause | None, phrase: Span
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Whom and what a stage is of: the entities and the nouns of what the clause is done to, else of who does it.

    Last come the nouns by themselves, without what stands before them. A pronoun stands for those named last, in its
    sentence or in the one before.
    """
    if clause is None:
        return frozenset(), frozenset(), frozenset()
    outside = [a for a in clause.arguments if not phrase.contains(document.tokens[a.head].span)]
    arguments = [a for a in outside if a.role is Role.PATIENT] or [a for a in outside if a.role is Role.AGENT]
    people = {a.entity for a in arguments if a.entity}
    people |= {m.entity for a in arguments for m in document.mentions_in(a.span, *NAMED) if m.entity}
    if not people and any(document.tokens[a.head].tag == "PRP" for a in arguments):
        before = document.sentences[max(0, clause.sentence - 1)].span
        near = Span(before.start, max(before.start, clause.span.start))
        people = {m.entity for m in document.mentions_in(near, MentionKind.PERSON) if m.entity}
    named = [a for a in arguments if document.tokens[a.head].tag.startswith("NN")]
    things = {lemma for a in named for lemma in a.lemmas[:MOST_NOUNS] if familiarity(lemma) >= TELLING}
    swallowed = len(outside) < len(clause.arguments)  # "named Ms Silva as": whom it is of is in the wording itself
    return frozenset(people), frozenset(things), frozenset(() if swallowed else (a.lemma for a in named))


def _performers(document: Document, clause: Clause | None) -> frozenset[str]:
    """The entities that do what is done to something else: whose satellite is launched is who launches it."""
    if clause is None or clause.argument(Role.PATIENT) is None:
        return frozenset()
    for _ in range(HIGHEST):
        agent = clause.argument(Role.AGENT)
        if agent is not None and document.tokens[agent.head].tag != "PRP":
            return frozenset({agent.entity} if agent.entity else ())
        before = document.tokens[max(0, clause.head - 1)].text.lower()
        if clause.governor is None or (agent is None and before != "to"):
            break
        clause = document.clauses[
            clause.governor
        ]  # "the mill says it is ready to launch ...", "signed an order to ..."
    return frozenset()


def _focus(phrase: Span, clause: Clause | None) -> Span:
    """The wording with the participants of its clause, where that is short enough."""
    if clause is None:
        return phrase
    spans = [phrase, clause.predicate_span]
    spans += [a.span for a in clause.arguments if a.role in (Role.AGENT, Role.PATIENT)]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    return whole if whole.end - whole.start <= LONGEST else phrase


def compare(one: Claim, other: Claim) -> Verdict:
    """Stages of one process, of the same people or things; words that only one matter has may do without."""
    assert isinstance(one.value, StageValue)
    assert isinstance(other.value, StageValue)
    verdict = compare_stages(one.value, other.value)
    shared = one.entities & other.entities or one.heads & other.heads
    performers = [claim.part("subject") for claim in (one, other)]
    if all(performers) and not performers[0] & performers[1]:
        return Verdict(Relation.NOT_COMPARABLE, f"{one.value.text} beside {other.value.text}: done by others")
    nouns, lone = (
        [claim.part("object") for claim in (one, other)],
        load_scales(WORDS, FIELDS).by_name[one.value.process].settings.get("lone"),
    )
    told = not all(nouns) or nouns[0] & other.heads or nouns[1] & one.heads or one.entities & other.entities
    if not (told or lone or one.value.process in one.heads):
        return Verdict(Relation.NOT_COMPARABLE, f"{one.value.text} beside {other.value.text}: of different things")
    if not shared and (verdict.relation is Relation.AGREE or not lone):
        return Verdict(Relation.NOT_COMPARABLE, f"{one.value.text} beside {other.value.text}: of different things")
    return verdict


RULE = Rule(
    id="progress",
    version="1",
    severity=Severity.NOTE,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.25,
        concepts=0.25,
        entities=0.25,
        topic=0.25,
        alone=0.1,
        threshold=0.5,
        agreeing=0.4,
        breadth=0.1,
        ground=0.15,
    ),
    stake=2,
    single_source=False,
    ask=ask_stage,
)
