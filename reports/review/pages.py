"""The pages that show: overview, one question, matrix, articles side by side, the log of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from checker.model import Finding

from ..dossier import open_dossiers
from ..page import Card, Sheet
from ..summary import summarise
from ..wording import printable
from .desk import Shown
from .filters import PAGE, Filters
from .finding_lists import list_findings
from .overview import list_items, name_choices, read_events
from .questions import open_case
from .rendering import wants_part
from .state import Here, Review
from .tables import lay_out_tables
from .views import cap_sheet, find_pair

router = APIRouter()

Fingerprint = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.:-]{1,64}$", description="The fingerprint of a finding.")]
Word = Annotated[str, Query(max_length=300)]

# Ids of rows in the database go up to here.
MOST_ID = 2**31 - 1

# Entries of the log on one page.
LOGGED = 100


def read_filters(
    q: Word = "",
    kind: Word = "",
    severity: Word = "",
    rule: Word = "",
    outlet: Word = "",
    origin: Word = "",
    status: Word = "",
    event: Word = "",
    assignee: Word = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Filters:
    """The filters in the address."""
    return Filters(
        q=printable(q),
        kind=printable(kind),
        severity=printable(severity),
        rule=printable(rule),
        outlet=printable(outlet),
        origin=printable(origin),
        status=printable(status),
        event=printable(event),
        assignee=printable(assignee),
        page=page,
    )


Asked = Annotated[Filters, Depends(read_filters)]
Since = Annotated[int | None, Query(ge=1, le=MOST_ID, description="The number of the report seen last.")]


@router.get("/", response_class=HTMLResponse)
def show_overview(request: Request, review: Here, filters: Asked, since: Since = None) -> Response:
    """Show the disagreements in order of weight, with what is undecided, and filters."""
    shown = review.desk.shown
    listing = list_findings(review.store.engine, shown.run, filters)
    changes = review.desk.changes(since)
    events = read_events(review, shown)
    return review.renderer.page(
        request,
        review,
        "results.html" if wants_part(request) else "overview.html",
        filters=filters,
        query=filters.query(page=filters.page),
        listing=listing,
        names=name_choices(shown, listing, filters),
        items=list_items(review, shown, listing.positions, changes),
        changes=changes,
        events=events,
        undecided=sum(line.undecided for line in events),
        summary=summarise(shown.report),
        size=PAGE,
    )


@router.get("/findings/{fingerprint}", response_class=HTMLResponse)
def show_question(request: Request, review: Here, fingerprint: Fingerprint, filters: Asked) -> Response:
    """Show one disagreement with all that is needed to decide it."""
    shown = review.desk.shown
    finding = shown.finding(fingerprint)
    if finding is None:
        raise HTTPException(404, "There is no such finding in the report as it is now.")
    before, after = _neighbours(review, shown, finding, filters)
    return review.renderer.page(
        request,
        review,
        "question.html",
        filters=filters,
        query=filters.query(page=filters.page),
        case=open_case(shown, finding),
        item=list_items(review, shown, [shown.positions[finding.id]], review.desk.changes())[0],
        history=list(reversed(review.store.history(fingerprint))),
        before=before,
        after=after,
        clause=review.clauses().get(finding.rule),
    )


@router.get("/matrix", response_class=HTMLResponse)
def show_matrix(request: Request, review: Here, event: Word = "", everything: bool = False) -> Response:
    """Show who answers what: questions by sources."""
    shown = review.desk.shown
    tables = lay_out_tables(shown, event=event, everything=everything)
    standing = review.store.standing(
        row.finding.fingerprint for table in tables for row in table.rows if row.finding is not None
    )
    return review.renderer.page(
        request, review, "table.html", tables=tables, standing=standing, everything=everything, event=event
    )


@router.get("/beside", response_class=HTMLResponse)
def show_beside(
    request: Request, review: Here, left: Word = "", right: Word = "", finding: Word = "", everything: bool = False
) -> Response:
    """Show two articles side by side, with the findings that cite them."""
    shown = review.desk.shown
    chosen = shown.finding(finding)
    pair = find_pair(shown, left, right, chosen)
    strip = _cards(shown, pair, everything=everything)
    return review.renderer.page(
        request,
        review,
        "beside.html",
        sheets=_sheets(shown, pair),
        pair=pair,
        chosen=chosen,
        cards=strip,
        everything=everything,
        standing=review.store.standing(card.finding.fingerprint for card in strip),
        dossiers={d.article: d for d in open_dossiers(shown.view)},
    )


@router.get("/decisions", response_class=HTMLResponse)
def show_log(request: Request, review: Here, before: Annotated[int | None, Query(ge=1, le=MOST_ID)] = None) -> Response:
    """Show who decided what, newest first."""
    entries = review.store.log(before=before, limit=LOGGED)
    standing = review.store.standing(entry.fingerprint for entry in entries)
    older = entries[-1].id if len(entries) == LOGGED else None
    return review.renderer.page(request, review, "log.html", entries=entries, standing=standing, older=older)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The finding before or behind one, in the list that the editor goes through."""

    fingerprint: str
    question: str


def _neighbours(
    review: Review, shown: Shown, finding: Finding, filters: Filters
) -> tuple[Neighbour | None, Neighbour | None]:
    """The findings before and behind this one on the page of the overview that the editor came from."""
    positions = list_findings(review.store.engine, shown.run, filters).positions
    own = shown.positions[finding.id]

    def name(position: int | None) -> Neighbour | None:
        if position is None:
            return None
        other = shown.report.findings[position]
        return Neighbour(other.fingerprint, other.question)

    # A decided finding may have left the list (status=undecided); its place there is still known.
    before = max((p for p in positions if p < own), default=None)
    after = min((p for p in positions if p > own), default=None)
    return name(before), name(after)


def _sheets(shown: Shown, pair: Sequence[str]) -> list[Sheet]:
    return [cap_sheet(shown.sheets[article]) for article in pair]


def _cards(shown: Shown, pair: Sequence[str], *, everything: bool) -> list[Card]:
    """The findings that cite one of two articles; those that cite both alone, unless all are asked for."""
    wanted = set(pair)
    found = []
    for finding in shown.report.findings:
        cited = {evidence.article for evidence in finding.evidence} & wanted
        if cited == wanted or (everything and cited):
            found.append(shown.page.card(finding))
    return found
