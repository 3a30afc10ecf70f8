"""How the time and memory of a check grow with the number of articles, and extraction with the length of a text.

    python benchmarks/scaling.py [--quick]
    python benchmarks/scaling.py --size EVENTS EACH      # one size alone, as a line of JSON

Each size is checked in a process of its own, so that its memory is its own, and timed in processor seconds, so that
other work on the machine counts little. The figures to read are the ratios: the time an article beside that of the
baseline, five articles of one event, measured in the same run. Near 1.0 is linear. The largest sizes are 500 articles
of one event and 1,000 articles of 200 events; `--quick` leaves them out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from time import process_time

from invented import write_articles

from checker import Article, check, extract

BASELINE = (1, 5)
SIZES = (BASELINE, (1, 50), (1, 500), (10, 5), (50, 5), (200, 5))
QUICK = (BASELINE, (1, 50), (20, 5))
LENGTHS = (1, 4, 16, 64)
MEGABYTE = 1024  # ru_maxrss is in kilobytes on Linux
LEAST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: how many articles, processor seconds, claims, findings, and the most memory held, in megabytes."""

    articles: int
    seconds: float
    claims: int
    findings: int
    megabytes: float


def check_size(events: int, each: int) -> Measured:
    """Check ``each`` articles about so many events: other events each time, until a second is filled."""
    check(write_articles(1, 2))  # everything is loaded on first use
    seconds, rounds = 0.0, 0
    while seconds < LEAST_SECONDS:
        articles = write_articles(events, each, first=rounds * events, archive=events > 1)
        started = process_time()
        report = check(articles, one_event=events == 1)
        seconds += process_time() - started
        rounds += 1
    seconds /= rounds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Measured(len(articles), seconds, len(report.claims), len(report.findings), memory)


def check_apart(events: int, each: int) -> Measured:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--size", str(events), str(each)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def time_extraction(times: int) -> float:
    """Processor seconds to read one text as long as so many articles."""
    text = "\n\n".join(article.text for article in write_articles(times, 1))
    article = Article("long", text)
    started, rounds = process_time(), 0
    while rounds == 0 or process_time() - started < LEAST_SECONDS:
        extract(article)
        rounds += 1
    return (process_time() - started) / rounds


def main() -> None:
    """Measure, and print a line a size."""
    if sys.argv[1:2] == ["--size"]:
        measured = check_size(int(sys.argv[2]), int(sys.argv[3]))
        print(json.dumps({name: getattr(measured, name) for name in Measured.__slots__}))
        return
    print("check: articles x events            s  ms/article  of baseline   claims  findings      MB")
    baseline = 0.0
    for events, each in QUICK if "--quick" in sys.argv else SIZES:
        m = check_apart(events, each)
        one = m.seconds / m.articles
        baseline = baseline or one
        print(
            f"{each:>5} articles of {events:>4} event(s) {m.seconds:10.2f} {one * 1000:11.1f} {one / baseline:12.2f} "
            f"{m.claims:8} {m.findings:9} {m.megabytes:7.0f}"
        )
    print("extraction: text as long as         s      ms/article  of baseline")
    extract(write_articles(1, 1)[0])
    shortest = 0.0
    for times in LENGTHS:
        seconds = time_extraction(times)
        shortest = shortest or seconds
        ratio = seconds / times / shortest
        print(f"{times:>5} article(s) {seconds:20.3f} {seconds / times * 1000:15.1f} {ratio:12.2f}")


if __name__ == "__main__":
    main()
