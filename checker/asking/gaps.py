"""The fallback that is always exact: the words of the evidence, with a gap where the answer stands."""

from __future__ import annotations

import re

from checker.language.phrases import sentence_at
from checker.model import Claim, Document

LEAST = 3
"""Words around a gap below which the rest of the sentence is told as well; a label needs one ("Grants: …")."""

SIDE = 48
"""Characters kept on each side of a gap."""

# Where a quotation may begin or end when it is shortened: "... last spring, | she said"
BREAKS = re.compile(r"[,;:.!?–—|]\s+|\s+[–—|]\s+|\s*[()\[\]]\s*")
# "... taught for forty years | and I know what that means"
TURNS = re.compile(r"\s+(?=(?:and|but|or|when|while|which|who|that|because|after|before)\s)")
EDGES = " $€£\t,;:.!?–—-|*•()[]"
MARKS = str.maketrans({"“": "‘", "”": "’", '"': "'", "«": "‘", "»": "’", "*": "", "\u00a0": " "})


def leave_gap(claim: Claim, asked: str, document: Document) -> str | None:
    """The question as a quotation with a gap: "how much: “The unit price of … is unchanged”?"; None without words."""
    told = _leave(claim.text, claim.value.text)
    if told is None:
        return None
    if _count(told) < LEAST and ":" not in told:
        sentence = sentence_at(document, claim.span)
        around = _leave(sentence.span.of(document.text), claim.value.text) if sentence is not None else None
        told = around if around is not None and _count(around) > _count(told) else told
    return f"{asked}: “{told.translate(MARKS)}”?" if _count(told) else None


def _count(text: str) -> int:
    return len(re.findall(r"[^\W\d]{3,}", text))


def _leave(words: str, answer: str) -> str | None:
    """Words with a gap where the answer stands among them; None where it does not."""
    text = re.sub(r"\s+", " ", words)
    value = re.sub(r"\s+", " ", answer).strip()
    at = text.find(value)
    if not value or at < 0:
        return None
    before, after = text[:at], text[at + len(value) :]
    before, after = _shorten_left(before), _shorten_right(after)
    return f"{_trim(before, left=True)}…{_trim(after, left=False)}".replace("….", "…").strip(EDGES)


# What a quotation neither begins nor ends with when it is cut: "of the | agreement on the truce | between the"
LEADING = re.compile(r"^(?:(?:and|or|but|of|which|that|who|than|as|the same),?\s+)+(?=\S)", re.I)
TRAILING = re.compile(
    r"(?:\s+(?:and|or|but|of|to|by|for|with|in|on|at|from|the|a|an|between|which|that|who|as|than|its|their"
    r"|what|that (?:they|it|he|she|we)))+$"
)


def _trim(text: str, *, left: bool) -> str:
    """One side of a gap without what dangles at its outer edge."""
    if left:
        shorter = LEADING.sub("", text.lstrip(EDGES))
        return shorter if _count(shorter) > 1 or not shorter.strip() else text.lstrip(EDGES)
    return TRAILING.sub("", text.rstrip(EDGES))


def quote_words(text: str) -> str:
    """Words of the evidence to stand in a question, in its marks, shortened at a word."""
    said = TRAILING.sub("", LEADING.sub("", re.sub(r"\s+", " ", text).strip(EDGES)))
    if len(said) > 2 * SIDE:
        said = f"{said[: 2 * SIDE].rsplit(' ', 1)[0].strip(EDGES)} …"
    return f"“{said.translate(MARKS)}”"


def _shorten_left(before: str) -> str:
    breaks = [m.end() for m in BREAKS.finditer(before)]
    enough = [at for at in breaks if len(re.findall(r"\w{2,}", before[at:])) > 1]
    if enough:
        return before[enough[-1] :]
    if len(before) <= SIDE:
        return before
    return before[-SIDE:].partition(" ")[2]


def _shorten_right(after: str) -> str:
    found = next(
        (m.start() for m in BREAKS.finditer(after) if len(re.findall(r"\w{2,}", after[: m.start()])) > 0), None
    )
    if found is not None and found <= SIDE:
        return after[:found]
    turn = next((m.start() for m in TURNS.finditer(after) if m.start() > SIDE // 3), None)
    if turn is not None and turn <= SIDE:
        return after[:turn]
    return after if len(after) <= SIDE else after[:SIDE].rpartition(" ")[0]
