"""Who is behind an event's claims: the citations of each article, and which of them a claim rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Article, Claim, Document, Span
from checker.sources.citing import Citation, read_citations
from checker.sources.naming import fold_outlet, outlet_of
from checker.sources.origins import COPIED, CREDITED, SPOKEN, Origins, find_words

MOST = 0.6
"""Share of a claim's words that a passage must hold for the claim to rest on its source."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The articles of an event with what each has from whom."""

    documents: Mapping[str, Document]
    articles: Mapping[str, Article]
    citations: Mapping[str, tuple[Citation, ...]]
    origins: Origins
    _cited: dict[tuple[str, int, int, str], tuple[Citation, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _outlets: dict[str, None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def outlets(self) -> Collection[str]:
        """The outlets that published the articles, each once, in their order."""
        if not self._outlets:
            self._outlets.update(dict.fromkeys(self.outlet(article) for article in self.articles))
        return self._outlets.keys()

    def outlet(self, article: str) -> str:
        """The outlet that published an article; its id where none is known."""
        return outlet_of(self.articles[article])

    def cited_for(self, claim: Claim) -> tuple[Citation, ...]:
        """The citations that a claim rests on: those whose passage holds its answer, the closest first."""
        key = claim.article, claim.span.start, claim.span.end, claim.value.text
        found = self._cited.get(key)
        if found is None:
            found = self._cited[key] = self._cite(claim)
        return found

    def _cite(self, claim: Claim) -> tuple[Citation, ...]:
        answer = find_words(claim, claim.value.text)
        holding = [
            c
            for c in self.citations.get(claim.article, ())
            if c.content.contains(answer)
            or _overlap(c.content, claim.span) >= MOST * (claim.span.end - claim.span.start)
        ]
        holding.sort(key=lambda c: (c.content.end - c.content.start, c.content.start))
        return tuple(holding)

    def why_origin(self, claim: Claim) -> tuple[str, Span] | None:
        """Why a claim's origin is not its own outlet, in words, and where the text says so; None where it is."""
        name, how = self.origins.explain(claim)
        outlet = self.outlet(claim.article)
        if fold_outlet(name) == fold_outlet(outlet):
            return None
        span = self._where_named(claim, name)
        if how == SPOKEN:
            return f"{outlet} has words that were spoken to {name}", span
        if how == CREDITED:
            return f"{outlet} credits {name}", span
        if how == COPIED:
            return f"{outlet} has the sentence, nearly word for word, from {name}", self._sentence(claim)
        return f"all of {outlet}’s article is credited to {name}", self._where_whole(claim.article, name)

    def _sentence(self, claim: Claim) -> Span:
        sentences = self.documents[claim.article].sentences
        return sentences[claim.sentence].span if 0 <= claim.sentence < len(sentences) else claim.span

    def _where_named(self, claim: Claim, name: str) -> Span:
        """Where an outlet is named for a claim: by the claim itself, in its sentence, or in the one behind it."""
        given = next((a.span for a in claim.attribution if a.outlet and a.span), None)
        if given is not None:
            return given
        document = self.documents[claim.article]
        for index in (claim.sentence, claim.sentence + 1):
            if 0 <= index < len(document.sentences):
                span = document.sentences[index].span
                at = span.of(document.text).find(name.removeprefix("The "))
                if at >= 0:
                    return Span(span.start + at, span.start + at + len(name.removeprefix("The ")))
        return self._sentence(claim)

    def _where_whole(self, article: str, name: str) -> Span:
        document = self.documents[article]
        at = document.text.find(name)
        return Span(at, at + len(name)) if at >= 0 else Span(0, 0)


def look_behind(
    documents: Sequence[Document],
    articles: Mapping[str, Article],
    origins: Origins,
    joined: Mapping[tuple[str, str], str],
) -> Behind:
    """Read the citations of an event's articles. ``joined`` gives the event's entities by article and entity."""
    return Behind(
        {d.article.id: d for d in documents},
        articles,
        {d.article.id: read_citations(d, origins.known, joined) for d in documents},
        origins,
    )


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
