"""The other figures of a sentence: which currency goes on, what they add up to, and which are told beside one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.language.phrases import read_setting, sentence_at, tokens_in
from checker.lexicon import is_person_noun, share_class
from checker.model import Document, Mention, MentionKind, Sentence, Span, ValueType
from checker.quantities.sums import sums_of
from checker.values.quantities import Quantity
from checker.values.slips import written_figure

KINDS = (MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)


def in_currency(document: Document, mention: Mention, value: Quantity) -> Quantity:
    """The value, in the currency of the sum before it where it goes on with that ("$40 million, 12 million of it")."""
    scaled = value.type is ValueType.NUMBER and not value.dimension and SCALES & set(value.text.lower().split())
    sentence = sentence_at(document, mention.span) if scaled else None
    after = tokens_in(document, Span(mention.span.end, mention.span.end + 12))
    if sentence is None or not any(t.text.lower() in GOING_ON for t in after[:1]):
        return value
    sums = [
        m.value
        for m in document.mentions_in(sentence.span, MentionKind.MONEY)
        if isinstance(m.value, Quantity) and m.span.end <= mention.span.start
    ]
    if not sums:
        return value
    last = sums[-1]
    return replace(value, type=last.type, unit=last.unit, dimension=last.dimension, family=last.family)


SCALES = frozenset({"thousand", "million", "billion", "trillion", "lakh", "crore", "m", "bn"})
GOING_ON = frozenset({"of", "in", "for", "to", "from", "more", "less", ",", ".", "and", "on", "as", "at"})
"""Words behind a sum that leaves out its currency; a noun there is what is counted."""


def sums_beside(document: Document, sentence: Sentence, value: Quantity, counted: str) -> tuple[str, ...]:
    """What a figure of ``counted`` comes to with the others of its sentence, as written numbers."""
    found = [m for m in document.mentions_in(sentence.span, *KINDS) if isinstance(m.value, Quantity)]
    if len(found) > 1 and not value.dimension:
        # Seats and passengers are not added up; passengers and crew are, and what is left bare.
        found = [m for m in found if _adds_to(counted, read_setting(document, m.span).counted)]
    beside = [in_currency(document, m, m.value) for m in found if isinstance(m.value, Quantity)]
    return tuple(f"{total:.6f}" for total in sorted(sums_of(value, beside)))


def shares_beside(document: Document, mention: Mention, sentence: Sentence, value: Quantity) -> tuple[str, ...]:
    """What a figure comes to with the share that its sentence tells it with, as written ranges.

    "A third of the 90 beds" also says 30 beds and 60, "1,150 jobs, a tenth of its staff" a staff of 11,500.
    """
    if value.dimension == "share" or value.point <= 0:
        return ()
    shares = [
        m.value
        for m in document.mentions_in(sentence.span, MentionKind.PERCENT)
        if m is not mention and isinstance(m.value, Quantity) and m.value.low > 0 and m.value.high < WHOLLY
    ]
    if len(shares) != 1:
        return ()
    low, high = shares[0].low / WHOLLY, shares[0].high / WHOLLY
    ranges = ((low, high), (1 - high, 1 - low), (1 / high, 1 / low))
    return tuple(f"{value.low * a:.6f} {value.high * b:.6f}" for a, b in ranges)


WHOLLY = 100.0
"""The share of all of something, in per cent."""


def is_share(figure: Quantity, shares: Iterable[str]) -> bool:
    """Whether a figure is what another comes to with a share, each written as a range."""
    ends = (tuple(float(end) for end in told.split()) for told in shares)
    return any(low <= figure.high and figure.low <= high for low, high in ends)


def _adds_to(one: str, other: str) -> bool:
    """Whether counts of two nouns can be added up: one noun, two of people, or one that is left out."""
    return one == other or not one or not other or (_is_people(one) and _is_people(other))


def _is_people(noun: str) -> bool:
    return noun in {"people", "crew", "staff"} or is_person_noun(noun)


def figures_beside(document: Document, mention: Mention, sentence: Sentence, value: Quantity) -> tuple[str, ...]:
    """The other figures of the sentence in the same unit, as written numbers, each with the noun that it is of."""
    found = [m for m in document.mentions_in(sentence.span, *KINDS) if m is not mention]
    like = [(m, in_currency(document, m, m.value)) for m in found if isinstance(m.value, Quantity)]
    kind = (value.type, value.unit, value.dimension)
    beside = []
    for other_mention, other in like:
        point, noun = other.point, ""
        if (other.type, other.unit, other.dimension) != kind:
            scale = _scale_of(value)  # "57 per cent, up from 52", "can deliver 1,070 MW, and ran at 640"
            if scale is None or other.type is not ValueType.NUMBER or other.dimension:
                continue
            point, noun = other.point * scale, _noun(document, other_mention)
        elif not value.dimension:
            noun = _noun(document, other_mention)
        beside.append(f"{point:.6f} {noun}")
    return tuple(beside)


def _scale_of(value: Quantity) -> float | None:
    """What a bare figure beside a measure or a share is multiplied by to be in its unit; None for other figures."""
    if value.type is ValueType.PERCENT:
        return 1.0
    if value.type is not ValueType.NUMBER or not value.dimension or value.dimension in {"pair", "age"}:
        return None
    written = written_figure(value)
    return value.point / written if written else None


def _noun(document: Document, mention: Mention) -> str:
    """The noun that a figure counts, or that is of it ("a jury of nine"); empty where there is none."""
    setting = read_setting(document, mention.span)
    if setting.counted or setting.carriers:
        return setting.counted or setting.carriers[0]
    before = tokens_in(document, Span(max(0, mention.span.start - 24), mention.span.start))[-2:]
    held = len(before) == 2 and before[1].text.lower() == "of" and before[0].tag in {"NN", "NNS"}
    return before[0].lemma.lower() if held else ""


def is_beside(figure: Quantity, nouns: Iterable[str], beside: Iterable[str]) -> bool:
    """Whether a figure of one of the nouns is among the figures of a sentence, as far as what they are of is told."""
    for told in beside:
        point, _, noun = told.partition(" ")
        if point == f"{figure.point:.6f}" and (not noun or any(share_class(noun, n) >= ONE_CLASS for n in nouns)):
            return True
    return False


ONE_CLASS = 0.3
"""How much of the use of two nouns must be for things of one class for one figure to be of both."""
