"""A report's word that the article has too stands against the passage that it turns round, and against no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import Article, check
from checker.config import Config
from checker.factuality.alignments import align_tellings
from checker.factuality.covering import cover_by
from checker.factuality.exchanges import find_exchanges
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind

TOWN = (
    "Jeff Holm has agreed to join Harrowgate at the end of the season. "
    "Holm is a sailing international and has won 36 races on the Northern Circuit since spring. "
    "Harrowgate's coach, Mike Brandt, said that Holm was a fine helmsman. "
    "Harrowgate climbed to third place after taking sweet revenge on old rivals Larkhill for defeat. "
    "A brazen thief took a diamond ring from the helmsman's mother just days before she passed away. "
    "The helmsman went online the next day and said that thieves were cowards, and should be locked up. "
    "The helmsman was reunited with his family at Saint Anne Hospital in Larkhill. "
    "Artists placed hats of red stone on some of the statues along the quay of Larkhill in spring. "
    "The town has grown since the bridge was opened. "
    "The next regatta will be held in June. "
    "Tickets for it are sold in the library and at a police station."
)

QUAY = (
    "Rain is expected on Monday. "
    "Ana Reyes was on her way to work from her home just outside Harrowgate, Kent, when she spotted a heron. "
    "Divers from Kyoto raised the bell of the ferry from the bed of the lake on Sunday after two failed attempts. "
    "The old bell will be put on display in Ohio for a season. "
    "The harbour lamp went out during the storm, and the keeper lit it again by hand. "
    "Two wardens of the coast saw the first wave, Lena Solis wrote in a letter to the town. "
    "Deep snow kept the mountain road to Harrowgate from opening, and forty drivers slept in the hall of the school. "
    "A choir from Osaka will sing in June. "
    "Her nephew paints boats in Canada. "
    "Carl Brandt keeps the lamp of the lighthouse. "
    "The town has grown since the bridge was opened."
)


def differ(report: str, article: str = TOWN) -> list[str]:
    articles = [Article(id="a", source="one", text=article), Article(id="b", source="two", text=report)]
    findings = check(articles, one_event=True, config=Config(select=("wording",))).findings
    return [f.why.difference for f in findings if f.kind == "contradiction"]


@pytest.mark.parametrize(
    ("report", "difference"),
    [
        (
            "The next month the helmsman went online to say that thieves were cowards.",
            "“The next month” beside “the next day”",
        ),
        (
            "Artists in Larkhill placed red stone hats along the quay on all of the statues.",
            "“all” beside “some”",
        ),
        (
            "The helmsman was reunited with his family in a police station in Larkhill.",
            "“station” beside “Saint Anne Hospital”",
        ),
        (
            "Mike Brandt won 36 races on the Northern Circuit since spring.",
            "“Mike Brandt won” beside “Holm Jeff won”",
        ),
    ],
)
def test_a_word_of_the_article_counts_where_the_passage_retold_has_another(report: str, difference: str) -> None:
    assert any(found.startswith(difference) for found in differ(report)), differ(report)


@pytest.mark.parametrize(
    "report",
    [
        "Her diamond ring was taken by a thief days before she passed away.",
        "The next day the helmsman went online to say that thieves were cowards.",
        "Artists placed hats of red stone on some of the statues along the quay of Larkhill in spring.",
        "The helmsman was reunited with his family in a hospital in Larkhill.",
        "Harrowgate took revenge on Larkhill for defeat in the regatta.",
        "Larkhill suffers the revenge of Harrowgate for defeat in the regatta.",
        "Jeff Holm won 36 races on the Northern Circuit.",
        "Mike Brandt praised Holm, who won 36 races on the Northern Circuit.",
    ],
)
def test_a_report_that_says_what_a_passage_says_is_left_alone(report: str) -> None:
    assert differ(report) == []


@pytest.mark.parametrize(
    ("report", "difference"),
    [
        ("Ana Reyes spotted a heron in Harrowgate, Kent.", "“in Harrowgate” beside “outside Harrowgate”"),
        (
            "The lamp of the harbour went out after the storm, and the keeper lit it again.",
            "“after storm” beside “during storm”",
        ),
        (
            "After two failed attempts divers raised the bell of the ferry from the bed of the lake in Osaka.",
            "“Osaka” beside “Kyoto”",
        ),
        (
            "Forty drivers slept in the hall of the school, as the mountain road to Harrowgate was blocked by rain.",
            "“rain” beside “snow”",
        ),
    ],
)
def test_where_when_and_by_what_count_wherever_in_the_sentence_they_stand(report: str, difference: str) -> None:
    assert differ(report, QUAY) == [difference]


@pytest.mark.parametrize(
    "report",
    [
        "Ana Reyes spotted a heron outside Harrowgate.",
        "Ana Reyes spotted a heron outside a Harrowgate mill.",
        "After two failed attempts divers raised the bell of the ferry from the bed of the lake in Japan.",
        "The bell will be put on display in America.",
        "Carl Brandt said that two wardens of the coast saw the first wave.",
        "Osaka saw divers raise the bell of the ferry from the bed of the lake after two failed attempts.",
    ],
)
def test_a_wider_place_another_speaker_and_a_place_that_acts_are_left_alone(report: str) -> None:
    assert differ(report, QUAY) == []


def test_what_stands_before_a_name_as_part_of_it_is_left_out_with_it() -> None:
    report, passage = tell("clerk", "phone", "Coppel", "Ondal"), tell("clerk", "phone", "Ferrix")
    parts = tuple(replace(u, head=3, role="mod") if u.text == "Coppel" else u for u in report.telling.units)
    aligned = align_tellings(Telling(parts), passage.telling)
    assert cover_by(Telling(parts), aligned, 3, lambda unit: 0.0) == 1.0
    assert cover_by(report.telling, aligned, 3, lambda unit: 0.0) == pytest.approx(2 / 3)


def tell(*words: str) -> SentenceValue:
    """A statement of names (in capitals), with "on" before a unit for the word that leads to it, around "revenge"."""
    units = []
    for word in words:
        before, _, text = word.rpartition(" ")
        kind = UnitKind.NAME if text.istitle() else UnitKind.ADJECTIVE if text == "sweet" else UnitKind.NOUN
        units.append(Unit(text, text.lower(), kind, -1, "pred", tuple(before.split()), 1.0, 0, 0))
    return SentenceValue(" ".join(words), (), Telling(tuple(units)))


@pytest.mark.parametrize(
    ("article", "counts"),
    [
        (("Harrowgate", "sweet", "revenge", "on rivals", "Larkhill", "regatta"), True),
        (("Larkhill", "sweet", "revenge", "on rivals", "Harrowgate", "regatta"), False),
        (("Harrowgate", "sweet", "revenge", "by rivals", "Larkhill", "regatta"), False),
    ],
)
def test_two_names_count_where_each_is_in_the_place_of_the_other(article: tuple[str, ...], counts: bool) -> None:
    report, passage = tell("Larkhill", "revenge", "on Harrowgate", "regatta"), tell(*article)
    found = find_exchanges(report, passage, align_tellings(report.telling, passage.telling))
    assert [s.reason for s in found] == (["“revenge … Harrowgate” beside “revenge … Larkhill”"] if counts else [])
