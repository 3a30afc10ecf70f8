"""Omissions: what all other articles of an event report, and one leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.comparing.publication import published_at
from checker.comparing.questions import Linked
from checker.comparing.worth import WORTHWHILE, weigh_note
from checker.model import Article, Claim, Rule
from checker.sources.behind import Behind
from checker.sources.cutting import cut_evidence
from checker.sources.echoes import Echoes
from checker.sources.notes.making import Remark, make_note

LEAST_OTHERS = 3
"""Articles that must all have it."""

HINTED = 0.34
"""Share of the words of a claim in one sentence of an article from which the article has it in its own words."""

LEAST_SHARE = 0.4
"""Characters that an article must have, as a share of the shortest of the others: a brief leaves out almost all."""

SHOWN = 3
"""Articles whose words are cited."""


def note_omissions(
    questions: Sequence[Linked],
    behind: Behind,
    rules: Mapping[str, Rule],
    echoes: Echoes,
    event: str,
) -> Iterator[Remark]:
    """For each article the weightiest answer that all others give and that it does not mention."""
    articles = behind.articles
    if len(articles) <= LEAST_OTHERS:
        return
    best: dict[str, tuple[tuple[int, float], str, Claim, dict[str, Claim]]] = {}
    for question in (q for q in questions if not q.differing):
        for group in question.groups:
            missing = set(articles) - {c.article for c in question.claims}
            if len(missing) != 1 or not any(c.reportable for c in group.claims):
                continue
            (absent,) = missing
            given = {c.article: c for c in reversed(group.claims)}
            if (
                len(given) < LEAST_OTHERS
                or len(given) != len(articles) - 1
                or len({c.origin for c in group.claims}) < 2
            ):
                continue
            lead = max(group.claims, key=lambda c: weigh_note(c, behind.documents[c.article]))
            worth = weigh_note(lead, behind.documents[lead.article])
            if worth < WORTHWHILE or not _could_know(articles[absent], given, articles):
                continue
            if any(echoes.heard_in(c, absent) >= HINTED for c in given.values()):
                continue
            rank = (-(rules[lead.rule].stake if lead.rule in rules else 9), worth)
            if absent not in best or rank > best[absent][0]:
                best[absent] = rank, absent, lead, given
    for _, absent, lead, given in best.values():
        outlet = behind.outlet(absent)
        yield make_note(
            "omission",
            event,
            0.5,
            question=lead.asks,
            message=f"{outlet} leaves out what all {len(given)} other articles report: "
            f"“{lead.value.text}” ({lead.asks})",
            difference="no passage of it has the answer or its words",
            clears="add it, or be sure that it does not matter here",
            about=(absent,),
            subject=(absent, lead.rule, lead.value.normalized),
            origins=(c.origin for c in given.values()),
            evidence=(
                cut_evidence(behind.documents[c.article], c.span, c.value.normalized)
                for c in list(given.values())[:SHOWN]
            ),
        )


def _could_know(absent: Article, given: Mapping[str, Claim], articles: Mapping[str, Article]) -> bool:
    """Whether an article is long enough to be expected to have it, and came out no earlier than all who do."""
    others = [articles[article] for article in given]
    if len(absent.text) < LEAST_SHARE * min(len(a.text) for a in others):
        return False
    moment = published_at(absent)
    known = [when for a in others if (when := published_at(a)) is not None]
    return moment is None or not known or moment >= min(known)
