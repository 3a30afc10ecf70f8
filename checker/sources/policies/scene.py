"""What a policy looks at: an event's articles, who is behind their claims, and what one origin alone says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.comparing.questions import Linked
from checker.comparing.single import Note
from checker.model import Claim, Evidence
from checker.sources.behind import Behind
from checker.sources.cutting import cut_evidence

SHOWN = 3
"""Passages that a note of a policy cites at most."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An event as a policy sees it; ``singles`` are the notes on what one origin alone says, weightiest or not."""

    event: str
    behind: Behind
    claims: Sequence[Claim]
    questions: Sequence[Linked]
    singles: Sequence[Note]

    def show(self, claims: Iterable[Claim]) -> list[Evidence]:
        """The words of some claims."""
        return [
            cut_evidence(self.behind.documents[c.article], c.span, c.value.normalized, limit=140)
            for c in list(claims)[:SHOWN]
        ]


def join_names(names: Iterable[str]) -> str:
    """Names as a sentence has them: "a", "a and b", "a, b and c"."""
    *head, tail = dict.fromkeys(names)
    return f"{', '.join(head)} and {tail}" if head else tail
