"""What formats show of how answers stand: numbers with reasons, what hangs on whom, letters, and the drawing."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from sample_report import format_of, module, sample
from sample_standings import stood

from checker.formats import Options
from checker.model import Footing, OutletRecord, Report, Source, ValueType
from checker.sources.grading import grade_source

drawing = module("drawing")
panel = module("panel")
pulls = module("pulls")
spoken = module("spoken")
standings = module("standings")
view = module("view")


def look(report: Report) -> Any:
    return view.View(report, Options())


def shown(report: Report) -> list[Any]:
    return list(standings.stand_questions(look(report)))


def test_a_dispute_comes_first_and_every_number_has_its_reasons() -> None:
    found = shown(stood())
    assert found[0].footing is Footing.CONTESTED
    for standing in found:
        for stand in standing.stands:
            assert stand.code in "123456"
            assert stand.label
            assert stand.reasons
            assert stand.why().startswith(f"{stand.code} {stand.label}: ")


def test_a_question_says_what_hangs_on_whom() -> None:
    toll = next(s for s in shown(stood()) if s.footing is Footing.CONTESTED)
    assert "without Daily <Post>: corroborated" in toll.flips
    ferry = next(s for s in shown(stood()) if "passengers" in s.question.label)
    assert ferry.footing is Footing.CORROBORATED
    assert ferry.hangs() == "it stands the same whichever origin is left out"
    assert ferry.behind.startswith("3 outlets, 3 origins")


def test_an_article_without_an_outlet_goes_by_its_file() -> None:
    origins = {origin for s in shown(stood()) for origin in s.origins()}
    assert "nameless.txt" in origins
    assert "nameless" not in origins


def test_what_hangs_on_an_origin_is_added_up() -> None:
    found = {pull.origin: pull for pull in pulls.pull_origins(look(stood()))}
    assert "1 contested would be corroborated" in found["Daily <Post>"].lines
    counts = [len(pull.questions) for pull in pulls.pull_origins(look(stood()))]
    assert counts == sorted(counts, reverse=True)


def test_a_statement_as_a_whole_is_not_shown_where_a_figure_in_it_stands_the_same() -> None:
    rules = [standing.question.rule for standing in shown(stood())]
    assert "figures" in rules
    assert "wording" not in rules


def test_questions_that_are_not_shown_are_counted() -> None:
    found = standings.stand_questions(look(stood()))
    hidden = standings.count_unshown(look(stood()), found)
    assert sum(hidden.values()) + len(found) == len(stood().questions)


def test_letter_and_number_stand_side_by_side() -> None:
    report = look(stood())
    wire = next(p for p in panel.open_panels(report, standings.stand_questions(report)) if p.name == "Coast Wire")
    assert (wire.letter, wire.label) == ("F", "cannot be judged")
    assert any("too few to judge" in reason for reason in wire.reasons)
    assert {given.code for given in wire.given} <= {f"F{n}" for n in range(1, 7)}
    assert wire.given


def test_the_drawing_leads_from_outlets_over_what_they_carry_to_people() -> None:
    made = drawing.draw_report(look(stood()))
    assert made is not None
    titles = {line.title for line in made.lines}
    assert any(title.startswith("Coast Wire credits CNBC") for title in titles)
    assert any(title.startswith("Daily <Post> credits Coast Wire") for title in titles)
    assert all(title in made.description for title in titles)
    places = [(box.x, box.y) for box in made.boxes]
    assert len(set(places)) == len(places)
    assert all(x >= 0 and x + drawing.BOX <= made.width for x, _ in places)
    assert all(y >= 0 and y + drawing.HEIGHT <= made.height for _, y in places)


def test_a_line_that_passes_a_column_has_a_row_of_its_own() -> None:
    made = drawing.draw_report(look(stood()))
    assert made is not None
    boxes = {(box.x, box.y + drawing.HEIGHT // 2) for box in made.boxes}
    for line in made.lines:
        # The straight stretch of a line starts where its first curve ends: no box is there.
        through = re.search(r"C[^M]*? (\d+) (\d+)h\d+", line.path)
        if through is not None:
            assert (int(through[1]), int(through[2])) not in boxes


def test_an_outlet_that_cites_nobody_has_no_drawing() -> None:
    assert (
        drawing.draw_source(Source("Coast Wire", ("wire",)), look(replace(stood(), sources=stood().sources[:1])))
        is None
    )


class Parts(HTMLParser):
    """The ids of a page, what its links lead to, and the tags that are open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.labels: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if (given.get("href") or "").startswith("#"):
            self.links.add((given["href"] or "")[1:])
        self.labels.update((given.get("aria-labelledby") or "").split())


def test_every_link_and_label_of_the_page_leads_somewhere_and_no_id_comes_twice() -> None:
    parts = Parts(format_of("html").write(stood(), Options()))
    assert len(set(parts.ids)) == len(parts.ids)
    assert parts.links <= set(parts.ids)
    assert parts.labels <= set(parts.ids)


def test_the_drawing_of_the_page_has_a_title_and_a_description_and_loads_nothing() -> None:
    text = format_of("html").write(stood(), Options())
    graph, *_ = re.findall(r'<svg[^>]*role="img".*?</svg>', text, flags=re.DOTALL)
    assert re.search(r"<title id=\"g0-title\">[^<]+</title>", graph)
    assert re.search(r"<desc id=\"g0-desc\">[^<]+</desc>", graph)
    assert "Daily &lt;Post&gt;" in graph
    assert "style=" not in graph
    assert "href" not in graph


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_each_format_tells_number_footing_letter_and_what_hangs(name: str) -> None:
    text = format_of(name).write(stood(), Options(width=200))
    if name == "html":
        text = unescape(re.sub(r"<[^>]+>", "", text))
    text = re.sub(r"\s+", " ", text).replace("\\", "")
    for words in ("confirmed by other origins", "corroborated", "contested", "cannot be judged", "too few to judge"):
        assert words in text.casefold(), words
    assert "single origin" in text.casefold()
    assert "without daily <post>: corroborated" in text.casefold()


@pytest.mark.parametrize("name", ["html", "markdown", "text", "csv"])
def test_a_report_without_grades_is_still_written(name: str) -> None:
    text = format_of(name).write(sample(), Options())
    assert text
    assert "None" not in re.sub(r"<[^>]+>", "", text).split()


def test_no_format_calls_anything_true_or_false() -> None:
    for name, start in (
        ("html", '<section id="behind"'),
        ("markdown", "## Who is behind it"),
        ("text", "CORROBORATED ("),
    ):
        text = format_of(name).write(stood(), Options())
        said = re.sub(r"<(style|script).*?</\1>|<[^>]+>", "", text[text.index(start) :], flags=re.DOTALL)
        assert not re.search(r"\b(true|false|truth)\b", said, flags=re.IGNORECASE), name


def test_a_history_is_told_with_the_letter() -> None:
    record = OutletRecord("Coast Wire", 60, 1)
    first, *rest = stood().sources
    graded = replace(first, grade=grade_source(OutletRecord("Coast Wire", 2, 0), record))
    text = format_of("html").write(replace(stood(), sources=(graded, *rest)), Options())
    assert "in its history" in text
    assert "and the history given" in text


class Said:
    """A value with its words and its canonical form."""

    def __init__(self, type_: ValueType, text: str, normalized: str) -> None:
        self.type, self.text, self.normalized = type_, text, normalized


@pytest.mark.parametrize(
    ("value", "clause", "spoken_as"),
    [
        (Said(ValueType.MONEY, "$25 million", "USD 25000000"), "offered $25 million", "$25 million"),
        (Said(ValueType.NUMBER, "6.8", "6.8 magnitude"), "a 6.8 quake", "6.8 magnitude"),
        (Said(ValueType.TIME, "midday", "2029-05-17T12:00 Europe/Oslo"), "at midday", "midday (2029-05-17 12:00)"),
        (Said(ValueType.DATE, "Monday", "XXXX-WXX-1"), "on Monday", "Monday"),
        (Said(ValueType.STATUS, "agreed to", "agreed"), "they agreed to", "agreed"),
        (Said(ValueType.STATUS, "shut", "access: shut"), ", the port was shut,", "“the port was shut”"),
        (Said(ValueType.STATUS, "told", "tone 2"), "“We left,” he told us", "“We left,” he told us"),
        (Said(ValueType.ROLE, "Mayor", "mayor"), "Mayor Ada Reed", "Mayor"),
        (Said(ValueType.TEXT, "", "gas cylinder"), "", "gas cylinder"),
    ],
)
def test_an_answer_is_spoken_in_the_words_that_read_best(value: Said, clause: str, spoken_as: str) -> None:
    assert spoken.say_value(value, clause) == spoken_as
