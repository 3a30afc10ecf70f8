from datetime import date

from checker.model import Article
from checker.reading import borrow_days

DATED = Article("d", "The ferry sank, officials said.", published="2030-11-09")


def borrow(text: str, *dated: Article) -> date | None:
    return borrow_days([Article("u", text), *dated]).get("u")


def test_a_dateline_takes_the_nearest_year() -> None:
    assert borrow("OSLO, Nov 6 (Fjord Wire) - The ferry sank.", DATED) == date(2030, 11, 6)


def test_a_year_ends_between_dateline_and_the_other_article() -> None:
    other = Article("d", "x", published="2031-01-02")
    assert borrow("OSLO, Dec 31 (Fjord Wire) - The ferry sank.", other) == date(2030, 12, 31)


def test_a_dateline_of_another_season_is_left_alone() -> None:
    assert borrow("OSLO, June 6 (Fjord Wire) - The ferry sank.", DATED) is None


def test_of_two_readings_the_near_one_is_taken() -> None:
    text = "HARBOUR LINES | MEDIA RELEASE | 06/11/2030\n\nFERRY RAISED\n\nThe ferry was raised today, the firm said."
    assert borrow(text, DATED) == date(2030, 11, 6)


def test_an_issue_day_is_the_first_such_weekday() -> None:
    assert borrow("Ferry raised from the sea\nHarbour Drum, Tuesday\n\nIt was raised.", DATED) == date(2030, 11, 12)


def test_nothing_is_borrowed_where_no_article_has_a_day() -> None:
    assert borrow_days([Article("u", "OSLO, Nov 6 (Fjord Wire) - The ferry sank."), Article("v", "It sank.")]) == {}


def test_an_articles_own_day_is_never_replaced() -> None:
    own = Article("u", "OSLO, Nov 6 (Fjord Wire) - The ferry sank.", published="2029-11-06")
    assert borrow_days([own, DATED]) == {}
