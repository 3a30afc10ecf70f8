"""``checker server``: the language server, for editors."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import options
from checker.cli.archives import cache_folder, cache_options
from checker.cli.console import TroubleError, complain
from checker.cli.options import Chosen

if TYPE_CHECKING:
    from checker.server.desk import Desk

SEVERITIES = ("error", "warning", "note")


class Address(click.ParamType[tuple[str, int]]):
    """A host and a port, as in 127.0.0.1:7420."""

    name = "host:port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Read it, or fail as a usage error."""
        if isinstance(value, tuple):
            return value
        host, colon, port = value.rpartition(":")
        if not colon or not port.isdigit() or int(port) > 65535:
            self.fail(f"{value!r} is not a host and a port such as 127.0.0.1:7420", param, ctx)
        return host.strip("[]") or "127.0.0.1", int(port)


@click.command(short_help="Show in an editor what a check finds (language server).")
@click.option(
    "--against",
    multiple=True,
    metavar="ARCHIVE",
    type=click.Path(),
    help="A folder or file of articles to compare with; may be given several times. Without it, what the editor gives "
    'as {"against": [...]} in its initialization options, or else the folder that it has open.',
)
@click.option(
    "--show",
    type=click.Choice(SEVERITIES),
    default="warning",
    show_default=True,
    help="Show results this severe, or more.",
)
@click.option("--tcp", type=Address(), metavar="HOST:PORT", help="Wait for editors there, not on standard input.")
@options.config
@cache_options
def server(
    against: tuple[str, ...],
    show: str,
    tcp: tuple[str, int] | None,
    chosen: Chosen,
    cache_dir: Path | None,
    no_cache: bool,
) -> None:
    """Speak the Language Server Protocol with an editor: results as one types, explanations, and what can be done.

    Articles are checked as they stand in the editor, saved or not, against the archive. It needs the extra "server".
    """
    try:
        from checker.server.listening import listen
        from checker.server.serving import make_server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise TroubleError('the server needs pygls: install "news-consistency-checker[server]"') from error
    from checker.model import Severity
    from checker.server.desk import Desk

    options.load(chosen)  # what is wrong with the configuration is said before any editor waits

    def make_desk(root: Path, wanted: Mapping[str, Any]) -> Desk:
        given = wanted.get("against") or ()
        named = against or tuple([given] if isinstance(given, str) else map(str, given))
        config = options.load(chosen)
        return Desk(
            config=config,
            archive=tuple(str(root / path) for path in named) or (str(root),),
            folder=cache_folder(config, cache_dir, no_cache=no_cache),
            root=str(root),
            shown=Severity(show),
        )

    if tcp is None:
        make_server(make_desk).start_io()
        return
    try:
        listen(make_desk, *tcp, tell=complain)
    except OSError as error:
        raise TroubleError(f"{tcp[0]}:{tcp[1]}: {os.strerror(error.errno) if error.errno else error}") from error
