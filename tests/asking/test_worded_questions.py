"""A question is put in the words of the article: from its clause, by the name of its thing, or with a gap."""

from __future__ import annotations

import re

import pytest

from checker import Article
from checker.analysis import analyse
from checker.engine import extract_claims
from checker.model import Fit, Phrasing
from checker.registry import enabled_rules

RULES = {rule.id: rule for rule in enabled_rules()}


def phrase(text: str, rule: str, value: str = "") -> Phrasing | None:
    """The question that a rule words for the claim of a text, where it has several for the one whose value is given."""
    document = analyse(Article(id="a", text=text))
    ask = RULES[rule].ask
    assert ask is not None
    claims = [c for c in extract_claims(document, {rule: RULES[rule]}) if value in c.value.text]
    assert claims, "no claim was read"
    return ask(claims[0], document)


def word(text: str, rule: str, value: str = "") -> str:
    """The same as text; empty where the rule's own question is shown."""
    phrasing = phrase(text, rule, value)
    return phrasing.text if phrasing is not None else ""


@pytest.mark.parametrize(
    ("text", "value", "question"),
    [
        ("The report makes 38 recommendations.", "", "how many recommendations does the report make?"),
        ("The company ordered three million doses in May.", "", "how many doses did the company order?"),
        ("All 13 satellites were talking to the ground.", "", "how many satellites were talking to the ground?"),
        ("Canada offered $25 million in aid.", "", "how much did Canada offer in aid?"),
        ("The crew had rescued 40 sailors.", "", "how many sailors had the crew rescued?"),
        ("The council will spend £3 million on the bridge.", "", "how much will the council spend on the bridge?"),
        ("Its cost was £12.4 million.", "", "what was the cost?"),
        ("The train was travelling at 71 miles per hour.", "", "at what speed was the train travelling?"),
        ("Grants make up 60 per cent of the sum.", "", "what share of the sum do grants make up?"),
        ("The tenants who had signed, which took weeks, paid €40 each.", "", "how much did the tenants pay?"),
        ("The driver takes home $8,000.", "", "how much does the driver take home?"),
    ],
)
def test_a_figure_is_asked_for_by_turning_its_clause(text: str, value: str, question: str) -> None:
    assert word(text, "figures", value) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A fine of $412 million was paid on Monday by the company to the state.", "how large was the fine?"),
        ("The bank held out for a premium of 34% on Friday.", "how large was the premium (%)?"),
    ],
)
def test_a_sum_is_asked_for_as_the_size_of_what_has_it(text: str, question: str) -> None:
    assert word(text, "figures") == question


@pytest.mark.parametrize(
    ("text", "rule", "question"),
    [
        ("Prisoners: 430", "figures", "how many: “Prisoners: …”?"),
        ("I counted 31 boats on Wednesday.", "figures", "how many: “I counted … boats on Wednesday”?"),
        ("Completion: first half of 2029", "event_date", "when: “Completion: …”?"),
        ("She stayed in the hall for forty minutes.", "event_date", "how long: “She stayed in the hall for …”?"),
    ],
)
def test_words_without_a_clause_to_turn_are_quoted_with_a_gap(text: str, rule: str, question: str) -> None:
    assert word(text, rule) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A farmer had called at 7:58 a.m.", "when had the farmer called?"),
        ("The truce starts at midnight.", "when does the truce start?"),
        ("The museum opened its doors on 4 May 2031.", "when did the museum open its doors?"),
        ("Completion is expected in the fourth quarter of 2028.", "when is completion expected?"),
        ("The shop has been shut since March 2030.", "since when has the shop been shut?"),
        ("The culvert had not been inspected for 14 months.", "how long had the culvert not been inspected?"),
        ("The shooting lasted six hours.", "how long did the shooting last?"),
        ("They met again after closing a two-day summit in Lima.", "how long was the summit in Lima?"),
    ],
)
def test_a_time_is_asked_for_in_the_tense_of_its_clause(text: str, question: str) -> None:
    assert word(text, "event_date") == question


def test_a_state_names_its_thing() -> None:
    assert word("The harbour bridge has been closed.", "state") == "is the harbour bridge open or shut?"


def test_a_gap_has_the_exact_words_around_the_value() -> None:
    text = "The unit price, she wrote, of $4.50 is unchanged since last spring, when it fell."
    phrasing = phrase(text, "figures")
    assert phrasing is not None
    quoted = re.search("“(.*)”", phrasing.text)
    assert phrasing.fit is Fit.GAP
    assert quoted is not None
    before, after = quoted[1].split("…")
    assert before + "$4.50" + after in text


@pytest.mark.parametrize(
    "text",
    [
        "They paid $4 million for it.",
        "We sold 61,000 units.",
        "Not a single lorry of the 40 lorries passed.",
        "My brother lost $40,000.",
        "The minister said that it cost $4 million.",
    ],
)
def test_nobody_is_named_who_has_no_name_in_the_clause(text: str) -> None:
    question = word(text, "figures")
    asked = re.sub("“.*”", "", question)
    assert not re.search(r"\b(?:they|it|we|my|our|lorry)\b", asked)


@pytest.mark.parametrize("rule", ["figures", "event_date"])
def test_a_noun_is_asked_for_once(rule: str) -> None:
    text = "The window opened at nine, the missile missed the window by 40 metres, and the window closed on Monday."
    document = analyse(Article(id="a", text=text))
    ask = RULES[rule].ask
    assert ask is not None
    for claim in extract_claims(document, {rule: RULES[rule]}):
        phrasing = ask(claim, document)
        assert phrasing is None or re.sub("“.*”", "", phrasing.text).count("window") < 2
