"""SARIF 2.1.0 as the standard and GitHub's code scanning ask for it."""

import json
import re
from typing import Any

from sample_outcome import ALL, CONTRADICTION, know, make_outcome, suppress

from checker.formats import CheckOptions, RulePage
from checker.model import Outcome, Severity
from checker.registry import find_check_format

PAGE = RulePage(
    "figures",
    "Figures that differ",
    "Figures: figures that differ.\n\nTwo articles count one thing and differ.\n\n"
    "## Why it matters\n\nA `count` is **fact**.",
    Severity.ERROR,
    "1",
)


def write(name: str, outcome: Outcome, **options: Any) -> str:
    return find_check_format(name).write(outcome, CheckOptions(**options))


def read_run(outcome: Outcome, **options: Any) -> dict[str, Any]:
    log = json.loads(write("sarif", outcome, **options))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_location_is_in_the_new_article_and_the_message_links_the_others() -> None:
    run = read_run(make_outcome(CONTRADICTION))
    (result,) = run["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {
        "uri": "drafts/ferry%20caf%C3%A9%20%F0%9F%98%80.md",
        "uriBaseId": "%SRCROOT%",
    }
    # Columns count code points here, which the run has to say, for the default is UTF-16 code units.
    assert run["columnKind"] == "unicodeCodePoints"
    region = location["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 26, 29)
    ids = [one["id"] for one in result["relatedLocations"]]
    assert [int(n) for n in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])] == ids
    assert "café 😀" in result["relatedLocations"][0]["message"]["text"]


def test_brackets_in_words_make_no_links() -> None:
    (result,) = read_run(make_outcome(CONTRADICTION))["results"]
    text = result["message"]["text"]
    assert "Coast \\[Wire\\]" in text
    assert "\\[really\\]" in text


def test_a_file_outside_of_the_root_has_an_absolute_address() -> None:
    (result,) = read_run(make_outcome(CONTRADICTION))["results"]
    outside = result["relatedLocations"][1]["physicalLocation"]
    assert outside["artifactLocation"] == {"uri": "file:///elsewhere/page.pdf"}
    assert "region" not in outside  # the lines of a PDF's text are none of the file's


def test_rules_come_with_their_full_help_and_results_point_to_them() -> None:
    run = read_run(make_outcome(*ALL), pages={"figures": PAGE})
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    figures = next(rule for rule in rules if rule["id"] == "figures")
    assert figures["help"]["markdown"] == PAGE.page
    assert "A count is fact." in figures["help"]["text"]
    assert figures["fullDescription"]["text"] == "Two articles count one thing and differ."
    assert figures["defaultConfiguration"]["level"] == "error"


def test_fingerprints_tell_findings_on_one_line_apart() -> None:
    results = read_run(make_outcome(*ALL))["results"]
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(hashes)) == len(hashes)


def test_suppressed_results_carry_the_reason_and_all_others_an_empty_list() -> None:
    outcome = suppress(suppress(make_outcome(*ALL), 0), 1, "external", "not comparable")
    first, second, third, _ = read_run(outcome)["results"]
    assert first["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the café 😀 counted crew"}
    ]
    assert second["suppressions"][0]["kind"] == "external"
    assert third["suppressions"] == []


def test_nothing_is_said_of_suppressions_where_there_are_none() -> None:
    assert all("suppressions" not in result for result in read_run(make_outcome(*ALL))["results"])


def test_the_baseline_says_what_is_new() -> None:
    states = [result["baselineState"] for result in read_run(know(make_outcome(*ALL), 1))["results"]]
    assert states == ["new", "unchanged", "new", "new"]


def test_what_could_not_be_read_is_a_notification() -> None:
    (invocation,) = read_run(make_outcome(unread=True))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "archive/broken.pdf" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_messages_are_sentences() -> None:
    run = read_run(make_outcome(*ALL), pages={"figures": PAGE})
    assert all(result["message"]["text"].endswith((".", "!", "?")) for result in run["results"])
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in run["tool"]["driver"]["rules"])


def test_the_full_description_is_what_a_page_says_under_its_first_heading() -> None:
    words = "Counts.\n\n## What it finds\n\nNumbers that differ.\n\n## Limits\n\nNone."
    page = RulePage("figures", "Counts", words, Severity.ERROR)
    (rule,) = read_run(make_outcome(CONTRADICTION), pages={"figures": page})["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"] == "Numbers that differ."
