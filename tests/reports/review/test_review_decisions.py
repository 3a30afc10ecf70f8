"""What is decided in pages and by programs, what stands in the next run, and what goes out and comes in."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sample_report import FINDINGS, HARBOUR, sample
from sample_review import BASE, BEARER, Made, make, module

from checker.model import Decision, DecisionStatus

DISMISS = {"status": "dismissed", "version": "0", "reason": "a later toll", "assignee": "Ines", "back": "/?kind=update"}


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    with make(tmp_path, sample()) as one:
        yield one


def shown(text: str) -> list[str]:
    """The findings on a page of the overview, in order."""
    return re.findall(r'id="item-f-(\w+)" tabindex', text)


def test_a_decision_is_recorded_and_leads_back(made: Made) -> None:
    client = made.client()
    answer = client.post("/findings/f-K1/decision", data=DISMISS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?kind=update")
    (entry,) = made.review.store.log()
    assert (entry.status, entry.reason, entry.assignee, entry.who) == ("dismissed", "a later toll", "Ines", "Ada")
    assert entry.values == ("12 people", "≥ 21 people")
    assert shown(client.get("/?status=dismissed").text) == ["K1"]
    assert shown(client.get("/?assignee=Ines").text) == ["K1"]
    assert "a later toll" in client.get("/decisions").text


@pytest.mark.parametrize(
    "back", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "x", ""]
)
def test_no_decision_leads_to_another_site(made: Made, back: str) -> None:
    answer = made.client().post("/findings/f-K1/decision", data={**DISMISS, "back": back})
    assert answer.headers["location"] == "/"


def test_line_ends_in_an_address_do_not_become_headers(made: Made) -> None:
    answer = made.client().post("/findings/f-K1/decision", data={**DISMISS, "back": "/\r\nSet-Cookie: a=b"})
    assert "set-cookie" not in answer.headers
    assert answer.headers["location"].startswith("/%0D%0A")


def test_who_comes_second_is_told_who_was_first_and_may_decide_again(made: Made) -> None:
    one, other = made.client(), made.client()
    other.cookies.set("checker_review_8000_who", "Bo%20Berg")
    one.post("/findings/f-K1/decision", data=DISMISS)
    late = other.post("/findings/f-K1/decision", data={**DISMISS, "status": "confirmed", "reason": "both stand"})
    assert late.status_code == 409
    assert "Ada decided “dismissed”" in late.text
    assert "both stand" in late.text  # what was written is not lost
    version = re.search(r'name="version" value="(\d+)"', late.text)
    assert version
    again = other.post("/findings/f-K1/decision", data={**DISMISS, "status": "confirmed", "version": version[1]})
    assert again.status_code == 303
    assert [(e.who, e.status) for e in made.review.store.log()] == [("Bo Berg", "confirmed"), ("Ada", "dismissed")]


def test_a_script_gets_the_part_that_it_asked_for(made: Made) -> None:
    client = made.client()
    headers = {"HX-Request": "true", "HX-Target": "item-f-K1"}
    row = client.post("/findings/f-K1/decision", data=DISMISS, headers=headers)
    assert row.status_code == 200
    assert row.text.lstrip().startswith('<li class="item contradiction done" id="item-f-K1"')
    headers["HX-Target"] = "decide-f-K1"
    panel = client.post("/findings/f-K1/decision", data={**DISMISS, "version": "0"}, headers=headers)
    assert panel.status_code == 409
    assert panel.text.lstrip().startswith('<section class="panel" id="decide-f-K1"')
    assert 'role="alert"' in panel.text


def test_a_decision_is_taken_back(made: Made) -> None:
    client = made.client()
    client.post("/findings/f-K1/decision", data=DISMISS)
    assert client.post("/findings/f-K1/undo", data={"version": "0"}).status_code == 409
    assert client.post("/findings/f-K1/undo", data={"version": "1"}).status_code == 303
    assert "K1" in shown(client.get("/?status=undecided").text)
    assert client.post("/findings/f-K1/undo", data={"version": "2"}).status_code == 404
    assert client.post("/findings/f-K2/undo", data={"version": "0"}).status_code == 404


def test_several_are_decided_at_once_and_those_of_others_are_left(made: Made) -> None:
    client = made.client()
    client.post("/findings/f-K1/decision", data=DISMISS)
    bulk = {"status": "not-comparable", "pick": ["f-K1:0", "f-K2:0", "f-R1:0"], "reason": "two fires"}
    answer = client.post("/decisions", data=bulk)
    assert answer.status_code == 409
    assert "2 decisions were recorded" in answer.text
    assert "Ada decided “dismissed”" in answer.text
    assert shown(client.get("/?status=not-comparable").text) == ["K2", "R1"]
    assert client.post("/decisions", data={"status": "dismissed", "pick": ["f-R1:1"]}).status_code == 303


@pytest.mark.parametrize("pick", [[], ["f-K9:0"], ["f-K1"], ["f-K1:x"], ["f-K1:99999999999"], [":0"]])
def test_nothing_is_decided_where_nothing_was_picked(made: Made, pick: list[str]) -> None:
    assert made.client().post("/decisions", data={"status": "dismissed", "pick": pick}).status_code in (404, 422)
    assert made.review.store.log() == []


@pytest.mark.parametrize(
    "change",
    [{"status": "nonsense"}, {"status": ""}, {"version": "-1"}, {"version": "9999999999"}, {"expires": "tomorrow"},
     {"reason": "x" * 2001}, {"assignee": "x" * 101}],
)  # fmt: skip
def test_what_is_no_decision_is_refused_with_its_reason(made: Made, change: dict[str, str]) -> None:
    answer = made.client().post("/findings/f-K1/decision", data={**DISMISS, **change})
    assert answer.status_code == 422
    assert next(iter(change)) in answer.text
    assert made.review.store.log() == []


def test_the_same_question_with_other_answers_says_what_was_decided_before(tmp_path: Path) -> None:
    with make(tmp_path, sample()) as made:
        made.client().post("/findings/f-K1/decision", data=DISMISS)
    other = replace(FINDINGS[0], fingerprint="f-other")
    with make(tmp_path, replace(sample(), findings=(other, *FINDINGS[1:]))) as made:
        text = made.client().get("/?status=returned").text
        assert re.findall(r'id="item-([\w-]+)" tabindex', text) == ["f-other"]
        assert "Decided before with other answers" in text
        assert "12 people / ≥ 21 people" in text


def test_a_decision_is_carried_over_to_the_same_answers_told_otherwise(tmp_path: Path) -> None:
    told = replace(FINDINGS[0], answers=(("12 people",), ("at least 21", "≥ 21 people")))
    with make(tmp_path, replace(sample(), findings=(told, *FINDINGS[1:]))) as made:
        made.client().post("/findings/f-K1/decision", data=DISMISS)
    other = replace(told, fingerprint="f-other", answers=(("12 people",), ("at least 21",)))
    with make(tmp_path, replace(sample(), findings=(other, *FINDINGS[1:]))) as made:
        entry = made.review.store.standing(["f-other"])["f-other"]
        assert (entry.status, entry.who, entry.reason, entry.via) == ("dismissed", "Ada", "a later toll", "carried")
        assert "carried over" in made.client().get("/decisions").text
        # Taken back, it is not carried over again.
        made.client().post("/findings/f-other/undo", data={"version": "1"})
        made.review.desk.refresh()
        assert made.review.store.standing(["f-other"])["f-other"].status is None


def test_another_finding_on_the_same_question_has_not_come_back(tmp_path: Path) -> None:
    second = replace(FINDINGS[0], id="K1b", fingerprint="f-second")
    with make(tmp_path, replace(sample(), findings=(*FINDINGS, second))) as made:
        client = made.client()
        client.post("/findings/f-K1/decision", data=DISMISS)
        assert "Decided before" not in client.get("/").text
        assert shown(client.get("/?status=returned").text) == []


def test_decisions_hold_in_the_next_run_and_what_is_new_is_marked(tmp_path: Path) -> None:
    with make(tmp_path, replace(sample(), findings=FINDINGS[1:])) as made:
        made.client().post("/findings/f-K2/decision", data=DISMISS)
    with make(tmp_path, sample()) as made:
        text = made.client().get("/").text
        assert shown(made.client().get("/?status=dismissed").text) == ["K2"]
        assert "1 finding new" in text
        assert re.findall(r'<span class="id">(\w+)</span> <span class="tag">new</span>', text) == ["K1"]
    with make(tmp_path, sample()) as made:
        assert "Since the last look" not in made.client().get("/").text


def test_decisions_go_out_and_come_in_as_the_file_of_the_gate(made: Made, tmp_path: Path) -> None:
    from checker.gate.decisions import read_decisions

    client = made.client()
    client.post("/findings/f-K1/decision", data={**DISMISS, "expires": "2031-06-01"})
    text = client.get("/export/checker-decisions.jsonl").text
    (tmp_path / "out.jsonl").write_text(text)
    (decision,) = read_decisions(tmp_path / "out.jsonl")
    assert (decision.fingerprint, decision.status, decision.reason) == ("f-K1", "dismissed", "a later toll")
    (tmp_path / "second").mkdir()
    with make(tmp_path / "second", sample()) as second:
        answer = second.client().post("/decisions/import", files={"file": ("d.jsonl", text.encode())})
        assert "1 decision taken in" in answer.text
        assert second.review.store.decisions() == [decision]


@pytest.mark.parametrize(
    "data", [b"{", b"\xff\xfe", b'{"fingerprint": "x"}', b'{"fingerprint": "' + b"x" * 99 + b'", "question_key": "q", '
             b'"rule": "r", "status": "dismissed"}'],
)  # fmt: skip
def test_a_file_that_holds_no_decisions_is_refused_with_its_name(made: Made, data: bytes) -> None:
    answer = made.client().post("/decisions/import", files={"file": ("mine.jsonl", data)})
    assert answer.status_code == 422
    assert "mine.jsonl" in answer.text
    assert tempfile.gettempdir() not in answer.text


def test_a_file_of_decisions_is_kept_in_step(tmp_path: Path) -> None:
    from checker.gate.decisions import read_decisions, write_decisions

    file = tmp_path / "checker-decisions.jsonl"
    theirs = Decision("f-K2", "q-K2", "event_date", DecisionStatus.CORRECTED, when="2031-05-01T00:00:00Z", who="Bo")
    write_decisions(file, [theirs])
    with make(tmp_path, sample(), file=file) as made:
        client = made.client()
        client.post("/findings/f-K1/decision", data=DISMISS)
        assert [(d.fingerprint, d.who) for d in read_decisions(file)] == [("f-K1", "Ada"), ("f-K2", "Bo")]
        client.post("/findings/f-K1/undo", data={"version": "1"})
        assert read_decisions(file) == (theirs,)


def test_the_editor_has_a_name(made: Made) -> None:
    client = made.client()
    answer = client.post("/me", data={"name": "Bo Bergström", "back": "/matrix"})
    assert answer.headers["location"] == "/matrix"
    client.post("/findings/f-K1/decision", data=DISMISS)
    assert made.review.store.log()[0].who == "Bo Bergström"


def test_programs_find_and_decide(made: Made) -> None:
    api = made.stranger(headers=BEARER)
    listed = api.get("/api/findings", params={"kind": "contradiction"}).json()
    assert (listed["total"], [one["id"] for one in listed["findings"]]) == (2, ["K1", "K2"])
    place = "/api/findings/f-K1/decision"
    first = api.put(place, json={"status": "confirmed", "reason": "so it is", "expires": "2031-06-01"})
    assert (first.status_code, first.json()["version"]) == (200, 1)
    late = api.put(place, json={"status": "dismissed"})
    assert (late.status_code, late.json()["standing"]["reason"]) == (409, "so it is")
    assert api.get("/api/findings/f-K1").json()["decision"]["status"] == "confirmed"
    assert api.delete(place, params={"version": 1}).json()["status"] is None
    assert api.delete(place, params={"version": 2}).status_code == 404
    assert api.put("/api/findings/f-K9/decision", json={"status": "dismissed"}).status_code == 404
    assert api.put(place, json={"status": "dismissed", "surprise": 1}).status_code == 422


def test_annotations_select_the_words_twice(made: Made) -> None:
    page = json.loads(made.client().get("/export/annotations.jsonld").text)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = page["items"][0]
    position, quoted = first["target"]["selector"]
    assert HARBOUR.text[position["start"] : position["end"]] == quoted["exact"] == "killed 12 people"
    assert HARBOUR.text[: position["start"]].endswith(quoted["prefix"])
    assert HARBOUR.text[position["end"] :].startswith(quoted["suffix"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == sum(len(f.evidence) for f in FINDINGS)


def test_reviews_of_claims_are_of_published_decisions_and_rate_nothing(made: Made) -> None:
    client = made.client()
    client.post("/findings/f-K1/decision", data={**DISMISS, "status": "confirmed"})
    client.post("/findings/f-K2/decision", data=DISMISS)
    reviews = json.loads(client.get("/export/claimreview.jsonld?outlet=The+Desk").text)
    assert [one["claimReviewed"] for one in reviews] == [
        "How many people were killed in the fire? 12 people",
        "How many people were killed in the fire? At least 21",
    ]
    assert reviews[0]["author"]["name"] == "The Desk"
    assert reviews[0]["itemReviewed"]["appearance"][0]["publisher"]["name"] == "The Harbour Post"
    assert "Rating" not in json.dumps(reviews)


def test_the_report_goes_out_with_its_decisions(made: Made) -> None:
    client = made.client()
    client.post("/findings/f-K1/decision", data={**DISMISS, "reason": "a *later* toll"})
    markdown = client.get("/export/report.md").text
    assert "**dismissed** How many people were killed in the fire? (K1; by Ada, 2031-05-14, for Ines)" in markdown
    assert r"a \*later\* toll" in markdown
    page = client.get("/export/report.html").text
    assert "a *later* toll" in page
    assert "script-src" in page
    assert "<script" not in page
    assert client.get("/export/matrix.csv").text.startswith("event,id,rule,question,status")
    assert json.loads(client.get("/export/report.json").text)["findings"]
    assert client.get("/export/nonsense").status_code == 422


def test_every_page_is_named_in_the_description(made: Made) -> None:
    paths = made.client().get("/openapi.json").json()["paths"]
    assert {"/", "/findings/{fingerprint}", "/matrix", "/decisions", "/api/findings"} <= {*paths}
    assert made.client().get("/docs").status_code == 404  # it would load scripts from elsewhere


def test_the_base_is_where_the_client_asks() -> None:
    assert BASE in module("security").allow_local("x", 8000).origins
