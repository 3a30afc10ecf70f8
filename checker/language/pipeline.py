"""Load the parser: the small English pipeline shipped here, or another installed one with the same labels."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc, Token

OWN_PIPELINE = "en_news_small"

UNFILLED = "checker.UnfilledTokenizer.v1"
"""The name under which spaCy finds how to make a tokeniser that is filled from the pipeline's files alone."""

REMEMBERED = "checker_remembered_tags"
"""The name under which spaCy finds the component that stands in for its attribute ruler."""

REMEMBERED_LEMMAS = "checker_remembered_lemmas"
"""The same for what stands in for its lemmatiser."""

ADDRESSES = tuple("Hon. Rt. Supt. Insp. Cllr. Cr. Ald. Engr. Atty. Amb. Brig. Cmdr. Msgr.".split())
"""Forms of address that belong with their full stop, as "Dr." does: the tokeniser knows only the commonest."""


@contextmanager
def _leave_out_commands() -> Iterator[None]:
    """Let spaCy be imported without its command line, which it imports for one function (``spacy.info``).

    That brings in what downloads models, an HTTP client and more: a third of the time it takes. What asks for
    ``spacy.cli`` later gets it as ever.
    """
    if "spacy" in sys.modules:
        yield
        return

    def info(*arguments: Any, **options: Any) -> Any:
        return import_module("spacy.cli.info").info(*arguments, **options)

    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    module.info = info  # type: ignore[attr-defined]
    stand_ins = {one.__name__: one for one in (package, module)}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, one in stand_ins.items():
            if sys.modules.get(name) is one:
                del sys.modules[name]
        vars(sys.modules.get("spacy", package)).pop("cli", None)


def _make_unfilled() -> Callable[[Language], Tokenizer]:
    """A tokeniser without rules, for a pipeline that brings its own: spaCy would make all those of English first."""
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)


def _look_up_at_once(nlp: Language) -> None:
    """Have the lemmatiser asked once for each word, which it looks up in sets instead of lists of tens of thousands."""
    from spacy.language import Language

    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, words in index.items():
        index[part_of_speech] = frozenset(words)
    Language.factory(REMEMBERED_LEMMAS, func=_make_remembering_lemmas)
    remembering: Any = nlp.replace_pipe("lemmatizer", REMEMBERED_LEMMAS)
    remembering.lemmatizer = lemmatizer


class _RememberedTags:
    """The parts of speech that spaCy's attribute ruler gives, asked of it once for each tag and relation.

    In the pipeline shipped here these two decide; the ruler matches all its patterns against every text.
    """

    ruler: Callable[[Doc], Doc]

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        known = self._known
        keys = [(token.tag, token.dep) for token in doc]
        if new := [key for key in dict.fromkeys(keys) if key not in known]:
            known.update(zip(new, self._ask(doc, new), strict=True))
        for token, key in zip(doc, keys, strict=True):
            token.pos = known[key]
        return doc

    def _ask(self, doc: Doc, keys: Sequence[tuple[int, int]]) -> list[int]:
        """The part of speech for each tag and relation: the ruler is given a text of one word for each."""
        from spacy.tokens import Doc

        words = Doc(doc.vocab, words=["-"] * len(keys))
        for word, (tag, dep) in zip(words, keys, strict=True):
            word.tag, word.dep = tag, dep
        return [word.pos for word in self.ruler(words)]


class _RememberedLemmas:
    """The lemmas that spaCy's lemmatiser gives, asked of it once for each word and part of speech.

    In the pipeline shipped here these two decide: it gives words no further features.
    """

    lemmatizer: Any

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        known = self._known
        for token in doc:
            key = token.orth, token.pos
            lemma = known.get(key)
            if lemma is None:
                token.lemma_ = self.lemmatize(token)[0]
                known[key] = token.lemma
            else:
                token.lemma = lemma
        return doc

    def lemmatize(self, token: Token) -> list[str]:
        """The lemmas that a word may have, the likeliest first."""
        lemmas: list[str] = self.lemmatizer.lemmatize(token)
        return lemmas


def _make_remembering_lemmas(nlp: Language, name: str) -> _RememberedLemmas:  # noqa: ARG001 - as above
    return _RememberedLemmas()


def _make_remembering(nlp: Language, name: str) -> _RememberedTags:  # noqa: ARG001 - what spaCy calls a factory with
    return _RememberedTags()


def _remember_tags(nlp: Language) -> None:
    """Have the attribute ruler asked once for what it gives by tag and relation alone."""
    from spacy.language import Language

    ruler: Any = nlp.get_pipe("attribute_ruler")
    if any(len(words) > 1 or words[0].keys() - {"TAG", "DEP"} for one in ruler.patterns for words in one["patterns"]):
        return
    Language.factory(REMEMBERED, func=_make_remembering)
    remembering: Any = nlp.replace_pipe("attribute_ruler", REMEMBERED)
    remembering.ruler = ruler


UNASKED = frozenset(
    {"IS_ALPHA", "IS_ASCII", "IS_BRACKET", "IS_CURRENCY", "IS_DIGIT", "IS_LEFT_PUNCT", "IS_LOWER", "IS_QUOTE"}
    | {"IS_RIGHT_PUNCT", "IS_STOP", "IS_TITLE", "IS_UPPER", "LIKE_EMAIL", "LIKE_NUM", "LIKE_URL"}
)
"""What spaCy works out of each new word, and neither the pipeline shipped here nor what reads its parses asks for."""


def _leave_unasked(nlp: Language) -> None:
    """Have new words read for what is asked of them alone, which takes half the time."""
    from spacy.attrs import IDS

    vocabulary: Any = nlp.vocab
    for name in UNASKED:
        vocabulary.lex_attr_getters.pop(IDS[name], None)


def _read_directly(nlp: Language) -> None:
    """Have vectors worked out, and texts parsed, by what spends no time on learning."""
    from checker.language.embedding import embed_directly
    from checker.language.transitions import parse_stepwise

    shared: Any = nlp.get_pipe("tok2vec")
    shared.model = embed_directly(shared.model)
    naming: Any = nlp.get_pipe("ner")
    own = naming.model.get_ref("tok2vec").layers[0]
    naming.model.replace_node(own, embed_directly(own))
    for name in ("parser", "ner"):
        parse_stepwise(nlp, name)


def load(pipeline: str | None = None) -> Language:
    """The pipeline shipped with the product, or the one named (a package or a folder). Loaded once.

    Raises OSError when the named pipeline is not installed, ValueError when it has no parser.
    """
    return _load(pipeline or OWN_PIPELINE)


@cache
def _load(pipeline: str) -> Language:
    # One thread: these matrices are too small to share, and threads that wait for each other cost more than they give.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _leave_out_commands():
        import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    if pipeline == OWN_PIPELINE:
        registry.tokenizers.register(UNFILLED, func=_make_unfilled)
        with as_file(files("checker.language") / OWN_PIPELINE) as folder:
            nlp = spacy.load(folder, config={"nlp.tokenizer.@tokenizers": UNFILLED})
        _look_up_at_once(nlp)
        _remember_tags(nlp)
        _leave_unasked(nlp)
        _read_directly(nlp)
    else:
        nlp = spacy.load(pipeline)
    if not nlp.has_pipe("parser"):
        raise ValueError(f"the pipeline {pipeline} has no parser")
    if isinstance(nlp.tokenizer, Tokenizer):  # a pipeline of another maker may bring its own
        for address in ADDRESSES:
            nlp.tokenizer.add_special_case(address, [{"ORTH": address}])
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops.use_blis = False  # numpy multiplies these small matrices twice as fast as the bundled BLIS
    return nlp
