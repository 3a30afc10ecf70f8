"""The formats as the registry finds them."""

from __future__ import annotations

import subprocess
import sys

from checker.registry import find_formats

NAMES = {"text", "json", "markdown", "csv", "csv-matrix", "html"}


def test_every_format_is_found_by_its_name_and_describes_itself() -> None:
    formats = find_formats()
    assert set(formats) >= NAMES
    for name, form in formats.items():
        assert form.name == name
        assert form.suffix.startswith(".")
        assert form.description


def test_listing_the_formats_loads_nothing_heavy() -> None:
    code = (
        "import sys; from checker.registry import find_formats; find_formats(); "
        "print(sorted({'jinja2', 'pydantic', 'rich', 'markupsafe'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
