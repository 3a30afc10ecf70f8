"""One statement told twice with a word changed.

## What it finds

Sentences of two articles that say the same but for a word or two, whether one is a copy of the other or says it in
another order and at another length, where those words exclude each other: another number, another name, an opposite,
another member of one kind ("hip", "arm"), a negation that only one has, "all" beside "some", "before" beside "after".
In a short report beside a long article also a country, a place, a weekday or a kind of thing that the article never
names, where the passage that is retold has another one, which the report never names; and a word that the article
has elsewhere only: "after" for "before", "the next month" for "the next day", two names in each other's place.
Also sentences that say what a name is, of which one shuts the other out: of another country, kind or genre.

## Why it matters

Most texts on one event are copies of one another. A slip in copying changes a fact and leaves the sentence standing.

## Example

> **Harbour Post:** Divers recovered the flight recorder of the missing plane before the storm reached the bay.
>
> **Coast Wire:** Divers recovered the flight recorder of the missing plane after the storm reached the bay.

## Limits

A word is set against another only where the words around both stand in the same parts; names in a row, alternatives
and times told from the day of the article are left alone, as are words that are no known opposites or members of one
kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from rapidfuzz.fuzz import ratio

from checker.vocabulary import (
    ELSEWHERE,
    BlockKind,
    Claim,
    Document,
    Linking,
    NatureValue,
    Place,
    Relation,
    Rule,
    Sentence,
    SentenceValue,
    Severity,
    Span,
    Telling,
    Token,
    UnitKind,
    Verdict,
    Word,
    antonyms,
    are_other_figures,
    changed_words,
    compare_copies,
    compare_natures,
    compare_newcomers,
    compare_sentences,
    compare_tellings,
    count_chances,
    list_words,
    load_words,
    make_claim,
    read_natures,
    read_telling,
    share_words,
    told_for_others,
)

WORDS = Path(__file__).with_suffix(".toml")
NAMES = frozenset({"NNP", "NNPS"})
CONTENT = frozenset({"NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB"})
SKIPPED = frozenset({"a", "an", "the", "that", "'s", "s", "have", "be", "do"})
LEAST_WORDS, LEAST_UNITS = 5, 3
CITED = 200
"""Characters of a sentence that are compared and cited."""

SPELLING = 70
"""Likeness (of 100, rapidfuzz ratio) from which two names may be spellings of one."""

BARE = frozenset({"negation", "plain"})
"""Kinds of words that a negation may stand with, to deny the sentence and not a word of its own."""

PREFIXES = ("un", "non", "non-", "in", "im", "dis", "il", "ir")
"""Beginnings that turn a word into its opposite ("structured", "unstructured")."""


OPENING = 9
"""Words of a sentence that its question is known by."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every sentence of some length, for each part of one too long to be cited, and for what a name is."""
    yield from _extract_natures(document)
    heard = list_words(document, *document.sentences)
    told_of = [s for s in document.sentences if s.kind not in (BlockKind.BYLINE, BlockKind.FURNITURE)]
    tellings = {s.index: read_telling(document, s) for s in told_of}
    article, among = tuple(tellings.values()), len(document.sentences)
    for sentence in told_of:
        number, telling = sentence.index, tellings[sentence.index]
        if len(telling.units) < LEAST_UNITS:
            continue
        tokens = document.sentence_tokens(sentence)
        beside = document.sentences[max(0, number - 1) : number + 2]
        around = list_words(document, *(s for s in beside if s is not sentence))
        counted = [(t, _read(t)) for t in tokens if _counts(t)]
        told = tuple((t.span, word) for t, word in counted)
        weighty = {t.lemma.lower() for t, word in counted if word.is_weighty}
        whole = tuple(word for _, word in told)
        for span in _cut(document, sentence):
            # What differs is what is cited: a difference elsewhere could not be shown.
            shown = [n for n, unit in enumerate(telling.units) if span.start <= unit.start and unit.end <= span.end]
            words = tuple(word for where, word in told if span.contains(where))
            at = sum(where.start < span.start for where, _ in told)
            first, last = min(shown, default=0), max(shown, default=-1) + 1
            value = SentenceValue(sentence.text, words, telling, first, last, heard, among, whole, at, around, article)
            claim = make_claim(
                document,
                "wording",
                asks=f"how is it told: “{_open(sentence.text)}”?",
                slot="sentence",
                value=value,
                focus=span,
                heads=weighty,
                topic=(),
                entities=(),
                reportable=False,
            )
            yield replace(claim, span=span, text=span.of(document.text))


def _open(text: str) -> str:
    """The first words of a sentence, by which its question is known."""
    words = text.split()
    return " ".join(words[:OPENING]) + ("…" if len(words) > OPENING else "")


def _extract_natures(document: Document) -> Iterator[Claim]:
    """A claim for every sentence that says what somebody or something is."""
    for _, span, value in read_natures(document):
        cited = Span(span.start, min(span.end, span.start + CITED))
        claim = make_claim(
            document,
            "wording",
            asks="what is it?",
            slot="nature",
            value=value,
            focus=cited,
            heads=value.subject,
            topic=(),
            entities=(),
            reportable=False,
        )
        yield replace(claim, span=cited, text=cited.of(document.text))


def _cut(document: Document, sentence: Sentence) -> Iterator[Span]:
    """The parts of a sentence: each at most as long as what is cited, cut between words."""
    start, end = sentence.span.start, sentence.span.end
    while end - start > CITED:
        at = max(
            (t.span.start for t in document.sentence_tokens(sentence) if start < t.span.start <= start + CITED),
            default=end,
        )
        yield Span(start, len(document.text[:at].rstrip()))
        start = at
    if end > start:
        yield Span(start, end)


def _counts(token: Token) -> bool:
    return (
        (token.text.isalnum() or any(c.isalnum() for c in token.text))
        and token.text.lower() not in SKIPPED
        and token.lemma.lower() not in SKIPPED
    )


def _read(token: Token) -> Word:
    lowered = token.text.lower()
    if lowered in _listed("negations"):
        return Word(token.text, "not", "negation")
    if token.tag == "CD" or lowered[:1].isdigit():
        return Word(token.text, lowered.replace(",", ""), "number")
    if token.tag in NAMES:
        return Word(token.text, lowered, "name")
    return Word(token.text, token.lemma.lower(), "content" if token.tag in CONTENT else "plain")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load_words(WORDS)[name])


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load_words(WORDS)["exclusive"])


@cache
def _quantifier(lemma: str) -> int | None:
    return next((n for n, row in enumerate(load_words(WORDS)["quantifiers"]) if lemma in row), None)


def contrast(place: Place) -> str | None:
    """How the words at one place exclude each other, in words; None when both can be so."""
    one, other = place.one, place.other
    if "or" in {place.before, place.after, *(w.lemma for w in (*one, *other))}:
        return None
    if not one or not other:
        rest = one or other
        if len(rest) <= 2 and any(w.kind == "negation" for w in rest) and all(w.kind in BARE for w in rest):
            return f"“{' '.join(w.text for w in rest)}” in one only"
        return None
    said = f"“{' '.join(w.text for w in one)}” beside “{' '.join(w.text for w in other)}”"
    if len(one) == 1 and len(other) == 1:
        return said if _exclude(one[0], other[0], place.before) else None
    kinds = {w.kind for w in (*one, *other)}
    if kinds == {"name"} and _are_other_names(one, other, place.before):
        return said
    numbers = [[w for w in side if w.kind == "number"] for side in (one, other)]
    if all(len(side) == 1 for side in numbers) and are_other_figures(numbers[0][0].lemma, numbers[1][0].lemma):
        beside = [{w.lemma for w in side if w.kind != "number"} for side in (one, other)]
        return said if beside[0] == beside[1] else None
    return None


def contrast_copied(place: Place, weigh: Callable[[Place], str | None]) -> tuple[Relation, str] | None:
    """How a word differs that stands in the one place at which a copied sentence was changed.

    ``weigh`` tells how words exclude each other where neither is a bound.
    """
    if place.after in _listed("completed"):  # "not only", "not just"
        return None
    numbers = [[w for w in side if w.kind == "number"] for side in (place.one, place.other)]
    beside = [[w.lemma for w in side if w.kind != "number"] for side in (place.one, place.other)]
    if place.before in _listed("bounds") or _listed("bounds") & {*beside[0], *beside[1]}:
        if any(len(side) != 1 for side in numbers) or beside[0] != beside[1]:
            return None
        a, b = numbers[0][0], numbers[1][0]
        said = f"“{a.text}” beside “{b.text}”, both of them bounds or round figures, in one sentence"
        return (Relation.FRAMING, said) if are_other_figures(a.lemma, b.lemma) else None
    reason = weigh(place)
    return (Relation.CONTRADICT, reason) if reason is not None else None


def _contrast_in(one: SentenceValue, other: SentenceValue, *, copied: bool = False) -> Callable[[Place], str | None]:
    """What tells how words exclude each other; where both deny and are no copies, one negation more tells nothing."""

    def weigh(place: Place) -> str | None:
        kinds = {w.kind for w in (*place.one, *place.other)}
        listing = kinds == {"name"} and any(_is_listing(value.telling) for value in (one, other))
        if "negation" in kinds and not copied and all(w.denies for w in (one, other)):
            return None
        if kinds == {"name"} and _full_names(one, place.one) & _full_names(other, place.other):
            return None
        if kinds == {"name"} and not copied and _knows(one, place.other) and _knows(other, place.one):
            return None  # "the Masters" and Augusta, where it is played: both articles speak of both
        if (
            listing
            and kinds == {"name"}
            and all(_is_listed(v, side) for v, side in ((one, place.one), (other, place.other)))
        ):
            return None
        return contrast(place)

    return weigh


def _knows(value: SentenceValue, words: tuple[Word, ...]) -> bool:
    """Whether the article of a sentence has all of the words too, wherever they stand."""
    return all(word.lemma in value.heard for word in words)


def _full_names(value: SentenceValue, words: tuple[Word, ...]) -> frozenset[str]:
    """The words of the full names, as far as an article gives them, of those whom words name by a part."""
    lemmas = {w.lemma for w in words}
    people = (u for u in value.telling.units if u.named == "person" and lemmas & set(u.lemma.split()))
    return frozenset(word for unit in people for word in unit.full)


def _is_listing(telling: Telling) -> bool:
    """Whether a sentence has a row of three or more names."""
    return sum(unit.listed and unit.kind is UnitKind.NAME for unit in telling.units) >= LEAST_ROW


def _is_listed(value: SentenceValue, words: tuple[Word, ...]) -> bool:
    """Whether words are of a name that is one of several in a row."""
    lemmas = {w.lemma for w in words}
    return any(u.listed and lemmas & set(u.lemma.split()) for u in value.telling.units)


LEAST_ROW = 3


def _exclude(one: Word, other: Word, before: str) -> bool:
    if one.kind == other.kind == "number":
        return before not in _listed("bounds") and are_other_figures(one.lemma, other.lemma)
    if one.kind == other.kind == "name":
        return _are_other_names((one,), (other,), before)
    a, b = one.lemma, other.lemma
    if before in _listed("dating") and {a, b} <= _listed("dated"):
        return False
    quantities = _quantifier(a), _quantifier(b)
    if None not in quantities:
        return quantities[0] != quantities[1]
    if any(x == f"{prefix}{y}" for prefix in PREFIXES for x, y in ((a, b), (b, a)) if len(y) > 3):
        return True
    return frozenset((a, b)) in _exclusive() or b in antonyms(a) or a in antonyms(b)


def _are_other_names(one: tuple[Word, ...], other: tuple[Word, ...], before: str) -> bool:
    """Whether two names cannot be one: no word shared, no spelling of each other, no initials, no two witnesses."""
    if before in _listed("witness"):
        return False
    a, b = {w.lemma for w in one}, {w.lemma for w in other}
    calendar = [names for names in (_listed("days"), _listed("months")) if a <= names or b <= names]
    if calendar:
        return all(a <= names and b <= names for names in calendar) and not any(
            x.startswith(y[:3]) for x in a for y in b
        )
    left, right = " ".join(w.lemma for w in one), " ".join(w.lemma for w in other)
    if a & b or left in right or right in left or ratio(left, right) >= SPELLING:
        return False
    if any(len(x.replace(".", "")) <= 4 and x.upper() == x for w in (*one, *other) for x in (w.text,)):
        return False
    return min(len(left), len(right)) > 3


def compare(one: Claim, other: Claim) -> Verdict:
    """Set two sentences side by side word by word; where they are built differently, by the parts of their words."""
    if isinstance(one.value, NatureValue) and isinstance(other.value, NatureValue):
        return compare_natures(one.value, other.value)
    assert isinstance(one.value, SentenceValue)
    assert isinstance(other.value, SentenceValue)
    if one.value.normalized == other.value.normalized:  # also where too little is said to tell copies by
        return Verdict(Relation.AGREE, "one sentence, told twice")
    if told_for_others(one.value.text, other.value.text):
        return Verdict(Relation.NOT_COMPARABLE, "told for one and for another")
    weigh = _contrast_in(one.value, other.value, copied=True)
    copied = compare_copies(one.value, other.value, lambda place: contrast_copied(place, weigh))
    if copied is not None:
        return copied
    near = _are_near(one, other)
    verdict = Verdict(Relation.NOT_COMPARABLE, "two sentences")
    if min(len(one.value.weighty), len(other.value.weighty)) >= LEAST_WORDS:
        verdict = compare_sentences(one.value, other.value, _contrast_in(one.value, other.value))
    if verdict.relation is Relation.CONTRADICT and near:
        return verdict
    retold = Verdict(Relation.NOT_COMPARABLE, "two sentences")
    if share_words(one.heads, other.heads) >= LINKED + SPREAD * count_chances(one.value, other.value):
        retold = compare_tellings(one.value, other.value, near=near, changed=changed_words(one.value, other.value))
    if retold.relation is not Relation.CONTRADICT and retold.reason != ELSEWHERE:
        retold = compare_newcomers(one.value, other.value) or retold
    if verdict.relation is Relation.AGREE and _is_part(one.value, other.value):
        verdict = Verdict(Relation.NOT_COMPARABLE, ELSEWHERE)
    # Parts of sentences may agree where the sentences differ.
    differs = retold.relation is Relation.CONTRADICT or retold.reason == ELSEWHERE
    return retold if differs or verdict.relation in {Relation.NOT_COMPARABLE, Relation.CONTRADICT} else verdict


def _is_part(one: SentenceValue, other: SentenceValue) -> bool:
    """Whether a part of a long sentence stands beside other words than its own: the rest of it is not there."""
    parts = any(len(value.words) < len(value.whole) for value in (one, other))
    return parts and one.normalized != other.normalized


def _are_near(one: Claim, other: Claim) -> bool:
    """Whether two sentences share as many words as is asked of sentences of articles so long."""
    assert isinstance(one.value, SentenceValue)
    assert isinstance(other.value, SentenceValue)
    return share_words(one.heads, other.heads) >= NEARNESS + GROWTH * count_chances(one.value, other.value)


LINKED, SPREAD = 0.3, 0.02
"""The same share, below which sentences are set side by side only for words that one of the articles has not."""

NEARNESS, GROWTH = 0.35, 0.05
"""The share of words that two sentences must have in common, and by how much more with each doubling of the pairs."""

RULE = Rule(
    id="wording",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(words=True, threshold=0.15, agreeing=0.5, growth=0.02),
    stake=7,
    single_source=False,
)
