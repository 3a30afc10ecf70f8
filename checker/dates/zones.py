"""Time zones of places: which clock a dateline or "Swedish time" means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from checker.dates.vocabulary import table

_WORDS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")  # "Port-au-Prince", "St. John's" by words


@cache
def _places() -> Mapping[str, str]:
    """Place name (lower case) to tz database name, from ``data/zones.tsv``."""
    found = {}
    lines = resources.files("checker.dates").joinpath("data/zones.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            zone, names = line.split("\t")
            for name in names.split(","):
                found[name.strip().lower()] = zone
    return found


def zone_of(place: str) -> str | None:
    """The tz database name (or fixed offset, or UTC) for a city, a country with one zone, a demonym or a zone's name.

    Takes a dateline's place with what follows ("NAIROBI, Kenya"): the longest known name that it begins with
    counts, then any later part. None when nothing is known.
    """
    names = _places()
    for part in re.split(r"[,(/;]", place):
        words = [word.lower().rstrip(".") for word in _WORDS.findall(part)]
        for size in range(min(4, len(words)), 0, -1):
            name = " ".join(words[:size])
            if name in names:
                return names[name]
            if size == 1 and name in table("zone") and len(name) > 2:
                return str(table("zone")[name])
    return None
