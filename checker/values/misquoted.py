"""Sentences given word for word, set side by side: where two of them are one utterance, and which words differ.

Nothing is understood here: the words that stand in one order in both are the utterance, what stands between them in
one alone is a difference. Marks, capitals, contractions, spelling, words of no weight, and whatever stands beside an
ellipsis or a bracket are none; nor is where a quotation begins and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from checker.model import Relation
from checker.values.verbatim import GAP, are_spellings, weigh_words
from checker.values.wording import are_polar, differing_numbers, is_light, is_weighty

LEAST, LEAST_UNKNOWN = 9, 12
"""Words that two versions of one utterance share, in order, those of weight counted twice; and the same where not both
articles give the words to one speaker."""

FEWEST, FEWEST_TELLING = 6, 3
"""How many words that are at least, and how many of them carry weight."""

LOST = 0.5
"""What a word costs that stands between two runs in one version, where a word of a run gains 1."""

DENSE = 0.6
"""Share of the shorter version, from its first shared word to its last, that the shared words make up."""

HALF = 0.5
"""Share of the shorter sentence that they make up."""

ANCHOR = 2
"""Shared words that stand before and behind a difference."""

LAST = 5
"""Words in which two sentences may differ at their ends."""

STOPS = frozenset(".!?")
"""Marks at which a sentence is over; at a comma the writer goes on, and may have cut it."""

RETOLD, RETOLD_SHARE = 5, 0.6
"""Words of weight that two tellings of one speaker's sentence have in one order, and their share of the shorter one."""

SMALL, SMALL_SHARED = 3, 10
"""Words of no weight in which two versions differ where that is told, and words that they share besides."""

SWAPPED = 3
"""Words of weight that stand in each other's place in a slip; more are another telling."""

MODALS = ({"will", "would", "shall"}, {"can", "could", "may", "might"}, {"must", "should"})
"""Verbs that say how sure a thing is; one of another row is another statement."""

Place = tuple[tuple[int, int], tuple[int, int]]
"""Where two versions differ: half-open ranges of the words of each."""

Near = Callable[[str, str], bool]
"""Tells whether two words mean nearly the same."""


@dataclass(frozen=True, slots=True)
class Misquote:
    """What two versions of one utterance come to.

    ``one`` and ``other`` are the words that differ first, as half-open ranges of the words of each; ``shared`` is how
    many words both have.
    """

    relation: Relation
    one: tuple[int, int]
    other: tuple[int, int]
    shared: int
    places: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of words that both versions have: where it begins in each, and how long it is."""

    one: int
    other: int
    size: int


def compare_verbatim(
    one: Sequence[str], other: Sequence[str], near: Near, *, known: bool, ends: tuple[str, str] = (".", ".")
) -> Misquote | None:
    """What two sentences differ in that are one utterance; None where they are two, or differ in nothing of weight.

    ``known`` says that one speaker is given for both, ``ends`` by which mark each ends; none where it is cut off.
    """
    if (len(one), one) > (len(other), other):  # an alignment depends on the order of its sides
        found = compare_verbatim(other, one, near, known=known, ends=(ends[1], ends[0]))
        if found is None:
            return None
        return Misquote(found.relation, found.other, found.one, found.shared, found.places)
    blocks = _align(one, other)
    if not blocks:
        return None
    same = [word for block in blocks for word in one[block.one : block.one + block.size]]
    shared, telling = len(same), weigh_words(same)
    enough = shared >= FEWEST and telling >= FEWEST_TELLING and shared >= HALF * min(len(one), len(other))
    enough = enough and shared + telling >= (LEAST if known else LEAST_UNKNOWN)
    if not enough or shared < DENSE * min(_extent(blocks)):
        return _compare_retold(one, other) if known else None
    places = [place for place in _places(one, other, blocks, ends) if _matters(one, other, place)]
    if not places:
        return _compare_small(one, other, blocks, shared)
    relation = _weigh(one, other, places, near)
    if relation is Relation.CONTRADICT and not _is_same_else(one, other, blocks, places):
        relation = Relation.FRAMING
    first, second = next((p for p in places if _is_swap(one, other, p)), places[0])
    return Misquote(relation, first, second, shared, len(places))


def _compare_retold(one: Sequence[str], other: Sequence[str]) -> Misquote | None:
    """Framing where one speaker's words of weight stand in one order in both, in sentences that are built otherwise."""
    left, right = ([n for n, w in enumerate(words) if w != GAP and is_weighty(w)] for words in (one, other))
    matcher = SequenceMatcher(None, [one[n] for n in left], [other[n] for n in right], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if shared == max(len(left), len(right)) or shared < RETOLD or shared < RETOLD_SHARE * min(len(left), len(right)):
        return None
    if max(len(one), len(other)) > 2 * min(len(one), len(other)):
        return None
    first, last = blocks[0], blocks[-1]
    return Misquote(
        Relation.FRAMING,
        (left[first.a], left[last.a + last.size - 1] + 1),
        (right[first.b], right[last.b + last.size - 1] + 1),
        shared,
        len(blocks) + 1,
    )


def _compare_small(one: Sequence[str], other: Sequence[str], blocks: Sequence[_Block], shared: int) -> Misquote | None:
    """Framing where so many words of no weight differ that the two cannot both be word for word."""
    places = [p for p in _between(blocks) if not _is_no_difference(one[slice(*p[0])], other[slice(*p[1])])]
    differ = sum(max(a[1] - a[0], b[1] - b[0]) for a, b in places)
    if differ < SMALL or shared < SMALL_SHARED or any(_matters(one, other, place) for place in places):
        return None
    return Misquote(Relation.FRAMING, *places[0], shared, len(places))


def _between(blocks: Sequence[_Block]) -> Iterator[Place]:
    """What stands between each two runs."""
    for before, after in pairwise(blocks):
        yield (before.one + before.size, after.one), (before.other + before.size, after.other)


def _extent(blocks: Sequence[_Block]) -> tuple[int, int]:
    last = blocks[-1]
    return last.one + last.size - blocks[0].one, last.other + last.size - blocks[0].other


def _align(one: Sequence[str], other: Sequence[str]) -> list[_Block]:
    """The runs that the two share, from the one that they have in common first to the last: the best row of them.

    A row gains by every word, and loses by the words between its runs.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    blocks = [_Block(*block) for block in matcher.get_matching_blocks() if block.size]
    blocks = [block for block in blocks if GAP not in one[block.one : block.one + block.size] or block.size > 1]
    best: tuple[float, int, int] = (0.0, 0, 0)
    start, total = 0, 0.0
    for at, block in enumerate(blocks):
        if at:
            lost = _cost(one, other, blocks[at - 1], block)
            if total - lost < 0:
                start, total = at, 0
            else:
                total -= lost
        total += block.size
        if total > best[0]:
            best = total, start, at + 1
    return blocks[best[1] : best[2]]


def _cost(one: Sequence[str], other: Sequence[str], before: _Block, after: _Block) -> float:
    left, right = one[before.one + before.size : after.one], other[before.other + before.size : after.other]
    return 0.0 if _is_no_difference(left, right) else LOST * max(len(left), len(right))


def _places(
    one: Sequence[str], other: Sequence[str], blocks: Sequence[_Block], ends: tuple[str, str]
) -> Iterator[Place]:
    """Where the two differ: between shared words on both sides, or in the last words of both."""
    before = 0
    for at, (block, following) in enumerate(pairwise(blocks), 1):
        before += block.size
        behind = sum(b.size for b in blocks[at:])
        opens = blocks[0].one == 0 and blocks[0].other == 0
        closes = following.one + behind >= len(one) and following.other + behind >= len(other)
        if (before >= ANCHOR or opens) and (behind >= ANCHOR or closes):
            yield (block.one + block.size, following.one), (block.other + block.size, following.other)
    last = blocks[-1]
    rest = (last.one + last.size, len(one)), (last.other + last.size, len(other))
    left, right = sorted(end - start for start, end in rest)
    if last.size > ANCHOR and all(ends) and right <= LAST and (left or (right == 1 and {*ends} <= STOPS)):
        yield rest


def _matters(one: Sequence[str], other: Sequence[str], place: Place) -> bool:
    """Whether a difference is one of words that count, and not of spelling, of small words or of a gap."""
    left, right = one[slice(*place[0])], other[slice(*place[1])]
    if _is_no_difference(left, right):
        return False
    if not all(is_light(word) for word in (*left, *right)):
        return True
    rows = [{n for n, row in enumerate(MODALS) if row & {*side}} for side in (left, right)]
    return bool(rows[0] and rows[1] and not rows[0] & rows[1])


def _is_same_else(one: Sequence[str], other: Sequence[str], blocks: Sequence[_Block], places: Sequence[Place]) -> bool:
    """Whether the two are the same word for word but for these places, as far as both go."""
    return all(p in places or _is_no_difference(one[slice(*p[0])], other[slice(*p[1])]) for p in _between(blocks))


def _is_swap(one: Sequence[str], other: Sequence[str], place: Place) -> bool:
    return all(weigh_words(words[slice(*at)]) for words, at in ((one, place[0]), (other, place[1])))


def _weigh(one: Sequence[str], other: Sequence[str], places: Sequence[Place], near: Near) -> Relation:
    """A contradiction where one word of weight is put for another, left out or denied, and all else is the same."""
    sides = [(one[slice(*place[0])], other[slice(*place[1])]) for place in places]
    if all(_denies(left) is not _denies(right) for left, right in sides):
        return Relation.CONTRADICT
    if len(places) > 1:
        return Relation.FRAMING
    left, right = sides[0]
    if differing_numbers(tuple(left), tuple(right)) is not None:
        return Relation.CONTRADICT
    if weigh_words(left) == weigh_words(right) == 0:
        return Relation.CONTRADICT  # "will" beside "may"
    weights = sorted((weigh_words(left), weigh_words(right)))
    last = places[0][0][1] == len(one) and places[0][1][1] == len(other)
    if not weights[0]:
        missed = not left or not right
        return Relation.CONTRADICT if missed and not last and weights[1] <= SWAPPED else Relation.FRAMING
    # At the end one of them may go on behind what is put for the other's last word.
    if weights[0 if last else 1] > SWAPPED or _mean_the_same(left, right, near):
        return Relation.FRAMING
    return Relation.CONTRADICT


def _denies(words: Sequence[str]) -> bool:
    return any(not is_light(word) and not is_weighty(word) for word in words)


def _mean_the_same(left: Sequence[str], right: Sequence[str], near: Near) -> bool:
    """Whether two wordings can be two translations of one: the words of weight of one side have their like."""
    a, b = ([word for word in side if is_weighty(word)] for side in (left, right))
    if any(are_polar(x, y) for x in a for y in b):
        return False
    short, long = sorted((a, b), key=len)
    return all(any(x == y or near(x, y) for y in long) for x in short)


def _is_no_difference(left: Sequence[str], right: Sequence[str]) -> bool:
    return GAP in left or GAP in right or are_spellings(left, right)
