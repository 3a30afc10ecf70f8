"""Causes told by clauses: a verb of causing or harming, a culprit named, a finding on what failed, a thing in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.factuality.assertions import polarity_of, stage_of
from checker.factuality.reasons import (
    EMPTY,
    EXPLICIT,
    FOUND,
    LONGEST,
    MENTIONED,
    SETTING,
    TOLD,
    CauseScene,
    Reason,
    content_of,
    kinds_of_cause,
)
from checker.lexicon import is_event_noun
from checker.lexicon.wordlists import match_phrases
from checker.model import Argument, Clause, Document, MentionKind, Polarity, Role
from checker.values.status import DONE, PLANNED

UNMADE = frozenset({"human", "crowd", "weather", "crime", "money", "politics", "private", "labour", "animal"})
"""Kinds of cause that are not in order or out of order, as a made thing is."""


def read_clause(scene: CauseScene, clause: Clause) -> Iterator[Reason]:
    """A clause whose verb says what brought what about."""
    agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
    said, negative = clause.predicate, polarity_of(clause) is Polarity.NEGATIVE
    first = said.split()[0]
    if stage_of(scene.document, clause) not in {DONE, PLANNED} and clause.relation != "relative":
        return
    yield from _copular(scene, clause, agent, negative=negative)
    if first in scene.words["blame"] and patient is not None and "by" not in (patient.preposition,):
        goal = next((a for a in clause.arguments if a.preposition in {"on", "to"}), None)
        cause = goal if goal is not None and first in {"attribute", "ascribe", "blame"} else patient
        if cause is patient and first in {"attribute", "ascribe"}:
            return
        goals = [a for a in clause.arguments if a is not cause and a.preposition in {"for", ""} and a is not agent]
        here = {i for a in goals for i in a.tokens} | {*range(scene.sentence.first, clause.head)}
        about = frozenset(e.kind for e in scene.effects if e.first in here)
        last = max(cause.tokens, default=clause.head)
        if not about and "for" in scene.texts[last + 1 - scene.sentence.first :]:
            about = scene.kinds(last + 1, scene.sentence.last)
        for reason in _argued(scene, clause, cause, effects=about, denied=negative, implied=not about):
            yield replace(reason, whole=False)
        return
    if agent is None or agent.text.lower() == "what":
        return
    if negative and _has_nothing_to_do(scene, clause):
        yield from _argued(scene, clause, agent, denied=True)
        return
    if negative and (said in {"involve", "involved"} or (first == "play" and _plays_part(clause))):
        yield from _argued(scene, clause, agent, denied=True)
        return
    yield from _sprung(scene, clause, agent, negative=negative)
    if said in scene.words["verbs"] or said in scene.words["harming"]:
        acting = said in scene.words["harming"] or said in {"start", "begin", "cost", "explain", "spread"}
        if acting and (patient is None or _acts(scene, agent) or not kinds_of_cause(agent.lemmas)):
            return
        yield from _argued(scene, clause, agent, denied=negative, bound=True, acting=acting)
    elif first in scene.words["partial"]:
        yield from _argued(scene, clause, agent, denied=negative, part=True, bound=True)


def _plays_part(clause: Clause) -> bool:
    return bool({"part", "role"} & {w for a in clause.arguments for w in a.lemmas[:1]})


def _copular(scene: CauseScene, clause: Clause, agent: Argument | None, *, negative: bool) -> Iterator[Reason]:
    """What is said to be to blame, or in order: "the culprit was X", "the steering was sound"."""
    named = clause.argument(Role.ATTRIBUTE)
    if agent is None or not agent.lemmas:
        return
    subject, nouns = agent.lemmas[0], scene.words["nouns"]
    if clause.copula and named is not None and subject in nouns and named.lemmas and not negative:
        if subject in {"blame", "fault", "responsible"} or scene.in_doubt(clause.head - scene.sentence.first):
            return
        about = scene.kinds(agent.tokens[0], agent.tokens[-1] + 1) if agent.tokens else frozenset[str]()
        yield from _argued(scene, clause, named, effects=about, implied=not about)
        return
    predicate = {clause.predicate, *(named.lemmas[:1] if named is not None else ())}
    blamed = clause.copula and predicate & set(nouns) and subject not in nouns
    after = scene.texts[clause.head - scene.sentence.first - 2 : clause.head - scene.sentence.first + 2]
    if blamed or (clause.predicate == "blame" and "to" in after and "be" in scene.lemmas):
        part = bool(predicate & set(scene.words["among"]))
        yield from _argued(scene, clause, agent, denied=negative, part=part)
        return
    if negative:
        return
    heads = _thing(scene.document, agent)
    kinds = kinds_of_cause(heads)
    if clause.copula and predicate & set(scene.words["cleared"]) and agent.tokens and _was_tested(scene, agent):
        tokens = [scene.document.tokens[i] for i in agent.tokens]
        for reason in scene.make(tokens, frozenset(), clause, told=FOUND, denied=True):
            yield replace(reason, words=heads or reason.words, part=False)
        return
    if heads and _is_sound(scene, clause, named) and kinds and not kinds.keys() <= UNMADE:
        tokens = [scene.document.tokens[i] for i in agent.tokens]
        for reason in scene.make(tokens, frozenset(), clause, told=FOUND, denied=True, sound=True):
            yield replace(reason, words=heads, part=False)


def _was_tested(scene: CauseScene, agent: Argument) -> bool:
    """Whether a definite thing is said to have been looked at: "the boilers were tested and are clear"."""
    looked = {"test", "check", "inspect", "examine", "search", "sample", "investigate", "rule", "swab", "screen"}
    definite = scene.document.tokens[agent.tokens[0]].text.lower() in {"the", "its", "their", "both", "all"}
    return definite and bool(looked & {*scene.lemmas})


def _is_sound(scene: CauseScene, clause: Clause, named: Argument | None) -> bool:
    """Whether a clause says that its subject was in order."""
    sound = scene.words["sound"]
    said = [w for w in (*clause.predicate.split(), *clause.adverbs) if w]
    if clause.copula and named is not None:
        said = [*(named.preposition.split()), *reversed(named.lemmas), *said]
        return bool({*said} & {w for w in sound if " " not in w} - {"work", "function"}) or (
            match_phrases(said, [w for w in sound if " " in w]) is not None
        )
    has_object = clause.argument(Role.PATIENT) is not None
    return not has_object and bool({clause.predicate} & {"work", "function", "respond"})


def _has_nothing_to_do(scene: CauseScene, clause: Clause) -> bool:
    at = clause.head - scene.sentence.first
    return "nothing to do with" in " ".join(scene.texts[at : at + 6])


def _sprung(scene: CauseScene, clause: Clause, agent: Argument, *, negative: bool) -> Iterator[Reason]:
    """Springing from: "the strike started over wages", "the whole mess began with a lost key"."""
    if not agent.lemmas:
        return
    general = agent.lemmas[0] in scene.words["general"]
    kinds = scene.kinds(agent.tokens[0], agent.tokens[-1] + 1) if agent.tokens else frozenset[str]()
    if not kinds and not general:
        return
    for argument in clause.arguments:
        springs = scene.words["springs"].get(argument.preposition, ())
        if clause.predicate in springs and not scene.document.mentions_in(argument.span, *SETTING):
            if argument.preposition == "with" and clause.predicate == "be":
                continue
            yield from _argued(scene, clause, argument, effects=kinds, denied=negative, implied=not kinds)
            return


def _argued(
    scene: CauseScene,
    clause: Clause,
    argument: Argument,
    *,
    effects: frozenset[str] = frozenset(),
    denied: bool = False,
    part: bool = False,
    bound: bool = False,
    acting: bool = False,
    implied: bool = False,
) -> Iterator[Reason]:
    """The cause that an argument gives, with its words up to the next stop."""
    if not argument.tokens:
        return
    tokens = [scene.document.tokens[i] for i in argument.tokens]
    if tokens[0].tag in {"PRP", "WP", "WDT", "DT"} and len(tokens) == 1:
        return
    if argument.role is not Role.AGENT or argument.preposition:
        run = scene.run(tokens[0].index - scene.sentence.first)
        tokens = run if len(run) > len(tokens) else tokens
    skip = range(tokens[0].index, tokens[-1].index + 1)
    if not effects and not implied:
        inside = [t.index for t in scene.tokens if clause.span.contains(t.span)]
        effects = scene.kinds(min(inside, default=0), max(inside, default=-1) + 1, skip)
        if bound and not effects and not _is_central(scene, clause):
            return
        if acting and not _is_central(scene, clause) and not effects & _named(scene, clause):
            return
    definite = acting and tokens[0].text.lower() == "the" and is_event_noun(argument.lemma)
    aside = acting and clause.relation == "relative"
    told = MENTIONED if definite else TOLD if aside else EXPLICIT
    if "death" in effects:
        effects = frozenset({"death"})
    yield from scene.make(tokens[:LONGEST], effects, clause, told=told, part=part, denied=denied, whole=implied)


def _named(scene: CauseScene, clause: Clause) -> frozenset[str]:
    """The kinds of effect that a clause's verb and its object name."""
    inside = {clause.head, clause.head + 1}
    patient = clause.argument(Role.PATIENT)
    if patient is not None and patient.tokens:
        inside |= {*range(min(patient.tokens), max(patient.tokens) + 3)}
    return frozenset(e.kind for e in scene.effects if e.first in inside)


def _is_central(scene: CauseScene, clause: Clause) -> bool:
    patient = clause.argument(Role.PATIENT)
    meant = {*scene.words["general"], *scene.words["victims"]}
    return patient is not None and (patient.lemma in meant or patient.text.lower() in meant)


def _acts(scene: CauseScene, agent: Argument) -> bool:
    """Whether an agent is someone by name: a deed of theirs is not told as a cause."""
    named = scene.document.mentions_in(agent.span, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE)
    return any(m.span.end >= agent.span.end for m in named) or agent.entity is not None


def read_found(scene: CauseScene) -> Iterator[Reason]:
    """What an inquiry found to have gone wrong, and what had gone wrong before: "after its rudder jammed"."""
    finders, finding = set(scene.words["finders"]), set(scene.words["finding"])
    by_finder = any(
        c.predicate in finding and (agent := c.argument(Role.AGENT)) is not None and set(agent.lemmas) & finders
        for c in scene.clauses
    )
    failing = set(scene.words["failing"])
    for clause in scene.clauses:
        if clause.nominal or clause.conditional or clause.polarity is Polarity.NEGATIVE or clause.copula:
            continue
        first = scene.sentence.first
        after = (
            "after" in scene.texts[max(0, min(_begin(scene, clause), clause.head) - first - 2) : clause.head - first]
        )
        if not (after or (by_finder and clause.predicate not in finding)):
            continue
        subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
        if subject is None or not subject.tokens or subject.lemma in finders or not subject.lemmas:
            continue
        words = {clause.predicate, *clause.predicate.split(), *(w for a in clause.arguments for w in a.lemmas)}
        words |= {f"{clause.predicate} {a.preposition.split()[0]}" for a in clause.arguments if a.preposition}
        if not words & failing or not kinds_of_cause(tuple(words)):
            continue
        run = [t for t in scene.tokens if clause.span.contains(t.span)][:LONGEST]
        effects = scene.kinds(first, _begin(scene, clause)) if after else frozenset[str]()
        if after and not effects:
            continue
        yield from scene.make(run, effects, clause, told=FOUND if by_finder else TOLD)


def read_failed(scene: CauseScene) -> Iterator[Reason]:
    """What failed, told as a thing that happened: "the master reported a loss of steering"."""
    failing = set(scene.words["failing"])
    for place, lemma in enumerate(scene.lemmas[:-2]):
        if lemma not in failing or not scene.tokens[place].tag.startswith("NN") or scene.lemmas[place + 1] != "of":
            continue
        if {"no", "not", "without", "if", "any"} & set(scene.texts[max(0, place - 4) : place]):
            continue
        run = scene.run(place)
        if run and kinds_of_cause(content_of(run)[1:2]):
            yield from scene.make(run, frozenset(), told=MENTIONED)
    for clause in scene.clauses:
        subject = clause.argument(Role.PATIENT) or clause.argument(Role.AGENT)
        said = {clause.predicate, *clause.predicate.split()[:1]}
        if not said & failing or clause.conditional or clause.polarity is Polarity.NEGATIVE:
            continue
        if subject is not None and subject.tokens and not clause.nominal and kinds_of_cause(subject.lemmas[:2]):
            run = [t for t in scene.tokens if clause.span.contains(t.span)][:LONGEST]
            for reason in scene.make(run, frozenset(), clause, told=MENTIONED):
                yield replace(reason, words=(*subject.lemmas[:3], clause.predicate))


def _begin(scene: CauseScene, clause: Clause) -> int:
    return min((t.index for t in scene.tokens if clause.span.contains(t.span)), default=clause.head)


def _thing(document: Document, argument: Argument) -> tuple[str, ...]:
    """The lemmas of the noun phrase that an argument begins with."""
    return (
        tuple(w for w in argument.lemmas[:3] if w not in EMPTY)
        if document.tokens[argument.head].tag.startswith("NN")
        else ()
    )
