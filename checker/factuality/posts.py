"""Who holds a post, and who has come to hold it: "harbourmaster: W. Lowe", "Hine Tamati was appointed harbourmaster".

A post is told by a noun for a person beside a name (a label, a title, an apposition, "as coordinator"), or by what its
holder does ("the committee, chaired by ..."). Who has come to hold it is told with a word of choosing or following.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.substitutes import country_of
from checker.language.trees import NOUN_TAGS
from checker.lexicon.wordlists import holds_phrase
from checker.model import BlockKind, Document, Mention, MentionKind, Span, Token

REACH = 9
"""Words between a name and the noun of its post, at most."""

LONGEST = 120
"""Characters of a citation that holds the name and the post."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person, by key and ``surname``, with the noun of a ``post`` and the words that tell it apart (``of``).

    ``rank`` is what stands before the noun in any country ("prime" minister), ``country`` the code of the one named
    beside it. ``new`` says that the person has just come to hold it, ``gone`` that somebody has left it, ``acting``
    that it is for a time; ``near`` are the words of the sentence.
    """

    key: str
    surname: str
    post: str
    of: frozenset[str]
    near: frozenset[str]
    focus: Span
    new: bool = False
    gone: bool = False
    acting: bool = False
    rank: str = ""
    country: str = ""


@cache
def load_posts() -> Mapping[str, frozenset[str]]:
    """The word lists of ``data/posts.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "posts.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}


@cache
def load_doings() -> Mapping[str, str]:
    """The noun of a post by the verb of what its holder does: "chaired by"."""
    data = tomllib.loads((files("checker.factuality") / "data" / "posts.toml").read_text("utf-8"))
    return {verb: noun for noun, verbs in data["doings"].items() for verb in verbs}


@cache
def _alike() -> Mapping[str, str]:
    data = tomllib.loads((files("checker.factuality") / "data" / "posts.toml").read_text("utf-8"))
    return {word: name for name, words in data["alike"].items() for word in words}


def read_holders(document: Document) -> tuple[Holder, ...]:
    """Every person beside a post, in the order of the text."""
    return document.once(_read_holders)


def _read_holders(document: Document) -> tuple[Holder, ...]:
    return tuple(_find_holders(document))


def _find_holders(document: Document) -> Iterator[Holder]:
    named: dict[int, list[Name]] = {}
    for mention in document.mentions:
        if mention.kind is MentionKind.PERSON and mention.entity and mention.sentence >= 0:
            name = _name(document, mention)
            if name is not None:
                named.setdefault(mention.sentence, []).append(name)
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        tokens = document.sentence_tokens(sentence)
        people = named.get(sentence.index, [])
        if _has(tokens, "coming"):
            people = sorted([*people, *_unseen(document, tokens, people)], key=lambda name: name.first)
        if not people:
            continue
        posts, before = [*_posts(tokens)], None
        if not posts and sentence.index and document.sentences[sentence.index - 1].block == sentence.block:
            before = document.sentence_tokens(document.sentences[sentence.index - 1])
            posts = [*_posts(before)][-1:]
            if posts and (len(before) <= LABEL or _newly(before, posts[0][0])) and len(people) == 1:
                # "The finance committee has a new chair. Heather Dunmore was ...", "Harbourmaster: Capt. | Warren Lowe"
                new = _newly(before, posts[0][0])
                span = Span(posts[0][0].span.start, people[0].span.end)
                focus = span if span.end - span.start <= LONGEST and not new else people[0].span
                yield _holder(people[0], posts[0], (*before, *tokens), focus, new=new, gone=False)
            continue
        for name in people:
            yield from _beside(tokens, posts, name, people)


LABEL = 7
"""Words of a label that a full stop of a title cuts off from its name ("Harbourmaster: Capt. Warren Lowe"), at most."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name where it stands: its key, its last word, its range and the numbers of its first and last word."""

    key: str
    surname: str
    span: Span
    first: int
    last: int


def _name(document: Document, mention: Mention) -> Name | None:
    """The name of a mention; None for a pronoun or a description."""
    tokens = [t for t in document.tokens_touching(mention.span) if t.tag.startswith("NNP")]
    if not tokens or len(mention.text.split()) > LONGEST_NAME:
        return None
    words = (mention.entity or "").split(":")[-1].split()
    return Name(mention.entity or "", words[-1], mention.span, tokens[0].index, tokens[-1].index) if words else None


LONGEST_NAME = 5
"""Words of a name, at most."""


def _unseen(document: Document, tokens: Sequence[Token], people: Sequence[Name]) -> list[Name]:
    """Names of two words and more that were not seen as anybody's, in a sentence that says who comes to hold a post."""
    found: list[Name] = []
    run: list[Token] = []
    for token in (*tokens, None):
        if token is not None and token.tag == "NNP" and token.text[:1].isupper() and not token.text.isupper():
            run.append(token)
            continue
        if 1 < len(run) < LONGEST_NAME:
            span = Span(run[0].span.start, run[-1].span.end)
            known = any(p.first <= run[-1].index and run[0].index <= p.last for p in people)
            if not known and not any(document.mentions_in(span, *OTHERS)):
                words = [t.text.lower() for t in run]
                found.append(Name(f"person:{' '.join(words)}", fold(words[-1]), span, run[0].index, run[-1].index))
        run = []
    return found


OTHERS = (MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.DATE, MentionKind.PERSON)


def _posts(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """The nouns of posts, and the verbs of what their holders do."""
    lists, doings = load_posts(), load_doings()
    for token in tokens:
        lemma = token.text.lower() if token.tag.startswith("NNP") else token.lemma.lower()
        if lemma in lists["posts"] and token.tag in NOUN_TAGS | {"JJ", "VB", "VBP"}:
            yield token, lemma
        elif token.tag.startswith("VB") and lemma in doings:
            yield token, doings[lemma]


def _beside(
    tokens: Sequence[Token],
    posts: Sequence[tuple[Token, str]],
    name: Name,
    people: Sequence[Name],
) -> Iterator[Holder]:
    coming, going = _has(tokens, "coming"), _has(tokens, "going")
    reach = AFTER if coming and name is people[0] else 2 * REACH if coming else REACH
    told: set[str] = set()
    for token, noun in posts:
        if name.first <= token.index <= name.last or noun in told:
            continue  # "Captain Hine Tamati"
        distance = name.first - token.index if token.index < name.first else token.index - name.last
        low, high = sorted((token.index, name.first))
        if distance > reach or (not coming and any(low < p.first < high for p in people if p is not name)):
            continue
        told.add(noun)
        span = Span(min(token.span.start, name.span.start), max(token.span.end, name.span.end))
        focus = span if span.end - span.start <= LONGEST else name.span
        new = coming or _newly(tokens, token)
        yield _holder(name, (token, noun), tokens, focus, new=new, gone=going and not coming)


AFTER = 20
"""Words between one who comes to hold a post and the noun of it ("X, who ran ..., has taken over as coordinator")."""


def _newly(tokens: Sequence[Token], post: Token) -> bool:
    """Whether a post is told as new to its holder: "the new harbourmaster"."""
    before = [t for t in tokens if post.index - 4 <= t.index < post.index]
    return any(t.text.lower() == "new" for t in before)


def _holder(
    name: Name,
    post: tuple[Token, str],
    tokens: Sequence[Token],
    focus: Span,
    *,
    new: bool,
    gone: bool,
) -> Holder:
    token, noun = post
    before = [t for t in tokens if token.index - 3 <= t.index < token.index and t.tag in NOUN_TAGS | {"JJ"}]
    behind = [t for t in tokens if token.index < t.index <= token.index + 4 and t.tag in NOUN_TAGS]
    words = {t.lemma.lower() for t in (*before, *behind) if not name.first <= t.index <= name.last}
    near = {t.lemma.lower() for t in tokens if t.tag in NOUN_TAGS and not name.first <= t.index <= name.last}
    lists = load_posts()
    of = frozenset(word for word in words - lists["titles"] - lists["ranks"] if word.isalpha())
    country = next((code for t in (*before, *behind) if (code := country_of(t.text.lower()))), "")
    acting = any(t.text.lower() in STANDING_IN for t in tokens if abs(t.index - token.index) <= REACH)
    rank = " ".join(sorted(words & lists["ranks"]))
    title = _alike().get(noun, noun)
    return Holder(name.key, name.surname, title, of, frozenset(near), focus, new, gone, acting, rank, country)


STANDING_IN = frozenset(
    {"acting", "interim", "caretaker", "temporary", "provisional", "stand-in", "designate", "tipped"}
)
"""Words by which somebody holds a post for a time (own list)."""


def _has(tokens: Sequence[Token], name: str) -> bool:
    said = f" {' '.join(t.text.lower() for t in tokens)} | {' '.join(t.lemma.lower() for t in tokens)} "
    return holds_phrase(said, load_posts()[name])


def fold(word: str) -> str:
    """A word without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
