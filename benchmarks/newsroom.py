"""An invented press for the benchmarks: outlets that answer questions with known answers, the same on every run.

Outlets differ in how often they are right and in how much they cover. Some report nothing of their own on what another
outlet has covered: they take over its answer, error and all. Questions differ in how many false answers are about, and
some false answers are more tempting than others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

TEMPTING = 1.0
"""Zipf's exponent: the second false answer is given half as often as the first, the third a third as often."""
OWN = 0.2
"""How much a copy covers of what its original has not, beside an outlet that copies from nobody."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is about: so many outlets and questions, and how they behave.

    ``coverage``: the least and the most share of the questions that an outlet covers. ``accuracy``: the least and the
    most share of its own answers that are right. ``copying``: the share of outlets that copy, in families of ``family``
    around one original each; ``taken``: the share of what the original covers that a copy takes over. ``false_values``:
    the least and the most false answers to a question. With ``categories`` all questions share so many answers.
    """

    name: str
    outlets: int = 24
    questions: int = 400
    coverage: tuple[float, float] = (0.1, 0.7)
    accuracy: tuple[float, float] = (0.4, 0.95)
    copying: float = 0.0
    family: int = 5
    taken: float = 1.0
    false_values: tuple[int, int] = (1, 12)
    categories: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What the press said, as rows of (source, question, value), and the true answers."""

    assertions: tuple[tuple[str, str, str], ...]
    truth: dict[str, str]


def name_answers(press: Press, number: int, random: Random) -> tuple[str, ...]:
    """The answers to a question, the true one first."""
    if press.categories:
        answers = [f"category {one}" for one in range(press.categories)]
        random.shuffle(answers)
        return tuple(answers)
    return tuple(
        f"answer {one} to {number}" for one in random.sample(range(100), 1 + random.randint(*press.false_values))
    )


def choose_answer(answers: tuple[str, ...], accuracy: float, random: Random) -> str:
    """The true answer with this probability, or else a false one, the tempting ones more often."""
    if random.random() < accuracy:
        return answers[0]
    weights = [1 / (rank + 1) ** TEMPTING for rank in range(len(answers) - 1)]
    return random.choices(answers[1:], weights)[0]


def find_originals(press: Press, random: Random) -> dict[int, int]:
    """Whom each copying outlet copies. The originals are picked without regard to how good they are."""
    copies = round(press.copying * press.outlets)
    outlets = random.sample(range(press.outlets), press.outlets)
    copiers, free = outlets[:copies], outlets[copies:]
    return {copier: free[place // (press.family - 1) % len(free)] for place, copier in enumerate(copiers)}


def write_rows(press: Press, answers: list[tuple[str, ...]], random: Random) -> Iterator[tuple[str, str, str]]:
    """What each outlet says, outlet by outlet."""
    originals = find_originals(press, random)
    said: dict[int, dict[int, str]] = {}
    for outlet in sorted(range(press.outlets), key=lambda one: one in originals):
        accuracy, coverage = random.uniform(*press.accuracy), random.uniform(*press.coverage)
        source = said.get(originals.get(outlet, -1), {})
        said[outlet] = {number: value for number, value in source.items() if random.random() < press.taken}
        for number, possible in enumerate(answers):
            if number in said[outlet]:
                continue
            # A copy covers little that its original has not.
            own = coverage * OWN if source and number not in source else coverage
            if random.random() < own:
                said[outlet][number] = choose_answer(possible, accuracy, random)
        for number, value in said[outlet].items():
            yield f"outlet {outlet}", f"question {number}", value


def publish(press: Press, seed: int) -> Edition:
    """One edition of the press. The rows come in no order."""
    random = Random(f"{press.name} {seed}")
    answers = [name_answers(press, number, random) for number in range(press.questions)]
    rows = list(write_rows(press, answers, random))
    random.shuffle(rows)
    return Edition(tuple(rows), {f"question {number}": possible[0] for number, possible in enumerate(answers)})
