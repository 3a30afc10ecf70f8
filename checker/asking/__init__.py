"""Questions in an article's own words: what a claim answers, as an editor would ask it.

Each function takes a claim and the document that it was read from, and gives a ``Phrasing``: a question made of the
claim's clause ("how much did the flight cost?"), one that names its thing, or the words of the evidence with a gap
where the answer stands. They are called late, for what is reported, and decide nothing: which claims are set against
each other never depends on them.
"""

from checker.asking.deeds import (
    ask_cause,
    ask_direction,
    ask_movement,
    ask_outcome,
    ask_presence,
    ask_quoted,
    ask_report,
    ask_speech,
    ask_unnamed,
)
from checker.asking.figures import ask_figure
from checker.asking.places import ask_place
from checker.asking.things import ask_about, ask_stage
from checker.asking.times import ask_time

__all__ = [
    "ask_about",
    "ask_cause",
    "ask_direction",
    "ask_figure",
    "ask_movement",
    "ask_outcome",
    "ask_place",
    "ask_presence",
    "ask_quoted",
    "ask_report",
    "ask_speech",
    "ask_stage",
    "ask_time",
    "ask_unnamed",
]
