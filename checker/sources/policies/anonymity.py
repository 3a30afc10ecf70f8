"""Sources without names: those of whom nothing is said, several where one can be traced, and those not explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.language.phrases import tokens_in
from checker.model import Document, NodeKind, Standing, Token
from checker.sources.citing import Citation
from checker.sources.cutting import cut_evidence
from checker.sources.describing import DETERMINERS, head_of
from checker.sources.notes.making import Remark, make_note
from checker.sources.policies.clauses import Clause
from checker.sources.policies.scene import SHOWN, Scene, join_names
from checker.sources.policies.sorting import is_hidden

SOURCES = frozenset({"source", "insider"})
"""Words for a source that say nothing of it."""

PLURAL = frozenset({"NNS", "NNPS"})

LEAST_SPOKEN = 6
"""Words of a quotation that several people do not speak in one voice."""

JOINT = frozenset({"joint", "jointly", "statement", "letter", "communique", "memo", "report", "document", "filing"})
"""Words that say that several spoke as one, or wrote."""


def find_bare_sources(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article that credits sources of which it says nothing; ``clause.words`` adds to the words."""
    for article, document in scene.behind.documents.items():
        citations = scene.behind.citations[article]
        unnamed = _unnamed(citations)
        # Where an official is named or described, "officials" are those of the same place.
        official = any(c.source.standing is Standing.OFFICIAL and " " in c.source.name for c in citations)
        heads = SOURCES if official else SOURCES | frozenset(clause.words)
        bare = [c for c in unnamed if _is_bare(document, c, heads)]
        # One that is described where it comes first may be cut short later on.
        described = {_last_word(c) for c in unnamed if c not in bare}
        bare = [c for c in bare if _last_word(c) not in described]
        if not bare or any(c.shielded for c in bare):
            continue
        names = join_names(f"“{c.source.name}”" for c in bare)
        outlet = scene.behind.outlet(article)
        yield make_note(
            "bare_source",
            scene.event,
            0.58,
            question="what kind of source, and how does it know?",
            message=f"{outlet} credits {names} and says no more of {'them' if len(bare) > 1 else 'it'}",
            difference="no word on where the source stands, or how it knows",
            clears="say as much of the source as can be said: its position, and how it knows",
            about=(article,),
            subject=(article, *sorted({c.source.id for c in bare})),
            origins=(outlet,),
            evidence=[cut_evidence(document, c.cue, c.source.name) for c in bare[:SHOWN]],
        )


def find_plural_sources(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article that credits several where its origin, or its own quotation, shows one."""
    del clause  # it has no settings
    for article, document in scene.behind.documents.items():
        several = [c for c in scene.behind.citations[article] if _is_plural(document, c)]
        spoken = [c for c in _unnamed(several) if _is_one_voice(document, c)]
        traced = dict(_trace(article, several, scene))
        found = list(dict.fromkeys([*traced, *spoken]))
        if not found:
            continue
        outlet, first = scene.behind.outlet(article), found[0]
        if first in traced:
            why = traced[first]
        else:
            why = f"“{first.source.name}” are quoted as speaking one sentence of {_words(document, first)} words"
        evidence = [cut_evidence(document, c.cue, c.source.name) for c in found[:SHOWN]]
        yield make_note(
            "plural_sources",
            scene.event,
            0.6,
            question="how many sources are there?",
            message=f"{outlet} credits “{first.source.name}” where one source can be traced",
            difference=why,
            clears="write of one source, or show that there are more",
            about=(article,),
            subject=(article, *sorted({c.source.id for c in found})),
            origins=(outlet,),
            evidence=evidence,
        )


def find_unexplained(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article with hidden sources that nowhere says why they are."""
    del clause  # it has no settings
    for article, document in scene.behind.documents.items():
        unnamed = _unnamed(scene.behind.citations[article])
        hidden = [c for c in unnamed if is_hidden(document, c)]
        if not hidden or any(c.shielded for c in unnamed):
            continue
        outlet = scene.behind.outlet(article)
        names = join_names(list(dict.fromkeys(f"“{c.source.name}”" for c in hidden))[:SHOWN])
        yield make_note(
            "unexplained_anonymity",
            scene.event,
            0.45,
            question="why are they not named?",
            message=f"{outlet} credits {names} without a name, and does not say why",
            difference="nowhere in the article is a reason given",
            clears="say why the source is not named, or name it",
            about=(article,),
            subject=(article, *sorted({c.source.id for c in hidden})),
            origins=(outlet,),
            evidence=[cut_evidence(document, c.cue, c.source.name) for c in hidden[:SHOWN]],
        )


def _unnamed(citations: Sequence[Citation]) -> list[Citation]:
    """The people without names that an article has things from, first-hand: what others hide is theirs to explain."""
    return [c for c in citations if c.source.kind is NodeKind.PERSON and not c.source.named and c.via is None]


def _last_word(citation: Citation) -> str:
    return citation.source.name.casefold().split()[-1].removesuffix("s")


def _head_token(document: Document, citation: Citation) -> Token | None:
    return head_of(document, citation.speaker) if citation.speaker is not None else None


def _is_bare(document: Document, citation: Citation, heads: frozenset[str]) -> bool:
    """Whether nothing is said of a source but that there is one: no word hangs on it but an article or a number."""
    head = _head_token(document, citation)
    if head is None or head.lemma.lower() not in heads or citation.speaker is None or not head.tag.startswith("NN"):
        return False
    if citation.speaker.of(document.text).casefold().startswith(("the ", "that ", "this ", "these ", "those ")):
        return False  # it has been told of before
    beside = [t for t in document.sentence_tokens(document.sentences[citation.sentence]) if t.head == head.index]
    return all(
        t.index == head.index or t.lemma.lower() in DETERMINERS or t.tag in ("DT", "CD") or not t.tag[:1].isalpha()
        for t in (*beside, *tokens_in(document, citation.speaker))
    )


def _is_plural(document: Document, citation: Citation) -> bool:
    head = _head_token(document, citation)
    return head is not None and head.tag in PLURAL and is_hidden(document, citation)


def _words(document: Document, citation: Citation) -> int:
    return sum(t.tag[:1].isalpha() for t in tokens_in(document, citation.content))


def _is_one_voice(document: Document, citation: Citation) -> bool:
    """Whether several are quoted word for word with what only one can have said."""
    if not citation.direct or _words(document, citation) < LEAST_SPOKEN:
        return False
    content = citation.content.of(document.text).strip(" ,.")
    whole = content[:1] in "\"“‘'«" and document.text[citation.content.start : citation.content.end].count("“") < 2
    said = {t.lemma.lower() for t in document.sentence_tokens(document.sentences[citation.sentence])}
    return whole and not said & JOINT


def _trace(article: str, several: Sequence[Citation], scene: Scene) -> Iterator[tuple[Citation, str]]:
    """Passages from several sources that the article whose reporting they are gives to one."""
    by_outlet = {scene.behind.outlet(name): name for name in scene.behind.documents}
    for question in scene.questions:
        for group in question.groups:
            for claim in (c for c in group.claims if c.article == article):
                cited = next((c for c in scene.behind.cited_for(claim) if c in several), None)
                first = by_outlet.get(claim.origin)
                if cited is None or first is None or first == article:
                    continue
                for other in (c for c in group.claims if c.article == first):
                    one = next(iter(scene.behind.cited_for(other)), None)
                    if one is not None and _is_one(scene.behind.documents[first], one):
                        name = one.source.name if one.source.named else f"“{one.source.name}”"
                        yield cited, f"{claim.origin}, whose reporting it is, has it from one: {name}"
                        break


def _is_one(document: Document, citation: Citation) -> bool:
    head = _head_token(document, citation)
    return citation.source.kind is NodeKind.PERSON and (
        citation.source.named or (head is not None and head.tag == "NN")
    )
