"""What stands before an office in the text: its field, rank, country and owner, and plain words of its kind."""

from __future__ import annotations

from checker.names.page import Page
from checker.names.tables import load_gazetteer, load_words
from checker.values.offices import OfficeTable

ARTICLES = frozenset({"the", "a", "an"})
# Adjectives that may stand inside an office without changing it.
FILLERS = frozenset(
    {"top", "senior", "chief", "longtime", "veteran", "new", "current", "long", "serving", "hero", "newly", "appointed"}
    | {"elected", "local", "provincial", "federal", "national", "state", "regional", "city", "combined", "influential"}
    | {"special", "prominent", "leading", "respected", "young", "old", "female", "royal", "government", "cabinet"}
    | {"outgoing"}
)
# Verbs that give somebody an office, and what stands before them where the office is the subject's.
CHOSEN = frozenset({"named", "appointed", "elected", "chose", "chosen", "hired", "made", "installed", "confirmed"})
PASSIVES = frozenset({"was", "were", "is", "been", "being", "has", "had"}) | {"newly", "recently", "formally", "only"}
# Words between an article and an office, and how many of them.
KIND_TAGS = frozenset({"NN", "JJ", "JJR", "JJS", "VBG", "VBN"})
LONGEST_KIND = 3
# Ranks that "to the" or "of the" joins to another's office ("assistant to the coach").
SECOND = frozenset({"assistant", "deputy"})


def step_left(
    page: Page, table: OfficeTable, first: int, floor: int, *, found: bool, fielded: bool
) -> tuple[int, set[str], set[str], str | None]:
    """One modifier before an office: tokens taken, and the field, rank or country that it gives."""
    at = first - 1
    word = page.fold[at]
    if not word:
        if page.tokens[at].text == "-" and at > floor and page.fold[at - 1] in table.ranks:
            return 2, set(), {table.ranks[page.fold[at - 1]]}, None
        return 0, set(), set(), None
    if page.tokens[at].sentence != page.tokens[first].sentence:
        return 0, set(), set(), None
    for size in range(min(table.longest_portfolio, first - floor) if fielded else 0, 0, -1):
        words = page.folded(first - size, first)
        if words in table.portfolios and len(words.split()) == size:
            return size, {table.portfolios[words]}, set(), None
    if (word in table.ranks and page.tokens[at].tag not in ("RB", "IN")) or word in ("former", "then"):
        return 1, set(), {table.ranks[word]}, None
    if found and word in ("and", "&") and at > floor and page.fold[at - 1] in table.portfolios:
        return 2, {table.portfolios[page.fold[at - 1]]}, set(), None
    stated = word in CHOSEN and at > floor and page.fold[at - 1] in PASSIVES
    if stated and at - 1 > floor and page.fold[at - 2] in ARTICLES:
        return 2, set(), set(), None  # "the newly elected mayor"
    if word in FILLERS and not stated:
        return 1, set(), set(), None
    if page.cap[at]:
        gazetteer = load_gazetteer()
        for size in (2, 1):
            words = page.folded(first - size, first) if first - size >= floor else ""
            if words and page.cap[first - size] and len(words.split()) == size:
                if words in gazetteer.demonyms:
                    return size, set(), set(), gazetteer.demonyms[words]
                place = gazetteer.places.get(words)
                if place is not None and place.level == "country":
                    return size, set(), set(), place.country
    return 0, set(), set(), None


def second_to(page: Page, table: OfficeTable, head: int, floor: int) -> tuple[int, str]:
    """Where "assistant to the" before an office begins, and the rank that it gives; the head and empty for none."""
    at = head - 1
    if at > floor and page.fold[at] in ARTICLES:
        at -= 1
    if at - 1 < floor or page.fold[at] not in ("to", "of") or at == head:
        return head, ""
    rank = table.ranks.get(page.fold[at - 1], "")
    if rank in SECOND and page.tokens[at - 1].tag.startswith(("NN", "JJ")):
        return at - 1, rank
    return head, ""


def kinds_before(page: Page, first: int, head: int, floor: int) -> tuple[set[str], int]:
    """Plain words between an office and its article: the nouns, and where they begin ("the winning ferry captain").

    They say what kind of office it is, not whose; without an article or a possessor before them they are left alone.
    """
    at, kinds = first, set[str]()
    if page.fold[first] == "old":
        at = _before_age(page, first, floor)
    while at > floor and first - at < LONGEST_KIND:
        token = page.tokens[at - 1]
        if page.fold[at - 1] == "old" and (aged := _before_age(page, at - 1, floor)) < at - 1:
            at = aged
            break
        if token.sentence != page.tokens[head].sentence or (page.cap[at - 1] and not page.opens[at - 1]):
            break
        if token.tag not in KIND_TAGS or (token.tag != "NN" and token.dep not in ("amod", "compound")):
            break
        at -= 1
        if token.tag == "NN":
            kinds.add(page.fold[at])
    closed = at == first or page.opens[at] or (at > floor and _opens_phrase(page, at - 1))
    return (kinds, at) if closed else (kinds, first)


def _before_age(page: Page, old: int, floor: int) -> int:
    """Where "45-year-old" before an office begins; ``old`` itself, the token of its last word, when it is none."""
    at = old
    while at > floor and (page.tokens[at - 1].text in ("-", "–") or page.fold[at - 1] in ("year", "years")):
        at -= 1
    return at - 1 if floor < at < old and page.fold[at - 1].isdecimal() else old


def _opens_phrase(page: Page, at: int) -> bool:
    """Whether a token begins a noun phrase, or ends what stands before one."""
    return page.tokens[at].tag in ("DT", "PRP$", "POS", "IN", "TO", ",", "WP$", "CC")


def owner_before(page: Page, first: int, floor: int) -> int:
    """Where an organisation's name right before an office begins ("Nvidia CEO", "State Department spokeswoman")."""
    at = first
    words = load_words()
    while at > floor and page.cap[at - 1] and page.fold[at - 1]:
        token, word = page.tokens[at - 1], page.fold[at - 1]
        named = token.tag.startswith("NNP") or (token.tag[:2] in ("JJ", "NN") and not page.opens[at - 1])
        if not named or token.sentence != page.tokens[first].sentence or word in words.calendar or word in words.never:
            break
        at -= 1
    chosen = first - at > 1 and at > floor + 1 and page.fold[at - 1] in CHOSEN and page.fold[at - 2] not in PASSIVES
    return first if chosen else at


def possessor(page: Page, mark: int, floor: int) -> tuple[int, str, str | None]:
    """Who an office belongs to, before ``'s``: where the possessor starts, its folded name, its country if any."""
    at = mark - 1
    while at >= floor and (page.cap[at] or (page.tokens[at].text in ("-", "&") and page.glued(at))):
        at -= 1
    start = at + 1
    if start == mark:
        mine = at > floor and page.fold[at] == "mine" and page.fold[at - 1] in ARTICLES  # no pronoun
        if at >= floor and (mine or page.tokens[at].tag.startswith("NN")):
            first = at
            while first > floor and page.tokens[first - 1].tag in ("NN", "JJ") and at - first < LONGEST_KIND:
                first -= 1
            before = first - 1 if first > floor and page.fold[first - 1] in ARTICLES else at
            return before, page.fold[at], None
        return mark, "", None
    words = page.folded(start, mark)
    place = load_gazetteer().places.get(words)
    if place is not None and place.level == "country":
        return start, "", place.country
    return start, words, None


def lost_possessor(page: Page, table: OfficeTable, first: int, floor: int) -> tuple[int, str] | None:
    """The organisation before an office whose apostrophe a page has lost ("the banks legal director"): start and name.

    It is a plain organisation in what looks like its plural, behind an article or "their".
    """
    at = first - 1
    word = page.fold[at]
    if at - 1 < floor or not word.endswith("s") or page.tokens[at].sentence != page.tokens[first].sentence:
        return None
    name = word.removesuffix("s")
    if name not in table.plain_owners or page.fold[at - 1] not in ARTICLES | {"its", "their", "his", "her", "our"}:
        return None
    return at - 1, name
