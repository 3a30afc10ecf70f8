"""How long a five-article report takes, loaded and cold, beside what cannot be avoided: the parser, and Python itself.

    python benchmarks/report.py [PATHS...]      without paths: five invented articles

Baselines, measured in the same run: `parse`, the language pipeline alone on the same words; `start`, the interpreter
that imports the pipeline's library and does nothing; `bare`, the interpreter alone. The ratios mean the same on every
machine.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from invented import write_articles

from checker import Article, check, read_paths
from checker.language.pipeline import load

ROUNDS = 5


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        started = process_time()
        work()
        times.append(process_time() - started)
    return min(times)


def least_apart(command: Sequence[str], rounds: int = 3) -> float:
    """The least processor time that a process of its own takes, in seconds."""

    def spent() -> float:
        used = getrusage(RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    times = []
    for _ in range(rounds):
        before = spent()
        subprocess.run(command, check=True, capture_output=True)
        times.append(spent() - before)
    return min(times)


def parse(articles: Sequence[Article]) -> None:
    """Run the pipeline alone over the paragraphs of the articles."""
    nlp = load()
    for article in articles:
        for _ in nlp.pipe(line for line in article.text.splitlines() if line.strip()):
            pass


def main() -> None:
    """Measure, and print a line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        paths = sys.argv[1:]
        for article in () if paths else write_articles(1, 5):
            path = Path(folder, f"{article.id}.txt")
            path.write_text(article.text, encoding="utf-8")
            paths.append(str(path))
        articles = read_paths(paths).articles
        words = sum(len(article.text.split()) for article in articles)
        check(articles, one_event=True)  # everything is loaded on first use
        loaded = least(lambda: check(articles, one_event=True))
        alone = least(lambda: parse(articles))
        cold = least_apart([sys.executable, "-m", "checker", "report", "--one-event", *paths])
    start = least_apart([sys.executable, "-c", "import spacy"])
    usage = least_apart([sys.executable, "-m", "checker", "--help"])
    bare = least_apart([sys.executable, "-c", "pass"])
    print(f"{len(articles)} articles, {words} words; processor time")
    print(f"report, loaded  {loaded * 1000:6.0f} ms  {loaded / alone:6.2f} of parse ({alone * 1000:.0f} ms)")
    print(f"report, cold    {cold * 1000:6.0f} ms  {cold / start:6.2f} of start ({start * 1000:.0f} ms)")
    print(f"checker --help  {usage * 1000:6.0f} ms  {usage / bare:6.2f} of bare ({bare * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
