"""The whole way: articles in, report out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.engine import check_event, extract_claims
from checker.model import Article, Claim, Event, Input, Mention, Quote, Report, Rule, Span

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
    from checker.comparing.ordering import number_findings
    from checker.linking.events import group_events, label_event
    from checker.sources.outlets import list_sources

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


def _pipeline(config: Config | None) -> str | None:
    return config.nlp.pipeline if config is not None else None
