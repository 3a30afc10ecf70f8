"""The words and clauses around one time that say what it is the time of: its verb, who does it, what is waited for."""

from __future__ import annotations

from checker.language.phrases import NOUN_TAGS, children, word_of
from checker.language.timed import JOINTS, Timing, predicate_of
from checker.language.timed_marks import Marking
from checker.language.timed_nouns import CLIMB, is_held
from checker.lexicon import is_event_noun
from checker.lexicon.happenings import happenings_of
from checker.model import Argument, Clause, Polarity, Role, Tense, Token

FOLLOWED = 12
"""Tokens before a length in which the verb stands that it follows."""

CLAUSE = 4
"""Tokens after a length of time that are read for somebody waiting."""

REACH = 7
"""Tokens before "four weeks apart" that are read for what lies apart."""

DAYS = frozenset({"day", "date", "night", "morning", "evening", "afternoon", "moment", "hour", "year", "month", "week"})
THROUGHOUT = frozenset({"during", "in", "for"})
"""What opens the clause that tells what a time is the time of: "the day on which", "the days during which"."""

BARRING = frozenset({"may", "can", "must", "will", "shall", "be to", "be able to", "be allowed to"})
"""Helpers with which what is not done is a ban that lasts so long: "may not teach for six months"."""


class Wording(Marking):
    """What is read of the clause of one time."""

    def _is_of_a_lack(self, clause: Clause | None) -> bool:
        """Whether a thing was not had or done for so long: the lack lasted ("for five days nobody had water")."""
        if clause is None or clause.polarity is not Polarity.NEGATIVE or self._before()[0] != "for":
            return False
        return "have" not in clause.auxiliaries

    def _clause_of_apposition(self) -> Clause | None:
        """The clause that tells what the time was: "3 May, the day the ban ended", "the days during which it flew"."""
        at = self.last.index + 1
        if self._word(at) == "," and self._word(at + 1) in {"the", "a"} and self._word(at + 2) in DAYS:
            at += 3
        elif self._word(at) == "," and self._word(at + 1) == "when" and self._word(self.sentence.first) == "there":
            at += 2  # "there was singing at eleven, when the pipes ran again"
        elif self._word(at) not in THROUGHOUT or self._word(at + 1) != "which":
            return None
        if self._word(at) in {"after", "before"}:
            return None
        tokens = self.document.tokens
        start = tokens[at].span.start if at < self.sentence.last else self.last.span.end
        found = [
            c
            for c in self.document.clauses_of(self.sentence.index)
            if not c.nominal and c.predicate and c.head >= at and c.span.end > start
        ]
        return min(found, key=lambda c: c.head, default=None)

    def _noticed(self, timing: Timing) -> str:
        """What bystanders notice, where they are not named ("a blast was heard at eleven"); empty for other timings."""
        clause = timing.clause
        if clause is None or timing.nominal or clause.predicate not in self.words["noticed"]:
            return ""
        thing = clause.argument(Role.PATIENT)
        if thing is None or clause.argument(Role.AGENT) is not None or not is_event_noun(thing.lemma):
            return ""
        return thing.lemma if happenings_of(thing.lemma) else ""

    def _runs_until(self, clause: Clause | None) -> bool:
        """Whether something keeps going until the time, and so closes then ("will run until 30 June")."""
        if clause is None or predicate_of(clause) not in self.words["running"]:
            return False
        return self._before()[0] in {"until", "till"} and clause.polarity is not Polarity.NEGATIVE

    def _bearers(self, noun: Token, clause: Clause | None) -> tuple[str, ...]:
        """Who has what the time belongs to as a noun: "the engineer was given a two-year sentence"."""
        if clause is None or clause.copula:
            return ()
        held = next((a for a in clause.arguments if noun.index in a.tokens), None)
        if held is None or held.role is Role.AGENT:
            return ()
        bearer = clause.argument(Role.RECIPIENT) or clause.argument(Role.AGENT)
        return self._lemmas(bearer) if bearer is not None and bearer is not held else ()

    def _opens(self, noun: Token) -> bool:
        """Whether a noun is a bare label at the head of its line."""
        return noun.index <= self.sentence.first + 1 and self._word(noun.index + 1) in {":", "-", "–", "—"}

    def _verb(self) -> Token | None:
        verb = self._verb_above()
        following = self.lasting and verb is not None and verb.index > self.last.index
        if following and self._word(self.first.index - 1) == "for":
            return self._verb_before() or verb
        return verb

    def _verb_before(self) -> Token | None:
        """The verb that a "for six days" follows, where the parser gives it to one behind it; none across a comma."""
        for index in range(self.first.index - 2, max(self.sentence.first, self.first.index - FOLLOWED) - 1, -1):
            token = self.document.tokens[index]
            if token.text == ",":
                return None
            if token.tag.startswith("VB") and not token.dep.startswith("aux"):
                return token
        return None

    def _verb_above(self) -> Token | None:
        node = self.root
        for _ in range(CLIMB):
            head = self.document.tokens[node.head]
            if node.index not in self.inside and (node.tag.startswith("VB") or node.index in self.heads):
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
        near = verb.span if verb is not None and verb.index < self.first.index else self.root.span
        holding = [c for c in in_sentence if c.span.overlaps(near)]
        return min(holding, key=lambda c: (c.span.end - c.span.start, c.index), default=None)

    def _to_be_done(self) -> tuple[str, ...]:
        """What there is so long a time for, as the infinitive behind the length says."""
        for index in range(self.last.index + 1, min(self.sentence.last, self.last.index + 1 + CLAUSE)):
            if self.document.tokens[index].tag.startswith("VB"):
                return (word_of(self.document.tokens[index]),)
        return ()

    def _is_apart(self, predicate: str) -> bool:
        """Whether a length lies between two others; not one that is spent between two places."""
        return bool(set(self._after()) & self.words["apart"]) and predicate not in self.words["spending"]

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
            if token.tag in NOUN_TAGS and (is_held(word) or word in self.words["carriers"]):
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

    def _is_not_done(self, clause: Clause) -> bool:
        """Whether something has not happened for so long; not a lack that lasts so long ("without water")."""
        barred = clause.tense is Tense.FUTURE or bool(BARRING & set(clause.auxiliaries))
        return clause.polarity is Polarity.NEGATIVE and not clause.copula and not barred

    def _is_away(self, before: list[str], after: list[str]) -> bool:
        """Whether a length says how far away something is ("two days later"), not how long it takes."""
        if not after or after[0] not in self.words["away"] or after[0] == "to":
            return False
        if after[0] in {"from", "to", "before", "after"} and self.last.index + 2 in self.times:
            return False  # "three months from 1 June"
        if after[0] in {"on", "from", "in"} and after[1][:1].isalpha():
            return False  # "69 minutes on one engine"
        return before[0] != "for"
