"""Whether a clause states something of its own, and how far what it states has come: weighed, planned or done.

A purpose ("to improve the service"), a wish, a duty, a condition or a question states nothing that another article
could contradict.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from checker.factuality.cues import load_cues
from checker.language.trees import NOUN_TAGS
from checker.model import (
    Argument,
    BlockKind,
    Clause,
    Document,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Span,
    Tense,
    Token,
)
from checker.values.status import CONSIDERED, DONE, PLANNED

STEPS = frozenset({"%", "percent", "per", "cent", "point", "pence", "cents", "basis"})
"""Words for how far something moved: as the object of a verb they are not what moved."""

NOBODY = frozenset({"none", "nothing", "nobody", "nowhere", "one"})
EXCEPT = frozenset({"but", "except", "save"})
"""A word for nobody before one of these leaves somebody out: the clause denies less than everything."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The word lists of ``data/statuses.toml``."""

    considering: frozenset[str]
    persisting: frozenset[str]
    tentative: frozenset[str]
    other: frozenset[str]
    vague: frozenset[str]
    bare: frozenset[str]
    making: frozenset[str]
    narrowing: frozenset[str]


@cache
def load_status_words() -> StatusWords:
    """Read the word lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "statuses.toml").read_text("utf-8"))
    return StatusWords(**{name: frozenset(words) for name, words in data.items()})


def stage_of(document: Document, clause: Clause) -> int | None:
    """CONSIDERED, PLANNED or DONE for what a clause asserts or denies; None when it asserts nothing."""
    return document.once_of(clause, _stage_of)


def _stage_of(document: Document, clause: Clause) -> int | None:
    words = load_status_words()
    if any(t.text.lower() == "whether" for t in _before(document, clause, 3)) and not clause.nominal:
        return CONSIDERED
    if _is_presupposed(document, clause):
        return DONE
    if clause.nominal or clause.conditional or clause.modality is Modality.UNKNOWN or clause.relation == "apposition":
        return None
    if words.other & set(clause.auxiliaries):
        return None
    if words.tentative & set(clause.auxiliaries):
        return CONSIDERED
    governor = document.clauses[clause.governor] if clause.governor is not None else None
    tag = document.tokens[clause.head].tag
    bare = not clause.copula and not clause.auxiliaries
    if bare and tag in {"VB", "VBG", "NN"} and governor is not None:
        return _stage_under(document, clause, governor)
    if bare and tag == "VB" and (before := _before(document, clause, 2)) and before[-1].text.lower() == "to":
        # "Council to reopen tunnel" in a headline; "the council's plans to reopen it" where the verb was not seen.
        planned = load_cues().governors.get(f"noun {before[0].lemma.lower()}") is Modality.PROBABLE
        headline = document.sentences[clause.sentence].kind is BlockKind.HEADLINE and before[0].tag in NOUN_TAGS
        return PLANNED if planned or headline else None
    if bare and tag == "VBG" and document.sentences[clause.sentence].kind is BlockKind.PARAGRAPH:
        return None
    if "would" in clause.auxiliaries or "'d" in clause.auxiliaries:
        return None if _has_condition(document, clause) else PLANNED
    if clause.modality is Modality.POSSIBLE:
        return None
    if clause.tense is Tense.FUTURE or (clause.modality is Modality.PROBABLE and clause.tense is not Tense.PAST):
        return PLANNED
    return DONE


def _is_presupposed(document: Document, clause: Clause) -> bool:
    """Whether a participle is taken as given even in a question: "Why talk while tightening the rules?"."""
    if document.tokens[clause.head].tag != "VBG" or clause.auxiliaries or clause.relation != "adverbial":
        return False
    return any(t.text.lower() in {"while", "after", "despite"} for t in _before(document, clause, 2))


def _stage_under(document: Document, clause: Clause, governor: Clause) -> int | None:
    """The stage of an infinitive or a participle, from the verb above it."""
    words = load_status_words()
    if clause.relation == "conjunct":
        return stage_of(document, governor)
    if clause.relation != "complement":
        marked = any(t.text.lower() in {"after", "by"} for t in _before(document, clause, 2))
        return DONE if marked and document.tokens[clause.head].tag == "VBG" else None
    if governor.predicate.partition(" ")[0] in words.considering:
        return CONSIDERED
    weakest = load_cues().governors.get(governor.predicate, Modality.CERTAIN)
    if Modality.POSSIBLE in (clause.modality, weakest):
        return None
    if Modality.PROBABLE in (clause.modality, weakest) or clause.tense is Tense.FUTURE:
        return PLANNED
    return stage_of(document, governor)


def _before(document: Document, clause: Clause, count: int) -> tuple[Token, ...]:
    first = document.sentences[clause.sentence].first
    return document.tokens[max(first, clause.head - count) : clause.head]


def _has_condition(document: Document, clause: Clause) -> bool:
    sentence = document.sentences[clause.sentence]
    return any(t.text.lower() in {"if", "unless", "were", "otherwise"} for t in document.sentence_tokens(sentence))


def is_narrowed(document: Document, clause: Clause) -> bool:
    """Whether a denial is only of an adverb or a degree: "has not yet signed", "did not permanently damage it"."""
    before = (t.text.lower() for t in document.tokens[max(0, clause.head - 2) : clause.head])
    narrowing = load_status_words().narrowing
    if _excepts(document, clause):
        return True
    return any(w in narrowing or w.endswith("ly") for w in (*clause.adverbs, *before))


def _excepts(document: Document, clause: Clause) -> bool:
    """Whether a denial leaves something out: "none but the youngest won", "found nothing except a shoe"."""
    texts = [t.text.lower() for t in document.sentence_tokens(document.sentences[clause.sentence])]
    return any(a in NOBODY and b in EXCEPT for a, b in pairwise(texts))


def persists(document: Document, clause: Clause) -> bool:
    """Whether a clause says that a state holds on ("will remain shut", "is still open")."""
    words = load_status_words()
    governor = document.clauses[clause.governor].predicate if clause.governor is not None else ""
    return bool(words.persisting & {clause.predicate, governor, *clause.adverbs})


def names_thing(document: Document, argument: Argument | None) -> bool:
    """Whether an argument names something by a noun of its own: no pronoun, no bare number, no "part" or "people"."""
    if argument is None or not argument.lemmas:
        return False
    token = document.tokens[argument.head]
    return token.tag in NOUN_TAGS and argument.lemmas[0] not in load_status_words().vague


def find_thing(document: Document, clause: Clause) -> Argument | None:
    """What a clause is about: its patient, else its agent; failing both, those of the verb that it completes.

    Where the parse gives none, the words that open the sentence stand in ("The pass, long a trade route, will remain
    shut").
    """
    words = load_status_words()
    for _ in range(3):
        patient, agent = clause.argument(Role.PATIENT), clause.argument(Role.AGENT)
        if patient is not None and agent is not None and patient.lemma in STEPS:
            return agent  # "the shares fell 2%"
        if patient is not None or agent is not None:
            return patient or agent
        governor = document.clauses[clause.governor] if clause.governor is not None else None
        if governor is None or governor.predicate not in words.persisting:
            break
        clause = governor
    return _opening(document, clause)


def _opening(document: Document, clause: Clause) -> Argument | None:
    """The run of nouns and adjectives that a sentence opens with, up to its first comma or verb."""
    sentence = document.sentences[clause.sentence]
    run: list[Token] = []
    for token in document.tokens[sentence.first : clause.head]:
        if token.tag in NOUN_TAGS or token.tag.startswith("JJ"):
            run.append(token)
        elif token.tag not in {"DT", "PRP$"} or run:
            break
    if not run or run[-1].tag not in NOUN_TAGS:
        return None
    ordered = [run[-1], *run[:-1]]
    lemmas = tuple(t.text.lower() if t.tag.startswith("NNP") else t.lemma.lower() for t in ordered)
    span = Span(run[0].span.start, run[-1].span.end)
    tokens = tuple(t.index for t in run)
    return Argument(Role.PATIENT, "", run[-1].index, lemmas[0], lemmas, span, span.of(document.text), tokens)


def figures_in(document: Document, span: Span) -> Iterator[str]:
    """A word for each telling figure of a range ("=20%"): clauses that share one are often about one thing.

    Counts below a dozen are too common to tell anything.
    """
    for mention in document.mentions_in(span, MentionKind.MONEY, MentionKind.PERCENT, MentionKind.NUMBER):
        normalized = mention.value.normalized
        if mention.kind is not MentionKind.NUMBER or (normalized.isdigit() and int(normalized) > 12):
            yield f"={normalized}"


def polarity_of(clause: Clause) -> Polarity:
    """Negative where a clause is denied, else positive."""
    return Polarity.NEGATIVE if clause.polarity is Polarity.NEGATIVE else Polarity.POSITIVE
