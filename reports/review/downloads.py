"""The files that an editor takes away, and the page that offers them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from checker.formats import Options
from checker.gate.decisions import format_decision, merge_decisions
from checker.registry import find_format

from .entries import Entry
from .exports import write_annotations, write_claim_reviews, write_decided
from .overview import list_items
from .state import MOST_NAME, Here, Review

router = APIRouter()

Name = Literal[
    "report.md", "report.html", "report.json", "matrix.csv", "annotations.jsonld", "claimreview.jsonld",
    "checker-decisions.jsonl",
]  # fmt: skip

# The kind of each file, and what it is for.
FILES: dict[str, tuple[str, str]] = {
    "report.md": ("text/markdown", "the report as Markdown, with the decisions behind it"),
    "report.html": ("text/html", "findings with the decisions on them, one page to be kept or printed"),
    "report.json": ("application/json", "the report for programs"),
    "matrix.csv": ("text/csv", "who answers what, for a spreadsheet"),
    "annotations.jsonld": ("application/ld+json", "the words of all findings as W3C Web Annotations"),
    "claimreview.jsonld": ("application/ld+json", "confirmed and corrected findings as ClaimReview, without ratings"),
    "checker-decisions.jsonl": ("application/x-ndjson", "the decisions, for checker check and for other editors"),
}


@router.get("/export", response_class=HTMLResponse)
def show_exports(request: Request, review: Here) -> Response:
    """Show what can be taken away."""
    return review.renderer.page(request, review, "export.html", files=FILES)


@router.get("/export/{name}", response_class=Response)
def export(review: Here, name: Name, outlet: Annotated[str, Query(max_length=MOST_NAME)] = "") -> Response:
    """Take a file away. ``outlet`` names who publishes the reviews of claims."""
    kind, _ = FILES[name]
    text = _write(review, name, outlet)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text.encode(errors="replace"), media_type=f"{kind}; charset=utf-8", headers=headers)


def _write(review: Review, name: Name, outlet: str) -> str:
    shown = review.desk.shown
    options = Options(root=review.desk.inputs.root, all=True)
    if name == "report.json":
        return find_format("json").write(shown.report, options)
    if name == "matrix.csv":
        return find_format("csv-matrix").write(shown.report, options)
    if name == "checker-decisions.jsonl":
        return "".join(f"{format_decision(one)}\n" for one in merge_decisions(review.store.decisions()))
    standing = _standing(review)
    if name == "annotations.jsonld":
        return write_annotations(shown, standing)
    if name == "claimreview.jsonld":
        return write_claim_reviews(shown, standing, outlet)
    if name == "report.md":
        return find_format("markdown").write(shown.report, options) + write_decided(shown, standing)
    return review.renderer.file(
        review, items=list_items(review, shown, range(len(shown.report.findings)), review.desk.changes())
    )


def _standing(review: Review) -> dict[str, Entry]:
    return review.store.standing(finding.fingerprint for finding in review.desk.shown.report.findings)
