import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker.gate.decisions import (
    DecisionsError,
    format_decision,
    merge_decisions,
    read_decisions,
    scan_decisions,
    write_decisions,
)
from checker.model import Decision, DecisionStatus

ONE = Decision(
    "f1",
    "k2",
    "figures",
    DecisionStatus.DISMISSED,
    reason="the ministry counts “café 😀” too",
    who="ana",
    when="2031-05-14T09:30:00Z",
    expires=date(2031, 6, 1),
    question="how many were hurt?",
    values=("12", "21"),
    articles=("a.md", "b.md"),
)
OTHER = Decision("f2", "k1", "place", DecisionStatus.CONFIRMED)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "below" / "checker-decisions.jsonl"
    write_decisions(path, [ONE, OTHER])
    assert read_decisions(path) == (OTHER, ONE)


def test_the_same_decisions_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    write_decisions(tmp_path / "a", [ONE, OTHER])
    write_decisions(tmp_path / "b", [OTHER, ONE])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_decision_is_a_line_of_json_without_what_is_empty() -> None:
    assert json.loads(format_decision(OTHER)) == {
        "fingerprint": "f2",
        "question_key": "k1",
        "rule": "place",
        "status": "confirmed",
    }
    assert "\n" not in format_decision(replace(ONE, reason="two\nlines"))


def test_a_file_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON"),
        ("[]", "not a JSON object"),
        ('{"fingerprint": "f"}', "question_key: "),
        ('{"fingerprint": "f", "question_key": "k", "rule": "r", "status": "ok"}', "status: "),
        ('{"fingerprint": "", "question_key": "k", "rule": "r", "status": "confirmed"}', '"fingerprint" is empty'),
        ('{"fingerprint": "f", "question_key": "k", "rule": "r", "status": "confirmed", "resaon": ""}', '"reason"?'),
        (
            '{"fingerprint": "f", "question_key": "k", "rule": "r", "status": "confirmed", "expires": "soon"}',
            "expires: ",
        ),
        (
            '{"fingerprint": "f", "question_key": "k", "rule": "r", "status": "confirmed", "when": "now"}',
            "not a moment",
        ),
        ("<<<<<<< HEAD", "merge"),
    ],
)
def test_a_line_that_is_no_decision_is_named_and_hides_no_other(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(f"{format_decision(ONE)}\n{line}\n{format_decision(OTHER)}\n", encoding="utf-8")
    found = scan_decisions(path)
    assert found.decisions == (OTHER, ONE)
    assert [flaw.line for flaw in found.flaws] == [2]
    assert reason in found.flaws[0].reason
    with pytest.raises(DecisionsError) as error:
        read_decisions(path)
    assert f"{path}:2: " in str(error.value)


def test_a_reason_may_hold_what_some_take_for_the_end_of_a_line(tmp_path: Path) -> None:
    odd = replace(ONE, reason="a\u2028b\x0cc")
    write_decisions(tmp_path / "d", [odd])
    assert read_decisions(tmp_path / "d") == (odd,)


def test_of_two_decisions_on_one_finding_the_later_counts(tmp_path: Path) -> None:
    later = replace(ONE, status=DecisionStatus.CONFIRMED, when="2031-05-14T12:00:00+02:00")
    assert merge_decisions([later], [ONE]) == (later,)
    path = tmp_path / "d"
    path.write_text(f"{format_decision(later)}\n{format_decision(ONE)}\n", encoding="utf-8")
    assert [one.line for one in scan_decisions(path).placed] == [1]


def test_of_two_that_do_not_say_when_the_one_given_last_counts() -> None:
    undated = replace(ONE, when="")
    again = replace(undated, reason="another")
    assert merge_decisions([undated], [again]) == (again,)
    assert merge_decisions([ONE], [again]) == (ONE,)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "d").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(DecisionsError, match="UTF-8"):
        read_decisions(tmp_path / "d")
    with pytest.raises(DecisionsError, match="cannot be opened"):
        read_decisions(tmp_path)
