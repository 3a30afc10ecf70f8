"""How a text is worded: whether its headline is borne out, how much it hedges, which words judge while they tell."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.phrases import content_lemmas, tokens_in
from checker.lexicon import familiarity, root_form
from checker.model import Article, BlockKind, Document, Indicator, MentionKind, Modality, QuoteType, Span, State, Tense
from checker.sources.cutting import cut_evidence
from checker.sources.indicators.checks import count_of, load_phrases, note

BORNE_OUT = 0.5
"""Share of a headline's content words that the text must have."""

TELLING = 0.2
"""Least weight (0 to 1) of a word of a headline that the text should have."""

SHOWN = 4
"""Words that are cited at most."""

HEDGES = frozenset(
    """
    may might could would should likely unlikely possibly perhaps probably presumably reportedly allegedly apparently
    seemingly supposedly purportedly potentially conceivably maybe
    """.split()
)
"""Words that take back a part of what is said (own list)."""

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})


def check_wording(document: Document, article: Article) -> Iterator[Indicator]:
    """Headline, hedging, loaded words."""
    yield _check_headline(document, article)
    yield _check_hedging(document)
    yield _check_loaded(document)


def _check_headline(document: Document, article: Article) -> Indicator:
    """Whether the words, names and figures of the headline stand in the text too."""
    headline = [s for s in document.sentences if s.kind is BlockKind.HEADLINE]
    if not headline:
        reason = "the text does not hold it" if article.title else "it has none"
        return note("headline", State.NOT_ASSESSABLE, reason)
    body = {
        root_form(lemma)
        for s in document.sentences
        if s.kind in PROSE
        for lemma in content_lemmas(document, list(document.sentence_tokens(s)))
    }
    whole = Span(headline[0].span.start, headline[-1].span.end)
    indices = {s.index for s in headline}
    tokens = [t for s in headline for t in document.sentence_tokens(s)]
    said = [root for t in tokens if (root := _root(document, t.span)) is not None]
    if not body or not said:
        return note("headline", State.NOT_ASSESSABLE, "there is too little to compare")
    values = {m.value.normalized for m in document.mentions if m.sentence not in indices and m.entity is None}
    figures = [
        m
        for m in document.mentions_in(whole, MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)
        if m.value.normalized not in values
    ]
    evidence = cut_evidence(document, whole)
    if figures:
        names = ", ".join(f"“{m.text}”" for m in figures)
        spans = [cut_evidence(document, m.span, m.value.normalized) for m in figures]
        return note("headline", State.CONCERN, f"the text does not give {names}", spans)
    lacking = [t for t in tokens if (root := _root(document, t.span)) is not None and root not in body]
    if len(said) and 1 - len(lacking) / len(said) < BORNE_OUT:
        words = ", ".join(f"“{t.text}”" for t in lacking[:SHOWN])
        return note("headline", State.CONCERN, f"the text does not have {words}", [evidence])
    return note("headline", State.FOUND, "its words and figures stand in the text", [evidence])


def _root(document: Document, span: Span) -> str | None:
    """A word in its most familiar form, if it tells what the story is of: not "gets", not "new"."""
    lemma = next(iter(content_lemmas(document, tokens_in(document, span))), None)
    return root_form(lemma) if lemma is not None and familiarity(lemma) >= TELLING else None


def _check_hedging(document: Document) -> Indicator:
    clauses = [
        c for c in document.clauses if document.sentences[c.sentence].kind in PROSE and c.tense is not Tense.NONE
    ]
    hedged = [
        c
        for c in clauses
        if c.modality in (Modality.POSSIBLE, Modality.PROBABLE)
        and HEDGES.intersection(word.lower() for word in (*c.auxiliaries, *c.adverbs))
    ]
    if not clauses:
        return note("hedging", State.NOT_ASSESSABLE, "it makes no statement")
    detail = f"{len(hedged)} of {count_of(len(clauses), 'statement is', 'statements are')} hedged"
    return note("hedging", State.FOUND, detail, [cut_evidence(document, c.span, limit=100) for c in hedged[:SHOWN]])


def _check_loaded(document: Document) -> Indicator:
    """Words that judge, outside of quotations."""
    loaded = load_phrases().loaded
    quoted = [q.content for q in document.quotes if q.type is not QuoteType.INDIRECT]
    found = [
        t
        for t in document.tokens
        if t.text.lower() in loaded
        and document.sentences[t.sentence].kind is not BlockKind.FURNITURE
        and not any(span.contains(t.span) for span in quoted)
    ]
    if not found:
        return note("loaded", State.NONE, "none of the listed words outside quotations")
    words = ", ".join(dict.fromkeys(f"“{t.text}”" for t in found[:SHOWN]))
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return note("loaded", State.CONCERN, words + more, [cut_evidence(document, t.span) for t in found[:SHOWN]])
