"""Claims as the tests of linking and comparing make them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from checker.model import Claim, Rule, Severity, Span, Value
from checker.quantities import find_quantities

NUMBERS = count(1)
RULE = Rule("figures", "1", Severity.ERROR, lambda _: iter(()))


def figure(text: str) -> Value:
    """The first quantity in a text."""
    return find_quantities(text)[0].value


def claim(article: str, words: str, heads: Iterable[str] = ("worker",), **given: Any) -> Claim:
    """A claim that gives the first figure in its words. Ids count up, so that claims come in the order made."""
    number = next(NUMBERS)
    given.setdefault("value", figure(words) if "value" not in given else given["value"])
    given.setdefault("topic", frozenset(words.lower().split()))
    given.setdefault("origin", article)
    return Claim(
        id=f"{article}#{number:05}",
        rule="figures",
        article=article,
        asks="how many?",
        slot="count",
        span=Span(number * 1000, number * 1000 + len(words)),
        text=words,
        sentence=number,
        heads=frozenset(heads),
        **given,
    )
