"""A sentence that two articles have word for word, but for one place.

Who copies a sentence and changes one word of it has made a slip, or means another thing: what stands in that place
needs no other proof that both speak of one matter. So a figure there counts even behind "more than", and a denial even
where the sentence denies something else as well.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.model import Relation, Verdict
from checker.values.sentences import Place, SentenceValue, Word

LEAST_COPIED = 5
"""Content words that must be the same: fewer are a phrase that many sentences have."""

MOST_CHANGED = 3
"""Words on either side of the one place: more are another statement."""

CONTENT = frozenset({"content", "name", "number"})

ANOTHER_PART = "the sentences differ in another part"

Contrast = Callable[[Place], tuple[Relation, str] | None]
"""How words that stand in one place differ, and why; None where nothing is to be said of it."""


def find_change(one: SentenceValue, other: SentenceValue) -> tuple[Place, int, int] | None:
    """The one place at which two whole sentences differ, and at which word it is; None if they are no copies.

    The third is how many words before the end of both it ends.
    """
    a, b = one.whole, other.whole
    least = min(len(a), len(b))
    if least < LEAST_COPIED or abs(len(a) - len(b)) > MOST_CHANGED:
        return None
    front = next((n for n in range(least) if a[n].lemma != b[n].lemma), least)
    back = next((n for n in range(least - front) if a[-1 - n].lemma != b[-1 - n].lemma), least - front)
    mine, theirs = a[front : len(a) - back], b[front : len(b) - back]
    if not (mine or theirs) or max(len(mine), len(theirs)) > MOST_CHANGED:
        return None
    same = (*a[:front], *a[len(a) - back :])
    if sum(word.kind in CONTENT for word in same) < LEAST_COPIED:
        return None
    before, after = a[front - 1].lemma if front else "", a[len(a) - back].lemma if back else ""
    return Place(mine, theirs, before, after), front, back


def compare_copies(one: SentenceValue, other: SentenceValue, contrast: Contrast) -> Verdict | None:
    """What two copies of a sentence come to; None where they are none, or differ in a way that says nothing by itself.

    Of parts of sentences only those that hold the place are set against each other.
    """
    found = find_change(one, other)
    if found is None:
        return None
    place, front, back = found
    weighed = contrast(place)
    if weighed is None:
        return None
    inside = [value.at <= front and len(value.whole) - back <= value.at + len(value.words) for value in (one, other)]
    if all(inside):
        return Verdict(*weighed)
    same = _lemmas(one.words) == _lemmas(other.words)
    return None if same and not any(inside) else Verdict(Relation.NOT_COMPARABLE, ANOTHER_PART)


def changed_words(one: SentenceValue, other: SentenceValue) -> frozenset[str] | None:
    """The words in lower case by which two copies of a sentence differ; None where they are none, or one denies."""
    found = find_change(one, other)
    words = (*found[0].one, *found[0].other) if found is not None else ()
    if not words or any(word.kind == "negation" for word in words):
        return None
    return frozenset(form for word in words for form in (word.lemma, word.text.lower()))


def _lemmas(words: tuple[Word, ...]) -> list[str]:
    return [word.lemma for word in words]
