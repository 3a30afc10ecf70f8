"""Longer periods: years, decades, centuries, fiscal years, quarters, halves, seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from checker.dates import calendar
from checker.dates.absolute import century_of, said_year, with_part
from checker.dates.counts import ordinal_of, spoken_year
from checker.dates.match import Match
from checker.dates.nearest import year_near
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context, table
from checker.values.times import TimeValue


def _read_year(match: Match) -> TimeValue | None:
    number = int(match.word("year"))
    if match.has("part"):
        return with_part(match, calendar.year(match.text, number))
    previous, after = match.previous, match.next
    if match.glued() and previous not in ("-", "–", "/"):
        return None
    counts = after in context("nouns_of_counts") or (
        after.isalpha()
        and len(after) > 3
        and after.endswith("s")
        and not after.endswith("ss")
        and match.scene.text[match.end + 1 : match.end + 2].islower()
    )
    if previous in context("year_prepositions"):
        return None if counts and number % 100 == 0 else calendar.year(match.text, number)
    if (counts and (previous not in ("the", "s") or number % 100 == 0)) or previous in (
        "about",
        "some",
        "than",
        "around",
        "nearly",
        "over",
        "no",
        "number",
        "$",
        "#",
        "room",
        "route",
        "flight",
        "page",
        "highway",
        "model",
        "section",
    ):
        return None
    if previous == "the" and match.scene.text[match.end + 1 : match.end + 2].isupper():
        return calendar.year(match.text, number)  # "the 2000 Olympics"
    named = len(match.before(2)) == 2 and match.before(2)[0].isalpha() and match.before(2)[0] not in ("and", "or")
    if previous == "," and named and _ends_line(match):
        return calendar.year(match.text, number)  # "Silver salver, Antwerp, 1643"
    plausible = 1900 <= number <= 2100 and (
        previous not in ("of", "the", "a") or number % 100 or after in ("", ".", ",")
    )
    return calendar.year(match.text, number) if plausible else None


def _ends_line(match: Match) -> bool:
    """Whether a year is the last word of its line and a name stands before the comma, as in a list of works."""
    rest = match.scene.text[match.end : match.end + 2]
    before = match.scene.text[: match.start].rstrip(" ,").rsplit(None, 1)
    return rest[:1] in ("", "\n", "\r", ")", "|", ";") and bool(before) and before[-1].lstrip("(")[:1].isupper()


def _read_spoken_year(match: Match) -> TimeValue | None:
    number = spoken_year(match.words("spoken"))
    thousand = "thousand" in match.words("spoken")
    if number is None or (thousand and number == 2000 and not match.has("the")) or (not thousand and number % 100 < 10):
        return None
    return with_part(match, calendar.year(match.text, number))


def _read_years(match: Match) -> TimeValue | None:
    words = match.said("span")
    if match.glued():
        return None  # an address
    first = int(words[:4])
    value = calendar.year(match.text, first)
    last = first // 100 * 100 + int(words[-2:])
    last += 100 if last < first else 0
    return replace(value, timex=f"{first}/{last}", end=calendar.year("", last).end)


def _read_decade(match: Match) -> TimeValue | None:
    if match.has("digits"):
        said = "".join(c for c in match.word("digits") if c.isdigit())
        if len(said) == 2 and not (match.has("the") or match.has("part") or match.has("quote")):
            return None
        first = int(said) if len(said) == 4 else 1900 + int(said)
        first += 100 if len(said) == 2 and first < 1930 else 0
    else:
        if match.next in ("of", "and") and not match.has("the"):
            return None
        first = 1900 + int(table("plural_tens")[match.word("words")])
        if match.has("in_his"):
            return None
    return with_part(match, calendar.decade(match.text, first))


def _read_century(match: Match) -> TimeValue | None:
    number = ordinal_of(match.words("number"))
    return with_part(match, calendar.century(match.text, number)) if number and number <= 30 else None


def _read_fiscal(match: Match) -> TimeValue | None:
    if match.has("code"):
        digits = int("".join(c for c in match.word("code") if c.isdigit()))
        number = digits if digits > 99 else century_of(digits)
    else:
        number = int(match.word("year"))
    value = calendar.year(match.text, number)
    # a fiscal year begins up to a year before the calendar year that it is named after, or runs on into the next one
    assert value.start is not None
    assert value.end is not None
    return replace(value, start=value.start - timedelta(days=275), end=value.end + timedelta(days=90))


def _read_quarter(match: Match) -> TimeValue | None:
    if match.has("code"):
        code = match.word("code")
        number = int(next(c for c in code if c.isdigit()))
        is_half = "h" in code.lower()
    else:
        number = ordinal_of(match.words("ordinal")) or {"last": 2, "final": 4, "latter": 2}.get(
            match.word("ordinal"), 0
        )
        is_half = match.has("half")
    if not 1 <= number <= (2 if is_half else 4):
        return None
    year = said_year(match)
    if match.has("whose") and match.scene.reference:
        year = match.scene.reference.year + {"this": 0, "last": -1, "next": 1}[match.word("whose")]
    if match.has("early_year"):
        year = int(match.word("early_year"))
    if year is None:
        if is_half and not match.has("code") and not match.has("oftheyear"):
            return None
        if _is_of_a_game(match):
            return None
        year = _year_of_quarter(match, number * (6 if is_half else 3) - (5 if is_half else 2))
    if year is None:
        return None
    value = calendar.half(match.text, year, number) if is_half else calendar.quarter(match.text, year, number)
    return with_part(match, value)


def _is_of_a_game(match: Match) -> bool:
    """Whether the sentence is about a match that is played in quarters or halves."""
    words = " ".join(match.scene.around(match.start, match.end)).lower().replace(",", " ").replace("-", " ").split()
    return not context("games").isdisjoint(words)


def _year_of_quarter(match: Match, first_month: int) -> int | None:
    """A quarter without its year is the latest that has begun, or the next one when the clause looks ahead."""
    reference = match.scene.reference
    if reference is None:
        return None
    tense = match.tense()
    if first_month > reference.month:
        return reference.year - (tense == "past")
    return reference.year + (tense == "future" and reference.month - first_month > 6)


def _read_season(match: Match) -> TimeValue | None:
    code = str(table("season")[match.word("season")])
    year = said_year(match)
    modifier = next(
        (w for w in match.words("which") if w in ("last", "this", "next", "past", "coming", "previous")), ""
    )
    if (
        year is None
        and not modifier
        and not match.has("the")
        and not match.has("part")
        and match.previous not in ("in", "by")
    ):
        return None
    if year is None:
        reference = match.scene.reference
        if reference is None:
            return replace(calendar.season(match.text, 2000, code), timex=f"XXXX-{code}", start=None, end=None)
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
        if modifier in ("last", "past", "previous"):
            year = reference.year - (middle >= reference.month)
        elif modifier in ("next", "coming"):
            year = reference.year + (middle <= reference.month)
        else:
            year = reference.year if modifier == "this" else year_near(match, middle)
    if year is None:
        return None
    return with_part(match, calendar.season(match.text, year, code))


PATTERNS = (
    Pattern(
        "season",
        "(<part:(early|late|mid) -?>)? (<which:(this|last|next) (past|coming)?> | <the:the (past|coming|early"
        "|late|following)?>)? "
        "<season:{season}> ((of|,)? (<year:{yr}>|<spoken:{saidyear}>))?",
        "spring 2019",
        _read_season,
    ),
    Pattern(
        "quarter",
        "((<whose:(this|last|next)> year ' s)|the|its|a)? (<early_year:{yr}>)? fiscal? -? (<ordinal:{ord}|final> "
        "-? quarter) "
        "((of|in|,)? (<year:{yr}>|<which:(this|last|next)> year)|of the year|of fiscal <short:{yr}>)?",
        "the third quarter of 2026",
        _read_quarter,
    ),
    Pattern(
        "half",
        "the? <ordinal:{ord}|last|latter> <half:half> (of <oftheyear:(fiscal? <year:{yr}>|<which:(this|last"
        "|next)> year|the year)>)",
        "the first half of 2031",
        _read_quarter,
    ),
    Pattern(
        "quarter_code",
        "(<early_year:{yr}> -)? <code:{nquarter}> (of|,|-)? (<year:{yr}>|<fiscal:{nfiscal}>)?",
        "Q1 2026",
        _read_quarter,
    ),
    Pattern("year_span", "<span:{nyearspan}>", "2019-20", _read_years),
    Pattern(
        "decade",
        "<the:the>? (<part:(early|late|mid|(beginning|middle|start|end|close) of the?) -?>)? <quote:'>? "
        "(<digits:{ndecade}>|<words:{plural_tens}>)",
        "the late 1990s",
        _read_decade,
    ),
    Pattern(
        "century", "the? (<part:(early|late|mid) -?>)? <number:{ord}> -? century", "the 20th century", _read_century
    ),
    Pattern(
        "fiscal_year",
        "the? (<code:{nfiscal}>|(fiscal|financial) year? <year:{yr}>|<yearfirst:{yr}> fiscal year)",
        "fiscal 1989",
        _read_fiscal,
    ),
    Pattern(
        "spoken_year",
        "(<the:the> year)? (<part:(early|late|mid|the? (beginning|middle|start|end|close) of) -?>)? "
        "<spoken:{saidyear}>",
        "nineteen ninety-six",
        _read_spoken_year,
    ),
    Pattern(
        "year",
        "(the year)? (<part:(early|late|mid|the? (beginning|middle|start|end|close) of) -?>)? <year:{yr}>",
        "2026",
        _read_year,
    ),
)
