"""Articles are grouped by the event they are about, whatever their style, and apart from look-alikes."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.linking.events import group_events, label_event, nearness
from checker.linking.signatures import likeness, sign_articles
from checker.model import Article

WIRE = Article(
    id="wire",
    title="Ferry with 212 aboard runs aground off Tresko",
    published="2031-04-02",
    text="PORT ELDRAN, April 2 (Shoreline Wire) - The ferry Marisol ran aground on a sandbank off Tresko island "
    "on Wednesday with 212 people aboard, the coastguard of Velmora said. Eleven passengers were treated for "
    "cuts. Captain Ilse Brandt told investigators that the steering had failed. The operator, Norrline, "
    "apologised for the delay.",
)
LOCAL = Article(
    id="local",
    title="'We thought it was the wind'",
    published="2031-04-04",
    text="Grandmothers sang on the sloping deck while they waited, and on Tresko they are still talking about it. "
    "Pia Lund was pouring tea when the Marisol stopped dead. Her cup went one way and her dog the other. "
    "Lifeboats from Port Eldran brought everyone off by dusk. Captain Brandt was the last to leave.",
)
SCRAPE = Article(
    id="scrape",
    text="Share   Tweet   Print\nFERRY FIASCO  Marisol stuck fast  off Tresko\nHundreds were stranded. after a "
    "Norrline ferry ploughed into the sand. passengers told of chaos. as crew handed out biscuits\nRead more "
    "  Ten best beaches",
)
ELSEWHERE = Article(
    id="elsewhere",
    title="Ferry runs aground near Skelby, 90 taken off",
    published="2031-04-03",
    text="SKELBY, April 3 - A ferry ran aground in fog near the harbour of Skelby on Thursday, and 90 people were "
    "taken off by lifeboats, the harbour master, Tom Aske, said. Nobody was hurt. The owner, Quayside "
    "Cruises, blamed a faulty radar on the Silver Heron and said that its other boats would stay in port. "
    "Aske told reporters on the quay at Skelby that the fog had come down within minutes. The mayor, Ruth "
    "Calloway, thanked the volunteers, who had been at a wedding. The accident came a day after the Marisol "
    "struck a sandbank off Tresko, hundreds of miles away. Quayside Cruises has sailed from Skelby since "
    "1988, and the Silver Heron, its oldest boat, was to be sold in the autumn, Calloway said.",
)
COURT = Article(
    id="court",
    title="Judge halts sale of Ostrava glassworks",
    published="2031-04-03",
    text="A judge in Ostrava stopped the sale of the city's glassworks on Thursday, a week before it was to pass "
    "to the Halden fund. Unions had argued that pensions were not covered.",
)


def groups_of(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(group) for group in group_events(articles)}


def test_accounts_of_one_event_in_quite_different_styles_are_one_event() -> None:
    assert groups_of(WIRE, LOCAL, SCRAPE) == {frozenset({"wire", "local", "scrape"})}


def test_another_accident_of_the_same_kind_is_another_event_even_when_it_mentions_this_one() -> None:
    assert groups_of(WIRE, LOCAL, SCRAPE, ELSEWHERE) == {
        frozenset({"wire", "local", "scrape"}),
        frozenset({"elsewhere"}),
    }


def test_unrelated_news_of_the_same_day_is_apart() -> None:
    assert groups_of(WIRE, COURT) == {frozenset({"wire"}), frozenset({"court"})}


def test_an_article_and_a_sentence_that_sums_it_up_are_one_event() -> None:
    summary = Article(
        id="sum", text="A Norrline ferry with 212 people aboard has run aground off the island of Tresko."
    )
    assert groups_of(WIRE, summary) == {frozenset({"wire", "sum"})}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    articles = [WIRE, LOCAL, SCRAPE, ELSEWHERE, COURT]
    random.Random(seed).shuffle(articles)
    assert groups_of(*articles) == groups_of(WIRE, LOCAL, SCRAPE, ELSEWHERE, COURT)


def test_groups_come_in_the_order_given() -> None:
    assert group_events([COURT, SCRAPE, WIRE]) == (("court",), ("scrape", "wire"))


def test_nothing_and_articles_without_words_are_grouped_too() -> None:
    assert group_events([]) == ()
    assert group_events([Article(id="a", text=""), Article(id="b", text="?!")]) == (("a",), ("b",))


@settings(max_examples=40)
@given(st.lists(st.text(alphabet="abc ABC.\n19é", max_size=60), max_size=12))
def test_every_article_is_in_exactly_one_group(texts: list[str]) -> None:
    articles = [Article(id=str(k), text=text) for k, text in enumerate(texts)]
    grouped = [i for group in group_events(articles) for i in group]
    assert sorted(grouped) == sorted(a.id for a in articles)


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    first, second = sign_articles([Article(id="1", text=one), Article(id="2", text=other)])
    assert likeness(first, second) == pytest.approx(likeness(second, first))
    assert 0 <= likeness(first, second) <= 1 + 1e-9


def invent_archive(events: int) -> list[Article]:
    """Two articles an event, each event with names of its own and the archive with one vocabulary."""
    draw = random.Random(7)
    common = ["minister", "harbour", "factory", "strike", "storm", "budget", "school", "engine", "bridge", "harvest"]

    def name() -> str:
        return "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(4)).capitalize()

    archive = []
    for event in range(events):
        names = [name() for _ in range(6)]
        for side in "ab":
            told = [
                f"The {draw.choice(common)} of {draw.choice(names)} met {n} over the {draw.choice(common)}."
                for n in names
            ]
            archive.append(Article(id=f"{event}{side}", text=" ".join(told)))
    return archive


def test_an_archive_is_grouped_through_its_index() -> None:
    archive = invent_archive(60)
    assert groups_of(*archive) == {frozenset({f"{k}a", f"{k}b"}) for k in range(60)}


def test_the_same_story_months_later_is_less_alike_than_within_days() -> None:
    day = date(2031, 4, 1)
    assert nearness(day, date(2031, 4, 3)) == 1
    assert 0.5 < nearness(day, date(2031, 12, 3)) < 1
    assert nearness(day, None) == 1


def test_the_label_is_the_headline_that_the_articles_share_most() -> None:
    assert label_event([LOCAL, WIRE, SCRAPE]) == WIRE.title
    assert label_event([]) == ""


def test_a_long_first_line_is_cut_at_a_word() -> None:
    label = label_event([Article(id="x", text="Velmora's " + "very " * 40 + "long line")])
    assert len(label) <= 91
    assert label.endswith("very…")


COLUMN = Article(
    id="column",
    text="Give the woman her medal. My neighbour keeps bees and a boat, and her opinion of sandbanks is low. Pia Lund "
    "lost a cup, a whole afternoon and her faith in timetables off Tresko. Nobody at Norrline has rung her. I asked "
    "Brandt what she would have done in her place, and got a look that could have floated the Marisol by itself.",
)
PASSING = Article(
    id="passing",
    title="Harbour fees to double in Skelby",
    text="SKELBY, April 5 - The council of Skelby voted on Friday to double the fees of its harbour from June, over "
    "the protest of anglers, who filled the gallery with rods and placards. Treasurer Odd Hamre called it overdue: "
    "the quay has not been dredged since his father sat in the same chair, and the crane is older than both. Anglers "
    "pay 40 crowns a year for a berth; they would pay 80. Opposition leader Siri Moen wanted a levy on hotels. The "
    "Norrline company, whose ferry Marisol under Ilse Brandt ran aground off Tresko this week, will pay most. The "
    "vote was 14 to 9, and anglers will appeal.",
)


def test_a_column_on_the_same_people_joins_and_a_mention_in_passing_does_not() -> None:
    groups = group_events([WIRE, LOCAL, SCRAPE, COLUMN, PASSING])
    assert any({"wire", "local", "column"} <= set(group) for group in groups)
    assert ("passing",) in groups
