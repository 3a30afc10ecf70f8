"""How much weight an article gives to a person: "a volunteer", "the treasurer", "the director", "the brains behind it".

Read from the words beside a name: a title or a noun phrase in front of it, what stands behind it between commas or in
brackets, "who chairs the committee", "by the name of".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.lexicon import is_person_noun
from checker.model import BlockKind, Document, Mention, MentionKind, Span, Token
from checker.values.offices import Level, load_offices

ONE_OF_MANY, BELOW, HEAD, BEHIND_IT = 1, 2, 3, 4
"""Degrees of weight."""

REACH = 12
"""Words of a description at most."""

BEING = frozenset(("is", "was"))
AUXILIARIES = frozenset(("be", "is", "was", "are", "were", "been", "have", "has", "had", "do", "does", "did"))
PARTING = frozenset((",", "(", "–", "—", "-", "."))
CLOSING = frozenset((",", ")", ".", ";", ":", "–", "—", '"', "”"))
LEADING_TO = frozenset(("called", "named"))
NOUNS = ("NN", "NNS", "NNP", "NNPS")
NEAR_STOPS = frozenset(("of", "for", "'s"))
FAR_STOPS = NEAR_STOPS | {"on", "at", "in", "from", "with", "to", "behind"}
"""Words that join two nouns of a description that stands before a name, and before a name and a comma."""

DOING = frozenset(("WP", "VBZ", "VBD"))
"""Tags of the words by which a description in front of a name says what somebody does: "the man who runs the club"."""

WITHIN = frozenset(
    ("DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBN", "VBG", "HYPH", "RB", "``", "''")
)
"""Tags of the words of a plain noun phrase."""


@dataclass(frozen=True, slots=True)
class Stature:
    """The weight that a description gives to an entity: its degree, the words, and those with the name."""

    entity: str
    degree: int
    span: Span
    focus: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class _Words:
    heads: Mapping[str, int]
    deeds: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]


@cache
def load_statures() -> _Words:
    """The word lists of ``data/statures.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "statures.toml").read_text("utf-8"))
    degrees = ("4", "1", "2", "3")
    heads = {word: int(degree) for degree in degrees for word in data["heads"][degree]}
    deeds = {word: int(degree) for degree in ("1", "3", "4") for word in data["deeds"][degree]}
    lists = {name: frozenset(data["heads"][name]) for name in ("behind", "behind_words", "people", "nobody")}
    return _Words(heads, deeds, lists | {name: frozenset(words) for name, words in data["words"].items()})


def read_statures(document: Document) -> Iterator[Stature]:
    """Every description of a named person that gives it a weight, in the order of the text."""
    for mention in document.mentions:
        if mention.kind is not MentionKind.PERSON or mention.entity is None or mention.sentence < 0:
            continue
        sentence = document.sentences[mention.sentence]
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        tokens = document.sentence_tokens(sentence)
        following = document.tokens[sentence.last : sentence.last + REACH] if _breaks_off(document, mention) else ()
        yield from _read_beside(mention, tokens, following)


def _breaks_off(document: Document, mention: Mention) -> bool:
    """Whether a stray full stop behind the name parts it from what is said of it ("Anna Holt. who leads it.")."""
    rest = document.text[mention.span.end : mention.span.end + 8]
    return rest[:2] == ". " and rest[2:3].islower()


def _read_beside(mention: Mention, tokens: Sequence[Token], following: Sequence[Token]) -> Iterator[Stature]:
    inside = [n for n, t in enumerate(tokens) if t.span.start < mention.span.end and mention.span.start < t.span.end]
    if not inside or mention.entity is None:
        return
    first, last = inside[0], inside[-1] + 1
    for words in (_before(tokens, first), _behind(tokens, last, following)):
        degree = _weigh(words) if words else 0
        if degree:
            span = Span(words[0].span.start, words[-1].span.end)
            focus = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
            yield Stature(mention.entity, degree, span, focus, mention.sentence)


def _before(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The noun phrase that stands before a name, with or without a comma, or that "by the name of" leads from."""
    at = first - 1
    stops = NEAR_STOPS
    if at >= 3 and [t.text.lower() for t in tokens[at - 3 : at + 1]] == ["by", "the", "name", "of"]:
        at -= 4
    elif at >= 0 and (tokens[at].text in (",", "(") or tokens[at].text.lower() in LEADING_TO):
        at, stops = at - 1, FAR_STOPS
    end = at + 1
    doing = DOING if stops is FAR_STOPS else frozenset[str]()
    while (
        at >= 0
        and end - at <= REACH
        and (tokens[at].tag in WITHIN or tokens[at].tag in doing or tokens[at].text.lower() in stops)
    ):
        at -= 1
    words = tokens[at + 1 : end]
    lead = next((n for n, t in enumerate(words) if t.tag in WITHIN), len(words))
    return words[lead:]


def _behind(tokens: Sequence[Token], last: int, following: Sequence[Token]) -> Sequence[Token]:
    """What stands behind a name, from a comma, a bracket or "who" to the next one."""
    rest = tokens[last : last + REACH + 6]
    if rest and rest[0].text in PARTING and len(rest) == 1 and following:
        rest = (*rest, *following)
    if len(rest) < 2:
        return ()
    if rest[0].text in PARTING:
        rest = rest[1:]
        if rest[0].tag == "CD" and len(rest) > 2 and rest[1].text == ",":
            rest = rest[2:]  # "Holt, 44, who chairs"
    elif rest[0].text.lower() in BEING and rest[1].tag in ("DT", "PRP$"):
        rest = rest[1:]
    elif rest[0].text.lower() != "who":
        return ()
    end = next((n for n, t in enumerate(rest) if t.text in CLOSING), len(rest))
    words = rest[: min(end, REACH)]
    return words if words and (words[0].tag in WITHIN or words[0].text.lower() in ("who", "one")) else ()


def _weigh(words: Sequence[Token]) -> int:
    """The degree of a description; 0 where it gives no weight."""
    lists = load_statures()
    if words[0].text.lower() == "who":
        return _weigh_deed(words[1:])
    texts = [t.text.lower() for t in words]
    size = next((n for n, t in enumerate(words) if t.tag not in WITHIN), len(words))
    heads = [n for n in range(size) if words[n].tag in NOUNS and not (n + 1 < size and words[n + 1].tag == "POS")]
    if not heads:
        return 0
    at = heads[-1]
    head, behind = words[at].lemma.lower(), texts[at + 1 : at + 2]
    front = {*texts[:at]}
    if head in lists.lists["people"]:
        if behind == ["behind"]:
            return BEHIND_IT
        if behind == ["who"]:
            return _weigh_deed(words[at + 2 :])
        if behind == ["in"] and texts[at + 2 : at + 3] == ["charge"]:
            return HEAD
        return ONE_OF_MANY if {*behind} & lists.lists["nobody"] and {"a", "an", "some", "one"} & front else 0
    degree = lists.heads.get(texts[at], lists.heads.get(head, 0))
    if head in lists.lists["behind"] and behind != ["behind"]:
        return 0
    if front & lists.lists["lowest"]:
        return ONE_OF_MANY
    if degree == HEAD and (
        front & lists.lists["lowering"] or (head in ("head", "chief") and _is_of_part(words[at + 1 :]))
    ):
        return BELOW
    if "one" in front and "of" in texts:
        return 0
    return degree or _weigh_work(" ".join(texts[heads[0] : at + 1]), head, {*texts[at + 1 :]})


def _is_of_part(words: Sequence[Token]) -> bool:
    """Whether what stands behind "head" names a field of an organisation and not the whole ("of outreach")."""
    return len(words) > 1 and words[0].text.lower() == "of" and words[1].tag == "NN"


def _weigh_work(phrase: str, head: str, behind: Set[str]) -> int:
    """A known kind of work is an exact post below the top; one of many where it is for a time or for hire."""
    table = load_offices()
    name = table.forms.get(phrase) or table.forms.get(head)
    office = table.offices[name] if name else None
    if load_statures().lists["passing"] & behind and (office is not None or is_person_noun(head)):
        return ONE_OF_MANY
    known = office is not None and office.level is Level.EXACT and not HEADED & {*office.name.split()}
    return BELOW if known else 0


HEADED = frozenset({"chief", "head", "president", "minister", "king", "queen", "prime", "pope", "judge"})
"""Words of offices that are no work below the top."""


def _weigh_deed(words: Sequence[Token]) -> int:
    """The degree of what somebody is said to do: "who chairs the committee"."""
    verb = next((t for t in words if t.tag.startswith("VB") and t.lemma.lower() not in AUXILIARIES), None)
    if words and words[0].text.lower() in BEING and (verb is None or verb.index > words[0].index + 1):
        return _weigh(words[1:]) if len(words) > 1 and words[1].text.lower() != "who" else 0
    return load_statures().deeds.get(verb.lemma.lower(), 0) if verb is not None else 0
