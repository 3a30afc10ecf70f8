"""Firsts, counted instances and records as the text tells them: what is ranked, its place, and inside which limits.

"The first formal talks of his second term", "the third cut in a row", "the largest penalty since 2016", "never before
had they met", "prior talks": sequences inside a thing ("the first 62 prisoners", "the second quarter") and fractions
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.language.instances import parties_in, read_instances, rivals_in, with_particle
from checker.language.phrases import NOUN_TAGS, children, clause_at, content_lemmas, word_of
from checker.language.ranked import Rank, rank_words
from checker.language.windows import SPANS, read_window
from checker.lexicon import is_group_noun, is_person_noun
from checker.lexicon.occasions import is_occasion
from checker.model import BlockKind, Document, Role, Sentence, Span, Token

REACH = 16
"""Tokens after an ordinal that its thing and its limits are read from."""

STOPS = frozenset({".", ";", ",", "—", "–", ":", "”", '"', "(", "and", "but", "which", "who", "whose"})


def read_ranks(document: Document) -> Iterator[Rank]:
    """Every rank of a document, in reading order."""
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BYLINE:
            yield from _Reader(document, sentence).read()
            yield from read_instances(document, sentence)


class _Reader:
    """Reads one sentence."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.tokens = document.sentence_tokens(sentence)
        self.lowered = [t.text.lower() for t in self.tokens]
        self.words = rank_words()

    def read(self) -> Iterator[Rank]:
        """The ranks of the sentence."""
        words = self.words
        for at, word in enumerate(self.lowered):
            if word in words["ordinals"]:
                found = self._ordinal(at, words["ordinals"][word])
            elif word in words["records"]:
                found = self._record(at, words["records"][word])
            elif (
                word == "never" or word in words["nobody"] or (word == "no" and "ever" in self.lowered[at + 1 : at + 6])
            ):
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
            if token.text.lower() in STOPS:
                break
            taken.append(token)
        return taken

    def _noun_after(self, at: int) -> Token | None:
        """The head of the noun phrase that an ordinal or superlative stands in; None where it stands alone."""
        token = self.tokens[at]
        head = self.document.tokens[token.head]
        named = head.tag in NOUN_TAGS or any(children(self.document, head, "cop"))
        if head.index > token.index and named and token.dep.split(":")[0] in {"amod", "nummod", "compound", "advmod"}:
            return self._whole(head)
        for following in self.tokens[at + 1 : at + 6]:
            if (
                following.tag.startswith("VB")
                and self._held(at)
                and self.tokens[following.index - 1 - self.sentence.first].text.lower() in {token.text.lower(), "ever"}
            ):
                return following  # "its first cut since", where the parser takes the noun for a verb
            if following.tag in NOUN_TAGS:
                after = following.index + 1 - self.sentence.first
                if after < len(self.tokens) and self.tokens[after].tag in NOUN_TAGS:
                    continue
                return following
            if following.tag not in {"JJ", "JJR", "VBN", "VBG", "HYPH", "RB", "CC", "POS", "``"}:
                return None
        return None

    def _whole(self, head: Token) -> Token:
        """The last noun of the run that a noun stands in, however the parser splits it ("fisheries talks")."""
        while head.dep.split(":")[0] == "compound" and self.document.tokens[head.head].tag in NOUN_TAGS:
            head = self.document.tokens[head.head]
        while (after := head.index + 1 - self.sentence.first) < len(self.tokens) and self.tokens[after].tag in {
            "NN",
            "NNS",
        }:
            head = self.tokens[after]
        return head

    def _held(self, at: int) -> bool:
        """Whether the phrase has a determiner or an owner."""
        return at > 0 and self.tokens[at - 1].tag in {"DT", "PRP$", "POS"}

    def _window(self, extent: Sequence[Token]) -> str:
        return read_window(extent, self.document.article.published_date).text

    def _make(
        self, measure: str, rank: int, at: int, thing: Sequence[str], extent: Sequence[Token], *, before: bool = False
    ) -> Rank:
        words = self.words
        lowered = {t.text.lower() for t in extent} | {t.lemma.lower() for t in extent}
        limits = content_lemmas(self.document, list(extent))
        limits -= frozenset(thing) | words["wide"] | rivals_in(extent)
        first = at - 1 if self._held(at) or (at and self.lowered[at - 1] == "not") else at
        shown = [*self.tokens[first : at + 1], *extent]
        focus = Span(min(t.span.start for t in shown), max(t.span.end for t in shown))
        window = read_window(extent, self.document.article.published_date)
        since = "" if window.whole else window.text
        narrow = self._modifiers(at, thing)
        near = set(self.lowered[max(0, at - 1) : at + 2])
        return Rank(
            measure,
            rank,
            tuple(dict.fromkeys(thing)),
            limits,
            (narrow | frozenset(w for w in lowered if w in words["narrow"]))
            - ({"decade", "century", "generation"} if since else set()),
            focus,
            clause_at(self.document, self.tokens[at].span),
            self.sentence.index,
            since,
            window.whole
            or bool(lowered & {"ever", "history", "world", "anywhere", "record"})
            or bool(near & {"never", "first-ever", "ever"}),
            self._straight([t.text.lower() for t in extent]),
            before,
            start=None if window.whole else window.start,
            parties=parties_in(extent),
        )

    def _modifiers(self, at: int, thing: Sequence[str]) -> frozenset[str]:
        """The words between the rank and what is ranked: each draws a limit ("the first successful launch")."""
        noun = self._noun_after(at)
        if noun is None:
            return frozenset()
        between = [t for t in self.tokens[at + 1 :] if t.index < noun.index]
        if len(between) > MODIFIERS:
            return frozenset()
        apart = (
            self.words["wide"]
            | self.words["straight"]
            | frozenset(self.words["ordinals"])
            | frozenset(thing)
            | {"such"}
        )
        return frozenset(word_of(t) for t in between if t.tag in LIMITING and word_of(t) not in apart)

    def _straight(self, lowered: Sequence[str]) -> bool:
        """Whether instances follow one another: "in a row", "straight", "consecutive"."""
        runs = self.words["straight"] - {"row", "running"}
        near = list(lowered[:4])
        return bool(runs & set(near)) or ("a", "row") in pairwise(near)

    # Ordinals

    def _ordinal(self, at: int, rank: int) -> Rank | None:
        token, words = self.tokens[at], self.words
        after = self.lowered[at + 1 : at + 4]
        before = self.lowered[max(0, at - 3) : at]
        if after[:1] and (
            self.tokens[at + 1].tag == "CD"
            or (after[0] in {"of", "more", "less", "off", "way"} and before[-1:] in (["a"], ["one"]))
        ):
            return None
        if (before[-1:] in (["at"], ["a"], ["another"]) and rank == 1) or before[-1:] in (
            ["another"],
            ["every"],
            ["each"],
        ):
            return None
        noun = self._noun_after(at)
        extent = self._extent(at)
        if not extent and noun is None and not self._predicative(token):
            return None
        lowered = [t.text.lower() for t in extent]
        marked = (
            bool({"ever", "since", "history", "such", "anywhere", "world"} & set(lowered))
            or self.lowered[at] == "first-ever"
        )
        straight = self._straight(lowered)
        marked = marked or "kind" in lowered or straight or bool(self._window(extent))
        timed = noun is not None and noun.lemma == "time"
        if noun is not None and noun.lemma.lower() in words["sequence"] and not ("ever" in lowered or straight):
            return None
        if rank == 3 and at + 1 < len(self.tokens) and self.tokens[at + 1].lemma.lower() in words["third"]:
            return None
        if at + 1 < len(self.tokens) and self.lowered[at + 1] in words["records"]:
            return None  # "the second worst": a record
        if noun is None and not marked and not self._held(at) and "to" not in lowered[:1]:
            return None  # "first in line"
        head = noun or token
        verb = self._governor(head)
        if verb is not None and verb.lemma.lower() in words["billing"] and rank == 1:
            return None
        predicative = self._predicative(head) or self.sentence.kind is BlockKind.HEADLINE
        if not (predicative or timed or (marked and rank == 1) or straight):
            return None
        if noun is None and not predicative and not marked:
            return None
        if self.lowered[at] == "first" and token.dep == "advmod" and noun is None:
            return None
        thing, told_before = self._thing(at, noun, extent, timed)
        made = self._make("first", rank, at, thing, extent, before=told_before)
        kind = noun is not None and (is_person_noun(word_of(noun)) or is_group_noun(word_of(noun)))
        becomes = verb is not None and verb.lemma.lower() == "become"
        if kind and "to" in lowered and (rank > 1 or not becomes):
            made = replace(made, classed=True)
        denied = rank == 1 and bool({"not", "n't", "hardly"} & set(self.lowered[max(0, at - 3) : at]))
        return replace(made, rank=0, denied=True) if denied else made

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

    def _thing(self, at: int, noun: Token | None, extent: Sequence[Token], timed: bool) -> tuple[tuple[str, ...], bool]:
        """What is ranked, and whether that is told in the sentence before."""
        head = noun or self.tokens[at]
        named: list[str] = [] if noun is None or timed else [word_of(noun), *with_particle(self.document, noun)]
        tail = [t for t in extent if t.index > head.index]
        if timed:
            named.extend(self._content(tail))
            if not named and (verb := self._governor(head)) is not None:
                named.append(word_of(verb))  # "will meet for the first time"
            return tuple(named[:6]), False
        infinitive = next((n for n, t in enumerate(tail) if t.text.lower() == "to" and n < 7), None)
        if infinitive is not None:
            done = [t for t in tail[infinitive + 1 :] if t.tag.startswith("VB") and not self._is_light(t)][:1]
            named.extend(word_of(t) for t in done)
            following = [t for t in tail if done and t.index > done[0].index]
            if done:
                pairs = [f"{word_of(done[0])} {t.text.lower()}" for t in following[:1] if t.tag not in {"DT", "IN"}]
                named.extend(dict.fromkeys((*pairs, *with_particle(self.document, done[0]))))
                won = done[0].lemma.lower() in WINNING
                named.extend(word_of(t) for t in following[:4] if won and t.head == done[0].index and t.dep == "obj")
                return tuple(named), False
        subject = next((t for t in children(self.document, head, "nsubj", "expl")), None)
        if subject is None and head.dep.split(":")[0] == "appos":
            subject = self.document.tokens[head.head]
        if subject is None and (verb := self._governor(head)) is not None:
            subject = next(iter(children(self.document, verb, "nsubj")), None)
        pronoun = subject is not None and subject.tag in {"PRP", "DT", "WDT"}
        if subject is not None and subject.tag in NOUN_TAGS and (noun is None or is_occasion(word_of(subject))):
            named.append(word_of(subject))
        if noun is None and not pronoun:
            named = [*self._object_before(at), *named]
        if not named and pronoun:
            named.extend(self._subjects_before())
            return tuple(named[:4]), True
        return tuple(named[:5]), pronoun and len(named) < 2

    def _object_before(self, at: int) -> list[str]:
        """What the verb before acts on: the cup in "won the cup, the first in its history"."""
        verbs = [t for t in self.tokens[:at] if t.tag.startswith("VB") and not self._is_light(t)]
        objects = children(self.document, verbs[-1], "obj") if verbs else ()
        return [word_of(t) for t in objects if t.tag in NOUN_TAGS and t.index < self.tokens[at].index]

    def _is_light(self, token: Token) -> bool:
        return token.lemma.lower() in LIGHT or token.dep.split(":")[0] in {"aux", "cop"}

    def _content(self, tokens: Sequence[Token]) -> list[str]:
        """The nouns and verbs that name something."""
        named: list[str] = []
        for token in tokens:
            if token.tag in NOUN_TAGS and token.lemma.lower() not in SPANS:
                named.append(word_of(token))
            elif token.tag.startswith("VB") and not self._is_light(token):
                named.extend((word_of(token), *with_particle(self.document, token)))
        return named

    def _subjects_before(self) -> list[str]:
        """What the sentence before is about: its occasions and subjects."""
        if self.sentence.index == 0:
            return []
        tokens = self.document.sentence_tokens(self.document.sentences[self.sentence.index - 1])
        return [
            word_of(t) for t in tokens if t.tag in NOUN_TAGS and (is_occasion(word_of(t)) or t.dep.startswith("nsubj"))
        ]

    # Records

    def _record(self, at: int, measure: str) -> Rank | None:
        noun = self._noun_after(at)
        extent = self._extent(at)
        lowered = {t.text.lower() for t in extent}
        since = self._window(extent)
        place = self.words["ordinals"].get(self.lowered[at - 1], 1) if at else 1
        bounded = bool(since or lowered & {"ever", "history", "record"})
        if not bounded and (place == 1 or noun is None):
            return None
        thing = [word_of(noun)] if noun is not None else []
        subject = (
            next((t for t in children(self.document, noun, "nsubj") if t.tag in NOUN_TAGS), None) if noun else None
        )
        if subject is not None and is_occasion(word_of(subject)):
            thing.append(word_of(subject))
        return self._make(measure, place, at, thing, extent)

    # Never before, and before

    def _never(self, at: int) -> Rank | None:
        """A thing never done: "never before had the two sides met", "nobody had done it before"."""
        rest = self.lowered[at + 1 : at + REACH]
        if "before" not in rest:
            return None
        where = rest.index("before")
        if self.lowered[at] != "never" and where < 2:
            return None
        clause = clause_at(self.document, self.tokens[at].span)
        extent = [t for t in self.tokens[at + 1 : at + REACH] if t.text.lower() != "before"]
        named = self._content(extent)
        if clause is not None and clause.predicate and clause.predicate not in LIGHT:
            named = [clause.predicate, *(w for w in named if w != clause.predicate)]
        return self._make("first", 1, at, named[:5], extent)

    def _earlier(self, at: int) -> Rank | None:
        """An instance that came before: "prior talks", "the previous summit"."""
        noun = self._noun_after(at)
        if noun is None or not is_occasion(word_of(noun)):
            return None
        extent = self._extent(at)
        ends = (n for n, t in enumerate(extent) if t.index > noun.index and t.tag in {"VBD", "VBZ", "VBP", "MD"})
        return self._make("first", 0, at, [word_of(noun)], extent[: next(ends, len(extent))])

    def _done_before(self, at: int) -> Rank | None:
        """The thing has been done before: "the province had already approved it"."""
        clause = clause_at(self.document, self.tokens[at].span)
        if clause is None or clause.copula or self.lowered[at] not in clause.adverbs:
            return None
        if {"never", "nobody", "none"} & set(self.lowered) or {"no", "ever"} <= set(self.lowered):
            return None
        if self.tokens[at - 1].tag in {"NNS", "CD"}:
            return None  # "never before"; "19 minutes before"
        if (
            not is_occasion(clause.predicate)
            or not {"had", "have", "has"} & set(clause.auxiliaries)
            or "never" in clause.adverbs
            or "not" in clause.adverbs
            or "only" in self.lowered
        ):
            return None
        patient = clause.argument(Role.PATIENT)
        thing = [clause.predicate, *(patient.lemmas[:1] if patient is not None else ())]
        return self._make("first", 0, at, thing, [t for t in self.tokens if clause.span.contains(t.span)][:REACH])


LIMITING = NOUN_TAGS | {"JJ", "VBN", "RB"}
"""Tags of words before a noun that can draw a limit."""

WINNING = frozenset(
    {"win", "lift", "take", "capture", "secure", "earn", "clinch", "collect", "retain", "receive", "gain"}
)
"""Verbs whose object is what is counted: the first to win a title has the first title."""

MODIFIERS = 5
"""Words that can stand between a rank and its noun."""

LIGHT = frozenset("be have do ever take get has had been is was are were will would may can could".split())
"""Verbs that name nothing."""
