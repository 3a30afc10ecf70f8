"""Spreads: of how much of a group something is said (all schools, only the eastern towns, coal and nothing else).

Three kinds of statement meet here: quantified groups ("every school", "most schools", "no school"), lists ("coal, oil
and gas"), and what is left out or alone in ("oil was struck out", "coal only"). A list excludes that one of its members
is left out, or that another is the only one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from checker.factuality.assertions import is_narrowed, load_status_words, stage_of
from checker.factuality.phrase_matches import match_aspects
from checker.language.phrases import clause_at, word_of
from checker.language.trees import NOUN_TAGS
from checker.model import Argument, BlockKind, Clause, Document, Polarity, Role, Span, Token
from checker.values.status import CONSIDERED

LONGEST_LIST = 6


@dataclass(frozen=True, slots=True)
class Spread:
    """A statement of how much: its ``kind`` (all, part, none, list, in, only, out), and the lemmas it names.

    ``about`` is the group, the head's lemma first; of a list its members; ``focus`` the words that say it; ``answers``
    what the clause says of it, as answers to aspects ("access.shut").
    """

    kind: str
    clause: Clause
    about: tuple[str, ...]
    focus: Span
    denied: bool = False
    answers: frozenset[str] = frozenset()


@cache
def load_spread_words() -> Mapping[str, frozenset[str]]:
    """Read the word lists of ``data/spreads.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "spreads.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def read_spreads(document: Document) -> Iterator[Spread]:
    """Every such statement of a document, in reading order."""
    yield from _read_taken(document)
    for clause in document.clauses:
        sentence = document.sentences[clause.sentence]
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or clause.nominal or clause.conditional:
            continue
        if "?" in sentence.text or not clause.predicate or stage_of(document, clause) in {None, CONSIDERED}:
            continue
        found = [s for argument in clause.arguments for s in _read_argument(document, clause, argument)]
        if (out := _left_out(document, clause)) is not None:
            found = [one for one in found if one.kind != "list" or not {*one.about} & {*out.about}]
            found.append(out)
        if found:
            answers = _answers(document, clause)
            yield from (replace(one, answers=answers) for one in found)


def _answers(document: Document, clause: Clause) -> frozenset[str]:
    tokens = [t for t in document.sentence_tokens(document.sentences[clause.sentence]) if clause.span.overlaps(t.span)]
    return frozenset(f"{m.phrase.aspect}.{m.phrase.pole}" for m in match_aspects(tokens))


def _read_taken(document: Document) -> Iterator[Spread]:
    """What a sentence names as one of a group: "including those of patients", "commanders among them"."""
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or "?" in sentence.text:
            continue
        tokens = document.sentence_tokens(sentence)
        texts = [t.text.lower() for t in tokens]
        yield from _read_nothing_else(document, tokens, texts)
        for at in (i for i, w in enumerate(texts) if i and w in load_spread_words()["taking"]):
            if texts[at] == "included":
                if tokens[at].dep.startswith(("aux", "root")) or texts[at + 1 : at + 2] not in (
                    [],
                    ["."],
                    [","],
                    [";"],
                ):
                    continue  # "the list included them"
                nouns = [t for t in tokens[max(0, at - 2) : at] if t.tag in NOUN_TAGS]
            elif texts[at] == "among" and texts[at + 1 : at + 2] == ["them"]:
                nouns = [t for t in tokens[max(0, at - 2) : at] if t.tag in NOUN_TAGS]
            elif texts[at] == "among":
                continue
            else:
                nouns = [t for t in tokens[at + 1 : at + 6] if t.tag in NOUN_TAGS]
            around = document.clauses_touching(sentence.span)
            clause = clause_at(document, tokens[at].span) or next(
                (c for c in around if c.sentence == sentence.index), None
            )
            if nouns and clause is not None:
                span = Span(
                    min(tokens[at].span.start, nouns[0].span.start), max(nouns[-1].span.end, tokens[at].span.end)
                )
                yield Spread("in", clause, tuple(word_of(t) for t in reversed(nouns)), span)


def _read_nothing_else(document: Document, tokens: Sequence[Token], texts: Sequence[str]) -> Iterator[Spread]:
    """The only one, in as many words: "coal and nothing else", "nothing but coal"."""
    for at, (word, following) in enumerate(pairwise(texts)):
        if word != "nothing" or following not in {"else", "but"}:
            continue
        near = tokens[max(0, at - 4) : at] if following == "else" else tokens[at + 2 : at + 6]
        nouns = [t for t in near if t.tag in NOUN_TAGS]
        noun = nouns[-1] if nouns and following == "else" else _run_end(nouns)
        clause = clause_at(document, noun.span) if noun is not None else None
        if noun is not None and clause is not None:
            ends = (noun.span, tokens[at + 1].span)
            span = Span(min(s.start for s in ends), max(s.end for s in ends))
            yield Spread("only", clause, (word_of(noun),), span)


def _read_argument(document: Document, clause: Clause, argument: Argument) -> Iterator[Spread]:
    words = load_spread_words()
    tokens = [document.tokens[i] for i in argument.tokens]
    if not tokens or any(t.tag in {"VBZ", "VBD", "MD"} for t in tokens):
        return  # a whole clause taken for an argument
    denied = clause.polarity is Polarity.NEGATIVE
    first = tokens[0].index
    before = document.tokens[first - 1].text.lower() if first else ""
    after = document.tokens[tokens[-1].index + 1].text.lower() if tokens[-1].index + 1 < len(document.tokens) else ""
    texts = [t.text.lower() for t in tokens]
    members = list_members(tokens)
    if len(members) > 1 and not denied and "nothing" not in texts:
        yield Spread("list", clause, members, argument.span)
    head = _group_head(document, argument, tokens)
    if clause.copula and argument.role is Role.ATTRIBUTE:
        return
    if head is None:
        of = next((a for a in clause.arguments if a.preposition == "of" and a is not argument), None)
        if document.tokens[argument.head].tag == "CD" and of is not None and document.tokens[of.head].tag in NOUN_TAGS:
            yield Spread("part", clause, of.lemmas, argument.span, denied)  # "of the 14 paintings, nine were found"
        return
    about = _words_of(head, tokens)
    only = (
        before in words["only"] or texts[0] in words["only"] or after in {"only", "alone"} or _limits(clause, argument)
    )
    if only and not denied and not any(t.tag == "CD" for t in tokens[:2]) and before != "not" and len(members) < 2:
        yield Spread("only", clause, about, argument.span)
        return
    lead = {texts[0], *(texts[1:2] if texts[0] == "the" else ())}
    if lead & words["all"] and before != "not":
        if not denied or lead & {"whole", "entire"}:
            yield Spread("all", clause, about, argument.span)
    elif (before == "not" and lead & words["all"]) or lead & words["part"] or _is_share(tokens):
        yield Spread("part", clause, about, argument.span, denied and before != "not")
    elif lead & words["none"]:
        yield Spread("none", clause, about, argument.span)


def _limits(clause: Clause, argument: Argument) -> bool:
    words = load_spread_words()
    return argument.preposition == "to" and clause.predicate in words["limiting"]


def _is_share(tokens: Sequence[Token]) -> bool:
    """Whether a phrase takes so many of so many: "five of the six unions"."""
    of = next((i for i, t in enumerate(tokens) if t.text.lower() == "of"), None)
    return of is not None and of > 0 and tokens[of - 1].tag == "CD" and any(t.tag == "CD" for t in tokens[of:])


def _group_head(document: Document, argument: Argument, tokens: Sequence[Token]) -> Token | None:
    """The noun that a quantified phrase is of: the one behind "of" where the head only counts ("all of the files")."""
    head = document.tokens[argument.head]
    counts = head.text.lower() in {
        "all",
        "one",
        "each",
        "every",
        "both",
        "none",
        "most",
        "half",
        "some",
        "part",
        "whole",
    }
    if counts or head.tag == "CD":
        of = next((i for i, t in enumerate(tokens) if t.text.lower() == "of"), None)
        if of is None:
            return None
        behind = tokens[of + 1 :]
        owners = {t.index for t, after in pairwise(behind) if after.tag == "POS"}
        return _run_end([t for t in behind if t.tag in NOUN_TAGS and t.index not in owners])
    return head if head.tag in NOUN_TAGS and argument.lemma not in load_status_words().vague else None


def _run_end(nouns: Sequence[Token]) -> Token | None:
    if not nouns:
        return None
    last = nouns[0]
    for token in nouns[1:]:
        if token.index != last.index + 1:
            break
        last = token
    return last


def _words_of(head: Token, tokens: Sequence[Token]) -> tuple[str, ...]:
    quantifiers = load_spread_words()
    skip = quantifiers["all"] | quantifiers["part"] | quantifiers["only"]
    others = [t for t in tokens if t.index != head.index and (t.tag in NOUN_TAGS or t.tag.startswith("JJ"))]
    return (word_of(head), *(w for w in (word_of(t) for t in others) if w not in skip))


def list_members(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The nouns that a phrase lists: "coal, oil and gas"; none where it lists nothing."""
    if not any(t.text.lower() in {"and", "&"} for t in tokens) or any(t.tag == "POS" for t in tokens):
        return ()
    stop = next(i for i, t in enumerate(tokens) if t.text.lower() in {",", "and", "&", ";"})
    opening = max((i + 1 for i in range(stop) if tokens[i].tag in {"IN", "TO"}), default=0)
    tokens = tokens[opening:]  # "the use of coal, oil and gas"
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.text.lower() in {",", "and", "&", ";"}:
            runs.append([])
        else:
            runs[-1].append(token)
    if any(t.tag in {"IN", "TO", "WDT", "WP"} or t.tag.startswith("VB") for run in runs[:-1] for t in run[1:]):
        return ()
    members: list[str] = []
    for run in runs:
        nouns = [t for t in run if t.tag in NOUN_TAGS]
        ending = _run_end(nouns)
        if run is runs[-1] and len(nouns) > 1 and nouns[-1].index == nouns[0].index + len(nouns) - 1:
            members.extend(word_of(t) for t in nouns)  # "diesel and petrol cars"
        elif ending is not None and ending.tag in {"NNP", "NNPS"}:
            return ()  # names stand in lists of all kinds
        elif ending is not None:
            members.append(word_of(ending))
        elif len(run) == 1 and run[0].tag.startswith("JJ"):
            members.append(run[0].text.lower())
        elif run:
            return ()
    return tuple(dict.fromkeys(members)) if 1 < len(members) <= LONGEST_LIST else ()


def _left_out(document: Document, clause: Clause) -> Spread | None:
    """What a clause leaves out: "oil was struck from the text", "agency staff get nothing", "no files were taken"."""
    words = load_spread_words()
    denied = clause.polarity is Polarity.NEGATIVE
    first = clause.predicate.split()[0]
    leaves = clause.predicate in words["leaving"] or (
        first in {"leave", "keep"} and {"out", "alone"} & {*clause.adverbs, clause.particle}
    )
    from_text = any(a.preposition in {"from", "out of", "of"} and a.lemma in words["texts"] for a in clause.arguments)
    leaves = leaves or (first in words["taking_from"] and from_text)
    patient, agent = clause.argument(Role.PATIENT), clause.argument(Role.AGENT)
    thing = patient or agent
    if clause.copula:
        thing = agent
    if patient is not None and patient.lemma in words["nothing"] and first in words["getting"]:
        leaves, denied, thing = True, False, agent
    elif not leaves and denied and first in words["including"] and not is_narrowed(document, clause):
        leaves, denied = True, False
    if not leaves or denied or thing is None or thing.lemma in load_status_words().vague:
        return None
    behind = document.tokens[thing.head + 1] if thing.head + 1 < len(document.tokens) else None
    if document.tokens[thing.head].tag not in NOUN_TAGS or (behind is not None and behind.tag == "POS"):
        return None
    span = Span(min(thing.span.start, clause.predicate_span.start), max(thing.span.end, clause.predicate_span.end))
    members = list_members([document.tokens[i] for i in thing.tokens])
    return Spread("out", clause, members or thing.lemmas, span)
