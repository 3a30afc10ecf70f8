"""``checker policies``: the packs of house rules, and the clauses of one of them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from checker.cli import options
from checker.cli.console import width_of, write_out

if TYPE_CHECKING:
    from checker.sources.policies.clauses import Clause, Policy


@click.command(short_help="List the packs of house rules, or show one.")
@click.argument("pack", required=False, metavar="[PACK]")
@options.config
def policies(pack: str | None, chosen: options.Chosen) -> None:
    """List the packs of house rules; or show the clauses of PACK: a name, or the path of a pack of your own.

    The configuration chooses the pack that articles are held to (pack = "..." in the table [policy]), and changes
    single clauses of it; it is shown as it is held.
    """
    from checker.config import PolicySettings
    from checker.sources.policies.packs import list_packs, load_policy

    config = options.load(chosen)
    held = load_policy(config.policy, config.folder)
    if pack is None:
        packs = [load_policy(PolicySettings(pack=name)) for name in list_packs()]
        own = [] if held.id in list_packs() else [held]
        lines = list(_list_packs([*packs, *own], held))
    else:
        shown = held if pack in (held.id, config.policy.pack) else load_policy(PolicySettings(pack=pack))
        lines = list(_show(shown, width_of(None)))
    write_out("".join(f"{line}\n" for line in lines), None)


def _list_packs(packs: list[Policy], held: Policy) -> Iterator[str]:
    width = max(len(one.id) for one in packs)
    for one in packs:
        mark = "  [in use]" if one.id == held.id else ""
        yield f"{one.id:{width}}  {one.title}, version {one.version}, {len(one.clauses)} clauses{mark}"


def _show(policy: Policy, width: int) -> Iterator[str]:
    yield f"{policy.id}  {policy.title}, version {policy.version}"
    if policy.note:
        yield from textwrap.wrap(policy.note, width)
    for clause in policy.clauses:
        yield ""
        yield f"{policy.id}:{clause.id}"
        yield from textwrap.wrap(clause.says, width, initial_indent="  ", subsequent_indent="  ")
        yield from textwrap.wrap(f"Where: {clause.reference}", width, initial_indent="  ", subsequent_indent="    ")
        held = f"Held by: {', '.join([clause.check, *_settings(clause)])}"
        yield from textwrap.wrap(held, width, initial_indent="  ", subsequent_indent="    ")


def _settings(clause: Clause) -> Iterator[str]:
    """The settings of a clause that its check reads, in words."""
    if clause.check == "few_origins":
        yield f"kinds {' '.join(clause.kinds)}"
        yield f"least {clause.least}"
    if clause.check in ("unattributed_toll", "no_attribution", "vague_allegation"):
        yield f"distance {clause.distance}"
    if clause.words:
        yield f"words {' '.join(clause.words)}"
    if clause.severity or clause.check != "differing_tolls":
        yield f"severity {clause.severity.value if clause.severity else 'note'}"
