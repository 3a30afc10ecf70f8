"""``checker completion``: what a shell needs to complete commands, options, formats, rules and files."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from checker.cli.console import write_out

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    r"""Print what makes SHELL complete the commands of the checker.

    \b
    bash:  checker completion bash > ~/.local/share/bash-completion/completions/checker
    zsh:   checker completion zsh > "${fpath[1]}/_checker"
    fish:  checker completion fish > ~/.config/fish/completions/checker.fish
    """
    from checker.cli.group import checker

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} cannot be completed for")
    write_out(kind(checker, {}, "checker", "_CHECKER_COMPLETE").source(), None)
