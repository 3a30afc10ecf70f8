"""Articles into events, by cheap keys: terms of the opening, names, dates of publication. No parser runs.

Candidates come from an inverted index, so that an archive is grouped in near-linear time; they are then joined by
average linkage, the most alike first; articles left alone join a group that holds a close match.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from checker.lexicon import familiarity
from checker.linking.signatures import EVERYWHERE, TERM, Signature, likeness, read_terms, sign_articles, term_of
from checker.model import Article
from checker.text.comments import blank_comments

# Set once on sets of two to four hundred articles; see tests/linking/test_events.py for what must hold.
_TOGETHER = 0.14
_CLOSE = 0.13  # likeness to one member, for an article left alone to join a small set's group
_CLOSE_GROWTH = 0.01  # and more for each doubling of the number of articles beyond _FEW: chance matches grow with it
_FEW = 10
_LEFT_ALONE = 2  # groups of at most so many articles are left over

# Publication dates: news of one event comes within days; a gap lowers likeness softly, since pages carry wrong dates.
_SAME_DAYS = 3
_GAP_COST = 0.06  # per doubling of the gap beyond that
_GAP_FLOOR = 0.6

# Candidates: in sets up to ALL_PAIRS all pairs; beyond, those that share weighty terms of their openings.
ALL_PAIRS = 60
KEY_TERMS = 30
COMMON_KEY = 150  # a term that more articles have among their keys than this names no event
SHARED_KEYS = 2

_ELSEWHERE = 2  # and what those outside the sentence with most of them must come to
_SAME_NAMES = 6  # what shared telling names must come to for an article of a small set to be one of a group


def group_events(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Group articles by the event they are about; every article's id is in exactly one group.

    Groups come in the order of their first article, and hold ids in the order given; the same input, the same groups.
    """
    signatures = sign_articles(articles)
    links = _link(articles, signatures)
    groups = group_linked(links, len(articles))
    if len(articles) <= ALL_PAIRS:
        groups = _adopt_by_names(groups, signatures)
    return tuple(tuple(articles[i].id for i in sorted(group)) for group in sorted(groups, key=min))


def group_linked(links: Sequence[dict[int, float]], total: int) -> list[list[int]]:
    """Groups of the articles with these links, where there are ``total`` articles; an article alone is a group too."""
    return _adopt(_agglomerate(len(links), links), links, close_at(total))


def close_at(total: int) -> float:
    """How alike two articles must be for one left alone to join the other's group, among so many articles."""
    return _CLOSE + _CLOSE_GROWTH * max(0.0, math.log2(max(1, total) / _FEW))


def least_link(total: int) -> float:
    """The likeness below which no link among so many articles brings any two into one group by itself."""
    return min(_TOGETHER, close_at(total))


def _link(articles: Sequence[Article], signatures: Sequence[Signature[str]]) -> list[dict[int, float]]:
    """The likeness of each article to the candidates for its event, by index."""
    links: list[dict[int, float]] = [{} for _ in articles]
    for one, other in _candidates(signatures):
        score = likeness(signatures[one], signatures[other]) * nearness(
            articles[one].published_date, articles[other].published_date
        )
        if score > 0:
            links[one][other] = links[other][one] = score
    return links


def _candidates(signatures: Sequence[Signature[str]]) -> list[tuple[int, int]]:
    """Pairs of articles worth comparing: all of a small set, else those that share key terms."""
    size = len(signatures)
    if size <= ALL_PAIRS:
        return [(one, other) for one in range(size) for other in range(one + 1, size)]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, signature in enumerate(signatures):
        keys = heapq.nsmallest(KEY_TERMS, signature.lead.items(), key=lambda item: (-item[1], item[0]))
        for term, _ in keys:
            postings[term].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in postings.values():
        if len(holders) <= COMMON_KEY:
            shared.update((one, other) for k, one in enumerate(holders) for other in holders[k + 1 :])
    return [pair for pair, count in shared.items() if count >= SHARED_KEYS]


def nearness(one: date | None, other: date | None) -> float:
    """A factor for how far apart two articles were published: 1 within days or when a date is missing."""
    if one is None or other is None:
        return 1.0
    gap = abs((one - other).days)
    return max(_GAP_FLOOR, 1.0 - _GAP_COST * math.log2(gap / _SAME_DAYS)) if gap > _SAME_DAYS else 1.0


def _agglomerate(size: int, links: Sequence[dict[int, float]]) -> list[list[int]]:
    """Average linkage: join the two groups most alike until none are alike enough. Pairs never compared count as 0."""
    groups = {number: [number] for number in range(size)}
    near = {number: dict(found) for number, found in enumerate(links)}
    heap = [(-score, one, other) for one, found in enumerate(links) for other, score in found.items() if one < other]
    heap = [entry for entry in heap if -entry[0] >= _TOGETHER]
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if one not in groups or other not in groups or near[one].get(other) != -score:
            continue
        weight_one, weight_other = len(groups[one]), len(groups[other])
        ours, theirs = near[one], near.pop(other)
        merged: dict[int, float] = {}
        for third in sorted((ours.keys() | theirs.keys()) - {one, other}):
            total = ours.get(third, 0.0) * weight_one + theirs.get(third, 0.0) * weight_other
            merged[third] = near[third][one] = total / (weight_one + weight_other)
            near[third].pop(other, None)
            if merged[third] >= _TOGETHER:
                heapq.heappush(heap, (-merged[third], min(one, third), max(one, third)))
        near[one] = merged
        groups[one].extend(groups.pop(other))
    return list(groups.values())


def _adopt(groups: list[list[int]], links: Sequence[dict[int, float]], close: float) -> list[list[int]]:
    """Let each article left alone join the group of the article that it is most like, if that is close."""
    group_of = {member: group for group in groups for member in group}
    waiting = [
        (-score, member, other)
        for group in groups
        if len(group) <= _LEFT_ALONE
        for member in group
        for other, score in links[member].items()
        if score >= close
    ]
    for _, member, other in sorted(waiting):
        mine, theirs = group_of[member], group_of[other]
        if len(mine) > _LEFT_ALONE or mine is theirs:
            continue
        theirs.extend(mine)
        group_of.update(dict.fromkeys(mine, theirs))
        groups = [group for group in groups if group is not mine]
    return groups


def _adopt_by_names(groups: list[list[int]], signatures: Sequence[Signature[str]]) -> list[list[int]]:
    """Let an article left alone join the group with which it shares telling names in more than one of its sentences.

    A columnist tells the event in words of her own, but of the same people and places. An article on another event that
    mentions this one does so in a sentence.
    """
    kept = [group for group in groups if len(group) > _LEFT_ALONE]
    for group in groups:
        if len(group) > 1:
            if len(group) <= _LEFT_ALONE:
                kept.append(group)
            continue
        mine = signatures[group[0]]
        scores = [(_shared_names(mine, [signatures[i] for i in other]), -min(other), other) for other in kept]
        most, _, best = max(scores, key=lambda score: score[:2], default=(0, 0, group))
        if most >= _SAME_NAMES and len(best) > _LEFT_ALONE:
            best.extend(group)
        else:
            kept.append(group)
    return kept


def _shared_names(mine: Signature[str], theirs: Sequence[Signature[str]]) -> int:
    """Telling names that a group holds too, those of several members counted twice; 0 where one sentence has them."""
    held = {name: sum(name in other.names for other in theirs) for name in mine.names}
    worth = {name: min(2, holders) for name, holders in held.items() if holders}
    passing: Counter[int] = Counter()
    for name, points in worth.items():
        if mine.passing[name] != EVERYWHERE:
            passing[mine.passing[name]] += points
    total = sum(worth.values())
    return total if total - max(passing.values(), default=0) >= _ELSEWHERE else 0


def label_event(articles: Sequence[Article]) -> str:
    """A short label: the headline (or first line) that shares the most telling terms with the articles; "" for none."""
    held: Counter[str] = Counter()
    for article in articles:
        held.update(read_terms(article).lead.keys())
    candidates = [(headline, number) for number, article in enumerate(articles) if (headline := _headline(article))]

    def worth(candidate: tuple[str, int]) -> tuple[float, int]:
        headline, number = candidate
        terms = {t for word in TERM.findall(headline.lower()) if (t := term_of(word))}
        return sum((held[t] - 1) * familiarity(t) for t in terms) / (4 + len(terms)), -number

    return max(candidates, key=worth)[0] if candidates else ""


_LONGEST_LABEL = 90


def _headline(article: Article) -> str:
    """The title, or the first line of the text, cut at a word."""
    line = article.title or next((line for line in blank_comments(article.text).splitlines() if line.strip()), "")
    line = " ".join(line.split())
    if len(line) <= _LONGEST_LABEL:
        return line
    return line[: line.rfind(" ", 0, _LONGEST_LABEL) + 1 or _LONGEST_LABEL].rstrip(" ,;:—–-") + "…"
