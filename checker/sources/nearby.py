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

CREDITING = frozenset({"accord", "cite", "quote", "attribute"})
"""Lemmas, besides verbs of saying, by which a sentence credits somebody (own list)."""

HEARSAY = frozenset({"reportedly", "allegedly"})
"""Lemmas by which a sentence passes something on, whoever said it (own list)."""

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
    return distance_in_text(behind.documents[claim.article], behind, claim.sentence)


def distance_in_text(
    document: Document, behind: Behind, sentence: int, crediting: frozenset[str] = CREDITING | HEARSAY
) -> int | None:
    """How many sentences from one of a document somebody is credited in its paragraph; None for nowhere in it.

    ``crediting`` are the lemmas that count as a credit besides verbs of saying.
    """
    if not 0 <= sentence < len(document.sentences):
        return None
    cited = {c.sentence for c in behind.citations.get(document.article.id, ())}
    cited.update(clause.sentence for clause in document.clauses if clause.attribution)
    block = document.sentences[sentence].block
    distances = [
        abs(other.index - sentence)
        for other in document.sentences
        if other.block == block and (other.index in cited or _is_crediting(document, other.index, crediting))
    ]
    return min(distances, default=None)


def _is_crediting(document: Document, sentence: int, crediting: frozenset[str]) -> bool:
    """Whether a sentence has a verb of saying, or another word that credits, whoever is credited."""
    words = [t for t in document.sentence_tokens(document.sentences[sentence]) if t.tag[:1].isalpha()]
    # A verb at the very end is often taken for a noun: "..., local media report".
    return any(t.lemma.lower() in _saying() and (t.tag.startswith("VB") or t is words[-1]) for t in words) or any(
        t.lemma.lower() in crediting for t in words
    )


@cache
def _saying() -> frozenset[str]:
    return frozenset(lemma for lemma, classes in load_cues().classes.items() if SPEECH.intersection(classes))
