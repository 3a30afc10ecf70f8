"""Questions made of a clause: "The flight cost $28 million" asked for its sum is "how much did the flight cost?".

What is asked for leaves the clause, its verb changes places with the subject, and what is not needed is left out: a
clause that this cannot be done with safely gives no question.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.asking.nouns import UNITS, Phrase, say_phrase
from checker.asking.trees import Tree, join_words, relation
from checker.language.phrases import NOUN_TAGS
from checker.lexicon.inflection import base_forms
from checker.lexicon.kinds import is_person_noun
from checker.model import Token

LONGEST = 17
"""Words of a question at most."""

CLIMB = 4
"""Verbs that a clause may lean on ("is expected to be able to open")."""

FINITE = {"MD", "VBD", "VBZ", "VBP"}
DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}
SHORT = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}
AUXILIARIES = frozenset({"aux", "cop"})
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
ESSENTIAL = frozenset({"ccomp", "csubj"})
PARTICLES = frozenset({"compound"})


@cache
def saying_verbs() -> frozenset[str]:
    """Verbs of saying: what is told stands in another clause than theirs (``data/saying.txt``)."""
    lines = files("checker.asking").joinpath("data", "saying.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause with what a question needs of it.

    ``top`` is its finite verb (or what it says its subject is), ``verb`` the last verb of the chain ("is due to
    *open*"), ``subject`` in its own words, and ``auxiliary`` what opens the question; ``group`` the words up to the
    verb; ``reduced`` says that the auxiliary is not in the text ("the panel set up on 5 May").
    """

    tree: Tree
    top: Token
    verb: Token
    subject: Phrase | None
    auxiliary: str
    group: str
    reduced: bool = False


def find_verb(tree: Tree, token: Token) -> Token | None:
    """The verb, or the word that stands for one, that a token is said with; None where there is none."""
    node: Token | None = token
    while node is not None:
        if node is not token and relation(node) in {"nsubj", "amod", "conj"} and not node.tag.startswith("VB"):
            return None  # it is said with the noun, not with the verb above ("the slick, 11 km long by noon, ...")
        if node.tag.startswith("VB") or tree.children(node, "cop"):
            return node
        if relation(node) in {"acl", "parataxis", "appos"} and node is not token:
            return None
        node = tree.head(node)
    return None


def frame_clause(tree: Tree, verb: Token, skip: Set[int]) -> Frame | None:
    """The clause of a verb, made ready for a question; None for one without a subject that can be named."""
    top = verb
    for _ in range(CLIMB):
        head = tree.head(top)
        if relation(top) != "xcomp" or head is None or any(relation(t) in SUBJECTS for t in tree.children(top)):
            break
        top = head
    if (top.lemma.lower() in saying_verbs() and top is verb) or (top.tag.startswith("VB") and top.text[:1].isupper()):
        return None
    subject = _find_subject(tree, top)
    if subject is None or tree.covered(top).isdisjoint({verb.index}):
        return None
    bare = _reduced(tree, top)
    phrase = say_phrase(tree, subject, skip=skip)
    if phrase is None or (skip and subject.index in skip):
        return None
    auxiliaries = [t for t in tree.children(top, *AUXILIARIES) if t.index < top.index]
    between = range(top.index, verb.index + 1) if verb.index >= top.index else ()
    chain = [i for i in between if i not in skip]
    if len(chain) > CLIMB + 1 or any(relation(tree.token(i)) == "punct" and tree.token(i).text != "-" for i in chain):
        return None
    if top.lemma.lower() == "be" and not auxiliaries and top.tag in FINITE:
        return Frame(tree, top, verb, phrase, top.text.lower(), join_words(tree, chain[1:]))
    if bare:
        return Frame(tree, top, verb, phrase, "were" if phrase.plural else "was", join_words(tree, chain), True)
    if auxiliaries:
        first = auxiliaries[0]
        opener = SHORT.get(first.text.lower(), first.text.lower())
        if (
            first.tag not in FINITE
            or not opener.isalpha()
            or (first.index < subject.index and subject.index < top.index)
        ):
            return None
        group = [i for i in range(first.index + 1, top.index) if i not in skip]
        if any(tree.token(i).text in {",", ";", ":", "(", ")"} or relation(tree.token(i)) in SUBJECTS for i in group):
            return None
        said = join_words(tree, [*group, *chain])
        return Frame(tree, top, verb, phrase, opener, re.sub(r"\b(?:n['’]t|nt)\b", "not", said).strip())
    tag = (
        "VBP" if top.tag == "VB" and relation(top) == "root" else top.tag
    )  # "Grants make up ...", taken for a base form
    if tag not in DO or any(t.text.lower() in {"never", "not", "n't"} for t in tree.children(top, "advmod")):
        return None
    base, auxiliary = top.lemma.lower(), DO[tag]
    if tag == "VBP" and (forms := base_forms(top.text.lower(), "v")) and top.text.lower() not in forms:
        base, auxiliary = forms[0], "did"  # "shares rose", taken for a present
    if not base.isalpha():
        return None
    return Frame(tree, top, verb, phrase, auxiliary, f"{base} {join_words(tree, chain[1:])}".strip())


def _reduced(tree: Tree, top: Token) -> bool:
    """Whether a participle stands behind its noun ("the panel set up on 5 May"): what it says was done to it."""
    noun = tree.head(top)
    if noun is None or tree.head(noun) is None:
        return False  # "The pressure climbed to 951": the verb of a sentence that the parser has none for
    return top.tag == "VBN" and relation(top) == "acl" and not tree.children(top, "aux", "cop", "nsubj", "mark")


def _find_subject(tree: Tree, top: Token) -> Token | None:
    """The noun that a clause is about: its subject, that of the clause it goes on, or what a relative clause is of."""
    found = next((t for t in tree.children(top, "nsubj")), None)
    head = tree.head(top)
    if found is None and relation(top) == "conj" and head is not None and head.tag[:2] == "VB" == top.tag[:2]:
        inherited = next((t for t in tree.children(head, "nsubj")), None)
        alone = top.tag in DO and not tree.children(head, "aux")
        return inherited if alone else None
    if found is None:
        return head if _reduced(tree, top) and head is not None and head.tag in NOUN_TAGS else None
    if found.tag in {"WDT", "WP"} or found.text.lower() == "that":
        if relation(top) != "acl" or head is None or head.tag not in NOUN_TAGS:
            return None
        return head if found.text.lower() != "who" or is_person_noun(head.lemma.lower()) else None
    return found if found.tag in NOUN_TAGS else None


def ask_of(frame: Frame, asked: str, gone: Set[int]) -> str | None:
    """The question with the words asked for at its head ("when" did the flight leave the port); None without one."""
    if frame.subject is None or not agree(frame.subject, frame.auxiliary):
        return None
    tail = say_rest(frame.tree, frame.verb, gone | frame.subject.tokens)
    if tail is None:
        return None
    if frame.top.lemma.lower() == "be" and not frame.group and not tail:
        return None  # "when were customers?"
    return finish(f"{asked} {frame.auxiliary} {frame.subject.text} {frame.group} {tail}?")


def ask_subject(tree: Tree, verb: Token, asked: str, subject: Token, *, plural: bool) -> str | None:
    """The question for the subject itself ("how many doses" were sent to the coast); None without one."""
    if verb.lemma.lower() in saying_verbs() or relation(verb) in {"xcomp", "conj", "acl"}:
        return None
    auxiliaries = [t for t in tree.children(verb, *AUXILIARIES) if t.index < verb.index]
    first = auxiliaries[0] if auxiliaries else verb
    if (
        first.text[:1].isupper()
        or first.tag not in FINITE
        or first.index < subject.index
        or (plural and first.text.lower() in ONE)
    ):
        return None
    if plural and first.tag == "VBZ":
        return None
    gone = tree.covered(subject)
    group = [i for i in range(first.index, verb.index + 1) if i not in gone]
    if any(tree.token(i).text in {",", ";", ":", "(", ")"} for i in group):
        return None
    tail = say_rest(tree, verb, gone)
    return finish(f"{asked} {join_words(tree, group)} {tail}?") if tail is not None else None


def _is_whole(tree: Tree, noun: Token) -> bool:
    """Whether a noun and what completes it can be said without leaving a number out."""
    clauses = {i for clause in tree.children(noun, "acl") for i in tree.covered(clause)}
    return all(tree.token(i).tag != "CD" for i in tree.covered(noun) - clauses)


def _is_narrowed(tree: Tree, noun: Token) -> bool:
    """Whether a clause behind a noun says which one it is, with no comma before ("by the time that it closed")."""
    if noun.lemma.lower() not in {"time", "moment", "point", "way", "day"}:
        return False
    return any(tree.token(min(tree.covered(clause))).text != "," for clause in tree.children(noun, "acl"))


def _is_rate(tree: Tree, noun: Token) -> bool:
    """Whether a noun says per what something is counted ("185 kilometres an hour")."""
    return noun.lemma.lower() in UNITS and any(t.text.lower() in {"a", "an"} for t in tree.children(noun, "det"))


def _find_particle(tree: Tree, verb: Token) -> Token | None:
    """The adverb right behind a verb that makes another verb of it ("call back", "take home"), whatever it hangs on."""
    if verb.index + 2 >= tree.sentence.last:
        return None
    beside, after = tree.token(verb.index + 1), tree.token(verb.index + 2)
    if beside.tag not in {"RP", "RB"} or beside.text.lower() not in ADVERBS or after.text.lower() in {"to", "by", "%"}:
        return None
    return beside


def agree(subject: Phrase, verb: str) -> bool:
    """Whether a verb stands in the number of its subject; where it does not, the parse has taken another one for it."""
    return subject.named or verb not in (ONE if subject.plural else MANY)


ADVERBS = frozenset("home back away out off in together over forward aside down up through ahead".split())
"""Adverbs that make another verb of the one before them ("take home")."""

ONE, MANY = frozenset({"is", "was", "has", "does"}), frozenset({"are", "were", "have", "do"})


def say_rest(tree: Tree, verb: Token, gone: Set[int]) -> str | None:
    """What a verb cannot do without, and at most one circumstance; None where that cannot be said in a few words."""
    said = [particle.text.lower()] if (particle := _find_particle(tree, verb)) is not None else []
    circumstances = 0
    for child in tree.children(verb):
        kind = relation(child)
        if kind in ESSENTIAL:
            return None
        if kind == "obj" and child.index < verb.index:
            return None
        if child.index < verb.index or child.index in gone or child is particle:
            continue
        covered = tree.covered(child)
        if (kind == "punct" and child.text != "-") or "," in {
            tree.token(i).text for i in (min(covered) - 1, min(covered))
        }:
            break
        if tree.covered(child) & gone and kind not in {"obj", "iobj", "obl"}:
            return None
        if kind == "compound" and child.tag in {"RP", "RB", "IN"}:
            said.append(child.text.lower())
        elif kind == "advmod" and child.text == "there":
            said.append("there")
        elif kind in {"obj", "iobj"} and (tree.is_time(child) or _is_rate(tree, child)):
            continue
        elif kind in {"obj", "iobj"}:
            phrase = say_phrase(tree, child, skip=gone, definite=False)
            if phrase is None:
                return None
            said.append(phrase.text)
        elif kind == "xcomp":
            words = join_words(tree, covered)
            if len(covered) > 6 or not re.fullmatch(r"[\w’' -]+", words) or covered & gone:
                return None
            said.append(words)
        elif kind == "obl" and not circumstances and not tree.is_time(child):
            case = tree.cases(child)
            whole = _is_whole(tree, child) and not _is_narrowed(tree, child)
            phrase = say_phrase(tree, child, skip=gone, definite=False) if whole and case in PLACES else None
            if phrase is not None:
                circumstances += 1
                said.append(f"{case} {phrase.text}")
    return " ".join(said)


PLACES = frozenset(
    """across through under near along off in at to on for from into with of against by over between""".split()
)
"""Prepositions of what may stand behind a verb in a question."""


def finish(question: str) -> str | None:
    """The question in one line; None where it says a noun twice, is too long, or carries marks of something else."""
    text = re.sub(r"\s+", " ", question).strip().replace(" ?", "?").replace(" 's", "'s").replace(" ’s", "’s")
    words = [w.lower() for w in re.findall(r"[\w’'-]+", text)]
    telling = [w for w in words if len(w) > 4]
    if len(words) > LONGEST or len(telling) != len(set(telling)) or not re.fullmatch(r"[\w .,&’'%()$€£/-]+\?", text):
        return None
    return text
