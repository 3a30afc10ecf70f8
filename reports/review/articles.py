"""Articles that come while the review runs: dropped in, pasted, put away; and what has changed since the last look."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, File, Form, HTTPException, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from .live import MOST_AT_ONCE, MOST_FILE, MOST_TEXT, Drop
from .pages import MOST_ID
from .state import MOST_NAME, Here

router = APIRouter()

# What may stand in a line of front matter without being taken for something else.
NOT_IN_LINE = re.compile(r"[\x00-\x1f\x7f]+")


@router.get("/articles", response_class=HTMLResponse)
def show_articles(request: Request, review: Here) -> Response:
    """Show which articles lie on the desk, and where others can be added."""
    return _show(request, review, [])


@router.post("/articles", response_class=HTMLResponse, responses={303: {"description": "To the overview."}})
def add_articles(
    request: Request,
    review: Here,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006  # never changed: a new list comes with each request
    text: Annotated[str, Form(max_length=MOST_TEXT * 2)] = "",
    outlet: Annotated[str, Form(max_length=MOST_NAME)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Take in files and a pasted text, compare everything again, and go to what is new."""
    if len(files) > MOST_AT_ONCE:
        raise HTTPException(413, f"At most {MOST_AT_ONCE} files can be added at once.")
    drops = [Drop(file.filename, file.file.read(MOST_FILE + 1)) for file in files if file.filename]
    if text.strip():
        drops.append(Drop(f"pasted-{_number(review)}.md", _head(text, outlet, published).encode(errors="replace")))
    if not drops:
        return _show(request, review, ["Choose a file, or paste a text."], status=422)
    before = review.desk.shown.number
    taken, problems = review.desk.add(drops)
    if problems:
        return _show(request, review, problems, taken=taken, status=422)
    return RedirectResponse(f"/?{urlencode({'since': before})}", status_code=303)


@router.post("/articles/remove", responses={303: {"description": "To the articles."}})
def remove_article(review: Here, name: Annotated[str, Form(max_length=200)]) -> Response:
    """Put an added article away."""
    if not review.desk.remove(name):
        raise HTTPException(404, "There is no added article of that name.")
    return RedirectResponse("/articles", status_code=303)


@router.get("/changes", response_class=HTMLResponse, responses={204: {"description": "Nothing has changed."}})
def tell_changes(request: Request, review: Here, since: Annotated[int, Query(ge=1, le=MOST_ID)]) -> Response:
    """Say what has changed since a report that a page shows; pages ask this again and again."""
    changes = review.desk.changes(since) if since != review.desk.shown.number else None
    if changes is None and not review.desk.trouble:
        return Response(status_code=204)
    return review.renderer.page(request, review, "changes.html", changes=changes, since=since)


def _show(
    request: Request, review: Here, problems: list[str], *, taken: list[str] | None = None, status: int = 200
) -> Response:
    return review.renderer.page(
        request,
        review,
        "articles_page.html",
        status=status,
        problems=problems,
        taken=taken or [],
        dropped={article.id for article in review.desk.dropped()},
    )


def _number(review: Here) -> int:
    """The first number that no pasted article has."""
    names = {path.name for path in review.desk.folder.iterdir()}
    return next(number for number in range(1, len(names) + 2) if f"pasted-{number}.md" not in names)


def _head(text: str, outlet: str, published: str) -> str:
    """The text with what is known of it as front matter; as it is where nothing is."""
    from json import dumps

    lines = [
        f"{key}: {dumps(NOT_IN_LINE.sub(' ', value).strip(), ensure_ascii=False)}"
        for key, value in (("source", outlet), ("published", published))
        if value.strip()
    ]
    return "\n".join(["---", *lines, "---", "", text]) if lines else text
