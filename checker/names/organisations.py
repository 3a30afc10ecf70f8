"""Which names are organisations, and which short names and initials are theirs."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import MentionKind
from checker.names.candidates import Candidate
from checker.names.cast import Cast, Casting, Member, Name
from checker.names.evidence import ORGANISATION, PERSON, THING
from checker.names.tables import load_gazetteer, load_words
from checker.values.entities import LEGAL_FORMS, SMALL_WORDS, are_initials, fold_name

# Heads of bodies that are named after their place: the place alone is not the body ("Croydon University Hospital").
PUBLIC = frozenset(
    {"police", "university", "hospital", "council", "county", "city", "department", "school", "court", "college"}
    | {"airport", "assembly", "government", "authority", "parliament", "museum", "district", "fire", "town", "state"}
)
# Heads that a company adds to a name that is complete without them.
CORPORATE = frozenset({"group", "holding", "holdings", "international", "partners", "industries"})
LONGEST_SHORT_NAME = 3
BRACKET_REACH = 6


def settle_organisations(casting: Casting) -> None:
    """Names decided as organisations, the longest first; then undecided words that are short for one."""
    cast, kinds = casting.cast, casting.kinds
    named = [n for n, kind in kinds.items() if kind == ORGANISATION and not casting.is_settled(casting.by_name[n])]
    for name in sorted(named, key=lambda n: (-len(n), casting.by_name[n][0])):
        at = casting.by_name[name]
        casting.add(at, _by_head(casting, name, at) or _same_organisation(name, cast) or _new(casting, name, at))
    short_of = _defined_acronyms(casting)
    for name, at in casting.by_name.items():
        if casting.is_settled(at) or len(name) > LONGEST_SHORT_NAME:
            continue
        holder = _by_head(casting, name, at)
        if holder is None and kinds[name] in ("", THING, PERSON):
            holder = cast.members.get(cast.of.get(short_of.get(name, -1), ""))
            if holder is None and kinds[name] != PERSON:
                holder = _same_organisation(name, cast)
        if holder is not None and holder.kind is MentionKind.ORGANISATION:
            casting.add(at, holder)


def _new(casting: Casting, name: Name, at: Sequence[int]) -> Member:
    spelling = casting.spelling(at)
    if known := load_words().acronyms.get(" ".join(name)):
        full = fold_name(known)
        return Member(f"organisation:{full}", MentionKind.ORGANISATION, tuple(full.split()), known)
    return Member(f"organisation:{_core(name)}", MentionKind.ORGANISATION, name, spelling)


def _by_head(casting: Casting, name: Name, at: Sequence[int]) -> Member | None:
    """``the Front``: the one organisation of the article whose name has this head; None where none or several do."""
    if len(name) != 1 or name[0] not in load_words().anaphors:
        return None
    if not all(_has_article(casting, casting.candidates[i]) for i in at):
        return None
    fit = [m for m in casting.cast.organisations() if name[0] in m.words and len(m.words) > 1]
    return fit[0] if len(fit) == 1 else None


def _has_article(casting: Casting, candidate: Candidate) -> bool:
    return candidate.first > 0 and casting.page.fold[candidate.first - 1] == "the"


def _core(name: Name) -> str:
    """A folded name without legal forms, for a key that does not depend on them."""
    core = [w for w in name if w not in LEGAL_FORMS]
    generic = len(core) == 1 and core[0] in load_words().sectors
    return " ".join(name if generic or not core else core)


def _same_organisation(name: Name, cast: Cast) -> Member | None:
    """The one organisation that the words open, end or stand for by initials; None if there is none, or more."""
    core = tuple(_core(name).split())
    found = []
    for member in cast.organisations():
        full = tuple(_core(member.words).split())
        content = sorted(w for w in full if w not in SMALL_WORDS)
        opens = core == full or may_shorten(core, full)
        ends = len(core) > 1 and full[-len(core) :] == core
        initials = len(core) == 1 and are_initials(core[0], " ".join(full))
        if opens or ends or initials or content == sorted(w for w in core if w not in SMALL_WORDS):
            found.append(member)
    return found[0] if len(found) == 1 else None


def may_shorten(short: Name, long: Name) -> bool:
    """Whether the opening words of a name can stand for it.

    Not where they name the place or the body that the whole belongs to: ``United Nations`` is not its Security Council,
    nor is ``Croydon`` the Croydon University Hospital; ``Tellmark Bank`` can be the Tellmark Bank Group.
    """
    rest = long[len(short) :]
    if not short or not rest or long[: len(short)] != short or short[0] in load_words().sectors:
        return False
    if len(short) == 1 and (PUBLIC & set(rest) or short[0] in load_words().place_openers):
        return False
    gazetteer = load_gazetteer()
    if len(short) == 1 and (short[0] in gazetteer.demonyms or short[0] in gazetteer.places):
        return False
    heads = load_words().organisation_heads
    return short[-1] not in heads or not (heads - CORPORATE) & set(rest)


def _defined_acronyms(casting: Casting) -> dict[Name, int]:
    """Short names in brackets after the full one, with its index: ``Trade Commission (TC)``, ``Abc AB ("Abc")``."""
    candidates, tokens = casting.candidates, casting.page.tokens
    found: dict[Name, int] = {}
    for index in range(1, len(candidates)):
        before, short = candidates[index - 1], candidates[index]
        gap = range(before.last, short.first)
        bracket = any(tokens[i].tag == "-LRB-" for i in gap)
        if short.sentence != before.sentence or len(gap) > BRACKET_REACH or not bracket:
            continue
        initials = are_initials(short.name.replace(" ", ""), before.name)
        if initials or before.words[: len(short.words)] == short.words:
            found[short.words] = index - 1
    return found
