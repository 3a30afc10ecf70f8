"""How a day, an hour or a length of time is asked for: "when did the farmer call?", "how long was the summit?"."""

from __future__ import annotations

from checker.asking.clauses import ask_of, find_verb, finish, frame_clause
from checker.asking.gaps import leave_gap
from checker.asking.nouns import say_phrase
from checker.asking.trees import Tree, relation
from checker.asking.values import Place, find_value
from checker.language.phrases import NOUN_TAGS, word_of
from checker.language.timed import timing_words
from checker.language.timed_nouns import is_held
from checker.model import BlockKind, Claim, Document, Fit, Phrasing, Token

WHEN = {
    "": "when",
    "on": "when",
    "at": "when",
    "in": "when",
    "during": "when",
    "around": "when",
    "about": "when",
    "for": "for when",
    "by": "by when",
    "since": "since when",
    "until": "until when",
    "till": "until when",
    "from": "from when",
}
"""How a time is asked for that stands behind a preposition; a time behind another one is no answer to "when"."""

HOW_LONG = {"": "how long", "for": "how long", "over": "how long", "within": "within what time"}

OFF = frozenset("ago later earlier old late early before after short apart away long".split())
"""What a length may measure besides how long something takes."""

TAKING = frozenset({"take", "spend", "wait", "need", "require", "lose"})
"""Verbs whose object a length of time can be, besides those of lasting."""

CLIMB = 6
FUTURE = frozenset({"future", "planned"})
READ = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CAPTION})


def ask_time(claim: Claim, document: Document) -> Phrasing | None:
    """The question that a time or a length of time answers; None where its words do not stand in the claim's."""
    lasting = claim.slot == "duration"
    place = find_value(claim, document)
    if place is not None and place.tree.sentence.kind in READ:
        question = _ask_clause(claim, place, lasting=lasting)
        if question is not None:
            return question
    gap = leave_gap(claim, "how long" if lasting else "when", document)
    return Phrasing(gap, Fit.GAP) if gap is not None else None


def _ask_clause(claim: Claim, place: Place, *, lasting: bool) -> Phrasing | None:
    tree = place.tree
    events = claim.part("event")
    nominal = _nominal(tree, place, events)
    if nominal is not None:
        return _ask_noun(claim, tree, nominal, place, lasting=lasting)
    anchor = _anchor(tree, place)
    case = tree.case_before(anchor, min(place.inside))
    marks = {t.text.lower() for t in tree.children(anchor, "advmod", "mark")}
    beside = [t.text.lower() for t in tree.document.tokens[max(place.inside) + 1 : max(place.inside) + 2]]
    asked = (HOW_LONG if lasting else WHEN).get(case)
    if asked == "from when" and " to " in claim.value.text:
        asked = "when"
    if asked is None or "deadline" in events or (lasting and (marks | {*beside}) & OFF):
        return None
    verb = find_verb(tree, anchor)
    if verb is None or verb.index in place.inside:
        return None
    bare = not case and tree.token(min(place.inside)).text.lower() not in HOW_LONG
    if (
        lasting
        and bare
        and relation(anchor) in {"obj", "obl"}
        and verb.lemma.lower() not in timing_words()["last"] | TAKING
    ):
        return None
    gone = frozenset(tree.covered(anchor) | place.inside)
    frame = frame_clause(tree, verb, gone)
    if frame is None:
        return None
    told = events | claim.part("predicate") | claim.part("party")
    words = {word_of(tree.token(i)) for i in (*frame.subject.tokens, verb.index)} if frame.subject else set()
    if told and not {w for one in told for w in one.split()} & (words | {verb.lemma.lower()}):
        return None
    question = ask_of(frame, asked, gone)
    fit = Fit.CLAUSE if asked in {"when", "how long"} else Fit.TURNED
    return Phrasing(question, fit) if question is not None else None


def _anchor(tree: Tree, place: Place) -> Token:
    """The word of the time that stands with a verb or a noun."""
    node = place.root
    for _ in range(CLIMB):
        head = tree.head(node)
        if (
            head is None
            or tree.cases(node)
            or head.tag.startswith("VB")
            or not (head.index in place.inside or tree.is_time(head))
        ):
            break
        node = head
    return node


def _nominal(tree: Tree, place: Place, events: frozenset[str]) -> Token | None:
    """The noun that a time is of where it stands with it ("a two-day summit", "the debate on 5 November")."""
    node = _anchor(tree, place)
    head = tree.head(node)
    if head is None or head.tag not in NOUN_TAGS or head.index in place.inside or tree.children(head, "cop"):
        return None
    if word_of(head) in timing_words()["carriers"] or not is_held(word_of(head)):
        return None
    return head if word_of(head) in events or head.lemma.lower() in events else None


def _ask_noun(claim: Claim, tree: Tree, noun: Token, place: Place, *, lasting: bool) -> Phrasing | None:
    phrase = say_phrase(tree, noun, skip=place.inside)
    case = tree.cases(_anchor(tree, place))
    between = range(noun.index + 1, min(place.inside))
    if any(tree.token(i).text in {":", "|"} for i in between):
        return None  # a label: its line says no more than itself
    if phrase is None or case not in ({"", "of"} if lasting else {"", "on", "at", "in", "of"}):
        return None
    named = phrase.text.startswith(("the ", "any ", "all ")) or noun.tag in {"NNP", "NNS", "NNPS"}
    text = phrase.text if named else f"the {phrase.text}"
    ahead = bool(FUTURE & (claim.part("mark") | claim.scope))
    be = ("are" if phrase.plural else "is") if ahead else ("were" if phrase.plural else "was")
    question = finish(f"{'how long' if lasting else 'when'} {be} {text}?")
    return Phrasing(question, Fit.THING) if question is not None else None
