"""Whether somebody is credited for a claim, and how many sentences away: what is not said in an article's own voice."""

from __future__ import annotations

from functools import cache

from checker.attribution.cues import load_cues
from checker.model import Claim, Document
from checker.names.tables import load_words
from checker.reading.masthead import words_of
from checker.sources.behind import Behind
from checker.sources.citing import SPEECH
from checker.sources.naming import WORDS

CREDITING = frozenset({"accord", "cite", "quote", "attribute", "reportedly", "allegedly"})
"""Lemmas, besides verbs of saying, by which a sentence credits somebody (own list)."""

STATES = frozenset({"republic", "kingdom", "sultanate", "emirate", "principality"})
"""Words in the full names of states, which speak for themselves in a communiqué."""


def is_issuer(outlet: str) -> bool:
    """Whether an outlet is a public body or a firm, which is its own source for what it announces."""
    words = WORDS.findall(outlet.casefold().replace(".", ""))
    if words_of("institutions").union(STATES).intersection(words):
        return True
    return len(words) > 1 and words[-1] in load_words().suffixes


def distance_of_credit(claim: Claim, behind: Behind) -> int | None:
    """How many sentences off in its paragraph somebody is credited: 0 for the claim's own; None for nowhere in it."""
    if claim.attribution or behind.why_origin(claim) is not None or behind.cited_for(claim):
        return 0
    document = behind.documents[claim.article]
    if not 0 <= claim.sentence < len(document.sentences):
        return None
    cited = {c.sentence for c in behind.citations.get(claim.article, ())}
    cited.update(clause.sentence for clause in document.clauses if clause.attribution)
    block = document.sentences[claim.sentence].block
    distances = [
        abs(sentence.index - claim.sentence)
        for sentence in document.sentences
        if sentence.block == block and (sentence.index in cited or _is_crediting(document, sentence.index))
    ]
    return min(distances, default=None)


def _is_crediting(document: Document, sentence: int) -> bool:
    """Whether a sentence has a verb of saying, or a word that passes on what others say, whoever they are."""
    return any(
        t.lemma.lower() in CREDITING or (t.tag.startswith("VB") and t.lemma.lower() in _saying())
        for t in document.sentence_tokens(document.sentences[sentence])
    )


@cache
def _saying() -> frozenset[str]:
    return frozenset(lemma for lemma, classes in load_cues().classes.items() if SPEECH.intersection(classes))
