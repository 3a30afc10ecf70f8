"""The same for programs: findings and decisions as JSON. Such a request carries the token as a bearer token."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from checker.model import DecisionStatus, Kind, Severity

from .deciding import BACK
from .entries import Entry
from .finding_lists import list_findings
from .overview import Item, list_items
from .pages import MOST_ID, Asked, Fingerprint
from .state import MOST_NAME, MOST_REASON, Editor, Here, Review
from .store import ConflictError

router = APIRouter(prefix="/api")

ERRORS: dict[int | str, dict[str, Any]] = {
    404: {"description": "There is no such finding."},
    409: {"description": BACK[409]["description"]},
}


class DecisionIn(BaseModel):
    """A decision by someone who has seen version ``version`` of the decisions on the finding (0: none)."""

    model_config = ConfigDict(extra="forbid")

    status: DecisionStatus
    version: Annotated[int, Field(ge=0, le=MOST_ID)] = 0
    reason: Annotated[str, Field(max_length=MOST_REASON)] = ""
    assignee: Annotated[str, Field(max_length=MOST_NAME)] = ""
    expires: date | None = None


class DecisionOut(BaseModel):
    """What stands. ``status`` is null where the last decision was taken back."""

    version: int
    status: DecisionStatus | None
    reason: str
    assignee: str
    who: str
    when: str
    expires: date | None


class FindingOut(BaseModel):
    """A finding in short, with the decision that stands."""

    id: str
    fingerprint: str
    question_key: str
    rule: str
    kind: Kind
    severity: Severity
    event: str
    question: str
    message: str
    origins: list[str]
    answers: list[str]
    decision: DecisionOut | None


class ListingOut(BaseModel):
    """A page of findings, heaviest first, and how many there are on all pages."""

    total: int
    pages: int
    findings: list[FindingOut]


@router.get("/findings")
def list_all(review: Here, filters: Asked) -> ListingOut:
    """The findings that the filters let pass."""
    shown = review.desk.shown
    listing = list_findings(review.store.engine, shown.run, filters)
    items = list_items(review, shown, listing.positions, None)
    return ListingOut(total=listing.total, pages=listing.pages, findings=[_finding(item) for item in items])


@router.get("/findings/{fingerprint}", responses={404: ERRORS[404]})
def show_one(review: Here, fingerprint: Fingerprint) -> FindingOut:
    """One finding."""
    return _finding(_item(review, fingerprint))


@router.put("/findings/{fingerprint}/decision", response_model=DecisionOut, responses=ERRORS)
def decide(review: Here, editor: Editor, fingerprint: Fingerprint, given: DecisionIn) -> DecisionOut | JSONResponse:
    """Record a decision. Where another was there first, the one that stands is returned with status 409."""
    decision = review.make_decision(
        fingerprint, given.status, editor, reason=given.reason, assignee=given.assignee, expires=given.expires
    )
    if decision is None:
        raise HTTPException(404, "There is no such finding.")
    try:
        entry = review.store.decide(decision, given.version, "api")
    except ConflictError as conflict:
        return _conflict(conflict)
    review.keep_file(entry)
    return _decision(entry)


@router.delete("/findings/{fingerprint}/decision", response_model=DecisionOut, responses=ERRORS)
def undo(
    review: Here, editor: Editor, fingerprint: Fingerprint, version: Annotated[int, Query(ge=0, le=MOST_ID)]
) -> DecisionOut | JSONResponse:
    """Take the last decision back."""
    try:
        entry = review.store.undo(fingerprint, version, editor, review.now())
    except LookupError as error:
        raise HTTPException(404, "There is no decision to take back.") from error
    except ConflictError as conflict:
        return _conflict(conflict)
    review.keep_file(entry)
    return _decision(entry)


def _item(review: Review, fingerprint: str) -> Item:
    shown = review.desk.shown
    finding = shown.finding(fingerprint)
    if finding is None:
        raise HTTPException(404, "There is no such finding.")
    return list_items(review, shown, [shown.positions[finding.id]], None)[0]


def _finding(item: Item) -> FindingOut:
    finding = item.finding
    return FindingOut(
        id=finding.id,
        fingerprint=finding.fingerprint,
        question_key=finding.question_key,
        rule=finding.rule,
        kind=finding.kind,
        severity=finding.severity,
        event=finding.event,
        question=finding.question,
        message=finding.message,
        origins=list(finding.origins),
        answers=[row.value for row in item.rows],
        decision=_decision(item.entry) if item.entry else None,
    )


def _decision(entry: Entry) -> DecisionOut:
    return DecisionOut(
        version=entry.version,
        status=entry.status,
        reason=entry.reason,
        assignee=entry.assignee,
        who=entry.who,
        when=entry.when,
        expires=entry.expires,
    )


def _conflict(conflict: ConflictError) -> JSONResponse:
    standing = _decision(conflict.entry).model_dump(mode="json") if conflict.entry else None
    return JSONResponse({"detail": "Another decision was there first.", "standing": standing}, status_code=409)
