"""``checker check``: new articles against an archive, as a linter checks files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from checker.cli import CLEAN, FINDINGS, USAGE, options
from checker.cli.archives import cache_folder, cache_options, parse_beside, scan
from checker.cli.console import TroubleError, progress, tell_failed
from checker.cli.known import Known, known_options, look_back, narrow, settle_known, take_known
from checker.cli.outputs import output_options, take_outputs, write_outcome

if TYPE_CHECKING:
    from pathlib import Path

    from checker.gate.scanning import Shelf
    from checker.memory import Memory
    from checker.model import Severity
    from checker.reading import Reading

SEVERITIES = ("error", "warning", "note")
NEVER = "never"


@click.command(short_help="Check new articles against an archive.")
@click.argument("new", nargs=-1, required=True, metavar="NEW...", type=click.Path(allow_dash=True))
@click.option(
    "--against",
    multiple=True,
    metavar="ARCHIVE",
    type=click.Path(),
    help="A folder or file of articles to compare with; may be given several times. Without it, the new ones are "
    "compared with each other.",
)
@click.option("--stdin-filename", metavar="PATH", help="The name of the file that comes on standard input (-).")
@options.config
@cache_options
@known_options
@output_options
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, NEVER]),
    default="error",
    show_default=True,
    help="Exit with status 1 when there is a result this severe, or more.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 whatever is found.")
@click.option("--strict", is_flag=True, help="Fail also when an article could be compared with nothing.")
@click.option(
    "--show",
    type=click.Choice(SEVERITIES),
    help="Show results this severe, or more; warning unless --fail-on asks for less.",
)
@click.option("--all", "everything", is_flag=True, help="Show everything: --show note, without a limit on notes.")
@click.option("--one-event", is_flag=True, help="All articles are about one event: do not group them first.")
@click.option("--today", type=options.Day(), metavar="DATE", help="The day of the check (the clock is never read).")
@click.option("--watch", "watched", is_flag=True, help="Check again whenever an article changes, until Ctrl-C.")
def check(
    new: tuple[str, ...],
    against: tuple[str, ...],
    stdin_filename: str | None,
    chosen: options.Chosen,
    fail_on: str,
    exit_zero: bool,
    strict: bool,
    show: str | None,
    everything: bool,
    one_event: bool,
    today: date | None,
    cache_dir: Path | None,
    no_cache: bool,
    watched: bool,
    **others: Any,
) -> None:
    """Check new articles against the archive's articles on the same event, against themselves and each other.

    NEW are files and folders of articles, or - for standard input. Each result stands at its line in a new article,
    with the words of the other source. Results on archived articles alone are not shown. What cannot be read is named,
    the others are checked, and the exit status is 2.
    """
    from checker.model import Severity

    outputs, known = take_outputs(others), take_known(others)
    config = options.load(chosen)
    failing = None if fail_on == NEVER else Severity(fail_on)
    shown = Severity(show) if show and not everything else _least(failing, everything)
    folder = cache_folder(config, cache_dir, no_cache=no_cache) if against or known.changed_since else None
    stdin = _take_stdin(new, stdin_filename)
    originals = {stdin_filename: stdin} if stdin is not None and stdin_filename else None

    def once(memory: Memory | None = None) -> int:
        asked, archived = narrow(new, against, known)
        fresh = _read(asked, stdin, stdin_filename)
        archive = scan(archived, folder)
        from checker.gate import check_new, choose_shown, is_failing

        back = _look_back(known, asked, archived, fresh, archive, originals)
        with (
            parse_beside(fresh, archive, config, memory) as parse,
            progress(f"comparing with {len(archive.slots)} articles"),
        ):
            compare = partial(check_new, config=config, one_event=one_event, everything=everything, parse=parse)
            try:
                outcome = compare(fresh, archive, originals=originals, memory=memory)
            except LookupError as error:
                raise TroubleError(str(error)) from error
            earlier = compare(*back) if back is not None else None
        outcome = settle_known(
            outcome, known, config, fresh=fresh, today=today, shown=shown, originals=originals, earlier=earlier
        )
        fails = is_failing(outcome, failing, strict=strict) and not exit_zero
        write_outcome(choose_shown(outcome, shown), outputs, config, today=today, fail_on=failing, strict=strict)
        failed = tuple(dict.fromkeys((*fresh.failed, *archive.failed)))
        tell_failed(failed)
        return USAGE if failed else FINDINGS if fails else CLEAN

    if not watched:
        raise click.exceptions.Exit(once())
    if stdin is not None or known.write_baseline is not None or known.prune_baseline:
        raise TroubleError("--watch checks files again and again: it takes no standard input and writes no baseline")
    from checker.cli.watching import watch
    from checker.memory import Memory

    remembered = Memory()
    watch((*new, *against), lambda: once(remembered))


def _least(failing: Severity | None, everything: bool) -> Severity:
    """The least severity that is shown: what fails must be seen."""
    from checker.model import Severity

    return Severity.NOTE if everything or failing is Severity.NOTE else Severity.WARNING


def _read(new: tuple[str, ...], stdin: bytes | None, stdin_name: str | None) -> Reading:
    """Read the new articles; standard input can be one."""
    from checker.reading import read_paths

    with progress("reading"):
        return read_paths(new, stdin=stdin, stdin_name=stdin_name)


def _look_back(
    known: Known,
    new: tuple[str, ...],
    against: tuple[str, ...],
    fresh: Reading,
    archive: Shelf,
    originals: Mapping[str, bytes] | None,
) -> tuple[Reading, Reading] | None:
    """What the articles were at the revision that is asked for: only then the texts of the whole archive are needed."""
    if known.baseline_commit is None:
        return None
    from checker.gate.archive import take_all

    return look_back(known, new, against, fresh, take_all(archive), originals)


def _take_stdin(new: tuple[str, ...], name: str | None) -> bytes | None:
    """What comes on standard input, where that is one of the new articles."""
    if new.count("-") > 1:
        raise TroubleError("standard input (-) can be read once")
    if name is not None and "-" not in new:
        raise TroubleError("--stdin-filename names what comes on standard input: give - as an article")
    return sys.stdin.buffer.read() if "-" in new else None
