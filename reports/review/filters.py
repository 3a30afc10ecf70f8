"""What of the findings is shown: the filters, as they stand in the address of the overview."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from checker.model import DecisionStatus

# Beside the statuses of decisions: nobody has decided, and decided when the question had other answers.
UNDECIDED = "undecided"
RETURNED = "returned"
STATUSES = (UNDECIDED, RETURNED, *(status.value for status in DecisionStatus))

# Findings on one page of the overview.
PAGE = 50

# More words than these in a search say nothing more.
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """Each is empty where it lets everything pass; ``page`` counts from one."""

    q: str = ""
    kind: str = ""
    severity: str = ""
    rule: str = ""
    outlet: str = ""
    origin: str = ""
    status: str = ""
    event: str = ""
    assignee: str = ""
    page: int = 1

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that hold something back."""
        return tuple(f.name for f in fields(self) if f.name != "page" and getattr(self, f.name))

    @property
    def words(self) -> tuple[str, ...]:
        """The words searched for, folded as the store folds what it searches in."""
        return tuple(self.q.casefold().split())[:MOST_WORDS]

    def query(self, **changes: str | int) -> str:
        """The query of the address, with changes; the page is the first again unless it is what changes."""
        changed = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]  # names and types are the fields'
        pairs = [(f.name, str(getattr(changed, f.name))) for f in fields(changed) if getattr(changed, f.name)]
        return urlencode([(name, value) for name, value in pairs if (name, value) != ("page", "1")])
