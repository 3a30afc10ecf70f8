"""The enumerations of the contract, and the verdict of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding says."""

    CONTRADICTION = "contradiction"
    FRAMING = "framing"
    UPDATE = "update"
    SINGLE_SOURCE = "single-source"
    CREDIBILITY = "credibility"
    UNMEASURED = "unmeasured"


class Severity(StrEnum):
    """How loudly a finding is said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Modality(StrEnum):
    """How firmly the author commits to a claim (FactBank's sense)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether a claim is asserted or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class ValueType(StrEnum):
    """The type of an answer."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ROLE = "role"
    STATUS = "status"
    QUOTE = "quote"
    TEXT = "text"


class Relation(StrEnum):
    """How two answers to one question stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    FRAMING = "framing"
    CONTRADICT = "contradict"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a comparison, with a reason that a person can read."""

    relation: Relation
    reason: str
