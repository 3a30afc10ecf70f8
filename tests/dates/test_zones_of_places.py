"""A dateline's place, a country or a demonym gives its time zone; an unknown place gives none."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from checker.dates import zone_of
from checker.dates.vocabulary import table
from checker.dates.zones import _places


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("MUSCAT, Jan 21", "Asia/Muscat"),
        ("NAIROBI, Kenya", "Africa/Nairobi"),
        ("PORT-AU-PRINCE, Haiti (Wire)", "America/Port-au-Prince"),
        ("Swedish", "Europe/Stockholm"),
        ("Hong Kong", "Asia/Hong_Kong"),
        ("UNKNOWNTOWN, Portugal", "Europe/Lisbon"),
        ("GMT", "UTC"),
        ("Nowhere in particular", None),
        ("local", None),
        ("", None),
    ],
)
def test_places(place: str, zone: str | None) -> None:
    assert zone_of(place) == zone


def test_every_zone_of_the_tables_exists() -> None:
    named = {*_places().values(), *(str(zone) for zone in table("zone").values())}
    for zone in named:
        if zone[0] not in "+-":
            assert ZoneInfo(zone).key == zone
