"""What importing costs, and which way imports point."""

import subprocess
import sys
from pathlib import Path

import pytest

import checker

ROOT = Path(checker.__file__).parent.parent

# Each takes a tenth of a second or more to import; only the command that needs one pays for it.
HEAVY = (
    *("spacy", "trafilatura", "dateparser", "babel", "jinja2", "rich", "lxml", "pydantic", "numpy", "rapidfuzz"),
    *("fastapi", "sqlalchemy", "alembic", "uvicorn"),
)


def loaded_after(code: str) -> set[str]:
    """The top-level modules that are loaded when the code has run in a fresh interpreter."""
    script = f"{code}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("code", ["import checker", "import checker.cli.group", "from checker import Article"])
def test_nothing_heavy_is_loaded_to_begin_with(code: str) -> None:
    assert not loaded_after(code) & {*HEAVY}


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    script = "import sys, checker; print([name for name in sys.modules if name.startswith('checker.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_reading_text_loads_nothing_heavy() -> None:
    assert not loaded_after("from checker.reading import read_paths; read_paths(['seeds'])") & {*HEAVY}


def test_every_public_name_can_be_had() -> None:
    for name in checker.__all__:
        assert getattr(checker, name) is not None
    assert set(checker.__all__) <= set(dir(checker))


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        checker.nothing_of_the_kind  # noqa: B018


def test_rules_and_formats_are_found_as_part_of_the_package() -> None:
    import importlib

    for name in ("rules", "reports"):
        module = importlib.import_module(f"checker.{name}")
        assert Path(next(iter(module.__path__))).name == name


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "rules").is_dir(), reason="the contracts are those of the checkout")
def test_imports_point_one_way() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout
