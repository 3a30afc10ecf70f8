"""The question above a finding: of the claims that it cites, the one whose article puts it best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from checker.model import Article, Claim, Document, Finding, Phrasing, Question, QuestionStatus, Rule, Span

Cited = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asker:
    """Words questions, each claim's at most once; ``documents`` and ``rules`` by their ids."""

    documents: Mapping[str, Document]
    rules: Mapping[str, Rule]
    cited: Mapping[Cited, Sequence[Claim]]
    days: Mapping[str, date | None]
    worded: dict[str, Phrasing | None] = field(default_factory=dict)

    def word(self, finding: Finding) -> Finding:
        """The finding under its best question; as it is where none of its claims has a better one."""
        claims = self._find(finding)
        slots = {claim.slot for claim in claims if claim.asks == finding.question}
        question = self.choose(
            c for c in claims if c.asks == finding.question or (c.rule == finding.rule and c.slot in slots)
        )
        if not question:
            return finding
        return replace(finding, question=question, message=finding.message.replace(finding.question, question))

    def label(self, claims: Sequence[Claim], status: QuestionStatus) -> str:
        """The words for a question that no finding is about: its rule's own where one source alone answers it.

        Those are most questions, and hardly any is ever shown.
        """
        return (status is not QuestionStatus.SINGLE_SOURCE and self.choose(claims)) or claims[0].asks

    def relabel(self, questions: Iterable[Question], notes: Iterable[Finding]) -> list[Question]:
        """The questions that notes cite, in the words that stand above the notes."""
        told = {claim.id: note.question for note in notes for claim in self._find(note) if claim.rule == note.rule}

        def reword(question: Question) -> Question:
            if question.status is not QuestionStatus.SINGLE_SOURCE:
                return question
            cited = (told[c] for answer in question.answers for c in answer.claims if c in told)
            words = next(cited, question.label)
            return question if words == question.label else replace(question, label=words)

        return [reword(question) for question in questions]

    def _find(self, finding: Finding) -> list[Claim]:
        """The claims whose words and value a finding cites."""
        return [
            claim
            for e in finding.evidence
            for claim in self.cited.get((e.article, e.value), ())
            if claim.span.contains(Span(e.start, e.end))
        ]

    def choose(self, claims: Iterable[Claim]) -> str:
        """The best question of some claims, whatever order they come in; empty where their rules word none.

        One made from a full clause of an article's body comes first, then one that names the thing, then a quotation
        with a gap; of equals the earliest article's.
        """
        ranked = [(phrasing, claim) for claim in claims if (phrasing := self._phrase(claim)) is not None]
        if not ranked:
            return ""
        return min(ranked, key=lambda pair: self._rank(*pair))[0].text

    def _rank(self, phrasing: Phrasing, claim: Claim) -> tuple[object, ...]:
        day = self.days.get(claim.article) or date.max
        return phrasing.fit, claim.headline, day, claim.article, claim.span, phrasing.text

    def _phrase(self, claim: Claim) -> Phrasing | None:
        if claim.id not in self.worded:
            ask = self.rules[claim.rule].ask if claim.rule in self.rules else None
            self.worded[claim.id] = ask(claim, self.documents[claim.article]) if ask is not None else None
        return self.worded[claim.id]


def open_asker(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    rules: Mapping[str, Rule],
    articles: Mapping[str, Article],
) -> Asker:
    """What words the questions of an event."""
    cited: dict[Cited, list[Claim]] = {}
    for claim in claims:
        cited.setdefault((claim.article, claim.value.normalized), []).append(claim)
    days = {article.id: article.published_date for article in articles.values()}
    return Asker({d.article.id: d for d in documents}, rules, cited, days)
