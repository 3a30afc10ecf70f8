"""What can be done about a result from within the editor: silence it with a reason, or open what others say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final

from lsprotocol import types

from checker.gate.comments import MARKDOWN, NEXT, PAGES, TEXT
from checker.gate.places import LINE_END
from checker.model import DecisionStatus, Place, Result
from checker.server.marks import range_of, uri_of

DECIDE: Final = "checker.decide"
"""Command: write a decision. Arguments: the article's URI, a fingerprint, a status, and the reason."""

OPEN: Final = "checker.open"
"""Command: show a place of another article. Arguments: its URI, and the range to select."""

VERDICTS: Final = (
    (DecisionStatus.DISMISSED, "Dismiss", "checked: what this article says holds"),
    (DecisionStatus.NOT_COMPARABLE, "Not comparable", "the articles speak of different things or times"),
    (DecisionStatus.CORRECTED, "Corrected", "the other source has corrected itself"),
)
"""What is offered with a reason of its own; a client may send the command with any other."""

MOST_PLACES: Final = 5


def offer(
    results: Sequence[tuple[Result, types.Diagnostic]], uri: str, text: str, root: str, encoding: str
) -> Iterator[types.CodeAction]:
    """The actions on results of an article, given with their diagnostics."""
    for result, diagnostic in results:
        if result.finding.rule == "suppressions":
            continue
        rule = result.finding.rule
        edit = silence(result.place, rule, uri, text)
        if edit is not None:
            yield types.CodeAction(
                f"Silence {rule} for this paragraph (a comment, to which the reason is to be added)",
                types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=edit,
            )
        for status, name, reason in VERDICTS:
            arguments: list[Any] = [uri, result.finding.fingerprint, str(status), reason]
            title = f"{name}: {reason}"
            command = types.Command(title, DECIDE, arguments=arguments)
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, diagnostics=[diagnostic], command=command)
        for place in result.related[:MOST_PLACES]:
            other = uri_of(place, root)
            if other is not None:
                title = f"Open {place.path}:{place.line} ({place.source or 'the other article'})"
                arguments = [other, _plain(range_of(place, encoding))]
                command = types.Command(title, OPEN, arguments=arguments)
                yield types.CodeAction(title, types.CodeActionKind.Empty, diagnostics=[diagnostic], command=command)


def silence(place: Place, rule: str, uri: str, text: str) -> types.WorkspaceEdit | None:
    """The edit that puts a comment before the paragraph that words stand in; None where no comment can stand.

    It gives no reason, and is a result itself until somebody has written one.
    """
    suffix = PurePath(place.path).suffix.lower()
    if place.extracted or place.field != "text" or suffix not in TEXT | PAGES:
        return None
    lines = LINE_END.split(text)
    line = place.line - 1
    if suffix in MARKDOWN:
        while line > 0 and lines[line - 1].strip():
            line -= 1
    before = "\n".join(lines[:line])
    if suffix in PAGES and before.rfind("<") > before.rfind(">"):
        return None  # the line begins inside a tag
    # In Markdown the comment is a block of its own, so that the paragraph stays one.
    comment = f"<!-- checker: {NEXT}[{rule}] -->" + ("\n\n" if suffix in MARKDOWN else "\n")
    at = types.Position(line, 0)
    return types.WorkspaceEdit(changes={uri: [types.TextEdit(types.Range(at, at), comment)]})


def _plain(where: types.Range) -> dict[str, dict[str, int]]:
    ends = {"start": where.start, "end": where.end}
    return {name: {"line": end.line, "character": end.character} for name, end in ends.items()}
