"""What the product's own word lists say where WordNet is silent or misleads: news synonyms, and light verbs."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

from checker.lexicon.familiarity import read_words


@cache
def light_verbs() -> frozenset[str]:
    """Verbs whose meaning lies in what they govern."""
    return read_words("light_verbs.txt")


def are_news_synonyms(one: str, other: str) -> bool:
    """Whether news English uses two nouns or adjectives for the same thing: "deal" and "pact"."""
    return bool(lines_of(one) & lines_of(other))


def lines_of(lemma: str) -> frozenset[int]:
    """The numbers of the lines of news synonyms that hold a lemma."""
    return _sets().get(lemma, frozenset())


@cache
def _sets() -> dict[str, frozenset[int]]:
    """Words to the lines of the list that hold them."""
    text = files("checker.lexicon").joinpath("data", "news_synonyms.txt").read_text(encoding="utf-8")
    lines: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for listed in line.split(","):
                lines[listed.strip()].add(number)
    return {listed: frozenset(numbers) for listed, numbers in lines.items()}
