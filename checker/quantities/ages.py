"""Ages: ``aged 66``, ``66-year-old``, ``66 years old``, ``Len Appleyard, 66, ...``, ``aged 18 to 55``."""

from __future__ import annotations

from dataclasses import dataclass

from checker.quantities.numerals import Figure
from checker.quantities.ranges import Second, read_second
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.wordlists import Unit, load_guards

AGE_UNIT = Unit("years", "age")
# The longest life on record is 122 years.
OLDEST = 122
# What stands before and behind an age that is set off; stray full stops are common in scraped text.
AROUND_AGES = frozenset({(",", ","), (",", "."), (".", "."), ("(", ")"), (",", ";"), (",", ")")})


@dataclass(frozen=True, slots=True)
class Age:
    """An age and the token behind its words."""

    figure: Figure
    after: int
    second: Second | None = None
    unit: Unit = AGE_UNIT


def read_age(tokens: Tokens, figure: Figure) -> Age | None:
    """The age that a figure is; None unless the words or the commas around it plainly say so."""
    first, after = figure.first, figure.after
    if figure.scaled or figure.top is not None or figure.value > OLDEST:
        return None
    if tokens.word(first - 1) in {"aged", "ages"}:
        second = read_second(tokens, figure, first, None, None)
        if second is not None and second.top is not None:
            return Age(figure, second.after + (tokens.word(second.after) == "years"), second)
        return Age(figure, after + (tokens.word(after) == "years"))
    if tokens.word(first - 1) == "of" and tokens.word(first - 2) in {"age", "ages"}:
        second = read_second(tokens, figure, first, None, None)
        return (
            Age(figure, second.after, second) if second is not None and second.top is not None else Age(figure, after)
        )
    at = after + 1 if tokens.word(after) in HYPHENS else after
    if tokens.word(at) in {"year", "years"}:
        old = at + 2 if tokens.word(at + 1) in HYPHENS else at + 1
        return Age(figure, old + 1) if tokens.word(old) in {"old", "olds"} else None
    if figure.digits and figure.value == int(figure.value) and figure.value >= 1 and names_person(tokens, first, after):
        return Age(figure, after)
    return None


def names_person(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a figure stands behind a person between commas or brackets: ``Len Appleyard, 66, whose``, ``(66)``."""
    opening, closing = tokens.word(first - 1), tokens.word(after)
    at = first - 2
    if opening == "both" and tokens.word(at) == ",":
        opening, at = ",", first - 3
    if (opening, closing) not in AROUND_AGES or is_listed(tokens, first, after):
        return False
    if closing == "." and tokens.glued(after + 1) and (tokens.is_word(after + 1) or tokens.is_digits(after + 1)):
        return False
    name = tokens.word(at)
    if not name[:1].isalpha() or name in load_guards("months") or name in load_guards("weekdays"):
        return False
    if (opening, closing) == (",", ",") and 10 <= int(tokens.word(first).replace(",", "").partition(".")[0]) <= OLDEST:
        return True
    if not (tokens.capitalised(at) and tokens.is_word(at - 1) and tokens.capitalised(at - 1)):
        return False
    return tokens.word(at - 1) not in load_guards("name_words")


def is_listed(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a figure between commas is one of a list of figures: ``rooms 4, 12, and 15``."""
    near = (*range(first - 4, first), *range(after, after + 4))
    return any(tokens.is_digits(at) for at in near)
