"""What every command needs of the terminal: where output goes, whether it has colours, and how trouble is told."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from checker.cli import CLEAN, INTERNAL, INTERRUPTED, USAGE

if TYPE_CHECKING:
    from checker.model import Input

# The width of output that is no terminal's: the same everywhere, so that the same input gives the same bytes.
WIDTH = 100


class TroubleError(click.ClickException):
    """What was asked for cannot be done; exit status 2."""

    exit_code = USAGE

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it on standard error (or in the file given), each line with the command's name before it."""
        for line in self.message.splitlines():
            complain(line, file)


def complain(message: str, file: IO[Any] | None = None) -> None:
    """Say something on standard error."""
    click.echo(f"checker: {message}", file=file, err=True)


def tell_failed(inputs: Iterable[Input]) -> None:
    """Name what could not be read, with the reason."""
    for one in inputs:
        complain(f"{one.path}: {one.reason}")


def write_out(text: str, output: Path | None) -> None:
    """Write a result as UTF-8 to the file, or to standard output.

    Raises TroubleError when the file cannot be written.
    """
    data = text.encode("utf-8", errors="replace")  # half of a surrogate pair from a JSON file cannot be written
    if output is not None and str(output) != "-":
        from checker.gate.writing import write_file

        try:
            if not output.parent.is_dir():
                raise FileNotFoundError(2, "there is no such folder")
            write_file(output, data)
        except OSError as error:
            raise TroubleError(f"{output}: cannot be written: {error.strerror or error}") from error
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave_quietly()


def leave_quietly() -> None:
    """After a broken pipe: let the interpreter flush into nothing, so that it does not complain at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def has_color(output: Path | None) -> bool:
    """Whether output goes to a terminal that takes colours; ``NO_COLOR`` (no-color.org) switches them off."""
    return (
        output is None and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
    )


def width_of(output: Path | None) -> int:
    """The columns to wrap at: the terminal's, or a fixed number where there is none."""
    if output is None and sys.stdout.isatty():
        return min(shutil.get_terminal_size().columns, 120)
    return WIDTH


@contextmanager
def progress(message: str) -> Iterator[None]:
    """Show what is being done, on standard error and only on a terminal, while it is being done."""
    shown = sys.stderr.isatty()
    if shown:
        click.echo(f"{message} ...", err=True, nl=False)
    try:
        yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)


@contextmanager
def counting(message: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far something has come, as ``progress`` does; the function given takes how much of how much is done."""
    shown, last = sys.stderr.isatty(), -1

    def tell(done: int, total: int) -> None:
        nonlocal last
        share = 100 * done // max(1, total)
        if shown and share != last:
            click.echo(f"\r{message}: {done:,} of {total:,}", err=True, nl=False)
            last = share

    try:
        yield tell
    finally:
        if last >= 0:
            click.echo("\r\x1b[K", err=True, nl=False)


def report_fault(error: Exception) -> int:
    """Tell what went wrong and give the exit status: usage and input are the user's, anything else is ours."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        complain("interrupted")
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if _is_users(error):
        for line in str(error).splitlines():
            complain(line)
        return USAGE
    import traceback

    traceback.print_exception(error, file=sys.stderr)
    complain(f"internal error: {type(error).__name__}: {error}")
    complain("this is a fault of the checker; please report it with the lines above")
    return INTERNAL


def _is_users(error: Exception) -> bool:
    """Configuration and registry errors, told without importing their modules when they were not at work."""
    known = (("checker.config", "ConfigError"), ("checker.registry", "RegistryError"))
    kinds = tuple(getattr(sys.modules[module], name) for module, name in known if module in sys.modules)
    return isinstance(error, kinds)


__all__ = [
    "CLEAN",
    "TroubleError",
    "complain",
    "counting",
    "has_color",
    "leave_quietly",
    "progress",
    "report_fault",
    "tell_failed",
    "width_of",
    "write_out",
]
