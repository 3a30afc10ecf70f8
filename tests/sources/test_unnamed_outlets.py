"""Articles of which nobody knows who published them: they go by their file's name, which is no credit to anybody."""

from __future__ import annotations

from checker import Article, check


def test_an_article_does_not_credit_itself_by_the_name_of_its_file() -> None:
    texts = {"a": "A mill burned down in Arlow. Two men died.", "b": "Two men died at a mill in Arlow, a chief said."}
    report = check([Article(id=name, text=text) for name, text in texts.items()], one_event=True)
    credited = {edge.target for source in report.sources for edge in source.graph.edges if edge.link == "credits"}
    assert not credited & {"outlet:a", "outlet:b"}
