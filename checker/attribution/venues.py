"""Venues: where or to whom words were said, as written: "told CNBC", "in an interview with Le Monde", "on Fox News"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from checker.attribution.found import Found
from checker.attribution.outlets import recognise
from checker.attribution.tree import Tree
from checker.model import QuoteType

_REACH = 14
_OCCASION = frozenset(("in", "at", "during", "on", "via", "through", "by", "to", "with"))


@cache
def venue_nouns() -> frozenset[str]:
    """Lemmas of nouns for an occasion or a medium of speech."""
    lines = files("checker.attribution").joinpath("data", "venues.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def find_venue(tree: Tree, found: Found) -> str | None:
    """The hearer, occasion or medium named beside the cue, outside of the content; None when there is none."""
    if found.cue is None or not tree.tokens:
        return None
    tokens = tree.tokens
    anchor = found.verb if found.verb is not None else tree.at(found.cue.start)
    verb = tokens[anchor]
    sentence = tree.document.sentences[verb.sentence]
    said = [s.span for s in found.stretches] if found.type is QuoteType.DIRECT and found.stretches else [found.content]
    free = [
        i
        for i in range(max(sentence.first, anchor - _REACH), min(sentence.last, anchor + _REACH))
        if not any(part.overlaps(tokens[i].span) for part in said)
    ]
    if verb.lemma == "tell":
        hearer = tree.child(anchor, "obj", "iobj")
        if hearer is not None and hearer in free and hearer > anchor and tokens[hearer].tag != "PRP":
            return _phrase(tree, anchor + 1, hearer, free)
    for i in free:
        if tokens[i].text.lower() not in _OCCASION or (i and tokens[i - 1].text.lower() == "according"):
            continue
        phrase = _run(tree, i + 1, free)
        if phrase is None:
            continue
        first, last = phrase
        words = tree.span(first, last).of(tree.document.text)
        if any(tokens[k].lemma.lower() in venue_nouns() for k in range(first, last + 1)) or recognise(words):
            return tree.span(i, last).of(tree.document.text) if tokens[i].text.islower() else words
    return None


def _phrase(tree: Tree, first: int, head: int, free: list[int]) -> str:
    last = max((i for i in free if head <= i <= tree.right[head] and tree.tokens[i].dep != "punct"), default=head)
    stop = next((i for i in range(head + 1, last + 1) if tree.tokens[i].text in ',;:.“"'), last + 1)
    return tree.span(min(first, head), stop - 1).of(tree.document.text)


def _run(tree: Tree, first: int, free: list[int]) -> tuple[int, int] | None:
    allowed = set(free)
    i = first
    while i in allowed and (
        tree.tokens[i].tag.startswith(("DT", "JJ", "NN", "PRP$", "POS", "CD", "VBN", "VBG", "HYPH"))
        or (i > first and tree.tokens[i].text.lower() in ("with", "to", "of", "from", "for", "by"))
    ):
        i += 1
    while i > first and not tree.tokens[i - 1].tag.startswith(("NN", "CD")):
        i -= 1
    return (first, i - 1) if i > first else None
