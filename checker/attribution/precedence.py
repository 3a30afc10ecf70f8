"""Who was first: words that leave an act of giving news to one alone, because everybody else came after.

``before any minister had spoken``, ``the ministry could only confirm it next day``, ``no result had been released
before that``, ``the company came on the line an hour after him``.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from checker.language.phrases import content_lemmas
from checker.model import Argument, Clause, Document, MentionKind, Role, Sentence, Span, Token

BEFORE = re.compile(
    r"\bbefore (?:[\w'’.-]+ ){1,5}?(?:(?:had|has|was|were|could|even|officially|publicly|ever|been) ){0,3}"
    r"(?:said|spoken|spoke|told|informed|announced|knew|known|confirmed|commented|uttered|reacted|heard|"
    r"issued|put out|made (?:it|anything) public)\b"
)
"""``before any minister had spoken``, ``before anyone in Arlow was told``, ``before Oslo had said a word``."""

NOTHING_BEFORE = re.compile(
    r"\bno(?:thing|body| one| [\w-]+) (?:[\w'’-]+ ){0,4}?"
    r"(?:said|released|announced|published|told|confirmed|spoken|made public|known|issued)"
    r"(?: [\w'’-]+){0,2} (?:before (?:that|then|her|him|it)|until then)\b"
)
"""``No result had been released before that``, ``nothing was said until then``."""

ONLY_CONFIRMED = re.compile(
    r"\b(?:only|merely|got (?:a)?round to|belatedly|later|then|duly|left to|at last) (?:[\w'’-]+ ){0,3}?confirm"
)
"""``could only confirm it``, ``got round to confirming it after lunch``, ``later confirmed the report``."""

CONFIRMED_LATER = re.compile(
    r"\bconfirm\w*(?: [\w'’-]+){0,4}? (?:later|afterwards|(?:the )?(?:next|following) (?:day|morning|week)|"
    r"after lunch|(?:hours?|minutes?|days?) (?:later|after\w*))\b"
)
"""``confirmed it 40 minutes later``, ``confirmed the news the following day``."""

CAME_AFTER = re.compile(
    r"\b(?:came|come|called|rang|phoned|spoke|followed|chimed in|joined in|weighed in|was heard)(?: [\w'’-]+){0,6}? "
    r"(?:(?:hours?|minutes?|days?|while) (?:after|behind)|after) (?:him|her|them|it)\b"
    r"|\b(?:came on|came out|spoke|went on air|appeared|followed(?: suit)?|called|chimed in)"
    r"(?: [\w'’-]+){0,3}? later\b"
)
"""``came on the line an hour after him``, ``the lady from the board came on later``."""

LEARNT_FROM = re.compile(
    r"\b(?:learn(?:ed|t)|heard|found out|discovered|read)(?: [\w'’-]+){0,4}? (?:on (?:the )?(?:radio|television)|"
    r"from (?:the (?:radio|television|news|papers?|internet|wires?)|him|her|them))\b"
)
"""``the ministry learned of it from the radio``."""

NOBODY_FIRST = re.compile(
    r"\bno(?:body| one|t| [\w'’-]+)?(?:,? [\w'’-]+){0,8} "
    r"(?:told|said|announced|informed|confirmed|broke|knew|spoke|came out)(?:,? [\w'’-]+){0,6} first\b"
)
"""``No team, rider or doctor told the public first``."""

WITHIN = (BEFORE, NOTHING_BEFORE, ONLY_CONFIRMED, CONFIRMED_LATER, NOBODY_FIRST)
BEHIND = (NOTHING_BEFORE, ONLY_CONFIRMED, CONFIRMED_LATER, CAME_AFTER, LEARNT_FROM)
GOING_ON = frozenset({"it", "he", "she", "they", "this", "that"})
"""Words with which a sentence goes on about an act: "It did so before the head knew"."""

AHEAD = 2
"""Sentences behind an act in which those who came after are told of."""

BEING = frozenset({"was", "is", "were", "'s", "’s"})
RELATIVES = frozenset({"who", "that", "which"})
LONGEST = 14
"""Tokens between "it was" and "who" at most."""


def was_first(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence or those right behind it say that everybody else told it later than who tells it here."""
    if any(pattern.search(sentence.text.lower()) for pattern in WITHIN):
        return True
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]:
        if following.block != sentence.block:
            return False
        text = following.text.lower()
        back = BEFORE.search(text) is not None and text.split(" ", 1)[0] in GOING_ON
        if back or any(pattern.search(text) for pattern in BEHIND):
            return True
    return False


def read_cleft(document: Document, clause: Clause) -> Argument | None:
    """The X of "it was X who", read in a row of words where the parser hangs the clause on something else."""
    sentence = document.sentences[clause.sentence]
    tokens = document.sentence_tokens(sentence)
    head = clause.head - sentence.first
    who = next((n for n in range(head - 1, max(0, head - 5), -1) if tokens[n].text.lower() in RELATIVES), None)
    between = tokens[who + 1 : head] if who is not None else ()
    if who is None or any(t.tag in ("NN", "NNP", "NNS", "PRP", ",") for t in between):
        return None
    for at in range(max(0, who - LONGEST), who - 1):
        if tokens[at].text.lower() == "it" and tokens[at + 1].text.lower() in BEING:
            return _argument(document, tokens[at + 2 : who])
    return None


def _argument(document: Document, tokens: list[Token] | tuple[Token, ...]) -> Argument | None:
    """The words of a noun phrase as what does something; None for a phrase with a preposition before it."""
    kept = [t for t in tokens if t.text != ","]
    if not kept or kept[0].tag in ("IN", "TO", "RB"):
        return None
    heads = [t for t in kept if t.tag.startswith(("NN", "PRP"))]
    if not heads:
        return None
    span = Span(kept[0].span.start, kept[-1].span.end)
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE, MentionKind.PLACE)
    named = [m for m in document.mentions_in(span, *kinds) if m.entity]
    head = heads[-1]
    lemmas = tuple(sorted(content_lemmas(document, kept)))
    return Argument(
        Role.AGENT,
        "",
        head.index,
        head.lemma.lower(),
        lemmas,
        span,
        span.of(document.text),
        tuple(t.index for t in kept),
        named[0].entity if named else None,
    )


DENIED = re.compile(
    r",?\s(?:(?:and|but)\s)?(?:not|never|rather than|instead of|ahead of|well before|long before)\s", re.IGNORECASE
)
"""``X, and not Y,``: what stands behind is who did not do it."""

OPENS_DENIED = re.compile(r"(?:it (?:was|is) )?not\s", re.IGNORECASE)
"""``not X``, the first of "it was not X who did it, but Y"."""


def leave_denied(document: Document, clause: Clause, giver: Argument) -> Argument | None:
    """Who did it, without those of whom the words say that they did not: "X, and not Y", "not Y ... but X"."""
    tokens = [document.tokens[i] for i in giver.tokens]
    before = document.tokens[tokens[0].index - 1].text.lower() if tokens and tokens[0].index else ""
    if OPENS_DENIED.match(giver.text) or before == "not":
        return _put_instead(document, giver) or _put_instead(document, giver, behind=clause.head)
    cut = DENIED.search(giver.text)
    if cut is None:
        return giver
    kept = [t for t in tokens if t.span.end <= giver.span.start + cut.start()]
    return _argument(document, kept) if kept else None


def _put_instead(document: Document, giver: Argument, behind: int | None = None) -> Argument | None:
    """Who is named behind "but", within the words for who did it or behind the verb: "not the firm but its chief"."""
    sentence = document.sentences[document.tokens[giver.head].sentence]
    start = (giver.tokens[0] if giver.tokens else giver.head) if behind is None else behind
    end = max(giver.tokens, default=giver.head) + 1 if behind is None else sentence.last
    for at in range(start + 1, end - 1):
        if document.tokens[at].text.lower() != "but":
            continue
        last = at + 1
        while last < end and last - at < LONGEST and _is_of_name(document.tokens[last]):
            last += 1
        if last < end - 1 and document.tokens[last].text == "," and document.tokens[last + 1].tag.startswith("NNP"):
            last += 1
            while last < end and document.tokens[last].tag.startswith("NNP"):
                last += 1
        return _argument(document, document.tokens[at + 1 : last])
    return None


def _is_of_name(token: Token) -> bool:
    inside = token.tag.startswith(("NN", "JJ", "DT", "PRP$", "POS", "CD", "HYPH")) or token.text.lower() == "of"
    return inside and token.tag != "WDT"


def says_behind(document: Document, clause: Clause, words: Collection[str], reach: int = 6) -> bool:
    """Whether one of some lemmas stands within a few tokens behind a verb: "broke, last night, the news"."""
    behind = document.tokens[clause.head + 1 : clause.head + 1 + reach]
    return any(t.sentence == clause.sentence and t.lemma.lower() in words for t in behind)
