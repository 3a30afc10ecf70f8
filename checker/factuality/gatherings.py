"""Gatherings: whether two statements of who was there, or away, can be of one occasion."""

from __future__ import annotations

from checker.factuality.presence_rows import presence_words
from checker.factuality.things import times_apart
from checker.lexicon import familiarity
from checker.model import Claim, ValueType

VISIT = "came to see it"
"""Mark of a statement that somebody came to see a scene."""

TELLING = 0.3
"""How telling (0 to 1, lexical) a word must be that two clauses share, for both to be of one matter."""

WATCHING = frozenset({"look", "watch", "see", "follow", "bench", "stand", "sideline", "touchline", "dugout"})
"""Words of those who are at a game without playing (own list)."""


MEALS = frozenset({"breakfast", "lunch", "luncheon", "dinner", "banquet", "reception", "rehearsal", "afterparty"})
"""What goes with an occasion, and can be missed by those who are at it (own list)."""


def looks_on(claim: Claim) -> bool:
    """Whether a statement that somebody was there says that they looked on."""
    return bool(WATCHING & claim.heads)


def tell_of_one_matter(one: Claim, other: Claim) -> bool:
    """Whether two clauses share a telling word beside the names of those they are about."""
    names = {*one.part("given"), *one.part("surname"), *other.part("given"), *other.part("surname")}
    names |= {word for key in one.entities | other.entities for word in key.partition(":")[2].split()}
    return any(familiarity(word) >= TELLING for word in (one.heads & other.heads) - names)


def are_of_one_occasion(one: Claim, other: Claim) -> bool:
    """Whether two claims can be of one person at one occasion."""
    mine, theirs = one.part("given"), other.part("given")
    if mine and theirs and not any(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a in mine for b in theirs):
        return False
    names, others = one.part("surname"), other.part("surname")
    if (names and others and not names & others) or times_apart(one, other):
        return False
    there, away = (one, other) if getattr(one.value, "concept", "").endswith("attend") else (other, one)
    if away.heads & MEALS and not there.heads & MEALS:
        return False  # "missed the breakfast" leaves the talks
    parts = presence_words()["parts"]
    if (one.heads & parts) != (other.heads & parts) and one.heads & parts and other.heads | parts:
        return bool(one.heads & other.heads & parts) or not (one.heads & parts and other.heads & parts)
    # Abroad when it happened, and on a visit to the scene later: both can be so.
    later = [(one, other), (other, one)]
    later = [(a, b) for a, b in later if any(value.type is ValueType.DATE for value in b.when)]
    return not any("then" in a.part("when") and VISIT in b.scope and not a.when for a, b in later)
