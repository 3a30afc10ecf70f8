"""``checker rules`` lists the rules and the notes; ``checker explain`` shows what one finds, why, and its limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import options
from checker.cli.console import TroubleError, write_out

if TYPE_CHECKING:
    from checker.config import Config


@click.command("rules", short_help="List the rules, and the notes on sources.")
@options.config
@click.option("--new", "name", metavar="NAME", help="Make a rule of your own: NAME.py, and its cases in NAME.md.")
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to make it; the first of rule-paths in the configuration, or our_rules, unless given.",
)
def list_rules(chosen: options.Chosen, name: str | None, folder: Path | None) -> None:
    """List the rules, and the notes on credibility, with what each one finds; or make a new one."""
    from checker.manual import read_page, summarise
    from checker.registry import enabled_notes, enabled_rules, find_rules
    from checker.sources.pages import load_pages

    config = options.load(chosen)
    if name is not None:
        _make(name, folder, config)
        return
    if folder is not None:
        raise TroubleError("--in says where to make a rule: name it with --new")
    listed = [(one.rule.id, summarise(read_page(one))) for one in find_rules(config.rule_paths)]
    noted = [(page.id, page.summary) for page in load_pages().values()]
    on = {rule.id for rule in enabled_rules(config)} | enabled_notes(config)
    width = max(len(name) for name, _ in (*listed, *noted))

    def lay_out(rows: list[tuple[str, str]]) -> list[str]:
        return [f"{name:{width}}  {what}{'' if name in on else '  [off]'}".rstrip() for name, what in rows]

    lines = [*lay_out(listed), "", "Notes on credibility:", *lay_out(noted)]
    write_out("".join(f"{line}\n" for line in lines), None)


@click.command(short_help="Show the page of a rule or a note.")
@click.argument("rule", metavar="RULE", shell_complete=options.complete_rules)
@options.config
def explain(rule: str, chosen: options.Chosen) -> None:
    """Show the page of a rule, or of a note on credibility: what it finds, why it matters, its limits."""
    from checker.config import suggest
    from checker.manual import read_page, read_pages
    from checker.registry import OTHERS, find_rules
    from checker.sources.pages import load_pages

    config = options.load(chosen)
    found = {one.rule.id: one for one in find_rules(config.rule_paths)}
    notes = load_pages()
    if rule in notes and rule not in found:
        write_out(f"{rule}  (a note on credibility, severity note)\n\n{notes[rule].text()}\n", None)
        return
    if rule in OTHERS:
        page = read_pages(config)[rule]
        write_out(f"{rule}  (what silences findings, severity {page.severity.value})\n\n{page.page}\n", None)
        return
    if rule not in found:
        known = (*found, *notes, *OTHERS)
        raise TroubleError(f'there is no rule "{rule}"{suggest(rule, known)} (rules: {", ".join(known)})')
    one = found[rule]
    settings = config.rules.get(rule)
    severity = (settings.severity if settings else None) or one.rule.severity
    head = f"{one.rule.id}  (version {one.rule.version}, severity {severity.value}, from {one.origin})"
    write_out(f"{head}\n\n{read_page(one) or 'The rule has no page.'}\n", None)


def _make(name: str, folder: Path | None, config: Config) -> None:
    """Make a rule's two files, and say what comes next."""
    from checker.cli.drafting import draft_rule
    from checker.registry import find_rules
    from checker.sources.pages import load_pages

    named = [path for path in config.rule_paths if path.is_dir()]
    known = {one.rule.id for one in find_rules(named)} | set(load_pages())
    place = folder or next(iter(config.rule_paths), Path("our_rules"))
    lines = [f"wrote {path}" for path in draft_rule(name, place, known)]
    if place.resolve() not in (path.resolve() for path in config.rule_paths):
        lines.append(f'to have it run, name its folder in checker.toml: rule-paths = ["{place.as_posix()}"]')
    lines.append(f"to run its cases: checker test {place.as_posix()}")
    write_out("".join(f"{line}\n" for line in lines), None)
