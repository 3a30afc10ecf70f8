"""Earlier instances of a thing, told plainly: "last erupted in 2009", "the last strike was four years ago".

Also "was broken into once before, in 1993" and "it is nine years since a typhoon crossed the island". Each is a rank 0
of what happened, with the year in which it did; a "first since" that reaches further back cannot stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.language.phrases import NOUN_TAGS, clause_at, content_lemmas, word_of
from checker.language.ranked import Rank, rank_words
from checker.language.windows import SPANS, read_length, read_year, year_of
from checker.lexicon.occasions import is_occasion
from checker.model import Document, Sentence, Span, Token

NEAR = 12
"""Tokens behind a cue within which its year stands."""

PARTICLES = frozenset({"out", "into", "down", "off", "up", "aground", "over", "in", "through", "ashore", "back"})
"""Words behind a verb that make another verb of it ("break into", "run aground")."""

TIMES = frozenset({"once", "twice"})
AGAIN = frozenset({"too", "also", "same", "already", "likewise"})
"""Words by which what is told of an earlier day is said to be the same as now."""

CUES = frozenset({"last", "latest", "previous", "recent", "once", "twice", "times", "occasions", "ago", "since"})
"""Words without which a sentence tells of no earlier instance here."""


def with_particle(document: Document, verb: Token) -> tuple[str, ...]:
    """The verb with the particle behind it ("walk out"); empty where there is none."""
    if verb.index + 1 >= len(document.tokens):
        return ()
    at = verb.index + 1
    joint = "-" if document.tokens[at].text == "-" and at + 1 < len(document.tokens) else " "
    behind = document.tokens[at + 1 if joint == "-" else at]
    word = behind.text.lower()
    if behind.sentence != verb.sentence or word not in PARTICLES:
        return ()
    parted = joint == "-" or (verb.tag.startswith("VB") and (word != "in" or behind.tag == "RP"))
    return (f"{word_of(verb)}{joint}{word}",) if parted else ()


def read_instances(document: Document, sentence: Sentence) -> Iterator[Rank]:
    """The earlier instances that a sentence tells of; at most one for each cue."""
    tokens = document.sentence_tokens(sentence)
    lowered = [t.text.lower() for t in tokens]
    if not CUES & set(lowered):
        return
    for at, word in enumerate(lowered):
        if at and lowered[at - 1] == "who":
            continue  # "beat the Reds, who last won it in 1948"
        if word == "last" and at + 1 < len(tokens) and tokens[at + 1].tag in {"VBD", "VBN"}:
            yield from _done(document, sentence, tokens, at, last=True)
        elif word in {"last", "previous", "latest"} or (word == "recent" and lowered[at - 1] == "most"):
            yield from _named(document, sentence, tokens, at)
        elif word == "before" and at and (lowered[at - 1] in TIMES or lowered[at - 1] in {"times", "occasions"}):
            yield from _done(document, sentence, tokens, at, counted=True)
        elif AGAIN & set(lowered) and (word == "ago" or (word == "since" and _counts_back(tokens, lowered, at))):
            yield from _done(document, sentence, tokens, at)


def _counts_back(tokens: Sequence[Token], lowered: Sequence[str], at: int) -> bool:
    """Whether "since" follows a length of time ("it is nine years since")."""
    return at > 1 and tokens[at - 1].lemma.lower() in SPANS and lowered[0] in {"it", "that"}


def rivals_in(extent: Sequence[Token]) -> frozenset[str]:
    """The names behind "against" and "over": of those who were beaten, and nobody's whose ranks are counted."""
    lowered = [t.text.lower() for t in extent]
    at = next((n for n, word in enumerate(lowered) if word in {"against", "over", "versus"}), len(extent))
    return frozenset(word_of(t) for t in extent[at + 1 : at + 5] if t.tag in {"NNP", "NNPS"})


def parties_in(extent: Sequence[Token]) -> frozenset[str]:
    """The common nouns behind "from" and "for": whose or whence the ranked things are counted."""
    found: set[str] = set()
    for at, token in enumerate(extent):
        if token.text.lower() in {"from", "for"}:
            noun = next((t for t in extent[at + 1 : at + 6] if t.tag in {"NN", "NNS"}), None)
            if (
                noun is not None
                and noun.lemma.lower() not in SPANS
                and not any(t.tag in {"NNP", "NNPS"} for t in extent[at + 1 : at + 6])
            ):
                found.add(word_of(noun))
    return frozenset(found)


def _done(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    at: int,
    *,
    last: bool = False,
    counted: bool = False,
) -> Iterator[Rank]:
    """An instance told by its verb: the words of the clause in which the cue stands name it."""
    cue = tokens[at]
    published = document.article.published_date
    near = tokens[max(0, at - NEAR) : at + NEAR]
    year = read_year(tokens[at : at + NEAR], published)
    if cue.text.lower() == "ago":
        year = read_year(tokens[max(0, at - 4) : at + 1], published)
    elif cue.text.lower() == "since" and published is not None:
        length = read_length(tokens[max(0, at - 4) : at - 1], tokens[at - 1].lemma.lower())
        year = None if length is None else year_of(published) - length
    if year is None and not counted:
        return
    clause = clause_at(document, cue.span)
    inside = [t for t in near if clause is None or clause.span.contains(t.span) or cue.text.lower() == "since"]
    named: list[str] = []
    for token in inside:
        word = word_of(token)
        if token.tag.startswith("VB") and token.lemma.lower() not in HELPING:
            named.extend((word, *with_particle(document, token)))
        elif token.tag in NOUN_TAGS and token.lemma.lower() not in SPANS:
            named.append(word)
    if named:
        owner = _owner(tokens, at) if last else ()
        yield _instance(document, sentence, near, named, year, last=last or counted, cue=cue, owner=owner)


def _owner(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The words of the name nearest before a cue: whose last instance it was; empty behind a common noun."""
    found: list[str] = []
    for token in reversed(tokens[:at]):
        if token.tag in {"NNP", "NNPS"}:
            found.append(word_of(token))
        elif found or token.tag in {"NN", "NNS", "PRP"}:
            break
    return tuple(reversed(found))


def _named(document: Document, sentence: Sentence, tokens: Sequence[Token], at: int) -> Iterator[Rank]:
    """An instance told by its noun: "the last strike there was in 2011", "had its last outbreak four years ago"."""
    noun = next((t for t in tokens[at + 1 : at + 5] if t.tag in {"NN", "NNS"}), None)
    if (
        noun is None
        or noun.lemma.lower() in SPANS
        or tokens[max(0, at - 1)].tag not in {"DT", "PRP$", "POS", "JJS", "RBS"}
    ):
        return
    while noun.index + 1 - sentence.first < len(tokens) and tokens[noun.index + 1 - sentence.first].tag in {
        "NN",
        "NNS",
    }:
        noun = tokens[noun.index + 1 - sentence.first]
    behind = tokens[noun.index + 1 - sentence.first :][:NEAR]
    year = read_year(behind, document.article.published_date)
    if year is None:
        return
    if noun.lemma.lower() == "time":
        named = [w for t in behind if t.tag.startswith("VB") for w in (word_of(t), *with_particle(document, t))]
        named = [w for w in named if w not in HELPING]
    elif is_occasion(word_of(noun)):
        named = [word_of(noun)]
    else:
        return
    shown = tokens[max(0, at - 1) : noun.index + 1 - sentence.first + len(behind)]
    yield _instance(document, sentence, shown, named, year, last=True, cue=tokens[at])


HELPING = frozenset({"be", "have", "do", "will", "would", "can", "could", "may", "say", "tell"})


def _instance(
    document: Document,
    sentence: Sentence,
    shown: Sequence[Token],
    named: Sequence[str],
    year: float | None,
    *,
    last: bool,
    cue: Token,
    owner: tuple[str, ...] = (),
) -> Rank:
    limits = content_lemmas(document, list(shown)) - frozenset(named)
    return Rank(
        "first",
        0,
        tuple(dict.fromkeys(named))[:8],
        limits,
        frozenset(w for w in limits if w in rank_words()["narrow"]),
        Span(min(t.span.start for t in shown), max(t.span.end for t in shown)),
        clause_at(document, cue.span),
        sentence.index,
        start=year,
        last=last,
        owner=owner,
    )
