"""What a time in the text is the time of: what happens, who takes part, and whether it starts, ends or lasts.

"The Committee will meet again on 7 August" and "Next meeting: 14 August" are times of one occasion. The parser's
labels stay here; a rule gets lemmas.
"""

from __future__ import annotations

from checker.language.phrases import NOUN_TAGS, children, tokens_in, word_of
from checker.language.timed import (
    ATTRIBUTIVE,
    DETERMINERS,
    JOINTS,
    OBLIGING,
    SUPPOSING,
    TIMES,
    Part,
    Timing,
    predicate_of,
    timing_words,
)
from checker.lexicon.occasions import is_occasion
from checker.model import Argument, BlockKind, Clause, Document, Mention, MentionKind, Polarity, Role, Tense, Token
from checker.values.timex import Bound, Granularity, TimeValue

CLIMB = 5
"""Steps up the tree from a time to the verb that it belongs to."""

BACK = 4
"""Sentences that are searched backwards for what a bare label is of."""

CLAUSE = 4
"""Tokens after a length of time that are read for somebody waiting."""

REACH = 7
"""Tokens before "four weeks apart" that are read for what lies apart."""

BEFORE = 3
"""Tokens before a time that are read for its preposition and for words such as "past", "next"."""


def read_timing(document: Document, mention: Mention) -> Timing | None:
    """What a date, time or duration is the time of; None where nothing tells, and for rates, ages and windows."""
    tokens = tokens_in(document, mention.span)
    if not tokens or not isinstance(mention.value, TimeValue):
        return None
    return _Reader(document, mention, mention.value, tokens).read()


class _Reader:
    """Reads one time."""

    def __init__(self, document: Document, mention: Mention, value: TimeValue, tokens: list[Token]) -> None:
        self.document = document
        self.value = value
        self.lasting = mention.kind is MentionKind.DURATION
        self.inside = {t.index for t in tokens}
        self.first, self.last = tokens[0], tokens[-1]
        self.sentence = document.sentences[self.first.sentence]
        self.root = self._root(tokens)
        self.words = timing_words()
        self.times = self._times() | self.inside

    def read(self) -> Timing | None:
        """The timing, from the noun that has the time or from the verb above."""
        if (self.lasting and self._is_no_length()) or self._is_supposed():
            return None
        noun, attributive = self._noun()
        if noun is not None and not attributive and (subject := self._subject(noun)) is not None:
            return Timing((word_of(subject), word_of(noun)), (), self._part(None, ()))
        if not attributive and not self.lasting and self._before()[0] in {"a", "an"}:
            return None  # "an Oct. 19 rendezvous", where the parser does not see the noun
        verb = self._verb()
        clause = self._clause(verb)
        if clause is not None and clause.conditional:
            return None
        if noun is not None and attributive and self.value.granularity is Granularity.YEAR:
            return None  # "the 2016 attack": the year is part of what it is called
        if noun is not None and (attributive or clause is None or clause.copula or not self._governed(noun, verb)):
            return self._nominal(noun, clause, attributive)
        if clause is None or not clause.predicate:
            return self._label(clause)
        return self._verbal(clause, noun)

    # What stands near

    def _word(self, index: int) -> str:
        if self.sentence.first <= index < self.sentence.last:
            return self.document.tokens[index].text.lower()
        return ""

    def _is_verb(self, index: int) -> bool:
        return self.sentence.first <= index and self.document.tokens[index].tag.startswith("VB")

    def _before(self) -> list[str]:
        return [self._word(self.first.index - n) for n in range(1, BEFORE + 1)]

    def _after(self) -> list[str]:
        return [self._word(self.last.index + n) for n in range(1, BEFORE)]

    def _root(self, tokens: list[Token]) -> Token:
        outer = [t for t in tokens if t.head not in self.inside or t.head == t.index]
        return next((t for t in outer if t.tag in NOUN_TAGS), (outer or tokens)[0])

    def _is_no_length(self) -> bool:
        """Rates ("5,000 a year"), windows ("in the past two years") and vague stretches ("for years")."""
        if "X" in self.value.timex:
            return True
        opening = self.first.text.lower()
        near = self._before()
        if opening in {"a", "an", "per", "each", "every"} and len(self.inside) <= 2:
            return near[0] not in {"for", "within", "in", "after", "over", "by"} and not self._is_verb(
                self.first.index - 1
            )
        inside = {self.document.tokens[i].text.lower() for i in self.inside}
        if inside & self.words["window"]:
            return True
        at = 1 if near[0] in DETERMINERS else 0
        return near[at] in self.words["window"] and not self._is_verb(self.first.index - 1 - at)

    def _is_supposed(self) -> bool:
        """Whether a word above opens with "if" or its like, also where its verb is taken for a noun."""
        node = self.root
        for _ in range(CLIMB):
            if any(t.lemma.lower() in SUPPOSING for t in children(self.document, node, "mark")):
                return True
            if node.head == node.index or node.tag.startswith("VB"):
                return False
            node = self.document.tokens[node.head]
        return False

    # Nouns

    def _noun(self) -> tuple[Token | None, bool]:
        """The occasion that the time belongs to as a noun, and whether the time stands before it ("a 60-day truce")."""
        tokens = self.document.tokens
        head = tokens[self.root.head]
        if self.root.dep.split(":")[0] in ATTRIBUTIVE and head.index not in self.inside and head.tag in NOUN_TAGS:
            return self._whole(head), True
        following = self.last.index + 1
        if following < self.sentence.last and tokens[following].tag in NOUN_TAGS:
            dated = self._before()[0] in DETERMINERS and not self.lasting
            if dated or (self.lasting and self.root.index == self.last.index and self._hyphenated()):
                return self._whole(tokens[following]), True
        if self.lasting:
            for child in children(self.document, self.root, "nmod"):
                if child.index not in self.inside and self._case(child) == "of" and child.tag in NOUN_TAGS:
                    return child, True
        node = self.root
        for _ in range(CLIMB):
            head = tokens[node.head]
            if head.index == node.index or head.tag not in NOUN_TAGS:
                return None, False
            named = word_of(head)
            held = is_occasion(named) or named in self.words["carriers"] or self._subject(head) is not None
            if head.index not in self.inside and held:
                return head, False
            node = head
        return None, False

    def _subject(self, noun: Token) -> Token | None:
        """The occasion that a verb mistaken for a noun has as its subject ("The tremor hit at noon, she said")."""
        if noun.dep not in {"ccomp", "advcl", "root", "parataxis"} or any(children(self.document, noun, "cop")):
            return None
        found = children(self.document, noun, "nsubj")
        return next((t for t in found if t.tag in NOUN_TAGS and is_occasion(word_of(t))), None)

    def _hyphenated(self) -> bool:
        return any(self.document.tokens[i].text == "-" or "-" in self.document.tokens[i].text for i in self.inside)

    def _whole(self, token: Token) -> Token:
        """The head of the run of nouns that a noun is part of."""
        head = self.document.tokens[token.head]
        if token.dep.split(":")[0] == "compound" and head.tag in NOUN_TAGS and head.index not in self.inside:
            return self._whole(head)
        return token

    def _case(self, token: Token) -> str:
        return next((c.lemma.lower() for c in children(self.document, token, "case")), "")

    def _governed(self, noun: Token, verb: Token | None) -> bool:
        """Whether the noun is the object or an oblique of the verb, so that the time is as likely the verb's."""
        return verb is not None and noun.head == verb.index and noun.dep.split(":")[0] not in {"nsubj", "csubj"}

    def _about(self, noun: Token) -> tuple[str, ...]:
        """What a noun is of: its compounds, adjectives and what follows it by a preposition."""
        parts = children(self.document, noun, "compound", "amod", "nmod", "flat")
        return tuple(
            word_of(t)
            for t in parts
            if t.index not in self.times
            and (t.tag in NOUN_TAGS or t.tag == "JJ")
            and self._case(t) in {"", "of", "between", "with", "on", "for"}
        )

    def _times(self) -> frozenset[int]:
        """The tokens of the sentence that belong to a time."""
        return frozenset(
            t.index
            for m in self.document.mentions
            if m.sentence == self.sentence.index and m.kind in TIMES
            for t in tokens_in(self.document, m.span)
        )

    def _nominal(self, noun: Token, clause: Clause | None, attributive: bool) -> Timing:
        named = word_of(noun)
        about = self._about(noun)
        events: tuple[str, ...] = (named,)
        if named in self.words["carriers"]:
            events = (*(w for w in about if w in self.words["carriers"] or is_occasion(w)), named)
            if not about and self._opens(noun):
                events = (*self._told_before(), named)
        parties = tuple(w for w in about if w not in events and w not in self.words["next"] | self.words["past"])
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
        if named[0] in self.words["carriers"] and not any(is_occasion(w) for w in named):
            events = (*self._told_before(), *events)
        elif "next" in marks and not any(is_occasion(w) for w in named):
            events = (*events, "meeting")  # "Next Fed: 14 June": the next time that it meets
        parties = tuple(w for w in named[:4] if w not in events)
        return Timing(events, parties, self._part(None, named), marks, clause, nominal=True)

    def _opens(self, noun: Token) -> bool:
        """Whether a noun is a bare label at the head of its line."""
        return noun.index <= self.sentence.first + 1 and self._word(noun.index + 1) in {":", "-", "–", "—"}

    def _told_before(self) -> tuple[str, ...]:
        """The occasions named shortly before and at the top of the article: what a bare "Length:" or "When:" is of."""
        near = range(self.sentence.index - 1, max(-1, self.sentence.index - 1 - BACK), -1)
        found: list[str] = []
        for number in (*near, *range(min(BACK, self.sentence.index))):
            sentence = self.document.sentences[number]
            if sentence.kind is BlockKind.HEADING:
                continue
            tokens = self.document.sentence_tokens(sentence)
            found.extend(word_of(t) for t in tokens if t.tag in NOUN_TAGS and is_occasion(word_of(t)))
        return tuple(dict.fromkeys(found))[:4]

    # Verbs

    def _verb(self) -> Token | None:
        node = self.root
        for _ in range(CLIMB):
            head = self.document.tokens[node.head]
            if node.index not in self.inside and node.tag.startswith("VB"):
                return node
            if head.index == node.index:
                return node if node.tag.startswith(("VB", "JJ")) else None
            node = head
        return node if node.tag.startswith("VB") else None

    def _clause(self, verb: Token | None) -> Clause | None:
        in_sentence = [c for c in self.document.clauses if c.sentence == self.sentence.index and not c.nominal]
        if verb is not None:
            found = next((c for c in in_sentence if c.head == verb.index), None)
            if found is not None:
                return found
        holding = [c for c in in_sentence if c.span.overlaps(self.root.span)]
        return min(holding, key=lambda c: (c.span.end - c.span.start, c.index), default=None)

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
            tuple(dict.fromkeys(w for w in parties if w not in events or not is_occasion(w))),
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
        if self.lasting and self._waited():
            return ("wait",)
        if self.lasting and set(self._after()) & words["apart"]:
            return tuple(dict.fromkeys(self._nouns_before())) or (predicate,)
        named = [a for a in (patient, agent) if a is not None and not self._is_pronoun(a) and a.head not in self.times]
        phase = predicate in words["start"] | words["end"] | words["last"]
        waiting = predicate in words["waiting"]
        if not named and (phase or waiting) and (told := self._told_in_sentence()):
            return (*told, predicate)
        if not named or not (predicate in words["light"] or phase or waiting):
            happening = [
                a.lemma
                for a in named
                if a.role is Role.AGENT and is_occasion(a.lemma) and predicate in words["striking"]
            ]
            return (*happening, predicate)
        lemmas = [w for w in self._lemmas(named[0]) if is_occasion(w) or w in words["carriers"]][:2]
        thing = tuple(lemmas or [named[0].lemma])
        return (*thing, predicate) if phase or waiting else thing

    def _waited(self) -> bool:
        """Whether somebody waits for so long, as a clause upon the length tells ("the five days the town waited")."""
        following = range(self.last.index + 1, min(self.sentence.last, self.last.index + 1 + CLAUSE))
        tokens = [self.document.tokens[i] for i in following]
        return any(t.lemma.lower() == "wait" and t.tag.startswith("VB") for t in tokens)

    def _told_in_sentence(self) -> tuple[str, ...]:
        """The nearest occasion or carrier named before in the sentence, with its compounds: what "it" stands for."""
        for index in range(self.first.index - 1, self.sentence.first - 1, -1):
            token = self.document.tokens[index]
            word = word_of(token)
            if token.tag in NOUN_TAGS and (is_occasion(word) or word in self.words["carriers"]):
                return (word, *(word_of(t) for t in children(self.document, token, "compound")))
        return ()

    def _nouns_before(self) -> list[str]:
        """The nouns just before a time, nearest first."""
        before = range(self.first.index - 1, max(self.sentence.first, self.first.index - REACH) - 1, -1)
        return [word_of(self.document.tokens[i]) for i in before if self.document.tokens[i].tag in NOUN_TAGS]

    def _lemmas(self, argument: Argument) -> tuple[str, ...]:
        if self._is_pronoun(argument):
            return ()
        timed = {word_of(self.document.tokens[i]) for i in argument.tokens if i in self.times}
        timed |= {self.document.tokens[i].lemma.lower() for i in argument.tokens if i in self.times}
        return tuple(
            w for w in argument.lemmas[:4] if w.translate(JOINTS).isalnum() and not w.isdigit() and w not in timed
        )

    def _is_pronoun(self, argument: Argument) -> bool:
        return self.document.tokens[argument.head].tag in {"PRP", "WDT", "WP", "DT", "EX"}

    def _marks(self, clause: Clause | None, lemmas: tuple[str, ...]) -> frozenset[str]:
        """Words that say which occasion of its kind it is."""
        adverbs = clause.adverbs if clause is not None else ()
        found = {*lemmas, *adverbs}
        marks = set()
        if found & self.words["next"]:
            marks.add("next")
        if found & self.words["past"]:
            marks.add("past")
        if clause is not None and (clause.tense is Tense.FUTURE or OBLIGING & set(clause.auxiliaries)):
            marks.add("future")
        return frozenset(marks)

    def _part(self, clause: Clause | None, events: tuple[str, ...]) -> Part:
        predicate = predicate_of(clause) if clause is not None else ""
        before, after = self._before(), self._after()
        words = self.words
        if self.lasting:
            if "wait" in events:
                return Part.WAIT
            if set(after) & words["apart"]:
                return Part.APART
            if predicate in words["waiting"] or set(events) & words["waiting"]:
                return Part.WAIT
            if after[:1] and after[0] in words["away"] and after[0] != "to":
                return Part.LAPSE
            if clause is not None and clause.polarity is Polarity.NEGATIVE and before[0] in {"for", "in"}:
                return Part.LAPSE
            if before[0] in {"within", "in", "after", "by"}:
                return Part.WITHIN
            return Part.LENGTH
        named = set(events)
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
