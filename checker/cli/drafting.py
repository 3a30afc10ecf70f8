"""Drafts a rule of one's own: a module that finds something, and its cases, both to be written over."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from checker.cli.console import TroubleError

# What a rule is called: "alert_levels". It is a module's name, and stands in comments and configuration.
NAME = re.compile(r"[a-z][a-z0-9_]{0,49}")

FILES = {"rule.py.txt": ".py", "rule.md.txt": ".md"}


def draft_rule(name: str, folder: Path, known: set[str]) -> tuple[Path, ...]:
    """Write the two files of a new rule into the folder, which is made where it is not there; gives their paths.

    Raises TroubleError when the name cannot be used or is taken, or a file is there already or cannot be written.
    """
    if not NAME.fullmatch(name):
        raise TroubleError(f'"{name}" cannot be the name of a rule: use lower-case letters, digits and underscores')
    if name in known:
        raise TroubleError(f'there is a rule "{name}" already')
    places = {template: folder / f"{name}{suffix}" for template, suffix in FILES.items()}
    for path in places.values():
        if path.exists():
            raise TroubleError(f"{path}: is there already")
    data = resources.files("checker.cli") / "data"
    title = name.replace("_", " ").capitalize()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for template, path in places.items():
            text = (data / template).read_text(encoding="utf-8")
            with path.open("x", encoding="utf-8") as file:
                file.write(text.replace("{{name}}", name).replace("{{title}}", title))
    except OSError as error:
        raise TroubleError(f"{error.filename or folder}: cannot be written: {error.strerror or error}") from error
    return tuple(places.values())
