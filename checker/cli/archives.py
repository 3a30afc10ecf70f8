"""How a check looks through an archive: the options on its cache, and progress shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.console import complain, counting

if TYPE_CHECKING:
    from checker.config import Config
    from checker.gate.parses import Parses
    from checker.gate.scanning import Shelf
    from checker.memory import Memory
    from checker.reading import Reading

OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        envvar="CHECKER_CACHE_DIR",
        help="Where what is known of archived articles is kept; .checker_cache beside the configuration unless given "
        "here or in CHECKER_CACHE_DIR.",
    ),
    click.option("--no-cache", is_flag=True, help="Read the whole archive again, and keep nothing of it."),
)


def cache_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--cache-dir`` and ``--no-cache``."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def cache_folder(config: Config, cache_dir: Path | None, *, no_cache: bool) -> Path | None:
    """The folder of the cache; None where none is wanted."""
    from checker.gate.cache import FOLDER

    return None if no_cache else cache_dir or config.folder / FOLDER


def scan(paths: Sequence[str], folder: Path | None) -> Shelf:
    """Look through an archive, showing how far it has come; what is the matter with the cache is said."""
    from checker.gate.scanning import scan_archive

    with counting("reading the archive") as tell:
        shelf = scan_archive(paths, folder=folder if paths else None, tell=tell)
    for note in shelf.notes:
        complain(note)
    return shelf


@contextmanager
def parse_beside(new: Reading, archive: Shelf, config: Config, memory: Memory | None) -> Iterator[Parses | None]:
    """Begin to parse the new articles, and have what is parsed kept where the archive is; None: parse as ever.

    A process that goes on checking loads the parser once, and a pipeline of somebody else may change unseen.
    """
    if memory is not None or config.nlp.pipeline is not None:
        yield None
        return
    from checker.gate.parses import Parses

    with Parses(archive.cache) as parses:
        parses.begin(new)
        yield parses
    for note in parses.notes:
        complain(note)
