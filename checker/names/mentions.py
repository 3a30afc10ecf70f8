"""People, organisations, places and roles of an article, and the entities that they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Document, Entity, Mention, MentionKind
from checker.names.anaphora import resolve_organisations, resolve_pronouns, resolve_roles
from checker.names.asides import find_asides
from checker.names.assembly import assemble
from checker.names.candidates import Candidate, find_candidates
from checker.names.cast import Cast, government_of
from checker.names.deeds import find_deeds
from checker.names.evidence import vote
from checker.names.governments import find_capitals, find_officials
from checker.names.holders import link_holders
from checker.names.page import Case, Page, lay_open
from checker.names.titles import RolePhrase, find_role_phrases, gender_of_role
from checker.values.entities import EntityValue, RoleValue

SHORTEST_ECHO = 3


def find_names(document: Document) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """Mentions of people, organisations, places and roles, in order of the text, and the entities by key.

    A mention's ``entity`` is the key of the entity; it is None for a role whose holder the article does not tell.
    """
    if not document.tokens:
        return (), {}
    page = lay_open(document)
    phrases = find_role_phrases(page)
    heads = {at: phrase for phrase in phrases for at in range(phrase.start, phrase.last)}
    candidates = find_candidates(page, phrases)
    for candidate in candidates:
        vote(page, candidate, heads)
    cast = assemble(page, candidates)
    writer = _Writer(page, cast, candidates)
    writer.write_names()
    writer.write_roles(phrases)
    writer.write_echoes()
    return writer.finish()


class _Writer:
    """Collects the mentions of one article."""

    def __init__(self, page: Page, cast: Cast, candidates: Sequence[Candidate]) -> None:
        self.page, self.cast, self.candidates = page, cast, candidates
        self.found: dict[tuple[int, int, MentionKind], str | None] = {}
        self.values: dict[tuple[int, int], RoleValue] = {}
        self.taken: dict[int, str] = {}

    def write_names(self) -> None:
        """Names; a capital that stands for its government goes to the country."""
        acting = find_capitals(self.page, self.candidates)
        for index, candidate in enumerate(self.candidates):
            if index in acting:
                member = government_of(self.cast, acting[index])
                self._put(candidate.first, candidate.last, MentionKind.ORGANISATION, member.key)
            elif (key := self.cast.of.get(index)) is not None:
                self._put(candidate.first, candidate.last, self.cast.members[key].kind, key)
        countries = {c.last - 1: c for c in self.candidates if c.place is not None}
        for first, last, code in find_officials(self.page, countries):
            self._put(first, last, MentionKind.ORGANISATION, government_of(self.cast, code).key)

    def write_roles(self, phrases: Sequence[RolePhrase]) -> None:
        """Offices with their holders, pronouns, and offices named alone."""
        people = [i for i, key in self.cast.of.items() if self.cast.members[key].kind is MentionKind.PERSON]
        holders = link_holders(self.page, phrases, self.candidates, people)
        by_first = {self.candidates[i].first: self.cast.of[i] for i in people}
        for number, token in holders.items():
            if token in by_first and (gender := gender_of_role(self.page, phrases[number])):
                member = self.cast.members[by_first[token]]
                member.gender = member.gender or gender
        named = {self._head(self.candidates[i]): self.cast.of[i] for i in people}
        pronouns = resolve_pronouns(self.page, named, self.cast)
        for at, key in pronouns.items():
            self._put(at, at + 1, MentionKind.PERSON, key)
        linked = {n: k for n, t in holders.items() if (k := by_first.get(t) or pronouns.get(t)) is not None}
        for number, key in linked.items():
            phrase = phrases[number]
            self.cast.members[key].roles.add(phrase.value.text.casefold())
            if phrase.value.country and not self.cast.members[key].country:
                self.cast.members[key].country = phrase.value.country
        alone = resolve_roles(self.page, phrases, linked, self.cast, named | pronouns)
        for number, key in {**alone, **linked}.items():
            phrase = phrases[number]
            self.values[phrase.first, phrase.last] = phrase.value
            self._put(phrase.first, phrase.last, MentionKind.ROLE, key)
        inside = {at: self.candidates[i].first for i in people for at in self._tokens(i)}
        ends = {self.candidates[i].last: self.candidates[i].first for i in people}
        asides = [a for a in find_asides(self.page, ends) if not any(n in self.taken for n in range(a.first, a.last))]
        for deed in (*find_deeds(self.page, inside, ends), *asides):
            holder = by_first.get(deed.holder) or pronouns.get(deed.holder)
            if holder is not None:
                self.values[deed.first, deed.last] = deed.value
                self.cast.members[holder].roles.add(deed.value.office)
                self._put(deed.first, deed.last, MentionKind.ROLE, holder)

    def write_echoes(self) -> None:
        """Organisations by their head noun, and known names in headlines, where capitals tell nothing."""
        for first, last, key in resolve_organisations(self.page, self.taken, self.cast):
            self._put(first, last, MentionKind.ORGANISATION, key)
        echoes = self._echo_table()
        for sentence in self.page.document.sentences:
            if self.page.case[sentence.index] is Case.PLAIN:
                continue
            at = sentence.first
            while at < sentence.last:
                size, key = self._echo(at, sentence.last, echoes)
                if size and not any(n in self.taken for n in range(at, at + size)):
                    self._put(at, at + size, self.cast.members[key].kind, key)
                at += size or 1

    def finish(self) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
        """The mentions in the order of the text, and the entities that they name."""
        used = {key for key in self.found.values() if key}
        entities = {key: member.freeze() for key, member in self.cast.members.items() if key in used}
        mentions = [self._mention(*where, key, entities) for where, key in self.found.items()]
        mentions.sort(key=lambda m: (m.span.start, m.span.end, m.kind))
        return tuple(mentions), entities

    def _mention(
        self, first: int, last: int, kind: MentionKind, key: str | None, entities: Mapping[str, Entity]
    ) -> Mention:
        span = self.page.span(first, last)
        text = span.of(self.page.document.text)
        sentence = self.page.tokens[first].sentence
        if kind is MentionKind.ROLE:
            return Mention(kind, span, text, self.values[first, last], key, sentence)
        entity = entities[key or ""]
        value = EntityValue.of(entity, text)
        return Mention(kind, span, text, value, key, sentence)

    def _put(self, first: int, last: int, kind: MentionKind, key: str) -> None:
        self.found[first, last, kind] = key
        if kind is not MentionKind.ROLE:
            for at in range(first, last):
                self.taken[at] = key

    def _tokens(self, index: int) -> range:
        return range(self.candidates[index].first, self.candidates[index].last)

    def _head(self, candidate: Candidate) -> int:
        """The token of a name that its clause hangs on."""
        inside = range(candidate.first, candidate.last)
        return next((at for at in inside if self.page.tokens[at].head not in inside), candidate.last - 1)

    def _echo_table(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        single: dict[str, set[str]] = {}
        for key, member in self.cast.members.items():
            if member.kind is MentionKind.ROLE:
                continue
            forms = {member.words, (member.words[-1],)} if member.kind is MentionKind.PERSON else {member.words}
            for words in forms:
                if len(words) == 1:
                    single.setdefault(words[0], set()).add(key)
                table.setdefault(words[0], []).append((words, key))
        for listed in table.values():
            listed[:] = [(w, k) for w, k in listed if len(w) > 1 or len(single[w[0]]) == 1]
            listed.sort(key=lambda item: -len(item[0]))
        return table

    def _echo(self, at: int, limit: int, table: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> tuple[int, str]:
        """A known name that starts at a token of a line without telling capitals: its size in tokens and its key."""
        if not self.page.cap[at]:
            return 0, ""
        for words, key in table.get(self.page.fold[at], ()):
            position, matched = at, 0
            while position < limit and matched < len(words):
                if self.page.fold[position] == words[matched]:
                    matched += 1
                elif self.page.fold[position]:
                    break
                position += 1
            if matched == len(words) and (len(words) > 1 or len(words[0]) >= SHORTEST_ECHO):
                return position - at, key
        return 0, ""
