"""Which way each feature of a pair of claims can speak, so that no fitted weight says the opposite of its sense."""

from __future__ import annotations

AGAINST = frozenset(
    {
        "far",
        "ratio",
        "length ratio",
        "rivals",
        "size rivals",
        "crowd",
        "no heads",
        "no topic",
        "both common",
        "one common",
    }
    | {
        "scope",
        "modality",
        "polarity",
        "marks",
        "one people",
        "one ahead",
        "one clock",
        "several mark",
        "personal",
        "apart",
    }
)
"""Features that can only speak against two answers being to one question."""

EITHER = frozenset(
    {"origins", "lead", "big", "central", "both ahead", "two clocks", "no days", "no ratio", "alone", "ordinal known"}
)
"""Features that may speak for it or against it; so may those that say that something is known, or what kind it is."""


def sign_of(name: str) -> int:
    """Which way a feature can speak: 1 for one question, -1 for two, 0 for either."""
    if name in AGAINST or name.endswith(" apart"):
        return -1
    either = name in EITHER or name.endswith((" known", " mark")) or name.startswith("slot ")
    return 0 if either else 1
