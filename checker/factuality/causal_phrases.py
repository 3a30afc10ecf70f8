"""Causes told by phrases: "because of", "put down to", "it was not the pump", "what held it up", "resigned over"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from checker.factuality.effects import Effect, cause_words
from checker.factuality.reasons import FOUND, CauseScene, Reason, content_of, kinds_of_cause
from checker.model import Token

SHORT = 5
"""Words of a thing that "it is not the steel" may name where its kind is not known, at most."""


def read_leading(scene: CauseScene) -> Iterator[Reason]:
    """Phrases that lead to the cause: "because of", "put ... down to", "traced to", "was down to"."""
    for start, end, phrase in _places_of(scene.lemmas, _leading_phrases()):
        run = scene.run(end)
        by_name = phrase.endswith(" by") and run and scene.is_name(run)
        if not run or by_name or scene.tokens[end].tag in {"VB", "CD"} or scene.in_doubt(start):
            continue
        here = scene.sentence.first + start
        skip = range(run[0].index, run[-1].index + 1)
        effects = scene.nearest(scene.opening(here), here + 1, skip)
        general = bool(set(scene.texts[max(0, start - 6) : start]) & set(scene.words["general"]))
        if not effects and not general:
            effects = scene.kinds(run[-1].index + 1, scene.sentence.last, skip)
        if not effects and not general and (phrase in scene.words["bound"] or start > 2):
            continue
        denied = "not" in scene.texts[max(0, start - 2) : start] or "n't" in scene.texts[max(0, start - 3) : start]
        yield from scene.make(run, effects, denied=denied, whole=general and not effects)


def read_because(scene: CauseScene) -> Iterator[Reason]:
    """The cause is all that the conjunction opens: "The train was late because a gate had been forced"."""
    for place, text in enumerate(scene.texts[:-2]):
        if text != "because" or scene.texts[place + 1] == "of" or scene.in_doubt(place):
            continue
        run = scene.run(place + 1, clause=True)
        if place == 0 and run and scene.asked():
            yield from scene.make(run, frozenset())
            continue
        here = scene.sentence.first + place
        denied = place > 0 and scene.texts[place - 1] == "not"
        effects = scene.kinds(scene.opening(here), here) or scene.kinds(
            run[-1].index + 1 if run else here, scene.sentence.last
        )
        if effects:
            yield from scene.make(run, effects, denied=denied)


def read_contrasts(scene: CauseScene) -> Iterator[Reason]:
    """Contrasts: "it was not the pump: ...", "Not the water", "not X but Y", "and not the forecast, that"."""
    texts = scene.texts
    for place, text in enumerate(texts):
        if text not in {"not", "n't", "never"} or place + 2 >= len(texts):
            continue
        bare = texts[max(0, place - 2) : place] in (["it", "was"], ["it", "is"])
        opens = place == 0 or bare
        cleft = texts[:2] == ["it", "was"] and texts[place - 1] in {"and", ","} and "that" in texts[place:]
        if not (opens or cleft):
            continue
        run = scene.run(place + 1)
        named = run and run[0].tag in {"DT", "PRP$", "NN", "NNS", "NNP"}
        if named and (_names_kind(run) or scene.asked() or (bare and _is_whole(scene, place, run))):
            yield from scene.make(run, frozenset(), denied=True)
            yield from _instead(scene, run)
    if texts[:2] in (["it", "was"], ["it", "is"]) and texts[2] not in {"not", "n't"}:
        run = scene.run(2)
        after = run[-1].index + 1 - scene.sentence.first if run else len(texts)
        that = next((n for n in range(after, len(texts)) if texts[n] in {"that", "which"}), None)
        if run and that is not None and texts[2] != "that" and not scene.is_name(run):
            effects = scene.kinds(scene.sentence.first + that, scene.sentence.last)
            verb = scene.lemmas[that + 1 : that + 3]
            if effects or set(verb) & set(scene.words["harming"] + scene.words["verbs"]):
                yield from scene.make(run, effects)
                return
        if run and (_was_denied(scene) or scene.asked()) and _names_kind(run):
            yield from scene.make(run, frozenset())


def _is_whole(scene: CauseScene, place: int, run: Sequence[Token]) -> bool:
    """Whether "it is not the steel" names one definite thing and says no more, or goes on to what it was instead."""
    start, end = place - 2, run[-1].index + 1 - scene.sentence.first
    alone = start <= 0 or scene.texts[start - 1] in {",", ";", ":", "and", "but", "–", "—"}
    after = scene.texts[end : end + 3]
    closed = not after or after[0] in {".", "!", "”", '"', ";"} or after[1:3] in (["it", "was"], ["it", "is"])
    return alone and closed and run[0].text.lower() in {"the", "his", "her", "their", "its"} and len(run) <= SHORT


def _instead(scene: CauseScene, denied: Sequence[Token]) -> Iterator[Reason]:
    """What it was instead: "it was never the pump, it was the valve", "not the pump but the valve"."""
    at = denied[-1].index + 1 - scene.sentence.first
    if scene.texts[at + 1 : at + 3] in (["it", "was"], ["it", "is"]) and at + 3 < len(scene.texts):
        run = scene.run(at + 3)
        if run and run[0].tag in {"DT", "PRP$", "NN", "NNS"}:
            yield from scene.make(run, frozenset())


def read_pointers(scene: CauseScene) -> Iterator[Reason]:
    """Where the evidence points: "samples lead to a rusty tank", "the trail points to a loose cable"."""
    for place, lemma in enumerate(scene.lemmas[:-2]):
        if lemma not in scene.words["pointing"] or not scene.tokens[place].tag.startswith("VB"):
            continue
        before = scene.lemmas[max(0, place - 4) : place]
        at = place + 1 + (scene.texts[place + 1] == "back")
        if scene.texts[at] not in {"to", "towards"} or not set(before) & set(scene.words["pointers"]):
            continue
        denied = bool({"not", "n't", "no", "never"} & set(scene.texts[max(0, place - 4) : place]))
        run = scene.run(at + 1)
        if run and run[0].tag in {"DT", "PRP$", "NN", "NNS", "JJ", "VBN"} and not scene.in_doubt(place):
            yield from scene.make(run, frozenset(), told=FOUND, denied=denied)


def read_clefts(scene: CauseScene) -> Iterator[Reason]:
    """The cleft "what held up the trains was a herd of reindeer"."""
    if scene.texts[0] != "what":
        return
    said = {*scene.lemmas[1:3], " ".join(scene.lemmas[1:3])}
    if not said & {*scene.words["harming"], *scene.words["verbs"]}:
        return
    at = next((n for n in range(3, len(scene.texts)) if scene.texts[n] in {"was", "were", "is"}), None)
    if at is not None:
        run = scene.run(at + 1)
        effects = scene.kinds(scene.sentence.first, scene.sentence.first + at)
        yield from scene.make(run, effects, denied=scene.texts[at + 1 : at + 2] == ["not"]) if run else ()


def read_deeds(scene: CauseScene) -> Iterator[Reason]:
    """Why people did what they did: "resigned over the leak", "is leaving to spend more time with his family"."""
    deeds = set(scene.words["reasons"]["deeds"])
    leaving = [Effect("resignation", t.index, t.index + 1) for t in scene.tokens if t.lemma == "leave"]
    for effect in (*scene.effects, *leaving):
        if effect.kind not in deeds:
            continue
        aloud = scene.words["reasons"]["over"] if effect not in leaving else ()
        start = effect.last - scene.sentence.first
        for phrase in aloud:
            words = phrase.split()
            for at in range(start, min(start + 12, len(scene.texts) - len(words))):
                if scene.texts[at : at + len(words)] == words:
                    run = scene.run(at + len(words))
                    if run:
                        yield from scene.make(run, frozenset({effect.kind}))
        spend = next((n for n in range(start, min(start + 10, len(scene.texts) - 1)) if _spends(scene, n)), None)
        if spend is not None:
            run = scene.run(spend + 1, clause=True)
            if run:
                yield from scene.make(run, frozenset({effect.kind}))


def _spends(scene: CauseScene, place: int) -> bool:
    goals = {"spend", "care", "focus", "concentrate", "pursue", "devote", "recover"}
    return scene.texts[place] == "to" and scene.lemmas[place + 1] in goals and scene.tokens[place + 1].tag == "VB"


def read_plenty(scene: CauseScene) -> Iterator[Reason]:
    """Plenty: "the helicopter had plenty of fuel": what there was enough of did not run out."""
    plenty = set(scene.words["plenty"])
    for place, text in enumerate(scene.texts[:-1]):
        if text not in plenty or not {"have", "be", "with"} & set(scene.lemmas[max(0, place - 4) : place]):
            continue
        start = place + 2 if scene.texts[place + 1] == "of" else place + 1
        run = scene.run(start)[:2] if start < len(scene.tokens) else []
        words = content_of(run)
        if words and kinds_of_cause(words[:1]):
            for reason in scene.make(run, frozenset(), told=FOUND, denied=True, sound=True):
                yield replace(reason, words=words[:1])


def _names_kind(run: Sequence[Token]) -> bool:
    return bool(kinds_of_cause(content_of(run)[:1])) and run[0].text.lower() not in {"a", "an"}


def _was_denied(scene: CauseScene) -> bool:
    """Whether the sentence before rules another cause out: "Not the water. It was the scholarships"."""
    if not scene.sentence.index:
        return False
    before = scene.document.sentence_tokens(scene.document.sentences[scene.sentence.index - 1])
    texts = [t.text.lower() for t in before[:4]]
    return bool(texts) and (texts[0] == "not" or (texts[:2] == ["it", "was"] and "not" in texts))


@cache
def _leading_phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The phrases that lead to a cause, as their words and as they are listed, by first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, phrase in {tuple(phrase.split()): phrase for phrase in cause_words()["leading"]}.items():
        found.setdefault(words[0], []).append((words, phrase))
    return found


def _places_of(
    lemmas: Sequence[str], opening: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[int, int, str]]:
    """Where phrases stand: start, end (exclusive), phrase; "put the fall down to" lets a few words between."""
    for start in range(len(lemmas)):
        for words, phrase in opening.get(lemmas[start], ()):
            if tuple(lemmas[start : start + len(words)]) == words:
                if start + len(words) < len(lemmas):
                    yield start, start + len(words), phrase
                break
            if words[0] in {"put", "trace", "attribute", "ascribe", "pin"} and len(words) > 1:
                tail = words[1:]
                for at in range(start + 2, min(start + 8, len(lemmas) - len(tail))):
                    if tuple(lemmas[at : at + len(tail)]) == tail:
                        yield at - 1, at + len(tail), phrase
                        break
                else:
                    continue
                break
