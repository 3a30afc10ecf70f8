"""The matrix of questions and articles as a table, for a spreadsheet: a row a question, a column an article."""

from __future__ import annotations

from checker.formats import Format, Options
from checker.model import Report

from .csv import write_rows
from .grid import lay_out_grids
from .view import View

COLUMNS = ("event", "id", "rule", "question", "status")


def write(report: Report, options: Options) -> str:
    """Write a header and a row for each question; an empty cell says that the article does not answer."""
    view = View(report, options)
    names = {article: view.outlet(article) for article in view.articles}
    rows: list[tuple[object, ...]] = [(*COLUMNS, *names.values())]
    for grid in lay_out_grids(view):
        for row in grid.rows:
            said = dict(zip(grid.articles, row.cells, strict=True))
            cells = (" / ".join(e.value for e in said.get(article, ())) for article in names)
            event = grid.event.label if grid.event else ""
            rows.append((event, row.question.id, row.question.rule, row.question.label, row.question.status, *cells))
    return write_rows(rows)


FORMAT = Format("csv-matrix", ".csv", write, "the matrix of questions and articles as a table")
