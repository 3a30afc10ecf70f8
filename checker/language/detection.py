"""Tell whether a text is English, by the share of its words that are function words of each language."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

# A word of letters only. Examples: "the", "président".
LETTERS = re.compile(r"[^\W\d_]+")

# A run of Latin letters. Examples: "the", "président".
LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")

SAMPLE = 20_000

# English running text has 0.30 to 0.45 of its words in the list, a headline about 0.2; other languages stay under 0.08.
LEAST_SHARE = 0.12

# Fewer words than this cannot tell a language; they are taken for English when nothing speaks against it.
FEW_WORDS = 12

# With fewer words than this no other language is told.
FEWEST_WORDS = 6


# Up to this many words names weigh as much as function words ("Hollis met Brandt": "met" is Dutch for "with"), so
# another language must show this many words of its own, or English none at all.
SHORT = 40
OWN_WORDS = 3


# A bulletin or a table in telegraphic style has up to this many words; of its long words in small letters, this share
# is known. Measured: English bulletins 0.8 to 1.0, French, Spanish and Portuguese ones under 0.4.
TERSE = 150
LONG_WORD = 4
KNOWN_SHARE = 0.7


@cache
def load_function_words() -> dict[str, frozenset[str]]:
    """The function words of each language, by its ISO 639-1 code."""
    data = tomllib.loads((files("checker.language") / "data" / "function_words.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in data.items()}


def detect_language(text: str) -> str:
    """The ISO 639-1 code of a text's language by its function words, ``other`` for other writing, else ``und``.

    Reads the first 20,000 characters. A text of a few words with no sign of another language counts as English.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "und"
    latin = sum(map(len, LATIN.findall(sample)))
    if latin * 2 < letters:
        return "other"
    words = Counter(word.casefold() for word in LETTERS.findall(sample))
    total = sum(words.values())
    shares = {
        code: sum(map(words.__getitem__, words.keys() & known)) / total for code, known in load_function_words().items()
    }
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if total <= SHORT and shares["en"] > 0:
        lists = load_function_words()
        if sum(words[word] for word in lists[best] - lists["en"]) < OWN_WORDS:
            best = "en"
    if (best == "en" or total < FEWEST_WORDS) and (shares["en"] >= LEAST_SHARE or total <= FEW_WORDS):
        return "en"
    shown = len(words.keys() & load_function_words()[best])  # one word is no sign: "é" in a line of names
    if shown > 1 and total >= FEWEST_WORDS and shares[best] >= LEAST_SHARE and shares[best] > shares["en"] * 1.3:
        return best
    if shares["en"] >= LEAST_SHARE or (total <= FEW_WORDS and shares["en"] > 0):
        return "en"
    return "en" if total <= TERSE and _is_of_english_words(sample) else "und"


def _is_of_english_words(sample: str) -> bool:
    """Whether a bulletin without function words ("water going down, old bridge shut") is of English words."""
    from checker.lexicon.familiarity import familiarity, root_form

    words = [w for w in LETTERS.findall(sample) if w.islower() and len(w) >= LONG_WORD]
    known = sum(familiarity(root_form(word)) < 1.0 for word in words)
    return len(words) >= FEWEST_WORDS and known >= KNOWN_SHARE * len(words)
