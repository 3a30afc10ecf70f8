"""New articles that were compared with others, but in nothing: said as unmeasured, never a silent pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.unmeasured import RULE, first_words
from checker.model import Article, Finding, Kind, Report, Severity, Why


def note_silence(report: Report, new: Sequence[str]) -> Report:
    """The report with an unmeasured finding for each new article that shares no question with another of its event.

    One that is unmeasured for another reason (alone, without claims) has its finding already.
    """
    article_of = {claim.id: claim.article for claim in report.claims}
    shared: set[str] = set()
    for question in report.questions:
        together = {article_of[c] for answer in question.answers for c in answer.claims if c in article_of}
        if len(together) > 1:
            shared |= together
    articles = {article.id: article for article in report.articles}
    said = {f.question_key for f in report.findings if f.kind is Kind.UNMEASURED}
    linked = {
        e.article
        for f in report.findings
        if f.kind in (Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE) and len({e.article for e in f.evidence}) > 1
        for e in f.evidence
    }
    added = []
    for event in report.events:
        for name in event.articles:
            compared = len(event.articles) == 1 or name in shared | linked
            if name in new and not compared and key_question(RULE, [name]) not in said:
                added.append(_state(articles[name], event.id, len(event.articles) - 1))
    numbered = [replace(f, id=f"f{len(report.findings) + n}") for n, f in enumerate(added, 1)]
    return replace(report, findings=(*report.findings, *numbered)) if added else report


def _state(article: Article, event: str, others: int) -> Finding:
    what = "1 article on its event answers" if others == 1 else f"{others} articles on its event answer"
    reason = f"the {what} none of the questions that it does"
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UNMEASURED, [article.id], ["no shared question"]),
        question_key=key_question(RULE, [article.id]),
        rule=RULE,
        kind=Kind.UNMEASURED,
        severity=Severity.WARNING,
        confidence=1.0,
        question="what does this article add or dispute?",
        message=f"{article.source or article.id} was compared in nothing: {reason}",
        why=Why((), reason, "compare it by eye"),
        origins=(),
        evidence=first_words(article),
        event=event,
    )
