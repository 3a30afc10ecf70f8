"""``checker rules`` lists the rules and the notes; ``checker explain`` shows what one finds, why, and its limits."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import options
from checker.cli.console import TroubleError, write_out

if TYPE_CHECKING:
    from checker.registry import FoundRule


@click.command("rules", short_help="List the rules, and the notes on sources.")
@options.config
def list_rules(config_path: Path | None) -> None:
    """List the rules, and the notes on credibility, with what each one finds."""
    from checker.registry import enabled_notes, enabled_rules, find_rules
    from checker.sources.pages import load_pages

    config = options.load(config_path)
    listed = [(one.rule.id, _summary(one)) for one in find_rules(config.rule_paths)]
    noted = [(page.id, page.summary) for page in load_pages().values()]
    on = {rule.id for rule in enabled_rules(config)} | enabled_notes(config)
    width = max(len(name) for name, _ in (*listed, *noted))

    def lay_out(rows: list[tuple[str, str]]) -> list[str]:
        return [f"{name:{width}}  {what}{'' if name in on else '  [off]'}".rstrip() for name, what in rows]

    lines = [*lay_out(listed), "", "Notes on credibility:", *lay_out(noted)]
    write_out("".join(f"{line}\n" for line in lines), None)


@click.command(short_help="Show the page of a rule or a note.")
@click.argument("rule", metavar="RULE")
@options.config
def explain(rule: str, config_path: Path | None) -> None:
    """Show the page of a rule, or of a note on credibility: what it finds, why it matters, its limits."""
    from checker.config import suggest
    from checker.registry import find_rules
    from checker.sources.pages import load_pages

    config = options.load(config_path)
    found = {one.rule.id: one for one in find_rules(config.rule_paths)}
    notes = load_pages()
    if rule in notes and rule not in found:
        write_out(f"{rule}  (a note on credibility, severity note)\n\n{notes[rule].text()}\n", None)
        return
    if rule not in found:
        known = (*found, *notes)
        raise TroubleError(f'there is no rule "{rule}"{suggest(rule, known)} (rules: {", ".join(known)})')
    one = found[rule]
    settings = config.rules.get(rule)
    severity = (settings.severity if settings else None) or one.rule.severity
    head = f"{one.rule.id}  (version {one.rule.version}, severity {severity.value}, from {one.origin})"
    write_out(f"{head}\n\n{_page(one) or 'The rule has no page.'}\n", None)


def _page(one: FoundRule) -> str:
    """The docstring of the rule's module."""
    return inspect.cleandoc(one.module.__doc__ or "").strip() if one.module else ""


def _summary(one: FoundRule) -> str:
    """The first line of the page, without the name in front."""
    first = _page(one).split("\n", 1)[0]
    name, colon, rest = first.partition(": ")
    summary = (rest if colon and len(name.split()) <= 3 else first).rstrip(".")
    return summary[:1].upper() + summary[1:]
