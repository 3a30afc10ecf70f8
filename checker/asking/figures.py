"""How a figure is asked for: "how many satellites", "how much", "what share of the sum", and what has it.

"The report makes 38 recommendations" is asked for as "how many recommendations does the report make?", "a penalty of
A$412 million" as "how large is the penalty?", and what allows no such question by its words with a gap.
"""

from __future__ import annotations

import re

from checker.asking.clauses import agree, ask_of, ask_subject, finish, frame_clause
from checker.asking.gaps import leave_gap
from checker.asking.nouns import Phrase, say_phrase
from checker.asking.trees import Tree, relation
from checker.asking.values import Place, find_value
from checker.language.asking import form_participle, form_plural
from checker.language.phrases import NOUN_TAGS, read_setting
from checker.model import BlockKind, Claim, Document, Fit, Phrasing, Token, ValueType
from checker.values.quantities import Quantity

NAMED = {"speed": "what speed", "temperature": "what temperature", "magnitude": "what magnitude", "pair": "what score"}
"""Dimensions that are asked for by their name; the others by the unit that the article gives."""

HIGH = frozenset({"cost", "price", "rate", "fee", "level", "temperature", "speed", "fare", "unemployment", "inflation"})
"""Nouns that are high or low, where others are large or small."""

TOTALS = frozenset({"total", "number", "sum", "equivalent", "amount", "rest"})
"""Nouns that only carry the count of others ("a total of 14 people")."""

UNIT = re.compile(r"[A-Za-z][a-z]+(?: [a-z]+){0,3}")
PREPOSITIONS = frozenset({"in", "at", "by", "to", "for", "on", "with", "from", "among", "into", "through", "against"})


def ask_figure(claim: Claim, document: Document) -> Phrasing | None:
    """The question that a figure answers; None where its words do not stand in the claim's."""
    value = claim.value
    if not isinstance(value, Quantity):
        return None
    place = find_value(claim, document)
    if value.dimension == "age" and place is not None:
        return _ask_age(claim, document, place)
    if place is not None and place.tree.sentence.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CAPTION}:
        question = _ask_clause(document, value, place)
        if question is not None:
            return question
    gap = leave_gap(claim, _blank(value), document)
    return Phrasing(gap, Fit.GAP) if gap is not None else None


def _ask_age(claim: Claim, document: Document, place: Place) -> Phrasing:
    """How old the person is whose age is told: by name, or by the noun behind the age ("a four-year-old boy")."""
    last = document.tokens[max(place.inside)]
    behind = document.tokens[last.index + 1] if last.index + 1 < len(document.tokens) else last
    if claim.asks != NOBODY or behind.tag != "NN" or behind.sentence != last.sentence:
        return Phrasing(claim.asks, Fit.THING)
    return Phrasing(f"how old is the {behind.lemma.lower()}?", Fit.CLAUSE)


NOBODY = "how old is the person?"
"""What is asked of an age where nobody is named."""


def _blank(value: Quantity) -> str:
    """What opens the question before a quotation with a gap."""
    if value.dimension in NAMED:
        return NAMED[value.dimension]
    return "how many" if value.type is ValueType.NUMBER and not value.dimension else "how much"


def _ask_clause(document: Document, value: Quantity, place: Place) -> Phrasing | None:
    tree, inside = place.tree, place.inside
    setting = read_setting(document, place.span)
    anchor = place.root
    counted = tree.token(setting.head) if setting.counted and setting.head >= 0 else None
    if counted is not None and counted.index not in inside:
        if value.type is ValueType.PERCENT and counted.tag in {"NNS", "NNPS"}:
            whole = _noun(tree, counted, inside)
            return _ask_share(tree, counted, whole) if whole is not None else None
        if value.type is ValueType.PERCENT and not _has_article(tree, inside):
            return None  # "held 62% rice syrup" is a share of something else
        if value.type is not ValueType.NUMBER or value.dimension:
            return _size(tree, counted, value, inside) if _is_beside(tree, inside, counted) else None
        anchor = counted
    phrase = _noun(tree, anchor, inside) if anchor.index not in inside else None
    if anchor.index not in inside and phrase is None:
        return None
    head = tree.head(anchor)
    if head is not None and relation(anchor) == "nmod" and head.lemma.lower() in TOTALS and tree.cases(anchor) == "of":
        anchor = head
    asked = _asked(tree, value, place, phrase)
    if asked is None:
        return None
    head = tree.head(anchor)
    case = tree.case_before(anchor, min(inside)) if anchor.index in inside else tree.cases(anchor)
    if tree.children(anchor, "cop") and anchor.index in inside:
        return _copula(tree, anchor, value, place)
    if head is None:
        return None
    if value.type is ValueType.PERCENT and asked == "what percentage" and _says(tree, max(inside) + 1, "of"):
        return None  # of what is not plain
    if _says(tree, min(_reach(tree, anchor, inside)) - 1, ","):
        return None  # set off by a comma, it belongs to another word than the parser has it
    of_noun = relation(anchor) == "nmod" and head.tag in NOUN_TAGS and case == "of" and anchor.index in inside
    if of_noun and value.type is ValueType.PERCENT and _population(tree, place) is not None:
        return None
    if of_noun:
        return _size(tree, head, value, inside)
    if relation(anchor) == "nsubj":
        if phrase is not None and not phrase.plural:
            return None
        verb = head if head.tag.startswith("VB") or tree.children(head, "cop", "aux") else None
        if verb is None:
            return None
        if tree.children(verb, "expl"):
            return _existence(tree, verb, asked) if phrase is not None else None
        many = phrase is not None or (value.type is ValueType.PERCENT and _is_many(tree, place))
        return _made(ask_subject(tree, verb, asked, anchor, plural=many))
    return _object(tree, anchor, case, asked, value, place) or _done_to(tree, anchor, asked, phrase)


def _says(tree: Tree, index: int, text: str) -> bool:
    """Whether a word of the sentence is a given one."""
    return tree.sentence.first <= index < tree.sentence.last and tree.token(index).text.lower() == text


def _reach(tree: Tree, anchor: Token, inside: frozenset[int]) -> set[int]:
    """The figure with what stands before it: its preposition and its articles."""
    left = {t.index for t in tree.children(anchor, "case", "det", "advmod") if t.index < anchor.index}
    return {anchor.index, *inside, *left}


def _has_article(tree: Tree, inside: frozenset[int]) -> bool:
    """Whether "a" or "the" stands before a figure: it then measures the noun behind it ("a 43 per cent premium")."""
    return any(_says(tree, min(inside) - 1, article) for article in ("a", "an", "the", "its", "their", "his", "her"))


def _is_beside(tree: Tree, inside: frozenset[int], noun: Token) -> bool:
    """Whether a figure stands right before a noun, as an adjective does ("a $6 million deal")."""
    between = [tree.token(i) for i in range(max(inside) + 1, noun.index)]
    return len(between) <= BESIDE and all(t.tag in NOUN_TAGS or t.tag.startswith("JJ") for t in between)


BESIDE = 2
"""Words between a figure and the noun that it measures."""


def _is_many(tree: Tree, place: Place) -> bool:
    whole = _population(tree, place)
    return whole is not None and whole.plural


def _ask_share(tree: Tree, counted: Token, whole: Phrase) -> Phrasing | None:
    """What share of some did it: "two in five adults borrow", "half the members were away"."""
    head = tree.head(counted)
    if head is None or relation(counted) != "nsubj" or not (head.tag.startswith("VB") or tree.children(head, "cop")):
        return None
    return _made(ask_subject(tree, head, f"what share of {whole.text}", counted, plural=True))


def _done_to(tree: Tree, anchor: Token, asked: str, phrase: Phrase | None) -> Phrasing | None:
    """How many it was done to, where nobody is said to do it: "killing at least 31 people"."""
    verb = tree.head(anchor)
    if phrase is None or verb is None or relation(anchor) != "obj" or verb.tag != "VBG":
        return None
    if relation(verb) not in {"advcl", "acl"} or tree.children(verb, "aux", "nsubj", "mark", "compound", "case"):
        return None
    question = finish(f"{asked} were {form_participle(verb.lemma)}?")
    return Phrasing(question, Fit.THING) if question is not None else None


def _object(tree: Tree, anchor: Token, case: str, asked: str, value: Quantity, place: Place) -> Phrasing | None:
    """A figure that a verb takes, or that stands behind a preposition of it."""
    if relation(anchor) not in {"obj", "obl", "nummod", "advmod"} or (case and case not in PREPOSITIONS):
        return None
    verb = tree.head(anchor)
    if verb is None or not verb.tag.startswith("VB"):
        return None
    if relation(anchor) == "obl" and not case and value.type is not ValueType.PERCENT:
        return None  # "stays under 92 rupees"
    away = [t for t in tree.children(anchor, "nmod", "obl") if t.index > max(place.inside)]
    measure = value.type is ValueType.NUMBER and value.dimension and value.dimension not in NAMED
    if measure and (relation(anchor) != "obj" or away or _says(tree, max(place.inside) + 1, "from")):
        return None  # "begins 900 metres from the bridge"
    gone = tree.covered(anchor) | place.inside
    frame = frame_clause(tree, verb, gone)
    if frame is None or (frame.reduced and not case):
        return None
    if value.type is ValueType.PERCENT and not case and asked == "what percentage":
        words = {tree.token(i).text.lower() for i in tree.covered(anchor)}
        moved = next((w for w in ("down", "up", "lower", "higher") if w in words), "")
        question = ask_of(frame, "how much", gone)
        if question is None:
            return None
        moved = "" if f" {moved}" in question else f" {moved}"
        return _made(f"{question[:-1]}{moved} (%)?")
    question = ask_of(frame, f"{case} {asked}".strip(), gone)
    return Phrasing(question, Fit.TURNED if case else Fit.CLAUSE) if question is not None else None


def _made(question: str | None) -> Phrasing | None:
    return Phrasing(question, Fit.CLAUSE) if question is not None else None


def _existence(tree: Tree, verb: Token, asked: str) -> Phrasing | None:
    """How many there were: "There were 25 cases"."""
    if verb.tag not in {"VBD", "VBP", "VBZ"} or tree.children(verb, "aux", "advmod"):
        return None
    return _made(finish(f"{asked} {verb.text.lower()} there?"))


def _copula(tree: Tree, anchor: Token, value: Quantity, place: Place) -> Phrasing | None:
    """What something came to: "Its cost was £12.4 million"."""
    frame = frame_clause(tree, anchor, frozenset(tree.covered(anchor)) - _left_of(tree, anchor))
    behind = [t for t in tree.children(anchor, "nmod", "obl", "acl", "amod", "advmod") if t.index > max(place.inside)]
    if frame is None or frame.subject is None or behind or tree.children(anchor, "advmod", "case"):
        return None
    sign = " (%)" if value.type is ValueType.PERCENT else ""
    opener = frame.auxiliary
    if not agree(frame.subject, opener):
        return None
    middle = " be" if opener in {"will", "would", "may", "might", "could", "should", "must", "can"} else ""
    if opener in {"has", "had", "have"}:
        return None
    return _made(finish(f"what {opener} {frame.subject.text}{middle}{sign}?"))


def _left_of(tree: Tree, anchor: Token) -> frozenset[int]:
    return frozenset(i for i in tree.covered(anchor) if i < anchor.index)


def _size(tree: Tree, carrier: Token, value: Quantity, inside: frozenset[int]) -> Phrasing | None:
    """How large a thing was: "a penalty of A$412 million", "a 43 per cent premium"."""
    phrase = say_phrase(tree, carrier, skip=inside)
    if value.type not in {ValueType.MONEY, ValueType.PERCENT}:
        return None
    if phrase is None or carrier.lemma.lower() in TOTALS:
        return None
    words = phrase.text.split()
    text = phrase.text if words[0] == "the" or carrier.tag in {"NNP", "NNPS", "NNS"} else f"the {phrase.text}"
    past = _is_past(tree, carrier)
    be = ("were" if past else "are") if phrase.plural else ("was" if past else "is")
    how = "how high" if carrier.lemma.lower() in HIGH else "how large"
    sign = " (%)" if value.type is ValueType.PERCENT else ""
    question = finish(f"{how} {be} {text}{sign}?")
    return Phrasing(question, Fit.THING) if question is not None else None


def _is_past(tree: Tree, noun: Token) -> bool:
    """Whether the verb above a noun tells of what is over."""
    node: Token | None = noun
    while node is not None:
        if node.tag.startswith("VB") or tree.children(node, "cop"):
            return node.tag == "VBD" or any(t.tag == "VBD" for t in tree.children(node, "aux", "cop"))
        node = tree.head(node)
    return False


def _noun(tree: Tree, anchor: Token, inside: frozenset[int]) -> Phrase | None:
    """What a figure counts, behind the figure: "radar satellites", "cups of coffee"."""
    before = frozenset(i for i in range(tree.sentence.first, max(inside) + 1))
    phrase = say_phrase(tree, anchor, skip=before | inside, definite=False, alone=True)
    if phrase is None or anchor.tag != "NN":
        return phrase
    plural = form_plural(anchor)
    text = re.sub(rf"\b{re.escape(anchor.text)}\b", plural, phrase.text, count=1)
    return Phrase(text, True, phrase.tokens)


def _asked(tree: Tree, value: Quantity, place: Place, phrase: Phrase | None) -> str | None:
    """The words that ask for the figure itself."""
    if value.type is ValueType.MONEY:
        return "how much"
    if value.type is ValueType.PERCENT:
        whole = _population(tree, place)
        return f"what share of {whole.text}" if whole is not None else "what percentage"
    if value.dimension in NAMED:
        return NAMED[value.dimension]
    if value.dimension:
        unit = value.unit_text.strip()
        return f"how many {unit}" if UNIT.fullmatch(unit) or unit in {"km", "ha", "MW"} else None
    if phrase is None:
        population = _population(tree, place)
        return f"how many of {population.text}" if population is not None and population.plural else None
    return f"how many {phrase.text}"


def _population(tree: Tree, place: Place) -> Phrase | None:
    for child in tree.children(place.root, "nmod"):
        if child.index not in place.inside and tree.cases(child) == "of":
            phrase = say_phrase(tree, child, skip=place.inside)
            if phrase is not None:
                return phrase
    return None
