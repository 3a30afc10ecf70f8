"""The report for a terminal, as a linter prints one: a summary, then each finding with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.formats import Format, Options
from checker.model import Finding, Kind, Report

from .dossier import name_remark
from .paper import NARROWEST, Paper
from .standings import Standing, find_standing, index_standings, stand_questions
from .summary import Summary, summarise
from .text_sources import say_numbers, write_sources, write_standings
from .view import Citation, View
from .wording import KINDS, as_sentence, group_by_kind, number_of, on_one_line, shorten


def write(report: Report, options: Options) -> str:
    """Write the report as plain text, wrapped at ``options.width`` columns."""
    paper = Paper(max(options.width, NARROWEST), options.color)
    view = View(report, options)
    summary = summarise(report)
    standings = stand_questions(view)
    index = index_standings(standings)
    advised: set[str] = set()
    lines = [*paper.wrap(summary.headline(), 0, "strong")]
    if absence := summary.absence():
        lines += ["", *paper.wrap(absence, 0)]
    for kind, findings in group_by_kind(report.findings):
        lines += ["", ""]
        lines.append(paper.paint(f"{KINDS[kind].heading.upper()} ({len(findings)})", "strong"))
        lines += paper.wrap(KINDS[kind].meaning, 0, "quiet")
        if kind is Kind.SINGLE_SOURCE:
            lines += write_singles(findings, view, paper)
            continue
        if kind is Kind.CREDIBILITY:
            for finding in findings:
                lines += ["", *write_remark(finding, view, paper)]
            continue
        for finding in findings:
            lines += ["", *write_finding(finding, view, paper, advised, index)]
    lines += write_standings(view, paper, standings)
    lines += write_sources(view, paper, standings)
    lines += write_rest(summary, view, paper, options)
    return "\n".join(lines) + "\n"


def write_finding(
    finding: Finding, view: View, paper: Paper, advised: set[str], standings: Mapping[str, Standing]
) -> Iterator[str]:
    """Lay out one finding: what it is, the question, the answers side by side, what differs, what would clear it.

    The message is left out where the answers below say the same; advice that was given before (``advised``) is not
    repeated.
    """
    parts = [on_one_line(finding.rule), on_one_line(finding.id)]
    if len(view.report.events) > 1 and finding.event in view.events:
        parts.append(on_one_line(view.events[finding.event].label))
    label = paper.paint(str(finding.severity), str(finding.severity))
    yield label + paper.paint("  " + "  ".join(parts), "quiet")
    yield from paper.wrap(as_sentence(finding.question), 2, "strong")
    sides = view.sides(finding)
    if finding.message and finding.message != finding.question and len(sides) < 2:
        yield from paper.wrap(as_sentence(finding.message), 2)
    for side in sides:
        yield ""
        value = shorten(side.value, 2 * paper.width)
        if not value:
            value = f"“{on_one_line(side.citations[0].evidence.text)}”"
        yield from paper.wrap(f"{side.letter}  {value}", 4, "value", hanging=3)
        for citation in side.citations:
            yield from write_citation(citation, paper, 7, quoted=bool(side.value))
    notes = []
    if finding.origins:
        notes.append(("Origins", "; ".join(view.origin(o) for o in finding.origins)))
    standing = find_standing(finding, view, standings)
    if standing is not None and any(stand.code for stand in standing.stands):
        notes.append(("Stands", "; ".join(filter(None, (str(standing.footing), say_numbers(standing))))))
        if standing.hangs():
            notes.append(("Hangs on", standing.hangs()))
    if finding.why.difference and finding.why.difference not in finding.message:
        notes.append(("Why", on_one_line(finding.why.difference)))
    if finding.why.clears and finding.why.clears not in advised:
        advised.add(finding.why.clears)
        notes.append(("To clear", on_one_line(finding.why.clears)))
    if notes:
        yield ""
    for name, text in notes:
        yield from paper.wrap(f"{name + ':':9} {text}", 4, "quiet", hanging=10)


def write_citation(citation: Citation, paper: Paper, indent: int, quoted: bool) -> Iterator[str]:
    """Lay out who says it and where, then the exact words, unless they stand above already."""
    credit = f", citing {citation.origin}" if citation.origin else ""
    if indent + len(citation.outlet) + len(credit) + 2 + len(citation.place) <= paper.width:
        yield f"{'':{indent}}{citation.outlet}{credit}  {paper.paint(citation.place, 'quiet')}"
    else:
        yield from paper.wrap(citation.outlet + credit, indent)
        yield " " * indent + paper.paint(citation.place, "quiet")
    if quoted:
        yield from paper.wrap(f"“{on_one_line(citation.evidence.text)}”", indent + 2, hanging=1)


def write_singles(findings: list[Finding], view: View, paper: Paper) -> Iterator[str]:
    """List single-source claims, one line each, by outlet."""
    by_outlet: dict[str, list[Finding]] = {}
    for finding in findings:
        outlet = view.outlet(finding.evidence[0].article) if finding.evidence else "(no words cited)"
        by_outlet.setdefault(outlet, []).append(finding)
    for outlet, group in by_outlet.items():
        yield ""
        yield from paper.wrap(outlet, 2, "strong")
        places = {id(f): view.place(f.evidence[0]) if f.evidence else "" for f in group}
        column = max(map(len, places.values()))
        for finding in group:
            words = on_one_line(finding.evidence[0].text if finding.evidence else finding.message)
            origins = view.other_origins(finding.origins, finding.evidence[0].article) if finding.evidence else []
            credit = f"  citing {'; '.join(origins)}" if origins else ""
            room = paper.width - column - 8 - len(credit)
            if room < NARROWEST // 2:
                yield f"    {paper.paint(places[id(finding)], 'quiet')}"
                yield from paper.wrap(f"“{words}”{credit}", 6, hanging=1)
                continue
            place = paper.paint(f"{places[id(finding)]:{column}}", "quiet")
            yield f"    {place}  “{shorten(words, room)}”{paper.paint(credit, 'quiet')}"


def write_remark(finding: Finding, view: View, paper: Paper) -> Iterator[str]:
    """Lay out a note on a source in a few lines: what it is, the words, what would clear it."""
    label = paper.paint(str(finding.severity), str(finding.severity))
    number = paper.paint(f"  {on_one_line(finding.id)}", "quiet")
    yield f"{label}  {paper.paint(name_remark(finding.rule), 'strong')}{number}"
    yield from paper.wrap(as_sentence(finding.message), 2)
    if finding.why.difference:
        yield from paper.wrap(as_sentence(finding.why.difference), 2, "quiet")
    places = [view.place(e) for e in finding.evidence]
    column = max(map(len, places), default=0)
    for place, evidence in zip(places, finding.evidence, strict=True):
        words = on_one_line(evidence.text)
        room = paper.width - column - 8
        if room < NARROWEST // 2:
            yield f"    {paper.paint(place, 'quiet')}"
            yield from paper.wrap(f"“{words}”", 6, hanging=1)
        else:
            yield f"    {paper.paint(f'{place:{column}}', 'quiet')}  “{shorten(words, room)}”"
    if finding.why.clears:
        yield from paper.wrap(f"To clear: {on_one_line(finding.why.clears)}", 4, "quiet", hanging=10)


def write_rest(summary: Summary, view: View, paper: Paper, options: Options) -> Iterator[str]:
    """Say at the end what was left out and what could not be read."""
    if summary.left_out and not options.all:
        yield ""
        more = number_of(summary.left_out, "more single-source claim", "more single-source claims")
        yield from paper.wrap(f"{more} of less weight left out; --all lists them.", 0, "quiet")
    if summary.unsaid and not options.all:
        yield ""
        more = number_of(summary.unsaid, "more credibility note", "more credibility notes")
        yield from paper.wrap(f"{more} of less weight left out; --all lists them.", 0, "quiet")
    if summary.unread:
        yield ""
        yield paper.paint(f"NOT READ ({len(summary.unread)})", "strong")
        for item in summary.unread:
            reason = f": {on_one_line(item.reason)}" if item.reason else ""
            yield from paper.wrap(f"{view.path(item.path)}{reason}", 2, hanging=2)
    if summary.skipped:
        yield ""
        skipped = number_of(len(summary.skipped), "file was skipped", "files were skipped")
        yield from paper.wrap(f"{skipped}: not articles.", 0, "quiet")


FORMAT = Format("text", ".txt", write, "findings with the words they rest on, for a terminal")
