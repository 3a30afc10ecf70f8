"""Single-source notes: what one origin alone carries, and nothing that another says in its own words."""

from __future__ import annotations

from checker import Article, Finding, Kind, Report, check
from checker.comparing.single import LIMIT, Note, limit_notes
from checker.comparing.worth import WORTHWHILE


def check_pair(one: str, other: str) -> Report:
    """A report on two articles of two outlets."""
    return check(
        [Article(id="a", source="Coast Wire", text=one), Article(id="b", source="Daily Post", text=other)],
        one_event=True,
    )


def notes(report: Report) -> list[Finding]:
    """The single-source notes of a report."""
    return [f for f in report.findings if f.kind is Kind.SINGLE_SOURCE]


def noted(report: Report, words: str) -> bool:
    """Whether a note cites some words."""
    return any(words in e.text for f in notes(report) for e in f.evidence)


def test_a_sum_that_one_article_has_is_noted() -> None:
    report = check_pair("The yard paid $4.2 million for a crane in May.", "The quay was closed for repairs.")
    assert noted(report, "$4.2 million")


def test_a_sum_that_both_have_is_not() -> None:
    report = check_pair(
        "The yard paid $4.2 million for a crane in May.", "A crane was bought by the yard for 4.2 million dollars."
    )
    assert not noted(report, "4.2 million")


def test_a_figure_in_other_words_elsewhere_is_not_noted() -> None:
    report = check_pair(
        "Prices in the shops went up by 4.1 per cent in the year to May.",
        "Annual inflation, at 4.1 percent, was lower than the bank had feared.",
    )
    assert not noted(report, "4.1 per cent")


def test_what_two_have_from_one_origin_is_noted_once_for_both() -> None:
    report = check_pair(
        "The yard has laid off 230 welders, Reuters reported.",
        "Reuters reported that the yard had laid off 230 welders.",
    )
    found = [f for f in notes(report) if f.origins == ("Reuters",)]
    assert [sorted({e.article for e in f.evidence}) for f in found] == [["a", "b"]]


def test_an_article_alone_has_no_single_source_notes() -> None:
    report = check([Article(id="a", source="Coast Wire", text="The yard paid $4.2 million for a crane.")])
    assert notes(report) == []


def test_small_counts_parts_of_the_day_and_datelines_are_not_noted() -> None:
    report = check_pair(
        "PORTO, May 3 (Coast Wire) — The two sides met for lunch. The quay was dark on Sunday night.",
        "Trams ran late because of the rain.",
    )
    assert notes(report) == []


def test_a_note_never_cites_a_figure_that_another_origin_gives() -> None:
    report = check_pair(
        "The company has 11 mills in three countries and has closed none of the 11 mills.",
        "The company runs 11 mills. It pays well.",
    )
    assert not noted(report, "11 mills")


def test_evidence_is_the_very_words() -> None:
    text = "The yard paid $4.2 million for a crane in May. Mayor Ines Duarte told CNBC on May 3 that it was a bargain."
    report = check_pair(text, "The quay was closed for repairs.")
    assert notes(report)
    assert all(text[e.start : e.end] == e.text for f in notes(report) for e in f.evidence)


def test_every_note_is_worth_its_place() -> None:
    report = check_pair("The yard paid $4.2 million for a crane in May.", "The quay was closed for repairs.")
    assert all(f.confidence >= WORTHWHILE for f in notes(report))


def many_notes() -> tuple[Report, Report]:
    """Reports on an article with more to check than is shown, limited and in full."""
    things = "cranes welders anchors lifeboats pumps lanterns barrels forges ladders winches compasses hammocks".split()
    lines = [f"The yard counted {21 + 7 * number} {thing}." for number, thing in enumerate(things)]
    articles = [
        Article(id="a", source="Coast Wire", text="\n\n".join(lines)),
        Article(id="b", source="Daily Post", text="Trams ran late because of the rain."),
    ]
    return check(articles, one_event=True), check(articles, one_event=True, everything=True)


def test_an_article_has_at_most_eight_notes_and_the_rest_is_counted() -> None:
    limited, full = many_notes()
    assert len(notes(full)) > LIMIT
    assert len(notes(limited)) == LIMIT
    assert limited.left_out == len(notes(full)) - LIMIT
    assert full.left_out == 0


def test_a_sentence_is_noted_once() -> None:
    report = check_pair("The yard paid $4.2 million for 14 cranes.", "Trams ran late because of the rain.")
    assert len(notes(report)) == 1


def test_notes_do_not_depend_on_the_order_of_what_was_found() -> None:
    made: list[Note] = []
    assert limit_notes(made) == ([], 0)
    limited, _ = many_notes()
    again, _ = many_notes()
    assert notes(limited) == notes(again)


def test_a_sentence_that_runs_on_may_have_two_notes() -> None:
    text = (
        "The yard paid $4.2 million for a crane in May and the mayor who had come by boat from the islands and had "
        "brought her whole council praised the welders and the band and said that the club had sold 812 barrels of salt"
    )
    report = check_pair(text, "Trams ran late because of the rain.")
    assert noted(report, "$4.2 million")
    assert noted(report, "812 barrels of salt")


def test_a_word_written_as_two_is_heard() -> None:
    report = check_pair(
        "Envoys want to keep rockets from nonstate militias, Reuters reported.",
        "A treaty would keep rockets from non state militias and their backers.",
    )
    assert not noted(report, "nonstate militias")


def test_what_a_quotation_says_is_heard_only_in_a_quotation_of_those_words() -> None:
    report = check_pair(
        'Mayor Ines Duarte told the crowd: "We will drain the dock and count every rusty bolt in it."',
        "Mayor Ines Duarte spoke to the crowd at the dock.",
    )
    assert noted(report, "count every rusty bolt")
