"""Things in an article's own words: a noun phrase as it stands, without numbers, asides and relative clause.

"A man-made reef, which the town had paid for" is "the man-made reef"; names keep their capitals.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from checker.asking.trees import Tree, join_words, relation
from checker.language.asking import UNCOUNTED
from checker.language.phrases import NOUN_TAGS
from checker.lexicon.inflection import base_forms
from checker.model import MentionKind, Token

NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.ROLE)
TORN_AT = NOUN_TAGS | {"VBG", "CD", "POS", "HYPH"}

LONGEST = 8
"""Words of a phrase at most: what is read at a glance."""

KEPT = frozenset({"det", "amod", "compound", "nmod", "flat", "fixed", "advmod", "case", "goeswith"})
"""Relations of the words that belong to what a thing is called."""

LINKS = frozenset(
    {"of", "for", "in", "on", "to", "from", "between", "against", "with", "at", "by", "into", "'s", "’s", ""}
)
"""Prepositions behind a noun that narrow what it names."""

INDEFINITE = frozenset({"a", "an", "its", "his", "her", "their", "some", "another", "this", "these", "that", "those"})
"""Determiners of what the question names again; what is said of somebody's own is said of a known thing."""

OWN = frozenset({"my", "our", "your"})
"""Whoever is quoted says so: outside of the quotation it would be the reader's."""

ADDED = frozenset({"nmod", "flat", "conj", "compound"})
UNITS = frozenset("second minute hour day week month year decade century weekend night morning evening".split())
"""Lengths of time, which are no things that a question could be of."""

RELATIVE = frozenset({"whose", "which", "what", "whatever", "who", "whom"})
"""Words that make a question or a clause of their own of a phrase."""

NOBODY = frozenset({"no", "neither", "none"})
VAGUE = frozenset(
    """one ones other others thing things something all both each most lot apiece somebody someone anybody anyone
    everybody everyone nobody""".split()
)
"""Nouns that name nothing."""

PLAIN = re.compile(r"[\w .,&’'/-]+")
# The joint of a phrase that has lost its punctuation: "Anna Lind. 81"
BROKEN = re.compile(r"[.,](?=\s)|\d[.,]|\.\.|^[-’']|\|")
TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|No|vs|[A-Z])\.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing as an article calls it; ``tokens`` are those of its words there, ``named`` says that it is a name."""

    text: str
    plural: bool
    tokens: frozenset[int]
    named: bool = False


def say_phrase(
    tree: Tree, head: Token, *, skip: Set[int] = frozenset(), definite: bool = True, alone: bool = False
) -> Phrase | None:
    """The thing that a noun names; None for pronouns, for what is denied, and where the words are no plain phrase.

    ``skip`` are tokens that must not be in it (the value that is asked for). ``definite`` says "the" for "a", as of
    what is known, ``alone`` leaves out what is joined to it by "and".
    """
    longest = LONGEST
    if tree.is_time(head) or (head.lemma.lower() in UNITS and not tree.children(head, "compound")):
        return None
    if head.tag not in NOUN_TAGS or head.index in skip or head.text.lower() in VAGUE or not head.text[:1].isalpha():
        return None
    core = {head.index} | _gather(tree, head, skip, before=True)
    if _is_cut(tree, head):
        return None
    for child in sorted(tree.children(head), key=lambda t: t.index):
        if child.index < head.index or relation(child) not in ADDED - ({"conj"} if alone else set()):
            continue
        added = _add(tree, child, skip)
        if added is None or len(core) + len(added) > longest or min(added) > max(core) + 1:
            break
        core |= added
    if _is_lost(tree, head, max(core) + 1):
        return None  # "commercial bank | lending", where a part of the name is lost
    if _is_pieced(tree, head, core) or _is_denied(tree, min(core)):
        return None
    if len(core) > longest or min(core) < head.index - longest:
        return None
    return _say(tree, head, core, definite=definite)


def _gather(tree: Tree, head: Token, skip: Set[int], *, before: bool) -> set[int]:
    """What stands with a noun on its left, without numbers, asides and times; on both sides when not ``before``."""
    found: set[int] = set()
    for child in tree.children(head):
        if child.index in skip or tree.is_time(child) or (before and child.index > head.index):
            continue
        if (
            relation(child) in KEPT
            and (child.tag != "CD" or _is_hyphened(tree, child))
            and not (relation(child) == "case" and child.tag != "POS")
        ):
            if relation(child) == "nmod" and not (
                child.dep.startswith(("nmod:poss", "nmod:desc")) or child.index < head.index
            ):
                continue
            found |= {child.index} | _gather(tree, child, skip, before=False)
        elif child.tag in {"HYPH"} or (relation(child) == "punct" and child.text == "-"):
            found.add(child.index)
    return found


def _add(tree: Tree, child: Token, skip: Set[int]) -> set[int] | None:
    """The tokens of a complement behind a noun, with its preposition; None for one that names nothing more."""
    if child.index in skip or tree.covered(child) & skip or tree.is_time(child):
        return None
    marks = tree.children(child, "case", "cc")
    if relation(child) == "nmod" and (tree.cases(child) not in LINKS or not marks):
        return None
    if relation(child) == "conj" and (not marks or child.tag not in NOUN_TAGS):
        return None
    if child.tag not in NOUN_TAGS or tree.children(child, "nummod"):
        return None
    found = {child.index, *(t.index for t in marks)} | _gather(tree, child, skip, before=True)
    for below in tree.children(child, "nmod", "flat"):
        if below.index > child.index:
            more = _add(tree, below, skip)
            if more is not None and min(more) == max(found) + 1:
                found |= more
    return found if max(found) - min(found) + 1 == len(found) or not _is_torn(tree, found) else None


def _is_hyphened(tree: Tree, token: Token) -> bool:
    """Whether a number is a part of a word: "two-way"."""
    return token.index + 1 < tree.sentence.last and tree.token(token.index + 1).tag == "HYPH"


def _is_lost(tree: Tree, head: Token, index: int) -> bool:
    """Whether the next word belongs to the noun as well, and not to an aside ("the vessel *Aurora*")."""
    after = tree.token(index) if index in tree.covered(head) else None
    if after is None or after.tag not in TORN_AT or tree.is_time(after):
        return False
    return all(index not in tree.covered(aside) for aside in tree.children(head, "appos"))


def _is_pieced(tree: Tree, head: Token, core: set[int]) -> bool:
    """Whether a number was left out that another word has ("a 20 | metre bridge"), or a verb stands inside."""
    words = [tree.token(i) for i in sorted(core)]
    if any(a.tag == "NN" and b.tag in {"VBN", "VBD"} for a, b in pairwise(words)):
        return True  # "a tourist | grounded tankers": a verb taken for an adjective
    missing = (tree.token(i) for i in range(min(core), head.index) if i not in core)
    return any(t.tag == "CD" and t.head != head.index and not tree.is_time(t) for t in missing)


def _is_denied(tree: Tree, first: int) -> bool:
    """Whether the words are said of none ("not a single lorry")."""
    return first > tree.sentence.first and tree.token(first - 1).text.lower() in {"not", "never", "hardly"}


def _is_cut(tree: Tree, head: Token) -> bool:
    """Whether a single participle follows that may be the noun itself ("a power | cut")."""
    return any(
        child.index == head.index + 1 and child.tag == "VBN" and all(map(tree.is_time, _behind(tree, child)))
        for child in tree.children(head, "acl")
    )


def _behind(tree: Tree, token: Token) -> list[Token]:
    return [t for t in tree.covered_tokens(token) if t.index > token.index and relation(t) not in {"case", "det"}]


def _is_torn(tree: Tree, found: set[int]) -> bool:
    """Whether what is left out between the words is more than a number."""
    missing = set(range(min(found), max(found) + 1)) - found
    return any(tree.token(i).tag not in {"CD", "HYPH"} for i in missing)


def _is_numbered(tree: Tree, head: Token, first: int) -> bool:
    """Whether a number was left out before the words: "the 150 posts" are known, and so are "150 posts"."""
    return any(t.index < first and not tree.is_time(t) for t in tree.children(head, "nummod"))


def _named(tree: Tree) -> set[int]:
    mentions = tree.document.mentions_in(tree.sentence.span, *NAMES)
    return {t.index for m in mentions for t in tree.document.tokens_touching(m.span)}


def _is_common(tree: Tree, words: list[int], text: str) -> bool:
    """Whether the first word is a common one that has its capital from its place, and opens no name."""
    first = words[0]
    opening = first == tree.sentence.first or tree.token(first - 1).text in {":", "“", '"', "‘"}
    if not opening or text[:2].isupper() or first in _named(tree):
        return False
    alone = len(words) == 1 or tree.token(words[1]).tag not in {"NNP", "NNPS"}
    return alone and bool(base_forms(text.split()[0].lower()))


def _say(tree: Tree, head: Token, core: set[int], *, definite: bool) -> Phrase | None:
    words = sorted(core)
    first = tree.token(words[0])
    lead, rest = first.text.lower(), words[1:]
    noun = head.text.lower()
    shown = noun != head.lemma.lower() or noun.endswith("s")  # "quota" is none, whatever its tag
    plural = (head.tag in {"NNS", "NNPS"} and shown) or noun in UNCOUNTED
    plural = plural or any(relation(t) == "conj" and t.index in core for t in tree.children(head))
    others = (tree.token(i) for i in words)
    if lead in NOBODY or any(t.text.lower() in OWN | RELATIVE for t in others):
        return None
    if definite and rest and first.tag in {"DT", "PRP$"} and lead in INDEFINITE:
        text = f"the {join_words(tree, rest)}"
    else:
        text = join_words(tree, words)
        numbered = definite and plural and first.tag not in {"DT", "PRP$", "PDT"} and _is_numbered(tree, head, words[0])
        if first.tag in {"DT", "PRP$", "PDT"} or _is_common(tree, words, text):
            text = text[:1].lower() + text[1:]
        text = f"the {text}" if numbered else text
    text = re.sub(r"\b(?:its|his|her|their) ", "the ", text) if definite else text
    bare = TITLES.sub("", text)
    if not PLAIN.fullmatch(text) or BROKEN.search(bare) or (text.isupper() and len(text) > LONGEST):
        return None
    return Phrase(text, plural, frozenset(core), head.tag in {"NNP", "NNPS"})
