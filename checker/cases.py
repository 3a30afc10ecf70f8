"""Rule cases in Markdown, as an editor could write them: quoted snippets of each source, then what must be found.

    ## Two digits change places

    > **Harbour Post** (2031-05-03): The ferry carried 142 passengers.

    > **Coast Wire**: The ferry carried 124 passengers.

    - contradiction: "142 passengers" | "124 passengers"

An expectation is a kind with two or more snippets, each of which must lie in the evidence of one finding (in different
places); `single-source: "snippet"`; `claim: "snippet" = normalized value`; or `nothing` (no contradiction, framing or
update by this rule). `known miss:` before an expectation says that it does not hold yet; when it does, the case fails,
so that the mark is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checker.model import Article, Document, Finding, Kind, Parse, Report, Span

HEADING = re.compile(r"^## (.+)$")  # "## Two digits change places"
SOURCE = re.compile(r"^> \*\*([^*]+)\*\*(?: \((\d{4}-\d\d-\d\d)\))?:\s?(.*)$")  # "> **Coast Wire** (2031-05-03): text"
MORE = re.compile(r"^> ?(.*)$")  # ">  a further line of the same source"
EXPECTATION = re.compile(r"^- (known miss: )?([a-z-]+)(?:: (.*))?$")  # '- contradiction: "a" | "b"'
SNIPPET = re.compile(r'"([^"]+)"')
DIFFERENCES = frozenset({Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE})


class CaseError(ValueError):
    """A case file that cannot be read; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must (or, for a known miss, does not yet) hold."""

    what: str
    snippets: tuple[str, ...]
    value: str = ""
    known_miss: bool = False
    line: int = 0

    def __str__(self) -> str:
        return f"{self.what} {' | '.join(self.snippets)} {self.value}".strip()


@dataclass(frozen=True, slots=True)
class Case:
    """Snippets of several sources on one event, and what a rule must make of them."""

    rule: str
    name: str
    articles: tuple[Article, ...]
    expectations: tuple[Expectation, ...]


def read_cases(path: Path, rule: str | None = None) -> list[Case]:
    """Read a case file; the rule is the file's name unless given. Raises CaseError."""
    rule = rule or path.stem
    cases: list[Case] = []
    name = ""
    articles: list[tuple[str, str, list[str]]] = []
    expectations: list[Expectation] = []

    def close() -> None:
        if not name:
            return
        if not articles or not expectations:
            raise CaseError(f"{path}: the case “{name}” needs at least one source and one expectation")
        made = tuple(
            Article(id=f"{number}", text="\n".join(lines).strip(), source=source, published=published or None)
            for number, (source, published, lines) in enumerate(articles, 1)
        )
        cases.append(Case(rule, name, made, tuple(expectations)))

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := HEADING.match(line):
            close()
            name, articles, expectations = found[1], [], []
        elif found := SOURCE.match(line):
            articles.append((found[1], found[2], [found[3]]))
        elif (found := MORE.match(line)) and articles:
            articles[-1][2].append(found[1])
        elif line.startswith("- ") and name:
            found = EXPECTATION.match(line)
            if found is None:
                raise CaseError(f"{path}:{number}: not an expectation: {line}")
            expectations.append(_read_expectation(path, number, found))
    close()
    return cases


def _read_expectation(path: Path, number: int, found: re.Match[str]) -> Expectation:
    what, rest = found[2], found[3] or ""
    known = {*(str(kind) for kind in Kind), "nothing", "claim"}
    if what not in known:
        raise CaseError(f"{path}:{number}: “{what}” is not one of {', '.join(sorted(known))}")
    value = rest.rpartition("= ")[2] if what == "claim" else ""
    return Expectation(what, tuple(SNIPPET.findall(rest)), value.strip(), bool(found[1]), number)


def parse_together(cases: Iterable[Case], *, pipeline: str | None = None) -> Parse:
    """A parser for the checks of many cases, which parses the articles of all at once when it is first asked.

    They are a sentence or two each, and parsing a few costs nearly as much as parsing a hundred. An article that is in
    none of the cases is parsed by itself.
    """
    from checker.language import analyse_together
    from checker.titled import join_title

    articles = [join_title(article).article for case in cases for article in case.articles]

    @cache
    def known() -> dict[tuple[str, str | None], Document]:
        parsed = analyse_together([(article, None) for article in articles], pipeline=pipeline)
        return {(one.text, one.title): document for one, document in zip(articles, parsed, strict=True)}

    def parse(asked: Sequence[tuple[Article, Span | None]]) -> Iterator[tuple[int, Document]]:
        for number, (article, skip) in enumerate(asked):
            found = known().get((article.text, article.title)) if skip is None else None
            if found is None:
                (found,) = analyse_together([(article, skip)], pipeline=pipeline)
            yield number, replace(found, article=article)

    return parse


def holds(expectation: Expectation, case: Case, report: Report) -> bool:
    """Whether a report meets an expectation."""
    findings = [f for f in report.findings if f.rule == case.rule]
    if expectation.what == "nothing":
        return not any(f.kind in DIFFERENCES for f in findings)
    if expectation.what == "claim":
        return any(
            c.rule == case.rule and c.value.normalized == expectation.value and expectation.snippets[0] in c.text
            for c in report.claims
        )
    return any(f.kind == expectation.what and _cites(f, expectation.snippets) for f in findings)


def _cites(finding: Finding, snippets: Sequence[str]) -> bool:
    used: set[int] = set()
    for snippet in snippets:
        at = next((n for n, e in enumerate(finding.evidence) if snippet in e.text and n not in used), None)
        if at is None:
            return False
        used.add(at)
    return True


def failures(case: Case, report: Report) -> Iterator[str]:
    """What does not hold, in words."""
    for expectation in case.expectations:
        met = holds(expectation, case, report)
        if met is expectation.known_miss:
            seen = "; ".join(
                f"{f.kind}: {' | '.join(e.text for e in f.evidence)}" for f in report.findings if f.rule == case.rule
            )
            state = "a known miss that is found now" if met else "not found"
            yield f"line {expectation.line}: {expectation}: {state} (findings: {seen or 'none'})"
