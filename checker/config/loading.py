"""Finds the configuration file and reads it, with what the command line sets on top."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checker.config.problems import ConfigError, explain
from checker.config.tables import Config

# In a folder that has several, the first wins.
FILE_NAMES = ("checker.toml", ".checker.toml", "pyproject.toml")


def find_config(start: str | Path = ".") -> Path | None:
    """The configuration file of the nearest ancestor of ``start`` that has one.

    A ``pyproject.toml`` without ``[tool.checker]`` is none. Raises ConfigError when a file on the way cannot be read.
    """
    folder = Path(start).resolve()
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (place / name).is_file() and _values(place / name) is not None:
                return place / name
    return None


def load_config(
    path: str | Path | None = None,
    *,
    start: str | Path = ".",
    overrides: Mapping[str, Any] | None = None,
    isolated: bool = False,
) -> Config:
    """The configuration in the file named, else in the nearest ancestor of ``start``, else the defaults.

    ``overrides`` are plain values, keys as in the file, that go over those of the file: tables are merged, anything
    else is replaced; their relative paths are seen from ``start``. ``isolated`` looks for no file. Raises ConfigError
    when the file named does not exist, a file found cannot be used, or ``isolated`` is given with a file.
    """
    if path is not None and isolated:
        raise ConfigError(f"{path}: a configuration file and --isolated exclude each other")
    if path is not None and not Path(path).is_file():
        raise ConfigError(f"{path}: there is no such configuration file")
    found = Path(path) if path is not None else None if isolated else find_config(start)
    values = (_values(found) or {}) if found is not None else {}
    folder = found.parent if found is not None else Path(start)
    if not overrides:
        return read_config(values, folder=folder, name=str(found or "configuration"), path=found)
    # Each half is checked by itself first, so that an error names the one that it is in.
    if found is not None:
        read_config(values, name=str(found))
    read_config(overrides, name="--config")
    placed = _place(overrides, Path(start).resolve()) if found is not None else overrides
    return read_config(merge(values, placed), folder=folder, name=f"{found or 'configuration'}, --config", path=found)


def read_config(
    values: Mapping[str, Any], *, folder: Path | None = None, name: str = "configuration", path: Path | None = None
) -> Config:
    """Make a configuration of plain values, keys as in the file. Relative paths are seen from ``folder``.

    Raises ConfigError with every problem, a line each.
    """
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        raise ConfigError("\n".join(f"{name}: {explain(problem, Config)}" for problem in error.errors())) from error
    return config if folder is None else config.seen_from(folder, path)


def merge(values: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The values with others over them: tables are merged, everything else is replaced."""
    merged = dict(values)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged


def read_setting(text: str) -> dict[str, Any]:
    """The values that ``key=value`` on the command line sets: TOML, where a bare word is taken for itself.

    Example: ``rules.figures.severity=note`` is ``{"rules": {"figures": {"severity": "note"}}}``. Raises ConfigError.
    """
    key, _, value = text.partition("=")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Quotes that the shell took away: what would be a string is one.
        if value.strip() and not set(value.strip()) & set("\"'[]{}=,#\n\\"):
            try:
                return tomllib.loads(f'{key}="{value.strip()}"')
            except tomllib.TOMLDecodeError:
                pass
        raise ConfigError(
            f"--config {text}: neither a file nor a setting such as 'select=[\"figures\"]': {error}"
        ) from error


def _place(values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Paths given on the command line are seen from there, not from the file."""
    placed = dict(values)
    for key in ("decisions", "baseline"):
        if key in placed:
            placed[key] = str(folder / str(placed[key]))
    if "rule-paths" in placed:
        placed["rule-paths"] = [str(folder / str(one)) for one in placed["rule-paths"]]
    return placed


def _values(path: Path) -> dict[str, Any] | None:
    """What a file holds; None when it is a pyproject.toml without ``[tool.checker]``."""
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    if path.name != "pyproject.toml":
        return values
    found = values.get("tool", {}).get("checker")
    if found is not None and not isinstance(found, dict):
        raise ConfigError(f"{path}: tool.checker: not a table")
    return found
