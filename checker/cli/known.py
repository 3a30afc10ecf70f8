"""What ``checker check`` knows of findings beforehand: decisions, comments, a baseline, an earlier revision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.console import TroubleError, complain

if TYPE_CHECKING:
    from checker.config import Config
    from checker.gate.baseline import Baseline
    from checker.gate.comments import Comment
    from checker.gate.decisions import DecisionFile
    from checker.model import Outcome, Severity
    from checker.reading import Reading

FILE = click.Path(path_type=Path, dir_okay=False)

OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.option(
        "--decisions",
        "decisions_path",
        type=FILE,
        metavar="FILE",
        help="What editors decided about findings; checker-decisions.jsonl beside the configuration unless given.",
    ),
    click.option(
        "--ignore-suppressions",
        is_flag=True,
        help="Take no notice of comments in articles and of decisions that silence findings.",
    ),
    click.option(
        "--baseline", "baseline_path", type=FILE, metavar="FILE", help="Findings known before: they do not fail."
    ),
    click.option(
        "--write-baseline", type=FILE, metavar="FILE", help="Write what is found now as a baseline; nothing fails then."
    ),
    click.option("--prune-baseline", is_flag=True, help="Take out of the baseline what has been put right."),
    click.option(
        "--baseline-commit", metavar="REV", help="Take for known what was found at this Git revision already."
    ),
    click.option(
        "--changed-since", metavar="REV", help="Check only articles that have changed since this Git revision."
    ),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What was asked for."""

    decisions_path: Path | None
    ignore_suppressions: bool
    baseline_path: Path | None
    write_baseline: Path | None
    prune_baseline: bool
    baseline_commit: str | None
    changed_since: str | None


def known_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options on what is known of findings."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def take_known(given: dict[str, Any]) -> Known:
    """Take what ``known_options`` declares out of a command's arguments. Raises TroubleError when they do not fit."""
    known = Known(**{name: given.pop(name) for name in Known.__dataclass_fields__})
    if known.baseline_path is not None and known.baseline_commit is not None:
        raise TroubleError("--baseline and --baseline-commit exclude each other")
    return known


def narrow(new: tuple[str, ...], against: tuple[str, ...], known: Known) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """With ``--changed-since``: the new articles that have changed, and an archive with all others beside it.

    Raises TroubleError when the revision cannot be looked at.
    """
    if known.changed_since is None:
        return new, against
    from checker.gate.revisions import RevisionError, list_changed, open_revision

    try:
        revision = open_revision(known.changed_since, folder_of(new))
    except RevisionError as error:
        raise TroubleError(f"--changed-since: {error}") from error
    changed = list_changed(new, revision)
    if not changed:
        complain(f"no article has changed since {known.changed_since}")
        return (), ()
    return changed, tuple(dict.fromkeys((*against, *(path for path in new if path != "-"))))


def look_back(
    known: Known,
    new: tuple[str, ...],
    against: tuple[str, ...],
    fresh: Reading,
    archive: Reading,
    unsaved: Mapping[str, bytes] | None = None,
) -> tuple[Reading, Reading] | None:
    """With ``--baseline-commit``: the new articles and the archive as they were then.

    ``unsaved`` are the bytes of articles that are in no file, by path. Raises TroubleError when the revision cannot be
    looked at.
    """
    if known.baseline_commit is None:
        return None
    from checker.gate.revisions import RevisionError, open_revision, read_before

    typed = tuple(unsaved or ())
    try:
        revision = open_revision(known.baseline_commit, folder_of((*new, *typed)))
        return read_before(fresh, new, revision, unsaved=typed), read_before(archive, against, revision)
    except RevisionError as error:
        raise TroubleError(f"--baseline-commit: {error}") from error


def folder_of(paths: tuple[str, ...]) -> Path:
    """The folder whose repository is meant: that of the first path, or the working folder."""
    first = next((Path(path) for path in paths if path != "-"), Path())
    return first if first.is_dir() else first.parent


def settle_known(
    outcome: Outcome,
    known: Known,
    config: Config,
    *,
    fresh: Reading,
    today: date | None,
    shown: Severity,
    originals: Mapping[str, bytes] | None = None,
    earlier: Outcome | None = None,
) -> Outcome:
    """The outcome with all that is known of its findings; writes the baseline where that is asked for.

    ``fresh`` is what was read of the new articles, ``originals`` the bytes of those in no file, by path, ``earlier``
    what was found at ``--baseline-commit``. Raises TroubleError when a file cannot be used.
    """
    from checker.gate.settling import settle
    from checker.gate.weighing import weigh_by_path
    from checker.model import Severity

    decisions = None if known.ignore_suppressions else _read_decisions(known, config)
    comments = () if known.ignore_suppressions else _read_comments(outcome, config, fresh, originals)
    baseline = _read_baseline(known, config) if earlier is None else _baseline_of(earlier)
    settings = config.rules.get("suppressions")
    settled = settle(
        weigh_by_path(outcome, config),
        comments=comments,
        decisions=decisions,
        baseline=baseline,
        today=today,
        ran=_running(config),
        severity=(settings.severity if settings else None) or Severity.WARNING,
        faults="suppressions" not in config.ignore,
    )
    return _keep_baseline(settled, baseline if earlier is None else None, known, shown)


def _read_decisions(known: Known, config: Config) -> DecisionFile:
    from checker.gate.decisions import FILE_NAME, DecisionsError, scan_decisions

    named = known.decisions_path
    if named is not None and not named.is_file():
        raise TroubleError(f"{named}: there is no such file of decisions")
    try:
        return scan_decisions(named or config.decisions or config.folder / FILE_NAME)
    except DecisionsError as error:
        raise TroubleError(str(error)) from error


def _read_comments(
    outcome: Outcome, config: Config, fresh: Reading, originals: Mapping[str, bytes] | None
) -> tuple[Comment, ...]:
    from checker.gate.comments import read_comments
    from checker.registry import OTHERS, find_rules
    from checker.sources.pages import load_pages

    sources = {a.id: originals[a.path] for a in fresh.articles if originals and a.path and a.path in originals}
    names = (*(one.rule.id for one in find_rules(config.rule_paths)), *load_pages(), *OTHERS)
    try:
        return read_comments(fresh.articles, known=names, root=outcome.root, sources=sources, skips=fresh.skips)
    except OSError as error:
        raise TroubleError(f"{error.filename}: cannot be read again: {error.strerror or error}") from error


def _read_baseline(known: Known, config: Config) -> Baseline | None:
    from checker.gate.baseline import BaselineError, read_baseline

    path = known.baseline_path or config.baseline
    if path is None:
        if known.prune_baseline:
            raise TroubleError("--prune-baseline needs a baseline: name it with --baseline or in the configuration")
        return None
    if not path.exists() and known.write_baseline is not None and path.resolve() == known.write_baseline.resolve():
        return None  # it is about to be made
    try:
        return read_baseline(path)
    except BaselineError as error:
        raise TroubleError(str(error)) from error


def _baseline_of(outcome: Outcome) -> Baseline:
    """What was found before, as a baseline."""
    from checker.gate.baseline import Baseline, record_findings
    from checker.gate.matching import absolute_paths

    root = Path(outcome.root)
    found = record_findings(outcome.report.findings, absolute_paths(outcome.report), root)
    return Baseline(root / "revision", found)


def _running(config: Config) -> frozenset[str]:
    from checker.registry import enabled_notes, enabled_rules

    return frozenset({rule.id for rule in enabled_rules(config)} | enabled_notes(config))


def _keep_baseline(outcome: Outcome, baseline: Baseline | None, known: Known, shown: Severity) -> Outcome:
    """Prune the baseline, or say that it could be; write one; and count what has been written as known."""
    from dataclasses import replace

    from checker.gate.baseline import find_gone, record_findings, write_baseline
    from checker.gate.matching import absolute_paths
    from checker.gate.showing import is_at_least
    from checker.model import Disposition

    paths = absolute_paths(outcome.report)
    kept = list(baseline.entries) if baseline is not None else []
    if baseline is not None:
        gone = find_gone(baseline, outcome.report, paths)
        kept = [entry for entry in kept if entry not in gone]
        if gone and known.prune_baseline:
            _save(lambda: write_baseline(baseline.path, kept), baseline.path)
            complain(f"{baseline.path}: {len(gone)} of {len(baseline.entries)} findings are gone and were taken out")
        elif gone and known.write_baseline is None:
            word = "finding is" if len(gone) == 1 else "findings are"
            remark = f"{len(gone)} {word} gone from the baseline: --prune-baseline takes out what has been put right"
            outcome = replace(outcome, remarks=(*outcome.remarks, remark))
    target = known.write_baseline
    if target is None:
        return outcome
    taken = [r for r in outcome.open if r.finding.rule != "suppressions" and is_at_least(r.finding.severity, shown)]
    new = record_findings((r.finding for r in taken), paths, target.resolve().parent)
    here = baseline is not None and baseline.path.resolve() == target.resolve()
    entries = {entry.fingerprint: entry for entry in (*(kept if here else ()), *new)}
    _save(lambda: write_baseline(target, entries.values()), target)
    complain(f"{target}: {len(entries)} findings written")
    written = {id(result) for result in taken}
    results = (replace(r, disposition=Disposition.KNOWN) if id(r) in written else r for r in outcome.results)
    return replace(outcome, results=tuple(results))


def _save(write: Callable[[], None], path: Path) -> None:
    try:
        write()
    except OSError as error:
        raise TroubleError(f"{path}: cannot be written: {error.strerror or error}") from error
