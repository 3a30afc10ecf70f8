"""``checker review``: the report as a local web page where an editor decides."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import CLEAN, USAGE, options
from checker.cli.console import TroubleError, complain, tell_failed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from checker.model import Input

# Where decisions are kept unless --db says otherwise.
DATABASE = "checker-review.db"


@click.command(short_help="Open the report as a page where an editor decides.")
@options.paths
@click.option(
    "--db",
    "database",
    default=DATABASE,
    show_default=True,
    metavar="URL",
    help="Where decisions are kept: a SQLite file, or postgresql://USER:PASSWORD@HOST/NAME.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of decisions to be kept in step; without it, the one that the configuration names.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default="a free one",
    help="The port to listen on.",
)
@click.option("--no-browser", is_flag=True, help="Print the address only, and open no browser.")
@click.option("--readonly", is_flag=True, help="Show everything, and let nothing be decided or added.")
@click.option("--watch", is_flag=True, help="Compare again when files are changed, added or taken away.")
@click.option("--as", "editor", metavar="NAME", help="Your name in the log; without it, the one that you log in with.")
@options.config
@click.option("--one-event", is_flag=True, help="The articles are about one event: do not group them first.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Give all single-source notes, not the weightiest alone, and what two rules say of the same words.",
)
def review(
    paths: tuple[str, ...],
    database: str,
    decisions: Path | None,
    host: str,
    port: int,
    no_browser: bool,
    readonly: bool,
    watch: bool,
    editor: str | None,
    chosen: options.Chosen,
    one_event: bool,
    everything: bool,
) -> None:
    """Open the report as a web page on this machine, where an editor decides and nothing decided is lost.

    PATHS are files and folders of articles, or - for standard input. The address that is printed has the token of
    this run in it; without the token nothing is shown. Ctrl+C ends the review. Decisions are keyed by what a finding
    says, so they hold in the next run too.
    """
    serving = _load("serving")
    config = options.load(chosen)
    wish = serving.Wish(
        inputs=_load("desk").Inputs(
            paths=tuple(path for path in paths if path != "-"),
            config=config,
            one_event=one_event,
            everything=everything,
            root=str(Path.cwd()),
            readonly=readonly,
        ),
        database=database,
        host=host,
        port=port,
        browser=not no_browser,
        readonly=readonly,
        watch=watch,
        editor=editor or "",
        decisions=decisions or config.decisions,
        stdin=_read_stdin(paths),
    )
    failed: list[Input] = []

    def tell(inputs: Sequence[Input]) -> None:
        failed.extend(inputs)
        tell_failed(inputs)

    try:
        serving.serve(wish, _announce, tell)
    except (serving.ServingError, serving.StoreError) as error:
        raise TroubleError(str(error)) from error
    except KeyboardInterrupt:
        pass  # uvicorn has ended what was under way
    raise click.exceptions.Exit(USAGE if failed else CLEAN)


def _load(name: str) -> ModuleType:
    """A module of the review. Raises TroubleError when what it needs is not installed."""
    try:
        return import_module(f"checker.reports.review.{name}")
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing == "checker":
            raise
        raise TroubleError(f"checker review needs {missing}: pip install 'news-consistency-checker[review]'") from error


def _announce(address: str) -> None:
    """Print the address at once, also where output goes to a file or a program."""
    click.echo(address)
    sys.stdout.flush()
    complain("Ctrl+C ends the review")


def _read_stdin(paths: tuple[str, ...]) -> Any:
    """The article on standard input, if it was named."""
    if "-" not in paths:
        return None
    if paths.count("-") > 1:
        raise TroubleError("standard input (-) can be read once")
    from checker.reading.readers import sniff

    data = sys.stdin.buffer.read()
    return _load("live").Drop(f"stdin{sniff(data)}", data)
