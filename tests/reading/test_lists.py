"""What extraction drops of an article's lists is put back at its place, and what stands around an article stays out."""

from __future__ import annotations

from checker.reading.pages import read_html

FIRST = "The harbour board and the pilots' union settled on Tuesday night, after eleven days without a ship in port."
SECOND = "A pilot in the neighbouring port starts on a basic wage of 96,000 crowns a month, a third more than here."
THIRD = "The board had rejected an offer of the union on 3 September, and talks began again two weeks after that."


def page(inside: str, around: str = "") -> str:
    html = f"<html><body><h1>Pilots settle</h1><div class='story'>{inside}</div>{around}</body></html>"
    return read_html(html.encode())[0].text


def test_a_short_list_between_paragraphs_is_kept_with_its_heading() -> None:
    terms = "<h2>The terms</h2><ul><li>Pay: up by 12 per cent</li><li>First payment: January</li></ul>"
    text = page(f"<p>{FIRST}</p>{terms}<p>{SECOND}</p><p>{THIRD}</p>")
    lines = text.split("\n")
    at = lines.index("The terms")
    assert lines[at : at + 3] == ["The terms", "- Pay: up by 12 per cent", "- First payment: January"]
    assert text.index(FIRST) < text.index("The terms") < text.index(SECOND)
    assert text.count("First payment") == 1


def test_rows_and_terms_are_kept_as_lines() -> None:
    rows = "<table><tr><th>Pay</th><td>12%</td></tr></table><dl><dt>Ships</dt><dd>41</dd></dl>"
    text = page(f"<p>{FIRST}</p><p>{SECOND}</p>{rows}<p>{THIRD}</p>")
    assert "Pay | 12%" in text
    assert "- Ships: 41" in text


def test_menus_and_links_to_other_stories_stay_out() -> None:
    links = "<ul><li><a href='/a'>Pilots vote to strike</a></li><li><a href='/b'>Port stands still</a></li></ul>"
    marked = "<ul class='related-stories'><li>Board names a chairman</li></ul>"
    text = page(
        f"<p>{FIRST}</p>{links}<p>{SECOND}</p>{marked}<p>{THIRD}</p>", "<ul><li>Sport</li><li>Weather</li></ul>"
    )
    assert "vote to strike" not in text
    assert "chairman" not in text
    assert "Weather" not in text
