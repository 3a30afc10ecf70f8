"""The configuration: which rules run and how, what is known of the sources, which pipeline analyses the text.

It is read from ``checker.toml``, ``.checker.toml`` or the table ``[tool.checker]`` of ``pyproject.toml``, in the folder
given or its nearest ancestor that has one:

    select = ["figures", "quotes"]        # these rules alone; all of them when left out
    ignore = ["place"]                    # these not
    rule-paths = ["newsroom_rules"]       # folders with rules of your own, seen from the configuration file

    [nlp]
    pipeline = "en_core_web_sm"           # another installed spaCy pipeline with Universal Dependencies labels

    [rules.figures]
    severity = "warning"                  # of its contradictions
    single-source = false                 # no notes on what one origin alone says; other keys: the rule's own

    [sources."The Example Times"]
    aliases = ["Example Times", "examplet.example"]
    owner = "Example Group"
    kind = "newspaper"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.model import Severity

# In a folder that has several, the first wins.
FILE_NAMES = ("checker.toml", ".checker.toml", "pyproject.toml")


class ConfigError(Exception):
    """The configuration cannot be used; the message names the file, the key and, where one is close, the right name."""


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"), validate_by_name=False
    )


class Nlp(_Table):
    """``[nlp]``: the linguistic analysis. ``pipeline`` None means the one inside the package."""

    pipeline: str | None = None


class RuleSettings(BaseModel):
    """``[rules.NAME]``: ``severity`` replaces the rule's own; every other key is an option that the rule reads."""

    model_config = ConfigDict(frozen=True, extra="allow")

    severity: Severity | None = None

    @property
    def options(self) -> Mapping[str, Any]:
        """What is set beside the severity."""
        return dict(self.model_extra or {})


class SourceSettings(_Table):
    """``[sources.NAME]``: what is known of an outlet. Outlets of one owner do not corroborate each other."""

    aliases: tuple[str, ...] = ()
    owner: str | None = None
    kind: str | None = None


class Config(_Table):
    """What the configuration says; ``Config()`` is what holds without one."""

    nlp: Nlp = Nlp()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSettings] = Field(default_factory=dict)
    sources: Mapping[str, SourceSettings] = Field(default_factory=dict)
    rule_paths: tuple[Path, ...] = ()


def load_config(path: str | Path | None = None, *, start: str | Path = ".") -> Config:
    """The configuration in the file named, else in the nearest ancestor of ``start``, else the defaults.

    Raises ConfigError when the file named does not exist, or a file found cannot be used.
    """
    if path is not None:
        if not Path(path).is_file():
            raise ConfigError(f"{path}: there is no such configuration file")
        return _read(Path(path)) or Config()
    folder = Path(start).resolve()
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (place / name).is_file() and (found := _read(place / name)) is not None:
                return found
    return Config()


def read_config(values: Mapping[str, Any], *, folder: Path | None = None, name: str = "configuration") -> Config:
    """Make a configuration of plain values, keys as in the file. Relative rule paths are seen from ``folder``.

    Raises ConfigError with every problem, a line each.
    """
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        raise ConfigError("\n".join(f"{name}: {_explain(problem)}" for problem in error.errors())) from error
    if folder is None:
        return config
    return config.model_copy(update={"rule_paths": tuple(folder / path for path in config.rule_paths)})


def suggest(name: str, known: Iterable[str]) -> str:
    """``; did you mean "figures"?`` where a known name is close, else nothing."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def _read(path: Path) -> Config | None:
    """The configuration in a file; None when it is a pyproject.toml without ``[tool.checker]``."""
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    if path.name == "pyproject.toml":
        tool = values.get("tool", {})
        if "checker" not in tool:
            return None
        values = tool["checker"]
    return read_config(values, folder=path.parent, name=str(path))


def _explain(problem: Mapping[str, Any]) -> str:
    """A problem that pydantic found, as a sentence."""
    place = [str(part) for part in problem["loc"]]
    key = ".".join(place)
    if problem["type"] != "extra_forbidden":
        return f"{key or 'the table'}: {problem['msg'][:1].lower()}{problem['msg'][1:]}"
    tables: dict[str, type[BaseModel]] = {"nlp": Nlp, "sources": SourceSettings}
    table = tables.get(place[0], Config) if len(place) > 1 else Config
    known = [name.replace("_", "-") for name in table.model_fields]
    return f'unknown key "{key}"{suggest(place[-1], known)}'
