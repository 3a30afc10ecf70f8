"""How firmly a clause asserts what it says: polarity, modality, conditions. Works on words and lemmas alone."""

from checker.factuality.judgement import Judgement, Signals, judge
from checker.factuality.negation import is_negative_pronoun, is_negator

__all__ = ["Judgement", "Signals", "is_negative_pronoun", "is_negator", "judge"]
