"""Runs of capitalised words that may be names, cut at titles, known places and known organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.names.gazetteer import lost_possessive, match_place
from checker.names.page import Case, Page
from checker.names.runs import SMALL_JOINTS, run_end
from checker.names.tables import Place, load_gazetteer, load_words
from checker.names.titles import RolePhrase, may_be_title

# Behind a surname, and no part of it.
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Offices that no organisation's name stands before ("Artificial General Intelligence" has no general).
RANKS = frozenset({"army rank", "court", "clergy"})
# Words for a state before its name.
STATES = frozenset(
    {"republic", "kingdom", "sultanate", "state", "principality", "emirate", "federation", "commonwealth"}
)


@dataclass(slots=True)
class Candidate:
    """A run of tokens ``first`` to ``last`` (exclusive) that may be a name, and what stands at its left.

    ``start`` is where a form of address before it begins. ``place`` is set where the gazetteer knows the words,
    ``organisation`` where the list of organisations does; ``strong`` says that signs other than the recogniser's label
    and speaking make it a person.
    """

    first: int
    last: int
    words: tuple[str, ...]
    sentence: int
    start: int = -1
    role: RolePhrase | None = None
    honorific: str = ""
    gender: str = ""
    place: Place | None = None
    organisation: bool = False
    votes: dict[str, float] = field(default_factory=dict)
    strong: bool = False

    @property
    def name(self) -> str:
        """The folded name."""
        return " ".join(self.words)


def find_candidates(page: Page, phrases: Sequence[RolePhrase]) -> list[Candidate]:
    """Every run of the document that may be a name. Lines in capitals or title case give gazetteer places only."""
    by_token = {at: phrase for phrase in phrases for at in range(phrase.first, phrase.head_end)}
    tails = {at: p for p in phrases if not p.value.owner for at in range(p.head_end, p.last)}
    found: list[Candidate] = []
    for sentence in page.document.sentences:
        if page.case[sentence.index] is not Case.PLAIN:
            found.extend(_read_places(page, sentence.first, sentence.last))
            continue
        at = sentence.first
        while at < sentence.last:
            end = run_end(page, at, sentence.last, by_token)
            if end == at:
                at += 1
                continue
            tail = tails.get(at)
            if tail is not None:
                found.extend(_places_between(page, at, min(tail.last, end)))
                at = tail.last
            if at < end:
                found.extend(_cut(page, at, end, by_token, tail))
            at = max(at, end)
    return [c for c in found if not _is_value(page, c)]


def _is_value(page: Page, candidate: Candidate) -> bool:
    """Whether a time or a quantity was read from the words ("SEK 212", "May")."""
    if candidate.place is not None:
        return False
    span = page.span(candidate.first, candidate.last)
    return any(value.contains(span) for value in page.values if value.start <= span.start)


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


def _make(page: Page, first: int, last: int, *, place: Place | None = None, organisation: bool = False) -> Candidate:
    words = tuple(page.folded(first, last).split())
    while words and words[-1] in GENERATIONS:
        words = words[:-1]
    return Candidate(first, last, words, page.tokens[first].sentence, first, place=place, organisation=organisation)


def _cut(
    page: Page, first: int, last: int, roles: Mapping[int, RolePhrase], role: RolePhrase | None = None
) -> list[Candidate]:
    """Cut a run into names: titles off the front, the gazetteer's and the known organisations' words out of it."""
    words = load_words()
    found: list[Candidate] = []
    role = role or _role_before(page, first, roles)
    start = first
    honorific = ""
    beside = first > 0 and page.tokens[first - 1].sentence == page.tokens[first].sentence
    if role is None and beside and _is_honorific(page, first - 1):
        start, honorific = first - 1, page.fold[first - 1]
        role = _role_before(page, start, roles)
    at = first
    while at < last:
        phrase = roles.get(at)
        if phrase is not None and phrase.head >= at and _is_title_here(page, phrase, at, last):
            found.extend(_places_between(page, at, phrase.head))
            role, at = phrase, phrase.head_end
            if at < phrase.last <= last and any(page.fold[n] == "of" for n in range(at, phrase.last)):
                found.extend(_places_between(page, at, phrase.last))
                at = phrase.last
            start = at
        elif at + 1 < last and _is_honorific(page, at) and (page.cap[at + 1] or page.tokens[at + 1].text == "."):
            honorific = page.fold[at]
            start = start - 1 if start == at and start and page.fold[start - 1] == "the" else start
            at += 1
        elif not page.cap[at] or (at == first and _opens_with_noun(page, at, last)):
            at += 1
            start = at
        elif skip := _state_prefix(page, at, last):
            at += skip
            start = at
        else:
            size, candidate = _take(page, at, last, roles)
            candidate.role, candidate.honorific, candidate.start = role, honorific, min(start, at)
            candidate.gender = words.honorific.get(honorific, "")
            if candidate.words and (candidate.place or len(candidate.name) > 1):
                found.append(candidate)
            role, honorific = None, ""
            at += size
            start = at
    return found


def _is_honorific(page: Page, at: int) -> bool:
    """Whether a token is a form of address; ``H.E.`` must not be read into ``he``."""
    if page.fold[at] not in load_words().honorific:
        return False
    return page.fold[at] != "he" or "." in page.tokens[at].text


def _opens_with_noun(page: Page, at: int, last: int) -> bool:
    """Whether a sentence opens with a plain noun before a full name ("Model Anna Karlsson")."""
    given = load_words().given
    if not page.opens[at] or last - at < 3 or page.fold[at] in given or page.fold[at + 1] not in given:
        return False
    return not page.tokens[at].tag.startswith("NNP") or page.fold[at] in page.lower


def _state_prefix(page: Page, at: int, last: int) -> int:
    """How many tokens say what kind of state follows: ``Sultanate of Oman``, ``Republic of the Congo``; 0 for none."""
    if at + 2 >= last or page.fold[at + 1] != "of":
        return 0
    if page.fold[at] == "government":
        match = match_place(page, at + 2)
        return 2 if match is not None and match[0].level == "country" else 0
    if page.fold[at] not in STATES:
        return 0
    if (match := match_place(page, at)) and match[1] > at + 1:
        return 0
    return 3 if page.fold[at + 2] == "the" and at + 3 < last else 2


def _role_before(page: Page, first: int, roles: Mapping[int, RolePhrase]) -> RolePhrase | None:
    """The office that ends right before a run, outside it ("retired judge", "special envoy")."""
    phrase = roles.get(first - 1) if first else None
    if phrase is None or phrase.head_end != first or page.tokens[first - 1].sentence != page.tokens[first].sentence:
        return None
    return phrase


def _is_title_here(page: Page, phrase: RolePhrase, at: int, last: int) -> bool:
    """Whether an office inside a run is a title, and no word of a name ("Prime Minister's Office", "Guard Group")."""
    if _is_owned_rank(page, phrase):
        return False
    if phrase.head_end >= last:
        return phrase.head == at or not _heads_name(page, at, last)
    words = load_words()
    after = page.fold[phrase.head_end]
    if after in words.organisation_heads or after in words.place_heads or after in words.thing_heads:
        return False
    return may_be_title(phrase)


def _is_owned_rank(page: Page, phrase: RolePhrase) -> bool:
    """Whether a rank stands behind a capitalised word that cannot own it."""
    return phrase.start < phrase.first and page.cap[phrase.start] and bool(phrase.office.groups & RANKS)


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


def _take(page: Page, at: int, last: int, roles: Mapping[int, RolePhrase]) -> tuple[int, Candidate]:
    """The first name of what is left of a run, and the tokens that it takes."""
    words, gazetteer = load_words(), load_gazetteer()
    stop = _before_title(page, at, last, roles)
    heads = words.organisation_heads | words.suffixes | words.place_heads | words.thing_heads
    whole = stop - at > 1 and page.fold[stop - 1] in heads
    match = match_place(page, at)
    if match and stop > at + 1 and lost_possessive(page, at):
        return 1, _make(page, at, at + 1, place=match[0])
    if match and match[1] <= stop and not (whole and match[1] < stop) and _stands_alone(page, at, match, stop):
        return match[1] - at, _make(page, at, match[1], place=match[0])
    for size in range(min(words.longest_organisation, stop - at), 0, -1):
        if page.folded(at, at + size) in words.known_organisations and not (whole and size < stop - at):
            return size, _make(page, at, at + size, organisation=True)
    headed = whole or any(page.fold[n] in words.organisation_heads for n in range(at + 1, stop))
    for size in (2, 1):
        if not headed and at + size <= stop and page.folded(at, at + size) in gazetteer.demonyms:
            return size, Candidate(at, at + size, (), page.tokens[at].sentence)
    if not whole:
        stop = _before_country(page, at, stop)
    while stop - 1 > at and not page.cap[stop - 1] and page.fold[stop - 1] in words.particles | SMALL_JOINTS | {""}:
        stop -= 1
    return stop - at, _make(page, at, stop)


def _before_title(page: Page, at: int, last: int, roles: Mapping[int, RolePhrase]) -> int:
    """Where a title later in the run begins ("Nvidia CEO Jensen Huang"); the run's end when there is none."""
    if _heads_name(page, at, last):
        return last
    for inner in range(at + 1, last):
        phrase = roles.get(inner)
        if phrase is None or not phrase.first <= inner <= phrase.head or phrase.head_end > last:
            continue
        if _is_owned_rank(page, phrase):
            continue
        if phrase.head_end < last or phrase.office.title:
            return max(phrase.first, at + 1)
    return last


def _stands_alone(page: Page, at: int, match: tuple[Place, int], stop: int) -> bool:
    """Whether a known place at the start of a run is a name of its own, and not the start of a longer one."""
    place, end = match
    if end == stop:
        return True
    if page.fold[at] in load_words().given and page.fold[end] not in load_gazetteer().places:
        return False
    if place.level == "country" or (stop - end > 1 and page.fold[end] in load_words().given):
        return True
    return match_place(page, end) is not None or page.fold[end] in load_words().known_organisations


def _before_country(page: Page, at: int, stop: int) -> int:
    """Where a country's name inside the run begins, when it belongs to no longer name."""
    for inner in range(at + 1, stop):
        if page.glued(inner) or page.fold[inner - 1] in ("of", "and", "de"):
            continue
        match = match_place(page, inner)
        if match is not None and match[0].level == "country":
            return inner
    return stop
