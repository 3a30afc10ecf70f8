"""What Git knows of the articles."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.gate.revisions import RevisionError, list_changed, open_revision, read_before
from checker.reading import Reading, read_paths

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **who})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with articles that were then changed, removed and added."""
    root = tmp_path / "desk"
    (root / "news").mkdir(parents=True)
    git(root, "init", "-q")
    for name in ("same", "edited", "gone", "café 😀"):
        (root / "news" / f"{name}.md").write_text(f"First of {name}.\n", encoding="utf-8")
    (root / "news" / "index.toml").write_text('[[article]]\nfile = "edited.md"\nsource = "Harbour Post"\n')
    (root / ".gitignore").write_text("drafts/\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "one")
    (root / "news" / "edited.md").write_text("Second of edited.\n")
    (root / "news" / "gone.md").unlink()
    (root / "news" / "added.md").write_text("First of added.\n")
    (root / "drafts").mkdir()
    (root / "drafts" / "ignored.md").write_text("First of ignored.\n")
    (root / "photo.jpg").write_bytes(b"x")
    monkeypatch.chdir(root)
    return root


def texts(reading: Reading) -> set[str]:
    return {article.text.strip() for article in reading.articles}


def test_what_has_changed_is_what_is_not_as_it_was(folder: Path) -> None:
    changed = list_changed(["."], open_revision("HEAD", folder))
    assert {Path(path).name for path in changed} == {"edited.md", "added.md", "ignored.md"}


def test_named_files_standard_input_and_missing_ones(folder: Path) -> None:
    revision = open_revision("HEAD", folder)
    assert list_changed(["news/same.md", "news/edited.md", "-", "none.md"], revision) == (
        "news/edited.md",
        "-",
        "none.md",
    )


def test_what_was_there_is_read_as_it_was(folder: Path) -> None:
    revision = open_revision("HEAD", folder)
    before = read_before(read_paths(["news"]), ["news"], revision)
    assert texts(before) == {"First of same.", "First of edited.", "First of gone.", "First of café 😀."}
    edited = next(article for article in before.articles if "edited" in article.text)
    assert (edited.source, Path(edited.path or "")) == ("Harbour Post", folder / "news" / "edited.md")
    assert len({article.id for article in before.articles}) == 4


def test_only_what_is_named_is_read_as_it_was(folder: Path) -> None:
    revision = open_revision("HEAD", folder)
    assert texts(read_before(read_paths(["news/edited.md"]), ["news/edited.md"], revision)) == {"First of edited."}
    assert texts(read_before(read_paths(["news/added.md"]), ["news/added.md"], revision)) == set()


def test_what_is_typed_and_not_saved_is_other_than_the_file(folder: Path) -> None:
    typed = read_paths(["-"], stdin=b"Third of same.", stdin_name="news/same.md")
    before = read_before(typed, ["-"], open_revision("HEAD", folder), unsaved=["news/same.md"])
    assert texts(before) == {"First of same."}


def test_from_a_folder_inside_and_through_a_link(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    revision = open_revision("HEAD", Path("link/news"))
    assert {Path(path).name for path in list_changed(["link/news"], revision)} == {"edited.md", "added.md"}


@pytest.mark.parametrize("name", ["nope", "--help", "HEAD:news", "", "HEAD~9"])
def test_what_is_no_revision_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(RevisionError, match="is no revision of"):
        open_revision(name, folder)


def test_outside_a_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="not in a Git repository"):
        open_revision("HEAD", tmp_path)


def test_without_git_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(RevisionError, match="git is not installed"):
        open_revision("HEAD", folder)
