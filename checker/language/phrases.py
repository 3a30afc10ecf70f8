"""What a value in the text is the value of: the noun it counts, the noun that carries it, the predicate above.

A rule asks for the context of a mention and gets lemmas; the parser's labels stay in this package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.lexicon import base_forms
from checker.model import Clause, Document, Role, Sentence, Span, Token

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
COUNTED_TAGS = NOUN_TAGS - {"NNP"}
"""Nouns that are counted; a single name ("William, 18") is not."""

CONTENT_TAGS = NOUN_TAGS | frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "FW"})
CLIMB = 4
"""Steps up the tree that a value may be from the noun that carries it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a value stands. All fields are lemmas, lower case.

    ``counted``: the noun that a figure counts or measures ("prisoners" in "340 prisoners"); ``modifiers`` its
    adjectives and compounds; ``population`` what a share is a share of ("60 per cent of the homes"); ``carriers`` nouns
    that hold the value ("a penalty of", "the cost was", "Grants:"); ``predicate`` the verb above, ``subject`` and
    ``object`` its nouns.
    """

    counted: str = ""
    modifiers: tuple[str, ...] = ()
    population: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    predicate: str = ""
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    head: int = -1


def tokens_in(document: Document, span: Span) -> list[Token]:
    """The tokens that overlap a range, in order."""
    return list(document.tokens_touching(span))


def sentence_at(document: Document, span: Span) -> Sentence | None:
    """The sentence that a range starts in."""
    tokens = tokens_in(document, span)
    return document.sentences[tokens[0].sentence] if tokens else None


def clause_at(document: Document, span: Span) -> Clause | None:
    """The smallest clause that covers a range; verbal clauses before fragments and nominal ones."""
    tokens = {t.index for t in tokens_in(document, span)}
    if not tokens:
        return None
    holding = [c for c in document.clauses_touching(span) if c.span.contains(span)]
    if not holding:
        sentence = document.tokens[min(tokens)].sentence
        holding = [c for c in document.clauses_touching(span) if c.sentence == sentence and c.span.overlaps(span)]
    return min(holding, key=lambda c: (c.nominal, c.span.end - c.span.start, c.index), default=None)


def children(document: Document, token: Token, *deps: str) -> Iterator[Token]:
    """The dependents of a token with one of the relations (subtypes included), in order."""
    sentence = document.sentences[token.sentence]
    for other in document.sentence_tokens(sentence):
        if other.head == token.index and other.index != token.index and (not deps or other.dep.split(":")[0] in deps):
            yield other


def _root(tokens: list[Token]) -> Token:
    inside = {t.index for t in tokens}
    outer = [t for t in tokens if t.head not in inside or t.head == t.index]
    nouns = [t for t in outer if t.tag in NOUN_TAGS]
    return (nouns or outer or tokens)[0]


def _case(document: Document, token: Token) -> str:
    return next((c.lemma.lower() for c in children(document, token, "case")), "")


def _words(document: Document, token: Token) -> tuple[str, ...]:
    """The noun's lemma, then those of its compounds and adjectives; nothing for a pronoun."""
    if token.tag not in NOUN_TAGS and token.tag not in {"CD", "VBG", "JJ"}:
        return ()
    parts = [t for t in children(document, token, "compound", "amod", "flat", "nmod") if t.tag in CONTENT_TAGS]
    return tuple(w for w in (word_of(t) for t in (token, *parts)) if w.replace("-", "").isalpha())


AMOUNTS = frozenset({"more", "less", "fewer", "lower", "higher", "better", "worse", "later", "earlier", "further"})
"""Comparatives that say which way, and not of what."""


def _compared_by(document: Document, last: Token) -> str:
    """The adjective whose comparative stands right behind a figure ("14 per cent larger"); empty for none."""
    if last.index + 1 >= len(document.tokens):
        return ""
    behind = document.tokens[last.index + 1]
    form = behind.text.lower()
    if behind.sentence != last.sentence or not form.endswith("er") or form in AMOUNTS:
        return ""
    return next((base for base in base_forms(form, "a") if base != form), "")


def word_of(token: Token) -> str:
    """The lemma of a token, lower case; of a name, the name itself (the lemmatizer strips its ending)."""
    return token.text.lower() if token.tag in {"NNP", "NNPS"} else token.lemma.lower()


def read_setting(document: Document, span: Span) -> Setting:
    """What the value at a range is the value of; an empty setting where the parse says nothing."""
    tokens = tokens_in(document, span)
    if not tokens:
        return Setting()
    root = _root(tokens)
    inside = {t.index for t in tokens}
    counted: Token | None = None
    population: tuple[str, ...] = ()
    if root.dep.split(":")[0] in {"nummod", "compound", "amod", "det", "advmod", "flat"} and root.head != root.index:
        head = document.tokens[root.head]
        if head.tag in COUNTED_TAGS and head.index not in inside and not _is_verb_behind(document, tokens, head):
            counted = head
    anchor = counted or root
    for child in children(document, root, "nmod", "obl"):
        if child.index not in inside and _case(document, child) in {"of", "in"}:
            population = (*population, *_words(document, child))
    population = population or _fronted(document, root)
    if counted is None and not population:
        following = tokens[-1].index + 1
        if following < len(document.tokens):
            after = document.tokens[following]
            if (
                after.sentence == root.sentence
                and after.tag in COUNTED_TAGS
                and root.tag == "CD"
                and not _is_verb_behind(document, tokens, after)
            ):
                counted = _phrase_head(document, after)
                anchor = counted
    adjective = _compared_by(document, tokens[-1])
    if adjective and counted is not None and counted.index == tokens[-1].index + 1:
        counted, anchor = None, root  # "7 per cent brighter", taken for a noun
    carriers: list[str] = [adjective] if adjective else []
    predicate = ""
    subject: tuple[str, ...] = ()
    obj: tuple[str, ...] = ()
    node = anchor
    for _ in range(CLIMB):
        for sub in children(document, node, "nsubj"):
            if sub.index not in inside and sub.index != anchor.index:
                carriers.extend(_words(document, sub))
        if node.head == node.index:
            break
        head = document.tokens[node.head]
        dep = node.dep.split(":")[0]
        if head.tag in NOUN_TAGS and dep in {"nmod", "appos", "compound", "nummod", "parataxis", "dep", "list", "obl"}:
            carriers.extend(_words(document, head))
            node = head
            continue
        if dep in {"conj", "parataxis", "list", "dep"} and _is_row(document, head, node):
            carriers.extend(_words(document, head))
            carriers.extend(w for sub in children(document, head, "compound", "nsubj") for w in _words(document, sub))
            break
        if head.text.lower() in VERBS_LIKE_NOUNS and head.tag in NOUN_TAGS and dep in {"obj", "obl", "nmod"}:
            predicate = next(iter(base_forms(head.text.lower(), "v")), head.lemma.lower())
            subject = tuple(w for sub in children(document, head, "compound", "amod") for w in _words(document, sub))
            break
        if head.tag.startswith("JJ") and dep == "nsubj":
            predicate = head.lemma.lower()
            break
        if head.tag.startswith("VB"):
            if head.lemma.lower() in LIGHT:
                head = next(children(document, head, "xcomp"), head)
            predicate = head.lemma.lower()
            for sub in children(document, head, "nsubj"):
                if sub.index != anchor.index:
                    subject = (*subject, *_words(document, sub))
            if head.dep.startswith("acl") and head.head != head.index:
                subject = (*subject, *_words(document, document.tokens[head.head]))
            for sub in children(document, head, "obj"):
                if sub.index != anchor.index:
                    obj = (*obj, *_words(document, sub))
            break
        node = head
    if not predicate:
        predicate, told = _told_of(document, anchor)
        subject = (*subject, *told)
    return Setting(
        counted=word_of(counted) if counted is not None else "",
        modifiers=_words(document, counted)[1:] if counted is not None else (),
        population=population,
        carriers=tuple(dict.fromkeys(carriers)),
        predicate=predicate,
        subject=subject,
        object=obj,
        head=anchor.index,
    )


def _fronted(document: Document, root: Token) -> tuple[str, ...]:
    """The noun that a sentence opens with as the whole of its figure: "Of the teachers, 62 per cent voted"."""
    sentence = document.sentences[root.sentence]
    first = document.tokens[sentence.first]
    if first.text.lower() not in {"of", "among"} or first.head == first.index:
        return ()
    noun = document.tokens[first.head]
    between = document.text[noun.span.end : root.span.start].strip()
    near = noun.index < root.index and between[:1] == "," and "," not in between[1:]
    return _words(document, noun) if near else ()


LIGHT = frozenset({"have", "need", "remain", "seem", "appear", "get", "stand", "continue", "begin", "start"})
"""Verbs that hand on to another: "60 have yet to be connected"."""


def _is_row(document: Document, head: Token, node: Token) -> bool:
    """Whether a bar or a colon stands between a label and its figure ("Equity ratio | 5.1 %")."""
    between = document.text[head.span.end : node.span.start]
    return head.index < node.index and ("|" in between or ":" in between or "\t" in between)


def _told_of(document: Document, noun: Token) -> tuple[str, tuple[str, ...]]:
    """What the relative clause of a noun says of it, as verb and subject: "it is 8 million that the state gives"."""
    verb = next((t for t in children(document, noun, "acl") if t.tag.startswith("VB")), None)
    if verb is None:
        return "", ()
    told = children(document, verb, "nsubj", "obj", "obl")
    return verb.lemma.lower(), tuple(word for sub in told for word in _words(document, sub)[:1])


VERBS_LIKE_NOUNS = frozenset({"saw", "left", "felt", "rose", "found", "fell", "watched", "met"})


def _is_verb_behind(document: Document, tokens: list[Token], head: Token) -> bool:
    """Whether what stands behind "a crowd of 38,200" is its verb ("saw"), taken for a noun."""
    before = document.tokens[tokens[0].index - 1] if tokens[0].index else tokens[0]
    return head.text.lower() in VERBS_LIKE_NOUNS and before.text.lower() == "of"


def _phrase_head(document: Document, token: Token) -> Token:
    """The last noun of the run of nouns that a token opens ("sniffer dogs" -> dogs)."""
    while token.index + 1 < len(document.tokens):
        following = document.tokens[token.index + 1]
        if following.sentence != token.sentence or following.tag not in NOUN_TAGS:
            break
        token = following
    return token


def content_lemmas(document: Document, tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of nouns, verbs, adjectives and adverbs among some of the document's tokens, lower case."""
    words = document.once(_content_words)
    return frozenset([word for t in tokens if (word := words[t.index])])


def _content_words(document: Document) -> list[str]:
    """The word of each token of a document; empty for one that has no content."""
    return [word_of(t) if t.tag in CONTENT_TAGS and len(t.lemma) > 1 else "" for t in document.tokens]


def argument_lemmas(clause: Clause, *roles: Role) -> tuple[str, ...]:
    """The content lemmas of a clause's arguments with the roles, heads first."""
    return tuple(lemma for a in clause.arguments if a.role in roles for lemma in a.lemmas)


def tense_at(document: Document, span: Span) -> str:
    """The tense of the verb that a range depends on: "past", "present", "future", or "" where none is found."""
    tokens = tokens_in(document, span)
    if not tokens:
        return ""
    node = _root(tokens)
    for _ in range(CLIMB * 2):
        if node.tag.startswith("VB") or node.tag == "MD":
            helpers = {t.lemma.lower() for t in children(document, node, "aux")}
            if helpers & {"will", "shall", "'ll"} or node.tag == "MD":
                return "future"
            finite = {t.tag for t in children(document, node, "aux", "cop")} | {node.tag}
            if finite & {"VBD", "VBN"}:
                return "past"
            if not (node.tag in {"VB", "VBG"} and node.head != node.index):
                return "present"
        if node.head == node.index:
            return ""
        node = document.tokens[node.head]
    return ""
