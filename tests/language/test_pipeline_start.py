"""The parser starts without what only spaCy's own command line needs."""

import subprocess
import sys

PROGRAM = """
import sys
from checker.language.pipeline import load
load()
print(*(name in sys.modules for name in ("spacy.cli", "typer", "httpx", "requests")))
import spacy
print(callable(spacy.info), bool(spacy.info(silent=True)))
import spacy.cli
print(spacy.cli.download.__module__)
"""


def test_the_command_line_is_left_out_and_there_when_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False False False False", "True True", "spacy.cli.download"]
