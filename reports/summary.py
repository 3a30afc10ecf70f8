"""The first line of a report: what was read, what was found, what is unmeasured; what it means to find nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Input, InputStatus, Kind, QuestionStatus, Report

from .wording import KINDS, join, name_kind, number_of

# Said in the first line even when there are none, for that is an answer too.
ALWAYS_SAID = (Kind.CONTRADICTION, Kind.FRAMING)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of everything; ``shared`` counts the questions that several articles answer."""

    articles: int
    outlets: int
    unnamed: int
    kinds: Mapping[Kind, int]
    shared: int
    corroborated: int
    unread: tuple[Input, ...]
    skipped: tuple[Input, ...]
    left_out: int
    unsaid: int

    @property
    def differences(self) -> int:
        """How many findings set articles against each other."""
        return sum(self.kinds[k] for k in (Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE))

    def headline(self) -> str:
        """Say on one line what was read, what was found and what is unmeasured."""
        read = number_of(self.articles, "article", "articles").capitalize()
        if self.outlets and self.unnamed:
            read += f" ({number_of(self.outlets, 'outlet', 'outlets')} named; {self.unnamed} without one)"
        elif self.outlets:
            read += f" from {number_of(self.outlets, 'outlet', 'outlets')}"
        said = [k for k, n in self.kinds.items() if k is not Kind.UNMEASURED and (n or k in ALWAYS_SAID)]
        counts = [name_kind(k, self.kinds[k]) for k in said]
        return f"{read}: {join(counts)}. {self.unmeasured()}"

    def gaps(self) -> list[str]:
        """Name what could not be measured."""
        gaps = []
        if self.kinds[Kind.UNMEASURED]:
            gaps.append(number_of(self.kinds[Kind.UNMEASURED], "point", "points"))
        if self.unread:
            gaps.append(number_of(len(self.unread), "file that could not be read", "files that could not be read"))
        if self.articles == 1:
            gaps.append("how the article stands to others, for want of a second one")
        elif self.articles and not self.shared:
            gaps.append("how the articles stand to each other, for no question is answered by two of them")
        return gaps

    def unmeasured(self) -> str:
        """Say what could not be measured, plainly also when that is nothing."""
        return f"Unmeasured: {join(gaps)}." if (gaps := self.gaps()) else "Nothing was left unmeasured."

    def absence(self) -> str:
        """Say what it rests on that no contradiction is reported; empty when one is."""
        if self.kinds[Kind.CONTRADICTION]:
            return ""
        if not self.articles:
            return "No article was read, so nothing was compared."
        if self.articles == 1:
            return "No contradiction found inside the article. There was no other article to compare it with."
        if not self.shared:
            return "No contradiction found, but nothing was compared either."
        compared = number_of(self.shared, "question", "questions")
        return (
            f"No contradiction found. Compared: {compared} that more than one article answers; corroborated by "
            f"independent sources: {self.corroborated}."
        )


def summarise(report: Report) -> Summary:
    """Count what a report holds."""
    kinds = Counter(f.kind for f in report.findings)
    article_of = {c.id: c.article for c in report.claims}
    shared = [
        q
        for q in report.questions
        if len({article_of.get(c) for a in q.answers for c in a.claims} - {None}) > 1
        or q.status is QuestionStatus.CORROBORATED
    ]
    return Summary(
        articles=len(report.articles),
        outlets=len({a.source for a in report.articles if a.source}),
        unnamed=sum(not a.source for a in report.articles),
        kinds={kind: kinds[kind] for kind in KINDS},
        shared=len(shared),
        corroborated=sum(q.status is QuestionStatus.CORROBORATED for q in shared),
        unread=tuple(i for i in report.inputs if i.status is InputStatus.UNREADABLE),
        skipped=tuple(i for i in report.inputs if i.status is InputStatus.SKIPPED),
        left_out=report.left_out,
        unsaid=report.unsaid,
    )
