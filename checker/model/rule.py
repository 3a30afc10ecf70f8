"""What a rule is: a record that a rule module publishes as ``RULE``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from checker.model.claims import Claim
from checker.model.document import Document
from checker.model.kinds import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Linking:
    """How much each level counts when two claims of a rule are tested for answering one question.

    The weights need not sum to one; they are normalised. ``threshold`` is the least score (0 to 1) at which differing
    answers are set against each other, ``agreeing`` the least at which equal answers count as the same question.
    ``scope`` is what claims restricted by different words lose, ``alone`` what it adds that neither article has another
    claim of the kind, ``figures`` what two figures that look like one slip of the pen add to the score. ``needs`` names
    levels that must not be zero. ``words`` says that the share of equal heads alone decides (one sentence told twice).
    ``growth`` is what is asked more of differing answers for each doubling of the pairs of claims that two articles
    have, beyond a few: among many, some match by chance; ``breadth`` the same for each doubling of their length beyond
    that of a short report: the longer an article, the more in it is beside its event; ``ground`` the least match of
    the words around that differing answers of such articles must have unless somebody named is in both. ``fitted``
    says that differing answers of two articles are linked by the fitted model instead of the weights.
    """

    heads: float = 0.40
    concepts: float = 0.15
    entities: float = 0.15
    topic: float = 0.30
    figures: float = 0.0
    alone: float = 0.0
    scope: float = 0.0
    threshold: float = 0.50
    agreeing: float = 0.25
    needs: tuple[str, ...] = ()
    words: bool = False
    growth: float = 0.0
    breadth: float = 0.0
    ground: float = 0.0
    fitted: bool = False


class Fit(IntEnum):
    """How well a question is worded, the best first.

    Made of a full clause; by naming its thing; of a clause, but opening with a preposition; a quotation with a gap.
    """

    CLAUSE = 0
    THING = 1
    TURNED = 2
    GAP = 3


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A question in an article's own words, and how well it is worded."""

    text: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of claim: how it is found in a document, and how two answers compare.

    ``compare`` takes two linked claims and returns a verdict; None compares their typed values. ``stake`` orders
    findings (lives, status, money, dates, names, colour): the lower, the earlier. ``single_source`` says whether what
    one origin alone says is noted; the configuration's option ``single-source`` replaces it for any rule. ``configure``
    makes the rule that its other options in the configuration ask for; it raises ValueError, with a message for the
    person who wrote them, for one that it does not know or cannot use. ``ask`` words the question that a claim answers
    as its article would; it is called for what is reported only, and where it is None, or gives None, the claim's
    ``asks`` is shown as it is.
    """

    id: str
    version: str
    severity: Severity
    extract: Callable[[Document], Iterator[Claim]]
    compare: Callable[[Claim, Claim], Verdict] | None = None
    linking: Linking = field(default_factory=Linking)
    stake: int = 5
    single_source: bool = True
    configure: Callable[[Mapping[str, object]], Rule] | None = None
    ask: Callable[[Claim, Document], Phrasing | None] | None = None
