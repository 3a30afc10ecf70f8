"""What the finders hand on before quotations are written: spans, the cue's token, and the speaker with its head."""

from __future__ import annotations

from dataclasses import dataclass

from checker.attribution.marks import Stretch
from checker.attribution.speakers import Speaker
from checker.model import QuoteType, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Attributed content; ``cue`` is the cue's span, ``verb`` its token if it is a verb, ``last_unit`` its end."""

    type: QuoteType
    content: Span
    unit: int
    last_unit: int
    cue: Span | None = None
    verb: int | None = None
    speaker: Speaker | None = None
    stretches: tuple[Stretch, ...] = ()


def hole_of(found: Found) -> Span | None:
    """The frame that splits a quotation: from the end of the piece before the cue to the start of the one after it."""
    if found.cue is None or not found.content.contains(found.cue):
        return None
    before = [s.span.end for s in found.stretches if s.span.end <= found.cue.start]
    after = [s.span.start for s in found.stretches if s.span.start >= found.cue.end]
    frame = [found.cue.start, *([found.speaker.span.start] if found.speaker else [])]
    start = max(before, default=max(min(frame), found.content.start))
    end = min(after, default=found.cue.end)
    return Span(start, max(start, end))
