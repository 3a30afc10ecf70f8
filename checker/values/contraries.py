"""Contraries: two short utterances of one speaker that turn each other round ("they are happy", "they are unhappy").

Unlike two versions of one utterance they need not share their words: what one says of a thing the other denies, or
says the opposite of, and nothing else that they say parts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from checker.values.stances import find_subject, fold_forms, is_denied, opens_doubt, split_thoughts
from checker.values.wording import read_utterance

LONGEST = 13
"""Words of a thought that says one thing."""

FEWEST = 3
"""Words of a thought at least."""

NOTHING = frozenset({"nothing", "nobody", "none", "nowhere"})
"""Behind a verb these deny it: "we heard nothing"."""

CERTAIN = frozenset({"will", "shall", "must"})
POSSIBLE = frozenset({"may", "might", "could"})
MODALS = CERTAIN | POSSIBLE

BESIDE = 2
"""Words that one of two thoughts may have to itself where the other has none left."""

Opposed = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Thought:
    """A short sentence of an utterance: its words, and those that count with whether each is denied.

    ``own`` says that it is of the speaker himself, None where that cannot be told.
    """

    text: str
    words: tuple[str, ...]
    said: tuple[tuple[str, bool], ...]
    own: bool | None


def read_thoughts(text: str, lemmas: Mapping[str, str], *, reported: bool = False) -> Iterator[Thought]:
    """The short sentences of an utterance that state something; none with a condition or a question.

    ``lemmas`` are dictionary forms by folded word; ``reported`` says that the words are told and not quoted.
    """
    for part in split_thoughts(text):
        words = read_utterance(part).words
        if not FEWEST <= len(words) <= LONGEST or opens_doubt(words):
            continue
        forms = fold_forms(words, lemmas)
        said = tuple(
            (form, is_denied(words, forms, at) != bool(NOTHING & {*words[at + 1 : at + 3]}))
            for at, form in _content(words, lemmas)
        )
        yield Thought(part.strip(), words, said, find_subject(words, len(words), reported))


def _content(words: tuple[str, ...], lemmas: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    content = set(read_utterance(" ".join(words)).content)
    for at, word in enumerate(words):
        if word in content:
            yield at, lemmas.get(word, word)


def find_contrary(one: Thought, other: Thought, opposed: Opposed) -> tuple[str, str] | None:
    """The two words in which the thoughts turn each other round; None where they do not. Symmetric."""
    if one.own is not None and other.own is not None and one.own != other.own:
        return None
    if (pair := _modals(one.words, other.words)) is not None:
        return pair
    left, right = (" ".join(thought.words) for thought in (one, other))
    if left in right or right in left:
        return None
    denials = all(any(denied for _, denied in thought.said) for thought in (one, other))
    for x, denied in one.said:
        for y, refused in other.said:
            if denials and denied != refused:
                continue  # "no patients were harmed", "patients came to no harm": each denies somewhere
            turned = (x == y and denied != refused) or (x != y and denied == refused and opposed(x, y))
            if x != y and (y in {w for w, _ in one.said} or x in {w for w, _ in other.said}):
                continue
            if turned and _nothing_else(one, other, x, y):
                return (f"not {x}" if denied else x), (f"not {y}" if refused else y)
    return None


def _nothing_else(one: Thought, other: Thought, x: str, y: str) -> bool:
    """Whether what else is said is shared, or one of the two says nothing else and the other next to nothing."""
    left = {word for word, _ in one.said} - {x}
    right = {word for word, _ in other.said} - {y}
    if left & right:
        return len(left & right) * 2 >= min(len(left), len(right))
    return not (left and right) and len(left | right) <= BESIDE


def _modals(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """The same words, firm in one and open in the other: "we will not build it", "we may not build it"."""
    if len(one) != len(other):
        return None
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1 or not {*apart[0]} <= MODALS or not {*apart[0]} & CERTAIN or not {*apart[0]} & POSSIBLE:
        return None
    return apart[0]
