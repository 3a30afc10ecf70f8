"""Disjoint sets of names (union-find with path halving; Tarjan and van Leeuwen 1984)."""

from __future__ import annotations

from collections.abc import Iterable


class Sets:
    """Sets that are joined and asked for; the least name of a set stands for it."""

    def __init__(self, items: Iterable[str]) -> None:
        self.parent = {item: item for item in items}

    def find(self, item: str) -> str:
        """The name that stands for the item's set. Raises KeyError for a name that is in none."""
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        a, b = self.find(one), self.find(other)
        if a != b:
            self.parent[max(a, b)] = min(a, b)
