"""From runs of capitals to the cast of an article: the kind of every name, and which of the names are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.model import MentionKind
from checker.names.candidates import Candidate
from checker.names.cast import Cast, Casting, Member, Name
from checker.names.evidence import ORGANISATION, PERSON, PLACE, decide, tally
from checker.names.organisations import settle_organisations
from checker.names.page import Page
from checker.names.people import settle_people
from checker.names.tables import load_words

# Votes for an organisation that speaks and that only the recogniser takes for a person.
LEFT_OVER = 1.2
OFTEN_NAMED = 3
LONGEST_TOWN = 3
TOWNS = frozenset({"town", "city", "village", "resort", "suburb", "port", "capital", "hamlet"})


def assemble(page: Page, candidates: Sequence[Candidate]) -> Cast:
    """Decide the kind of every name, and which of the names are one."""
    by_name: dict[Name, list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        by_name[candidate.words].append(index)
    kinds = {words: _decide_kind(words, [candidates[i] for i in at]) for words, at in by_name.items()}
    casting = Casting(page, candidates, by_name, kinds, Cast())
    settle_people(casting)
    settle_organisations(casting)
    _settle_places(casting)
    _settle_possessives(casting)
    return casting.cast


def _decide_kind(words: Name, seen: Sequence[Candidate]) -> str:
    """The kind by votes.

    One word is a person only by more than the recogniser and a speech verb: first mentions of people have more than a
    surname. A generic word is no place by itself.
    """
    votes = tally(seen)
    kind = decide(votes)
    if len(words) > 1:
        return kind
    if kind == PERSON and not any(c.strong for c in seen):
        spoken = votes.get(ORGANISATION, 0.0) >= LEFT_OVER and len(seen) >= OFTEN_NAMED
        return ORGANISATION if spoken else ""
    generic = load_words().place_nouns | load_words().place_heads
    return "" if kind == PLACE and words[0] in generic and seen[0].place is None else kind


def _settle_places(casting: Casting) -> None:
    """Places of the gazetteer under its names, and places that the words around make."""
    for name, at in casting.by_name.items():
        rest = [i for i in at if i not in casting.cast.of]
        if not rest or casting.kinds[name] != PLACE:
            continue
        known = next((place for i in rest if (place := casting.candidates[i].place) is not None), None)
        if known is not None:
            casting.add(rest, Member(known.key, MentionKind.PLACE, name, known.name, known.country))
        else:
            casting.add(rest, _name_place(casting, name, rest))


def _name_place(casting: Casting, name: Name, at: Sequence[int]) -> Member:
    """A place that the gazetteer does not know: a city where a country or region follows it ("Dayton, Ohio")."""
    words, page, candidates = load_words(), casting.page, casting.candidates
    level, country = "place", None
    for index in at:
        candidate = candidates[index]
        follower = candidates[index + 1] if index + 1 < len(candidates) else None
        if follower is not None and follower.place and follower.first == candidate.last + 1:
            wider = follower.place.level in ("country", "region") and page.tokens[candidate.last].text == ","
            if wider and len(name) <= LONGEST_TOWN:
                level, country = "city", follower.place.country
        before = page.fold[max(0, candidate.first - 2) : candidate.first]
        if "of" in before and TOWNS & set(before):
            level = "city"
    after = page.fold[min(candidates[at[0]].last, len(page.fold) - 1)]
    if any(w in words.place_heads and w not in words.place_nouns for w in (name[-1], after)):
        level = "site"
    return Member(f"{level}:{' '.join(name)}", MentionKind.PLACE, name, casting.spelling(at), country)


def _settle_possessives(casting: Casting) -> None:
    """``Hallams`` beside ``Hallam``: the apostrophe of a possessive is lost."""
    by_form = {casting.candidates[index].words: key for index, key in casting.cast.of.items()}
    for name, at in casting.by_name.items():
        base = (*name[:-1], name[-1][:-1])
        if not name[-1].endswith("s") or base not in by_form or any(casting.candidates[i].place for i in at):
            continue
        casting.add(at, casting.cast.members[by_form[base]])
