"""Options and arguments that several commands take."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
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
config: Decorator = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Configuration file; without it, the nearest checker.toml, .checker.toml or pyproject.toml upwards.",
)


def complete_rules(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The rules and notes whose names begin so, with what they find."""
    from click.shell_completion import CompletionItem

    from checker.config import ConfigError
    from checker.manual import read_pages
    from checker.registry import RegistryError

    del parameter
    try:
        pages = read_pages(load(context.params.get("config_path")))
    except (ConfigError, RegistryError):
        return []  # the command will say what is wrong when it runs; a shell that completes must not
    return [CompletionItem(name, help=page.summary) for name, page in pages.items() if name.startswith(typed)]


def load(config_path: Path | None) -> Config:
    """The configuration that was named or is nearest."""
    from checker.config import load_config

    return load_config(config_path)


def read(paths: tuple[str, ...]) -> Reading:
    """Read what was named; ``-`` is standard input."""
    from checker.reading import read_paths

    if paths.count("-") > 1:
        raise TroubleError("standard input (-) can be read once")
    with progress("reading"):
        return read_paths(paths, stdin=sys.stdin.buffer if "-" in paths else None)
