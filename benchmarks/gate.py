"""Whether the gate points at the right lines, on annotated events: each article is checked against the others.

    python benchmarks/gate.py                 # benchmarks/events/read and benchmarks/events/unread
    python benchmarks/gate.py FOLDER... [--details]

A conflict of the gold counts for each article that gives one of its answers. It is caught when a contradiction in that
article cites it, and pointed at when the contradiction stands on a line with the gold's words, in every format. A trap
is a gold item whose answers agree in fact; it is sprung when an error cites two of its answers. Where the same words
answer a conflict too ("cut by a fifth" beside "raised by 20%": a fifth is 20%, the directions differ) the error is
the conflict's; how often that was so is told beside it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from events import HERE, SUFFIXES, cited, differs, share, squash

from checker.formats import CheckOptions
from checker.gate import check_new
from checker.model import Kind, Outcome, Result, Severity
from checker.reading import read_paths
from checker.registry import find_check_format, name_check_formats

# "a.txt:12:3: error[figures] ..." and "file=a.txt,line=12," and "`a.txt:12:3`"
TEXT_LINE = re.compile(r"^(?!\s).+?:(\d+):\d+: \w+\[", re.M)
LOG_LINE = re.compile(r"^::\w+ [^:]*?,line=(\d+),", re.M)
MARKDOWN_LINE = re.compile(r"^- \S+ \*\*\w+\*\* `.+?:(\d+):\d+`", re.M)


def read_lines(name: str, written: str) -> Counter[int]:
    """The lines that a format points at, with how many results are on each."""
    match name:
        case "text":
            found = [int(line) for line in TEXT_LINE.findall(written)]
        case "github":
            found = [int(line) for line in LOG_LINE.findall(written)]
        case "markdown":
            found = [int(line) for line in MARKDOWN_LINE.findall(written)]
        case "json":
            found = [one["place"]["line"] for one in json.loads(written)["results"]]
        case "jsonl":
            found = [json.loads(line)["place"]["line"] for line in written.splitlines()]
        case "sarif":
            places = [r["locations"][0]["physicalLocation"] for r in json.loads(written)["runs"][0]["results"]]
            found = [place["region"]["startLine"] for place in places if "region" in place]
        case "gitlab":
            found = [one["location"]["lines"]["begin"] for one in json.loads(written)]
        case "rdjson":
            ranges = [one["location"].get("range") for one in json.loads(written)["diagnostics"]]
            found = [one["start"]["line"] for one in ranges if one]
        case "junit":
            found = [int(case.get("line", "0")) for case in ElementTree.fromstring(written).iter("testcase")]
        case _:
            raise ValueError(f"how lines are read from {name} is not known")
    return Counter(found)


def gold_lines(file: Path, needles: list[str]) -> set[int]:
    """The lines of a file on which words of the gold stand."""
    text = file.read_text(encoding="utf-8")
    lines: set[int] = set()
    for needle in needles:
        at = text.find(needle)
        if at >= 0:
            lines.update(range(text.count("\n", 0, at) + 1, text.count("\n", 0, at + len(needle)) + 2))
    return lines


def is_pointed_at(outcome: Outcome, result: Result, lines: set[int]) -> list[str]:
    """The formats in which a result does not stand on one of the lines."""
    alone = replace(outcome, results=(result,))
    missing = []
    for name in name_check_formats():
        written = find_check_format(name).write(alone, CheckOptions())
        if not read_lines(name, written).keys() & lines:
            missing.append(name)
    return missing


def score(folder: Path, details: bool) -> Counter[str]:
    """Check each article of an event against the others."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    files = sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.name != "gold.json")
    n: Counter[str] = Counter(events=1)
    for file in files:
        archive = read_paths([other for other in files if other != file])
        outcome = check_new(read_paths([file]), archive, root=str(folder))
        n["checks"] += 1
        _score_one(outcome, gold["questions"], file, n, details)
    return n


def _score_one(
    outcome: Outcome, questions: list[dict[str, object]], file: Path, n: Counter[str], details: bool
) -> None:
    articles = outcome.report.articles
    names = {a.id: Path(a.path).name for a in articles if a.path}
    texts = {a.id: squash(a.text) for a in articles}

    def cites(result: Result, question: dict[str, object]) -> bool:
        return differs(cited(result.finding, question, names, texts))

    conflicts = [question for question in questions if question["relation"] == "conflict"]
    for question in questions:
        answers: list[dict[str, dict[str, list[str]]]] = question["answers"]  # type: ignore[assignment]
        mine = [needle for answer in answers for needle in answer["evidence"].get(file.name, ())]
        if not mine or len(answers) < 2:
            continue
        hits = [r for r in outcome.results if cites(r, question)]
        if question["relation"] == "conflict":
            lines = gold_lines(file, mine)
            caught = [r for r in hits if r.finding.kind is Kind.CONTRADICTION]
            misses = [is_pointed_at(outcome, r, lines) for r in caught]
            n["conflicts"] += 1
            n["caught"] += bool(caught)
            n["pointed at"] += any(not missing for missing in misses)
            if details and caught and all(misses):
                print(
                    f"ELSEWHERE {file}: {question['id']}: lines {sorted(lines)}, {caught[0].place.line} in {misses[0]}"
                )
        elif question["relation"] == "compatible":
            errors = [r for r in hits if r.finding.severity is Severity.ERROR]
            sprung = [r for r in errors if not any(cites(r, conflict) for conflict in conflicts)]
            n["traps"] += 1
            n["sprung"] += bool(sprung)
            n["shared"] += bool(errors) and not sprung
            if details and sprung:
                print(f"SPRUNG {file}: {question['id']}: {sprung[0].message}")


def main() -> None:
    """Score folders of events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=[HERE / "read", HERE / "unread"])
    parser.add_argument("--details", action="store_true", help="print what is elsewhere, and every trap that is sprung")
    args = parser.parse_args()
    for root in args.folders:
        total: Counter[str] = Counter()
        for folder in sorted(p for p in root.iterdir() if (p / "gold.json").exists()):
            total += score(folder, args.details)
        print(f"{root}: {total['checks']} checks on {total['events']} events")
        print(f"  conflicts caught  {share(total['caught'], total['conflicts'])}")
        print(f"  on the right line {share(total['pointed at'], total['caught'])}, in each of the formats")
        shared = f", beside {total['shared']} whose words a conflict shares" if total["shared"] else ""
        print(f"  traps sprung      {share(total['sprung'], total['traps'])}{shared}")


if __name__ == "__main__":
    main()
