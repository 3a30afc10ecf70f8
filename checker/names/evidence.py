"""Votes on what a run of capitals names: titles, appositions, ages, words inside and around it, the recogniser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.names.candidates import Candidate
from checker.names.gazetteer import match_place
from checker.names.page import Page
from checker.names.tables import load_words
from checker.names.titles import RolePhrase
from checker.values.offices import Level

PERSON, ORGANISATION, PLACE, THING = "person", "organisation", "place", "thing"
LABELS = {"PERSON": PERSON, "ORG": ORGANISATION, "PLACE": PLACE}
WITHIN = frozenset({"in", "near", "across", "outside", "inside", "throughout", "around", "off"})
TOWARDS = frozenset({"at", "from", "to", "into", "through", "via", "towards", "toward"})
SPEECH = frozenset(
    {"say", "tell", "add", "ask", "announce", "warn", "argue", "claim", "note", "reply", "insist", "explain", "write"}
    | {"declare", "state", "admit", "deny", "report", "confirm", "stress", "urge", "joke", "recall", "promise"}
)
BODILY = frozenset({"laugh", "smile", "nod", "wave", "weep", "sit", "walk", "sleep", "shrug", "marry", "die", "shake"})
AGES = range(10, 111)
POSSESSIVE_REACH = 8
LONG_WORD = 6
DEFINED_REACH = 10

# How much each sign counts; a kind needs DECIDED votes and a lead of CLEAR. Chosen by reading: a title or an age
# decides alone, a recogniser's label (right half of the time) needs another sign beside it, however often it comes.
DECIDED = 2.5
CLEAR = 1.0
# More than saying something and bearing a given name, which companies do as well.
SPOKEN = 1.0
# Votes of a second and third occurrence count half.
OFTEN = 0.5
OWNING = frozenset(
    {"buy", "acquire", "own", "employ", "sell", "manufacture", "merge", "list", "hire", "launch", "publish"}
)
CORPORATE = frozenset(
    {"chief executive", "chief financial officer", "chief operating officer", "chair", "executive chair"}
)


def vote(page: Page, candidate: Candidate, roles: Mapping[int, RolePhrase]) -> None:
    """Collect the votes of one occurrence in ``candidate.votes``."""
    for kind, weight in (
        *_inside(page, candidate),
        *_before(page, candidate, roles),
        *_after(page, candidate, roles),
        *_clause(page, candidate),
    ):
        candidate.votes[kind] = candidate.votes.get(kind, 0.0) + weight
    candidate.strong = candidate.votes.get(PERSON, 0.0) > SPOKEN
    for kind, weight in _label(page, candidate):
        candidate.votes[kind] = candidate.votes.get(kind, 0.0) + weight


def decide(votes: Mapping[str, float]) -> str:
    """The kind that the votes of all occurrences give, or empty when they are too few or too close."""
    ranked = sorted(((weight, kind) for kind, weight in votes.items()), reverse=True)
    if not ranked or ranked[0][0] < DECIDED:
        return ""
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR:
        return ""
    return ranked[0][1]


def _inside(page: Page, candidate: Candidate) -> list[tuple[str, float]]:
    """The words of the name itself."""
    words, names = load_words(), candidate.words
    found: list[tuple[str, float]] = []
    if candidate.place is not None:
        found.append((PLACE, 1.5 if names[0] in words.given and len(names) == 1 else 6.0))
    elif match_place(page, candidate.first) is not None:
        found.append((PLACE, -2.0))
    if candidate.organisation:
        found.append((ORGANISATION, 6.0))
    last, count = names[-1], len(names)
    if last in words.thing_heads and count > 1:
        found.append((THING, 6.0))
    elif last in words.suffixes and count > 1:
        found.append((ORGANISATION, 6.0))
    elif last in words.organisation_heads and count > 1:
        found.append((ORGANISATION, 4.5))
    elif last in words.place_heads and count > 1:
        found.append((PLACE, 4.0))
    elif count > 2 and any(w in words.organisation_heads for w in names) and "of" in names:
        found.append((ORGANISATION, 4.5))
    elif any(w in words.organisation_heads for w in names):
        found.append((ORGANISATION, 2.0 if count > 1 else 0.5))
    if names[0] in words.place_openers and 1 < count <= 4 and names[0] not in words.given:
        found.append((PLACE, 1.5))
    if names[0] in words.acronyms and count == 1:
        found.append((ORGANISATION, 5.0))
    if names[0] in words.given and 1 < count <= 5 and last not in words.organisation_heads:
        found.append((PERSON, 3.0))
    elif names[0] in words.given and count == 1:
        found.append((PERSON, 1.0))
    elif 1 < count <= 3 and len(names[0]) == 1:
        found.append((PERSON, 1.5))
    if count == 1 and page.tokens[candidate.first].text.isupper() and len(last) > 2 and last not in words.given:
        found.extend([(ORGANISATION, 1.2), (PERSON, -3.0), (PLACE, -1.0)])
    if count == 1 and len(last) > LONG_WORD and last.endswith(words.endings):
        found.append((ORGANISATION, 2.0))
    return found


def _before(page: Page, candidate: Candidate, roles: Mapping[int, RolePhrase]) -> list[tuple[str, float]]:
    """Titles, relations, prepositions and articles in front."""
    words, at = load_words(), candidate.first - 1
    found: list[tuple[str, float]] = []
    if candidate.honorific:
        found.append((PERSON, 6.0))
    if candidate.role is not None:
        head = page.fold[candidate.role.head_end - 1]
        if head in words.organisation_nouns:
            found.append((ORGANISATION, 3.0))
        elif candidate.role.office.level is not Level.VAGUE or candidate.role.determiner:
            found.append((PERSON, 5.0))
    first = page.bounds(candidate.first)[0]
    if at < first:
        return found
    word, tag = page.fold[at], page.tokens[at].tag
    if tag == "-LRB-" and page.tokens[candidate.last - 1].text.isupper():
        named = (n for n in range(max(first, at - DEFINED_REACH), at) if page.cap[n])
        if any(page.fold[n] in words.organisation_heads for n in named):
            found.append((ORGANISATION, 1.5))
    office = roles.get(at - 1) if word == "of" and at > first else None
    if office is not None and "executive" in office.office.groups:
        found.append((PLACE, 3.0))
    elif office is not None and "officer" in office.office.groups:
        found.append((ORGANISATION, 3.0))
    elif word in words.relatives:
        found.append((PERSON, 4.0))
    elif word in words.place_nouns and candidate.role is None:
        found.append((PLACE, 3.0))
    elif word in words.organisation_nouns and candidate.role is None and tag.startswith("NN"):
        found.append((ORGANISATION, 4.0))
    elif word == "of" and at > first and page.fold[at - 1] in words.place_nouns:
        found.append((PLACE, 4.0))
    elif word == "in" and at > first and page.fold[at - 1] in ("shares", "stake", "stock", "investors", "investor"):
        found.append((ORGANISATION, 3.0))
    elif word in WITHIN:
        found.append((PLACE, 2.0))
    elif word in TOWARDS:
        found.append((PLACE, 0.7))
    elif word == "the" and not _noun_follows(page, candidate.last):
        found.extend([(PERSON, -3.0), (ORGANISATION, 1.0), (PLACE, 0.5)])
    elif page.tokens[at].text == "," and at - 1 >= first:
        phrase = roles.get(at - 1)
        if phrase is not None and phrase.start >= first and _closed(page, candidate.last):
            noun = page.fold[phrase.head_end - 1] in words.organisation_nouns
            found.append((ORGANISATION, 3.0) if noun else (PERSON, 4.0))
        elif page.fold[at - 1] in words.organisation_nouns and _closed(page, candidate.last):
            found.append((ORGANISATION, 3.0))
    return found


def _noun_follows(page: Page, at: int) -> bool:
    return at < len(page.tokens) and page.tokens[at].tag in ("NN", "NNS", "JJ")


def _closed(page: Page, at: int) -> bool:
    """Whether the name ends its phrase: a comma, a full stop, or the end of the sentence."""
    return at >= len(page.tokens) or page.tokens[at].tag in (",", ".", ":", "-RRB-") or page.tokens[at].text == "-"


def _after(page: Page, candidate: Candidate, roles: Mapping[int, RolePhrase]) -> list[tuple[str, float]]:
    """Ages, appositions, relative pronouns and nouns behind."""
    words, at = load_words(), candidate.last
    end = page.bounds(candidate.first)[1]
    if at >= end:
        return []
    token, word = page.tokens[at], page.fold[at]
    after_preposition = candidate.first > 0 and page.tokens[candidate.first - 1].tag == "IN"
    if word == "who" and not after_preposition:
        return [(PERSON, 3.0)]
    if word.isdecimal() and len(candidate.words) == 1 and candidate.place is None:
        return [(THING, 3.0)]
    if word in words.place_nouns and token.tag == "NN" and not page.opens[at]:
        return [(PLACE, 2.0)]
    if word in words.place_heads and token.tag == "NN":
        return [(PLACE, 2.5)]
    if word in ("shares", "stock", "employees", "customers", "shareholders", "subsidiary"):
        return [(ORGANISATION, 2.5)]
    if token.tag == "POS" and at + 1 < end and (phrase := roles.get(at + 1)) and phrase.determiner == "'s":
        return [(ORGANISATION, 2.5)] if phrase.office.name in CORPORATE else []
    if token.text in (",", ".") and at + 1 < end:
        after = page.fold[at + 1]
        if after == "who" and not after_preposition:
            return [(PERSON, 3.0)]
        if after == "which":
            return [(PERSON, -2.0), (ORGANISATION, 0.7), (PLACE, 0.7)]
        aged = after.isdecimal() and len(after) <= 3 and int(after) in AGES and len(candidate.words) > 1
        if aged and _closed(page, at + 2):
            return [(PERSON, 5.0)]
        phrase = roles.get(at + 1) or (roles.get(at + 2) if at + 2 < end else None)
        if phrase is not None and phrase.start == at + 1:
            return [(PERSON, 4.0)]
    return []


def _clause(page: Page, candidate: Candidate) -> list[tuple[str, float]]:
    """What the name does in its clause."""
    found: list[tuple[str, float]] = []
    for at in range(candidate.first, candidate.last):
        token = page.tokens[at]
        if not candidate.first <= token.head < candidate.last and token.dep.startswith("nsubj"):
            lemma = page.tokens[token.head].lemma
            if lemma in BODILY:
                found.append((PERSON, 1.5))
            elif lemma in ("report", "announce"):
                found.extend([(ORGANISATION, 1.5), (PLACE, -1.0)])
            elif lemma in SPEECH:
                found.extend([(PERSON, 1.0), (ORGANISATION, 0.8), (PLACE, -1.0)])
            elif lemma in OWNING:
                found.append((ORGANISATION, 1.5))
            found.extend(_possessive(page, token.head, candidate.last))
            if len(candidate.words) > 1 and _goes_on_with_him(page, candidate.last):
                found.append((PERSON, 1.8))
            break
    return found


def _goes_on_with_him(page: Page, at: int) -> bool:
    """Whether the next sentence is of somebody whom the subject of this one can be: "He is our minister"."""
    after = page.bounds(at - 1)[1]
    return after < len(page.tokens) and page.fold[after] in ("he", "she")


def _possessive(page: Page, verb: int, after: int) -> list[tuple[str, float]]:
    """``its`` or ``his`` in the clause of a subject: what the subject has shows what it is."""
    for at in range(after, min(page.bounds(verb)[1], verb + POSSESSIVE_REACH)):
        word = page.fold[at]
        if word == "its":
            return [(ORGANISATION, 1.2), (PLACE, 0.7), (PERSON, -1.0)]
        if word in ("his", "her", "himself", "herself"):
            return [(PERSON, 1.0), (ORGANISATION, -0.5)]
    return []


def _label(page: Page, candidate: Candidate) -> list[tuple[str, float]]:
    """The recogniser's label, when the whole name bears one."""
    labels = {page.tokens[at].entity for at in range(candidate.first, candidate.last) if page.fold[at]}
    if len(labels) == 1 and (kind := LABELS.get(next(iter(labels)))):
        plural = len(candidate.words) == 1 and page.tokens[candidate.first].tag in ("NNS", "NNPS")
        return [(kind, 0.6 if plural else 1.2)]
    return []


def tally(candidates: Sequence[Candidate]) -> dict[str, float]:
    """The votes of all occurrences of one name: the best in full, the next two by half, the worst if it is against."""
    total: dict[str, float] = {}
    for kind in {kind for candidate in candidates for kind in candidate.votes}:
        weights = sorted((c.votes.get(kind, 0.0) for c in candidates), reverse=True)
        worst = min(weights[-1], 0.0) if len(weights) > 1 else 0.0
        total[kind] = weights[0] + OFTEN * sum(max(w, 0.0) for w in weights[1:3]) + worst
    return total
