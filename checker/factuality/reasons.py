"""Reasons: a sentence made ready to be read for causes, and what a reading of one gives.

The parts that every construction shares: which kinds of effect a sentence names, how far the words of a cause reach,
and of which kind a cause is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.factuality.effects import cause_words, effects_before, effects_in
from checker.lexicon import is_a
from checker.model import Clause, Document, Mention, MentionKind, Sentence, Span, Token

EXPLICIT, FOUND, TOLD, MENTIONED = 3, 2, 1, 0
"""How plainly a cause is given: by a word of cause; by a finding on what failed; by what went before; as a fault."""

LONGEST = 14
"""Words of a cause that are read."""

CAPITALS = 3
"""Letters of a word in capitals from which it is no abbreviation."""

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
JUDGING = frozenset({"court", "tribunal", "judge", "magistrate"})
"""Words of the names of those whose rulings bring things about: a name in its other words gives no cause."""


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


class CauseScene:
    """One sentence: its words, the effects that it names, and its clauses."""

    def __init__(
        self, document: Document, sentence: Sentence, tokens: Sequence[Token], central: frozenset[str]
    ) -> None:
        self.document, self.sentence, self.tokens, self.central = document, sentence, tokens, central
        self.words = cause_words()
        self.lemmas = ["be" if t.text.lower() in BEING else t.lemma.lower() for t in tokens]
        self.texts = [t.text.lower() for t in tokens]
        self.effects = effects_in(document, sentence)
        self.clauses = document.clauses_of(sentence.index)

    def kinds(self, first: int, last: int, skip: range = range(0)) -> frozenset[str]:
        """The kinds of effect between two token indices, outside the words of the cause."""
        return frozenset(e.kind for e in self.effects if first <= e.first < last and e.first not in skip)

    def nearest(self, first: int, last: int, skip: range) -> frozenset[str]:
        """The kinds of the last effect between two token indices; a mishap before the deaths that it led to."""
        here = [e for e in self.effects if first <= e.first < last and e.first not in skip]
        return frozenset(e.kind for e in here if e.first == here[-1].first)

    def meant(self) -> frozenset[str]:
        """The kinds of effect that a sentence without one speaks of: those just before, or the article's matter."""
        return effects_before(self.document, self.sentence) | self.central

    def make(
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
        """A reason of some words; an effect that is not given is taken from what stands before."""
        words = content_of(tokens)
        head = (
            next((t for t in tokens if t.text.lower() == words[0] or t.lemma.lower() == words[0]), None)
            if words
            else None
        )
        if head is None or any(m.span.contains(head.span) for m in self.times()):
            return
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        clause = clause or self.clause_of(tokens[0])
        if clause is not None and clause.conditional:
            return
        implied = not effects
        effects = effects or self.meant() or frozenset({"matter"})
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

    def clause_of(self, token: Token) -> Clause | None:
        """The smallest clause around a word."""
        holding = [c for c in self.clauses if c.span.contains(token.span) and not c.nominal]
        return min(holding, key=lambda c: c.span.end - c.span.start, default=None)

    def run(self, at: int, *, clause: bool = False) -> list[Token]:
        """The words of a cause from a place in the sentence: to the next stop, or the next finite verb."""
        run: list[Token] = []
        for place in range(at, min(len(self.tokens), at + LONGEST)):
            token = self.tokens[place]
            if token.text in ENDS or token.tag in CUTS or (run and self.texts[place] in JOINS):
                break
            if not clause and run and token.tag in FINITE and not self.is_participle(place):
                break
            if run and any(m.span.start <= token.span.start < m.span.end for m in self.times()):
                break
            run.append(token)
        while run and run[-1].tag in {"IN", "CC", "DT", "TO", "RB", "PRP$"}:
            run.pop()
        return run

    def is_participle(self, place: int) -> bool:
        """Whether a verb only says more of a noun."""
        return self.tokens[place].dep.split(":")[0] in {"acl", "amod"}

    def times(self) -> tuple[Mention, ...]:
        """The times that the sentence gives."""
        return self.document.mentions_in(self.sentence.span, *SETTING)

    def is_name(self, run: Sequence[Token]) -> bool:
        """Whether words are the name of somebody or of a body: what they did is a deed, not a cause."""
        span = Span(run[0].span.start, run[-1].span.end)
        named = self.document.mentions_in(span, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE)
        return any(m.span.end >= span.end for m in named)

    def opening(self, here: int) -> int:
        """Where the part of the sentence that an index stands in begins: behind the last semicolon or colon."""
        stops = [t.index for t in self.tokens if t.index < here and t.text in {";", ":"}]
        return stops[-1] + 1 if stops else self.sentence.first

    def in_doubt(self, place: int) -> bool:
        """Whether the words before a place leave open what follows."""
        before = self.texts[max(0, place - 5) : place]
        return bool({"whether", "if", "would", "could", "might", "may"} & set(before))

    def asked(self) -> bool:
        """Whether the sentence before asks why."""
        if not self.sentence.index:
            return False
        before = self.document.sentences[self.sentence.index - 1]
        lemmas = {t.lemma.lower() for t in self.document.sentence_tokens(before)}
        asks = "why" in lemmas or (
            "what" in lemmas and lemmas & {*self.words["verbs"], *self.words["harming"], "happen"}
        )
        return bool(asks) and before.text.rstrip().endswith("?")


def content_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The content lemmas of a cause, the head of its first noun phrase first."""
    kept = [t for t in tokens if t.tag.startswith(("NN", "VB", "JJ", "FW")) and t.lemma.lower() not in EMPTY]
    first, table = tokens[0] if tokens else None, _kind_table()
    kept = [
        t
        for t in kept
        if not t.tag.startswith("NNP")
        or t.text.lower() in JUDGING
        or ((t is first or (t.text.isupper() and len(t.text) > CAPITALS)) and t.text.lower() in table)
    ] or kept
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
    return tuple(
        t.text.lower() if t.tag.startswith("NNP") or t.text.lower() in table else t.lemma.lower() for t in ordered
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


CLASSES = {
    "animal": "animal",
    "disease": "medical",
    "atmospheric phenomenon": "weather",
    "vehicle": "collision",
    "machine": "mechanical",
    "felony": "crime",
    "currency": "currency",
}
"""Classes of nouns in the lexicon, and the kind of cause that any of them is."""


@cache
def kind_by_class(noun: str) -> str:
    """The kind of cause that a noun is by its class where the lists do not have it: "laryngitis"; empty for none."""
    return next((kind for name, kind in CLASSES.items() if is_a(noun, name)), "")


def kinds_of_ground(words: Sequence[str]) -> dict[str, bool]:
    """The kinds of cause that lemmas name; where the lists have none of them, by the class of the head noun."""
    found = kinds_of_cause(words)
    if not found and words and (kind := kind_by_class(words[0])):
        return {kind: False}
    return found


def kinds_of_cause(words: Sequence[str]) -> dict[str, bool]:
    """The kinds of cause that lemmas name, and whether only a general word ("weather") names it."""
    table, found = _kind_table(), dict[str, bool]()
    for word in words:
        for kind, general in table.get(word, ()):
            found[kind] = found.get(kind, True) and general
    return found
