"""Indirect and mixed attribution: the clause, infinitive or noun phrase that a cue introduces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.attribution.cues import Cues, Frame, load_cues
from checker.attribution.extents import clause_content, opening, reach, trim
from checker.attribution.found import Found
from checker.attribution.speakers import LONGEST_SPEAKER, Speaker, noun_phrase, phrase_at, phrase_before, subject
from checker.attribution.tree import Tree
from checker.attribution.units import Unit
from checker.model import QuoteType, Span


def find_indirect(tree: Tree, units: tuple[Unit, ...], direct: list[Found]) -> list[Found]:
    """Attributed content that is not a quotation with its cue beside it; content with quoted words in it is mixed."""
    taken = {f.verb if f.verb is not None else tree.at(f.cue.start) for f in direct if f.cue is not None}
    inside: set[int] = set()
    for f in direct:
        for s in f.stretches:
            inside.update(range(*tree.within(s.span)))
    for u in units:
        for s in u.stretches:
            inside.update(range(*tree.within(s.span)))
    found: list[Found] = []
    for number, unit in enumerate(units):
        seen = [_with_quotes(f, unit, direct) for f in _in_unit(tree, unit, number, taken, inside)]
        found.extend(_yield_quotes(tree, f, seen) for f in seen)
    return found


def _yield_quotes(tree: Tree, found: Found, others: list[Found]) -> Found:
    """Said that she wanted to speak "plainly": the quoted words are what was said, not what was wanted."""
    if not found.stretches or found.verb is None or load_cues().allows(tree.tokens[found.verb].lemma, Frame.QUOTE):
        return found
    above = any(o is not found and o.stretches and o.cue and o.content.contains(found.content) for o in others)
    named = Frame.NAME in load_cues().frames.get(tree.tokens[found.verb].lemma, frozenset())
    return replace(found, type=QuoteType.INDIRECT, stretches=()) if above and not named else found


def _with_quotes(found: Found, unit: Unit, direct: list[Found]) -> Found:
    own = {id(s) for f in direct for s in f.stretches}
    beyond = Span(found.content.start, found.content.end + 2)
    touched = tuple(s for s in unit.stretches if s.span.overlaps(beyond) and id(s) not in own)
    if not touched:
        return found
    start = min(found.content.start, touched[0].span.start)
    end = max(found.content.end, touched[-1].span.end)
    whole = len(touched) == 1 and touched[0].span.start <= start + 1 and touched[0].span.end >= end - 1
    kind = QuoteType.DIRECT if whole else QuoteType.MIXED
    return Found(kind, Span(start, end), found.unit, found.last_unit, found.cue, found.verb, found.speaker, touched)


def _in_unit(tree: Tree, unit: Unit, number: int, taken: set[int], inside: set[int]) -> Iterator[Found]:
    cues = load_cues()
    tokens = tree.tokens
    for i in range(unit.first, unit.end):
        if i in inside:
            continue
        t = tokens[i]
        if t.text.lower() == "according" and i + 2 < unit.end and tokens[i + 1].text.lower() == "to":
            if i in taken:
                continue
            made = _according(tree, unit, i)
            if made is not None:
                yield Found(QuoteType.INDIRECT, made[0], number, number, tree.span(i, i + 1), None, made[1])
        elif t.tag.startswith("VB") and i not in taken:
            content, speaker = _of_verb(tree, unit, i, cues)
            if content is not None:
                yield Found(QuoteType.INDIRECT, content, number, number, t.span, i, speaker)
        elif t.text.lower() == "words" and i - unit.first >= 2 and (made := _in_words(tree, unit, i)) is not None:
            yield Found(QuoteType.INDIRECT, made[0], number, number, t.span, None, made[1])
        elif t.tag.startswith("NN") and t.lemma in cues.nouns:
            clause = next(
                (c for c in tree.children[i] if c > i and tokens[c].dep in ("ccomp", "acl") and _that(tree, c)), None
            )
            if clause is not None:
                yield Found(
                    QuoteType.INDIRECT,
                    trim(tree, tree.left[clause], min(unit.end - 1, tree.right[clause])),
                    number,
                    number,
                    t.span,
                    i,
                    _owner(tree, i, unit),
                )


def _in_words(tree: Tree, unit: Unit, i: int) -> tuple[Span, Speaker] | None:
    """In her words, ...; ..., in the minister's words."""
    tokens = tree.tokens
    owner = tree.child(i, "nmod:poss")
    start = next((k for k in range(i - 1, max(unit.first, i - 8) - 1, -1) if tokens[k].text.lower() == "in"), None)
    if owner is None or start is None or not start < owner < i:
        return None
    speaker = noun_phrase(tree, owner, start + 1, i)
    if start == unit.first and i + 2 < unit.end and tokens[i + 1].text == ",":
        return trim(tree, i + 2, reach(tree, unit, i, i + 2)), speaker
    if i + 2 >= unit.end and start - unit.first > 2:
        return trim(tree, unit.first, start - 1), speaker
    return None


def _that(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[c].text.lower() == "that" and tree.tokens[c].dep == "mark" for c in tree.children[clause])


def _owner(tree: Tree, noun: int, unit: Unit) -> Speaker | None:
    owner = tree.child(noun, "nmod:poss")
    if owner is not None:
        return noun_phrase(tree, owner, unit.first, noun)
    for c in tree.children[noun]:
        case = tree.child(c, "case")
        if tree.tokens[c].dep == "nmod" and case is not None and tree.tokens[case].text.lower() in ("by", "from", "of"):
            return noun_phrase(tree, c, case + 1, unit.end)
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep in ("obj", "obl") and tree.tokens[verb].tag.startswith("VB"):
        return subject(tree, verb, unit.first, unit.end)
    return None


def _of_verb(tree: Tree, unit: Unit, i: int, cues: Cues) -> tuple[Span | None, Speaker | None]:
    tokens = tree.tokens
    lemma = tokens[i].lemma
    particle = _particle(tree, unit, i, cues)
    frames = cues.frames.get(lemma, frozenset())
    if not frames and particle is None:
        return None, None
    content: Span | None = None
    if Frame.CLAUSE in frames or particle is Frame.CLAUSE:
        content = clause_content(tree, unit, i)
    if content is None and (Frame.ORDER in frames or particle is Frame.ORDER):
        content = _order(tree, unit, i)
    if content is None and Frame.INFINITIVE in frames:
        content = _infinitive(tree, unit, i)
    if content is None and Frame.NAME in frames:
        content = _named(tree, unit, i)
    if content is None and Frame.OBJECT in frames:
        content = _object(tree, unit, i)
    if content is None and particle is Frame.OBJECT:
        content = _prepositional(tree, unit, i)
    if content is None:
        return None, None
    return content, _speaker(tree, unit, i, content)


def _between(tree: Tree, unit: Unit, i: int, content: Span) -> Speaker | None:
    """Who stands between the content and the verb: ..., two people familiar with the plan said."""
    tokens = tree.tokens
    _, first = tree.within(content)
    while first < i and tokens[first].tag in (",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "."):
        first += 1
    if first >= i:
        return phrase_at(tree, i + 1, unit.end)
    head = next((k for k in range(first, i) if tokens[k].tag.startswith(("NN", "PRP", "WP"))), None)
    if head is None:
        return None
    while head + 1 < i and tokens[head + 1].tag.startswith("NN"):
        head += 1
    stop = next((k for k in range(head + 1, i) if tokens[k].text == ","), i)
    while stop - 1 > head and tokens[stop - 1].tag.startswith(("MD", "VB", "RB")):
        stop -= 1
    span = tree.span(first, stop - 1)
    return Speaker(span if span.end - span.start <= LONGEST_SPEAKER else tree.span(first, head), head, head)


def _particle(tree: Tree, unit: Unit, i: int, cues: Cues) -> Frame | None:
    """What a verb introduces together with a particle or preposition beside it, or one that it governs (accuse of)."""
    lemma = tree.tokens[i].lemma
    near = [tree.tokens[k].lemma for k in (i + 1, i + 2) if k < unit.end]
    near += [
        tree.tokens[x].lemma
        for c in tree.children[i]
        for x in tree.children[c]
        if tree.tokens[x].dep in ("case", "mark")
    ]
    return next((cues.particles[lemma, word] for word in near if (lemma, word) in cues.particles), None)


def _speaker(tree: Tree, unit: Unit, i: int, content: Span) -> Speaker | None:
    tokens = tree.tokens
    if i == unit.first and tokens[i].tag == "VBN":
        return None  # Asked whether it was safe, ...: whoever asked is not named
    own = subject(tree, i, unit.first, unit.end)
    if content.end <= tokens[i].span.start and (own is None or own.head < i):
        return _between(tree, unit, i, content) or own
    if own is not None:
        return own
    if i + 1 < unit.end and content.start > tokens[i].span.start:
        return phrase_before(tree, i, unit.first) if tokens[i].tag in ("VBD", "VBZ", "VBP") else None
    if content.end <= tokens[i].span.start:
        return phrase_at(tree, i + 1, unit.end) or phrase_before(tree, i, unit.first)
    return None


def _infinitive(tree: Tree, unit: Unit, i: int) -> Span | None:
    tokens = tree.tokens
    for c in tree.children[i]:
        if tokens[c].dep in ("xcomp", "ccomp", "advcl") and c > i and _to(tree, c) is not None:
            first = _to(tree, c)
            assert first is not None
            if first <= i + 3:
                return trim(tree, first, min(unit.end - 1, tree.right[c]))
    return None


def _to(tree: Tree, verb: int) -> int | None:
    return next(
        (
            c
            for c in tree.children[verb]
            if tree.tokens[c].tag == "TO" or (tree.tokens[c].text.lower() == "to" and tree.tokens[c].dep == "mark")
        ),
        None,
    )


def _order(tree: Tree, unit: Unit, i: int) -> Span | None:
    tokens = tree.tokens
    for c in tree.children[i]:
        if tokens[c].dep in ("xcomp", "ccomp", "advcl") and c > i:
            to = _to(tree, c)
            if to is None:
                continue
            thing = tree.child(i, "obj", "iobj", "obl")
            first = tree.left[thing] if thing is not None and i < thing < to else to
            return trim(tree, max(first, i + 1), min(unit.end - 1, tree.right[c]))
    return None


def _named(tree: Tree, unit: Unit, i: int) -> Span | None:
    """What something was called, in quotation marks: branded the plan "a disgrace"."""
    later = [s for s in unit.stretches if s.span.start > tree.tokens[i].span.end]
    if not later:
        return None
    first, end = tree.within(later[0].span)
    if first - i > 14 or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tree.tokens[i + 1 : first]):
        return None
    stop = next((k for k in range(end, unit.end) if _leaves(tree, k)), unit.end)
    return trim(tree, i + 1, min(stop - 1, reach(tree, unit, i, end - 1))) if end - 1 > i else None


_LEAVING = frozenset(
    (
        ",",
        ";",
        "—",
        "–",
        "-",
        "after",
        "while",
        "when",
        "because",
        "since",
        "during",
        "before",
        "as",
        "on",
        "at",
        "in",
        "by",
        "citing",
    )
)


def _leaves(tree: Tree, index: int) -> bool:
    """Whether the reporter's own words go on at a token behind a name given in quotation marks."""
    return tree.tokens[index].text.lower() in _LEAVING


def _object(tree: Tree, unit: Unit, i: int) -> Span | None:
    thing = tree.child(i, "obj")
    if thing is None or thing < i or thing >= unit.end:
        return None
    return trim(tree, max(i + 1, tree.left[thing]), min(unit.end - 1, tree.right[thing]))


def _prepositional(tree: Tree, unit: Unit, i: int) -> Span | None:
    for c in tree.children[i]:
        if tree.tokens[c].dep in ("obl", "advcl") and i < c < unit.end:
            case = tree.child(c, "case", "mark")
            if case is not None and (tree.tokens[i].lemma, tree.tokens[case].lemma) in load_cues().particles:
                return trim(tree, case + 1, min(unit.end - 1, tree.right[c]))
    return None


def _according(tree: Tree, unit: Unit, i: int) -> tuple[Span, Speaker | None] | None:
    """The rest of the sentence around "according to X"; a comma ends X where the phrase comes first."""
    tokens = tree.tokens
    head = tokens[i].head
    first = i - unit.first <= 1
    high = next((k for k in range(i + 2, unit.end) if tokens[k].text == ","), unit.end) if first else unit.end
    if i + 1 < head < high and tokens[head].tag.startswith(("N", "P")):
        speaker: Speaker | None = noun_phrase(tree, head, i + 2, high)
    else:
        speaker = phrase_at(tree, i + 2, high)
    if speaker is None:
        return None
    last = tree.within(speaker.span)[1]
    if first:
        comma = next((k for k in range(last, unit.end) if tokens[k].text == ","), None)
        if comma is None or comma + 1 >= unit.end:
            return None
        return trim(tree, comma + 1, unit.end - 1), speaker
    if (
        last < unit.end - 2
        and tokens[last].text == ","
        and any(t.tag.startswith("VB") for t in tokens[last : unit.end])
    ):
        return trim(tree, opening(tree, unit), unit.end - 1), speaker
    return trim(tree, opening(tree, unit), i - 1), speaker
