"""How often a finding keeps its fingerprint when nothing that it is about has changed.

    python benchmarks/identity.py                  # the events of benchmarks/events/read
    python benchmarks/identity.py FOLDER... [--details]

Each event is checked as it is, and again with each article left out, with the articles in another order and under other
ids, and with a sentence put behind each article. A finding that is still there (same rule and kind, and words of two of
its answers in two articles cited again) is the same one unless an answer went or came with the article: it should have
the same fingerprint, and a baseline of one run should know it in the other ("back" is the way in which an outlet is
added).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker import Article, check
from checker.gate.baseline import record_findings
from checker.gate.matching import match_records
from checker.model import Evidence, Finding, Kind
from checker.reading import Reading, read_paths

HERE = Path(__file__).parent / "events" / "read"
KINDS = (Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE)
SUFFIXES = {".txt", ".md", ".html", ".json"}
BEHIND = "\n\nReaders can write to this newspaper about its coverage.\n"


def variants(reading: Reading) -> Iterator[tuple[str, list[Article]]]:
    """The articles of an event in other shapes, and what was done to them."""
    articles = list(reading.articles)
    yield "order", articles[::-1]
    yield "ids", [replace(one, id=f"x{9 - number}-{one.id}") for number, one in enumerate(articles)]
    yield "edit", [replace(one, text=one.text + BEHIND) for one in articles]
    for gone in articles:
        yield "outlet", [one for one in articles if one is not gone]


@dataclass(frozen=True)
class Told:
    """A finding, and for each piece of its evidence the answer that it gives (a number inside the finding)."""

    finding: Finding
    answers: tuple[int, ...]

    def left(self, there: set[str]) -> set[int]:
        """The answers that some article of those there gives."""
        return {n for e, n in zip(self.finding.evidence, self.answers, strict=True) if e.article in there}


def find(articles: Sequence[Article], reading: Reading) -> list[Told]:
    """What an event comes to, with evidence by the articles' first ids."""
    plain = {one.id: one.id.split("-", 1)[1] if one.id[:1] == "x" and "-" in one.id else one.id for one in articles}
    skips = {one.id: reading.skips[plain[one.id]] for one in articles if plain[one.id] in reading.skips}
    hints = {one.id: reading.hints[plain[one.id]] for one in articles if plain[one.id] in reading.hints}
    report = check(articles, one_event=True, skips=skips, hints=hints)
    answer = {
        claim: (q, a)
        for q, one in enumerate(report.questions)
        for a, two in enumerate(one.answers)
        for claim in two.claims
    }
    claims = {(c.rule, c.article, c.field, c.span.start, c.span.end, c.value.normalized): c.id for c in report.claims}
    told = []
    for f in report.findings:
        if f.kind in KINDS:
            ids = [claims.get((f.rule, e.article, e.field, e.start, e.end, e.value)) for e in f.evidence]
            given = [answer.get(i, e.value) if i else e.value for i, e in zip(ids, f.evidence, strict=True)]
            names = {one: number for number, one in enumerate(dict.fromkeys(given))}
            evidence = tuple(replace(e, article=plain[e.article]) for e in f.evidence)
            told.append(Told(replace(f, evidence=evidence), tuple(names[one] for one in given)))
    return told


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces of evidence share words."""
    return (one.article, one.field) == (other.article, other.field) and one.start < other.end and other.start < one.end


def is_same(one: Told, other: Told) -> bool:
    """Whether one cites words of two of the other's answers, in two articles."""
    if (one.finding.rule, one.finding.kind) != (other.finding.rule, other.finding.kind):
        return False
    met = {
        (a.article, n)
        for a, n in zip(one.finding.evidence, one.answers, strict=True)
        for b in other.finding.evidence
        if overlap(a, b)
    }
    return any(a != c and v != w for a, v in met for c, w in met)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description="How often findings keep their fingerprints.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--details", action="store_true", help="show those that did not")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    clashes = total = 0
    for folder in arguments.folders or sorted(HERE.iterdir()):
        paths = [str(p) for p in sorted(folder.iterdir()) if p.suffix in SUFFIXES and p.name != "gold.json"]
        reading = read_paths(paths)
        files = {one.id: str(Path(one.path or one.id).resolve()) for one in reading.articles}
        whole = find(reading.articles, reading)
        total += len(whole)
        clashes += len(whole) - len({one.finding.fingerprint for one in whole})
        for what, articles in variants(reading):
            there = {one.id.split("-", 1)[1] if what == "ids" else one.id for one in articles}
            again = find(articles, reading)
            for label, before, after in ((what, whole, again), (f"{what}, back", again, whole)):
                count = counts.setdefault(label, Counter())
                known = recognise(before, after, files, folder)
                for one in before:
                    matches = [o for o in after if is_same(one, o) and o.left(there) == set(o.answers)]
                    if one.left(there) != set(one.answers) or not matches:
                        continue
                    count["still"] += 1
                    kept = any(other.finding.fingerprint == one.finding.fingerprint for other in matches)
                    count["print"] += kept
                    count["key"] += any(other.finding.question_key == one.finding.question_key for other in matches)
                    count["known"] += any(known.get(other.finding.fingerprint) for other in matches)
                    if arguments.details and not any(known.get(other.finding.fingerprint) for other in matches):
                        print(f"{folder.name} {label} {one.finding.rule} {one.finding.message}")
                        print(f"    {matches[0].finding.message}")
                for other in after:
                    if not any(is_same(one, other) or is_same(other, one) for one in before):
                        count["new"] += 1
                        count["wrong"] += known.get(other.finding.fingerprint, False)
                        if arguments.details and known.get(other.finding.fingerprint):
                            print(
                                f"{folder.name} {label} taken for known: {other.finding.rule} {other.finding.message}"
                            )
    print(f"{total} findings, {clashes} share a fingerprint with another of their event")
    for what, count in counts.items():
        still = count["still"] or 1
        print(
            f"{what:13} {count['still']:5} still there: fingerprint kept {count['print'] / still:.3f}, question "
            f"{count['key'] / still:.3f}, known again {count['known'] / still:.3f}; "
            f"{count['new']:4} new, {count['wrong']} taken for known"
        )


def recognise(before: Sequence[Told], after: Sequence[Told], files: dict[str, str], folder: Path) -> dict[str, bool]:
    """Which findings a baseline written of ``before`` knows among ``after``, by fingerprint."""
    records = record_findings([one.finding for one in before], files, folder)
    matches = match_records([one.finding for one in after], records, files, folder.resolve())
    return {name: match.same is not None for name, match in matches.items()}


if __name__ == "__main__":
    main()
