"""Ranks (``third``, ``21st``) and counts of nothing (``no one died``, ``none of the passengers``)."""

from __future__ import annotations

from checker.quantities.guards import LETTER_SUFFIXES, in_headline, is_plural
from checker.quantities.numerals import Figure
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.wordlists import load_guards, load_numbers


def read_rank(tokens: Tokens, index: int) -> Figure | None:
    """The rank that begins at a token; None for idioms (``at first``, ``second thoughts``), days, parts of a year."""
    after, value = index + 1, 0.0
    ordinals, tens = load_numbers("ordinals"), load_numbers("tens")
    word = tokens.word(index)
    if word in tens and tokens.word(index + 1) in HYPHENS and ordinals.get(tokens.word(index + 2), 10) < 10:
        value, after = tens[word] + ordinals[tokens.word(index + 2)], index + 3
    elif word in ordinals:
        value = ordinals[word]
    elif word.isdecimal() and tokens.word(index + 1) in LETTER_SUFFIXES and tokens.glued(index + 1):
        value, after = float(word), index + 2
    if not value or tokens.word(index - 1) in load_guards("ordinal_before") or tokens.glued(index):
        return None
    following = tokens.word(after)
    if following in load_guards("ordinal_after") or following in load_guards("months"):
        return None
    if following in HYPHENS and tokens.glued(after):
        return None
    if is_period(tokens, after) or (following == "time" and value == 1):
        return None
    if value == 3 and is_plural(tokens, after):
        return None
    if tokens.word(index - 1) in load_guards("adverb_before"):
        return None
    if following.endswith("ed") and tokens.word(index - 1) not in load_guards("ranking_before"):
        return None
    if tokens.word(index - 1) in load_guards("months") and tokens.capitalised(index):
        return None
    if (
        tokens.capitalised(index)
        and tokens.capitalised(after)
        and not tokens.opens(index)
        and not in_headline(tokens, index)
    ):
        return None
    digits = word.isdecimal()
    if digits and (not tokens.is_word(after) or following in load_guards("no_noun")):
        return None
    if not digits and not tokens.is_word(after) and word in {"second", "first"}:
        return None
    return Figure(index, after, value, 1.0, digits=digits)


def is_period(tokens: Tokens, after: int) -> bool:
    """Whether a rank counts times: ``the third week``, ``the first ten months``."""
    units = load_guards("time_units")
    if tokens.word(after) in units:
        return True
    counted = tokens.is_digits(after) or tokens.word(after) in load_numbers("small")
    return counted and tokens.word(after + 1) in units


def read_zero(tokens: Tokens, index: int) -> Figure | None:
    """``No one`` (died), ``nobody`` (was hurt), ``no deaths``, ``none of the passengers``: a count of zero."""
    word, after = tokens.word(index), index + 1
    if word == "no" and tokens.word(index + 1) == "one":
        after = index + 2
    elif word == "no":
        at = index + 1
        while tokens.word(at) in {
            "further",
            "new",
            "other",
            "serious",
            "major",
            "reported",
            "immediate",
            "confirmed",
            "civilian",
            "more",
        }:
            at += 1
        return (
            Figure(index, index + 1, 0.0, 1.0, digits=False) if tokens.word(at) in load_guards("harm_nouns") else None
        )
    elif word == "none":
        if tokens.word(after) != "of" or tokens.word(after + 1) not in {
            "the",
            "its",
            "their",
            "his",
            "her",
            "those",
            "these",
        }:
            return None
        plural = is_plural(tokens, after + 2) or is_plural(tokens, after + 3) or tokens.is_digits(after + 2)
        return Figure(index, index + 1, 0.0, 1.0, digits=False) if plural else None
    for at in range(after, after + 6):
        if tokens.word(at) in load_guards("harm_verbs"):
            return Figure(index, after, 0.0, 1.0, digits=False)
        if tokens.word(at) not in load_guards("auxiliaries"):
            return None
    return None
