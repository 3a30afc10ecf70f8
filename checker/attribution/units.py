"""Units: the stretches of a paragraph between full stops that stand outside quotation marks.

A parser cuts quoted speech where it likes; attribution needs to know what is written between one full stop of the
reporter's and the next, with every quotation whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.attribution.marks import Stretch
from checker.attribution.tree import Tree
from checker.model import BlockKind

_STOPS = frozenset((".", "!", "?", "…", "..", "...."))
_TAIL = frozenset(("”", "’", '"', "''", "'", ")", "]", "»"))
_FRAME_STARTS = frozenset(("he", "she", "they", "it", "we", "according", "said", "says", "who"))


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``first`` to ``end`` (excluded) of one paragraph, and the quoted stretches that begin among them."""

    block: int
    first: int
    end: int
    stretches: tuple[Stretch, ...]


def cut_units(tree: Tree, stretches: tuple[Stretch, ...]) -> tuple[Unit, ...]:
    """The units of a document, in order. A unit holds its stretches whole, even over several paragraphs."""
    units: list[Unit] = []
    by_block: dict[int, list[tuple[int, int]]] = {}
    for s in tree.document.sentences:
        if s.kind is not BlockKind.FURNITURE and s.last > s.first:
            by_block.setdefault(s.block, []).append((s.first, s.last))
    quoted = _quoted_tokens(tree, stretches)
    for block, ranges in sorted(by_block.items()):
        first, end = ranges[0][0], ranges[-1][1]
        cuts = _stops(tree, first, end, quoted)
        if not cuts and not any(t.text in _STOPS for t in tree.tokens[first:end]):
            # No punctuation to go by: the parser's sentences are all there is.
            cuts = [e for _, e in ranges if not _inside(quoted, e)]
        at = first
        for cut in [*cuts, end]:
            if cut > at:
                low, high = tree.tokens[at].span.start, tree.tokens[cut - 1].span.end
                units.append(Unit(block, at, cut, tuple(s for s in stretches if low <= s.span.start < high)))
                at = cut
    return tuple(units)


def _quoted_tokens(tree: Tree, stretches: tuple[Stretch, ...]) -> dict[int, Stretch]:
    """The stretch of each token that stands inside one."""
    quoted: dict[int, Stretch] = {}
    for s in stretches:
        first, end = tree.within(s.span)
        for i in range(first, end):
            quoted[i] = s
    return quoted


def _inside(quoted: dict[int, Stretch], cut: int) -> bool:
    return cut in quoted and quoted.get(cut - 1) is quoted[cut]


def _stops(tree: Tree, first: int, end: int, quoted: dict[int, Stretch]) -> list[int]:
    tokens = tree.tokens
    cuts: list[int] = []
    for i in range(first, end - 1):
        following = tokens[i + 1]
        begins = following.text[0].isupper() or not following.text[0].isalpha()
        if i not in quoted:
            if (tokens[i].text in _STOPS and begins and (following.text not in _TAIL or i + 1 in quoted)) or (
                tokens[i].text in _TAIL
                and i > first
                and tokens[i - 1].text in _STOPS
                and i - 1 not in quoted
                and begins
            ):
                cuts.append(i + 1)
        elif quoted.get(i + 1) is not quoted[i]:
            inner = quoted[i].inner.of(tree.document.text).rstrip()
            ends = inner[-1:] in (".", "!", "?", "…")
            if tokens[i].text[-1] in "―—–":
                continue
            if ends and begins and following.text not in _FRAME_STARTS and following.text not in "―—–-,;:)(":
                if inner[-1] != "." and _frame_follows(tree, i + 1, end):
                    continue
                cuts.append(i + 1)
    return cuts


def _frame_follows(tree: Tree, first: int, end: int) -> bool:
    """Whether a name and a verb of speech follow, as in: "Why now?" Baker said."""
    from checker.attribution.cues import Frame, load_cues

    cues = load_cues()
    for t in tree.tokens[first : min(end, first + 5)]:
        if t.tag.startswith("VB"):
            return cues.allows(t.lemma, Frame.QUOTE)
        if not t.tag.startswith(("N", "D", "P", "J")):
            return False
    return False
