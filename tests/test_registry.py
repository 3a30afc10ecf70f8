from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from checker import registry
from checker.config import ConfigError, read_config
from checker.model import Rule, Severity
from checker.registry import RegistryError, enabled_rules, find_format, find_formats, find_rules

RULE = """
from checker.model import Rule, Severity

def extract(document):
    yield from ()

RULE = Rule("{name}", "1", Severity.NOTE, extract)
"""


def write_rule(folder: Path, file: str, name: str) -> Path:
    path = folder / file
    path.write_text(RULE.format(name=name))
    return path


def test_every_rule_file_of_the_checkout_is_found() -> None:
    import checker.registry

    folder = Path(checker.registry.__file__).parent.parent / "rules"
    expected = {
        path.stem for path in folder.glob("*.py") if not path.name.startswith("_") and "RULE =" in path.read_text()
    }
    assert {one.origin.rpartition(".")[2] for one in find_rules()} == expected


def test_rules_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write_rule(tmp_path, "b.py", "aaa")
    write_rule(tmp_path, "a.py", "zzz")
    ids = [one.rule.id for one in find_rules([tmp_path])]
    assert ids == sorted(ids)
    assert {"aaa", "zzz"} <= set(ids)


def test_modules_without_a_rule_and_private_ones_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text("WORDS = ()\n")
    write_rule(tmp_path, "_draft.py", "draft")
    assert find_rules([tmp_path]) == find_rules()


def test_two_rules_of_one_name_are_refused_naming_both(tmp_path: Path) -> None:
    write_rule(tmp_path, "one.py", "ours")
    write_rule(tmp_path, "two.py", "ours")
    with pytest.raises(RegistryError) as error:
        find_rules([tmp_path])
    assert "one.py" in str(error.value)
    assert "two.py" in str(error.value)


def test_a_rule_that_cannot_be_imported_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("import no_such_module\n")
    with pytest.raises(RegistryError, match=r"broken\.py.*no_such_module"):
        find_rules([tmp_path])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="does not exist"):
        find_rules([tmp_path / "none"])


def test_other_packages_add_rules_by_entry_points(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rule(tmp_path, "their_rule_module.py", "theirs")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = [
        EntryPoint("module", "their_rule_module", registry.ENTRY_POINTS),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    assert "theirs" in {one.rule.id for one in find_rules()}
    points[0] = EntryPoint("record", "their_rule_module:RULE", registry.ENTRY_POINTS)
    assert "theirs" in {one.rule.id for one in find_rules()}


def test_an_entry_point_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("theirs", "no_such_module_at_all", registry.ENTRY_POINTS)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    with pytest.raises(RegistryError, match="theirs = no_such_module_at_all"):
        find_rules()


def test_the_configuration_chooses_rules(tmp_path: Path) -> None:
    write_rule(tmp_path, "one.py", "ours_one")
    write_rule(tmp_path, "two.py", "ours_two")
    values = {"rule-paths": [str(tmp_path)]}
    assert {"ours_one", "ours_two"} <= {rule.id for rule in enabled_rules(read_config(values))}
    chosen = enabled_rules(read_config({**values, "select": ["ours_one", "ours_two"], "ignore": ["ours_two"]}))
    assert [rule.id for rule in chosen] == ["ours_one"]


@pytest.mark.parametrize("values", [{"select": ["figurs"]}, {"ignore": ["figurs"]}, {"rules": {"figurs": {}}}])
def test_a_rule_that_does_not_exist_is_refused_with_the_one_meant(values: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match='there is no rule "figurs"; did you mean "figures"'):
        enabled_rules(read_config(values))


def test_formats_are_found_by_name() -> None:
    formats = find_formats()
    assert list(formats) == sorted(formats)
    assert {"text", "json"} <= set(formats)
    assert all(find_format(name) == form for name, form in formats.items())


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(RegistryError, match='did you mean "json"'):
        find_format("jsn")


OPTIONS = """
from dataclasses import replace
from checker.model import Rule, Severity

def extract(document):
    yield from ()

def configure(options):
    unknown = sorted(set(options) - {"least"})
    if unknown:
        raise ValueError(f'unknown option "{unknown[0]}"')
    return replace(RULE, stake=options["least"])

RULE = Rule("ours", "1", Severity.ERROR, extract, configure=configure)
"""


def settings_of(folder: Path, options: dict[str, object]) -> Rule:
    (folder / "ours.py").write_text(OPTIONS)
    config = read_config({"rule-paths": [str(folder)], "select": ["ours"], "rules": {"ours": options}})
    (rule,) = enabled_rules(config)
    return rule


def test_the_configuration_sets_severity_and_options_of_a_rule(tmp_path: Path) -> None:
    rule = settings_of(tmp_path, {"severity": "note", "least": 2, "single-source": False})
    assert (rule.severity, rule.stake, rule.single_source) == (Severity.NOTE, 2, False)


@pytest.mark.parametrize("options", [{"most": 2}, {"single-source": "no"}])
def test_an_option_that_a_rule_cannot_use_is_refused_naming_the_rule(
    tmp_path: Path, options: dict[str, object]
) -> None:
    with pytest.raises(ConfigError, match=r"rules\.ours"):
        settings_of(tmp_path, options)


def test_a_rule_without_options_takes_none(tmp_path: Path) -> None:
    write_rule(tmp_path, "plain.py", "plain")
    with pytest.raises(ConfigError, match='no option "least"'):
        enabled_rules(read_config({"rule-paths": [str(tmp_path)], "rules": {"plain": {"least": 1}}}))
