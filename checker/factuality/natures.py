"""Reads sentences that say what somebody or something is ("Ashby is an Irish chemist"), and compares two of one name.

Nobody is of two countries that are each given alone, no film is an album, and no person an animal or a thing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.substitutes import country_of, is_demonym
from checker.lexicon import WordRelation, is_a, is_person_noun, relate
from checker.model import BlockKind, Document, Relation, Sentence, Span, Token, Verdict
from checker.values.entities import fold_name
from checker.values.natures import NatureValue

BE = frozenset({"is", "was", "are", "were"})
OPENING = frozenset({"(", "[", "-lrb-", "-lsb-"})
CLOSING = frozenset({")", "]", "-rrb-", "-rsb-"})
QUOTES = frozenset({"``", "''", '"', "“", "”", "`", "'"})
ONLY = frozenset({"only", "solely", "exclusively", "currently", "also", "best", "now", "former", "once"})
ARTICLES = frozenset({"a", "an", "the", "one"})
CLAUSAL = frozenset({"WDT", "WP", "WP$", "PRP", "MD", "TO"})
LONGEST_NAME, LONGEST_ASIDE, LONGEST_CLASS = 8, 40, 14


@dataclass(frozen=True, slots=True)
class Kinds:
    """For a class noun the table and the row that it stands in; the same for genres; words for anybody, and trades."""

    kinds: dict[str, tuple[str, int]]
    genres: dict[str, int]
    anybody: frozenset[str]
    people: frozenset[str]


@cache
def load_kinds() -> Kinds:
    """Read the tables."""
    data = tomllib.loads((files("checker.factuality") / "data" / "natures.toml").read_text("utf-8"))
    kinds = {word: (table, n) for table, rows in data["kinds"].items() for n, row in enumerate(rows) for word in row}
    genres = {word: n for n, row in enumerate(data["genres"]["genre"]) for word in row}
    return Kinds(kinds, genres, frozenset(data["people"]["anybody"]), frozenset(data["people"]["trades"]))


def read_natures(document: Document) -> Iterator[tuple[Sentence, Span, NatureValue]]:
    """Every statement of what a name is that opens a sentence, with the words that say it."""
    for sentence in document.sentences:
        if sentence.kind not in {BlockKind.BYLINE, BlockKind.FURNITURE}:
            found = _read(document, document.sentence_tokens(sentence))
            if found is not None:
                yield sentence, *found


def _read(document: Document, tokens: Sequence[Token]) -> tuple[Span, NatureValue] | None:
    at, subject = _read_name(tokens)
    if not subject:
        return None
    passed = _pass_asides(tokens, at)
    if passed is None or passed >= len(tokens) or tokens[passed].text.lower() not in BE:
        return None
    subject |= _read_aliases(tokens[at:passed])
    at = passed + 1
    denied = False
    while at < len(tokens) and (tokens[at].text.lower() in ONLY or tokens[at].text.lower() in {"not", "n't"}):
        denied |= tokens[at].text.lower() in {"not", "n't"}
        at += 1
    if at >= len(tokens):
        return None
    first = at
    if tokens[at].text.lower() in ARTICLES:
        at += 1
    elif not is_demonym(tokens[at].text):
        return None
    words = _read_class(tokens[at : at + LONGEST_CLASS])
    if not words:
        return None
    heads, modifiers, countries = _sort_words(words)
    if not heads and not countries:
        return None
    span = Span(tokens[0].span.start, words[-1].span.end)
    text = document.text[tokens[first].span.start : words[-1].span.end]
    return span, NatureValue(text, subject, countries, tuple(heads), modifiers, denied)


def _read_name(tokens: Sequence[Token]) -> tuple[int, frozenset[str]]:
    """Where the name that opens a sentence ends, and its folded words; none for a common noun or a pronoun."""
    at, named = 0, False
    words: list[str] = []
    if tokens and tokens[0].tag == "IN":
        return 0, frozenset()  # "Until last month the founder was ..."
    while at < len(tokens) and len(words) <= LONGEST_NAME:
        text = tokens[at].text
        if text in QUOTES or (not words and text.lower() in ARTICLES):
            at += 1
            continue
        if text.lower() in BE or text.lower() in OPENING or text == ",":
            break
        if not text[:1].isalnum() or tokens[at].tag in CLAUSAL:
            return at, frozenset()  # "the firm to which they refer is ..."
        named |= tokens[at].tag.startswith("NNP") or (text[:1].isupper() and at > 0)
        words.append(fold_name(text))
        at += 1
    named |= _stands_alone(tokens, at, words)
    small = {w for w in words if w}
    return at, frozenset(small) if named and len(words) <= LONGEST_NAME else frozenset()


def _stands_alone(tokens: Sequence[Token], at: int, words: list[str]) -> bool:
    """Whether one word with a capital, and no article, is all that comes before a bracket or the verb."""
    before = [t for t in tokens[:at] if t.text not in QUOTES]
    return len(words) == 1 == len(before) and before[0].tag[:2] in {"NN", "JJ", "VB"} and before[0].text[:1].isupper()


def _read_aliases(tokens: Sequence[Token]) -> frozenset[str]:
    """The folded words of another name in an aside: "known as Seren", "formerly Ashby & Co."."""
    named = any(
        t.text.lower() in {"known", "called", "formerly", "born", "aka", "stylised", "stylized"} for t in tokens
    )
    return frozenset(fold_name(t.text) for t in tokens if named and t.tag.startswith("NNP") and fold_name(t.text))


def _pass_asides(tokens: Sequence[Token], at: int) -> int | None:
    """Behind brackets and what stands between commas; None where an aside does not end."""
    while at < len(tokens):
        text = tokens[at].text.lower()
        if text in QUOTES:
            at += 1
        elif text in OPENING:
            depth, start = 0, at
            while at < len(tokens) and at - start <= LONGEST_ASIDE:
                lowered = tokens[at].text.lower()
                depth += (lowered in OPENING) - (lowered in CLOSING)
                at += 1
                if depth <= 0:
                    break
        elif text in CLOSING:
            at += 1
        elif text == ",":
            ends = [k for k in range(at + 1, min(len(tokens), at + LONGEST_ASIDE)) if tokens[k].text == ","]
            behind = [k for k in ends if k + 1 < len(tokens) and tokens[k + 1].text.lower() in BE]
            if not behind:
                return None
            at = behind[0] + 1
        else:
            return at
    return None


def _read_class(tokens: Sequence[Token]) -> list[Token]:
    """The nouns and adjectives of the classes, with what joins them, up to what says more of them."""
    words: list[Token] = []
    for token in tokens:
        joins = token.text.lower() in {",", "and", "/"}
        bound = bool(words) and words[-1].text == "-"
        if token.tag[:2] in {"NN", "JJ", "CD", "RB"} or joins or bound or token.text == "-" or is_demonym(token.text):
            words.append(token)
        else:
            break
    while (words and not words[-1].text[:1].isalnum()) or (words and words[-1].text.lower() == "and"):
        words.pop()
    return words


def _sort_words(words: list[Token]) -> tuple[list[str], frozenset[str], frozenset[str]]:
    heads: list[str] = []
    modifiers: set[str] = set()
    countries: set[str] = set()
    for n, token in enumerate(words):
        lowered = token.text.lower()
        if lowered in {",", "and", "/", "-"} or token.tag[:2] in {"CD", "RB"}:
            continue
        last = n + 1 == len(words) or words[n + 1].text.lower() in {",", "and", "/"}
        parts = lowered.split("-")
        codes = {country_of(part) for part in parts if is_demonym(part)}
        if is_demonym(lowered):
            codes.add(country_of(lowered))
        countries |= {code for code in codes if len(code) == 2}
        if codes:
            continue
        if last and token.tag.startswith("NN"):
            heads.append(token.lemma.lower())
        else:
            modifiers.update((lowered, *parts))
    return heads, frozenset(modifiers), frozenset(countries)


def same_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of two names can be of one: all of the shorter are in the longer."""
    return one <= other or other <= one


def compare_natures(one: NatureValue, other: NatureValue) -> Verdict:
    """Whether two statements of what a name is exclude each other. Symmetric."""
    if not same_subject(one.subject, other.subject):
        return Verdict(Relation.NOT_COMPARABLE, "two names")
    if one.denied and other.denied:
        return Verdict(Relation.NOT_COMPARABLE, "neither says what it is")
    said = f"“{one.text}” beside “{other.text}”"
    if one.denied or other.denied:
        no, yes = (one, other) if one.denied else (other, one)
        denied = no.modifiers <= yes.modifiers and no.countries <= yes.countries
        if (
            denied
            and no.heads
            and all(
                any(y == n or (_is_kind(y, n) and y not in load_kinds().anybody) for y in yes.heads) for n in no.heads
            )
        ):
            return Verdict(Relation.CONTRADICT, said)
        return Verdict(Relation.NOT_COMPARABLE, "something else is denied")
    if one.countries and other.countries and not one.countries & other.countries:
        return Verdict(Relation.CONTRADICT, f"{said}: another country")
    if one.heads and other.heads:
        if all(_exclude(a, b) for a in one.heads for b in other.heads):
            return Verdict(Relation.CONTRADICT, f"{said}: another kind")
        genres = [
            {load_kinds().genres[w] for w in (*v.modifiers, *v.heads) if w in load_kinds().genres} for v in (one, other)
        ]
        if all(genres) and not genres[0] & genres[1] and set(one.heads) & set(other.heads):
            return Verdict(Relation.CONTRADICT, f"{said}: another genre")
    return Verdict(Relation.COMPATIBLE, "both can be so")


def _is_kind(one: str, other: str) -> bool:
    relation = relate(one, other, "n")
    return relation.is_same_meaning or relation is WordRelation.HYPERNYM


def _exclude(one: str, other: str) -> bool:
    """Whether nothing is of both classes."""
    if _is_kind(one, other):
        return False
    kinds = load_kinds()
    a, b = kinds.kinds.get(one), kinds.kinds.get(other)
    if a is not None and b is not None and a[0] == b[0]:
        return a[1] != b[1]
    if a is not None and b is not None:
        return True
    people = [is_person_noun(w) or w in kinds.people for w in (one, other)]
    if all(people):
        return not {one, other} & kinds.anybody and relate(one, other, "n") in {WordRelation.NONE, WordRelation.ANTONYM}
    if any(people):
        thing = other if people[0] else one
        return thing in kinds.kinds or is_a(thing, "animal")
    return False
