"""Puts the review together: routes, static files, the guard, and how errors are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from . import api, articles, deciding, downloads, pages
from .rendering import STATIC, read_static
from .security import Guard

if TYPE_CHECKING:
    from .state import Review

router = APIRouter()


@router.get("/static/{name}", include_in_schema=False)
def send_static(name: str) -> Response:
    """Send a file that pages load; its address changes with the version."""
    try:
        data = read_static(name)
    except KeyError as error:
        raise HTTPException(404, "There is no such file.") from error
    # Not stored without asking: two versions may run on one machine, one after the other.
    return Response(data, media_type=STATIC[name], headers={"Cache-Control": "private, max-age=300"})


def create_app(review: Review, version: str) -> FastAPI:
    """The application of a review."""
    app = FastAPI(title="Editorial review", version=version, docs_url=None, redoc_url=None)
    app.state.review = review
    for part in (pages.router, articles.router, deciding.router, downloads.router, api.router, router):
        app.include_router(part)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(StarletteHTTPException, _tell_error)
    app.add_middleware(Guard, access=review.access)
    return app


async def _tell_invalid(request: Request, error: Exception) -> Response:
    """Say what was wrong with a request: as data to programs, as a page to people."""
    assert isinstance(error, RequestValidationError)
    if _is_program(request):
        return await request_validation_exception_handler(request, error)
    problems = [f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors()]
    review: Review = request.app.state.review
    return review.renderer.page(request, review, "message.html", status=422, title="Not understood", lines=problems)


async def _tell_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteHTTPException)
    if _is_program(request):
        return await http_exception_handler(request, error)
    review: Review = request.app.state.review
    title = {404: "Not found", 405: "Not possible", 409: "Too late"}.get(error.status_code, "Not done")
    lines = [str(error.detail)]
    return review.renderer.page(request, review, "message.html", status=error.status_code, title=title, lines=lines)


def _is_program(request: Request) -> bool:
    return request.url.path.startswith("/api/")
