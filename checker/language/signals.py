"""What a clause shows of its own polarity, modality and tense, in words for ``checker.factuality``."""

from __future__ import annotations

from checker.factuality import Judgement, Signals, is_negative_pronoun, is_negator
from checker.factuality.cues import load_cues
from checker.factuality.negation import is_negative_determiner
from checker.language.predicates import Predicate, Sort, is_be_to, is_equative
from checker.language.subjects import Predicates, find_subject
from checker.language.trees import BE_FORMS, SUBJECTS, Tree
from checker.model import BlockKind, Tense

PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "got"})
PRESENT_AUXILIARIES = frozenset({"is", "are", "am", "'s", "'re", "'m", "does", "do", "has", "have", "'ve"})

# Adverbs that a "not" before them turns round without denying the clause: "not long after the vote, he left".
NEGATED_DEGREES = frozenset(
    {"long", "far", "surprisingly", "unusually", "uncommonly", "infrequently", "unexpectedly", "much", "so"}
)

# Clauses that depend in these ways are judged together with the predicate above them.
JUDGED_BY_GOVERNOR = frozenset({"complement", "conjunct"})


def auxiliaries_of(tree: Tree, at: int) -> tuple[str, ...]:
    """The auxiliaries of a predicate, lower case, in order; a conjunct without its own takes those it shares.

    "is to" and "is due to" before an infinitive are given as "be to", "is going to" as "be going to".
    """
    own = [tree.word(t.index) for t in tree.children(at, "aux", "aux:pass")]
    if is_be_to(tree, at) and tree.child(at, "cop") is not None and not is_equative(tree, at):
        own.append("be to")
    if own:
        return tuple(own)
    token = tree.tokens[at]
    head = tree.head(at)
    if (
        token.dep == "conj"
        and head is not None
        and head.index < at
        and tree.child(at, "nsubj", "nsubj:pass", "cop") is None
    ):
        shared = auxiliaries_of(tree, head.index)
        fits = (token.tag == "VB" and tree.tokens[head.index].tag in ("VB", "NN")) or (
            token.tag == "VBN" and tree.tokens[head.index].tag == "VBN"
        )
        return shared if fits else ()
    return ()


def read_signals(tree: Tree, predicate: Predicate, predicates: Predicates) -> Signals:
    """The words that tell how a predicate is asserted."""
    at = predicate.head
    if predicate.sort in (Sort.NOUN, Sort.APPOSITION):
        return Signals(negators=tuple(_negative_modifiers(tree, at)))
    auxiliaries = auxiliaries_of(tree, at)
    if tree.lemma(at) == "go" and (verb := tree.child(at, "xcomp")) is not None and tree.has_mark(verb.index, "to"):
        auxiliaries = (*auxiliaries, "be going to")
    marks = tree.children(at, "mark")
    mark = tree.word(marks[0].index) if marks else ""
    adverbs = tuple(tree.lemma(t.index) for t in tree.children(at, "advmod"))
    return Signals(
        auxiliaries=auxiliaries,
        adverbs=adverbs,
        negators=tuple(_negators(tree, predicate) or _borrowed(tree, at, predicates)),
        mark=mark if mark != "should" else "",
        question=_is_question(tree, predicate),
        open_condition=_waits_on_condition(tree, at),
    )


def governor_names(
    tree: Tree, predicate: Predicate, governor: int, relation: str, predicates: Predicates
) -> tuple[str, ...]:
    """The names under which the governor's effect on this clause is looked up; none if it has no effect on it."""
    at = predicate.head
    head = tree.head(at)
    if predicate.sort is Sort.APPOSITION or (head is None and relation != "complement"):
        return ()
    if relation == "adverbial" and head is not None and head.dep in ("xcomp", "advmod") and head.head == governor:
        return _names(tree, governor, predicates) if _completes_short(tree, at) else ()
    if predicate.sort is not Sort.NOUN and head is not None and head.index != governor and head.index not in predicates:
        if tree.has_mark(at, "to") or tree.tokens[at].tag == "VBG":
            return (
                (f"noun {tree.lemma(head.index)}", *_names(tree, governor, predicates))
                if _has_plan(tree, head.index)
                else ()
            )
        return ()
    if relation == "adverbial":
        return _names(tree, governor, predicates) if _completes_short(tree, at) else ()
    if relation == "conjunct":
        return ()
    if relation not in JUDGED_BY_GOVERNOR:
        return ()
    if predicate.sort is Sort.NOUN and (
        head is None or tree.tokens[at].dep not in ("obj", "obl", "nsubj:pass", "conj")
    ):
        return ()
    return _names(tree, governor, predicates)


def _names(tree: Tree, at: int, predicates: Predicates) -> tuple[str, ...]:
    governor = predicates[at]
    lemma = tree.lemma(at)
    names: list[str] = []
    if governor.particle:
        names.append(f"{lemma} {governor.particle}")
    for child in tree.children(at, "xcomp", "advmod", "obj"):
        names.append(f"{'be' if lemma == 'be' else lemma} {tree.lemma(child.index)}")
        if child.dep == "obj" and lemma in ("have", "make", "take", "reach", "give"):
            names.append(f"noun {tree.lemma(child.index)}")
    if governor.passive or governor.sort is Sort.COPULA:
        names.append(f"be {lemma}")
    if governor.sort is not Sort.COPULA:
        names.append(lemma)
    return tuple(names)


def _has_plan(tree: Tree, noun: int) -> bool:
    cues = load_cues()
    name = f"noun {tree.lemma(noun)}"
    return name in cues.governors or name in cues.negative_governors


def _completes_short(tree: Tree, at: int) -> bool:
    """Whether an adverbial clause completes its governor: "stopped short of naming", "far from agreeing"."""
    return any(tree.word(t.index) in ("of", "from") for t in tree.children(at, "mark", "case"))


def _negators(tree: Tree, predicate: Predicate) -> list[str]:
    at = predicate.head
    found: list[str] = []
    for child in tree.children(at):
        word = tree.word(child.index)
        if child.dep in ("advmod", "det", "cc", "cc:preconj", "aux") and is_negator(word, tree.word(child.index + 1)):
            if child.dep == "cc" and word != "nor":
                continue
            found.append(word)
        elif child.dep in ("mark", "case", "advmod", "cc") and _turns_away(tree, at, word):
            found.append(word)
        elif child.dep in ("mark", "advmod", "obl:unmarked") and _is_negated_adverb(tree, child.index):
            found.append("not")
        elif child.dep in SUBJECTS or child.dep in ("obj", "obl:agent", "iobj"):
            found += _negative_modifiers(tree, child.index)
        elif child.dep in ("obl", "obl:unmarked") and _is_negative_time(tree, child.index):
            found.append("no")
    if predicate.sort is Sort.COPULA:
        found += [w for w in _negative_modifiers(tree, at) if w in ("no", "nothing", "none", "neither")]
    head = tree.head(at)
    if not found and tree.tokens[at].dep == "conj" and head is not None and _joined_by(tree, at, ("or", "nor")):
        shared = [w for w in (tree.word(t.index) for t in tree.children(head.index, "advmod")) if is_negator(w)]
        found += [] if "nor" in found else shared[:1]
    return found


def _turns_away(tree: Tree, at: int, word: str) -> bool:
    """Whether a word before a participle says that it did not come about: "without signing", "far from ending"."""
    if word == "without":
        return True
    return word in ("far", "instead", "rather") and tree.tokens[at].tag == "VBG" and tree.tokens[at].dep != "root"


def _borrowed(tree: Tree, at: int, predicates: Predicates) -> list[str]:
    """The denial in a subject that the predicate shares or that the parse hides: "nobody slept or ate"."""
    hidden = tree.tokens[at].dep == "acl" and tree.tokens[at].tag in ("VBN", "VBD")
    if not (hidden or tree.tokens[at].dep == "conj") or tree.child(at, *SUBJECTS):
        return []
    subject = find_subject(tree, at, predicates)
    return _negative_modifiers(tree, subject) if subject is not None else []


def _is_negated_adverb(tree: Tree, at: int) -> bool:
    """Whether an adverb carries the clause's negation: "never before", "not yet"; "not long after" denies nothing."""
    return any(
        is_negator(tree.word(t.index), tree.word(t.index + 1)) and tree.word(t.index + 1) not in NEGATED_DEGREES
        for t in tree.children(at, "advmod")
        if t.index < at
    )


def _joined_by(tree: Tree, at: int, words: tuple[str, ...]) -> bool:
    return any(tree.word(t.index) in words for t in tree.children(at, "cc"))


def _negative_modifiers(tree: Tree, at: int) -> list[str]:
    """Negation that a noun phrase brings to its clause: "nobody", "no one", "no questions", "neither side"."""
    word = tree.word(at)
    if is_negative_pronoun(word) or (word == "one" and tree.word(at - 1) == "no"):
        return [word]
    for child in tree.children(at, "det", "advmod", "nummod", "cc:preconj"):
        following = tree.word(child.index + 1)
        if is_negative_determiner(tree.word(child.index), following):
            return [tree.word(child.index)]
        if tree.word(child.index) == "not" and following in ("one", "a", "a single", "any"):
            return ["not"]
    return []


def _is_negative_time(tree: Tree, at: int) -> bool:
    return tree.lemma(at) in ("time", "mean", "means", "way", "circumstance", "point", "longer") and any(
        tree.word(t.index) == "no" for t in tree.children(at, "det", "advmod")
    )


def _is_question(tree: Tree, predicate: Predicate) -> bool:
    """A main clause that ends in a question mark, or an imperative."""
    at = predicate.head
    token = tree.tokens[at]
    if token.dep not in ("root", "conj", "ccomp", "parataxis"):
        return False
    if any(t.text == "?" for t in tree.tokens[max(tree.first, tree.last - 2) : tree.last]):
        return True
    return (
        token.tag == "VB"
        and token.dep == "root"
        and tree.sentence.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and tree.sentence.text.endswith((".", "!", '"', "”"))
        and not tree.children(at, "aux", "aux:pass", "cop", *SUBJECTS)
        and not any(tree.word(t.index) == "to" for t in tree.children(at, "mark"))
    )


def _waits_on_condition(tree: Tree, at: int) -> bool:
    return any(
        tree.word(mark.index) in ("if", "unless", "provided")
        for clause in tree.children(at, "advcl")
        for mark in tree.children(clause.index, "mark")
        if not any(tree.word(k) in ("even", "as") for k in (mark.index - 1,))
    )


def read_tense(tree: Tree, predicate: Predicate, judgement: Judgement, outer: Tense) -> Tense:
    """When the clause places what it says; infinitives and participles take the tense of the clause above."""
    at = predicate.head
    if predicate.sort is Sort.APPOSITION:
        return Tense.NONE
    if predicate.sort is Sort.NOUN:
        return Tense.FUTURE if judgement.future else outer
    auxiliaries = auxiliaries_of(tree, at)
    finite = [*auxiliaries, *(tree.word(t.index) for t in tree.children(at, "cop"))]
    if judgement.future and not any(w in PAST_AUXILIARIES for w in finite[:1]):
        return Tense.FUTURE
    for word in finite:
        if word in PAST_AUXILIARIES or word == "been":
            return Tense.PAST
        if word in PRESENT_AUXILIARIES:
            perfect = word in ("has", "have", "'ve") and tree.tokens[at].tag in ("VBN", "VBD")
            return Tense.PAST if perfect or "been" in finite else Tense.PRESENT
        if word in load_cues().would:
            return Tense.FUTURE
    tag = tree.tokens[at].tag
    if tag == "VBD" or (tag == "VBN" and not auxiliaries):
        return Tense.PAST
    if tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if auxiliaries:
        return Tense.PRESENT
    if tag in ("VB", "VBG", "NN") or not finite:
        return outer if outer is not Tense.NONE else Tense.NONE
    return Tense.PRESENT if finite[0] in BE_FORMS else outer
