"""What leaves the review for other programs: decisions beside the report, annotations of words, reviews of claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from checker.model import Article, DecisionStatus, Evidence, Finding

from ..page import field_text
from ..view import View
from ..wording import as_sentence, number_of, on_one_line, printable
from .desk import Shown
from .entries import Entry

# How many characters before and after the words help to find them again (W3C Web Annotation, TextQuoteSelector).
AROUND = 32

# Decisions that may be published as a review of a claim: what an editor has found to stand, or put right.
PUBLISHED = (DecisionStatus.CONFIRMED, DecisionStatus.CORRECTED)


def write_annotations(shown: Shown, standing: Mapping[str, Entry]) -> str:
    """Write the words of all findings as W3C Web Annotations (a page of a collection, JSON-LD)."""
    items = [
        _annotate(shown.view, finding, evidence, number, standing.get(finding.fingerprint))
        for finding in shown.report.findings
        for number, evidence in enumerate(finding.evidence, 1)
    ]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "id": f"urn:checker:run:{shown.run}",
        "startIndex": 0,
        "items": items,
    }
    return _dump(page)


def write_claim_reviews(shown: Shown, standing: Mapping[str, Entry], outlet: str = "") -> str:
    """Write published decisions as schema.org ClaimReview (JSON-LD), one for each answer. No rating is given.

    ``outlet`` names who publishes them.
    """
    reviews = []
    for finding in shown.report.findings:
        entry = standing.get(finding.fingerprint)
        if entry is None or entry.status not in PUBLISHED:
            continue
        for side in shown.view.sides(finding):
            said = side.value or on_one_line(side.citations[0].evidence.text)
            review = {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "claimReviewed": printable(f"{as_sentence(finding.question)} {said}"),
                "reviewBody": printable(entry.reason or as_sentence(finding.message)),
                "datePublished": entry.when[:10],
                "author": {"@type": "Organization", "name": outlet} if outlet else None,
                "itemReviewed": {
                    "@type": "Claim",
                    "appearance": [_work(shown.view, c.evidence) for c in side.citations],
                },
            }
            reviews.append({key: value for key, value in review.items() if value is not None})
    return _dump(reviews)


def write_decided(shown: Shown, standing: Mapping[str, Entry]) -> str:
    """Write what was decided as a section of Markdown, to be put behind the report."""
    lines = ["", "## Decisions", ""]
    rows = list(_decided(shown, standing))
    undecided = len(shown.report.findings) - len(rows)
    lines.append(
        f"{number_of(len(rows), 'finding', 'findings').capitalize()} decided, {undecided or 'none'} undecided."
    )
    lines.append("")
    for finding, entry in rows:
        status = (entry.status or DecisionStatus.CONFIRMED).value.replace("-", " ")
        facts = [f"by {_plain(entry.who)}" if entry.who else "", entry.when[:10]]
        facts.append(f"for {_plain(entry.assignee)}" if entry.assignee else "")
        facts.append(f"until {entry.expires}" if entry.expires else "")
        told = ", ".join(fact for fact in facts if fact)
        lines.append(f"- **{status}** {_plain(as_sentence(finding.question))} ({finding.id}; {told})")
        if entry.reason:
            lines.append(f"  {_plain(entry.reason)}")
    return "\n".join([*lines, ""])


def _decided(shown: Shown, standing: Mapping[str, Entry]) -> Iterator[tuple[Finding, Entry]]:
    for finding in shown.report.findings:
        entry = standing.get(finding.fingerprint)
        if entry is not None and entry.status is not None:
            yield finding, entry


def _plain(text: str) -> str:
    """Text that Markdown does not take for marks or HTML."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|!" else c for c in on_one_line(text))


def _annotate(view: View, finding: Finding, evidence: Evidence, number: int, entry: Entry | None) -> dict[str, Any]:
    article = view.articles.get(evidence.article)
    text = field_text(article, evidence)
    tags = [finding.kind.value, finding.rule, *([entry.status.value] if entry and entry.status else [])]
    body: list[dict[str, str]] = [
        {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": printable(finding.message)},
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": printable(evidence.value)},
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
    ]
    position = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    quoted = {
        "type": "TextQuoteSelector",
        "exact": evidence.text,
        "prefix": text[max(0, evidence.start - AROUND) : evidence.start],
        "suffix": text[evidence.end : evidence.end + AROUND],
    }
    return {
        "type": "Annotation",
        "id": f"urn:checker:finding:{finding.fingerprint}:{number}",
        "motivation": "assessing",
        "body": body,
        "target": {"source": _address(view, article, evidence), "selector": [position, quoted]},
    }


def _address(view: View, article: Article | None, evidence: Evidence) -> str:
    """Where an article is: its address on the web where that is one, else its path."""
    if article is not None and article.url and article.url.lower().startswith(("http://", "https://")):
        return article.url
    path = view.path(article.path) if article is not None else ""
    return quote(PurePosixPath(path or evidence.article).as_posix())


def _work(view: View, evidence: Evidence) -> dict[str, Any]:
    article = view.articles.get(evidence.article)
    work: dict[str, Any] = {
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": view.outlet(evidence.article)},
    }
    if article is not None:
        if article.url and article.url.lower().startswith(("http://", "https://")):
            work["url"] = article.url
        if article.title:
            work["headline"] = on_one_line(article.title)
        if article.published_date:
            work["datePublished"] = article.published_date.isoformat()
    return work


def _dump(value: object) -> str:
    """JSON that can also stand inside a script element of a page."""
    text = json.dumps(value, ensure_ascii=True, indent=2)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n"
