"""Who gave the news, who gave the order, who told the families: acts of one giver, however they are told.

``X announced``, ``was made public by X``, ``news of it first came from X``, ``on the orders of X``, ``X decided on its
own initiative``, ``it was X who brought relatives the news``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.attribution.precedence import leave_denied, read_cleft, says_behind, was_first
from checker.factuality.statuses import predicate_words
from checker.language.phrases import content_lemmas, tokens_in
from checker.lexicon.wordlists import match_phrases
from checker.model import Argument, Clause, Document, Modality, Polarity, QuoteType, Role, Span, Tense

ANNOUNCER, ORDERER, TELLER, ALARM = "announcer", "orderer", "teller", "alarm"
EXPLICIT, ALONE, OWN, FIRSTLY, RAISED = "announced", "alone", "own accord", "before others", "raised it"
NEWS = "news"

GOES_ON = frozenset({"of", "that", "about"})
"""Words after "the news" that say which news."""

VAGUE = frozenset({"decision", "step", "measure", "move", "action", "order", "instruction", "command"})
"""Nouns that stand for what was decided or ordered without saying it."""

PROMISING = frozenset(
    {
        "surprise",
        "news",
        "step",
        "decision",
        "measure",
        "following",
        "point",
        "change",
        "move",
        "concession",
        "plan",
        "offer",
    }
    | {"sensation", "bombshell", "outcome", "result", "breakthrough", "turn", "gift", "promise", "pledge", "deal"}
)
"""Nouns that only promise what a colon then says: "the surprise of the day: there will be no fee"."""

PUBLIC = frozenset(
    {
        "country",
        "nation",
        "press",
        "public",
        "world",
        "reporter",
        "journalist",
        "people",
        "crowd",
        "citizen",
        "viewer",
        "medium",
    }
    | {"media", "voter", "islander", "listener", "audience", "town", "city", "province", "parliament"}
)
"""Who is told what becomes public by that."""

EVACUATION = "evacuation"
LEAVING = frozenset({"leave", "evacuate", "evacuation", "flee", "clear", "move", "relocate", "relocation", "go"})
"""What is ordered of people who are to be brought to safety."""

EMPTY = frozenset({"it", "this", "that", "them", "which"})

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Tiding:
    """An act, its clause, its giver's words, what it is about, and marks for how little room it leaves for others."""

    act: str
    clause: Clause
    giver: Argument
    matter: frozenset[str]
    marks: frozenset[str]


def read_tidings(document: Document, words: Words) -> Iterator[Tiding]:
    """The acts of giving news and orders whose giver is told, in the order of the clauses."""
    for clause in document.clauses:
        if clause.modality is not Modality.CERTAIN or clause.conditional or clause.tense is Tense.FUTURE:
            continue
        found = _read(document, clause, words)
        if found is None or clause.polarity is Polarity.NEGATIVE:
            continue
        act, giver, matter = found
        if giver.head > clause.head and giver.lemma in matter:  # "not the firm that announced it but his family"
            matter = (matter - {*giver.lemmas, giver.lemma}) or _sentence_before(document, clause)
        if matter and giver.text.lower() not in EMPTY:
            marks = _marks(document, clause, words)
            if act == ALARM and _raises_alarm(clause, words):
                marks |= {RAISED}
            news = {NEWS} if act == ANNOUNCER and FIRSTLY in marks else set[str]()
            leaving = {EVACUATION} if act == ORDERER and matter & LEAVING else set[str]()
            yield Tiding(act, clause, giver, matter | news | leaving, marks)


def _read(document: Document, clause: Clause, words: Words) -> tuple[str, Argument, frozenset[str]] | None:
    lemmas = predicate_words(clause)
    giver = _giver(document, clause)
    told = _hearers(document, clause, words)
    source = _from_source(document, clause, words)
    if source is not None:
        return source
    if told is not None and clause.predicate in words["hearing"]:
        heard = next((a for a in clause.arguments if " from " in f" {a.text.lower()} " and a is not told), None)
        return (TELLER, heard, frozenset({"relative"})) if heard is not None else None
    if giver is None:
        return None
    if _raises_alarm(clause, words) or _calls_help(document, clause, words):
        return ALARM, giver, frozenset({ALARM})
    if told is not None and told is not giver and _tells(clause, lemmas, words):
        return TELLER, giver, frozenset({"relative"})
    if _tells_first(document, clause, words):
        return ANNOUNCER, giver, frozenset({NEWS})
    if _makes_public(document, clause):
        made = clause.argument(Role.PATIENT)
        said = content_lemmas(document, tokens_in(document, made.span)) if made is not None else frozenset[str]()
        return ANNOUNCER, giver, (said - {"public"}) or _sentence_before(document, clause)
    if _gives_order(document, clause):
        return ORDERER, giver, _sentence_before(document, clause)
    below = [c for c in document.clauses if c.governor == clause.index and c.relation == "complement"]
    # Who "decided to retire" ordered nothing.
    decides = clause.predicate in words["deciding"] and any(c.argument(Role.PATIENT) is not None for c in below)
    if (
        decides
        or clause.predicate in words["order"]
        or (not clause.copula and match_phrases(lemmas, list(words["ordering"])))
    ):
        return ORDERER, giver, _matter(document, clause)
    if clause.predicate in words["announce"] or (not clause.copula and match_phrases(lemmas, list(words["phrases"]))):
        return ANNOUNCER, giver, _matter(document, clause, words["generic"])
    if clause.predicate == "break" and says_behind(document, clause, {NEWS}):
        return ANNOUNCER, giver, frozenset({NEWS})
    if clause.predicate in words["revealing"] and _cleft(document, clause) is not None:
        return ANNOUNCER, giver, _matter(document, clause)
    patient = clause.argument(Role.PATIENT)
    if clause.predicate in words["naming"] and patient is not None and patient.lemma in words["chosen"]:
        return ANNOUNCER, giver, _matter(document, clause)
    if _is_own(document, clause, words):
        matter = _matter(document, clause)
        vague = clause.predicate in words["moving"] or (patient is not None and patient.lemma in words["decisions"])
        return ORDERER, giver, matter | (_sentence_before(document, clause) if vague else {clause.predicate})
    return None


def _raises_alarm(clause: Clause, words: Words) -> bool:
    """``raised the alarm``, ``sounded the warning``."""
    patient = clause.argument(Role.PATIENT)
    return patient is not None and patient.lemma in words["alarm"] and clause.predicate in words["raising"]


def _calls_help(document: Document, clause: Clause, words: Words) -> bool:
    """``telephoned the police``, ``got on the radio to the coastguard``."""
    if clause.predicate not in words["calling"]:
        return False
    area = clause.span.of(document.text).lower()
    wired = clause.predicate not in ("get", "go", "be") or any(a.lemma in words["wires"] for a in clause.arguments)
    return wired and any(service in area for service in words["services"])


def _makes_public(document: Document, clause: Clause) -> bool:
    """``made its decision public``, which a parser takes for one noun."""
    patient = clause.argument(Role.PATIENT)
    if clause.predicate not in ("make", "go") or patient is None:
        return False
    behind = [t.text.lower() for t in document.tokens[patient.head + 1 : patient.head + 3]]
    return patient.text.lower().endswith(" public") or behind[:1] == ["public"]


def _tells_first(document: Document, clause: Clause, words: Words) -> bool:
    """``told members that the strike was off, before any minister had spoken``."""
    if clause.predicate not in words["revealing"] or clause.argument(Role.RECIPIENT, Role.PATIENT) is None:
        return False
    # "before the mayor told anybody" tells of those who came after.
    lead = [t.text.lower() for t in document.tokens[max(0, clause.head - 6) : clause.head]]
    return "before" not in lead and was_first(document, document.sentences[clause.sentence])


def _gives_order(document: Document, clause: Clause) -> bool:
    """``It was X who gave it``, behind a sentence about an order."""
    patient = clause.argument(Role.PATIENT)
    if clause.predicate not in ("give", "issue") or patient is None or patient.text.lower() not in EMPTY:
        return False
    return bool(_sentence_before(document, clause) & {"order", "command", "instruction"})


def _tells(clause: Clause, lemmas: Sequence[str], words: Words) -> bool:
    return (
        clause.predicate in words["telling"]
        or match_phrases(lemmas, list(words["phrases"])) is not None
        or any(a.lemma in words["tidings"] for a in clause.arguments)
    )


def _hearers(document: Document, clause: Clause, words: Words) -> Argument | None:
    """The relatives (of the dead, of those missing) that news is brought to; "us" where they themselves tell it."""
    found = next((a for a in clause.arguments if set(a.lemmas) & set(words["relatives"])), None)
    if found is None and _cleft(document, clause) is not None:
        found = next((a for a in clause.arguments if a.text.lower() == "us"), None)
    return found


def _from_source(document: Document, clause: Clause, words: Words) -> tuple[str, Argument, frozenset[str]] | None:
    """``News of it came from X``, ``the order came from X``, ``on the orders of X``, ``the announcement by X``."""
    subject = clause.argument(Role.AGENT)
    if clause.predicate in ("come", "emerge", "arrive") and subject is not None:
        source = next((a for a in clause.arguments if a.preposition == "from"), None)
        if source is not None and subject.lemma in (*words["tidings"], *words["announcements"]):
            said = content_lemmas(document, tokens_in(document, subject.span))
            return ANNOUNCER, source, said if len(said) > 1 else said | _sentence_before(document, clause)
        telling = _telling_of(document, clause, words) if source is not None else None
        if source is not None and telling is not None:
            return ANNOUNCER, source, _matter(document, telling)
        if source is not None and subject.lemma in words["orders"]:
            said = content_lemmas(document, tokens_in(document, subject.span)) - {subject.lemma}
            return ORDERER, source, said or _sentence_before(document, clause)
    for argument in clause.arguments:
        ordered = argument.preposition in ("on", "by", "under", "at", "upon") and argument.lemma in words["orders"]
        if ordered and any(owner in argument.text for owner in (" of ", "'s", "’s")):
            return ORDERER, argument, _matter(document, clause)
        named = argument.lemma in words["announcements"] and argument.role in (Role.AGENT, Role.PATIENT)
        if named and any(f" {by} " in argument.text.lower() for by in ("from", "by")):
            return ANNOUNCER, argument, _said_behind(document, clause, argument) or _sentence_before(document, clause)
    return None


def _telling_of(document: Document, clause: Clause, words: Words) -> Clause | None:
    """``It came from X, who told the press that``: the clause in which the source tells it."""
    below = (c for c in document.clauses if c.governor == clause.index and c.relation == "relative")
    verbs = {*words["revealing"], *words["announce"]}
    return next((c for c in below if c.predicate in verbs and c.polarity is Polarity.POSITIVE), None)


def _said_behind(document: Document, clause: Clause, argument: Argument) -> frozenset[str]:
    """The content of a clause with "that" behind "the announcement by X", or of what stands behind a colon."""
    sentence = document.sentences[clause.sentence]
    rest = [t for t in document.sentence_tokens(sentence) if t.span.start >= argument.span.start]
    at = next((n for n, t in enumerate(rest) if t.text == ":" or (t.text.lower() == "that" and n > 1)), None)
    return content_lemmas(document, rest[at + 1 :]) if at is not None else frozenset()


def _giver(document: Document, clause: Clause) -> Argument | None:
    """Who does it: the agent, or in "it was X who ..." the X, whatever the relative clause was attached to."""
    cleft = _cleft(document, clause)
    agent = clause.argument(Role.AGENT)
    if cleft is None and (agent is None or agent.text.lower() in ("that", "who", "which")):
        cleft = read_cleft(document, clause)
    found = cleft or agent
    return leave_denied(document, clause, found) if found is not None else None


def _cleft(document: Document, clause: Clause) -> Argument | None:
    above = document.clauses[clause.governor] if clause.governor is not None else None
    if clause.relation == "conjunct" and above is not None and above.relation == "relative":
        clause, above = above, document.clauses[above.governor] if above.governor is not None else None
    while above is not None and above.relation == "apposition" and above.governor is not None:
        above = document.clauses[above.governor]
    joined = clause.relation == "conjunct" and (clause.argument(Role.AGENT) or _NOBODY).text.lower() in ("that", "who")
    agent = clause.argument(Role.AGENT)
    if above is None and agent is not None and agent.text.startswith(("It was ", "It is ", "it was ", "it is ")):
        return agent  # the parser took the whole of "it was X" for the subject of what X did
    if above is None or not above.copula or not (clause.relation == "relative" or joined):
        return None
    subject, attribute = above.argument(Role.AGENT), above.argument(Role.ATTRIBUTE)
    if attribute is not None and not attribute.preposition and (subject is None or subject.text.lower() == "it"):
        return attribute
    return None


_NOBODY = Argument(Role.MODIFIER, "", 0, "", (), Span(0, 0), "", ())


def _marks(document: Document, clause: Clause, words: Words) -> frozenset[str]:
    """``alone`` where the words leave room for nobody else, ``own accord`` where somebody was told by nobody."""
    marks = {EXPLICIT}
    around = clause.span.of(document.text).lower()
    lemmas = {t.text.lower() for t in tokens_in(document, clause.span)}
    sentence = document.sentences[clause.sentence]
    cleft = _cleft(document, clause) or read_cleft(document, clause)
    alone = cleft is not None or bool(lemmas & set(words["alone"]))
    if alone or ", not " in sentence.text.lower() or "before anyone" in around or "rather than" in around:
        marks.add(ALONE)
    if was_first(document, sentence):
        marks |= {FIRSTLY, ALONE}
    if _is_own(document, clause, words):
        marks |= {OWN, ALONE}
    return frozenset(marks)


def _is_own(document: Document, clause: Clause, words: Words) -> bool:
    """Whether somebody acts unasked: of its own accord, on its own initiative, voluntarily."""
    text = f" {clause.span.of(document.text).lower()} "
    return any(phrase in text for phrase in words["own"])


def _matter(document: Document, clause: Clause, generic: Sequence[str] = ()) -> frozenset[str]:
    """What is announced or ordered: the object, the clause that follows, or the deed ("shut on the orders of")."""
    patient = clause.argument(Role.PATIENT)
    if patient is not None and patient.lemma in generic:
        following = document.tokens[patient.head + 1] if patient.head + 1 < len(document.tokens) else None
        if following is None or following.text.lower() not in GOES_ON:
            return frozenset({NEWS})
    below = [c for c in document.clauses if c.governor == clause.index and c.relation == "complement"]
    said = _quoted(document, clause)
    said = said or frozenset(w for c in below for w in content_lemmas(document, tokens_in(document, c.span)))
    vague = patient is not None and (patient.lemma in VAGUE or patient.text.lower() in EMPTY)
    for argument in clause.arguments:
        wanted = argument.role is Role.RECIPIENT or (argument.role is Role.PATIENT and not said)
        if wanted and not vague and argument.text.lower() not in EMPTY:
            said |= content_lemmas(document, tokens_in(document, argument.span))
    if patient is not None and patient.lemma in PROMISING:
        said |= _said_behind(document, clause, patient)
    hearers = next((a for a in clause.arguments if a.lemma in PUBLIC), None)
    if said and said <= PUBLIC and hearers is not None:
        told = _said_behind(document, clause, hearers)
        if told or _cleft(document, clause) is not None:
            return told or frozenset({NEWS})
    if not said:
        return _sentence_before(document, clause)
    return said | {clause.predicate} if clause.argument(Role.AGENT) is None else said


def _quoted(document: Document, clause: Clause) -> frozenset[str]:
    """The content words of reported speech that the clause's verb introduces."""
    for quote in document.quotes:
        if quote.type is QuoteType.INDIRECT and quote.cue is not None and quote.cue.overlaps(clause.predicate_span):
            return content_lemmas(document, tokens_in(document, quote.content))
    return frozenset()


def _sentence_before(document: Document, clause: Clause) -> frozenset[str]:
    """What "the announcement", "it" or "the decision" points back to: the sentence before it, or else the headline."""
    sentence = document.sentences[clause.sentence]
    before = document.sentences[clause.sentence - 1] if clause.sentence else sentence
    if before.block != sentence.block or before is sentence:
        before = document.sentences[0]
    if before is not sentence:
        return content_lemmas(document, document.sentence_tokens(before))
    inside = {t.index for t in tokens_in(document, clause.span)}
    return content_lemmas(document, [t for t in document.sentence_tokens(sentence) if t.index not in inside])
