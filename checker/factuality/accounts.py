"""Accounts: which of several known answers a report gives to a question that its event raises.

A fire was started by a cigarette, by a socket or by lightning; a death is made known by the family or by the hospital.
The questions are those of ``account_questions``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.factuality.account_questions import Question, Row, load_questions
from checker.factuality.aspects import DENYING, GAPS, PASSED_OVER
from checker.factuality.otherdays import tells_of_other_days
from checker.factuality.phrase_matches import forms_of
from checker.factuality.prominence import PLAIN, is_brief, list_body, list_prominent
from checker.model import Document, Sentence, Span, Token

GIVEN, DENIED, OPEN = "given", "denied", "open"
"""How a report stands to an answer: it gives it, rules it out, or leaves it open."""

BEFORE, BEHIND = 48, 44
"""Characters before and behind a phrase that are looked at for what rules it out or leaves it open."""

CAUSAL = frozenset(
    """because due owing blame cause trigger spark culprit attribute ascribe fault ignite stem result thank thanks
    reason cite provoke prompt start begin trace explain responsible root origin kindle occasion precipitate guilty
    causing account mean explanation fueled fuelled force behind why undo doom""".split()
)
"""Words of cause: a bare noun beside one of them is what brought something about."""

OUT = re.compile(
    r"\b(?:nothing to do with|rul(?:ed|es|ing) out|exclud(?:ed|es|ing)|discount(?:ed|s|ing)|dismiss(?:ed|es|ing)|"
    r"den(?:y|ied|ies|ying)|rather than|instead of|far from|eliminated|reject(?:ed|s|ing)|unrelated to|"
    r"cannot have been|rubbish(?:ed|es)|anything but|no (?:sign|trace|evidence|hint|suggestion|question)s? of|"
    r"neither|it (?:was|is) not|it (?:was|is)n't|not because of|not due to)\b[^.;:,]{0,34}$"
)
"""What stands before an answer that is ruled out, up to its first word."""

OLD = re.compile(
    r"\b(?:in|of|from|during|after|by|the) (?:[a-z]+ )?(?:1[789]|20)\d\d\b|\b(?:last|previous|past|earlier|ago|"
    r"back in|once before)\b"
)
"""What sets a sentence with an old date in the past: not "in office since 2020"."""

NEGATED = re.compile(r"(?:\b(?:no|not|never|nor|without|nobody|nothing)|n't)\b[^.;:,]{0,34}$")
"""What rules an answer out beside a word of cause only."""

OFF = re.compile(
    r"^[^.;:]{0,24}\b(?:(?:was|were|is|are|has been|have been|had been) (?:later |since |now |also |firmly )?"
    r"(?:ruled out|excluded|discounted|dismissed|exonerated|cleared|rejected|eliminated|innocent|not|never)|"
    r"had nothing to do|has nothing to do|have nothing to do|(?:was|were|is|are|did|had|has|have)(?: not|n't)|"
    r"played no|play no|had no (?:part|role|bearing|hand)|cannot be|can be ruled out)\b"
)
"""What stands behind an answer that is ruled out."""

DOUBT = re.compile(
    r"\b(?:whether|may|might|could|possibly|perhaps|maybe|suspect\w*|fear\w*|initial(?:ly)?|at first|first thought|"
    r"earlier|previous\w*|rumou?r\w*|speculat\w*|theor\w+|either|if|unclear|unknown|looking into|"
    r"investigat\w+ (?:a|whether|the possibility)|possibilit\w+|wrongly|would have|among|also|another|other|partly|"
    r"in part|contribut\w*|compounded|made worse|apparently|believed|thought to|reportedly|alleged\w*|"
    r"claim\w*|likely|probabl\w+|as if|as though|like|warn\w*|"
    r"avoid|prevent\w*|against|in case|risk of|should|must)\b[^.;:]{0,40}$"
)
"""What stands before an answer that is left open, a guess or one of several."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a report says to a question: the answer, where, and how it stands to it.

    ``known`` are the answers that the report gives or leaves open, ``out`` those that it rules out; ``turned``
    says that it tells of the turn, ``named`` are the words for that beside the answer.
    """

    question: Question
    answer: str
    sentence: Sentence
    span: Span
    stand: str
    known: frozenset[str] = field(default_factory=frozenset)
    out: frozenset[str] = field(default_factory=frozenset)
    turned: bool = False
    named: frozenset[str] = field(default_factory=frozenset)


def read_accounts(document: Document) -> Sequence[Account]:
    """The answers that a report gives or rules out, each once, in reading order; the same reading for every rule."""
    return document.once(_read_accounts)


def _read_accounts(document: Document) -> tuple[Account, ...]:
    questions, _ = load_questions()
    prominent = {
        form
        for sentence in list_prominent(document)
        for token in document.sentence_tokens(sentence)
        for form in (token.lemma.lower(), token.text.lower())
    }
    brief = is_brief(document)
    turns = {one.turn for one in questions.values()}
    told = {turn: any(words <= prominent for words in turn) for turn in turns}
    asked = {
        name: told[one.turn]
        for name, one in questions.items()
        if (told[one.turn] or brief) and one.unless.isdisjoint(prominent)
    }
    found: dict[str, list[Account]] = defaultdict(list)
    for sentence in list_body(document) if asked else ():
        for account in _read_sentence(document, sentence, asked, firm=brief):
            found[account.question.name].append(account)
    return tuple(one for name in sorted(found) for one in _choose(questions[name], found[name]))


def _choose(question: Question, found: Sequence[Account]) -> Iterator[Account]:
    """The first of each answer that a report gives or rules out, unless it gives two that exclude each other."""
    given = {one.answer for one in found if one.stand == GIVEN}
    if len(given - question.last) and given & question.last:
        found = [one for one in found if one.answer not in question.last]
        given -= question.last
    known = frozenset(one.answer for one in found if one.stand != DENIED)
    out = frozenset(one.answer for one in found if one.stand == DENIED)
    torn = any(question.exclude(a, b) for a in given for b in given)
    seen: set[tuple[str, str]] = set()
    for one in found:
        key = one.answer, one.stand
        if one.stand == OPEN or key in seen or (one.stand == GIVEN and (torn or one.answer in out)):
            continue
        if one.stand == DENIED and one.answer in known:
            continue
        seen.add(key)
        yield Account(question, one.answer, one.sentence, one.span, one.stand, known, out, one.turned, one.named)


def _is_causal(document: Document, sentence: Sentence) -> bool:
    return any(t.lemma.lower() in CAUSAL or t.text.lower() in CAUSAL for t in document.sentence_tokens(sentence))


def _read_sentence(
    document: Document,
    sentence: Sentence,
    asked: Mapping[str, bool],
    *,
    firm: bool,
) -> Iterator[Account]:
    questions, rows = load_questions()
    tokens = document.sentence_tokens(sentence)
    forms = forms_of(tokens)
    held: set[str] = set()
    for at, pair in enumerate(forms):
        for key in dict.fromkeys(pair):
            for row in rows.opened_by(key, asked):
                held = held or {form for both in forms for form in both}
                if not row.literal <= held:
                    continue
                last = _match(row, tokens, forms, at)
                if last is None:
                    continue
                turned = any(turn <= held for turn in questions[row.question].turn)
                causal = not CAUSAL.isdisjoint(held)
                if (row.needs == "=" and not causal) or (row.needs == "~" and not (turned or causal)):
                    continue
                if not turned and (questions[row.question].beside or not firm):
                    continue
                if not firm and (questions[row.question].beside or not causal):
                    continue
                span = Span(tokens[at].span.start, tokens[last].span.end)
                stand = _stand(document, sentence, span, firm=firm, denies=row.denies)
                asks = questions[row.question]
                named = frozenset(a for a, b in forms if {a, b} & asks.words)
                yield Account(asks, row.answer, sentence, span, stand, turned=asked[asks.name], named=named)


def _match(row: Row, tokens: Sequence[Token], forms: Sequence[tuple[str, str]], start: int) -> int | None:
    """The last token of a phrase that opens at a token; None where it does not stand there."""
    at, gap, last = start, 0, start
    for number, words in enumerate(row.words):
        if words[0] in GAPS:
            gap = GAPS[words[0]]
            continue
        while True:
            if at >= len(tokens):
                return None
            if forms[at][0] in words or forms[at][1] in words:
                break
            passed = not PASSED_OVER.isdisjoint(forms[at]) or (tokens[at].tag == "RB" and DENYING.isdisjoint(forms[at]))
            if number == 0 or not (gap or passed):
                return None
            if not DENYING.isdisjoint(forms[at]):
                return None
            gap -= not passed
            at += 1
        gap, last = 0, at
        at += 1
    return last


def _stand(document: Document, sentence: Sentence, span: Span, *, firm: bool, denies: bool) -> str:
    """Whether an answer is given, ruled out or left open where it stands."""
    plain = sentence.text.lower().translate(PLAIN)
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    before, behind = plain[max(0, start - BEFORE) : start], plain[end : end + BEHIND]
    if "?" in plain or DOUBT.search(before):
        return OPEN
    if OLD.search(plain) and tells_of_other_days(document, sentence):
        return OPEN
    if denies:
        return GIVEN
    if OUT.search(before) or OFF.search(behind):
        return DENIED
    if NEGATED.search(before):
        return DENIED if firm and _is_causal(document, sentence) else OPEN
    return GIVEN
