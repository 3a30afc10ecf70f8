"""Who holds an office: titles, appositions, ``X is the mayor``, ``X will serve as chair``, ``with X as chair``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.names.candidates import Candidate
from checker.names.deeds import ELSEWHEN
from checker.names.page import Page
from checker.names.tables import load_words
from checker.names.titles import RolePhrase
from checker.values.offices import load_offices

HOLDING = frozenset({"be", "become", "remain", "stay"})
SERVING = frozenset(
    {"serve", "act", "work", "continue", "appoint", "name", "elect", "install", "confirm", "nominate", "step", "return"}
    | {"start", "stand", "resign", "retire", "hire", "choose", "pick", "replace", "swear", "take"}
)
# "keeps the chief executive's job"
KEEPING = frozenset({"keep", "hold", "take", "get", "retain", "have", "occupy", "assume"})
POSTS = frozenset({"job", "post", "role", "position", "title", "seat", "office"})
CHOOSING = frozenset({"appoint", "name", "elect", "install", "confirm", "nominate", "hire", "choose", "pick"})
# What "who" does before an office ("who is the deputy", "who serves as chair").
RELATIVE_VERBS = frozenset({"be", "become", "remain", "serve", "act", "work"})
ELSEWHEN_REACH = 8
# Nouns for somebody beside an office's holder, besides relations and offices ("a member for the mayor").
PERSON_NOUNS = frozenset(
    {"assistant", "adjunct", "deputy", "member", "rival", "critic", "ally", "opponent", "supporter", "killer"}
)
ADVERBS = frozenset({"now", "then", "also", "currently", "formerly", "once", "both", "himself", "herself"})
PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m", "herself": "f", "hers": "f"}


def link_holders(
    page: Page, phrases: Sequence[RolePhrase], candidates: Sequence[Candidate], people: Sequence[int]
) -> dict[int, int]:
    """The token that names the holder (a candidate's first, or a pronoun) for phrases that say one, by phrase index.

    ``people`` are the indices of candidates that name a person.
    """
    first = {at: i for i in people for at in (candidates[i].start, candidates[i].first)}
    last = {candidates[i].last: i for i in people}
    inside = {at: i for i in people for at in range(candidates[i].first, candidates[i].last)}
    titled = {id(candidates[i].role): i for i in people if candidates[i].role is not None}
    ends = {candidates[i].last: candidates[i].first for i in people}
    found: dict[int, int] = {}
    for number, phrase in enumerate(phrases):
        holder = titled.get(id(phrase))
        if holder is None:
            holder = _in_apposition(page, phrase, first, last, candidates)
        if holder is not None:
            found[number] = candidates[holder].first
        elif (token := _stated(page, phrase, inside, ends)) is not None:
            found[number] = candidates[inside[token]].first if token in inside else token
        elif number and number - 1 in found and _coordinated(page, phrases[number - 1], phrase):
            found[number] = found[number - 1]
    for number in range(len(phrases) - 2, -1, -1):
        if number in found or number + 1 not in found:
            continue
        one, other = phrases[number], phrases[number + 1]
        if _coordinated(page, one, other) or _appended(page, one, other):
            found[number] = found[number + 1]
    return found


def _coordinated(page: Page, one: RolePhrase, other: RolePhrase) -> bool:
    """``President and CEO``: two offices of one person, without an article before the second."""
    return other.start == one.last + 1 and page.fold[one.last] == "and" and not other.determiner


def _appended(page: Page, one: RolePhrase, other: RolePhrase) -> bool:
    """``The inquiry's chair, retired judge X``: an office, then the holder with another title."""
    if other.determiner or not one.determiner or one.last + 1 != other.first:
        return False
    return page.tokens[one.last].text == "," and page.tokens[one.last].sentence == page.tokens[other.first].sentence


def _in_apposition(
    page: Page,
    phrase: RolePhrase,
    first: Mapping[int, int],
    last: Mapping[int, int],
    candidates: Sequence[Candidate],
) -> int | None:
    """``X, head of the office,`` and ``the guard, X,``; stray full stops of mangled text count as commas."""
    begin, end = page.bounds(phrase.head)
    at = phrase.start - 1
    while at > begin and page.fold[at] in ADVERBS:
        at -= 1
    if at >= begin and page.tokens[at].text in (",", "(", "–", "—") and at in last and _ends(page, phrase.last, end):
        return last[at] if _is_about(page, phrase, candidates[last[at]].start, end) else None
    at = phrase.last
    if at < end and page.tokens[at].text in (",", "–", ":") and at + 1 in first:
        if phrase.start - 2 >= begin and _is_relation(page, phrase.start - 2):
            return None
        holder = first[at + 1]
        after = candidates[holder].last
        if (phrase.determiner or page.opens[phrase.first] or page.tokens[at].text == ":") and _ends(page, after, end):
            return holder
    return None


def _is_relation(page: Page, at: int) -> bool:
    """Whether a noun before "of the captain", "to the mayor" is somebody: the name behind is then that one's."""
    word = page.fold[at]
    if page.fold[at + 1] not in ("of", "to", "for") or not page.tokens[at].tag.startswith("NN"):
        return False
    return word in load_words().relatives or word in load_offices().forms or word in PERSON_NOUNS


def _is_about(page: Page, phrase: RolePhrase, name: int, end: int) -> bool:
    """Whether an office behind a name and a comma is the name's, and not the next subject ("To Holt, the coach is")."""
    after = phrase.last
    if not phrase.determiner or after >= end:
        return True
    fronted = (
        name > 0
        and page.tokens[name - 1].tag in ("IN", "TO")
        and page.tokens[name - 1].sentence == page.tokens[name].sentence
    )
    if fronted and page.tokens[after].tag.startswith(("VB", "MD")):
        return False
    listed = page.tokens[after].tag == "CC" and after + 1 < end
    return not (listed and (page.tokens[after + 1].tag == "DT" or page.cap[after + 1]))


def _ends(page: Page, at: int, end: int) -> bool:
    """Whether a phrase stops here: punctuation, the end, or a word that goes on about it."""
    if at >= end or page.tokens[at].tag in (",", ".", ":", "-RRB-", "HYPH", "CC", "IN", "WP", "WDT", "''"):
        return True
    return page.tokens[at].tag.startswith("VB") or page.tokens[at].text in ("-", "–", "—")


def _stated(page: Page, phrase: RolePhrase, inside: Mapping[int, int], ends: Mapping[int, int]) -> int | None:
    """The subject that a clause gives the office to; None when there is none, or when the clause denies it.

    ``ends`` maps the token behind a person's name to the name's first token.
    """
    begin, end = page.bounds(phrase.head)
    head = phrase.head_end - 1
    as_ = page.fold[phrase.start - 1] == "as" and phrase.start - 1 >= begin
    if as_ and (phrase.start - 2) in inside:
        return phrase.start - 2
    after = phrase.last
    if (token := _relative(page, phrase, ends)) is not None:
        return token
    if as_ and page.opens[phrase.start - 1] and after < end and page.tokens[after].text == "," and after + 1 in inside:
        return after + 1
    if after + 1 < end and page.tokens[after].tag == "POS" and page.fold[after + 1] in POSTS:
        verb = page.tokens[page.tokens[after + 1].head]
        return _subject(page, verb.index, begin, end, inside) if verb.lemma in KEEPING else None
    children = [t for t in page.tokens[begin:end] if t.head == head and t.index != head]
    if any(t.dep == "cop" for t in children) and not any(t.dep == "case" and t.tag == "IN" for t in children):
        if any(t.lemma in ("not", "never") for t in children):
            return None
        return _subject(page, head, begin, end, inside)
    verb = page.tokens[page.tokens[head].head]
    if verb.index == head or not verb.tag.startswith("VB") or not begin <= verb.index < end:
        return None
    if any(t.head == verb.index and t.lemma in ("not", "never") for t in page.tokens[begin:end]):
        return None
    if not as_ and verb.lemma in CHOOSING and head > verb.index and page.tokens[head].dep in ("xcomp", "obj", "obl"):
        named = _argument(page, verb.index, ("nsubj:pass",), begin, end, inside)
        return named if named is not None else _before_office(phrase, inside)
    if (as_ and verb.lemma in SERVING) or (verb.lemma in HOLDING and page.tokens[head].dep in ("obj", "xcomp", "obl")):
        if verb.lemma in CHOOSING:
            return _argument(page, verb.index, ("obj", "nsubj:pass"), begin, end, inside)
        return _subject(page, verb.index, begin, end, inside)
    return None


def _relative(page: Page, phrase: RolePhrase, ends: Mapping[int, int]) -> int | None:
    """``X, who is the deputy director``: the name before "who"; not where the clause tells of another time."""
    begin, end = page.bounds(phrase.head)
    at = phrase.start - 1
    while at > begin and page.fold[at] in ADVERBS | {"only", "just", "merely", "still", "as"}:
        at -= 1
    if at - 1 < begin or page.tokens[at].lemma not in RELATIVE_VERBS or page.fold[at] == "been":
        return None
    who = at - 1
    while who > begin and page.fold[who] in ADVERBS:
        who -= 1
    if page.fold[who] != "who":
        return None
    rest = range(phrase.last, min(end, phrase.last + ELSEWHEN_REACH))
    if page.tokens[at].tag == "VBD" and any(page.fold[n] in ELSEWHEN or _is_year(page.fold[n]) for n in rest):
        return None
    return ends.get(who - 1 if page.tokens[who - 1].text in (",", "–", "(") else who)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _before_office(phrase: RolePhrase, inside: Mapping[int, int]) -> int | None:
    """The name right before an office that somebody is named to ("named Anna Holt chief executive")."""
    return phrase.start - 1 if phrase.start - 1 in inside else None


def _subject(page: Page, verb: int, begin: int, end: int, inside: Mapping[int, int]) -> int | None:
    found = _argument(page, verb, ("nsubj", "nsubj:pass"), begin, end, inside)
    if found is None and page.tokens[verb].dep in ("conj", "xcomp") and page.tokens[verb].head != verb:
        return _argument(page, page.tokens[verb].head, ("nsubj", "nsubj:pass"), begin, end, inside)
    return found


def _argument(
    page: Page, verb: int, relations: tuple[str, ...], begin: int, end: int, inside: Mapping[int, int]
) -> int | None:
    for token in page.tokens[begin:end]:
        if token.head != verb or token.dep not in relations or token.index == verb:
            continue
        if token.index in inside or page.fold[token.index] in ("he", "she"):
            return token.index
    return None
