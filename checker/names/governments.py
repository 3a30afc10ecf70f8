"""Governments by their capital, country or people: ``Beijing said``, ``U.S. officials``, ``the Omani government``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.names.candidates import Candidate
from checker.names.evidence import TOWARDS, WITHIN
from checker.names.page import Page
from checker.names.tables import load_gazetteer, load_words

OFFICIALS = frozenset({"government", "officials", "authorities", "administration", "delegation", "negotiators"})
# Cities that stand for another body than their country's government when they act.
SEATS = {"city:brussels": "EU", "city:strasbourg": "EU", "city:the hague": ""}
BODIES = frozenset({"government", "administration", "delegation"})


def find_capitals(page: Page, candidates: Sequence[Candidate]) -> dict[int, str]:
    """Capitals that stand for a government: candidate index to ISO country code.

    A capital is a government as the subject of what a government does; once it is one, also after ``with`` or before
    ``'s`` in the same article. After ``in``, ``at``, ``from`` it is the town.
    """
    capitals = {i: c for i, c in enumerate(candidates) if c.place is not None and c.place.level == "capital"}
    acting = {i for i, c in capitals.items() if _acts(page, c)}
    names = {c.place.key for i, c in capitals.items() if i in acting and c.place is not None}
    found: dict[int, str] = {}
    for index, candidate in capitals.items():
        place = candidate.place
        if place is None or not place.country or _is_location(page, candidate):
            continue
        code = SEATS.get(place.key, place.country)
        if code and (index in acting or (place.key in names and _may_act(page, candidate))):
            found[index] = code
    return found


def _is_location(page: Page, candidate: Candidate) -> bool:
    at = candidate.first - 1
    after = page.tokens[candidate.last] if candidate.last < len(page.tokens) else None
    if after is not None and after.text == "," and page.opens[candidate.first]:
        return True
    return at >= 0 and (page.fold[at] in WITHIN | TOWARDS or page.fold[at] in ("of", "for", "the", "near"))


def _acts(page: Page, candidate: Candidate) -> bool:
    if _is_location(page, candidate):
        return False
    token = page.tokens[candidate.last - 1]
    if token.dep in ("nsubj", "obl:agent") or (token.dep == "nsubj:pass" and page.tokens[token.head].lemma == "accuse"):
        verb = page.tokens[token.head]
        return verb.lemma in load_words().government_verbs
    if token.dep == "conj" and token.head < candidate.first:
        head = page.tokens[token.head]
        known = load_gazetteer().places.get(page.fold[head.index])
        verb = page.tokens[head.head]
        return known is not None and head.dep == "nsubj" and verb.lemma in load_words().government_verbs
    return False


def _may_act(page: Page, candidate: Candidate) -> bool:
    at = candidate.first - 1
    if candidate.last < len(page.tokens) and page.tokens[candidate.last].tag == "POS":
        return True
    return at >= 0 and page.fold[at] in ("with", "between", "and", "against", "by", "that", "but")


def find_officials(page: Page, places: Mapping[int, Candidate]) -> list[tuple[int, int, str]]:
    """``Chinese officials``, ``the U.S. government``: first and last token, and the country's ISO code.

    ``places`` maps the last token of a country's mention to its candidate.
    """
    gazetteer = load_gazetteer()
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(page.tokens)):
        if page.fold[at] not in OFFICIALS or page.tokens[at].sentence != page.tokens[at - 1].sentence:
            continue
        before = places.get(at - 1)
        if before is not None and before.place is not None and before.place.country:
            found.append((before.first, at + 1, before.place.country))
        elif page.cap[at - 1] and (code := gazetteer.demonyms.get(page.fold[at - 1])):
            found.append((at - 1, at + 1, code))
        elif page.tokens[at - 1].tag == "POS" and page.fold[at] in BODIES:
            owner = places.get(at - 2)
            place = owner.place if owner is not None else None
            if owner is not None and place is not None and place.country and place.level == "country":
                found.append((owner.first, at + 1, place.country))
    return found
