"""The wheel: what is in it, and that it lives beside other packages called ``rules`` and ``reports``."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="needs the checkout"),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without the network."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_under(folder: str) -> set[str]:
    """The files of a folder of the checkout that belong into the wheel."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_rules_and_formats_are_inside_the_package(names: set[str]) -> None:
    for folder in ("rules", "reports"):
        assert {f"checker/{name}" for name in files_under(folder)} <= names


def test_the_whole_package_is_there_with_its_data(names: set[str]) -> None:
    assert files_under("checker") <= names
    assert any(name.endswith("en_news_small/meta.json") for name in names)
    assert "checker/py.typed" in names


def test_nothing_else_is_installed(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in names)


def test_the_licence_comes_along(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_it_works_beside_packages_of_the_same_names(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("rules", "reports"):
        (site / name).mkdir(parents=True)
        (site / name / "__init__.py").write_text(f"WHOSE = 'another project, {name}'\n")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    script = (
        "import rules, reports, checker, checker.registry as registry\n"
        "print(rules.WHOSE, reports.WHOSE)\n"
        "print(checker.__file__, list(checker.__path__))\n"
        "print(sorted(one.rule.id for one in registry.find_rules()))\n"
        "print(registry.find_format('json').name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
    )
    assert done.returncode == 0, done.stderr
    whose, where, rules, form = done.stdout.splitlines()
    assert whose == "another project, rules another project, reports"
    package = site / "checker"
    assert where == f"{package / '__init__.py'} {[str(package)]}"
    assert "figures" in rules
    assert form == "json"


def test_every_dependency_is_pinned_and_no_address_is_named() -> None:
    pins = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in pins if not line.startswith("#")}
    assert all("==" in line and "/" not in line and "@" not in line for line in pins if not line.startswith("#"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    for requirement in wanted:
        name = requirement.split(">")[0].split("=")[0].split("<")[0].lower().replace("_", "-")
        assert name in pinned
