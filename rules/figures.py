"""Figures: counts, money, shares and measures of the same thing.

## What it finds

Numbers with what they count ("340 prisoners"), sums of money with what they are the price of ("a fine of $412
million"), shares with what they are a share of ("60 per cent of the homes"), and measures ("15 km from the river"). Two
articles that give different figures for the same thing are set against each other, unless rounding, units or bounds
explain the difference. A count that moves as an event goes on (a toll) is an update when the later article has another
one.

## Why it matters

Figures are what readers repeat, and what slips most easily when copied: two digits change places, a million becomes a
billion.

## Example

> **Harbour Post:** The ferry carried 142 passengers.
>
> **Coast Wire:** The ferry carried 124 passengers.

## Limits

A figure whose noun is not written near it is not compared. Shares of different wholes, and figures as of different
days, are different questions. Sums in different currencies are not converted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.vocabulary import (
    AMONG,
    LEFT_OUT,
    PORTIONS,
    SELF_NAMED,
    BlockKind,
    Claim,
    Clause,
    Document,
    Linking,
    Mention,
    MentionKind,
    Quantity,
    Relation,
    Rule,
    Setting,
    Severity,
    Span,
    ValueType,
    Verdict,
    ask_figure,
    clause_at,
    comes_to,
    compare_quantities,
    figures_beside,
    in_currency,
    is_beside,
    is_multiple,
    is_share,
    load_words,
    make_claim,
    may_be_one,
    name_figured,
    percentages_apart,
    rate_of,
    rates_apart,
    read_setting,
    read_toll,
    restrictions_of,
    say_deed,
    say_noun,
    sentence_at,
    shares_beside,
    step_of,
    sums_beside,
    tokens_in,
    whose_age,
    word_concepts,
    years_told,
)

WORDS = Path(__file__).with_suffix(".toml")
KINDS = (MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every figure whose noun is known."""
    words = load_words(WORDS)
    counters, units = frozenset(words["counters"]), frozenset(words["units"])
    # Of several scores one is the result and the others are stages; which is which is not written beside them.
    pairs = sum(isinstance(m.value, Quantity) and m.value.dimension == "pair" for m in document.mentions)
    for mention in document.mentions:
        if mention.kind not in KINDS or not isinstance(mention.value, Quantity):
            continue
        if mention.value.dimension == "pair" and pairs > 1:
            continue
        claim = _read(document, mention, in_currency(document, mention, mention.value), counters, units)
        if claim is not None:
            yield claim
            if mention.value.dimension == "share" and mention.value.pair is not None:
                yield _count_part(document, mention, mention.value, claim)
                if (all_of_them := _count_whole(mention, mention.value, claim)) is not None:
                    yield all_of_them


def _read(
    document: Document, mention: Mention, value: Quantity, counters: frozenset[str], units: frozenset[str]
) -> Claim | None:
    sentence = sentence_at(document, mention.span)
    if sentence is None or sentence.kind is BlockKind.BYLINE:
        return None
    if value.dimension == "age":
        return _read_age(document, mention, value)
    if _is_in_brackets(document, mention) or value.text.lower() in VAGUE or is_multiple(document, mention):
        return None
    setting = read_setting(document, mention.span)
    if setting.predicate == "turn" and not (setting.counted or value.dimension or _turned_out(document, mention)):
        return None
    if _is_emphasis(document, mention, value, setting):
        return None
    clause = clause_at(document, mention.span)
    toll = (
        read_toll(document, mention, clause, setting) if value.type is ValueType.NUMBER and not value.dimension else ""
    )
    heads = frozenset({toll}) if toll else name_figured(document, sentence, mention, value, setting, units)
    families = _families(clause, setting) | ({toll.split(".")[0]} if "." in toll else frozenset())
    if not heads and not families:
        return None
    return make_claim(
        document,
        "figures",
        asks=_ask(document, value, setting),
        slot=f"toll {toll}" if toll else _slot(value),
        value=value,
        focus=mention.span,
        clause=clause,
        heads=heads,
        concepts=families,
        scope=restrictions_of(document, mention, sentence)
        | (PORTIONS & {setting.counted, *setting.modifiers})
        | step_of(document, mention, sentence),
        counter=bool(toll or families & counters),
        weight=_weigh(value, setting),
        parts={
            "counted": (setting.counted,),
            "modifier": setting.modifiers,
            "population": setting.population,
            "carrier": setting.carriers,
            "predicate": (setting.predicate,),
            "subject": setting.subject,
            "object": setting.object,
            "sum": sums_beside(document, sentence, value, setting.counted),
            "beside": figures_beside(document, mention, sentence, value),
            "year": years_told(document, sentence),
            "rate": (rate_of(document, mention, sentence.span.end),),
            "share": shares_beside(document, mention, sentence, value),
        },
    )


def _turned_out(document: Document, mention: Mention) -> bool:
    """Whether so many turned up or out, and nobody turned so many years old."""
    after = [t.text.lower() for t in tokens_in(document, Span(mention.span.end, mention.span.end + 16))]
    return after[:1] == ["turned"] and after[1:2] != [] and after[1] in {"up", "out", "back", "away"}


YEAR = 4
"""Digits of a calendar year."""


def compare(one: Claim, other: Claim) -> Verdict:
    """Compare two figures; one that the other's sentence adds up to does not contradict it."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    verdict = compare_quantities(one.value, other.value)
    differs = verdict.relation not in (Relation.AGREE, Relation.NOT_COMPARABLE)
    if differs and AMONG in one.scope | other.scope and not one.part("counted") & other.part("counted"):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but one is of some of them")
    if verdict.relation is Relation.CONTRADICT:
        if (one.scope & LEFT_OUT) != (other.scope & LEFT_OUT):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but one leaves somebody out")
        if one.slot == NAMELESS and not may_be_one(one, other):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, and they need not be one person")
        if one.slot == "count" and not one.heads & other.heads and any(" of " in c.value.text for c in (one, other)):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but the one is a part of other things")
        rates = tuple(next(iter(claim.part("rate")), "") for claim in (one, other))
        if (told_for := rates_apart(one.value, other.value, (rates[0], rates[1]))) is not None:
            return told_for
        if one.value.type is ValueType.PERCENT and (apart := percentages_apart(one, other)):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but {apart}")
        for figure, theirs in ((one.value, other), (other.value, one)):
            sums, shares = theirs.part("sum"), theirs.part("share")
            if comes_to(figure, sums) or is_share(figure, shares):
                return Verdict(
                    Relation.NOT_COMPARABLE, f"{verdict.reason}, but the figures of one sentence add up to it"
                )
        years = [frozenset(w for w in claim.scope if w.isdigit() and len(w) == YEAR) for claim in (one, other)]
        told = [long_gone | claim.part("year") for long_gone, claim in zip(years, (one, other), strict=True)]
        if any(years) and all(told) and not told[0] & told[1]:
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but they are of different years")
        counted = one.part("counted") & other.part("counted")
        for figure, claim in ((one.value, other), (other.value, one)):
            theirs = one if claim is other else other
            if not counted and is_beside(figure, theirs.part("counted") or theirs.heads, claim.part("beside")):
                return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but the sentence gives that figure too")
    return verdict


def _count_part(document: Document, mention: Mention, value: Quantity, claim: Claim) -> Claim:
    """The count that a share is told with ("17 of the 31 seats" is also 17 seats)."""
    part = float(value.pair[0]) if value.pair is not None else 0.0
    words = f"{part:.0f}"
    count = Quantity(
        type=ValueType.NUMBER, text=mention.text, point=part, low=part, high=part, precision=1.0, unit="", dimension=""
    )
    nouns = {
        t.lemma.lower() for t in tokens_in(document, mention.span) if t.tag in {"NN", "NNS"} and not t.lemma.isdigit()
    }
    heads = frozenset(nouns) or claim.heads
    return replace(
        claim,
        slot="count",
        value=count,
        heads=heads,
        asks=f"how many: {' '.join(sorted(heads)) or words}?",
        reportable=False,
    )


def _count_whole(mention: Mention, value: Quantity, claim: Claim) -> Claim | None:
    """The count of all that a part is told of ("two of the 18 posts" tells of 18 posts); None for a bare fraction."""
    part, _, whole = mention.text.partition(" of ")
    if value.pair is None or not whole or not claim.part("population") or part.endswith("out"):
        return None
    total = float(value.pair[1])
    words = whole.removeprefix("the ").removeprefix("its ").removeprefix("their ").removeprefix("his ")
    count = Quantity(
        type=ValueType.NUMBER, text=words, point=total, low=total, high=total, precision=1.0, unit="", dimension=""
    )
    noun = min(claim.part("population") & claim.heads, default="")
    heads = frozenset({noun}) if noun else claim.heads
    return replace(
        claim,
        slot="count",
        value=count,
        heads=heads,
        asks=f"how many: {' '.join(sorted(heads))}?",
        reportable=False,
        scope=claim.scope - {AMONG},
    )


def _is_in_brackets(document: Document, mention: Mention) -> bool:
    """Whether a bare number stands alone in brackets: a player's shirt, a reference."""
    text, span = document.text, mention.span
    return text[max(0, span.start - 1) : span.start] in {"(", "["} and text[span.end : span.end + 1] in {")", "]"}


WHOLLY = 100.0


def _is_emphasis(document: Document, mention: Mention, value: Quantity, setting: Setting) -> bool:
    """Whether a hundred per cent stand for "wholly" ("stands with them 100 percent"), and are a share of nothing."""
    if value.type is not ValueType.PERCENT or value.point != WHOLLY or setting.population or setting.counted:
        return False
    after = tokens_in(document, Span(mention.span.end, mention.span.end + 24))[:1]
    return not setting.carriers or any(t.text.lower() in {"with", "behind"} for t in after)


NAMELESS = "age of somebody"
"""The slot of the age of the one person without a name."""


def _read_age(document: Document, mention: Mention, value: Quantity) -> Claim | None:
    """The age of the one person that it stands beside, or of the only one without a name; None for other ages."""
    aged = whose_age(document, mention)
    if aged is None:
        return None
    name = document.entities[aged.entity].name if aged.entity in document.entities else "the person"
    return make_claim(
        document,
        "figures",
        asks=f"how old is {name}?",
        slot=f"age of {aged.entity}" if aged.entity else NAMELESS,
        value=value,
        focus=mention.span,
        heads=("age",),
        entities={aged.entity} if aged.entity else None,
        topic=("age",) if aged.entity else None,
        scope=(f"sex {aged.sex}",) if aged.sex else (),
        weight=0.25,
        reportable=False,
    )


VAGUE = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens of thousands", "countless"}
)
"""Orders of magnitude, which are nobody's figures."""


def _families(clause: Clause | None, setting: Setting) -> frozenset[str]:
    lemmas = [w for w in (setting.predicate, setting.counted, *setting.modifiers, *setting.carriers) if w]
    if clause is not None:
        lemmas.append(clause.predicate)
        lemmas.extend(a.lemma for a in clause.arguments)
    return frozenset(c.family for w in lemmas for c in word_concepts(w))


def _slot(value: Quantity) -> str:
    if value.type is ValueType.MONEY:
        return "money"
    if value.type is ValueType.PERCENT:
        return "percent"
    return f"measure {value.dimension}" if value.dimension else "count"


def _ask(document: Document, value: Quantity, setting: Setting) -> str:
    """The question in words: "how many people were killed?", "how much money (offered)?", "what magnitude?"."""
    noun = say_noun(document, setting)
    deed, undergone = say_deed(document, setting)
    if value.type is ValueType.NUMBER and not value.dimension and setting.counted:
        return f"how many {noun} were {deed}?" if deed and undergone else f"how many {noun}{_brackets(deed)}?"
    what = "what number"
    if value.type is ValueType.MONEY:
        what = "how much money"
    elif value.type is ValueType.PERCENT:
        what = "what share" if setting.population else "what percentage"
        noun = " ".join(reversed(setting.population[:2])) or noun
    elif value.dimension in SELF_NAMED:
        what, noun = f"what {value.dimension}", ""
    elif value.dimension:
        what = f"what {DIMENSIONS.get(value.dimension, value.dimension)}"
    return f"{what}{': ' if noun else ''}{noun}{_brackets(deed)}?"


def _brackets(deed: str) -> str:
    return f" ({deed})" if deed else ""


DIMENSIONS = {"pair": "score or tally", "age": "age", "mass": "weight"}
"""Dimensions that go by another word in a question."""


def _weigh(value: Quantity, setting: Setting) -> float:
    """How much another desk would need it stood up: money and shares first, small round counts last."""
    weight = {MentionKind.MONEY: 0.8, MentionKind.PERCENT: 0.8}.get(MentionKind(value.type.value), 0.65)
    if value.point is not None and abs(value.point) <= 3:
        weight -= 0.3
    return weight if setting.counted or setting.carriers or setting.population else weight - 0.2


RULE = Rule(
    id="figures",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.5,
        concepts=0.05,
        entities=0.15,
        topic=0.35,
        figures=0.35,
        alone=0.1,
        scope=0.25,
        threshold=0.4,
        agreeing=0.15,
        breadth=0.13,
        fitted=True,
    ),
    stake=3,
    ask=ask_figure,
)
