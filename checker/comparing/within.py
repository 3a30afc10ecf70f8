"""One article against itself: two of its own statements that cannot both be true.

An article reports what several parties say, tells of other cases beside its own, and of parts beside the whole; so two
of its answers differ far more often than it contradicts itself. Only four things are taken for that:

- a sentence that it has twice (a summary, a caption), with one word changed that excludes the other;
- two answers to one question in the same words about the same names, which it gives once each;
- a count of all the victims ("all 14 victims", "the 14 people who died") beside the toll, where it gives one;
- what it says beside what its own figures, or the calendar, make of it, as rules have read it.

Both have to be its own, or said by the same speaker, but for the last: a sum comes to the same whoever says it.
Calibrated on 414 news articles and 212 annotated ones, in which two claims of one article that differ by the rules' own
comparisons are hardly ever a contradiction.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from checker.comparing.findings import state_differences
from checker.comparing.questions import Group, Linked
from checker.linking.answers import Compared
from checker.linking.relatives import PEOPLE, Relatives
from checker.linking.score import Link, score_link
from checker.linking.weights import TopicWeights
from checker.model import Article, Claim, Document, Finding, Modality, Polarity, Relation, Rule, Verdict
from checker.values.copies import find_change
from checker.values.quantities import Bound, Quantity
from checker.values.reckoned import ReckonedValue
from checker.values.sentences import SentenceValue
from checker.values.tellings import UnitKind
from checker.values.times import TimeValue

Compare = Callable[[Rule, Claim, Claim], Verdict]

SAME_HEADS, SAME_TOPIC, SAME_NAMES = 0.9, 0.75, 0.9
"""The least match of heads, of the words around and of names at which one article asks one question twice."""

LIKE_HEADS, LIKE_TOPIC = 0.6, 0.4
"""The same at which a third answer is to the same question, or to one like it."""

APART = 3
"""Sentences between two copies of one: those closer together are a list, whose lines differ in what they list."""

EDGE = 2
"""Words at the beginning or the end by which copies of a sentence are found."""

ENDS = (".", "!", "?", "”", '"', "’", "'")
"""What a sentence closes with, and the label of a picture or a film does not."""

DEATHS = "toll fate.die"
"""The slot of counts of deaths."""

# Behind a count of all who died: "victims", "people who died"; not "people who died in hospital", who are some of them
WHOLE = re.compile(
    r"\s+(?:victims|dead|deaths|fatalities"
    r"|(?:people|persons|men|women) (?:killed|(?:who|that) (?:died|were killed|lost their lives)))\b"
    r"(?!\s+(?:in|at|on|when|during|from|near|inside|by|of|after|before|aged|under|over|who|whose|that)\b)",
    re.I,
)
# Before it: "all 14", "all of the 14", "the 14"
DEFINITE = re.compile(r"\b(?:all(?: of)?(?: the| those)?|the)\s+$", re.I)


@cache
def load_cues() -> Mapping[str, frozenset[str]]:
    """The words of ``data/within.toml``: ``moved``, ``victims`` and ``said``."""
    data = tomllib.loads((files("checker.comparing") / "data" / "within.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def find_within(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    rules: Mapping[str, Rule],
    compare: Compare,
    event: str,
    articles: Mapping[str, Article],
    weights: TopicWeights,
    relatives: Relatives,
) -> list[Finding]:
    """A finding for each question that an article answers twice, in answers that exclude each other.

    ``claims`` are those of all ``documents``, ``compare`` tells how two of a rule stand to each other.
    """
    order = {claim.id: number for number, claim in enumerate(claims)}
    found: list[Finding] = []
    for document in documents:
        all_own = [c for c in claims if c.article == document.article.id]
        own = [c for c in all_own if not c.headline]
        reckoned = _reckoned(all_own, rules, compare)
        pairs = [*reckoned, *_restated(own, document, rules, compare, weights, relatives), *_tolls(own, document)]
        cited = {claim.sentence for item in pairs for claim in (item.link.one, item.link.other)}
        # What a rule has read in two copies of a sentence, it says better.
        copies = (c for c in _copied(own, document, rules, compare) if not {*_sentences(c)} <= cited)
        for item in (*pairs, *copies):
            groups = (Group((item.link.one,)), Group((item.link.other,)))
            found.extend(state_differences(Linked(groups, (item,)), rules[item.link.one.rule], event, articles, order))
    return found


def _reckoned(claims: Sequence[Claim], rules: Mapping[str, Rule], compare: Compare) -> Iterator[Compared]:
    """What is said, and what follows from the words beside it: the two claims of a rule that share a slot."""
    blocks: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, ReckonedValue):
            blocks[claim.rule, claim.slot].append(claim)
    for (rule, _), block in blocks.items():
        for one, other in combinations(block, 2):
            verdict = compare(rules[rule], one, other)
            if verdict.relation is Relation.CONTRADICT:
                yield Compared(Link(one, other, SURE, (("words", 1.0),)), verdict)


def _sentences(item: Compared) -> tuple[int, int]:
    return item.link.one.sentence, item.link.other.sentence


def _copied(
    claims: Sequence[Claim], document: Document, rules: Mapping[str, Rule], compare: Compare
) -> Iterator[Compared]:
    """Sentences that the article has twice, with a change that excludes; not those it has more than twice."""
    told = [c for c in claims if isinstance(c.value, SentenceValue) and _is_told(c, document)]
    edges: dict[tuple[bool, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in told:
        assert isinstance(claim.value, SentenceValue)
        lemmas = tuple(word.lemma for word in claim.value.whole)
        edges[True, lemmas[:EDGE]].append(claim)
        edges[False, lemmas[-EDGE:]].append(claim)
    near = {(a.id, b.id): (a, b) for block in edges.values() for a, b in combinations(block, 2)}
    changed = []
    for one, other in near.values():
        assert isinstance(one.value, SentenceValue)
        assert isinstance(other.value, SentenceValue)
        if one.sentence != other.sentence and find_change(one.value, other.value) is not None:
            changed.append((one, other))
    copies: dict[int, set[int]] = defaultdict(set)
    for one, other in changed:
        copies[one.sentence].add(other.sentence)
        copies[other.sentence].add(one.sentence)
    for one, other in changed:
        assert isinstance(one.value, SentenceValue)
        assert isinstance(other.value, SentenceValue)
        if len(copies[one.sentence]) > 1 or len(copies[other.sentence]) > 1:
            continue
        if abs(one.sentence - other.sentence) < APART or not _is_one_voice(one, other, document):
            continue
        if _is_label(one.value, other.value):
            continue
        verdict = compare(rules[one.rule], one, other)
        if verdict.relation is Relation.CONTRADICT:
            yield Compared(Link(one, other, SURE, (("words", 1.0),)), verdict)


def _is_label(one: SentenceValue, other: SentenceValue) -> bool:
    """Whether two copies differ in a number that is a name's, and counts nothing: "Ward 3", "Ward 4"."""
    found = find_change(one, other)
    if found is None:
        return False
    place, front, back = found
    if not any(word.kind == "number" for word in place.one):
        return False
    before, after = one.whole[max(0, front - 1) : front], one.whole[len(one.whole) - back :][:1]
    counts = bool(after) and after[0].kind == "content" and after[0].text.islower()
    return not counts or any(word.text[:1].isupper() for word in before)


SURE = 0.95
"""The confidence of what rests on the same words."""


def _is_told(claim: Claim, document: Document) -> bool:
    value = claim.value
    assert isinstance(value, SentenceValue)
    verb = any(unit.kind is UnitKind.VERB for unit in value.telling.units)
    return verb and document.sentences[claim.sentence].text.rstrip().endswith(ENDS)


def _restated(
    claims: Sequence[Claim],
    document: Document,
    rules: Mapping[str, Rule],
    compare: Compare,
    weights: TopicWeights,
    relatives: Relatives,
) -> Iterator[Compared]:
    """Figures and times that the article gives for one question in the same words, once each."""
    blocks: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Quantity | TimeValue):
            blocks[claim.rule, claim.slot].append(claim)
    for (rule, _), block in blocks.items():
        for one, other in combinations(block, 2):
            if one.value.normalized == other.value.normalized or not _may_restate(one, other, document):
                continue
            link = score_link(one, other, rules[rule].linking, weights, relatives=relatives)
            if link.level("heads") < SAME_HEADS or link.level("topic") < SAME_TOPIC:
                continue
            if (one.entities or other.entities) and link.level("entities") < SAME_NAMES:
                continue
            if any(_is_third(c, one, other, rules[rule], weights, relatives) for c in block):
                continue
            verdict = compare(rules[rule], one, other)
            if verdict.relation is Relation.CONTRADICT:
                yield Compared(link, verdict)


def _is_third(claim: Claim, one: Claim, other: Claim, rule: Rule, weights: TopicWeights, relatives: Relatives) -> bool:
    """Whether a claim gives a third answer to what two ask: then the article tells of several such things."""
    if claim.value.normalized in {one.value.normalized, other.value.normalized}:
        return False
    links = (score_link(claim, end, rule.linking, weights, relatives=relatives) for end in (one, other))
    return any(link.level("heads") >= LIKE_HEADS and link.level("topic") >= LIKE_TOPIC for link in links)


def _may_restate(one: Claim, other: Claim, document: Document) -> bool:
    """Whether two claims are of one author, equally sure, as narrow, and told as what holds all along."""
    alike = one.scope == other.scope and one.polarity is other.polarity is Polarity.POSITIVE
    if one.sentence == other.sentence or not alike or not one.heads & other.heads:
        return False
    if not one.modality is other.modality is Modality.CERTAIN and isinstance(one.value, Quantity):
        return False
    shared, fewer = len(one.topic & other.topic), min(len(one.topic), len(other.topic))
    if not fewer or 2 * shared < fewer or not _is_one_voice(one, other, document):
        return False
    return not any(_has_word(claim, document, "moved") for claim in (one, other))


def _tolls(claims: Sequence[Claim], document: Document) -> Iterator[Compared]:
    """A count of all who died beside the one toll that the article gives."""
    deaths = [c for c in claims if c.slot == DEATHS]
    victims = load_cues()["victims"]
    every = [c for c in claims if _counts_all(c, document) and (c.slot == DEATHS or c.heads & victims)]
    for whole in every:
        told = {c.value.normalized for c in (*deaths, *every)}
        if len(told) != 2 or any(c.value.normalized == whole.value.normalized for c in deaths if c not in every):
            continue  # several tolls, or the one of which these are all
        for toll in deaths:
            if toll in every or toll.value.normalized == whole.value.normalized or toll.sentence >= whole.sentence:
                continue
            if _is_whole_toll(toll, document) and _is_one_voice(toll, whole, document):
                if not any(_has_word(claim, document, "moved") for claim in (*deaths, whole)):
                    reason = f"“{toll.value.text}” died, and there are “{whole.value.text}” of them in all"
                    link = Link(toll, whole, SURE, (("heads", 1.0),))
                    yield Compared(link, Verdict(Relation.CONTRADICT, reason))
                break


def _counts_all(claim: Claim, document: Document) -> bool:
    """Whether a count is of all the dead, as such: "all 14 victims", "the 14 people who died"."""
    at = _place(claim, document)
    if at is None:
        return False
    sentence = document.sentences[claim.sentence].span
    before, behind = document.text[sentence.start : at[0]], document.text[at[1] : sentence.end]
    return DEFINITE.search(before) is not None and WHOLE.match(behind) is not None


def _is_whole_toll(claim: Claim, document: Document) -> bool:
    """Whether a toll is of people as such, exact, and not of some of them."""
    at = _place(claim, document)
    counted = claim.part("counted")
    if at is None or not counted <= PEOPLE or claim.polarity is not Polarity.POSITIVE:
        return False
    behind = document.text[at[1] : document.sentences[claim.sentence].span.end].split()[:1]
    return behind != ["of"] and claim.modality is Modality.CERTAIN and not claim.scope


def _place(claim: Claim, document: Document) -> tuple[int, int] | None:
    """Where the figure of an exact count stands; None where it is not one, or not there."""
    value = claim.value
    if not isinstance(value, Quantity) or value.bound is not Bound.NONE or value.approximate or value.dimension:
        return None
    at = document.text.find(value.text, claim.span.start, claim.span.end)
    return (at, at + len(value.text)) if at >= 0 else None


def _is_one_voice(one: Claim, other: Claim, document: Document) -> bool:
    """Whether two claims are the article's own, or of the same named speakers; not where somebody unknown says one."""
    speakers = [
        frozenset(((a.entity or a.speaker or "").casefold(), (a.outlet or "").casefold()) for a in claim.attribution)
        for claim in (one, other)
    ]
    if speakers[0] != speakers[1]:
        return False
    return bool(speakers[0]) or not any(_has_word(claim, document, "said") for claim in (one, other))


def _has_word(claim: Claim, document: Document, cue: str) -> bool:
    """Whether the sentence of a claim has one of the words of a list."""
    tokens = document.sentence_tokens(document.sentences[claim.sentence])
    said = f" {' '.join(t.text.lower() for t in tokens)} "
    return any(f" {word} " in said for word in load_cues()[cue])
