"""The formats that CI services take: escaping, caps, unique fingerprints, byte columns, and valid XML."""

import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import JUnitXml, Skipped
from sample_outcome import ALL, CONTRADICTION, FRAMING, NEW, NOTE, make_outcome, suppress

from checker.formats import CheckOptions
from checker.model import Kind, Outcome, Severity
from checker.registry import find_check_format


def write(name: str, outcome: Outcome, **options: Any) -> str:
    return find_check_format(name).write(outcome, CheckOptions(**options))


def test_a_command_has_the_place_and_the_words_escaped() -> None:
    line = write("github", make_outcome(CONTRADICTION)).splitlines()[0]
    assert line.startswith(
        "::error file=drafts/ferry café 😀.md,line=3,endLine=3,col=26,endColumn=29,title=contradiction%3A figures::"
    )
    message = line.split("::", 2)[2]
    assert "%0ACoast [Wire], archive/coast.txt:3:11: “124 people | café 😀”" in message
    assert "100%25 of it" in message


@pytest.mark.parametrize(
    ("text", "data", "prop"),
    [
        ("50% more", "50%25 more", "50%25 more"),
        ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("a: b, c", "a: b, c", "a%3A b%2C c"),
        ("%0A", "%250A", "%250A"),
    ],
)
def test_escaping(text: str, data: str, prop: str) -> None:
    module = import_module("checker.reports.checks.github")
    assert module.escape_data(text) == data
    assert module.escape_property(text) == prop


def test_a_path_with_a_comma_does_not_end_its_property() -> None:
    outcome = make_outcome(CONTRADICTION)
    result = outcome.results[0]
    outcome = replace(outcome, results=(replace(result, place=replace(result.place, path="a,b:c.md")),))
    assert write("github", outcome).startswith("::error file=a%2Cb%3Ac.md,line=3,")


def test_ten_of_a_level_are_commands_the_worst_first_and_the_others_lines() -> None:
    many = [replace(FRAMING, fingerprint=f"{n:016x}") for n in range(12)] + [CONTRADICTION]
    lines = write("github", make_outcome(*many)).splitlines()
    assert lines[0].startswith("::error ")
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert sum(line.startswith("drafts/") for line in lines) == 2


def test_no_other_line_looks_like_a_command() -> None:
    finding = replace(NOTE, message="x\n::error::injected\n::stop-commands::y")
    lines = write("github", make_outcome(finding)).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == lines[:1]
    assert lines[0].startswith("::notice ")


def test_it_is_a_bare_array_and_empty_when_clean() -> None:
    assert json.loads(write("gitlab", make_outcome())) == []
    assert isinstance(json.loads(write("gitlab", make_outcome(*ALL))), list)


def test_entries_have_what_gitlab_asks_for() -> None:
    for entry in json.loads(write("gitlab", make_outcome(*ALL))):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not entry["location"]["path"].startswith(("./", "/"))
        assert entry["location"]["lines"]["begin"] >= 1


def test_fingerprints_are_unique_even_for_one_finding_twice() -> None:
    entries = json.loads(write("gitlab", make_outcome(CONTRADICTION, CONTRADICTION, FRAMING)))
    assert len({entry["fingerprint"] for entry in entries}) == 3


def test_a_fingerprint_stays_when_lines_are_added_above() -> None:
    outcome = make_outcome(CONTRADICTION)
    result = outcome.results[0]
    moved = replace(outcome, results=(replace(result, place=replace(result.place, line=30, end_line=30)),))
    one, other = (json.loads(write("gitlab", each))[0]["fingerprint"] for each in (outcome, moved))
    assert one == other


# As the JSON Schema of the Reviewdog Diagnostic Format has it, without what is not written here.
POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["line", "column"],
}
LOCATION = {
    "type": "object",
    "properties": {
        "path": {"type": "string", "minLength": 1},
        "range": {"type": "object", "properties": {"start": POSITION, "end": POSITION}, "required": ["start"]},
    },
    "required": ["path"],
}
SCHEMA = {
    "type": "object",
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": LOCATION,
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}}, "required": ["value"]},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                            "required": ["location"],
                            "additionalProperties": False,
                        },
                    },
                },
                "required": ["message", "location"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["diagnostics"],
    "additionalProperties": False,
}


def test_it_keeps_to_the_schema() -> None:
    for outcome in (make_outcome(), make_outcome(*ALL, unread=True)):
        jsonschema.validate(json.loads(write("rdjson", outcome)), SCHEMA)


def test_columns_are_bytes_and_the_end_is_exclusive() -> None:
    diagnostic = json.loads(write("rdjson", make_outcome(CONTRADICTION)))["diagnostics"][0]
    span = diagnostic["location"]["range"]
    line = NEW.text.splitlines()[span["start"]["line"] - 1].encode()
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"142"
    assert span["start"]["column"] == 26 + len("é".encode()) - 1 + len("😀".encode()) - 1


def read(tmp_path: Path, outcome: Outcome, **options: Any) -> JUnitXml:
    file = tmp_path / "junit.xml"
    file.write_text(write("junit", outcome, **options), encoding="utf-8")
    return JUnitXml.fromfile(str(file))


def test_what_fails_the_check_is_a_failure_and_the_rest_is_none(tmp_path: Path) -> None:
    suites = read(tmp_path, make_outcome(*ALL, unread=True))
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (5, 1, 1, 1)
    (suite, inputs) = list(suites)
    assert suite.name == "drafts/ferry café 😀.md"
    assert inputs.name == "inputs"
    failed = [case for case in suite if case.result and case.result[0].type == "error"]
    assert "Coast [Wire], archive/coast.txt:3:11: “124 people | café 😀”" in failed[0].result[0].text


@pytest.mark.parametrize(
    ("options", "failures"),
    [({"fail_on": None}, 0), ({"fail_on": Severity.WARNING}, 3), ({"strict": True}, 2)],
)
def test_failures_follow_what_the_check_fails_on(tmp_path: Path, options: dict[str, Any], failures: int) -> None:
    assert read(tmp_path, make_outcome(*ALL), **options).failures == failures


def test_what_is_suppressed_is_skipped_with_the_reason(tmp_path: Path) -> None:
    (suite,) = list(read(tmp_path, suppress(make_outcome(CONTRADICTION), 0)))
    (case,) = list(suite)
    assert isinstance(case.result[0], Skipped)
    assert case.result[0].message == "suppressed: the café 😀 counted crew"


def test_what_stands_in_no_article_has_a_suite_of_its_own(tmp_path: Path) -> None:
    outcome = make_outcome(CONTRADICTION)
    place = replace(outcome.results[0].place, article="", path="checker-decisions.jsonl")
    outcome = replace(outcome, results=(*outcome.results, replace(outcome.results[0], place=place)))
    assert [suite.name for suite in read(tmp_path, outcome)] == ["drafts/ferry café 😀.md", "checker-decisions.jsonl"]


def test_a_clean_article_is_a_test_that_passes(tmp_path: Path) -> None:
    suites = read(tmp_path, make_outcome())
    assert (suites.tests, suites.failures) == (1, 0)


def test_characters_that_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    finding = replace(CONTRADICTION, kind=Kind.UNMEASURED, message="a\x00b\x0bc\ud800d\uffffe ]]> <&\"'")
    (suite,) = list(read(tmp_path, make_outcome(finding)))
    (case,) = list(suite)
    assert case.result[0].message == "a\ufffdb c\ufffdd\ufffde ]]> <&\"'"
