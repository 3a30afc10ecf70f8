"""Outlets' names: which two stand for one outlet, and the one name that a report uses for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checker.attribution.outlets import recognise
from checker.model import Article

WORDS = re.compile(r"\w+")  # "U.S. officials" -> u, s, officials
EDITION = re.compile(r"\([^()]{0,80}\)")  # "The Times (Scotland)" -> "The Times "
# What stands before and behind an outlet's own name in the name of its site: www.harbourpost.co.uk
SITE_START = re.compile(r"^(?:https?://)?(?:www\.|m\.)?")
SITE_END = re.compile(r"\.(?:com|org|net|info|news|co\.[a-z]{2}|com\.[a-z]{2}|example|[a-z]{2})(?:/\S{0,200})?$")

LEAST_LETTERS = 4
"""Letters that one word must have to stand for an outlet with more words: "Times", not "Sun"."""


@lru_cache(maxsize=4096)
def fold_outlet(name: str) -> str:
    """An outlet's name for comparison: case-folded, without article, edition, or what makes it the name of a site."""
    folded = EDITION.sub(" ", name.casefold()).strip()
    if " " not in folded:
        folded = SITE_END.sub("", SITE_START.sub("", folded))
    return " ".join(WORDS.findall(folded.removeprefix("the ")))


@lru_cache(maxsize=65536)
def same_outlet(one: str, other: str) -> bool:
    """Whether two names stand for one outlet.

    They do when a table has both as names of one, when they are equal once folded (or written as one word, as sites do
    it), or when one ends or begins the other in whole words (Times, New York Times).
    """
    a, b = fold_outlet(one).split(), fold_outlet(other).split()
    if not a or not b:
        return False
    if "".join(a) == "".join(b):
        return True
    left, right = recognise(one), recognise(other)
    if left is not None and right is not None and left.name == right.name:
        return True
    short, long = sorted((a, b), key=len)
    ends = long[-len(short) :] == short and len(" ".join(short)) >= LEAST_LETTERS
    return ends or (len(short) > 1 and long[: len(short)] == short)


def outlet_of(article: Article) -> str:
    """The outlet that published an article; its id where none is known."""
    return article.source or article.id


def choose_name(outlet: str, known: Iterable[str]) -> str:
    """The name that a report uses for an outlet: the one that its own article here bears, or else the table's."""
    own = next((name for name in known if same_outlet(name, outlet)), None)
    if own is not None:
        return own
    listed = recognise(outlet)
    return listed.name if listed is not None else outlet
