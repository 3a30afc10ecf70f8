"""How long the overview's queries take with many findings in the store.

    python benchmarks/review.py [--findings N] [--db URL]

Findings are invented, a seventh of them decided. For each set of filters the queries of one overview (list, counts for
every filter, events) are timed on the wall, since much of the time may be the database's; where the machine has other
work, the quickest of the rounds says most. Without `--db` the store is a SQLite file in a temporary folder; PostgreSQL
is asked by its address, in an empty database.
"""

from __future__ import annotations

import argparse
import importlib
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from checker import Article
from checker.formats import Options
from checker.model import Decision, DecisionStatus, Event, Evidence, Finding, Kind, Report, Severity, Why

ROUNDS = 15
ARTICLES = 400
OUTLETS = 120
DECIDED = 7  # every so many-th finding is decided
MOMENT = "2031-05-14T09:30:00Z"
WORDS = (
    "ferry fire bridge harbour minister talks toll court storm budget school train vote strike rescue inquiry".split()
)


def module(name: str) -> Any:
    """A module of the reports package, found as the registry finds it."""
    return importlib.import_module(f"checker.reports.{name}")


def invent(number: int) -> Report:
    """A report with so many findings, on two answers each, over many events."""
    chance = random.Random(7)
    articles = tuple(
        Article(f"a{n}", " ".join(chance.choices(WORDS, k=300)), source=f"Outlet {n % OUTLETS}")
        for n in range(ARTICLES)
    )
    events = tuple(Event(f"e{n}", f"event {n}", tuple(a.id for a in articles[n * 8 : n * 8 + 8])) for n in range(50))
    findings = []
    for n in range(number):
        event = events[n % len(events)]
        cited = [articles[int(one[1:])] for one in chance.sample(event.articles, 2)]
        evidence = tuple(Evidence(a.id, "text", 0, 40, a.text[:40], f"{chance.randint(1, 99)} people") for a in cited)
        kind = chance.choice(tuple(Kind))
        findings.append(
            Finding(
                id=f"f{n}",
                fingerprint=f"{n:016x}",
                question_key=f"{n // 2:016x}",
                rule=chance.choice(("figures", "place", "quotes", "event_date", "outcome")),
                kind=kind,
                severity=chance.choice(tuple(Severity)),
                confidence=0.9,
                question=f"how many {chance.choice(WORDS)} {chance.choice(WORDS)} in case {n}?",
                message=" ".join(chance.choices(WORDS, k=12)),
                why=Why((), "the values differ", "ask"),
                origins=tuple(a.source or "" for a in cited),
                evidence=evidence,
                event=event.id,
            )
        )
    return Report(articles, events, (), (), tuple(findings), ())


def measure(ask: Callable[[], object]) -> tuple[float, float]:
    """The quickest and the middle of several rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        ask()
        times.append((perf_counter() - started) * 1000)
    return min(times), median(times)


def fill(store: Any, report: Report) -> int:
    """Record the report and decide some of it; returns the run's number."""
    started = perf_counter()
    run = module("review.runs").record_run(
        store.engine, module("view").View(report, Options()), when=MOMENT, tool="benchmark"
    )
    print(f"{len(report.findings):,} findings recorded in {perf_counter() - started:.2f} s")
    change = module("review.store").Change
    started = perf_counter()
    some = [
        Decision(f.fingerprint, f.question_key, f.rule, DecisionStatus.DISMISSED, "no", who="Ada", when=MOMENT)
        for f in report.findings[::DECIDED]
    ]
    done = store.decide_all([change(one, 0) for one in some])
    print(f"{len(done.entries):,} decided at once in {perf_counter() - started:.2f} s")
    return int(run)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the review's queries and pages.")
    parser.add_argument("--findings", type=int, default=20_000)
    parser.add_argument("--db", default="")
    arguments = parser.parse_args()
    lists, filters = module("review.finding_lists"), module("review.filters").Filters
    report = invent(arguments.findings)
    with TemporaryDirectory() as folder:
        engine = module("review.database").open_database(arguments.db or str(Path(folder) / "review.db"))
        store = module("review.store").Store(engine)
        run = fill(store, report)
        print(f"\nthe queries of an overview on {engine.dialect.name}, milliseconds (quickest, middle):")
        for asked in (
            filters(),
            filters(page=200),
            filters(kind="contradiction"),
            filters(status="undecided"),
            filters(status="returned"),
            filters(outlet="Outlet 7"),
            filters(q="ferry toll"),
            filters(q="case", kind="framing", severity="error"),
        ):

            def ask(asked: Any = asked) -> None:
                lists.list_findings(engine, run, asked)
                lists.count_decided(engine, run)

            quickest, middle = measure(ask)
            print(f"  {quickest:6.1f} {middle:6.1f}  {asked.query(page=asked.page) or 'everything'}")
        engine.dispose()


if __name__ == "__main__":
    main()
