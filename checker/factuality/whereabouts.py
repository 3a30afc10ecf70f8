"""Whereabouts: who was at an occasion or away from it, by phrases that name no act of being there.

``in the presence of X and Y`` · ``his seat stayed empty`` · ``X sent his deputy in his place`` · ``X had left before
the vote began`` · ``the pistol was fired by X``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from checker.factuality.called import name_at
from checker.factuality.performers import read_performers
from checker.language.phrases import sentence_at
from checker.lexicon import is_person_noun
from checker.model import Argument, BlockKind, Clause, Document, Mention, MentionKind, Sentence, Span, Token

Whereabouts = tuple[Sentence, Span, bool, str | None, str]
"""A sentence, the words that say so, whether there, the entity of whom it is said, and the name."""

ACTS = frozenset({"gun", "flame", "verdict", "service", "sitting", "present", "opening", "orchestra"})
"""What somebody does on the spot, of the acts that ``performers`` knows."""

BEFORE_WITNESSES = (("in", "the", "presence", "of"), ("witnessed", "by"), ("attended", "by"), ("in", "presence", "of"))
STOPS = frozenset({".", ";", ":", "?", "!"})
LONGEST = 45
"""Tokens of a list of those in whose presence something was done, at most."""

OWNERS = frozenset({"his", "her", "their", "he", "she"})
SEATS = frozenset({"seat", "chair", "place", "desk", "stall", "box", "bench", "lectern", "throne"})
STAYING = frozenset({"stay", "stayed", "remained", "remain", "was", "is", "stood", "sat", "were", "remains", "left"})
EMPTY = frozenset({"empty", "vacant", "unoccupied", "unfilled", "deserted", "bare"})
LEAVING = frozenset({"left", "gone", "departed", "drove", "walked", "slipped", "flew", "headed", "fled", "hurried"})
BEGINNING = frozenset({"began", "begun", "started", "opened", "was", "were", "kicked", "got"})
OCCASIONS = frozenset(
    "vote voting ceremony signing session debate match race funeral service hearing verdict count meeting summit "
    "handover opening launch concert parade inauguration sitting reading sentencing kick-off".split()
)
DENIED = frozenset({"not", "never", "n't", "n’t", "if", "would", "could", "will", "may", "might", "without"})
OTHERS = frozenset({"counterpart", "colleague", "opposite", "predecessor", "successor", "rival", "host", "guest"})
"""Nouns for a person by another that a dictionary of kinds may not hold as such."""

NEAR = 8
"""Tokens between an act and what it is told of, at most."""


def read_whereabouts(document: Document) -> Iterator[Whereabouts]:
    """Everybody whom such phrases put at the occasion or away from it."""
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        tokens = document.sentence_tokens(sentence)
        low = [t.text.lower() for t in tokens]
        if "presence" in low or "by" in low:
            yield from _witnesses(document, sentence, tokens, low)
        if EMPTY & {*low}:
            yield from _empty_seats(document, sentence, tokens, low)
        if "sent" in low:
            yield from _senders(document, sentence, tokens, low)
        if "before" in low and LEAVING & {*low}:
            yield from _leavers(document, sentence, tokens, low)
    for done in read_performers(document):
        where = sentence_at(document, done.name)
        if done.question in ACTS and where is not None:
            span = Span(min(done.words.start, done.name.start), max(done.words.end, done.name.end))
            yield where, span, True, done.key, done.text


def name_behind(document: Document, argument: Argument) -> str:
    """The name in apposition to a noun phrase: "his Danish counterpart, Ada Reed, stayed"; empty for none."""
    last = max(argument.tokens, default=argument.head)
    tokens = document.tokens[last : last + 8]
    if not (is_person_noun(argument.lemma) or argument.lemma in OTHERS) or len(tokens) < 3 or tokens[1].text != ",":
        return ""
    if any(t.sentence != tokens[0].sentence for t in tokens[:3]) or not tokens[2].tag.startswith("NNP"):
        return ""
    found = name_at(document, tokens, 2)
    return found[2] if found is not None else ""


def name_meant(document: Document, sentence: Sentence, office: Mention) -> str:
    """Who an office stands for: the one named in the sentence before, to whom "his" behind the office goes back."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.block != sentence.block:
        return ""
    named = {m.entity for m in document.mentions_in(before.span, MentionKind.PERSON) if m.text[:1].isupper()}
    behind = [m for m in document.mentions_in(sentence.span, MentionKind.PERSON) if m.span.start > office.span.end]
    meant = {m.entity for m in behind if m.text.lower() in ("he", "she", "his", "her", "him")}
    key = next(iter(named), None)
    if len(named) != 1 or meant != named or key is None or key not in document.entities:
        return ""
    return document.entities[key].name


def when_marks(document: Document, clause: Clause | None) -> list[str]:
    """A mark for a clause whose time is that of another ("was overseas when the storm hit")."""
    if clause is None:
        return []
    after = [t.text.lower() for t in document.tokens[clause.head : clause.head + 8] if t.sentence == clause.sentence]
    return ["then"] if {"when", "while", "throughout", "during"} & {*after} else []


def _witnesses(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]
) -> Iterator[Whereabouts]:
    """Everybody named behind "in the presence of"; who "attended by" names has to be a person."""
    for at in range(len(low)):
        lead = next((p for p in BEFORE_WITNESSES if tuple(low[at : at + len(p)]) == p), None)
        if lead is None or DENIED & {*low[max(0, at - 4) : at]}:
            continue
        start = at + len(lead)
        end = next((n for n in range(start, len(low)) if low[n] in STOPS or tokens[n].tag in ("VBD", "VBZ")), len(low))
        end = min(end, start + LONGEST)
        if end <= start:
            continue
        area = Span(tokens[start].span.start, tokens[end - 1].span.end)
        for mention in document.mentions_in(area, MentionKind.PERSON):
            entity = document.entities.get(mention.entity or "")
            if entity is not None and mention.text[:1].isupper() and entity.kind is MentionKind.PERSON:
                yield sentence, Span(tokens[at].span.start, mention.span.end), True, entity.key, entity.name


def _empty_seats(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]
) -> Iterator[Whereabouts]:
    """``his seat stayed empty``, ``the chair of Mayor X was vacant``."""
    for at, word in enumerate(low):
        if word not in SEATS or not 0 < at < len(low) - 2:
            continue
        behind = low[at + 1 : at + 5]
        if not (STAYING & {*behind} and EMPTY & {*behind}) or DENIED & {*behind}:
            continue
        owner = tokens[at - 2] if tokens[at - 1].tag == "POS" else tokens[at - 1]
        for mention in document.mentions_touching(owner.span):
            entity = document.entities.get(mention.entity or "")
            if entity is not None and entity.kind is MentionKind.PERSON:
                last = next(n for n in range(at + 1, at + 5) if low[n] in EMPTY)
                yield sentence, Span(owner.span.start, tokens[last].span.end), False, entity.key, entity.name
                break


def _senders(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]
) -> Iterator[Whereabouts]:
    """``X stayed at home and sent his prime minister in his place``."""
    for at, word in enumerate(low):
        instead = any(
            low[n] in ("place", "stead") and low[n - 1] in ("his", "her", "their") and low[n - 2] == "in"
            for n in range(at + 2, min(len(low), at + 2 * NEAR))
        )
        if word != "sent" or not instead or low[at - 1] in ("was", "were", "been", "be") or DENIED & {*low[:at]}:
            continue
        clause = next((c for c in document.clauses if c.head == tokens[at].index), None)
        owner = next((n for n in range(at + 2, min(len(low), at + 2 * NEAR)) if low[n] in ("place", "stead")), at)
        if clause is None:
            continue
        agent = next((a for a in clause.arguments if a.head < clause.head), None)
        if agent is None:
            continue
        span = Span(tokens[at].span.start, tokens[owner].span.end)
        apposed = name_behind(document, agent)
        people = [m for m in document.mentions_in(agent.span, MentionKind.PERSON) if m.text.lower() not in OWNERS]
        entity = document.entities.get(people[0].entity or "") if people else None
        if apposed:
            yield sentence, span, False, None, apposed
        elif entity is not None:
            yield sentence, span, False, entity.key, entity.name


def _leavers(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]
) -> Iterator[Whereabouts]:
    """``he had left before the voting began``."""
    for at, word in enumerate(low):
        if word not in LEAVING or not tokens[at].tag.startswith("VB"):
            continue
        before = next((n for n in range(at + 1, min(len(low), at + NEAR)) if low[n] == "before"), None)
        if (
            before is None
            or not _tells_start(low[before + 1 : before + 6], OCCASIONS)
            or DENIED & {*low[max(0, at - 4) : at]}
        ):
            continue
        clause = next((c for c in document.clauses if c.head == tokens[at].index), None)
        agent = next((a for a in clause.arguments if a.head < clause.head), None) if clause is not None else None
        entity = document.entities.get(agent.entity or "") if agent is not None else None
        if entity is not None and entity.kind is MentionKind.PERSON:
            span = Span(tokens[at].span.start, tokens[before].span.end)
            yield sentence, span, False, entity.key, entity.name


def _tells_start(words: Sequence[str], occasions: Collection[str]) -> bool:
    """Whether words behind "before" are of the start of an occasion: "the voting began"."""
    return bool({*words} & {*occasions}) and bool(BEGINNING & {*words})
