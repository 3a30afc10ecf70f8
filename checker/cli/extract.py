"""``checker extract``: what each article says by itself: mentions, quotations and claims, a JSON line an article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import CLEAN, USAGE, options
from checker.cli.console import progress, tell_failed, write_out

if TYPE_CHECKING:
    from checker.model import Article, Claim, Mention, Quote, Span
    from checker.run import Extraction


@click.command(short_help="Write what each article says, as JSON lines.")
@options.paths
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    help="Output format.",
    show_default=True,
)
@options.output
@options.config
def extract(paths: tuple[str, ...], format_name: str, output: Path | None, chosen: options.Chosen) -> None:
    """Write what each article says: dates, numbers, names, quotations and claims, a JSON line an article."""
    del format_name  # there is one so far
    config = options.load(chosen)
    reading = options.read(paths)
    from checker.run import extract as extract_one

    lines: list[str] = []
    with progress(f"reading {len(reading.articles)} articles"):
        for article in reading.articles:
            skip, hint = reading.skips.get(article.id), reading.hints.get(article.id)
            found = extract_one(article, config=config, skip=skip, hint=hint)
            lines.append(json.dumps(extraction_row(found), ensure_ascii=True))
    write_out("".join(f"{line}\n" for line in lines), output)
    tell_failed(reading.failed)
    raise click.exceptions.Exit(USAGE if reading.failed else CLEAN)


def extraction_row(found: Extraction) -> dict[str, Any]:
    """An extraction as plain values. Offsets are code points of the article's text."""
    return {
        "article": _article(found.article),
        "mentions": [_mention(mention) for mention in found.mentions],
        "quotes": [_quote(quote, found.article.text) for quote in found.quotes],
        "claims": [_claim(claim) for claim in found.claims],
    }


def _article(article: Article) -> dict[str, Any]:
    published = article.published.isoformat() if isinstance(article.published, date) else None
    return {
        "id": article.id,
        "path": article.path,
        "source": article.source,
        "title": article.title,
        "published": published,
        "url": article.url,
        "authors": list(article.authors),
    }


def _mention(mention: Mention) -> dict[str, Any]:
    # Of a time, the TIMEX3 value as the annotation guidelines write it; the canonical form adds bounds and units.
    value = getattr(mention.value, "timex", mention.value.normalized)
    return {
        "kind": mention.kind.value,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "value": value,
        "entity": mention.entity,
    }


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    return {
        "content": _span(quote.content, text),
        "speaker": _span(quote.speaker, text),
        "cue": _span(quote.cue, text),
        "type": quote.type.value,
        "venue": quote.venue,
    }


def _span(span: Span | None, text: str) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "rule": claim.rule,
        "question": claim.asks,
        "value": {"type": claim.value.type.value, "text": claim.value.text, "normalized": claim.value.normalized},
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "attribution": [{"speaker": a.speaker, "outlet": a.outlet, "cue": a.cue} for a in claim.attribution],
        "field": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
    }
