"""Deeds: whether something was done, was denied, is planned or is only thought of.

A deed is a predicate with its object ("issued an alert"); the only differences that it can meet are a denial ("no alert
was issued") and another stage. An intent is a deed by its verb or its noun alone: "would appeal" beside "a possible
appeal".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.factuality.assertions import is_narrowed, load_status_words, names_thing, polarity_of, stage_of
from checker.factuality.otherdays import tells_of_other_days
from checker.factuality.things import same_words, times_apart
from checker.lexicon import familiarity, is_group_noun, similarity, verb_of
from checker.model import Argument, BlockKind, Claim, Clause, Document, Polarity, Relation, Role, Tense, Verdict
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue, compare_statuses

SYNONYM = 0.7
"""Lexical similarity from which two predicates say the same."""

POSSIBLE = frozenset({"possible", "potential", "eventual"})
"""Adjectives of what is only thought of: "a possible appeal"."""

LYING = frozenset({"locate", "situate", "base"})
"""Verbs whose participle says where something lies, and tells of no deed."""

WITHIN = frozenset({"within", "during", "before", "after", "until", "since", "by"})
"""Prepositions of the time in which a thing is said to have come about, or not."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed or an intent: its clause, its value, what it is done to, and the ``slot`` it is compared in."""

    clause: Clause
    value: StatusValue
    slot: str
    thing: Argument | None = None

    @property
    def name(self) -> str:
        """The words for what it is done to; none for an intent."""
        return self.thing.text if self.thing is not None else ""


def read_deeds(document: Document) -> Iterator[Deed]:
    """Every deed and intent of a document, in reading order; none over which those whom it quotes differ."""
    deeds = list(_list_deeds(document))
    told = {(d.slot, d.value.concept, d.value.denied) for d in deeds if d.clause.attribution}
    known = {(d.slot, d.value.concept, d.value.denied) for d in deeds}
    for deed in deeds:
        mine = (deed.slot, deed.value.concept, deed.value.denied)
        against = (deed.slot, deed.value.concept, not deed.value.denied)
        if not (against in told or (mine in told and against in known)):
            yield deed


def _list_deeds(document: Document) -> Iterator[Deed]:
    for clause in document.clauses:
        sentence = document.sentences[clause.sentence]
        if sentence.kind is BlockKind.FURNITURE or not clause.predicate or clause.nominal:
            continue
        if tells_of_other_days(document, sentence):
            continue
        if (deed := _read_deed(document, clause)) is not None:
            yield deed
        if (intent := _read_intent(document, clause)) is not None:
            yield intent


def _read_deed(document: Document, clause: Clause) -> Deed | None:
    words = load_status_words()
    stage = stage_of(document, clause)
    denied = polarity_of(clause) is Polarity.NEGATIVE
    being = clause.predicate == "be" and not clause.copula
    if _is_due(document, clause):
        return None
    if stage not in {DONE, PLANNED} or clause.copula or (being and not denied):
        return None
    if clause.predicate in LYING and clause.argument(Role.AGENT) is None and not denied:
        return None
    # "a well located in", "by not testing": what is said in passing is seldom what another article denies.
    tag = document.tokens[clause.head].tag
    if not clause.auxiliaries and (
        tag == "VBG"
        or (tag == "VBN" and clause.argument(Role.AGENT) is None)
        or (clause.relation == "relative" and clause.tense is Tense.PAST)
    ):
        return None
    if not being and clause.predicate.partition(" ")[0] in words.bare and clause.predicate not in words.making:
        return None
    thing = clause.argument(Role.AGENT) if being else clause.argument(Role.PATIENT)
    actor = None if being else clause.argument(Role.AGENT)
    if thing is None or not names_thing(document, thing) or (denied and is_narrowed(document, clause)):
        return None
    if thing.text.lower().startswith("another "):
        return None
    others = (a for a in clause.arguments if a.role in {Role.OBLIQUE, Role.RECIPIENT} and names_thing(document, a))
    value = StatusValue(
        clause.predicate_span.of(document.text),
        "deed",
        clause.predicate,
        frozenset(),
        stage,
        polarity_of(clause),
        about=_narrow_to_noun(document, thing),
        doer=actor.lemmas if actor is not None and names_thing(document, actor) else (),
        lasting=thing.text.lower().startswith("no "),
        detail=frozenset(a.lemmas[0] for a in others),
    )
    return Deed(clause, value, f"deed {thing.lemmas[0]}", thing)


def _is_due(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of what is yet to be done: neither done nor denied."""
    before = [t.lemma.lower() for t in document.tokens[max(0, clause.head - 2) : clause.head]]
    return before == ["yet", "to"]


def _narrow_to_noun(document: Document, thing: Argument) -> tuple[str, ...]:
    """The lemmas of a thing without the time in which it could be ("no protest within the period allowed")."""
    last = max(thing.tokens, default=thing.head)
    cut = next((i for i in range(thing.head + 1, last) if document.tokens[i].text.lower() in WITHIN), None)
    if cut is None:
        return thing.lemmas
    after = {document.tokens[i].lemma.lower() for i in range(cut, last + 1)}
    return (thing.lemmas[0], *(w for w in thing.lemmas[1:] if w not in after))


def _read_intent(document: Document, clause: Clause) -> Deed | None:
    """A verb that is planned, or a noun for it that is only thought of. Verbs that take an object are deeds."""
    words = load_status_words()
    actor = clause.argument(Role.AGENT)
    doer = actor.lemmas if actor is not None and names_thing(document, actor) else ()
    considering = clause.predicate.partition(" ")[0] in words.considering
    if considering or clause.argument(Role.PATIENT, Role.ATTRIBUTE) is not None:
        for argument in clause.arguments:
            if argument is actor:
                continue
            for at in argument.tokens:
                token = document.tokens[at]
                verb = verb_of(token.lemma.lower()) if token.tag == "NN" else None
                before = document.tokens[at - 1].text.lower() if at else ""
                if verb and verb not in words.bare and (before in POSSIBLE or (considering and at == argument.head)):
                    text = f"{document.tokens[clause.head].text} {token.text}"
                    value = StatusValue(text, "intent", verb, frozenset(), CONSIDERED, doer=doer)
                    return Deed(clause, value, f"intent {verb}", argument)
        return None
    if stage_of(document, clause) != PLANNED or clause.copula or clause.predicate in words.bare:
        return None
    if polarity_of(clause) is Polarity.NEGATIVE or clause.argument(Role.PATIENT) is not None:
        return None
    value = StatusValue(
        clause.predicate_span.of(document.text), "intent", clause.predicate, frozenset(), PLANNED, doer=doer
    )
    return Deed(clause, value, f"intent {clause.predicate}")


def _may_be_one(one: str, other: str) -> bool:
    """Whether a noun for a body may stand for the name beside it ("the club", "Rovers"); two nouns may not."""
    return is_group_noun(one) != is_group_noun(other) and (familiarity(one) == 1.0 or familiarity(other) == 1.0)


def compare_deeds(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> Verdict:
    """Compare two deeds or two intents: a denial contradicts when deed, doer and time are the same."""
    words = load_status_words()
    reason = f"“{a.text}” beside “{b.text}”"
    apart = bool(a.doer and b.doer and not {*a.doer} & {*b.doer}) and not _may_be_one(a.doer[0], b.doer[0])
    if a.family == "intent":
        verdict = compare_statuses(a, b)
        return Verdict(Relation.NOT_COMPARABLE, reason) if apart else verdict
    same = a.concept == b.concept or similarity(a.concept, b.concept) >= SYNONYM
    # "No alert was issued" denies that one was sent or sounded, too.
    made = (a.lasting or b.lasting) and {a.concept, b.concept} <= words.making | {"be"}
    if not (same or made) or not same_words(a.about, b.about):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: different things")
    if a.denied == b.denied:
        if same and not a.denied and a.rung != b.rung and {*a.doer} & {*b.doer}:
            return Verdict(Relation.COMPATIBLE, f"{reason}: planned beside done")
        return Verdict(Relation.AGREE if a.rung == b.rung and same else Relation.NOT_COMPARABLE, f"{reason}: the same")
    denied, asserted = (a, b) if a.denied else (b, a)
    told = other if a.denied else one
    narrowed = {*denied.about[1:]} - {*asserted.about} - told.topic - words.vague
    elsewhere = denied.detail and asserted.detail and not denied.detail & asserted.detail
    if narrowed or apart or elsewhere or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the denial is of something narrower")
    verdict = compare_statuses(replace(a, concept="deed"), replace(b, concept="deed"))
    relation = verdict.relation if verdict.relation is Relation.CONTRADICT else Relation.NOT_COMPARABLE
    return Verdict(relation, verdict.reason)
