"""Which occasion of its kind a time is of: the next, the one before, one that is planned, or a limit that is set."""

from __future__ import annotations

from checker.language.timed import OBLIGING, predicate_of
from checker.language.timed_nouns import Surroundings
from checker.lexicon.occasions import is_occasion
from checker.model import Clause, Tense

WAYS = {
    "earlier": frozenset({"ago", "earlier", "before", "previously", "beforehand", "prior", "ahead"}),
    "later": frozenset({"later", "after", "afterwards", "on", "hence", "late"}),
}
"""To which side of another time a length counts, by the word behind it."""


NEAR = 4
"""Tokens on either side of a length that tell whether it is a sum, or only meant."""

SUMMING = frozenset(
    {"total", "totalling", "totaling", "combined", "altogether", "cumulative", "aggregate", "consecutive", "concurrent"}
)
"""Words for a length that several make up together."""

SET_DOWN = frozenset({"scheduled", "planned", "intended", "allotted", "timetabled", "proposed"})
"""Words for a length that something was meant to last."""


class Marking(Surroundings):
    """The marks of one time."""

    def _marks(self, clause: Clause | None, lemmas: tuple[str, ...]) -> frozenset[str]:
        """Words that say which occasion of its kind it is."""
        adverbs = clause.adverbs if clause is not None else ()
        found = {*lemmas, *adverbs}
        marks = set()
        if found & self.words["next"]:
            marks.add("next")
        if found & self.words["past"] and not self._is_final(clause, found):
            marks.add("past")
        if clause is None:
            return frozenset(marks | self._told_as()) if self.lasting else frozenset(marks)
        gone = self._is_gone()
        ahead = (clause.tense is Tense.FUTURE or bool(OBLIGING & set(clause.auxiliaries))) and not gone
        if ahead:
            marks.add("future")
        if self._is_owed(clause):
            marks.add("due")
        if self.lasting:
            marks |= self._told_as()
            marks |= {way for way, words in WAYS.items() if words & set(self._after()[:1])}
        if not self.lasting and not clause.copula and clause.predicate:
            if ahead or (self._is_intended(clause) and not gone):
                marks.add("planned")
            elif clause.tense is Tense.PAST or gone:
                marks.add("done")
        return frozenset(marks)

    def _told_as(self) -> set[str]:
        """Whether a length is a sum ("a total of 45 years"), or what was meant to be ("into a 9-hour trip")."""
        before = [self._word(self.first.index - n) for n in range(1, NEAR + 1)]
        after = [self._word(self.last.index + n) for n in range(1, NEAR)]
        found = set()
        if SUMMING & {*before, *after[:3]}:
            found.add("sum")
        if before[:2] in (["a", "into"], ["an", "into"], ["the", "into"]) or SET_DOWN & {*before[:2], *after[:2]}:
            found.add("set down")
        return found

    def _is_final(self, clause: Clause | None, found: set[str]) -> bool:
        """Whether "last" is the last of all ("the last train leaves at ten"), not the one before."""
        if found & (self.words["past"] - {"last"}) or (clause is not None and clause.tense is Tense.PAST):
            return False
        named = {w for w in found if w not in self.words["past"]}
        return not any(is_occasion(w) for w in named)

    def _is_gone(self) -> bool:
        """Whether a time lies wholly before the day of telling, so that nobody plans for it any more."""
        told, end = self.document.article.published_date, self.value.end
        return told is not None and end is not None and end.date() <= told and self.value.clock is None

    def _is_unreal(self, clause: Clause) -> bool:
        """Whether it is what would have been and was not ("would have lasted another eight weeks")."""
        helpers = set(clause.auxiliaries)
        return bool(helpers & {"would", "could", "might"}) and bool(helpers & {"have", "had"})

    def _is_owed(self, clause: Clause) -> bool:
        """Whether somebody has to do it by then: the limit is then a fact of its own ("must submit by 28 June")."""
        helpers = {*clause.auxiliaries, clause.predicate}
        return bool(helpers & self.words["owing"]) or self._is_left_to_do(predicate_of(clause))

    def _is_left_to_do(self, predicate: str) -> bool:
        """Whether somebody is left so long, or until then, to do a thing ("have 60 days to leave", "until Friday")."""
        if predicate not in self.words["granting"]:
            return False
        if self.lasting:
            return self._word(self.last.index + 1) in {"to", "in"}
        return bool(set(self._before()[:2]) & {"until", "till", "by"})

    def _is_intended(self, clause: Clause) -> bool:
        """Whether a clause is what is meant to happen ("to leave at noon", "is due on Friday")."""
        start = self.document.text[clause.span.start : clause.span.start + 3].lower()
        return start == "to " or clause.predicate in self.words["intending"]
