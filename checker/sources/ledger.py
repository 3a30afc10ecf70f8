"""The ledger of a question: how many outlets, origins, people and documents are behind its answers, and why so few.

An origin is the reporting behind a claim: an outlet's own, or that of the outlet that it credits. Two outlets that
quote the same minister are two origins and one human source: that he said so is corroborated, what he asserts is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Claim, Ledger, Merge, Node, NodeKind
from checker.sources.behind import Behind
from checker.sources.citing import Citation
from checker.sources.cutting import cut_evidence
from checker.sources.naming import fold_outlet

SHOWN = 4
"""Cues that one line of the ledger cites at most."""


def keep_ledger(claims: Sequence[Claim], behind: Behind) -> Ledger:
    """Count who is behind the claims of a question, with a line for everything that counts once."""
    cited = [(claim, behind.cited_for(claim)[:1]) for claim in claims]
    sources = dict.fromkeys(c.source.id for _, found in cited for c in found)
    return Ledger(
        outlets=tuple(sorted({behind.outlet(c.article) for c in claims})),
        origins=tuple(sorted({c.origin for c in claims})),
        sources=tuple(sources),
        merges=(*_merge_origins(claims, behind), *_merge_sources(cited, behind)),
    )


def _merge_origins(claims: Sequence[Claim], behind: Behind) -> Iterator[Merge]:
    """A line for each article whose claims are another outlet's, or go under an owner's name."""
    said: set[tuple[str, str]] = set()
    for claim in claims:
        why = behind.why_origin(claim)
        if why is not None and (claim.article, why[0]) not in said:
            said.add((claim.article, why[0]))
            document = behind.documents[claim.article]
            yield Merge(f"{why[0]}: not an origin of its own", (cut_evidence(document, why[1]),))
        name, _ = behind.origins.explain(claim)
        owner = behind.origins.rename(name)
        if fold_outlet(owner) != fold_outlet(name) and (name, owner) not in said:
            said.add((name, owner))
            yield Merge(
                f"{name} counts as {owner}: one owner or newsroom, as the configuration or the table of families has it"
            )


def _merge_sources(cited: Sequence[tuple[Claim, Sequence[Citation]]], behind: Behind) -> Iterator[Merge]:
    """A line for each person or document that several articles cite for an answer."""
    by_node: dict[str, tuple[Node, dict[str, Citation]]] = {}
    for claim, found in cited:
        for citation in found:
            _, articles = by_node.setdefault(citation.source.id, (citation.source, {}))
            articles.setdefault(claim.article, citation)
    for node, articles in by_node.values():
        if len(articles) < 2:
            continue
        outlets = ", ".join(behind.outlet(article) for article in articles)
        evidence = tuple(
            cut_evidence(behind.documents[article], citation.cue, node.name)
            for article, citation in list(articles.items())[:SHOWN]
        )
        what = "document" if node.kind is NodeKind.DOCUMENT else "human source"
        if node.named:
            yield Merge(f"{outlets} rest on {node.name}: one {what}", evidence)
        else:
            yield Merge(f"{outlets} rest on “{node.name}”: one {what} until shown to be several", evidence)
