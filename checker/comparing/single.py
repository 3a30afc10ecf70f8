"""Single-source notes: what only one independent origin carries, weighed, and limited to what an editor will read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.comparing.findings import quote_evidence, subject_of
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.questions import Linked
from checker.comparing.worth import WORTHWHILE, weigh_note
from checker.model import (
    Article,
    Claim,
    Document,
    Evidence,
    Finding,
    Kind,
    Relation,
    Rule,
    Severity,
    Span,
    Value,
    ValueType,
    Why,
)
from checker.sources.echoes import Echo, Echoes
from checker.sources.origins import find_words
from checker.values.quantities import Quantity
from checker.values.status import StatusValue
from checker.values.times import TimeValue

LIMIT = 8
"""Single-source notes an article, unless all are asked for."""

HEARD = 0.4
"""Share of its words' weight in one sentence of another origin from which a claim is that origin's too."""

HEARD_EXACT = 0.5
"""The same for a figure or a quotation: two sentences on one thing share many words, and one adds the figure."""

HEARD_SAID = 0.55
"""The same for what is told at second hand: who is credited stands among its words."""

EXACT = frozenset({ValueType.NUMBER, ValueType.MONEY, ValueType.PERCENT, ValueType.QUOTE})

SHORT = 40
"""Characters of an answer that stands inside a sentence: a name, an office, a stage reached."""

APART = 60
"""Characters between two notes on one sentence: text that has lost its full stops runs on."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, and the claims that it cites, one an article."""

    finding: Finding
    claims: tuple[Claim, ...]


def note_singles(
    questions: Sequence[Linked],
    rules: Mapping[str, Rule],
    event: str,
    articles: Mapping[str, Article],
    order: Mapping[str, int],
    *,
    documents: Sequence[Document],
    echoes: Echoes,
    echoed: Collection[str] = frozenset(),
) -> list[Note]:
    """Notes for the questions of an event that one origin alone answers and that are worth one.

    ``echoed`` are ids of claims whose answer another origin gives, too loosely to be linked.
    """
    by_id = {document.article.id: document for document in documents}
    shared: dict[str, list[Span]] = {}
    for article, span in _shared_values(questions):
        shared.setdefault(article, []).append(span)
    notes = []
    for given in (claims for question in questions for claims in _answers(question)):
        rule = rules[given[0].rule]
        claims = [c for c in given if c.reportable]
        origins = sorted({c.origin for c in given})
        if not claims or len(origins) != 1 or not rule.single_source or any(c.id in echoed for c in given):
            continue
        worth, lead = max(((weigh_note(c, by_id[c.article]), c) for c in claims), key=lambda p: (p[0], -order[p[1].id]))
        if worth < WORTHWHILE or any(c.span.overlaps(span) for c in claims for span in shared.get(c.article, ())):
            continue
        if any(is_heard(c, echoes.find(c, frozenset(origins))) for c in claims):
            continue
        notes.append(_note(rule, event, lead, worth, _cite(claims, order), origins[0], articles))
    return notes


def _answers(question: Linked) -> Iterator[tuple[Claim, ...]]:
    """What could be single-source of a question: all that is said on it, or each answer where they can all be true.

    Where two answers cannot both be true the finding that says so cites them.
    """
    if not question.differing:
        yield question.claims
    elif all(c.verdict.relation is Relation.FRAMING for c in question.differing):
        yield from (group.claims for group in question.groups)


def is_heard(claim: Claim, echo: Echo) -> bool:
    """Whether what other origins have of a claim is enough not to call it single-source."""
    kind = claim.value.type
    return echo.value or echo.words >= (
        HEARD_EXACT if kind in EXACT else HEARD_SAID if kind is ValueType.TEXT else HEARD
    )


def _shared_values(questions: Iterable[Linked]) -> Iterator[tuple[str, Span]]:
    """Where the answers stand that several origins give: a note that cited one would seem to deny it."""
    for question in questions:
        for group in question.groups:
            if len({c.origin for c in group.claims}) > 1:
                for claim in group.claims:
                    told = claim.reportable or not isinstance(claim.value, StatusValue)
                    if told and claim.value.text in claim.text and _is_short(claim.value):
                        yield claim.article, find_words(claim, claim.value.text)


def _is_short(value: Value) -> bool:
    """Whether a value is a point inside a sentence, and not most of the sentence."""
    if isinstance(value, Quantity | TimeValue):
        return True
    return len(value.text) <= SHORT and value.type is not ValueType.QUOTE


def _cite(claims: Sequence[Claim], order: Mapping[str, int]) -> tuple[Claim, ...]:
    """For each article the claim that says it in the fewest words, in reading order."""
    cited: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (len(c.text), order[c.id])):
        cited.setdefault(claim.article, claim)
    return tuple(sorted(cited.values(), key=lambda c: order[c.id]))


def _note(
    rule: Rule,
    event: str,
    lead: Claim,
    worth: float,
    cited: Sequence[Claim],
    origin: str,
    articles: Mapping[str, Article],
) -> Note:
    carried = ", ".join(sorted({articles[c.article].source or c.article for c in cited}))
    note = f"only {origin} is behind this" + (f" (carried by {carried})" if len(cited) > 1 else "")
    subject = subject_of((lead,)) | {lead.value.normalized}
    finding = Finding(
        id="",
        fingerprint=fingerprint(rule.id, Kind.SINGLE_SOURCE, subject, [lead.value.normalized]),
        question_key=key_question(rule.id, subject),
        rule=rule.id,
        kind=Kind.SINGLE_SOURCE,
        severity=Severity.NOTE,
        confidence=round(worth, 2),
        question=lead.asks,
        message=f"“{lead.text}”: {note}",
        why=Why((), "no other origin among these articles gives an answer", "a second, independent origin"),
        origins=(origin,),
        evidence=tuple(_show(c) for c in cited),
        event=event,
    )
    return Note(finding, tuple(cited))


def _show(claim: Claim) -> Evidence:
    """The words that one origin alone has: of a quotation what was said, since who speaks may be known to all."""
    words = find_words(claim, claim.value.text)
    if claim.value.type is not ValueType.QUOTE or words == claim.span:
        return quote_evidence(claim)
    text = claim.text[words.start - claim.span.start : words.end - claim.span.start]
    return replace(quote_evidence(claim), start=words.start, end=words.end, text=text)


def limit_notes(notes: Sequence[Note], *, everything: bool = False) -> tuple[list[Finding], int]:
    """Keep the weightiest notes of each article; also how many were left out.

    A sentence is noted once, unless it runs on: of several notes on it, the weightiest stands; of equals, the one with
    the fewest words.
    """

    def rank(note: Note) -> tuple[object, ...]:
        first = note.finding.evidence[0]
        return (-note.finding.confidence, len(first.text), first.article, first.start, note.finding.fingerprint)

    kept: list[Finding] = []
    noted: dict[tuple[str, int], list[Span]] = {}
    counts: dict[str, int] = {}
    left_out = 0
    for note in sorted(notes, key=rank):
        if any(_near(c.span, other) for c in note.claims for other in noted.get((c.article, c.sentence), ())):
            continue
        for claim in note.claims:
            noted.setdefault((claim.article, claim.sentence), []).append(claim.span)
        article = note.finding.evidence[0].article
        if counts.get(article, 0) >= LIMIT and not everything:
            left_out += 1
            continue
        counts[article] = counts.get(article, 0) + 1
        kept.append(note.finding)
    return kept, left_out


def _near(one: Span, other: Span) -> bool:
    return one.start < other.end + APART and other.start < one.end + APART
