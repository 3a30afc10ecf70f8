"""Whether a sentence states what a phrase of it says: as a fact, undenied, and of the days of its article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.factuality.aspects import DENYING, Match
from checker.factuality.assertions import load_status_words, stage_of
from checker.language.phrases import clause_at
from checker.language.trees import NOUN_TAGS
from checker.model import BlockKind, Clause, Document, MentionKind, Modality, Role, Span, Token
from checker.values.status import CONSIDERED, DONE, PLANNED
from checker.values.times import TimeValue

UNREAL = frozenset(
    """if unless whether could might may should must can cannot would-be fear feared refuse try seek hope want wish
    urge demand propose threaten consider avoid prevent supposed ought bid attempt effort deny avert escape
    lest""".split()
)
"""Words before a phrase that make it no fact: "if the alarm fails", "sought to delete it" (own list)."""

ELSEWHEN = frozenset("previous previously formerly earlier predecessor last-year historic anniversary ago".split())
"""Words that place a sentence in other days (own list)."""

TRYING = frozenset("try attempt bid seek effort want propose demand motion petition campaign threaten plea".split())
"""Words for what somebody wanted, which count from further off: "tried to have the roof struck out" (own list)."""

FURTHER = 9
"""Words before a phrase in which a word of ``TRYING`` counts."""

BEFORE = 5
"""Words before a phrase in which a word of ``UNREAL`` counts."""

NEAR = 4
"""Words before a phrase in which a word of denial denies it."""

LONG_AGO = 1
"""Years between an article and a time it names from which the sentence is of another event."""


def stage_stated(document: Document, tokens: Sequence[Token], match: Match, clause: Clause | None) -> int | None:
    """How far what a phrase says has come (``values.status``); None where it is wished, feared or a condition."""
    before = tokens[max(0, match.first - BEFORE) : match.first]
    if UNREAL & {f for t in before if t.tag != "NNP" for f in (t.lemma.lower(), t.text.lower())}:
        return None
    if TRYING & {t.lemma.lower() for t in tokens[max(0, match.first - FURTHER) : match.first]}:
        return None
    if tokens[0].text.lower() in {"had", "were", "should"} and tokens[1].tag.startswith(("DT", "NN", "PRP")):
        return None  # "Had the alarm failed, ..."
    if clause is None or clause.nominal or clause.relation == "apposition":
        return DONE
    if match.phrase.modal and not clause.conditional:
        return DONE
    if clause.conditional or clause.modality in {Modality.UNKNOWN, Modality.POSSIBLE}:
        return None
    if load_status_words().other & {*clause.auxiliaries} or load_status_words().tentative & {*clause.auxiliaries}:
        return None
    stage = stage_of(document, clause)
    if stage is not None:
        return None if stage == CONSIDERED else stage
    if document.tokens[clause.head].tag == "VBG":  # "winning on penalties", "with the lights out"
        governor = document.clauses[clause.governor] if clause.governor is not None else None
        return DONE if governor is None or governor.conditional is False else None
    if document.tokens[clause.head].tag == "VB":
        if "to" in {t.text.lower() for t in before}:
            return None
        subject = clause.argument(Role.AGENT)
        if (
            subject is not None
            and not clause.auxiliaries
            and subject.span.end <= document.tokens[clause.head].span.start
        ):
            return DONE  # "the men who were sacked get their jobs back": a bare form behind its subject is finite
    headline = document.sentences[clause.sentence].kind is BlockKind.HEADLINE
    return PLANNED if headline else None


def is_denied(tokens: Sequence[Token], match: Match, clause: Clause | None) -> bool:
    """Whether words before a phrase, in it or at the start of its sentence deny it."""
    inside = {f for t in tokens[match.first : match.last + 1] for f in (t.lemma.lower(), t.text.lower())}
    begin = max(0, match.first - NEAR)
    if clause is not None:
        while begin < match.first and tokens[begin].span.start < clause.span.start:
            begin += 1
    before = [t.text.lower() for t in tokens[begin : match.first]]
    if "only" in before or "just" in before:
        return False
    for comma in (",", ";", ":", "but"):
        if comma in before:
            before = before[before.index(comma) + 1 :]
    return bool(DENYING & {*before}) or bool(DENYING & inside) or _is_of_none(tokens, match)


def _is_of_none(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the subject that opens a sentence is nobody: "none of the volunteers who were given it fell ill"."""
    opening = [t.text.lower() for t in tokens[:2]]
    if opening[:1] not in (["none"], ["nobody"]) and opening not in (["no", "one"], ["not", "one"]):
        return False
    return not any(t.text in {",", ";", ":"} or t.text.lower() in {"and", "but"} for t in tokens[2 : match.first])


def tells_of_precedents(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a denial is of other days than the event's: "a dam had never before failed", "none had ever failed"."""
    before = {t.text.lower() for t in tokens[max(0, match.first - FURTHER) : match.last + 1]}
    if not DENYING & before:
        return False
    return bool({"ever", "previously", "hitherto"} & before) or (
        "before" in before | {t.text.lower() for t in tokens[match.last + 1 : match.last + 3]} and "never" in before
    )


def is_elsewhen(tokens: Sequence[Token], matches: Sequence[Match]) -> bool:
    """Whether a sentence is of other days: "last year", "previously"; "had previous convictions" is one phrase."""
    inside = {at for match in matches for at in range(match.first, match.last + 1)}
    texts = [t.text.lower() for at, t in enumerate(tokens) if at not in inside]
    if ELSEWHEN & {*texts} - {"ago"}:
        return True
    if any(
        a in {"year", "years", "decade", "decades", "century", "centuries"} and b == "ago" for a, b in pairwise(texts)
    ):
        return True
    return any(a == "last" and b in {"year", "season", "summer", "winter"} for a, b in pairwise(texts))


def _is_aside(document: Document, clause: Clause, span: Span) -> bool:
    """Whether words within a clause are of a relative clause in it: "the house, which stood since 1893, is gone"."""
    inner = clause_at(document, span)
    return inner is not None and inner is not clause and inner.relation == "relative"


def is_other_year(document: Document, clause: Clause) -> bool:
    """Whether a clause names a year long before the article's."""
    year = getattr(document.article.published, "year", None)
    for mention in document.mentions_in(clause.span, MentionKind.DATE):
        value = mention.value
        if not isinstance(value, TimeValue) or value.start is None or year is None:
            continue
        if (
            value.start.year < year - LONG_AGO
            and mention.text[-4:].isdigit()
            and not _is_aside(document, clause, mention.span)
            and not _names_other(document, mention.span)
        ):
            return True
    return False


def _names_other(document: Document, span: Span) -> bool:
    """Whether a bare year is part of the name of something else: "the 2022 fire", "the coup of 2020"."""
    inside = [t for t in document.tokens if span.contains(t.span)]
    if len(inside) != 1 or not inside[0].index:
        return False
    before = document.tokens[inside[0].index - 1]
    after = document.tokens[min(inside[0].index + 1, len(document.tokens) - 1)]
    return before.text.lower() == "of" or (before.tag in {"DT", "PRP$", "POS"} and after.tag in NOUN_TAGS | {"JJ"})
