"""``checker report``: the consistency report on the articles named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import CLEAN, FINDINGS, USAGE, options
from checker.cli.console import TroubleError, has_color, progress, tell_failed, width_of, write_out

if TYPE_CHECKING:
    from checker.formats import Format
    from checker.model import Report

# Least first: a threshold is met by itself and all behind it.
SEVERITIES = ("note", "warning", "error")


@click.command(short_help="Write the consistency report on articles.")
@options.paths
@click.option(
    "-f",
    "--format",
    "format_name",
    metavar="NAME",
    help="Output format; without it, by the suffix of --output, or text.",
)
@options.output
@options.config
@click.option("--one-event", is_flag=True, help="The articles are about one event: do not group them first.")
@click.option("--today", type=options.Day(), metavar="DATE", help="The day of the report (the clock is never read).")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with status 1 when there is a finding this severe, or more."
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Give all single-source notes, not the weightiest alone, and what two rules say of the same words.",
)
@click.option(
    "--history",
    "history_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Count what this file holds of the outlets, and add this report to it.",
)
def report(
    paths: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
    chosen: options.Chosen,
    one_event: bool,
    today: date | None,
    fail_on: str | None,
    everything: bool,
    history_path: Path | None,
) -> None:
    """Write a report on where articles contradict each other, and where they frame the same thing differently.

    PATHS are files and folders of articles (.txt, .md, .html, .json, .jsonl, .docx, .pdf), or - for standard input.
    What cannot be read is named, the others are reported, and the exit status is 2.
    """
    config = options.load(chosen)
    form = _choose_format(format_name, output)
    reading = options.read(paths)
    from checker.formats import Options
    from checker.run import check
    from checker.sources.history import HistoryError, read_history, record_report
    from checker.sources.known import know_sources

    known = know_sources(config.sources)
    try:
        before = (
            read_history(history_path, without=reading.articles, rename=known.name)
            if history_path is not None
            else None
        )
    except HistoryError as error:
        raise TroubleError(str(error)) from error
    with progress(f"comparing {len(reading.articles)} articles"):
        result = check(
            reading.articles,
            config=config,
            one_event=one_event,
            skips=reading.skips,
            hints=reading.hints,
            inputs=reading.inputs,
            everything=everything,
            history=before,
        )
    wanted = Options(color=has_color(output), width=width_of(output), all=everything, root=str(Path.cwd()), today=today)
    write_out(form.write(result, wanted), output)
    if history_path is not None:
        try:
            record_report(history_path, result, {article.id: article for article in reading.articles})
        except HistoryError as error:
            raise TroubleError(str(error)) from error
    tell_failed(reading.failed)
    raise click.exceptions.Exit(USAGE if reading.failed else _status(result, fail_on))


def _choose_format(name: str | None, output: Path | None) -> Format:
    """The format named, else the one whose files have the output's suffix, else text."""
    from checker.registry import find_format, find_formats

    if name is not None:
        return find_format(name)
    suffix = output.suffix.lower() if output else ""
    if suffix:
        for form in find_formats().values():
            if form.suffix == suffix:
                return form
    return find_format("text")


def _status(report: Report, fail_on: str | None) -> int:
    if fail_on is None:
        return CLEAN
    failing = SEVERITIES[SEVERITIES.index(fail_on) :]
    return FINDINGS if any(finding.severity.value in failing for finding in report.findings) else CLEAN
