"""Firsts, counted instances and records as the text tells them: what is ranked, which place it has, inside which limits.

"The first formal talks of his second term", "the third cut in a row", "the largest penalty since 2016", "never before had they met",
"prior talks": sequences inside a thing ("the first 62 prisoners", "the second quarter") and fractions are left alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.language.phrases import NOUN_TAGS, children, clause_at, content_lemmas, word_of
from checker.lexicon.occasions import is_occasion
from checker.model import BlockKind, Clause, Document, Role, Sentence, Span, Token

REACH = 16
"""Tokens after an ordinal that its thing and its limits are read from."""

STOPS = frozenset({".", ";", ",", "—", "–", ":", "”", '"', "(", "and", "but", "which", "who", "whose"})


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank told of a thing. ``rank`` 1 is first, 0 an earlier instance; ``measure`` "first" or what a record measures.

    ``thing`` are the lemmas that name what is ranked, ``limits`` the other words of the phrase, ``narrow`` those of them that draw a
    limit, ``since`` where its window starts, ``ever`` whether it claims all of time, ``straight`` that instances follow one another;
    ``told_before`` that the thing is named in the sentence before.
    """

    measure: str
    rank: int
    thing: tuple[str, ...]
    limits: frozenset[str]
    narrow: frozenset[str]
    span: Span
    clause: Clause | None
    sentence: int
    since: str = ""
    ever: bool = False
    straight: bool = False
    told_before: bool = False


@cache
def _words() -> dict[str, Any]:
    text = files("checker.language").joinpath("data", "ranks.toml").read_text(encoding="utf-8")
    return {
        name: frozenset(forms) if isinstance(forms, list) else forms for name, forms in tomllib.loads(text).items()
    }


def read_ranks(document: Document) -> Iterator[Rank]:
    """Every rank of a document, in reading order."""
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BYLINE:
            yield from _Reader(document, sentence).read()


class _Reader:
    """Reads one sentence."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.tokens = document.sentence_tokens(sentence)
        self.lowered = [t.text.lower() for t in self.tokens]
        self.words = _words()

    def read(self) -> Iterator[Rank]:
        """The ranks of the sentence."""
        words = self.words
        for at, word in enumerate(self.lowered):
            if word in words["ordinals"]:
                found = self._ordinal(at, words["ordinals"][word])
            elif word in words["records"]:
                found = self._record(at, words["records"][word])
            elif word == "never" or word in words["nobody"]:
                found = self._never(at)
            elif word in words["earlier"]:
                found = self._earlier(at)
            elif word in words["before"]:
                found = self._done_before(at)
            else:
                continue
            if found is not None and found.thing:
                yield found

    # Reading a phrase

    def _extent(self, at: int) -> list[Token]:
        """The tokens after a position up to where the phrase ends."""
        taken: list[Token] = []
        for token in self.tokens[at + 1 : at + 1 + REACH]:
            if taken and token.text.lower() in STOPS and not (token.text == "," and len(taken) < 2):
                break
            taken.append(token)
        return taken

    def _noun_after(self, at: int) -> Token | None:
        """The head of the noun phrase that an ordinal or superlative stands in; None where it stands alone."""
        token = self.tokens[at]
        head = self.document.tokens[token.head]
        if head.index > token.index and head.tag in NOUN_TAGS and token.dep.split(":")[0] in {"amod", "nummod", "compound", "advmod"}:
            return head
        for following in self.tokens[at + 1 : at + 6]:
            if following.tag in NOUN_TAGS:
                after = following.index + 1 - self.sentence.first
                if after < len(self.tokens) and self.tokens[after].tag in NOUN_TAGS:
                    continue
                return following
            if following.tag not in {"JJ", "JJR", "VBN", "VBG", "HYPH", "RB", ":", "CC", "POS", "``"}:
                return None
        return None

    def _since(self, extent: Sequence[Token]) -> str:
        """Where the window of the rank starts: "2027" for "since March 2027", "20 year" for "in 20 years"."""
        lowered = [t.text.lower() for t in extent]
        for at, word in enumerate(lowered):
            near = extent[at + 1 : at + 6]
            if word == "since" and near:
                year = next((t.text for t in near if t.text.isdigit() and len(t.text) == 4), "")
                return year or near[0].text.lower()
            if word in {"in", "for"} and any(t.lemma in {"year", "decade", "month", "century", "generation"} for t in near):
                unit = next(n for n, t in enumerate(near) if t.lemma in {"year", "decade", "month", "century", "generation"})
                counted = [t.text.lower() for t in near[:unit] if t.tag == "CD" or t.text.lower() in {"a", "several", "many"}]
                if counted or near[unit].text.endswith("s"):
                    return " ".join((*counted, near[unit].lemma))
        return ""

    def _make(
        self, measure: str, rank: int, at: int, thing: Sequence[str], extent: Sequence[Token], *, before: bool = False
    ) -> Rank:
        words = self.words
        lowered = {t.text.lower() for t in extent} | {t.lemma.lower() for t in extent}
        limits = content_lemmas(self.document, list(extent))
        limits -= frozenset(thing) | words["wide"]
        start = self.tokens[max(0, at - 2)].span.start
        end = extent[-1].span.end if extent else self.tokens[at].span.end
        focus = Span(start, end)
        since = self._since(extent)
        near = {w for w in self.lowered[max(0, at - 1) : at + 2]}
        return Rank(
            measure,
            rank,
            tuple(dict.fromkeys(thing)),
            limits,
            frozenset(w for w in lowered if w in words["narrow"]) - ({"decade", "century", "generation"} if since else set()),
            focus,
            clause_at(self.document, self.tokens[at].span),
            self.sentence.index,
            since,
            bool(lowered & {"ever", "history", "world", "anywhere", "record"}) or bool(near & {"never", "first-ever", "ever"}),
            bool(lowered & words["straight"]),
            before,
        )

    # Ordinals

    def _ordinal(self, at: int, rank: int) -> Rank | None:
        token, words = self.tokens[at], self.words
        after = self.lowered[at + 1 : at + 4]
        before = self.lowered[max(0, at - 3) : at]
        if after[:1] and (self.tokens[at + 1].tag == "CD" or after[0] in {"of", "more", "less", "off", "way"} and before[-1:] in (["a"], ["one"])):
            return None
        if before[-1:] in (["at"], ["a"], ["another"]) and rank == 1 or before[-1:] in (["another"], ["every"], ["each"]):
            return None
        noun = self._noun_after(at)
        extent = self._extent(at)
        if not extent and noun is None and not self._predicative(token):
            return None
        lowered = [t.text.lower() for t in extent]
        marked = bool({"ever", "since", "history", "such", "anywhere", "world"} & set(lowered)) or self.lowered[at] == "first-ever"
        marked = marked or "kind" in lowered or bool(words["straight"] & set(lowered[:4])) or bool(self._since(extent))
        timed = noun is not None and noun.lemma == "time"
        if noun is not None and noun.lemma.lower() in words["sequence"] and not ("ever" in lowered or words["straight"] & set(lowered[:4])):
            return None
        head = noun or token
        verb = self._governor(head)
        if verb is not None and verb.lemma.lower() in words["billing"] and rank == 1:
            return None
        predicative = self._predicative(head) or self.sentence.kind is BlockKind.HEADLINE
        if not (predicative or timed or (marked and rank == 1) or words["straight"] & set(lowered[:4])):
            return None
        if noun is None and not predicative and not marked:
            return None
        if self.lowered[at] == "first" and token.dep == "advmod" and noun is None:
            return None
        thing, told_before = self._thing(at, noun, extent, timed)
        denied = rank == 1 and "not" in self.lowered[max(0, at - 3) : at]
        return self._make("first", 0 if denied else rank, at, thing, extent, before=told_before)

    def _governor(self, token: Token) -> Token | None:
        head = self.document.tokens[token.head]
        return head if head.index != token.index and head.tag.startswith("VB") else None

    def _predicative(self, token: Token) -> bool:
        """Whether a phrase says what something is: after a copula, in apposition, or after "become", "mark"."""
        if any(children(self.document, token, "cop")) or token.dep.split(":")[0] == "appos":
            return True
        verb = self._governor(token)
        if verb is not None and verb.lemma.lower() in self.words["amounting"]:
            return token.dep.split(":")[0] in {"xcomp", "obj", "attr", "obl", "root"}
        return token.dep == "root" and not any(children(self.document, token, "nsubj"))

    def _thing(
        self, at: int, noun: Token | None, extent: Sequence[Token], timed: bool
    ) -> tuple[tuple[str, ...], bool]:
        """What is ranked, and whether that is told in the sentence before."""
        head = noun or self.tokens[at]
        named: list[str] = [] if noun is None or timed else [word_of(noun)]
        tail = [t for t in extent if t.index > head.index]
        if timed:
            named.extend(word_of(t) for t in tail if t.tag in NOUN_TAGS or t.tag.startswith("VB") and t.lemma not in LIGHT)
            return tuple(named[:6]), False
        infinitive = next((n for n, t in enumerate(tail) if t.text.lower() == "to" and n < 7), None)
        if infinitive is not None:
            done = [t for t in tail[infinitive + 1 :] if t.tag.startswith("VB") and t.lemma not in LIGHT]
            named.extend(word_of(t) for t in done[:1])
            named.extend(word_of(t) for t in tail[infinitive + 1 :] if t.tag in NOUN_TAGS and done and t.index > done[0].index)
        subject = next((t for t in children(self.document, head, "nsubj", "nsubj:pass")), None)
        if subject is None and head.dep.split(":")[0] == "appos":
            subject = self.document.tokens[head.head]
        if subject is None and (verb := self._governor(head)) is not None:
            subject = next(iter(children(self.document, verb, "nsubj")), None)
        pronoun = subject is not None and subject.tag in {"PRP", "DT", "WDT"}
        if subject is not None and subject.tag in NOUN_TAGS and (noun is None or is_occasion(word_of(subject))):
            named.append(word_of(subject))
        if not named and pronoun:
            named.extend(self._subjects_before())
            return tuple(named[:4]), True
        return tuple(named[:5]), pronoun and len(named) < 2

    def _subjects_before(self) -> list[str]:
        """What the sentence before is about: its occasions and subjects."""
        if self.sentence.index == 0:
            return []
        tokens = self.document.sentence_tokens(self.document.sentences[self.sentence.index - 1])
        return [word_of(t) for t in tokens if t.tag in NOUN_TAGS and (is_occasion(word_of(t)) or t.dep.startswith("nsubj"))]

    # Records

    def _record(self, at: int, measure: str) -> Rank | None:
        noun = self._noun_after(at)
        extent = self._extent(at)
        lowered = {t.text.lower() for t in extent}
        since = self._since(extent)
        if not since and not lowered & {"ever", "history", "record"}:
            return None
        thing = [word_of(noun)] if noun is not None else []
        subject = next((t for t in children(self.document, noun, "nsubj") if t.tag in NOUN_TAGS), None) if noun else None
        if subject is not None and is_occasion(word_of(subject)):
            thing.append(word_of(subject))
        return self._make(measure, 1, at, thing, extent)

    # Never before, and before

    def _never(self, at: int) -> Rank | None:
        """ "Never before had the two sides met", "nobody had done it before". """
        rest = self.lowered[at + 1 : at + REACH]
        if "before" not in rest:
            return None
        where = rest.index("before")
        if self.lowered[at] != "never" and where < 2:
            return None
        clause = clause_at(self.document, self.tokens[at].span)
        extent = [t for t in self.tokens[at + 1 : at + REACH] if t.text.lower() != "before"]
        named = [word_of(t) for t in extent if t.tag in NOUN_TAGS or t.tag.startswith("VB") and t.lemma not in LIGHT]
        if clause is not None and clause.predicate:
            named = [clause.predicate, *(w for w in named if w != clause.predicate)]
        return self._make("first", 1, at, named[:5], extent)

    def _earlier(self, at: int) -> Rank | None:
        """ "Prior talks", "the previous summit": an instance that came before. """
        noun = self._noun_after(at)
        if noun is None or not is_occasion(word_of(noun)):
            return None
        return self._make("first", 0, at, [word_of(noun)], self._extent(at))

    def _done_before(self, at: int) -> Rank | None:
        """ "Guinea had already licensed it": the thing has been done before. """
        clause = clause_at(self.document, self.tokens[at].span)
        if clause is None or clause.copula or self.lowered[at] not in clause.adverbs:
            return None
        if not {"had", "have", "has"} & set(clause.auxiliaries) or "never" in clause.adverbs or "not" in clause.adverbs:
            return None
        patient = clause.argument(Role.PATIENT)
        thing = [clause.predicate, *(patient.lemmas[:1] if patient is not None else ())]
        return self._make("first", 0, at, thing, [t for t in self.tokens if clause.span.contains(t.span)][:REACH])


LIGHT = frozenset({"be", "have", "do", "ever", "take", "get", "will", "would", "may", "can", "could"})
"""Verbs that name nothing."""
