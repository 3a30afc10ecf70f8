"""Tendencies: which of two ways a thing goes, in all the words that news has for it.

"Raised the alert" beside "stepped down to orange", "visiting rules were relaxed" beside "clamped down on visiting",
"pushed further into the hills" beside "pulling back". The words are looked for in the row of words, not in the parse,
which takes "profit climbed" for a noun; what goes is told by the kinds of ``data/tendencies.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.factuality.comparatives import read_comparisons, read_passages
from checker.factuality.tendency_words import DENIAL_REACH, Tendency, TendencyWords, kinds_at, tendency_words
from checker.language.arguments import TIME_WORDS
from checker.language.phrases import NOUN_TAGS, word_of
from checker.lexicon import familiarity, is_person_noun, verb_of
from checker.lexicon.inflection import base_forms
from checker.model import BlockKind, Clause, Document, MentionKind, Role, Sentence, Span, Token

OF_SOMEBODY = frozenset({"stance", "dealing", "mood"})
"""Axes on which it matters whose way it is."""

GAP = 4
"""Words that a "_" of an entry stands for at most."""

WITHIN = 9
"""Words from a word for a way in which what goes is looked for."""

TELLING = 0.3
"""Familiarity (0 for everyday words) from which a word before what goes narrows it."""

BREAKS = frozenset({";", ".", ":", "—", "–", "(", ")", "|", "but", "while", "whereas", "although", "though", "because"})
BEING = frozenset("be is was were are been being stay remain".split())
TAKING = frozenset({"by", "from", "to", "on", ",", ".", "at", "since", "for", "again"})
UNITS = frozenset(
    "year month week day hour minute quarter percent per cent percentage mr ms mrs time way part people man woman end "
    "start place side lot".split()
)
"""Nouns that say nothing of what goes (own list)."""

EACH = frozenset({"a", "an", "per", "each", "every"})

COUNTED = frozenset({"more", "fewer", "less"})
"""Words that count a currency, and say nothing of its worth."""

UNREAL_REACH = 4
"""Words before a word for a way in which a word that makes it unreal is looked for."""


def read_tendencies(document: Document) -> Iterator[Tendency]:
    """Every way that a thing is said to go, in reading order; at most one on an axis for each run of words."""
    words = tendency_words()
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or sentence.text.endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        lowered = [t.text.lower() for t in tokens]
        forms = [_forms(t) for t in tokens]
        yield from _read_sentence(document, sentence, tokens, lowered, forms, words)
        yield from read_passages(sentence, tokens, lowered)
        if "than" in lowered:
            yield from read_comparisons(sentence, tokens, lowered, forms, words)


def _forms(token: Token) -> frozenset[str]:
    word = token.text.lower()
    if not word.isalpha():
        return frozenset({word})
    return frozenset({word, token.lemma.lower(), *base_forms(word, "v"), *base_forms(word, "n")})


def _read_sentence(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    forms: Sequence[frozenset[str]],
    words: TendencyWords,
) -> Iterator[Tendency]:
    ends: dict[str, int] = {}
    governed = {
        c.head: argument
        for c in document.clauses_touching(sentence.span)
        if c.sentence == sentence.index and (argument := _governed(document, c)) is not None
    }
    for at in range(len(tokens)):
        seen: set[str] = set()
        for form in sorted(forms[at] & words.entries.keys()):
            for axis, rest, way in words.entries[form]:
                if axis in seen or ends.get(axis, 0) > at:
                    continue
                last = _match(forms, at, rest)
                if last is None or (not rest and not _stands(tokens, lowered, at, form, words)):
                    continue
                if rest[-1:] in (("more",), ("less",)) and "than" in lowered[last + 1 : last + WITHIN]:
                    continue  # than others, it may be
                if _is_unsaid(lowered, forms, at, words, announced=_is_announced(tokens, at)):
                    continue
                seen.add(axis)
                inner = governed.get(tokens[at].index) if axis == "amount" else None
                found = _make(document, sentence, tokens, lowered, forms, at, last, axis, way, words, inner)
                if found is not None:
                    ends[axis] = last + 1
                    yield found


def _match(forms: Sequence[frozenset[str]], at: int, rest: Sequence[str]) -> int | None:
    """The place of the last word of an entry whose first one stands at a place; None where the others do not follow."""
    gap = False
    for word in rest:
        if word == "_":
            gap = True
            continue
        reach = range(at + 1, min(len(forms), at + 2 + (GAP if gap else 0)))
        found = next((n for n in reach if word in forms[n]), None)
        if found is None:
            return None
        at, gap = found, False
    return at


def _stands(tokens: Sequence[Token], lowered: Sequence[str], at: int, form: str, words: TendencyWords) -> bool:
    """Whether a word alone says a way: "up" only before a figure or behind "be", and no part of a name."""
    if form in {"up", "down"}:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        ahead = after is None or after.tag in {"CD", "$"} or lowered[at + 1] in TAKING
        if at and lowered[at - 1] == "," and after is not None and lowered[at + 1] in {"from", "by", "on"}:
            return True  # "31 planes, up from 24"
        return ahead and bool(at) and (lowered[at - 1] in BEING or tokens[at - 1].tag in NOUN_TAGS)
    if tokens[at].tag.startswith("NNP") and at and not tokens[at].text.isupper():
        return False
    if form not in words.verbal:
        return True
    said = at + 1 < len(lowered) and lowered[at + 1] in {":", "“", '"', "that", "''", "``"}
    return tokens[at].tag.startswith("VB") and not said


def _is_announced(tokens: Sequence[Token], at: int) -> bool:
    """Whether an infinitive stands for what will be, as headlines and labels have it: "Airline to grow fleet"."""
    if at < 2 or tokens[at - 1].tag != "TO" or tokens[at - 2].tag not in NOUN_TAGS:
        return False
    start = max((n + 1 for n in range(at) if tokens[n].text in BREAKS), default=0)
    return not any(t.tag in FINITE for t in tokens[start:at])


FINITE = frozenset({"VBZ", "VBD", "VBP", "MD", "VBN", "WP", "WDT", "WRB", "IN"})
"""Tags of the words by which what stands before an infinitive is no headline's subject."""


def _is_unsaid(
    lowered: Sequence[str], forms: Sequence[frozenset[str]], at: int, words: TendencyWords, *, announced: bool = False
) -> bool:
    if words.denials & {*lowered[max(0, at - DENIAL_REACH) : at]}:
        return True
    before = range(max(0, at - UNREAL_REACH), at)
    if at and lowered[at - 1] == "to" and not any(words.settled & forms[n] for n in before):
        return not announced  # a purpose, or a wish
    return any(words.unreal & forms[n] for n in before)


def _make(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    forms: Sequence[frozenset[str]],
    at: int,
    last: int,
    axis: str,
    way: str,
    words: TendencyWords,
    governed: int | None = None,
) -> Tendency | None:
    low, high = at, last
    while low > 0 and at - low < WITHIN and lowered[low - 1] not in BREAKS:
        low -= 1
    while high + 1 < len(tokens) and high - last < WITHIN and lowered[high + 1] not in BREAKS:
        high += 1
    near = sorted((n for n in range(low, high + 1) if n < at or n > last), key=lambda n: at - n if n < at else n - last)
    inner = range(at, last + 1)
    of_axis = words.of_axis[axis]
    kinds: frozenset[str] = frozenset()
    named: list[int] = []
    if axis == "amount":
        for n in (*[n for n in inner if n != at], *near):
            found = kinds_at(forms, n, words)
            if n and lowered[n - 1] in EACH and lowered[n] in UNITS | {"barrel", "tonne", "point"}:
                continue  # "barrels a day"
            if found and tokens[n].tag[:2] not in {"VB", "MD"} | (set() if n in inner else {"IN"}):
                named = [_head_of(tokens, forms, n, low, words), *_beside(tokens, forms, n, words)]
                kinds = frozenset(kind for m in named for kind in kinds_at(forms, m, words))
                break
        if kinds == {"currency"} and lowered[at] in COUNTED:
            return None  # the more a euro buys of it, the less it is worth
        line = " ".join(lowered[low : high + 1])
        kinds |= frozenset(kind for phrase, kind in words.phrases if phrase in line)
        if not named and governed is not None and low <= (place := governed - tokens[0].index) <= high:
            named = [place]
        if not named:
            told = [n for n in near if tokens[n].tag in NOUN_TAGS and word_of(tokens[n]) not in UNITS]
            named = [n for n in told if not is_person_noun(word_of(tokens[n]))][:1]
    elif axis == "stance":
        named = [n for n in range(last + 1, high + 1) if tokens[n].tag in NOUN_TAGS][:4]
        if not named:
            return None
    elif of_axis:
        named = [n for n in (*inner, *near) if forms[n] & of_axis and n != at][:THINGS]
        if not named:
            return None
    nouns = frozenset(word_of(tokens[n]) for n in named)
    if of_axis:
        nouns = frozenset(f for n in named for f in forms[n] & of_axis)
    narrow = frozenset(w for n in named[:1] for w in _narrowing(tokens, n))
    hung = frozenset(w for n in (*named[:1], last) for w in _hung(tokens, n, {*inner}))
    first_shown = min([at, *(n for n in named[:1])])
    last_shown = max([last, *(n for n in named[:1])])
    subject = _subject(document, sentence, tokens[at]) if axis in OF_SOMEBODY else ""
    turns = sum(bool(forms[n] & words.turning) for n in range(last + 1, min(len(forms), last + 7)))
    turned = axis == "stance" and turns % 2 == 1
    span = Span(tokens[first_shown].span.start, tokens[last_shown].span.end)
    return Tendency(axis, way, kinds, nouns, narrow, turned, subject, span, sentence.index, hung)


def _governed(document: Document, clause: Clause) -> int | None:
    """The noun that a verb without an object is said of, a name or a person left out: what goes up or down."""
    subject = clause.argument(Role.AGENT)
    if clause.nominal or subject is None or clause.argument(Role.PATIENT) is not None:
        return None
    head = document.tokens[subject.head]
    if head.sentence != clause.sentence or is_person_noun(word_of(head)):
        return None
    if head.tag != "NNS" and (head.tag != "NN" or verb_of(word_of(head)) is None):
        return None  # a stone falls, too
    return head.index


def _head_of(tokens: Sequence[Token], forms: Sequence[frozenset[str]], at: int, low: int, words: TendencyWords) -> int:
    """The noun that the phrase of a noun hangs on, where that goes: "yields" in "yields on ten-year bonds"."""
    n = at - 1
    while n > low and tokens[n].tag in PHRASE:
        n -= 1
    if (
        n > low
        and tokens[n].text.lower() in HANGING
        and kinds_at(forms, n - 1, words)
        and tokens[n - 1].tag in NOUN_TAGS
    ):
        return at if tokens[n - 1].lemma.lower() in COUNTING else n - 1
    return at


PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", "DT", "POS", "PRP$"})
HANGING = frozenset({"on", "of", "for", "in", "from", "at"})
COUNTING = frozenset({"number", "level", "share", "figure", "total", "pair", "point"})
"""Nouns that only count what hangs on them."""


def _beside(tokens: Sequence[Token], forms: Sequence[frozenset[str]], at: int, words: TendencyWords) -> list[int]:
    """The neighbours of a noun in its compound that also say what goes: "profit" in "profit forecast"."""
    found = []
    for step in (-1, 1):
        n = at + step
        while 0 <= n < len(tokens) and tokens[n].tag in {"NN", "NNS", "NNP", "HYPH", "VBG"}:
            if kinds_at(forms, n, words):
                found.append(n)
            n += step
    return found


THINGS = 2
"""Things near a word for a way that it may be said of."""


def _narrowing(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """The common words right before a noun that narrow it: "youth" in "youth unemployment"."""
    n = at - 1
    while n >= 0 and tokens[n].tag in {"NN", "JJ", "VBG", "HYPH"} and at - n < 4:
        word = word_of(tokens[n])
        joined = n + 1 < len(tokens) and tokens[n + 1].tag == "HYPH"  # "break-ins" is one word
        if tokens[n].tag != "HYPH" and not joined and familiarity(word) >= TELLING:
            yield word
        n -= 1


def _hung(tokens: Sequence[Token], at: int, apart: set[int]) -> Iterator[str]:
    """The words of the phrase that hangs on a noun: "petrol" in "the tax on petrol"."""
    n = at + 1
    if n >= len(tokens) or tokens[n].text.lower() not in HANGING or n in apart:
        return
    n += 1
    while n < len(tokens) and tokens[n].tag in PHRASE and n - at < WITHIN and n not in apart:
        if tokens[n].tag in NOUN_TAGS | {"JJ"} and (word := word_of(tokens[n]).lower()) not in UNITS | TIME_WORDS:
            yield word
        n += 1


def _subject(document: Document, sentence: Sentence, token: Token) -> str:
    """The entity named nearest before a stance; of the sentence before where a pronoun stands for it."""
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION)
    before = [m for m in document.mentions_in(sentence.span, *kinds) if m.span.end <= token.span.start and m.entity]
    if not before and sentence.index:
        earlier = document.sentences[sentence.index - 1]
        before = [m for m in document.mentions_in(earlier.span, *kinds) if m.entity]
    return before[-1].entity or "" if before else ""
