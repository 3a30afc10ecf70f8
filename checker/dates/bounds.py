"""Limits said just before a date: "before 2032", "not later than 14 February", "since Monday", "until the 28th"."""

from __future__ import annotations

from checker.values.times import Bound

_ONE_WORD = {
    "before": Bound.BEFORE,
    "after": Bound.AFTER,
    "by": Bound.BY,
    "until": Bound.BY,
    "till": Bound.BY,
    "since": Bound.SINCE,
    "starting": Bound.SINCE,
    "beginning": Bound.SINCE,
    "effective": Bound.SINCE,
    "from": Bound.SINCE,
}
_TWO_WORDS = {
    ("later", "than"): Bound.BY,
    ("earlier", "than"): Bound.SINCE,
    ("sooner", "than"): Bound.SINCE,
    ("prior", "to"): Bound.BEFORE,
    ("as", "of"): Bound.SINCE,
    ("up", "to"): Bound.BY,
}
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "t", "without"})
_RANGE = frozenset({"to", "until", "till", "through", "-", "–"})


def bound_before(words: list[str], after: str) -> Bound:
    """The limit that the words before a date set; ``after`` is the word behind it ("from 5 to 7 May" sets none).

    "Not before 2032" and "not until 2032" say that it begins then.
    """
    last = words[-1] if words else ""
    pair = _TWO_WORDS.get((words[-2] if len(words) > 1 else "", last))
    if pair is not None:
        return pair
    bound = _ONE_WORD.get(last, Bound.EXACT)
    if last == "from" and after in _RANGE:
        return Bound.EXACT
    if last in ("before", "until", "till") and _NEGATIONS & set(words[-7:-1]):
        return Bound.SINCE
    return bound
