"""Where an article has a wording of a scale and means it: not denied, not asked, not part of a name.

Every rule that sets the wordings of scales beside each other reads them here, so that "no riot", "was it a riot?" and
the club "Riot" are no riot for any of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from checker.language.phrases import content_lemmas
from checker.lexicon import familiarity
from checker.lexicon.scales import Scales, Wording, find_wordings
from checker.model import BlockKind, Claim, Document, MentionKind, Sentence, Token

UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
NEGATIVES = frozenset({"no", "not", "n't", "never", "without", "neither", "nor", "deny", "denied", "hardly", "nothing"})
SUPPOSED = frozenset({"might", "could", "may", "if", "whether"})
"""Words before a wording by which it is not told as so (own list)."""

WISHED = SUPPOSED | {"would", "unless", "possibly", "perhaps"}
"""The same, with those by which something is only held open (own list)."""

NAME_TAGS = frozenset({"NNP", "NNPS"})

BEFORE = 4
"""Words before a wording that may deny it or hold it open."""

TELLING = 0.3
"""Familiarity from which a shared word says that two wordings are of one thing."""

SHORT, CARDINAL = 12, "CD"
"""Tokens of a sentence that may not say what it is about; the tag of a figure."""

ONE_MATTER = 600
"""Sentences of one article times those of the other up to which each tells of one matter."""


def read_scaled(document: Document, scales: Scales) -> Iterator[tuple[Sentence, Wording]]:
    """The wordings that the article has in what it tells, in the order of the text."""
    for sentence in document.sentences:
        if sentence.kind in UNREAD or sentence.text.rstrip().endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        for wording in find_wordings(scales, tokens):
            if NEGATIVES.isdisjoint(words_leading_to(tokens, wording)) and not _is_name(sentence, wording):
                yield sentence, wording


def words_leading_to(tokens: Sequence[Token], wording: Wording) -> frozenset[str]:
    """The few words before a wording in its sentence, without names: "may", not "May"."""
    at = wording.first.index - tokens[0].index
    return frozenset(t.text.lower() for t in tokens[max(0, at - BEFORE) : at] if not t.tag.startswith("NNP"))


def _is_name(sentence: Sentence, wording: Wording) -> bool:
    """Whether a wording of one word is part of a name in running text ("Kill Bill", "Con" for Constable)."""
    token = wording.first
    if token is not wording.last or sentence.kind is not BlockKind.PARAGRAPH or token.text.isupper():
        return False
    return token.tag.startswith("NNP") or (token.text[:1].isupper() and token.span.start > sentence.span.start)


def telling_words(document: Document, sentence: Sentence) -> frozenset[str]:
    """The words and figures of a sentence that say what it is about; of a short one, those of the one before too."""
    first, last = sentence.first, sentence.last
    if last - first < SHORT and sentence.index and document.sentences[sentence.index - 1].block == sentence.block:
        first = document.sentences[sentence.index - 1].first
    tokens = document.tokens[first:last]
    figures = {t.text for t in tokens if t.tag == CARDINAL and len(t.text) > 1 and t.text[:1].isdigit()}
    return frozenset(w for w in content_lemmas(document, tokens) if familiarity(w) >= TELLING) | figures


def are_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether each of two wordings stands beside names, none of which the other article knows.

    Claims made with ``name_around`` only.
    """
    named, known = (one.part("named"), other.part("named")), (one.part("known"), other.part("known"))
    return bool(named[0] and named[1]) and not named[0] & known[1] and not named[1] & known[0]


def name_around(document: Document, sentence: Sentence) -> dict[str, frozenset[str]]:
    """The words of the names of a sentence, and those of all names of the article, as parts of a claim."""
    times = [m.span for m in document.mentions_in(sentence.span, MentionKind.DATE, MentionKind.TIME)]
    named = (t for t in document.sentence_tokens(sentence) if not any(span.contains(t.span) for span in times))
    return {"named": _names(named), "known": document.once(_every_name)}


def _every_name(document: Document) -> frozenset[str]:
    return _names(document.tokens)


def _names(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.text.lower() for t in tokens if t.tag in NAME_TAGS)


def crowding(one: int, other: int) -> int:
    """How many more words two sentences have to share in articles of so many sentences: some are shared by chance."""
    return max(0, round(math.log2(max(1.0, one * other / ONE_MATTER))))
