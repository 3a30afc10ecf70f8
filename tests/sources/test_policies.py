"""House rules: what each check finds and leaves alone, how a finding names its clause, and packs of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker import Article, check
from checker.config import ConfigError, PolicySettings, load_config, read_config
from checker.model import Finding, Kind, Severity
from checker.sources.pages import load_pages
from checker.sources.policies.packs import CHECKS, list_packs, load_policy

PACKS = list_packs()


def findings(articles: list[Article], rule: str, **policy: Any) -> list[Finding]:
    report = check(articles, one_event=True, config=read_config({"policy": policy}), everything=True)
    return [f for f in report.findings if f.rule == rule]


def one(text: str, source: str = "Coast Wire") -> list[Article]:
    return [Article(id="a", source=source, text=text)]


@pytest.mark.parametrize("pack", PACKS)
def test_each_clause_has_a_reference_and_a_check_with_a_page(pack: str) -> None:
    policy = load_policy(PolicySettings(pack=pack))
    assert policy.clauses
    for clause in policy.clauses:
        assert clause.reference
        assert clause.says.endswith(".")
        assert clause.check in load_pages()


def test_every_check_is_in_use_in_some_pack() -> None:
    used = {clause.check for pack in PACKS for clause in load_policy(PolicySettings(pack=pack)).clauses}
    assert set(CHECKS) - used <= {"omission"}


def test_a_finding_names_the_clause_and_says_what_would_clear_it() -> None:
    (found,) = findings(one("The fire at Port Ellery killed 12 people on Monday."), "unattributed_toll", pack="bbc")
    assert found.clause is not None
    assert (found.clause.id, found.clause.reference) == (
        "bbc:casualty-source",
        "BBC Editorial Guidelines (2019), 11.3.1",
    )
    assert found.why.clears.startswith("say in the same sentence who gives the figure")
    assert found.clause.id in found.why.clears
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "The fire at Port Ellery killed 12 people on Monday, police said.",
        "The fire at Port Ellery killed 12 people. Police said that 12 people had died.",
        "No one was killed in the fire at Port Ellery.",
        "Dead | 12\n\nInjured | 40",
        "The fire at Port Ellery was out by noon on 3 May 2031. In 2016 a fire there killed 12 people.",
    ],
)
def test_a_toll_that_is_credited_or_no_toll_of_the_event_is_left_alone(text: str) -> None:
    article = Article(id="a", source="Coast Wire", text=text, published="2031-05-04")
    assert not findings([article], "unattributed_toll", pack="ap")


def test_how_near_the_credit_has_to_stand_is_for_the_clause_to_say() -> None:
    text = "The fire at Port Ellery killed 12 people. It began in a store, police said."
    assert findings(one(text), "unattributed_toll", pack="ap")
    assert not findings(one(text), "unattributed_toll", pack="default")
    strict = {"casualty-source": {"distance": 0, "severity": "error"}}
    (found,) = findings(one(text), "unattributed_toll", clauses=strict)
    assert found.severity is Severity.ERROR


def test_a_toll_that_several_origins_give_is_established() -> None:
    two = [
        Article(id="a", source="Coast Wire", text="The fire at Port Ellery killed 12 people on Monday."),
        Article(id="b", source="Daily Post", text="Twelve people were killed in the fire at Port Ellery."),
    ]
    assert not findings(two, "unattributed_toll", pack="bbc")
    assert not findings(two, "few_origins", pack="bbc")


def test_what_an_unnamed_source_says_needs_a_second_origin() -> None:
    told = "The yard at Port Ellery was sold for $40 million, a source at the harbour office said."
    other = Article(id="b", source="Daily Post", text="Ferries ran late on Monday, and the mayor opened a school hall.")
    (found,) = findings([*one(told), other], "few_origins")
    assert {e.article for e in found.evidence} == {"a"}
    named = told.replace("a source at the harbour office", "Harbour Minister Ada Reed")
    assert not findings([*one(named), other], "few_origins")
    clause = {"two-origins": {"off": True}}
    assert not findings([*one(told), other], "few_origins", clauses=clause)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("The yard will close in June, sources said.", True),
        ("The yard will close in June, a source said.", True),
        ("The yard will close in June, sources at the harbour office said.", False),
        ("The yard will close in June, two senior sources said.", False),
        ("A source in the cabinet said the yard would close. Sources said it would be in June.", False),
        ("A source, who asked not to be named, said the yard would close in June.", False),
        ("The yard will close in June, residents said.", False),
    ],
)
def test_a_source_of_which_nothing_is_said_is_bare(text: str, noted: bool) -> None:
    assert bool(findings(one(text), "bare_source")) is noted


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("“We will close the old yard at Ellery in the first week of June,” diplomats said.", True),
        ("“We will close the old yard at Ellery in the first week of June,” a diplomat said.", False),
        (
            "“We will close the old yard at Ellery in the first week of June,” diplomats said in a joint statement.",
            False,
        ),
        ("The yard will close “in June”, diplomats said.", False),
        ("“We will close the old yard at Ellery in the first week of June,” the protesters chanted.", False),
    ],
)
def test_several_do_not_speak_one_sentence(text: str, noted: bool) -> None:
    assert bool(findings(one(text), "plural_sources")) is noted


def test_plural_sources_are_traced_to_the_one_that_the_first_report_has() -> None:
    first = Article(
        id="w",
        source="Atlas Wire",
        text="The yard at Port Ellery has sold 14 tugs to a wine merchant, a diplomat told Atlas Wire.",
        published="2031-05-03",
    )
    later = Article(
        id="l",
        source="Daily Post",
        text="The yard at Port Ellery has sold 14 tugs to a wine merchant, diplomats said, Atlas Wire reported.",
        published="2031-05-04",
    )
    (found,) = findings([first, later], "plural_sources", pack="reuters")
    assert "Atlas Wire" in found.why.difference
    assert {e.article for e in found.evidence} == {"l"}


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("The yard will close, a senior official said.", True),
        ("The yard will close, a senior official said, speaking on condition of anonymity.", False),
        ("The yard will close, harbour officials said.", False),
        ("The yard will close, people familiar with the plan said.", True),
        ("The yard will close, people in the town said.", False),
    ],
)
def test_a_name_that_is_withheld_wants_a_reason(text: str, noted: bool) -> None:
    assert bool(findings(one(text), "unexplained_anonymity", pack="ap")) is noted
    assert not findings(one(text), "unexplained_anonymity", pack="default")


@pytest.mark.parametrize(
    ("rest", "noted"),
    [
        ("The council meets on Monday.", True),
        ("Prado said it was a lie.", False),
        ("Prado did not respond to a request for comment.", False),
        ("His lawyer said there was no proof.", False),
        ("Prado has denied it.", False),
    ],
)
def test_whoever_is_accused_by_name_is_to_be_heard(rest: str, noted: bool) -> None:
    text = f"Residents accused Joao Prado of selling the pier. {rest}"
    assert bool(findings(one(text), "unanswered_accusation")) is noted


def test_an_accusation_that_is_denied_to_be_one_is_none() -> None:
    assert not findings(one("Residents did not accuse Joao Prado of selling the pier."), "unanswered_accusation")


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("The guard allegedly sold the key.", True),
        ("The guard allegedly sold the key, police said.", False),
        ("The guard was charged with allegedly selling the key.", False),
        ("“The guard allegedly sold the key” was written on the wall.", False),
    ],
)
def test_somebody_has_to_allege_what_is_alleged(text: str, noted: bool) -> None:
    assert bool(findings(one(text), "vague_allegation")) is noted


def test_a_contradiction_between_tolls_says_what_the_house_rules_want() -> None:
    two = [
        Article(id="a", source="Coast Wire", text="The fire at Port Ellery killed 12 people on Monday, police said."),
        Article(id="b", source="Daily Post", text="The fire at Port Ellery killed 21 people on Monday, police said."),
    ]
    report = check(two, one_event=True)
    (found,) = [f for f in report.findings if f.kind is Kind.CONTRADICTION]
    assert found.clause is not None
    assert found.clause.id == "default:casualty-range"
    assert found.severity is Severity.ERROR


def test_what_a_policy_makes_an_error_is_never_left_out() -> None:
    text = "The yard will close, sources said. The guard allegedly sold the key. A fire killed 12 people."
    clauses = {name: {"severity": "error"} for name in ("describe-sources", "who-alleges", "casualty-source")}
    config = read_config({"policy": {"clauses": clauses}})
    articles = [Article(id=f"a{n}", source=f"Post {n} Times", text=text) for n in range(3)]
    report = check(articles, config=config, one_event=True)
    assert len([f for f in report.findings if f.rule == "bare_source" and f.severity is Severity.ERROR]) == 3


OWN = """
[pack]
id = "ours"
title = "The Harbour Post"
version = "3"
extends = "reuters"

[[clause]]
id = "not-plural"
check = "plural_sources"
section = "Style book, page 14"
says = "One source is one source."
severity = "error"
"""


def test_a_pack_of_one_s_own_builds_on_another(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "checker.toml").write_text('[policy]\npack = "house.toml"\n', encoding="utf-8")
    config = load_config(tmp_path / "checker.toml")
    policy = load_policy(config.policy, config.folder)
    assert len(policy.clauses) == len(load_policy(PolicySettings(pack="reuters")).clauses)
    (clause,) = policy.holding("plural_sources")
    assert (clause.cited.id, clause.severity) == ("ours:not-plural", Severity.ERROR)
    assert clause.reference == "The Harbour Post, Style book, page 14"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (OWN.replace("plural_sources", "plural_source"), 'no check "plural_source"; did you mean "plural_sources"'),
        (OWN.replace('"reuters"', '"reuter"'), 'no pack "reuter"; did you mean "reuters"'),
        (OWN.replace('severity = "error"', 'kinds = ["casualty"]'), 'no kind "casualty"; did you mean "casualties"'),
        (OWN.replace("says =", "said ="), "clause.0.says"),
        (OWN + OWN.split("[[clause]]")[1].join(["[[clause]]", ""]), "two clauses have one id"),
        ("[pack", "not valid TOML"),
    ],
)
def test_a_pack_that_cannot_be_used_is_refused_with_the_reason(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_policy(PolicySettings(pack="house.toml"), tmp_path)
    assert problem in str(raised.value)
    assert "house.toml" in str(raised.value)


def test_a_pack_or_a_clause_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigError, match='did you mean "bbc"'):
        load_policy(PolicySettings(pack="bbcc"))
    with pytest.raises(ConfigError, match='did you mean "casualty-source"'):
        load_policy(read_config({"policy": {"clauses": {"casualty-sourc": {"off": True}}}}).policy)
    with pytest.raises(ConfigError, match=r"policy.clauses.casualty-source"):
        read_config({"policy": {"clauses": {"casualty-source": {"distanse": 0}}}})
