"""What a process that checks again and again remembers: the analyses of articles that have not changed since.

An analysis depends on the article, the range of it that is left out, the day and the zone that it is read from and the
parser; its claims on the rules too. All of that is the key. A memory is for one configuration; another has its own.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST = 400
"""Things remembered: the analysis and the claims of 200 articles; one of 600 words takes about a megabyte."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Remembers what was worked out last; not for several threads at once."""

    most: int = MOST
    kept: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)

    def recall(self, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """What is remembered under a key, or else what is worked out now, and remembered."""
        if key in self.kept:
            self.kept.move_to_end(key)
        else:
            self.kept[key] = work_out()
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)
        value: Value = self.kept[key]
        return value
