"""Parses articles in a process of its own, so that loading the parser takes no time from what else there is to do.

Loading it takes longer than everything that a check does before it needs a parse, and neither can be done in a second
thread, since Python runs one thread at a time. What comes back is what ``analyse_together`` would give here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from checker.language.analysis import analyse_together
from checker.language.packing import pack_parse
from checker.language.pipeline import load
from checker.model import Article, Span


class ApartError(Exception):
    """The process is gone, or could not parse what it was given."""


class Apart:
    """A process that parses with the package's own pipeline. Articles come back in the order that they are sent in."""

    def __init__(self) -> None:
        """Start the process; only where ``is_possible`` says so."""
        context = multiprocessing.get_context("fork")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._line), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, articles: Sequence[tuple[Article, Span | None]]) -> None:
        """Have some articles parsed, each with its region that is not read. Raises ApartError."""
        try:
            self._line.send([(article.text, article.title, skip) for article, skip in articles])
        except OSError as error:
            raise ApartError(str(error)) from error

    def receive(self) -> bytes:
        """The next article's parse, packed, as soon as it is there. Raises ApartError."""
        try:
            return self._line.recv_bytes()
        except (OSError, EOFError) as error:
            raise ApartError(str(error)) from error

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._line.close()
        self._process.kill()
        self._process.join()


def is_possible() -> bool:
    """Whether a process can be started, and can be of use: the parser is not loaded here, and two can run at once.

    A process is started as a copy of this one, which has all modules loaded. That is safe where there is one thread,
    and on systems whose own libraries put up with it: on macOS they do not.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or "spacy" in sys.modules:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _serve(line: Connection[Any, Any], theirs: Connection[Any, Any]) -> None:
    """Parse what comes over the line until it ends."""
    theirs.close()  # this process has a copy of the other end, and would never see it end
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one, which ends it
    parsed: SimpleQueue[bytes] = SimpleQueue()
    # Two that send each other more than the line holds, and do not listen, would wait for ever.
    threading.Thread(target=_hand_back, args=(line, parsed), daemon=True).start()
    try:
        load()
        while True:
            asked = [(Article("", text, title=title), skip) for text, title, skip in line.recv()]
            for document in analyse_together(asked):
                parsed.put(pack_parse(document))
    except (EOFError, OSError):
        pass  # whoever asked has gone, or will parse by itself, and say what cannot be opened
    finally:
        line.close()


def _hand_back(line: Connection[Any, Any], parsed: SimpleQueue[bytes]) -> None:
    try:
        while True:
            line.send_bytes(parsed.get())
    except OSError:
        return  # nobody listens any more
