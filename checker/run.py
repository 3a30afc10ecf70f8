"""The whole way: articles in, report out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.engine import Settings, analyse_article, check_event, extract_claims
from checker.model import (
    Article,
    Checklist,
    Claim,
    Event,
    Graph,
    Input,
    Mention,
    OutletRecord,
    Quote,
    Report,
    Rule,
    Span,
)
from checker.model.amending import amend

if TYPE_CHECKING:
    from checker.config import Config
    from checker.memory import Memory
    from checker.model import Parse
    from checker.reading import DatelineHint


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: its mentions, quotations and claims."""

    article: Article
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def extract(
    article: Article,
    *,
    config: Config | None = None,
    skip: Span | None = None,
    hint: DatelineHint | None = None,
) -> Extraction:
    """Read one article. ``skip`` is a range of its text to leave out, ``hint`` what its head says of place and day.

    Mentions and quotations are those of its text; claims are those of its headline too, where that is apart from it.
    """
    from checker.titled import part_claim, part_mentions, part_quotes

    settings = _settle(
        config,
        skips={article.id: skip} if skip is not None else {},
        hints={article.id: hint} if hint is not None else None,
        articles=(article,),
    )
    analysed = analyse_article(article, settings)
    document, shift = analysed.document, analysed.titled.shift
    off = settings.off.get(article.id, frozenset())
    rules = {name: rule for name, rule in settings.rules.items() if name not in off}
    claims = (part_claim(claim, shift) for claim in extract_claims(document, rules))
    mentions, quotes = part_mentions(document.mentions, shift), part_quotes(document.quotes, shift)
    return Extraction(article, mentions, quotes, tuple(claims))


def load_rules(config: Config | None) -> dict[str, Rule]:
    """The rules that are selected, by id, in the order of the registry."""
    from checker.registry import enabled_rules

    return {rule.id: rule for rule in enabled_rules(config)}


def check(
    articles: Sequence[Article],
    *,
    config: Config | None = None,
    one_event: bool = False,
    skips: Mapping[str, Span] | None = None,
    hints: Mapping[str, DatelineHint] | None = None,
    inputs: Sequence[Input] = (),
    everything: bool = False,
    history: Mapping[str, OutletRecord] | None = None,
    groups: Sequence[Sequence[str]] | None = None,
    memory: Memory | None = None,
    parse: Parse | None = None,
) -> Report:
    """Compare articles and report where they differ.

    ``one_event`` says that all are about one event and skips grouping; ``groups`` gives the events as the ids of their
    articles, each id in one of them. ``skips`` gives ranges of texts to leave out and
    ``hints`` what their heads say of place and day, by article id, as ``read_paths`` gives them. ``everything`` lifts
    the limits on single-source and credibility notes, and tells what two rules say of the same words. ``history``
    gives the outlets' records of earlier reports, by outlet; ``memory`` analyses of the last time, ``parse`` another
    way to have articles parsed. Raises ValueError when two articles share an id, ConfigError when the configuration
    names a rule or an option that does not exist.
    """
    from checker.comparing.ordering import number_findings
    from checker.config.paths import weigh_finding
    from checker.linking.events import group_events, label_event
    from checker.sources.agreement import count_agreement, weigh_answers
    from checker.sources.naming import outlet_of
    from checker.sources.outlets import list_sources

    by_id = {article.id: article for article in articles}
    if len(by_id) != len(articles):
        raise ValueError("two articles share an id")
    settings = _settle(
        config, skips=skips or {}, hints=hints, everything=everything, articles=articles, memory=memory, parse=parse
    )
    if settings.sources is not None:
        articles = settings.sources.name_sources(articles)
        by_id = {article.id: article for article in articles}
    if groups is None:
        groups = (tuple(by_id),) if one_event and by_id else group_events(articles)
    events, claims, questions, findings = [], [], [], []
    languages: dict[str, str] = {}
    credits: dict[str, tuple[str, ...]] = {}
    graphs: dict[str, Graph] = {}
    checklists: dict[str, Checklist] = {}
    left_out = unsaid = 0
    for number, group in enumerate(groups, 1):
        members = [by_id[i] for i in group]
        event = Event(f"e{number}", label_event(members), tuple(group))
        result = check_event(event, members, settings)
        events.append(event)
        claims.extend(result.claims)
        questions.extend(result.questions)
        findings.extend(result.findings)
        languages.update(result.languages)
        credits.update(result.credits)
        graphs.update(result.graphs)
        checklists.update(result.checklists)
        left_out += result.left_out
        unsaid += result.unsaid
    asked = weigh_answers([amend(q, id=f"q{n}") for n, q in enumerate(questions, 1)])
    if config is not None and config.per_path:
        paths = {article.id: article.path for article in articles}
        findings = [replace(f, severity=weigh_finding(config, f, paths)) for f in findings]
    records = count_agreement(asked, {c.id: c for c in claims}, {i: outlet_of(a) for i, a in by_id.items()})
    return Report(
        articles=tuple(articles),
        events=tuple(events),
        claims=tuple(claims),
        questions=asked,
        findings=tuple(number_findings(findings, settings.rules, everything=everything)),
        sources=tuple(list_sources(articles, claims, graphs, checklists, records, history or {})),
        inputs=tuple(inputs),
        languages=tuple((a.id, languages.get(a.id, "und")) for a in articles),
        left_out=left_out,
        unsaid=unsaid,
    )


def _settle(
    config: Config | None,
    *,
    skips: Mapping[str, Span],
    hints: Mapping[str, DatelineHint] | None,
    everything: bool = False,
    articles: Sequence[Article] = (),
    memory: Memory | None = None,
    parse: Parse | None = None,
) -> Settings:
    from checker.config.paths import switched_off
    from checker.registry import enabled_notes, is_enabled
    from checker.sources.known import know_sources
    from checker.sources.policies.packs import load_policy

    pipeline = config.nlp.pipeline if config is not None else None
    if pipeline is not None:
        _try_pipeline(pipeline)
    rules, remarks = load_rules(config), enabled_notes(config)
    running = {*rules, *remarks}
    return Settings(
        rules,
        pipeline=pipeline,
        skips=skips,
        hints=hints,
        sources=know_sources(config.sources if config is not None else {}),
        everything=everything,
        remarks=remarks,
        off=switched_off(config, articles, [name for name in running if is_enabled(name, config)], running),
        policy=load_policy(config.policy, config.folder) if config is not None else None,
        memory=memory,
        parse=parse,
    )


def _try_pipeline(pipeline: str) -> None:
    """Load the pipeline that the configuration names, so that it is refused before any article is read."""
    from checker.config import ConfigError
    from checker.language.pipeline import load

    try:
        load(pipeline)
    except (ImportError, OSError, ValueError) as error:
        raise ConfigError(f'nlp.pipeline: "{pipeline}" cannot be used: {error}') from error
