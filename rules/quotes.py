"""Quotations: the same speaker in different words, and the same words from different speakers.

## What it finds

Direct and mixed quotations with their speaker and venue. Two versions of one utterance that differ in a word that
matters (a negation, a number, an opposite) contradict each other; other differences of wording are framing, and so are
the same words said to different hearers, and speaking during an occasion beside after it. The same words given to two
people contradict each other, also where one article only reports them, has lost its quotation marks, or describes the
speaker ("a shift worker") as somebody that the other's speaker cannot be. Reported speech contradicts a quotation of
the same speaker only where it turns the words round.

Sentences in quotation marks are also set side by side by their words alone, whoever is said to speak: where a long run
of words is the same in both, one word of weight put for another, left out or put in is a contradiction, and several
such words, or words that mean the same, are framing (two translations, or a sentence that was mended). So is a
quotation set apart in an article that has another word than the one in its text.

## Why it matters

Between quotation marks every word is a claim of fact.

## Example

> **Harbour Post:** "The work is not finished," Crane said.
>
> **Coast Wire:** "The work is finished," Crane said.

## Limits

Two different utterances of one speaker are not compared; which of two wordings was said is not decided. Spelling,
contractions, small words, brackets, ellipses and where a quotation is cut make no difference. Words given to
a person in one article and to a body, a spokesperson or nobody by name in another are not set against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.vocabulary import (
    PRONOUNS,
    Claim,
    Clause,
    Document,
    Linking,
    MentionKind,
    Quote,
    QuoteType,
    QuoteValue,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    SpokenBy,
    SpokenWhen,
    Verdict,
    ask_speech,
    compare_occasions,
    compare_quotes,
    compare_speakers,
    describe_speaker,
    find_cut,
    find_miscopied,
    fold_phrases,
    is_occasion,
    load_words,
    make_claim,
    name_beside,
    name_unlisted,
    names_near,
    opposed,
    read_speech,
    read_utterance,
    sorts_of,
    tokens_in,
    weigh_report,
    weigh_versions,
    word_concepts,
)

WORDS = Path(__file__).with_suffix(".toml")
QUOTED, SPOKEN, OCCASION = "quote", "speaker", "occasion"

LEAST_WORDS = 2
"""Words of a quotation at least: one word in marks is a scare quote or a name."""

AGREEING = (Relation.AGREE, Relation.COMPATIBLE)

REPORTABLE = 4
"""Words from which a quotation is worth a note of its own."""

DISTINCTIVE = 4
"""Words from which the same words are one utterance, and not a phrase that many use."""

AROUND = 2
"""Quotations before and after one in which the rest of its sentence may be told."""

CITED = 200
"""Characters of what was said that are cited at most: what differs may stand far behind its beginning."""

NEAR = 80
"""Characters that may stand between a quotation and the name of its speaker."""


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every quotation of some length (what was said, who said it), and for speaking at an occasion."""
    yield from _read_quotations(document)
    speech = frozenset(load_words(WORDS)["speech"])
    for clause in document.clauses:
        if clause.predicate in speech:
            yield from _state_occasion(document, clause)


def _state_occasion(document: Document, clause: Clause) -> Iterator[Claim]:
    speaker = clause.argument(Role.AGENT)
    if speaker is None or speaker.entity is None:
        return
    orders: dict[str, str] = load_words(WORDS)["orders"]
    for place, argument in enumerate(clause.arguments):
        order = orders.get(argument.preposition) if argument.role is Role.OBLIQUE else None
        if order is None:
            continue
        following = clause.arguments[place + 1 : place + 2]
        # A lost apostrophe or hyphen splits the phrase: "during President Ruiz | two day meeting".
        split = following and not following[0].preposition and following[0].role is Role.OBLIQUE
        parts = (argument, *following) if split else (argument,)
        occasion = next((w for part in parts for w in part.lemmas if is_occasion(w)), None)
        if occasion is None:
            continue
        span = Span(clause.predicate_span.start, max(parts[-1].span.start, clause.predicate_span.end))
        yield make_claim(
            document,
            "quotes",
            asks="when did they speak?",
            slot=OCCASION,
            value=SpokenWhen(order, " ".join(p.text for p in parts), occasion),
            focus=Span(min(span.start, argument.span.start), parts[-1].span.end),
            clause=clause,
            heads=[occasion],
            entities=[speaker.entity],
            topic=[],
            reportable=False,
        )


def _read_quotations(document: Document) -> Iterator[Claim]:
    before: Quote | None = None
    speeches = [*read_speech(document)]
    folded = [frozenset(read_utterance(speech.quote.words).words) for speech in speeches]
    for number, speech in enumerate(speeches):
        quote = _take_marks(speech.quote)
        lost = speech.lost and quote is speech.quote
        if len(quote.words.split()) < LEAST_WORDS:
            continue
        key = quote.speaker_entity or _carry_on(document, quote, before)
        if quote.type is not QuoteType.INDIRECT or key or (quote.speaker and quote.speaker.of(document.text).istitle()):
            beside = frozenset[str]().union(*folded[max(0, number - AROUND) : number], *folded[number + 1 :][:AROUND])
            yield _state_words(document, quote, key, beside)
        if (spoken := _state_speaker(document, quote, lost=lost, worded=speech.worded)) is not None:
            yield spoken
        before = quote


def _take_marks(quote: Quote) -> Quote:
    """The quotation whose words were read with their single marks on: it is quoted, not reported."""
    words = quote.words
    if quote.type is QuoteType.INDIRECT and len(words) > 2 and words[0] in "'‘" and words[-1] in "'’":
        return replace(quote, words=words[1:-1], type=QuoteType.DIRECT)
    return quote


def _carry_on(document: Document, quote: Quote, before: Quote | None) -> str | None:
    """The speaker of the quotation before, where a pronoun goes on and nobody else is named between the two."""
    if quote.speaker is None or before is None or before.speaker_entity is None:
        return None
    if quote.speaker.of(document.text).lower() not in PRONOUNS:
        return None
    start = min(before.content.end, quote.speaker.start)
    between = document.mentions_in(Span(start, quote.speaker.start), MentionKind.PERSON)
    return before.speaker_entity if {m.entity for m in between} <= {before.speaker_entity, None} else None


def _stands_alone(document: Document, quote: Quote) -> bool:
    """Whether a quotation is given as a whole sentence: it has a verb of its own, and closes with a point or comma."""
    tokens = tokens_in(document, quote.content)
    words = [t for t in tokens if t.text[:1].isalnum()]
    finite = any(t.tag in {"VBZ", "VBP", "VBD", "MD"} for t in words[1:-1])
    closing = document.text[max(quote.content.start, quote.content.end - 2) : quote.content.end + 1]
    spoken = quote.type is not QuoteType.INDIRECT or quote.words.split()[0].lower() in {"i", "we"}
    return spoken and finite and any(mark in closing for mark in ".,!")


def _state_words(document: Document, quote: Quote, key: str | None, beside: frozenset[str]) -> Claim:
    speaker = quote.speaker.of(document.text) if quote.speaker is not None else ""
    entity = document.entities.get(key) if key else None
    name = entity.name if entity is not None else speaker
    forms = tuple((t.text.casefold(), t.lemma.lower()) for t in tokens_in(document, quote.content) if t.text != t.lemma)
    value = QuoteValue(words=quote.words, speaker=key or name, venue=quote.venue, kind=quote.type, lemmas=forms)
    words = _words_of(document, quote)
    claim = make_claim(
        document,
        "quotes",
        asks=f"what did {name} say?" if name else "who said it?",
        slot=QUOTED,
        value=value,
        focus=_shorten(document, quote.content),
        heads=words,
        entities=(key,) if key else (),
        topic=words,
        support=(_shorten(document, quote.speaker),) if quote.speaker is not None else (),
        weight=0.55,
        parts={
            "beside": beside,
            "alone": {"alone"} if _stands_alone(document, quote) else (),
            "near": names_near(document, quote.content) if key is None and _is_open(document, quote) else (),
        },
        reportable=len(quote.words.split()) >= REPORTABLE and quote.type is not QuoteType.INDIRECT,
    )
    whole = _shorten(document, quote.content, CITED)
    return replace(claim, span=whole, text=whole.of(document.text)) if whole.contains(claim.span) else claim


def _is_open(document: Document, quote: Quote) -> bool:
    """Whether the article leaves open who speaks: a pronoun that leads nowhere, a man without a name."""
    said = quote.speaker.of(document.text) if quote.speaker is not None else ""
    return not said.istitle() and quote.type is not QuoteType.INDIRECT


def _words_of(document: Document, quote: Quote) -> frozenset[str]:
    """The lemmas of the words that count in what was said, stock phrases shortened ("in the lead": ahead)."""
    lemmas = {t.text.casefold().strip("'’"): t.lemma.lower() for t in tokens_in(document, quote.content)}
    return frozenset(lemmas.get(word, word) for word in fold_phrases(read_utterance(quote.words)).content)


def _shorten(document: Document, span: Span, most: int = NEAR) -> Span:
    """A range cut to whole words that a person takes in at a glance, or to so many characters."""
    if span.end - span.start <= most:
        return span
    ends = [t.span.end for t in tokens_in(document, span) if t.span.end <= span.start + most]
    return Span(span.start, max(ends, default=span.start + most))


def _state_speaker(document: Document, quote: Quote, *, lost: bool, worded: bool) -> Claim | None:
    """Who said it, where the article names or describes one person right beside the words."""
    if len(quote.words.split()) < DISTINCTIVE or quote.speaker is None or quote.cue is None:
        return None
    words = _words_of(document, quote)
    value, where = _read_speaker(document, quote, words, lost=lost, worded=worded)
    if value is None:
        return None
    # "she told the House": the words beside the quotation are cited, and the name that they go back to with them.
    parts = (where, quote.speaker, quote.cue)
    both, whole = _around(*parts[1:]), _around(*parts)
    focus = next((s for s in (whole, both) if s.end - s.start <= NEAR), _shorten(document, quote.speaker))
    named = () if focus.contains(where) else (where,)
    short = quote.words if len(quote.words) <= NEAR else f"{quote.words[: NEAR - 1].rstrip()}…"
    return make_claim(
        document,
        "quotes",
        asks=f"who said “{short.rstrip(',.')}”?",
        slot=SPOKEN,
        value=value,
        focus=focus,
        heads=words,
        entities=(quote.speaker_entity,) if quote.speaker_entity else (),
        topic=words,
        support=(*named, _shorten(document, quote.content)),
        reportable=False,
    )


def _around(*spans: Span) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _read_speaker(
    document: Document, quote: Quote, words: frozenset[str], *, lost: bool, worded: bool
) -> tuple[SpokenBy | None, Span]:
    """The speaker by name, or by what he is; None where it is in doubt whose words they are."""
    assert quote.speaker is not None
    voices = frozenset(load_words(WORDS)["voices"])
    entity = document.entities.get(quote.speaker_entity or "")
    if entity is not None and entity.kind is MentionKind.PERSON:
        named = quote.speaker if worded else name_beside(document, quote, voices)
        if named is None:
            return None, quote.speaker
        sorts = sorts_of(" , ".join(sorted(entity.roles)))
        return SpokenBy(entity.name, quote.words, True, sorts, quote.type, lost, words), named
    if entity is not None and entity.kind is MentionKind.ROLE:
        name, sorts = entity.name, sorts_of(entity.name)
    elif name := name_unlisted(document, quote):
        return SpokenBy(
            name, quote.words, True, sorts_of(quote.speaker.of(document.text)), quote.type, lost, words
        ), quote.speaker
    else:
        name, sorts = describe_speaker(document, quote)
    if not sorts or set(name.casefold().split()) & voices:
        return None, quote.speaker
    return SpokenBy(name, quote.words, False, sorts, quote.type, lost, words), quote.speaker


def compare(one: Claim, other: Claim) -> Verdict:
    """Same words need the same speaker; the same speaker needs the same words."""
    if isinstance(one.value, SpokenBy) and isinstance(other.value, SpokenBy):
        return compare_speakers(one.value, other.value, joined=bool(one.entities & other.entities))
    if isinstance(one.value, SpokenWhen) and isinstance(other.value, SpokenWhen):
        return compare_occasions(one.value, other.value, joined=bool(one.entities & other.entities))
    assert isinstance(one.value, QuoteValue)
    assert isinstance(other.value, QuoteValue)
    verdict = compare_quotes(one.value, other.value, opposed=_are_opposed)
    if QuoteType.INDIRECT in (one.value.kind, other.value.kind) and verdict.relation not in AGREEING:
        same = _have_one_speaker(one, other)
        return weigh_report(one.value, other.value, verdict) if same else Verdict(Relation.NOT_COMPARABLE, "two people")
    if verdict.relation in AGREEING:
        return _compare_cut(one, other) or _compare_venues(one, other, verdict)
    if not _have_one_speaker(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "different speakers, different words")
    if (words := find_miscopied(one.value, other.value)) is not None:
        return Verdict(Relation.CONTRADICT, f"“{words[0]}” beside “{words[1]}”, in else the same words")
    if verdict.relation in (Relation.CONTRADICT, Relation.FRAMING):
        return weigh_versions(one.value, other.value, verdict, frozenset(load_words(WORDS)["small"]))
    return verdict


def _compare_cut(one: Claim, other: Claim) -> Verdict | None:
    """Framing where one version gives as a whole sentence what the other shows to go on with a limit."""
    short, long = sorted((one, other), key=lambda claim: len(claim.value.text))
    if not short.part("alone") or (one.entities and other.entities and not _have_one_speaker(one, other)):
        return None
    rest = find_cut(short.value.text, long.value.text, short.part("beside"))
    return Verdict(Relation.FRAMING, f"“{short.value.text}” leaves out how it went on: “{rest}”") if rest else None


def _have_one_speaker(one: Claim, other: Claim) -> bool:
    """Whether two quotations are of one speaker: one entity, or one surname that neither article gives in full."""
    assert isinstance(one.value, QuoteValue)
    assert isinstance(other.value, QuoteValue)
    if one.entities or other.entities:
        return bool(one.entities & other.entities) or _may_be_near(one, other) or _may_be_near(other, one)
    return one.value.speaker == other.value.speaker and one.value.speaker.istitle()


def _may_be_near(given: Claim, left: Claim) -> bool:
    """Whether the person who speaks in one article is named near the other's words, whose speaker is open."""
    assert isinstance(given.value, QuoteValue)
    kind, _, name = given.value.speaker.partition(":")
    words = {word for word in name.split() if len(word) > 1}
    return kind == "person" and not left.entities and 2 * len(words & left.part("near")) >= len(words) > 0


def _are_opposed(one: str, other: str) -> bool:
    return any(opposed(a, b) for a in word_concepts(one) for b in word_concepts(other) if a.family == b.family)


def _compare_venues(one: Claim, other: Claim, verdict: Verdict) -> Verdict:
    """The same words at two occasions that are both named by a name are framing."""
    assert isinstance(one.value, QuoteValue)
    assert isinstance(other.value, QuoteValue)
    left, right = _venue_names(one.value.venue), _venue_names(other.value.venue)
    if left and right and not left & right and one.entities & other.entities:
        return Verdict(
            Relation.FRAMING, f"the same words, with “{one.value.venue}” in one and “{other.value.venue}” in the other"
        )
    return verdict


def _venue_names(venue: str | None) -> frozenset[str]:
    """The words of a venue that are names ("CNBC", "Le Monde"); none for "reporters" or "the news conference"."""
    return frozenset(w.strip("'’s.,").casefold() for w in (venue or "").split() if w[:1].isupper() and len(w) > 2)


RULE = Rule(
    id="quotes",
    version="3",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.8, concepts=0.0, entities=0.2, topic=0.0, threshold=0.4, breadth=0.03, agreeing=0.45, needs=("heads",)
    ),
    stake=6,
    ask=ask_speech,
)
