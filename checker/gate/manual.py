"""What the rules say of themselves, for formats that carry it along."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from checker.formats import RulePage
from checker.registry import FoundRule, find_rules

if TYPE_CHECKING:
    from checker.config import Config


def read_pages(config: Config | None = None) -> dict[str, RulePage]:
    """The pages of all rules, by id, with the severities that the configuration gives them."""
    found = find_rules(config.rule_paths if config is not None else ())
    return {one.rule.id: _page(one, config) for one in found}


def _page(one: FoundRule, config: Config | None) -> RulePage:
    page = inspect.cleandoc(one.module.__doc__ or "").strip() if one.module else ""
    settings = config.rules.get(one.rule.id) if config is not None else None
    severity = (settings.severity if settings else None) or one.rule.severity
    return RulePage(one.rule.id, summarise(page) or one.rule.id, page, severity, one.rule.version)


def summarise(page: str) -> str:
    """The first line of a page, without the name in front."""
    first = page.split("\n", 1)[0]
    name, colon, rest = first.partition(": ")
    summary = (rest if colon and len(name.split()) <= 3 else first).rstrip(".")
    return summary[:1].upper() + summary[1:]
