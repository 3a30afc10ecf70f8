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
