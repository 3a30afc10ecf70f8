"""The whole way: articles in, report out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING

from checker.model import (
    Answer,
    Article,
    Claim,
    Document,
    Event,
    Finding,
    Input,
    Kind,
    Mention,
    Question,
    Quote,
    Report,
    Rule,
    Severity,
    Source,
    Span,
    Verdict,
)

if TYPE_CHECKING:
    from checker.config import Config


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: its mentions, quotations and claims."""

    article: Article
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def extract(article: Article, *, config: Config | None = None, skip: Span | None = None) -> Extraction:
    """Read one article. Raises ValueError when two of its claims would share an id (a fault of a rule)."""
    from checker.analysis import analyse

    document = analyse(article, pipeline=_pipeline(config), skip=skip)
    claims = extract_claims(document, load_rules(config))
    return Extraction(article, document.mentions, document.quotes, tuple(claims))


def load_rules(config: Config | None) -> dict[str, Rule]:
    """The rules that are selected, by id, in the order of the registry."""
    from checker.registry import enabled_rules

    return {rule.id: rule for rule in enabled_rules(config)}


def extract_claims(document: Document, rules: Mapping[str, Rule]) -> list[Claim]:
    """All claims of a document, in reading order, with their ids."""
    found = [claim for rule in rules.values() for claim in rule.extract(document)]
    found.sort(key=lambda c: (c.span, c.rule, c.value.normalized))
    return [replace(claim, id=f"{document.article.id}#{number}") for number, claim in enumerate(found, 1)]


def check(
    articles: Sequence[Article],
    *,
    config: Config | None = None,
    one_event: bool = False,
    skips: Mapping[str, Span] | None = None,
    inputs: Sequence[Input] = (),
    everything: bool = False,
) -> Report:
    """Compare articles and report where they differ.

    ``one_event`` says that all are about one event and skips grouping; ``skips`` gives ranges of texts to leave out;
    ``everything`` lifts the limit on single-source notes. Raises ValueError when two articles share an id.
    """
    from checker.linking.events import group_events, label_event

    by_id = {article.id: article for article in articles}
    if len(by_id) != len(articles):
        raise ValueError("two articles share an id")
    rules = load_rules(config)
    groups = (tuple(by_id),) if one_event and by_id else group_events(articles)
    events, claims, questions, findings = [], [], [], []
    languages: dict[str, str] = {}
    credits: dict[str, tuple[str, ...]] = {}
    left_out = 0
    for number, group in enumerate(groups, 1):
        members = [by_id[i] for i in group]
        event = Event(f"e{number}", label_event(members), tuple(group))
        result = check_event(
            event, members, rules, pipeline=_pipeline(config), skips=skips or {}, everything=everything
        )
        events.append(event)
        claims.extend(result.claims)
        questions.extend(result.questions)
        findings.extend(result.findings)
        languages.update(result.languages)
        credits.update(result.credits)
        left_out += result.left_out
    return Report(
        articles=tuple(articles),
        events=tuple(events),
        claims=tuple(claims),
        questions=tuple(replace(q, id=f"q{n}") for n, q in enumerate(questions, 1)),
        findings=tuple(number_findings(findings, rules)),
        sources=tuple(list_sources(articles, claims)),
        inputs=tuple(inputs),
        languages=tuple((a.id, languages.get(a.id, "und")) for a in articles),
        left_out=left_out,
    )


@dataclass(frozen=True, slots=True)
class EventResult:
    """What the articles of one event came to."""

    claims: list[Claim]
    questions: list[Question]
    findings: list[Finding]
    languages: dict[str, str]
    credits: dict[str, tuple[str, ...]]
    left_out: int


def check_event(
    event: Event,
    members: Sequence[Article],
    rules: Mapping[str, Rule],
    *,
    pipeline: str | None = None,
    skips: Mapping[str, Span],
    everything: bool = False,
) -> EventResult:
    """Analyse, link and compare the articles of one event."""
    from checker.analysis import analyse
    from checker.attribution import credited_outlets
    from checker.comparing.findings import state_differences
    from checker.comparing.questions import ask_questions
    from checker.comparing.single import limit_notes, note_single
    from checker.comparing.unmeasured import note_unmeasured
    from checker.comparing.updates import decide_update
    from checker.lexicon import familiarity
    from checker.linking.match import choose, compare_pairs
    from checker.linking.weights import weigh_topics
    from checker.names import join_entities
    from checker.reading import borrow_days
    from checker.sources.origins import assign_origins
    from checker.values.compare import compare_values

    articles = {a.id: a for a in members}
    borrowed = borrow_days(members)
    dated = {a.id: replace(a, published=a.published or borrowed.get(a.id)) for a in members}
    reference = borrow_reference(members)
    documents = [
        analyse(a, pipeline=pipeline, skip=skips.get(a.id), reference=borrowed.get(a.id, reference)) for a in members
    ]
    credits = {d.article.id: tuple(c.outlet for c in credited_outlets(d)) for d in documents}
    joined = join_entities(documents)
    claims = [
        replace(claim, entities=frozenset(joined.get((claim.article, key), key) for key in claim.entities))
        for document in documents
        for claim in extract_claims(document, rules)
    ]
    claims = assign_origins(claims, documents, dated, credits)
    weights = weigh_topics(
        ([t.lemma for t in d.sentence_tokens(s)] for d in documents for s in d.sentences), familiarity
    )

    def compare(rule: Rule, one: Claim, other: Claim) -> Verdict:
        verdict = rule.compare(one, other) if rule.compare else compare_values(one.value, other.value)
        return decide_update(one, other, verdict, dated)

    compared, echoed = compare_pairs(claims, rules, weights, compare)
    agreeing, differing = choose(compared)
    order = {claim.id: number for number, claim in enumerate(claims)}
    asked = ask_questions(claims, agreeing, differing, order)
    findings: list[Finding] = []
    notes: list[Finding] = []
    questions: list[Question] = []
    for question in asked:
        rule = rules[question.claims[0].rule]
        findings.extend(state_differences(question, rule, event.id, articles, order))
        heard = any(claim.id in echoed for claim in question.claims)
        if len(members) > 1 and not heard and (note := note_single(question, rule, event.id, articles, order)):
            notes.append(note)
        origins = {c.origin for c in question.claims}
        answers = tuple(
            Answer(
                group.claims[0].value.normalized,
                tuple(c.id for c in group.claims),
                tuple(sorted({c.origin for c in group.claims})),
            )
            for group in question.groups
        )
        label = question.claims[0].asks
        questions.append(Question("", rule.id, event.id, label, question.status(len(origins)), answers))
    kept, left_out = limit_notes(notes, everything=everything)
    findings.extend(kept)
    findings.extend(note_unmeasured(event, documents, claims))
    languages = {d.article.id: d.language for d in documents}
    return EventResult(claims, questions, findings, languages, credits, left_out)


def borrow_reference(members: Sequence[Article]) -> date | None:
    """The day that undated articles are read from: the earliest on which an article of their event came out."""
    days = [a.published_date for a in members if a.published_date is not None]
    return min(days, default=None)


def number_findings(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """Findings in order of weight, with ids: severity, then what is at stake, then origins on each side, then confidence."""
    severities = {s: n for n, s in enumerate(Severity)}
    kinds = {k: n for n, k in enumerate(Kind)}

    def weight(finding: Finding) -> tuple[object, ...]:
        stake = rules[finding.rule].stake if finding.rule in rules else 9
        where = tuple((e.article, e.start) for e in finding.evidence)
        return (
            severities[finding.severity],
            kinds[finding.kind],
            stake,
            -len(finding.origins),
            -finding.confidence,
            finding.event,
            where,
            finding.fingerprint,
        )

    numbers = count(1)
    return [replace(f, id=f"f{next(numbers)}") for f in sorted(findings, key=weight)]


def list_sources(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Source]:
    """Each outlet, its articles, and the origins that its claims rest on."""
    from checker.sources.origins import outlet_of

    by_outlet: dict[str, list[str]] = {}
    for article in articles:
        by_outlet.setdefault(outlet_of(article), []).append(article.id)
    origins: dict[str, set[str]] = {}
    for claim in claims:
        origins.setdefault(claim.article, set()).add(claim.origin)
    return [
        Source(name, tuple(ids), tuple(sorted({o for i in ids for o in origins.get(i, ())})))
        for name, ids in by_outlet.items()
    ]


def _pipeline(config: Config | None) -> str | None:
    return config.nlp.pipeline if config is not None else None
