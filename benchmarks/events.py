"""How much of what an editor would want to see is found, on annotated events.

    python benchmarks/events.py                 # benchmarks/events/read and benchmarks/events/unread
    python benchmarks/events.py FOLDER... [--details]

A gold item is found when a finding of its kind cites words of two of its answers in two articles. A contradiction or
framing is right when it cites a conflict, framing or update of the gold; one gold item makes one finding right.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections import Counter, defaultdict
from pathlib import Path

from checker import check
from checker.model import Finding, Kind, Report
from checker.reading import read_paths

HERE = Path(__file__).parent / "events"
KINDS = {"conflict": Kind.CONTRADICTION, "framing": Kind.FRAMING, "update": Kind.UPDATE}
SUFFIXES = {".txt", ".md", ".html", ".json"}


def squash(text: str) -> str:
    """Words as they compare: no mark-up entities, one space, one form of quotation marks."""
    return re.sub(r"\s+", " ", html.unescape(text).translate(str.maketrans("“”‘’", "\"\"''"))).strip().casefold()


def cited(
    finding: Finding, question: dict[str, object], files: dict[str, str], texts: dict[str, str]
) -> set[tuple[int, str]]:
    """The answers of a gold question whose words a finding cites, each with the article."""
    found: set[tuple[int, str]] = set()
    answers: list[dict[str, dict[str, list[str]]]] = question["answers"]  # type: ignore[assignment]
    for number, answer in enumerate(answers):
        for piece in finding.evidence:
            flat, words = texts[piece.article], squash(piece.text)
            for needle in answer["evidence"].get(files[piece.article], ()):
                at = flat.find(squash(needle))
                places = [m.start() for m in re.finditer(re.escape(words), flat)]
                if at >= 0 and any(p < at + len(squash(needle)) and at < p + len(words) for p in places):
                    found.add((number, piece.article))
    return found


def differs(hits: set[tuple[int, str]]) -> bool:
    """Whether two answers are cited in two articles."""
    return any(i != j and a != b for i, a in hits for j, b in hits)


def score(folder: Path, details: bool) -> Counter[str]:
    """Count what is found and what is wrong in one event."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    read = read_paths([str(p) for p in sorted(folder.iterdir()) if p.suffix in SUFFIXES and p.name != "gold.json"])
    began = time.process_time()
    report: Report = check(read.articles, skips=read.skips, inputs=read.inputs)
    n: Counter[str] = Counter(articles=len(read.articles), events=1)
    n["milliseconds"] = round(1000 * (time.process_time() - began))
    files = {a.id: Path(a.path).name for a in read.articles if a.path}
    texts = {a.id: squash(a.text) for a in read.articles}
    hits = [(f, {q["id"]: cited(f, q, files, texts) for q in gold["questions"]}) for f in report.findings]
    differences = {q["id"]: q["relation"] for q in gold["questions"] if q["relation"] in KINDS}
    taken: dict[Kind, set[str]] = defaultdict(set)
    for finding, touched in hits:
        n[finding.kind.value] += 1
        if finding.kind not in KINDS.values():
            continue
        mine = [name for name in differences if differs(touched[name])]
        n[f"{finding.kind.value} right"] += bool(mine)
        n[f"{finding.kind.value} wrong"] += not mine
        taken[finding.kind].update(mine)
        if details and not mine:
            print(f"WRONG {folder.name} {finding.kind} {finding.rule}: {finding.message[:200]}")
    for question in gold["questions"]:
        relation = question["relation"]
        if relation in KINDS:
            n[f"gold {relation}"] += 1
            n[f"{relation} found"] += question["id"] in taken[KINDS[relation]]
            if details and question["id"] not in taken[KINDS[relation]]:
                print(f"MISSED {folder.name} {relation} {question['type']}: {question['why']}")
        if relation in {"single-source", "corroborated"}:
            noted = any(f.kind is Kind.SINGLE_SOURCE and touched[question["id"]] for f, touched in hits)
            n["gold single-source"] += relation == "single-source"
            n[f"{relation} noted"] += noted
    return n


def share(part: int, whole: int) -> str:
    """A share with its numbers."""
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "-"


def main() -> None:
    """Score folders of events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=[HERE / "read", HERE / "unread"])
    parser.add_argument("--details", action="store_true", help="print every miss and every wrong finding")
    args = parser.parse_args()
    for root in args.folders:
        total: Counter[str] = Counter()
        for folder in sorted(p for p in root.iterdir() if (p / "gold.json").exists()):
            total += score(folder, args.details)
        spent = total["milliseconds"] / max(1, total["events"])
        print(f"{root}: {total['events']} events, {total['articles']} articles, {spent:.0f} ms an event")
        for relation, kind in KINDS.items():
            right, wrong = total[f"{kind.value} right"], total[f"{kind.value} wrong"]
            recall = share(total[f"{relation} found"], total[f"gold {relation}"])
            print(f"  {relation:9} recall {recall:18} precision {share(right, right + wrong)}")
        noted, echoed = total["single-source noted"], total["corroborated noted"]
        recall = share(noted, total["gold single-source"])
        print(f"  single    recall {recall:18} precision {share(noted, noted + echoed)}")


if __name__ == "__main__":
    main()
