"""Everybody and nobody: arguments that speak of all or none of a group, and the country that the group is of."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Argument, Clause, Document, Polarity
from checker.names.tables import load_gazetteer

ALL = frozenset({"all", "every", "each", "both"})
WHOLE = frozenset({"full", "entire", "whole", "complete"})
NONE = frozenset({"no", "none", "neither", "nobody"})
SINGLE = frozenset({"one", "a", "an", "any", "single"})


@dataclass(frozen=True, slots=True)
class Group:
    """All (``every``) or none of those that ``noun`` names; ``country`` is a nationality's code ("no American")."""

    noun: str
    every: bool
    country: str | None = None


def group_of(document: Document, clause: Clause, argument: Argument) -> Group | None:
    """The group that an argument speaks of as a whole; None when it names single ones or some of them.

    "Not one American" and "there was not a single minister" are none; "not all members" is some, and so nothing.
    """
    tokens = [document.tokens[i] for i in argument.tokens]
    if not tokens:
        return None
    words = [t.text.lower() for t in tokens]
    first = tokens[0].index
    if first and document.tokens[first - 1].text.lower() == "not" and words[0] in ALL:
        return None
    noun = argument.lemma.lower()
    if "of" in words and noun in NONE | ALL | SINGLE:
        noun = tokens[min(words.index("of") + 1, len(tokens) - 1)].lemma.lower()
        noun = next((t.lemma.lower() for t in tokens[words.index("of") :] if t.tag in ("NN", "NNS")), noun)
    denied = clause.polarity is Polarity.NEGATIVE
    every = words[0] in ALL or (words[0] == "the" and len(words) > 1 and words[1] in WHOLE)
    none = (
        words[0] in NONE or words[:2] == ["not", "one"] or (denied and clause.predicate == "be" and words[0] in SINGLE)
    )
    if every == none or (every and denied):
        return None
    demonyms = load_gazetteer().demonyms
    country = next((code for t in tokens if t.text[:1].isupper() and (code := demonyms.get(t.text.lower()))), None)
    return Group(noun, every, country)
