"""The kinds of claims that house rules speak of: casualty figures, sums, what unnamed sources say ..."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from checker.model import BlockKind, Claim, Document, Sentence, ValueType
from checker.sources.behind import Behind
from checker.sources.citing import FINITE, Citation
from checker.sources.describing import head_of, load_words
from checker.sources.origins import COPIED
from checker.values.quantities import Quantity
from checker.values.times import TimeValue

CASUALTIES = {"fate.die": "dead", "injury.injure": "injured", "whereabouts.missing": "missing"}
"""Concepts of what becomes of people that make a count of them a casualty figure, in a word."""

HIDDEN = frozenset("source insider person people official diplomat aide executive banker employee".split())
"""Heads of descriptions behind which a name is withheld, and not merely unknown or needless ("a resident said")."""

ANYONE = frozenset({"person", "people", "employee"})
"""Those of them that stand for anyone, unless it is said how they know."""

LEAD = 6
"""Statements from the top of an article among which the toll of its own event stands; later ones are background."""

RECENT = timedelta(days=30)
"""How far back a sentence may date what it tells for that to be the event, and not an earlier one."""

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})


def is_casualty(claim: Claim, behind: Behind) -> bool:
    """Whether a claim counts people killed, hurt or missing in the event: high in the text, in a whole sentence."""
    if not isinstance(claim.value, Quantity) or not claim.heads & CASUALTIES.keys() or not claim.value.point:
        return False
    document = behind.documents[claim.article]
    statements = [s.index for s in document.sentences if s.kind in PROSE and _is_statement(document, s)]
    if claim.sentence not in statements[:LEAD]:
        return False
    published = document.article.published_date
    days = [
        m.value.start.date()
        for m in document.mentions
        if m.sentence == claim.sentence and isinstance(m.value, TimeValue) and m.value.start is not None
    ]
    return published is None or not days or max(days) >= published - RECENT


def _is_statement(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence has a finite verb: not the row of a table, nor a line of a list."""
    return any(t.tag in FINITE for t in document.sentence_tokens(sentence))


def name_casualty(claim: Claim) -> str:
    """What has become of those that a casualty figure counts, in a word."""
    return next(word for concept, word in CASUALTIES.items() if concept in claim.heads)


def is_unnamed(claim: Claim, behind: Behind) -> bool:
    """Whether a claim rests on a source whose name is withheld; not its very words, which are nobody else's."""
    if claim.value.type is ValueType.QUOTE:
        return False
    return any(is_hidden(behind.documents[claim.article], c) for c in behind.cited_for(claim)[:1])


def is_hidden(document: Document, citation: Citation) -> bool:
    """Whether the name of a source is withheld: "people" may be anyone, "people familiar with the talks" are not."""
    head = head_of(document, citation.speaker) if citation.speaker is not None else None
    if citation.source.named or citation.speaker is None or head is None or not head.tag.startswith("NN"):
        return False
    lemma = head.lemma.lower()
    # "Harbour officials said": that is how a body speaks. An official who says something is somebody.
    if lemma in HIDDEN - ANYONE and not (lemma == "official" and head.tag == "NNS"):
        return True
    phrase = citation.speaker.of(document.text).casefold()
    return lemma in HIDDEN and (citation.shielded or any(words in phrase for words in load_words().near))


def is_relayed(claim: Claim, behind: Behind) -> bool:
    """Whether an article has a claim, nearly word for word, from another outlet that the sentence does not credit."""
    return behind.why_origin(claim) is not None and behind.origins.explain(claim)[1] == COPIED


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of claims: what it is called in a sentence, for one and for several, and what tells a claim of it."""

    one: str
    many: str
    holds: Callable[[Claim, Behind], bool]


def _is_of(*types: ValueType) -> Callable[[Claim, Behind], bool]:
    def holds(claim: Claim, behind: Behind) -> bool:
        del behind
        return not types or claim.value.type in types

    return holds


KINDS: Mapping[str, Sort] = {
    "casualties": Sort("a casualty figure", "casualty figures", is_casualty),
    "unnamed": Sort("what a source without a name says", "what sources without names say", is_unnamed),
    "relayed": Sort("what is copied from another outlet", "what is copied from other outlets", is_relayed),
    "money": Sort("a sum of money", "sums of money", _is_of(ValueType.MONEY)),
    "figures": Sort("a figure", "figures", _is_of(ValueType.NUMBER, ValueType.MONEY, ValueType.PERCENT)),
    "status": Sort("how far a matter has come", "how far matters have come", _is_of(ValueType.STATUS)),
    "any": Sort("a claim", "claims", _is_of()),
}
"""The kinds of claims, by the names that clauses call them."""


def sort_claim(claim: Claim, kinds: tuple[str, ...], behind: Behind) -> str | None:
    """The first of some kinds that a claim is of; None where it is of none."""
    return next((kind for kind in kinds if KINDS[kind].holds(claim, behind)), None)
