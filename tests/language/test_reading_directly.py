"""The pipeline's shortcuts read every text as spaCy's own layers and parsers do."""

from functools import cache
from importlib.resources import files

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from checker.language.embedding import read_embedding
from checker.language.pipeline import OWN_PIPELINE, load
from checker.language.transitions import parse_stepwise

TEXTS = (
    "The harbour reopened on Tuesday after the strike, the mayor of Port Amsel said.",
    "",
    "Agreed.",
    "Dr. Ana Ferro, who leads the union, had not expected a deal; 'we are surprised', she told Reuters in June.",
    "Talks  \n\n  on 3 May failed , \t failed and failed again although the two sides had met nine times in Geneva",
)


@cache
def plain() -> Language:
    return spacy.load(str(files("checker.language") / OWN_PIPELINE))


def docs_of(nlp: Language) -> list[Doc]:
    return [nlp.make_doc(text) for text in TEXTS]


def parses(docs: list[Doc]) -> list[list[tuple[str, str, int, str, str, bool]]]:
    return [[(t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, bool(t.is_sent_start)) for t in doc] for doc in docs]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_words_have_the_parses_and_names_that_spacy_gives(size: int) -> None:
    ours = list(load().pipe(docs_of(load()), batch_size=size))
    assert parses(ours) == parses(list(plain().pipe(docs_of(plain()))))
    assert any(doc.ents for doc in ours)


def test_a_text_reads_the_same_when_it_is_the_only_one() -> None:
    assert parses([load()(doc) for doc in docs_of(load())]) == parses(list(load().pipe(docs_of(load()))))


def test_vectors_are_those_of_the_layer_that_they_are_read_from() -> None:
    nlp, docs = plain(), docs_of(plain())
    for model in (nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]):  # type: ignore[attr-defined]
        found = read_embedding(model).embed(docs)
        assert [len(one) for one in found] == [len(doc) for doc in docs]
        for one, expected in zip(found, model.predict(docs), strict=True):
            np.testing.assert_allclose(one, expected, rtol=1e-4, atol=1e-5)


def test_texts_without_words_have_vectors_of_no_rows() -> None:
    nlp = plain()
    (one,) = read_embedding(nlp.get_pipe("tok2vec").model).embed([nlp.make_doc("")])  # type: ignore[attr-defined]
    assert one.shape == (0, 96)


def test_the_vectors_cannot_be_trained() -> None:
    with pytest.raises(ValueError, match="cannot be trained"):
        load().get_pipe("tok2vec").model(docs_of(load()), is_train=True)  # type: ignore[attr-defined]


def test_a_parser_that_keeps_several_readings_in_view_is_left_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").cfg["beam_width"] = 4  # type: ignore[attr-defined]
    parse_stepwise(nlp, "parser")
    assert isinstance(nlp.get_pipe("parser"), DependencyParser)
