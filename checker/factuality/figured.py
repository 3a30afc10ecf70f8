"""The words that say what a figure is of: its noun, what holds it, the deed, the heading above, or what is near."""

from __future__ import annotations

from checker.language.phrases import Setting, content_lemmas, tokens_in
from checker.model import BlockKind, Document, Mention, Sentence, Span, ValueType
from checker.values.quantities import Quantity

LABEL_WORDS = 4
"""Words of a sentence that only announces what the next one is about."""

SELF_NAMED = frozenset({"magnitude", "temperature"})
"""Dimensions that an event has one figure of, whatever the sentence hangs it on."""


def name_figured(
    document: Document,
    sentence: Sentence,
    mention: Mention,
    value: Quantity,
    setting: Setting,
    units: frozenset[str],
) -> frozenset[str]:
    """The words that say what the figure is of; those of the heading above where its own sentence says nothing."""
    deed = {setting.predicate, *setting.subject[:2], *setting.object[:2]} - {"", "be", "have"} - units
    if value.dimension in SELF_NAMED:
        return frozenset({value.dimension})
    if value.dimension or value.type is not ValueType.NUMBER:
        price = _price_of(document, mention) if value.type is ValueType.MONEY else frozenset()
        if price:
            return price | (frozenset({setting.counted}) - {""} - units)
        named = {*setting.population, *setting.carriers[:3], setting.counted} - {""} - units
        return frozenset(named or deed) or _spoken_of(document, mention, sentence, units)
    counted = setting.counted if setting.counted not in units else ""
    first = counted or _whole(document, mention, setting) or next((w for w in setting.carriers if w not in units), "")
    return frozenset({first} if first else deed) or _spoken_of(document, mention, sentence, units)


def _whole(document: Document, mention: Mention, setting: Setting) -> str:
    """The noun of those that a count is of ("three of the gates"); empty where none follows."""
    after = tokens_in(document, Span(mention.span.end, mention.span.end + 8))[:1]
    return setting.population[0] if setting.population and [t.text.lower() for t in after] == ["of"] else ""


def _spoken_of(document: Document, mention: Mention, sentence: Sentence, units: frozenset[str]) -> frozenset[str]:
    """What a figure that hangs on nothing is of: the heading above, or the nouns nearest to it.

    Those of the sentence before where its own has none.
    """
    label = _label(document, sentence) - units
    if label:
        return label
    if isinstance(mention.value, Quantity) and mention.value.dimension == "pair":
        return frozenset()
    tokens = document.sentence_tokens(sentence)
    own = [t for t in tokens if t.tag in NOUNS and t.lemma.lower() not in units and not t.span.overlaps(mention.span)]
    if not own and sentence.index:
        before = document.sentence_tokens(document.sentences[sentence.index - 1])
        own = [t for t in before if t.tag in NOUNS and t.lemma.lower() not in units]
    own.sort(key=lambda t: (abs(t.span.start - mention.span.start), t.index))
    return content_lemmas(document, own[:NEAREST])


NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NEAREST = 3
"""Nouns that a figure without one of its own is taken to be of."""


def _price_of(document: Document, mention: Mention) -> frozenset[str]:
    """The thing that a sum is the price of one of ("$4 a dose", "SEK 40 for each share"); empty for other sums."""
    after = tokens_in(document, Span(mention.span.end, mention.span.end + 40))[:4]
    words = [t.text.lower() for t in after]
    if words[:1] in (["each"], ["apiece"]):
        return frozenset({"price"})
    at = 1 if words[:1] == ["for"] else 0
    if words[at : at + 1] and words[at] in {"a", "an", "per", "each", "every"} and len(after) > at + 1:
        noun = after[at + 1].lemma.lower()
        return frozenset({"price", noun}) if noun not in RATES else frozenset()
    return frozenset()


RATES = frozenset({"year", "month", "week", "day", "hour", "piece", "record"})


def _label(document: Document, sentence: Sentence) -> frozenset[str]:
    """The content words of the short sentence or heading just before ("The money. $4 million, give or take.")."""
    if sentence.index == 0:
        return frozenset()
    before = document.sentences[sentence.index - 1]
    tokens = document.sentence_tokens(before)
    asked = (
        bool(tokens)
        and tokens[-1].text == "?"
        and not any(t.tag in {"VBD", "VBZ", "VBP"} for t in document.sentence_tokens(sentence))
    )
    short = before.last - before.first <= LABEL_WORDS or before.kind is BlockKind.HEADING or asked
    return content_lemmas(document, document.sentence_tokens(before)) if short else frozenset()
