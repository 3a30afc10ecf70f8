"""Of the claims of a finding the one whose article words the question best asks it, and no key depends on that."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from checker import Article, check
from checker.engine import Settings, check_event
from checker.model import Event, Fit, Phrasing, Rule
from checker.registry import enabled_rules

ARTICLES = (
    Article(id="a", source="Harbour Post", published="2031-05-02", text="FERRY: THE NUMBERS\n\nPassengers: 142\n"),
    Article(id="b", source="Coast Wire", published="2031-05-03", text="The ferry carried 124 passengers to Arran."),
    Article(id="c", source="Bay Echo", published="2031-05-01", text="The ferry carried 142 passengers to Arran."),
)


def find(articles: tuple[Article, ...], rules: dict[str, Rule] | None = None) -> list[tuple[str, str, str]]:
    """The question, the fingerprint and the question key of each finding on figures."""
    given = rules or {rule.id: rule for rule in enabled_rules()}
    event = Event("e", "ferry", tuple(a.id for a in articles))
    result = check_event(event, articles, Settings(rules=given))
    return [(f.question, f.fingerprint, f.question_key) for f in result.findings if f.rule == "figures"]


def test_a_full_clause_asks_before_a_label() -> None:
    assert find(ARTICLES)[0][0] == "how many passengers did the ferry carry to Arran?"


def test_the_question_is_the_same_in_any_order() -> None:
    assert len({tuple(find(order)) for order in permutations(ARTICLES)}) == 1


def test_keys_do_not_depend_on_the_wording() -> None:
    rules = {rule.id: rule for rule in enabled_rules()}
    plain = {name: replace(rule, ask=None) for name, rule in rules.items()}
    worded, unworded = find(ARTICLES, rules), find(ARTICLES, plain)
    assert [row[1:] for row in worded] == [row[1:] for row in unworded]
    assert worded[0][0] != unworded[0][0]


def test_the_question_of_a_rule_that_words_none_is_shown_as_it_is() -> None:
    rules = {rule.id: replace(rule, ask=None) for rule in enabled_rules()}
    assert find(ARTICLES, rules)[0][0] == "how many passengers were carried?"


@pytest.mark.parametrize(("fit", "first"), [(Fit.CLAUSE, "worded by c?"), (Fit.GAP, "worded by c?")])
def test_of_equals_the_earliest_article_asks(fit: Fit, first: str) -> None:
    def ask(claim: Any, _: Any) -> Phrasing:
        return Phrasing(f"worded by {claim.article}?", fit)

    rules = {rule.id: replace(rule, ask=ask) if rule.id == "figures" else rule for rule in enabled_rules()}
    assert find(ARTICLES, rules)[0][0] == first


def test_a_question_is_labelled_as_its_finding_asks_it() -> None:
    report = check(ARTICLES, one_event=True)
    asked = {finding.question for finding in report.findings if finding.rule == "figures"}
    assert asked & {question.label for question in report.questions}
