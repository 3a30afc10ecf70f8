"""What an article says is still to come or still hangs, and what an article says has come, or will not come after all.

"The bronze will be relocated", "the complaint is pending", "the season has not begun" lie ahead; "the bronze was moved
on Tuesday", "the committee rejected the complaint", "the premiere has been put off" tell what came of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from checker.factuality.assertions import stage_of
from checker.factuality.hedges import deed_of
from checker.language.trees import NOUN_TAGS
from checker.lexicon import familiarity
from checker.lexicon.wordlists import holds_phrase, phrases_by_word
from checker.model import BlockKind, Clause, Document, MentionKind, Polarity, Role, Span, Tense, Token
from checker.values.status import CONSIDERED, DONE, PLANNED
from checker.values.timex import Granularity, TimeValue

TELLING = 0.3
"""Familiarity from which a word says what a statement is about."""

LONGEST = 130
"""Characters of a citation that holds the deed with those it is about."""

TIMES = (MentionKind.DATE, MentionKind.TIME)
UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
FINE = frozenset({Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE})


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells: its ``verb``, ``deeds`` (the verb, and nouns as verbs) and classes of verbs (``steps``).

    ``parties`` are the heads of those who do it and of what it is done to, with all words of names; ``words`` its own
    telling words, ``near`` those around it.

    ``ahead`` says that it is still to come or hangs (``hangs``: somebody is to settle it), ``done`` that it has come,
    ``off`` that it will not come or not then, ``settles`` that it is the end of what hung, ``news`` that words set it
    apart from what was known before. ``days`` are all that its sentence names, ``dated`` those on which it puts what it
    tells. ``doers`` are the words of the names of who does it.
    """

    clause: Clause
    focus: Span
    verb: str
    deeds: frozenset[str]
    steps: frozenset[str]
    parties: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    ahead: bool = False
    hangs: bool = False
    done: bool = False
    off: bool = False
    settles: bool = False
    news: bool = False
    days: tuple[date, ...] = ()
    dated: tuple[date, ...] = ()
    doers: frozenset[str] = frozenset()


@cache
def load_prospects() -> Mapping[str, frozenset[str]]:
    """The word lists of ``data/prospects.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "prospects.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}


@cache
def load_classes() -> Mapping[str, frozenset[str]]:
    """The classes of verbs for one step, such as beginning or being brought somewhere, by verb."""
    data = tomllib.loads((files("checker.factuality") / "data" / "prospects.toml").read_text("utf-8"))
    found: dict[str, set[str]] = {}
    for name, verbs in data["classes"].items():
        for verb in verbs:
            found.setdefault(verb, set()).add(name)
    return {verb: frozenset(names) for verb, names in found.items()}


def read_told(document: Document) -> tuple[Told, ...]:
    """Every clause that tells what is to come, hangs, has come or is off, in the order of the text."""
    return document.once(_read_told)


def _read_told(document: Document) -> tuple[Told, ...]:
    return tuple(_find_told(document))


def _find_told(document: Document) -> Iterator[Told]:
    words_of: dict[int, frozenset[str]] = {}
    for clause in document.clauses:
        sentence = document.sentences[clause.sentence]
        if clause.nominal or sentence.kind in UNREAD or sentence.text.rstrip().endswith("?"):
            continue
        for number in _around(document, clause.sentence):
            if number not in words_of:
                words_of[number] = _words(document.sentence_tokens(document.sentences[number]))
        found = _read(document, clause, words_of)
        if found is not None:
            yield found


def _read(document: Document, clause: Clause, words_of: Mapping[int, frozenset[str]]) -> Told | None:
    lists = load_prospects()
    tokens = [t for t in document.tokens_touching(clause.span) if clause.span.contains(t.span)]
    said = _said(tokens)
    words = frozenset(said.split())
    stage = stage_of(document, clause) if clause.predicate else None
    denied = clause.polarity is Polarity.NEGATIVE
    hangs = holds_phrase(said, lists["hanging"], words)
    unfinished = denied and holds_phrase(said, lists["unfinished"], words)
    planned = stage == PLANNED and not denied and (clause.tense is Tense.FUTURE or _is_arranged(document, clause))
    planned = planned or (stage == CONSIDERED and "whether" in said)
    planned = planned or _is_arranged(document, clause)
    ahead = planned or ((hangs or unfinished) and stage != CONSIDERED and clause.relation != "relative")
    if planned and (" until " in said or " indefinitely " in said):
        return None  # a state that holds on
    if holds_phrase(said, lists["mute"], words):
        return None  # that nobody has said anything yet hangs on the telling
    verb = clause.predicate.split()[0] if clause.predicate else ""
    off = verb in lists["off"] or clause.predicate in lists["off"] or holds_phrase(said, LATER, words)
    off = off or any(" " in phrase and f" {phrase} " in said for phrase in phrases_by_word(lists["off"]).get(verb, ()))
    more = bool(MORE & {t.text.lower() for t in tokens}) and not hangs
    done = stage == DONE and not more and not (denied and not off) and not hangs and _is_finite(document, clause)
    off = off and (stage == DONE or denied or clause.tense is Tense.FUTURE)
    if not (ahead or done or off) or _leads_on(document, clause):
        return None
    before = {t.text.lower() for t in document.tokens[max(0, clause.head - 3) : clause.head]}
    if verb in lists["telling"] or ("had" in before and not ahead):
        return None  # who says so, and what had been before
    verbs = {verb} if verb and not clause.copula else set()
    if not document.tokens[clause.head].tag.startswith("VB"):
        verbs |= {t.lemma.lower() for t in tokens if t.tag.startswith("VB")}  # "Suspect: still being sought"
    deeds = set(verbs)
    nouns = {t.lemma.lower() for t in tokens if t.tag in {"NN", "NNS"}}
    deeds |= {deed for noun in nouns if (deed := deed_of(noun, noun=True)) != noun}
    deeds = {deed for deed in deeds - lists["light"] if FORMS.get(deed, deed) == deed}
    steps = frozenset(one for verb in verbs if not off for one in load_classes().get(verb, ()))
    own = _words(tokens) | {w for a in clause.arguments for w in _words(document.tokens[i] for i in a.tokens)}
    near = frozenset().union(*(words_of[number] for number in _around(document, clause.sentence)))
    days = [*_days(document, clause)]
    return Told(
        clause,
        _focus(document, clause),
        verb if not clause.copula else "",
        frozenset(deeds),
        steps,
        _parties(document, clause),
        own,
        near - own,
        ahead,
        hangs or unfinished,
        done,
        off,
        bool({verb, clause.predicate} & lists["settling"]) and not hangs,
        holds_phrase(said, lists["news"], words)
        or {*clause.auxiliaries} >= {"have", "be"}
        or "has" in clause.auxiliaries,
        tuple(day for day, _ in days),
        tuple(day for day, own in days if own),
        _doers(document, clause),
    )


LINES = 4
"""Lines of a list before one of them that say what it is about."""


def _around(document: Document, number: int) -> Iterator[int]:
    """A sentence with the one before it in its paragraph; with the lines before it, and what these stand under."""
    yield number
    sentences, block = document.sentences, document.sentences[number].block
    if sentences[number].kind is BlockKind.BULLET:
        for other in range(number - 1, max(-1, number - LINES - 1), -1):
            yield other
            if sentences[other].kind is not BlockKind.BULLET:
                break
    elif number:
        before = sentences[number - 1]
        if before.block == block or before.kind in {BlockKind.HEADING, BlockKind.HEADLINE}:
            yield number - 1


MORE = frozenset({"another", "similar"})
"""Words by which what is told is one more of its kind, and not what lay ahead (own list)."""

LATER = frozenset({"not before", "will not", "no longer", "wo not", "not go ahead", "not take place"})
"""Phrases by which what was to come does not, or not then."""

ARRANGING = frozenset({"due", "set", "schedule", "expect", "plan", "slate", "pencil", "intend", "aim", "agree", "be"})
"""Words right before an infinitive of what is arranged: "it is to reopen", "expected to hand over" (own list)."""


def _is_arranged(document: Document, clause: Clause) -> bool:
    """Whether an infinitive tells what is arranged; so too in a headline ("County to move statue")."""
    head = document.tokens[clause.head]
    before = [t for t in document.tokens[max(0, clause.head - 4) : clause.head] if t.sentence == head.sentence]
    while before and before[-1].tag in {"RB", "VB", "VBN"} and before[-1].text.lower() != "to":
        before.pop()
    if not before or before[-1].text.lower() != "to" or head.tag not in {"VB", "VBN", "JJ", "NN"}:
        return False
    if len(before) > 1 and before[-2].lemma.lower() in ARRANGING:
        return True
    headline = document.sentences[clause.sentence].kind in {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BULLET}
    return headline and len(before) > 1 and before[-2].tag in NOUN_TAGS


def _leads_on(document: Document, clause: Clause) -> bool:
    """Whether a clause only leads on to what is arranged: "is scheduled" in "is scheduled to testify"."""
    after = document.tokens[clause.head + 1 : clause.head + 2]
    arranging = document.tokens[clause.head].lemma.lower() in ARRANGING
    return arranging and bool(after) and after[0].text.lower() == "to" and not clause.copula


def _is_finite(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of something by itself: no infinitive, no participle that describes, no "when" or "as"."""
    if clause.relation in {"adverbial", "apposition"}:
        return False
    head = document.tokens[clause.head]
    if head.tag in {"VBG", "VB"} and not clause.auxiliaries:
        return False
    if {t.text.lower() for t in document.tokens_touching(clause.span)} & BACK:
        return False
    if head.tag in {"VBZ", "VBP"}:
        kind = document.sentences[clause.sentence].kind
        told = {t.text.lower() for t in document.tokens_touching(clause.span)}
        return kind is not BlockKind.PARAGRAPH or bool(told & {"now", "today", "again", "finally"})
    return clause.copula or bool(clause.auxiliaries) or head.tag in {"VBD", "VBN"} or not clause.predicate


BACK = frozenset({"previously", "formerly", "once", "ago", "legend", "history", "traditionally", "usually", "often"})
"""Words of a statement that looks back, or tells what is so at any time (own list)."""


def _parties(document: Document, clause: Clause) -> frozenset[str]:
    """The heads of those who do something and of what it is done to, with all the words of names."""
    found: set[str] = set()
    for argument in clause.arguments:
        if argument.role not in (Role.AGENT, Role.PATIENT):
            continue
        tokens = [document.tokens[i] for i in argument.tokens]
        found |= {t.text.lower() for t in tokens if t.tag.startswith("NNP")}
        if document.tokens[argument.head].tag in {"NN", "NNS"}:
            found.add(argument.lemma)
    return frozenset(found)


def _doers(document: Document, clause: Clause) -> frozenset[str]:
    agent = clause.argument(Role.AGENT)
    if agent is None or clause.argument(Role.PATIENT) is None:
        return frozenset()
    tokens = (document.tokens[i] for i in agent.tokens)
    return frozenset(t.text.lower() for t in tokens if t.tag.startswith("NNP"))


def _said(tokens: Iterable[Token]) -> str:
    tokens = [t for t in tokens if t.text[:1].isalnum() or t.text[:1] in "'’"]
    words = [t.text.lower() for t in tokens]
    lemmas = [FORMS.get(t.lemma.lower(), t.lemma.lower()) for t in tokens]
    return f" {' '.join(words)} | {' '.join(lemmas)} "


FORMS = dict.fromkeys(("is", "are", "was", "were", "been", "being", "'s", "’s"), "be")
FORMS |= dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have")
"""Forms of the two commonest verbs, which the lists give by their base."""


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    """The telling words of some tokens, nouns as their verbs."""
    found, light = set(), load_prospects()["light"]
    for token in tokens:
        name = token.tag.startswith("NNP")
        lemma = token.text.lower() if name else token.lemma.lower()
        noun = token.tag in NOUN_TAGS
        if not (noun or token.tag.startswith(("VB", "JJ"))) or not lemma.replace("-", "").isalpha():
            continue
        if lemma not in light and (name or familiarity(lemma) >= TELLING):
            found.add(deed_of(lemma, noun and not name))
    return frozenset(found)


def _days(document: Document, clause: Clause) -> Iterator[tuple[date, bool]]:
    """The days of a sentence, and whether the clause puts there what it tells; not so in "the raid of 4 October"."""
    for mention in document.mentions_in(document.sentences[clause.sentence].span, *TIMES):
        value = mention.value
        if not isinstance(value, TimeValue) or value.start is None or value.granularity not in FINE:
            continue
        if not clause.span.contains(mention.span):
            yield value.start.date(), False
            continue
        inside = [a.span for a in clause.arguments if a.span.contains(mention.span)]
        yield value.start.date(), all(mention.span.start - span.start <= BESIDE for span in inside)


BESIDE = 14
"""Characters of an argument before a day that says when: "on the morning of 4 October" is longer than "on Friday"."""


def _focus(document: Document, clause: Clause) -> Span:
    """The predicate with its participants, where that is short enough.

    Of a second verb ("... and now stands") it is its own part.
    """
    arguments = list(clause.arguments)
    if clause.relation == "conjunct" and clause.governor is not None:
        first = document.clauses[clause.governor].predicate_span
        arguments = [a for a in arguments if a.span.start >= first.end]
    own = [a.span for a in arguments]
    told = [a.span for a in arguments if a.role in (Role.AGENT, Role.PATIENT)]
    for spans in (own, told):
        around = [clause.predicate_span, *spans]
        whole = Span(min(s.start for s in around), max(s.end for s in around))
        if whole.end - whole.start <= LONGEST:
            return whole
    return clause.predicate_span
