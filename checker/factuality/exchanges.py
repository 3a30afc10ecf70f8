"""Names of a report in the parts that an article gives to others: who did it to whom, who did it, where to.

"Rovers beat Town" stands against "Town beat Rovers", "Holm scored twice" against what only Brandt is told to have done,
"moved to Kyoto" against "moved to Osaka". The article may name both; nowhere may it say what the report says.
"""

from __future__ import annotations

from checker.factuality.alignments import Alignment, Substitution, cover, is_open
from checker.factuality.covering import cover_near, is_near, set_beside
from checker.factuality.substitutes import Force, are_one_name, match_units, place_level, weigh_substitute
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind

EXCHANGED, DONE, FILLED = 0.6, 0.75, 0.5
"""The share of the report's sentence that the passage and its neighbours must have, by what differs: the places of two
names, who did it, the name that a word leads to. Set on summaries of news with a planted error, half of which were not
looked at."""

SEVERAL = 5
"""Units of the report's sentence that the passage must have where it is another who did it."""

ONE_SLOT = 2.0
"""How surely two words so found stand in one place, beside others that ``weigh_slot`` weighs."""

LEADING = frozenset({"on", "in", "at", "with", "from", "for", "by", "to", "against", "into", "near"})

REACH = 3
"""Units between what two names have to do with each other and the second of them."""


def name_one_kind(one: Unit, other: Unit) -> bool:
    """Whether two names name things of one kind; two places, of one level."""
    levels = {level for unit in (one, other) if unit.named == "place" and (level := place_level(unit.lemma))}
    return one.named == other.named and len(levels) < 2


def find_exchanges(brief: SentenceValue, full: SentenceValue, aligned: Alignment) -> list[Substitution]:
    """Two names that have changed places around what the one does to the other: "Rovers beat Town"."""
    a, b = brief.telling.units, full.telling.units
    found = []
    for pivot, there in aligned.matched.items():
        if a[pivot].kind not in (UnitKind.VERB, UnitKind.NOUN) or a[pivot].lemma != b[there].lemma:
            continue
        second, last = pivot + 1, _name_behind(b, there)
        if last is None or second >= len(a) or a[second].kind is not UnitKind.NAME or a[second].listed:
            continue
        if _led(a[second]) != _led(b[there + 1]) or are_one_name(a[second].lemma, b[last].lemma):
            continue
        first = next((n for n in range(pivot) if is_name(a[n]) and are_one_name(a[n].lemma, b[last].lemma)), None)
        start = next((n for n in range(there) if is_name(b[n]) and are_one_name(b[n].lemma, a[second].lemma)), None)
        covered = cover_near(brief.telling, full, aligned, second)
        if first is None or start is None or covered < EXCHANGED:
            continue
        said = set_beside(f"{a[pivot].text} … {a[second].text}", f"{b[there].text} … {b[last].text}")
        found.append(Substitution(second, last, Force.NAME, ONE_SLOT, covered, said))
    return found


def is_name(unit: Unit) -> bool:
    """Whether a unit is a name, and not one of several in a row."""
    return unit.kind is UnitKind.NAME and not unit.listed


def _led(unit: Unit) -> tuple[str, ...]:
    """The small words that lead to a unit, articles left out."""
    return tuple(word for word in unit.before if word not in ("the", "a", "an"))


def _name_behind(units: tuple[Unit, ...], at: int) -> int | None:
    """The name behind a unit, past nouns and adjectives before it ("on their old rivals, Town")."""
    for n in range(at + 1, min(len(units), at + 1 + REACH)):
        if units[n].kind is UnitKind.NAME:
            return None if units[n].listed else n
        if units[n].kind not in (UnitKind.NOUN, UnitKind.ADJECTIVE) or (n > at + 1 and units[n].before):
            return None
    return None


def find_fillers(brief: SentenceValue, full: SentenceValue, aligned: Alignment) -> list[Substitution]:
    """Two names of one kind that one word leads to by one preposition: "moved to Kyoto", "moved to Osaka"."""
    a, b = brief.telling.units, full.telling.units
    found = []
    for i, one in enumerate(a):
        if not is_name(one) or not one.named or one.head < 0 or one.role not in LEADING or is_near(one, full):
            continue
        covered = cover_near(brief.telling, full, aligned, i)
        if covered < FILLED or any(_fills(u, one, a[one.head], t) for t in full.article for u in t.units):
            continue
        for j, other in enumerate(b):
            if not is_name(other) or other.role != one.role or other.head < 0 or not name_one_kind(one, other):
                continue
            if aligned.matched.get(one.head) != other.head or weigh_substitute(one, other) is Force.NONE:
                continue
            if not is_open(a, b, i, j):
                said = set_beside(one.text, other.text)
                found.append(Substitution(i, j, Force.NAME, ONE_SLOT, covered, said))
    return found


def _fills(unit: Unit, one: Unit, head: Unit, telling: Telling) -> bool:
    """Whether a unit of the article is the name that the report has, in the part that it has there."""
    if unit.kind is not UnitKind.NAME or unit.role != one.role or unit.head < 0:
        return False
    return are_one_name(unit.lemma, one.lemma) and match_units(telling.units[unit.head], head) > 0.0


def find_doers(brief: SentenceValue, full: SentenceValue, aligned: Alignment) -> list[Substitution]:
    """A deed that the report tells of one person, and the article of another only."""
    a, b = brief.telling.units, full.telling.units
    found = []
    for at, there in aligned.matched.items():
        if not _is_deed(a[at], b[there]):
            continue
        subject = next((n for n, u in enumerate(a) if u.head == at and u.role == "subj" and is_name(u)), None)
        doer = b[there].doer if b[there].doer_kind == "person" else frozenset[str]()
        if subject is None or not doer or not _is_person(a[subject], full):
            continue
        kids = [
            n for n, u in enumerate(a) if u.head == at and n in aligned.matched and b[aligned.matched[n]].head == there
        ]
        worth = {n: a[n].weight for n in aligned.matched}
        covered = max(cover_near(brief.telling, full, aligned, subject), cover(a, worth, subject, a[at].clause))
        if not kids or aligned.shared < SEVERAL or covered < DONE:
            continue
        words = {*a[subject].lemma.split()} | a[subject].full
        if words & doer or _does(full, words, a[at].lemma):
            continue
        said = set_beside(f"{a[subject].text} {a[at].text}", f"{' '.join(sorted(doer)).title()} {b[there].text}")
        found.append(Substitution(at, there, Force.NAME, ONE_SLOT, covered, said, doing=True))
    return found


def _is_deed(one: Unit, other: Unit) -> bool:
    """Whether two verbs tell one deed, and neither in passing ("serving in the army")."""
    if one.kind is not UnitKind.VERB or one.lemma != other.lemma or one.denied != other.denied:
        return False
    return not (one.text.endswith("ing") or other.text.endswith("ing"))


def _is_person(unit: Unit, full: SentenceValue) -> bool:
    """Whether an article knows a name as that of a person."""
    people = (u for telling in full.article for u in telling.units if u.named == "person")
    return any({*unit.lemma.split()} <= u.full | {*u.lemma.split()} for u in people)


def _does(full: SentenceValue, words: set[str], verb: str) -> bool:
    """Whether an article tells a deed of somebody whose name has one of these words."""
    deeds = (u for telling in full.article for u in telling.units if u.kind is UnitKind.VERB and u.lemma == verb)
    return any(words & u.doer for u in deeds)
