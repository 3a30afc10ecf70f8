"""The routes that record: a decision, several at once, one taken back, decisions from a file; and who the editor is."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from checker.gate.decisions import DecisionsError, read_decisions
from checker.model import DecisionStatus

from ..wording import number_of, printable
from .entries import Entry
from .overview import list_items
from .pages import MOST_ID, Fingerprint
from .rendering import wants_part
from .state import MOST_NAME, MOST_REASON, Editor, Here
from .store import Change, ConflictError

router = APIRouter()

# Findings that can be decided at once.
MOST_PICKED = 200

# A file of decisions may have so many bytes: some twenty thousand decisions.
MOST_IMPORTED = 8_000_000

Version = Annotated[int, Form(ge=0, le=MOST_ID, description="The version of the decisions that the editor has seen.")]
Reason = Annotated[str, Form(max_length=MOST_REASON)]
Name = Annotated[str, Form(max_length=MOST_NAME)]
Expires = Annotated[str, Form(max_length=10, description="The last day on which the decision holds.")]
Next = Annotated[str, Form(max_length=2000, description="The page to come back to.")]
BACK = {303: {"description": "Back to the page."}, 409: {"description": "Another decision was there first."}}


@router.post("/findings/{fingerprint}/decision", responses=BACK)  # type: ignore[arg-type]
def decide(
    request: Request,
    review: Here,
    editor: Editor,
    fingerprint: Fingerprint,
    status: Annotated[DecisionStatus, Form()],
    version: Version = 0,
    reason: Reason = "",
    assignee: Name = "",
    expires: Expires = "",
    back: Next = "/",
) -> Response:
    """Record a decision on a finding."""
    decision = review.make_decision(
        fingerprint, status, editor, reason=reason, assignee=assignee, expires=_read_day(expires)
    )
    if decision is None:
        raise HTTPException(404, "There is no such finding.")
    try:
        entry = review.store.decide(decision, version)
    except ConflictError as conflict:
        return _tell_conflict(request, review, conflict, back, decision.reason)
    review.keep_file(entry)
    return _answer(request, review, fingerprint, back)


@router.post("/findings/{fingerprint}/undo", responses=BACK)  # type: ignore[arg-type]
def undo(
    request: Request, review: Here, editor: Editor, fingerprint: Fingerprint, version: Version = 0, back: Next = "/"
) -> Response:
    """Take the last decision on a finding back."""
    try:
        entry = review.store.undo(fingerprint, version, editor, review.now())
    except LookupError as error:
        raise HTTPException(404, "There is no decision to take back.") from error
    except ConflictError as conflict:
        return _tell_conflict(request, review, conflict, back, "")
    review.keep_file(entry)
    return _answer(request, review, fingerprint, back)


@router.post("/decisions", responses=BACK)  # type: ignore[arg-type]
def decide_several(
    request: Request,
    review: Here,
    editor: Editor,
    status: Annotated[DecisionStatus, Form()],
    pick: Annotated[list[str], Form(max_length=MOST_PICKED, description="fingerprint:version, each")] = [],  # noqa: B006
    reason: Reason = "",
    assignee: Name = "",
    expires: Expires = "",
    back: Next = "/",
) -> Response:
    """Record the same decision on several findings; those that others have decided meanwhile are left and told."""
    day = _read_day(expires)
    changes: dict[str, Change] = {}
    for picked in pick:
        fingerprint, _, seen = picked.rpartition(":")
        decision = review.make_decision(fingerprint[:64], status, editor, reason=reason, assignee=assignee, expires=day)
        if decision is None or not seen.isdecimal() or int(seen) > MOST_ID:
            raise HTTPException(404, "One of the findings picked is not in the report any more.")
        changes[fingerprint] = Change(decision, int(seen))
    if not changes:
        raise HTTPException(422, "Pick a finding first.")
    recorded = review.store.decide_all(list(changes.values()))
    review.keep_file(*recorded.entries)
    if not recorded.conflicts:
        return RedirectResponse(_local(back), status_code=303)
    done = number_of(len(recorded.entries), "decision was recorded", "decisions were recorded").capitalize()
    lines = [f"{done}.", *(_say_conflict(conflict) for conflict in recorded.conflicts)]
    return review.renderer.page(
        request, review, "message.html", status=409, title="Others were there first", lines=lines, back=_local(back)
    )


@router.post("/decisions/import", responses={303: {"description": "To the log."}})
def take_in(request: Request, review: Here, file: Annotated[UploadFile, File()]) -> Response:
    """Take in a file of decisions, where they are newer than those that stand."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    data = file.file.read(MOST_IMPORTED + 1)
    name = printable(file.filename or "the file")[:MOST_NAME]
    with TemporaryDirectory(prefix="checker-import-") as folder:
        path = Path(folder) / "decisions.jsonl"
        path.write_bytes(data)
        try:
            given = read_decisions(path)
        except DecisionsError as error:
            raise HTTPException(422, str(error).replace(str(path), name)) from error
    try:
        number = review.store.take_in(given)
    except ValueError as error:
        raise HTTPException(422, f"{name}: {error}") from error
    title = number_of(number, "decision taken in", "decisions taken in").capitalize()
    lines = [f"{name} holds {number_of(len(given), 'decision', 'decisions')}; older ones do not replace what stands."]
    return review.renderer.page(request, review, "message.html", title=title, lines=lines, back="/decisions")


@router.post("/me", responses={303: {"description": "Back to the page."}})
def name_editor(review: Here, name: Name = "", back: Next = "/") -> Response:
    """Keep the name of the editor at this browser."""
    if review.access.proxy is not None:
        raise HTTPException(403, "The proxy says who you are.")
    answer = RedirectResponse(_local(back), status_code=303)
    value = quote(printable(name.strip()), safe="")
    answer.set_cookie(review.access.who_cookie, value, httponly=True, samesite="strict", max_age=365 * 24 * 3600)
    return answer


def _answer(request: Request, review: Here, fingerprint: str, back: str) -> Response:
    """Go back to the page; to a script, the row as it is now."""
    if not wants_part(request):
        return RedirectResponse(_local(back), status_code=303)
    return _part(request, review, fingerprint, back, conflict=None, kept="", status=200)


def _tell_conflict(request: Request, review: Here, conflict: ConflictError, back: str, reason: str) -> Response:
    """Say who decided what in the meantime, and let the editor decide again, having seen it."""
    return _part(request, review, conflict.fingerprint, back, conflict=_say_conflict(conflict), kept=reason, status=409)


def _part(
    request: Request, review: Here, fingerprint: str, back: str, *, conflict: str | None, kept: str, status: int
) -> Response:
    shown = review.desk.shown
    finding = shown.finding(fingerprint)
    if finding is None:
        if conflict is None:
            return RedirectResponse(_local(back), status_code=303)
        return review.renderer.page(
            request, review, "message.html", status=status, title="Too late", lines=[conflict], back=_local(back)
        )
    item = list_items(review, shown, [shown.positions[finding.id]], review.desk.changes())[0]
    whole = not wants_part(request)
    panel = request.headers.get("hx-target", "").startswith("decide-")
    return review.renderer.page(
        request,
        review,
        "conflict.html" if whole else "panel.html" if panel else "item.html",
        status=status,
        item=item,
        conflict=conflict,
        kept=kept,
        back=_local(back),
        history=list(reversed(review.store.history(fingerprint))),
        query=back.partition("?")[2],
    )


def _say_conflict(conflict: ConflictError) -> str:
    entry = conflict.entry
    if entry is None:
        return "The decision was taken back in the meantime."
    return f"“{entry.question}”: {say_entry(entry)}. Nothing was changed; decide again if you still want to."


def say_entry(entry: Entry) -> str:
    """An entry of the log in words: "Ada decided dismissed at 2031-05-14 09:30 UTC"."""
    who = entry.who or "somebody"
    when = entry.when.replace("T", " ").removesuffix("Z")[:16]
    if entry.status is None:
        return f"{who} took the decision back at {when} UTC"
    said = entry.status.value.replace("-", " ")
    return f"{who} decided “{said}” at {when} UTC" + (f" ({entry.reason})" if entry.reason else "")


def _read_day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise HTTPException(422, "expires: give a day such as 2031-05-14") from error


def _local(back: str) -> str:
    """A page of this review to go back to; the overview for any other address."""
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    return quote(back, safe="/?&=%+:,;@!$'()*~-._") if local else "/"
