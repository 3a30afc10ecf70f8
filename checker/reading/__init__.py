"""Reads articles: files of all kinds, folders with an index, and standard input; what is known of each comes along.

    reading = read_paths(["articles/", "late.html"])
    reading.articles, reading.inputs

One file that cannot be read is an ``Input`` with its reason; the others are read all the same.
"""

from checker.reading.borrowing import borrow_days
from checker.reading.dateline import DatelineHint
from checker.reading.head import Head, read_head
from checker.reading.inputs import Reading, read_paths, read_unsaved

__all__ = ["DatelineHint", "Head", "Reading", "borrow_days", "read_head", "read_paths", "read_unsaved"]
