"""Extents: where the clause that a cue introduces begins and ends, behind the cue, before it, or on both sides.

The parse says where a clause begins; where it ends it says badly once commas and quotation marks come in between, so
the end is the end of the sentence unless another voice takes over.
"""

from __future__ import annotations

from checker.attribution.cues import Cues, Frame, load_cues
from checker.attribution.speakers import is_day_or_month
from checker.attribution.tree import Tree
from checker.attribution.units import Unit
from checker.model import Span

_ENDS = frozenset((",", ".", ";", ":", "!", "?", "—", "–", "-", "--", "(", ")", "…"))


def clause_content(tree: Tree, unit: Unit, i: int) -> Span | None:
    """The finite clause of a verb: after it, before it ("..., officials said"), or on both sides of it."""
    tokens = tree.tokens
    cues = load_cues()
    trailing = trailing_content(tree, unit, i)
    if trailing is not None:
        return trailing
    for c in tree.children[i]:
        if tokens[c].dep == "ccomp" and c > i and c < unit.end:
            first = max(i + 1, tree.left[c])
            thing = tree.child(i, "obj", "nsubj", "nsubj:pass")
            if (
                thing is not None
                and i < tree.left[thing] < first
                and "tell" not in cues.classes.get(tokens[i].lemma, ())
            ):
                # The parser took the clause's subject for the verb's object: said the tax breaks "do nothing".
                first = tree.left[thing]
            elif "tell" not in cues.classes.get(tokens[i].lemma, ()) and _one_phrase(tree, i + 1, first):
                first = i + 1
            last = min(unit.end - 1, tree.right[c])
            first = _behind_time(tree, first, last)
            last = reach(tree, unit, i, last)
            if i == unit.first and tokens[i].tag == "VBN":
                # Asked whether it was safe, the mayor left.
                last = next((k - 1 for k in range(first, last) if tokens[k].text == ","), last)
            return None if last < first or _only_frame(tree, first, last) else trim(tree, first, last)
    for k in range(i + 1, min(unit.end, i + 12)):
        if (
            tokens[k].text.lower() == "that"
            and tokens[k].tag in ("IN", "WDT")
            and k + 1 < unit.end
            and not tokens[k + 1].tag.startswith(("VB", "MD"))
        ):
            return trim(tree, k, reach(tree, unit, i, k))
        if tokens[k].tag.startswith("VB"):
            break
    if _of_speech_or_thought(cues, tokens[i].lemma) and tokens[i].tag not in ("VB", "VBG"):
        return _bare_clause(tree, unit, i)
    return None


def _of_speech_or_thought(cues: Cues, lemma: str) -> bool:
    """Whether a verb is above all one of speech or thought, so that a noun phrase behind it begins a clause."""
    return any(c in ("say", "think") for c in cues.classes.get(lemma, ()))


def _bare_clause(tree: Tree, unit: Unit, i: int) -> Span | None:
    """A clause without "that" which the parse did not see: a noun phrase behind the verb, then a finite verb."""
    tokens = tree.tokens
    k = i + 1
    while k < unit.end and (tokens[k].tag == "RB" or is_day_or_month(tokens[k].text)):
        k += 1
    if k >= unit.end or not tokens[k].tag.startswith(("DT", "PRP", "NN", "JJ", "CD", "EX")):
        return None
    for m in range(k, min(unit.end, k + 18)):
        if tokens[m].text in (",", ";", ":") or (
            tokens[m].tag in ("IN", "WDT", "WP") and tokens[m].text.lower() in ("that", "who", "which")
        ):
            return None
        if tokens[m].tag in ("VBD", "VBZ", "VBP", "MD") and m > k:
            return trim(tree, k, reach(tree, unit, i, m))
    return None


_TIMES = frozenset(("this", "last", "next", "late", "early", "week", "weekend", "month", "year", "morning", "night"))


def _behind_time(tree: Tree, first: int, last: int) -> int:
    """The first token of a clause behind the time of speaking: said Friday night that ..."""
    tokens = tree.tokens
    k = first
    while k < min(last, first + 3) and (is_day_or_month(tokens[k].text) or tokens[k].text.lower() in _TIMES):
        k += 1
    starts = tokens[k].text.lower() == "that" or tokens[k].tag == "PRP"
    return k if k > first and starts else first


def _one_phrase(tree: Tree, first: int, end: int) -> bool:
    """Whether a noun phrase and nothing else stands between a verb and the clause that the parse gave it."""
    between = tree.tokens[first:end]
    return bool(between) and all(
        t.tag.startswith(("PRP", "DT", "NN", "JJ", "CD")) and not is_day_or_month(t.text) for t in between
    )


def _only_frame(tree: Tree, first: int, last: int) -> bool:
    """Whether a clause is nothing but another cue with its speaker: the mayor said, the agency reported."""
    tokens = tree.tokens
    while last > first and tokens[last].text in _ENDS:
        last -= 1
    return last - first <= 5 and tokens[last].tag == "VBD" and load_cues().allows(tokens[last].lemma, Frame.QUOTE)


def reach(tree: Tree, unit: Unit, verb: int, last: int) -> int:
    """Where clause content ends: at the end of the unit, unless the reporter takes over again with another cue.

    The parse is not asked, because it drops what follows a quotation or a comma.
    """
    tokens = tree.tokens
    cues = load_cues()
    inside = [s.span for s in unit.stretches]
    credit = _closing_frame(tree, unit, verb)
    if credit is not None:
        return credit - 1
    for k in range(last + 1, unit.end):
        t = tokens[k]
        if any(s.start <= t.span.start < s.end for s in inside):
            continue
        if t.text == ";" or t.text.lower() == "according":
            return k - 1
        if not t.tag.startswith("VB"):
            continue
        conjoined = t.dep == "conj" and t.head == verb
        if conjoined or (cues.allows(t.lemma, Frame.CLAUSE, Frame.QUOTE) and t.tag not in ("VB", "VBP")):
            turn = _turn(tree, last, k)
            if turn is not None or conjoined:
                return (turn if turn is not None else k) - 1
    return unit.end - 1


def _closing_frame(tree: Tree, unit: Unit, verb: int) -> int | None:
    """The comma before another voice that closes the sentence: he said it was over, the Gazette reported."""
    tokens = tree.tokens
    last = unit.end - 1
    while last > verb and tokens[last].text in _ENDS:
        last -= 1
    closing = next((k for k in range(last, max(verb, last - 3), -1) if tokens[k].tag in ("VBD", "VBZ", "VBN")), None)
    if closing is None or closing == verb or not load_cues().allows(tokens[closing].lemma, Frame.QUOTE):
        return None
    for k in range(closing - 1, max(verb, closing - 8), -1):
        if tokens[k].text == ",":
            return k if closing - k > 1 else None
        if not tokens[k].tag.startswith(("NN", "PRP", "DT", "JJ", "CD", "IN", "POS")):
            return None
    return None


def _turn(tree: Tree, last: int, verb: int) -> int | None:
    """The comma or conjunction, a short subject before a verb, at which the reporter's words take over again."""
    tokens = tree.tokens
    for k in range(verb - 1, max(last, verb - 7), -1):
        if tokens[k].text == "," or tokens[k].tag == "CC":
            return k - 1 if tokens[k].tag == "CC" and tokens[k - 1].text == "," else k
        if not (
            tokens[k].tag.startswith(("NN", "PRP", "DT", "JJ", "RB", "MD", "VBD", "VBZ", "VBP"))
            or tokens[k].dep == "mark"
        ):
            return None
    return None


def opening(tree: Tree, unit: Unit) -> int:
    """The first token of a sentence behind its dateline: GENEVA, March 3 (Wire) — Talks ..."""
    tokens = tree.tokens
    first = tokens[unit.first]
    if not (first.text.isupper() and len(first.text) > 2) or unit.end - unit.first < 6:
        return unit.first
    for k in range(unit.first + 1, min(unit.end - 3, unit.first + 16)):
        if tokens[k].text in ("—", "–", "--", "-", "―"):
            return k + 1
        if tokens[k].tag.startswith(("VB", "MD")):
            return unit.first
    return unit.first


def trailing_content(tree: Tree, unit: Unit, i: int) -> Span | None:
    """..., NP said (on Tuesday). The content runs from the start of the sentence to the comma before the speaker."""
    tokens = tree.tokens
    comma = None
    for k in range(i - 1, unit.first, -1):
        if tokens[k].text in (",", "—", "–", "--"):
            comma = k
            if not _apposition_comma(tree, k, i):
                break
        elif tokens[k].tag.startswith("VB") and tokens[k].dep not in ("acl", "acl:relcl", "aux", "amod"):
            break
    if comma is None or comma - unit.first < 2:
        return None
    following = tokens[i + 1] if i + 1 < unit.end else None
    between = tokens[comma + 1 : i]
    if any(
        t.tag in ("IN", "CC", "WP", "WDT", "WRB") and t.text.lower() not in ("of", "for", "in", "at", "with", "from")
        for t in between[:1]
    ):
        return None
    ends = (
        following is None
        or following.text in _ENDS
        or following.tag in ("NNP", "RB")
        or following.tag == "IN"
        or following.lemma in ("last", "this", "late", "early")
        or (tokens[i].lemma == "tell" and following.tag.startswith(("NN", "DT", "PRP", "JJ")))
    )
    inverted = not between and following is not None and following.tag.startswith(("NN", "PRP", "DT", "JJ"))
    if following is not None and following.text.lower() == "that":
        return None
    if not (inverted or (between and ends)):
        return None
    if not any(t.tag.startswith(("VB", "MD")) for t in tokens[unit.first : comma]):
        return None
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[i + 1 : unit.end]):
        if following is not None and following.text == "," and not inverted:
            return trim(tree, opening(tree, unit), unit.end - 1)
        return None
    return trim(tree, opening(tree, unit), comma - 1)


def _apposition_comma(tree: Tree, comma: int, verb: int) -> bool:
    """Whether a comma before a cue closes or opens an apposition to the speaker rather than ending the content."""
    tokens = tree.tokens
    if comma == verb - 1:
        return True
    later = [k for k in range(comma + 1, verb) if tokens[k].text == ","]
    return bool(later) and tokens[comma - 1].tag.startswith("NNP") and tokens[verb - 1].text == "," and len(later) == 1


def trim(tree: Tree, first: int, last: int) -> Span:
    """The range of the tokens without punctuation at its ends; closing quotation marks stay."""
    tokens = tree.tokens
    last = max(first, last)
    while first < last and tokens[first].text in _ENDS:
        first += 1
    while last > first and tokens[last].text in _ENDS:
        last -= 1
    return tree.span(first, last)
