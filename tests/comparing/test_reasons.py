"""The levels of a link say what was found in common."""

from __future__ import annotations

from checker import Article, check


def test_a_link_names_the_words_that_both_have() -> None:
    report = check(
        [
            Article(id="a", source="A", text="The ferry carried 142 passengers, the harbour master said."),
            Article(id="b", source="B", text="There were 124 passengers on the ferry, the harbour master said."),
        ],
        one_event=True,
    )
    (found,) = [f for f in report.findings if f.rule == "figures" and f.kind == "contradiction"]
    levels = {level.level: level for level in found.why.link}
    assert "passenger" in levels["heads"].words
    assert {"harbour", "master"} <= set(levels["topic"].words)
    assert levels["heads"].called == "what is asked about"
