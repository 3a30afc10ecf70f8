"""What is other than at the last look: findings and articles that are new, gone, or not as they were."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Report

from ..wording import join, number_of, on_one_line
from .runs import Look, digest_text


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes since a look.

    ``new`` and ``altered`` are fingerprints of the report as it is; altered findings are on questions that had other
    answers before. ``gone`` are the questions of findings that are no more. Articles are named by their ids.
    """

    since: str
    new: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.altered or self.gone or self.added or self.changed or self.removed)

    def sentence(self) -> str:
        """All of it in a sentence: "2 findings are new and 1 is gone; 1 article changed"."""
        findings = [
            f"{number_of(len(found), 'finding', 'findings')} {what}"
            for found, what in (
                (self.new, "new"),
                (self.altered, "with other answers than before"),
                (self.gone, "gone"),
            )
            if found
        ]
        articles = [
            f"{number_of(len(found), 'article', 'articles')} {what}"
            for found, what in ((self.added, "added"), (self.changed, "changed"), (self.removed, "taken away"))
            if found
        ]
        return "; ".join(join(parts) for parts in (findings, articles) if parts) or "nothing has changed"


def look_at(report: Report, when: str, run: int) -> Look:
    """What there is to be seen in a report, kept for the next look."""
    return Look(
        run,
        when,
        {finding.fingerprint: (finding.question_key, finding.question) for finding in report.findings},
        {article.id: digest_text(article.text) for article in report.articles},
    )


def compare_looks(before: Look, now: Look) -> Changes:
    """What is other now than it was before."""
    keys = {key for fingerprint, (key, _) in before.findings.items() if fingerprint not in now.findings}
    new: set[str] = set()
    altered: set[str] = set()
    for fingerprint, (key, _) in now.findings.items():
        if fingerprint not in before.findings:
            (altered if key in keys else new).add(fingerprint)
    still = {now.findings[fingerprint][0] for fingerprint in altered}
    gone = [
        on_one_line(question)
        for fingerprint, (key, question) in before.findings.items()
        if fingerprint not in now.findings and key not in still
    ]
    articles = {*before.articles, *now.articles}
    return Changes(
        since=before.when,
        new=frozenset(new),
        altered=frozenset(altered),
        gone=tuple(gone),
        added=tuple(sorted(a for a in articles if a not in before.articles)),
        changed=tuple(
            sorted(a for a in before.articles if a in now.articles and before.articles[a] != now.articles[a])
        ),
        removed=tuple(sorted(a for a in articles if a not in now.articles)),
    )
