"""Reads packs: those that ship with the checker, and files of a newsroom's own.

A pack is TOML: a table ``[pack]`` and a list ``[[clause]]``. A file of one's own may begin with another pack
(``extends = "reuters"``) and replace some of its clauses, by their ids, or add to them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.config import ClauseSettings, ConfigError, PolicySettings, suggest
from checker.model import Severity
from checker.sources.policies.clauses import Clause, Policy
from checker.sources.policies.sorting import KINDS

CHECKS = (
    "few_origins unattributed_toll differing_tolls bare_source plural_sources unexplained_anonymity "
    "unanswered_accusation vague_allegation one_human_source unnamed_source one_sided no_attribution omission"
).split()
"""The ids of the checks that a clause may name."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ClauseEntry(_Strict):
    """``[[clause]]``: see ``Clause``; ``document`` replaces the pack's, ``section`` is where in it the rule stands."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    says: str = Field(min_length=1)
    check: str
    section: str = ""
    document: str = ""
    clears: str = ""
    kinds: tuple[str, ...] = ()
    least: int = Field(default=2, ge=2, le=9)
    distance: int = Field(default=1, ge=0, le=9)
    words: tuple[str, ...] = ()
    severity: Severity | None = None


class PackEntry(_Strict):
    """``[pack]``: ``document`` is the published text that the pack is modelled on."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    title: str
    version: str
    document: str = ""
    url: str = ""
    note: str = ""
    extends: str = ""


class PackFile(_Strict):
    """A pack as a file has it."""

    pack: PackEntry
    clause: tuple[ClauseEntry, ...] = ()


def list_packs() -> tuple[str, ...]:
    """The names of the packs that ship with the checker, the default first."""
    folder = files("checker.sources.policies").joinpath("data")
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return ("default", *(name for name in names if name != "default"))


def load_policy(settings: PolicySettings | None = None, folder: Path | None = None) -> Policy:
    """The policy that the configuration asks for; the default one where it asks for none.

    ``settings.pack`` is the name of a pack or the path of a file, seen from ``folder``. Raises ConfigError, naming the
    file and the key, when there is no such pack, or it or the changes to its clauses cannot be used.
    """
    settings = settings or PolicySettings()
    policy = _load(settings.pack, folder)
    known = [clause.id for clause in policy.clauses]
    for name, change in settings.clauses.items():
        if name not in known:
            raise ConfigError(f'policy.clauses: pack "{policy.id}" has no clause "{name}"{suggest(name, known)}')
        _refuse_kinds(change.kinds or (), f"policy.clauses.{name}")
    clauses = [_change(clause, settings.clauses.get(clause.id)) for clause in policy.clauses]
    return Policy(policy.id, policy.title, policy.version, policy.note, tuple(c for c in clauses if c is not None))


def _change(clause: Clause, change: ClauseSettings | None) -> Clause | None:
    """A clause as the configuration has it; None where it is switched off."""
    if change is None:
        return clause
    if change.off:
        return None
    given = change.model_dump(exclude_none=True, exclude={"off"})
    return replace(clause, **given)


def _load(pack: str, folder: Path | None) -> Policy:
    if pack in list_packs():
        return _load_shipped(pack)
    path = (folder or Path()) / pack
    if not pack.endswith(".toml") and not path.exists():
        packs = list_packs()
        raise ConfigError(f'policy.pack: there is no pack "{pack}"{suggest(pack, packs)} (packs: {", ".join(packs)})')
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the policy cannot be read: {error}") from error
    return read_policy(text, str(path))


@cache
def _load_shipped(name: str) -> Policy:
    text = files("checker.sources.policies").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return read_policy(text, f"policy {name}")


def read_policy(text: str, name: str) -> Policy:
    """Read a pack; ``name`` is said in errors. Raises ConfigError with every problem, a line each."""
    try:
        found = PackFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not valid TOML: {error}") from error
    except ValidationError as error:
        raise ConfigError("\n".join(f"{name}: {_explain(problem)}" for problem in error.errors())) from error
    base = found.pack.extends
    if base and base not in list_packs():
        raise ConfigError(f'{name}: pack.extends: there is no pack "{base}"{suggest(base, list_packs())}')
    inherited = {c.id: c for c in _load_shipped(base).clauses} if base else {}
    own = {c.id: c for c in _read_clauses(found, name)}
    if len(own) < len(found.clause):
        raise ConfigError(f"{name}: two clauses have one id")
    pack = found.pack
    return Policy(pack.id, pack.title, pack.version, pack.note, tuple({**inherited, **own}.values()))


def _read_clauses(found: PackFile, name: str) -> Iterator[Clause]:
    for number, entry in enumerate(found.clause, 1):
        place = f"{name}: clause {number} ({entry.id})"
        if entry.check not in CHECKS:
            close = suggest(entry.check, CHECKS)
            raise ConfigError(f'{place}: there is no check "{entry.check}"{close} (checks: {", ".join(CHECKS)})')
        _refuse_kinds(entry.kinds, place)
        document = entry.document or found.pack.document or found.pack.title
        yield Clause(
            id=entry.id,
            pack=found.pack.id,
            says=entry.says,
            reference=f"{document}, {entry.section}" if entry.section else document,
            check=entry.check,
            clears=entry.clears,
            kinds=entry.kinds,
            least=entry.least,
            distance=entry.distance,
            words=entry.words,
            severity=entry.severity,
        )


def _refuse_kinds(kinds: Sequence[str], place: str) -> None:
    for kind in kinds:
        if kind not in KINDS:
            raise ConfigError(f'{place}: there is no kind "{kind}"{suggest(kind, KINDS)} (kinds: {", ".join(KINDS)})')


def _explain(problem: Mapping[str, Any]) -> str:
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place or 'the file'}: {problem['msg'][:1].lower()}{problem['msg'][1:]}"
