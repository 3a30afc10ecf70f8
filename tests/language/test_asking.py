"""How a question is put in words."""

from __future__ import annotations

import pytest

from checker import Article, extract
from checker.language.asking import form_participle, within


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("kill", "killed"),
        ("offer", "offered"),
        ("receive", "received"),
        ("deny", "denied"),
        ("deploy", "deployed"),
        ("ban", "banned"),
        ("stop", "stopped"),
        ("open", "opened"),
        ("fix", "fixed"),
        ("strike", "struck"),
        ("pay", "paid"),
        ("commit", "committed"),
    ],
)
def test_participles_are_formed_by_rule_or_listed(verb: str, form: str) -> None:
    assert form_participle(verb) == form


@pytest.mark.parametrize(
    ("phrase", "said"),
    [("A tsunami alert", "a tsunami alert"), ("Treasury", "Treasury"), ("The Hague pact", "the Hague pact"), ("", "")],
)
def test_only_an_article_loses_its_capital(phrase: str, said: str) -> None:
    assert within(phrase) == said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The fire killed 12 people.", "how many people were killed?"),
        ("Twelve people were rescued from the roof.", "how many people were rescued?"),
        ("Canada offered $25 million in aid.", "how much money (offered)?"),
        ("A magnitude 6.8 earthquake struck the coast.", "what magnitude (struck)?"),
        ("The mill bought one company.", "how many companies were bought?"),
        ("The quake ruined 48% of the homes in the old quarter.", "what share: home (ruined)?"),
    ],
)
def test_a_figure_is_asked_for_in_plain_words(text: str, question: str) -> None:
    asked = [c.asks for c in extract(Article(id="a", text=text)).claims if c.rule == "figures"]
    assert question in asked
