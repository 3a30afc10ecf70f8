"""The cast of an article: which runs of capitals are one person, organisation or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Entity, MentionKind
from checker.names.candidates import Candidate
from checker.names.evidence import ORGANISATION, PERSON, PLACE, THING, decide, tally
from checker.names.page import Page
from checker.names.tables import load_gazetteer, load_words
from checker.values.entities import LEGAL_FORMS, SMALL_WORDS, are_initials, fold_name

# Heads of bodies that are named after their place: the place alone is not the body ("Croydon University Hospital").
PUBLIC = frozenset(
    {"police", "university", "hospital", "council", "county", "city", "department", "school", "court", "college"}
    | {"airport", "assembly", "government", "authority", "parliament", "museum", "district", "fire", "town", "state"}
)
# Votes for an organisation that speaks and that only the recogniser takes for a person.
LEFT_OVER = 1.2
TOWNS = frozenset({"town", "city", "village", "resort", "suburb", "port", "capital", "hamlet"})


@dataclass(slots=True)
class Member:
    """One entity while it is put together. ``words`` is its fullest folded name, ``gender`` m, f or empty."""

    key: str
    kind: MentionKind
    words: tuple[str, ...]
    name: str
    country: str | None = None
    gender: str = ""
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    acronym: str = ""

    def freeze(self) -> Entity:
        """The finished record."""
        return Entity(
            key=self.key,
            kind=self.kind,
            name=self.name,
            aliases=frozenset(self.aliases),
            roles=frozenset(self.roles),
            country=self.country,
        )


@dataclass(slots=True)
class Cast:
    """The entities of an article by key, and the entity of each candidate (by its place in the list)."""

    members: dict[str, Member] = field(default_factory=dict)
    of: dict[int, str] = field(default_factory=dict)

    def people(self) -> list[Member]:
        """The people, in the order in which they came up."""
        return [m for m in self.members.values() if m.kind is MentionKind.PERSON]

    def organisations(self) -> list[Member]:
        """The organisations, in the order in which they came up."""
        return [m for m in self.members.values() if m.kind is MentionKind.ORGANISATION]


def assemble(page: Page, candidates: Sequence[Candidate]) -> Cast:
    """Decide the kind of every name, and which of the names are one."""
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        by_name[candidate.words].append(index)
    kinds = {words: _decide_kind(words, [candidates[i] for i in at]) for words, at in by_name.items()}
    cast = Cast()
    _settle_people(page, candidates, by_name, kinds, cast)
    _settle_organisations(page, candidates, by_name, kinds, cast)
    _settle_places(page, candidates, by_name, kinds, cast)
    _settle_possessives(page, candidates, by_name, cast)
    return cast


def _decide_kind(words: tuple[str, ...], seen: Sequence[Candidate]) -> str:
    """The kind by votes.

    One word is a person only by more than the recogniser and a speech verb: first mentions of people have more than a
    surname. A generic word is no place by itself.
    """
    votes = tally(seen)
    kind = decide(votes)
    if len(words) > 1:
        return kind
    if kind == PERSON and not any(c.strong for c in seen):
        del votes[PERSON]
        return ORGANISATION if votes.get(ORGANISATION, 0.0) >= LEFT_OVER and len(seen) > 2 else ""
    generic = load_words().place_nouns | load_words().place_heads
    return "" if kind == PLACE and words[0] in generic and seen[0].place is None else kind


def _settle_possessives(
    page: Page, candidates: Sequence[Candidate], by_name: Mapping[tuple[str, ...], list[int]], cast: Cast
) -> None:
    """``Calders`` beside ``Calder``: the apostrophe of a possessive is lost."""
    by_form = {candidates[index].words: key for index, key in cast.of.items()}
    for name, at in by_name.items():
        base = (*name[:-1], name[-1][:-1])
        if (
            name[-1].endswith("s")
            and len(name[-1]) > 3
            and base in by_form
            and not any(candidates[i].place for i in at)
        ):
            _add(cast, page, candidates, at, cast.members[by_form[base]])


def _spelling(page: Page, candidates: Sequence[Candidate], at: Sequence[int]) -> str:
    first = candidates[at[0]]
    return page.text(first.first, first.last).strip(" .,-")


def _add(cast: Cast, page: Page, candidates: Sequence[Candidate], at: Sequence[int], member: Member) -> None:
    member = cast.members.setdefault(member.key, member)
    for index in at:
        candidate = candidates[index]
        cast.of[index] = member.key
        member.aliases.add(page.text(candidate.first, candidate.last).casefold())
        if candidate.gender in ("m", "f") and not member.gender:
            member.gender = candidate.gender


def _settle_people(
    page: Page,
    candidates: Sequence[Candidate],
    by_name: Mapping[tuple[str, ...], list[int]],
    kinds: Mapping[tuple[str, ...], str],
    cast: Cast,
) -> None:
    words = load_words()
    full = [n for n, kind in kinds.items() if kind == PERSON and len(n) > 1]
    for name in sorted(full, key=len, reverse=True):
        at = by_name[name]
        longer = [m for m in cast.people() if set(name) < set(m.words) and name[-1] == m.words[-1]]
        if len(longer) == 1:
            _add(cast, page, candidates, at, longer[0])
            continue
        gender = next((words.given[w] for w in name[:1] if words.given.get(w) in ("m", "f")), "")
        spelling = _spelling(page, candidates, at)
        member = Member(f"person:{' '.join(name)}", MentionKind.PERSON, name, spelling, gender=gender)
        _add(cast, page, candidates, at, member)
    for name, at in by_name.items():
        if name[0] in words.acronyms and kinds[name] == ORGANISATION:
            continue
        if len(name) != 1 or (kinds[name] in (PLACE, THING) and not any(candidates[i].honorific for i in at)):
            continue
        if any(candidates[i].place or candidates[i].organisation for i in at) and kinds[name] != PERSON:
            continue
        _settle_single(page, candidates, name, at, kinds[name], cast)


def _settle_single(
    page: Page, candidates: Sequence[Candidate], name: tuple[str, ...], at: list[int], kind: str, cast: Cast
) -> None:
    """One word: the surname of somebody named in full, or first name, or somebody named by it alone."""
    word = name[0]
    people = cast.people()
    holders = [m for m in people if m.words[-1] == word and len(m.words) > 1]
    if not holders:
        holders = [m for m in people if m.words[0] == word and len(m.words) > 1]
    if not holders:
        holders = [m for m in people if word in m.words[1:-1] and len(m.words) > 2]
    if len(holders) == 1:
        _add(cast, page, candidates, at, holders[0])
        return
    if len(holders) > 1:
        for index in at:
            gender = candidates[index].gender
            fit = [m for m in holders if gender and m.gender == gender]
            if len(fit) == 1:
                _add(cast, page, candidates, [index], fit[0])
        return
    if kind == PERSON:
        given = load_words().given.get(word, "")
        gender = given if given in ("m", "f") else ""
        member = Member(f"person:{word}", MentionKind.PERSON, name, _spelling(page, candidates, at))
        _add(cast, page, candidates, at, member)
        cast.members[member.key].gender = cast.members[member.key].gender or gender


def _settle_organisations(
    page: Page,
    candidates: Sequence[Candidate],
    by_name: Mapping[tuple[str, ...], list[int]],
    kinds: Mapping[tuple[str, ...], str],
    cast: Cast,
) -> None:
    named = [n for n, kind in kinds.items() if kind == ORGANISATION and not _settled(cast, by_name[n])]
    short_of = _defined_acronyms(page, candidates)
    for name in sorted(named, key=lambda n: (-len(n), by_name[n][0])):
        at = by_name[name]
        holder = _by_head(page, candidates, name, at, cast) or _same_organisation(name, cast)
        if holder is None:
            spelling = _spelling(page, candidates, at)
            if known := load_words().acronyms.get(" ".join(name)):
                name, spelling = tuple(fold_name(known).split()), known
            holder = Member(f"organisation:{_core(name)}", MentionKind.ORGANISATION, name, spelling)
        _add(cast, page, candidates, at, holder)
    for name, at in by_name.items():
        if _settled(cast, at) or len(name) > 3:
            continue
        if holder := _by_head(page, candidates, name, at, cast):
            _add(cast, page, candidates, at, holder)
        if kinds[name] not in ("", THING, PERSON):
            continue
        defined = short_of.get(name)
        holder = cast.members.get(cast.of.get(defined, "")) if defined is not None else None
        if holder is None and kinds[name] != PERSON:
            holder = _same_organisation(name, cast)
        if holder is not None and holder.kind is MentionKind.ORGANISATION:
            _add(cast, page, candidates, at, holder)


def _by_head(
    page: Page, candidates: Sequence[Candidate], name: tuple[str, ...], at: Sequence[int], cast: Cast
) -> Member | None:
    """``the Front``: the one organisation of the article whose name has this head; None where none or several do."""
    if len(name) != 1 or name[0] not in load_words().anaphors:
        return None
    if not all(_has_article(page, candidates[i]) for i in at):
        return None
    fit = [m for m in cast.organisations() if name[0] in m.words and len(m.words) > 1]
    return fit[0] if len(fit) == 1 else None


def _has_article(page: Page, candidate: Candidate) -> bool:
    return candidate.first > 0 and page.fold[candidate.first - 1] == "the"


def _settled(cast: Cast, at: Sequence[int]) -> bool:
    return all(index in cast.of for index in at)


def _core(name: tuple[str, ...]) -> str:
    """A folded name without legal forms, for a key that does not depend on them."""
    core = [w for w in name if w not in LEGAL_FORMS]
    generic = len(core) == 1 and core[0] in load_words().sectors
    return " ".join(name if generic or not core else core)


def _same_organisation(name: tuple[str, ...], cast: Cast) -> Member | None:
    """The one organisation that the words open or stand for by initials; None if there is none, or more than one."""
    core = tuple(_core(name).split())
    found = []
    for member in cast.organisations():
        full = tuple(_core(member.words).split())
        content = sorted(w for w in full if w not in SMALL_WORDS)
        opens = full[: len(core)] == core and core[0] not in load_words().sectors
        if opens and len(core) == 1 and PUBLIC & set(full[1:]):
            continue
        ends = len(core) > 1 and full[-len(core) :] == core
        initials = len(core) == 1 and are_initials(core[0], " ".join(full))
        if opens or ends or initials or content == sorted(w for w in core if w not in SMALL_WORDS):
            found.append(member)
    return found[0] if len(found) == 1 else None


def _defined_acronyms(page: Page, candidates: Sequence[Candidate]) -> dict[tuple[str, ...], int]:
    """Short names in brackets after the full one, with its index: ``Trade Commission (TC)``, ``Abc AB ("Abc")``."""
    found: dict[tuple[str, ...], int] = {}
    for index in range(1, len(candidates)):
        before, short = candidates[index - 1], candidates[index]
        gap = range(before.last, short.first)
        if short.sentence != before.sentence or len(gap) > 6 or all(page.tokens[i].tag != "-LRB-" for i in gap):
            continue
        initials = are_initials(short.name.replace(" ", ""), before.name)
        if initials or before.words[: len(short.words)] == short.words:
            found[short.words] = index - 1
    return found


def _settle_places(
    page: Page,
    candidates: Sequence[Candidate],
    by_name: Mapping[tuple[str, ...], list[int]],
    kinds: Mapping[tuple[str, ...], str],
    cast: Cast,
) -> None:
    for name, at in by_name.items():
        rest = [i for i in at if i not in cast.of]
        if not rest or kinds[name] != PLACE:
            continue
        place = next((candidates[i].place for i in rest if candidates[i].place), None)
        if place is not None:
            member = Member(place.key, MentionKind.PLACE, name, place.name, place.country)
        else:
            member = _name_place(page, candidates, name, rest)
        _add(cast, page, candidates, rest, member)


def _name_place(page: Page, candidates: Sequence[Candidate], name: tuple[str, ...], at: Sequence[int]) -> Member:
    """A place that the gazetteer does not know: a city where a country or region follows it ("Dayton, Ohio")."""
    words = load_words()
    level, country = "place", None
    for index in at:
        candidate = candidates[index]
        nxt = candidates[index + 1] if index + 1 < len(candidates) else None
        beside = nxt is not None and nxt.first == candidate.last + 1 and page.tokens[candidate.last].text == ","
        if beside and nxt is not None and nxt.place and nxt.place.level in ("country", "region") and len(name) <= 3:
            level, country = "city", nxt.place.country
        before = page.fold[max(0, candidate.first - 2) : candidate.first]
        if "of" in before and any(
            w in ("town", "city", "village", "resort", "suburb", "port", "capital") for w in before
        ):
            level = "city"
    after = page.fold[min(candidates[at[0]].last, len(page.fold) - 1)]
    if any(w in words.place_heads and w not in words.place_nouns for w in (name[-1], after)):
        level = "site"
    return Member(f"{level}:{' '.join(name)}", MentionKind.PLACE, name, _spelling(page, candidates, at), country)


def government_of(cast: Cast, code: str) -> Member:
    """The entity of a country, made when the article names it by its capital or its people alone."""
    key = f"country:{code.casefold()}"
    if key not in cast.members:
        name = load_gazetteer().countries.get(code, code)
        cast.members[key] = Member(key, MentionKind.PLACE, tuple(name.casefold().split()), name, code)
    return cast.members[key]
