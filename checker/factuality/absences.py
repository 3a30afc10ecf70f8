"""Absences and presences told round a name, by words that are no verb of it.

``sent its safety chief instead of X`` · ``marched without X`` · ``deputising for X`` · ``X, still in Rome,`` ·
``X's no-show`` · ``flanked by X`` · ``among the mourners was X``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker.factuality.called import name_ending
from checker.factuality.sole_absences import read_sole_absences
from checker.factuality.turnout_words import find_phrase, forms_of, phrases_of, turnout_words
from checker.factuality.turnouts import DENYING, IN_PERSON, LAWYERS, Turnout, named_in, read_turnouts
from checker.lexicon.wordlists import match_phrases
from checker.model import BlockKind, Document, MentionKind, Role, Sentence, Span, Token

BEHIND = 5
"""Words behind a name and a comma in which it may be told where its bearer is."""

SENDING = frozenset(
    "send sent sends dispatch dispatched attend attended come came appear appeared speak spoke testify testified "
    "fly flew go went represent represented lead led read accept accepted collect collected".split()
)
AIDS = frozenset("help aid consent approval permission support knowledge input blessing backing vote agreement".split())
"""What else one does without somebody: "without X's consent"."""


@cache
def _leads(group: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a group by their first words, the longest first."""
    words = turnout_words()
    listed = words["beside"] if group == "beside" else words["away"][group]
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in listed), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def _bodily() -> frozenset[str]:
    return frozenset(turnout_words()["bodily"])


EXPECTED = (
    *((had, "been", word, "to") for had in ("had",) for word in ("expected", "due", "scheduled", "supposed", "meant")),
    *((was, word, "to") for was in ("was", "were") for word in ("expected", "due", "scheduled", "supposed", "meant")),
    ("was", "to", "have"),
    ("should", "have"),
)
"""Words for what was to be, and with "but" behind them was not."""

COMING = frozenset(
    "visit attend come appear speak open travel fly join take arrive attended visited come spoken opened address lead "
    "preside chair be been".split()
)
ARRIVING = frozenset({"come", "arrive", "visit", "early", "late", "instead", "stay", "send", "speak"})
COMING_NOUNS = frozenset({"appearance", "arrival", "presence", "attendance", "visit", "entrance", "speech", "entry"})
NOBODY = frozenset({"nobody", "none", "no", "neither", "not"})
UNMADE = frozenset(
    "cancelled canceled called off postponed shelved scrapped planned expected due scheduled not n't never no if would "
    "will before ahead abandoned aborted delayed last previous earlier next forthcoming upcoming".split()
)
"""Words by which a visit is not told as one that was made, or as another one."""

UNREAL = frozenset({"will", "would", "if", "may", "might", "could", "should", "can"})
"""Words in a sentence that may tell of what did not happen."""


def list_turnouts(document: Document) -> tuple[Turnout, ...]:
    """Who was there or away, by clauses and by the words round names; where a sentence tells both, they were away."""
    found = (*read_turnouts(document), *read_absences(document))
    told = {(t.sentence.index, key) for t in found for key in (*t.keys, t.name) if key}
    loose = [t for t in read_sole_absences(document) if not {(t.sentence.index, k) for k in (*t.keys, t.name)} & told]
    found = (*found, *loose)
    away = {(t.sentence.index, key) for t in found if not t.there for key in (*t.keys, t.name) if key}
    return tuple(
        t for t in found if not t.there or not {(t.sentence.index, key) for key in (*t.keys, t.name) if key} & away
    )


def read_absences(document: Document) -> Iterator[Turnout]:
    """Everybody whom words round their name put at the occasion or away from it."""
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE) or sentence.text.rstrip().endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        low = [t.text.lower() for t in tokens]
        if not UNREAL.isdisjoint(low):
            continue
        yield from _led(document, sentence, tokens, low, there=False)
        yield from _led(document, sentence, tokens, low, there=True)
        if "without" in low or "minus" in low:
            yield from _without(document, sentence, tokens, low)
        if "'s" in low or "’s" in low:
            yield from _owned(document, sentence, tokens, low)
        if "of" in low and not (UNMADE - {"before"}) & {*low}:
            yield from _made_by(document, sentence, tokens, low)
        if "but" in low:
            yield from _expected(document, sentence, tokens, low)
        if "even" in low:
            yield from _not_even(document, sentence, tokens, low)
        yield from _behind(document, sentence, tokens, low)
        yield from _deeds(document, sentence, tokens, low)
        yield from _faced(document, sentence, tokens)


def _made(
    sentence: Sentence, tokens: Sequence[Token], start: int, found: tuple[Span, object, str], *, there: bool
) -> Turnout:
    span, keys, name = found
    known = frozenset(k for k in keys if isinstance(k, str)) if isinstance(keys, (set, frozenset)) else frozenset()
    area = Span(min(tokens[start].span.start, span.start), max(tokens[start].span.end, span.end))
    return Turnout(sentence, None, area, there, known, name)


def _led(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], *, there: bool
) -> Iterator[Turnout]:
    """``deputising for X``, ``instead of X``; ``flanked by X``, ``the mourners included X``."""
    leads = _leads("beside" if there else "lead")
    if leads.keys().isdisjoint(low):
        return
    for at, word in enumerate(low):
        if word not in leads:
            continue
        lead = next((p for p in leads[word] if tuple(low[at : at + len(p)]) == p), None)
        if lead is None or DENYING & {*low[max(0, at - 4) : at]} or at + len(lead) >= len(tokens):
            continue
        swapped = lead[:2] == ("instead", "of") or lead[0] == "in"
        if swapped and not SENDING & {*low[max(0, at - 10) : at], *low[at : at + 16]}:
            continue
        found = named_in(document, tokens, at + len(lead))
        if found is not None and lead[-1] == "no" and _goes_on(tokens, found[0]):
            continue  # "there was no Karl Brandt statement"
        if found is not None and document.text[found[0].end : found[0].end + 2] not in ("'s", "’s"):
            yield _made(sentence, tokens, at, found, there=there)


def _goes_on(tokens: Sequence[Token], name: Span) -> bool:
    """Whether a noun stands right behind a name, which only tells what kind of thing it is."""
    behind = next((t for t in tokens if t.span.start >= name.end), None)
    return behind is not None and behind.tag in ("NN", "NNS", "JJ", "VB", "VBP")


def _without(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``marched without X``, ``the ceremony went ahead without X``; not ``without X's consent``."""
    for at, word in enumerate(low):
        if word not in ("without", "minus") or not at or at + 1 >= len(low):
            continue
        before = [w for t in tokens[max(0, at - 6) : at] for w in (t.lemma.lower(), t.text.lower())]
        if DENYING & {*before} or not match_phrases(before, turnout_words()["away"]["without"], gap=2):
            continue
        found = named_in(document, tokens, at + 1)
        if found is None or document.text[found[0].end : found[0].end + 2] in ("'s", "’s"):
            continue
        if AIDS & {*low[at + 1 : at + 4]}:
            continue
        yield _made(sentence, tokens, at, found, there=False)


def _owned(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``X's no-show``, ``X's absence``."""
    for at, word in enumerate(low):
        if word not in ("'s", "’s") or not at:
            continue
        behind = " ".join(low[at + 1 : at + 5])
        noun = next((p for p in turnout_words()["away"]["owned"] if behind.startswith(p)), None)
        there = noun is None and not UNMADE & {*low} and _is_past_behind(tokens, at)
        if there:
            noun = next((p for p in turnout_words()["away"]["made"] if behind.startswith(p)), None)
        found = name_ending(document, tokens, at) if noun is not None else None
        if noun is not None and found is not None:
            last = tokens[min(len(tokens) - 1, at + len(noun.split()))]
            yield Turnout(
                sentence,
                None,
                Span(found[0].start, last.span.end),
                there,
                frozenset({found[1]} if found[1] else ()),
                found[2],
            )


def _expected(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``X had been expected to visit at noon, but fog kept her plane in Arlow``."""
    behind = low.index("but")
    for at in range(1, behind - 2):
        lead = next((p for p in EXPECTED if tuple(low[at : at + len(p)]) == p), None)
        if lead is None or behind + 1 >= len(low) or low[behind - 1] != ",":
            continue
        verbs = {*low[at + len(lead) : at + len(lead) + 4]}
        found = name_ending(document, tokens, at) if verbs & COMING else None
        if found is not None and not ARRIVING & {t.lemma.lower() for t in tokens[behind:]}:
            span = Span(found[0].start, tokens[at + len(lead)].span.end)
            yield Turnout(sentence, None, span, False, frozenset({found[1]} if found[1] else ()), found[2])


def _made_by(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``the appearance of X before 300 customers lasted an hour``, ``the arrival of X was greeted with cheers``."""
    for at in range(1, len(low) - 2):
        if low[at] != "of" or low[at - 1] not in COMING_NOUNS or not _is_past_behind(tokens, at):
            continue
        last = next((n for n in range(at + 1, len(low)) if tokens[n].tag in ("VBD", "VBN")), at + 2)
        area = Span(tokens[at + 1].span.start, tokens[last].span.start)
        people = [m for m in document.mentions_in(area, MentionKind.PERSON) if m.text[:1].isupper()]
        entity = document.entities.get(people[0].entity or "") if len({m.entity for m in people}) == 1 else None
        if entity is not None and document.text[people[0].span.end :][:2] not in ("'s", "’s"):
            yield _made(sentence, tokens, at - 1, (people[0].span, {entity.key}, entity.name), there=True)


def _is_past_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether what somebody's visit did or brought is told: a verb in the past stands behind it."""
    return any(t.tag in ("VBD", "VBN") for t in tokens[at + 2 : at + 24])


def _not_even(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``nobody from the ministry came, not even the minister, X``."""
    coming = turnout_words()["bodies"]["coming"]
    for at in range(2, len(low) - 2):
        if low[at] != "even" or low[at - 1] not in ("not", "nor") or not NOBODY & {*low[: at - 1]}:
            continue
        around = [t.lemma.lower() for t in tokens[: at - 1]]
        found = named_in(document, tokens, at + 1) if match_phrases(around, coming, gap=2) else None
        if found is not None:
            yield _made(sentence, tokens, at - 1, found, there=False)


def _behind(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``X, still in Rome,`` and ``X (ill)``."""
    for at, word in enumerate(low[:-1]):
        if word not in (",", "(", "–", "—") or at < 1 or not tokens[at - 1].tag.startswith("NNP"):
            continue
        end = next((n for n in range(at + 1, len(low)) if low[n] in (",", ")", ".", ";", "–", "—")), len(low))
        area = tokens[at + 1 : min(end, at + 1 + 2 * BEHIND)]
        words = [forms_of(t) for t in area]
        found = find_phrase(words, phrases_of("behind"), 2)
        if found is None or found[0] > (
            1 if area[0].text.lower() in ("currently", "then", "himself", "herself") else 0
        ):
            continue
        said = {w for ws in words for w in ws}
        if ("represent" in said and LAWYERS & said) or DENYING & {t.text.lower() for t in area[:1]}:
            continue
        named = name_ending(document, tokens, at)
        # "X, who is still in the race": not a place where somebody is.
        if named is None or (low[at + 1] == "still" and not area[found[1] + 1 : found[1] + 2]):
            continue
        if "still" in low[at + 1 : at + 4] and not area[found[1] + 1].tag.startswith("NNP"):
            continue
        span = Span(named[0].start, area[found[1]].span.end)
        yield Turnout(sentence, None, span, False, frozenset({named[1]} if named[1] else ()), named[2])


def _deeds(document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Turnout]:
    """``Ada Reed wept``, right behind the name, where the parser takes a name and a verb for one."""
    bodily = _bodily()
    for at in range(1, len(tokens) - 1):
        if not tokens[at - 1].tag.startswith("NNP"):
            continue
        lemma = tokens[at].lemma.lower()
        past = low[at].endswith("ed") or low[at] != lemma
        if lemma not in bodily or not past:
            continue
        if tokens[at + 1].tag == "TO" or low[at + 1] == "by" or tokens[at].tag in ("NNP", "NNPS", "NNS", "VBG"):
            continue
        if any(c.head == tokens[at].index and c.argument(Role.AGENT) for c in document.clauses_of(sentence.index)):
            continue  # read by its clause
        named = name_ending(document, tokens, at)
        if named is not None:
            span = Span(named[0].start, tokens[at].span.end)
            yield Turnout(sentence, None, span, True, frozenset({named[1]} if named[1] else ()), named[2])


def _faced(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Turnout]:
    """``put it to X face to face``, ``handed the petition to X in person``."""
    text = sentence.text.lower()
    if not any(phrase in text for phrase in turnout_words()["inperson"]):
        return
    for at, token in enumerate(tokens):
        if token.text.lower() not in ("to", "with", "by", "from") or at + 1 >= len(tokens):
            continue
        found = named_in(document, tokens, at + 1)
        if found is None:
            continue
        behind = document.text[found[0].end : found[0].end + 24].lower()
        phrase = next((p for p in turnout_words()["inperson"] if p in behind), None)
        if phrase is not None:
            made = _made(sentence, tokens, at, found, there=True)
            span = Span(made.span.start, found[0].end + behind.index(phrase) + len(phrase))
            yield Turnout(sentence, None, span, True, made.keys, made.name, frozenset({IN_PERSON}))
