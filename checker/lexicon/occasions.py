"""Occasions: what happens or is held, under the many words that news has for it ("talks", "summit", "met").

Looser than synonyms: sharing an occasion makes two times, or two ranks, worth comparing; it does not make them the
same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from checker.lexicon.kinds import is_event_noun


@cache
def _occasions() -> dict[str, frozenset[str]]:
    """Forms to the names of the sets that hold them."""
    data = tomllib.loads(files("checker.lexicon").joinpath("data", "occasions.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for name, forms in data.items():
        for form in forms:
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def occasions_of(lemmas: Iterable[str]) -> frozenset[str]:
    """The names of the occasions that lower-case lemmas (verbs with their particle: "lift off") stand for."""
    table = _occasions()
    return frozenset(name for lemma in lemmas for name in table.get(lemma, ()))


def is_occasion(noun: str) -> bool:
    """Whether a noun names something that takes place and so has a time of its own: "session", "earthquake"."""
    return noun in _occasions() or is_event_noun(noun)
