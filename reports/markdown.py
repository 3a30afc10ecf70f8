"""The report in Markdown, for a pull request or an editor's note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.formats import Format, Options
from checker.model import Evidence, Finding, Kind, QuestionStatus, Report

from .dossier import name_remark, open_dossiers
from .grid import STATUSES, Grid, lay_out_grids
from .summary import Summary, summarise
from .view import View
from .wording import KINDS, as_sentence, group_by_kind, number_of, on_one_line

# What Markdown reads as markup ("*", "[", "|", "<"): each is kept as it is by a backslash (CommonMark 0.31, 2.4).
MARKUP = re.compile(r"([\\`*_{}\[\]<>()|~!&$])")

# What code hosts turn into mentions and references, which a backslash does not stop: "@name", "#12".
REFERENCE = re.compile(r"([@#])(?=\w)")

# What starts a block when it comes first on a line: "1. ", "- ", "+ ", "# ", "=".
BLOCK_START = re.compile(r"^(\d{1,9})([.)])|^([-+#=])")


def write(report: Report, options: Options) -> str:
    """Write the report as Markdown (CommonMark with tables)."""
    view = View(report, options)
    summary = summarise(report)
    parts = ["# Consistency report", f"**{escape(summary.headline())}**"]
    if options.today:
        parts.append(f"Written on {options.today.isoformat()}.")
    if absence := summary.absence():
        parts.append(escape(absence))
    for kind, findings in group_by_kind(report.findings):
        parts += [f"## {KINDS[kind].heading} ({len(findings)})", KINDS[kind].meaning]
        if kind is Kind.SINGLE_SOURCE:
            parts += write_singles(findings, view)
        elif kind is Kind.CREDIBILITY:
            parts.append("\n".join(line for finding in findings for line in write_remark(finding, view)))
        else:
            for finding in findings:
                parts += write_finding(finding, view)
    parts += write_grids(lay_out_grids(view), view)
    parts += write_sources(view)
    parts += write_articles(view)
    parts += write_rest(summary, view, options)
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Make text stand for itself in Markdown, on one line."""
    text = MARKUP.sub(r"\\\1", on_one_line(text))
    text = REFERENCE.sub(r"\1<!-- -->", text)
    return BLOCK_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[0]}", text)


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table whose cells are Markdown already."""
    header = list(header)
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_finding(finding: Finding, view: View) -> Iterator[str]:
    """Write a finding as a heading, its message, a table of the answers, and what would clear it."""
    yield f"### {escape(as_sentence(finding.question))}"
    yield f"{finding.severity} · {escape(finding.rule)} · {escape(finding.id)}"
    if finding.message:
        yield escape(as_sentence(finding.message))
    rows = [
        (
            f"**{side.letter}** {escape(side.value)}".strip(),
            escape(citation.outlet) + (f", citing {escape(citation.origin)}" if citation.origin else ""),
            quote(citation.evidence),
            escape(citation.place),
        )
        for side in view.sides(finding)
        for citation in side.citations
    ]
    if rows:
        yield write_table(("Answer", "Outlet", "Words", "Place"), rows)
    notes = []
    if finding.origins:
        notes.append(f"- Origins: {'; '.join(escape(o) for o in finding.origins)}")
    if finding.why.difference:
        notes.append(f"- Why: {escape(finding.why.difference)}")
    if finding.why.clears:
        notes.append(f"- To clear: {escape(finding.why.clears)}")
    if notes:
        yield "\n".join(notes)


def quote(evidence: Evidence) -> str:
    """The exact words, in quotation marks."""
    return f"“{escape(evidence.text)}”"


def write_singles(findings: list[Finding], view: View) -> Iterator[str]:
    """Write the single-source claims as a table."""
    rows = []
    for finding in findings:
        for evidence in finding.evidence[:1]:
            origins = view.other_origins(finding.origins, evidence.article)
            rows.append(
                (
                    escape(view.outlet(evidence.article)),
                    quote(evidence),
                    escape("; ".join(origins)),
                    escape(view.place(evidence)),
                )
            )
    yield write_table(("Outlet", "Words", "Citing", "Place"), rows)


def write_grids(grids: tuple[Grid, ...], view: View) -> Iterator[str]:
    """Write the matrix of each event; questions that one source alone answers are in their own list already."""
    shown = [(g, [r for r in g.rows if r.question.status is not QuestionStatus.SINGLE_SOURCE]) for g in grids]
    if any(rows for _, rows in shown):
        yield "## Who answers what"
    for grid, rows in shown:
        if not rows:
            continue
        if len(shown) > 1 and grid.event:
            yield f"### {escape(grid.event.label)}"
        lines = []
        for row in rows:
            words = STATUSES[row.question.status]
            cells = (
                " / ".join(f"{f'**{e.letter}** ' if e.letter else ''}{escape(e.value)}" for e in c) for c in row.cells
            )
            lines.append(
                (escape(as_sentence(row.question.label)), f"{words.sign} {words.label}", *(c or "–" for c in cells))
            )
        yield write_table(("Question", "Answers", *(escape(view.outlet(a)) for a in grid.articles)), lines)


def write_remark(finding: Finding, view: View) -> Iterator[str]:
    """Write a note on a source as a list item: what it is, the words, what would clear it."""
    yield f"- **{escape(as_sentence(name_remark(finding.rule)))}** ({escape(finding.id)}): {escape(finding.message)}"
    if finding.why.difference:
        yield f"  - {escape(as_sentence(finding.why.difference))}"
    for evidence in finding.evidence:
        yield f"  - {quote(evidence)} {escape(view.place(evidence))}"
    if finding.why.clears:
        yield f"  - To clear: {escape(finding.why.clears)}"


def write_sources(view: View) -> Iterator[str]:
    """Write what each article's page has and lacks, and whom it has things from."""
    dossiers = open_dossiers(view)
    if dossiers:
        yield "## Sources"
        yield "What can be seen of how each article was made, and whom it has things from."
    for dossier in dossiers:
        yield f"### {escape(dossier.outlet)}"
        lines = [
            f"- **{name}:** {escape(text)}"
            for name, text in (("Has", dossier.has()), ("Lacks", dossier.lacks()))
            if text
        ]
        for check in dossier.concerns():
            words = f": {quote(check.evidence[0])} {escape(view.place(check.evidence[0]))}" if check.evidence else ""
            lines.append(f"- **Look at:** {escape(check.label)}, {escape(check.detail)}{words}")
        lines += [f"- **Has text:** {escape(line)}" for line in dossier.reprints]
        if dossier.cited:
            lines.append(f"- **Cites:** {'; '.join(escape(cited.line()) for cited in dossier.cited)}")
        yield "\n".join(lines)


def write_articles(view: View) -> Iterator[str]:
    """Write what is known of each article."""
    if not view.articles:
        return
    yield "## Articles"
    yield write_table(
        ("Outlet", "Title", "Published", "File"),
        (
            (
                escape(article.source or "not known"),
                escape(article.title or "not known"),
                str(article.published_date or "not known"),
                escape(view.path(article.path) or article.id),
            )
            for article in view.articles.values()
        ),
    )


def write_rest(summary: Summary, view: View, options: Options) -> Iterator[str]:
    """Say at the end what was left out and what could not be read."""
    if summary.left_out and not options.all:
        yield (
            number_of(
                summary.left_out, "more single-source claim of less weight", "more single-source claims of less weight"
            )
            + " left out."
        )
    if summary.unsaid and not options.all:
        yield (
            number_of(summary.unsaid, "more credibility note of less weight", "more credibility notes of less weight")
            + " left out."
        )
    if summary.unread:
        yield f"## Not read ({len(summary.unread)})"
        yield "\n".join(
            f"- {escape(view.path(item.path))}{': ' + escape(item.reason) if item.reason else ''}"
            for item in summary.unread
        )


FORMAT = Format("markdown", ".md", write, "for a pull request or an editor's note")
