"""News outlets: which names are outlets, by table or by shape, and what "the agency" or "the Times" refers back to."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# The article, and words that go before an outlet's name: the state-run Atlas Wire; Britain's Daily Echo
LEAD = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?|this|that|same|local|national|state|state-run|state-owned|daily|news)\s+|[A-Z]\w+['’]s\s+)+"
)
# A possessive or a kind of outlet behind the name: Reuters', Atlas Wire's; Le Monde newspaper
TAIL = re.compile(
    r"(?:['’]s?|\s+(?:news agency|news service|newspaper|magazine|news|agency|television|TV|radio|report|reports))$"
)


# What kind of outlet a name is, said before it: the regional daily Nice Matin; Britain's tabloid Morning Bell
KIND_BEFORE = re.compile(
    r"^(?:[\w'’-]+\s){0,4}?(?P<kind>newspaper|daily|weekly|tabloid|magazine|broadcaster"
    r"|(?:news|radio|TV) (?:agency|site|website|outlet|station|channel))\s"
    r"(?P<name>[A-Z][\w.'’&-]*(?:\s(?:[a-z]{1,3}\s)?[A-Z][\w.'’&-]*){0,4})$"
)
_KINDS = {"news agency": "wire", "newspaper": "paper", "daily": "paper", "weekly": "paper", "tabloid": "paper"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's name and its kind: wire, paper, magazine, broadcaster, site; "unknown" where only the shape tells."""

    name: str
    kind: str


@cache
def load_outlets() -> dict[str, Outlet]:
    """Outlets by case-folded name and alias."""
    found: dict[str, Outlet] = {}
    for line in files("checker.attribution").joinpath("data", "outlets.tsv").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, kind, *aliases = line.split("\t")
        outlet = Outlet(name, kind)
        for form in (name, *(aliases[0].split("|") if aliases else ())):
            if form:
                found[_fold(form)] = outlet
    return found


@cache
def _shapes() -> dict[str, list[str]]:
    data = tomllib.loads(
        files("checker.attribution").joinpath("data", "outlet_shapes.toml").read_text(encoding="utf-8")
    )
    return {key: value.split() if isinstance(value, str) else list(value) for key, value in data.items()}


def _fold(name: str) -> str:
    folded = name.casefold().replace("’", "'")
    return folded.removeprefix("the ")


@lru_cache(maxsize=4096)
def recognise(phrase: str) -> Outlet | None:
    """The outlet that a noun phrase names, or None; "the Harbour Gazette" is one by its shape, "the Gazette" is not."""
    phrase = phrase.strip(' ,.;:()"“”')
    known = load_outlets()
    for form in (phrase, LEAD.sub("", phrase), TAIL.sub("", LEAD.sub("", phrase))):
        if form and (outlet := known.get(_fold(form))) and _cased_alike(form, outlet):
            return outlet
    if said := KIND_BEFORE.match(phrase):
        return Outlet(said["name"], _KINDS.get(said["kind"], "unknown"))
    return _by_shape(TAIL.sub("", LEAD.sub("", phrase)) or phrase) or _by_shape(LEAD.sub("", phrase))


def _cased_alike(form: str, outlet: Outlet) -> bool:
    """A table match needs a capital somewhere, so that "time" or "dawn" is no outlet; initials need all of theirs."""
    bare = form.removeprefix("the ").removeprefix("The ")
    if outlet.name.isupper() and " " not in outlet.name:
        return bare == outlet.name or (not bare.isupper() and bare in outlet.name)
    return any(c.isupper() for c in bare) or bare == outlet.name


def _by_shape(name: str) -> Outlet | None:
    words = name.split()
    shapes = _shapes()
    capitals = [w for w in words if w[:1].isupper() or w in ("of", "and", "&", "de", "da", "del", "la", "el", "do")]
    if any(w.endswith(".") and len(w) > 3 for w in words[:-1]):
        return None  # a full stop between two names
    if not 2 <= len(words) <= 6 or len(capitals) != len(words) or not words[0][:1].isupper():
        return None
    if any(name.endswith(never) for never in shapes["never"]):
        return None
    begins = any(name.startswith(f"{first} ") for first in shapes["first"])
    if words[-1] in shapes["last"] or begins:
        kind = "wire" if words[-1] in ("Wire", "Agency", "Press", "Newswire") else "unknown"
        return Outlet(name, kind)
    return None


def refers_back(phrase: str, credited: list[Outlet]) -> Outlet | None:
    """The outlet credited before that "the agency", "the paper", "the same report" or "the Times" stands for."""
    if not credited:
        return None
    words = phrase.strip(" ,.;:").split()
    if len(words) < 2 or words[0].lower() not in ("the", "that", "this", "its"):
        return None
    rest = " ".join(words[1:])
    if rest[:1].isupper() and len(words) == 2:
        return next((o for o in reversed(credited) if rest in o.name.split()), None)
    shapes = _shapes()
    kinds = {"wire": ("wire", "unknown"), "paper": ("paper", "unknown"), "broadcaster": ("broadcaster", "unknown")}
    for group, allowed in kinds.items():
        if rest in shapes[group]:
            return next((o for o in reversed(credited) if o.kind in allowed), None)
    return credited[-1] if rest in shapes["any"] else None
