"""Parses into the product's own clauses: predicates with arguments, polarity, modality, tense and dependence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.factuality import Judgement, judge
from checker.factuality.cues import load_cues
from checker.language.arguments import TIME_WORDS, appositive_pair, is_existential, read_arguments
from checker.language.fragments import read_fragment
from checker.language.predicates import Predicate, Sort, find_label, find_predicates
from checker.language.signals import auxiliaries_of, governor_names, read_signals, read_tense
from checker.language.spans import phrase_argument
from checker.language.trees import NOUN_TAGS, Tree
from checker.model import Argument, Clause, Document, Role, Span, Tense

MAIN = (Sort.VERB, Sort.COPULA)

RELATIONS = {
    "ccomp": "complement",
    "xcomp": "complement",
    "csubj": "complement",
    "acl:relcl": "relative",
    "acl": "relative",
    "advcl": "adverbial",
    "advcl:relcl": "adverbial",
    "conj": "conjunct",
    "parataxis": "conjunct",
    "appos": "apposition",
}


@dataclass(slots=True)
class _Entry:
    """A predicate on its way to a clause: ``governor`` is the head token of the predicate above it."""

    predicate: Predicate
    governor: int | None
    relation: str
    judgement: Judgement | None = None


def read_clauses(document: Document) -> tuple[Clause, ...]:
    """The clauses of a document in the order of its words; every sentence has at least one."""
    clauses: list[Clause] = []
    for sentence in document.sentences:
        clauses.extend(_SentenceReader(Tree(document, sentence)).read(len(clauses)))
    return tuple(clauses)


class _SentenceReader:
    """Reads the clauses of one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        found = find_predicates(tree)
        self.predicates = {p.head: p for p in found if p.sort in MAIN}
        self.entries = [_Entry(p, *self._place(p)) for p in found]
        self.by_head = {e.predicate.head: e for e in self.entries if e.predicate.sort in MAIN}
        self._flip_inserted_speech()

    def read(self, start: int) -> list[Clause]:
        """The clauses, numbered from ``start``."""
        for entry in self.entries:
            self._judge(entry, frozenset())
        places = {e.predicate.head: start + k for k, e in enumerate(self.entries) if e.predicate.sort in MAIN}
        return [self._clause(start + k, entry, places) for k, entry in enumerate(self.entries)]

    def _place(self, predicate: Predicate) -> tuple[int | None, str]:
        """The predicate above and how this one depends on it."""
        at = predicate.head
        relation = RELATIONS.get(self.tree.tokens[at].dep, "") if predicate.sort is not Sort.NOUN else "complement"
        if predicate.sort is Sort.APPOSITION:
            relation = "apposition"
        elif relation == "relative" and self.tree.has_mark(at, "to"):
            relation = "complement"
        head = self.tree.head(at)
        while head is not None:
            if head.index in self.predicates and head.index != at:
                return head.index, relation
            relation = relation or RELATIONS.get(head.dep, "")
            head = self.tree.head(head.index)
        return None, "" if predicate.sort is not Sort.APPOSITION else relation

    def _flip_inserted_speech(self) -> None:
        """Make "X, the ministry said" depend on its "said", as "the ministry said X" and "the ministry said: X" do."""
        for entry in self.entries:
            at = entry.predicate.head
            if entry.governor is not None and self._is_loose_content(entry):
                entry.relation = "complement"
            if self.tree.tokens[at].dep != "parataxis" or entry.governor is None or at not in self.predicates:
                continue
            if self.tree.lemma(at) not in load_cues().speech or self.tree.child(at, "ccomp", "obj") is not None:
                continue
            content = self.by_head[entry.governor]
            if content.governor is None:
                entry.governor, entry.relation, content.governor, content.relation = None, "", at, "complement"

    def _is_loose_content(self, entry: _Entry) -> bool:
        """Whether a clause that stands loosely after a verb of saying is what is said: "she said, We agree"."""
        at, governor = entry.predicate.head, entry.governor
        if entry.predicate.sort not in MAIN or governor is None or governor > at:
            return False
        if self.tree.lemma(governor) not in load_cues().speech or self.tree.child(governor, "ccomp"):
            return False
        dep, above = self.tree.tokens[at].dep, self.tree.tokens[at].head
        if dep == "acl:relcl" and above != governor:
            return self.tree.lemma(above) in TIME_WORDS and self.tree.tokens[above].head == governor
        if dep not in ("parataxis", "conj") or above != governor or self.tree.child(at, "cc"):
            return False
        return self.tree.child(at, "nsubj", "nsubj:pass", "expl") is not None

    def _judge(self, entry: _Entry, seen: frozenset[int]) -> Judgement:
        if entry.judgement is not None:
            return entry.judgement
        at = entry.predicate.head
        outer = names = None
        if entry.governor is not None and at not in seen and entry.governor not in seen:
            names = governor_names(self.tree, entry.predicate, entry.governor, entry.relation, self.predicates)
            if names:
                outer = self._judge(self.by_head[entry.governor], seen | {at})
        own = judge(read_signals(self.tree, entry.predicate, self.predicates), governors=names or (), outer=outer)
        if entry.predicate.sort in (Sort.NOUN, Sort.APPOSITION) and not names:
            own = Judgement()
        entry.judgement = own
        return own

    def _clause(self, index: int, entry: _Entry, places: dict[int, int]) -> Clause:
        tree, predicate = self.tree, entry.predicate
        at = predicate.head
        token = tree.tokens[at]
        judgement = entry.judgement or Judgement()
        fragment = predicate.sort is Sort.FRAGMENT
        arguments = (
            read_fragment(tree, at)
            if fragment
            else self._with_label(read_arguments(tree, predicate, self.predicates), predicate)
        )
        outer_tense = self._tense_of(entry.governor)
        return Clause(
            index=index,
            sentence=tree.sentence.index,
            span=self._span(entry, arguments),
            predicate=self._name(predicate),
            predicate_span=Span(token.span.start, token.span.start) if fragment else token.span,
            head=at,
            arguments=arguments,
            polarity=judgement.polarity,
            modality=judgement.modality,
            tense=Tense.NONE if fragment else read_tense(tree, predicate, judgement, outer_tense),
            copula=predicate.sort in (Sort.COPULA, Sort.APPOSITION, Sort.FRAGMENT)
            and not is_existential(tree, predicate),
            nominal=predicate.sort is Sort.NOUN,
            conditional=judgement.conditional,
            governor=places.get(entry.governor) if entry.governor is not None else None,
            relation=entry.relation if entry.governor is not None else "",
            particle=predicate.particle,
            auxiliaries=auxiliaries_of(tree, at) if predicate.sort in MAIN else (),
            adverbs=tuple(tree.lemma(t.index) for t in tree.children(at, "advmod")) if not fragment else (),
        )

    def _tense_of(self, governor: int | None, depth: int = 0) -> Tense:
        if governor is None or depth > 6:
            return Tense.NONE
        entry = self.by_head[governor]
        return read_tense(
            self.tree, entry.predicate, entry.judgement or Judgement(), self._tense_of(entry.governor, depth + 1)
        )

    def _name(self, predicate: Predicate) -> str:
        if predicate.sort is Sort.FRAGMENT:
            return ""
        if predicate.nominal is not None:
            return predicate.nominal.verb
        at = predicate.head
        if is_existential(self.tree, predicate):
            return "be"
        if predicate.sort is Sort.APPOSITION:
            at = appositive_pair(self.tree, at)[1]
        lemma = self.tree.lemma(at)
        return f"{lemma} {predicate.particle}" if predicate.particle else lemma

    def _with_label(self, arguments: tuple[Argument, ...], predicate: Predicate) -> tuple[Argument, ...]:
        """Give the label of a line to a verb that lacks its subject: "Weapons: to be discussed by a committee"."""
        tree = self.tree
        if predicate.sort is not Sort.VERB or any(
            a.role in (Role.AGENT, Role.PATIENT) for a in arguments if a.head < predicate.head
        ):
            return arguments
        colon = find_label(tree)
        if (
            colon is None
            or predicate.head < colon
            or not (predicate.passive or tree.tokens[predicate.head].tag in ("VBN", "VB"))
        ):
            return arguments
        if any(k in self.predicates for k in range(tree.first, colon)):
            return arguments
        if any(tree.tokens[k].tag in NOUN_TAGS for k in range(colon + 1, predicate.head)):
            return arguments
        label = [tree.tokens[k] for k in range(tree.first, colon)]
        role = Role.PATIENT if predicate.passive or tree.tokens[predicate.head].tag == "VBN" else Role.AGENT
        if any(a.role is role for a in arguments):
            return arguments
        return (*arguments, phrase_argument(role, label[-1], label))

    def _span(self, entry: _Entry, arguments: tuple[Argument, ...]) -> Span:
        """The predicate with everything below it that is not a clause of its own, and its resolved subject if near."""
        tree = self.tree
        at = entry.predicate.head
        if entry.predicate.sort is Sort.FRAGMENT:
            return Span(arguments[0].span.start, arguments[-1].span.end)
        covered = [tree.tokens[at]]
        for child in tree.children(at):
            if (
                child.dep in ("punct", "cc", "conj", "parataxis", "advcl", "acl:relcl")
                and entry.predicate.sort is not Sort.APPOSITION
            ):
                continue
            covered += [tree.tokens[k] for k in tree.subtree(child.index)]
        if entry.predicate.sort is Sort.APPOSITION:
            return Span(min(a.span.start for a in arguments), max(a.span.end for a in arguments))
        return Span(min(t.span.start for t in covered), max(t.span.end for t in covered))


def add_clauses(document: Document) -> Document:
    """The document with its clauses read."""
    return replace(document, clauses=read_clauses(document))
