"""Speakers whom the words beside a quotation name without a verb of speech: ``"...", in the words of X``.

``"..." was X's verdict`` · ``"...", as X put it`` · ``came the reply from X`` · ``"...", which X offered`` ·
``"..." (X)`` · ``the words of X could not have been clearer: "..."`` · ``what X said was "..."`` · ``X's reply: ...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.attribution.marks import Stretch, find_stretches
from checker.lexicon import is_person_noun
from checker.model import BlockKind, Document, Mention, MentionKind, Quote, QuoteType, Span, Token

UNSPOKEN = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.BYLINE})
SHORTEST = 4
"""Words of a quotation, at least: fewer are a name or a phrase."""

FARTHEST = 12
"""Tokens between the quotation and the name at most."""

SAYING_WORDS = (
    "words word verdict answer reply response message conclusion comment assessment summary summing-up line reaction "
    "warning judgment judgement advice description phrase remark remarks quip retort riposte plea appeal promise vow "
    "claim boast complaint explanation excuse admission confession statement refrain mantra motto formula view opinion "
    "take reading diagnosis prediction prognosis greeting rejoinder rebuke lament sigh cry shout joke toast challenge "
    "contribution offering invitation instruction order call sentiment observation version account testimony evidence "
    "defence defense tribute thanks farewell question headline expression term"
).split()
"""Nouns for what somebody says (own list)."""

PUTTING_WORDS = (
    "put puts phrased phrases described describes summed sums called calls said says had has saw sees told recalled "
    "explained expressed worded framed liked likes remembered remembers"
).split()
GIVING_WORDS = (
    "offered used gave delivered threw left borrowed repeated coined uttered said spoke told wrote chose treated flung "
    "shouted muttered whispered tossed served employed produced had issued sent barked read"
).split()

SAYING, PUTTING, GIVING = ("|".join(words) for words in (SAYING_WORDS, PUTTING_WORDS, GIVING_WORDS))
OWNED = rf"(?:(?:own|very|simple|short|blunt|final|famous|only|first|last|terse|dry|curt) )?(?:{SAYING})\b"
IS = "(?:was|were|is|are)"
CAME = "(?:was|were|is|are|came|ran|runs|went|goes|sounded|sounds|read|reads|rang|remained|remains)"
MADE = (
    "(?:delivered|spoken|uttered|used|said|coined|written|shouted|given|offered|repeated|attributed|credited|ascribed)"
)

# What stands between a quotation and the name behind it, with what must follow the name: "was" X "'s verdict"
BEHIND = tuple(
    (re.compile(rf"(?:,\s?)?{lead}"), re.compile(follow))
    for lead, follow in (
        (rf"(?:{IS} )?in the (?:\w+ )?(?:{SAYING}) of\b", ""),
        (r"(?:to (?:quote|use|borrow)|so|thus|quoth)\b", r"|['’]s? "),
        (r"(?:(?:was|is|came) )?(?:in|to use|to borrow|to quote)\b", rf"['’]s? {OWNED}"),
        (r"(?:or )?(?:(?:was|is|runs|ran) )?(?:as|how|what|the way)\b", rf"(?:,[^,]*,)?(?:\w+ly )?(?:{PUTTING})\b"),
        (rf"{CAME} (?:the|a|an) (?:\w+ ){{0,2}}(?:{SAYING})(?: (?:sent|made|{MADE}))?(?: \w+)? (?:of|from|by)\b", ""),
        (rf"{CAME}\b", rf"['’]s? {OWNED}"),
        (rf"{IS} (?:all|the only thing|the first thing|the last thing|what)\b", rf"(?:\w+ )?(?:{PUTTING}|{GIVING})\b"),
        (rf"(?:a |an |the )?(?:{SAYING})?\s?(?:which|that)?\b", rf"(?:\w+ )?(?:{GIVING})\b"),
        (rf"(?:{IS} )?(?:\w+ly )?{MADE} (?:by|to)\b", ""),
        (rf"(?:the |those |these )?(?:{SAYING}) (?:came|come|comes|{IS}) (?:from|by|those of|that of)\b", ""),
        (r"\(", r"[^()]{0,40}\)"),
    )
)

# What stands before the name that leads to a quotation: "The words of" X ... ": ", "What" X "said was", "From" X "came"
BEFORE = tuple(
    (re.compile(lead), re.compile(follow))
    for lead, follow in (
        (
            rf"(?:the|these|those|in the) (?:\w+ )?(?:{SAYING}) (?:of|from|by)\b",
            rf".{{0,90}}:|(?:,[^,]*,)? (?:{IS}|runs|ran)(?: \w+)?[:,]?",
        ),
        (r"(?:what|all|the way|as)\b", rf" (?:{PUTTING}|{GIVING})\b.{{0,50}}(?:was|is|were|:)(?: this)?[:,]?"),
        (r"(?:for|from|to)\b", r"[^.]{0,60}[:,]"),
        (
            r"(?:(?:and|but|then|next|enter|also|here is|here's|hear) )?",
            r"(?:[,(]|\s(?:to|on|in|at|after|with|from|during|by)\b).{0,110}:",
        ),
        (r"", rf"['’]s? {OWNED}.{{0,60}}(?:{IS}|ran|runs|read|reads|:)(?: \w+)?[:,]?"),
    )
)


def find_worded(document: Document, taken: Sequence[Span]) -> Iterator[Quote]:
    """Quotations in marks that nobody is given yet (``taken`` are those who have a speaker), with who is named."""
    for stretch in find_stretches(document):
        kind = document.blocks[stretch.block].kind
        if kind in UNSPOKEN or len(stretch.inner.of(document.text).split()) < SHORTEST:
            continue
        if any(span.overlaps(stretch.span) for span in taken):
            continue
        found = _name_beside(document, stretch)
        if found is not None:
            yield found


def _name_beside(document: Document, stretch: Stretch) -> Quote | None:
    inside = document.tokens_touching(stretch.span)
    if not inside:
        return None
    behind = document.tokens[inside[-1].index + 1 : inside[-1].index + 1 + 2 * FARTHEST]
    after = _up_to_mark([t for t in behind if t.sentence == inside[-1].sentence])
    ahead = document.tokens[max(0, inside[0].index - 3 * FARTHEST) : inside[0].index]
    before = [t for t in ahead if t.sentence == inside[0].sentence]
    for name in _named(document, after):
        lead = _text(document, after[0].span.start, _phrase_start(after, name))
        rest = document.text[name.span.end : after[-1].span.end].lower()
        if _is_close(after, name) and any(a.fullmatch(lead) and b.match(rest.lstrip()) for a, b in BEHIND):
            return _make(document, stretch, name, Span(after[0].span.start, name.span.end))
    cut = next((n + 1 for n in range(len(before) - 1, -1, -1) if before[n].text in '"“”'), 0)
    before = before[cut:]
    people = list(_named(document, before))
    if len({m.entity for m in people}) == 1:
        name = people[0]
        lead = _text(document, before[0].span.start, _phrase_start(before, name))
        rest = _text(document, name.span.end, stretch.span.start)
        if any(a.fullmatch(lead) and b.fullmatch(rest) for a, b in BEFORE):
            return _make(document, stretch, name, Span(name.span.start, before[-1].span.end))
    return None


def _up_to_mark(tokens: list[Token]) -> list[Token]:
    """The tokens up to the next quotation."""
    at = next((n for n, t in enumerate(tokens) if t.text in ('"', "“")), len(tokens))
    return tokens[:at]


def _text(document: Document, start: int, end: int) -> str:
    return " ".join(document.text[start:end].lower().split())


def _named(document: Document, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Those named by name among some tokens, or else by their office, in order."""
    if not tokens:
        return
    area = Span(tokens[0].span.start, tokens[-1].span.end)
    people = [m for m in document.mentions_in(area, MentionKind.PERSON) if m.entity and m.text[:1].isupper()]
    yield from people or [m for m in document.mentions_in(area, MentionKind.ROLE) if m.entity]


def _phrase_start(tokens: Sequence[Token], name: Mention) -> int:
    """Where the noun phrase begins whose name it is: "his father, X", "the Moroccan foreign minister X"."""
    at = next((n for n, t in enumerate(tokens) if t.span.end > name.span.start), 0)
    while at and (_describes(tokens[at - 1]) or _joins(tokens, at)):
        at -= 1
    while at < len(tokens) - 1 and tokens[at].text in (",", "of", "for", "and"):
        at += 1
    return min(tokens[at].span.start, name.span.start)


def _describes(token: Token) -> bool:
    """Whether a token may stand before a name and tell of its bearer, also where the tagger takes it for a verb."""
    inside = token.tag.startswith(("NN", "JJ", "DT", "PRP$", "POS", "CD", "HYPH", "VBG"))
    return inside or is_person_noun(token.text.lower())


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or "of" inside a noun phrase stands before a token: "the head of the union, X"."""
    return (
        at > 1
        and tokens[at - 1].text in (",", "of", "for", "and")
        and not (tokens[at - 1].text == "of" and tokens[at - 2].text.lower() in SAYING_WORDS)
        and tokens[at - 2].tag.startswith("NN")
        and tokens[at].tag.startswith(("NN", "DT", "JJ"))
    )


def _is_close(tokens: Sequence[Token], name: Mention) -> bool:
    return sum(t.span.start < name.span.start for t in tokens) <= FARTHEST


def _make(document: Document, stretch: Stretch, name: Mention, cue: Span) -> Quote:
    sentence = document.tokens_touching(stretch.span)[0].sentence
    return Quote(
        QuoteType.DIRECT,
        stretch.span,
        stretch.inner.of(document.text),
        speaker=name.span,
        speaker_entity=name.entity,
        cue=cue,
        sentence=sentence,
    )
