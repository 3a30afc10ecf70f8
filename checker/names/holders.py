"""Who holds an office: titles, appositions, ``X is the mayor``, ``X will serve as chair``, ``with X as chair``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.names.bestowed import read_bestowed
from checker.names.candidates import Candidate
from checker.names.deeds import ELSEWHEN
from checker.names.modifiers import CHOSEN, PASSIVES
from checker.names.page import Page
from checker.names.tables import load_words
from checker.names.titles import RolePhrase
from checker.values.offices import load_offices

HOLDING = frozenset({"be", "become", "remain", "stay"})
SERVING = frozenset(
    {"serve", "act", "work", "continue", "appoint", "name", "elect", "install", "confirm", "nominate", "step", "return"}
    | {"start", "stand", "resign", "retire", "hire", "choose", "pick", "replace", "swear", "take"}
    | {"lead", "play", "sign", "sail", "join", "rejoin", "coach", "travel", "testify", "speak", "employ"}
)
# "keeps the chief executive's job"
KEEPING = frozenset({"keep", "hold", "take", "get", "retain", "have", "occupy", "assume"})
POSTS = frozenset({"job", "post", "role", "position", "title", "seat", "office"})
CHOOSING = frozenset({"appoint", "name", "elect", "install", "confirm", "nominate", "hire", "choose", "pick"})
# What "who" does before an office ("who is the deputy", "who serves as chair").
RELATIVE_VERBS = frozenset(
    {"is", "was", "became", "becomes", "remains", "remained", "serves", "served", "acts", "acted", "works", "worked"}
)
# "The driver has been named as X": what may stand before the name.
IDENTIFYING = frozenset({"was", "has", "been", "is", "later", "by", "police", "locally", "who"})
IDENTIFIED = frozenset({"named", "identified"})
ELSEWHEN_REACH = 8
# Nouns for somebody beside an office's holder, besides relations and offices ("a member for the mayor").
PERSON_NOUNS = frozenset(
    {"assistant", "adjunct", "deputy", "member", "rival", "critic", "ally", "opponent", "supporter", "killer"}
)
ADVERBS = frozenset({"now", "then", "also", "currently", "formerly", "once", "both", "himself", "herself"})
# What somebody behind a name and a comma does who tells what stands before ("..., a judge announced").
TELLING = frozenset({"say", "announce", "add", "report", "confirm", "tell", "claim", "rule", "write", "reveal"})
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
        elif (token := read_bestowed(page, phrase, first, ends)) is not None:
            found[number] = token
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


FINITE = ("VBD", "VBZ", "VBP", "MD")


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
    if at - 2 >= begin and page.tokens[at].text == "," == page.tokens[at - 2].text and page.fold[at - 1].isdecimal():
        at -= 2
    listed = at >= begin and page.tokens[at].text == ":" and phrase.last >= end and not phrase.determiner
    if at >= begin and (_parts(page, at) or listed) and at in last and _ends(page, phrase.last, end):
        return last[at] if _is_about(page, phrase, candidates[last[at]].start, end) else None
    at = phrase.last
    name = _behind_years(page, at + 1, end)
    if at < end and page.tokens[at].text in (",", "–", ":") and name in first:
        if phrase.start - 2 >= begin and _is_relation(page, phrase.start - 2):
            return None
        holder = first[name]
        after = candidates[holder].last
        if (phrase.determiner or page.opens[phrase.first] or page.tokens[at].text == ":") and _ends(page, after, end):
            return holder
    return None


def _parts(page: Page, at: int) -> bool:
    """Whether a token parts a name from what is said of it: a comma, a bracket, a dash."""
    return page.tokens[at].text in (",", "(", "–", "—") or (page.tokens[at].text == "-" and not page.glued(at))


def _behind_years(page: Page, at: int, end: int) -> int:
    """The token behind "58-year-old", or the token itself: an age may stand before the name."""
    stop = at
    while stop < end and (
        page.tokens[stop].text == "-"
        or page.fold[stop] in ("year", "years", "old")
        or (stop == at and page.fold[stop].partition(" ")[0].isdecimal())
    ):
        stop += 1
    return stop if stop > at and page.fold[stop - 1].endswith("old") else at


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
    ends = after + 1 >= end or page.tokens[after + 1].tag not in ("IN", "TO")
    if page.tokens[after].tag in ("VBD", "VBZ", "VBN") and page.tokens[after].lemma in TELLING and ends:
        return False  # "for the attack on Holt, a judge said": who tells it
    governed = name > 0 and page.tokens[name - 1].tag in ("IN", "TO")
    governed = governed and page.tokens[name - 1].sentence == page.tokens[name].sentence
    fronted = governed and name - 1 <= page.bounds(name)[0] + 1
    if fronted and page.tokens[after].tag.startswith(("VB", "MD")):
        return False
    if governed and page.tokens[after].tag in FINITE:
        return False  # "In an interview with Holt, the coach said"
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
    for read in (_relative, _chosen):
        if (token := read(page, phrase, ends)) is not None:
            return token
    if (token := _identified(page, phrase, begin, end, inside)) is not None:
        return token
    if as_ and page.opens[phrase.start - 1] and after < end and page.tokens[after].text == "," and after + 1 in inside:
        return after + 1
    if after + 1 < end and page.tokens[after].tag == "POS" and page.fold[after + 1] in POSTS:
        verb = page.tokens[page.tokens[after + 1].head]
        return _subject(page, verb.index, begin, end, inside) if verb.lemma in KEEPING else None
    children = [t for t in page.tokens[begin:end] if t.head == head and t.index != head]
    if any(t.dep == "cop" for t in children) and not any(t.dep == "case" and t.tag == "IN" for t in children):
        if any(t.lemma in ("not", "never") for t in children) or _is_elsewhen(page, phrase.head, phrase.last, end):
            return None
        return _subject(page, head, begin, end, inside)
    verb = page.tokens[page.tokens[head].head]
    if verb.index == head or not verb.tag.startswith("VB") or not begin <= verb.index < end:
        return None
    if any(t.head == verb.index and t.lemma in ("not", "never") for t in page.tokens[begin:end]):
        return None
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
    if at - 1 < begin or page.fold[at] not in RELATIVE_VERBS:
        return None
    who = at - 1
    while who > begin and page.fold[who] in ADVERBS:
        who -= 1
    if page.fold[who] != "who":
        return None
    if _is_elsewhen(page, at + 1, phrase.last, end):
        return None
    return ends.get(who - 1 if page.tokens[who - 1].text in (",", "–", "(") else who)


def _is_elsewhen(page: Page, first: int, last: int, end: int) -> bool:
    """Whether a past statement of an office is dated ("was mayor until 2019", "was coach from 2010 to 2014")."""
    before = range(max(page.bounds(first)[0], first - 4), first)
    if not any(page.fold[n] in ("was", "served", "acted", "worked", "were") for n in before):
        return False
    rest = page.fold[last : min(end, last + ELSEWHEN_REACH)]
    return any(word in ELSEWHEN or (len(word) == 4 and word.isdigit()) for word in rest)


def _identified(page: Page, phrase: RolePhrase, begin: int, end: int, inside: Mapping[int, int]) -> int | None:
    """``The driver was named as Anna Holt``, ``police identified the captain as Holt``: the name behind "as"."""
    if phrase.determiner not in ("the", "'s", "its", "their"):
        return None
    at = phrase.last
    if at < end and page.tokens[at].text == ",":
        at += 1
    verbs = 0
    while at < end and page.fold[at] in IDENTIFYING | IDENTIFIED:
        verbs += page.fold[at] in IDENTIFIED
        at += 1
    before = phrase.start - 1
    verbs += before >= begin and page.fold[before] in IDENTIFIED
    if not verbs or at >= end or (at == phrase.last and before < begin):
        return None
    at += page.fold[at] == "as"
    at += at < end and page.tokens[at].tag == "NNP" and at not in inside and at + 1 in inside
    return at if at < end and at in inside and page.fold[at - 1] in IDENTIFIED | {"as"} else None


def _chosen(page: Page, phrase: RolePhrase, ends: Mapping[int, int]) -> int | None:
    """``The board named Anna Holt chief executive``, ``Holt was appointed coach``: the name that the office goes to.

    Read from the words in a row, for the parser takes such an office for a verb or for the verb's subject.
    """
    begin = page.bounds(phrase.head)[0]
    at = phrase.start - 1
    if at < begin:
        return None
    if phrase.start in ends:
        name = ends[phrase.start]
        return name if name > begin and page.fold[name - 1] in CHOSEN else None
    if page.fold[at] not in CHOSEN:
        return None
    while at > begin and page.fold[at - 1] in PASSIVES:
        at -= 1
    return ends.get(at) if page.fold[at] in PASSIVES else None


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
