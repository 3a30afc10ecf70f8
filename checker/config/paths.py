"""What the configuration says of articles in certain places: which rules read them, and how severe a finding is."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath

from checker.config.tables import Config, PathSettings
from checker.model import Article, Finding, Severity

STDIN = "-"


def find_settings(config: Config, path: str | None) -> Iterator[PathSettings]:
    """The settings whose patterns fit a path, in the order of the file; none for what is no file.

    A pattern is seen from the configuration file. ``*`` stays inside a folder, ``**`` does not; a pattern that fits a
    folder is for all in it; one without "/" fits at any depth.
    """
    if not config.per_path or not path or path == STDIN:
        return
    from wcmatch import glob

    full = os.path.abspath(path)  # noqa: PTH100 (links stay as they were written)
    relative = os.path.relpath(full, config.folder.absolute())
    shown = PurePath(full if relative.startswith("..") else relative).as_posix()
    for pattern, settings in config.per_path.items():
        if glob.globmatch(shown, _spell_out(pattern), flags=glob.GLOBSTAR | glob.BRACE | glob.DOTGLOB):
            yield settings


def _spell_out(pattern: str) -> list[str]:
    stem = pattern.removeprefix("./").rstrip("/")
    anywhere = stem if "/" in stem else f"**/{stem}"
    return [anywhere, f"{anywhere}/**"]


def rules_at(config: Config, path: str | None, enabled: Collection[str]) -> frozenset[str]:
    """The rules that read an article, ``enabled`` being those that read any where nothing else is said."""
    chosen = set(enabled)
    for settings in find_settings(config, path):
        if settings.select is not None:
            chosen = set(settings.select)
        chosen |= set(settings.extend_select)
        chosen -= set(settings.ignore)
    return frozenset(chosen)


def switched_off(
    config: Config | None, articles: Sequence[Article], enabled: Collection[str], running: Collection[str]
) -> dict[str, frozenset[str]]:
    """Of the rules that run for some article, those that do not read each one, by id; only articles with any."""
    if config is None or not config.per_path:
        return {}
    off = {article.id: frozenset(running) - rules_at(config, article.path, enabled) for article in articles}
    return {name: rules for name, rules in off.items() if rules}


def severity_at(config: Config | None, path: str | None, rule: str) -> Severity | None:
    """The severity of findings of a rule that cite an article; None where nothing is said of it."""
    said = None
    if config is not None:
        for settings in find_settings(config, path):
            said = settings.severity.get(rule, said)
    return said


def weigh_finding(config: Config | None, finding: Finding, paths: Mapping[str, str | None]) -> Severity:
    """The severity of a finding: that of the article it cites for which it is worst. ``paths`` are by article id."""
    if config is None or not config.per_path:
        return finding.severity
    cited = {evidence.article for evidence in finding.evidence}
    said = [severity_at(config, paths.get(name), finding.rule) or finding.severity for name in sorted(cited)]
    order = list(Severity)
    return min(said, key=order.index, default=finding.severity)


def rules_named(config: Config) -> Iterator[tuple[str, str]]:
    """The rules that the tables for paths name, each with the key that it stands in."""
    for pattern, settings in config.per_path.items():
        for key, names in (
            ("select", settings.select or ()),
            ("extend-select", settings.extend_select),
            ("ignore", settings.ignore),
            ("severity", tuple(settings.severity)),
        ):
            for name in names:
                yield f"per-path.{pattern}.{key}", name
