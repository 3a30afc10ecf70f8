"""Which names are people, and which short names are theirs."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import MentionKind
from checker.names.cast import Casting, Member, Name
from checker.names.evidence import ORGANISATION, PERSON, PLACE, THING
from checker.names.tables import load_words


def settle_people(casting: Casting) -> None:
    """Full names first, the longest before what lies inside them; then single words."""
    words, kinds = load_words(), casting.kinds
    full = [name for name, kind in kinds.items() if kind == PERSON and len(name) > 1]
    for name in sorted(full, key=len, reverse=True):
        at = casting.by_name[name]
        longer = [m for m in casting.cast.people() if set(name) < set(m.words) and name[-1] == m.words[-1]]
        if len(longer) == 1:
            casting.add(at, longer[0])
            continue
        given = words.given.get(name[0], "")
        member = Member(f"person:{' '.join(name)}", MentionKind.PERSON, name, casting.spelling(at))
        member.gender = given if given in ("m", "f") else ""
        casting.add(at, member)
    for name, at in casting.by_name.items():
        if len(name) == 1:
            _settle_word(casting, name, at)


def _settle_word(casting: Casting, name: Name, at: Sequence[int]) -> None:
    """One word: of a person only where nothing better is known of it."""
    kind, seen = casting.kinds[name], [casting.candidates[i] for i in at]
    if name[0] in load_words().acronyms and kind == ORGANISATION:
        return
    if kind in (PLACE, THING) and not any(c.honorific for c in seen):
        return
    if any(c.place or c.organisation for c in seen) and kind != PERSON:
        return
    _settle_single(casting, name, at, kind)


def _settle_single(casting: Casting, name: Name, at: Sequence[int], kind: str) -> None:
    """The surname of somebody named in full, else the given name, else somebody named by it alone."""
    word = name[0]
    people = [m for m in casting.cast.people() if len(m.words) > 1]
    holders = [m for m in people if m.words[-1] == word]
    holders = holders or [m for m in people if m.words[0] == word]
    holders = holders or [m for m in people if word in m.words[1:-1]]
    if len(holders) == 1:
        casting.add(at, holders[0])
        return
    if holders:
        for index in at:
            gender = casting.candidates[index].gender
            fit = [m for m in holders if gender and m.gender == gender]
            if len(fit) == 1:
                casting.add([index], fit[0])
        return
    if kind == PERSON:
        given = load_words().given.get(word, "")
        member = Member(f"person:{word}", MentionKind.PERSON, name, casting.spelling(at))
        casting.add(at, member)
        member.gender = member.gender or (given if given in ("m", "f") else "")
