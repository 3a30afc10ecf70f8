"""What words mean and how they stand to each other: WordNet 3.0 in compact tables, and news concepts by hand.

Everything takes lower-case lemmas; nothing here reads sentences. The tables load on first use.
"""

from checker.lexicon.concepts import (
    Concept,
    all_concepts,
    concepts,
    concepts_of_predicate,
    negated,
    opposed,
    same_concept,
    sets_opposed,
    word_concepts,
)
from checker.lexicon.familiarity import familiarity, root_form, stop_words
from checker.lexicon.inflection import base_forms
from checker.lexicon.kinds import is_a, is_event_noun, is_group_noun, is_person_noun, kind_share, share_class
from checker.lexicon.neighbours import Vocabulary, can_be_near
from checker.lexicon.nominalisation import nouns_of, verb_of
from checker.lexicon.relations import WordRelation, antonyms, relate, relate_predicates, similarity
from checker.lexicon.vectors import relate_all, relatedness, row_length, stack_vectors, vector

__all__ = [
    "Concept",
    "Vocabulary",
    "WordRelation",
    "all_concepts",
    "antonyms",
    "base_forms",
    "can_be_near",
    "concepts",
    "concepts_of_predicate",
    "familiarity",
    "is_a",
    "is_event_noun",
    "is_group_noun",
    "is_person_noun",
    "kind_share",
    "negated",
    "nouns_of",
    "opposed",
    "relate",
    "relate_all",
    "relate_predicates",
    "relatedness",
    "root_form",
    "row_length",
    "same_concept",
    "sets_opposed",
    "share_class",
    "similarity",
    "stack_vectors",
    "stop_words",
    "vector",
    "verb_of",
    "word_concepts",
]
