"""What the checker keeps beside the articles is none of them."""

from pathlib import Path

from checker.model import InputStatus
from checker.reading import read_paths

ARTICLE = '{"id": "a", "text": "The ferry carried 142 passengers."}\n'
OTHER = '{"fingerprint": "f", "question_key": "k", "rule": "figures"}\n'


def statuses(folder: Path) -> dict[str, InputStatus]:
    return {Path(one.path).name: one.status for one in read_paths([folder]).inputs}


def test_its_own_files_are_skipped_even_when_they_are_broken(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE)
    (tmp_path / "checker-decisions.jsonl").write_text("<<<<<<< HEAD\n")
    (tmp_path / "checker-baseline.jsonl").write_text(OTHER)
    assert statuses(tmp_path) == {
        "a.jsonl": InputStatus.READ,
        "checker-baseline.jsonl": InputStatus.SKIPPED,
        "checker-decisions.jsonl": InputStatus.SKIPPED,
    }


def test_a_file_of_lines_of_which_none_is_an_article_is_skipped_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE)
    (tmp_path / "known.jsonl").write_text(OTHER * 2)
    assert statuses(tmp_path) == {"a.jsonl": InputStatus.READ, "known.jsonl": InputStatus.SKIPPED}
    named = read_paths([tmp_path / "known.jsonl"]).inputs[0]
    assert named.status is InputStatus.UNREADABLE
    assert "no line of it is an article (line 1: " in (named.reason or "")


def test_among_articles_such_a_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE + OTHER)
    assert statuses(tmp_path) == {"a.jsonl": InputStatus.READ, "a.jsonl:2": InputStatus.UNREADABLE}
