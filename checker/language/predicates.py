"""Which words of a sentence are predicates: verbs, what a copula predicates, event nouns, appositions, fragments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from checker.factuality.cues import load_cues
from checker.language.trees import (
    CLAUSAL,
    NOUN_TAGS,
    RELATIVE_WORDS,
    SUBJECTS,
    VERB_TAGS,
    WORD_LEVEL,
    Tree,
)
from checker.model import BlockKind
from checker.text.words import load_words

# Adverbs that are part of the verb's meaning when they follow it: "pull back", "put off".
PARTICLES = frozenset(
    {"back", "out", "up", "down", "off", "over", "away", "aside", "through", "apart", "forward", "together"}
)


# Verbs whose passive keeps an object: "the firm, given a licence in May", "a storm named Rita".
TWO_OBJECTS = frozenset(
    {
        "give",
        "hand",
        "send",
        "grant",
        "pay",
        "offer",
        "award",
        "name",
        "call",
        "dub",
        "elect",
        "appoint",
        "tell",
        "show",
    }
    | {"promise", "charge", "fine", "deny", "teach", "title", "label", "consider", "deem", "make", "sentence"}
)


# Of these, the verbs whose second object says what the first one becomes: "elected her president".
NAMING = frozenset({"name", "call", "dub", "elect", "appoint", "title", "label", "consider", "deem", "make"})


# A label before a colon has at most this many words.
LONGEST_LABEL = 9


class Sort(StrEnum):
    """What makes a word a predicate."""

    VERB = "verb"
    COPULA = "copula"
    NOUN = "noun"
    APPOSITION = "apposition"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that names an event: the verb's lemma, and whether "of", a possessive, a compound are its patient."""

    verb: str
    of_is_patient: bool
    owner_is_patient: bool
    compound_is_patient: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate at token ``head``. ``passive`` says that its grammatical subject is the patient."""

    head: int
    sort: Sort
    passive: bool = False
    particle: str = ""
    nominal: Nominal | None = None


@cache
def load_nominals() -> dict[str, Nominal]:
    """The event nouns by lemma, from ``data/nominalisations.tsv``."""
    table: dict[str, Nominal] = {}
    for line in (files("checker.language") / "data" / "nominalisations.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            noun, verb, of, owner, compound = line.split("\t")
            table[noun] = Nominal(verb, of == "p", owner == "p", compound == "p")
    return table


def find_predicates(tree: Tree) -> list[Predicate]:
    """The predicates of a sentence in the order of its words; at least one."""
    found = [p for token in tree for p in _at(tree, token.index)]
    colon = find_label(tree)
    if colon is not None and not any(_is_asserted(tree, p, colon) for p in found if p.head < colon):
        found = [p for p in found if p.head > colon or p.sort not in (Sort.VERB, Sort.COPULA)]
    main = [p for p in found if p.sort in (Sort.VERB, Sort.COPULA)]
    for root in tree.roots:
        taken = any(p.head == root or stands_for_main_verb(tree, p.head) for p in main)
        if not taken and (colon is None or root < colon or not main) and _is_readable(tree, root):
            found.append(Predicate(root, Sort.FRAGMENT))
    if not found and tree.roots:
        found.append(Predicate(tree.roots[0], Sort.FRAGMENT))
    return sorted(found, key=lambda p: (p.head, p.sort is Sort.FRAGMENT))


def find_label(tree: Tree) -> int | None:
    """The index of the colon that ends a label at the beginning of a line, or None."""
    for k in range(tree.first + 1, min(tree.last - 1, tree.first + LONGEST_LABEL + 1)):
        if tree.word(k) == ":":
            return k
        if tree.word(k) in (".", "?", "!", ";", '"'):
            return None
    return None


def _is_asserted(tree: Tree, predicate: Predicate, colon: int) -> bool:
    """Whether a predicate in front of a colon says something, so that it is no label."""
    if predicate.sort is Sort.COPULA:
        return True
    relations = {*SUBJECTS, "aux", "aux:pass", "obj", "obl"}
    return predicate.sort is Sort.VERB and any(
        t.dep in relations and t.index < colon for t in tree.children(predicate.head)
    )


def _is_readable(tree: Tree, at: int) -> bool:
    return any(c.isalnum() for c in tree.tokens[at].text)


def _at(tree: Tree, at: int) -> Iterator[Predicate]:
    token = tree.tokens[at]
    copula = tree.child(at, "cop")
    if copula is not None and not is_be_to(tree, at):
        if token.tag == "VBN" and tree.child(at, "nsubj:pass", "obl:agent"):
            yield Predicate(at, Sort.VERB, passive=True, particle=_particle(tree, at))
        elif token.tag in VERB_TAGS and tree.child(at, "mark", "aux:pass", "obj") and len(tree.children(at, *SUBJECTS)):
            yield Predicate(at, Sort.VERB, passive=is_passive(tree, at), particle=_particle(tree, at))
        else:
            yield Predicate(at, Sort.COPULA)
    elif is_verb(tree, at):
        yield Predicate(at, Sort.VERB, passive=is_passive(tree, at), particle=_particle(tree, at))
    elif token.tag in NOUN_TAGS or token.tag == "VBG":
        nominal = load_nominals().get(token.lemma.casefold()) or load_nominals().get(token.text.casefold())
        superlative = any(t.tag == "JJS" for t in tree.children(at, "amod"))
        if nominal is not None and not superlative and _has_participant(tree, at):
            yield Predicate(at, Sort.NOUN, nominal=nominal)
    if token.dep == "appos" and token.tag in NOUN_TAGS:
        head = tree.head(at)
        if head is not None and head.tag in NOUN_TAGS and _is_set_off(tree, at):
            yield Predicate(at, Sort.APPOSITION)


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a token is a verbal predicate. A wrong tag is overruled by auxiliaries, "to" or a subject."""
    token = tree.tokens[at]
    if token.dep in WORD_LEVEL and not (token.dep == "advmod" and tree.child(at, "obj", "xcomp", "ccomp")):
        return False
    if token.tag in VERB_TAGS:
        return token.dep not in ("obl", "nmod", "obl:unmarked") or bool(tree.child(at, "obj", "nsubj", "aux"))
    if token.tag == "MD":
        return token.dep == "root" and tree.child(at, "nsubj") is not None
    if not any(c.isalpha() for c in token.text) or tree.child(at, "det", "cop"):
        return False
    if tree.child(at, "aux", "aux:pass"):
        return True
    if tree.has_mark(at, "to") and token.dep in CLAUSAL | {"root", "conj"}:
        return True
    return (
        token.dep in CLAUSAL | {"root", "conj"}
        and tree.child(at, "nsubj", "nsubj:pass") is not None
        and bool(tree.child(at, "obj", "ccomp", "xcomp", "obl:agent"))
    )


def is_be_to(tree: Tree, at: int) -> bool:
    """Whether a form of "be" before an infinitive makes a future: "is to pull", "is due to meet"."""
    tag = tree.tokens[at].tag
    return (tag == "VB" or (tag == "VBN" and bool(tree.child(at, "aux", "aux:pass")))) and tree.has_mark_or_fixed_to(at)


def is_equative(tree: Tree, at: int) -> bool:
    """Whether "is to" says what a plan or an aim consists in: "the aim is to cut costs"."""
    if not is_be_to(tree, at) or tree.child(at, "cop") is None:
        return False
    cues = load_cues()
    return any(
        f"noun {tree.lemma(t.index)}" in cues.governors or f"noun {tree.lemma(t.index)}" in cues.negative_governors
        for t in tree.children(at, *SUBJECTS)
    )


def is_passive(tree: Tree, at: int) -> bool:
    """Whether the grammatical subject of a verb is its patient."""
    token = tree.tokens[at]
    if tree.child(at, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    if tree.child(at, "aux") and token.tag != "VBG":
        return False
    if token.dep in ("acl", "advcl", "xcomp") and token.tag in ("VBN", "VBD"):
        if tree.child(at, "obj") and tree.lemma(at) not in TWO_OBJECTS:
            return False
        return tree.child(at, *SUBJECTS) is None and not stands_for_main_verb(tree, at)
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and tree.child(at, "nsubj", "aux") is None:
        head = tree.head(at)
        return head is not None and head.tag == "VBN" and head.index < at and is_passive(tree, head.index)
    return False


def stands_for_main_verb(tree: Tree, at: int) -> bool:
    """Whether a participle on a noun is really the main verb that the parser missed.

    That is so when a full sentence has no main verb at all, and the participle has no agent: "Ms Lee, a judge,
    resigned after his arrest."
    """
    token = tree.tokens[at]
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or tree.sentence.kind is not BlockKind.PARAGRAPH:
        return False
    if tree.child(at, "obl:agent", "aux", "aux:pass", "mark") or tree.last - tree.first < 5:
        return False
    return not tree.main_verbs() - {at} and tree.first_participle() == at


def _particle(tree: Tree, at: int) -> str:
    particle = tree.child(at, "compound:prt")
    if particle is not None:
        return particle.text.casefold()
    following = tree.word(at + 1)
    if following and f"{tree.lemma(at)} {following}" in load_words("checker.language", "phrasal_verbs.txt"):
        return following
    for adverb in tree.children(at, "advmod"):
        if adverb.index > at and tree.word(adverb.index) in PARTICLES and not tree.children(adverb.index):
            return tree.word(adverb.index)
    return ""


def _has_participant(tree: Tree, at: int) -> bool:
    return any(
        child.dep == "nmod:poss"
        or (child.dep == "nmod" and tree.preposition(child.index) in ("of", "by", "between"))
        or (child.dep == "compound" and child.tag in NOUN_TAGS)
        for child in tree.children(at)
    )


def _is_set_off(tree: Tree, at: int) -> bool:
    """Whether a comma, dash or bracket stands before an apposition, and it describes: "Oslo, Norway" does not."""
    head = tree.tokens[at].head
    between = [tree.word(k) for k in range(head + 1, at)]
    if ":" in between or not any(word in (",", "(", "—", "–", "--") for word in between):
        return False
    if tree.tokens[at].tag in ("NNP", "NNPS") and tree.tokens[head].tag in ("NNP", "NNPS"):
        return tree.child(at, "nmod", "det", "nmod:poss") is not None
    return True


def relative_pronoun(tree: Tree, at: int) -> bool:
    """Whether a token stands for the noun that a relative clause modifies."""
    token = tree.tokens[at]
    return tree.word(at) in RELATIVE_WORDS and token.tag in ("WDT", "WP", "IN", "DT")
