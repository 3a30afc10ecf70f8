"""How fast the checker is: extraction beside the date search of dateparser on the same text, and a five-article report.

    python benchmarks/extraction.py [PATHS...]      without paths: the seeds

The first figure is a ratio, so that it means the same on every machine: `dateparser.search.search_dates` finds dates
alone, extraction finds dates, numbers, names, quotations and claims. Times are the least of several rounds.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from checker import Article, check, extract, read_paths

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 3


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return min(times)


def time_date_search(articles: Sequence[Article]) -> float:
    """Seconds that dateparser alone takes to search the articles for dates, a paragraph at a time."""
    from dateparser.search import search_dates

    paragraphs = [line for article in articles for line in article.text.splitlines() if line.strip()]
    search_dates("It began on 3 May 2031.", languages=["en"])  # its tables are loaded on first use
    return least(lambda: [search_dates(paragraph, languages=["en"]) for paragraph in paragraphs], rounds=1)


def time_cold_report(paths: Sequence[str]) -> float:
    """Seconds from an idle shell to the report."""
    command = [sys.executable, "-m", "checker", "report", "--one-event", *paths]
    return least(lambda: subprocess.run(command, check=True, capture_output=True), rounds=2)


def main() -> None:
    """Measure, and print a line a figure."""
    paths = sys.argv[1:] or [str(SEEDS)]
    articles = read_paths(paths).articles
    words = sum(len(article.text.split()) for article in articles)
    extract(articles[0])  # the pipeline is loaded on first use
    extraction = least(lambda: [extract(article) for article in articles])
    search = time_date_search(articles)
    print(f"{len(articles)} articles, {words} words")
    print(f"extraction        {extraction * 1000:8.0f} ms  {words / extraction:,.0f} words/s")
    print(f"date search alone {search * 1000:8.0f} ms  (dateparser.search.search_dates)")
    print(f"extraction takes  {extraction / search:8.2f} of the time of the date search alone")
    print(f"report, loaded    {least(lambda: check(articles, one_event=True)) * 1000:8.0f} ms")
    print(f"report, cold      {time_cold_report(paths) * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
