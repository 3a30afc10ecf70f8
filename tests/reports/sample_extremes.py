"""Reports that are hard on a format: markup in the words, control characters, very long words, very many findings."""

from __future__ import annotations

import dataclasses

from sample_report import LINK, Words, sample

from checker.model import (
    Article,
    Claim,
    Event,
    Evidence,
    Finding,
    Input,
    InputStatus,
    Kind,
    Report,
    Severity,
    Span,
    ValueType,
    Why,
)

HOSTILE_WORDS = "<script>alert('x')</script> & \"quoted\" | *bold* `code` @editor #12 =1+1 \x1b[2J \u202e]]>"
LONG_WORD = "Donaudampfschifffahrts" * 30


def hostile() -> Report:
    """Every string that comes from outside carries markup, control characters or a lone surrogate."""
    words = HOSTILE_WORDS
    text = f"{words}\r\n{LONG_WORD}\rand a lone \ud83d half.\n{{{{ 7 * 7 }}}} {{% raw %}}"
    article = Article("a<1>", text, source=f"{words} Times", title=f"Title {words}", path=f"dir/{words}.txt")
    other = dataclasses.replace(article, id="b 2", path=None, source="</style><b>Other", title=None)
    claims = tuple(
        Claim(
            id=f"c-{a.id}",
            rule="fig<ures>",
            article=a.id,
            asks=f"what is {words}?",
            slot="s",
            value=Words(ValueType.TEXT, "alert", f"{words}{index}"),
            span=Span(0, len(words)),
            text=words,
            sentence=0,
            origin=f"{words} origin",
        )
        for index, a in enumerate((article, other))
    )
    evidence = tuple(Evidence(c.article, "text", 0, len(words), words, c.value.normalized) for c in claims)
    long = Evidence(article.id, "text", len(words) + 2, len(words) + 202, LONG_WORD[:200], LONG_WORD[:200])
    in_title = Evidence(article.id, "title", 6, 6 + len(words), words, "title")
    why = Why(LINK, f"differs {words}", f"clears {words}")
    finding = Finding(
        'x"1"', "f", "q", "fig<ures>", Kind.CONTRADICTION, Severity.ERROR, 0.5, words, words, why, (words,),
        (*evidence, long, in_title), "e<1>",
    )  # fmt: skip
    single = dataclasses.replace(finding, id="x'1'", kind=Kind.SINGLE_SOURCE, severity=Severity.NOTE, evidence=(long,))
    return Report(
        articles=(article, other),
        events=(Event("e<1>", words, (article.id, other.id)),),
        claims=claims,
        questions=(),
        findings=(finding, single),
        sources=(),
        inputs=(Input(words, InputStatus.UNREADABLE, words),),
    )


def crowded(count: int = 500) -> Report:
    """Very many findings, some with more answers than there are colours."""
    base = sample()
    findings = tuple(
        dataclasses.replace(finding, id=f"{finding.id}.{round}", fingerprint=f"{finding.fingerprint}.{round}")
        for round in range(-(-count // len(base.findings)))
        for finding in base.findings
    )[:count]
    many = tuple(
        dataclasses.replace(evidence, value=f"answer {index}")
        for index, evidence in enumerate(base.findings[2].evidence * 10)
    )
    return dataclasses.replace(base, findings=(dataclasses.replace(findings[0], id="W1", evidence=many), *findings))
