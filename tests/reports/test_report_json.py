"""The JSON report keeps its contract: schema, order, offsets, and what it reads back."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sample_extremes import crowded, hostile
from sample_report import empty, lonely, module, quiet, sample

from checker.formats import Options
from checker.model import Report

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "report.schema.json"
REPORTS = pytest.mark.parametrize("make", [sample, quiet, lonely, empty, hostile, crowded])
json_format = module("json")


def written(report: Report) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(json_format.FORMAT.write(report, Options()))
    return content


@REPORTS
def test_every_report_satisfies_the_published_schema(make: Any) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.validate(written(make()), schema, cls=jsonschema.Draft202012Validator)


def test_the_published_schema_is_the_generated_one() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == module("schema.v1").json_schema()


def test_the_schema_names_every_key_that_is_written() -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))

    def check(value: Any, node: dict[str, Any]) -> None:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
        if isinstance(value, dict):
            assert set(value) == set(node["properties"]), node.get("title")
            for key, inner in value.items():
                check(inner, node["properties"][key])
        elif isinstance(value, list):
            for inner in value:
                check(inner, node["items"])

    check(written(sample()), schema)


def test_the_schema_refuses_a_kind_that_does_not_exist() -> None:
    content = written(sample())
    content["findings"][0]["kind"] = "lie"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def test_findings_keep_the_order_of_the_report() -> None:
    assert [f["id"] for f in written(sample())["findings"]] == [f.id for f in sample().findings]


def test_claims_come_by_article_and_position_whatever_their_order_was() -> None:
    report = sample()
    turned = dataclasses.replace(report, claims=report.claims[::-1])
    text = json_format.FORMAT.write(report, Options())
    assert json_format.FORMAT.write(turned, Options()) == text
    places = [(c["article"], c["start"]) for c in json.loads(text)["claims"]]
    order = [a.id for a in report.articles]
    assert places == sorted(places, key=lambda p: (order.index(p[0]), p[1]))


@pytest.mark.parametrize("make", [sample, hostile])
def test_offsets_of_evidence_reproduce_its_text(make: Any) -> None:
    report = make()
    fields = {(a.id, f): (a.text if f == "text" else a.title) for a in report.articles for f in ("text", "title")}
    for finding in written(report)["findings"]:
        for evidence in finding["evidence"]:
            text = fields[evidence["article"], evidence["field"]]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_words_of_other_scripts_are_written_as_they_are() -> None:
    assert "May 14 —" not in json_format.FORMAT.write(sample(), Options())
    assert "≥ 21 people" in json_format.FORMAT.write(sample(), Options())


def test_a_lone_surrogate_is_escaped_and_survives() -> None:
    report = sample()
    article = dataclasses.replace(report.articles[0], title="half \ud83d a face")
    text = json_format.FORMAT.write(dataclasses.replace(report, articles=(article, *report.articles[1:])), Options())
    text.encode("utf-8")
    assert json.loads(text)["articles"][0]["title"] == "half \ud83d a face"


def test_a_report_is_read_back_as_it_was_written() -> None:
    text = json_format.FORMAT.write(sample(), Options())
    assert json_format.read(text) == json.loads(text)


def test_fields_of_a_later_version_are_kept() -> None:
    content = written(sample()) | {"weather": "rain"}
    assert json_format.read(json.dumps(content))["weather"] == "rain"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "no schema_version"),
        ('{"schema_version": 2}', "schema version 2"),
        ('{"schema_version": 1}', "not a consistency report: tool"),
    ],
)
def test_what_is_not_a_report_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        json_format.read(text)


def test_a_wrong_value_is_named_by_where_it_stands() -> None:
    content = written(sample())
    content["findings"][1]["evidence"][0]["start"] = -1
    with pytest.raises(ValueError, match=r"findings\.1\.evidence\.0\.start"):
        json_format.read(json.dumps(content))
