"""Counts that a later article gives as the state they have reached: "stands at 17", "112 in all", "now 31".

Two counts of one thing are often told in words that share little else, so that the links between claims leave them
apart. Where the later article says that its count is the one now, or the earlier one that its own is not the last, the
noun that is counted and few words around are enough: it is an update, never a contradiction.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from checker.comparing.findings import quote_evidence, subject_of
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.updates import order
from checker.factuality.assertions import stage_of
from checker.factuality.otherdays import tells_of_other_days
from checker.factuality.substitutes import country_of, is_demonym
from checker.language.phrases import clause_at, tokens_in
from checker.linking.relatives import PEOPLE, Relatives
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Document, Finding, Kind, LinkLevel, Polarity, Severity, Span, ValueType, Why
from checker.values.quantities import Bound, Quantity
from checker.values.status import CONSIDERED, PLANNED
from checker.values.timex import TimeValue

RULE = "figures"
"""The rule whose claims are counts."""

LEAST = 0.45
"""The least weight of the words that two counts of one noun share beside it."""

LEAST_PEOPLE, LEAST_SMALL = 0.65, 1.6
"""The same for counts of people as such, and for small ones, of which a report has many."""

SOMEBODY, UNFINISHED = 0.5, 0.5
"""What somebody or something named in both, and an earlier count of "at least" so many add to it."""

FEW = 12
"""Counts up to this are common: two articles have them for many things."""

FAR = 9.0
"""How many times one count of a thing may be another one."""

SAME_NOUN = 2.5
"""How many times one count may be another one that counts something by a noun of its own."""

SHORT = 10
"""Sentences of an article so short that it tells of one matter, and counts one kind of thing once."""

NOUN = 0.6
"""The least match of two nouns at which they count one thing."""

GENERIC = frozenset({"total", "number", "figure", "count", "tally", "sum", ""})
"""Nouns that stand before what is counted: "a total of 31 suspects"."""

NONE: frozenset[str] = frozenset()

REACH = 90
"""Characters on each side of a count in which a word says how far it has come."""


@cache
def load_marks() -> Mapping[str, tuple[str, ...]]:
    """The phrases of ``data/tallies.toml``: ``reached``, ``fallen`` and ``open``."""
    data = tomllib.loads((files("checker.comparing") / "data" / "tallies.toml").read_text("utf-8"))
    return {name: tuple(phrases) for name, phrases in data.items() if isinstance(phrases, list)}


@cache
def load_fates() -> Mapping[str, frozenset[str]]:
    """The words of ``data/tallies.toml`` by which a count is of the dead, the hurt or the missing, by what it is of."""
    data = tomllib.loads((files("checker.comparing") / "data" / "tallies.toml").read_text("utf-8"))
    return {fate: frozenset(words) for fate, words in data["fates"].items()}


@dataclass(frozen=True, slots=True)
class _Count:
    """A count, the words near it, and whether it is told as reached, fallen, or not the last; as a part, or of all.

    ``planned`` says that it is of what is only wanted, feared or to come, ``country`` whose people they are,
    and ``fates`` what the words nearest to it say became of them.
    """

    claim: Claim
    value: Quantity
    near: frozenset[str]
    reached: bool
    open: bool
    fallen: bool
    part: bool
    whole: bool
    planned: bool
    country: str
    fates: frozenset[str]

    @property
    def nouns(self) -> frozenset[str]:
        """What is counted, or whose part it is; the nouns that the count hangs on where it has none of its own."""
        claim = self.claim
        own = claim.part("counted") | (claim.part("population") if self.part else NONE)
        toll = claim.heads if claim.slot.startswith("toll") else NONE
        return ((own or claim.part("carrier") or claim.part("population") or claim.heads) | toll) - GENERIC

    @property
    def tolls(self) -> frozenset[str]:
        """What became of those counted, by the words near: "the number of missing", "the death toll"."""
        if self.claim.slot.startswith("toll"):
            return self.claim.heads
        return self.fates


def find_tallies(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    found: Sequence[Finding],
    event: str,
    articles: Mapping[str, Article],
    floors: Mapping[str, date],
    weights: TopicWeights,
    relatives: Relatives,
) -> list[Finding]:
    """A finding for each count of a later article with the counts of earlier ones that it takes further.

    Counts that ``found`` sets against each other already are left alone. ``articles`` and ``floors`` as in ``order``.
    """
    by_id = {document.article.id: document for document in documents}
    short = {name for name, document in by_id.items() if len(document.sentences) <= SHORT}
    told = [(claim, by_id[claim.article]) for claim in claims if _is_count(claim)]
    counts = [
        _read(claim, document)
        for claim, document in told
        if not tells_of_other_days(document, document.sentences[claim.sentence]) and not _is_past(claim, document)
    ]
    taken = [_cited(one) for one in found if one.kind in (Kind.CONTRADICTION, Kind.UPDATE)]
    best: dict[tuple[str, str], tuple[float, _Count, _Count]] = {}
    for before, after in _pairs(counts, articles, floors):
        close = {before.claim.article, after.claim.article} <= short
        score = _match(before, after, weights, relatives, close=close)
        if score <= 0.0:
            continue
        for key in ((before.claim.id, after.claim.article), (after.claim.id, before.claim.article)):
            if key not in best or score > best[key][0]:
                best[key] = (score, before, after)
    groups: dict[str, list[tuple[float, _Count, _Count]]] = {}
    for (own, _), pair in best.items():
        score, before, after = pair
        mutual = best[before.claim.id, after.claim.article] == best[after.claim.id, before.claim.article] == pair
        if own == after.claim.id and mutual and not _is_told(before, after, counts, relatives):
            groups.setdefault(after.claim.id, []).append(pair)
    findings = []
    for pairs in groups.values():
        exact = [pair for pair in pairs if _name_match(pair[1], pair[2], relatives) == 1.0]
        pairs = exact or pairs  # "44 million customers in the north" are no earlier count of all the people
        ends = [pairs[0][2].claim, *(before.claim for _, before, _ in pairs)]
        if not any(_covers(cited, ends) for cited in taken):
            findings.append(_state(pairs, event, articles))
    return findings


def _is_count(claim: Claim) -> bool:
    if claim.rule != RULE or not (claim.slot == "count" or claim.slot.startswith("toll")):
        return False
    counted = isinstance(claim.value, Quantity) and claim.value.type is ValueType.NUMBER and not claim.value.dimension
    return counted and claim.polarity is not Polarity.NEGATIVE


def _read(claim: Claim, document: Document) -> _Count:
    assert isinstance(claim.value, Quantity)
    sentence = document.sentences[claim.sentence]
    near = Span(max(sentence.span.start, claim.span.start - REACH), min(sentence.span.end, claim.span.end + REACH))
    words = [t.text.lower() for t in tokens_in(document, near)]
    lemmas = [t.lemma.lower() for t in tokens_in(document, near)]
    said = f" {' '.join(w for w in words if w.isalnum())} | {' '.join(w for w in lemmas if w.isalnum())} "
    marks = load_marks()
    reached = any(f" {phrase} " in said for phrase in marks["reached"])
    unfinished = any(f" {phrase} " in said for phrase in marks["open"])
    fallen = any(f" {phrase} " in said for phrase in marks["fallen"])
    some, every = _share(claim, document)
    near_by = claim.topic | frozenset(word for word in lemmas if word.isalnum())
    planned, country, fates = _is_planned(claim, document), _country(claim, document), _fates(claim, document, near)
    return _Count(claim, claim.value, near_by, reached, unfinished, fallen, some, every, planned, country, fates)


def _fates(claim: Claim, document: Document, near: Span) -> frozenset[str]:
    """What became of those counted, by the word nearest to the count: the dead in "14 dead and 90 hurt"."""
    at = document.text.find(claim.value.text, claim.span.start, claim.span.end)
    if at < 0:
        return NONE
    steps: dict[str, int] = {}
    for token in tokens_in(document, near):
        for fate, words in load_fates().items():
            if token.lemma.lower() in words:
                away = token.span.start - at if token.span.start > at else at - token.span.end
                steps[fate] = min(away, steps.get(fate, away))
    nearest = min(steps.values(), default=0)
    return frozenset(fate for fate, away in steps.items() if away == nearest)


def _is_past(claim: Claim, document: Document) -> bool:
    """Whether a count is dated weeks before its article: it is of something else that happened."""
    told = document.article.published_date
    ends = [value.end for value in claim.when if isinstance(value, TimeValue) and value.end is not None]
    return told is not None and bool(ends) and all((told - end.date()).days > WEEKS for end in ends)


WEEKS = 45
"""Days before an article from which what it dates there is another event."""


def _country(claim: Claim, document: Document) -> str:
    """The code of the country whose people are counted: "two Americans", "12 British tourists"; empty for none."""
    at = document.text.find(claim.value.text, claim.span.start, claim.span.end)
    if at < 0:
        return ""
    end = at + len(claim.value.text)
    behind = [
        t.text for t in tokens_in(document, Span(end, min(len(document.text), end + BESIDE))) if t.span.start >= end
    ]
    codes = (country_of(word.lower()) for word in behind[:3] if word[:1].isupper() and is_demonym(word.lower()))
    return next((code for code in codes if code), "")


BESIDE = 30
"""Characters behind a count in which a nationality stands."""


def _share(claim: Claim, document: Document) -> tuple[bool, bool]:
    """Whether a count is said to be of some of them ("31 of the 46"), and whether it is of all ("all 46 hospitals")."""
    figure = claim.value.text
    at = document.text.find(figure, claim.span.start, claim.span.end)
    if at < 0:
        return False, False
    around = tokens_in(document, Span(max(0, at - 8), at + len(figure) + 12))
    words = [t.text.lower() for t in around]
    before = [t.text.lower() for t in around if t.span.end <= at]
    behind = [t.text.lower() for t in around if t.span.start >= at + len(figure)]
    some = behind[:2] in (["of", "the"], ["of", "its"], ["of", "their"]) or (" of " in figure and "of" in words)
    return some, before[-1:] == ["all"]


def _is_planned(claim: Claim, document: Document) -> bool:
    clause = clause_at(document, claim.span)
    if clause is None or clause.nominal:
        return False
    before = document.tokens[max(0, clause.head - 1)].text.lower()
    aim = clause.relation == "complement" and before == "to"  # "threatened to fire four", not "known to have fired"
    return aim or stage_of(document, clause) in (CONSIDERED, PLANNED)


def _pairs(
    counts: Sequence[_Count], articles: Mapping[str, Article], floors: Mapping[str, date]
) -> Iterator[tuple[_Count, _Count]]:
    """The earlier and the later of two counts that differ, one of which says that the count moves, or is of all."""
    for number, one in enumerate(counts):
        for other in counts[number + 1 :]:
            if one.claim.article == other.claim.article or one.claim.origin == other.claim.origin != "":
                continue
            least, most = sorted((abs(one.value.point), abs(other.value.point)))
            if not least or most / least > FAR or least == most or _is_rounded(one.value, other.value):
                continue
            ordered = order(one.claim, other.claim, articles, floors)
            if ordered is None:
                continue
            before, after = (one, other) if ordered[0] is one.claim else (other, one)
            moved = after.fallen or abs(after.value.point) > abs(before.value.point)
            told = after.reached or before.open or (before.part and after.whole)
            told = told and (after.whole or after.part or not before.part) and not after.planned
            if moved and told and not (after.open and not before.open):
                yield before, after


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are one, given to the last digit and to fewer: "11 million" beside "11.5 million"."""
    return abs(one.point - other.point) < max(one.precision, other.precision)


def _name_match(before: _Count, after: _Count, relatives: Relatives) -> float:
    return max((relatives.best(noun, after.nouns) for noun in sorted(before.nouns)), default=0.0)


def _near_match(before: _Count, after: _Count) -> float:
    """What it counts that one count has no noun of its own and the other's is near it: "now carries 312 names"."""
    if not after.reached:
        return 0.0
    return NOUN if after.nouns & before.near or before.nouns & after.near else 0.0


def _match(before: _Count, after: _Count, weights: TopicWeights, relatives: Relatives, *, close: bool = False) -> float:
    """The weight of what two counts share; 0 where nothing says that they are of one thing.

    ``close`` says that the articles are so short that each tells of one matter.
    """
    ours, theirs = before.claim, after.claim
    if ours.slot != theirs.slot and ours.slot.startswith("toll") and theirs.slot.startswith("toll"):
        return 0.0
    one_toll = ours.slot == theirs.slot and ours.slot.startswith("toll")
    fates = (before.tolls, after.tolls)
    toll = one_toll or (_is_toll(before, after) and bool(fates[0] & fates[1]))
    if not toll and all(fates) and not fates[0] & fates[1]:
        return 0.0  # the dead of the one, the hurt of the other
    nouns = max(_name_match(before, after, relatives), _near_match(before, after))
    least, most = sorted((abs(before.value.point), abs(after.value.point)))
    if (nouns < NOUN and not toll) or (most / least > SAME_NOUN and nouns < 1.0 and not toll):
        return 0.0
    if before.country != after.country:
        return 0.0  # "44 million Britons" are no earlier count of all that are touched
    shared = (before.near & after.near) - ours.heads - theirs.heads
    around = sum(weights.weight(word) for word in sorted(shared))
    around += SOMEBODY if ours.entities & theirs.entities else 0.0
    around += UNFINISHED if before.value.bound is Bound.AT_LEAST and after.reached else 0.0
    small = max(before.value.point, after.value.point) <= FEW and not (before.part and after.whole)
    people = nouns < 1.0 or (ours.heads | theirs.heads) <= PEOPLE
    some_of_all = before.part and after.whole and nouns == 1.0
    least = LEAST_SMALL if small else LEAST_PEOPLE if people else LEAST
    if toll:
        least = 0.0 if after.reached else LEAST
    elif close and nouns == 1.0:
        least = LEAST if small else 0.0
    if around < least and not some_of_all:
        return 0.0
    return round(nouns + around, 4)


def _is_toll(before: _Count, after: _Count) -> bool:
    """Whether one of two counts is a toll, and the other one of people at most."""
    tolls = [count.claim.slot.startswith("toll") for count in (before, after)]
    other = after if tolls[0] else before
    return any(tolls) and (all(tolls) or not other.claim.part("counted") - PEOPLE)


def _is_told(before: _Count, after: _Count, counts: Sequence[_Count], relatives: Relatives) -> bool:
    """Whether one of the two articles gives the other's count of the thing as well: then they are two counts."""
    if before.part and after.whole:
        return False  # an article that tells of nine out of thirteen knows of thirteen
    for own, value in ((before, after.value), (after, before.value)):
        for other in counts:
            apart = other.claim.article == own.claim.article and other.claim.sentence != own.claim.sentence
            same = other.value.point == value.point
            if apart and same and any(relatives.best(n, own.nouns) >= NOUN for n in sorted(other.nouns)):
                return True
    return False


def _cited(finding: Finding) -> list[tuple[str, Span]]:
    return [(e.article, Span(e.start, e.end)) for e in finding.evidence]


def _covers(cited: Sequence[tuple[str, Span]], ends: Sequence[Claim]) -> bool:
    """Whether a finding cites the later count and one of the earlier ones."""
    told = {c.article for c in ends for article, span in cited if article == c.article and c.span.overlaps(span)}
    return ends[0].article in told and len(told) > 1


def _state(pairs: Sequence[tuple[float, _Count, _Count]], event: str, articles: Mapping[str, Article]) -> Finding:
    after = pairs[0][2].claim
    earlier = [before.claim for _, before, _ in sorted(pairs, key=lambda p: (p[1].claim.article, p[1].claim.span))]
    names = ", ".join(dict.fromkeys(articles[c.article].source or c.article for c in earlier))
    source = articles[after.article].source or after.article
    score = min(1.0, max(score for score, _, _ in pairs) / 2)
    subject = subject_of([after])
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UPDATE, subject, [after.value.normalized]),
        question_key=key_question(RULE, subject),
        rule=RULE,
        kind=Kind.UPDATE,
        severity=Severity.NOTE,
        confidence=round(min(0.99, 0.4 + score / 2), 2),
        question=after.asks,
        message=f"“{earlier[0].value.text}” ({names}) beside “{after.value.text}” ({source})",
        why=Why(
            (LinkLevel("words", round(score, 3)),),
            f"the second was published later, and gives “{after.value.text}” as what the count has come to",
            "carry the later count, or say as of when the earlier one held",
        ),
        origins=tuple(sorted({c.origin for c in (*earlier, after)})),
        evidence=(*(quote_evidence(c) for c in earlier), quote_evidence(after)),
        event=event,
        answers=(tuple(sorted({c.value.normalized for c in earlier})), (after.value.normalized,)),
    )
