"""Words for offices in the text: ``US Treasury Secretary``, ``head of the Front's political office``, ``the guard``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.names.gazetteer import match_place
from checker.names.modifiers import (
    ARTICLES,
    kinds_before,
    lost_possessor,
    owner_before,
    possessor,
    second_to,
    step_left,
)
from checker.names.page import Page
from checker.names.tables import load_words
from checker.values.offices import Level, Office, OfficeTable, load_offices
from checker.values.roles import RoleValue

POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
OWNER_PREPOSITIONS = frozenset({"of", "for", "at", "to"})
LONGEST_OWNER = 7
# Words between "one of" and the plural that it is one of, the plural included.
ONE_OF_REACH = 5
# Offices by initials, which stand in capitals and without full stops ("PM", not "p.m.").
INITIALS = frozenset({"pm", "mp", "gp", "pc"})
# Exact offices that a field stands before ("trade minister", "transport commissioner"); a coach has none.
FIELDED = frozenset(
    {"minister", "permanent secretary", "director", "commissioner", "administrator", "adviser", "manager", "envoy"}
    | {"ambassador", "analyst", "chair", "spokesperson", "head", "ombudsman", "secretary general", "representative"}
)
# Owners that say nothing of whose office it is ("President of the Republic").
STATE_WORDS = frozenset({"republic", "country", "nation", "state", "government", "union", "land"})
# Right before an office's article: it is over ("formerly the mayor").
FORMERLY = frozenset({"formerly", "once", "previously", "erstwhile", "then"})
# Behind an office: chosen, not yet in it ("president-elect").
SUFFIXED = frozenset({"designate", "elect"})


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """An office in the text: tokens ``first`` to ``last`` (exclusive), its head words, and what was read from it.

    ``start`` is where its determiner or possessor begins; ``determiner`` is the, a, a possessive, or empty.
    """

    start: int
    first: int
    last: int
    head: int
    head_end: int
    determiner: str
    value: RoleValue
    office: Office


def find_role_phrases(page: Page) -> list[RolePhrase]:
    """Every singular office in the document, in order; longest form first, none inside another."""
    table = load_offices()
    found: list[RolePhrase] = []
    at, end = 0, len(page.tokens)
    taken = 0
    while at < end:
        size = _match_head(page, table, at)
        floor = found[-1].start if size and found and _owns(page, found[-1], at) else taken
        if size and (phrase := _grow(page, table, at, size, floor)):
            if floor < taken and phrase.start <= floor:
                found.pop()  # "the victim's lawyer": whose lawyer it is
            if found and phrase.first < found[-1].last and phrase.head < found[-1].last:
                found[-1] = _merge(page, found[-1], phrase)
            else:
                found.append(phrase)
            taken = phrase.head_end
            at = phrase.head_end
        else:
            at += 1
    return found


def _owns(page: Page, one: RolePhrase, at: int) -> bool:
    """Whether an office is whose the next one is: "the victim's lawyer", "the bishop's spokesman"."""
    mark = one.head_end
    return one.last == mark and bool(one.determiner) and mark < at <= mark + 3 and page.tokens[mark].tag == "POS"


def _merge(page: Page, one: RolePhrase, other: RolePhrase) -> RolePhrase:
    """An office named inside another's owner ("chair of the governor's council"): the first stays, cut before it."""
    if other.head >= one.head_end:
        named = page.cap[other.head] and page.cap[other.head - 1] and other.head - 1 >= one.head_end
        if named and other.last == other.head_end == one.last:
            return one  # "a cardiologist at Kessing General": the last word of the owner's name
        last = max(one.head_end, other.start)
        return replace(one, last=last)
    return one


def _match_head(page: Page, table: OfficeTable, at: int) -> int:
    """How many tokens from here form the head words of an office; 0 if none do."""
    token = page.tokens[at]
    if not page.fold[at] or token.tag in ("VBD", "RB", "IN"):
        return 0
    plural = token.tag == "NNS" and token.lemma.lower() in table.openings and _is_one_of(page, at)
    if page.fold[at].partition(" ")[0] not in table.openings and not plural:
        return 0  # true of nearly all words
    best, words, position = 0, "", at
    limit = page.bounds(at)[1]
    one_of = token.tag in ("NN", "NNS", "JJ") and _is_one_of(page, at)
    while position < limit and position - at < 2 * table.longest:
        if page.fold[position]:
            several = one_of and page.tokens[position].tag == "NNS"
            words = f"{words} {page.tokens[position].lemma.lower() if several else page.fold[position]}".strip()
            if len(words.split()) > table.longest:
                break
            if words in table.forms:
                best = position + 1 - at
        elif page.tokens[position].text != "-":
            break
        position += 1
    if best == 1 and token.tag == "VBG":
        return 0  # but "returning officer"
    if best == 1 and len(page.fold[at]) == 2 and not token.text.isalpha():
        return 0
    if best == 1 and len(page.fold[at]) == 2 and page.fold[at] in INITIALS and not token.text.isupper():
        return 0
    before_name = at + 1 < limit and page.cap[at + 1] and page.tokens[at + 1].tag.startswith("NNP")
    if best == 1 and page.fold[at] in table.surnames and _is_surname(page, at, before_name):
        return 0
    verbal = token.tag in ("VB", "VBP", "VBN", "JJ") and not _stands_as_noun(page, at, limit)
    if best == 1 and verbal and not page.cap[at] and not before_name:
        return 0
    if best == 1 and token.tag == "VBZ":
        return 0
    noun = next((n for n in range(at + 1, at + best) if page.fold[n] == "of"), at + best) - 1
    return 0 if best and not one_of and page.tokens[noun].tag in ("NNS", "NNPS") else best


def _is_one_of(page: Page, at: int) -> bool:
    """Whether a plural is of those of whom one is told: "one of the linesmen", "one of two guards"."""
    before = at - 1
    while before > 1 and at - before < ONE_OF_REACH and page.fold[before] != "of":
        before -= 1
    return before > 0 and page.fold[before] == "of" and page.fold[before - 1] == "one"


def _stands_as_noun(page: Page, at: int, limit: int) -> bool:
    """Whether an article before and the end of the phrase behind make a word a noun, whatever its tag ("a major,")."""
    if page.fold[at - 1] not in ARTICLES or page.opens[at]:
        return False
    return at + 1 >= limit or page.tokens[at + 1].tag in (",", ".", "IN", "VBD", "VBZ", "POS", "WP")


def _is_surname(page: Page, at: int, before_name: bool) -> bool:
    """Whether a form with a capital is the end of somebody's name ("Anna Baker", "the Baker family")."""
    if not page.cap[at] or page.opens[at] or before_name or page.tokens[at].text.isupper():
        return False
    given = load_words().given
    return page.cap[at - 1] and (page.fold[at - 1] in given or page.tokens[at - 1].entity == "PERSON")


def _grow(page: Page, table: OfficeTable, head: int, size: int, floor: int) -> RolePhrase | None:
    """Take in what stands before and after the head words, and read the office from it."""
    sentence_start, sentence_end = page.bounds(head)
    form = page.folded(head, head + size)
    if form not in table.forms:  # "one of the linesmen"
        form = f"{page.folded(head, head + size - 1)} {page.tokens[head + size - 1].lemma.lower()}".strip()
    office = table.offices[table.forms[form]]
    fields = {office.portfolio} if office.portfolio else set()
    ranks: set[str] = set()
    country: str | None = None
    owner = ""
    first = head
    floor = max(floor, sentence_start)
    second, rank_of = second_to(page, table, head, floor)
    fielded = office.level is not Level.EXACT or office.name in FIELDED
    while first > floor:
        step, field, rank, code = step_left(page, table, first, floor, found=bool(fields), fielded=fielded)
        if not step:
            break
        first -= step
        fields |= field
        ranks |= rank
        country = code or country
    bank = next((n for n in range(first, head) if page.tokens[n].tag == "POS"), None)
    if bank is not None and first - 2 >= floor and page.fold[first - 1] == "of" and page.cap[first - 2]:
        first, country = bank + 1, None  # "the Bank of Greece's chief economist"
    kinds, first = kinds_before(page, first, head, floor)
    if rank_of:
        ranks.add(rank_of)
        first = second
    start, determiner = first, ""
    # "the company's own head of safety"
    edge = first - 1 if first - 1 > floor and page.fold[first - 1] == "own" else first
    if edge > floor:
        word = page.fold[edge - 1]
        if word in ARTICLES or word in POSSESSIVES:
            start, determiner = edge - 1, word
        elif page.tokens[edge - 1].tag == "POS":
            start, owner, code = possessor(page, edge - 1, floor)
            determiner, country = "'s", code or country
            if bank is not None:
                start, owner = _whole_body(page, start, edge - 1, floor)
        elif (lost := lost_possessor(page, table, edge, floor)) is not None:
            start, owner = lost
            determiner = "'s"
        elif (named := owner_before(page, edge, floor)) < edge:
            owner, start = page.folded(named, edge), named
            if named > floor and (page.fold[named - 1] in ARTICLES or page.fold[named - 1] in POSSESSIVES):
                start, determiner = named - 1, page.fold[named - 1]
    if start - 2 >= floor and page.fold[start - 1] == "of" and page.fold[start - 2] == "one":
        start, determiner = start - 2, "a"
    last = head + size
    if last + 1 < sentence_end and page.tokens[last].text == "-" and page.fold[last + 1] in SUFFIXED:
        last += 1
    if last < sentence_end and page.fold[last] in SUFFIXED:
        ranks.add("designate")
        last += 1
    last, more, tail_owner, tail_country = _read_tail(page, table, last, sentence_end)
    if office.name == "secretary of state" and more:
        office, fields = table.offices["minister"], set()
    fields |= more
    if start - 1 > sentence_start and page.fold[start - 1] in FORMERLY:
        ranks.add("former")
    kinds |= fields | set(owner.split()) | set(tail_owner.split())
    office = table.narrow(office, form, frozenset(kinds))
    country = country or tail_country
    owner = owner or tail_owner
    if office.name == "minister" and form == "secretary" and not fields and not country and not page.cap[head]:
        return None
    owner = owner.removeprefix("the ")
    if owner in STATE_WORDS:
        owner = ""
    text = page.text(first, last)
    value = RoleValue(text, office.name, frozenset(fields), frozenset(ranks), owner, country)
    return RolePhrase(start, first, last, head, head + size, determiner, value, office)


def _whole_body(page: Page, start: int, end: int, floor: int) -> tuple[int, str]:
    """Where an owner with "of" in its name begins, and the whole of it."""
    while start - 2 >= floor and (page.fold[start - 1] == "of" or page.cap[start - 1]):
        start -= 1
    named = start
    if start - 1 >= floor and page.fold[start - 1] in ARTICLES:
        start -= 1
    return start, page.folded(named, end)


def _read_tail(page: Page, table: OfficeTable, at: int, end: int) -> tuple[int, set[str], str, str | None]:
    """``of the Treasury``, ``for Transport``, ``of Barbados``, ``of the combined company`` after the head words."""
    if at >= end or page.fold[at] not in OWNER_PREPOSITIONS:
        return at, set(), "", None
    inside = at + 1
    if inside < end and page.fold[inside] in ARTICLES | POSSESSIVES:
        inside += 1
    for size in range(min(5, end - inside), 0, -1):
        words = page.folded(inside, inside + size)
        plain = f"the {words}"
        field = table.portfolios.get(words) or table.portfolios.get(plain)
        if field and len(words.split()) == size and page.fold[at] != "to":
            return inside + size, {field}, "", None
    if inside < end and (match := match_place(page, inside)) and not _goes_on(page, match[1], end):
        place, stop = match
        country = place.country if place.level == "country" else None
        if page.fold[at] != "to" or place.level == "country":
            return stop, set(), "" if country else page.folded(inside, stop), country
    stop = inside
    while stop < end and stop - inside < LONGEST_OWNER and _in_owner(page, stop, inside):
        stop += 1
    while stop > inside and not (page.cap[stop - 1] or page.tokens[stop - 1].tag in ("NN", "NNP", "NNPS", "NNS")):
        stop -= 1
    if page.fold[at] == "to" or stop == inside:
        return at, set(), "", None
    return stop, set(), page.folded(inside, stop), None


def _goes_on(page: Page, at: int, end: int) -> bool:
    """Whether a place is only the start of an owner ("the Vatican Observatory", "Costa Rica's aviation office")."""
    if at < end and page.tokens[at].tag == "POS":
        return True
    if at >= end or not page.cap[at] or not page.tokens[at].tag.startswith("NNP"):
        return False
    return page.fold[at] not in load_words().given


def _in_owner(page: Page, at: int, inside: int) -> bool:
    token = page.tokens[at]
    if (
        page.cap[at]
        or token.tag.startswith(("NN", "JJ"))
        or page.fold[at] == "mine"
        or (token.text == "-" and page.glued(at))
    ):
        return True
    if token.tag == "POS":
        return True
    small = at > inside and page.fold[at] in ("of", "and", "for", "the")
    return small and at + 1 < len(page.tokens) and page.cap[at + 1]


def may_be_title(phrase: RolePhrase) -> bool:
    """Whether the office can stand right before a name."""
    return phrase.office.title or phrase.office.level is not Level.EXACT or phrase.value.portfolio != frozenset()


def gender_of_role(page: Page, phrase: RolePhrase) -> str:
    """The gender that an office's own words give (``spokeswoman``), or empty."""
    return load_words().gendered.get(page.fold[phrase.head_end - 1], "")
