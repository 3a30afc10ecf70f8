"""The attribution graph, the ledger of a question, reprints and retellings, and the notes on credibility."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.config import ConfigError, read_config
from checker.model import Edge, Finding, Kind, Link, Report

MINISTER = "Harbour Minister Ada Reed"


def edges(report: Report) -> list[Edge]:
    return [edge for source in report.sources for edge in source.graph.edges]


def notes(report: Report, rule: str) -> list[Finding]:
    return [f for f in report.findings if f.kind is Kind.CREDIBILITY and f.rule == rule]


def test_the_graph_leads_through_the_outlet_to_the_speaker() -> None:
    text = f"{MINISTER} told CNBC that the yard had sold 14 tugs."
    report = check([Article(id="a", source="Coast Wire", text=text)])
    found = {(e.source, e.target, e.link) for e in edges(report)}
    assert ("article:a", "outlet:Coast Wire", Link.PUBLISHED) in found
    assert ("article:a", "outlet:CNBC", Link.CREDITS) in found
    assert ("outlet:CNBC", "person:ada reed", Link.QUOTES) in found


def test_every_edge_but_the_outlet_s_own_has_a_cue_that_stands_in_the_text() -> None:
    text = (
        f"{MINISTER} told CNBC that the yard had sold 14 tugs. Reuters reported a fire. A survey found rot in the hull."
    )
    article = Article(id="a", source="Coast Wire", text=text, title="Tugs sold")
    for edge in edges(check([article])):
        assert edge.evidence or edge.link is Link.PUBLISHED
        for e in edge.evidence:
            field = article.title or "" if e.field == "title" else article.text
            assert field[e.start : e.end] == e.text


def test_two_outlets_that_quote_one_person_are_two_origins_and_one_human_source() -> None:
    one = Article(
        id="a", source="Coast Wire", text=f"{MINISTER} said the yard had sold 14 tugs. Reed said it was closed."
    )
    two = Article(
        id="b", source="Daily Post", text=f"The yard has sold 14 tugs, {MINISTER} said. She said it was shut."
    )
    report = check([one, two], one_event=True)
    ledgers = [q.ledger for q in report.questions if q.ledger is not None and len(q.ledger.outlets) == 2]
    ledger = next(ledger for ledger in ledgers if ledger.sources == ("person:ada reed",))
    assert ledger.origins == ("Coast Wire", "Daily Post")
    assert any("one human source" in merge.reason for merge in ledger.merges)
    (note,) = notes(report, "one_human_source")
    assert {e.article for e in note.evidence} == {"a", "b"}


def test_an_outlet_that_only_credits_another_adds_no_origin() -> None:
    one = Article(id="a", source="Coast Wire", text="The yard has sold 14 tugs, Coast Wire has learned.")
    two = Article(id="b", source="Daily Post", text="The yard has sold 14 tugs, Coast Wire reported.")
    report = check([one, two], one_event=True)
    ledgers = [q.ledger for q in report.questions if q.ledger is not None and len(q.ledger.outlets) == 2]
    assert ledgers
    assert all(ledger.origins == ("Coast Wire",) for ledger in ledgers)
    assert any("not an origin of its own" in merge.reason for ledger in ledgers for merge in ledger.merges)


def test_an_article_that_leans_on_the_report_is_noted() -> None:
    text = (
        "The report argues that the pier is unsafe. The report says 14 piles have rotted. "
        "The report warns that it could fall in June. The report notes that nobody has looked at it since 2020."
    )
    (note,) = notes(check([Article(id="a", source="Coast Wire", text=text)]), "unnamed_source")
    assert "“the report”" in note.message
    assert {e.value for e in note.evidence} == {"report"}


def test_a_report_whose_author_is_named_is_no_unnamed_source() -> None:
    text = (
        "The Harbour Office survey argues that the pier is old. The Harbour Office survey says 14 piles have rotted. "
        "The Harbour Office survey warns that it could fall in June."
    )
    assert not notes(check([Article(id="a", source="Coast Wire", text=text)]), "unnamed_source")


def test_a_negotiation_told_by_one_side_is_noted_and_one_told_by_both_is_not() -> None:
    start = (
        "Talks between France and Brazil on fish opened on Monday. France and Brazil hope for an agreement in June. "
    )
    french = "French Fisheries Minister Anne Leroux said the talks were friendly. Leroux said a deal was near. "
    other = "Brazilian Foreign Minister Joao Prado said the talks were hard."
    one_side = check([Article(id="a", source="Coast Wire", text=start + french)])
    both = check([Article(id="a", source="Coast Wire", text=start + french + other)])
    assert len(notes(one_side, "one_sided")) == 1
    assert not notes(both, "one_sided")


STRIKE = (
    "Talks between Ellery Tugs plc and the Dockers’ Union on pay broke down on Monday. "
    "The strike at Ellery Tugs plc will go on, and the Dockers’ Union has called for a new offer. "
)
UNION = "Ann Lee, general secretary of the Dockers’ Union, said the offer was poor. Lee said nobody would return. "


@pytest.mark.parametrize(
    ("text", "sided"),
    [
        (STRIKE + UNION, True),
        (STRIKE + UNION + "Ellery Tugs plc said the offer was fair.", False),
        (STRIKE + UNION + "Tom Prado, chief executive of Ellery Tugs, said the offer was fair.", False),
        (STRIKE + UNION + "Management said the offer was fair.", False),
        (STRIKE + UNION + "Maria Weld said the offer was fair.", False),
        (STRIKE + UNION + "An analyst said the offer was fair.", True),
        (UNION + "The pier of Ellery Tugs plc was painted by the Dockers’ Union in May.", False),
    ],
)
def test_a_dispute_of_a_firm_and_a_union_has_two_sides(text: str, sided: bool) -> None:
    found = notes(check([Article(id="a", source="Coast Wire", text=text)]), "one_sided")
    assert bool(found) is sided
    assert all("Ellery Tugs" in note.why.clears for note in found)


def test_a_disputed_answer_that_nobody_is_credited_for_is_noted() -> None:
    one = Article(id="a", source="Coast Wire", text="The fire at Port Ellery killed 12 people on Monday.")
    two = Article(id="b", source="Daily Post", text="The fire at Port Ellery killed 21 people on Monday, police said.")
    (note,) = notes(check([one, two], one_event=True), "no_attribution")
    assert {e.article for e in note.evidence} == {"a"}


def test_a_sentence_that_two_disputes_touch_is_noted_once() -> None:
    one = Article(id="a", source="Coast Wire", text="The fire at Port Ellery killed 12 people and lasted nine hours.")
    two = Article(
        id="b",
        source="Daily Post",
        text="The fire at Port Ellery killed 21 people and lasted four hours, police said.",
    )
    report = check([one, two], one_event=True, everything=True)
    assert len([f for f in report.findings if f.kind is Kind.CONTRADICTION]) == 2
    assert len(notes(report, "no_attribution")) == 1


@pytest.mark.parametrize("credit", [", Ada Reed said in an interview", ", reports say", ". Police told us so"])
def test_an_answer_with_a_credit_in_or_beside_its_sentence_is_not_noted(credit: str) -> None:
    one = Article(id="a", source="Coast Wire", text=f"The fire at Port Ellery killed 12 people on Monday{credit}.")
    two = Article(id="b", source="Daily Post", text="The fire at Port Ellery killed 21 people on Monday, police said.")
    report = check([one, two], one_event=True)
    assert [f for f in report.findings if f.kind is Kind.CONTRADICTION]
    assert not notes(report, "no_attribution")


@pytest.mark.parametrize("issuer", ["Harbour Office", "Ellery Tugs plc", "Ellery Barcos S.A."])
def test_who_announces_something_is_its_own_source(issuer: str) -> None:
    one = Article(id="a", source=issuer, text="The fire at Port Ellery killed 12 people on Monday.")
    two = Article(id="b", source="Daily Post", text="The fire at Port Ellery killed 21 people on Monday, police said.")
    report = check([one, two], one_event=True)
    assert [f for f in report.findings if f.kind is Kind.CONTRADICTION]
    assert not notes(report, "no_attribution")


def test_what_all_others_report_and_one_leaves_out_is_noted() -> None:
    own = [
        "The fire at Port Ellery killed 12 people. Crews came from three towns, and the roof fell in at noon.",
        "Twelve people were killed in the fire. The mayor opened the school hall for families with blankets.",
        "A fire has killed twelve people at the port. Trains on the coast line stopped, and buses were sent.",
    ]
    with_it = [Article(id=f"w{n}", source=f"Post {n} Times", text=text) for n, text in enumerate(own)]
    without = Article(
        id="x",
        source="Coast Wire",
        text="The harbour master praised the crews who fought the blaze for nine hours long.",
    )
    found = notes(check([*with_it, without], one_event=True), "omission")
    assert [note.message.startswith("Coast Wire leaves out") for note in found] == [True]
    assert not notes(check(with_it, one_event=True), "omission")


WIRE = "A spaniel called Biscuit dug a tunnel under the distillery fence and drank from a copper vat, Ada Reed said."
TOLD = "Ada Reed told how Biscuit, a spaniel, had tunnelled beneath the fence of the distillery to a vat of copper."


def test_a_story_told_again_in_other_words_is_flagged_and_not_merged() -> None:
    wire = Article(id="w", source="Atlas Wire", text=f"Port Ellery woke late. {WIRE}", published="2031-05-03T08:00")
    later = Article(
        id="l",
        source="Daily Post",
        text=f"What a day in Port Ellery. {TOLD} Atlas Wire reported.",
        published="2031-05-03T18:00",
    )
    other = Article(
        id="o", source="Radio Norte", text="Port Ellery had rain and wind on Monday, and the ferry was late."
    )
    report = check([wire, later, other], one_event=True)
    (edge,) = [e for e in edges(report) if e.link is Link.PARAPHRASES]
    assert (edge.source, edge.target) == ("article:l", "article:w")
    assert "it credits Atlas Wire" in edge.reason
    assert {c.origin for c in report.claims if c.article == "l"} >= {"Daily Post"} or all(
        c.origin == "Atlas Wire" for c in report.claims if c.article == "l"
    )


def test_copied_passages_lead_to_the_earlier_article() -> None:
    sentences = (
        "The yard at the mouth of the river has sold 14 tugs to a wine merchant in Porto. "
        "He will use them to carry barrels from the hills to the sea in the autumn of this year."
    )
    first = Article(id="f", source="Coast Wire", text=sentences, published="2031-05-03T08:00")
    later = Article(id="l", source="Morning Star", text=sentences, published="2031-05-03T18:00")
    (edge,) = [e for e in edges(check([later, first], one_event=True)) if e.link is Link.COPIES]
    assert (edge.source, edge.target, edge.passages) == ("article:l", "article:f", 2)
    assert "earlier" in edge.reason


REPORT = "The report says 14 piles have rotted. " * 4


def test_a_note_can_be_ignored_or_selected_by_its_id() -> None:
    article = Article(id="a", source="Coast Wire", text=REPORT)
    assert notes(check([article]), "unnamed_source")
    assert not notes(check([article], config=read_config({"ignore": ["unnamed_source"]})), "unnamed_source")
    assert notes(check([article], config=read_config({"select": ["unnamed_source"]})), "unnamed_source")
    assert not notes(check([article], config=read_config({"select": ["figures"]})), "unnamed_source")


def test_a_note_that_does_not_exist_is_refused_by_its_name() -> None:
    with pytest.raises(ConfigError, match='did you mean "unnamed_source"'):
        check([], config=read_config({"ignore": ["unamed_source"]}))
