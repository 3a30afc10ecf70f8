"""What is known of outlets: their other names, which of them have one owner, and which share a newsroom.

The configuration says it; a small table of families that everybody knows stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.attribution.outlets import recognise
from checker.model import Article, Claim
from checker.sources.naming import fold_outlet

if TYPE_CHECKING:
    from checker.config import SourceSettings
    from checker.sources.origins import Origins


@dataclass(frozen=True, slots=True)
class KnownSources:
    """Outlets' names by each of their folded names, and their owners by name."""

    names: Mapping[str, str]
    owners: Mapping[str, str]

    def name(self, outlet: str) -> str:
        """The name that the configuration gives an outlet; the name as it stands where it gives none."""
        return self.names.get(fold_outlet(outlet), outlet)

    def owner(self, outlet: str) -> str | None:
        """Who an outlet belongs to: the configuration's owner, else its family; None where neither is known."""
        if outlet in self.owners:
            return self.owners[outlet]
        listed = recognise(outlet)
        return load_families().get(fold_outlet(listed.name if listed is not None else outlet))

    def name_sources(self, articles: Iterable[Article]) -> list[Article]:
        """The articles, each with its outlet under the name that the configuration gives it."""
        return [replace(a, source=self.name(a.source)) if a.source else a for a in articles]

    def name_origins(self, origins: Origins, claims: Iterable[Claim]) -> Origins:
        """Origins under their configured names; outlets of one owner become one origin, named for it.

        ``claims`` tell which origins are heard: an owner of whom one outlet alone is heard stays unnamed, since there
        is nothing to merge.
        """
        heard: dict[str, set[str]] = {}
        for outlet in {self.name(origins.of_claim(claim)) for claim in claims}:
            if owner := self.owner(outlet):
                heard.setdefault(owner, set()).add(outlet)
        merged = {outlet: owner for owner, outlets in heard.items() if len(outlets) > 1 for outlet in outlets}

        @cache
        def rename(origin: str) -> str:
            name = self.name(origin)
            return merged.get(name, name)

        return replace(origins, rename=rename)


@cache
def load_families() -> Mapping[str, str]:
    """The families of outlets that share a newsroom, by each outlet's folded name."""
    text = files("checker.sources").joinpath("data", "families.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {fold_outlet(outlet): family for family, outlets in rows for outlet in outlets.split("|")}


def know_sources(settings: Mapping[str, SourceSettings]) -> KnownSources:
    """Read the tables ``[sources.NAME]`` of the configuration."""
    names = {fold_outlet(form): name for name, one in settings.items() for form in (*one.aliases, name)}
    owners = {name: one.owner for name, one in settings.items() if one.owner}
    return KnownSources(names, owners)
