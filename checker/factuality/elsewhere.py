"""Elsewhere: whether a phrase is of a place away from the scene of an article, which its head names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Argument, BlockKind, Document, MentionKind
from checker.values.entities import fold_name

LEAD = 3
"""Sentences at the head of an article that say where its matter is."""

Scene = Mapping[str, frozenset[int]]
"""The names that the head of an article gives, folded, each with its tokens."""


def scene_names(document: Document) -> Scene:
    """The words of the names of places that the head of an article gives: where its matter is."""
    found: dict[str, set[int]] = {}
    told = 0
    for sentence in document.sentences:
        if sentence.kind is BlockKind.FURNITURE:
            continue
        for token in document.sentence_tokens(sentence):
            if token.tag.startswith("NNP"):
                found.setdefault(fold_name(token.text), set()).add(token.index)
        told += sentence.kind is BlockKind.PARAGRAPH
        if told >= LEAD:
            break
    return {name: frozenset(places) for name, places in found.items()}


def away(
    document: Document,
    obliques: Sequence[Argument],
    words: dict[str, frozenset[str]],
    here: Scene,
    *,
    negative: bool,
) -> bool | None:
    """False where one of some phrases is of a place elsewhere; None where none is, or where it is denied."""
    if negative:
        return None
    return False if any(is_elsewhere(document, a, words, here) for a in obliques) else None


def is_elsewhere(document: Document, argument: Argument, words: dict[str, frozenset[str]], here: Scene) -> bool:
    """Whether a phrase is of a place that is never the scene, or of a town that the article's head does not name."""
    if argument.preposition not in {"in", "at", "from", "on", ""}:
        return False
    return bool({*argument.lemmas[:2]} & words["afar"]) or is_town(document, argument, here)


def is_town(document: Document, argument: Argument, here: Scene) -> bool:
    """Whether a phrase names a town or a country that the head of the article names nowhere else."""
    named = [document.tokens[i] for i in argument.tokens if document.tokens[i].tag.startswith("NNP")]
    places = document.mentions_in(argument.span, MentionKind.PLACE)
    known = any(getattr(m.value, "level", "") in {"city", "country", "region"} for m in places)
    if not known or document.tokens[argument.head].sentence == 0:
        return False
    # A head as short as a news item's holds the very words that tell of another place.
    own = frozenset(argument.tokens)
    return not any(here.get(fold_name(t.text), own) - own for t in named) and not for_it(document, argument)


def for_it(document: Document, argument: Argument) -> bool:
    """Whether somebody was in a town for what the article tells: "was in Arlow for the signing", "to open it"."""
    behind = document.tokens[max(argument.tokens, default=argument.head) + 1 :][:1]
    return bool(behind) and behind[0].text.lower() in {"for", "to", "as", "when", "where", "among", "with"}


def is_own(document: Document, argument: Argument) -> bool:
    """Whether an occasion is one's own or one's family's: "his daughter's wedding"."""
    before = document.text[max(0, argument.span.start - 4) : argument.span.end].lower()
    return any(w in before.split() for w in ("his", "her", "their", "a", "on"))
