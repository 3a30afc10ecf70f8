"""What the rules say of themselves, for formats that carry it along."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from checker.formats import RulePage
from checker.model import Severity
from checker.registry import FoundRule, find_rules
from checker.sources.pages import load_pages

if TYPE_CHECKING:
    from checker.config import Config

SUPPRESSIONS = """Suppressions: comments and decisions that silence nothing, or may not.

## What it finds

Comments in articles (`<!-- checker: ignore-next[figures] -- reason -->`) and lines of the file of decisions that cannot
be read, give no reason, are past their day, or are of no more use because the finding is gone.

## Why it matters

An article may carry a contradiction when an editor says why. A silence without a reason, or one that has outlived what
it was for, hides the next contradiction in its place.

## Limits

Whether a decision is of no more use is told only where the articles that it names were all compared. Days are judged by
`--today`; without it every decision holds.
"""
"""The page of what no module finds: the gate reads it in comments and decisions."""


def read_pages(config: Config | None = None) -> dict[str, RulePage]:
    """The pages of all rules and notes, by id, with the severities that the configuration gives them."""
    notes = {name: RulePage(name, note.summary, note.text(), Severity.NOTE) for name, note in load_pages().items()}
    found = find_rules(config.rule_paths if config is not None else ())
    settings = config.rules.get("suppressions") if config is not None else None
    severity = (settings.severity if settings else None) or Severity.WARNING
    silence = RulePage("suppressions", summarise(SUPPRESSIONS), SUPPRESSIONS.strip(), severity)
    return {**notes, "suppressions": silence, **{one.rule.id: _page(one, config) for one in found}}


def _page(one: FoundRule, config: Config | None) -> RulePage:
    page = read_page(one)
    settings = config.rules.get(one.rule.id) if config is not None else None
    severity = (settings.severity if settings else None) or one.rule.severity
    return RulePage(one.rule.id, summarise(page) or one.rule.id, page, severity, one.rule.version)


def read_page(one: FoundRule) -> str:
    """The docstring of the rule's module."""
    return inspect.cleandoc(one.module.__doc__ or "").strip() if one.module else ""


def summarise(page: str) -> str:
    """The first line of a page, without the name in front."""
    first = page.split("\n", 1)[0]
    name, colon, rest = first.partition(": ")
    summary = (rest if colon and len(name.split()) <= 3 else first).rstrip(".")
    return summary[:1].upper() + summary[1:]
