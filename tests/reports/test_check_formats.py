"""The formats of a check: each says the same, in the form that its reader takes, whatever characters there are."""

import json
import re
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from sample_outcome import (
    ALL,
    CONTRADICTION,
    FRAMING,
    HINT,
    NEW,
    NOTE,
    OLD,
    cite,
    know,
    make_outcome,
    suppress,
)

from checker.formats import CheckOptions
from checker.model import Decision, DecisionStatus, Kind, Outcome
from checker.registry import RegistryError, find_check_format, name_check_formats


def write(name: str, outcome: Outcome, **options: Any) -> str:
    return find_check_format(name).write(outcome, CheckOptions(**options))


def test_the_formats_are_those_that_are_promised() -> None:
    assert name_check_formats() == (
        "github",
        "gitlab",
        "json",
        "jsonl",
        "junit",
        "markdown",
        "rdjson",
        "sarif",
        "text",
    )


def test_a_format_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(RegistryError, match='did you mean "sarif"'):
        find_check_format("sarf")


@pytest.mark.parametrize("name", name_check_formats())
def test_every_format_is_the_same_bytes_each_time_and_keeps_characters(name: str) -> None:
    outcome = make_outcome(*ALL, unread=True)
    written = write(name, outcome)
    assert written == write(name, outcome)
    assert "café 😀" in written
    assert written.endswith("\n")


@pytest.mark.parametrize("name", name_check_formats())
def test_every_format_has_something_to_say_of_nothing(name: str) -> None:
    written = write(name, make_outcome())
    assert written.strip() or name == "jsonl"


@pytest.mark.parametrize("name", ["text", "github", "gitlab", "rdjson", "markdown"])
def test_what_is_suppressed_or_known_is_not_among_the_results(name: str) -> None:
    written = write(name, know(suppress(make_outcome(*ALL), 0), 1))
    assert "124" not in written
    assert "a record of what" not in written
    assert "It sank" in written


@pytest.mark.parametrize("name", name_check_formats())
def test_an_earlier_decision_is_said(name: str) -> None:
    decision = Decision("f", "q", "figures", DecisionStatus.DISMISSED, "crew was counted café 😀")
    outcome = make_outcome(CONTRADICTION)
    outcome = replace(outcome, results=(replace(outcome.results[0], earlier=decision),))
    written = write(name, outcome)
    assert "dismissed" in written
    assert "crew was counted café 😀" in written


def test_text_has_place_severity_rule_message_line_caret_other_words_and_hint() -> None:
    lines = write("text", make_outcome(CONTRADICTION)).splitlines()
    assert lines[0].startswith("drafts/ferry café 😀.md:3:26: error[figures] “142” here, “124” in Coast [Wire]")
    assert lines[1] == "3 | The café 😀 ferry carried 142 people [sic], 50% more: a record, they say."
    # The emoji is two columns wide on a terminal, so the caret stands one further than the column says.
    assert lines[2].index("^") == lines[1].index("142") + 1
    assert lines[2].count("^") == 3
    assert lines[3] == "  = Coast [Wire], archive/coast.txt:3:11: “124 people | café 😀”"
    assert lines[5] == f"  = hint: {HINT}"


def test_text_shows_of_a_long_line_what_is_around_the_words() -> None:
    article = replace(NEW, text="word " * 400 + "142 people" + " word" * 400)
    outcome = make_outcome(CONTRADICTION)
    place = replace(
        outcome.results[0].place,
        snippet=article.text,
        column=2001,
        end_column=2011,
        line=1,
        end_line=1,
        text="142 people",
    )
    written = write("text", replace(outcome, results=(replace(outcome.results[0], place=place),)), width=80)
    shown, carets = written.splitlines()[1:3]
    assert len(shown) <= 80
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "142 people"


def test_text_prints_nothing_that_a_terminal_would_obey() -> None:
    finding = replace(CONTRADICTION, kind=Kind.UNMEASURED, message="clear\x1b[2J the screen\u202e")
    assert not re.search("[\x1b\u202e]", write("text", make_outcome(finding)))


def test_text_says_what_is_not_shown() -> None:
    outcome = replace(know(suppress(make_outcome(*ALL), 0), 1), hidden=((Kind.UPDATE, 2),))
    written = " ".join(write("text", outcome).split())
    assert "1 result suppressed. 1 result known from the baseline. Not shown: 2 updates (--show note)." in written


@pytest.mark.parametrize("name", ["text", "markdown", "github", "junit"])
def test_of_many_places_some_are_shown_and_each_answer_among_them(name: str) -> None:
    outcome = make_outcome(CONTRADICTION)
    result = outcome.results[0]
    many = [replace(result.related[0], side="B", clause=f"said {n} times") for n in range(20)]
    last = replace(result.related[0], side="C", clause="another answer")
    written = write(name, replace(outcome, results=(replace(result, related=(*many, last)),)))
    assert written.count(" times”") == 5
    assert "another answer" in written
    assert "and 15 more places" in written


def test_one_finding_at_two_places_is_counted_once() -> None:
    outcome = make_outcome(CONTRADICTION)
    twice = replace(outcome, results=outcome.results * 2)
    assert "1 contradiction, at 2 places." in " ".join(write("text", twice).split())


def test_json_lines_are_the_results_of_the_json() -> None:
    outcome = suppress(make_outcome(*ALL), 0)
    whole = json.loads(write("json", outcome))
    lines = [json.loads(line) for line in write("jsonl", outcome).splitlines()]
    assert lines == whole["results"]
    assert whole["results"][0]["disposition"] == "suppressed"
    assert whole["results"][0]["suppression"]["justification"] == "the café 😀 counted crew"


def test_json_keeps_to_its_published_schema_which_names_every_key() -> None:
    file = Path(__file__).parents[2] / "docs" / "check.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert file.read_text(encoding="utf-8") == import_module("checker.reports.schema.check_v1").json_schema()
    decision = Decision("f", "q", "figures", DecisionStatus.DISMISSED, "why", expires=date(2031, 5, 14))
    outcome = suppress(make_outcome(*ALL, unread=True), 0)
    results = [replace(result, earlier=decision) for result in outcome.results]
    outcome = replace(outcome, results=tuple(results), hidden=((Kind.UPDATE, 2),), remarks=("a remark",))
    record = json.loads(write("json", outcome))
    jsonschema.validate(record, schema, cls=jsonschema.Draft202012Validator)
    named = {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", ())}
    assert {*record, *record["results"][0], *record["results"][0]["place"]} <= named


def test_json_offsets_and_columns_lead_back_to_the_words() -> None:
    for record in json.loads(write("json", make_outcome(*ALL)))["results"]:
        place = record["place"]
        assert NEW.text[place["start"] : place["end"]] == place["text"]
        line = NEW.text.splitlines()[place["line"] - 1]
        assert line[place["column"] - 1 : place["end_column"] - 1] == place["text"]
        assert line.encode()[place["byte_column"] - 1 : place["end_byte_column"] - 1].decode() == place["text"]


class TestMarkdown:
    def test_words_make_no_markup(self) -> None:
        article_words = "<script>alert(1)</script> *bold* @name | #12 `code`"
        finding = replace(CONTRADICTION, kind=Kind.UNMEASURED, message=article_words)
        html = MarkdownIt().enable("table").render(write("markdown", make_outcome(finding)))
        assert "<script" not in html
        assert "<em>bold" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; *bold*" in html

    def test_the_worst_come_first_and_each_has_its_other_words(self) -> None:
        written = write("markdown", make_outcome(NOTE, FRAMING, CONTRADICTION))
        assert [written.index(f"**{one}**") for one in ("error", "warning", "note")] == sorted(
            written.index(f"**{one}**") for one in ("error", "warning", "note")
        )
        assert "`archive/coast.txt:3:11`" in written

    def test_it_stays_within_what_a_comment_holds(self) -> None:
        many = [replace(CONTRADICTION, fingerprint=f"{n:016x}") for n in range(300)]
        written = write("markdown", make_outcome(*many))
        assert len(written) < 65_536
        assert re.search(r"\d+ more results left out here", written)


def test_a_headline_outside_of_the_text_has_a_place() -> None:
    article = replace(OLD, id="titled", title="A title: 124 café 😀", path="/desk/archive/coast.json")
    evidence = replace(cite(article, "On board", ""), field="title", start=0, end=7, text="A title")
    outcome = make_outcome(CONTRADICTION)
    from checker.gate.places import Locator

    place = Locator(replace(outcome.report, articles=(article,)), "/desk").place(evidence, "figures")
    assert place.extracted
    assert place.snippet == article.title
    assert (place.line, place.column) == (1, 1)
