"""Runs of capitalised words that may be names, cut at titles, known places and known organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.names.gazetteer import match_place
from checker.names.page import CLOSED_TAGS, Case, Page
from checker.names.tables import Place, load_gazetteer, load_words
from checker.names.titles import RolePhrase, may_be_title

LONGEST_ACRONYM = 6
LONGEST_NAME = 9
JOINING = frozenset({"of", "for", "on", "and", "&"})


@dataclass(slots=True)
class Candidate:
    """A run of tokens ``first`` to ``last`` (exclusive) that may be a name, and what stands at its left.

    ``place`` is set where the gazetteer knows the words, ``organisation`` where the list of organisations does.
    """

    first: int
    last: int
    words: tuple[str, ...]
    sentence: int
    role: RolePhrase | None = None
    honorific: str = ""
    gender: str = ""
    place: Place | None = None
    organisation: bool = False
    votes: dict[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The folded name."""
        return " ".join(self.words)


def find_candidates(page: Page, phrases: Sequence[RolePhrase]) -> list[Candidate]:
    """Every run of the document that may be a name. Lines in capitals or title case give gazetteer places only."""
    by_token = {at: phrase for phrase in phrases for at in range(phrase.first, phrase.head_end)}
    found: list[Candidate] = []
    for sentence in page.document.sentences:
        if page.case[sentence.index] is not Case.PLAIN:
            found.extend(_read_places(page, sentence.first, sentence.last))
            continue
        at = sentence.first
        while at < sentence.last:
            end = _run_end(page, at, sentence.last, by_token)
            if end == at:
                at += 1
                continue
            found.extend(_cut(page, at, end, by_token))
            at = end
    return found


def _read_places(page: Page, first: int, last: int) -> list[Candidate]:
    found, at = [], first
    while at < last:
        match = match_place(page, at)
        if match and match[0].level in ("country", "capital", "city"):
            found.append(_make(page, at, match[1], place=match[0]))
            at = match[1]
        else:
            at += 1
    return found


def _make(page: Page, first: int, last: int, **known: object) -> Candidate:
    words = tuple(w for w in page.folded(first, last).split())
    return Candidate(first, last, words, page.tokens[first].sentence, **known)  # type: ignore[arg-type]


def is_name_word(page: Page, at: int) -> bool:
    """Whether a token's capital may be that of a name."""
    token, word = page.tokens[at], page.fold[at]
    if not page.cap[at] or not word:
        return False
    words = load_words()
    if token.text.isupper() and len(token.text) > 1:
        return _is_acronym(page, at)
    if word in words.calendar:
        return False
    if page.opens[at]:
        if token.tag in CLOSED_TAGS or word in words.never:
            return at + 1 < len(page.tokens) and word in ("new", "national", "north", "south") and page.cap[at + 1]
        if token.tag.startswith("NNP") or token.entity:
            return word not in page.lower or word in words.given or _next_is_name(page, at)
        return word not in page.lower and (
            token.tag[:2] in ("NN", "JJ") or word in words.given or _next_is_name(page, at)
        )
    if word in words.never:
        return token.tag.startswith("NNP") and word not in (
            "ai",
            "i",
            "ceo",
            "cfo",
            "gdp",
            "pm",
            "mp",
            "mps",
            "tv",
            "god",
        )
    return True


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
    if (
        word in words.acronyms
        or word in gazetteer.places
        or word in words.suffixes
        or word in words.known_organisations
    ):
        return True
    if word in words.calendar or word in words.never or word in page.lower:
        return False
    neighbours = [n for n in (at - 1, at + 1) if 0 <= n < len(page.tokens)]
    if any(page.tokens[n].text.isupper() and len(page.tokens[n].text) > LONGEST_ACRONYM for n in neighbours):
        return False
    return len(text.replace(".", "")) <= LONGEST_ACRONYM or page.tokens[at].entity == "ORG"


def _run_end(page: Page, at: int, limit: int, roles: dict[int, RolePhrase]) -> int:
    """Where the run of name words that starts at a token ends; ``at`` itself when none starts."""
    if not is_name_word(page, at):
        return at
    words = load_words()
    end = at + 1
    while end < limit and end - at < 3 * LONGEST_NAME:
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
        elif word in words.particles and end + 1 < limit and is_name_word(page, end + 1):
            end += 1
        elif word in words.particles and end + 2 < limit and page.fold[end + 1] in ("la", "los", "las", "den", "der"):
            if not page.cap[end + 2]:
                return end
            end += 2
        elif word in JOINING | {"the"} and (size := _joined(page, at, end, limit, roles)):
            end += size
        else:
            return end
    return end


def _hyphen_joins(page: Page, hyphen: int, start: int) -> bool:
    """Whether a hyphen is inside a name ("Ashworth-Kerr", "Do-yun") and not between names or before a plain word."""
    before, after = page.fold[hyphen - 1], page.fold[hyphen + 1]
    gazetteer, words = load_gazetteer(), load_words()
    if page.cap[hyphen + 1]:
        known = gazetteer.places.keys() | gazetteer.demonyms.keys()
        return not (before in known or after in known) or f"{before} {after}" in gazetteer.places
    if after in words.tails or not after.isalpha() or page.tokens[hyphen + 1].tag in ("VBN", "VBD", "VBG", "JJ", "RB"):
        return False
    return (len(after) <= 5 and hyphen - 1 > start) or page.tokens[hyphen + 1].tag.startswith("NNP")


def _joined(page: Page, start: int, at: int, limit: int, roles: dict[int, RolePhrase]) -> int:
    """How many small words join the run to the next ("Bank of", "Court of the"); 0 when they do not."""
    words = load_words()
    nxt = at + 1
    if page.fold[at] in ("of", "for", "on") and nxt < limit and page.fold[nxt] == "the":
        nxt += 1
    if nxt >= limit or not is_name_word(page, nxt) or page.fold[nxt] in words.calendar:
        return 0
    left = page.fold[at - 1]
    if page.fold[at] == "of":
        if at - 1 in roles and not roles[at - 1].value.portfolio and left not in words.organisation_heads:
            return 0
        opened = words.organisation_heads | {
            "republic",
            "kingdom",
            "sultanate",
            "state",
            "states",
            "university",
            "house",
        }
        return nxt - at if left in opened or left in words.place_heads or left in words.thing_heads else 0
    if page.fold[at] in ("for", "on"):
        return nxt - at if left in words.organisation_heads else 0
    if page.fold[at] in ("and", "&"):
        if page.fold[at] == "&" or page.tokens[at].text == "&":
            return nxt - at
        return nxt - at if left in words.sectors and page.fold[nxt] in words.sectors else 0
    return 0


def _cut(page: Page, first: int, last: int, roles: dict[int, RolePhrase]) -> list[Candidate]:
    """Cut a run into names: titles off the front, the gazetteer's and the known organisations' words out of it."""
    words = load_words()
    found: list[Candidate] = []
    role: RolePhrase | None = None
    honorific, gender = "", ""
    at = first
    if phrase := _role_before(page, first, roles):
        role = phrase
    if (
        first > 0
        and page.fold[first - 1] in words.honorific
        and page.tokens[first - 1].sentence == page.tokens[first].sentence
    ):
        honorific = page.fold[first - 1]
    while at < last:
        word = page.fold[at]
        phrase = roles.get(at)
        if (
            phrase is not None
            and phrase.head_end <= last
            and phrase.head >= at
            and _is_title_here(page, phrase, at, last)
        ):
            found.extend(_places_between(page, at, phrase.head))
            role, at = phrase, phrase.head_end
            if at < phrase.last <= last and any(page.fold[n] == "of" for n in range(at, phrase.last)):
                found.extend(_read_inside(page, at, phrase.last))
                at = phrase.last
            continue
        if word in words.honorific and at + 1 < last and (page.cap[at + 1] or page.tokens[at + 1].text == "."):
            honorific, gender = word, words.honorific[word]
            at += 1
            continue
        if not word:
            at += 1
            continue
        size, candidate = _take(page, at, last, roles)
        candidate.role, candidate.honorific = role, honorific
        candidate.gender = gender or (words.honorific.get(honorific, "") if honorific else "")
        if candidate.words:
            found.append(candidate)
        role, honorific, gender = None, "", ""
        at += size
    return found


def _role_before(page: Page, first: int, roles: dict[int, RolePhrase]) -> RolePhrase | None:
    """The office that ends right before a run, outside it ("retired judge", "special envoy")."""
    phrase = roles.get(first - 1) if first else None
    if phrase is None or phrase.head_end != first or page.tokens[first - 1].sentence != page.tokens[first].sentence:
        return None
    return phrase


def _is_title_here(page: Page, phrase: RolePhrase, at: int, last: int) -> bool:
    """Whether an office inside a run is a title, and not a word of a name ("Prime Minister's Office", "Guard Group")."""
    if phrase.head_end == last:
        return phrase.head == at or not _heads_name(page, at, last)
    if phrase.head_end < last and page.fold[phrase.head_end] in load_words().organisation_heads:
        return False
    return may_be_title(phrase)


def _heads_name(page: Page, first: int, last: int) -> bool:
    return last - first > 1 and page.fold[last - 1] in load_words().organisation_heads


def _places_between(page: Page, first: int, last: int) -> list[Candidate]:
    found, at = [], first
    while at < last:
        match = match_place(page, at)
        if match and match[1] <= last:
            found.append(_make(page, at, match[1], place=match[0]))
            at = match[1]
        else:
            at += 1
    return found


def _read_inside(page: Page, first: int, last: int) -> list[Candidate]:
    """The places inside the tail of a title ("Prime Minister of Barbados")."""
    return _places_between(page, first, last)


def _take(page: Page, at: int, last: int, roles: dict[int, RolePhrase]) -> tuple[int, Candidate]:
    """The first name of what is left of a run, and the tokens that it takes."""
    words, gazetteer = load_words(), load_gazetteer()
    stop = last
    for inner in range(at + 1, last):
        phrase = roles.get(inner)
        if phrase is not None and phrase.first <= inner <= phrase.head and phrase.head_end <= last and inner > at:
            if _heads_name(page, at, last):
                break
            if phrase.head_end < last or phrase.office.title:
                stop = max(phrase.first, at + 1)
                break
    heads = words.organisation_heads | words.suffixes | words.place_heads | words.thing_heads
    whole = stop - at > 1 and page.fold[stop - 1] in heads
    match = match_place(page, at)
    if match and match[1] <= stop and not (whole and match[1] < stop):
        follows = match[1] < stop
        if not follows or match[0].level == "country" or _place_ends(page, match[1], stop):
            if not (follows and page.fold[at] in words.given and page.fold[match[1]] not in gazetteer.places):
                return match[1] - at, _make(page, at, match[1], place=match[0])
    for size in range(min(words.longest_organisation, stop - at), 0, -1):
        if page.folded(at, at + size) in words.known_organisations and not (whole and size < stop - at):
            return size, _make(page, at, at + size, organisation=True)
    if page.fold[at] in gazetteer.demonyms and not whole:
        return 1, Candidate(at, at + 1, (), page.tokens[at].sentence)
    for inner in range(at + 1, stop):
        if (
            not whole
            and page.fold[inner]
            and (m := match_place(page, inner))
            and m[0].level == "country"
            and not page.glued(inner)
        ):
            if page.fold[inner - 1] in ("of", "and", "de"):
                continue
            stop = inner
            break
    while stop - 1 > at and not page.cap[stop - 1] and page.fold[stop - 1] in words.particles | JOINING | {""}:
        stop -= 1
    return stop - at, _make(page, at, stop)


def _place_ends(page: Page, at: int, stop: int) -> bool:
    """Whether what follows a known place in a run is a name of its own."""
    return match_place(page, at) is not None or page.fold[at] in load_words().known_organisations or stop == at
