"""Who is meant when a predicate has no subject of its own: conjuncts, control, relative clauses, participles."""

from __future__ import annotations

from collections.abc import Mapping

from checker.language.predicates import Predicate, Sort, is_passive, relative_pronoun, stands_for_main_verb
from checker.language.trees import NOUN_TAGS, SUBJECTS, Tree

# Verbs whose object, when there is one, does what the infinitive says, are all verbs but these: "promise X to go".
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "use", "take", "spend", "cost", "leave", "need"})

# Words that make a noun the doer of the infinitive after it: "the first country to approve".
SELECTORS = frozenset({"first", "second", "third", "last", "next", "only", "latest", "sole", "one"})

# Pronouns that count what "of" names.
QUANTITIES = frozenset(
    {"none", "neither", "some", "many", "most", "all", "few", "half", "both", "each", "several", "either"}
)

Predicates = Mapping[int, Predicate]


def find_subject(tree: Tree, at: int, predicates: Predicates, seen: frozenset[int] = frozenset()) -> int | None:
    """The token that heads the grammatical subject, resolved through the sentence; None when it is not said."""
    if at in seen:
        return None
    seen = seen | {at}
    own = own_subject(tree, at)
    if own is not None:
        if relative_pronoun(tree, own):
            antecedent = find_antecedent(tree, at)
            return antecedent if antecedent is not None else own
        return own
    token = tree.tokens[at]
    head = tree.head(at)
    if head is None:
        return None
    if token.dep == "conj":
        return _of_conjunct(tree, head.index, predicates, seen)
    if token.dep in ("xcomp", "ccomp"):
        return _controller(tree, at, head.index, predicates, seen)
    if token.dep == "acl:relcl":
        return None
    if token.dep == "acl":
        return _of_participle(tree, at, head.index, predicates, seen)
    if token.dep in ("advcl", "advcl:relcl"):
        if token.tag in ("VBG", "VBN", "VBD", "VB", "NN"):
            return _up(tree, head.index, predicates, seen)
        return None
    return None


def own_subject(tree: Tree, at: int) -> int | None:
    """The subject that the parse gives to a predicate itself; of two, the inner one."""
    subjects = [t for t in tree.children(at) if t.dep in SUBJECTS]
    if not subjects:
        return None
    inner = [t for t in subjects if not t.dep.endswith(":outer")] or subjects
    before = [t for t in inner if t.index < at] if tree.child(at, "cop") else []
    return (before[-1] if len(before) > 1 else inner[0]).index


def find_antecedent(tree: Tree, at: int) -> int | None:
    """The noun that a relative clause, or a conjunct of one, modifies."""
    token = tree.tokens[at]
    for _ in range(6):
        head = tree.head(token.index)
        if head is None:
            return None
        if token.dep in ("acl:relcl", "acl"):
            return head.index
        token = head
    return None


def _of_conjunct(tree: Tree, head: int, predicates: Predicates, seen: frozenset[int]) -> int | None:
    return find_subject(tree, head, predicates, seen) if head in predicates else None


def _controller(tree: Tree, at: int, head: int, predicates: Predicates, seen: frozenset[int]) -> int | None:
    """The subject of an infinitive or participle that completes another predicate."""
    governor = predicates.get(head)
    if governor is None:
        return None
    target = tree.child(head, "obj", "iobj")
    if target is not None and target.index < at and tree.lemma(head) not in SUBJECT_CONTROL and not governor.passive:
        return target.index
    if tree.lemma(head) == "call" and (target := tree.child(head, "obl")) is not None and target.index < at:
        return target.index
    return find_subject(tree, head, predicates, seen)


def _of_participle(tree: Tree, at: int, head: int, predicates: Predicates, seen: frozenset[int]) -> int | None:
    """The subject of a participle or infinitive on a noun."""
    token = tree.tokens[at]
    if token.tag in ("VBN", "VBD") or stands_for_main_verb(tree, at):
        return head if is_passive(tree, at) else _counted_whole(tree, head)
    if token.tag == "VBG" and tree.child(at, "mark", "case") is None:
        if after_comma(tree, at) and tree.tokens[head].dep not in SUBJECTS and head not in tree.roots:
            matrix = _matrix(tree, head, predicates)
            return find_subject(tree, matrix, predicates, seen) if matrix is not None else head
        return head
    if any(tree.word(k.index) in SELECTORS for k in tree.children(head, "amod", "nummod")):
        return head
    owner = tree.child(head, "nmod:poss")
    if owner is not None:
        return owner.index
    if tree.child(at, "aux:pass"):
        return head
    if tree.tokens[head].dep in ("obj", "obl", "nsubj:pass"):
        matrix = _matrix(tree, head, predicates)
        return find_subject(tree, matrix, predicates, seen) if matrix is not None else None
    of = next((t for t in tree.children(head, "nmod") if tree.preposition(t.index) in ("of", "by", "from")), None)
    return of.index if of is not None else None


def _counted_whole(tree: Tree, noun: int) -> int:
    """The quantity that a noun is counted by: "none" in "none of the sides signed"; else the noun itself."""
    head = tree.head(noun)
    if head is None or tree.tokens[noun].dep != "nmod" or tree.preposition(noun) != "of":
        return noun
    return head.index if head.tag in ("DT", "CD") or tree.word(head.index) in QUANTITIES else noun


def _up(tree: Tree, head: int, predicates: Predicates, seen: frozenset[int]) -> int | None:
    if head in predicates and predicates[head].sort is not Sort.FRAGMENT:
        return find_subject(tree, head, predicates, seen)
    if tree.tokens[head].tag in NOUN_TAGS:
        return head
    matrix = _matrix(tree, head, predicates)
    return find_subject(tree, matrix, predicates, seen) if matrix is not None else None


def _matrix(tree: Tree, at: int, predicates: Predicates) -> int | None:
    """The nearest verb or copular predicate above a token."""
    head = tree.head(at)
    for _ in range(8):
        if head is None:
            return None
        found = predicates.get(head.index)
        if found is not None and found.sort in (Sort.VERB, Sort.COPULA):
            return head.index
        head = tree.head(head.index)
    return None


def after_comma(tree: Tree, at: int) -> bool:
    """Whether a comma stands right before a token or before its first dependent."""
    first = min(tree.subtree(at, without=("punct",)))
    return tree.word(first - 1) in (",", "-", "–", "—")
