"""A report built from two short articles and a reprint, for the tests of how answers stand and who is behind them."""

from __future__ import annotations

from functools import cache

from checker import Article, check
from checker.model import Report

WIRE = Article(
    id="wire",
    source="Coast Wire",
    text=(
        "The fire at Port Ellery on Monday killed 12 people, police chief Ada Reed said. "
        "The ferry carried 140 passengers. “We were warned twice,” Reed told CNBC."
    ),
)
POST = Article(
    id="post",
    source="Daily <Post>",
    text=(
        "The fire at Port Ellery on Monday killed 21 people, a harbour official said. "
        "The ferry carried 140 passengers. Ada Reed said that the town had been warned. "
        "Coast Wire reported that 30 boats had helped."
    ),
)
FILE = Article(
    id="nameless",
    path="folder/nameless.txt",
    text=(
        "Divers found a safe in the wreck. The blaze that swept Port Ellery on Monday has killed 12 people by now. "
        "The ferry carried 140 passengers."
    ),
)


@cache
def stood() -> Report:
    """The report on the three."""
    return check([WIRE, POST, FILE], one_event=True)
