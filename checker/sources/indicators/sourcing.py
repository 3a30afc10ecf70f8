"""Whom an article has things from: people with and without a name, documents, quotations, and at how many removes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from checker.model import Document, Indicator, NodeKind, QuoteType, Span, Standing, State
from checker.sources.behind import Behind
from checker.sources.citing import Citation, count_by_source
from checker.sources.cutting import cut_evidence
from checker.sources.indicators.checks import count_of, note
from checker.sources.naming import WORDS

SHOWN = 5
"""Sources whose words are cited at most."""

LEAST_WORDS = 4
"""Words that a quotation must have to be looked for elsewhere: fewer are a phrase that many use."""

SAME = 0.8
"""Share of a quotation's word pairs that another article's must hold to be the same words."""

Quoted = Mapping[str, Sequence[tuple[Span, frozenset[tuple[str, str]]]]]
"""Quotations in marks by article: where each stands, and its pairs of words."""


def collect_quotations(documents: Iterable[Document]) -> Quoted:
    """The quotations of an event that are long enough to be known again."""
    found: dict[str, list[tuple[Span, frozenset[tuple[str, str]]]]] = {}
    for document in documents:
        own = found.setdefault(document.article.id, [])
        for quote in document.quotes:
            words = WORDS.findall(quote.words.casefold()) if quote.type is not QuoteType.INDIRECT else []
            if len(words) >= LEAST_WORDS:
                own.append((quote.content, frozenset(pairwise(words))))
    return found


def check_sourcing(document: Document, behind: Behind, quoted: Quoted) -> Iterator[Indicator]:
    """Sources, documents, quotations and the depth of attribution."""
    citations = behind.citations[document.article.id]
    people = [found for found in count_by_source(citations).values() if found[0].source.kind is not NodeKind.DOCUMENT]
    yield _check_people(
        document, people, sorted(behind.origins.credits_of(document.article.id) - {behind.outlet(document.article.id)})
    )
    documents = [found for found in count_by_source(citations).values() if found[0].source.kind is NodeKind.DOCUMENT]
    yield _check_documents(document, documents)
    yield _check_quotations(document, behind, quoted)
    yield from _check_depth(document, citations, behind)


def _check_people(document: Document, people: Sequence[Sequence[Citation]], outlets: Sequence[str]) -> Indicator:
    credited = f"; outlets credited: {', '.join(outlets)}" if outlets else ""
    if not people:
        return note("sources", State.MISSING, "nobody is quoted or cited" + credited)
    named = [found for found in people if found[0].source.named]
    passages = sum(len(found) for found in people)
    unnamed = sum(len(found) for found in people if not found[0].source.named)
    parts = [f"{len(named)} named", f"{len(people) - len(named)} unnamed"]
    for standing in (Standing.OFFICIAL, Standing.EYEWITNESS):
        number = sum(found[0].source.standing is standing for found in people)
        if number:
            parts.append(f"{number} {standing.value}")
    share = f"; {unnamed} of {passages} passages rest on unnamed ones" if unnamed else ""
    state = State.CONCERN if not named else State.FOUND
    evidence = [cut_evidence(document, found[0].cue, found[0].source.name) for found in people[:SHOWN]]
    return note("sources", state, ", ".join(parts) + share + credited, evidence)


def _check_documents(document: Document, cited: Sequence[Sequence[Citation]]) -> Indicator:
    if not cited:
        return note("documents", State.MISSING, "no document is cited")
    named = [found for found in cited if found[0].source.named]
    bare = [found for found in cited if not found[0].source.named]
    parts = []
    if named:
        parts.append(", ".join(dict.fromkeys(f"“{found[0].source.name}”" for found in named[:SHOWN])))
    if bare:
        names = ", ".join(dict.fromkeys(f"“{found[0].source.name}”" for found in bare[:SHOWN]))
        parts.append(f"{names} without saying whose")
    state = State.FOUND if named else State.CONCERN
    evidence = [cut_evidence(document, found[0].cue, found[0].source.name) for found in cited[:SHOWN]]
    return note("documents", state, "; ".join(parts), evidence)


def _check_quotations(document: Document, behind: Behind, quoted: Quoted) -> Indicator:
    own = quoted.get(document.article.id, ())
    if not own:
        return note("quotations", State.NOT_ASSESSABLE, "it has no quotation in marks")
    if len(behind.articles) < 2:
        return note("quotations", State.NOT_ASSESSABLE, "there is no other article to look in")
    shown = []
    where: set[str] = set()
    for span, pairs in own:
        others = [
            article
            for article, theirs in quoted.items()
            if article != document.article.id
            and any(len(pairs & other) >= SAME * min(len(pairs), len(other)) for _, other in theirs)
        ]
        if others:
            where.update(behind.outlet(article) for article in others)
            shown.append(span)
    if not shown:
        number = count_of(len(own), "quotation", "quotations")
        return note("quotations", State.NONE, f"none of its {number} is in another article")
    evidence = [cut_evidence(document, span, limit=140) for span in shown[:SHOWN]]
    detail = f"{len(shown)} of {len(own)}, in {', '.join(sorted(where))}"
    return note("quotations", State.FOUND, detail, evidence)


def _check_depth(document: Document, citations: Sequence[Citation], behind: Behind) -> Iterator[Indicator]:
    """The longest chain: what an outlet has from another, which has it from somebody, is told at two removes."""
    whole = behind.origins.whole.get(document.article.id)
    reprint = whole is not None and whole != behind.outlet(document.article.id)
    second = [c for c in citations if c.via is not None]
    if second:
        first = second[0]
        name = f"“{first.source.name}”" if not first.source.named else first.source.name
        detail = f"{count_of(len(second), 'passage', 'passages')} at two removes: {first.via}, which has it from {name}"
        yield note("depth", State.CONCERN, detail, [cut_evidence(document, c.cue, c.via or "") for c in second[:SHOWN]])
    elif reprint:
        yield note("depth", State.CONCERN, f"the whole article is {whole}’s")
    elif citations:
        yield note("depth", State.FOUND, "its sources are cited at first hand")
