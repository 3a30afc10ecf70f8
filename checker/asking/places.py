"""How a place is asked for: "where was the agreement signed?"."""

from __future__ import annotations

from checker.asking.clauses import ask_of, find_verb, frame_clause
from checker.asking.gaps import leave_gap
from checker.asking.trees import relation
from checker.asking.values import find_value
from checker.model import BlockKind, Claim, Document, Fit, Phrasing

WHERE = {"in": "where", "at": "where", "on": "where", "to": "where", "near": "near what place", "from": "from where"}


def ask_place(claim: Claim, document: Document) -> Phrasing | None:
    """The question that a place answers; None where its words do not stand in the claim's."""
    if not claim.asks.startswith(("where (", "where:")):
        return None
    place = find_value(claim, document)
    if place is not None and place.tree.sentence.kind is BlockKind.PARAGRAPH:
        anchor = place.root
        asked = WHERE.get(place.tree.cases(anchor))
        verb = find_verb(place.tree, anchor) if relation(anchor) == "obl" else None
        if asked is not None and verb is not None:
            gone = frozenset(place.tree.covered(anchor) | place.inside)
            frame = frame_clause(place.tree, verb, gone)
            question = ask_of(frame, asked, gone) if frame is not None else None
            if question is not None:
                return Phrasing(question, Fit.CLAUSE if asked == "where" else Fit.TURNED)
    gap = leave_gap(claim, "where", document)
    return Phrasing(gap, Fit.GAP) if gap is not None else None
