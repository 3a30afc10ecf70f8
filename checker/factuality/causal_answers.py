"""Causes told as answers: "So what started it? A spark from a saw", "the gale did it", "sparked when a line fell"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.factuality.reasons import EXPLICIT, CauseScene, Reason
from checker.language.phrases import NOUN_TAGS

STARTING = frozenset(
    """spark ignite start trigger cause kindle begin set touch provoke unleash precipitate prompt happen occur erupt
    originate""".split()
)
"""Verbs of how a mishap began, before "when" or after "what" (own list)."""

UNTIL_WHEN = 7
"""Words between the verb and its "when"."""

SHORT_QUESTION = 9
"""Words of a question for a cause, at most."""

FIRST = 3
"""Words of a clause that tell what began it."""

AFTER_DEED = frozenset({"RB", "JJ", "IN", "TO", "VB", "VBG"})
"""Tags of a word behind "did it" by which somebody did a deed, and no cause is told."""

DENYING = frozenset({"not", "n't", "never", "no", "if", "whether", "may", "might", "could"})


def read_begun(scene: CauseScene) -> Iterator[Reason]:
    """How a mishap began: "the fire was sparked on Sunday when a power line fell into dry grass"."""
    for place, lemma in enumerate(scene.lemmas):
        if lemma not in STARTING or not scene.tokens[place].tag.startswith("VB"):
            continue
        when = next(
            (n for n in range(place + 1, min(len(scene.texts), place + UNTIL_WHEN)) if scene.texts[n] == "when"), None
        )
        if when is None or DENYING & {*scene.texts[max(0, place - 4) : place]}:
            continue
        first = scene.sentence.first
        effects = scene.kinds(first, first + when)
        run = scene.run(when + 1, clause=True)
        if effects and len(run) > 1 and any(t.tag in NOUN_TAGS for t in run):
            # What comes first is what began it; the words behind only say where it led.
            for reason in scene.make(run, effects, told=EXPLICIT):
                yield replace(reason, words=reason.words[:FIRST])


def read_doer(scene: CauseScene) -> Iterator[Reason]:
    """What "did it": "Monday night's gale did it", "the line that did it was older than the crews"."""
    for place in range(1, len(scene.texts) - 1):
        if scene.texts[place] != "did" or scene.texts[place + 1] != "it":
            continue
        if place + 2 < len(scene.texts) and scene.tokens[place + 2].tag in AFTER_DEED:
            continue  # "did it again", "did it for the money"
        end = place - 1 if scene.texts[place - 1] in {"that", "which"} else place
        begin = end
        while begin and scene.tokens[begin - 1].tag in {*NOUN_TAGS, "JJ", "DT", "POS", "CD", "VBN", "VBG", "HYPH"}:
            begin -= 1
        run = list(scene.tokens[begin:end])
        if any(t.tag in {"NN", "NNS"} for t in run) and not scene.is_name(run) and not _is_anybody(scene, begin, end):
            yield from scene.make(run, frozenset(), told=EXPLICIT)


def _is_anybody(scene: CauseScene, begin: int, end: int) -> bool:
    return bool({"who", "he", "she", "they", "we", "i", "you", "nobody", "somebody"} & {*scene.texts[begin:end]})


def read_answer(scene: CauseScene) -> Iterator[Reason]:
    """A noun phrase behind a short question for the cause; pages that lost their marks end it with a full stop."""
    if not scene.sentence.index or not _asks(scene):
        return
    run = scene.run(0)
    finite = [n for n, t in enumerate(scene.tokens) if t.tag in {"VBD", "VBZ", "MD"} and not scene.is_participle(n)]
    if run and not finite and run[0].tag in {"DT", "JJ", *NOUN_TAGS}:
        yield from scene.make(run, frozenset(), told=EXPLICIT)


def _asks(scene: CauseScene) -> bool:
    """Whether the sentence before asks what brought it about: "So what started it."."""
    before = scene.document.sentences[scene.sentence.index - 1]
    tokens = scene.document.sentence_tokens(before)
    texts = [t.text.lower() for t in tokens]
    if len(tokens) > SHORT_QUESTION or "what" not in texts[:3]:
        return False
    behind = tokens[texts.index("what") + 1 :]
    return bool(behind) and (
        behind[0].lemma.lower() in STARTING
        or [t.text.lower() for t in behind[:2]] in (["did", "it"], ["went", "wrong"], ["brought", "it"])
    )
