"""States the names that one article spells like no other of its event (``checker.names.misspelt`` finds them)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checker.comparing.findings import SEVERITIES
from checker.comparing.fingerprints import fingerprint, key_question
from checker.model import Article, Document, Evidence, Finding, Kind, LinkLevel, Why
from checker.names.misspelt import Misspelling, OriginOf, Written, find_misspellings
from checker.values.entities import fold_name

RULE = "spelling"
"""The rule that the findings belong to."""

SURE, LIKELY = 0.9, 0.7
"""How sure it is that a name is misspelt: where its own article has the usual form too, and where only others have."""


def find_spellings(
    documents: Sequence[Document],
    origin_of: OriginOf,
    rules: Collection[str],
    event: str,
    articles: Mapping[str, Article],
) -> list[Finding]:
    """A finding for each misspelt name; none where the rule is not among ``rules``, the ids of those in use."""
    if RULE not in rules:
        return []
    return [_state(found, origin_of, event, articles) for found in find_misspellings(documents, origin_of)]


def _state(found: Misspelling, origin_of: OriginOf, event: str, articles: Mapping[str, Article]) -> Finding:
    rare, usual = found.rare, found.usual[0]
    here = rare.document.article.id
    inside = any(written.document.article.id == here for written in found.usual)
    own = origin_of(here, rare.sentence)
    origins = sorted({origin_of(w.document.article.id, w.sentence) for w in found.usual} - {own})
    names = [articles[w.document.article.id].source or w.document.article.id for w in found.usual]
    places = ["elsewhere in it"] if inside else []
    places += [f"from {len(origins)} other origin{'s' if len(origins) > 1 else ''}"] if origins else []
    subject = [fold_name(usual.text)]
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.FRAMING, subject, [fold_name(rare.text)]),
        question_key=key_question(RULE, subject),
        rule=RULE,
        kind=Kind.FRAMING,
        severity=SEVERITIES[Kind.FRAMING],
        confidence=SURE if inside else LIKELY,
        question=f"how is the name “{usual.text}” spelt?",
        message=f"“{rare.text}” ({articles[here].source or here}) beside “{usual.text}” "
        f"({', '.join(dict.fromkeys(names))})",
        why=Why(
            (LinkLevel("words", 1.0),),
            f"two spellings of one name: “{rare.text}” in this article alone, “{usual.text}” {' and '.join(places)}",
            "look the name up, and use one spelling",
        ),
        origins=tuple(sorted({own, *origins})),
        evidence=(_cite(rare, fold_name(rare.text)), *(_cite(written, subject[0]) for written in found.usual)),
        event=event,
        answers=((fold_name(rare.text),), (fold_name(usual.text),)),
        fault=here,
    )


def _cite(written: Written, value: str) -> Evidence:
    span = written.span
    return Evidence(written.document.article.id, "text", span.start, span.end, written.text, value)
