"""One key for one entity across the articles of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.model import Document, Entity, MentionKind, Relation
from checker.names.held import roles_of
from checker.names.organisations import may_shorten
from checker.names.tables import load_words
from checker.values.entities import SMALL_WORDS, are_initials, fold_name, may_be_spelt
from checker.values.offices import Level
from checker.values.roles import RoleValue, compare_roles

Node = tuple[str, str]


def join_entities(documents: Sequence[Document]) -> Mapping[Node, str]:
    """A key for every entity of the articles: ``(article id, key in the article)`` to its key in the event.

    People are one by full name, by spelling, or by a surname that one person of the event bears; organisations by name,
    opening words or initials; places by name; an office that one article leaves nameless goes to the person who is
    given it elsewhere, if there is one. A given name alone is joined where its article names a relative in full.
    """
    entities = {(d.article.id, key): entity for d in documents for key, entity in d.entities.items()}
    groups = _Groups(entities)
    people = _by_key(entities, MentionKind.PERSON)
    for one, other in _same_people(people):
        groups.unite(people[one], people[other])
    organisations = _by_key(entities, MentionKind.ORGANISATION)
    places = _by_key(entities, MentionKind.PLACE)
    for nodes in (*organisations.values(), *places.values()):
        groups.unite(nodes, nodes)
    for one, other in _same_organisations(organisations):
        groups.unite(organisations[one], organisations[other])
    for one, other in _same_places(places):
        groups.unite(places[one], places[other])
    for node, holder in _holders(documents, entities, groups):
        groups.unite([node], [holder])
    return groups.name()


class _Groups:
    """Entities that are one, by their representative."""

    def __init__(self, entities: Mapping[Node, Entity]) -> None:
        self.entities = entities
        self.parent: dict[Node, Node] = {node: node for node in entities}

    def root(self, node: Node) -> Node:
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def unite(self, one: Sequence[Node], other: Sequence[Node]) -> None:
        nodes = [*one, *other]
        first = self.root(nodes[0])
        for node in nodes[1:]:
            self.parent[self.root(node)] = first

    def name(self) -> dict[Node, str]:
        """The longest key of each group names it: the fullest name, people before roles."""
        members: dict[Node, list[Node]] = defaultdict(list)
        for node in self.entities:
            members[self.root(node)].append(node)
        named: dict[Node, str] = {}
        for nodes in members.values():
            best = min(nodes, key=lambda n: (n[1].startswith("role:"), -len(n[1].split()), -len(n[1]), n[1]))
            named.update(dict.fromkeys(nodes, best[1]))
        return named


def _by_key(entities: Mapping[Node, Entity], kind: MentionKind) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node, entity in entities.items():
        if entity.kind is kind:
            found[node[1]].append(node)
    return found


def _same_people(people: Mapping[str, Sequence[Node]]) -> Iterator[tuple[str, str]]:
    names = {key: tuple(key.partition(":")[2].split()) for key in people}
    full = [key for key, words in names.items() if len(words) > 1]
    for key in people:
        yield key, key
    for one, other in combinations(full, 2):
        if _are_one(names[one], names[other]):
            yield one, other
    for key, words in names.items():
        if len(words) != 1:
            continue
        fit = _distinct([k for k in full if names[k][-1] == words[0]], names)
        if not fit:
            fit = _distinct([k for k in full if may_be_spelt(names[k][-1], words[0])], names)
        if not fit:
            nearby = {names[k][-1] for k in full for node in people[k] if node[0] in {n[0] for n in people[key]}}
            fit = _distinct([k for k in full if names[k][0] == words[0] and names[k][-1] in nearby], names)
        if not fit:
            fit = _distinct([k for k in full if names[k][0] == words[0] and words[0] not in load_words().given], names)
        if len(fit) == 1:
            yield key, fit[0]


def _distinct(keys: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The keys that are not spellings of one before them."""
    found: list[str] = []
    for key in keys:
        if not any(_are_one(names[key], names[other]) for other in found):
            found.append(key)
    return found


def _are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: a part of the other, a spelling, or an initial for the given name."""
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=len)
    inside = short == long[: len(short)] or (short[-1] == long[-1] and set(short) <= set(long))
    if len(short) < len(long) and inside:
        return True
    if not may_be_spelt(one[-1], other[-1]):
        return False
    given, their = one[0], other[0]
    if given == their or may_be_spelt(given, their):
        return len(one) == len(other) or one[-1] == other[-1]
    return (len(given) == 1 or len(their) == 1) and given[0] == their[0] and one[-1] == other[-1]


def _same_organisations(named: Mapping[str, Sequence[Node]]) -> Iterator[tuple[str, str]]:
    names = {key: fold_name(key.partition(":")[2]) for key in named}
    content = {key: tuple(w for w in name.split() if w not in SMALL_WORDS) for key, name in names.items()}
    for one, other in combinations(names, 2):
        if (
            are_initials(names[one], names[other])
            or are_initials(names[other], names[one])
            or sorted(content[one]) == sorted(content[other])
            or may_be_spelt(names[one], names[other])
        ):
            yield one, other
    for key in names:
        longer = [k for k in names if k != key and may_shorten(content[key], content[k])]
        heads = [k for k in longer if not any(may_shorten(content[k], content[o]) for o in longer if o != k)]
        if len(heads) == 1:
            yield key, heads[0]


def _same_places(named: Mapping[str, Sequence[Node]]) -> Iterator[tuple[str, str]]:
    """One name is one place, whatever the article told about its level; but a country is no city of its name."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for key in named:
        level, _, name = key.partition(":")
        if level != "country":
            by_name[name].append(key)
    for keys in by_name.values():
        for key in keys[1:]:
            yield keys[0], key


def _holders(
    documents: Sequence[Document], entities: Mapping[Node, Entity], groups: _Groups
) -> Iterator[tuple[Node, Node]]:
    """Offices without a name in one article, and the one person of the event who is given that office."""
    held: list[tuple[Node, RoleValue]] = []
    nameless: dict[Node, RoleValue] = {}
    for document in documents:
        for role in roles_of(document):
            node = (document.article.id, role.entity)
            if node in entities and entities[node].kind is MentionKind.PERSON:
                held.append((node, role.value))
        for mention in document.mentions:
            node = (document.article.id, mention.entity or "")
            alone = node in entities and entities[node].kind is MentionKind.ROLE
            if alone and isinstance(mention.value, RoleValue):
                nameless.setdefault(node, mention.value)
    for node, value in nameless.items():
        fit: dict[Node, Node] = {}
        for holder, office in held:
            if holder[0] != node[0] and _is_office(value, office):
                fit.setdefault(groups.root(holder), holder)
        if len(fit) == 1:
            yield node, next(iter(fit.values()))


def _is_office(one: RoleValue, other: RoleValue) -> bool:
    """Whether the office named alone can be the one that somebody is given: the same, or a looser word for it."""
    if one.ranks != other.ranks or other.level is not Level.EXACT:
        return False
    if one.portfolio and not one.portfolio & other.portfolio:
        return False
    if one.level is Level.EXACT and one.office != other.office:
        return False
    return compare_roles(one, other).relation in (Relation.AGREE, Relation.COMPATIBLE)
