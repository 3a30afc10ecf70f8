"""The command group, its version, and its subcommands."""

from __future__ import annotations

import click

from checker import __version__
from checker.cli.check import check
from checker.cli.completion import completion
from checker.cli.config import config
from checker.cli.decide import decide
from checker.cli.explain import explain, list_rules
from checker.cli.extract import extract
from checker.cli.history import history
from checker.cli.policies import policies
from checker.cli.report import report
from checker.cli.review import review
from checker.cli.server import server
from checker.cli.test import test
from checker.cli.why import why


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="news-consistency-checker")
def checker() -> None:
    """Find where news articles on one event contradict each other, with the exact words.

    Exit status: 0 nothing at or above the failing severity, 1 findings, 2 bad usage, configuration or input,
    101 internal error.
    """


COMMANDS = (
    report,
    check,
    review,
    server,
    decide,
    extract,
    list_rules,
    explain,
    policies,
    history,
    why,
    config,
    test,
    completion,
)

for command in COMMANDS:
    checker.add_command(command)
