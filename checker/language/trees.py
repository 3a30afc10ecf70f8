"""The parse of one sentence as a tree, with the questions about labels that the clause reader asks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model import Document, Sentence, Token

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
CONTENT_TAGS = VERB_TAGS | NOUN_TAGS | frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS", "FW", "ADD"})
RELATIVE_WORDS = frozenset({"who", "whom", "which", "that"})
BE_FORMS = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"})
CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "parataxis", "csubj"})

# Clauses that say more of a noun and are no part of it, at whatever depth.
LOOSE = frozenset({"acl:relcl", "advcl", "advcl:relcl", "parataxis"})

# Words that make one preposition with the next: "out of", "because of"; after others a second one tells a bound.
COMPOUNDING = frozenset(
    {"out", "because", "due", "according", "ahead", "instead", "prior", "along", "owing", "thanks", "from"}
)

# Relations of words that are no predicates of their own, whatever their tag.
WORD_LEVEL = frozenset(
    {
        "aux",
        "aux:pass",
        "cop",
        "case",
        "mark",
        "det",
        "compound",
        "compound:prt",
        "fixed",
        "flat",
        "cc",
        "amod",
        "punct",
    }
    | {"nummod", "discourse", "goeswith", "reparandum", "nmod:desc", "advmod"}
)


class Tree:
    """One sentence of a document. Tokens are named by their index in the document."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.tokens = document.tokens
        self.sentence = sentence
        self.first, self.last = sentence.first, sentence.last
        self._words = [token.text.casefold() for token in document.tokens[self.first : self.last]]
        self._children: dict[int, list[Token]] = {}
        self.roots: list[int] = []
        self._main_verbs: frozenset[int] | None = None
        self._first_participle: int | None = None
        for token in document.tokens[self.first : self.last]:
            if token.head == token.index:
                self.roots.append(token.index)
            else:
                self._children.setdefault(token.head, []).append(token)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens[self.first : self.last])

    def children(self, at: int, *deps: str) -> list[Token]:
        """The tokens that depend on this one, in order, with one of the relations if any are given."""
        below = self._children.get(at)
        if below is None:
            return []
        return [t for t in below if t.dep in deps] if deps else [*below]

    def child(self, at: int, *deps: str) -> Token | None:
        """The first dependent with one of the relations."""
        for token in self._children.get(at, ()):
            if token.dep in deps:
                return token
        return None

    def head(self, at: int) -> Token | None:
        """The token that this one depends on; None for a root."""
        head = self.tokens[at].head
        return None if head == at else self.tokens[head]

    def subtree(self, at: int, without: Iterable[str] = ()) -> list[int]:
        """The token and everything below it, in order, leaving out dependents of the token with some relations.

        Loose clauses among these are left out wherever they hang.
        """
        left_out, below = frozenset(without), self._children
        if at not in below:
            return [at]
        deeper = left_out & LOOSE
        found = [at]
        waiting = [t for t in below[at] if t.dep not in left_out]
        while waiting:
            k = waiting.pop().index
            found.append(k)
            if k in below:
                waiting += [t for t in below[k] if t.dep not in deeper] if deeper else below[k]
        found.sort()
        return found

    def word(self, at: int) -> str:
        """The token's text, lower case; nothing beyond the sentence."""
        return self._words[at - self.first] if self.first <= at < self.last else ""

    def lemma(self, at: int) -> str:
        """The token's lemma, lower case; every form of "be" is "be"."""
        token = self.tokens[at]
        word = self.word(at) or token.text.casefold()
        if word in BE_FORMS and (token.tag in VERB_TAGS):
            return "be"
        return token.lemma.casefold() if token.lemma else word

    def main_verbs(self) -> frozenset[int]:
        """The finite verbs, auxiliaries and copulas that stand outside all dependent clauses."""
        if self._main_verbs is None:
            self._main_verbs = frozenset(t.index for t in self if self._is_main_verb(t))
        return self._main_verbs

    def _is_main_verb(self, token: Token) -> bool:
        if token.tag not in FINITE_TAGS and token.dep not in ("cop", "aux", "aux:pass"):
            return False
        while token.dep not in CLAUSAL:
            if token.head == token.index:
                return True
            token = self.tokens[token.head]
        return False

    def first_participle(self) -> int:
        """The first past participle on a noun; -1 if there is none."""
        if self._first_participle is None:
            participles = (t.index for t in self if t.dep == "acl" and t.tag in ("VBN", "VBD"))
            self._first_participle = next(participles, -1)
        return self._first_participle

    def has_mark(self, at: int, word: str) -> bool:
        """Whether a subordinator stands on this token: "to", "that", "if"."""
        words = (word, "na") if word == "to" else (word,)  # "gonna" is read as "gon" and "na"
        return any(self.word(t.index) in words for t in self.children(at, "mark"))

    def has_mark_or_fixed_to(self, at: int) -> bool:
        """Whether an infinitive marker stands on this token, alone or after an adjective ("due to meet")."""
        return any(
            self.word(t.index) == "to" or any(self.word(f.index) == "to" for f in self.children(t.index, "fixed"))
            for t in self.children(at, "mark")
        )

    def preposition(self, at: int) -> str:
        """The preposition of a phrase, fixed ones joined: "on behalf of", "according to"; empty when there is none."""
        words: list[str] = []
        for case in self.children(at, "case"):
            if case.tag == "POS" or case.index > at or (words and words[-1] not in COMPOUNDING):
                continue
            words += [case.text.casefold(), *(self.word(t.index) for t in self.children(case.index, "fixed"))]
        return " ".join(words)
