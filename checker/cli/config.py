"""``checker config``: the settings that hold, the files that are read with them, the schema of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.cli import USAGE, options
from checker.cli.console import complain, write_out


@click.command("config", short_help="Show the settings that hold, and the files read with them.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--show", is_flag=True, help="Show the settings, as a configuration file (this is done anyway).")
@click.option("--show-files", is_flag=True, help="List the articles that PATHS mean, this folder without any.")
@click.option("--schema", is_flag=True, help="Write the JSON Schema of the configuration file, for editors.")
@options.config
def config(paths: tuple[str, ...], show: bool, show_files: bool, schema: bool, chosen: options.Chosen) -> None:
    """Show the settings that hold: those of the configuration file, those given here over them, and the defaults.

    What is shown is a configuration file itself. With --show-files, the articles that PATHS mean are listed, a line
    each; with --show too, each with the rules that do not read it.
    """
    from checker.registry import OTHERS, enabled_notes, enabled_rules, find_rules
    from checker.sources.pages import load_pages

    if schema:
        from checker.config.schema import write_schema

        shipped = (one.rule.id for one in find_rules() if one.origin.startswith("checker.rules."))
        write_out(write_schema((*shipped, *load_pages(), *OTHERS)), None)
        return
    settings = options.load(chosen)
    running = {*(rule.id for rule in enabled_rules(settings)), *enabled_notes(settings)}
    if not show_files:
        if paths:
            raise click.UsageError("PATHS are listed with --show-files")
        import tomli_w

        origin = f"# {settings.path}" if settings.path else "# no configuration file: the defaults"
        write_out(f"{origin}\n{tomli_w.dumps(_plain(settings.model_dump(by_alias=True, mode='json')))}", None)
        return
    raise click.exceptions.Exit(_list_files(paths or (".",), settings, running, show=show))


def _list_files(paths: tuple[str, ...], settings: Any, running: set[str], *, show: bool) -> int:
    """List the files, and give the exit status."""
    from checker.config.paths import rules_at
    from checker.model import Input, InputStatus
    from checker.reading.finding import STDIN, find_files
    from checker.registry import is_enabled

    enabled = [name for name in running if is_enabled(name, settings)]
    lines, status = [], 0
    for found in find_files([path for path in paths if path != STDIN]):
        if isinstance(found, Input):
            if found.status is InputStatus.UNREADABLE:
                complain(f"{found.path}: {found.reason}")
                status = USAGE
            continue
        off = sorted(running - rules_at(settings, found.shown, enabled))
        lines.append(found.shown + (f"  (not read by: {', '.join(off)})" if show and off else ""))
    write_out("".join(f"{line}\n" for line in lines), None)
    return status


def _plain(value: Any) -> Any:
    """Values without those that are not set, which TOML has no word for."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one is not None and one != {}}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Path) else value
