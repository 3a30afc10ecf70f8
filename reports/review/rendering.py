"""Makes pages of templates: those of the review, and those of the static report that it shares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from checker.model import DecisionStatus, Kind, QuestionStatus, Severity

from ..dossier import SIGNS, STATES, name_remark
from ..grid import STATUSES
from ..html import read_template, write_policy
from ..standings import group_by_footing
from ..wording import KINDS, as_sentence, number_of, on_one_line, printable, shorten
from .filters import RETURNED, UNDECIDED

if TYPE_CHECKING:
    from jinja2 import Environment

    from .state import Review

PLACE = __package__ or "checker.reports.review"

# How a status is shown: a sign that reads without colour, words, and what it means.
DECIDED: Mapping[str, tuple[str, str, str]] = {
    UNDECIDED: ("○", "undecided", "nobody has decided yet"),
    RETURNED: ("↺", "came back", "decided when the question had other answers"),
    DecisionStatus.CONFIRMED.value: ("✓", "confirmed", "the disagreement is real and stays in the report"),
    DecisionStatus.DISMISSED.value: ("✕", "dismissed", "no disagreement worth acting on; the gate lets it pass"),
    DecisionStatus.NOT_COMPARABLE.value: ("∦", "not comparable", "the words are about different things"),
    DecisionStatus.NEEDS_CALL.value: ("☎", "needs a call", "somebody has to ask a source"),
    DecisionStatus.CORRECTED.value: ("✎", "corrected", "the article was put right"),
}

# The keys that decide, by status.
KEYS: Mapping[str, str] = {
    DecisionStatus.CONFIRMED.value: "a",
    DecisionStatus.DISMISSED.value: "d",
    DecisionStatus.NOT_COMPARABLE.value: "n",
    DecisionStatus.NEEDS_CALL.value: "c",
    DecisionStatus.CORRECTED.value: "f",
}

# What the button of a status says.
VERBS: Mapping[str, str] = {
    DecisionStatus.CONFIRMED.value: "Confirm",
    DecisionStatus.DISMISSED.value: "Dismiss",
    DecisionStatus.NOT_COMPARABLE.value: "Not comparable",
    DecisionStatus.NEEDS_CALL.value: "Needs a call",
    DecisionStatus.CORRECTED.value: "Corrected",
}

# The files that pages load, by their names in addresses.
STATIC: Mapping[str, str] = {
    "report.css": "text/css",
    "review.css": "text/css",
    "icon.svg": "image/svg+xml",
    "htmx.min.js": "text/javascript",
    "review.js": "text/javascript",
}


class Renderer:
    """Renders templates with what every page shows."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.environment = _make_environment()

    def page(self, request: Request, review: Review, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A whole page, or a part of one where the template is a part."""
        text = self.environment.get_template(name).render(
            review=review,
            shown=review.desk.shown,
            view=review.desk.shown.view,
            page=review.desk.shown.page,
            who=str(getattr(request.state, "who", "")),
            readonly=review.access.readonly,
            behind_proxy=review.access.proxy is not None,
            here=_address(request),
            path=request.url.path,
            version=self.version,
            **values,
        )
        return HTMLResponse(text, status_code=status)

    def file(self, review: Review, **values: object) -> str:
        """A page to be kept: it needs nothing else, and runs no script."""
        from markupsafe import Markup

        style = "\n".join(read_static(name).decode() for name in ("report.css", "review.css"))
        shown = review.desk.shown
        return self.environment.get_template("kept.html").render(
            review=review,
            shown=shown,
            view=shown.view,
            page=shown.page,
            style=Markup(style),
            policy=write_policy(style, ""),
            **values,
        )


def wants_part(request: Request) -> bool:
    """Whether a script asks for a part of a page, rather than a browser for all of it."""
    return request.headers.get("hx-request") == "true"


@cache
def read_static(name: str) -> bytes:
    """A file that pages load. Raises KeyError for one that there is not."""
    if name not in STATIC:
        raise KeyError(name)
    if name == "report.css":
        return read_template("style.css").encode()
    return resources.files(PLACE).joinpath("static", name).read_bytes()


def _load(name: str) -> str | None:
    own = resources.files(PLACE).joinpath("templates", name)
    if own.is_file():
        return own.read_text(encoding="utf-8")
    try:
        return read_template(name)
    except FileNotFoundError:
        return None  # the template engine then names the template that is missing


def _make_environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_load),
        autoescape=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "sentence": as_sentence,
        "remark": name_remark,
        "line": on_one_line,
        "short": shorten,
        "groupby_footing": group_by_footing,
    }
    environment.filters.update(filters)
    shared: dict[str, Any] = {
        "number_of": number_of,
        "kinds": KINDS,
        "severities": tuple(Severity),
        "statuses": STATUSES,
        "single_source": Kind.SINGLE_SOURCE,
        "single_status": QuestionStatus.SINGLE_SOURCE,
        "signs": SIGNS,
        "states": STATES,
        "decided": DECIDED,
        "verbs": VERBS,
        "keys": KEYS,
    }
    environment.globals.update(shared)
    return environment


def _address(request: Request) -> str:
    """The address of the page asked for, from its first slash, for forms that come back to it."""
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")
