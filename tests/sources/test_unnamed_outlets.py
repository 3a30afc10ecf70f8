"""Articles of which nobody knows who published them: they go by their file's name, which is no credit to anybody."""

from __future__ import annotations

from checker import Article, check


def test_an_article_does_not_credit_itself_by_the_name_of_its_file() -> None:
    texts = {
        "a": "A fire broke out at the Arlow mill on Sunday night. A cigarette had set it off, the fire chief said.",
        "b": "The fire at the Arlow mill on Sunday night was started by lightning, the fire chief said.",
    }
    report = check([Article(id=name, text=text) for name, text in texts.items()], one_event=True)
    credited = {edge.target for source in report.sources for edge in source.graph.edges if edge.link == "credits"}
    assert not credited & {"outlet:a", "outlet:b"}
