"""Occupations told by what somebody does: ``Amin, who drove the train``; ``Okoro flew the helicopter``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.names.page import Page
from checker.values.offices import load_offices
from checker.values.roles import RoleValue

DOUBTS = frozenset({"not", "never", "would", "could", "might", "if", "hardly"})
OBJECTS = ("obj",)
# In a list of objects: the verb tells the occupation by itself ("who was driving").
BARE = ""
# Words that put a deed or an office into another time than the event's.
ELSEWHEN = frozenset({"until", "till", "before", "previously", "formerly", "once", "earlier", "between"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with its object that tells an occupation: tokens ``first`` to ``last`` (exclusive), and the holder's."""

    first: int
    last: int
    holder: int
    value: RoleValue


def find_deeds(page: Page, inside: Mapping[int, int], ends: Mapping[int, int]) -> list[Deed]:
    """Every deed of a named person or of a pronoun.

    ``inside`` maps each token of a person's name to the name's first token, ``ends`` the token right after the name.
    """
    table = load_offices().deeds
    found: list[Deed] = []
    for token in page.tokens:
        deeds = table.get(token.lemma)
        if deeds is None or not token.tag.startswith("VB") or token.tag == "VB":
            continue
        begin, end = page.bounds(token.index)
        children = [t for t in page.tokens[begin:end] if t.head == token.index and t.index != token.index]
        if token.tag == "VBG" and not any(t.lemma == "be" for t in children):
            continue
        if any(t.lemma in DOUBTS for t in children):
            continue
        done = next((t for t in children if t.dep in OBJECTS), None)
        wanted = done.lemma if done is not None else BARE
        deed = next((d for d in deeds if wanted in d.objects), None)
        subject = next((t for t in children if t.dep == "nsubj"), None)
        if subject is None and token.tag == "VBN" and (flown := _by_whom(page, token.index, begin, end)) is not None:
            thing = next((t for t in children if t.dep == "nsubj:pass"), None)
            deed = next((d for d in deeds if thing is not None and thing.lemma in d.objects), None)
            if deed is not None and flown in inside:
                value = RoleValue(page.text(token.index, token.index + 1), deed.office)
                found.append(Deed(token.index, token.index + 1, inside[flown], value))
            continue
        last = done.index if done is not None else token.index
        if deed is None or subject is None or last < token.index:
            continue
        if (holder := _holder(page, subject.index, inside, ends)) is not None:
            text = page.text(token.index, last + 1)
            ranks = frozenset({"former"}) if _is_over(page, token.index, end) else frozenset[str]()
            found.append(Deed(token.index, last + 1, holder, RoleValue(text, deed.office, ranks=ranks)))
    return found


def _by_whom(page: Page, verb: int, begin: int, end: int) -> int | None:
    """The agent of a passive verb: "the plane was flown by Ada Reed"."""
    tokens = page.tokens
    agents = (t for t in tokens[max(begin, verb + 1) : end] if t.head == verb and t.dep in ("obl", "obl:agent"))
    for token in agents:
        if any(t.head == token.index and t.text.lower() == "by" for t in tokens[verb : token.index]):
            return token.index
    return None


def _is_over(page: Page, verb: int, end: int) -> bool:
    """Whether words behind the verb put the deed into another time ("chaired the board until 2019")."""
    if page.tokens[verb].tag != "VBD":
        return False
    return any(page.fold[at] in ELSEWHEN and page.tokens[at].tag in ("IN", "RB") for at in range(verb + 1, end))


def _holder(page: Page, subject: int, inside: Mapping[int, int], ends: Mapping[int, int]) -> int | None:
    if subject in inside:
        return inside[subject]
    if page.fold[subject] in ("he", "she"):
        return subject
    if page.fold[subject] != "who":
        return None
    return ends.get(subject - 1 if page.tokens[subject - 1].text == "," else subject)
