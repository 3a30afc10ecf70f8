"""Options and arguments that several commands take."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.console import TroubleError, progress

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from checker.config import Config
    from checker.reading import Reading

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A calendar day, as in 2031-05-14."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or fail as a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2031-05-14", param, ctx)


paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
output: Decorator = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file, not to standard output.",
)


def config(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--config`` and ``--isolated``; the command takes what they say as ``chosen``, for ``load``."""

    @wraps(command)
    def choose(*arguments: Any, config: tuple[str, ...], isolated: bool, **others: Any) -> Any:
        return command(*arguments, chosen=Chosen(config, isolated), **others)

    isolate = click.option("--isolated", is_flag=True, help="Look for no configuration file.")
    given = click.option(
        "--config",
        "config",
        multiple=True,
        metavar="FILE|KEY=VALUE",
        help="Configuration file, or a setting over it such as 'ignore=[\"tone\"]'; may be given several times. "
        "Without a file, the nearest checker.toml, .checker.toml or pyproject.toml upwards.",
    )
    return given(isolate(choose))


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which configuration was asked for: files and settings as they were given, and whether none is looked for."""

    given: tuple[str, ...] = ()
    isolated: bool = False


def complete_rules(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The rules and notes whose names begin so, with what they find."""
    from click.shell_completion import CompletionItem

    from checker.config import ConfigError
    from checker.manual import read_pages
    from checker.registry import RegistryError

    del parameter
    try:
        pages = read_pages(load(Chosen(context.params.get("config") or (), context.params.get("isolated", False))))
    except (ConfigError, RegistryError, TroubleError):
        return []  # the command will say what is wrong when it runs; a shell that completes must not
    return [CompletionItem(name, help=page.summary) for name, page in pages.items() if name.startswith(typed)]


def load(chosen: Chosen = Chosen()) -> Config:
    """The configuration that was named or is nearest, with the settings given over it.

    Raises ConfigError when it cannot be used, TroubleError when two files are named.
    """
    from checker.config import load_config
    from checker.config.loading import merge, read_setting

    # A file may have an equals sign in its name; a setting is what is no file.
    files = [one for one in chosen.given if "=" not in one or Path(one).is_file()]
    if len(files) > 1:
        raise TroubleError(f"--config names two files: {files[0]} and {files[1]}")
    settings: dict[str, Any] = {}
    for one in chosen.given:
        if one not in files:
            settings = merge(settings, read_setting(one))
    return load_config(files[0] if files else None, overrides=settings, isolated=chosen.isolated)


def read(paths: tuple[str, ...]) -> Reading:
    """Read what was named; ``-`` is standard input."""
    from checker.reading import read_paths

    if paths.count("-") > 1:
        raise TroubleError("standard input (-) can be read once")
    with progress("reading"):
        return read_paths(paths, stdin=sys.stdin.buffer if "-" in paths else None)
