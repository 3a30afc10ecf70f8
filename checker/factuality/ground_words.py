"""The words by which grounds are read: what leads to a reason, what rules one out, what turns of events there are."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def ground_words() -> dict[str, Any]:
    """Read the word lists of ``data/grounds.toml``."""
    return tomllib.loads((files("checker.factuality") / "data" / "grounds.toml").read_text("utf-8"))


@cache
def lead_pattern(name: str) -> re.Pattern[str]:
    """What leads to a reason: ``plain``, or ``loose`` words that often lead to something else."""
    return re.compile(r"(?<![\w'])(?:" + "|".join(ground_words()[name]) + r")(?:\s|(?<=[: ]))")


@cache
def word_table(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A table of the file, by kind."""
    return tuple((kind, re.compile(rf"\b(?:{text})")) for kind, text in ground_words()[name].items())


@cache
def sign_pattern(name: str) -> re.Pattern[str]:
    """One pattern of the file, or several as one."""
    found = ground_words()[name]
    return re.compile(found if isinstance(found, str) else "|".join(found))


def turns_in(plain: str, among: frozenset[str] | None = None) -> frozenset[str]:
    """The turns of events with one reason that a text in lower case names, of those ``among`` which it looks for."""
    found = {
        kind for kind, pattern in word_table("turns") if (among is None or kind in among) and pattern.search(plain)
    }
    for kind, pattern in word_table("measures"):
        if (among is None or kind in among) and pattern.search(plain) and sign_pattern("measured").search(plain):
            found.add(kind)
    return frozenset(found)


@cache
def denial_patterns() -> tuple[re.Pattern[str], ...]:
    """What rules a cause out; ``who`` is the supposed cause."""
    who = r"(?P<who>(?:[a-z'-]+ ){0,4}?[a-z'-]+)"
    return tuple(re.compile(text.replace("{who}", who)) for text in ground_words()["denials"])
