"""The words before and behind a figure that bound it or make it approximate."""

from __future__ import annotations

from checker.quantities.tokens import Tokens
from checker.quantities.wordlists import Wording, load_wordings_after, load_wordings_before
from checker.values.quantities import Bound, Direction

# Words that may stand between a wording and its figure: "at least another 40", "some additional 12".
BETWEEN = frozenset({"another", "further", "additional", "extra", "a", "the", "as", "just", "an"})
# "some" and "over" are wordings only where a plain count could follow; behind these they are something else.
NOT_OVER = {
    "over": frozenset(
        {
            "all",
            "take",
            "took",
            "taken",
            "hand",
            "handed",
            "turn",
            "turned",
            "spread",
            "vote",
            "voted",
            "fight",
            "row",
            "dispute",
            "talks",
            "clash",
            "anger",
            "protest",
            "concern",
            "concerns",
            "war",
        }
    ),
    "about": frozenset(
        {
            "talk",
            "talked",
            "told",
            "asked",
            "speak",
            "spoke",
            "know",
            "knew",
            "think",
            "thinking",
            "worried",
            "concerned",
            "say",
            "said",
            "complained",
        }
    ),
    "around": frozenset({"turn", "turned", "gathered", "centred", "centered", "revolves", "built"}),
    "say": frozenset(
        {
            "to",
            "who",
            "they",
            "officials",
            "police",
            "we",
            "would",
            "and",
            "authorities",
            "reports",
            "experts",
            "analysts",
            "sources",
            "could",
            "can",
            "not",
        }
    ),
    "under": frozenset({"come", "came", "held", "signed", "fall", "falls", "required"}),
}
# Before an article these say where: "over a 2 km stretch".
PLACES = frozenset({"over", "under", "above", "below", "around"})
STANDALONE_SAY = frozenset({",", ";", "\n", ""})


def read_before(tokens: Tokens, index: int) -> tuple[Wording, int]:
    """The wording that ends right before a token, and the token at which it begins (``index`` itself if there is none).

    Two wordings in a row are joined: ``at least some 40`` is a bound on an approximate figure.
    """
    wording, first = read_one_before(tokens, index)
    if first == index and tokens.word(index - 1) in BETWEEN:
        skipped = index - 1
        wording, first = read_one_before(tokens, skipped)
        if first == skipped or (first == skipped - 1 and tokens.word(first) in PLACES):
            return Wording(), index
    if first < index:
        outer, earlier = read_one_before(tokens, first)
        if earlier < first:
            bound = outer.bound if outer.bound is not Bound.NONE else wording.bound
            direction = outer.direction if outer.direction is not Direction.NONE else wording.direction
            return Wording(bound, direction), earlier
    return wording, first


def read_one_before(tokens: Tokens, index: int) -> tuple[Wording, int]:
    """A single wording before a token."""
    last = tokens.word(index - 1)
    for phrase, wording in load_wordings_before().get(last, ()):
        first = index - len(phrase)
        if not tokens.matches(first, phrase):
            continue
        if len(phrase) == 1 and last in NOT_OVER and tokens.word(first - 1) in NOT_OVER[last]:
            continue
        if phrase == ("say",) and tokens.word(first - 1) not in STANDALONE_SAY:
            continue
        if tokens.word(first - 1) in {"-", "–"} and tokens.glued(first):
            continue
        return wording, first
    return Wording(), index


def read_after(tokens: Tokens, index: int) -> tuple[Wording, int]:
    """The wording that begins right behind a figure, and the token behind it (``index`` if there is none)."""
    for phrase, wording in load_wordings_after().get(tokens.word(index), ()):
        if not tokens.matches(index, phrase):
            continue
        after = index + len(phrase)
        if phrase == ("plus",) and (
            tokens.word(after) == "or" or tokens.word(after) in {"a", "the", "an", "minus"} or tokens.is_digits(after)
        ):
            continue
        if phrase[0] in {"+", "-"} and not tokens.glued(index):
            continue
        if phrase == ("odd",) and not tokens.is_word(after):
            continue
        return wording, after
    return Wording(), index


def join(before: Wording, after: Wording) -> Wording:
    """The two wordings of one figure as one."""
    bound = before.bound if before.bound is not Bound.NONE else after.bound
    direction = before.direction if before.direction is not Direction.NONE else after.direction
    return Wording(bound, direction)
