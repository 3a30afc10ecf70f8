"""Where the outcome of a check goes: one format on standard output or to ``--output``, any others to files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import options
from checker.cli.console import TroubleError, has_color, width_of, write_out

if TYPE_CHECKING:
    from checker.config import Config
    from checker.model import Outcome, Severity

DEFAULT = "text"

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file whose Markdown a job of GitHub Actions shows."""

LOG_COMMANDS, FULL_LIST = "github", "markdown"

BY_SUFFIX = {
    ".sarif": "sarif",
    ".jsonl": "jsonl",
    ".json": "json",
    ".xml": "junit",
    ".md": "markdown",
    ".txt": "text",
}
"""What the suffix of ``--output`` says where no format is named."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What is wanted: the format of the main output and its file, and further formats with theirs."""

    main: str
    output: Path | None
    others: Mapping[str, Path]


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--format``, ``--output``, and ``--NAME-output`` for each format there is."""
    from checker.registry import name_check_formats

    names = name_check_formats()
    for name in reversed(names):
        command = click.option(
            f"--{name}-output",
            f"{name}_output",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help=f"Write {name} to this file too.",
        )(command)
    command = options.output(command)
    return click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(names),
        help="Output format; without it, by the suffix of --output, or text.",
    )(command)


def take_outputs(given: dict[str, Any]) -> Outputs:
    """Take what ``output_options`` declares out of a command's arguments."""
    from checker.registry import name_check_formats

    output = given.pop("output")
    name = given.pop("format_name") or (BY_SUFFIX.get(output.suffix.lower()) if output else None) or DEFAULT
    files = {one: given.pop(f"{one}_output") for one in name_check_formats()}
    others = {one: path for one, path in files.items() if path is not None}
    places = [path for path in (output, *others.values()) if path is not None]
    for path in places:
        if places.count(path) > 1:
            raise TroubleError(f"{path}: two outputs are to be written to it")
    return Outputs(name, output, others)


def write_outcome(
    outcome: Outcome,
    outputs: Outputs,
    config: Config,
    *,
    today: date | None = None,
    fail_on: Severity | None = None,
    strict: bool = False,
) -> None:
    """Write the outcome in every format that is wanted, the files first.

    What is written for GitHub's log is capped there; in one of its jobs the full list goes to the step summary.
    """
    from checker.formats import CheckOptions
    from checker.manual import read_pages
    from checker.registry import find_check_format

    pages = read_pages(config)

    def lay_out(name: str, path: Path | None) -> str:
        wanted = CheckOptions(has_color(path), width_of(path), today, pages, fail_on, strict)
        return find_check_format(name).write(outcome, wanted)

    for name, path in (*outputs.others.items(), (outputs.main, outputs.output)):
        write_out(lay_out(name, path), path)
    summary = os.environ.get(STEP_SUMMARY)
    if outputs.main == LOG_COMMANDS and summary:
        try:
            with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
                file.write(lay_out(FULL_LIST, Path(summary)))
        except OSError as error:
            raise TroubleError(f"{summary}: cannot be written: {error.strerror or error}") from error
