"""``checker rules`` lists the rules; ``checker explain`` shows what one finds, why it matters, and its limits."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import options
from checker.cli.console import TroubleError, write_out

if TYPE_CHECKING:
    from checker.registry import FoundRule


@click.command("rules", short_help="List the rules.")
@options.config
def list_rules(config_path: Path | None) -> None:
    """List the rules, with what each one finds."""
    from checker.registry import enabled_rules, find_rules

    config = options.load(config_path)
    found = find_rules(config.rule_paths)
    enabled = {rule.id for rule in enabled_rules(config)}
    width = max((len(one.rule.id) for one in found), default=0)
    lines = [
        f"{one.rule.id:{width}}  {_summary(one)}{'' if one.rule.id in enabled else '  [off]'}".rstrip() for one in found
    ]
    write_out("".join(f"{line}\n" for line in lines), None)


@click.command(short_help="Show the page of a rule.")
@click.argument("rule", metavar="RULE")
@options.config
def explain(rule: str, config_path: Path | None) -> None:
    """Show the page of a rule: what it finds, why it matters, an example, its limits."""
    from checker.config import suggest
    from checker.registry import find_rules

    config = options.load(config_path)
    found = {one.rule.id: one for one in find_rules(config.rule_paths)}
    if rule not in found:
        raise TroubleError(f'there is no rule "{rule}"{suggest(rule, found)} (rules: {", ".join(found)})')
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
