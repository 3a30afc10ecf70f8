"""Places of the gazetteer in the text, where capitals allow one."""

from __future__ import annotations

from checker.names.page import Page
from checker.names.tables import Place, load_gazetteer

# Short forms that are words when they are not in capitals ("us").
SHORT_COUNTRY = 4
UPPER_ONLY = frozenset({"us", "eu", "uk", "uae", "prc", "roc", "rok", "drc", "dprk", "usa"})


def match_place(page: Page, at: int) -> tuple[Place, int] | None:
    """The longest place name that starts at a token, and where it ends; None when none does."""
    if not page.cap[at]:
        return None
    gazetteer = load_gazetteer()
    limit = page.bounds(at)[1]
    words, position, count = "", at, 0
    best: tuple[Place, int] | None = None
    while position < limit and count < gazetteer.longest:
        word = page.fold[position]
        if word:
            count += 1
            words = f"{words} {word}" if words else word
            if words in gazetteer.places and _written_so(page, words, at, position):
                best = gazetteer.places[words], position + 1
        elif page.tokens[position].text != "-" and not page.glued(position):
            break
        position += 1
    return best or lost_possessive(page, at)


def lost_possessive(page: Page, at: int) -> tuple[Place, int] | None:
    """``Nigerias`` for ``Nigeria's``: a country with the ``s`` of a possessive whose apostrophe is lost."""
    word = page.fold[at]
    if not word.endswith("s") or word in load_gazetteer().demonyms:
        return None
    place = load_gazetteer().places.get(word[:-1])
    return (place, at + 1) if place is not None and place.level == "country" and len(word) > SHORT_COUNTRY else None


def _written_so(page: Page, words: str, at: int, last: int) -> bool:
    """Whether the capitals are those of a name, not of a word or the start of another name."""
    text = page.tokens[at].text
    if "$" in text or (words in load_gazetteer().abbreviations and (not at or page.tokens[at - 1].text != ",")):
        return False
    if words in UPPER_ONLY or (len(words) <= 3 and " " not in words):
        return text.isupper() and len(text) > 1
    return page.cap[last] or words not in page.lower
