"""How good the weighing of answers is on an invented press, beside majority voting, and how long it takes.

    python benchmarks/weighing.py [--quick]

For each kind of press, over several editions: the share of questions whose best-supported answer is right; the expected
calibration error of its probability (ten bins; Guo et al., "On calibration of modern neural networks", ICML 2017) and
its Brier score (both 0 at best); and the time as a multiple of the baseline's, majority voting in plain Python, in the
same run. The probability of the baseline is its share of the votes. `--quick` weighs one edition each.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import process_time
from typing import TypeAlias

from newsroom import Edition, Press, publish

from checker.sources import weigh

PRESSES = (
    Press("independent"),
    Press("two fifths copy", copying=0.4),
    Press("two thirds copy", copying=0.67),
    Press("two fifths copy in part", copying=0.4, taken=0.7),
    Press("few outlets", outlets=5, coverage=(0.2, 0.9)),
    Press("many outlets, little each", outlets=300, questions=1500, coverage=(0.0, 0.01)),
    Press("good outlets", accuracy=(0.9, 0.99)),
    Press("poor outlets", accuracy=(0.2, 0.8)),
    Press("yes or no", categories=2, accuracy=(0.55, 0.95)),
    Press("four categories", categories=4),
)
EDITIONS = 5
BINS = 10

Assertions: TypeAlias = Sequence[tuple[str, str, str]]
Best: TypeAlias = Mapping[str, tuple[str, float]]
"""The best answer to each question, and its probability."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of weighing one press: the shares and errors named above, and processor seconds an edition."""

    right: float
    calibration: float
    brier: float
    seconds: float


def vote(assertions: Assertions) -> dict[str, Counter[str]]:
    """The baseline: the votes for each answer to each question."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, question, value in assertions:
        counts[question][value] += 1
    return counts


def elect(counts: Mapping[str, Counter[str]]) -> Best:
    """The answer with the most votes, the first seen of equals, and its share of the votes."""
    best = {}
    for question, votes in counts.items():
        value, most = votes.most_common(1)[0]
        best[question] = (value, most / votes.total())
    return best


def ask(assertions: Assertions, copying: bool) -> Best:
    """The best-supported answer as the checker weighs it."""
    weighed = weigh(assertions, copying=copying)
    return {question: (supports[0].value, supports[0].probability) for question, supports in weighed.items()}


def assess(
    best: Callable[[Assertions], Best], work: Callable[[Assertions], object], run: Sequence[Edition]
) -> Measured:
    """Measure what ``best`` answers over the editions; what is timed is ``work`` alone."""
    pairs: list[tuple[float, bool]] = []
    seconds = 0.0
    for edition in run:
        started = process_time()
        work(edition.assertions)
        seconds += process_time() - started
        for question, (value, probability) in best(edition.assertions).items():
            pairs.append((probability, value == edition.truth[question]))
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in pairs:
        bins[min(int(probability * BINS), BINS - 1)].append((probability, right))
    gaps = (abs(sum(probability - right for probability, right in inside)) for inside in bins.values())
    return Measured(
        sum(right for _, right in pairs) / len(pairs),
        sum(gaps) / len(pairs),
        sum((probability - right) ** 2 for probability, right in pairs) / len(pairs),
        seconds / len(run),
    )


def main() -> None:
    """Measure, and print a line a press and way of weighing."""
    editions = 1 if "--quick" in sys.argv[1:] else EDITIONS
    weigh(publish(PRESSES[0], 0).assertions)  # everything is loaded on first use
    print(f"{'press':28}{'way':16}{'right':>7}{'calibration':>13}{'Brier':>8}{'time / vote':>13}")
    for press in PRESSES:
        run = [publish(press, seed) for seed in range(editions)]
        baseline = assess(lambda rows: elect(vote(rows)), vote, run)
        ways = {
            "vote": baseline,
            "weigh": assess(partial(ask, copying=False), weigh, run),
            "weigh, copying": assess(partial(ask, copying=True), partial(weigh, copying=True), run),
        }
        for way, measured in ways.items():
            print(
                f"{press.name:28}{way:16}{measured.right:7.3f}{measured.calibration:13.3f}{measured.brier:8.3f}"
                f"{measured.seconds / baseline.seconds:13.1f}"
            )


if __name__ == "__main__":
    main()
