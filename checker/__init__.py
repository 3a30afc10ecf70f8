"""Finds where news articles on one event contradict each other, with the exact words.

    from checker import Article, check, extract

    report = check([Article(id="a", text=...), Article(id="b", text=...)])

What is named here is the stable interface. It is imported when it is first used, so that ``import checker`` costs
nothing.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.config import Config as Config
    from checker.model import Article as Article
    from checker.model import Claim as Claim
    from checker.model import Event as Event
    from checker.model import Evidence as Evidence
    from checker.model import Finding as Finding
    from checker.model import Kind as Kind
    from checker.model import Mention as Mention
    from checker.model import MentionKind as MentionKind
    from checker.model import Modality as Modality
    from checker.model import Polarity as Polarity
    from checker.model import Question as Question
    from checker.model import QuestionStatus as QuestionStatus
    from checker.model import Quote as Quote
    from checker.model import QuoteType as QuoteType
    from checker.model import Report as Report
    from checker.model import Severity as Severity
    from checker.model import Source as Source
    from checker.model import Span as Span
    from checker.model import ValueType as ValueType
    from checker.reading import read_paths as read_paths
    from checker.run import Extraction as Extraction
    from checker.run import check as check
    from checker.run import extract as extract

__version__ = "0.1.0"

# In an installed package rules/ and reports/ are inside this folder; in a checkout they stand beside it, and are found
# as checker.rules and checker.reports all the same. (os.path, as importing pathlib would cost every start.)
_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
if not os.path.isdir(os.path.join(_HERE, "rules")):  # noqa: PTH112, PTH118
    __path__.append(os.path.dirname(_HERE))  # noqa: PTH120

_MODEL = (
    "Article Claim Event Evidence Finding Kind Mention MentionKind Modality Polarity Question QuestionStatus Quote "
    "QuoteType Report Severity Source Span ValueType"
)
_WHERE = {
    **dict.fromkeys(_MODEL.split(), "checker.model"),
    "Config": "checker.config",
    "Extraction": "checker.run",
    "check": "checker.run",
    "extract": "checker.run",
    "read_paths": "checker.reading",
}

__all__ = ["__version__", *_WHERE]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_WHERE[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, for completion at a prompt."""
    return sorted(__all__)
