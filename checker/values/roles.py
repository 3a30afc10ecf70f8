"""What office or occupation somebody holds, and when two of them cannot both be right.

``Treasury Secretary``, ``Secretary of the Treasury`` and ``finance minister`` are one office in three spellings; ``vice
trade minister`` beside ``trade minister`` is another office; ``a top economic figure`` beside ``Treasury Secretary`` is
a matter of framing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from checker.model import Relation, ValueType, Verdict
from checker.values.offices import Level, Office, load_offices
from checker.values.sorts import are_two_jobs

# Ranks that say when or for how long, not what: an office that somebody held, will hold, or keeps warm.
TIME_RANKS = frozenset({"former", "designate", "candidate", "acting"})
# Words that say that an office is held now.
CURRENT = frozenset({"current", "currently", "incumbent", "sitting", "serving", "present"})
# In front of an office these leave room for another: a former minister may be mayor, a deputy premier a minister.
LEAVING_ROOM = TIME_RANKS | {"deputy", "vice", "shadow", "honorary", "junior", "under"}
# "Professor" is a form of address for professors of every rank.
ACADEMIC_RANKS = frozenset({"assistant", "deputy", "junior"})
# People sit on several boards: two of their offices exclude each other only where both are in one organisation.
ON_BOARDS = frozenset({"board", "organisation head"})
# A president of less than a state may hold another office beside it.
PART_OF_STATE = frozenset(
    {"regional", "provincial", "local", "city", "council", "club", "company", "county", "district"}
)
# Bodies that people of other firms sit on: their chair may be somebody's officer.
BODIES_BESIDE = frozenset(
    {"committee", "panel", "council", "association", "federation", "union", "foundation", "trust", "institute", "party"}
    | {"chamber", "commission", "inquiry", "charity", "league", "alliance", "forum", "group", "network", "initiative"}
)
# Words that take what somebody does out of the present, wherever they stand in the description.
OVER = frozenset(
    {"retired", "former", "ex", "late", "once", "trained", "qualified", "amateur", "volunteer", "part-time", "honorary"}
)
# Words in the name of a public body: an officer of one is no firm's officer of the same kind.
PUBLIC_BODIES = frozenset(
    {"board", "agency", "authority", "commission", "inspectorate", "ministry", "department", "government", "council"}
    | {"regulator", "watchdog", "police", "court", "parliament", "ombudsman", "administration", "bureau", "treasury"}
)
# Officers who stand for their organisation as a whole.
HEADS = frozenset({"chief executive", "chair", "spokesperson", "chief financial officer", "chief operating officer"})
# Workplaces of which nobody has two at one time: who sits in a cabinet represents his country nowhere.
APART = frozenset(
    frozenset(pair)
    for pair in (
        ("executive", "embassy"),
        ("executive", "high command"),
        ("watch", "officer"),
        ("watch", "board"),
        ("watch", "town"),
        ("court", "parties"),
        ("court", "crime"),
        ("police rank", "crime"),
        ("police rank", "officer"),
        ("police rank", "board"),
        ("clergy", "officer"),
        ("executive", "officer"),
        ("executive", "police rank"),
        ("executive", "clergy"),
        ("legislator", "police rank"),
        ("legislator", "officer"),
        ("embassy", "officer"),
        ("embassy", "legislator"),
        ("labour", "officer"),
        ("labour", "executive"),
    )
)
# Offices of those workplaces that somebody may hold beside one of the others.
COMBINED = frozenset(
    {"spokesperson", "president", "speaker", "chair", "attorney general", "central bank governor", "governor"}
)
# Workplaces with a daily work of their own: nobody works in two of them.
STATIONS = frozenset(
    {"police rank", "hospital", "clergy", "ship", "aircraft", "train", "plant", "museum", "newsroom", "hotel", "prison"}
    | {"embassy", "orchestra", "watch", "high command", "town", "club", "court", "observatory", "railway"}
)
# Offices that somebody who is second to their holder does not hold himself.
FIRST = frozenset(
    {"president", "prime minister", "coach", "chief executive", "manager", "captain", "editor", "chair", "mayor"}
    | {"police chief", "fire chief", "head teacher", "military commander", "organisation president", "chef"}
    | {"hospital director", "institution director", "prison governor", "secretary general", "commander"}
)
# Those who speak for somebody, of whom a case has one for each side.
SPEAKING = frozenset({"lawyer", "spokesperson", "negotiator", "adviser"})
# Ranks with which an office is still somebody's daily work.
STANDING_RANKS = frozenset({"deputy", "vice", "assistant", "junior", "under", "first"})
# Ranks that a writer may leave out without saying anything wrong.
MINOR_RANKS = frozenset({"honorary", "first"})


@dataclass(frozen=True, slots=True)
class RoleValue:
    """An office: its canonical name, field, rank words, and whose it is (folded owner, ISO code of the country).

    ``also`` are the other offices (ranks and name, as ``rank_and_office``) that the same article gives to the holder.
    """

    text: str
    office: str
    portfolio: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    owner: str = ""
    country: str | None = None
    also: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def type(self) -> ValueType:
        """Always ``role``."""
        return ValueType.ROLE

    @property
    def normalized(self) -> str:
        """Ranks, field, office, owner and country in one order."""
        words = [*sorted(self.ranks), *sorted(self.portfolio), self.office]
        if self.owner:
            words.append(f"of {self.owner}")
        if self.country:
            words.append(f"({self.country})")
        return " ".join(words)

    @property
    def rank_and_office(self) -> str:
        """Ranks and office alone, as ``also`` holds them."""
        return " ".join([*sorted(self.ranks), self.office])

    @property
    def level(self) -> Level:
        """How much the words say."""
        office = load_offices().offices.get(self.office)
        return office.level if office else Level.EXACT


def compare_roles(one: RoleValue, other: RoleValue) -> Verdict:
    """Compare two offices of one holder.

    Owners and countries are compared only when both are given: "mayor" beside "mayor of Leeds" is one office.
    """
    both = f"“{one.text}” beside “{other.text}”"
    if one.normalized == other.normalized:
        return Verdict(Relation.AGREE, f"both say {one.normalized}")
    if one.country and other.country and one.country != other.country:
        return Verdict(Relation.NOT_COMPARABLE, f"offices of two countries: {both}")
    if _speak_for_two_sides(one, other):
        return Verdict(Relation.CONTRADICT, f"for one side, and for the other: {both}")
    if not _owners_may_be_one(one.owner, other.owner):
        if _are_two_posts(one, other):
            return Verdict(Relation.CONTRADICT, f"two posts that nobody holds together: {both}")
        return Verdict(Relation.NOT_COMPARABLE, f"offices of two organisations: {both}")
    if _is_plain(one.owner) != _is_plain(other.owner) and _is_officer(one) and one.office == other.office:
        return Verdict(Relation.NOT_COMPARABLE, f"one leaves open whose officer it is: {both}")
    if one.rank_and_office in other.also or other.rank_and_office in one.also:
        return Verdict(Relation.COMPATIBLE, f"one article gives both: {both}")
    same = _compare_offices(one, other, both)
    ranks = one.ranks ^ other.ranks
    fresh = any("new" in value.text.casefold().split() for value in (one, other))
    if fresh and same.relation is Relation.CONTRADICT and one.office != other.office:
        return Verdict(Relation.NOT_COMPARABLE, f"one has just been taken up: {both}")
    if same.relation is Relation.CONTRADICT and one.office != other.office and (one.ranks | other.ranks) & LEAVING_ROOM:
        return Verdict(Relation.NOT_COMPARABLE, f"offices that one person may hold together: {both}")
    if same.relation in (Relation.AGREE, Relation.COMPATIBLE) and _are_two_ways(one, other):
        return Verdict(Relation.CONTRADICT, f"two ways of holding one office: {both}")
    if not ranks - MINOR_RANKS or same.relation in (Relation.CONTRADICT, Relation.NOT_COMPARABLE):
        return same
    if one.office == "professor" and ranks <= ACADEMIC_RANKS:
        return Verdict(Relation.COMPATIBLE, f"one leaves the academic rank out: {both}")
    if Level.EXACT not in (one.level, other.level):
        return Verdict(Relation.COMPATIBLE, f"a loose word for the office: {both}")
    if one.level is not other.level:
        return Verdict(Relation.COMPATIBLE, f"one is the looser word: {both}")
    if ranks & TIME_RANKS:
        word = sorted(ranks & TIME_RANKS)[0]
        if word == "former" and any(CURRENT & {*value.text.casefold().split()} for value in (one, other)):
            return Verdict(Relation.CONTRADICT, f"one says former, the other current: {both}")
        return Verdict(Relation.FRAMING, f"one says {word}: {both}")
    word = sorted(ranks - MINOR_RANKS)[0]
    return Verdict(Relation.CONTRADICT, f"one is {word}, the other not: {both}")


def _compare_offices(one: RoleValue, other: RoleValue, both: str) -> Verdict:
    table = load_offices().offices
    left, right = table.get(one.office), table.get(other.office)
    if left is None or right is None:
        return Verdict(Relation.NOT_COMPARABLE, f"an office that is not known: {both}")
    if one.office == other.office:
        if one.portfolio and other.portfolio and not one.portfolio & other.portfolio:
            if left.level is Level.EXACT and "executive" in left.groups:
                return Verdict(Relation.CONTRADICT, f"two fields of office: {both}")
            return Verdict(Relation.NOT_COMPARABLE, f"two fields of office: {both}")
        if one.portfolio == other.portfolio:
            return Verdict(Relation.AGREE, f"the same office: {both}")
        return Verdict(Relation.COMPATIBLE, f"the same office, one with its field: {both}")
    if any(value.office == "monarch" and value.portfolio for value in (one, other)):
        return Verdict(Relation.NOT_COMPARABLE, f"no crown: {both}")  # "finance queen Ada Reed"
    if Level.VAGUE in (left.level, right.level):
        return _compare_vague(left, right, both)
    if left.level is Level.COARSE and right.level is Level.COARSE:
        return Verdict(Relation.COMPATIBLE, f"two loose words for an office: {both}")
    if right.name in left.wider or left.name in right.wider:
        if one.portfolio and other.portfolio and not one.portfolio & other.portfolio:
            return Verdict(Relation.NOT_COMPARABLE, f"two fields of office: {both}")
        return Verdict(Relation.COMPATIBLE, f"one is the looser word: {both}")
    if {left.name, right.name} & {"number two"} and {left.name, right.name} & FIRST and not one.ranks | other.ranks:
        return Verdict(Relation.CONTRADICT, f"one is second to the other: {both}")
    if {left.name, right.name} == {"chancellor", "minister"} and "finance" in one.portfolio | other.portfolio:
        return Verdict(Relation.COMPATIBLE, f"the minister of finance is the chancellor: {both}")
    over = {*one.text.casefold().split(), *other.text.casefold().split()} & OVER
    linked = {right.name} & (left.wider | left.beside) or {left.name} & (right.wider | right.beside)
    apart = any(frozenset((a, b)) in APART for a in left.groups for b in right.groups)
    apart = apart and not {left.name, right.name} & COMBINED
    if _parts_apart(one, other) and not linked and not over:
        return Verdict(Relation.CONTRADICT, f"two parts that nobody has together: {both}")
    if (apart or _work_apart(left, right)) and not linked and not over and not one.ranks | other.ranks:
        return Verdict(Relation.CONTRADICT, f"two offices that nobody holds together: {both}")
    if left.excludes(right) and _heads_state(one) and _heads_state(other):
        if left.groups & right.groups <= ON_BOARDS and _may_be_elsewhere(one.owner, other.owner):
            return Verdict(Relation.NOT_COMPARABLE, f"perhaps offices of two organisations: {both}")
        said = {*one.text.casefold().split(), *other.text.casefold().split(), *one.owner.split(), *other.owner.split()}
        if "board" in left.groups | right.groups and said & BODIES_BESIDE and one.owner != other.owner:
            return Verdict(Relation.NOT_COMPARABLE, f"perhaps offices of two bodies: {both}")
        return Verdict(Relation.CONTRADICT, f"two different offices: {both}")
    if not over and left.level is right.level is Level.EXACT and are_two_jobs(_plain_words(one), _plain_words(other)):
        return Verdict(Relation.CONTRADICT, f"two kinds of work: {both}")
    return Verdict(Relation.NOT_COMPARABLE, f"offices that one person may hold together: {both}")


def _parts_apart(one: RoleValue, other: RoleValue) -> bool:
    """Whether two offices are parts in an event that nobody has together, deputies among them."""
    if (one.ranks | other.ranks) - STANDING_RANKS or not (_is_state_post(one) and _is_state_post(other)):
        return False
    return load_offices().parts.are_apart(one.office, other.office)


def _is_state_post(value: RoleValue) -> bool:
    """Whether a "secretary" can be a minister, and not one of a club; true of every other office."""
    return value.office != "minister" or bool(value.portfolio) or "minister" in value.text.casefold()


def _speak_for_two_sides(one: RoleValue, other: RoleValue) -> bool:
    """Whether somebody speaks for one side in one telling and for its opponent in the other."""
    if not {one.office, other.office} <= SPEAKING or one.ranks | other.ranks:
        return False
    return load_offices().parts.are_two_sides(frozenset(one.owner.split()), frozenset(other.owner.split()))


def _are_two_ways(one: RoleValue, other: RoleValue) -> bool:
    """Whether the words before one office tell two ways of holding it."""
    if Level.EXACT not in (one.level, other.level):
        return False
    return load_offices().parts.are_two_ways(*(frozenset(v.text.casefold().split()) for v in (one, other)))


def _work_apart(left: Office, right: Office) -> bool:
    """Whether two offices are of two workplaces that nobody works in at once."""
    groups = left.groups | right.groups
    exact = left.level is right.level is Level.EXACT
    return exact and bool(left.groups and right.groups) and groups <= STATIONS and not left.groups & right.groups


def _are_two_posts(one: RoleValue, other: RoleValue) -> bool:
    """Whether what two organisations are said to employ one person as excludes each other.

    Two kinds of daily work, or one post in a public body and in a firm.
    """
    left, right = load_offices().offices.get(one.office), load_offices().offices.get(other.office)
    if left is None or right is None or not left.level is right.level is Level.EXACT or one.ranks | other.ranks:
        return False
    if {*one.text.casefold().split(), *other.text.casefold().split()} & OVER:
        return False
    if left is right:
        public = [bool(PUBLIC_BODIES & set(value.owner.split())) for value in (one, other)]
        return _is_officer(one) and public[0] != public[1]
    return are_two_jobs(_plain_words(replace(one, text="")), _plain_words(replace(other, text="")))


def _is_officer(value: RoleValue) -> bool:
    """Whether an office is for one function of an organisation ("head of safety"), which many have."""
    office = load_offices().offices.get(value.office)
    return office is not None and "officer" in office.groups and office.name not in HEADS


def _plain_words(value: RoleValue) -> str:
    """The words of an office, and the office's own name."""
    return f"{value.text} , {value.office}"


def _heads_state(value: RoleValue) -> bool:
    """Whether a president can be a head of state; true of every other office."""
    if value.office != "president":
        return True
    return not value.owner and not PART_OF_STATE & set(value.text.casefold().split())


def _compare_vague(left: Office, right: Office, both: str) -> Verdict:
    """A word that names no office beside one that does; two of them say nothing about each other."""
    if left.level is right.level:
        return Verdict(Relation.NOT_COMPARABLE, f"no office named: {both}")
    return Verdict(Relation.FRAMING, f"one names the office, the other does not: {both}")


def _is_plain(owner: str) -> bool:
    """Whether an owner names nobody in particular: none, or common nouns alone ("the club")."""
    return set(owner.split()) <= load_offices().plain_owners


def _may_be_elsewhere(one: str, other: str) -> bool:
    """Whether one office names its organisation and the other leaves it open."""
    return not (one and other) and not (_is_plain(one) and _is_plain(other))


def _owners_may_be_one(one: str, other: str) -> bool:
    """Whether two owners can be the same: one of them plain, or the words of one inside the other, or its initials."""
    left, right = set(one.split()), set(other.split())
    if _is_plain(one) or _is_plain(other) or left <= right or right <= left:
        return True
    initials = "".join(w[0] for w in one.split() if w not in ("of", "the", "and", "for"))
    reverse = "".join(w[0] for w in other.split() if w not in ("of", "the", "and", "for"))
    return initials == other or reverse == one
