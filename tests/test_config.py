from pathlib import Path

import pytest

from checker.config import Config, ConfigError, load_config, read_config
from checker.model import Severity


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert load_config(start=tmp_path).select is None


def test_every_key(tmp_path: Path) -> None:
    path = tmp_path / "checker.toml"
    path.write_text(
        'select = ["figures"]\nignore = ["place"]\nrule-paths = ["ours"]\n[nlp]\npipeline = "en_x"\n'
        '[rules.figures]\nseverity = "warning"\nleast = 3\n'
        '[sources."Harbour Post"]\naliases = ["Post"]\nowner = "Harbour Group"\nkind = "newspaper"\n'
    )
    config = load_config(path)
    assert (config.select, config.ignore, config.nlp.pipeline) == (("figures",), ("place",), "en_x")
    assert config.rule_paths == (tmp_path / "ours",)
    assert config.rules["figures"].severity is Severity.WARNING
    assert config.rules["figures"].options == {"least": 3}
    assert config.sources["Harbour Post"].aliases == ("Post",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("checker.toml", 'ignore = ["place"]'),
        (".checker.toml", 'ignore = ["place"]'),
        ("pyproject.toml", '[tool.checker]\nignore = ["place"]'),
    ],
)
def test_the_nearest_ancestor_is_found(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert load_config(start=below).ignore == ("place",)


def test_in_one_folder_the_products_own_file_wins(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["place"]')
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nignore = ["roles"]')
    assert load_config(start=tmp_path).ignore == ("place",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["figures"]', 'unknown key "selct"; did you mean "select"?'),
        ("rule_paths = []", 'did you mean "rule-paths"?'),
        ("[nlp]\npipline = 'x'", 'unknown key "nlp.pipline"; did you mean "pipeline"?'),
        ("[sources.Post]\nalias = []", 'did you mean "aliases"?'),
        ("[rules.figures]\nseverity = 'loud'", "rules.figures.severity"),
        ("select = 'figures'", "select"),
        ("select = [", "not valid TOML"),
        ("zzz = 1", 'unknown key "zzz"'),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "checker.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load_config(path)
    assert message in str(error.value)
    assert str(path) in str(error.value)


def test_a_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such configuration"):
        load_config(tmp_path / "none.toml")


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Config().ignore = ("place",)


def test_plain_values_are_read_as_a_file_is() -> None:
    assert read_config({"ignore": ["place"]}).ignore == ("place",)
