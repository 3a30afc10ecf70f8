"""Notes on credibility: what an editor should know of an event's sources before relying on its answers.

Each note is a finding of the kind ``credibility``. They are few: the weightiest of an article, unless all are wanted.
"""

from __future__ import annotations

from checker.sources.notes.making import limit_credibility
from checker.sources.notes.omissions import note_omissions
from checker.sources.notes.resting import note_human, note_unnamed
from checker.sources.notes.sides import note_sides
from checker.sources.notes.unattributed import note_unattributed

__all__ = ["limit_credibility", "note_human", "note_omissions", "note_sides", "note_unattributed", "note_unnamed"]
