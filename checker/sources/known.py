"""What the configuration knows of outlets: their other names, and which of them have one owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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
            if owner := self.owners.get(outlet):
                heard.setdefault(owner, set()).add(outlet)
        merged = {outlet: owner for owner, outlets in heard.items() if len(outlets) > 1 for outlet in outlets}

        def rename(origin: str) -> str:
            name = self.name(origin)
            return merged.get(name, name)

        return replace(origins, rename=rename)


def know_sources(settings: Mapping[str, SourceSettings]) -> KnownSources:
    """Read the tables ``[sources.NAME]`` of the configuration."""
    names = {fold_outlet(form): name for name, one in settings.items() for form in (*one.aliases, name)}
    owners = {name: one.owner for name, one in settings.items() if one.owner}
    return KnownSources(names, owners)
