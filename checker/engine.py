"""One event: its articles analysed, their claims linked and compared, and what comes of it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from checker.model import (
    Article,
    Checklist,
    Claim,
    Document,
    Event,
    Finding,
    Graph,
    Parse,
    Question,
    Rule,
    Span,
    Verdict,
)
from checker.model.amending import amend

if TYPE_CHECKING:
    from checker.comparing.single import Note
    from checker.memory import Memory
    from checker.reading import DatelineHint
    from checker.sources.known import KnownSources
    from checker.sources.policies.clauses import Policy
    from checker.titled import Titled


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are analysed and compared.

    ``pipeline`` names another linguistic pipeline than the package's own; ``skips`` gives, by article, a range of its
    text that is left out; ``hints`` what its head says of place and day (None: it is read from the text); ``sources``
    what is known of outlets; ``everything`` lifts the limits on notes and repetitions; ``off`` are, by article, the
    rules and notes that leave it alone; ``remarks`` are the ids of the notes on credibility that are wanted,
    ``policy`` the house rules (None: the default ones); ``memory`` keeps analyses for the next time; ``parse`` parses
    otherwise than here and now.
    """

    rules: Mapping[str, Rule]
    pipeline: str | None = None
    skips: Mapping[str, Span] = field(default_factory=dict)
    hints: Mapping[str, DatelineHint] | None = None
    sources: KnownSources | None = None
    everything: bool = False
    remarks: frozenset[str] = frozenset()
    off: Mapping[str, frozenset[str]] = field(default_factory=dict)
    policy: Policy | None = None
    memory: Memory | None = None
    parse: Parse | None = None


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysed article, and how it was put together."""

    document: Document
    titled: Titled


@dataclass(frozen=True, slots=True)
class EventResult:
    """What the articles of one event came to."""

    claims: list[Claim]
    questions: list[Question]
    findings: list[Finding]
    languages: dict[str, str]
    credits: dict[str, tuple[str, ...]]
    left_out: int
    graphs: dict[str, Graph] = field(default_factory=dict)
    checklists: dict[str, Checklist] = field(default_factory=dict)
    unsaid: int = 0


def analyse_article(article: Article, settings: Settings, reference: date | datetime | None = None) -> Analysed:
    """Analyse an article, with its headline where that is not part of its text."""
    return analyse_articles([article], settings, reference)[0]


def analyse_articles(
    articles: Sequence[Article], settings: Settings, reference: date | datetime | None = None
) -> list[Analysed]:
    """The same for several articles, which are parsed together; those that are remembered are not parsed again."""
    analysed = dict(analyse_ready(articles, settings, reference))
    return [analysed[number] for number in range(len(articles))]


def analyse_ready(
    articles: Sequence[Article], settings: Settings, reference: date | datetime | None = None
) -> Iterator[tuple[int, Analysed]]:
    """The same, each with its number among the articles, as soon as its parse is ready."""
    from checker.analysis import analyse
    from checker.dates import zone_of
    from checker.titled import join_title

    hints = read_hints(articles, settings)
    zones = {name: zone_of(hint.city) for name, hint in hints.items() if hint.city}
    memory, pipeline = settings.memory, settings.pipeline
    every = [join_title(article, settings.skips.get(article.id)) for article in articles]

    def key_of(titled: Titled) -> tuple[Any, ...]:
        return titled.article, pipeline, titled.skip, reference, zones.get(titled.article.id)

    def work_out(titled: Titled, parsed: Document | None = None) -> Document:
        zone = zones.get(titled.article.id)
        return analyse(
            titled.article, pipeline=pipeline, skip=titled.skip, reference=reference, zone=zone, parsed=parsed
        )

    new = list(range(len(every)))
    if memory is not None:
        new = [number for number in new if key_of(every[number]) not in memory.kept]
        for number in sorted({*range(len(every))}.difference(new)):
            yield (
                number,
                Analysed(memory.recall(key_of(every[number]), partial(work_out, every[number])), every[number]),
            )
    parse = settings.parse or partial(_parse_here, pipeline=pipeline)
    for at, parsed in parse([(every[number].article, every[number].skip) for number in new]):
        titled = every[new[at]]
        work = partial(work_out, titled, parsed)
        yield new[at], Analysed(work() if memory is None else memory.recall(key_of(titled), work), titled)


def _parse_here(
    articles: Sequence[tuple[Article, Span | None]], pipeline: str | None
) -> Iterable[tuple[int, Document]]:
    from checker.language import analyse_together

    return enumerate(analyse_together(articles, pipeline=pipeline))


def read_hints(articles: Sequence[Article], settings: Settings) -> dict[str, DatelineHint]:
    """What the heads of articles say of place and day, by id: as read with them, or else from their texts."""
    from checker.reading import read_head

    if settings.hints is not None:
        return {a.id: settings.hints[a.id] for a in articles if a.id in settings.hints}
    found = {}
    for article in articles:
        skip = settings.skips.get(article.id)
        hint = read_head(article.text, skip.end if skip is not None else 0).hint
        if hint is not None:
            found[article.id] = hint
    return found


@contextmanager
def _pause_collection() -> Iterator[None]:
    """Leave cycles to be collected after an event: they are few, and the search slow.

    Measured on five articles; what an event leaves behind is nearly all freed by counting references. The rest, words
    looked up and the result, lives long: it goes where the collector would put it after it had searched it twice.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else the program keeps objects there that it wants left alone
                gc.freeze()
                gc.unfreeze()  # to the oldest generation, which only a full collection looks at
            gc.enable()


def check_event(event: Event, members: Sequence[Article], settings: Settings) -> EventResult:
    """Analyse, link and compare the articles of one event."""
    with _pause_collection():
        return _check_event(event, members, settings)


def _check_event(event: Event, members: Sequence[Article], settings: Settings) -> EventResult:
    from checker.comparing.asking import open_asker
    from checker.comparing.days import date_by_content, earliest_days
    from checker.comparing.findings import state_differences
    from checker.comparing.hedging import find_hedged
    from checker.comparing.incumbents import find_incumbents
    from checker.comparing.misquotes import find_misquotes, join_misquotes
    from checker.comparing.overlap import drop_repeated
    from checker.comparing.questions import ask_questions
    from checker.comparing.returned import settle_returned
    from checker.comparing.revisions import drop_settled, find_revised
    from checker.comparing.single import limit_notes, note_singles
    from checker.comparing.spellings import find_spellings
    from checker.comparing.tallies import find_tallies
    from checker.comparing.turns import drop_open, find_turns
    from checker.comparing.unmeasured import note_unmeasured
    from checker.comparing.updates import decide_update
    from checker.comparing.updates import order as decide_order
    from checker.comparing.within import find_within
    from checker.lexicon import familiarity
    from checker.linking.match import choose, compare_pairs, surely
    from checker.linking.relatives import Relatives
    from checker.linking.weights import weigh_topics
    from checker.model.claims import settle_footing
    from checker.names import join_entities
    from checker.reading import borrow_days
    from checker.sources.answering import Bench, grade_answers, tell_later
    from checker.sources.echoes import Echoes
    from checker.sources.footing import find_flips
    from checker.sources.notes import limit_credibility
    from checker.sources.origins import assign_origins, trace_origins
    from checker.sources.panel import open_panel
    from checker.sources.policies.holding import govern_tolls
    from checker.sources.policies.packs import load_policy
    from checker.titled import part_claim, part_finding, part_sources
    from checker.values.compare import compare_values

    articles = {a.id: a for a in members}
    rules = settings.rules
    hints = read_hints(members, settings)
    wires = {name: hint.wire for name, hint in hints.items() if hint.wire}
    borrowed = borrow_days(members, hints)
    dated = {a.id: replace(a, published=a.published or borrowed.get(a.id)) for a in members}
    reference = borrow_reference(members)
    read = {
        number: (one, _recall_claims(one.document, settings))
        for number, one in analyse_ready(tuple(dated.values()), replace(settings, hints=hints), reference)
    }
    analysed = [read[number][0] for number in range(len(members))]
    documents = [one.document for one in analysed]
    shifts = {one.document.article.id: one.titled.shift for one in analysed}
    ordered = date_by_content(documents, dated)
    floors = earliest_days(documents, ordered)
    credits = {d.article.id: d.credits for d in documents}
    joined = join_entities(documents)
    found = [claim for number in range(len(members)) for claim in read[number][1]]
    origins = trace_origins(documents, dated, credits, wires)
    if settings.sources is not None:
        origins = settings.sources.name_origins(origins, found)
    claims = assign_origins(found, origins, joined)
    weights = weigh_topics(
        ([t.lemma for t in d.sentence_tokens(s)] for d in documents for s in d.sentences), familiarity
    )

    relatives = Relatives(claims)

    def judge(rule: Rule, one: Claim, other: Claim) -> Verdict:
        return rule.compare(one, other) if rule.compare else compare_values(one.value, other.value)

    def compare(rule: Rule, one: Claim, other: Claim) -> Verdict:
        return decide_update(one, other, judge(rule, one, other), ordered, floors)

    compared, echoed = compare_pairs(claims, rules, weights, compare, relatives)
    compared = settle_returned(
        *(compared, claims, ordered, floors),
        judge=lambda a, b: judge(rules[a.rule], a, b),
        least=lambda claim: surely(rules[claim.rule].linking),
    )
    agreeing, differing = choose(compared)
    order = {claim.id: number for number, claim in enumerate(claims)}
    echoes = Echoes(documents, origins, weights.weight)
    panel = open_panel(documents, articles, origins, echoes, joined)
    asked = ask_questions(claims, agreeing, differing, order)
    asker = open_asker(claims, documents, rules, dated)
    findings: list[Finding] = []
    questions: list[Question] = []
    bench = Bench(panel.behind, echoes, echoed, tell_later(lambda a, b: decide_order(a, b, ordered, floors)))
    for question in asked:
        rule = rules[question.claims[0].rule]
        stated = [asker.word(one) for one in state_differences(question, rule, event.id, articles, order)]
        findings.extend(stated)
        answers = grade_answers(question, bench)
        status = question.status(len({c.origin for c in question.claims}))
        label = stated[0].question if stated else asker.label(question.claims, status)
        ledger = part_sources(panel.ledger(question.claims), shifts)
        flips = find_flips(question, bench.later, settle_footing(answer.footing for answer in answers))
        questions.append(Question("", rule.id, event.id, label, status, answers, ledger, flips))
    left_out = 0
    notes: list[Note] = []
    misquotes = find_misquotes(documents, claims, rules, joined, event.id, dated)
    findings = join_misquotes(findings, misquotes)
    revised = find_revised(claims, event.id, ordered, floors, weights, relatives)
    findings = [*drop_settled(drop_repeated(findings, everything=settings.everything), revised), *revised]
    findings.extend(find_hedged(claims, documents, event.id, ordered, floors, weights))
    findings.extend(find_tallies(claims, documents, findings, event.id, ordered, floors, weights, relatives))
    if "progress" in rules:
        turns = find_turns(claims, documents, findings, event.id, ordered, weights)
        turns += find_incumbents(claims, documents, [*findings, *turns], event.id, ordered, weights)
        findings = [*drop_open(findings, turns), *turns]
    findings = [asker.word(finding) for finding in findings]
    findings.extend(find_spellings(documents, origins.of_sentence, rules.keys(), event.id, articles))
    if len(members) > 1:
        notes = note_singles(asked, rules, event.id, articles, order, documents=documents, echoes=echoes, echoed=echoed)
        kept, left_out = limit_notes(notes, everything=settings.everything)
        noted = [asker.word(finding) for finding in kept]
        questions, findings = asker.relabel(questions, noted), [*findings, *noted]
    unsaid = 0
    if settings.remarks:
        policy = settings.policy or load_policy()
        if "differing_tolls" in settings.remarks:
            findings = govern_tolls(policy, findings, claims, panel.behind)
        open_to_remark = panel.notes(event.id, asked, claims, findings, rules, policy, notes)
        remarks = [note for note in open_to_remark if note.finding.rule in settings.remarks]
        kept, unsaid = limit_credibility(remarks, everything=settings.everything)
        findings.extend(map(asker.word, kept))
    # Nobody else disputes what an article contradicts itself in: it is no remark on what it rests on.
    within = find_within(claims, documents, rules, compare, event.id, articles, weights, relatives)
    findings.extend(map(asker.word, within))
    # From here on offsets are those of headline and text apart, as they came.
    claims = [part_claim(claim, shifts[claim.article]) for claim in claims]
    findings = [part_finding(finding, shifts) for finding in findings]
    findings.extend(note_unmeasured(event, documents, claims, articles))
    findings = [finding for finding in findings if not _is_off(finding, settings)]
    languages = {d.article.id: d.language for d in documents}
    graphs = {name: part_sources(graph, shifts) for name, graph in panel.graphs.items()}
    checklists = {name: part_sources(checklist, shifts) for name, checklist in panel.checklists.items()}
    return EventResult(claims, questions, findings, languages, credits, left_out, graphs, checklists, unsaid)


def _recall_claims(document: Document, settings: Settings) -> list[Claim]:
    """The claims of a document, remembered where that is wanted."""
    rules = _reading(settings.rules, settings, document.article.id)
    if settings.memory is None:
        return extract_claims(document, rules)
    # The same analysis is the same object as long as it is remembered, and then its claims are of use only with it.
    return settings.memory.recall((_Same(document), frozenset(rules)), lambda: extract_claims(document, rules))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document as a key: it is equal to itself, and held as long as the key is."""

    document: Document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document

    def __hash__(self) -> int:
        return id(self.document)


def _reading(rules: Mapping[str, Rule], settings: Settings, article: str) -> Mapping[str, Rule]:
    """The rules that read an article."""
    off = settings.off.get(article, frozenset())
    return {name: rule for name, rule in rules.items() if name not in off} if off else rules


def _is_off(finding: Finding, settings: Settings) -> bool:
    """Whether a finding is of a rule that leaves alone every article that it cites."""
    cited = {evidence.article for evidence in finding.evidence}
    return bool(cited) and all(finding.rule in settings.off.get(article, ()) for article in cited)


def extract_claims(document: Document, rules: Mapping[str, Rule]) -> list[Claim]:
    """All claims of a document, in reading order, with their ids."""
    found = [claim for rule in rules.values() for claim in rule.extract(document)]
    found.sort(key=lambda c: (c.span.start, c.span.end, c.rule, c.value.normalized))
    return [amend(claim, id=f"{document.article.id}#{number}") for number, claim in enumerate(found, 1)]


def borrow_reference(members: Sequence[Article]) -> date | None:
    """The day that undated articles are read from: the earliest on which an article of their event came out."""
    days = [a.published_date for a in members if a.published_date is not None]
    return min(days, default=None)
