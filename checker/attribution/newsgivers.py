"""News givers: who made the news of an article public, and whether its words leave room for anybody else.

``it was left to the coroner to make that public`` · ``it fell to X to announce`` · ``the declaration came from X`` ·
``X broke the news himself`` · ``found out from their vicar, X`` · at the head of an article also ``X announced``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.lexicon import is_group_noun, is_person_noun
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

HEAD = 2
"""Sentences at the head of an article in which a plain "X announced" is of its news."""

DATELINE = 6
"""Tokens below which what opens an article is the place and the day it is from."""

NEAR = 5
"""Sentences from the head of an article in which its news is still what "the announcement" is of."""

LONGEST = 9
"""Words of a giver at most."""

FARTHEST = 22
"""Words from "it was" to "who" at most: "X, the head of the board, and not the minister, who"."""

GIVING = frozenset(
    "announced announce announces disclosed disclose revealed reveal released release published publish declared "
    "declare unveiled unveil broken broke break divulged proclaimed proclaim tell told issued leaked leak "
    "confirmed".split()
)
GIVEN = GIVING | frozenset(
    "public known made read posted shared spread given delivered sent circulated communicated conveyed carried".split()
)
SLIPPING = (
    ("let", "slip"),
    ("let", "out"),
    ("spilled", "the"),
    ("spilt", "the"),
    ("jumped", "the"),
    ("beat", "everyone"),
    ("beat", "the"),
    ("blurted", "out"),
    ("blurted", "it"),
    ("broke", "it"),
    ("broke", "the"),
    ("had", "it"),
    ("put", "out"),
    ("gave", "out"),
    ("got", "in"),
    ("leaked", "it"),
    ("leaked", "the"),
    ("tipped", "off"),
)
SAYING = frozenset({"said", "tweeted", "posted", "wrote", "reported", "told"})
PLAIN = frozenset({"announced", "announces", "disclosed", "unveiled", "proclaimed", "revealed"})
"""Verbs that say by themselves, at the head of an article, that its news was made public."""

TELLING = (
    PLAIN
    | SAYING
    | {verb for verb, _ in SLIPPING}
    | frozenset("broke made was came went said let published released read delivered set".split())
)
"""The verbs behind a giver of news."""

PASSIVE = PLAIN | {"public", "known", "broken", "released", "published"}
"""What stands before "by" where the news of an article is told in the passive."""

ROWS = frozenset({"announced", "announcement", "disclosed", "revealed", "unveiled", "public", "announces", "announcer"})
"""Labels of rows that say who made the news public."""

NEWS = frozenset(
    "news announcement declaration word disclosure revelation figure tidings message date result decision it that this "
    "which statement findings verdict report release death outcome deal name winner data number total".split()
)
SOURCES = frozenset(
    "news announcement declaration word disclosure revelation figure tidings message confirmation".split()
)
OPENINGS = (
    ("left", "to"),
    ("fell", "to"),
    ("falls", "to"),
    ("known", "through"),
    ("known", "via"),
    ("known", "from"),
    ("light", "through"),
    ("light", "via"),
    ("scoop", "in"),
    ("scoop", "by"),
)
LEADING = frozenset(second for _, second in OPENINGS) | {"from", "by", "was", "is"}
"""The words before a giver of news."""

ROOM = frozenset(
    "joint jointly together both separate separately another second further also too partner partners alongside later "
    "afterwards respectively earlier".split()
)
"""Words of a sentence that leaves room for other givers, or tells of other news."""

BEING = frozenset({"was", "were", "been", "be", "is", "are", "being"})
MODAL = frozenset({"will", "would", "may", "might", "could", "should", "can", "must", "to", "not", "if", "never"})
OTHERS = frozenset(
    "registry secretariat palace court bank club union service co-operative cooperative operative newspaper paper "
    "daily "
    "weekly tabloid "
    "station broadcaster website agency airline company board office centre center institute academy federation "
    "hospital church parish "
    "school university museum lender retailer maker owner publisher label studio promoter kidnapper rebel "
    "regulator council".split()
)
"""Nouns for givers that a dictionary of kinds may not hold as groups."""

FIRST = frozenset({"first", "himself", "herself", "itself", "themselves", "alone", "personally"})
INSIDE = ("NN", "JJ", "DT", "PRP$", "POS", "HYPH", "CD")
TITLES = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "daily", "county", "local", "mr", "mrs", "ms", "dr"}
)
KIN = frozenset(
    "family relative relatives sister brother widow wife husband son daughter mother father parent parents kin "
    "cousin".split()
)


@dataclass(frozen=True, slots=True)
class NewsGiver:
    """Who gave the news: the words, lemmas that tell them from others, a name or none, and whether nobody else did."""

    sentence: Sentence
    span: Span
    cited: Span
    words: frozenset[str]
    name: str
    key: str | None
    person: bool
    alone: bool
    about: frozenset[str]


def read_newsgivers(document: Document) -> Iterator[NewsGiver]:
    """Everybody to whom an article gives its own news, with how little room it leaves for others."""
    told = 0
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        tokens = document.sentence_tokens(sentence)
        told += sentence.kind is BlockKind.PARAGRAPH and len(tokens) >= DATELINE
        low = [t.text.lower() for t in tokens]
        yield from _row(document, sentence, tokens, low)
        if ROOM & {*low}:
            continue
        if told > NEAR:
            break
        yield from _after(document, sentence, tokens, low, head=told <= HEAD)
        yield from _before(document, sentence, tokens, low, head=told <= HEAD)


def _row(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[NewsGiver]:
    """A row that says who announced it: "Announced: Tuesday, by Mayor X", "Made public by: the ministry"."""
    at = next((n for n in range(1, min(9, len(low))) if low[n] == ":"), None)
    if at is None or not ROWS & {*low[:at]} or len(low) - at > 2 * LONGEST:
        return
    by = low[at - 1] if low[at - 1] in ("by", "from") else ""
    start = at + 1 if by else next((n + 1 for n in range(at + 1, len(low)) if low[n] in ("by", "from")), None)
    if start is None:
        return
    found = _phrase(document, sentence, tokens, start, Span(tokens[0].span.start, tokens[at].span.end))
    if found is not None:
        rows = document.sentences[max(0, sentence.index - NEAR) : sentence.index]
        told = {t.lemma.lower() for x in rows for t in document.sentence_tokens(x) if t.tag[:2] in ("NN", "CD")}
        yield replace(found, about=found.about | (told - found.words))


def _after(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], *, head: bool
) -> Iterator[NewsGiver]:
    """``it fell to X to announce``, ``it was X who announced``, ``was first announced by X``, ``news came from X``."""
    for at in range(1, len(low)):
        if low[at] not in LEADING:
            continue
        before, start = {*low[max(0, at - 7) : at]}, at + 1
        opened = (low[at - 1], low[at]) in OPENINGS
        if opened and low[at] == "to" and "it" not in low[max(0, at - 4) : at]:
            continue
        if opened and low[at] == "to" and not GIVING | {"make", "deliver", "give", "let"} & {*low[at : at + 14]}:
            continue
        out = {("found", "out"), ("find", "out")} & {*pairwise(low[max(0, at - 7) : at])}
        came = low[at] == "from" and {"came", "come"} & {*low[at - 2 : at]} and SOURCES & before
        by = low[at] == "by" and {*low[max(0, at - 2) : at]} & GIVEN
        sure = by and (
            FIRST & {*low[max(0, at - 4) : at], *low[at + 1 : at + 6]}
            or NEWS - {"death", "name", "statement", "report", "release"} & {*low[max(0, at - 5) : at]}
            or (low[at - 1] == "made" and {"announcement", "disclosure"} & {*low[max(0, at - 12) : at]})
        )
        plain = by and head and low[at - 1] in PASSIVE and BEING & {*low[max(0, at - 4) : at]}
        cleft = low[at] in ("was", "is") and low[at - 1] == "it" and _goes_on(low, at)
        if cleft and low[start : start + 1] == ["not"]:
            start = next((n + 1 for n in range(start, len(low) - 1) if low[n] == "but"), len(low))
        if opened or came or (out and low[at] == "from") or (by and sure) or cleft:
            found = _phrase(document, sentence, tokens, start, Span(tokens[at - 1].span.start, tokens[at].span.end))
            if found is not None:
                yield found
        elif plain:
            lead = Span(tokens[at - 1].span.start, tokens[at].span.end)
            if (found := _phrase(document, sentence, tokens, start, lead)) is not None:
                yield replace(found, alone=False)


def _goes_on(low: Sequence[str], at: int) -> bool:
    who = next((n for n in range(at + 2, min(len(low), at + FARTHEST)) if low[n] in ("who", "which", "that")), None)
    return who is not None and bool((GIVING - {"confirmed"} | {"let"}) & {*low[who : who + 8]})


def _phrase(
    document: Document, sentence: Sentence, tokens: Sequence[Token], start: int, lead: Span
) -> NewsGiver | None:
    """The giver that begins at a token: a noun phrase, and the name behind its comma."""
    end = start
    while end < len(tokens) and end - start < LONGEST and _is_inside(tokens, end):
        end += 1
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag.startswith("NNP"):
        end += 1
        while end < len(tokens) and tokens[end].tag.startswith("NNP"):
            end += 1
    return _giver(document, sentence, tokens[start:end], lead, alone=True) if end > start else None


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    inside = token.tag.startswith(INSIDE) and not is_day(token.text) and token.text.lower() not in ("which", "that")
    return inside or token.text.lower() in ("of", "&")


def is_day(word: str) -> bool:
    """Whether a word names a day: "announced Thursday"."""
    return word.lower().endswith("day") and word[:1].isupper()


def _before(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], *, head: bool
) -> Iterator[NewsGiver]:
    """``X broke the news``, ``X made the announcement``, ``X was first to announce``; at the head ``X announced``."""
    for at in range(1, len(low)):
        if low[at] not in TELLING:
            continue
        behind = low[at + 1 : at + 5]
        sure = (
            (low[at] == "broke" and "news" in behind)
            or (low[at] == "made" and {"announcement", "disclosure", "public"} & {*behind})
            or (low[at] == "made" and "public" in low[at + 1 : at + 8] and "by" not in behind)
            or (low[at] == "was" and "first" in behind and GIVING & {*behind})
            or ((low[at], low[at + 1] if at + 1 < len(low) else "") in SLIPPING and NEWS | {"first", "gun"} & {*low})
            or (low[at] == "came" and "first" in behind and "with" in behind)
            or (low[at] == "went" and behind[:1] == ["public"])
            or (low[at] == "said" and behind[1:2] == ["breaking"])
            or (low[at] == "let" and "known" in low[at : at + 6])
            or (low[at] in PLAIN and FIRST & {*low[at - 1 : at], *behind[:2]})
        )
        published = head and low[at] in ("published", "released") and bool(NEWS & {*behind})
        read = low[at] in ("read", "delivered") and "announcement" in behind
        published = published or (low[at] in SAYING and head and any(is_day(t.text) for t in tokens[at + 1 : at + 5]))
        set_out = low[at] == "set" and head and {"circular", "statement", "notice"} & {*low[:at]}
        passive = BEING & {*low[max(0, at - 3) : at]} or behind[:1] == ["by"]
        plain = (low[at] in PLAIN and head and not passive) or published or read or set_out
        if not (sure or plain) or (at and low[at - 1] in BEING | MODAL):
            continue
        end = at
        while end and low[end - 1] in {"had", "has", "have", "then", *FIRST}:
            end -= 1
        if end and low[end - 1] == ",":
            end -= 1
        if end and low[end - 1] == ")":  # "the ministry (and nobody else) made it public"
            end = next((n for n in range(end - 1, 0, -1) if low[n] == "("), end)
        start = end
        while start and end - start < LONGEST and _is_inside(tokens, start - 1):
            start -= 1
        while start < end and (low[start] in ("of", "&") or is_day(tokens[start].text)):
            start += 1
        if start > 1 and low[start - 1] == "," and tokens[start].tag.startswith("NNP") and low[end : end + 1] == [","]:
            described = start - 1
            while described and start - described < LONGEST and _is_inside(tokens, described - 1):
                described -= 1
            start = described
        last = tokens[min(len(tokens) - 1, at + (3 if sure else 0))]
        if start == end:
            continue
        found = _giver(
            document, sentence, tokens[start:end], Span(tokens[at].span.start, last.span.end), alone=bool(sure)
        )
        if found is not None:
            yield found


def _giver(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lead: Span, *, alone: bool
) -> NewsGiver | None:
    words = frozenset(
        t.lemma.lower()
        for t in tokens
        if t.tag[:2] in ("NN", "JJ") and t.text.lower() not in TITLES and len(t.text) > 1 and not is_day(t.text)
    )
    nouns = [t for t in tokens if t.tag.startswith("NN")]
    if not words or not nouns or words & NEWS - {"report", "release"}:
        return None
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    people = [m for m in document.mentions_in(span, MentionKind.PERSON) if m.text[:1].isupper()]
    bodies = document.mentions_in(span, MentionKind.ORGANISATION, MentionKind.PLACE)
    key = next((m.entity for m in [*people, *bodies] if m.entity), None)
    entity = document.entities.get(key or "")
    if people and entity is not None:
        words |= {w for role in entity.roles for w in role.split()}
    last = nouns[-1]
    group = is_group_noun(last.lemma.lower()) or (last.tag == "NNS" and is_person_noun(last.lemma.lower()))
    if not (people or key or group or last.tag.startswith("NNP")):
        known = is_person_noun(last.lemma.lower()) or last.lemma.lower() in OTHERS
        if not known or any(t.tag == "CD" for t in tokens):
            return None
    titled = last.tag == "NNP" and not key and is_person_noun(nouns[0].lemma.lower())  # "Mayor Gerda Plattner"
    person = bool(people) or titled or (is_person_noun(last.lemma.lower()) and last.tag in ("NN", "NNP"))
    name = entity.name if people and entity is not None else ""
    cited = Span(min(span.start, lead.start), max(span.end, lead.end))
    paragraphs = (x for x in document.sentences if x.kind is BlockKind.PARAGRAPH)
    first = next((x for x in paragraphs if len(document.sentence_tokens(x)) >= DATELINE), sentence)
    told = {
        t.lemma.lower() for x in (first, sentence) for t in document.sentence_tokens(x) if t.tag[:2] in ("NN", "CD")
    }
    return NewsGiver(sentence, span, cited, words, name, key, person, alone, frozenset(told) - words)


def are_two_givers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words for two givers share none that could make them one, and are not both of a family."""
    return not one & other and not (one & KIN and other & KIN)
