"""Names in a row of words: whom "by", "of" and a comma lead to, and what somebody has called a thing."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Document, MentionKind, Span, Token

LEAD = 9
"""Tokens before a name that may describe its bearer: "by a retired chief justice from the north, Ada Reed"."""

LONGEST = 5
"""Words of a name at most."""

DESCRIBING = ("DT", "JJ", "NN", "VBN", "HYPH", "PRP$", "POS", "CD", "NNS")
ADDRESSES = frozenset(
    "mr mrs ms dr sir dame lord lady prof professor captain capt major maj colonel col general gen lieutenant lt "
    "sergeant sgt corporal admiral commander brigadier marshal hon rt rtd retd justice judge chief president minister "
    "prime senator governor mayor king queen prince princess bishop archbishop father sister rev reverend pastor imam "
    "sheikh sheriff inspector superintendent constable speaker councillor cr cllr ambassador secretary chancellor "
    "premier chairman chairwoman chair director coach skipper".split()
)
PARTICLES = frozenset("de da del della di dos du la le van von der den al el bin binti ibn ben ter zu af av".split())


def name_at(
    document: Document, tokens: Sequence[Token], at: int, *, people: bool = False
) -> tuple[Span, str | None, str] | None:
    """The person that words from here on name, with what describes him before the name: its range, key and text.

    ``people``: only one whom the article's names know for a person, or who goes by a form of address.
    """
    commas = addressed = 0
    owner = False
    for n in range(at, min(len(tokens), at + LEAD)):
        token = tokens[n]
        owner = token.text != "," and (owner or token.text.lower() in ("of", "from"))
        if owner and addressed + (n > at) and token.tag.startswith("NNP"):
            continue  # "the Mayor of Arlow, Ada Reed"
        if token.tag.startswith("NNP") and token.text[:1].isupper():
            if token.text.lower().rstrip(".") in ADDRESSES:
                addressed += 1
                continue
            return _name(document, tokens, n, need=1 if addressed else 2, people=people and not addressed)
        if token.text in (",", "(", ")"):
            commas += token.text == ","
            if commas > 1 or n == at:
                return None
        elif not token.tag.startswith(DESCRIBING) and token.text.lower() not in ("of", "from", "one"):
            return None
    return None


def name_ending(
    document: Document, tokens: Sequence[Token], end: int, *, people: bool = False
) -> tuple[Span, str | None, str] | None:
    """The person whose name ends right before a token; "had" and "has" may stand between."""
    last = end - 1
    while last >= 0 and tokens[last].text.lower() in ("had", "has", "himself", "herself", "first", "then", "also"):
        last -= 1
    if last < 0 or not tokens[last].tag.startswith("NNP"):
        return None
    first = last
    while first and (tokens[first - 1].tag.startswith("NNP") or tokens[first - 1].text.lower() in PARTICLES):
        first -= 1
    addressed = False
    while first < last and tokens[first].text.lower().rstrip(".") in ADDRESSES:
        first, addressed = first + 1, True
    return _name(document, tokens, first, need=1 if addressed else 2, people=people and not addressed)


def _name(
    document: Document, tokens: Sequence[Token], first: int, *, need: int, people: bool
) -> tuple[Span, str | None, str] | None:
    end = first
    while end < len(tokens) and end - first < LONGEST:
        small = tokens[end].text.lower() in PARTICLES and end > first
        # A surname that the tagger takes for a noun: "Aigerim/NNP Sadykova/NN"
        named = tokens[end].tag.startswith("NNP") or (end > first and tokens[end].tag in ("NN", "JJ", "NNS"))
        capital = tokens[end].text[:1].isalpha() and (tokens[end].text[:1].isupper() or tokens[end].tag[:3] == "NNP")
        if not small and not (named and capital):
            break
        end += 1
    while end > first and tokens[end - 1].text.lower() in PARTICLES:
        end -= 1
    if end == first:
        return None
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    person = next((m for m in document.mentions_in(span, MentionKind.PERSON) if m.entity in document.entities), None)
    if person is not None:
        entity = document.entities[person.entity or ""]
        return (span, entity.key, entity.name) if entity.kind is MentionKind.PERSON else None
    others = (MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.DATE)
    if people or end - first < need or document.mentions_in(span, *others):
        return None
    return span, None, span.of(document.text)
