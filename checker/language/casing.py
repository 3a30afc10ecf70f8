"""Give headlines in capitals or title case the case of the article's own sentences before they are parsed.

The parser reads capitals as names. What each word is can be seen where the article uses it inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from checker.model import Block, BlockKind

# A word with inner apostrophes, hyphens or full stops. Examples: "TALKS", "U.S.", "Han Do-yun" (two words).
CASED_WORD = re.compile(r"[^\W\d_][\w'’.-]*")

# A word that begins a sentence, whose capital says nothing. Examples: "^The", ". The", ": The".
SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]? ['\"“‘(]?|^['\"“‘(])$")

HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)
FEWEST_WORDS = 3
TITLE_SHARE = 0.75


def learn_case(blocks: Iterable[Block]) -> dict[str, str]:
    """How the article writes each word inside its sentences, by the word in lower case; lower case wins."""
    forms: dict[str, str] = {}
    for block in blocks:
        if block.kind in (*HEADINGS, BlockKind.FURNITURE) or block.text.isupper():
            continue
        for m in CASED_WORD.finditer(block.text):
            word, key = m[0], m[0].lower()
            if word == key or (
                key not in forms and not SENTENCE_START.search(block.text[max(0, m.start() - 4) : m.start()])
            ):
                forms[key] = word
    return forms


def recase(text: str, kind: BlockKind, forms: Mapping[str, str]) -> str:
    """The text with its words in the article's own case if it is in capitals or title case; of the same length."""
    words = CASED_WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return text
    if text.isupper():
        return _apply(text, forms, unknown_lower=True)
    long_words = [w for w in words[1:] if len(w) > 3]
    titled = sum(w[0].isupper() for w in long_words)
    if kind in HEADINGS and len(long_words) >= FEWEST_WORDS and titled >= len(long_words) * TITLE_SHARE:
        return _apply(text, forms, unknown_lower=False)
    return text


def _apply(text: str, forms: Mapping[str, str], *, unknown_lower: bool) -> str:
    def give_case(m: re.Match[str]) -> str:
        lowered = m[0].lower()
        form = forms.get(lowered, lowered if unknown_lower else m[0])
        if m.start() == 0:
            form = form[0].upper() + form[1:]
        return form if len(form) == len(m[0]) else m[0]

    return CASED_WORD.sub(give_case, text)
