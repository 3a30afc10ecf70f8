"""What the configuration says of some articles alone."""

from pathlib import Path

import pytest

from checker import Article, check, read_paths
from checker.config import Config, ConfigError, load_config, read_config
from checker.config.paths import find_settings, rules_at, severity_at
from checker.model import Severity

POST = "The ferry Santa Rita carried 142 passengers when it ran aground off Orsa on Tuesday."
WIRE = "The ferry Santa Rita carried 124 passengers when it ran aground off Orsa on Tuesday."


def config_for(tmp_path: Path, pattern: str, table: str = 'ignore = ["figures"]') -> Config:
    (tmp_path / "checker.toml").write_text(f"[per-path.{pattern!r}]\n{table}\n")
    return load_config(tmp_path / "checker.toml")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("opinion/**", "opinion/2031/a.md", True),
        ("opinion/*", "opinion/a.md", True),
        ("opinion/*.md", "opinion/2031/a.md", False),
        ("opinion", "opinion/2031/a.md", True),
        ("opinion/", "news/opinion/a.md", True),
        ("./opinion/2031", "opinion/2031/a.md", True),
        ("draft-*.md", "news/draft-1.md", True),
        ("**/live/**", "news/live/a.md", True),
        ("{opinion,column}/**", "column/a.md", True),
        ("opinion/**", "news/a.md", False),
        ("news/opinion/**", "opinion/a.md", False),
    ],
)
def test_patterns_are_seen_from_the_file(tmp_path: Path, pattern: str, path: str, fits: bool) -> None:
    config = config_for(tmp_path, pattern)
    assert bool(list(find_settings(config, str(tmp_path / path)))) is fits


def test_standard_input_and_articles_without_a_path_fit_nothing(tmp_path: Path) -> None:
    config = config_for(tmp_path, "**")
    assert not [*find_settings(config, None), *find_settings(config, "-")]


def test_later_tables_go_over_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text(
        '[per-path."a/**"]\nselect = ["tone", "place"]\nseverity = {tone = "note"}\n'
        '[per-path."a/b/**"]\nextend-select = ["name"]\nignore = ["place"]\nseverity = {tone = "error"}\n'
    )
    config = load_config(tmp_path / "checker.toml")
    assert rules_at(config, str(tmp_path / "a/b/c.md"), {"figures"}) == {"tone", "name"}
    assert rules_at(config, str(tmp_path / "c.md"), {"figures"}) == {"figures"}
    assert severity_at(config, str(tmp_path / "a/b/c.md"), "tone") is Severity.ERROR
    assert severity_at(config, str(tmp_path / "a/c.md"), "tone") is Severity.NOTE
    assert severity_at(config, str(tmp_path / "a/c.md"), "place") is None


def test_a_rule_that_does_not_exist_is_refused_with_its_table() -> None:
    with pytest.raises(ConfigError, match=r'per-path\.a\.ignore: there is no rule "figurs"; did you mean "figures"'):
        check([Article("a", POST)], config=read_config({"per-path": {"a": {"ignore": ["figurs"]}}}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("news/a.md", POST), ("news/b.md", WIRE), ("opinion/c.md", WIRE.replace("124", "1,240"))):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def figures(folder: Path, config: Config) -> list[tuple[str, set[str]]]:
    reading = read_paths([folder / "news", folder / "opinion"])
    report = check(reading.articles, config=config, one_event=True)
    names = {a.id: Path(a.path or "").name for a in reading.articles}
    return [(f.severity.value, {names[e.article] for e in f.evidence}) for f in report.findings if f.rule == "figures"]


def test_a_rule_that_is_off_for_some_articles_still_compares_the_others(folder: Path) -> None:
    assert figures(folder, config_for(folder, "opinion/**")) == [("error", {"a.md", "b.md"})]
    assert figures(folder, config_for(folder, "*.md")) == []


def test_a_rule_that_is_on_for_some_articles_alone_reads_no_others(folder: Path) -> None:
    (folder / "checker.toml").write_text('select = ["tone"]\n[per-path."news/**"]\nextend-select = ["figures"]\n')
    assert figures(folder, load_config(folder / "checker.toml")) == [("error", {"a.md", "b.md"})]


def test_a_finding_is_as_severe_as_in_the_worst_article_that_it_cites(folder: Path) -> None:
    table = 'severity = {figures = "note"}'
    assert {severity for severity, _ in figures(folder, config_for(folder, "opinion/**", table))} == {"error"}
    assert {severity for severity, _ in figures(folder, config_for(folder, "**", table))} == {"note"}
