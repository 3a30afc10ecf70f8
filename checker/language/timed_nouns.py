"""What stands near a time: the words before and after it, and the noun that it belongs to, if it belongs to one."""

from __future__ import annotations

from checker.language.phrases import NOUN_TAGS, children, tokens_in, word_of
from checker.language.timed import ATTRIBUTIVE, DETERMINERS, SUPPOSING, TIMES, timing_words
from checker.lexicon.happenings import is_happening
from checker.lexicon.occasions import is_occasion
from checker.model import Document, Mention, MentionKind, Token
from checker.values.timex import TimeValue

CLIMB = 5
"""Steps up the tree from a time to the verb that it belongs to."""

BEFORE = 3
"""Tokens before a time that are read for its preposition and for words such as "past", "next"."""

SPANNING = frozenset({"to", "or", "-", "–"})
"""What joins the two figures of a length that is given as a range ("four to six weeks"), which is not vague."""

SCANT = frozenset({"barely", "hardly", "scarcely", "only", "just", "merely", "exactly", "precisely", "even"})
"""Adverbs between a preposition and a length (own list)."""


def is_held(noun: str) -> bool:
    """Whether a noun names what takes place and so has a time of its own."""
    return is_occasion(noun) or is_happening(noun)


LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion"})

LASTING = frozenset("to will would could may might should can must not n't 'll ll cannot".split())
"""What stands before "last" when it is the verb."""


APART = frozenset({"after", "before", "follow", "following", "since"})
"""Prepositions that put a happening at another time than the verb's."""


class Surroundings:
    """The words around one time."""

    def __init__(self, document: Document, mention: Mention, value: TimeValue, tokens: list[Token]) -> None:
        self.document = document
        self.value = value
        self.lasting = mention.kind is MentionKind.DURATION
        self.inside = {t.index for t in tokens}
        self.first, self.last = tokens[0], tokens[-1]
        self.sentence = document.sentences[self.first.sentence]
        self.root = self._root(tokens)
        self.words = timing_words()
        self.heads = {c.head for c in document.clauses_of(self.sentence.index) if c.copula}
        self.times = self._times() | self.inside

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
        outer = [t for t in outer if t.dep != "aux"] or outer  # the May of "9 May left a crack" taken for a verb
        return next((t for t in outer if t.tag in NOUN_TAGS), (outer or tokens)[0])

    def _is_no_length(self) -> bool:
        """Rates ("5,000 a year"), windows ("in the past two years") and vague stretches ("for years")."""
        opening = self.first.text.lower()
        near = self._before()
        inside = {self.document.tokens[i].text.lower() for i in self.inside}
        if "X" in self.value.timex and not inside & SPANNING:
            return True
        if self._word(self.last.index + 1) == "to" and self.last.index + 2 in self.times:
            return True  # "inflation in the twelve months to February"
        if opening == "the" and len(self.inside) == 2 and near[0] not in {"within", "inside"}:
            return True  # "in the year to May"
        if near[0] in SCANT:
            near = near[1:]  # "after barely an hour"
        counted = [self._word(self.first.index - n) for n in (2, 3)]
        if opening in {"a", "an"} and near[0].endswith("s") and any(w[:1].isdigit() or w in LARGE for w in counted):
            return True  # "3.5 billion pesos a month"
        if opening in {"a", "an", "per", "each", "every"} and len(self.inside) <= 2:
            return near[0] not in {
                "for",
                "within",
                "in",
                "after",
                "over",
                "by",
                "than",
                "least",
                "most",
                "about",
                "nearly",
            } and not self._is_verb(self.first.index - 1)
        if inside & self.words["window"]:
            return True
        if near[0] == "last" and near[1] in LASTING:
            return False  # "is expected to last four months"
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
        if (
            self.lasting
            and self._word(self.first.index - 1) == "of"
            and head.tag in NOUN_TAGS
            and is_held(word_of(head))
        ):
            return head, True  # "a lease of 15 years"
        told = self._told_by_apposition()
        if told is not None:
            return self._whole(told), True
        if self.lasting:
            for child in children(self.document, self.root, "nmod"):
                if child.index not in self.inside and self._case(child) == "of" and child.tag in NOUN_TAGS:
                    return child, True
        node = self.root
        of_date = self._word(self.first.index - 1) == "of" and not self.lasting
        if of_date and tokens[node.head].tag in NOUN_TAGS and is_held(word_of(tokens[node.head])):
            return tokens[node.head], True  # "the earthquake of 9 May": the day is the noun's, whatever the verb
        for _ in range(CLIMB):
            head = tokens[node.head]
            if head.index == node.index or head.tag not in NOUN_TAGS:
                return None, False
            named = word_of(head)
            held = is_held(named) or named in self.words["carriers"] or self._subject(head) is not None
            if head.index not in self.inside and held:
                return head, False
            node = head
        return None, False

    def _told_by_apposition(self) -> Token | None:
        """The noun that a length stands beside between commas ("her second feature, two hours of grey sea")."""
        at = self.first.index - 2
        if not self.lasting or at < self.sentence.first or self._word(at + 1) != ",":
            return None
        token = self.document.tokens[at]
        told = token.tag in NOUN_TAGS and self._word(self.last.index + 1) in {"of", "long", ",", "."}
        return token if told else None

    def _subject(self, noun: Token) -> Token | None:
        """The occasion that a verb mistaken for a noun has as its subject ("The tremor hit at noon, she said")."""
        if noun.dep not in {"ccomp", "advcl", "root", "parataxis"} or any(children(self.document, noun, "cop")):
            return None
        found = children(self.document, noun, "nsubj")
        return next((t for t in found if t.tag in NOUN_TAGS and is_occasion(word_of(t))), None)

    def _named_after(self) -> Token | None:
        """The happening that a time is named with ("At eight in the evening, with the closing of the gates, ...")."""
        at = self.last.index + 1
        if self._word(at) == ",":
            at += 1
        if self._word(at) not in {"at", "with", "upon"} or self._word(at + 1) != "the":
            return None
        token = self.document.tokens[at + 2] if at + 2 < self.sentence.last else None
        return token if token is not None and token.tag in NOUN_TAGS | {"VBG"} and is_held(word_of(token)) else None

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
        """Whether the noun is the object or an oblique of the verb, so that the time is as likely the verb's.

        Not where the noun itself says when the verb's was: "voted for sanctions after the test on 3 September".
        """
        if self._case(noun) in APART:
            return False
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
