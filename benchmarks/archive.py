"""How long a check of one article takes against archives of growing size: first, again, and through the server.

    python benchmarks/archive.py                              # 200 and 2,000 articles
    python benchmarks/archive.py 200 2000 20000               # sizes of one's own
    python benchmarks/archive.py 2000 --mix ARTICLES...       # real articles among them: folders, files, JSON lines

For each size a Git repository is made with an archive of invented articles (and those mixed in), and one more article
on one of its events. The first check finds nothing in the cache; the next ones find all, the new article's parse too;
that of a new article finds all but that. Whole processes are measured, from their start to their end: on the clock, and
in processor seconds of the process and those it started. Other work on the machine counts in the first and hardly in
the second.

The checkout is compiled first, as a package is when it is installed: where Python is told to write no bytecode
(PYTHONDONTWRITEBYTECODE), each run of a checkout that is not compiled takes half a second more.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "samples"))

from invented import write_articles
from sample_editor import Editor

from checker import Article
from checker.reading import read_paths

EACH = 5
"""Articles an event."""

COMMAND = [sys.executable, "-m", "checker"]


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took, and what it left with and wrote."""

    clock: float
    processor: float
    status: int
    out: str

    def __str__(self) -> str:
        return f"{self.clock:6.2f} s on the clock, {self.processor:6.2f} s of processors"


def run(folder: Path, *command: str) -> Took:
    """Run a program in a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    clock = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: status {done.returncode}\n{done.stderr}")
    return Took(clock, processor, done.returncode, done.stdout)


def to_markdown(article: Article) -> str:
    """An article as a file with front matter."""
    known = {"title": article.title, "source": article.source, "published": article.published}
    lines = [f"{key}: {json.dumps(str(value), ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---", "", article.text, ""])


def read_mixed(paths: Sequence[str]) -> Iterator[Article]:
    """Real articles: of folders and files that the checker reads, where ``doc_id`` is an id too."""
    yield from read_paths(paths).articles


def make_repository(folder: Path, size: int, mixed: Sequence[Article]) -> None:
    """A Git repository with an archive and, in a commit behind it, one new article on an event of the archive."""
    archive = folder / "archive"
    written = write_articles(-(-size // EACH), EACH, archive=True)
    *told, new = sorted(written, key=lambda article: article.id == f"e7-a{EACH - 1}")
    for number, article in enumerate([*mixed, *told][:size]):
        place = archive / f"{number % 50:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05}.md").write_text(to_markdown(article), encoding="utf-8")
    git = ("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@desk.example", "-c", "gc.auto=0")
    run(folder, "git", "init", "-q")
    run(folder, *git, "add", ".")
    run(folder, *git, "commit", "-q", "-m", "Keep the archive")
    (folder / "one.md").write_text(to_markdown(new), encoding="utf-8")
    run(folder, *git, "add", ".")
    run(folder, *git, "commit", "-q", "-m", "Report once more")


def compile_checkout() -> None:
    """Write the bytecode of the package, as installing it does."""
    for name in ("checker", "rules", "reports"):
        compileall.compile_dir(Path(__file__).parents[1] / name, quiet=1)


def measure(size: int, mixed: Sequence[Article]) -> None:
    """Make an archive of a size, check against it, tell."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_repository(folder, size, mixed)
        check = (*COMMAND, "check", "one.md", "--against", "archive", "--format", "json", "--exit-zero")
        print(f"{size} articles, {sum(1 for _ in folder.glob('archive/*/*'))} files")
        print(f"  start-up              {run(folder, *COMMAND, '--version')}")
        print(f"  without an archive    {run(folder, *COMMAND, 'check', 'one.md', '--exit-zero')}")
        first = run(folder, *check)
        print(f"  first check           {first}")
        print(f"  again                 {run(folder, *check)}")
        again = run(folder, *check)
        print(f"  and again             {again}")
        if again.out != first.out:
            raise AssertionError("the second answer is another than the first")
        new, text = folder / "one.md", (folder / "one.md").read_text(encoding="utf-8")
        new.write_text(f"{text}One sentence more makes it another article.\n", encoding="utf-8")
        print(f"  a new article         {run(folder, *check)}")
        new.write_text(text, encoding="utf-8")
        record = json.loads(again.out)
        sizes = sorted({place["articles"] for place in record["events"]}) if "events" in record else "?"
        print(f"    events of {sizes} articles, {len(record['results'])} results")
        changed = (*COMMAND, "check", ".", "--changed-since", "HEAD~1", "--format", "json", "--exit-zero")
        run(folder, *changed)
        print(f"  --changed-since       {run(folder, *changed)}")
        for name, seconds in ask_server(folder).items():
            print(f"  {name:22}{seconds:6.2f} s on the clock")
        kept = sum(one.stat().st_size for one in (folder / ".checker_cache").iterdir())
        print(f"  cache                 {kept / 1e6:.1f} MB")


def ask_server(folder: Path) -> dict[str, float]:
    """Seconds that the running server takes to show what it finds: when the article is opened, and when it changes."""
    command = [*COMMAND, "server", "--against", "archive"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        editor = Editor(server.stdout, server.stdin)  # type: ignore[arg-type]
        began = time.perf_counter()
        editor.start(folder)
        uri = editor.open(folder / "one.md")
        editor.diagnostics(uri, 1)
        took = {"server, to the first": time.perf_counter() - began}
        text = (folder / "one.md").read_text(encoding="utf-8")
        changes = []
        for number in range(5):
            began = time.perf_counter()
            version = editor.type(uri, f"{text}One more sentence, the {number} of them.\n")
            editor.diagnostics(uri, version)
            changes.append(time.perf_counter() - began)
        took["server, after a change"] = sorted(changes)[len(changes) // 2]
        editor.leave()
    return took


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[200, 2000])
    parser.add_argument("--mix", nargs="+", default=[], metavar="ARTICLES", help="real articles to put among them")
    args = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    compile_checkout()
    mixed = list(read_mixed(args.mix)) if args.mix else []
    for size in args.sizes:
        measure(size, mixed)


if __name__ == "__main__":
    main()
