"""New articles checked: the report on their events, and of it what concerns them, at its place in each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.comparing.fingerprints import key_question
from checker.comparing.unmeasured import first_words
from checker.gate.archive import find_related
from checker.gate.hints import hint
from checker.gate.phrasing import say
from checker.gate.places import Locator
from checker.gate.scanning import Shelf
from checker.model import Article, Evidence, Finding, Kind, Outcome, Report, Result, Span
from checker.reading import Reading

if TYPE_CHECKING:
    from checker.config import Config
    from checker.memory import Memory
    from checker.model import Parse


def check_new(
    new: Reading,
    archive: Reading | Shelf | None = None,
    *,
    config: Config | None = None,
    one_event: bool = False,
    everything: bool = False,
    root: str | None = None,
    originals: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
    parse: Parse | None = None,
) -> Outcome:
    """Compare each new article with the archive's on the same event, with itself, and with the other new ones.

    A finding that cites several new articles is a result in each of them. What concerns the archive alone is left out.
    ``one_event`` and ``everything`` are those of ``checker.check``; ``root`` is the folder that paths are shown from
    (the working folder where it is not given), ``originals`` what files hold, by path, that came by another way (on
    standard input), ``memory`` what is remembered of the last check with this configuration, ``parse`` another way
    to have articles parsed. Raises what ``checker.check`` raises, and LookupError when a file of the archive has
    changed since it was looked through.
    """
    from checker.gate.silence import note_silence
    from checker.run import check

    root = os.getcwd() if root is None else root  # noqa: PTH109 (a string is what is wanted)
    related = find_related(new, archive if archive is not None else Reading((), ()), one_event=one_event)
    reading = related.reading
    report = check(
        reading.articles,
        config=config,
        skips=reading.skips,
        hints=reading.hints,
        inputs=reading.inputs,
        everything=everything,
        groups=related.groups,
        memory=memory,
        parse=parse,
    )
    names = tuple(article.id for article in new.articles)
    report = _look_behind(note_silence(report, names), reading.skips)
    locator = Locator(report, root, originals)
    order = {name: number for number, name in enumerate(names)}
    results = [result for finding in report.findings for result in _place(finding, report, locator, order)]
    return Outcome(report=report, results=tuple(results), new=names, root=root)


def _look_behind(report: Report, skips: Mapping[str, Span]) -> Report:
    """The report with articles that were not measured cited by their first words, not by their front matter."""
    articles = {article.id: article for article in report.articles if article.id in skips}
    if not articles:
        return report

    def look(evidence: Evidence) -> tuple[Evidence, ...]:
        article = articles.get(evidence.article)
        if article is None or evidence.start >= skips[article.id].end:
            return (evidence,)
        return first_words(article, skips[article.id].end) or (evidence,)

    findings = (
        replace(f, evidence=tuple(e for one in f.evidence for e in look(one))) if f.kind is Kind.UNMEASURED else f
        for f in report.findings
    )
    return replace(report, findings=tuple(findings))


def _place(finding: Finding, report: Report, locator: Locator, new: dict[str, int]) -> Iterator[Result]:
    """The finding in each of the new articles that it is about: the first of their words, and behind it all others.

    A new article that is only a witness to the fault of another one has nothing to answer for.
    """
    evidence = finding.evidence or _stand_in(finding, report.articles, new)
    sides = locator.name_sides(evidence, finding.rule)
    open_to_it = {finding.fault} if finding.fault else {e.article for e in evidence}
    cited = sorted(open_to_it & new.keys(), key=new.__getitem__)
    for article in cited:
        first = next(number for number, e in enumerate(evidence) if e.article == article)
        place, *others = (
            locator.place(evidence[n], finding.rule, sides[n])
            for n in sorted(range(len(evidence)), key=lambda n: n != first)
        )
        # What stands against it comes before what agrees with it.
        related = tuple(sorted(others, key=lambda other: other.side == place.side))
        claim = locator.claim(evidence[first], finding.rule)
        yield Result(
            finding=replace(finding, evidence=evidence),
            place=place,
            related=related,
            hint=hint(finding, place, related, claim),
            message=say(finding, place, related, claim),
        )


def _stand_in(finding: Finding, articles: Sequence[Article], new: dict[str, int]) -> tuple[Evidence, ...]:
    """The start of the article that a finding without words is about: one that has no text."""
    for article in articles:
        if article.id in new and finding.question_key == key_question(finding.rule, [article.id]):
            return (Evidence(article.id, "text", 0, 0, "", ""),)
    return ()
