"""``checker test``: runs the Markdown cases of rules, a newsroom's own or any others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import CLEAN, FINDINGS, USAGE, options
from checker.cli.console import TroubleError, complain, progress, write_out

if TYPE_CHECKING:
    from checker.cases import Case
    from checker.config import Config
    from checker.model import Parse


@click.command(short_help="Run the cases of rules.")
@click.argument("rules_dir", metavar="RULES_DIR", type=click.Path(path_type=Path))
@options.config
@click.option("--verbose", "-v", is_flag=True, help="Name the cases that hold too.")
def test(rules_dir: Path, chosen: options.Chosen, verbose: bool) -> None:
    """Run the cases in RULES_DIR: for each rule NAME.py there, those in NAME.md.

    A case says what sources write and what must be found; see the file that checker rules --new makes. Rules of other
    folders can have cases there too. The exit status is 1 when a case does not hold, 2 when a file cannot be read.
    """
    if not rules_dir.is_dir():
        raise TroubleError(f"{rules_dir}: there is no such folder")
    config = _use_folder(options.load(chosen), rules_dir)
    from checker.cases import parse_together
    from checker.registry import find_rules

    found = find_rules(config.rule_paths)
    known = {one.rule.id for one in found}
    own = {one.rule.id for one in found if Path(one.origin).parent == rules_dir}
    cases, problems = _read(rules_dir, known)
    lines: list[str] = []
    failed = 0
    for path, group in cases.items():
        parse = parse_together(group, pipeline=config.nlp.pipeline)
        for case in group:
            with progress(f"{path.name}: {case.name}"):
                wrong = list(_run(case, config, parse))
            failed += bool(wrong)
            if wrong or verbose:
                lines.append(f"{'FAIL' if wrong else 'ok  '}  {path}: {case.name}")
            lines += [f"      {one}" for one in wrong]
    tested = {case.rule for group in cases.values() for case in group}
    lines += [f"note  {rules_dir / name}.py: the rule has no cases" for name in sorted(own - tested)]
    count = sum(map(len, cases.values()))
    ending = "s" if count != 1 else ""
    lines.append(f"{count} case{ending} of {len(tested)} rule{'s' if len(tested) != 1 else ''}: {failed} failed.")
    write_out("".join(f"{line}\n" for line in lines), None)
    for problem in problems:
        complain(problem)
    if not count and not problems:
        raise TroubleError(f"{rules_dir}: there are no cases in it (NAME.md beside NAME.py)")
    raise click.exceptions.Exit(USAGE if problems else FINDINGS if failed else CLEAN)


def _use_folder(config: Config, folder: Path) -> Config:
    """The configuration with the folder's rules, and every rule on: what is to be tested is not to be left out."""
    others = tuple(path for path in config.rule_paths if path.resolve() != folder.resolve())
    return config.model_copy(update={"rule_paths": (*others, folder), "select": None, "ignore": ()})


def _read(folder: Path, known: Collection[str]) -> tuple[dict[Path, list[Case]], list[str]]:
    """The cases of each file, and what is wrong with the others. A page without cases is no fault."""
    from checker.cases import CaseError, read_cases
    from checker.config import suggest

    cases: dict[Path, list[Case]] = {}
    problems: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        try:
            found = read_cases(path)
        except CaseError as error:
            if path.stem in known:
                problems.append(str(error))
            continue
        except (OSError, ValueError) as error:
            problems.append(f"{path}: cannot be read: {error}")
            continue
        if path.stem in known:
            cases[path] = found
        elif found:
            problems.append(f'{path}: there is no rule "{path.stem}"{suggest(path.stem, known)}')
    return cases, problems


def _run(case: Case, config: Config, parse: Parse) -> Iterator[str]:
    """What does not hold of a case."""
    from checker.cases import failures
    from checker.run import check

    report = check(case.articles, config=config, one_event=True, everything=True, parse=parse)
    yield from failures(case, report)
