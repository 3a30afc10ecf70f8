"""Direct speech: quoted stretches whose cue stands beside them, before or after, or in the sentence they continue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.attribution.cues import Frame, load_cues
from checker.attribution.found import Found
from checker.attribution.marks import Stretch
from checker.attribution.speakers import Speaker, by_agent, cleft, phrase_at, phrase_before, subject
from checker.attribution.tree import Tree
from checker.attribution.units import Unit
from checker.model import QuoteType, Span

_DASHES = frozenset(("―", "—", "–", "--", "-"))
_LEADS = frozenset((",", ":", ";", "(", "―", "—", "–", "--", "-", "...", "…", "and", "but", "or"))
_RESUMING = frozenset(("and", "but", "while", "as", "when", "before", "after", "in", "at", "on", "during", ","))
_SKIPPED = frozenset((",", "'", "’", "”", '"', "''"))
LABELS = frozenset(
    "remark comment quote quotation statement message reaction response reply answer note caption text title theme "
    "motto slogan wording speech address headline banner sign placard verdict result update news key".split()
)
"""Labels of rows that say what words are, and not whose."""

_FARTHEST = 45
"""Tokens between a quotation and its cue verb: a name with title, age and apposition fits."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue beside a quotation, and the speaker that it gives."""

    verb: int | None
    cue: Span
    speaker: Speaker | None


def find_direct(tree: Tree, units: tuple[Unit, ...]) -> list[Found]:
    """Quotations with a cue beside them, in order; pieces that share a cue, or follow on, are one quotation."""
    found: list[Found] = []
    for number, unit in enumerate(units):
        if not unit.stretches:
            continue
        for k, stretch in enumerate(unit.stretches):
            beside = _cue_beside(tree, units, number, k)
            last = found[-1] if found else None
            if beside is None and last is not None and k and _resumes(tree, unit, k, last):
                content = Span(last.content.start, stretch.span.end)
                found[-1] = replace(last, content=content, stretches=(*last.stretches, stretch))
                continue
            if beside is None:
                if last is not None and k == 0 and _continues(tree, units, last, number, stretch):
                    found[-1] = replace(
                        last,
                        content=Span(last.content.start, stretch.span.end),
                        last_unit=number,
                        stretches=(*last.stretches, stretch),
                    )
                continue
            if last is not None and last.last_unit == number and last.cue == beside.cue:
                content = Span(min(last.content.start, stretch.span.start), max(last.content.end, stretch.span.end))
                found[-1] = replace(last, content=content, stretches=(*last.stretches, stretch))
                continue
            lead = _led(tree, unit, stretch, beside) if k == 0 else None
            kind, content = (QuoteType.MIXED, lead) if lead is not None else (QuoteType.DIRECT, stretch.span)
            found.append(Found(kind, content, number, number, beside.cue, beside.verb, beside.speaker, (stretch,)))
    return found


def _resumes(tree: Tree, unit: Unit, k: int, last: Found) -> bool:
    """Whether a second stretch goes on behind the frame of the first: "I like it," he said, but "not today"."""
    if last.stretches[-1] is not unit.stretches[k - 1] or last.verb is None:
        return False
    before, first, _, _ = _edges(tree, unit, k)
    return before <= last.verb < first and first - last.verb <= 4 and tree.tokens[first - 1].tag == "CC"


def _led(tree: Tree, unit: Unit, stretch: Stretch, beside: Beside) -> Span | None:
    """The whole sentence, if it begins as reported speech: When the boat sank, Crane said, "we were asleep"."""
    text = tree.document.text
    if beside.verb is None or beside.speaker is None or not stretch.inner.of(text)[:1].islower():
        return None
    frame = min(tree.within(beside.speaker.span)[0], beside.verb)
    if frame - unit.first < 4 or tree.tokens[frame - 1].text != "," or beside.cue.start > stretch.span.start:
        return None
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tree.tokens[unit.first : frame]):
        return None
    return Span(tree.tokens[unit.first].span.start, stretch.span.end)


def _edges(tree: Tree, unit: Unit, k: int) -> tuple[int, int, int, int]:
    """Tokens: start of the segment before stretch ``k``, its first, its end, and the end of the segment after it."""
    first, end = tree.within(unit.stretches[k].span)
    before = tree.within(unit.stretches[k - 1].span)[1] if k else unit.first
    after = tree.within(unit.stretches[k + 1].span)[0] if k + 1 < len(unit.stretches) else unit.end
    return before, first, max(first, end), max(after, end)


def _cue_beside(tree: Tree, units: tuple[Unit, ...], number: int, k: int) -> Beside | None:
    unit = units[number]
    before, first, end, after = _edges(tree, unit, k)
    text = tree.document.text
    stretch = unit.stretches[k]
    lead = tree.tokens[first - 1].text if first > before else ""
    unsaid: Beside | None = None
    if lead in (",", ":", "―", "—", "–", "..."):
        unsaid = _before(tree, before, first)
        if unsaid is not None and unsaid.speaker is not None:
            return unsaid
    if first == unit.first and number and lead == "":
        found = _announced(tree, units, number)
        if found is not None:
            return found
    tail = stretch.inner.of(text).rstrip()[-1:]
    following = tree.tokens[end].text if end < after else ""
    opens = first == unit.first or lead in _LEADS or (k > 0 and first == before)
    if (
        opens
        and end < after
        and (tail in ",?!—–-…" or following in (",", "―", "—", "–", "--", "-") or first == unit.first)
    ):
        found = _after(tree, end, after, stretch.span.end)
        if found is not None and (unsaid is None or found.speaker is not None):
            return found
    if unsaid is not None:
        return unsaid
    return _adjacent(tree, before, first, end, after) if first > before else None


def _after(tree: Tree, first: int, end: int, close: int) -> Beside | None:
    """The cue in the words after a quotation: "..." said X; X, who ..., said; according to X; a dash and a name."""
    tokens = tree.tokens
    dash = first - 1 if first and tokens[first - 1].text[-1] in "―—–" and tokens[first - 1].span.end > close else None
    while first < end and (tokens[first].text in _SKIPPED or tokens[first].text in _DASHES):
        dash = first if tokens[first].text in _DASHES else dash
        first += 1
    if first >= end:
        return None
    if tokens[first].text.lower() == "according" and first + 2 < end:
        speaker = phrase_at(tree, first + 2, end)
        return Beside(None, tree.span(first, first + 1), speaker) if speaker else None
    verb = _quoting_verb(tree, first, end)
    if verb is None:
        if dash is not None and tokens[first].tag.startswith("NNP"):
            speaker = phrase_at(tree, first, end)
            return Beside(None, tokens[dash].span, speaker) if speaker else None
        return None
    return Beside(verb, tokens[verb].span, _speaker_beside(tree, verb, first, end))


def _speaker_beside(tree: Tree, verb: int, first: int, end: int) -> Speaker | None:
    tokens = tree.tokens
    inverted = verb == first or all(tokens[i].tag in ("RB", "CC", "MD") for i in range(first, verb))
    if inverted:
        own = subject(tree, verb, verb + 1, end, hops=1)
        return own if own is not None and own.head > verb else phrase_at(tree, verb + 1, end) or own
    own = subject(tree, verb, first, end)
    if own is not None:
        return own
    return phrase_before(tree, verb, first)


def _quoting_verb(tree: Tree, first: int, end: int) -> int | None:
    """The first finite verb of the segment, if it introduces quotations; verbs of relative clauses are stepped over."""
    cues = load_cues()
    tokens = tree.tokens
    for i in range(first, min(end, first + _FARTHEST)):
        t = tokens[i]
        if not t.tag.startswith("VB"):
            if t.text in (";",):
                return None
            continue
        if cues.allows(t.lemma, Frame.QUOTE) and t.dep != "amod" and not _inside_relative(tree, i, first):
            return i
        relative = t.dep in ("acl:relcl", "acl", "aux", "aux:pass", "cop", "amod", "advcl") or t.tag in (
            "VBG",
            "VBN",
            "VB",
        )
        if not relative and not _inside_relative(tree, i, first):
            return None
    return None


def _inside_relative(tree: Tree, index: int, first: int) -> bool:
    return any(tree.tokens[i].tag in ("WP", "WDT") for i in range(first, index))


def _before(tree: Tree, first: int, end: int) -> Beside | None:
    """The cue in the words before a comma or a colon that introduces a quotation."""
    tokens = tree.tokens
    best: int | None = None
    for i in range(end - 1, max(first, end - _FARTHEST) - 1, -1):
        if i == first == end - 2 and tokens[i].text.istitle() and tokens[end - 1].text == ":":
            return None  # "Remarks:", a label that a tagger takes for a verb
        if _quotes_with(tree, i, first):
            best = i
            break
    if best is not None:
        if _has_clause(tree, best, end):
            return None
        speaker = cleft(tree, first, best) or subject(tree, best, first, end) or phrase_before(tree, best, first)
        return Beside(best, tokens[best].span, speaker)
    if end - 1 > first and tokens[end - 1].text == ":":
        return _colon(tree, first, end - 1)
    return None


def _quotes_with(tree: Tree, i: int, first: int) -> bool:
    """Whether a token is a verb that introduces a quotation: not one used as an adjective or noun (that opening)."""
    t = tree.tokens[i]
    cues = load_cues()
    if t.text.lower() in cues.participles:
        return True
    if not t.tag.startswith("VB") or not cues.allows(t.lemma, Frame.QUOTE) or t.dep == "amod":
        return False
    if i == first or t.tag not in ("VBG", "VBN"):
        return True
    before = tree.tokens[i - 1]
    return before.tag not in ("DT", "JJ", "PRP$", "POS") and before.text.lower() not in ("that", "this")


def _has_clause(tree: Tree, verb: int, end: int) -> bool:
    """Whether a clause of the verb begins before the quotation: said that, although tired, "..."."""
    tokens = tree.tokens
    if tokens[end - 1].text == ":":
        return False
    for t in tokens[verb + 1 : end]:
        if t.text.lower() == "that" and t.tag in ("IN", "WDT") and t.dep in ("mark", "obj", "nsubj"):
            return True
        if t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep not in ("acl:relcl", "aux", "aux:pass", "cop"):
            return True
    return False


def _colon(tree: Tree, first: int, colon: int) -> Beside | None:
    """X: "..." and X's statement: "...", with the colon as cue."""
    tokens = tree.tokens
    cues = load_cues()
    for i in range(first, colon - 2):
        if tokens[i].text.lower() == "according" and tokens[i + 1].text.lower() == "to":
            named = phrase_at(tree, i + 2, colon)
            return Beside(None, tree.span(i, i + 1), named) if named is not None else None
    for i in range(colon - 1, first - 1, -1):
        if tokens[i].lemma in cues.colon_nouns or tokens[i].lemma in cues.nouns:
            owner = tree.child(i, "nmod:poss")
            if owner is not None:
                return Beside(None, tokens[i].span, phrase_at(tree, tree.left[owner], i))
            return Beside(None, tokens[i].span, subject(tree, tokens[i].head, first, colon))
    speaker = phrase_at(tree, first, colon)
    if speaker is not None and speaker.head == colon - 1:
        label = {tokens[colon - 1].text.lower(), tokens[colon - 1].text.lower().removesuffix("s")}
        if label & LABELS:
            return None  # "Remarks: "...", the minister told residents"
        return Beside(None, tokens[colon].span, speaker)
    return _main_subject(tree, first, colon)


def _main_subject(tree: Tree, first: int, colon: int) -> Beside | None:
    """The person that a sentence is about which ends in a colon before a quotation: He was blunt: "..."."""
    tokens = tree.tokens
    for i in range(first, colon):
        if tokens[i].dep in ("root", "ROOT"):
            who = subject(tree, i, first, colon, hops=1)
            if who is not None and tokens[who.head].tag in ("PRP", "NNP") and tokens[who.head].text.lower() != "it":
                return Beside(None, tokens[colon].span, who)
    return None


def _announced(tree: Tree, units: tuple[Unit, ...], number: int) -> Beside | None:
    """The cue in a sentence before that ends in a colon: Caldwell continued: (new paragraph) "..."."""
    previous = units[number - 1]
    if previous.end == units[number].first and tree.tokens[previous.end - 1].text == ":":
        return _before(tree, previous.first, previous.end)
    return None


def _adjacent(tree: Tree, before: int, first: int, end: int, after: int) -> Beside | None:
    """A cue verb right before a quotation without punctuation, where the quotation is all that it introduces."""
    cues = load_cues()
    tokens = tree.tokens
    ends = all(t.text in (".", "!", "?", ",", ";", ")") for t in tokens[end:after])
    whole = tokens[first + 1].text[:1].isupper() and end < after and tokens[end].text.lower() in _RESUMING
    if not (ends or (whole and end - first > 3)):
        return None
    i = first - 1
    if tokens[i].tag.startswith("VB") and cues.allows(tokens[i].lemma, Frame.QUOTE, Frame.NAME):
        speaker = subject(tree, i, before, first) or by_agent(tree, i, before, first)
        return Beside(i, tokens[i].span, speaker or phrase_before(tree, i, before))
    return None


def _continues(tree: Tree, units: tuple[Unit, ...], last: Found, number: int, stretch: Stretch) -> bool:
    """Whether a quotation without cue goes on from the one before: "A," she said. "B." in one paragraph."""
    if last.last_unit != number - 1 or units[number].block != units[last.last_unit].block:
        return False
    first, end = tree.within(stretch.span)
    if first != units[number].first:
        return False
    return all(t.text in (".", "!", "?", ",") for t in tree.tokens[end : units[number].end])
