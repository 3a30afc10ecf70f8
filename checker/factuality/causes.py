"""Causes: every way in which news says what brought something about, or what did not.

"Because of strong winds", "put the collapse down to", "it was not the pump: a strike had", "found that the rudder had
jammed", "the steering was sound". A reading gives the words of the cause and the kinds of effect that they are told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.factuality.assertions import polarity_of, stage_of
from checker.factuality.effects import Effect, cause_words, central_effects, effects_before, find_effects
from checker.lexicon import is_event_noun
from checker.lexicon.wordlists import match_phrases
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
    Token,
)
from checker.values.status import DONE, PLANNED

EXPLICIT, FOUND, TOLD, MENTIONED = 3, 2, 1, 0
"""How plainly a cause is given: by a word of cause; by a finding on what failed; by what went before; as a fault."""

LONGEST = 14
"""Words of a cause that are read."""

UNMADE = frozenset({"human", "crowd", "weather", "crime", "money", "politics", "private", "labour", "animal"})
"""Kinds of cause that are not in order or out of order, as a made thing is."""

BEING = frozenset({"is", "are", "was", "were", "been", "being", "be"})
ENDS = frozenset({",", ";", ":", ".", "(", ")", "–", "—", "-", "!", "?", "”", '"'})
CUTS = frozenset({"WDT", "WP", "WRB", "MD"})
JOINS = frozenset({"when", "while", "after", "before", "although", "though", "but", "because", "according", "as"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SETTING = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)
EMPTY = frozenset(
    {
        "be",
        "have",
        "do",
        "it",
        "what",
        "that",
        "thing",
        "one",
        "number",
        "series",
        "kind",
        "sort",
        "lot",
        "day",
        "time",
        "people",
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """What is said to have brought something about.

    ``words`` are the content lemmas of the cause, its head's first;
    ``effects`` the kinds of effect, ``implied`` says
    that they are taken from what stands before, ``whole`` that the words
    are for the matter as a whole ("the affair"). ``part`` says that it is one cause of several, ``denied`` that it was
    none, ``sound`` that it is denied by saying that the thing was in order.
    """

    sentence: Sentence
    clause: Clause | None
    span: Span
    words: tuple[str, ...]
    effects: frozenset[str]
    told: int = EXPLICIT
    part: bool = False
    denied: bool = False
    sound: bool = False
    implied: bool = False
    apart: bool = False
    whole: bool = False


def read_causes(document: Document) -> Iterator[Reason]:
    """Every cause, and every denial of one, that an article gives, in the order of its sentences."""
    central = central_effects(document)
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or len(tokens) < 3 or sentence.text.rstrip().endswith("?"):
            continue
        reader = _Reader(document, sentence, tokens, central)
        seen: set[tuple[str, bool]] = set()
        for reason in reader.read():
            key = reason.words[0], reason.denied
            if key not in seen:
                seen.add(key)
                yield reason


class _Reader:
    """Reads one sentence."""

    def __init__(
        self, document: Document, sentence: Sentence, tokens: Sequence[Token], central: frozenset[str]
    ) -> None:
        self.document, self.sentence, self.tokens, self.central = document, sentence, tokens, central
        self.words = cause_words()
        self.lemmas = ["be" if t.text.lower() in BEING else t.lemma.lower() for t in tokens]
        self.texts = [t.text.lower() for t in tokens]
        self.effects = find_effects(tokens)
        self.clauses = [c for c in document.clauses if c.sentence == sentence.index]

    def read(self) -> Iterator[Reason]:
        yield from self._leading()
        yield from self._because()
        yield from self._contrasts()
        yield from self._what()
        yield from self._deeds()
        yield from self._plenty()
        for clause in self.clauses:
            if clause.conditional or clause.nominal or not clause.predicate or clause.modality is Modality.POSSIBLE:
                continue
            yield from self._told_by(clause)
        yield from self._found()
        yield from self._failed()

    # -- what the cause is the cause of ---------------------------------------------------------------------------

    def _kinds(self, first: int, last: int, skip: range = range(0)) -> frozenset[str]:
        """The kinds of effect between two token indices, outside the words of the cause."""
        return frozenset(e.kind for e in self.effects if first <= e.first < last and e.first not in skip)

    def _nearest(self, first: int, last: int, skip: range) -> frozenset[str]:
        """The kinds of the last effect between two token indices; a mishap before the deaths that it led to."""
        here = [e for e in self.effects if first <= e.first < last and e.first not in skip]
        return frozenset(e.kind for e in here if e.first == here[-1].first)

    def _meant(self) -> frozenset[str]:
        """The kinds of effect that a sentence without one speaks of: those just before, or the article's matter."""
        return effects_before(self.document, self.sentence) | self.central

    def _make(
        self,
        tokens: Sequence[Token],
        effects: frozenset[str],
        clause: Clause | None = None,
        *,
        told: int = EXPLICIT,
        part: bool = False,
        denied: bool = False,
        sound: bool = False,
        whole: bool = False,
    ) -> Iterator[Reason]:
        words = _content(tokens)
        head = (
            next((t for t in tokens if t.text.lower() == words[0] or t.lemma.lower() == words[0]), None)
            if words
            else None
        )
        if head is None or any(m.span.contains(head.span) for m in self._times()):
            return
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        clause = clause or self._clause_of(tokens[0])
        if clause is not None and clause.conditional:
            return
        implied = not effects
        effects = effects or self._meant() or frozenset({"matter"})
        around = set(self.texts[: max(0, tokens[0].index - self.sentence.first)][-6:])
        part = part or bool(around & set(self.words["hedges"]))
        apart = bool(set(self.texts) & set(self.words["other"]))
        if effects:
            yield Reason(
                self.sentence,
                clause,
                span,
                words,
                effects,
                told,
                part,
                denied,
                sound,
                implied=implied,
                apart=apart,
                whole=whole,
            )

    def _clause_of(self, token: Token) -> Clause | None:
        holding = [c for c in self.clauses if c.span.contains(token.span) and not c.nominal]
        return min(holding, key=lambda c: c.span.end - c.span.start, default=None)

    def _run(self, at: int, *, clause: bool = False) -> list[Token]:
        """The words of a cause from a place in the sentence: to the next stop, or the next finite verb."""
        run: list[Token] = []
        for place in range(at, min(len(self.tokens), at + LONGEST)):
            token = self.tokens[place]
            if token.text in ENDS or token.tag in CUTS or (run and self.texts[place] in JOINS):
                break
            if not clause and run and token.tag in FINITE and not self._is_participle(place):
                break
            if run and any(m.span.start <= token.span.start < m.span.end for m in self._times()):
                break
            run.append(token)
        while run and run[-1].tag in {"IN", "CC", "DT", "TO", "RB", "PRP$"}:
            run.pop()
        return run

    def _is_participle(self, place: int) -> bool:
        return self.tokens[place].dep.split(":")[0] in {"acl", "amod"}

    def _times(self) -> tuple[object, ...]:
        return self.document.mentions_in(self.sentence.span, *SETTING)

    # -- constructions -----------------------------------------------------------------------------------------------

    def _leading(self) -> Iterator[Reason]:
        """Phrases that lead to the cause: "because of", "put ... down to", "traced to", "was down to"."""
        for start, end, phrase in _places_of(self.lemmas, _leading_phrases()):
            run = self._run(end)
            by_name = phrase.endswith(" by") and run and self._is_name(run)
            if not run or by_name or self.tokens[end].tag in {"VB", "CD"} or self._in_doubt(start):
                continue
            here = self.sentence.first + start
            skip = range(run[0].index, run[-1].index + 1)
            effects = self._nearest(self._opening(here), here + 1, skip)
            general = bool(set(self.texts[max(0, start - 6) : start]) & set(self.words["general"]))
            if not effects and not general:
                effects = self._kinds(run[-1].index + 1, self.sentence.last, skip)
            if not effects and not general and (phrase in self.words["bound"] or start > 2):
                continue
            denied = "not" in self.texts[max(0, start - 2) : start] or "n't" in self.texts[max(0, start - 3) : start]
            yield from self._make(run, effects, denied=denied, whole=general and not effects)

    def _is_name(self, run: Sequence[Token]) -> bool:
        """Whether words are the name of somebody or of a body: what they did is a deed, not a cause."""
        span = Span(run[0].span.start, run[-1].span.end)
        named = self.document.mentions_in(span, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE)
        return any(m.span.end >= span.end for m in named)

    def _opening(self, here: int) -> int:
        """Where the part of the sentence that an index stands in begins: behind the last semicolon or colon."""
        stops = [t.index for t in self.tokens if t.index < here and t.text in {";", ":"}]
        return stops[-1] + 1 if stops else self.sentence.first

    def _in_doubt(self, place: int) -> bool:
        before = self.texts[max(0, place - 5) : place]
        return bool({"whether", "if", "would", "could", "might", "may"} & set(before))

    def _because(self) -> Iterator[Reason]:
        """The cause is all that the conjunction opens: "The train was late because a gate had been forced"."""
        for place, text in enumerate(self.texts[:-2]):
            if text != "because" or self.texts[place + 1] == "of" or self._in_doubt(place):
                continue
            run = self._run(place + 1, clause=True)
            if place == 0 and run and self._asked():
                yield from self._make(run, frozenset())
                continue
            here = self.sentence.first + place
            denied = place > 0 and self.texts[place - 1] == "not"
            effects = self._kinds(self._opening(here), here) or self._kinds(
                run[-1].index + 1 if run else here, self.sentence.last
            )
            if effects:
                yield from self._make(run, effects, denied=denied)

    def _contrasts(self) -> Iterator[Reason]:
        """Contrasts: "it was not the pump: ...", "Not the water", "not X but Y", "and not the forecast, that"."""
        texts = self.texts
        for place, text in enumerate(texts):
            if text not in {"not", "n't"} or place + 2 >= len(texts):
                continue
            opens = place == 0 or (texts[max(0, place - 2) : place] in (["it", "was"], ["it", "is"]))
            cleft = texts[:2] == ["it", "was"] and texts[place - 1] in {"and", ","} and "that" in texts[place:]
            if not (opens or cleft):
                continue
            run = self._run(place + 1)
            named = run and run[0].tag in {"DT", "PRP$", "NN", "NNS", "NNP"}
            if named and (self._names_kind(run) or self._asked()):
                yield from self._make(run, frozenset(), denied=True)
        if texts[:2] in (["it", "was"], ["it", "is"]) and texts[2] not in {"not", "n't"}:
            run = self._run(2)
            after = run[-1].index + 1 - self.sentence.first if run else len(texts)
            that = next((n for n in range(after, len(texts)) if texts[n] in {"that", "which"}), None)
            if run and that is not None and texts[2] != "that" and not self._is_name(run):
                effects = self._kinds(self.sentence.first + that, self.sentence.last)
                verb = self.lemmas[that + 1 : that + 3]
                if effects or set(verb) & set(self.words["harming"] + self.words["verbs"]):
                    yield from self._make(run, effects)
                    return
            if run and (self._was_denied() or self._asked()) and self._names_kind(run):
                yield from self._make(run, frozenset())

    def _what(self) -> Iterator[Reason]:
        """The cleft "what held up the trains was a herd of reindeer"."""
        if self.texts[0] != "what":
            return
        said = {*self.lemmas[1:3], " ".join(self.lemmas[1:3])}
        if not said & {*self.words["harming"], *self.words["verbs"]}:
            return
        at = next((n for n in range(3, len(self.texts)) if self.texts[n] in {"was", "were", "is"}), None)
        if at is not None:
            run = self._run(at + 1)
            effects = self._kinds(self.sentence.first, self.sentence.first + at)
            yield from self._make(run, effects, denied=self.texts[at + 1 : at + 2] == ["not"]) if run else ()

    def _deeds(self) -> Iterator[Reason]:
        """Why people did what they did: "resigned over the leak", "is leaving to spend more time with his family"."""
        deeds = set(self.words["reasons"]["deeds"])
        leaving = [Effect("resignation", t.index, t.index + 1) for t in self.tokens if t.lemma == "leave"]
        for effect in (*self.effects, *leaving):
            if effect.kind not in deeds:
                continue
            aloud = self.words["reasons"]["over"] if effect not in leaving else ()
            start = effect.last - self.sentence.first
            for phrase in aloud:
                words = phrase.split()
                for at in range(start, min(start + 12, len(self.texts) - len(words))):
                    if self.texts[at : at + len(words)] == words:
                        run = self._run(at + len(words))
                        if run:
                            yield from self._make(run, frozenset({effect.kind}))
            spend = next((n for n in range(start, min(start + 10, len(self.texts) - 1)) if self._spends(n)), None)
            if spend is not None:
                run = self._run(spend + 1, clause=True)
                if run:
                    yield from self._make(run, frozenset({effect.kind}))

    def _spends(self, place: int) -> bool:
        goals = {"spend", "care", "focus", "concentrate", "pursue", "devote", "recover"}
        return self.texts[place] == "to" and self.lemmas[place + 1] in goals and self.tokens[place + 1].tag == "VB"

    def _plenty(self) -> Iterator[Reason]:
        """Plenty: "the helicopter had plenty of fuel": what there was enough of did not run out."""
        plenty = set(self.words["plenty"])
        for place, text in enumerate(self.texts[:-1]):
            if text not in plenty or not {"have", "be", "with"} & set(self.lemmas[max(0, place - 4) : place]):
                continue
            start = place + 2 if self.texts[place + 1] == "of" else place + 1
            run = self._run(start)[:2] if start < len(self.tokens) else []
            words = _content(run)
            if words and kinds_of_cause(words[:1]):
                for reason in self._make(run, frozenset(), told=FOUND, denied=True, sound=True):
                    yield replace(reason, words=words[:1])

    def _asked(self) -> bool:
        """Whether the sentence before asks why."""
        if not self.sentence.index:
            return False
        before = self.document.sentences[self.sentence.index - 1]
        lemmas = {t.lemma.lower() for t in self.document.sentence_tokens(before)}
        asks = "why" in lemmas or (
            "what" in lemmas and lemmas & {*self.words["verbs"], *self.words["harming"], "happen"}
        )
        return bool(asks) and before.text.rstrip().endswith("?")

    def _was_denied(self) -> bool:
        """Whether the sentence before rules another cause out: "Not the water. It was the scholarships"."""
        if not self.sentence.index:
            return False
        before = self.document.sentence_tokens(self.document.sentences[self.sentence.index - 1])
        texts = [t.text.lower() for t in before[:4]]
        return bool(texts) and (texts[0] == "not" or (texts[:2] == ["it", "was"] and "not" in texts))

    def _names_kind(self, run: Sequence[Token]) -> bool:
        return bool(kinds_of_cause(_content(run)[:1])) and run[0].text.lower() not in {"a", "an"}

    def _told_by(self, clause: Clause) -> Iterator[Reason]:
        """A clause whose verb says what brought what about."""
        agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
        said, negative = clause.predicate, polarity_of(clause) is Polarity.NEGATIVE
        first = said.split()[0]
        if stage_of(self.document, clause) not in {DONE, PLANNED} and clause.relation != "relative":
            return
        yield from self._copular(clause, agent, negative=negative)
        if first in self.words["blame"] and patient is not None and "by" not in (patient.preposition,):
            goal = next((a for a in clause.arguments if a.preposition in {"on", "to"}), None)
            cause = goal if goal is not None and first in {"attribute", "ascribe", "blame"} else patient
            if cause is patient and first in {"attribute", "ascribe"}:
                return
            goals = [a for a in clause.arguments if a is not cause and a.preposition in {"for", ""} and a is not agent]
            here = {i for a in goals for i in a.tokens} | {*range(self.sentence.first, clause.head)}
            about = frozenset(e.kind for e in self.effects if e.first in here)
            last = max(cause.tokens, default=clause.head)
            if not about and "for" in self.texts[last + 1 - self.sentence.first :]:
                about = self._kinds(last + 1, self.sentence.last)
            for reason in self._argued(clause, cause, effects=about, denied=negative, implied=not about):
                yield replace(reason, whole=False)
            return
        if agent is None or agent.text.lower() == "what":
            return
        if negative and self._has_nothing_to_do(clause):
            yield from self._argued(clause, agent, denied=True)
            return
        if negative and (said in {"involve", "involved"} or (first == "play" and self._plays_part(clause))):
            yield from self._argued(clause, agent, denied=True)
            return
        yield from self._sprung(clause, agent, negative=negative)
        if said in self.words["verbs"] or said in self.words["harming"]:
            acting = said in self.words["harming"] or said in {"start", "begin", "cost", "explain", "spread"}
            if acting and (patient is None or self._acts(agent) or not kinds_of_cause(agent.lemmas)):
                return
            yield from self._argued(clause, agent, denied=negative, bound=True, acting=acting)
        elif first in self.words["partial"]:
            yield from self._argued(clause, agent, denied=negative, part=True, bound=True)

    def _plays_part(self, clause: Clause) -> bool:
        return bool({"part", "role"} & {w for a in clause.arguments for w in a.lemmas[:1]})

    def _copular(self, clause: Clause, agent: Argument | None, *, negative: bool) -> Iterator[Reason]:
        """What is said to be to blame, or in order: "the culprit was X", "the steering was sound"."""
        named = clause.argument(Role.ATTRIBUTE)
        if agent is None or not agent.lemmas:
            return
        subject, nouns = agent.lemmas[0], self.words["nouns"]
        if clause.copula and named is not None and subject in nouns and named.lemmas and not negative:
            if subject in {"blame", "fault", "responsible"} or self._in_doubt(clause.head - self.sentence.first):
                return
            about = self._kinds(agent.tokens[0], agent.tokens[-1] + 1) if agent.tokens else frozenset[str]()
            yield from self._argued(clause, named, effects=about, implied=not about)
            return
        predicate = {clause.predicate, *(named.lemmas[:1] if named is not None else ())}
        blamed = clause.copula and predicate & set(nouns) and subject not in nouns
        after = self.texts[clause.head - self.sentence.first - 2 : clause.head - self.sentence.first + 2]
        if blamed or (clause.predicate == "blame" and "to" in after and "be" in self.lemmas):
            part = bool(predicate & set(self.words["among"]))
            yield from self._argued(clause, agent, denied=negative, part=part)
            return
        if negative:
            return
        heads = _thing(self.document, agent)
        kinds = kinds_of_cause(heads)
        if heads and self._is_sound(clause, named) and kinds and not kinds.keys() <= UNMADE:
            tokens = [self.document.tokens[i] for i in agent.tokens]
            for reason in self._make(tokens, frozenset(), clause, told=FOUND, denied=True, sound=True):
                yield replace(reason, words=heads, part=False)

    def _is_sound(self, clause: Clause, named: Argument | None) -> bool:
        """Whether a clause says that its subject was in order."""
        sound = self.words["sound"]
        said = [w for w in (*clause.predicate.split(), *clause.adverbs) if w]
        if clause.copula and named is not None:
            said = [*(named.preposition.split()), *reversed(named.lemmas), *said]
            return bool({*said} & {w for w in sound if " " not in w} - {"work", "function"}) or (
                match_phrases(said, [w for w in sound if " " in w]) is not None
            )
        has_object = clause.argument(Role.PATIENT) is not None
        return not has_object and bool({clause.predicate} & {"work", "function", "respond"})

    def _has_nothing_to_do(self, clause: Clause) -> bool:
        at = clause.head - self.sentence.first
        return "nothing to do with" in " ".join(self.texts[at : at + 6])

    def _sprung(self, clause: Clause, agent: Argument, *, negative: bool) -> Iterator[Reason]:
        """Springing from: "the strike started over wages", "the whole mess began with a lost key"."""
        if not agent.lemmas:
            return
        general = agent.lemmas[0] in self.words["general"]
        kinds = self._kinds(agent.tokens[0], agent.tokens[-1] + 1) if agent.tokens else frozenset[str]()
        if not kinds and not general:
            return
        for argument in clause.arguments:
            springs = self.words["springs"].get(argument.preposition, ())
            if clause.predicate in springs and not self.document.mentions_in(argument.span, *SETTING):
                if argument.preposition == "with" and clause.predicate == "be":
                    continue
                yield from self._argued(clause, argument, effects=kinds, denied=negative, implied=not kinds)
                return

    def _argued(
        self,
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
        tokens = [self.document.tokens[i] for i in argument.tokens]
        if tokens[0].tag in {"PRP", "WP", "WDT", "DT"} and len(tokens) == 1:
            return
        if argument.role is not Role.AGENT or argument.preposition:
            run = self._run(tokens[0].index - self.sentence.first)
            tokens = run if len(run) > len(tokens) else tokens
        skip = range(tokens[0].index, tokens[-1].index + 1)
        if not effects and not implied:
            inside = [t.index for t in self.tokens if clause.span.contains(t.span)]
            effects = self._kinds(min(inside, default=0), max(inside, default=-1) + 1, skip)
            if bound and not effects and not self._is_central(clause):
                return
            if acting and not self._is_central(clause) and not effects & self._named(clause):
                return
        definite = acting and tokens[0].text.lower() == "the" and is_event_noun(argument.lemma)
        aside = acting and clause.relation == "relative"
        told = MENTIONED if definite else TOLD if aside else EXPLICIT
        if "death" in effects:
            effects = frozenset({"death"})
        yield from self._make(tokens[:LONGEST], effects, clause, told=told, part=part, denied=denied, whole=implied)

    def _named(self, clause: Clause) -> frozenset[str]:
        """The kinds of effect that a clause's verb and its object name."""
        inside = {clause.head, clause.head + 1}
        patient = clause.argument(Role.PATIENT)
        if patient is not None and patient.tokens:
            inside |= {*range(min(patient.tokens), max(patient.tokens) + 3)}
        return frozenset(e.kind for e in self.effects if e.first in inside)

    def _is_central(self, clause: Clause) -> bool:
        patient = clause.argument(Role.PATIENT)
        meant = {*self.words["general"], *self.words["victims"]}
        return patient is not None and (patient.lemma in meant or patient.text.lower() in meant)

    def _acts(self, agent: Argument) -> bool:
        """Whether an agent is someone by name: a deed of theirs is not told as a cause."""
        named = self.document.mentions_in(agent.span, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE)
        return any(m.span.end >= agent.span.end for m in named) or agent.entity is not None

    def _found(self) -> Iterator[Reason]:
        """What an inquiry found to have gone wrong, and what had gone wrong before: "after its rudder jammed"."""
        finders, finding = set(self.words["finders"]), set(self.words["finding"])
        by_finder = any(
            c.predicate in finding and (agent := c.argument(Role.AGENT)) is not None and set(agent.lemmas) & finders
            for c in self.clauses
        )
        failing = set(self.words["failing"])
        for clause in self.clauses:
            if clause.nominal or clause.conditional or clause.polarity is Polarity.NEGATIVE or clause.copula:
                continue
            first = self.sentence.first
            after = (
                "after" in self.texts[max(0, min(self._begin(clause), clause.head) - first - 2) : clause.head - first]
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
            run = [t for t in self.tokens if clause.span.contains(t.span)][:LONGEST]
            effects = self._kinds(first, self._begin(clause)) if after else frozenset[str]()
            if after and not effects:
                continue
            yield from self._make(run, effects, clause, told=FOUND if by_finder else TOLD)

    def _failed(self) -> Iterator[Reason]:
        """What failed, told as a thing that happened: "the master reported a loss of steering"."""
        failing = set(self.words["failing"])
        for place, lemma in enumerate(self.lemmas[:-2]):
            if lemma not in failing or not self.tokens[place].tag.startswith("NN") or self.lemmas[place + 1] != "of":
                continue
            if {"no", "not", "without", "if", "any"} & set(self.texts[max(0, place - 4) : place]):
                continue
            run = self._run(place)
            if run and kinds_of_cause(_content(run)[1:2]):
                yield from self._make(run, frozenset(), told=MENTIONED)
        for clause in self.clauses:
            subject = clause.argument(Role.PATIENT) or clause.argument(Role.AGENT)
            said = {clause.predicate, *clause.predicate.split()[:1]}
            if not said & failing or clause.conditional or clause.polarity is Polarity.NEGATIVE:
                continue
            if subject is not None and subject.tokens and not clause.nominal and kinds_of_cause(subject.lemmas[:2]):
                run = [t for t in self.tokens if clause.span.contains(t.span)][:LONGEST]
                for reason in self._make(run, frozenset(), clause, told=MENTIONED):
                    yield replace(reason, words=(*subject.lemmas[:3], clause.predicate))

    def _begin(self, clause: Clause) -> int:
        return min((t.index for t in self.tokens if clause.span.contains(t.span)), default=clause.head)


@cache
def _leading_phrases() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): phrase for phrase in cause_words()["leading"]}


def _places_of(lemmas: Sequence[str], phrases: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str]]:
    """Where phrases stand: start, end (exclusive), phrase; "put the fall down to" lets a few words between."""
    for start in range(len(lemmas)):
        for words, phrase in phrases.items():
            if lemmas[start] != words[0]:
                continue
            if tuple(lemmas[start : start + len(words)]) == words:
                if start + len(words) < len(lemmas):
                    yield start, start + len(words), phrase
                break
            if words[0] in {"put", "trace", "attribute", "ascribe", "pin"} and len(words) > 1:
                tail = words[1:]
                for at in range(start + 2, min(start + 8, len(lemmas) - len(tail))):
                    if tuple(lemmas[at : at + len(tail)]) == tail:
                        yield at - 1, at + len(tail), phrase
                        break
                else:
                    continue
                break


def _content(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The content lemmas of a cause, the head of its first noun phrase first."""
    kept = [t for t in tokens if t.tag.startswith(("NN", "VB", "JJ", "FW")) and t.lemma.lower() not in EMPTY]
    kept = [t for t in kept if not t.tag.startswith("NNP")] or kept
    if not kept:
        return ()
    head: Token | None = None
    for token in tokens:
        if token.tag.startswith("NN") and token.text not in {"'s", "’s"}:
            head = token
        elif head is not None and token.tag != "POS":
            break
    head = head if head is not None and head in kept else kept[0]
    ordered = [head, *(t for t in kept if t is not head)]
    table = _kind_table()
    return tuple(
        t.text.lower() if t.tag.startswith("NNP") or t.text.lower() in table else t.lemma.lower() for t in ordered
    )


def _thing(document: Document, argument: Argument) -> tuple[str, ...]:
    """The lemmas of the noun phrase that an argument begins with."""
    return (
        tuple(w for w in argument.lemmas[:3] if w not in EMPTY)
        if document.tokens[argument.head].tag.startswith("NN")
        else ()
    )


@cache
def _kind_table() -> dict[str, frozenset[tuple[str, bool]]]:
    table: dict[str, set[tuple[str, bool]]] = {}
    for kind, words in cause_words()["kinds"].items():
        general = True
        for word in words:
            if word == "|":
                general = False
                continue
            table.setdefault(word, set()).add((kind, general))
    return {word: frozenset(kinds) for word, kinds in table.items()}


def kinds_of_cause(words: Sequence[str]) -> dict[str, bool]:
    """The kinds of cause that lemmas name, and whether only a general word ("weather") names it."""
    table, found = _kind_table(), dict[str, bool]()
    for word in words:
        for kind, general in table.get(word, ()):
            found[kind] = found.get(kind, True) and general
    return found


__all__ = ["EXPLICIT", "FOUND", "TOLD", "Effect", "Reason", "kinds_of_cause", "read_causes"]
