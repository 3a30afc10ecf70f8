"""Repair of mangled text: stray and doubled full stops, lost apostrophes. Text that is not mangled is left alone.

Whether to repair is decided on the whole article, because a single odd full stop is more often an abbreviation than
damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.text.mapped import Edit, Mapped
from checker.text.words import WORD, is_abbreviation, reads_like_sentence

# A full stop inside a line, with the word before it and what follows. Examples: "officials. despite", "U.S.. and".
STOP = re.compile(r"(?P<word>[^\s.]+(?:\.[^\s.]+)*)(?P<stops>\.{1,2})(?P<close>[\"”’')]?) (?P<next>[\"“‘'(]?\S)")

# Exactly two full stops. Examples: "conflict.. That", "abroad..".
DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)")

# A full stop, question or exclamation mark that may end a sentence.
TERMINAL = re.compile(r"[.!?](?=[\"”’')\]]{0,2}(?:\s|$))")

# "n't" with a space for its apostrophe, or with nothing. Examples: "don t", "didnt".
LOST_NOT = re.compile(
    r"\b(do|did|does|is|was|were|are|could|would|should|has|have|had|ca|wo|ai|must|need)n( ?)t\b", re.IGNORECASE
)

# A short verb form whose apostrophe became a space. Examples: "We re", "I m", "they ll", "it s".
LOST_VERB = re.compile(
    r"\b(?:(?:we|they|you|i|he|she|it|that|there|who|what)( )(?:re|ve|ll|d|m|s)|let( )s)\b", re.IGNORECASE
)

# A possessive whose apostrophe became a space. Example: "China s readout".
LOST_POSSESSIVE = re.compile(r"(?<=[^\W\d_])( )s(?= [^\W\d_])")

FEWEST_STRAY = 3
STRAY_PER_WORD = 1 / 150
FEWEST_WORDS_WITHOUT_APOSTROPHE = 60

# Words that go on from what stands before them without a pause, so that a stray full stop there is simply dropped.
CONTINUES = frozenset(
    {"about", "after", "against", "among", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into"}
    | {"near", "of", "off", "on", "over", "than", "through", "to", "under", "until", "upon", "via", "with", "within"}
    | {"without"}
)

OPENS_RELATIVE = frozenset({"who", "which", "whose", "that", "where", "whom"})
OPENS_NOUN = frozenset({"a", "an", "the", "our", "its", "his", "her", "their", "my", "your"})


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with an article's text: ``stops`` stray full stops, ``apostrophes`` lost ones."""

    stops: bool = False
    apostrophes: bool = False

    def __bool__(self) -> bool:
        return self.stops or self.apostrophes


def find_damage(texts: Sequence[str]) -> Damage:
    """Judge an article by the cleaned text of its lines."""
    words = sum(text.count(" ") + 1 for text in texts)
    stray = sum(1 for text in texts if ". " in text for m in STOP.finditer(text) if _is_stray(m))
    doubled = sum(len(DOUBLED.findall(text)) for text in texts if ".." in text)
    apostrophes = any("'" in text or "’" in text for text in texts)
    return Damage(
        stops=stray + doubled >= FEWEST_STRAY and stray + doubled >= words * STRAY_PER_WORD,
        apostrophes=not apostrophes
        and words >= FEWEST_WORDS_WITHOUT_APOSTROPHE
        and any(LOST_NOT.search(text) or LOST_VERB.search(text) for text in texts),
    )


def is_unpunctuated(texts: Iterable[str]) -> bool:
    """Whether long stretches have lost all their full stops: fewer than one in 60 words of the longer lines."""
    words = ends = 0
    for text in texts:
        count = text.count(" ") + 1
        if count >= 12:
            words += count
            ends += len(TERMINAL.findall(text))
    return words >= 60 and ends * 60 < words


def repair(mapped: Mapped, damage: Damage) -> Mapped:
    """Undo the damage in one block, keeping the offsets."""
    if damage.stops:
        mapped = _mend_stops(mapped)
    if damage.apostrophes:
        mapped = _mend_apostrophes(mapped)
    return mapped


def _is_stray(m: re.Match[str]) -> bool:
    """Whether a full stop stands before a word that does not begin a sentence; abbreviations do not count."""
    following = m["next"][-1]
    if m["stops"] == ".." or not following.islower():
        return False
    return not is_abbreviation(m["word"].lstrip("\"“‘'(")) and len(m["word"]) > 1


def _mend_stops(mapped: Mapped) -> Mapped:
    text = mapped.text
    edits: list[Edit] = []
    begin = 0  # where the sentence now being read began
    last = 0  # where the piece after the last stop began
    for m in STOP.finditer(text):
        stop = m.start("stops")
        word = m["word"].lstrip("\"“‘'(")
        abbreviation = is_abbreviation(word)
        piece, sentence = text[last:stop], text[begin:stop]
        last = m.start("next")
        if m["stops"] == "..":
            edits.append(Edit(stop, stop + 2, "."))
            begin = begin if abbreviation and not m["next"][-1].isupper() else last
        elif abbreviation:
            continue
        elif m["close"]:
            begin = last
        elif m["next"][-1].islower() or m["next"].isdigit():
            mark = _pause(piece, sentence, _word_at(text, last))
            edits.append(Edit(stop, stop + 1, mark))
        elif _is_fragment(piece, sentence):
            edits.append(Edit(stop, stop + 1, ","))
        else:
            begin = last
    ending = DOUBLED.search(text, len(text) - 2) if text.endswith("..") else None
    if ending:
        edits.append(Edit(ending.start(), ending.end(), "."))
    return mapped.edited(edits)


def _word_at(text: str, at: int) -> str:
    found = WORD.match(text, at)
    return found[0].casefold() if found else ""


def _pause(piece: str, sentence: str, following: str) -> str:
    """What to put for a stray full stop: nothing before a preposition or between subject and verb, else a comma."""
    if following in CONTINUES:
        return ""
    first_piece = len(piece) == len(sentence)
    if first_piece and reads_like_sentence([following]) and not reads_like_sentence(WORD.findall(piece)):
        return ""
    return ","


def _is_fragment(piece: str, sentence: str) -> bool:
    """Whether what stands before a full stop cannot be a sentence, although a capital follows.

    That is a noun phrase with no verb ("A department spokeswoman. Renee ..."), or a name with its verb of speech whose
    words follow ("Renee Castellanos. said. We ...").
    """
    words = WORD.findall(piece)
    if not words:
        return False
    if words[-1] in {"said", "says", "added", "adds", "asked"}:
        return not reads_like_sentence(WORD.findall(_without_relatives(sentence))[:-1])
    if len(words) > 8 or reads_like_sentence(words):
        return False
    return words[0].casefold() in OPENS_NOUN or (
        len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words)
    )


def _without_relatives(sentence: str) -> str:
    pieces = re.split(r"\.\s", sentence)
    return " ".join(p for p in pieces if p.split(" ", 1)[0].casefold() not in OPENS_RELATIVE)


def _mend_apostrophes(mapped: Mapped) -> Mapped:
    edits: dict[int, Edit] = {}
    for m in LOST_NOT.finditer(mapped.text):
        edits[m.start(2)] = Edit(m.start(2), m.end(2), "'")
    for pattern in (LOST_VERB, LOST_POSSESSIVE):
        for m in pattern.finditer(mapped.text):
            at = next(m.start(k) for k in range(1, (m.lastindex or 0) + 1) if m[k] is not None)
            edits[at] = Edit(at, at + 1, "'")
    return mapped.edited(edits[at] for at in sorted(edits))
