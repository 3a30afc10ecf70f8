"""What an article says of something, and what its own figures, or the calendar, make of it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class ReckonedValue:
    """An answer that is said in so many words, or that follows from others.

    ``answer`` is the canonical answer ("Sunday", "62 miles"). ``basis`` says that ``text`` is not the answer itself but
    what it follows from ("31 December 2034", "100 km").
    """

    type: ValueType
    text: str
    answer: str
    basis: bool = False

    @property
    def normalized(self) -> str:
        """The answer."""
        return self.answer


def compare_reckoned(one: ReckonedValue, other: ReckonedValue) -> Verdict:
    """What is said, beside what follows; two sayings, or two reckonings, are not set against each other."""
    if one.answer == other.answer:
        return Verdict(Relation.AGREE, f"“{one.text}” and “{other.text}” come to the same")
    if one.basis is other.basis:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”")
    basis, said = (one, other) if one.basis else (other, one)
    # "A rise of 12 percent, not “12 percent”" would say nothing: what is said is a fall.
    told = said.answer if said.text in basis.answer else f"“{said.text}”"
    return Verdict(Relation.CONTRADICT, f"“{basis.text}” makes it {basis.answer}, not {told}")
