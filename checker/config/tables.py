"""The tables of the configuration file, as they are checked when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator, model_validator

from checker.model import Severity


class Table(BaseModel):
    """A table of the file: keys have hyphens, unknown ones are refused, what is read does not change."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"), validate_by_name=False
    )


class Nlp(Table):
    """``[nlp]``: the linguistic analysis."""

    pipeline: str | None = Field(
        default=None,
        description="An installed spaCy pipeline with Universal Dependencies labels; the package's own without it.",
    )


class RuleSettings(BaseModel):
    """``[rules.NAME]``: how one rule works; keys other than these are options that the rule reads."""

    model_config = ConfigDict(frozen=True, extra="allow")

    severity: Severity | None = Field(default=None, description="The severity of the rule's contradictions.")

    @property
    def options(self) -> Mapping[str, Any]:
        """What is set beside the severity."""
        return dict(self.model_extra or {})


class SourceSettings(Table):
    """``[sources.NAME]``: what is known of an outlet. Outlets of one owner do not corroborate each other."""

    aliases: tuple[str, ...] = Field(default=(), description="Other names and sites of the outlet.")
    owner: str | None = Field(default=None, description="Who owns it.")
    kind: str | None = Field(default=None, description="What it is: newspaper, agency, broadcaster ...")


class PathSettings(Table):
    """``[per-path.PATTERN]``: what is other for articles whose path, seen from the configuration file, fits."""

    select: tuple[str, ...] | None = Field(
        default=None, description="The rules that read these articles, and no others."
    )
    extend_select: tuple[str, ...] = Field(default=(), description="Rules that read these articles too.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules that do not read these articles.")
    severity: Mapping[str, Severity] = Field(
        default_factory=dict, description="The severity of findings of a rule that cite these articles."
    )


class ClauseSettings(Table):
    """``[policy.clauses.ID]``: what replaces a clause's own settings."""

    off: bool = Field(default=False, description="Leaves the clause out.")
    severity: Severity | None = Field(default=None, description="The severity of its findings.")
    least: int | None = Field(default=None, ge=2, le=9, description="The origins that it asks for.")
    distance: int | None = Field(default=None, ge=0, le=9, description="The sentences within which it wants a credit.")
    kinds: tuple[str, ...] | None = Field(default=None, description="The kinds of claims that it is about.")
    words: tuple[str, ...] | None = Field(default=None, description="The words that it is about.")


class PolicySettings(Table):
    """``[policy]``: the house rules that articles are held to."""

    pack: str = Field(
        default="default", description="A pack that ships with the checker, or the path of a file, seen from this file."
    )
    clauses: Mapping[str, ClauseSettings] = Field(default_factory=dict, description="What is other in single clauses.")


class ReviewSettings(Table):
    """``[review]``: the proxy that a review is served behind, where others than those on this machine may use it.

    The proxy asks people who they are, and names them in a header. All three are needed.
    """

    public_url: str | None = Field(default=None, description="The address that the proxy is reached at.")
    user_header: str | None = Field(default=None, description="The header in which the proxy names the user.")
    proxies: tuple[str, ...] = Field(
        default=(), description="The addresses or networks that the proxy connects from; no others are answered."
    )

    @property
    def is_proxied(self) -> bool:
        """Whether there is a proxy."""
        return self.public_url is not None

    @field_validator("proxies")
    @classmethod
    def _read_networks(cls, proxies: tuple[str, ...]) -> tuple[str, ...]:
        for one in proxies:
            ip_network(one, strict=False)
        return proxies

    @field_validator("public_url")
    @classmethod
    def _read_address(cls, address: str | None) -> str | None:
        parts = urlsplit(address or "")
        if address is not None and (parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc):
            raise ValueError("give an address such as https://review.newsroom.example")
        return address

    @model_validator(mode="after")
    def _ask_for_all(self) -> ReviewSettings:
        given = (self.public_url is not None, self.user_header is not None, bool(self.proxies))
        if any(given) and not all(given):
            raise ValueError("public-url, user-header and proxies are needed together")
        return self


class Config(Table):
    """What the configuration says; ``Config()`` is what holds without one."""

    nlp: Nlp = Nlp()
    select: tuple[str, ...] | None = Field(default=None, description="The rules that run; all of them when left out.")
    extend_select: tuple[str, ...] = Field(default=(), description="Rules that run beside those of select.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules that do not run.")
    rules: Mapping[str, RuleSettings] = Field(default_factory=dict, description="How single rules work.")
    per_path: Mapping[str, PathSettings] = Field(
        default_factory=dict,
        description="What is other for some articles, by patterns of their paths; later ones go over earlier ones.",
    )
    review: ReviewSettings = ReviewSettings()
    sources: Mapping[str, SourceSettings] = Field(default_factory=dict, description="What is known of outlets.")
    policy: PolicySettings = Field(default=PolicySettings(), description="The house rules that articles are held to.")
    rule_paths: tuple[Path, ...] = Field(default=(), description="Folders with rules of your own, seen from this file.")
    decisions: Path | None = Field(default=None, description="The file of what editors decided, seen from this file.")
    baseline: Path | None = Field(default=None, description="The file of findings known before, seen from this file.")

    # Set by whoever reads the file; patterns of paths are seen from there.
    _folder: Path | None = PrivateAttr(default=None)
    _path: Path | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Path:
        """The folder that paths and patterns are seen from: that of the file, or the working directory."""
        return self._folder if self._folder is not None else Path.cwd()

    @property
    def path(self) -> Path | None:
        """The file that it was read from; None when there was none."""
        return self._path

    def seen_from(self, folder: Path, path: Path | None = None) -> Config:
        """The same with its relative paths seen from ``folder``, read from the file ``path``."""
        places = {
            "rule_paths": tuple(folder / one for one in self.rule_paths),
            "decisions": folder / self.decisions if self.decisions else None,
            "baseline": folder / self.baseline if self.baseline else None,
        }
        copy = self.model_copy(update=places)
        copy._folder, copy._path = folder, path
        return copy
