"""Grounds: the one reason that a report gives for what it tells of, and how somebody came to die.

The rule for causes reads mishaps by their kinds. Here the turn of events may be any that has one reason: a match called
off, a chief who leaves, a conviction thrown out, a recall. Reports differ when each gives a reason in so many words, of
the same turn, and no word of the one's reason stands anywhere in the other; or when one rules out what the other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from checker.factuality.effects import cause_words
from checker.factuality.ground_words import (
    denial_patterns,
    ground_words,
    lead_pattern,
    sign_pattern,
    turns_in,
    word_table,
)
from checker.factuality.prominence import PLAIN, is_brief, list_body, list_prominent
from checker.factuality.reasons import BEING, EMPTY, content_of, kinds_of_ground
from checker.language.phrases import tokens_in
from checker.model import Document, MentionKind, Polarity, Sentence, Span, Token

LONGEST = 12
"""Words of a reason that are read."""

SEVERAL = 2
"""Reasons of one sentence that are read, at most."""

SHORT = 5
"""Sentences of a report in which every reason is one of what the first sentence tells of."""

ANYTHING = "anything"
"""The turn of events of a reason that stands alone: "Cause: a blown fuse"."""

FEW = 3
"""Content words beside a reason from which a sentence tells of something."""

NEAR = 45
"""Characters before a finding of what stood behind it, within which a word leaves the reason open."""

HEDGED = re.compile(
    r"\b(?:not|n't|nor|never|no longer|whether|may|might|could|possibly|perhaps|partly|in part|probably|among|also|"
    r"another|other|further|additional|denied|denies|rejected|dismissed|ruled out|rumou?rs?|speculation|unclear|"
    r"earlier|feared|suspected|if|would have|wrongly)\b"
)
"""Words before a reason with which it is denied, a guess, or one of several."""

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET)
STOPS = frozenset({",", ";", ":", ".", "(", ")", "-", "–", "—", "!", "?", '"', "”", "“"})
STANDINS = frozenset(
    """that this it which who what these those they and so there was were is are be had has have something all
    the a an""".split()
)
"""Words that stand for a cause told just before ("..., and that threw the wagons off the track")."""


STEPS = ("crash", "fire", "explosion", "collapse", "flood", "illness", "grounding", "outage", "spill")
"""Kinds of mishap that lead to others."""

REPORTING = frozenset("say tell find report add conclude confirm announce explain claim believe".split())
"""Verbs behind which what is reported begins."""

HARM = frozenset("injury casualty death victim fatality survivor damage delay loss people person word sign".split())
"""What there was none of without being ruled out as a cause."""

OBJECTS = ("DT", "PRP", "NN", "CD", "JJ", "PDT", "VBG")
"""Tags with which the object of a verb begins."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason, or a manner of death: the words (the head's lemma first) and the turns of events that it may be of.

    ``effect`` are the content words told beside it; ``denied`` says that it was ruled out.
    """

    sentence: Sentence
    span: Span
    words: tuple[str, ...]
    turns: frozenset[str] = field(default_factory=frozenset)
    manner: str = ""
    effect: frozenset[str] = field(default_factory=frozenset)
    denied: bool = False


def read_grounds(document: Document) -> Iterator[Ground]:
    """The reasons that the prominent sentences of a document give, and the manner of a death, in reading order.

    Further on in a long report, those that are given in so many words for what its opening tells of.
    """
    chosen, brief = list_prominent(document), is_brief(document)
    plains = {s.index: s.text.lower().translate(PLAIN) for s in chosen}
    deaths = {n for n, plain in plains.items() if re.search(ground_words()["death"]["told"], plain)}
    text = document.text.lower().translate(PLAIN)
    one_manner = bool(deaths) and sum(1 for _, pattern in word_table("manners") if pattern.search(text)) == 1
    before = lead = frozenset[str]()
    whole = turns_in(" ".join(plains.values()))
    for sentence in chosen:
        plain = plains[sentence.index]
        here = turns_in(plain, whole)  # what a sentence has, all have
        if len(plain) == len(sentence.text) and not plain.rstrip().endswith("?"):
            for ground in _read_reasons(document, sentence, plain, before or (whole if brief else before) or here):
                yield _widen(ground, lead, short=len(chosen) <= SHORT)
            if one_manner and (sentence.index in deaths or (deaths and brief)):
                yield from _read_manner(sentence, plain)
        before, lead = here or before, lead or here
    if not brief and whole:
        for sentence in list_body(document):
            plain = sentence.text.lower().translate(PLAIN) if sentence.index not in plains else ""
            if plain and len(plain) == len(sentence.text) and sign_pattern("triggers").search(plain):
                here = turns_in(plain, whole)
                yield from (
                    g for g in _read_reasons(document, sentence, plain, here, only_plain=True) if g.turns & whole
                )


def _widen(ground: Ground, lead: frozenset[str], *, short: bool) -> Ground:
    """What a few sentences give as a reason is one of what their first tells of; a bare reason may be of anything."""
    if short and lead:
        return replace(ground, turns=ground.turns | lead)
    if short and not ground.turns and len(ground.effect) < FEW:
        return replace(ground, turns=frozenset({ANYTHING}))
    return ground


def _read_reasons(
    document: Document, sentence: Sentence, plain: str, turns: frozenset[str], *, only_plain: bool = False
) -> Iterator[Ground]:
    denied = next(_read_denied(document, sentence, plain, turns), None)
    if denied is not None:
        yield denied
    caused = sign_pattern("named").search(plain)
    if caused is not None:
        ground = _ahead(document, sentence, plain, caused, turns, "named")
        if ground is not None:
            yield ground
            return
    count = 0
    for found in lead_pattern("plain").finditer(plain):
        ground = _behind(document, sentence, plain, found, turns, name="plain")
        if ground is not None and count < SEVERAL:
            count += 1
            yield ground
    if count:
        return
    for name in ("before", "whence"):
        caused = sign_pattern(name).search(plain)
        if caused is not None and not (only_plain and name == "whence"):
            ground = _ahead(document, sentence, plain, caused, turns, name)
            if ground is not None:
                yield ground
                return
    if only_plain:
        return
    for found in lead_pattern("loose").finditer(plain):
        ground = _behind(document, sentence, plain, found, turns, name="loose")
        if ground is not None:
            yield ground
            return
    yield from _read_failing(document, sentence, plain, turns)


def _behind(
    document: Document, sentence: Sentence, plain: str, found: re.Match[str], turns: frozenset[str], *, name: str
) -> Ground | None:
    """The reason behind a word that leads to it."""
    if HEDGED.search(plain[max(0, found.start() - 30) : found.start()]):
        return None
    tokens = _run(document, sentence, sentence.span.start + found.end())
    if found.group().startswith("it "):  # "it was the frost that stopped them"
        ends = [n for n, t in enumerate(tokens) if t.text.lower() in {"that", "which", "who"}]
        tokens = tokens[: ends[0]] if ends else tokens
    if not tokens or (found.group().startswith("due to") and tokens[0].tag == "VB"):
        return None
    words = content_of(tokens)
    if (
        not words
        or HEDGED.search(found.group())
        or (words[0] in ground_words()["sources"] and not kinds_of_ground(words))
    ):
        return None
    if words[0] in ground_words()["sources"] and found.group().startswith(("cit", "blam")):
        return None
    turned = turns_in(plain[: found.end()] + plain[tokens[-1].span.end - sentence.span.start :]) or turns
    if found.group().startswith("when") and turns_in(plain[found.end() : tokens[-1].span.end - sentence.span.start]):
        return None  # when it happened, and not why
    if name == "loose" and not (turned and _is_reason(found.group().strip(), words, turned)):
        return None
    span = Span(sentence.span.start + found.start(), tokens[-1].span.end)
    return Ground(sentence, span, words, turned, effect=_effect(document, sentence, span))


def _ahead(
    document: Document, sentence: Sentence, plain: str, caused: re.Match[str], turns: frozenset[str], name: str
) -> Ground | None:
    """The reason before the words that say what came of it; where a word stands for it, what was told just before."""
    if HEDGED.search(plain[max(0, caused.start() - NEAR) : caused.end()]):
        return None
    if name == "before" and " " not in caused.group().strip():
        behind = document.sentence_tokens(sentence)
        at = next((t for t in behind if t.span.start >= sentence.span.start + caused.end()), None)
        if at is None or not at.tag.startswith(OBJECTS):
            return None  # "the dinghy that sank on Sunday"
    ahead = list(tokens_in(document, _at(sentence, 0, caused.start())))
    if name == "before" and ahead and (ahead[-1].text.lower() in BEING or ahead[-1].lemma.lower() == "get"):
        return None  # "two villages are cut off"
    tokens = _ahead_tokens(ahead)
    here = sentence
    if not tokens and sentence.index and plain[: caused.start()].strip(" ,\"'") in STANDINS | {""}:
        here = document.sentences[sentence.index - 1]
        if here.block != sentence.block and here.index + 1 != sentence.index:
            return None
        tokens = _ahead_tokens(list(tokens_in(document, here.span))[:-1])
        if HEDGED.search(here.text.lower()):
            return None
    words = content_of(tokens)
    if not {*words} - {*cause_words()["failing"]} or words[0] in ground_words()["sources"]:
        return None
    if words[0] in _mishaps() and document.tokens[max(0, tokens[0].index - 1)].text.lower() == "the":
        return None  # "the crash killed nine": the matter itself, whose cause is asked for
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    person = bool(document.mentions_in(span, MentionKind.PERSON, MentionKind.ROLE, MentionKind.ORGANISATION))
    if not kinds_of_ground(words) and (person or name == "whence"):
        return None
    end = sentence.span.start + caused.end() if here is sentence else span.end
    rest = plain[caused.start() :]
    turned = turns_in(rest.lstrip(", ").split(",")[0] if name == "named" else rest)
    if turns_in(words[0]) & (turned or turns):
        return None  # the matter itself: "the strike, a one-day protest, emptied the terminals"
    return Ground(sentence, Span(span.start, end), words, turned or turns, effect=_effect(document, sentence, span))


@cache
def _mishaps() -> frozenset[str]:
    effects = cause_words()["effects"]
    return frozenset(w for kind in STEPS for w in effects[kind]) | frozenset(cause_words()["general"])


def _ahead_tokens(tokens: list[Token]) -> list[Token]:
    """The last part of a sentence, between its stops, that says more than a word that stands for what came before."""
    while tokens and (tokens[-1].text in STOPS or tokens[-1].text.lower() in STANDINS):
        tokens.pop()
    cut = 0
    for n, token in enumerate(tokens):
        stop = (token.text in STOPS and token.text != "-") or token.tag in {"WDT", "WP", "WRB"}
        if stop or token.lemma.lower() in REPORTING or (token.text.lower() == "that" and token.tag == "IN"):
            cut = n + 1
    run = tokens[cut:]
    while run and run[0].text.lower() in STANDINS:
        run = run[1:]
    return run[-LONGEST:]


def _effect(document: Document, sentence: Sentence, reason: Span) -> frozenset[str]:
    """The content words of a sentence outside the reason."""
    kept = [t for t in document.sentence_tokens(sentence) if not reason.contains(t.span)]
    return frozenset(t.lemma.lower() for t in kept if t.tag.startswith(("NN", "VB")) and t.lemma.lower() not in EMPTY)


def _read_denied(document: Document, sentence: Sentence, plain: str, turns: frozenset[str]) -> Iterator[Ground]:
    """What a report rules out: "the brakes were sound", "no gas had leaked", "nothing to do with the weather"."""
    if not sign_pattern("negations").search(plain):
        return
    for pattern in denial_patterns():
        found = pattern.search(plain)
        if found is None or HEDGED.search(plain[max(0, found.start() - 20) : found.start()].replace("not", "")):
            continue
        tokens = list(tokens_in(document, _at(sentence, *found.span("who"))))
        words = content_of(tokens)
        if words and words[0] not in {*ground_words()["sources"], *HARM} and kinds_of_ground(words):
            yield Ground(sentence, _at(sentence, found.start(), found.end()), words[:3], turns, denied=True)


def _read_failing(document: Document, sentence: Sentence, plain: str, turns: frozenset[str]) -> Iterator[Ground]:
    """What had gone wrong, told without a word of cause: "the hinge had rusted through"."""
    failing = {*cause_words()["failing"]}
    for clause in document.clauses:
        if clause.sentence != sentence.index or clause.nominal or clause.conditional or not turns:
            continue
        tokens = tokens_in(document, clause.span)[:LONGEST]
        lemmas = {t.lemma.lower() for t in tokens}
        words = content_of(tokens)
        if not words or clause.polarity is Polarity.NEGATIVE or HEDGED.search(plain):
            continue
        if "had" in {t.text.lower() for t in tokens} and lemmas & failing and kinds_of_ground(words):
            yield Ground(sentence, Span(tokens[0].span.start, tokens[-1].span.end), words, turns)
            return


def _is_reason(lead: str, words: tuple[str, ...], turns: frozenset[str]) -> bool:
    """Whether a loose word leads to a reason: of what people decide, or one of a known kind."""
    if (
        lead in ground_words()["looser"]
        or lead.endswith(" by")
        or not turns & {"stop", "leave", "end", "punish", "refuse"}
    ):
        return bool(kinds_of_ground(words))
    return True


def _run(document: Document, sentence: Sentence, start: int) -> list[Token]:
    """The words of a reason: up to the next stop; none where it begins with a time or is no more than a name."""
    tokens = [t for t in tokens_in(document, Span(start, sentence.span.end)) if t.span.start >= start]
    run: list[Token] = []
    for token in tokens[:LONGEST]:
        if token.text in STOPS and run and (token.text != "-" or token.span.start > run[-1].span.end):
            break
        run.append(token)
    if not run or any(m.span.overlaps(run[0].span) for m in document.mentions_in(sentence.span, *TIMES)):
        return []
    named = document.mentions_in(Span(run[0].span.start, run[-1].span.end), MentionKind.PERSON)
    if any(m.span.start <= run[0].span.start and m.span.end >= run[-1].span.end for m in named):
        return []
    return run


def _read_manner(sentence: Sentence, plain: str) -> Iterator[Ground]:
    """How somebody died; nothing where a sentence gives several manners."""
    found = [(kind, m) for kind, pattern in word_table("manners") if (m := pattern.search(plain)) is not None]
    if len(found) == 1 and not HEDGED.search(plain[: found[0][1].start()]):
        kind, match = found[0]
        yield Ground(sentence, _at(sentence, match.start(), match.end()), (kind,), frozenset({"death"}), kind)


def _at(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)
