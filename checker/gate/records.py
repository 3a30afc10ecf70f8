"""A line of JSON as a record, refused with a reason that says how to put it right."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from checker.config import suggest

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from pydantic import TypeAdapter

Record = TypeVar("Record", bound="DataclassInstance")

# What version control leaves in a file where two changes met.
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class RecordError(ValueError):
    """A line that is no such record; the message says why."""


def read_record(line: str, kind: type[Record]) -> Record:
    """A line of JSON as a record of the kind given, its values checked against the record's types.

    Raises RecordError.
    """
    if line.startswith(CONFLICT):
        raise RecordError(
            "a mark of a merge that was not finished: keep the lines of both sides, and take the mark out"
        )
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not valid JSON: {error}") from error
    if not isinstance(values, dict):
        raise RecordError("not a JSON object")
    known = [field.name for field in fields(kind)]
    for key in values:
        if key not in known:
            raise RecordError(f'unknown key "{key}"{suggest(key, known)}')
    return _check(values, kind)


@cache
def _reader(kind: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _check(values: dict[str, Any], kind: type[Record]) -> Record:
    from pydantic import ValidationError

    try:
        return cast("Record", _reader(kind).validate_python(values))
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(str(part) for part in problem["loc"])
        raise RecordError(f"{key}: {problem['msg'][:1].lower()}{problem['msg'][1:]}") from error
