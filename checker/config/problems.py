"""What is wrong with a configuration, said so that it can be put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel


class ConfigError(Exception):
    """The configuration cannot be used; the message names the file, the key and, where one is close, the right name."""


def suggest(name: str, known: Iterable[str]) -> str:
    """``; did you mean "figures"?`` where a known name is close, else nothing."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def explain(problem: Mapping[str, Any], table: type[BaseModel]) -> str:
    """A problem that pydantic found in ``table``, as a sentence."""
    place = [str(part) for part in problem["loc"]]
    key = ".".join(place)
    if problem["type"] != "extra_forbidden":
        return f"{key or 'the table'}: {problem['msg'][:1].lower()}{problem['msg'][1:]}"
    return f'unknown key "{key}"{suggest(place[-1], keys_at(table, place[:-1]))}'


def keys_at(table: type[BaseModel], place: Sequence[str]) -> list[str]:
    """The keys that a table may have, ``place`` being its own below ``table``."""
    known = {field.alias or name: field.annotation for name, field in table.model_fields.items()}
    if not place:
        return list(known)
    below = known.get(place[0])
    kinds = [below, *get_args(below)]
    inner = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
    # A mapping has names of the writer's own (a rule, an outlet, a pattern) before the keys of its tables.
    skipped = 1 if inner is below else 2
    return keys_at(inner, place[skipped:]) if inner is not None and len(place) >= skipped else []
