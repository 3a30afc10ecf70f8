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


def read_pages(config: Config | None = None) -> dict[str, RulePage]:
    """The pages of all rules and notes, by id, with the severities that the configuration gives them."""
    notes = {name: RulePage(name, note.summary, note.text(), Severity.NOTE) for name, note in load_pages().items()}
    found = find_rules(config.rule_paths if config is not None else ())
    return {**notes, **{one.rule.id: _page(one, config) for one in found}}


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
