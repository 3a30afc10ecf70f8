"""Delegations: bodies and groups that were there or sent nobody, and the single people who belong to one.

``no head of state attended`` · ``nobody from the FLP was present`` · ``Belgoria declined to send observers`` ·
``observers from Belgoria watched from the stand`` · ``for the FLP, Colonel X was in the hall``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checker.factuality.turnout_words import find_phrase, forms_of, turnout_words
from checker.factuality.turnouts import Turnout, bearers
from checker.lexicon import can_be_near, is_group_noun, is_person_noun, similarity
from checker.lexicon.wordlists import match_phrases
from checker.model import Argument, BlockKind, Clause, Document, Role, Sentence, Span, Tense, Token
from checker.names.tables import load_gazetteer

NOBODY = frozenset({"nobody", "none", "neither"})
SINGLE = frozenset({"one", "a", "single"})
OPENING = NOBODY | {"no", "not"}
"""What "nobody from", "no minister" and "not a single" begin with."""
LONGEST = 8
"""Words of a group that nobody of was there, at most: "not one of the four former heads of government"."""

SAME_OFFICE = 0.75
"""Lexical similarity from which two nouns name one office: a judge, a justice."""

LESSER = frozenset(
    "deputy permanent assistant under vice former ex private press junior parliamentary acting honorary shadow "
    "retired late first general".split()
)
"""Words before an office that make it another: a deputy permanent secretary is no minister."""

PARLIAMENT = frozenset({"mp", "mps", "tds", "td", "msp", "msps", "mep", "meps"})
PLACING = frozenset({"in", "at", "among", "on", "aboard", "inside", "from"})
FROM = frozenset({"from", "of", "for"})


@dataclass(frozen=True, slots=True)
class Delegation:
    """People of a body (``body``) or of a kind (``nouns``): whether there, and whether all or none are meant."""

    sentence: Sentence
    clause: Clause | None
    span: Span
    there: bool
    whole: bool
    body: str
    nouns: frozenset[str]


@cache
def _table(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in turnout_words()["bodies"][name]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(listed) for first, listed in found.items()}


@cache
def _openings() -> frozenset[str]:
    """The first words of what tells that a body sent somebody, or nobody."""
    return frozenset((*_table("sent"), *_table("sending")))


def read_delegations(document: Document, turnouts: Iterable[Turnout]) -> Iterator[Delegation]:
    """The bodies and groups of an article that were there or away; ``turnouts`` are what its clauses tell of people."""
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE) or sentence.text.rstrip().endswith("?"):
            continue
        yield from _nobody(sentence, tokens := document.sentence_tokens(sentence))
        yield from _without(sentence, tokens)
    for clause in document.clauses:
        if not clause.nominal and not clause.conditional and clause.tense is not Tense.FUTURE:
            yield from _senders(document, clause)
    for turnout in turnouts:
        yield from _members(document, turnout)


def _nobody(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Delegation]:
    """``no head of state attended``, ``nobody from the FLP was present``, ``there was no minister in the hall``."""
    low = [t.text.lower() for t in tokens]
    for at, (token, word) in enumerate(zip(tokens, low, strict=True)):
        if word not in OPENING:
            continue
        behind = low[at + 1 : at + 3]
        alone = word in NOBODY or (word == "no" and behind[:1] == ["one"])
        single = word == "not" and behind[:1] and behind[0] in SINGLE
        if not (alone or single or word == "no") or (at and tokens[at - 1].text.lower() in ("almost", "virtually")):
            continue
        start = at + (2 if word == "no" and alone else 1 + (word == "not") + (behind[-1:] == ["single"]))
        verb = next(
            (n for n in range(start, min(len(tokens), start + LONGEST)) if tokens[n].tag[:2] in ("VB", "MD")), None
        )
        there_was = at > 1 and tokens[at - 2].text.lower() == "there" and "be" in forms_of(tokens[at - 1])
        if there_was:
            end = next((n for n in range(start, min(len(tokens), start + LONGEST)) if tokens[n].tag == "IN"), None)
            seen = {t.lemma.lower() for t in tokens[end : end + 5]} if end is not None else set()
            placed = seen & ({*turnout_words()["spots"], *turnout_words()["occasions"]} | {"room", "court", "church"})
            was = tokens[at - 1].text.lower() in ("was", "were")
            if end is None or not was or tokens[end].text.lower() not in PLACING or not placed:
                continue
            verb = end if tokens[end].text.lower() != "from" else min(len(tokens), end + 4)
        elif (
            verb is None
            or tokens[verb].tag == "MD"
            or find_phrase([forms_of(t) for t in tokens[verb : verb + 6]], _table("coming"), 1) is None
        ):
            continue
        named = tokens[start:verb]
        if {"other", "further", "more", "longer"} & {t.text.lower() for t in named}:
            continue
        kinds = turnout_words()["kinds"]
        noun = next((t for t in named if t.tag in ("NN", "NNS") and t.text.lower() not in SINGLE), None)
        noun = next((t for t in reversed(named) if t.lemma.lower() in kinds or t.text.lower() in PARLIAMENT), noun)
        last = min(len(tokens), verb + 2) - 1
        span = Span(token.span.start, tokens[last].span.end)
        owner = next((n for n, t in enumerate(named) if t.text.lower() in FROM), None)
        owned = named[owner + 1 :] if owner is not None and alone else named[:-1] if not alone else []
        body = body_in(owned) if alone or noun is not None else ""
        if body and (alone or (noun is not None and noun.lemma.lower() in turnout_words()["bodies"]["members"])):
            yield Delegation(sentence, None, span, False, True, body, frozenset())
        elif noun is not None and (
            is_person_noun(noun.lemma.lower()) or noun.lemma.lower() in turnout_words()["kinds"]
        ):
            text = " ".join(t.lemma.lower() for t in named if t.tag[:2] in ("NN", "IN", "JJ"))
            yield Delegation(sentence, None, span, False, True, "", frozenset({noun.lemma.lower(), text}))


def _without(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Delegation]:
    """``the conference took place without Turkey``."""
    at = next((n for n, t in enumerate(tokens) if t.text.lower() in ("without", "minus")), None)
    if at is None or at + 1 >= len(tokens) or not tokens[at + 1].text[:1].isupper():
        return
    before = [w for t in tokens[max(0, at - 6) : at] for w in (t.lemma.lower(), t.text.lower())]
    if {"not", "never", "n't"} & {*before} or not match_phrases(before, turnout_words()["away"]["without"], gap=2):
        return
    end = next((n for n in range(at + 1, min(len(tokens), at + 5)) if not tokens[n].tag.startswith("NNP")), at + 2)
    if end < len(tokens) and (tokens[end].tag in ("NN", "NNS", "POS")):
        return  # "without Turkey's consent"
    body = body_in(tokens[at + 1 : end])
    if body:
        span = Span(tokens[max(0, at - 2)].span.start, tokens[end - 1].span.end)
        yield Delegation(sentence, None, span, False, True, body, frozenset())


def body_in(tokens: Sequence[Token]) -> str:
    """The key of the body that a row of words names: its last name, the country of a demonym, or a common noun.

    Empty for none.
    """
    demonyms = load_gazetteer().demonyms
    named = [t for t in tokens if t.text[:1].isupper() and len(t.text) > 1 and t.tag[:2] in ("NN", "JJ")]
    named = [t for t in named if t.tag.startswith("NNP") or t.text.isupper() or t.text.lower() in demonyms]
    if named:
        return demonyms.get(named[-1].text.lower(), named[-1].text.lower())
    nouns = [t.lemma.lower() for t in tokens if t.tag in ("NN", "NNS") and is_group_noun(t.lemma.lower())]
    return f"the {nouns[0]}" if nouns else ""


def _senders(document: Document, clause: Clause) -> Iterator[Delegation]:
    """``Belgoria declined to send observers``, ``the FLP sent nobody``, ``Norway was not represented``."""
    subject = clause.argument(Role.AGENT) or clause.argument(Role.PATIENT)
    if subject is None or subject.head > clause.head or not subject.tokens:
        return
    area = document.tokens[subject.head + 1 : min(clause.head + LONGEST, document.sentences[clause.sentence].last)]
    words = [forms_of(t) for t in area]
    within = max(1, clause.head - subject.head + 1)
    if all(_openings().isdisjoint(forms) for forms in words[:within]):
        return
    key = body_in([document.tokens[i] for i in subject.tokens])
    if not key or any(True for _ in bearers(document, subject)):
        return
    entity = document.entities.get(subject.entity or "")
    if entity is not None and entity.key.startswith("person:"):
        return
    for there in (False, True):
        found = find_phrase(words, _table("sent" if there else "sending"), within)
        if found is not None:
            if not there or "not" not in {w for ws in words[: found[0]] for w in ws}:
                span = Span(subject.span.start, area[found[1]].span.end)
                yield Delegation(document.sentences[clause.sentence], clause, span, there, not there, key, frozenset())
            return


def _members(document: Document, turnout: Turnout) -> Iterator[Delegation]:
    """Somebody there or away as one of a kind ("two presidents"), or there as one of a body ("observers from X")."""
    subject = turnout.subject
    tokens = [document.tokens[i] for i in subject.tokens] if subject is not None else []
    words = {t.lemma.lower() for t in tokens} | _pairs([t.lemma.lower() for t in tokens])
    words |= {t.text.lower().removesuffix("s") for t in tokens if t.tag in ("NNPS", "NNP", "NNS")}
    for key in turnout.keys:
        entity = document.entities.get(key)
        held = [role.split() for role in (entity.roles if entity is not None else ())]
        words |= {w for role in held for w in (*role, *_pairs(role))}
    if {t.text.lower() for t in tokens[:1]} & {"no", "none", "nobody", "neither", "not"}:
        return
    clause, sentence = turnout.clause, turnout.sentence
    people = any(t.tag == "NNPS" for t in tokens) or any(is_person_noun(word) for word in words)
    if words and (people or turnout.keys or turnout.name):
        yield Delegation(sentence, clause, turnout.span, turnout.there, False, "", frozenset(words))
    if subject is None:
        return
    if not turnout.there:
        several = document.tokens[subject.head].tag in ("NNS", "NNPS")
        bodies = {*_bodies_of(document, subject, tokens, sentence, turnout)} if several and not turnout.name else set()
        for body in sorted(bodies - {""}):
            yield Delegation(sentence, clause, turnout.span, False, True, body, frozenset())
        return
    for body in sorted({*_bodies_of(document, subject, tokens, sentence, turnout)} - {""}):
        yield Delegation(sentence, clause, turnout.span, True, False, body, frozenset())


def _pairs(words: Sequence[str]) -> set[str]:
    return {f"{a} {b}" for a, b in pairwise(words)}


def _bodies_of(
    document: Document, subject: Argument, tokens: Sequence[Token], sentence: Sentence, turnout: Turnout
) -> Iterator[str]:
    members = {*turnout_words()["bodies"]["members"]}
    low = [t.text.lower() for t in tokens]
    for at, word in enumerate(low):
        if word in FROM and at and (tokens[at - 1].lemma.lower() in members or turnout.name):
            yield body_in(tokens[at + 1 : at + 5])
        if word in ("'s", "’s") and members & {t.lemma.lower() for t in tokens[at + 1 :]}:
            yield body_in(tokens[:at])
    if len(tokens) > 1 and tokens[-1].lemma.lower() in members and not turnout.name:
        yield body_in(tokens[:-1])
    if tokens[-1].tag == "NNPS" and not turnout.name:
        yield tokens[-1].text.lower()
    before = [t for t in document.sentence_tokens(sentence) if t.span.end <= subject.span.start]
    if before and before[0].text.lower() in ("for", "representing") and before[-1].text == ",":
        yield body_in(before)
    for argument in turnout.clause.arguments if turnout.clause is not None else ():
        if argument.preposition in ("for", "on behalf of") and (key := body_in_argument(document, argument)):
            yield key


def body_in_argument(document: Document, argument: Argument) -> str:
    """The key of the body that an argument names, where its head is a name."""
    if not document.tokens[argument.head].tag.startswith("NNP"):
        return ""
    return body_in([document.tokens[i] for i in argument.tokens])


def is_kind(nouns: Iterable[str], words: frozenset[str], bodies: frozenset[str]) -> bool:
    """Whether somebody of whom ``words`` are told is of those that ``nouns`` name: a justice of the judges.

    ``bodies``: nouns of what "all members" may be the members of.
    """
    wanted = frozenset(nouns)
    kinds: dict[str, list[str]] = turnout_words()["kinds"]
    for noun in wanted:
        if noun in kinds and words & {*kinds[noun]} and (noun in words or not words & LESSER):
            return True
    if "head" in wanted:
        return False
    if wanted & words or ("member" in wanted and words & bodies):
        return "minister" not in wanted & words or not words & LESSER - {"first", "deputy", "junior"}
    if words & LESSER:
        return False
    return any(can_be_near(noun, word) and similarity(noun, word) >= SAME_OFFICE for noun in wanted for word in words)
