"""What an event's articles show of their sources, in one go: graphs, checklists, ledgers, and notes on credibility."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.comparing.questions import Linked
from checker.comparing.single import Note
from checker.lexicon import familiarity
from checker.model import Article, Checklist, Claim, Document, Finding, Graph, Ledger, Rule, Span
from checker.sources.behind import Behind, look_behind
from checker.sources.echoes import Echoes
from checker.sources.graph import draw_graph
from checker.sources.indicators import collect_quotations, list_indicators
from checker.sources.ledger import keep_ledger
from checker.sources.naming import fold_outlet, same_outlet
from checker.sources.notes import note_human, note_omissions, note_sides, note_unattributed, note_unnamed
from checker.sources.notes.making import Remark
from checker.sources.origins import Origins
from checker.sources.policies.clauses import Policy
from checker.sources.policies.holding import govern_notes, hold_policy
from checker.sources.policies.scene import Scene
from checker.sources.reprints import find_reprints
from checker.sources.retold import find_retellings


@dataclass(frozen=True, slots=True)
class Panel:
    """By article its graph and its checklist; ``behind`` answers who is behind a claim."""

    behind: Behind
    graphs: Mapping[str, Graph]
    checklists: Mapping[str, Checklist]
    echoes: Echoes
    joined: Mapping[tuple[str, str], str]

    def ledger(self, claims: Sequence[Claim]) -> Ledger:
        """The ledger of a question with these claims."""
        return keep_ledger(claims, self.behind)

    def notes(
        self,
        event: str,
        questions: Sequence[Linked],
        claims: Sequence[Claim],
        findings: Sequence[Finding],
        rules: Mapping[str, Rule],
        policy: Policy,
        singles: Sequence[Note] = (),
    ) -> list[Remark]:
        """All notes on credibility of the event, with the clauses of the policy that ask for them.

        ``singles`` are the notes on what one origin alone says, weightiest or not.
        """
        near = [clause.distance for clause in policy.holding("no_attribution")]
        remarks = [
            *note_unnamed(self.behind, event),
            *note_human(self.behind, event),
            *note_sides(self.behind, event, self.joined),
            *note_unattributed(findings, claims, self.behind, rules, event, *near[:1]),
            *note_omissions(questions, self.behind, rules, self.echoes, event),
        ]
        scene = Scene(event, self.behind, claims, questions, singles)
        return [*govern_notes(policy, remarks), *hold_policy(policy, scene)]


def open_panel(
    documents: Sequence[Document],
    articles: Mapping[str, Article],
    origins: Origins,
    echoes: Echoes,
    joined: Mapping[tuple[str, str], str],
) -> Panel:
    """Read what an event's articles have from whom.

    ``articles`` are as they came, ``joined`` gives the event's entities by article and entity.
    """
    behind = look_behind(documents, articles, origins, joined)
    credits = {article: sorted(origins.credits_of(article)) for article in articles}
    pairs = {
        frozenset((by, whom.id))
        for by, names in credits.items()
        for whom in articles.values()
        if whom.id != by and whom.source and any(same_outlet(name, whom.source) for name in names)
    }
    retellings = find_retellings(documents, echoes.roots, familiarity, pairs, origins.known)
    reprints = find_reprints(documents, articles, credits, origins.copies, retellings)
    quoted = collect_quotations(documents)
    return Panel(
        behind,
        {
            d.article.id: draw_graph(
                d,
                articles[d.article.id],
                behind.citations[d.article.id],
                origins.known,
                _whole(behind, d),
                [r for r in reprints if r.article == d.article.id],
                credits[d.article.id],
            )
            for d in documents
        },
        {d.article.id: list_indicators(d, articles[d.article.id], behind, quoted) for d in documents},
        echoes,
        joined,
    )


def _whole(behind: Behind, document: Document) -> tuple[str, Span | None] | None:
    """The other outlet that all of an article is credited to, and where it is named."""
    name = behind.origins.whole[document.article.id]
    if fold_outlet(name) == fold_outlet(behind.outlet(document.article.id)):
        return None
    at = document.text.find(name)
    return name, Span(at, at + len(name)) if at >= 0 else None
