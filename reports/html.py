"""The report as one HTML page that needs nothing else: findings with their quotations side by side, and the articles.

The page loads nothing and runs one inline script, for the keyboard alone; its content security policy names style sheet
and script by their hashes. Text of articles is escaped by the template engine, never by hand.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from checker.formats import Format, Options
from checker.model import Kind, QuestionStatus, Report

from .dossier import SIGNS, STATES, name_remark
from .drawing import BOX, KEY, LEAST_LINES, draw_source
from .grades import CODE, CREDIBILITY, FOOTINGS
from .grid import STATUSES
from .page import Page
from .panel import explain_code
from .standings import group_by_footing
from .summary import summarise
from .view import View
from .wording import KINDS, as_sentence, group_by_kind, number_of, printable


def write(report: Report, options: Options) -> str:
    """Write the whole page."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(read_template),
        autoescape=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["sentence"] = as_sentence
    environment.globals["number_of"] = number_of
    environment.globals["draw_source"] = draw_source
    environment.filters["remark"] = name_remark
    environment.filters["groupby_footing"] = group_by_footing
    view = View(report, options)
    page = Page(view)
    style, script = read_template("style.css"), read_template("script.js")
    return environment.get_template("report.html").render(
        style=Markup(style),
        script=Markup(script),
        policy=write_policy(style, script),
        page=page,
        view=view,
        summary=summarise(report),
        options=options,
        kinds=KINDS,
        statuses=STATUSES,
        single_source=Kind.SINGLE_SOURCE,
        credibility=Kind.CREDIBILITY,
        strokes=KEY,
        box_width=BOX,
        least_lines=LEAST_LINES,
        footings=FOOTINGS,
        numbers=CREDIBILITY,
        code_name=CODE,
        code_key=explain_code(),
        with_history=any(s.grade is not None and s.grade.before is not None for s in report.sources),
        signs=SIGNS,
        states=STATES,
        single_status=QuestionStatus.SINGLE_SOURCE,
        groups=[(kind, [page.card(f) for f in findings]) for kind, findings in group_by_kind(report.findings)],
    )


def read_template(name: str) -> str:
    """Read a template, the style sheet or the script from the package."""
    return resources.files(__package__ or "checker.reports").joinpath("templates", name).read_text(encoding="utf-8")


def write_policy(style: str, script: str) -> str:
    """Write a content security policy (level 3) that lets the page's own style and script run and nothing load."""

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    own = f"style-src {hashed(style)}; script-src {hashed(script)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


FORMAT = Format("html", ".html", write, "one self-contained page with quotes side by side and highlighted articles")
