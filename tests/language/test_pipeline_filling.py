"""The package's own pipeline is filled from its files alone, and reads as spaCy would read it."""

from importlib.resources import files
from typing import Any

import spacy

from checker.language.pipeline import OWN_PIPELINE, load

TEXT = "The U.S. committees' leaves fell; they hadn't agreed on $3.4bn of cuts (see https://desk.example/a-b)."

PATTERNS = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")


def test_the_tokeniser_has_every_rule_of_the_pipeline_as_spacy_loads_it() -> None:
    ours: Any = load().tokenizer
    plain: Any = spacy.load(str(files("checker.language") / OWN_PIPELINE)).tokenizer
    assert plain.rules.items() <= ours.rules.items()
    for name in PATTERNS:
        one, other = getattr(ours, name), getattr(plain, name)
        assert (one and one.__self__.pattern) == (other and other.__self__.pattern), name


def test_lemmas_are_those_that_spacy_gives() -> None:
    plain = spacy.load(str(files("checker.language") / OWN_PIPELINE))
    assert [t.lemma_ for t in load()(TEXT)] == [t.lemma_ for t in plain(TEXT)]
