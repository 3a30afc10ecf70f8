from pathlib import Path

import pytest

from checker.gate.baseline import BaselineError, KnownFinding, read_baseline, write_baseline

ONE = KnownFinding("f1", "k2", "figures", "contradiction", "how many?", ("124", "142"), ("café 😀.md",))
OTHER = KnownFinding("f2", "k1", "place")


def test_what_is_written_is_read_again_sorted_and_once(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    write_baseline(path, [ONE, OTHER, ONE])
    assert read_baseline(path).entries == (OTHER, ONE)
    before = path.read_bytes()
    write_baseline(path, [OTHER, ONE])
    assert path.read_bytes() == before


def test_an_empty_baseline_is_one(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b", [])
    assert read_baseline(tmp_path / "b").entries == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "b:1: not valid JSON"),
        ('\n{"fingerprint": "f", "rul": "x"}', 'b:2: unknown key "rul"; did you mean "rule"?'),
    ],
)
def test_lines_that_are_wrong_are_named(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "b").write_text(text)
    with pytest.raises(BaselineError) as error:
        read_baseline(tmp_path / "b")
    assert reason in str(error.value)


def test_a_baseline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="no such baseline"):
        read_baseline(tmp_path / "b")
