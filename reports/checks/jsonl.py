"""The results of a check, a JSON object a line."""

from __future__ import annotations

from checker.formats import CheckFormat, CheckOptions
from checker.model import Outcome

from ._records import result_record
from .json import dump


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write a line for each result, the weightiest first; nothing when there is none."""
    del options
    return "".join(f"{dump(result_record(result))}\n" for result in outcome.results)


FORMAT = CheckFormat("jsonl", ".jsonl", write, "a JSON object a line for each result")
