"""Ranks of things and records as places in a row: "the third such conviction", "the second largest"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.factuality.precedent_words import (
    TAIL,
    Precedent,
    PrecedentWords,
    begun,
    bounds_told,
    is_unreal,
    rows_before,
    rows_in,
    rows_of,
    season_told,
)
from checker.language.phrases import NOUN_TAGS, word_of
from checker.language.windows import read_window
from checker.model import Document, MentionKind, Sentence, Span, Token
from checker.values.rows import RowPlace

METALS = frozenset({"gold", "silver", "bronze"})
"""What a medal is counted by."""

MODIFIERS = 6
"""Words that can stand between a rank and its noun."""

BREAKS = frozenset({",", ";", ".", ":", "—", "–", "(", ")", "|", "but", "while", "although", "though", "whereas"})
HOLDERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "your", "'s", "’s", "'", "’", "a", "only", "no"})
"""Words before a rank that holds of something."""

INNER = frozenset({"JJ", "JJR", "VBN", "VBG", "HYPH", "RB", "POS", "NN", "NNP", "NNPS", "NNS", "CD", "VB", "VBD"})
"""Tags of the words from a rank to its noun; the parser takes some nouns for verbs."""

ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
FIRSTS = frozenset({"first", "first-ever", "maiden", "inaugural", "1st", "debut"})
TRIGGERS = FIRSTS | {*ORDINALS[2:]}


def _rank_at(lowered: Sequence[str], at: int) -> int | None:
    word = lowered[at]
    if word in FIRSTS:
        return 1
    if word in TRIGGERS:
        return ORDINALS.index(word)
    figure = FIGURE.fullmatch(word)
    return int(figure[1]) if figure and int(figure[1]) > 0 else None


def read_places(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lowered: Sequence[str], words: PrecedentWords
) -> Iterator[tuple[Precedent, int]]:
    """The ranks and records of a sentence, each with the place of its word among the tokens."""
    for at in range(len(tokens)):
        rank = _rank_at(lowered, at)
        if rank is None:
            superlative = _read_superlative(document, sentence, tokens, lowered, at, words)
            if superlative is not None:
                yield superlative, at
            continue
        found = _read_rank(document, sentence, tokens, lowered, at, rank, words)
        if found is not None:
            yield found, at


def _read_rank(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    at: int,
    rank: int,
    words: PrecedentWords,
) -> Precedent | None:
    before = lowered[at - 1] if at else ""
    if tokens[at].tag.startswith("NNP") and at and lowered[at] not in {"maiden", "debut"}:
        return None  # "the Third Army"
    if lowered[at : at + 2] == ["debut", "as"]:
        return None  # "her debut as a director": she has been there as something else
    if (at and before not in HOLDERS and tokens[at - 1].tag not in {"POS", "PRP$", ":", ",", "JJ", "VBD"}) or (
        before == "a" and lowered[at + 1 : at + 2] == ["of"]
    ):
        return None
    if (
        is_unreal(lowered, at)
        or BILLING & {*lowered[max(0, at - 4) : at]}
        or {"not", "n't", "hardly"} & {*lowered[max(0, at - 2) : at]}
    ):
        return None
    end = at + 1
    if lowered[end : end + 2] == ["-", "ever"]:
        end += 2
    noun, behind = _noun_after(tokens, lowered, end, words)
    if noun is NOTHING:
        return None
    stop = next((n for n in range(behind, min(len(tokens), behind + TAIL)) if lowered[n] in BREAKS), behind + TAIL)
    tail = tokens[behind:stop]
    straight = _is_straight(lowered[at + 1 : behind + 4], words)
    name = word_of(noun) if noun is not None else ""
    inside = {word_of(t) for t in tokens[end:behind]}
    first_word = lowered[end] if end < len(lowered) and lowered[end + 1 : end + 2] != ["-"] else ""
    spell = name in words.spells and not straight and before in {"her", "his", "its", "their"}
    run = name in UNITS and straight
    apart = (
        words.owned
        if before in {"her", "his", "its", "their"} or lowered[behind : behind + 1] == ["to"]
        else words.sequence
    )
    if (name in apart or first_word in apart) and not (spell or run):
        return None
    if noun is not None and noun.tag in {"NNS", "NNPS", "CD"} and not run:
        return None
    if noun is None and (rank > 12 or lowered[at][0].isdigit() or before == "a"):
        return None
    if noun is None and not tail and before not in {"'s", "its", "his", "her", "their"}:
        return None
    timed = name == "time"
    kinds: frozenset[str] = frozenset()
    sort = name if name in words.people else ""
    if not (timed or spell or run or sort or noun is None):
        phrase = tokens[end:behind]
        kinds = rows_of([name], words) or rows_in(" ".join(t.text.lower() for t in phrase), phrase, words)
    elif sort:
        kinds = rows_in(" ".join(t.text.lower() for t in tail), tail, words)
    near = rows_in(" ".join(lowered), tokens, words)
    window = read_window(tail, document.article.published_date)
    first = at - 1 if before in HOLDERS else at
    last = max(behind - 1, at)
    shown = Span(tokens[first].span.start, tokens[min(last, len(tokens) - 1)].span.end)
    limits = frozenset(
        w
        for t in tokens[end:behind]
        if t is not noun
        and (w := word_of(t)) not in words.wide
        and w not in words.straight
        and t.tag in {"JJ", "VBN", "NN"}
        and not rows_of([w], words)
    )
    if "medal" in kinds:
        limits |= METALS & {*inside, name}
    season = season_told(lowered, at, min(stop, behind + 6), words)
    limits |= _hung(tail, words) if not window.text and lowered[at] != "debut" else frozenset()
    value = RowPlace(
        shown.of(document.text),
        rank,
        rank,
        "" if window.whole else window.text,
        begun(document, season) if window.whole or window.start is None else window.start,
        season,
        straight,
        limits if name not in words.spells else frozenset(),
        bounds_told(document, tail, inside, words),
        sort,
        before if before in {"his", "her"} else "",
    )
    told = timed or spell or run or noun is None
    around = near | rows_before(document, sentence, words) if told or not kinds else kinds
    return Precedent(value, "" if told else name, kinds, around, False, shown, sentence.index)


def _read_superlative(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    at: int,
    words: PrecedentWords,
) -> Precedent | None:
    """A record inside bounds that are told, or a place near one: "the largest ever", "the second largest"."""
    long = " ".join(lowered[at : at + 2])
    measure, size = (words.measures[long], 2) if long in words.measures else (words.measures.get(lowered[at], ""), 1)
    if not measure or measure == "lateness" or is_unreal(lowered, at) or DENIED & {*lowered[max(0, at - 2) : at]}:
        return None
    rank = (_rank_at(lowered, at - 1) if at else None) or 1
    if rank == 1 and at > 1 and lowered[at - 1] == "-":
        rank = _rank_at(lowered, at - 2) or 1
    noun, behind = _noun_after(tokens, lowered, at + size, words)
    behind = max(behind, at + size)
    tail = tokens[behind : behind + TAIL]
    near = {*lowered[max(0, at - 2) : behind + TAIL]}
    bounded = {"ever", "history", "record", "records", "memory", "since", "yet", "known"} & near
    window = read_window(tail, document.article.published_date)
    bounds = bounds_told(document, tail, set(), words) | _owner_of(document, tokens, at)
    if rank == 1 and not (bounded or window.text or bounds):
        return None
    name = word_of(noun) if noun is not None and noun is not NOTHING else ""
    first = next((n for n in range(max(0, at - 3), at + 1) if lowered[n] in HOLDERS or n == at), at)
    span = Span(tokens[first].span.start, tokens[min(behind, len(tokens)) - 1].span.end)
    season = season_told(lowered, at, behind + 6, words)
    value = RowPlace(
        span.of(document.text),
        rank,
        rank,
        "" if window.whole else window.text,
        begun(document, season) if window.whole or window.start is None else window.start,
        season,
        bounds=bounds,
        measure=measure,
    )
    kinds = rows_of([name], words) if name else frozenset()
    around = rows_in(" ".join(lowered), tokens, words) | rows_before(document, sentence, words)
    return Precedent(value, name, kinds, around, False, span, sentence.index)


DENIED = frozenset({"not", "n't", "hardly", "among", "one", "never", "no", "unlike"})
"""Words before a superlative, or anywhere before a likeness, by which it is none."""


def _owner_of(document: Document, tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The place whose record it is: "Africa's longest"; empty for none."""
    mark = next((n for n in range(max(1, at - 2), at) if tokens[n].text in {"'s", "’s", "'", "’"}), None)
    if mark is None or not document.mentions_in(tokens[mark - 1].span, MentionKind.PLACE):
        return frozenset()
    return frozenset({tokens[mark - 1].text.lower()})


LEAVING_OUT = frozenset(
    "to in since of for on and this at there here ever by under with from so anywhere after".split()
)
"""Words right behind a rank whose noun is left out: "the third in orbit", "the first to do so"."""

UNITS = frozenset(
    "meeting month year week day quarter season session time game match night term summer winter race round".split()
)
"""What a run without a break is counted in: "a second straight meeting"."""

NOTHING = Token(-1, "", "", "", "", -1, Span(0, 0), -1)
"""Stands for "no rank of anything"."""


def _noun_after(
    tokens: Sequence[Token], lowered: Sequence[str], at: int, words: PrecedentWords
) -> tuple[Token | None, int]:
    """The last noun of the phrase behind a rank and the place after it; None where the noun is left out."""
    if at >= len(tokens) or lowered[at] in BREAKS or lowered[at] in LEAVING_OUT or lowered[at] in words.bounds:
        return (NOTHING, at) if lowered[at : at + 1] == ["and"] else (None, at)
    if tokens[at].tag == "CD":
        return NOTHING, at
    noun: Token | None = None
    n = at
    while n < len(tokens) and n - at < MODIFIERS and tokens[n].tag in INNER and lowered[n] not in BREAKS:
        if tokens[n].tag in {"VBD", "VB"} and noun is not None:
            break
        if tokens[n].tag in NOUN_TAGS:
            noun = tokens[n]
        elif noun is not None and tokens[n].tag in {"VBN", "VBG", "RB", "JJ"} and lowered[n] not in words.straight:
            break
        n += 1
    if noun is None and n > at and tokens[n - 1].tag == "VBG":
        return tokens[n - 1], n  # "her maiden crossing", which the parser takes for a verb
    if noun is None:
        held = lowered[at] in {"such"} or lowered[at] in words.straight
        return (None, at) if held else (NOTHING, at)
    return noun, noun.index - tokens[0].index + 1


def _hung(tail: Sequence[Token], words: PrecedentWords) -> frozenset[str]:
    """The words that hang on a rank and limit it: "the first from the new pad"."""
    if not tail or tail[0].text.lower() not in HUNG:
        return frozenset()
    found = set()
    for token in tail[1:6]:
        if token.tag not in {"DT", "JJ", "NN", "NNS", "PRP$", "HYPH", "VBN"}:
            break
        word = word_of(token)
        if token.tag in {"NN", "NNS"} and word not in words.seasons and word not in UNITS | LIFE:
            found.add(word)
    return frozenset(found)


BILLING = frozenset(
    "billed touted styled advertised promoted dubbed marketed hailed heralded described supposedly reputedly".split()
)
"""Words by which a rank is somebody else's word for it."""

HUNG = frozenset({"from", "under", "on", "for", "at", "with", "by", "outside", "inside", "in"})
LIFE = frozenset({"history", "life", "career", "world", "row", "lifetime", "existence", "succession"})


def _is_straight(near: Sequence[str], words: PrecedentWords) -> bool:
    runs = words.straight - {"row", "trot", "bounce", "spin", "succession"}
    if runs & {*near}:
        return True
    pairs = {" ".join(near[n : n + 3]) for n in range(len(near))}
    return bool({"in a row", "on the trot", "on the bounce", "on the spin"} & pairs) or "in succession" in " ".join(
        near
    )
