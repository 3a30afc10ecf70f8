"""What looks like a quantity and is none: names, codes, dates, clock times, numbering, pronouns.

Each guard answers with the token behind what it recognised, so that the reader can go on from there, or with None.
"""

from __future__ import annotations

from checker.quantities.numerals import Figure
from checker.quantities.tokens import DASHES, HYPHENS, Tokens, is_year
from checker.quantities.wordlists import load_guards

LETTER_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def skip_code(tokens: Tokens, index: int) -> int | None:
    """Digits that are part of a code or a chain: ``H200``, ``F-16``, ``18/05/2029``, ``9:32``, ``555-0199-3``."""
    previous = tokens.word(index - 1)
    if tokens.glued(index):
        if previous[:1].isalpha() or previous in {"/", ":", "_", "@", "#", "=", "&", "\\", ".", "'", "’"}:
            return run_end(tokens, index)
        joined = previous in DASHES and tokens.glued(index - 1)
        if joined and (tokens.is_word(index - 2) or tokens.is_digits(index - 2)):
            return run_end(tokens, index)
    following = index + 1
    if tokens.words[index].startswith("0") and tokens.words[index][1:].isdecimal():
        return phone_end(tokens, index)
    if not tokens.glued(following):
        return None
    sign = tokens.word(following)
    if sign in {"/", ":", "_", "@", "#", "=", "\\"} and tokens.glued(following + 1) and tokens.is_digits(following + 1):
        return run_end(tokens, index)
    if sign in DASHES and tokens.glued(following + 1) and tokens.is_digits(following + 1):
        beyond = following + 2
        chained = (
            tokens.word(beyond) in DASHES
            and tokens.glued(beyond)
            and tokens.glued(beyond + 1)
            and tokens.is_digits(beyond + 1)
        )
        if (
            chained
            or (len(tokens.words[index]) == 4 and is_year(tokens.words[index]))
            or tokens.words[index].startswith("0")
        ):
            return run_end(tokens, index)
    return None


def phone_end(tokens: Tokens, index: int) -> int:
    """The token behind a number that begins with a nought and the groups of figures that follow it."""
    at = index + 1
    while tokens.is_digits(at) or (tokens.word(at) in DASHES and tokens.is_digits(at + 1)):
        at += 1
    return at


def run_end(tokens: Tokens, index: int) -> int:
    """The token behind an unbroken run of figures, letters and joining signs."""
    at = index + 1
    while tokens.glued(at) and (
        tokens.is_word(at) or tokens.is_digits(at) or tokens.word(at) in DASHES or tokens.word(at) in {"/", ":", "_"}
    ):
        at += 1
    return at


def has_foreign_suffix(tokens: Tokens, figure: Figure) -> bool:
    """Letters glued to a figure that are no unit: ``5G``, ``737s``, ``10x``, ``1990s``."""
    return figure.digits and tokens.glued(figure.after) and tokens.is_word(figure.after)


def is_plural(tokens: Tokens, index: int) -> bool:
    """Whether a token looks like a plural noun in lower case (or in a headline's capitals)."""
    word = tokens.word(index)
    if word in load_guards("people_words"):
        return True
    if len(word) > 2 and word[-1] == "s" and tokens.surface(index)[:-1].isupper() and tokens.surface(index)[-1] == "s":
        return True  # "MPs", "NGOs"
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in load_guards("not_plural")


def counts_plural(tokens: Tokens, index: int, reach: int = 3) -> bool:
    """Whether a plural noun comes within a few words, before anything that ends a noun phrase."""
    for at in range(index, index + reach):
        if not tokens.is_word(at) or tokens.word(at) in load_guards("no_noun"):
            return False
        if is_plural(tokens, at):
            return True
    return False


def is_date(tokens: Tokens, figure: Figure) -> bool:
    """A year, a day of the month, or a clock time: ``in 2029``, ``May 14``, ``5 June``, ``6 a.m.``, ``at 10.30``."""
    first, after = figure.first, figure.after
    months = load_guards("months")
    before, behind = tokens.word(first - 1), tokens.word(after)
    if figure.digits and not figure.scaled:
        raw = tokens.word(first)
        if (
            is_year(raw)
            and after == first + 1
            and not (
                counts_plural(tokens, after, 1) and before not in load_guards("year_words") and before not in months
            )
        ):
            return True
        if is_year(raw) and before == "," and (tokens.is_digits(first - 2) or tokens.word(first - 2) in months):
            return True
        if figure.value <= 31 and figure.value == int(figure.value) and near_month(tokens, first, after):
            return True
        if before in {"'", "’"} and tokens.glued(first) and len(raw) == 2:
            return True
        if (
            "." in raw
            and before in load_guards("clock_prepositions")
            and is_clock(raw)
            and not tokens.is_word(after)
            and behind != "%"
        ):
            return True
        if "." in raw and is_clock(raw) and behind in {"on", "gmt", "utc", "bst", "local", "cet", "est"}:
            return True
    if behind in {"am", "pm"} or (
        behind in {"a", "p"} and tokens.word(after + 1) == "." and tokens.word(after + 2) == "m"
    ):
        return True
    if behind in load_guards("clock_words"):
        return True
    if before == "past" or (behind == "to" and tokens.word(first - 1) in {"quarter"}):
        return True
    return (
        behind == "in"
        and tokens.word(after + 1) == "the"
        and tokens.word(after + 2) in {"morning", "afternoon", "evening"}
    )


def near_month(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the name of a month touches a figure, or follows another day: ``4 and 5 June``, ``May 14-15``."""
    months = load_guards("months")
    before, behind = tokens.word(first - 1), tokens.word(after)
    dotted = before == "." and tokens.word(first - 2) in months and tokens.word(first - 2) != "may"
    if dotted or (before in months and (before not in {"may", "march"} or tokens.capitalised(first - 1))):
        return not counts_in_month(tokens, first, after)
    if behind in months and (behind not in {"may", "march"} or tokens.capitalised(after)):
        return True
    if behind in {"and", "to", "or"} or behind in DASHES:
        if tokens.is_digits(after + 1) and tokens.word(after + 2) in months and tokens.capitalised(after + 2):
            return True
        if tokens.word(after + 2) in LETTER_SUFFIXES and tokens.word(after + 3) in months:
            return True
    if before in {"and", "to", "or", "-", "–"} and tokens.is_digits(first - 2):
        return tokens.word(first - 3) in months and tokens.capitalised(first - 3)
    return False


def counts_in_month(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a figure behind a month counts something: ``in January 12 soldiers died``, not ``January 12 shows``."""
    if tokens.word(after) in load_guards("people_words"):
        return True
    return tokens.word(first - 2) in {"in", "since", "last", "this"} and counts_plural(tokens, after, 1)


def is_clock(raw: str) -> bool:
    """``10.30``, ``9.32``: hours and minutes with a point between."""
    hours, _, minutes = raw.partition(".")
    return len(minutes) == 2 and len(hours) <= 2 and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60


def is_duration(tokens: Tokens, after: int) -> bool:
    """Whether a time unit follows: ``14 months``, ``three-day``, ``two and a half hours``, ``12 more days``."""
    units = load_guards("time_units")
    at = after + 1 if tokens.word(after) in HYPHENS else after
    if tokens.word(at) in units and not (tokens.word(at) in {"second", "seconds"} and tokens.word(at + 1) == "-"):
        return True
    return (
        tokens.word(at)
        in {"more", "straight", "consecutive", "long", "full", "whole", "working", "business", "calendar", "successive"}
        and tokens.word(at + 1) in units
    )


def is_name_number(tokens: Tokens, figure: Figure) -> bool:
    """The number of a page, a flight, a vessel: ``page 211``, ``No. 3``, ``Boeing 777``, ``Buses 601 and 602``."""
    first, after = figure.first, figure.after
    if figure.scaled or figure.value != int(figure.value) or "," in tokens.word(first):
        return False
    if tokens.word(first) in load_guards("aircraft") and tokens.word(after) in load_guards("aircraft_words"):
        return True
    if not figure.digits and is_title_word(tokens, first):
        return True
    if counts_plural(tokens, after, 2) and not (figure.digits and figure.value < 10 and tokens.capitalised(first - 1)):
        return False
    at = first - 1
    if tokens.word(at) in {"and", "or", ",", "to", "&"} and tokens.is_digits(at - 1):
        at -= 2
    if tokens.word(at - 1) in {"'", "’"} and tokens.glued(at) and tokens.glued(at - 1):
        at -= 2
    word = tokens.word(at)
    if word == "of" and tokens.word(at - 1) == "group" and tokens.capitalised(at - 1):
        return True
    if word == "." and tokens.word(at - 1) in {
        "no",
        "nos",
        "fig",
        "vol",
        "art",
        "sec",
        "para",
        "tel",
        "ext",
        "ch",
        "p",
        "pp",
    }:
        return True
    if (word in load_guards("name_words") or word.removesuffix("s") in load_guards("name_words")) and not (
        word == "no" and not figure.digits
    ):
        return tokens.word(at - 1) not in {"a", "per", "the"} or word not in {"day", "week", "year", "mile"}
    if not figure.digits or not word[:1].isalpha() or not tokens.capitalised(at) or tokens.opens(at):
        return False
    if word in load_guards("weekdays") or word in load_guards("months") or in_headline(tokens, at):
        return False
    return not (tokens.word(after) in {",", ".", ")"} and figure.value > 1000)


def is_title_word(tokens: Tokens, index: int) -> bool:
    """Whether a number word is capitalised inside a sentence, as in a name: ``Air Force One``, ``Two Mile Hill``."""
    if not tokens.capitalised(index) or tokens.surface(index).isupper() or not tokens.is_word(index - 1):
        return False
    return not tokens.opens(index) and not in_headline(tokens, index)


def skip_total(tokens: Tokens, figure: Figure) -> int:
    """The token behind the number in a name, and behind the whole that it is of: ``photo 1 of 59``."""
    after = figure.after
    return after + 2 if tokens.word(after) == "of" and tokens.is_digits(after + 1) else after


def in_headline(tokens: Tokens, index: int) -> bool:
    """Whether most words around a token are capitalised, so that a capital says nothing."""
    words = [
        at
        for at in range(max(0, index - 6), min(tokens.size, index + 7))
        if tokens.is_word(at) and len(tokens.words[at]) > 3
    ]
    return len(words) >= 3 and sum(tokens.capitalised(at) for at in words) >= 0.7 * len(words)


def is_address(tokens: Tokens, figure: Figure) -> bool:
    """``12 Main Street``: a bare number before one to three capitalised words that end in a word for a street."""
    if not figure.digits or figure.scaled or "." in tokens.word(figure.first):
        return False
    initial = len(tokens.word(figure.after)) == 1 and tokens.word(figure.after + 1) == "."
    begin = figure.after + 2 * initial
    for at in range(begin, begin + 4):
        if not tokens.is_word(at) or not tokens.capitalised(at):
            return False
        if tokens.word(at) in load_guards("street_words") and at > begin:
            return True
    return False


def is_numbering(tokens: Tokens, figure: Figure) -> bool:
    """The number of a list item: ``1. The Committee``, ``2) Rates``, and in unpunctuated text ``Two Chip policy``."""
    first, after = figure.first, figure.after
    if first > 0 and tokens.word(first - 1) != "\n":
        return False
    if figure.value > 40 or figure.scaled:
        return False
    if figure.digits:
        return tokens.word(after) in {".", ")"} and tokens.glued(after) and not tokens.glued(after + 1)
    if not tokens.capitalised(after) or not tokens.capitalised(first) or tokens.surface(first).isupper():
        return False
    return figure.value == 1 or not counts_plural(tokens, after, 3)


def is_idiom(tokens: Tokens, figure: Figure) -> bool:
    """``two-way``, ``three figures``, ``split in two``: words that count nothing."""
    after = figure.after + (tokens.word(figure.after) in HYPHENS)
    if tokens.word(after) in load_guards("idiom_after"):
        return True
    if figure.digits and tokens.word(figure.first - 1) in {"a", "an"} and not tokens.is_word(after):
        return figure.value == int(figure.value)
    return tokens.word(figure.first) == "two" and tokens.word(figure.first - 1) == "in" and not tokens.is_word(after)


def is_pronoun(tokens: Tokens, figure: Figure) -> bool:
    """``one`` where it counts nothing: ``one of the``, ``no one``, ``at one point``, ``number one``."""
    first, after = figure.first, figure.after
    if tokens.word(first) != "one" or after != first + 1:
        return False
    if tokens.word(first - 1) in load_guards("pronoun_before") or tokens.word(after) in load_guards("pronoun_after"):
        return True
    return not tokens.is_word(after)
