"""What a time in the text is the time of: what happens, who takes part, and whether it starts, ends or lasts.

"The Committee will meet again on 7 August" and "Next meeting: 14 August" are times of one occasion. The parser's
labels stay here; a rule gets lemmas.
"""

from __future__ import annotations

from dataclasses import replace

from checker.language.phrases import NOUN_TAGS, tokens_in, word_of
from checker.language.timed import Part, Timing, predicate_of
from checker.language.timed_context import (
    clause_before,
    is_presented,
    kinds_around,
    kinds_of,
    opened_clause,
    subject_before,
)
from checker.language.timed_nouns import is_held
from checker.language.timed_wording import Wording
from checker.language.told import kinds_told
from checker.lexicon.happenings import Happening, happenings_of, is_lasting
from checker.model import Argument, BlockKind, Clause, Document, Mention, Polarity, Role, Token
from checker.model.amending import amend
from checker.values.timex import Bound, Granularity, TimeValue

BACK = 4
"""Sentences that are searched backwards for what a bare label is of."""


def read_timing(document: Document, mention: Mention) -> Timing | None:
    """What a date, time or duration is the time of; None where nothing tells, and for rates, ages and windows."""
    tokens = tokens_in(document, mention.span)
    if not tokens or not isinstance(mention.value, TimeValue):
        return None
    reader = _Reader(document, mention, mention.value, tokens)
    timing = reader.read()
    return reader.tell(timing) if timing is not None else None


HAPPENING = frozenset({"place", "effect", "force", "shape", "hold", "form"})
"""What a thing takes or comes into when it happens, as the object of a light verb."""

PRODUCTION, CLOSURE = "production", Happening("closure")
"""What is kept running until a time, and what the time then is of."""


DOORS = frozenset({"closure", "opening"})
"""Kinds that are a side of what is held behind the doors."""


def _last(kinds: frozenset[Happening]) -> bool:
    """Whether what is told is an occasion that ends of itself, and does not close ("the talks ran until nine")."""
    return any(is_lasting(h.kind) and h.kind != PRODUCTION for h in kinds)


class _Reader(Wording):
    """Reads one time."""

    def read(self) -> Timing | None:
        """The timing, from the noun that has the time or from the verb above."""
        if (self.lasting and self._is_no_length()) or self._is_supposed():
            return None
        if is_presented(self.document, self.sentence, self.first.index):
            told = opened_clause(self.document, self.sentence, self.last.index) or clause_before(
                self.document, self.sentence
            )
            return self._verbal(told, None) if told is not None else None
        told = self._clause_of_apposition()
        if told is not None:
            return self._verbal(told, None)
        named = None if self.lasting else self._named_after()
        if named is not None:
            return self._nominal(named, None, attributive=False)
        noun, attributive = self._noun()
        if noun is not None and not attributive and (subject := self._subject(noun)) is not None:
            return Timing((word_of(subject), word_of(noun)), (), self._part(None, ()))
        if not attributive and not self.lasting and self._before()[0] in {"a", "an"}:
            return None  # "an Oct. 19 rendezvous", where the parser does not see the noun
        verb = self._verb()
        clause = self._clause(verb)
        if clause is not None and (clause.conditional or self._is_unreal(clause)):
            return None
        of_date = self._word(self.first.index - 1) == "of"
        if (
            noun is not None
            and attributive
            and not of_date
            and not self.lasting
            and self.value.granularity is Granularity.YEAR
        ):
            return None  # "the 2016 attack": the year is part of what it is called
        if self.lasting and ((noun is not None and attributive) or self._hyphenated()):
            measured = {word_of(noun)} if noun is not None else set(self._after()[:1])  # "low" is taken for an adverb
            if measured & self.words["measured"]:
                return None  # "a five-year low"
        if noun is not None and (attributive or clause is None or clause.copula or not self._governed(noun, verb)):
            return self._nominal(noun, clause, attributive)
        if clause is None or not clause.predicate:
            return self._label(clause) or self._loose(clause)
        return self._verbal(clause, noun)

    def tell(self, timing: Timing) -> Timing:
        """The timing with the kinds of happening that it belongs to, and the side that these tell."""
        noticed = self._noticed(timing)
        if noticed:
            timing = replace(timing, events=(noticed,), parties=tuple(p for p in timing.parties if p != noticed))
        echoed = subject_before(self.document, self.sentence, self._lemmas) if timing.anaphoric else ()
        timing = amend(timing, echoed=echoed)
        if noticed:
            kinds, firm = happenings_of(noticed), True
        else:
            kinds, firm = kinds_of(self.document, self.sentence, timing, frozenset(self.times), lasting=self.lasting)
        if timing.part is Part.LENGTH and self.words["screened"].intersection(timing.events):
            kinds |= {Happening("running_time")}
        sides = {h.side for h in kinds if h.kind not in DOORS} or {""}  # "polls shut at 8" is the end of the voting
        part = timing.part
        if not self.lasting and len(sides) == 1 and sides != {""}:
            part = Part(sides.pop())
        if part is Part.END and self._runs_until(timing.clause) and not _last(kinds):
            kinds |= {CLOSURE}
        if part is Part.LAPSE and _last(kinds) and self._is_of_a_lack(timing.clause):
            part = Part.LENGTH
        around = frozenset[str]() if firm and kinds else kinds_around(self.document, self.sentence)
        return replace(timing, kinds=kinds, part=part, firm=firm, around=around)

    def _loose(self, clause: Clause | None) -> Timing | None:
        """A sentence whose verb the parser does not see: what it tells of by its words alone."""
        tokens = [t for t in self.document.sentence_tokens(self.sentence) if t.index not in self.times]
        kinds = kinds_told(tokens, ())
        if not kinds or (clause is not None and clause.conditional):
            return None
        nouns = tuple(dict.fromkeys(word_of(t) for t in tokens if t.tag in NOUN_TAGS))[:6]
        return Timing(nouns[:1], nouns[1:], self._part(None, ()), clause=clause)

    def _nominal(self, noun: Token, clause: Clause | None, attributive: bool) -> Timing:
        named = word_of(noun)
        about = self._about(noun)
        events: tuple[str, ...] = (named,)
        if named in self.words["carriers"]:
            events = (*(w for w in about if w in self.words["carriers"] or is_held(w)), named)
            if not about and self._opens(noun):
                events = (*self._told_before(), named)
        parties = tuple(w for w in about if w not in events and w not in self.words["next"] | self.words["past"])
        parties += tuple(w for w in self._bearers(noun, clause) if w not in parties and w not in events)
        part = self._part(clause if not attributive else None, events)
        if attributive and part is Part.WITHIN:
            part = Part.LENGTH
        return Timing(events, parties, part, self._marks(clause, about), clause, nominal=True)

    def _label(self, clause: Clause | None) -> Timing | None:
        """A line without a verb: "Completion: fourth quarter", "Next meeting: 14 August"."""
        if clause is None:
            return None
        label = clause.argument(Role.AGENT)
        if label is None or set(label.tokens) & self.inside:
            return None
        words = self.words["next"] | self.words["past"]
        named = tuple(w for w in label.lemmas if w not in words)
        if not named:
            return None
        marks = self._marks(clause, label.lemmas)
        events = named[:1]
        if named[0] in self.words["carriers"] and not any(is_held(w) for w in named):
            events = (*self._told_before(), *events)
        elif "next" in marks and not any(is_held(w) for w in named):
            events = (*events, "meeting")  # "Next Fed: 14 June": the next time that it meets
        parties = tuple(w for w in named[:4] if w not in events)
        return Timing(events, parties, self._part(None, named), marks, clause, nominal=True)

    def _told_before(self) -> tuple[str, ...]:
        """The occasions named shortly before and at the top of the article: what a bare "Length:" or "When:" is of."""
        near = range(self.sentence.index - 1, max(-1, self.sentence.index - 1 - BACK), -1)
        found: list[str] = []
        for number in (*near, *range(min(BACK, self.sentence.index))):
            sentence = self.document.sentences[number]
            if sentence.kind is BlockKind.HEADING:
                continue
            tokens = self.document.sentence_tokens(sentence)
            found.extend(word_of(t) for t in tokens if t.tag in NOUN_TAGS and is_held(word_of(t)))
        return tuple(dict.fromkeys(found))[:4]

    # Verbs

    def _verbal(self, clause: Clause, noun: Token | None) -> Timing:
        agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT, Role.ATTRIBUTE)
        events = self._events(clause, agent, patient)
        parties = [w for a in (agent, patient) if a is not None for w in self._lemmas(a)]
        marks = self._marks(clause, tuple(w for a in (agent, patient) if a is not None for w in a.lemmas))
        if events == ("deadline",):
            marks |= {"future"}
        parties.extend(w for a in clause.arguments if a.role is Role.OBLIQUE and a.entity for w in self._lemmas(a)[:1])
        if noun is not None:
            parties.append(word_of(noun))
        return Timing(
            events,
            tuple(dict.fromkeys(w for w in parties if w not in events or not is_held(w))),
            self._part(clause, events),
            marks,
            clause,
            anaphoric=agent is None or self._is_pronoun(agent),
        )

    def _events(self, clause: Clause, agent: Argument | None, patient: Argument | None) -> tuple[str, ...]:
        """What a clause says happens: its verb, or the noun that a light or phasal verb leaves it to."""
        predicate = predicate_of(clause)
        words = self.words
        near = set(self._before()[:2]) | {self.first.text.lower()}
        if predicate in {"have", "give", "get"} and near & {"until", "till", "by"}:
            return ("deadline",)  # "have until Friday": the time limit itself
        if self.lasting and self._is_left_to_do(predicate):
            return ("deadline", *self._to_be_done())  # "have 60 days to download their pictures"
        if self.lasting and self._waited():
            return ("wait",)
        if self.lasting and self._is_apart(predicate):
            return tuple(dict.fromkeys(self._nouns_before())) or (predicate,)
        named = [a for a in (patient, agent) if a is not None and not self._is_pronoun(a) and a.head not in self.times]
        phase = predicate in words["start"] | words["end"] | words["last"]
        waiting = predicate in words["waiting"]
        if not named and (phase or waiting) and (told := self._told_in_sentence()):
            return (*told, predicate)
        if not named or not (predicate in words["light"] or phase or waiting):
            happening = [
                a.lemma for a in named if a.role is Role.AGENT and is_held(a.lemma) and predicate in words["striking"]
            ]
            return (*happening, predicate)
        if patient is not None and agent is not None and patient.lemma in HAPPENING and not self._is_pronoun(agent):
            named = [agent]  # "the visit will take place", "her resignation takes effect"
        lemmas = [w for w in self._lemmas(named[0]) if is_held(w) or w in words["carriers"]][:2]
        thing = tuple(lemmas or [named[0].lemma])
        return (*thing, predicate) if phase or waiting else thing

    def _part(self, clause: Clause | None, events: tuple[str, ...]) -> Part:
        predicate = predicate_of(clause) if clause is not None else ""
        before, after = self._before(), self._after()
        words = self.words
        if self.lasting:
            if events[:1] == ("deadline",):
                return Part.WITHIN
            if "wait" in events:
                return Part.WAIT
            if self._is_apart(predicate):
                return Part.APART
            if predicate in words["waiting"] or set(events) & words["waiting"]:
                return Part.WAIT
            if self._is_away(before, after):
                return Part.LAPSE
            if clause is not None and self._is_not_done(clause) and before[0] in {"for", "in"}:
                return Part.LAPSE
            if before[0] == "after" and predicate in words["reaching"]:
                return Part.LAPSE
            if before[0] in {"within", "in", "after", "by"}:
                return Part.WITHIN
            return Part.LENGTH
        named = set(events)
        if clause is not None and clause.polarity is Polarity.NEGATIVE and set(before[:2]) & {"since", "after"}:
            return Part.END  # "no grain since April", "nobody is let in after six"
        if predicate in words["start"] or named & words["starts"]:
            return Part.START
        if predicate in words["end"] or named & words["ends"]:
            return Part.END
        match self.value.bound:
            case Bound.SINCE | Bound.AFTER:
                return Part.START
            case Bound.BY | Bound.BEFORE:
                return Part.END
            case _:
                return Part.AT
