"""Articles into documents: blocks, sentences and tokens with spans of the original text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.language.boundaries import mark_boundaries
from checker.language.casing import learn_case, recase
from checker.language.detection import detect_language
from checker.language.pipeline import load
from checker.language.rescue import FirstReading, read_again
from checker.language.trees import BE_FORMS
from checker.model import Article, Block, BlockKind, Document, Sentence, Span, Token
from checker.text import lay_out

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

# The parser's time and memory grow with the text given at once; longer blocks are cut at a full stop or a space.
LONGEST_PIECE = 5_000

BATCH = 20_000
"""Characters that are parsed at once: many short pieces in one go take a fifth less time than a few at a time, and the
memory needed stays that of a long article."""

# The places where a long block may be cut, best first. Examples: "end. Next", "word word".
SENTENCE_GAP = re.compile(r"[.!?][\"”’)]? (?=\S)")

# A verb whose last letter doubles before "ed", so that "hoped" is no form of it. Examples: "hop", "plan".
DOUBLING = re.compile(r"[b-df-hj-np-tv-z]{1,3}[aeiou][b-df-hj-np-tvz]")

# Quotation marks and apostrophes in the form that the parser was trained on. One character for one, so offsets hold.
# Halves of surrogate pairs, which JSON may carry alone ("\ud83d"), cannot be parsed, and become the sign for that.
STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'"}
    | {chr(half): "\ufffd" for half in range(0xD800, 0xE000)}
)


# Lemmas that the pipeline's tables do not have: the halves of "gonna" and "wanna", and cut-off auxiliaries.
IRREGULAR = {
    "gon": "go",
    "wan": "want",
    "na": "to",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "n't": "not",
    "further": "further",
}


# Relations of words that head a clause.
VERBAL = frozenset({"ROOT", "ccomp", "conj", "acl:relcl", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block that is parsed at once: it begins at ``start`` in the block's text."""

    block: int
    start: int
    text: str


def analyse(article: Article, *, pipeline: str | None = None, skip: Span | None = None) -> Document:
    """Lay out and parse an article. ``skip`` is a region of its text that is not read (front matter).

    A document in another language than English, or in none, has blocks but no sentences. Furniture has no sentences
    either. Raises OSError when the named pipeline is not installed.
    """
    return analyse_together([(article, skip)], pipeline=pipeline)[0]


def analyse_together(articles: Sequence[tuple[Article, Span | None]], *, pipeline: str | None = None) -> list[Document]:
    """The same for several articles, each with its region that is not read: quicker than one by one."""
    documents: list[Document] = []
    readers: dict[int, _Reader] = {}
    for number, (article, skip) in enumerate(articles):
        blocks = lay_out(article.text, title=article.title, skip=skip)
        language = detect_language(" ".join(b.text for b in _readable(blocks)))
        documents.append(Document(article, language, blocks, (), ()))
        if language == "en":
            readers[number] = _Reader(load(pipeline), blocks, learn_case(blocks))
    if not readers:
        return documents
    nlp = load(pipeline)
    for batch in _batch([(reader, piece) for reader in readers.values() for piece in reader.pieces()]):
        docs = nlp.pipe([reader.make_doc(piece) for reader, piece in batch], batch_size=len(batch))
        for (reader, piece), doc in zip(batch, docs, strict=True):
            reader.read(piece, doc)
    first = [FirstReading(reader.tokens, reader.sentences, reader.forms) for reader in readers.values()]
    for (number, reader), tokens in zip(readers.items(), read_again(nlp, first), strict=True):
        documents[number] = replace(documents[number], sentences=tuple(reader.sentences), tokens=tuple(tokens))
    return documents


def _readable(blocks: Sequence[Block]) -> Iterator[Block]:
    size = 0
    for block in blocks:
        if block.kind is not BlockKind.FURNITURE:
            yield block
            size += len(block.text)
            if size > 20_000:
                return


def _cut(at: int, block: Block) -> Iterator[Piece]:
    start, text = 0, block.text
    while len(text) - start > LONGEST_PIECE:
        window = text[start : start + LONGEST_PIECE]
        gaps = [m.end() for m in SENTENCE_GAP.finditer(window, LONGEST_PIECE // 2)]
        end = gaps[-1] if gaps else window.rfind(" ", LONGEST_PIECE // 2) + 1 or LONGEST_PIECE
        yield Piece(at, start, text[start : start + end])
        start += end
    if start < len(text):
        yield Piece(at, start, text[start:])


def _batch(pieces: Sequence[tuple[_Reader, Piece]]) -> Iterator[list[tuple[_Reader, Piece]]]:
    """The pieces in their order, as many at once as have BATCH characters; one at least."""
    batch: list[tuple[_Reader, Piece]] = []
    size = 0
    for reader, piece in pieces:
        if batch and size + len(piece.text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append((reader, piece))
        size += len(piece.text)
    if batch:
        yield batch


def _lemma(text: str, tag: str, lemma: str) -> str:
    """The pipeline's lemma, mended where its suffix rules go wrong.

    They take the "s" off "discuss", "process" and "canvas", and the "e" off "hopes", "hoped" and "hoping".
    """
    word = text.casefold()
    if (tag in ("VB", "VBP") or (tag == "NN" and word.endswith("s"))) and word not in BE_FORMS:
        return IRREGULAR.get(word, word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if tag in ("VBD", "VBN") and word.endswith("ceed"):
        return word
    short = tag == "VBZ" and word == f"{lemma}es" and not lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    if short or (tag in ("VBD", "VBN", "VBG") and word in (f"{lemma}ed", f"{lemma}ing") and DOUBLING.fullmatch(lemma)):
        return f"{lemma}e"
    return lemma or text


def _retag(token: SpacyToken, nlp: Language) -> None:
    """Call a word a past tense that was taken for an adjective but has a subject: "the vote surprised them"."""
    if not token.lower_.endswith("ed") or token.dep_ not in VERBAL or not nlp.has_pipe("lemmatizer"):
        return
    relations = {child.dep_ for child in token.children}
    if "cop" in relations or not relations & {"obj", "nsubj"}:
        return
    token.tag_, token.pos_ = "VBD", "VERB"
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    token.lemma_ = lemmatizer.lemmatize(token)[0] if lemmatizer is not None else token.lower_


class _Reader:
    """Collects sentences and tokens, piece after piece; sentences and heads are numbered through the document."""

    def __init__(self, nlp: Language, blocks: Sequence[Block], forms: Mapping[str, str]) -> None:
        self.nlp = nlp
        self.blocks = blocks
        self.forms = forms
        self.sentences: list[Sentence] = []
        self.tokens: list[Token] = []

    def pieces(self) -> Iterator[Piece]:
        for at, block in enumerate(self.blocks):
            if block.kind is not BlockKind.FURNITURE:
                yield from _cut(at, block)

    def make_doc(self, piece: Piece) -> Doc:
        doc = self.nlp.make_doc(recase(piece.text, self.blocks[piece.block].kind, self.forms).translate(STRAIGHT))
        curly = [piece.text[t.idx] if len(t) == 1 else t.text for t in doc]
        spaced = [bool(t.whitespace_) for t in doc]
        for token, mark in zip(doc, mark_boundaries(curly, spaced), strict=True):
            token.is_sent_start = mark
        return doc

    def read(self, piece: Piece, doc: Doc) -> None:
        block = self.blocks[piece.block]
        straight = piece.text.translate(STRAIGHT)
        for sent in doc.sents:
            kept = [t for t in sent if not t.is_space]
            if not kept:
                continue
            for t in kept:
                if t.tag_ == "JJ":
                    _retag(t, self.nlp)
            first = len(self.tokens)
            places = {t.i: first + k for k, t in enumerate(kept)}
            for at, t in enumerate(kept, first):
                start, text, tag, dep = t.idx, t.text, t.tag_, t.dep_
                end = start + len(text)
                head = places.get(t.head.i)
                self.tokens.append(
                    Token(
                        index=at,
                        text=straight[start:end],
                        lemma=_lemma(text, tag, t.lemma_),
                        tag=tag,
                        dep="root" if dep == "ROOT" or head is None else dep,
                        head=at if head is None else head,
                        span=block.original(piece.start + start, piece.start + end),
                        sentence=len(self.sentences),
                        entity=t.ent_type_,
                    )
                )
            begin, end = piece.start + kept[0].idx, piece.start + kept[-1].idx + len(kept[-1])
            self.sentences.append(
                Sentence(
                    index=len(self.sentences),
                    block=piece.block,
                    kind=block.kind,
                    span=block.original(begin, end),
                    text=block.text[begin:end],
                    first=first,
                    last=len(self.tokens),
                )
            )
