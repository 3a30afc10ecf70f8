"""``checker history``: what has accumulated on each outlet in the file that ``checker report --history`` keeps."""

from __future__ import annotations

import json
from pathlib import Path

import click

from checker.cli.console import TroubleError, write_out


@click.command(short_help="Show the record of each outlet in a history.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format."
)
def history(path: Path, format_name: str) -> None:
    """Show, for each outlet in FILE, how often its answers were those of most origins, with the interval of the rate.

    FILE is what checker report --history FILE keeps: a row an article, the outlets' counts over all reports.
    """
    from checker.sources.history import FEWEST, HistoryError, list_history, read_history
    from checker.sources.intervals import wilson

    if not path.exists():
        raise TroubleError(f"{path}: there is no such history")
    try:
        records = read_history(path)
    except HistoryError as error:
        raise TroubleError(str(error)) from error
    if format_name == "text":
        lines = list(list_history(records.values())) or ["nothing has been tested yet"]
        write_out("".join(f"{line}\n" for line in lines), None)
        return
    rows = []
    for record in sorted(records.values(), key=lambda r: (-r.tested, r.outlet)):
        low, high = wilson(record.agreed, record.tested)
        rows.append(
            {
                "outlet": record.outlet,
                "agreed": record.agreed,
                "disagreed": record.disagreed,
                "low": round(low, 4),
                "high": round(high, 4),
                "judged": record.tested >= FEWEST,
            }
        )
    write_out(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", None)
