"""Reports built by hand, for the tests of the output formats: an invented ferry fire, as four outlets tell it."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from checker.formats import Format
from checker.model import (
    Article,
    Claim,
    Event,
    Evidence,
    Finding,
    Input,
    InputStatus,
    Kind,
    LinkLevel,
    Question,
    QuestionStatus,
    Report,
    Severity,
    Source,
    Span,
    ValueType,
    Why,
)
from checker.model.claims import Answer


def module(name: str) -> Any:
    """A module of the reports package, found as the registry finds it."""
    return importlib.import_module(f"checker.reports.{name}")


def format_of(name: str) -> Format:
    found: Format = module(name).FORMAT
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """A value that is its own words."""

    type: ValueType
    text: str
    normalized: str


HARBOUR = Article(
    id="harbour",
    path="ferry/harbour.txt",
    source="The Harbour Post",
    title="Twelve dead in ferry fire off Port Ellis",
    published="2031-05-14",
    text="""Twelve dead in ferry fire off Port Ellis

PORT ELLIS, May 14 — A fire aboard the ferry Margit Lund killed 12 people early on Tuesday, the coast guard said. \
It broke out at 3:40 a.m. in the vehicle deck while most passengers slept.

The company and the seamen's union reached an agreement on new fire drills, the transport minister announced. "We are \
ahead of the rest of Europe on this," Minister Ada Broek told Radio Ellis on Wednesday.

It was the first formal inquiry of her term, she said. Divers were expected to reach the wreck by Friday.
""",
)
TIDE = Article(
    id="tide",
    path="ferry/tide.txt",
    source="Daily Tide",
    title="Ferry blaze claims 21",
    published="2031-05-14T18:30:00+02:00",
    text="""Ferry blaze claims 21

At least 21 people lost their lives when the Margit Lund caught fire, hospital officials said. The fire started \
shortly before midnight on Monday, a deckhand told this newspaper.

The union called the fire-drill text a starting point, not a binding agreement. A person familiar with the talks said \
the company had refused to sign.
""",
)
NORD = Article(
    id="nord",
    path="ferry/nord.md",
    source="Agence Nord",
    title="Ferry fire: what is known",
    published="2031-05-16",
    text="""Ferry fire: what is known

The death toll of the Margit Lund fire rose to 23 on Thursday, the coast guard said. Twelve had been confirmed dead on \
the day itself.

If the talks on fire drills proceed, both sides want to sign before the summer. "We are in the lead in Europe," Broek \
said, according to the Daily Tide.
""",
)
GAZETTE = Article(
    id="gazette",
    path="ferry/gazette.html",
    source=None,
    title=None,
    published=None,
    text="The Margit Lund had 118 people aboard when it left Port Ellis, and passed its inspection in March.\n",
)
ARTICLES = (HARBOUR, TIDE, NORD, GAZETTE)
BY_ID = {a.id: a for a in ARTICLES}

LINK = (
    LinkLevel("same counted thing", 1.0),
    LinkLevel("same predicate or a synonym", 0.9),
    LinkLevel("context", 0.61233),
)


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def claim(
    id: str, article: str, rule: str, asks: str, words: str, value: tuple[ValueType, str, str], origin: str = ""
) -> Claim:
    span = span_of(BY_ID[article], words)
    return Claim(
        id=id,
        rule=rule,
        article=article,
        asks=asks,
        slot=asks,
        value=Words(*value),
        span=span,
        text=words,
        sentence=0,
        origin=origin or BY_ID[article].source or article,
    )


def cite(claim: Claim) -> Evidence:
    return Evidence(claim.article, claim.field, claim.span.start, claim.span.end, claim.text, claim.value.normalized)


def find(id: str, kind: Kind, claims: list[Claim], message: str, difference: str = "", clears: str = "") -> Finding:
    severity = {Kind.CONTRADICTION: Severity.ERROR, Kind.FRAMING: Severity.WARNING, Kind.UNMEASURED: Severity.WARNING}
    return Finding(
        id=id,
        fingerprint=f"f-{id}",
        question_key=f"q-{id}",
        rule=claims[0].rule if claims else "reading",
        kind=kind,
        severity=severity.get(kind, Severity.NOTE),
        confidence=0.91234,
        question=claims[0].asks if claims else "what the photographs show",
        message=message,
        why=Why(LINK if len(claims) > 1 else (), difference, clears),
        origins=tuple(dict.fromkeys(c.origin for c in claims)),
        evidence=tuple(cite(c) for c in claims),
        event="e1",
    )


N, S, Q, T = ValueType.NUMBER, ValueType.STATUS, ValueType.QUOTE, ValueType.TIME
KILLED, WHEN = "how many people were killed in the fire?", "when did the fire start?"
DRILLS, LEAD = "how far has the agreement on fire drills come?", "what did Ada Broek say of Europe?"
C = {
    c.id: c
    for c in (
        claim("c1", "harbour", "figures", KILLED, "killed 12 people", (N, "12", "12 people"), "the coast guard"),
        claim(
            "c2", "tide", "figures", KILLED, "At least 21 people lost their lives", (N, "At least 21", "≥ 21 people")
        ),
        claim("c3", "nord", "figures", KILLED, "rose to 23 on Thursday", (N, "23", "23 people"), "the coast guard"),
        claim("c4", "harbour", "event_date", WHEN, "broke out at 3:40 a.m.", (T, "3:40 a.m.", "2031-05-13T03:40")),
        claim(
            "c5",
            "tide",
            "event_date",
            WHEN,
            "shortly before midnight on Monday",
            (T, "before midnight", "2031-05-12T23:59"),
        ),
        claim(
            "c6",
            "harbour",
            "agreement",
            DRILLS,
            "reached an agreement on new fire drills",
            (S, "reached an agreement", "agreed"),
        ),
        claim(
            "c7",
            "tide",
            "agreement",
            DRILLS,
            "a starting point, not a binding agreement",
            (S, "starting point", "under discussion"),
        ),
        claim(
            "c8", "nord", "agreement", DRILLS, "If the talks on fire drills proceed", (S, "talks", "under discussion")
        ),
        claim(
            "c9",
            "harbour",
            "quotes",
            LEAD,
            "We are ahead of the rest of Europe on this",
            (Q, "We are ahead", "we are ahead of the rest of europe on this"),
        ),
        claim(
            "c10",
            "nord",
            "quotes",
            LEAD,
            "We are in the lead in Europe",
            (Q, "We are in the lead", "we are in the lead in europe"),
            "Daily Tide",
        ),
        claim(
            "c11",
            "gazette",
            "figures",
            "how many people were aboard?",
            "had 118 people aboard",
            (N, "118", "118 people"),
        ),
        claim(
            "c12",
            "tide",
            "agreement",
            "did the company sign?",
            "the company had refused to sign",
            (S, "refused", "refused"),
            "a person familiar with the talks",
        ),
        claim(
            "c13",
            "harbour",
            "first_framing",
            "was the inquiry a first?",
            "the first formal inquiry of her term",
            (ValueType.ORDINAL, "first", "first of her term"),
        ),
        claim(
            "c14", "nord", "place", "which ferry burned?", "Margit Lund", (ValueType.TEXT, "Margit Lund", "margit lund")
        ),
        claim(
            "c15", "tide", "place", "which ferry burned?", "Margit Lund", (ValueType.TEXT, "Margit Lund", "margit lund")
        ),
    )
}


def answers(*groups: list[str]) -> tuple[Answer, ...]:
    return tuple(
        Answer(C[g[0]].value.normalized, tuple(g), tuple(dict.fromkeys(C[i].origin for i in g))) for g in groups
    )


QUESTIONS = (
    Question("q1", "figures", "e1", KILLED, QuestionStatus.CONFLICT, answers(["c1"], ["c2"], ["c3"])),
    Question("q2", "event_date", "e1", WHEN, QuestionStatus.CONFLICT, answers(["c4"], ["c5"])),
    Question("q3", "agreement", "e1", DRILLS, QuestionStatus.FRAMING, answers(["c6"], ["c7", "c8"])),
    Question("q4", "quotes", "e1", LEAD, QuestionStatus.FRAMING, answers(["c9"], ["c10"])),
    Question("q5", "place", "e1", "which ferry burned?", QuestionStatus.CORROBORATED, answers(["c14", "c15"])),
    Question("q6", "figures", "e1", "how many people were aboard?", QuestionStatus.SINGLE_SOURCE, answers(["c11"])),
    Question("q7", "agreement", "e1", "did the company sign?", QuestionStatus.SINGLE_SOURCE, answers(["c12"])),
)
FINDINGS = (
    find(
        "K1",
        Kind.CONTRADICTION,
        [C["c1"], C["c2"]],
        "12 killed in one article, at least 21 in another.",
        "12 lies below the lower bound of at least 21",
        "a later toll by the coast guard or the hospital",
    ),
    find(
        "K2",
        Kind.CONTRADICTION,
        [C["c4"], C["c5"]],
        "The fire starts in the early hours of Tuesday or late on Monday.",
        "3:40 on 13 May and before midnight on 12 May do not overlap",
        "the log of the coast guard",
    ),
    find(
        "R1",
        Kind.FRAMING,
        [C["c6"], C["c7"], C["c8"]],
        "Reached in one article, still under discussion in two others.",
        "agreed is above under discussion on the ladder",
        "the text, or a word from both sides",
    ),
    find(
        "R2",
        Kind.FRAMING,
        [C["c9"], C["c10"]],
        "The same speaker in different words.",
        "the words differ",
        "the recording",
    ),
    find("U1", Kind.UPDATE, [C["c1"], C["c3"]], "12 on the day itself, 23 two days later.", "a toll that rose", ""),
    find("X1", Kind.UNMEASURED, [], "Two articles rest on photographs, which are not read.", "", ""),
    find("S1", Kind.SINGLE_SOURCE, [C["c11"]], "118 aboard", "", "a passenger list"),
    find("S2", Kind.SINGLE_SOURCE, [C["c12"]], "the company refused to sign", "", "a word from the company"),
    find("S3", Kind.SINGLE_SOURCE, [C["c13"]], "first formal inquiry of her term", "", ""),
)
INPUTS = (
    *(Input(a.path or "", InputStatus.READ) for a in ARTICLES),
    Input("ferry/broken.json", InputStatus.UNREADABLE, "not JSON: Expecting value at line 1"),
    Input("ferry/photo.jpg", InputStatus.SKIPPED, "not an article"),
)


def sample() -> Report:
    """A report with every kind of thing in it."""
    return Report(
        articles=ARTICLES,
        events=(Event("e1", "Ferry fire off Port Ellis", tuple(a.id for a in ARTICLES)),),
        claims=tuple(C.values()),
        questions=QUESTIONS,
        findings=FINDINGS,
        sources=(
            Source("The Harbour Post", ("harbour",), ("the coast guard",), ("two claims of its own",)),
            Source("Daily Tide", ("tide",), ("hospital officials",)),
        ),
        inputs=INPUTS,
        languages=tuple((a.id, "en") for a in ARTICLES),
        left_out=3,
    )


def quiet() -> Report:
    """Four articles, nothing found."""
    return Report(ARTICLES, sample().events, tuple(C.values()), QUESTIONS[4:5], (), (), INPUTS[:4])


def lonely() -> Report:
    """One article, nothing to compare it with."""
    return Report((HARBOUR,), (Event("e1", "Ferry fire", ("harbour",)),), (C["c1"],), (), (), (), INPUTS[:1])


def empty() -> Report:
    """Nothing could be read."""
    return Report((), (), (), (), (), (), (INPUTS[4],))
