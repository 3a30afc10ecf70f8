"""How a question is put in words: a noun as it is written, a verb as what was done, an article within a sentence."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from checker.language.phrases import Setting, word_of
from checker.model import Document, Token

CLIMB = 6
"""Steps from a noun up to the verb that it belongs to."""

COLOURLESS = frozenset({"be", "have", "do", "become", "stand", "amount", "come", "total", "seem", "remain", "get"})
"""Verbs that add nothing to a question ("the bill stood at 4 million")."""

UNCOUNTED = frozenset({"people", "police", "staff", "aircraft", "cattle", "sheep", "deer", "fish", "crew", "personnel"})
"""Nouns that are plural as they are."""

# A short vowel and one consonant at the end of a short verb: stop -> stopped, ban -> banned; not open, fix, show
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtz]$")
CONSONANT_Y = re.compile(r"[^aeiou]y$")
ARTICLE = re.compile(r"^(?:A|An|The|Its|His|Her|Their|Some|Any|No|This|That|These|Those)\b")


@cache
def _irregular() -> dict[str, str]:
    lines = files("checker.language").joinpath("data", "participles.tsv").read_text(encoding="utf-8").splitlines()
    return {verb: form for line in lines if not line.startswith("#") for verb, _, form in [line.partition("\t")]}


def form_participle(verb: str) -> str:
    """The past participle of a verb: "strike" struck, "offer" offered, "deny" denied, "ban" banned."""
    verb = verb.lower()
    if (form := _irregular().get(verb)) is not None:
        return form
    if CONSONANT_Y.search(verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb}{verb[-1]}ed" if DOUBLING.match(verb) else f"{verb}ed"


def form_plural(token: Token) -> str:
    """A noun in the plural, lower case: as it is written where it is one, else by the regular rules."""
    noun = token.text.lower()
    if token.tag != "NN" or noun in UNCOUNTED or noun.endswith("s"):
        return noun
    if CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("x", "ch", "sh")) else f"{noun}s"


def say_noun(document: Document, setting: Setting) -> str:
    """The noun that a figure counts as it is written ("prisoners"), else the first that carries it; empty without."""
    if setting.counted and 0 <= setting.head < len(document.tokens):
        token = document.tokens[setting.head]
        if word_of(token) == setting.counted:
            return token.text if token.tag.startswith("NNP") else form_plural(token)
    return setting.counted or next(iter(setting.carriers), "")


def say_deed(document: Document, setting: Setting) -> tuple[str, bool]:
    """What was done around a figure, as a participle, and whether it was done to what the figure counts.

    Empty where the verb says nothing that tells one question from another.
    """
    if not setting.predicate or setting.predicate in COLOURLESS or not 0 <= setting.head < len(document.tokens):
        return "", False
    node = document.tokens[setting.head]
    undergoes = node.dep == "obj" or node.dep == "nsubj:pass"
    for _ in range(CLIMB):
        if node.tag.startswith("VB") or node.head == node.index:
            break
        node = document.tokens[node.head]
    return _say_verb(node, setting.predicate), undergoes


def _say_verb(token: Token, lemma: str) -> str:
    regular = token.text.lower()
    if token.tag in {"VBN", "VBD"} and lemma not in _irregular() and regular.endswith("ed"):
        return regular
    return form_participle(lemma)


def within(phrase: str) -> str:
    """A phrase as it stands inside a sentence: "A tsunami alert" a tsunami alert; names keep their capitals."""
    return phrase[:1].lower() + phrase[1:] if ARTICLE.match(phrase) else phrase
