"""Speakers: whose words they are, as the span of the noun phrase, its head, and whether a name stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.attribution.tree import Tree
from checker.model import Document, MentionKind, Span

LONGEST_SPEAKER = 100
"""Characters that a speaker's span may have; beyond it the apposition goes (the usual limit of quotation scoring)."""

_PHRASE_TAGS = ("NN", "PRP", "DT", "JJ", "CD", "POS", "WP", "WDT", "PDT")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer", "expl")
_DASHES = frozenset(("—", "–", "--", ":", "―", "•", "|"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's span and head; ``resolved`` is the head of the noun that a relative pronoun stands for."""

    span: Span
    head: int
    resolved: int


@cache
def unnamed_heads() -> frozenset[str]:
    """Lemmas of nouns that name no one: official, source, person, people, ..."""
    lines = files("checker.attribution").joinpath("data", "unnamed.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def noun_phrase(tree: Tree, head: int, low: int, high: int) -> Speaker:
    """The noun phrase of a head from token ``low`` to ``high`` (excluded), at most ``LONGEST_SPEAKER`` long."""
    tokens = tree.tokens
    first, last = max(low, tree.left[head]), min(high - 1, tree.right[head])
    for kept in (True, False):
        right = last if kept else head
        if not kept:
            for c in tree.children[head]:
                if c > head and tokens[c].dep in ("flat", "compound", "nmod", "nummod") and tree.right[c] <= last:
                    right = max(right, tree.right[c] if tokens[c].dep != "nmod" else right)
        left = first
        while left < head and tokens[left].dep in ("punct", "cc", "advmod", "mark", "case"):
            left += 1
        while left > low and _title(tree, left - 1, left):
            left -= 1
        while right > head and _loose_end(tree, right):
            right -= 1
        left = max(left, 1 + max((i for i in range(left, head) if tokens[i].text in _DASHES), default=-1))
        right = min(right, next((i for i in range(head + 1, right + 1) if _adjunct(tree, i, right)), right + 1) - 1)
        right = _close_bracket(tree, left, max(left, right), high)
        span = tree.span(left, right)
        if span.end - span.start <= LONGEST_SPEAKER:
            return Speaker(span, head, head)
    left = head
    while left > first and tokens[left - 1].tag.startswith(_PHRASE_TAGS):
        left -= 1
    span = tree.span(left, head)
    if span.end - span.start > LONGEST_SPEAKER:
        span = tokens[head].span
    return Speaker(span, head, head)


def _loose_end(tree: Tree, index: int) -> bool:
    """Whether a noun phrase cannot end with a token: punctuation, or a word that begins something else."""
    token = tree.tokens[index]
    if token.dep == "punct" or token.text in ',;:–—―-"“”':
        return True
    return token.tag.startswith(("W", "IN", "TO", "CC", "MD", "VB", "RB"))


def _close_bracket(tree: Tree, first: int, last: int, high: int) -> int:
    """The last token of a phrase with its bracket closed: Gwen Moore (D-Wis.)."""
    opened = sum((t.text == "(") - (t.text == ")") for t in tree.tokens[first : last + 1])
    if opened > 0:
        return next((k for k in range(last + 1, min(high, last + 5)) if tree.tokens[k].text == ")"), last)
    return last


# A weekday or month beside a verb of speech is when, not who: said Friday.
DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|tomorrow|tonight|january|february|march|april|june|july|august"
    r"|september|october|november|december",
    re.IGNORECASE,
)


def is_day_or_month(word: str) -> bool:
    """Whether a word names a day or a month, so that beside a verb of speech it is no speaker."""
    return DAY_OR_MONTH.fullmatch(word) is not None


def _adjunct(tree: Tree, index: int, last: int) -> bool:
    """Whether a day begins at a token that the parse took into the noun phrase: the court on Tuesday."""
    tokens = tree.tokens
    day = index + 1 if tokens[index].text.lower() in ("on", "late", "early") and index < last else index
    return is_day_or_month(tokens[day].text)


def _title(tree: Tree, before: int, first: int) -> bool:
    """Whether the token before a phrase still belongs to it: a capitalised title that the parse lost."""
    a, b = tree.tokens[before], tree.tokens[first]
    return (
        a.tag in ("NNP", "NNPS") and b.tag in ("NNP", "NNPS") and a.span.end + 1 >= b.span.start and a.text[0].isupper()
    )


def subject(tree: Tree, verb: int, low: int, high: int, hops: int = 4) -> Speaker | None:
    """Who does what the verb says: its own subject, or that of the verb it hangs on ("adding", "declined to say")."""
    tokens = tree.tokens
    seen = verb
    for _ in range(hops):
        found = next((c for r in _SUBJECTS for c in tree.children[seen] if tokens[c].dep == r), None)
        passive = found is not None and tokens[found].dep == "nsubj:pass"
        if passive:
            agent = by_agent(tree, seen, low, high)
            if agent is not None or seen == verb:
                return agent
        if (
            found is not None
            and low <= found < high
            and tokens[found].tag != "EX"
            and not is_day_or_month(tokens[found].text)
        ):
            if tokens[found].tag in ("WP", "WDT") or (tokens[found].text.lower() in ("that", "which", "who")):
                return _relative(tree, found, seen)
            return noun_phrase(tree, found, low, high)
        if tokens[seen].dep == "acl" and tokens[seen].tag == "VBN":
            return by_agent(tree, seen, low, high)
        if tokens[seen].dep == "acl" and tokens[seen].tag == "VBG" and tokens[tokens[seen].head].tag.startswith("N"):
            # "a statement saying ...": the noun that carries the participle
            return noun_phrase_before(tree, tokens[seen].head, low, seen)
        if tokens[seen].dep not in ("xcomp", "conj", "advcl", "acl", "parataxis", "dep", "ccomp", "obl", "aux"):
            return None
        above = tokens[seen].head
        if above == seen or (tokens[seen].dep == "ccomp" and tokens[seen].tag not in ("VBG", "VB")):
            return None
        seen = above
    return None


def noun_phrase_before(tree: Tree, head: int, low: int, high: int) -> Speaker:
    """The noun phrase of a head, cut before a token."""
    return noun_phrase(tree, head, low, high)


def by_agent(tree: Tree, verb: int, low: int, high: int) -> Speaker | None:
    """The "by" phrase of a passive verb."""
    for c in tree.children[verb]:
        if tree.tokens[c].dep in ("obl", "obl:agent") and low <= c < high:
            by = next((x for x in tree.children[c] if tree.tokens[x].text.lower() == "by"), None)
            if by is not None:
                return noun_phrase(tree, c, by + 1, high)
    return None


def _relative(tree: Tree, pronoun: int, verb: int) -> Speaker:
    token = tree.tokens[pronoun]
    head = tree.tokens[verb].head
    resolved = head if tree.tokens[verb].dep == "acl:relcl" and head < pronoun else pronoun
    return Speaker(token.span, pronoun, resolved)


def phrase_at(tree: Tree, first: int, end: int) -> Speaker | None:
    """The noun phrase that begins at a token, by tags alone; None if none begins there."""
    tokens = tree.tokens
    last = None
    i = first
    while (
        i < end
        and not is_day_or_month(tokens[i].text)
        and (
            tokens[i].tag.startswith(_PHRASE_TAGS) or (last is not None and tokens[i].text in ("of", "for", "’s", "'s"))
        )
    ):
        if tokens[i].tag.startswith(("NN", "PRP", "CD", "WP")) or tokens[i].text.lower() in (
            "this",
            "that",
            "these",
            "those",
            "it",
            "others",
            "some",
            "many",
            "both",
            "one",
        ):
            last = i
        i += 1
    if last is None:
        return None
    span = tree.span(first, last)
    if span.end - span.start > LONGEST_SPEAKER:
        return None
    return Speaker(span, last, last)


def phrase_before(tree: Tree, end: int, low: int) -> Speaker | None:
    """The noun phrase that ends just before a token, by tags alone; steps over one apposition between commas."""
    tokens = tree.tokens
    i = end
    while i > low and _between(tree, i - 1):
        i -= 1
    if i > low and tokens[i - 1].text == ",":
        opening = next((k for k in range(i - 2, max(low, i - 25) - 1, -1) if tokens[k].text == ","), None)
        if opening is not None and opening > low:
            first = _run_left(tree, opening, low)
            if first is not None:
                span = tree.span(first, i - 2)
                if span.end - span.start > LONGEST_SPEAKER:
                    span = tree.span(first, opening - 1)
                return Speaker(span, opening - 1, opening - 1)
        return None
    first = _run_left(tree, i, low)
    return None if first is None else Speaker(tree.span(first, i - 1), i - 1, i - 1)


def _between(tree: Tree, index: int) -> bool:
    """Whether a token may stand between a speaker and the verb: an adverb, an auxiliary, a day."""
    token = tree.tokens[index]
    return (
        token.tag in ("RB", "MD")
        or (token.tag.startswith("VB") and token.dep.startswith("aux"))
        or is_day_or_month(token.text)
    )


def _run_left(tree: Tree, end: int, low: int) -> int | None:
    tokens = tree.tokens
    i = end
    while i > low and (tokens[i - 1].tag.startswith(_PHRASE_TAGS) or (i < end and tokens[i - 1].text in ("of", "for"))):
        i -= 1
    if i == end or tree.span(i, end - 1).end - tree.span(i, end - 1).start > LONGEST_SPEAKER:
        return None
    return i


_ALWAYS_UNNAMED = frozenset(("official", "source", "person", "people", "insider"))
_INDEFINITE = frozenset(
    ("a", "an", "another", "one", "some", "any", "several", "many", "most", "few", "two", "three", "other")
)


def is_named(tree: Tree, speaker: Speaker) -> bool:
    """Whether a name or a definite office stands behind the words; "officials" name nobody."""
    tokens = tree.tokens
    first, end = tree.within(speaker.span)
    head = tokens[speaker.resolved]
    lemma = head.lemma.lower()
    if head.tag in ("PRP", "WP", "WDT"):
        return lemma not in ("one", "someone", "somebody", "anyone", "nobody")
    named_after = any(
        tokens[i].tag in ("NNP", "NNPS") and tokens[i].dep in ("flat", "appos", "nsubj")
        for i in range(speaker.head + 1, end)
    )
    if head.tag in ("NNP", "NNPS") or named_after or lemma not in unnamed_heads():
        return True
    plural = head.tag in ("NNS", "NNPS") or lemma in ("people", "other", "some", "many", "most", "several", "few")
    indefinite = tokens[first].text.lower() in _INDEFINITE or tokens[first].tag == "CD"
    return not (lemma in _ALWAYS_UNNAMED or plural or indefinite)


def entity_of(document: Document, tree: Tree, speaker: Speaker) -> str | None:
    """The key of the entity that a mention inside the speaker's span, or under its head, belongs to."""
    head = tree.tokens[speaker.resolved].span
    both = Span(min(speaker.span.start, head.start), max(speaker.span.end, head.end))
    near = document.mentions_touching(both)
    over = [m for m in near if m.entity and (m.span.overlaps(speaker.span) or m.span.overlaps(head))]
    best = min(
        over, key=lambda m: (not m.span.overlaps(head), m.kind is not MentionKind.PERSON, m.span.start), default=None
    )
    return best.entity if best else None


_BEING = frozenset(("is", "was", "’s", "'s", "fell"))


def cleft(tree: Tree, first: int, verb: int) -> Speaker | None:
    """The person of a cleft sentence: It was Crane who snapped; It was left to the envoy, Ada Crane, to say."""
    tokens = tree.tokens
    if first + 2 >= verb or tokens[first].text.lower() != "it" or tokens[first + 1].text.lower() not in _BEING:
        return None
    for i in range(first + 2, verb):
        if tokens[i].tag.startswith("NNP") and not any(tokens[k].tag == "POS" for k in (i + 1, i + 2) if k < verb):
            last = i
            while last + 1 < verb and tokens[last + 1].tag.startswith("NNP"):
                last += 1
            return Speaker(tree.span(i, last), last, last)
    return None
