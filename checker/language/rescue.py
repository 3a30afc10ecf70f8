"""Read sentences again that the parser found no verb in, as something that somebody said.

Headlines and clipped sentences mislead the parser: "Quake kills 31" becomes a noun phrase. After "he said that" a
clause must follow, and the parser sees its verb. The second reading is taken only when it has a verb with a subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.language.casing import recase
from checker.language.trees import FINITE_TAGS, NOUN_TAGS, VERB_TAGS
from checker.model import BlockKind, Sentence, Token
from checker.text.words import load_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

FRAME = ("He", "said", "that")
SAID = 1
FEWEST_TOKENS, MOST_TOKENS = 3, 60
BATCH = 256
READ_AGAIN = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET)
LABEL_WINDOW = 10
LONG_HEADING = 6

# What the second reading does without: the names are known from the first.
NAMING = ("ner",)

# Verbs whose past is their base form: with a singular subject they are past in running text.
UNCHANGED = frozenset(
    {"beat", "bid", "burst", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "spread"}
)

# Tags of words that can follow a verb and make the word before them one.
AFTER_VERB = NOUN_TAGS | frozenset({"DT", "CD", "$", "PRP", "PRP$", "JJ", "IN", "TO", "RB", "QP"})


@dataclass(frozen=True, slots=True)
class FirstReading:
    """An article as the parser read it at first; ``forms`` are how its words are written in running text."""

    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    forms: Mapping[str, str]


def read_again(nlp: Language, articles: Sequence[FirstReading]) -> list[list[Token]]:
    """The tokens of each article, with a better parse for sentences without a main verb that get one in the frame.

    The sentences of all articles are parsed together, which is quicker.
    """
    found = [list(article.tokens) for article in articles]
    for tokens, article in zip(found, articles, strict=True):
        for sentence in article.sentences:
            _set_upright(tokens, sentence)
    chosen = [(n, s) for n, article in enumerate(articles) for s in article.sentences if _lacks_verb(article.tokens, s)]
    left: list[tuple[int, Sentence, int]] = []
    framed = nlp.pipe((_frame(nlp, articles[n], s) for n, s in chosen), disable=NAMING, batch_size=BATCH)
    for (n, sentence), doc in zip(chosen, framed, strict=True):
        first = articles[n].tokens
        head = _reported(doc)
        place = _find_clipped(first, sentence) if head is None else None
        if head is not None:
            found[n][sentence.first : sentence.last] = _take(doc, head, first[sentence.first : sentence.last])
        elif place is not None:
            left.append((n, sentence, place))
    docs = nlp.pipe((_substitute(nlp, articles[n], s, place) for n, s, place in left), disable=NAMING, batch_size=BATCH)
    for (n, sentence, place), doc in zip(left, docs, strict=True):
        verb = doc[place - sentence.first]
        if verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.children):
            old = articles[n].tokens[sentence.first : sentence.last]
            found[n][sentence.first : sentence.last] = _adopt(doc, verb.i, old)
    return found


def _find_clipped(tokens: Sequence[Token], sentence: Sentence) -> int | None:
    """The first word after a noun that can be a verb and is followed by what a verb takes; None if there is none."""
    long_heading = sentence.kind is BlockKind.HEADING and sentence.last - sentence.first >= LONG_HEADING
    if not (sentence.kind is BlockKind.HEADLINE or long_heading or sentence.text.endswith((".", "!", '"', "”"))):
        return None
    for at in range(sentence.first + 1, sentence.last - 1):
        if (
            tokens[at - 1].tag in NOUN_TAGS | {"PRP", "POS"}
            and tokens[at + 1].tag in AFTER_VERB
            and _base(tokens[at].text)
        ):
            return at
    return None


def _base(word: str) -> str:
    """The verb that a word can be a form of, from ``data/clipped_verbs.txt``; empty if none."""
    verbs = load_words("checker.language", "clipped_verbs.txt")
    word = word.casefold()
    for base in (word, word.removesuffix("s"), word.removesuffix("es")):
        if base in verbs:
            return base
    return ""


def _substitute(nlp: Language, article: FirstReading, sentence: Sentence, place: int) -> Doc:
    """The sentence with a verb that cannot be mistaken in the place of the one that was."""
    words = _words(article, sentence)
    words[place - sentence.first] = "went" if article.tokens[place + 1].tag in ("IN", "RB", "TO") else "took"
    return _whole(nlp, words)


def _adopt(doc: Doc, verb: int, old: Sequence[Token]) -> list[Token]:
    """The old words with the new parse."""
    shift = old[0].index
    taken: list[Token] = []
    for token, before in zip(doc, old, strict=True):
        dep = "root" if token.dep_ == "ROOT" else token.dep_
        tag, lemma = token.tag_, before.lemma
        if token.i == verb:
            base = _base(before.text)
            tag, lemma = _present_or_past(before, base, old[max(0, verb - 1)]), base
        taken.append(replace(before, tag=tag, lemma=lemma, dep=dep, head=token.head.i + shift))
    return taken


def _present_or_past(word: Token, base: str, before: Token) -> str:
    """The tag of a form that can be present or past."""
    if word.text.casefold() != base:
        return "VBZ"
    return "VBD" if base in UNCHANGED and before.tag in ("NN", "NNP", "DT") else "VBP"


def _words(article: FirstReading, sentence: Sentence) -> list[str]:
    words = [t.text for t in article.tokens[sentence.first : sentence.last]]
    return recase(" ".join(words), sentence.kind, article.forms).split(" ") if sentence.text.isupper() else words


def _whole(nlp: Language, words: list[str]) -> Doc:
    from spacy.tokens import Doc

    doc = Doc(nlp.vocab, words=words)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _set_upright(tokens: list[Token], sentence: Sentence) -> None:
    """Undo an inversion that the parser took for possession: "never before had the two kings met"."""
    for had in tokens[sentence.first : sentence.last]:
        if had.head != had.index or had.text.casefold() not in ("had", "has", "have") or had.index == sentence.first:
            continue
        inside = tokens[sentence.first : sentence.last]
        below = [t for t in inside if t.head == had.index and t.index != had.index]
        owner = next((t for t in below if t.dep == "obj" and t.index > had.index), None)
        if owner is None or any(t.dep.startswith("nsubj") for t in below):
            return
        met = next((t for t in inside if t.head == owner.index and t.dep == "acl" and t.tag in ("VBN", "VBD")), None)
        if met is None:
            return
        for t in below:
            tokens[t.index] = replace(t, head=met.index, dep="nsubj" if t.index == owner.index else t.dep)
        tokens[had.index] = replace(had, head=met.index, dep="aux")
        tokens[met.index] = replace(met, head=met.index, dep="root")
        return


def _lacks_verb(tokens: Sequence[Token], sentence: Sentence) -> bool:
    inside = tokens[sentence.first : sentence.last]
    if sentence.kind not in READ_AGAIN or not FEWEST_TOKENS <= len(inside) <= MOST_TOKENS:
        return False
    if any(t.text == ":" for t in inside[:LABEL_WINDOW]) or inside[-1].text in (")", "-", "–", "—", "?"):
        return False
    if sentence.kind is BlockKind.BULLET and inside[-1].text != ".":
        return False
    roots = [t for t in inside if t.head == t.index]
    return not any(t.tag in VERB_TAGS or t.tag == "MD" for t in roots) and not any(
        (t.dep in ("cop", "aux", "aux:pass") or (t.tag in FINITE_TAGS and t.dep in ("conj", "parataxis", "ccomp")))
        and tokens[t.head].head == tokens[t.head].index
        for t in inside
    )


def _frame(nlp: Language, article: FirstReading, sentence: Sentence) -> Doc:
    return _whole(nlp, [*FRAME, *_words(article, sentence)])


def _reported(doc: Doc) -> int | None:
    """The head of the reported clause, if it is a predicate with a subject and everything hangs on it."""
    for token in doc[len(FRAME) :]:
        if token.dep_ != "ccomp" or token.head.i != SAID:
            continue
        relations = {child.dep_ for child in token.children}
        subject = relations & {"nsubj", "nsubj:pass"}
        return token.i if subject and (token.tag_ in VERB_TAGS | NOUN_TAGS or relations & {"cop", "aux"}) else None
    return None


def _take(doc: Doc, head: int, old: Sequence[Token]) -> list[Token]:
    shift = old[0].index - len(FRAME)
    taken: list[Token] = []
    for token, before in zip(doc[len(FRAME) :], old, strict=True):
        outside = token.i == head or token.head.i < len(FRAME)
        above = head if outside else token.head.i
        dep = "root" if token.i == head else "parataxis" if outside and token.dep_ != "punct" else token.dep_
        tag = token.tag_
        if token.i == head:
            tag = _verb_tag(token)
            if tag == "VBP":
                tag = _present_or_past(before, before.text.casefold(), old[max(0, head - len(FRAME) - 1)])
        lemma = (
            before.text.casefold()
            if tag in ("VBP", "VBD") and token.i == head and _same(token)
            else token.lemma_ or before.lemma
        )
        taken.append(
            replace(before, tag=tag, dep=dep, lemma=lemma if tag != before.tag else before.lemma, head=above + shift)
        )

    return taken


def _same(token: SpacyToken) -> bool:
    """Whether a verb's form is its base form."""
    return token.tag_ in ("VBP", "VB") or token.lower_ in UNCHANGED or token.tag_ in NOUN_TAGS


def _verb_tag(token: SpacyToken) -> str:
    """The tag of the clause's head: a noun with a subject and no copula is a verb in disguise."""
    tag = str(token.tag_)
    if tag not in NOUN_TAGS or any(child.dep_ == "cop" for child in token.children):
        return tag
    return "VBZ" if tag == "NNS" else "VBP"
