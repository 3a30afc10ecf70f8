"""One article, analysed: the vocabulary packages in their order, from blocks to attributed clauses.

read -> text and language -> mentions (times, quantities, names) -> clauses -> attribution.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from checker.model import Argument, Article, Block, BlockKind, Document, Mention, MentionKind, Span
from checker.model.amending import amend

if TYPE_CHECKING:
    from checker.values.times import TimeValue

EARLIER = 12
"""Times of the blocks before that a block may refer back to ("two days later"); nearer ones are meant first."""


def analyse(
    article: Article,
    *,
    pipeline: str | None = None,
    skip: Span | None = None,
    reference: date | datetime | None = None,
    zone: str | None = None,
    parsed: Document | None = None,
) -> Document:
    """Analyse an article.

    ``skip`` is a range of the text to leave out (front matter); ``reference`` the day that relative dates are read from
    where the article gives none; ``zone`` the time zone (IANA name) of clock times that give none. ``parsed`` is the
    article as the parser read it (``checker.language.analyse_together``); without it, it is parsed now.
    """
    from checker.attribution import attribute, credited_outlets
    from checker.language import analyse as parse
    from checker.language.clauses import read_clauses
    from checker.names import find_names

    document = parsed if parsed is not None else parse(article, pipeline=pipeline, skip=skip)
    if not document.sentences:
        return replace(document, credits=tuple(c.outlet for c in credited_outlets(document)))
    mentions = [*_find_values(document, article.published or reference, zone)]
    document = replace(document, mentions=tuple(mentions))
    names, entities = find_names(document)
    ordered = sorted([*mentions, *names], key=lambda m: (m.span.start, m.span.end, m.kind))
    document = replace(document, mentions=tuple(ordered), entities=entities)
    document = replace(document, clauses=read_clauses(document))
    return attribute(bind_entities(document))


def bind_entities(document: Document) -> Document:
    """Give each argument the entity that its head word names.

    That is the mention that covers the head, or else the one inside the argument.
    """

    def bind(argument: Argument) -> Argument:
        head = document.tokens[argument.head].span
        near = document.mentions_touching(argument.span)
        inside = [m for m in near if m.entity is not None and argument.span.overlaps(m.span)]
        holder = next((m for m in inside if m.span.contains(head) and m.kind is not MentionKind.ROLE), None)
        holder = holder or next((m for m in inside if m.span.contains(head)), None)
        return amend(argument, entity=holder.entity) if holder is not None else argument

    clauses = tuple(
        amend(c, arguments=tuple(bind(a) for a in c.arguments)) if c.arguments else c for c in document.clauses
    )
    return replace(document, clauses=clauses)


def _find_values(document: Document, reference: date | datetime | str | None, zone: str | None) -> list[Mention]:
    from checker.dates import find_times
    from checker.language.phrases import tense_at
    from checker.quantities import find_quantities

    moment = reference if isinstance(reference, date) else None
    starts = sorted((s.span.start, s.index) for s in document.sentences)
    offsets = [start for start, _ in starts]
    found: list[Mention] = []
    earlier: list[TimeValue] = []

    def sentence_at(span: Span) -> int:
        at = bisect_right(offsets, span.start)
        return starts[at - 1][1] if at else -1

    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE or not block.text:
            continue

        def tense(offset: int, block: Block = block) -> str:
            return tense_at(document, block.original(offset, offset + 1))

        times = find_times(block.text, reference=moment, zone=zone, tense_at=tense, earlier=earlier[-EARLIER:])
        earlier.extend(time.value for time in times)
        quantities = find_quantities(block.text)
        # "143 kilometres an hour": the hour is part of the measure.
        speeds = [(q.start, q.end) for q in quantities if q.value.dimension == "speed"]
        times = [t for t in times if not any(start <= t.start and t.end <= end for start, end in speeds)]
        begins = [t.start for t in times]
        for time in times:
            span = block.original(time.start, time.end)
            kind = MentionKind(time.value.type.value)
            found.append(Mention(kind, span, span.of(document.text), time.value, sentence=sentence_at(span)))
        for quantity in quantities:
            before = bisect_left(begins, quantity.end) - 1  # the last time that begins before the quantity ends
            if before >= 0 and times[before].end > quantity.start:
                continue
            span = block.original(quantity.start, quantity.end)
            kind = MentionKind(quantity.value.type.value)
            found.append(Mention(kind, span, span.of(document.text), quantity.value, sentence=sentence_at(span)))
    return found
