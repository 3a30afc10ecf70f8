"""Words, numbers and signs of a text with their offsets, and the text as one code character a token.

Only stretches that hold a word or number which can be part of a time expression are cut into tokens; the rest is
skipped.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.dates.vocabulary import OTHER, SIGNS, Codes

#: One token of any kind; alternatives in order of preference. Examples: "2026-05-14", "$1.2", "14th", "1990s",
#: "3h40", "a.m."
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<dashed>\d{1,2}-\d{1,2}-(?:19|20|21)\d\d(?![\w-]))"
    r"|(?P<money>[$£€¥]\s?\d[\d.,]*|\d[\d.,]*\s?%|\d+(?:-\d+){2,}|\w*\d[\w.]*@\S*)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:1\d|2[01])?\d0['’]?s\b)"
    r"|(?P<hours>\d{1,2}h\d\d\b)"
    r"|(?P<hundred>(?:[01]\d|2[0-4])[0-5]\dH\b)"
    r"|(?P<half>[½¼¾])"
    r"|(?P<quarter>(?:[QH][1-4]|[1-4][QH])\b)"
    r"|(?P<fiscal>FY\s?['’]?(?:\d{4}|\d\d)\b)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<ampm>[ap]\.\s?m\b\.?|(?<=\d)[ap]m\b|(?<=\d )[ap]m\b|[AP]M\b)"
    r"|(?P<word>o['’]clock|[^\W\d_]+)"
    r"|(?P<sign>[^\w\s]|\n\s*\n|\n(?=\s*\d{1,3}[.)]\s))",
    re.IGNORECASE,
)

_YEAR_SPAN = re.compile(r"(?:1\d|20|21)\d\d[-–/]\d\d(?![\d-])")  # "2019-20"
_NUMBER_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("#n31", re.compile(r"0?[1-9]|[12]\d|3[01]")),  # "14"
    ("#n99", re.compile(r"\d\d?")),  # "45", "00"
    ("#n4", re.compile(r"1\d{3}|2[01]\d\d")),  # "2026"
    ("#n4z", re.compile(r"0\d{3}|2[23]\d\d")),  # "0600"
    ("#nint", re.compile(r"\d{1,3}(?:,\d{3})+|\d+")),  # "2,000"
    ("#nclock", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),  # "08:19"
    ("#ndot", re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")),  # "7.58"
    ("#nfloat", re.compile(r"\d+\.\d+")),  # "4.6"
    ("#nhalf", re.compile(r"1/[2-4]|3/4")),  # "1/2"
    ("#nslash", re.compile(r"\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}")),  # "03/03/2031"
    ("#nyearspan", re.compile(r"(?:1\d|20|21)\d\d/\d\d")),  # "2019/20"
)


class Token(NamedTuple):
    """A word, number or sign: ``word`` is its lower-cased or plain form ("am" for "a.m.")."""

    start: int
    end: int
    word: str


_HALVES = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_KINDS = {
    "iso": "#niso",
    "dashed": "#nslash",
    "ordinal": "#nordinal",
    "decade": "#ndecade",
    "hours": "#nhours",
    "hundred": "#nhundred",
    "quarter": "#nquarter",
    "fiscal": "#nfiscal",
}


def cut(text: str, codes: Codes) -> tuple[list[Token], str]:
    """The tokens of a text, and its code characters, one a token."""
    tokens: list[Token] = []
    out: list[str] = []
    words = codes.words
    position, size = 0, len(text)
    search = _TOKEN.search
    while position < size:
        match = search(text, position)
        if match is None:
            break
        kind = match.lastgroup
        start, position = match.span()
        word = match.group()
        if kind == "word":
            word = word.lower().replace("’", "'")
            code = words.get(word, OTHER)
        elif kind == "number":
            code, position = _number(text, start, position, codes)
            word = text[start:position]
        elif kind == "sign":
            code = SIGNS.get(word, OTHER)
            word = code if code != OTHER else word
        elif kind == "ampm":
            word = word[0].lower() + "m"
            code = words.get(word, OTHER)
        elif kind == "half":
            code, word = codes.of("#nhalf"), _HALVES[word]
        elif kind == "money":
            code = OTHER
        else:
            code = codes.of(_KINDS[str(kind)])
        tokens.append(Token(start, position, word))
        out.append(code)
    return tokens, "".join(out)


def _number(text: str, start: int, end: int, codes: Codes) -> tuple[str, int]:
    span = _YEAR_SPAN.match(text, start)
    if span and int(text[start : start + 4]) % 100 + 1 == int(text[span.end() - 2 : span.end()]):
        return codes.of("#nyearspan"), span.end()
    number = text[start:end]
    for kind, shape in _NUMBER_SHAPES:
        if shape.fullmatch(number):
            return codes.of(kind), end
    # "14.30,": a trailing part that belongs to no number is left to the next token
    return OTHER, end
