"""Names for findings that stay the same when nothing that matters has changed.

A fingerprint hashes rule, question and values, so that an edit elsewhere or one more outlet changes nothing; a question
key leaves the values out, so that the same question is known again when it comes back with other answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

LENGTH = 16
"""Hexadecimal digits kept: 64 bits, ample for a newsroom's archive."""


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def key_question(rule: str, subject: Iterable[str]) -> str:
    """The key of a question: its rule and the words that identify it."""
    return _digest((rule, *sorted(set(subject))))


def fingerprint(rule: str, kind: str, subject: Iterable[str], values: Iterable[str]) -> str:
    """The fingerprint of a finding: its rule, its question and its values, in no particular order."""
    return _digest((rule, kind, *sorted(set(subject)), "=", *sorted(set(values))))
