"""Reads a sentence as a telling: its content words, names and figures, and the part that each plays."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from checker.factuality.negation import is_negator
from checker.factuality.rates import is_multiple
from checker.factuality.substitutes import is_demonym
from checker.factuality.wordings import load_wordings
from checker.lexicon import familiarity
from checker.model import Document, Mention, MentionKind, Polarity, Role, Sentence, Token
from checker.values.entities import fold_name
from checker.values.quantities import Quantity
from checker.values.tellings import Telling, Unit, UnitKind
from checker.values.times import TimeValue

NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE})
TIMES = frozenset({MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET})
FIGURES = frozenset({MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT, MentionKind.ORDINAL})
PROPER = frozenset({"NNP", "NNPS"})
KINDS = {"N": UnitKind.NOUN, "V": UnitKind.VERB, "J": UnitKind.ADJECTIVE, "R": UnitKind.ADVERB}
LIGHT = frozenset({"be", "have", "do", "'s", "s", "'", "’s", "’"})
PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "their", "its", "i", "we", "you"})
THINGS = frozenset({"obj", "obl", "nsubj", "nsubj:pass"})
SELDOM = 0.15
"""The least weight of a unit."""

NAME_WEIGHT, FIGURE_WEIGHT, SMALL_WEIGHT = 1.0, 0.7, 0.2


def read_telling(document: Document, sentence: Sentence) -> Telling:
    """The units of a sentence."""
    tokens = document.sentence_tokens(sentence)
    groups = _group(document, tokens, list(document.mentions_touching(sentence.span)))
    place = {token.index: n for n, (members, _) in enumerate(groups) for token in members}
    denied, unreal, doers = _denied(document, sentence), _open(document, sentence), _doers(document, sentence)
    clauses = [c for c in document.clauses_touching(sentence.span) if c.sentence == sentence.index and not c.nominal]
    units: list[Unit] = []
    last = sentence.first
    for members, mention in groups:
        small = [t.text.lower() for t in document.tokens[last : members[0].index] if t.text[:1].isalnum()]
        around = [c for c in clauses if c.span.contains(members[0].span)]
        clause = min(around, key=lambda c: c.span.end - c.span.start).index if around else -1
        units.append(_unit(document, members, mention, place, tuple(small), denied, unreal, clause, doers))
        last = members[-1].index + 1
    return Telling(tuple(_join_places(document, units)))


def _join_places(document: Document, units: list[Unit]) -> list[Unit]:
    """The units of a sentence, those left alone that a parse takes for a row of two: "in Harrowgate, Kent"."""
    joined = [*units]
    for n, (one, other) in enumerate(pairwise(units)):
        rows = [u for u in units if u.listed and (u.head, u.role) == (one.head, one.role)]
        names = one.kind is other.kind is UnitKind.NAME and "place" in (one.named, other.named)
        if names and rows == [one, other] and document.text[one.end : other.start].strip() == ",":
            joined[n] = replace(one, listed=False)
            joined[n + 1] = replace(other, listed=False, head=n, role="mod")
    return joined


def list_words(document: Document, *sentences: Sentence) -> frozenset[str]:
    """The words of sentences, as written and as lemmas, and the names in them; in lower case."""
    words = document.once(_words_by_sentence)
    return frozenset().union(*(words[sentence.index] for sentence in sentences))


def _words_by_sentence(document: Document) -> list[frozenset[str]]:
    found = []
    for sentence in document.sentences:
        words = {w.lower() for t in document.sentence_tokens(sentence) for w in (t.text, t.lemma)}
        words.update(m.text.lower() for m in document.mentions_in(sentence.span, *NAMED))
        found.append(frozenset(words))
    return found


def _group(
    document: Document, tokens: tuple[Token, ...], mentions: list[Mention]
) -> list[tuple[list[Token], Mention | None]]:
    """The tokens of each unit, with the mention that makes them one."""
    groups: list[tuple[list[Token], Mention | None]] = []
    order = sorted(
        (
            m
            for m in mentions
            if m.kind in TIMES | FIGURES or (m.kind in NAMED and m.text[:1].isupper() and not _is_pronoun(m))
        ),
        key=lambda m: (m.kind in NAMED, m.span.start - m.span.end),
    )
    holder: dict[int, Mention] = {}
    for mention in order:
        for token in document.tokens_touching(mention.span):
            if mention.span.contains(token.span):
                holder.setdefault(token.index, mention)
    for token in tokens:
        held = holder.get(token.index)
        if held is not None and groups and groups[-1][1] is held:
            groups[-1][0].append(token)
        elif held is not None and not (held.kind in NAMED and token.tag == "DT"):
            groups.append(([token], held))
        elif held is None and token.tag in PROPER and groups and _continues(groups[-1], token):
            groups[-1][0].append(token)
        elif _counts(token):
            groups.append(([token], None))
    return groups


def _is_pronoun(mention: Mention) -> bool:
    return mention.text.lower() in PRONOUNS


def _continues(group: tuple[list[Token], Mention | None], token: Token) -> bool:
    """Whether a proper noun goes on a name that no mention holds ("Grand" "Prix")."""
    last = group[0][-1]
    return group[1] is None and last.tag in PROPER and last.index + 1 == token.index


def _counts(token: Token) -> bool:
    text = token.text.lower()
    words = load_wordings()
    if not (text.isalnum() or any(c.isalnum() for c in text)) or text in LIGHT or token.lemma.lower() in LIGHT:
        return False
    if text in words.quantified or text in words.possessives:
        return True
    if token.dep in {"aux", "aux:pass", "cop", "mark", "case", "fixed"} and not token.tag.startswith("N"):
        return False
    if text in words.passed and token.tag in {"NN", "NNS"} and token.dep in THINGS:  # "broke his back"
        return True
    if text in words.passed or is_negator(text):
        return text in words.adverbs
    return token.tag == "CD" or token.tag[:1] in KINDS or text[:1].isdigit()


def _unit(
    document: Document,
    members: list[Token],
    mention: Mention | None,
    place: dict[int, int],
    before: tuple[str, ...],
    denied: frozenset[int],
    unreal: frozenset[int],
    clause: int,
    doers: dict[int, tuple[frozenset[str], str]],
) -> Unit:
    words = load_wordings()
    own = {t.index for t in members}
    top = next((t for t in members if t.head not in own or t.head == t.index), members[-1])
    text = " ".join(t.text for t in members)
    lowered = text.lower()
    kind, named, value = UnitKind.NOUN, "", None
    lemma = " ".join(t.lemma.lower() for t in members)
    if mention is not None and mention.kind in NAMED:
        kind, lemma = UnitKind.NAME, lowered
        named = "demonym" if is_demonym(lowered) else mention.kind.value
    elif mention is not None and mention.kind is MentionKind.NUMBER and is_multiple(document, mention):
        kind = UnitKind.ADVERB
    elif mention is not None:
        kind = UnitKind.TIME if mention.kind in TIMES else UnitKind.NUMBER
        value = mention.value if isinstance(mention.value, Quantity | TimeValue) else None
    elif lowered in words.quantified:
        kind, lemma = UnitKind.QUANTIFIER, lowered
    elif lowered in words.possessives:
        kind, lemma = UnitKind.POSSESSIVE, lowered
    elif members[0].tag in PROPER or (members[0].tag.startswith("J") and members[0].text[:1].isupper()):
        kind, lemma, named = UnitKind.NAME, lowered, "demonym" if is_demonym(lowered) else ""
    elif members[0].tag == "CD" or lowered[:1].isdigit():
        kind = UnitKind.NUMBER
    else:
        kind = KINDS.get(members[0].tag[:1], UnitKind.NOUN)
    role, head, listed = _role(document, top, place, own)
    weight = (
        NAME_WEIGHT
        if kind is UnitKind.NAME
        else FIGURE_WEIGHT
        if kind in {UnitKind.NUMBER, UnitKind.TIME}
        else SMALL_WEIGHT
        if kind in {UnitKind.QUANTIFIER, UnitKind.POSSESSIVE}
        else max(SELDOM, familiarity(lemma))
    )
    span = members[0].span.start, members[-1].span.end
    doer, doer_kind = doers.get(top.index, (frozenset[str](), ""))
    return Unit(
        text,
        lemma,
        kind,
        head,
        role,
        before,
        weight,
        *span,
        clause,
        bool(own & denied),
        listed,
        named=named,
        full=_full_name(document, mention),
        open=bool(own & unreal),
        value=value,
        doer=doer,
        doer_kind=doer_kind,
    )


def _full_name(document: Document, mention: Mention | None) -> frozenset[str]:
    """The folded words of the fullest name that the article gives to whoever a mention names."""
    entity = document.entities.get(mention.entity or "") if mention is not None and mention.kind in NAMED else None
    return frozenset(fold_name(entity.name).split()) if entity is not None else frozenset()


ROW, LEADING = 11, 8
"""Tokens behind a word in which another of its row begins; before one, in which its preposition stands."""


def _hanging(document: Document) -> tuple[frozenset[int], dict[int, str]]:
    """The words that others are joined to in a row, and the first preposition of each word, by token."""
    joined: set[int] = set()
    cases: dict[int, str] = {}
    for token in document.tokens:
        if token.dep == "conj" and token.head < token.index <= token.head + ROW:
            joined.add(token.head)
        elif token.dep == "case" and token.head - LEADING <= token.index < token.head and token.lemma:
            cases.setdefault(token.head, token.lemma.lower())
    return frozenset(joined), cases


def _role(document: Document, token: Token, place: dict[int, int], own: set[int]) -> tuple[str, int, bool]:
    """The part that a word plays, the unit it plays it for, and whether it is one of several in a row."""
    joined, cases = document.once(_hanging)
    listed = token.index in joined
    while token.dep == "conj" and token.head != token.index:
        token, listed = document.tokens[token.head], True
    dep = token.dep
    if dep in {"nsubj", "nsubj:outer"}:
        role = "subj"
    elif dep in {"nsubj:pass", "obj", "iobj"}:
        role = "obj"
    elif dep == "nmod:poss":
        role = "poss"
    elif dep in {"amod", "compound", "nmod:desc", "flat", "nummod", "det"}:
        role = "mod"
    elif dep.startswith(("obl", "nmod")):
        role = cases.get(token.index, "bare")
    elif dep.startswith("advmod"):
        role = "adv"
    else:
        role = "pred"
    at, steps = token, 0
    while steps < 12 and at.head != at.index:
        at, steps = document.tokens[at.head], steps + 1
        if at.index in place and at.index not in own:
            return ("subj" if role == "by" else role), place[at.index], listed
    return role, -1, listed


OPENING = frozenset({"should", "could", "would", "might", "may", "must", "ought"})
"""Auxiliaries of what is not told as so."""


def _open(document: Document, sentence: Sentence) -> frozenset[int]:
    """The heads of the clauses of a sentence that tell what should, could or may be."""
    return frozenset(
        clause.head
        for clause in document.clauses_touching(sentence.span)
        if clause.conditional or OPENING & {*clause.auxiliaries}
    )


def _doers(document: Document, sentence: Sentence) -> dict[int, tuple[frozenset[str], str]]:
    """For the verbs of a sentence the folded words of the name of who does it, and what the name names."""
    doers: dict[int, tuple[frozenset[str], str]] = {}
    for clause in document.clauses_touching(sentence.span):
        agent = clause.argument(Role.AGENT)
        entity = document.entities.get(agent.entity or "") if agent is not None else None
        if agent is None or entity is None or clause.nominal or entity.kind not in NAMED:
            continue
        named = [m for m in document.mentions_in(agent.span) if m.kind in NAMED and m.text[:1].isupper()]
        # Whom a pronoun or a role stands for is not sure enough; and of two names, one is only the other's.
        if {m.entity for m in named} != {entity.key} or any(_is_pronoun(m) for m in named):
            continue
        doers[clause.head] = frozenset(fold_name(entity.name).split()), entity.kind.value
    return doers


def _denied(document: Document, sentence: Sentence) -> frozenset[int]:
    """The heads of the clauses that are denied in a sentence."""
    heads: set[int] = set()
    for clause in document.clauses_touching(sentence.span):
        if clause.polarity is Polarity.NEGATIVE:
            heads.add(clause.head)
            if document.tokens[clause.head].lemma.lower() in LIGHT:  # "has no funds" denies the funds
                heads.update(a.head for a in clause.arguments if a.role in {Role.PATIENT, Role.ATTRIBUTE})
    return frozenset(heads)
