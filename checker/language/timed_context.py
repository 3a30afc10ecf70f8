"""Where the happening is told that a time belongs to, when it is not in the time's own clause.

"It was ten past three when the plane came in", "The clock said ten to nine. ...", "took forty minutes to get there":
the time stands in one clause and what happened in another.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.language.timed import Part, Timing, predicate_of, timing_words
from checker.language.told import LED_PHRASE, LED_WORD, NOUN, PHRASE, kinds_told, rank_kinds
from checker.lexicon.happenings import Happening, happenings_of
from checker.model import Clause, Document, Role, Sentence, Token

OPENERS = frozenset({"when", "before", "that", "as", "after", "until", "till"})
"""What opens the clause that says what happened at the time just told."""

LEAD_IN = 8
"""Tokens before a time in which "it was" or a clock is looked for."""

AFTER_TIME = 24
"""Tokens after a time in which the clause that it belongs to has to open."""

BACK = 2
"""Sentences that are searched backwards for what a bare "It was half past one" is the time of."""


def is_presented(document: Document, sentence: Sentence, first: int) -> bool:
    """Whether a time is itself what is told: "it was ten past three", "the clock said", "timed it at"."""
    words = [t.text.lower() for t in document.tokens[max(sentence.first, first - LEAD_IN) : first]]
    lemmas = [t.lemma.lower() for t in document.tokens[max(sentence.first, first - LEAD_IN) : first]]
    names = timing_words()
    for place, word in enumerate(words[:-1]):
        if word in {"it", "that", "this"} and words[place + 1] in {"was", "is", "'s", "must", "would", "could"}:
            return set(words[place + 2 :]) <= names["presenting"] | {"have", "been", "be"}
    return bool(names["clocks"] & set(lemmas)) and bool(names["showing"] & set(lemmas))


def opened_clause(document: Document, sentence: Sentence, last: int) -> Clause | None:
    """The clause behind a time that says what happened then ("... when the plane came in")."""
    for index in range(last + 1, min(sentence.last, last + AFTER_TIME)):
        if document.tokens[index].text.lower() not in OPENERS:
            continue
        start = document.tokens[index].span.start
        found = [
            c for c in document.clauses_of(sentence.index) if not c.nominal and c.span.start >= start and c.head > index
        ]
        if found:
            return min(found, key=lambda c: (c.span.start, c.head))
    return None


def clause_before(document: Document, sentence: Sentence) -> Clause | None:
    """The last clause of the sentences before that tells of something happening."""
    for number in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        earlier = document.sentences[number]
        told = [c for c in document.clauses_of(earlier.index) if not c.nominal and c.predicate]
        for clause in reversed(told):
            tokens = _tokens_of(document, clause)
            if kinds_told(tokens, (predicate_of(clause),)):
                return clause
    return None


def kinds_of(
    document: Document, sentence: Sentence, timing: Timing, inside: frozenset[int], *, lasting: bool
) -> tuple[frozenset[Happening], bool]:
    """The kinds of happening that a time belongs to, read from its clause and from those that complete it.

    Also whether they are told of what the time belongs to, and not guessed from another word of the clause, nor from a
    word of many senses ("return").
    """
    words = timing_words()
    if timing.nominal and timing.clause is None:
        tokens = [t for t in document.sentence_tokens(sentence) if t.index not in inside]
    else:
        tokens = [t for t in _stretch(document, timing.clause, sentence) if t.index not in inside]
    phase = words["start"] | words["end"] | words["last"] | words["waiting"] | words["light"]
    named = [w for w in timing.events if w not in phase]
    if timing.nominal and any(happenings_of(w) for w in named):
        tokens = [t for t in tokens if t.lemma.lower() in {*named, *timing.parties}] or tokens
    if timing.nominal and words["carriers"] & set(timing.events):
        found = next((kinds for w in named if (kinds := happenings_of(w))), frozenset[Happening]())
        return (found, True) if found else (kinds_told(tokens, named), False)
    if timing.echoed and not named:
        found = next((kinds for w in timing.echoed if (kinds := happenings_of(w))), frozenset[Happening]())
        if found:
            return found, True
    leading = named or list(timing.events)
    if timing.clause is not None and not timing.nominal and timing.part is not Part.APART:
        leading = [*leading, predicate_of(timing.clause)]
    found, rank = rank_kinds(tokens, leading, phase, () if lasting else ("delay",))
    if found:
        named_so = [w for w in leading if happenings_of(w)]
        loose = rank in (LED_WORD, LED_PHRASE) and bool(named_so) and all(w in words["loose"] for w in named_so)
        return found, rank >= PHRASE and not loose
    return next((kinds for w in named if (kinds := happenings_of(w))), frozenset[Happening]()), True


AROUND = (0, -1, 1)
"""Sentences, counted from that of a time, that are read for what it is the time of where its clause does not tell."""


def kinds_around(document: Document, sentence: Sentence) -> frozenset[str]:
    """The kinds of happening that the sentences around tell of: what a time told as a scene can be the time of."""
    found: set[str] = set()
    told = document.once(_told_by_sentence)
    for step in AROUND:
        index = sentence.index + step
        if 0 <= index < len(document.sentences):
            if index not in told:
                told[index] = _kinds_in(document, document.sentences[index])
            found |= told[index]
    return frozenset(found)


def _told_by_sentence(document: Document) -> dict[int, frozenset[str]]:  # noqa: ARG001 - what a document is read with
    """The kinds that sentences tell of, by number, as far as they are asked for: many times have one beside them."""
    return {}


def _kinds_in(document: Document, sentence: Sentence) -> frozenset[str]:
    loose = timing_words()["loose"]
    tokens = [t for t in document.sentence_tokens(sentence) if t.lemma.lower() not in loose]
    kinds, rank = rank_kinds(tokens, ())
    return frozenset(h.kind for h in kinds if rank >= NOUN)


REFUSING = frozenset({"refuse", "decline", "fail", "manage", "continue", "keep"})
"""Verbs that leave it to another to say what is done or not done, whoever is told as its doer."""


def _stretch(document: Document, clause: Clause | None, sentence: Sentence) -> list[Token]:
    """The tokens of a clause, and of those that a light verb leaves the telling to ("took an hour to get there")."""
    if clause is None:
        return list(document.sentence_tokens(sentence))
    tokens = _tokens_of(document, clause)
    light = timing_words()["leaving"]
    chain = [clause]
    for current in chain:
        if current.predicate not in light and current.predicate:
            continue
        for other in document.clauses:
            if other.governor == current.index and _is_purpose(document, other) and other not in chain:
                chain.append(other)
                tokens.extend(_tokens_of(document, other))
    governed = clause.governor is not None and clause.relation in {"complement", "conjunct"}
    if governed and clause.governor is not None:
        refused = document.clauses[clause.governor].predicate in REFUSING
        if not refused and clause.argument(Role.AGENT) is not None:
            return sorted({t.index: t for t in tokens}.values(), key=lambda t: t.index)
        tokens.extend(_tokens_of(document, document.clauses[clause.governor]))
    return sorted({t.index: t for t in tokens}.values(), key=lambda t: t.index)


def _is_purpose(document: Document, clause: Clause) -> bool:
    if clause.relation == "complement":
        return True
    opening = document.text[clause.span.start : clause.span.start + 4].lower()
    return opening.startswith(("to ", "for "))


def _tokens_of(document: Document, clause: Clause) -> list[Token]:
    sentence = document.sentences[clause.sentence]
    held = [t for t in document.sentence_tokens(sentence) if clause.span.contains(t.span)]
    own = {i for a in clause.arguments for i in a.tokens}
    return [*held, *(document.tokens[i] for i in sorted(own) if not clause.span.contains(document.tokens[i].span))]


def subject_before(document: Document, sentence: Sentence, lemmas: Callable[..., tuple[str, ...]]) -> tuple[str, ...]:
    """Who or what the sentence before is about: what "it" or "they" stands for."""
    if sentence.index == 0:
        return ()
    earlier = document.sentences[sentence.index - 1]
    for clause in document.clauses:
        if clause.sentence == earlier.index and not clause.nominal:
            agent = clause.argument(Role.AGENT, Role.PATIENT)
            if agent is not None and lemmas(agent):
                return lemmas(agent)
    return ()
