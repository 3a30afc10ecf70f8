"""What kind of thing a noun names: a person, a group, a vehicle, an event."""

from __future__ import annotations

from functools import lru_cache

from checker.lexicon.wordnet import ancestors, graph, word

_MOSTLY = 0.5
_MAIN_SENSE = 0.2
# Lexicographer files, lexnames(5WN): noun.person; noun.act, noun.event, noun.phenomenon, noun.process.
_PERSON_FILES = frozenset((18,))
_EVENT_FILES = frozenset((4, 11, 19, 22))


@lru_cache(maxsize=4096)
def _synsets_of_kind(kind: str) -> frozenset[int]:
    """The main senses of the noun that names a kind. Raises ValueError when there is no such noun."""
    found = word(kind, "n")
    if found is None:
        raise ValueError(f"no kind of thing is called {kind!r}")
    return frozenset(s for s, share in zip(found.senses, found.shares, strict=True) if share >= _MAIN_SENSE)


@lru_cache(maxsize=65536)
def kind_share(noun: str, kind: str) -> float:
    """How much of a noun's use (0 to 1) names something of a kind, itself a noun: "person", "organisation", "vehicle".

    An unknown noun gives 0. Raises ValueError for an unknown kind.
    """
    above = _synsets_of_kind(kind)
    found = word(noun, "n")
    if found is None:
        return 0.0
    return sum(share for s, share in zip(found.senses, found.shares, strict=True) if above & ancestors(s).keys())


def is_a(noun: str, kind: str) -> bool:
    """Whether a noun mostly names something of a kind.

    >>> is_a("ambulance", "vehicle"), is_a("ambulance", "person")
    (True, False)
    """
    return kind_share(noun, kind) >= _MOSTLY


@lru_cache(maxsize=16384)
def _share_in_files(noun: str, wanted: frozenset[int]) -> float:
    """How much of a noun's use falls in some lexicographer files."""
    found = word(noun, "n")
    if found is None:
        return 0.0
    lexfiles = graph().lexfiles
    return sum(share for s, share in zip(found.senses, found.shares, strict=True) if lexfiles[s] in wanted)


@lru_cache(maxsize=16384)
def is_person_noun(noun: str) -> bool:
    """Whether a noun mostly names people: "volunteer", "prime minister"."""
    return _share_in_files(noun, _PERSON_FILES) >= _MOSTLY


def is_group_noun(noun: str) -> bool:
    """Whether a noun mostly names several people or a body of them: "crew", "ministry"."""
    return is_a(noun, "group")


def is_event_noun(noun: str) -> bool:
    """Whether a noun mostly names something that happens or is done: "earthquake", "arrival"."""
    return _share_in_files(noun, _EVENT_FILES) >= _MOSTLY


@lru_cache(maxsize=16384)
def _shares_of_files(noun: str) -> tuple[tuple[int, float], ...]:
    found = word(noun, "n")
    if found is None:
        return ()
    lexfiles, shares = graph().lexfiles, dict[int, float]()
    for sense, share in zip(found.senses, found.shares, strict=True):
        shares[lexfiles[sense]] = shares.get(lexfiles[sense], 0.0) + share
    return tuple(sorted(shares.items()))


@lru_cache(maxsize=65536)
def share_class(one: str, other: str) -> float:
    """How much of their use two nouns name things of one class (lexicographer file): people, artefacts, acts; 0 to 1.

    >>> share_class("nun", "widow") > 0.9
    True
    """
    if one == other:
        return 1.0
    theirs = dict(_shares_of_files(other))
    return sum(min(share, theirs.get(file, 0.0)) for file, share in _shares_of_files(one))
