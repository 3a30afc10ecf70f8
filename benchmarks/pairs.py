"""How much of one plain disagreement between two short passages is found, by kind of fact.

    python benchmarks/pairs.py                      # all of benchmarks/pairs, counts by type
    python benchmarks/pairs.py --part read --types first,place --details

Each line of a file is a pair of passages on one invented event, written for this benchmark (own work, same licence as
the project): ``type``, ``relation`` (conflict or compatible), ``why``, the texts ``a`` and ``b``, and the words in
each that carry the answer (``ea``, ``eb``). Those in ``read`` may be read by whoever works on the rules; those in
``unread`` are to be counted only, and tell how far a rule holds beyond what it was written with. In ``read`` the two
passages mostly say it in like words, in ``unread/paraphrased-*`` mostly in other words, in ``unread/mixed-*`` in
either (``wording``; of these the false alarms have been looked at, the rest has not).

A conflict is found when a contradiction cites both words; any contradiction in a compatible pair that cites both is a
false alarm; a contradiction elsewhere in a pair is wrong, for the passages agree in all else.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from checker import Article, check
from checker.model import Kind, Report

HERE = Path(__file__).parent / "pairs"
PARTS = {
    "read": "read/*.jsonl",
    "unread": "unread/*.jsonl",
    "paraphrased": "unread/paraphrased-*",
    "mixed": "unread/mixed-*",
}
TOLD = "2030-05-16"
"""Day of publication of both passages."""


def pairs(part: str, types: frozenset[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The pairs of a part, or of all, each with its place."""
    for path in sorted(HERE.glob(PARTS.get(part, "*/*.jsonl"))):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            pair: dict[str, str] = json.loads(line)
            if not types or pair["type"] in types:
                yield f"{path.parent.name}/{path.name}:{number}", pair


def compare(pair: dict[str, str]) -> Report:
    """The report on a pair."""
    articles = [
        Article(id=side, text=pair[side], source=source, published=TOLD)
        for side, source in (("a", "Alpha Herald"), ("b", "Beta Courier"))
    ]
    return check(articles, one_event=True)


def sort(pair: dict[str, str], report: Report) -> tuple[bool, int]:
    """Whether a contradiction cites both answers, and how many do not."""
    places = {side: pair[side].find(pair[f"e{side}"]) for side in "ab"}
    hit, elsewhere = False, 0
    for finding in report.findings:
        if finding.kind is Kind.CONTRADICTION:
            cited = {
                e.article
                for e in finding.evidence
                if e.start < places[e.article] + len(pair[f"e{e.article}"]) and e.end > places[e.article]
            }
            hit = hit or len(cited) == 2
            elsewhere += len(cited) < 2
    return hit, elsewhere


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=sorted(PARTS), default="")
    parser.add_argument("--types", default="", help="types of fact, by commas")
    parser.add_argument(
        "--details", action="store_true", help="print what is missed or wrong in the part that may be read"
    )
    args = parser.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, pair in pairs(args.part, frozenset(filter(None, args.types.split(",")))):
        hit, elsewhere = sort(pair, compare(pair))
        conflict = pair["relation"] == "conflict"
        count = counts[pair["type"]]
        count["conflicts" if conflict else "compatible"] += 1
        count["found" if conflict else "alarms"] += hit
        count["elsewhere"] += elsewhere
        if args.details and args.part == "read" and (hit != conflict or elsewhere):
            print(f"{place} {pair['type']} {pair['relation']}: {pair['why']}\n  {pair['a']}\n  {pair['b']}")
    total: Counter[str] = Counter()
    for name, count in sorted(counts.items()):
        total.update(count)
        print(f"{name:14} {say(count)}")
    print(f"{'all':14} {say(total)}")


def say(count: Counter[str]) -> str:
    """Counts in words."""
    found = f"found {count['found']:3} of {count['conflicts']:3}"
    alarms = f"alarms {count['alarms']:2} of {count['compatible']:3} compatible"
    return f"{found}; {alarms}; wrong elsewhere {count['elsewhere']:2}"


if __name__ == "__main__":
    main()
