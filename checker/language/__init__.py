"""Linguistic analysis: the only package that knows the parser. It turns articles into documents and clauses."""

from checker.language.analysis import analyse, analyse_together
from checker.language.clauses import add_clauses, read_clauses
from checker.language.detection import detect_language
from checker.language.pipeline import load

__all__ = ["add_clauses", "analyse", "analyse_together", "detect_language", "load", "read_clauses"]
