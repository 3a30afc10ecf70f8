"""Quotations of one utterance in other words: found by the words themselves, whoever is said to speak.

Two passages that stand in marks, or one in marks and one in the first person, are set side by side where they share a
run of words. One word of weight put for another, or left out, in else the same sentence contradicts; other differences
of wording are framing: the one may be a translation, or was mended. Nothing is said where an article has both versions
(somebody says a thing twice), where the two are given to two people, or where they differ only in where they are cut.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.attribution.denials import find_denial
from checker.attribution.nearby import is_named_near
from checker.attribution.verbatim import Passage, read_passages
from checker.comparing.findings import SEVERITIES
from checker.comparing.fingerprints import fingerprint, key_question
from checker.lexicon import similarity
from checker.linking.sets import Sets
from checker.model import (
    Article,
    Claim,
    Document,
    Evidence,
    Finding,
    Kind,
    LinkLevel,
    MentionKind,
    Relation,
    Rule,
    Span,
    Why,
)
from checker.values.misquoted import Misquote, compare_verbatim
from checker.values.verbatim import GAP, Word, read_verbatim
from checker.values.wording import is_weighty

RULE = "quotes"
"""The rule that the findings belong to."""

RUN = 3
"""Words in a row, one of weight among them, by which two passages are set side by side."""

COMMON = 24
"""Passages that share such a run from which it is a phrase that everybody uses."""

ALIKE = 0.5
"""Likeness of two words (``checker.lexicon.similarity``) from which they can be two translations of one."""

PULLED = 10
"""Words that a quotation and a passage without marks share at least."""

DENIED_BY_ONE, DENIED_BY_ANYBODY = 3, 6
"""Words that a sentence has beside its denial where one person is known to speak, and where nothing tells of one."""

AROUND = 3
"""Words before and behind a difference that are cited with it."""

OPENING = 6
"""Words by which an utterance is named whose speaker is not known."""

CITED = 200
"""Characters of a passage that are cited at most."""


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Passage
    other: Passage
    found: Misquote


def find_misquotes(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    rules: Mapping[str, Rule],
    joined: Mapping[tuple[str, str], str],
    event: str,
    articles: Mapping[str, Article],
) -> list[Finding]:
    """A finding for each utterance that is quoted in words that differ; none where the rule is off.

    ``joined`` gives the event's entities by article and entity.
    """
    if RULE not in rules:
        return []
    by_id = {document.article.id: document for document in documents}
    passages = [passage for document in documents for passage in read_passages(document)]
    pairs = [pair for pair in _pairs(passages, by_id, joined) if not _has_both(pair, by_id)]
    origin = {claim.article: claim.origin for claim in claims}
    return [_state(group, by_id, rules[RULE], origin, event, articles) for group in _group(pairs)]


def _pairs(
    passages: Sequence[Passage], documents: Mapping[str, Document], joined: Mapping[tuple[str, str], str]
) -> Iterator[_Pair]:
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        words = passage.folded
        for run in {words[at : at + RUN] for at in range(len(words) - RUN + 1)}:
            if GAP not in run and any(is_weighty(word) for word in run):
                holders[run].append(number)
    near = {pair for held in holders.values() if 1 < len(held) <= COMMON for pair in combinations(held, 2)}
    for a, b in sorted(near):
        one, other = passages[a], passages[b]
        if one.folded == other.folded or not (one.marked or other.marked):
            continue
        if one.article == other.article and one.marked == other.marked:
            continue  # who speaks at length says things more than once
        known = _have_one_speaker(one, other, documents, joined)
        if known is None:
            continue
        both = one.marked and other.marked and one.article != other.article
        known = known or (both and _is_near(one, other, documents))
        if (denied := _read_denial(one, other, known=known)) is not None:
            yield _Pair(one, other, denied)
            continue
        if one.headline or other.headline:
            continue  # it may be shortened, and is turned round only where it denies
        found = compare_verbatim(one.folded, other.folded, _are_near, known=known, ends=(one.end, other.end))
        if found is not None and (one.marked is other.marked or _is_pulled(found)):
            yield _Pair(one, other, found)


def _read_denial(
    one: Passage,
    other: Passage,
    *,
    known: bool,
) -> Misquote | None:
    """A contradiction where one passage denies what the other asserts in else the same words.

    The fewer they are, the surer it has to be that one person spoke.
    """
    if one.article == other.article:
        return None
    found = find_denial(one.folded, other.folded)
    if found is None:
        return None
    both = one.marked and other.marked and (found.shared >= DENIED_BY_ANYBODY or (one.opens and other.opens))
    if found.shared < (DENIED_BY_ONE if known and both else DENIED_BY_ANYBODY) or not (known or found.whole):
        return None
    return Misquote(Relation.CONTRADICT, found.one, found.other, found.shared, 1)


def _is_near(one: Passage, other: Passage, documents: Mapping[str, Document]) -> bool:
    """Whether whom one article gives as the speaker is named near the words in the other, which gives nobody."""
    for given, left in ((one, other), (other, one)):
        entity = documents[given.article].entities.get(given.speaker or "")
        if entity is None or entity.kind is not MentionKind.PERSON or _is_person(left, documents):
            continue
        if is_named_near(documents[left.article], left.span, entity.name):
            return True
    return False


def _is_person(passage: Passage, documents: Mapping[str, Document]) -> bool:
    entity = documents[passage.article].entities.get(passage.speaker or "")
    return entity is not None and entity.kind is MentionKind.PERSON


def _is_pulled(found: Misquote) -> bool:
    """Whether a passage without marks is a quotation, set apart or posted, with a word changed."""
    return found.relation is Relation.CONTRADICT and found.shared >= PULLED


def _are_near(one: str, other: str) -> bool:
    return similarity(one, other) >= ALIKE


def _have_one_speaker(
    one: Passage, other: Passage, documents: Mapping[str, Document], joined: Mapping[tuple[str, str], str]
) -> bool | None:
    """Whether one speaker is given for both; False where that is open, None where they are two."""
    if one.speaker is None or other.speaker is None:
        return False
    keys = [joined.get((p.article, p.speaker or ""), p.speaker) for p in (one, other)]
    if keys[0] == keys[1]:
        return True
    entities = [documents[p.article].entities.get(p.speaker or "") for p in (one, other)]
    kinds = {entity.kind if entity is not None else None for entity in entities}
    return None if len(kinds) == 1 and kinds <= {MentionKind.PERSON, MentionKind.ORGANISATION} else False


def _has_both(pair: _Pair, documents: Mapping[str, Document]) -> bool:
    """Whether an article of the two gives the other's wording as well, anywhere."""
    if pair.one.article == pair.other.article:
        return False
    for mine, at, article in (
        (pair.one, pair.found.one, pair.other.article),
        (pair.other, pair.found.other, pair.one.article),
    ):
        words = mine.folded[max(0, at[0] - AROUND) : at[1] + AROUND]
        if at[0] < at[1] and _holds(documents[article].once(_fold_text), words):
            return True
    return False


def _fold_text(document: Document) -> tuple[str, ...]:
    return tuple(word.text for word in read_verbatim(document.text))


def _holds(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[at : at + len(run)] == run for at, word in enumerate(words) if word == run[0])


def _group(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs of one utterance together, the contradictions among them alone if there are any."""
    name = {id(p): p for pair in pairs for p in (pair.one, pair.other)}
    keys = {key: f"{p.article} {p.span.start}" for key, p in name.items()}
    sets = Sets(keys.values())
    for pair in pairs:
        sets.join(keys[id(pair.one)], keys[id(pair.other)])
    groups: dict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        groups[sets.find(keys[id(pair.one)])].append(pair)
    return [
        [p for p in group if p.found.relation is Relation.CONTRADICT] or group for _, group in sorted(groups.items())
    ]


def _state(
    group: Sequence[_Pair],
    documents: Mapping[str, Document],
    rule: Rule,
    origin: Mapping[str, str],
    event: str,
    articles: Mapping[str, Article],
) -> Finding:
    best = max(group, key=lambda pair: pair.found.shared)
    kind = Kind.CONTRADICTION if best.found.relation is Relation.CONTRADICT else Kind.FRAMING
    cited: dict[tuple[str, Span], tuple[Passage, tuple[int, int]]] = {}
    for pair in (best, *group):
        for passage, at in ((pair.one, pair.found.one), (pair.other, pair.found.other)):
            cited.setdefault((passage.article, passage.span), (passage, at))
    ordered = sorted(cited.values(), key=lambda c: list(articles).index(c[0].article))
    versions: dict[tuple[str, ...], list[str]] = defaultdict(list)
    shown: dict[tuple[str, ...], str] = {}
    written: dict[tuple[str, ...], str] = {}
    for passage, at in ordered:
        text = documents[passage.article].text
        versions[passage.folded].append(articles[passage.article].source or passage.article)
        shown.setdefault(passage.folded, _write(text, passage.words[max(0, at[0] - AROUND) : at[1] + AROUND]))
        written.setdefault(passage.folded, _write(text, passage.words))
    message = " beside ".join(
        f"“{shown[words]}” ({', '.join(dict.fromkeys(names))})" for words, names in versions.items()
    )
    subject = {word for word in best.one.folded if word in best.other.folded and is_weighty(word)}
    values = sorted(" ".join(words) for words in versions)
    share = best.found.shared / min(len(best.one.words), len(best.other.words))
    sources = {name: articles[name].source or name for name in articles}
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, kind, subject, values),
        question_key=key_question(RULE, subject),
        rule=RULE,
        kind=kind,
        severity=rule.severity if kind is Kind.CONTRADICTION else SEVERITIES[kind],
        confidence=round(min(0.95, 0.5 + best.found.shared / 40), 2),
        question=_ask((passage for passage, _ in ordered), documents),
        message=message,
        why=Why(
            (LinkLevel("words", round(min(1.0, share), 3)),),
            _tell(best),
            "check the recording or the transcript, and quote the words that were said",
        ),
        origins=tuple(sorted({origin.get(p.article) or sources[p.article] for p, _ in ordered})),
        evidence=tuple(_cite(documents[p.article].text, p, at, written[p.folded]) for p, at in ordered),
        event=event,
        answers=tuple((value,) for value in sorted(set(written.values()))),
    )


def _tell(pair: _Pair) -> str:
    """The words that differ, of one version and the other."""
    left, right = (
        " ".join(passage.folded[slice(*at)])
        for passage, at in ((pair.one, pair.found.one), (pair.other, pair.found.other))
    )
    told = f"“{left}” beside “{right}”" if left and right else f"“{left or right}” in one alone"
    more = "" if pair.found.places == 1 else ", and other words"
    return f"{told}{more}; {pair.found.shared} words are the same in both"


def _ask(passages: Iterable[Passage], documents: Mapping[str, Document]) -> str:
    """The question in the name that most articles give to the speaker; by the words where none gives one."""
    found = list(passages)
    entities = (documents[p.article].entities.get(p.speaker or "") for p in found)
    names = Counter(entity.name for entity in entities if entity is not None)
    if names:
        return f"what did {max(names, key=lambda name: (names[name], len(name), name))} say?"
    words = found[0].span.of(documents[found[0].article].text).split()
    return f"what are the words: “{' '.join(words[:OPENING]).rstrip('.,;:')}…”?"


def _write(text: str, words: Sequence[Word]) -> str:
    """Words as they are written."""
    return " ".join(text[words[0].start : words[-1].end].split())


def _cite(text: str, passage: Passage, at: tuple[int, int], value: str) -> Evidence:
    """The passage, or so much of it around the difference as can be cited."""
    start, end = passage.span.start, passage.span.end
    if end - start > CITED:
        middle = passage.words[min(at[0], len(passage.words) - 1)].start
        inside = [word for word in passage.words if middle - CITED // 2 <= word.start]
        start = inside[0].start
        end = max(word.end for word in inside if word.end <= start + CITED)
    return Evidence(passage.article, "text", start, end, text[start:end], value)


def join_misquotes(findings: Iterable[Finding], misquotes: Sequence[Finding]) -> list[Finding]:
    """Findings and misquotes together: of two on the same quotations of the same articles, the louder one."""
    found = list(findings)
    for misquote in misquotes:
        same = [f for f in found if f.rule == RULE and f.kind in LOUDNESS and _is_same(f, misquote)]
        if any(LOUDNESS[f.kind] <= LOUDNESS[misquote.kind] for f in same):
            continue
        found = [f for f in found if f not in same]
        found.append(misquote)
    return found


LOUDNESS = {Kind.CONTRADICTION: 0, Kind.FRAMING: 1}


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two findings cite words of the same quotations of two articles."""
    shared = {
        b.article
        for a in one.evidence
        for b in other.evidence
        if a.article == b.article and a.start < b.end and b.start < a.end
    }
    return len(shared) > 1
