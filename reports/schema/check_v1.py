"""Schema version 1 of the outcome of a check, as the formats json and (a result a line) jsonl give it."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from checker.model import DecisionStatus, Disposition, Kind, Severity

from .v1 import InputRecord, Offset, Record, Score, ToolRecord

Count = Annotated[int, Field(ge=1, description="Counts from one.")]


class NewRecord(Record):
    """An article that was checked."""

    id: str
    path: str | None
    source: str | None
    title: str | None


class PlaceRecord(Record):
    """Where words stand.

    `start` and `end` are offsets into the article's text, or its headline where `field` is `title`; lines are those of
    the file, or, where `extracted`, of the text that was taken out of it. Columns are code points, `byte_column` bytes
    of UTF-8; ends are one past the last. `side` is a letter, the same for the same answer in one result.
    """

    article: str
    source: str | None
    path: str
    uri: str
    field: Literal["text", "title"]
    start: Offset
    end: Offset
    line: Count
    column: Count
    end_line: Count
    end_column: Count
    byte_column: Count
    end_byte_column: Count
    text: str
    clause: str
    value: str
    side: str
    extracted: bool


class DecisionRecord(Record):
    """What an editor decided."""

    status: DecisionStatus
    reason: str
    who: str
    when: str
    expires: str | None
    values: list[str]


class SuppressionRecord(Record):
    """What silences a result, and why."""

    kind: Literal["in-source", "external"]
    justification: str
    decision: DecisionRecord | None


class ResultRecord(Record):
    """A finding at its place in a new article, with the words of the others."""

    fingerprint: str
    question_key: str
    rule: str
    kind: Kind
    severity: Severity
    confidence: Score
    question: str
    message: str
    difference: str
    hint: str
    disposition: Disposition
    suppression: SuppressionRecord | None
    earlier: DecisionRecord | None = Field(description="What was decided when the question had other answers.")
    place: PlaceRecord
    related: list[PlaceRecord]
    origins: list[str]


class CheckRecord(Record):
    """The outcome of a check of new articles."""

    model_config = ConfigDict(extra="allow", title="Outcome of a check, schema version 1")

    schema_version: Literal[1]
    tool: ToolRecord
    inputs: list[InputRecord]
    new: list[NewRecord]
    compared_with: Annotated[int, Field(ge=0, description="Articles of the archive on the same events.")]
    results: list[ResultRecord]
    hidden: dict[Kind, int] = Field(description="Results less severe than what is shown, by kind.")
    remarks: list[str]


def json_schema() -> str:
    """Give the JSON Schema (draft 2020-12) of the outcome, as it is published."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema.update(CheckRecord.model_json_schema())
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
