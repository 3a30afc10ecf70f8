"""From articles to a report: what every report must hold to, on small invented articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_event import ALL, DAILY, ELSEWHERE, EVENT, RADIO, WIRE

from checker import check, extract
from checker.comparing.ordering import number_findings
from checker.config import ConfigError, read_config
from checker.model import Article, Kind, MentionKind, QuestionStatus, Report, Severity, Span
from checker.reading import DatelineHint
from checker.text import LONGEST_TEXT
from checker.values.times import TimeValue


@pytest.fixture(scope="module")
def report() -> Report:
    return check(ALL)


def found(report: Report, kind: Kind, rule: str) -> list[frozenset[str]]:
    """The articles that each finding of a kind and rule cites."""
    return [frozenset(e.article for e in f.evidence) for f in report.findings if f.kind is kind and f.rule == rule]


def words_of(report: Report, article: str, field: str) -> str:
    whole = next(a for a in report.articles if a.id == article)
    return whole.text if field == "text" else whole.title or ""


def assert_cites_exact_words(report: Report) -> None:
    for claim in report.claims:
        assert claim.span.of(words_of(report, claim.article, claim.field)) == claim.text
        assert 0 < len(claim.text) <= 200
    for finding in report.findings:
        for evidence in finding.evidence:
            assert words_of(report, evidence.article, evidence.field)[evidence.start : evidence.end] == evidence.text
            assert len(evidence.text) <= 200


def test_every_span_gives_its_own_words(report: Report) -> None:
    assert report.claims
    assert_cites_exact_words(report)


def test_every_article_is_in_one_event(report: Report) -> None:
    assert sorted(a for event in report.events for a in event.articles) == sorted(a.id for a in ALL)
    assert {frozenset(e.articles) for e in report.events} == {
        frozenset(a.id for a in EVENT),
        frozenset({ELSEWHERE.id}),
    }


def test_one_event_skips_grouping() -> None:
    (event,) = check(ALL, one_event=True).events
    assert event.articles == tuple(a.id for a in ALL)


def test_what_differs_is_found_and_what_agrees_is_not(report: Report) -> None:
    assert found(report, Kind.CONTRADICTION, "figures") == [frozenset({"wire", "daily", "radio"})]
    cited = [e.text for f in report.findings if f.kind is Kind.CONTRADICTION for e in f.evidence]
    assert not any("$18 million" in text for text in cited)


def test_a_disagreement_that_two_rules_read_is_said_once(report: Report) -> None:
    said = [(f.kind, f.message, [(e.article, e.text) for e in f.evidence]) for f in report.findings]
    assert all(said.count(one) == 1 for one in said)


def test_a_headline_beside_the_text_is_cited_as_such(report: Report) -> None:
    titles = [c for c in report.claims if c.field == "title"]
    assert {c.article for c in titles} == {"radio"}
    assert all(c.headline for c in titles)


def test_an_article_alone_on_its_event_is_unmeasured(report: Report) -> None:
    assert found(report, Kind.UNMEASURED, "coverage") == [frozenset({"elsewhere"})]


def test_ids_are_unique_and_refer_to_what_is_there(report: Report) -> None:
    claims = {c.id for c in report.claims}
    events = {e.id for e in report.events}
    assert len(claims) == len(report.claims)
    assert [f.id for f in report.findings] == [f"f{n}" for n in range(1, len(report.findings) + 1)]
    assert len({f.fingerprint for f in report.findings}) == len(report.findings)
    for question in report.questions:
        assert question.event in events
        assert {c for answer in question.answers for c in answer.claims} <= claims
    answered = [c for q in report.questions for a in q.answers for c in a.claims]
    assert sorted(answered) == sorted(claims)


def test_findings_come_by_severity_and_kind(report: Report) -> None:
    severities, kinds = list(Severity), list(Kind)
    ranks = [(severities.index(f.severity), kinds.index(f.kind)) for f in report.findings]
    assert ranks == sorted(ranks)


def test_a_question_in_conflict_has_its_finding(report: Report) -> None:
    asked = {q.event for q in report.questions if q.status is QuestionStatus.CONFLICT}
    assert asked == {f.event for f in report.findings if f.kind is Kind.CONTRADICTION}


def test_fingerprints_outlive_an_unrelated_paragraph_and_a_new_outlet_name(report: Report) -> None:
    def differing(one: Report) -> set[tuple[str, str]]:
        return {(f.fingerprint, f.question_key) for f in one.findings if f.kind is Kind.CONTRADICTION}

    longer = replace(WIRE, text=f"{WIRE.text}\nSwans nest on the river bank below the old bridge each spring.\n")
    renamed = replace(DAILY, source="The Ostrava Daily")
    assert differing(check([longer, renamed, RADIO, ELSEWHERE])) == differing(report)


def test_nothing_to_compare_is_no_error() -> None:
    empty = check([])
    assert (empty.findings, empty.events, empty.claims) == ((), (), ())
    blank = check([Article("a", ""), Article("b", " \n"), Article("c", "Ola, bom dia. Não há nada para dizer aqui.")])
    assert {f.kind for f in blank.findings} == {Kind.UNMEASURED}
    assert len(blank.findings) == 3


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="share an id"):
        check([WIRE, replace(DAILY, id="wire")])


def test_an_article_cut_at_the_limit_is_said_to_be() -> None:
    long = replace(WIRE, text=WIRE.text + " " * (LONGEST_TEXT + 1 - len(WIRE.text)))
    messages = [f.message for f in check([long, DAILY]).findings if f.kind is Kind.UNMEASURED]
    assert len(messages) == 1
    assert "not read to its end" in messages[0]
    assert not [f for f in check([WIRE, DAILY]).findings if f.kind is Kind.UNMEASURED]


def test_front_matter_says_nothing() -> None:
    front = "---\nworkers: 999 workers will lose their jobs\n---\n"
    marked = replace(WIRE, text=front + WIRE.text)
    report = check([marked, DAILY], skips={"wire": Span(0, len(front))})
    assert all(c.span.start >= len(front) for c in report.claims if c.article == "wire")
    assert_cites_exact_words(report)


def test_records_are_plain_rows(report: Report) -> None:
    rows = report.to_records()
    assert len({tuple(row) for row in rows}) == 1
    assert len(rows) == sum(max(1, len(f.evidence)) for f in report.findings)
    assert {type(value) for row in rows for value in row.values()} <= {str, int, float}
    assert [row["text"] for row in rows if row["finding"] == "f1"] == [e.text for e in report.findings[0].evidence]


def test_the_configuration_selects_and_sets_rules() -> None:
    config = read_config({"select": ["figures"], "rules": {"figures": {"severity": "note", "single-source": False}}})
    report = check(EVENT, config=config)
    assert {c.rule for c in report.claims} == {"figures"}
    assert {f.severity for f in report.findings} == {Severity.NOTE}
    assert {f.kind for f in report.findings} == {Kind.CONTRADICTION}
    ignored = check(EVENT, config=read_config({"ignore": ["figures"]}))
    assert "figures" not in {c.rule for c in ignored.claims}


def test_aliases_name_outlets_and_their_owner_is_one_origin() -> None:
    config = read_config(
        {
            "sources": {
                "Northline": {"aliases": ["Northline Wire"], "owner": "Bend Media"},
                "Radio Bend": {"owner": "Bend Media"},
            }
        }
    )
    report = check(EVENT, config=config)
    assert [a.source for a in report.articles] == ["Northline", "Ostrava Daily", "Radio Bend"]
    origins = {c.origin for c in report.claims if c.article in ("wire", "radio")}
    assert "Bend Media" in origins
    assert not origins & {"Northline Wire", "Northline", "Radio Bend"}


def test_the_city_of_the_dateline_gives_the_zone_of_clock_times() -> None:
    text = "MUSCAT, Jan 21 (Wire) - The envoys will sign the treaty at 6 p.m. on Thursday in the old customs house.\n"
    article = Article("a", text, published="2031-01-21")
    (time,) = [m.value for m in extract(article).mentions if m.kind is MentionKind.TIME]
    assert isinstance(time, TimeValue)
    assert time.zone == "Asia/Muscat"


def test_a_pipeline_that_is_not_there_is_refused_as_configuration() -> None:
    with pytest.raises(ConfigError, match="no_such_pipeline"):
        check(EVENT, config=read_config({"nlp": {"pipeline": "no_such_pipeline"}}))


def test_the_agency_in_the_head_of_an_article_is_the_origin_of_what_it_says() -> None:
    hints = {"daily": DatelineHint(wire="Northline Wire")}
    report = check(EVENT, hints=hints)
    assert {c.origin for c in report.claims if c.article == "daily"} == {"Northline Wire"}
    assert "Ostrava Daily" in {c.origin for c in check(EVENT).claims}


def fingerprint_disagreements(articles: Sequence[Article]) -> set[str]:
    return {f.fingerprint for f in check(articles).findings if f.kind in (Kind.CONTRADICTION, Kind.FRAMING)}


@pytest.mark.slow
def test_the_order_of_articles_changes_no_disagreement() -> None:
    expected = fingerprint_disagreements(ALL)

    @settings(max_examples=5, deadline=None)
    @given(st.permutations(ALL))
    def compare(articles: list[Article]) -> None:
        assert fingerprint_disagreements(articles) == expected

    compare()


def test_ordering_twice_changes_nothing(report: Report) -> None:
    from checker.run import load_rules

    assert tuple(number_findings(report.findings, load_rules(None))) == report.findings


PIECES = st.sampled_from(
    [
        "The board approved the plan on May 6. ",
        "About 340 workers",
        "430 of them",
        " were hurt.. ",
        "“We will sign,” said Marta Kolar, ",
        "the chief executive",
        "\n\n",
        "\r\n",
        "MUSCAT, Jan 21 (Wire) - ",
        "don t ",
        "**$3.4 billion**",
        "6 p.m. ",
        "first ever ",
        "Share Tweet",
        "\u00a0",
        "é",
        "🚢",
        "\ud83d",
        "The port, which “closed in May”, was shut. ",
        "It will not be signed, the union said on Tuesday. ",
        "two-thirds of the crew",
        "\x00",
        "\u2028",
    ]
) | st.text(max_size=6)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=3), st.none() | st.just("430 hurt"))
def test_any_text_is_reported_with_exact_words(texts: list[str], title: str | None) -> None:
    articles = [Article(f"a{n}", text, title=title, published="2031-05-06") for n, text in enumerate(texts)]
    report = check(articles, one_event=True, everything=True)
    assert_cites_exact_words(report)
    for article in articles:
        extraction = extract(article)
        for mention in extraction.mentions:
            assert mention.span.of(article.text) == mention.text
        for quote in extraction.quotes:
            assert quote.content.end <= len(article.text)
