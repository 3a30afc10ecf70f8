"""A process that checks again and again remembers analyses, and finds the same as one that does not."""

from dataclasses import replace
from datetime import date

from checker import Article, check, engine
from checker.memory import Memory

ONE = Article("one", "A ferry sank off Tresko on Sunday. The coast guard said that 124 people were on board.")
TWO = Article("two", "A ferry sank off Tresko on Sunday. The coast guard said that 142 people were on board.")


def test_what_is_remembered_is_not_worked_out_again_and_the_oldest_is_forgotten() -> None:
    memory = Memory(most=2)
    worked: list[str] = []

    def recall(key: str) -> str:
        return memory.recall(key, lambda: worked.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [recall(key) for key in "abacab"] == list("ABACAB")
    assert worked == ["a", "b", "c", "b"], "b was the least recently used when c came"


def test_the_report_is_the_same_and_unchanged_articles_are_analysed_once() -> None:
    memory = Memory()
    changed = replace(TWO, text=TWO.text.replace("142", "124"))
    for articles in ([ONE, TWO], [ONE, changed], [ONE, TWO]):
        assert check(articles, one_event=True, memory=memory) == check(articles, one_event=True)
    analysed = [key for key in memory.kept if isinstance(key, tuple) and isinstance(key[0], Article)]
    assert len(analysed) == 3


def test_another_reference_day_is_another_analysis() -> None:
    memory = Memory()
    settings = engine.Settings({}, memory=memory)
    undated = Article("x", "It sank on Sunday.")
    days = [engine.analyse_article(undated, settings, day).document for day in (date(2031, 5, 4), date(2032, 5, 4))]
    assert days[0] != days[1]
