"""What an article has from others: each passage with its source, the outlet that it came through, and its cue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.attribution.cues import Frame, load_cues
from checker.attribution.hearsay import Kind as HearsayKind
from checker.attribution.hearsay import read_hearsay
from checker.attribution.outlets import recognise
from checker.language.phrases import tokens_in
from checker.model import BlockKind, Document, MentionKind, Node, NodeKind, Quote, QuoteType, Span, Standing
from checker.sources.describing import describe, load_words
from checker.sources.naming import choose_name, fold_outlet, same_outlet

SPEECH = frozenset({"say", "tell", "utter", "write", "report", "deny", "announce"})
"""The classes of verbs by which something is said; thinking, wanting and refusing are not among them."""

APART = 60
"""Characters between a speaker and its verb up to which both are shown as one cue."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of the verbs that make a clause a statement."""

PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
"""Speakers who go on from the passage before."""

SILENT = (BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.BYLINE)

# A writing in which something is said, named beside its speaker: in a statement; in an interview with; in court papers
IN_WRITING = re.compile(
    r"\b(?:[Ii]n|according to)\s(?:an?|the|his|her|its|their)?\s?(?:[\w-]+\s){0,2}?"
    r"(?P<noun>statement|letter|filing|memo|report|communiqu[eé]|affidavit|ruling|indictment|complaint|press release"
    r"|readout|tweet|court papers|court documents)\b"
)
# A writing that somebody has read: a copy seen by Reuters; documents obtained by the paper; a memo reviewed by AP
SEEN = re.compile(
    r"\b(?P<noun>cop(?:y|ies)|documents?|memos?|letters?|drafts?|e-?mails?|files?|papers?|records?|annex|contracts?"
    r"|transcripts?|reports?|notes?|messages?)\b(?:\sof\s(?:the|an?|its|his|her|their)\s(?P<of>\w+))?"
    r"(?:\s[\w’'-]+){0,4}?\s(?:seen|obtained|reviewed|read|examined)\sby\b"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage and who is behind it.

    ``via`` is the outlet that it came through, where that is not the article's own; ``direct`` says that these are the
    very words; ``shielded`` that the article says why it does not name its source. ``speaker`` are the words for the
    source, without the cue's verb; None where it is only shown.
    """

    source: Node
    via: str | None
    cue: Span
    content: Span
    sentence: int
    direct: bool = False
    shielded: bool = False
    speaker: Span | None = None


def read_citations(
    document: Document, known: Sequence[str], joined: Mapping[tuple[str, str], str]
) -> tuple[Citation, ...]:
    """The passages of an article in the order of the text. ``known`` are the outlets of the event."""
    writings = [h for h in read_hearsay(document) if h.kind is HearsayKind.WRITING]
    outlets = {a.span for c in document.clauses for a in c.attribution if a.outlet and a.span}
    found: list[Citation] = []
    for quote in sorted(document.quotes, key=lambda q: (q.content.start, q.content.end)):
        made = _read(document, quote, known, joined, found, outlets)
        if made is not None:
            found.append(made)
    for piece in writings:
        if any(c.cue.overlaps(piece.source) for c in found):
            continue
        last = next(
            (c for c in reversed(found) if c.source.kind is NodeKind.DOCUMENT and c.cue.start < piece.source.start),
            None,
        )
        node = describe(document, piece.source, None, joined, "say") or (last.source if last is not None else None)
        if node is not None:
            sentence = next((t.sentence for t in tokens_in(document, piece.source)), -1)
            found.append(Citation(node, None, piece.source, piece.content, sentence))
    found.extend(_read_seen(document, found, outlets))
    return tuple(sorted(found, key=lambda c: (c.cue.start, c.content.start)))


def _read(
    document: Document,
    quote: Quote,
    known: Sequence[str],
    joined: Mapping[tuple[str, str], str],
    before: Sequence[Citation],
    outlets: Collection[Span],
) -> Citation | None:
    if quote.speaker is None or not 0 <= quote.sentence < len(document.sentences):
        return None
    if document.sentences[quote.sentence].kind in SILENT:
        return None
    verb = _verb(document, quote)
    direct = quote.type is not QuoteType.INDIRECT
    if not direct and not (_is_speech(verb) and _is_stated(document, quote, verb)):
        return None
    phrase = quote.speaker.of(document.text)
    if quote.speaker in outlets or _is_outlet(phrase, document, known):
        return None
    node = describe(document, quote.speaker, quote.speaker_entity, joined, verb)
    if phrase.lower() == "who":
        node = _person_before(document, quote.speaker, joined, verb)
    elif node is None and direct and phrase.lower() in PRONOUNS and before:
        node = before[-1].source if before[-1].source.kind is NodeKind.PERSON else None
    if node is None:
        return None
    via = _venue(quote.venue, document, known) or _through(document, quote, known)
    return Citation(
        node,
        via,
        _cue(quote, quote.speaker),
        quote.content,
        quote.sentence,
        direct,
        _is_shielded(document, quote),
        quote.speaker,
    )


def _verb(document: Document, quote: Quote) -> str:
    return next((t.lemma.lower() for t in tokens_in(document, quote.cue)), "") if quote.cue is not None else ""


def _is_speech(verb: str) -> bool:
    return verb.startswith("accord") or any(group in SPEECH for group in load_cues().classes.get(verb, ()))


def _is_stated(document: Document, quote: Quote, verb: str) -> bool:
    """Whether what follows is a statement, or the verb takes a thing ("announced a ceasefire"): not "kept its lead"."""
    if verb.startswith("accord") or load_cues().allows(verb, Frame.OBJECT):
        return True
    if quote.content.of(document.text)[:5].lower() == "that ":
        return True
    return any(t.tag in FINITE for t in tokens_in(document, quote.content))


def _person_before(document: Document, pronoun: Span, joined: Mapping[tuple[str, str], str], verb: str) -> Node | None:
    """The person that "who" goes back to: the last one named shortly before it."""
    near = Span(max(0, pronoun.start - APART * 2), pronoun.start)
    last = next((m for m in reversed(document.mentions_in(near, MentionKind.PERSON)) if m.entity), None)
    return describe(document, last.span, last.entity, joined, verb) if last is not None else None


def _is_outlet(phrase: str, document: Document, known: Iterable[str]) -> bool:
    """Whether a speaker is an outlet: what it says is credited to it, and it is nobody's human source."""
    if recognise(phrase) is not None or any(fold_outlet(phrase) == fold_outlet(name) for name in known):
        return True
    words = phrase.split()
    return (
        len(words) == 2
        and words[0].lower() == "the"
        and words[1][:1].isupper()
        and any(words[1] in name.split() for name in document.credits)
    )


def _venue(venue: str | None, document: Document, known: Sequence[str]) -> str | None:
    """The outlet that words were spoken to, where it is not the article's own."""
    words = (venue or "").strip(" ,.;:").split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        if not name[:1].isupper():
            continue
        outlet = recognise(name)
        own = next((k for k in known if fold_outlet(k) == fold_outlet(name)), None)
        if outlet is not None or own is not None:
            return _other(own or (outlet.name if outlet is not None else name), document, known)
    return None


def _other(name: str, document: Document, known: Sequence[str]) -> str | None:
    source = document.article.source
    return None if source is not None and same_outlet(name, source) else choose_name(name, known)


def _through(document: Document, quote: Quote, known: Sequence[str]) -> str | None:
    """The outlet that is credited with reporting what the speaker said."""
    for clause in document.clauses_touching(quote.content):
        if quote.content.contains(clause.predicate_span):
            outlet = next((a.outlet for a in clause.attribution if a.outlet), None)
            if outlet is not None:
                return _other(outlet, document, known)
    return None


def _cue(quote: Quote, speaker: Span) -> Span:
    """Speaker and verb where they stand together; the verb alone where they do not."""
    cue = quote.cue
    if cue is None:
        return speaker
    both = Span(min(speaker.start, cue.start), max(speaker.end, cue.end))
    return both if both.end - both.start <= APART + (speaker.end - speaker.start) else speaker


def _is_shielded(document: Document, quote: Quote) -> bool:
    """Whether the sentence says that the source does not want its name known."""
    said = document.sentences[quote.sentence].text.casefold()
    return any(words in said for words in load_words().withheld)


def _read_seen(document: Document, found: Sequence[Citation], outlets: Collection[Span]) -> Iterator[Citation]:
    """Documents that are named beside what is said in them, or that somebody says they have read."""
    for sentence in document.sentences:
        if sentence.kind in SILENT or not (
            " by " in sentence.text or "n " in sentence.text or "according" in sentence.text
        ):
            continue
        text = sentence.span.of(document.text)
        for pattern, named in ((SEEN, True), (IN_WRITING, False)):
            for match in pattern.finditer(text):
                cue = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if any(c.source.kind is NodeKind.DOCUMENT and c.cue.overlaps(cue) for c in found):
                    continue
                if any(span.overlaps(cue) for span in outlets):
                    continue  # "according to the report" of an outlet named before
                noun = (match["of"] if pattern is SEEN and match["of"] else match["noun"]).casefold()
                yield Citation(
                    Node(f"document:{document.article.id}:{noun}", NodeKind.DOCUMENT, noun, named, Standing.OTHER),
                    None,
                    cue,
                    cue,
                    sentence.index,
                )


def count_by_source(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Citations by the id of their source, in the order in which sources come."""
    grouped: dict[str, list[Citation]] = {}
    for citation in citations:
        grouped.setdefault(citation.source.id, []).append(citation)
    return grouped
