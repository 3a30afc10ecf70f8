"""The gate: new articles against an archive, each finding at its place in them, and whether it stands in the way.

    outcome = check_new(read_paths(["new.md"]), read_paths(["archive/"]))

What is known already (decisions, comments, a baseline) is taken into account by ``settle``.
"""

from checker.gate.checking import check_new
from checker.gate.showing import choose_shown, is_failing

__all__ = ["check_new", "choose_shown", "is_failing"]
