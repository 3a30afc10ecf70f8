"""What the command line says of the configuration, and its schema."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.config import ConfigError, find_config, load_config
from checker.config.loading import merge, read_setting
from checker.config.schema import make_schema


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('select=["figures", "tone"]', {"select": ["figures", "tone"]}),
        ("rules.figures.severity=note", {"rules": {"figures": {"severity": "note"}}}),
        ('nlp.pipeline = "en_x"', {"nlp": {"pipeline": "en_x"}}),
        ("rules.figures.single-source=false", {"rules": {"figures": {"single-source": False}}}),
        ("decisions=../decided.jsonl", {"decisions": "../decided.jsonl"}),
        ('per-path."a/**".ignore=["tone"]', {"per-path": {"a/**": {"ignore": ["tone"]}}}),
    ],
)
def test_a_setting_is_toml_or_a_bare_word(text: str, values: dict[str, object]) -> None:
    assert read_setting(text) == values


@pytest.mark.parametrize("text", ["select=[figures]", "=x", "select=", "a b=c", "x=1\ny=2 z"])
def test_what_is_no_setting_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="neither a file nor a setting"):
        read_setting(text)


def test_tables_are_merged_and_the_rest_is_replaced() -> None:
    file = {"select": ["a"], "rules": {"x": {"severity": "note", "least": 3}}}
    over = {"select": ["b"], "rules": {"x": {"severity": "error"}, "y": {}}}
    assert merge(file, over) == {"select": ["b"], "rules": {"x": {"severity": "error", "least": 3}, "y": {}}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "checker.toml"
    path.parent.mkdir()
    path.write_text('ignore = ["tone"]\nbaseline = "known.jsonl"\nrule-paths = ["ours"]\n')
    return path


def test_settings_go_over_the_file(file: Path) -> None:
    config = load_config(start=file.parent, overrides={"ignore": ["place"], "extend-select": ["tone"]})
    assert (config.ignore, config.extend_select) == (("place",), ("tone",))
    assert (config.path, config.baseline) == (file, file.parent / "known.jsonl")


def test_paths_are_seen_from_where_they_are_given(file: Path, tmp_path: Path) -> None:
    config = load_config(file, start=tmp_path, overrides={"baseline": "other.jsonl", "rule-paths": ["theirs"]})
    assert config.baseline == tmp_path / "other.jsonl"
    assert config.rule_paths == (tmp_path / "theirs",)


def test_isolated_looks_for_no_file(file: Path) -> None:
    config = load_config(start=file.parent, isolated=True, overrides={"ignore": ["place"]})
    assert (config.ignore, config.path, config.baseline) == (("place",), None, None)
    with pytest.raises(ConfigError, match="exclude each other"):
        load_config(file, isolated=True)


def test_an_error_names_the_half_that_it_is_in(file: Path) -> None:
    with pytest.raises(ConfigError, match=r'^--config: unknown key "ignor"; did you mean "ignore"\?$'):
        load_config(file, overrides={"ignor": []})
    file.write_text("selct = []")
    with pytest.raises(ConfigError, match=r'checker\.toml: unknown key "selct"'):
        load_config(file, overrides={"ignore": []})


def test_the_file_that_counts_is_found(file: Path) -> None:
    below = file.parent / "a"
    below.mkdir()
    (below / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find_config(below) == file


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[per-path.'a/**']\nignor = []", 'unknown key "per-path.a/**.ignor"; did you mean "ignore"?'),
        ("[per-path.a]\nseverity = {tone = 'loud'}", "per-path.a.severity.tone: "),
        ("extend_select = []", 'did you mean "extend-select"?'),
        ("[policy.clauses.x]\nsevrity = 'note'", 'did you mean "severity"?'),
    ],
)
def test_keys_of_every_table_are_checked(file: Path, text: str, message: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert message in str(error.value)


def test_the_schema_takes_what_the_checker_takes_and_refuses_what_it_refuses() -> None:
    schema = make_schema(["figures", "tone"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(
        {
            "select": ["figures", "our_own"],
            "rules": {"figures": {"severity": "note", "least": 3}},
            "per-path": {"a/**": {"ignore": ["tone"], "severity": {"tone": "error"}}},
            "sources": {"Post": {"aliases": ["P"], "owner": "Group"}},
            "decisions": "d.jsonl",
        }
    )
    refused: tuple[dict[str, object], ...] = (
        {"selct": []},
        {"select": "figures"},
        {"select": None},
        {"per-path": {"a": {"ignor": []}}},
        {"rules": {"figures": {"severity": "loud"}}},
    )
    assert [wrong for wrong in refused if validator.is_valid(wrong)] == []


def test_the_schema_offers_the_rules_and_knows_no_null() -> None:
    schema = make_schema(["tone", "figures"])
    assert schema["properties"]["select"]["items"]["anyOf"][0] == {"enum": ["figures", "tone"]}
    assert "null" not in str(schema)
