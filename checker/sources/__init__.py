"""Sources: outlets, the origins behind claims, how answers are weighed, and what the report says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.sources.weighing import Support, weigh

__all__ = ["Support", "weigh"]


def __getattr__(name: str) -> object:
    """Weighing needs NumPy, which takes long to import: it is imported when a name of it is first used."""
    if name in __all__:
        from checker.sources import weighing

        return getattr(weighing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
