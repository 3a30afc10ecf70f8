"""Sole strangers: the one name of its kind in a report that the other report of the event does not mention.

Two short reports of one event name the same people, bodies and places. Where each has exactly one person (or one body,
or one place) that the other has nowhere, and the sentences around the two have words in common, they give two names to
one. Whoever is only quoted is left out: reports choose their witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.factuality.prominence import is_brief, list_body
from checker.factuality.strange_names import Name, find_names
from checker.factuality.strange_places import DAYS
from checker.language.phrases import content_lemmas, word_of
from checker.lexicon import familiarity, is_person_noun, similarity
from checker.model import Claim, Document, MentionKind, Relation, Sentence, Span, Token, Verdict
from checker.values.entities import EntityValue, fold_name, may_be_spelt

PERSON, PLACE, BODY, OTHER = "person", "place", "body", "other"
SHORT = 3
"""Letters of a word of a name that too many names have."""

DESCRIBING = frozenset({"NN", "NNP", "JJ", "DT", "PRP$", "POS", "HYPH", "CD"})
REACH = 9
"""Words of what describes somebody between a verb of saying and the name, at most."""

LOOSE = frozenset(
    "leader boss chief head man woman person figure veteran official star hero native baker local resident friend "
    "colleague father mother historian retiree pensioner philanthropist volunteer member".split()
)
"""Nouns for people that may stand for another description of the same one, or beside any."""

SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson deputy lawyer attorney counsel organiser organizer witness neighbour neighbor "
    "analyst expert professor economist critic activist campaigner survivor passenger adviser aide minister".split()
)
"""Nouns for people of whom each report chooses its own."""

BODIES = frozenset(
    "house commons lords senate court ministry parliament commission council department treasury police government "
    "congress assembly cabinet office authority agency university institute committee tribunal bank union party league "
    "federation association wire news times post herald telegraph agency".split()
)
"""Words of the names of bodies of which a report names several."""

BESIDE = 4
"""Words between a name and a verb of saying that it is the subject of, at most."""

SAYING = frozenset(
    "say tell add explain report announce argue warn note write claim insist stress comment reply answer recall joke "
    "state declare admit accord predict quip shout ask think believe call reckon hope promise confirm reveal".split()
)
LEADING = frozenset(
    "in at near outside to off around across towards toward inside into reach reaches reached hits strikes enters "
    "entered leaves".split()
)
WIDE = frozenset("province region county district state governorate prefecture canton department island".split())
"""Nouns of what holds towns (own list)."""

ALIKE = 0.7
"""Lexical similarity from which two words around two names say the same."""

RARE = 0.5
"""How rare a shared word is (0 for everyday words) that says twice as much."""

ENOUGH, MORE, PLENTY, FULL = 3, 4, 8, 10
"""What the sentences of two people must share, those of two other things, and those around them as well instead."""


@dataclass(frozen=True, slots=True)
class SoleStranger:
    """A name of a kind with the words of its sentence, of those beside it, and all names of that kind."""

    kind: str
    sentence: Sentence
    name: Span
    key: str | None
    text: str
    kin: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    roles: frozenset[str]
    known: bool


def read_sole_strangers(document: Document) -> Iterator[SoleStranger]:
    """Every name of the prominent sentences that is no source, at its first mention."""
    if not is_brief(document):
        return
    sentences = list_body(document)
    words = {s.index: _words(document, s) for s in sentences}
    found: list[tuple[str, Sentence, Name, frozenset[str]]] = []
    for sentence in sentences:
        tokens = document.sentence_tokens(sentence)
        for name in find_names(document, sentence):
            kind = _kind(tokens, name)
            if kind is not None:
                roles = _roles(tokens, name) if kind == PERSON else frozenset[str]()
                found.append((kind, sentence, name, roles))
    kin: dict[str, set[str]] = {}
    for kind, _, name, _ in found:
        kin.setdefault(kind, set()).add(fold_name(name.text))
    seen: set[str] = set()
    for kind, sentence, name, roles in found:
        if name.text in seen:
            continue
        seen.add(name.text)
        own = {fold_name(w) for w in name.text.split()}
        near = {w for i in (sentence.index - 1, sentence.index + 1) for w in words.get(i, ())}
        yield SoleStranger(
            kind,
            sentence,
            name.span,
            name.key,
            name.text,
            frozenset(kin[kind]),
            frozenset(words[sentence.index] - own),
            frozenset(near - own),
            roles,
            isinstance(value := name.mention.value if name.mention is not None else None, EntityValue)
            and value.level == "city",
        )


def _words(document: Document, sentence: Sentence) -> frozenset[str]:
    tokens = document.sentence_tokens(sentence)
    names = {fold_name(t.text) for t in tokens if t.text[:1].isupper() and len(t.text) > SHORT}
    figures = {t.text.replace(",", "") for t in tokens if t.tag == "CD"}
    return content_lemmas(document, tokens) | names | figures


def _kind(tokens: Sequence[Token], name: Name) -> str | None:
    """What a name is the name of; None for a source, for an adjective, and for whatever only describes another."""
    before = tokens[name.first - 1].text.lower() if name.first else ""
    behind = tokens[name.end] if name.end < len(tokens) else None
    if tokens[name.end - 1].tag.startswith("JJ") or (behind is not None and behind.tag in ("NN", "NNS")):
        return None
    text = tokens[name.first].text
    single = name.end == name.first + 1
    plain = name.mention is None and single
    opens = name.first == 0 or not before[-1:].isalpha()
    person = name.mention is not None and name.mention.kind is MentionKind.PERSON
    if behind is not None and before == "(" and behind.text == ")" and not person:
        return None
    if (plain and opens) or (text.isupper() and len(text) > SHORT) or any(w in DAYS for w in name.text.lower().split()):
        return None
    hyphened = behind is not None and behind.text == "-" and behind.span.start == tokens[name.end - 1].span.end
    if hyphened or before == "from" or (name.mention is None and is_person_noun(text.lower())):
        return None
    if _is_source(tokens, name) or before in ("and", "&") or (behind is not None and behind.text in ("and", "&")):
        return None
    if person:
        return PERSON
    value = name.mention.value if name.mention is not None else None
    if isinstance(value, EntityValue) and value.level in ("country", "region"):
        return None
    if name.mention is not None and name.mention.kind is MentionKind.ORGANISATION:
        return BODY if BODIES.isdisjoint(name.text.lower().split()) else None
    if before == "of" and name.first > 1 and tokens[name.first - 2].lemma.lower() in WIDE:
        return None  # "the province of X", of which the other may name a town
    if name.mention is not None and name.mention.kind is MentionKind.PLACE:
        return PLACE
    if "the" in {t.text.lower() for t in tokens[max(0, name.first - 2) : name.first]}:
        return None
    if before in LEADING:
        return PLACE
    whole = name.end > name.first + 1 and all(t.tag == "NNP" for t in tokens[name.first : name.end])
    return OTHER if whole else None


def _is_source(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name is the subject of a verb of saying: "Reed said", "said the coach, Ada Reed"."""
    behind = tokens[name.end : name.end + BESIDE]
    if any(_says(t) for t in behind if t.tag in ("VBD", "VBZ", "VBP")):
        return True
    at = name.first - 1
    while at >= 0 and name.first - at < REACH and (tokens[at].tag in DESCRIBING or tokens[at].text == ","):
        at -= 1
    return at >= 0 and (_says(tokens[at]) or tokens[at - 1].text.lower() == "according")


def _says(token: Token) -> bool:
    return token.tag.startswith("VB") and token.lemma.lower() in SAYING and token.lemma.lower() != "call"


def _roles(tokens: Sequence[Token], name: Name) -> frozenset[str]:
    """Nouns for people right before a name, or right behind it and a comma."""
    found = set()
    for token in (*tokens[max(0, name.first - 3) : name.first], *tokens[name.end : name.end + 6]):
        if token.tag == "NN" and is_person_noun(word := word_of(token)):
            found |= {word} - LOOSE
    return frozenset(found)


def compare_sole_strangers(one: Claim, other: Claim) -> Verdict:
    """Whether two names are each the only one of its kind that the other article does not have, told of one thing."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    mine, theirs = _strange(one, other), _strange(other, one)
    own, others = fold_name(_name(one)), fold_name(_name(other))
    if may_be_spelt(own, others) or {*own.split()} & {*others.split()}:
        return Verdict(Relation.AGREE, reason)
    kinds = {*one.part("kind")} | {*other.part("kind")}
    if len(kinds - {OTHER}) > 1 or (OTHER in kinds and PLACE in kinds):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of two kinds")
    if one.part("known") != other.part("known"):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")
    if mine != {own} or theirs != {others}:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: one of several that the other article does not name")
    roles, beside = one.part("roles"), other.part("roles")
    if (roles ^ beside) & SPEAKING:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of two people")
    if roles and beside and not any(a == b or similarity(a, b) >= ALIKE for a in roles for b in beside):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of two people")
    shared = weigh_shared(one.part("around"), other.part("around"))
    wide = weigh_shared(one.part("around") | one.part("near"), other.part("around") | other.part("near"))
    if not (shared >= (ENOUGH if PERSON in kinds else MORE) or wide >= (PLENTY if PERSON in kinds else FULL)):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of two things")
    return Verdict(Relation.CONTRADICT, reason)


def _name(claim: Claim) -> str:
    assert isinstance(claim.value, EntityValue)
    return claim.value.name or claim.value.text


def _strange(claim: Claim, beside: Claim) -> set[str]:
    """The names of a claim's kind of which the other article has no word and no initials."""
    named = {fold_name(w) for w in beside.part("named")}
    found = set()
    for name in claim.part("kin"):
        words = [w for w in name.split() if len(w) > SHORT] or name.split()
        initials = "".join(w[0] for w in name.split())
        if not {*words} & named and not (len(initials) > 1 and initials in named):
            found.add(name)
    return found


@lru_cache(maxsize=4096)
def weigh_shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of words share: a rare word, a name or a figure says twice as much, a likeness half."""
    same = one & other
    total = float(sum(2 if not w.isalpha() or familiarity(w) >= RARE else 1 for w in same))
    rest = [w for w in other - same if w.isalpha()]
    total += sum(0.5 for a in one - same if a.isalpha() and any(similarity(a, b) >= ALIKE for b in rest))
    return total
