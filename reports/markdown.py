"""The report in Markdown, for a pull request or an editor's note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.formats import Format, Options
from checker.model import Finding, Kind, QuestionStatus, Report

from .dossier import name_remark
from .grid import STATUSES, Grid, lay_out_grids
from .markdown_sources import write_sources, write_standings
from .marking import escape, quote, write_table
from .standings import Standing, find_standing, index_standings, stand_questions
from .summary import Summary, summarise
from .view import View
from .wording import KINDS, as_sentence, group_by_kind, number_of


def write(report: Report, options: Options) -> str:
    """Write the report as Markdown (CommonMark with tables)."""
    view = View(report, options)
    summary = summarise(report)
    standings = stand_questions(view)
    index = index_standings(standings)
    parts = ["# Consistency report", f"**{escape(summary.headline())}**"]
    if options.today:
        parts.append(f"Written on {options.today.isoformat()}.")
    if absence := summary.absence():
        parts.append(escape(absence))
    for kind, findings in group_by_kind(report.findings):
        parts += [f"## {KINDS[kind].heading} ({len(findings)})", KINDS[kind].meaning]
        if kind is Kind.SINGLE_SOURCE:
            parts += write_singles(findings, view, index)
        elif kind is Kind.CREDIBILITY:
            parts.append("\n".join(line for finding in findings for line in write_remark(finding, view)))
        else:
            for finding in findings:
                parts += write_finding(finding, view, index)
    parts += write_grids(lay_out_grids(view), view)
    parts += write_standings(view, standings)
    parts += write_sources(view, standings)
    parts += write_articles(view)
    parts += write_rest(summary, view, options)
    return "\n\n".join(parts) + "\n"


def write_finding(finding: Finding, view: View, standings: Mapping[str, Standing]) -> Iterator[str]:
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
        notes.append(f"- Origins: {'; '.join(escape(view.origin(o)) for o in finding.origins)}")
    standing = find_standing(finding, view, standings)
    if standing is not None:
        notes.append(f"- Stands as: {escape('; '.join(filter(None, (str(standing.footing), standing.hangs()))))}")
        notes += [
            f"- Information{f' **{stand.letter}**' if stand.letter else ''}: {escape(stand.why())}"
            for stand in standing.stands
            if stand.code
        ]
    if finding.why.difference:
        notes.append(f"- Why: {escape(finding.why.difference)}")
    if finding.why.clears:
        notes.append(f"- To clear: {escape(finding.why.clears)}")
    if notes:
        yield "\n".join(notes)


def write_singles(findings: list[Finding], view: View, standings: Mapping[str, Standing]) -> Iterator[str]:
    """Write the single-source claims as a table."""
    rows = []
    for finding in findings:
        for evidence in finding.evidence[:1]:
            origins = view.other_origins(finding.origins, evidence.article)
            standing = find_standing(finding, view, standings)
            rows.append(
                (
                    escape(view.outlet(evidence.article)),
                    quote(evidence),
                    escape("; ".join(origins)),
                    escape(standing.lead.why()) if standing is not None and standing.lead is not None else "",
                    escape("; ".join([standing.behind, *(m.reason for m in standing.merges)])) if standing else "",
                    escape(view.place(evidence)),
                )
            )
    yield write_table(("Outlet", "Words", "Citing", "Information", "Behind it", "Place"), rows)


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
