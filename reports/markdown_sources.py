"""The parts of the Markdown report on sources: who is behind each answer, and the panel of each outlet."""

from __future__ import annotations

from collections.abc import Iterator

from .dossier import Dossier
from .drawing import draw_report
from .grades import CODE, FOOTINGS
from .marking import escape, quote, write_table
from .panel import Panel, explain_code, open_panels
from .pulls import pull_origins
from .standings import Standing, count_unshown, group_by_footing, is_shared
from .view import View
from .wording import as_sentence


def write_standings(view: View, standings: tuple[Standing, ...]) -> Iterator[str]:
    """Write how the answers stand that several origins have to do with, and what hangs on each origin."""
    shared = [standing for standing in standings if is_shared(standing)]
    if not shared:
        return
    yield "## Who is behind it"
    yield (
        "Each answer that several articles give, dispute or supersede: how it stands, on how many independent origins "
        "it rests, and without whom it would stand otherwise."
    )
    for footing, group in group_by_footing(shared):
        words = FOOTINGS[footing]
        yield f"### {escape(f'{words.sign} {as_sentence(str(footing))}')} ({len(group)})"
        yield f"{as_sentence(words.meaning)}."
        yield "\n".join(line for standing in group for line in write_standing(standing, view))
    pulls = pull_origins(view)
    if pulls:
        yield "### If one origin is left out"
        yield write_table(
            ("Without", "What changes"),
            ((escape(pull.origin), escape("; ".join(pull.lines))) for pull in pulls),
        )
    hidden = count_unshown(view, standings)
    if hidden:
        yield f"Not shown: {escape(', '.join(f'{count} {footing}' for footing, count in hidden.items()))}."


def write_standing(standing: Standing, view: View) -> Iterator[str]:
    """Write one question as a list item: its answers with their numbers, who is behind them, what they hang on."""
    yield f"- **{escape(as_sentence(standing.question.label))}**"
    for stand in standing.stands:
        letter = f"**{stand.letter}** " if stand.letter else ""
        origins = f" ({escape('; '.join(stand.origins))})" if stand.origins else ""
        footing = f", {stand.footing}" if stand.footing is not standing.footing else ""
        yield f"  - {letter}{escape(stand.value)}{escape(footing)} — {escape(stand.why())}{origins}"
    yield f"  - Behind it: {escape(standing.behind)}"
    for merge in standing.merges:
        words = f": {quote(merge.evidence[0])} {escape(view.place(merge.evidence[0]))}" if merge.evidence else ""
        yield f"    - {escape(as_sentence(merge.reason))}{words}"
    if standing.hangs():
        yield f"  - Hangs on: {escape(standing.hangs())}"


def write_sources(view: View, standings: tuple[Standing, ...]) -> Iterator[str]:
    """Write for each outlet its letter with reasons and the numbers of its answers, and what its pages show."""
    panels = [panel for panel in open_panels(view, standings) if panel.says_more]
    if not panels:
        return
    yield "## Sources"
    yield "Each outlet: how its answers went with those of others, whom it has things from, and what its pages show."
    drawing = draw_report(view) if len(panels) > 1 else None
    if drawing is not None:
        yield f"**{escape(drawing.title)}.** {escape(drawing.description)}"
    for panel in panels:
        yield from write_panel(panel, view)
    yield "### What the letters and numbers mean"
    yield f"{escape(CODE)}: a letter for the source, a number for each answer, by fixed rules."
    yield write_table(
        ("Code", "Word", "Given for"), ((code, label, escape(meaning)) for code, label, meaning in explain_code())
    )


def write_panel(panel: Panel, view: View) -> Iterator[str]:
    """Write one outlet."""
    grade = f": {panel.letter} {escape(panel.label)}" if panel.letter else ""
    yield f"### {escape(panel.name)}{grade}"
    lines = [f"- {escape(as_sentence(reason))}" for reason in panel.reasons]
    lines += [f"- {escape(as_sentence(note))}" for note in panel.notes]
    if panel.tally:
        lines.append(f"- **{escape(as_sentence(panel.answers()))} by number:** {escape(panel.numbers())}")
    if panel.given:
        codes = (f"**{given.code}** {escape(given.standing.question.label)}" for given in panel.given)
        lines.append(f"- **Source and information, answers that others give or dispute too:** {'; '.join(codes)}")
    for dossier in panel.dossiers:
        lines += write_dossier(dossier, view)
    yield "\n".join(lines)


def write_dossier(dossier: Dossier, view: View) -> Iterator[str]:
    """Write what one article's page has and lacks, and whom it has things from."""
    for name, text in (("Has", dossier.has()), ("Lacks", dossier.lacks())):
        if text:
            yield f"- **{name}:** {escape(text)}"
    for check in dossier.concerns():
        words = f": {quote(check.evidence[0])} {escape(view.place(check.evidence[0]))}" if check.evidence else ""
        yield f"- **Look at:** {escape(check.label)}, {escape(check.detail)}{words}"
    for line in dossier.reprints:
        yield f"- **Has text:** {escape(line)}"
    if dossier.cited:
        yield f"- **Cites:** {'; '.join(escape(cited.line()) for cited in dossier.cited)}"
