"""Words for somebody named elsewhere: pronouns, ``the president``, ``the bank``; resolved only where one fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import MentionKind
from checker.names.cast import Cast, Member
from checker.names.holders import PRONOUNS
from checker.names.page import Page
from checker.names.tables import load_words
from checker.names.titles import POSSESSIVES, RolePhrase
from checker.values.entities import LEGAL_FORMS
from checker.values.offices import Level
from checker.values.roles import RoleValue

# Groups of offices of which an event has one holder each; pilots and drivers there may be several.
SINGLE_HOLDER = frozenset({"executive", "officer", "organisation head", "court"})
COMPANY_WORDS = frozenset({"company", "firm", "group"})


def resolve_pronouns(page: Page, named: Mapping[int, str], cast: Cast) -> dict[int, str]:
    """The person of each ``he`` or ``she``, by token. ``named`` maps a token to the key of the person that it names.

    The one person who fits by gender in the same sentence before the pronoun, else the subject of the sentence before,
    else the only person of it. Two who fit alike leave the pronoun open; so does a quotation.
    """
    found: dict[int, str] = {}
    known = dict(named)
    previous: list[tuple[str, bool]] = []
    for sentence in page.document.sentences:
        here: list[tuple[str, bool]] = []
        quoted = False
        for at in range(sentence.first, sentence.last):
            token = page.tokens[at]
            if token.tag in ("``", "''") or token.text in ('"', "“", "”"):
                quoted = not quoted
            gender = PRONOUNS.get(page.fold[at])
            if gender and not quoted and token.tag.startswith("PRP"):
                key = _pick(here, gender, cast, subjects=False)
                if not key and not _others(here, gender, cast):
                    key = _pick(previous, gender, cast, subjects=True)
                elif key and _better(previous, key, gender, cast):
                    key = None
                if key:
                    found[at] = known[at] = key
                    cast.members[key].gender = cast.members[key].gender or gender
            if at in known:
                here.append((known[at], _is_subject(page, at)))
        if here or page.case[sentence.index] == "plain":
            previous = here
    return found


def _is_subject(page: Page, at: int) -> bool:
    """Whether a name is the subject of its clause, alone or joined to it by "and"."""
    token = page.tokens[at]
    if token.dep == "conj":
        token = page.tokens[token.head]
    return token.dep.startswith("nsubj")


def _fits(member: Member, gender: str) -> bool:
    return member.kind is MentionKind.PERSON and member.gender in ("", gender)


def _better(seen: Sequence[tuple[str, bool]], key: str, gender: str, cast: Cast) -> bool:
    """Whether somebody of the sentence before is known to fit, and the one at hand is not."""
    if cast.members[key].gender == gender:
        return False
    return any(other != key and cast.members[other].gender == gender for other, _ in seen)


def _others(seen: Sequence[tuple[str, bool]], gender: str, cast: Cast) -> bool:
    return any(_fits(cast.members[key], gender) for key, _ in seen)


def _pick(seen: Sequence[tuple[str, bool]], gender: str, cast: Cast, *, subjects: bool) -> str | None:
    fit = [(key, subject) for key, subject in seen if _fits(cast.members[key], gender)]
    sure = [(key, subject) for key, subject in fit if cast.members[key].gender == gender]
    for pool in (fit, [f for f in fit if f[1]] if subjects else [], sure):
        keys = {key for key, _ in pool}
        if len(keys) == 1:
            return keys.pop()
    return None


def resolve_roles(
    page: Page, phrases: Sequence[RolePhrase], linked: Mapping[int, str], cast: Cast, named: Mapping[int, str]
) -> dict[int, str]:
    """The holder of an office named alone, by phrase index: the one person of the article who is given that office.

    Where nobody is given it, the person whom the sentence before is about and who has no office yet ("Reed was blunt.
    ... the chief executive said"); ``named`` maps a token to the key of the person that it names. An office that nobody
    of the article is given becomes an entity of its own (``role:...``), for the holder may be named in another article.
    """
    held: dict[str, list[RoleValue]] = {}
    for number, key in linked.items():
        held.setdefault(key, []).append(phrases[number].value)
    found: dict[int, str] = {}
    for number, phrase in enumerate(phrases):
        if number in linked or not _is_definite(page, phrase):
            continue
        fit = {key for key, values in held.items() if any(_same_office(phrase.value, v) for v in values)}
        meant = _spoken_of(page, phrase, named, held) if not fit else None
        if len(fit) == 1:
            found[number] = fit.pop()
        elif meant is not None:
            found[number] = meant
            held.setdefault(meant, []).append(phrase.value)
            cast.members[meant].roles.add(phrase.value.text.casefold())
        elif not fit and (phrase.value.portfolio or phrase.office.groups & SINGLE_HOLDER):
            key = f"role:{phrase.value.normalized}"
            cast.members.setdefault(
                key, Member(key, MentionKind.ROLE, tuple(phrase.value.normalized.split()), phrase.value.text)
            )
            cast.members[key].aliases.add(phrase.value.text.casefold())
            found[number] = key
    return found


def _spoken_of(
    page: Page, phrase: RolePhrase, named: Mapping[int, str], held: Mapping[str, Sequence[RoleValue]]
) -> str | None:
    """The only person of the sentence before, where he is its subject and an office is the subject of this one."""
    sentence = page.tokens[phrase.head].sentence
    sentences = page.document.sentences
    if phrase.determiner != "the" or not sentence or sentences[sentence - 1].block != sentences[sentence].block:
        return None
    if not page.tokens[phrase.head_end - 1].dep.startswith("nsubj"):
        return None
    here = {key for at, key in named.items() if page.tokens[at].sentence == sentence}
    before = {key: at for at, key in named.items() if page.tokens[at].sentence == sentence - 1}
    if here or len(before) != 1:
        return None
    key, at = next(iter(before.items()))
    return key if _is_subject(page, at) and key not in held else None


def _is_definite(page: Page, phrase: RolePhrase) -> bool:
    if phrase.determiner in ("a", "an"):
        return False
    after = phrase.last
    if after < len(page.tokens) and page.tokens[after].tag.startswith("NN") and after < page.bounds(phrase.head)[1]:
        return False
    if phrase.determiner in POSSESSIVES and not phrase.value.portfolio:
        return phrase.determiner == "our" and "executive" in phrase.office.groups and phrase.office.name != "minister"
    if phrase.determiner:
        return True
    noun = page.tokens[phrase.head_end - 1].tag.startswith("NN")
    return noun and page.cap[phrase.head] and bool(phrase.value.portfolio)


def _same_office(one: RoleValue, other: RoleValue) -> bool:
    """Whether a definite office can be the one given in full: nothing in it that the full one lacks."""
    if one.office != other.office and not (one.level is Level.COARSE and one.portfolio & other.portfolio):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if one.owner and other.owner and not set(one.owner.split()) & set(other.owner.split()):
        return False
    if one.portfolio and other.portfolio and not one.portfolio & other.portfolio:
        return False
    if one.portfolio and not other.portfolio:
        return False
    return one.ranks == other.ranks


def resolve_organisations(page: Page, taken: Mapping[int, str], cast: Cast) -> list[tuple[int, int, str]]:
    """``the Front``, ``the bank``, ``the company``: first and last token, and the key of the one it can be."""
    words = load_words()
    found: list[tuple[int, int, str]] = []
    cached: dict[str, str | None] = {}
    for at in range(1, len(page.tokens)):
        word = page.fold[at]
        if word not in words.anaphors or at in taken or page.tokens[at].tag not in ("NN", "NNP"):
            continue
        start = at - 1
        if page.fold[start] == "central" and word == "bank" and start:
            start -= 1
        if page.fold[start] != "the" or page.tokens[start].sentence != page.tokens[at].sentence:
            continue
        after = at + 1
        if (
            after < len(page.tokens)
            and page.tokens[after].tag in ("NN", "NNS", "NNP", "NNPS", "HYPH")
            and (page.tokens[after].sentence == page.tokens[at].sentence)
        ):
            continue
        if after < len(page.tokens) and page.fold[after] in ("of", "for"):
            continue
        if word not in cached:
            cached[word] = _one_organisation(word, cast)
        if key := cached[word]:
            found.append((start, at + 1, key))
    return found


def _one_organisation(word: str, cast: Cast) -> str | None:
    organisations = cast.organisations()
    fit = [m for m in organisations if word in m.words]
    if not fit and word in COMPANY_WORDS:
        fit = [m for m in organisations if LEGAL_FORMS & set(m.words)]
    return fit[0].key if len(fit) == 1 else None
