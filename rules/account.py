"""Accounts: which of several known explanations, channels or limits a report gives.

## What it finds

Questions that an event raises and that have a known set of answers: what set a fire off (a cigarette, a socket,
lightning, arson), why a match was called off, what a strike is over, who made a death known, whom a rule covers. The
answers are told in the words that belong to each ("a smouldering butt", "a dropped cigarette"), with or without a word
of cause. Two answers that exclude each other, and an answer that the other article rules out, are a contradiction.

## Why it matters

Desks seldom put such an answer in like words, and a reader who has one of the two reports has another event.

## Example

> **Harbour Post:** The blaze at the mill started when a worker dropped a cigarette.
>
> **Coast Wire:** Lightning set the mill ablaze.

## Limits

Only the answers in the tables are read. An article that gives two answers, or leaves the other's open, is not compared;
of a long article only what is told beside the event itself. A cause and what lay behind it are taken for compatible
where the tables say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    ACCOUNT_DENIED,
    Account,
    Claim,
    Document,
    Linking,
    Polarity,
    Relation,
    Rule,
    Severity,
    TextValue,
    Verdict,
    ask_quoted,
    find_question,
    make_claim,
    read_accounts,
    times_apart,
)


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every answer that an article gives or rules out."""
    for account in read_accounts(document):
        yield _state(document, account)


def _state(document: Document, account: Account) -> Claim:
    denied = account.stand == ACCOUNT_DENIED
    return make_claim(
        document,
        "account",
        asks=account.question.asks,
        slot=account.question.name,
        value=TextValue(account.span.of(document.text), account.answer),
        focus=account.span,
        heads={account.question.name},
        topic=(),
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        weight=0.4,
        parts={"known": account.known, "turn": {"told"} if account.turned else (), "named": account.named},
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two answers that exclude each other, or one that the other article rules out."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    a, b = one.value.normalized, other.value.normalized
    if not one.part("turn") | other.part("turn"):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of something else")
    if times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of other times")
    if one.polarity is not other.polarity:
        if a == b:
            return Verdict(Relation.CONTRADICT, f"{reason}: the one gives what the other rules out")
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if a == b:
        return Verdict(Relation.AGREE, reason)
    question = find_question(one.slot)
    if question.same and not one.part("named") & other.part("named"):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of different things")
    apart = question.exclude(a, b) and a not in other.part("known") and b not in one.part("known")
    if one.polarity is Polarity.NEGATIVE or not apart:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    return Verdict(Relation.CONTRADICT, f"{reason}: answers that exclude each other")


RULE = Rule(
    id="account",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.8, concepts=0.0, entities=0.0, topic=0.2, threshold=0.7, agreeing=0.4, needs=("heads",)),
    stake=3,
    single_source=False,
    ask=ask_quoted,
)
"""Whatever answer one article alone gives is its colour, and no news."""
