"""What a report says of its outlets."""

from __future__ import annotations

from checker import Article, check


def test_an_outlet_has_its_articles_and_its_origins() -> None:
    report = check(
        [
            Article(id="a", source="Coast Wire", text="The yard sold 14 tugs, Reuters reported. It has 30 welders."),
            Article(id="b", source="Coast Wire", text="The yard opened in 1911 and had 200 welders then."),
            Article(id="c", source="Daily Post", text="The quay was empty on Monday after 9 boats left."),
        ],
        one_event=True,
    )
    coast, post = report.sources
    assert (coast.name, coast.articles, coast.origins) == ("Coast Wire", ("a", "b"), ("Coast Wire", "Reuters"))
    assert [note.split(" for ")[0] for note in coast.notes] == ["rests on Reuters"]
    assert (post.name, post.notes) == ("Daily Post", ())


def test_an_outlet_that_has_everything_from_another_is_said_to() -> None:
    text = "PORTO, May 3 (Reuters) — The yard sold 14 tugs to a merchant. It has 30 welders."
    report = check(
        [Article(id="a", source="Coast Wire", text=text), Article(id="b", source="Daily Post", text="Nothing moved.")],
        one_event=True,
    )
    assert report.sources[0].notes == ("rests on Reuters for everything that was compared",)
