"""Where runs of capitalised words begin and end: sentence openings, acronyms, hyphens, and small words inside names."""

from __future__ import annotations

from collections.abc import Mapping

from checker.names.page import CLOSED_TAGS, Page
from checker.names.tables import load_gazetteer, load_words
from checker.names.titles import RolePhrase

LONGEST_ACRONYM = 6
SURE_ACRONYM = 4
LONGEST_RUN = 27
SHORT_TAIL = 5
LOWER_SUFFIXES = frozenset({"plc", "ltd", "inc", "publ"})
SMALL_JOINTS = frozenset({"of", "for", "on", "and", "&", "the"})
# Words after which "of" goes on with the name, besides the heads of organisations, places and things.
OF_OPENERS = frozenset(
    {"republic", "kingdom", "sultanate", "state", "states", "university", "house", "emirate", "duchy"}
)
# Capitalised words that no tag makes a name.
NEVER_NAMES = frozenset({"internet", "web", "ai", "i", "ceo", "cfo", "gdp", "pm", "mp", "mps", "tv", "god"})


def is_name_word(page: Page, at: int) -> bool:
    """Whether a token's capital may be that of a name."""
    token, word = page.tokens[at], page.fold[at]
    if not page.cap[at] or not word:
        return False
    words = load_words()
    if token.text.isupper() and len(token.text) > 1:
        labelling = page.opens[at] and at + 1 < len(page.tokens) and page.tokens[at + 1].text == ":"
        return not labelling and _is_acronym(page, at)
    if word in words.calendar:
        return _is_surname(page, at)
    if page.opens[at]:
        if token.tag in CLOSED_TAGS or word in words.never:
            return at + 1 < len(page.tokens) and word in ("new", "national", "north", "south") and page.cap[at + 1]
        if token.tag.startswith("NNP") or token.entity:
            return word not in page.lower or word in words.given or _next_is_name(page, at)
        likely = word in page.inner or token.tag[:2] in ("NN", "JJ") or word in words.given or _next_is_name(page, at)
        return likely and word not in page.lower
    if word in words.never:
        return (token.tag.startswith("NNP") and word not in NEVER_NAMES) or _first_half(page, at)
    return True


def _is_surname(page: Page, at: int) -> bool:
    """Whether a month's name is a person's: right after a given name or a form of address, with no day behind it."""
    before = page.fold[at - 1] if at and page.cap[at - 1] else ""
    if before not in load_words().given and before not in load_words().honorific:
        return False
    return at + 1 >= len(page.tokens) or not page.tokens[at + 1].text[:1].isdigit()


def _first_half(page: Page, at: int) -> bool:
    """Whether a hyphen joins a small word to the rest of a given name ("Han Do-yun")."""
    if at == 0 or at + 2 >= len(page.tokens) or page.opens[at] or page.tokens[at + 1].text != "-":
        return False
    return page.cap[at - 1] and page.glued(at + 1) and page.glued(at + 2) and page.fold[at + 2].isalpha()


def _next_is_name(page: Page, at: int) -> bool:
    """Whether a capitalised word that is no sentence opener's follows in the same breath."""
    return (
        at + 1 < len(page.tokens)
        and page.cap[at + 1]
        and page.tokens[at + 1].tag.startswith("NNP")
        and page.tokens[at + 1].sentence == page.tokens[at].sentence
        and page.fold[at + 1] not in load_words().calendar
    )


def _is_acronym(page: Page, at: int) -> bool:
    """Whether a word in capitals is a short name rather than a shout."""
    text, word = page.tokens[at].text, page.fold[at]
    words, gazetteer = load_words(), load_gazetteer()
    if any(word in listed for listed in (words.acronyms, gazetteer.places, words.suffixes, words.known_organisations)):
        return True
    if word in words.calendar or word in words.never or word in page.lower:
        return False
    if any(_is_shout(page, n) for n in range(max(0, at - 2), min(len(page.tokens), at + 3)) if n != at):
        return False
    size = len(text.replace(".", ""))
    return (
        size <= SURE_ACRONYM or page.tokens[at].entity == "ORG" or (size <= LONGEST_ACRONYM and word in page.repeated)
    )


def _is_shout(page: Page, at: int) -> bool:
    """Whether a word in capitals is too long, or too plain, for an acronym."""
    text, word = page.tokens[at].text, page.fold[at]
    if not text.isupper() or len(word) < 2 or word in load_words().acronyms or word in load_gazetteer().places:
        return False
    return len(word) > LONGEST_ACRONYM or word in page.lower or page.tokens[at].tag in CLOSED_TAGS


def run_end(page: Page, at: int, limit: int, roles: Mapping[int, RolePhrase]) -> int:
    """Where the run of name words that starts at a token ends; ``at`` itself when none starts."""
    if not is_name_word(page, at):
        return at
    words = load_words()
    end = at + 1
    while end < limit and end - at < LONGEST_RUN:
        token, word = page.tokens[end], page.fold[end]
        if is_name_word(page, end) and not page.opens[end]:
            end += 1
        elif token.text in ("-", "–") and page.glued(end) and end + 1 < limit and page.glued(end + 1):
            if not _hyphen_joins(page, end, at):
                return end
            end += 2
        elif token.text == "'" and page.glued(end) and end + 1 < limit and page.glued(end + 1) and page.cap[end + 1]:
            end += 2
        elif token.text == "." and page.glued(end) and len(page.tokens[end - 1].text) <= 2 and end + 1 < limit:
            if not page.cap[end + 1]:
                return end
            end += 1
        elif token.text in LOWER_SUFFIXES or _is_particle(page, end, limit):
            end += 1
        elif word in words.particles and end + 2 < limit and page.fold[end + 1] in ("la", "los", "las", "den", "der"):
            if not page.cap[end + 2]:
                return end
            end += 2
        elif word in SMALL_JOINTS and (size := _joined(page, end, limit, roles)):
            end += size
        else:
            return end
    return end


def _is_particle(page: Page, at: int, limit: int) -> bool:
    """Whether a small word joins a name to the rest of it ("Ana de Souza")."""
    return page.fold[at] in load_words().particles and at + 1 < limit and is_name_word(page, at + 1)


def _hyphen_joins(page: Page, hyphen: int, start: int) -> bool:
    """Whether a hyphen is inside a name ("Ashworth-Kerr", "Do-yun") and not between names or before a plain word."""
    before, after = page.fold[hyphen - 1], page.fold[hyphen + 1]
    gazetteer, words = load_gazetteer(), load_words()
    if page.cap[hyphen + 1]:
        known = gazetteer.places.keys() | gazetteer.demonyms.keys()
        return not (before in known or after in known) or f"{before} {after}" in gazetteer.places
    if after in words.tails or not after.isalpha() or page.tokens[hyphen + 1].tag in ("VBN", "VBD", "VBG", "JJ", "RB"):
        return False
    return (len(after) <= SHORT_TAIL and hyphen - 1 > start) or page.tokens[hyphen + 1].tag.startswith("NNP")


def _joined(page: Page, at: int, limit: int, roles: Mapping[int, RolePhrase]) -> int:
    """How many small words join the run to the next ("Bank of", "Court of the"); 0 when they do not."""
    words = load_words()
    nxt = at + 1
    if page.fold[at] in ("of", "for", "on") and nxt < limit and page.fold[nxt] == "the":
        nxt += 1
    if nxt >= limit or not is_name_word(page, nxt) or page.fold[nxt] in words.calendar:
        return 0
    left = page.fold[at - 1]
    heads = words.of_heads | words.place_heads | words.thing_heads | OF_OPENERS
    if page.fold[at] == "of":
        if at - 1 in roles and not roles[at - 1].value.portfolio and left not in words.organisation_heads:
            return 0
        return nxt - at if left in heads else 0
    if page.fold[at] in ("for", "on"):
        return nxt - at if left in words.organisation_heads else 0
    if page.tokens[at].text == "&":
        return nxt - at
    if page.fold[at] == "and":
        return nxt - at if left in words.sectors and page.fold[nxt] in words.sectors else 0
    return 0
