"""Claims that too few origins carry for their kind, and casualty figures that nobody is credited for."""

from __future__ import annotations

from collections.abc import Iterator

from checker.comparing.worth import WORTHWHILE, weigh_note
from checker.model import Claim
from checker.sources.nearby import distance_of_credit, is_issuer
from checker.sources.notes.making import Remark, make_note
from checker.sources.policies.clauses import Clause
from checker.sources.policies.scene import Scene, join_names
from checker.sources.policies.sorting import KINDS, is_casualty, name_casualty, sort_claim

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def find_few_origins(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note on all claims of the clause's kinds that fewer origins carry than it asks for."""
    found: list[tuple[float, Claim, str]] = []
    for claims in _carried_by_few(clause.least, scene):
        for claim in (c for c in claims if not c.headline and not is_issuer(c.origin)):
            kind = sort_claim(claim, clause.kinds, scene.behind)
            if kind is not None and not _is_vouched(claim, kind, scene):
                found.append((weigh_note(claim, scene.behind.documents[claim.article]), claim, kind))
                break
    found = sorted((f for f in found if f[0] >= WORTHWHILE), key=lambda f: (-f[0], f[1].article, f[1].span))
    if not found:
        return
    leads = [claim for _, claim, _ in found]
    kinds = [kind for _, _, kind in found]
    what = join_names(KINDS[k].many if kinds.count(k) > 1 else KINDS[k].one for k in clause.kinds if k in kinds)
    origins = list(dict.fromkeys(c.origin for c in leads))
    number = f" ({len(leads)} claims)" if len(leads) > 1 else ""
    carried = "one origin each" if len(leads) > 1 else "one origin"
    if clause.least > FEWEST:
        carried = f"fewer than {NUMBERS[clause.least]} origins"
    yield make_note(
        "few_origins",
        scene.event,
        0.62,
        question="how many origins are behind it?",
        message=f"{what} with {carried}{number}, where the house rules ask for {NUMBERS[clause.least]}: "
        f"{join_names(origins)}",
        difference="no other origin among these articles has it",
        clears=f"{'a second' if clause.least == FEWEST else 'another'} origin for each, or attribution in the same "
        "sentence",
        about=dict.fromkeys(c.article for c in leads),
        subject=(clause.id, *sorted(c.value.normalized for c in leads)),
        origins=origins,
        evidence=scene.show(leads),
    )


def _is_vouched(claim: Claim, kind: str, scene: Scene) -> bool:
    """Whether a claim has in its sentence what clears it: a credit to a source with a name."""
    if kind == "relayed":
        return False
    cited = scene.behind.cited_for(claim)[:1]
    return any(c.source.named for c in cited) or (kind != "unnamed" and not cited and _is_credited(claim, 0, scene))


FEWEST = 2
"""The least that a clause can ask for: one origin is always there."""


def _carried_by_few(least: int, scene: Scene) -> Iterator[tuple[Claim, ...]]:
    for note in scene.singles:
        yield note.claims
    for question in scene.questions:
        if not question.differing and 1 < len({c.origin for c in question.claims}) < least:
            yield question.claims


def find_unattributed_tolls(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article with casualty figures for which nobody is credited within the clause's distance."""
    established = _read_established(scene)
    for article in scene.behind.documents:
        outlet = scene.behind.outlet(article)
        if is_issuer(outlet):
            continue
        tolls = [
            c for c in scene.claims if c.article == article and c.id not in established and is_casualty(c, scene.behind)
        ]
        credited = {c.value.normalized for c in tolls if _is_credited(c, clause.distance, scene)}
        bare: dict[str, Claim] = {}
        for claim in tolls:
            if not claim.headline and claim.value.normalized not in credited:
                bare.setdefault(claim.value.normalized, claim)
        if not bare:
            continue
        figures = join_names(f"“{c.value.text}” {name_casualty(c)}" for c in bare.values())
        near = "in the same sentence" if not clause.distance else "in the sentence or beside it"
        yield make_note(
            "unattributed_toll",
            scene.event,
            0.65,
            question="who counted?",
            message=f"{outlet} gives a casualty figure without saying whose it is: {figures}",
            difference=f"nobody is credited {near}",
            clears="say in the same sentence who gives the figure",
            about=(article,),
            subject=(article, *sorted(bare)),
            origins=(outlet,),
            evidence=scene.show(bare.values()),
        )


def _read_established(scene: Scene) -> frozenset[str]:
    """The claims whose answer several origins give and nobody disputes: what is established needs no credit."""
    return frozenset(
        claim.id
        for question in scene.questions
        if not question.differing
        for group in question.groups
        if len({c.origin for c in group.claims}) > 1
        for claim in group.claims
    )


def _is_credited(claim: Claim, distance: int, scene: Scene) -> bool:
    found = distance_of_credit(claim, scene.behind)
    return found is not None and found <= distance
