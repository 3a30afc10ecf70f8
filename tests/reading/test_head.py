"""What is plainly in the head of an article is found; what is not plain is left out."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.head import read_head

BODY = (
    "The ferry left the harbour shortly after nine in the morning with more people on board than it was built for, two "
    "officials said.\nIt came back empty."
)


def test_an_agency_story() -> None:
    head = read_head(
        f"Ferry sinks off the coast\nBy Ann Lee\n\nLIMASSOL, Sept 12 (Harbour Wire) - {BODY}\n(Editing by Bo Roe)"
    )
    assert head.title == "Ferry sinks off the coast"
    assert head.source == "Harbour Wire"
    assert head.authors == ("Ann Lee",)
    assert head.published is None
    assert head.hint is not None
    assert (head.hint.city, head.hint.month, head.hint.day) == ("Limassol", 9, 12)


def test_a_datelines_year_is_taken_from_the_same_day_named_in_the_article() -> None:
    head = read_head(f"LIMASSOL, Sept 12 (Harbour Wire) - {BODY} It sank on September 12, 2030, a Thursday.")
    assert head.published == date(2030, 9, 12)


def test_a_datelines_year_is_not_taken_from_another_day() -> None:
    assert read_head(f"LIMASSOL, Sept 12 (Harbour Wire) - {BODY} It was built on 3 May 2029.").published is None


def test_a_scraped_page_with_its_menu() -> None:
    head = read_head(
        "CoastReader  News  Sport  Weather  Log in\nFerry sinks off the coast\n"
        f"Nov 7 2030  Reading time 2 min  0 comments\n{BODY}"
    )
    assert (head.source, head.title, head.published) == ("CoastReader", "Ferry sinks off the coast", date(2030, 11, 7))


def test_a_menu_without_a_name_names_no_source() -> None:
    head = read_head(f"HOME  NEWS  SPORT  LOGIN\nFerry sinks off the coast\n{BODY}")
    assert (head.source, head.title) == (None, "Ferry sinks off the coast")


@pytest.mark.parametrize(
    ("line", "source", "published"),
    [
        ("The Harbour Observer | Long read | 20 May 2029", "The Harbour Observer", date(2029, 5, 20)),
        ("Limassol Evening Post, 13/10/2029", "Limassol Evening Post", date(2029, 10, 13)),
        ("The Harbour Review, London. 7 June 2029. By Ann Lee", "The Harbour Review", date(2029, 6, 7)),
        ("Voice of the Coast. English Service. 22.01.2033", "Voice of the Coast", date(2033, 1, 22)),
        ("Posted: Saturday 14/09/2030, 08:05", None, datetime(2030, 9, 14, 8, 5)),
        ("Published 05:00 19/03/2032   Updated 05:41 20/03/2032   1.4k shares", None, datetime(2032, 3, 19, 5)),
        ("May 3 2031   Read time 3 minutes", None, date(2031, 5, 3)),
        ("Embargoed until 18 March 2032", None, date(2032, 3, 18)),
        ("The Harbour Ear | 14 March 2031", "The Harbour Ear", date(2031, 3, 14)),
        ("The Valley Star — Friday 14 March 2031", "The Valley Star", date(2031, 3, 14)),
        ("valleystar.example | 2031/05/03", "valleystar.example", date(2031, 5, 3)),
        ("Updated March 3, 2031 at 4:15 PM EST", None, datetime(2031, 3, 3, 16, 15)),
        ("By Ann Lee | The Ledger Blog | March 5, 2031", "The Ledger Blog", date(2031, 3, 5)),
    ],
)
def test_lines_that_name_outlet_and_day(line: str, source: str | None, published: date) -> None:
    head = read_head(f"Ferry sinks off the coast\n{line}\n\n{BODY}")
    assert (head.title, head.source, head.published) == ("Ferry sinks off the coast", source, published)


@pytest.mark.parametrize(
    "line",
    [
        "The talks began on 3 May 2031 in Oslo.",
        "Minister to resign on 3 May 2031",
        "Opening hours changed, 3 May 2031 to 9 May 2031, for repairs",
        "Posted 04/05/2031",
        "Prisoner released on 3 May 2031 goes home",
        "Figures published 3 May 2031 show a fall",
        "Released 3 May 2031, the figures show a fall",
    ],
)
def test_other_dates_are_not_the_day_of_publication(line: str) -> None:
    assert read_head(f"Ferry sinks off the coast\n{line}\n\n{BODY}").published is None


def test_two_dated_lines_that_disagree_give_no_day() -> None:
    head = read_head(f"Ferry sinks off the coast\nMuscat, 3 May 2031\nPosted: 9 May 2031\n\n{BODY}")
    assert head.published is None


def test_an_issue_line_gives_the_weekday_alone() -> None:
    head = read_head(f"Ferry sinks off the coast\nHarbour Drum, Wednesday\n\n{BODY}")
    assert (head.source, head.published) == ("Harbour Drum", None)
    assert head.hint is not None
    assert head.hint.weekday == 2


def test_a_press_release_of_an_institution() -> None:
    head = read_head(f"NATIONAL FERRY OFFICE\nLimassol, 3rd May 2031\n\nSERVICE IS SUSPENDED UNTIL JUNE\n\n{BODY}")
    assert (head.source, head.title) == ("NATIONAL FERRY OFFICE", "SERVICE IS SUSPENDED UNTIL JUNE")
    assert head.published == date(2031, 5, 3)


@pytest.mark.parametrize(
    ("first", "second", "source"),
    [
        ("STATEMENT BY THE MINISTRY OF PORTS", "12 March 2031", "MINISTRY OF PORTS"),
        ("Ministry of Ports, Republic of Kesh", "Press Release No. 14/2031", "Ministry of Ports, Republic of Kesh"),
        ("PRESS RELEASE – 12 March 2031", "Harbour Lines buys its rival", None),
    ],
)
def test_heads_of_releases(first: str, second: str, source: str | None) -> None:
    assert read_head(f"{first}\n{second}\n\n{BODY}").source == source


@pytest.mark.parametrize(
    "line", ["By Ann Lee, Business Editor", "By Ann Lee, World News Reporter", "By Dr Ann Star | 3 May 2031"]
)
def test_a_persons_function_is_no_outlet(line: str) -> None:
    assert read_head(f"Ferry sinks off the coast\n{line}\n\n{BODY}").source is None


def test_a_copyright_line_names_the_outlet_or_the_agency() -> None:
    footer = "Copyright 2031 The Harbour Press. All rights reserved."
    assert read_head(f"Ferry sinks off the coast\n\n{BODY}\n{footer}").source == "The Harbour Press"
    head = read_head(f"CoastReader  News  Sport  Log in\nFerry sinks off the coast\n{BODY}\n{footer}")
    assert head.source == "CoastReader"
    assert head.hint is not None
    assert head.hint.wire == "The Harbour Press"


def test_a_day_without_its_year_is_a_hint() -> None:
    head = read_head(f"Ferry sinks off the coast\nAnn Lee, Skipton. Saturday 20 March\n\n{BODY}")
    assert head.published is None
    assert head.hint is not None
    assert (head.hint.month, head.hint.day) == (3, 20)


def test_a_press_release_of_a_company() -> None:
    head = read_head(
        "FOR IMMEDIATE RELEASE\n\nHarbour Lines to Buy Coast Ferries\n\nAKRON, Ohio – April 10, 2028 – Harbour Lines "
        f"Corporation (“Harbour”) today announced an offer. {BODY}"
    )
    assert (head.source, head.title) == ("Harbour Lines Corporation", "Harbour Lines to Buy Coast Ferries")
    assert head.published == date(2028, 4, 10)


def test_a_credit_is_the_source_where_the_page_names_none() -> None:
    assert read_head(f"Ferry sinks off the coast\nSource: Harbour Wire\n\n{BODY}").source == "Harbour Wire"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE AND BO ROE", ("Ann Lee", "Bo Roe")),
        ("By Ann Lee, Bo van Roe and Dr. Cy O'Neill-Smith", ("Ann Lee", "Bo van Roe", "Dr. Cy O'Neill-Smith")),
        ("By Ann Lee LONDON", ("Ann Lee",)),
        ("By the time it sank", ()),
        ("By Monday it had sunk", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert read_head(f"Ferry sinks off the coast\n{line}\n\n{BODY}").authors == authors


@pytest.mark.parametrize(
    "first",
    [
        "The ferry left the harbour.",
        "Image copyright Harbour Pictures",
        "Tags: ferry, harbour",
        "1. What happened",
        "Read time 4 minutes",
        "x",
    ],
)
def test_first_lines_that_are_no_headline(first: str) -> None:
    assert read_head(f"{first}\n{BODY}").title is None


def test_a_headline_alone_is_no_article_with_a_headline() -> None:
    assert read_head("Ferry sinks off the coast").title is None


@given(st.text())
def test_any_text_has_a_head(text: str) -> None:
    head = read_head(text)
    assert head.title is None or head.title in " ".join(text.split("\n")) or head.title.strip("#> ") in text
