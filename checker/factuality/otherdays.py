"""Sentences of other days: what an article tells beside its event, of a year gone by.

A report recalls what came before ("in April 2029 the first launch failed"); set against another article's account of
the event itself it would contradict it.
"""

from __future__ import annotations

from itertools import pairwise

from checker.model import Document, MentionKind, Sentence
from checker.values.times import TimeValue

LONG_AGO = 200
"""Days between a time that is named and the article from which the sentence is of another occasion."""

SPANS = frozenset({"year", "season", "month", "summer", "winter", "spring", "autumn", "decade"})
"""Lengths of time that "last" places in other days."""


def tells_of_other_days(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a time long before its article; an undated article is not placed."""
    return document.once(_by_sentence)[sentence.index]


def _by_sentence(document: Document) -> list[bool]:
    return [_tells(document, sentence) for sentence in document.sentences]


def _tells(document: Document, sentence: Sentence) -> bool:
    published = document.article.published_date
    words = [t.text.lower() for t in document.sentence_tokens(sentence)]
    if any(a == "last" and b in SPANS for a, b in pairwise(words)):
        return True
    if published is None:
        return False
    for mention in document.mentions_in(sentence.span, MentionKind.DATE):
        value = mention.value
        if isinstance(value, TimeValue) and value.end is not None and (published - value.end.date()).days > LONG_AGO:
            return True
    return False
