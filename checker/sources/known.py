"""What the configuration knows of outlets: their other names, and which of them have one owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.model import Article, Claim
from checker.sources.naming import fold_outlet

if TYPE_CHECKING:
    from checker.config import SourceSettings


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

    def merge_origins(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims with origins under their configured names; outlets of one owner become one origin, named for it.

        An owner of whom one outlet alone is heard stays unnamed: there is nothing to merge.
        """
        named = [replace(claim, origin=self.name(claim.origin)) for claim in claims]
        heard: dict[str, set[str]] = {}
        for claim in named:
            if owner := self.owners.get(claim.origin):
                heard.setdefault(owner, set()).add(claim.origin)
        merged = {outlet: owner for owner, outlets in heard.items() if len(outlets) > 1 for outlet in outlets}
        return [replace(claim, origin=merged.get(claim.origin, claim.origin)) for claim in named]


def know_sources(settings: Mapping[str, SourceSettings]) -> KnownSources:
    """Read the tables ``[sources.NAME]`` of the configuration."""
    names = {fold_outlet(form): name for name, one in settings.items() for form in (*one.aliases, name)}
    owners = {name: one.owner for name, one in settings.items() if one.owner}
    return KnownSources(names, owners)
