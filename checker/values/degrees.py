"""How far a wording goes on a scale, and how far a process has come: answers that differ by degree.

Two degrees of one scale never contradict each other: what one article calls a scuffle another may call a riot. They
are framing where they lie far enough apart for a reader to take away something else. Two stages of one process are
nothing by themselves; the later article knows more.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class DegreeValue:
    """A wording at a ``degree`` of a ``scale``; ``apart`` is the least distance at which two read differently."""

    text: str
    scale: str
    degree: int
    apart: int = 2

    @property
    def type(self) -> ValueType:
        """Always ``status``."""
        return ValueType.STATUS

    @property
    def normalized(self) -> str:
        """The scale and the degree: "trouble 3"."""
        return f"{self.scale} {self.degree}"


@dataclass(frozen=True, slots=True)
class StageValue:
    """A ``stage`` of a ``process``; ``ahead`` says that it is still to come: planned, awaited or denied so far."""

    text: str
    process: str
    stage: int
    ahead: bool = False

    @property
    def type(self) -> ValueType:
        """Always ``status``."""
        return ValueType.STATUS

    @property
    def normalized(self) -> str:
        """The process and the stage: "custody 2", "custody before 2"."""
        return f"{self.process} {'before ' if self.ahead else ''}{self.stage}"

    @property
    def reached(self) -> float:
        """How far the process has come: half a stage short of one that lies ahead."""
        return self.stage - 0.5 if self.ahead else float(self.stage)


def compare_degrees(one: DegreeValue, other: DegreeValue) -> Verdict:
    """Compare two wordings for one thing. Symmetric in its relation."""
    said = f"“{one.text}” beside “{other.text}”"
    if one.scale != other.scale:
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: they speak of different things")
    if one.degree == other.degree:
        return Verdict(Relation.AGREE, f"{said}: the one goes as far as the other")
    if abs(one.degree - other.degree) < max(one.apart, other.apart):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: hardly further")
    return Verdict(Relation.FRAMING, f"{said}: the one goes much further than the other")


def compare_stages(one: StageValue, other: StageValue) -> Verdict:
    """Compare two stages: the same is agreement; of others the order of the articles decides what they come to."""
    said = f"“{one.text}” beside “{other.text}”"
    if one.process != other.process:
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: they speak of different things")
    if one.reached == other.reached:
        return Verdict(Relation.AGREE, f"{said}: the same stage")
    return Verdict(Relation.COMPATIBLE, f"{said}: stages of one process")
