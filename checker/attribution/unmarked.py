"""Speech whose quotation marks were lost: first and second person beside a third-person cue give it away.

Scraped pages drop their marks: ``We will rebuild. I promise. the mayor said``. The cue still stands there, and the
persons do not fit the reporter's text. What is restored so is direct speech; a cue alone with nothing to introduce, in
a paragraph without marks, takes the sentence before it.
"""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.cues import Frame, load_cues
from checker.attribution.found import Found
from checker.attribution.marks import Stretch
from checker.attribution.speakers import Speaker, is_day_or_month, phrase_before, subject
from checker.attribution.tree import Tree
from checker.attribution.units import Unit
from checker.model import BlockKind, QuoteType, Span

_FIRST = frozenset(("i", "we", "my", "our", "me", "us", "ours", "mine", "myself", "ourselves"))
_SECOND = frozenset(("you", "your", "yours", "yourself"))
_THIRD = frozenset(("he", "she", "they", "it"))
_ADJUNCTS = frozenset(
    ("in", "at", "on", "as", "during", "after", "before", "to", "via", "with", "from", "by", "when", "while")
)
_LONGEST_RUN = 4
"""Sentences that a run of restored speech has at most on one side of its cue."""


def restore_unmarked(
    tree: Tree, units: tuple[Unit, ...], found: list[Found], stretches: tuple[Stretch, ...]
) -> list[Found]:
    """The attributions, with direct speech restored in documents that have no double quotation marks at all."""
    if any(not s.single for s in stretches):
        return found
    restored = [_widen(tree, units, f) for f in found]
    detached = _detached(tree, units, restored)
    return [_over(f, detached) for f in restored] + detached


def _is_first(word: str) -> bool:
    """Whether a word is a pronoun of the first person; "US" is a country."""
    return word.lower() in _FIRST and word != "US"


def _persons(tree: Tree, unit: Unit) -> bool:
    """Whether somebody speaks for himself, or to somebody, in a unit: I, we, you, or a command."""
    tokens = tree.tokens[unit.first : unit.end]
    return any(_is_first(t.text) or t.text.lower() in _SECOND for t in tokens) or _commands(tree, unit)


def _first_person(tree: Tree, first: int, end: int) -> bool:
    return any(_is_first(t.text) for t in tree.tokens[first:end])


def _commands(tree: Tree, unit: Unit) -> bool:
    """Whether a unit begins with a bare verb: Do not clap; Wait until spring."""
    tokens = tree.tokens
    first = tokens[unit.first]
    if unit.end - unit.first < 3:
        return False
    following = tokens[unit.first + 1]
    if first.text.lower() in ("do", "let", "please", "never", "don't"):
        return following.text.lower() in ("not", "n't", "us") or following.tag == "VB"
    return first.tag == "VB" and following.tag in ("PRP", "PRP$", "DT", "IN", "RB", "TO", "WRB")


def _third_person(tree: Tree, found: Found) -> bool:
    """Whether somebody else than "I" or "we" is the speaker."""
    if found.speaker is None:
        return False
    head = tree.tokens[found.speaker.head]
    return head.text.lower() in _THIRD or head.tag.startswith("NN")


def _has_cue(found: list[Found], number: int) -> bool:
    return any(f.unit == number for f in found)


def _widen(tree: Tree, units: tuple[Unit, ...], found: Found) -> Found:
    """Content in the first person is direct, and takes in the first-person sentences on its open side."""
    if found.type is not QuoteType.INDIRECT or found.verb is None or not _third_person(tree, found):
        return found
    if not load_cues().allows(tree.tokens[found.verb].lemma, Frame.QUOTE):
        return found
    unit = units[found.unit]
    verb, speaker = found.verb, found.speaker
    assert speaker is not None
    leads = found.content.end <= tree.tokens[verb].span.start
    if leads:
        first, end = tree.within(found.content)
        if not _first_person(tree, first, end):
            return found
        return replace(found, type=QuoteType.DIRECT, content=Span(_run_start(tree, units, found), found.content.end))
    head, _ = tree.within(speaker.span)
    close = found.content.end
    number = found.unit
    plain = "that" not in found.content.of(tree.document.text).lower().split()[:1]
    lost_lead = (
        head > unit.first + 3
        and head <= verb <= head + 4
        and _first_person(tree, unit.first, head)
        and tree.tokens[head - 1].tag not in ("CC", "IN", "WRB", ",")
    )
    if not lost_lead and _first_person(tree, unit.first, verb):
        return found
    while number + 1 < len(units) and number < found.unit + _LONGEST_RUN and _follows(tree, units, number):
        number += 1
        close = _close(tree, units[number])
    content_ends = tree.tokens[unit.end - 1].span.end - found.content.end <= 1
    if number > found.unit and content_ends and plain:
        start = tree.tokens[unit.first].span.start if lost_lead else found.content.start
        return replace(found, type=QuoteType.DIRECT, content=Span(start, close), last_unit=number)
    if plain and not lost_lead and _first_person(tree, *tree.within(found.content)) and _says(tree, verb):
        return replace(found, type=QuoteType.DIRECT)
    if lost_lead:
        return replace(
            found, type=QuoteType.DIRECT, content=Span(tree.tokens[unit.first].span.start, found.content.end)
        )
    return found


def _says(tree: Tree, verb: int) -> bool:
    return "say" in load_cues().classes.get(tree.tokens[verb].lemma, ())


def _close(tree: Tree, unit: Unit) -> int:
    last = unit.end - 1
    while last > unit.first and tree.tokens[last].text in (".", ",", ";", ":"):
        last -= 1
    return tree.tokens[last].span.end


def _follows(tree: Tree, units: tuple[Unit, ...], number: int) -> bool:
    """Whether the next unit is in the first person, in the same paragraph, and without a cue of its own."""
    following = units[number + 1]
    if following.block != units[number].block or not _first_person(tree, following.first, following.end):
        return False
    return not _frame_verbs(tree, following)


def _frame_verbs(tree: Tree, unit: Unit) -> list[int]:
    """The verbs of speech of a unit whose subject is a third person right before them."""
    cues = load_cues()
    tokens = tree.tokens
    return [
        i
        for i in range(unit.first + 1, unit.end)
        if tokens[i].tag in ("VBD", "VBZ")
        and cues.allows(tokens[i].lemma, Frame.QUOTE)
        and (
            tokens[i - 1].text.lower() in _THIRD
            or tokens[i - 1].tag.startswith("NN")
            or (tokens[i - 1].text == "," and i - 2 >= unit.first and tokens[i - 2].tag.startswith("NN"))
        )
    ]


def _run_start(tree: Tree, units: tuple[Unit, ...], found: Found) -> int:
    """Where the run of personal sentences begins that ends in this content."""
    start = found.content.start
    number = found.unit - 1
    while number >= 0 and found.unit - number <= _LONGEST_RUN and units[number].block == units[found.unit].block:
        if not _persons(tree, units[number]) or _frame_at_end(tree, units[number]):
            break
        start = tree.tokens[units[number].first].span.start
        number -= 1
    return start


def _frame_at_end(tree: Tree, unit: Unit) -> bool:
    return any(i >= unit.end - 4 for i in _frame_verbs(tree, unit))


def _detached(tree: Tree, units: tuple[Unit, ...], found: list[Found]) -> list[Found]:
    """Cues that introduce nothing in their own sentence: the mayor said; Coast Wire reported, as the meeting closed."""
    made: list[Found] = []
    known = {f.verb for f in found}
    for number, unit in enumerate(units):
        verb = next((i for i in _frame_verbs(tree, unit) if i - unit.first <= 12), None)
        if verb is None or verb in known or tree.tokens[verb].lemma not in load_cues().detached:
            continue
        if any(f.unit == number and f.verb is None for f in found) or _kind(tree, unit) is BlockKind.HEADLINE:
            continue
        if any(t.tag.startswith(("VB", "MD", "W")) for t in tree.tokens[unit.first : verb]):
            continue
        speaker = phrase_before(tree, verb, unit.first) or subject(tree, verb, unit.first, verb)
        if speaker is None:
            continue
        f = _forwards(tree, units, number, verb, speaker) or _backwards(tree, units, number, verb, speaker)
        if f is not None:
            made.append(f)
    return made


def _forwards(tree: Tree, units: tuple[Unit, ...], number: int, verb: int, speaker: Speaker) -> Found | None:
    """Speech behind a bare cue: the mayor said, We will rebuild."""
    unit = units[number]
    first = verb + 1
    while first < unit.end and tree.tokens[first].text in (",", ":", ".", "-", "—", "–"):
        first += 1
    personal = _first_person(tree, first, unit.end) and tree.tokens[verb].lemma != "tell"
    if first == verb + 1 or unit.end - first < 3 or not personal:
        return None
    close, last = _close(tree, unit), number
    while last + 1 < len(units) and last < number + _LONGEST_RUN and _follows(tree, units, last):
        last += 1
        close = _close(tree, units[last])
    content = Span(tree.tokens[first].span.start, close)
    return Found(QuoteType.DIRECT, content, number, last, tree.tokens[verb].span, verb, speaker)


def _backwards(tree: Tree, units: tuple[Unit, ...], number: int, verb: int, speaker: Speaker) -> Found | None:
    """The sentence before a bare cue, and the run of personal sentences that ends in it."""
    unit = units[number]
    if (
        not number
        or units[number - 1].block != unit.block
        or any(t.text == "," for t in tree.tokens[unit.first : verb])
    ):
        return None
    tail = tree.tokens[verb + 1] if verb + 1 < unit.end else None
    beside = (
        tail is None or tail.tag in (".", ",", "RB") or tail.text.lower() in _ADJUNCTS or is_day_or_month(tail.text)
    )
    if not beside and tree.tokens[verb].lemma != "tell":
        return None
    previous = units[number - 1]
    content = Span(tree.tokens[previous.first].span.start, _close(tree, previous))
    made = Found(QuoteType.INDIRECT, content, number - 1, number, tree.tokens[verb].span, verb, speaker)
    earlier = units[number - 2] if number > 1 and units[number - 2].block == unit.block else None
    if _persons(tree, previous):
        return replace(made, type=QuoteType.DIRECT, content=Span(_run_start(tree, units, made), content.end))
    if earlier is not None and _persons(tree, earlier) and not _frame_at_end(tree, earlier):
        # One sentence without a person ends what was said in the first or second.
        return replace(
            made,
            type=QuoteType.DIRECT,
            content=Span(_run_start(tree, units, replace(made, unit=number - 1)), content.end),
        )
    return made


def _kind(tree: Tree, unit: Unit) -> BlockKind:
    return tree.document.blocks[unit.block].kind


def _over(found: Found, detached: list[Found]) -> Found:
    """Content that holds a detached cue reaches back over what that cue takes in."""
    for d in detached:
        if d.cue is not None and found.content.contains(d.cue) and d.content.start < found.content.start:
            return replace(found, content=Span(d.content.start, found.content.end), unit=d.unit)
    return found
