"""A clause states something when it is no wish, duty, purpose, condition or question."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.assertions import stage_of
from checker.values.status import CONSIDERED, DONE, PLANNED


def stages(text: str, predicate: str) -> list[int | None]:
    document = analyse(Article("a", text))
    found = [stage_of(document, c) for c in document.clauses if c.predicate == predicate and not c.nominal]
    assert found, f"no clause of {predicate}"
    return found


@pytest.mark.parametrize(
    ("text", "predicate", "stage"),
    [
        ("The council reopened the tunnel.", "reopen", DONE),
        ("The council will reopen the tunnel.", "reopen", PLANNED),
        ("The council plans to reopen the tunnel.", "reopen", PLANNED),
        ("The council may reopen the tunnel.", "reopen", CONSIDERED),
        ("The council is considering reopening the tunnel.", "reopen", CONSIDERED),
        ("The council will decide whether to reopen the tunnel.", "reopen", CONSIDERED),
        ("Shopkeepers want the council to lower the parking fee.", "lower", None),
        ("Crews worked all night to reopen the tunnel.", "reopen", None),
        ("The council should reopen the tunnel.", "reopen", None),
        ("If the council reopened the tunnel, traders would cheer.", "reopen", None),
    ],
)
def test_the_stage_of_a_clause(text: str, predicate: str, stage: int | None) -> None:
    assert stages(text, predicate) == [stage]
