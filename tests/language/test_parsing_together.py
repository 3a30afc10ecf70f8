"""Articles that are parsed together read as each does alone."""

import pytest

from checker import Article
from checker.language import analyse, analyse_together, analysis
from checker.model import Span

ARTICLES = (
    Article("a", "Quake kills 31 near Port Amsel\n\nRescuers reached the valley on Tuesday. They had found nobody."),
    Article("b", "---\ntitle: Harbour\n---\n\nThe harbour reopened after the strike, the mayor said."),
    Article("c", "Le conseil municipal a voté hier soir le budget de la ville pour les deux prochaines années."),
    Article("d", "Council approves budget\n\n" + "The council approved the budget after a long debate. " * 9),
    Article("e", ""),
)

SKIPS = {"b": Span(0, 24)}


@pytest.mark.parametrize("size", [1, 120, analysis.BATCH])
def test_each_document_is_what_it_is_alone(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [analyse(article, skip=SKIPS.get(article.id)) for article in ARTICLES]
    monkeypatch.setattr(analysis, "BATCH", size)
    together = analyse_together([(article, SKIPS.get(article.id)) for article in ARTICLES])
    assert together == alone
    assert [bool(d.sentences) for d in together] == [True, True, False, True, False]
