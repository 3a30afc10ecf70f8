"""Finds the rules and the report formats: a rule exists because its module exists, and so does a format.

A rule is a module of ``checker.rules``, an entry point of the group ``checker.rules``, or a file in a folder that the
configuration names, with a record ``RULE``. A format is a module of ``checker.reports`` with a record ``FORMAT``.
Modules whose name begins with an underscore, and modules without the record, are passed over.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib import util
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, cast

from checker.sources.pages import load_pages

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from checker.config import Config, RuleSettings
    from checker.formats import CheckFormat, Format
    from checker.model.rule import Rule

ENTRY_POINTS = "checker.rules"

CHECK_FORMATS = "checker.reports.checks"

# The option that every rule has: whether what one origin alone says is noted.
SINGLE_SOURCE = "single-source"

# What findings are filed under, and the configuration may speak of, that reads no article: what silences findings.
OTHERS = ("suppressions",)


class RegistryError(Exception):
    """A rule or a format cannot be used; the message names the module or the file, and why."""


class FoundRule(NamedTuple):
    """A rule, the module that holds it (its docstring is the rule's page), and where it came from."""

    rule: Rule
    module: ModuleType | None
    origin: str


def find_rules(rule_paths: Sequence[Path] = ()) -> tuple[FoundRule, ...]:
    """Every rule there is, in the order of their ids.

    Raises RegistryError when one cannot be imported, or two share an id.
    """
    found = sorted([*_shipped_rules(), *_entry_point_rules(), *_folder_rules(rule_paths)], key=lambda one: one.rule.id)
    for one, other in pairwise(found):
        if one.rule.id == other.rule.id:
            raise RegistryError(f'two rules are called "{one.rule.id}": {one.origin} and {other.origin}')
    return tuple(found)


def is_enabled(rule: str, config: Config | None = None) -> bool:
    """Whether a rule, or a note, reads articles of which the configuration says nothing by their paths."""
    if config is None:
        return True
    return (config.select is None or rule in (*config.select, *config.extend_select)) and rule not in config.ignore


def enabled_rules(config: Config | None = None) -> tuple[Rule, ...]:
    """The rules that the configuration leaves on for some article, set as it says, in the order of their ids.

    Raises ConfigError when it names a rule that does not exist, or an option that its rule does not have;
    RegistryError as ``find_rules`` does.
    """
    from checker.config.paths import rules_named

    if config is None:
        return tuple(one.rule for one in find_rules())
    rules = {one.rule.id: one.rule for one in find_rules(config.rule_paths)}
    known = (*rules, *load_pages(), *OTHERS)
    _refuse_unknown("select", config.select or (), known)
    _refuse_unknown("extend-select", config.extend_select, known)
    _refuse_unknown("ignore", config.ignore, known)
    _refuse_unknown("rules", config.rules, (*rules, *OTHERS))
    for key, name in rules_named(config):
        _refuse_unknown(key, (name,), known)
    wanted = rules.keys() if config.select is None else {*config.select, *config.extend_select}
    tables = config.per_path.values()
    somewhere = {name for table in tables for name in (*(table.select or ()), *table.extend_select)}
    left_on = (
        rule for name, rule in rules.items() if (name in wanted and name not in config.ignore) or name in somewhere
    )
    return tuple(_set_rule(rule, config.rules[rule.id]) if rule.id in config.rules else rule for rule in left_on)


def enabled_notes(config: Config | None = None) -> frozenset[str]:
    """The ids of the notes on credibility that the configuration leaves on.

    Who selects rules asks for what these find, and for no note but those selected with them.
    """
    known = frozenset(load_pages())
    if config is None:
        return known
    chosen = known if config.select is None else known.intersection((*config.select, *config.extend_select))
    return chosen.difference(config.ignore)


def find_formats() -> Mapping[str, Format]:
    """Every report format by name, in the order of the names. Raises RegistryError when one cannot be imported."""
    found: dict[str, Format] = {}
    for name in _module_names("checker.reports"):
        record = getattr(_import(name), "FORMAT", None)
        if record is not None:
            found[record.name] = cast("Format", record)
    return dict(sorted(found.items()))


def find_format(name: str) -> Format:
    """The format of that name. A format whose module has its name is found without importing the others.

    Raises RegistryError naming the formats there are.
    """
    if f"checker.reports.{name}" in _module_names("checker.reports"):
        record = getattr(_import(f"checker.reports.{name}"), "FORMAT", None)
        if record is not None and record.name == name:
            return cast("Format", record)
    formats = find_formats()
    if name not in formats:
        from checker.config import suggest

        raise RegistryError(f'there is no format "{name}"{suggest(name, formats)} (formats: {", ".join(formats)})')
    return formats[name]


def name_check_formats() -> tuple[str, ...]:
    """The names of the formats of a check, which are those of their modules. Nothing is imported but the package."""
    return tuple(name.rpartition(".")[2] for name in _module_names(CHECK_FORMATS))


def find_check_format(name: str) -> CheckFormat:
    """The format of a check that has that name. Raises RegistryError naming the formats there are."""
    if name not in name_check_formats():
        from checker.config import suggest

        known = name_check_formats()
        raise RegistryError(f'there is no format "{name}"{suggest(name, known)} (formats: {", ".join(known)})')
    return cast("CheckFormat", _import(f"{CHECK_FORMATS}.{name}").FORMAT)


def _refuse_unknown(key: str, names: Iterable[str], known: Collection[str]) -> None:
    from checker.config import ConfigError, suggest

    for name in names:
        if name not in known:
            raise ConfigError(f'{key}: there is no rule "{name}"{suggest(name, known)}')


def _set_rule(rule: Rule, settings: RuleSettings) -> Rule:
    """A rule with the severity and the options that the configuration gives it."""
    from checker.config import ConfigError

    options = dict(settings.options)
    noted = options.pop(SINGLE_SOURCE, rule.single_source)
    if not isinstance(noted, bool):
        raise ConfigError(f"rules.{rule.id}.{SINGLE_SOURCE}: give true or false, not {noted!r}")
    if options and rule.configure is None:
        raise ConfigError(f'rules.{rule.id}: the rule has no option "{min(options)}" (options: {SINGLE_SOURCE})')
    if options and rule.configure is not None:
        try:
            rule = rule.configure(options)
        except ValueError as error:
            raise ConfigError(f"rules.{rule.id}: {error}") from error
    return replace(rule, single_source=noted, severity=settings.severity or rule.severity)


@cache
def _module_names(package: str) -> tuple[str, ...]:
    """The full names of a package's public modules, sorted; nothing is imported but the package.

    Listed once: every check asks for the rules, and a module that is added to the package later is not part of it.
    """
    found = _import(package)
    names = {f"{package}.{info.name}" for info in pkgutil.iter_modules(found.__path__) if not info.name.startswith("_")}
    return tuple(sorted(names))


def _import(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise RegistryError(f"{name} cannot be imported: {type(error).__name__}: {error}") from error


def _shipped_rules() -> Iterator[FoundRule]:
    for name in _module_names("checker.rules"):
        module = _import(name)
        if hasattr(module, "RULE"):
            yield FoundRule(module.RULE, module, name)


@lru_cache(maxsize=1)
def _list_points(read: Callable[..., Iterable[EntryPoint]]) -> tuple[EntryPoint, ...]:
    """The entry points of rules, looked for once: that opens the records of every installed package."""
    return tuple(sorted(read(group=ENTRY_POINTS), key=lambda one: (one.name, one.value)))


def _entry_point_rules() -> Iterator[FoundRule]:
    """Rules of other installed packages; an entry point names a module with ``RULE``, or the record itself."""
    from importlib import metadata

    for point in _list_points(metadata.entry_points):
        try:
            loaded = point.load()
        except Exception as error:
            raise RegistryError(f"entry point {point.name} = {point.value}: {type(error).__name__}: {error}") from error
        origin = f"entry point {point.name} = {point.value}"
        if isinstance(loaded, ModuleType):
            if not hasattr(loaded, "RULE"):
                raise RegistryError(f"{origin}: the module has no RULE")
            yield FoundRule(loaded.RULE, loaded, origin)
        else:
            yield FoundRule(loaded, sys.modules.get(point.module), origin)


def _folder_rules(folders: Iterable[Path]) -> Iterator[FoundRule]:
    for folder in folders:
        if not folder.is_dir():
            raise RegistryError(f"{folder}: the folder of rules does not exist")
        for path in sorted(folder.glob("*.py")):
            if not path.name.startswith("_"):
                module = _load(path)
                if hasattr(module, "RULE"):
                    yield FoundRule(module.RULE, module, str(path))


def _load(path: Path) -> ModuleType:
    """Import a file under a name of its own, so that it cannot hide another module."""
    from hashlib import sha256

    name = f"checker_rule_{path.stem}_{sha256(os.fsencode(path.resolve())).hexdigest()[:8]}"
    if name in sys.modules:
        return sys.modules[name]
    spec = util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RegistryError(f"{path} is not a Python file")
    module = util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up there while it is being run
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise RegistryError(f"{path} cannot be imported: {type(error).__name__}: {error}") from error
    return module
