"""Two short reports of one event, as most tests of what is set against each other need them."""

from __future__ import annotations

from checker import Article, check
from checker.model import Kind


def contradictions(one: str, other: str, rule: str = "", published: str = "2030-05-16") -> list[str]:
    """What is reported as a contradiction of two short reports, in words; by one rule only where it is given."""
    articles = [
        Article(id="a", source="Harbour Post", text=one, published=published),
        Article(id="b", source="Coast Wire", text=other, published=published),
    ]
    found = check(articles, one_event=True).findings
    return [f.message for f in found if f.kind is Kind.CONTRADICTION and rule in {"", f.rule}]
