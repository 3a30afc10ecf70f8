"""What was parsed before is not parsed again, and what comes out is what parsing here and now would give."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.gate import parses as parsing
from checker.gate.cache import FILE, Cache
from checker.gate.parses import Asked, Parses, key_parse
from checker.language import analyse, analyse_together
from checker.language.apart import ApartError
from checker.language.packing import pack_parse
from checker.model import Article, Document, Span
from checker.reading import Reading

ONE = Article("one", "Ferry sinks off Tresko\n\nA ferry with 142 people on board sank on Sunday. Nobody was hurt.")
OTHER = Article("other", "---\nsource: Daily\n---\n\nA ferry sank off Tresko, the coast guard said.", title="A ferry")
FOREIGN = Article("foreign", "Le conseil municipal a voté hier soir le budget de la ville pour les deux années.")
ASKED: list[Asked] = [(ONE, None), (OTHER, Span(0, 21)), (FOREIGN, None)]
Fill = Callable[..., Parses]


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started but by the tests that say so."""
    monkeypatch.setattr(parsing, "is_possible", lambda: False)


@pytest.fixture
def parsed_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are parsed in this process."""
    seen: list[str] = []

    def note(articles: list[Asked]) -> list[Document]:
        seen.extend(article.id for article, _ in articles)
        return analyse_together(articles)

    monkeypatch.setattr(parsing, "analyse_together", note)
    return seen


class Beside:
    """Stands for the process: parses as it does, and is gone after some articles."""

    def __init__(self, lasts: int = 99) -> None:
        self.lasts = lasts
        self.parsed: list[bytes] = []
        self.sent: list[int] = []
        self.open = True

    def send(self, articles: list[Asked]) -> None:
        if self.lasts == 0:
            raise ApartError("gone")
        self.sent.append(len(articles))
        self.parsed.extend(pack_parse(analyse(article, skip=skip)) for article, skip in articles)

    def receive(self) -> bytes:
        if self.lasts == 0:
            raise ApartError("gone")
        self.lasts -= 1
        return self.parsed.pop(0)

    def close(self) -> None:
        self.open = False


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Beside:
    process = Beside()
    monkeypatch.setattr(parsing, "is_possible", lambda: True)
    monkeypatch.setattr(parsing, "Apart", lambda: process)
    return process


def take(parses: Parses, asked: list[Asked] = ASKED) -> list[Document]:
    found = dict(parses(asked))
    return [found[number] for number in range(len(asked))]


def fill(folder: Path) -> None:
    with Parses(Cache(folder)) as parses:
        take(parses)
    assert parses.notes == []


def test_what_comes_out_is_what_parsing_gives(tmp_path: Path) -> None:
    for kept in (None, Cache(tmp_path), Cache(tmp_path)):
        with Parses(kept) as parses:
            assert take(parses) == analyse_together(ASKED)


def test_what_was_parsed_before_is_not_parsed_again(tmp_path: Path, parsed_now: list[str]) -> None:
    fill(tmp_path)
    parsed_now.clear()
    changed = Article("one", ONE.text.replace("142", "124"))
    with Parses(Cache(tmp_path)) as parses:
        assert take(parses, [(changed, None), *ASKED]) == analyse_together([(changed, None), *ASKED])
    assert parsed_now == ["one"]


def test_what_is_kept_comes_first(tmp_path: Path) -> None:
    fill(tmp_path)
    new: Asked = (Article("new", "The ferry was raised on Monday."), None)
    with Parses(Cache(tmp_path)) as parses:
        assert [number for number, _ in parses([new, *ASKED])] == [1, 2, 3, 0]


@pytest.mark.parametrize(
    ("article", "skip"),
    [
        (Article("one", ONE.text + " "), None),
        (Article("one", ONE.text, title="Ferry sinks"), None),
        (ONE, Span(0, 5)),
        (ONE, Span(0, 6)),
    ],
)
def test_all_that_decides_about_a_parse_is_in_its_key(article: Article, skip: Span | None) -> None:
    assert key_parse(article, skip) != key_parse(ONE, None)


def test_nothing_else_is_in_its_key() -> None:
    other = Article("two", ONE.text, source="Daily", published="2031-05-04", path="x.md")
    assert key_parse(other, None) == key_parse(ONE, None)


def test_code_that_parses_otherwise_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_parse(ONE, None)
    monkeypatch.setattr(parsing, "_hash_code", lambda: "another version")
    assert key_parse(ONE, None) != before


def test_modules_that_parse_are_part_of_the_key() -> None:
    program = (
        "import sys; from checker import Article; from checker.language.analysis import analyse\n"
        "for text in ('Quake kills 31\\n\\nIt hit on Tuesday, she said.', 'Ferry sinks'): analyse(Article('a', text))\n"
        "print(*sorted(name for name in sys.modules if name.startswith('checker.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    at_work = {name.removeprefix("checker.").replace(".", "/") for name in done.stdout.split()}
    # Records that parsing does not fill, and what clauses are read with: imported with their packages, not asked.
    idle = {"model", "lexicon", "factuality"}
    kept = {f"lexicon/{name}" for name in ("familiarity", "inflection", "wordnet")}
    parts = {part.removesuffix(".py") for part in parsing.CODE}
    left = {one for one in at_work if not any(one == part or one.startswith(f"{part}/") for part in parts)}
    assert {one.partition("/")[0] for one in left} <= idle
    assert kept <= parts
    assert "language/analysis" in at_work


def test_the_process_parses_the_new_articles_while_the_rest_is_found(beside: Beside, parsed_now: list[str]) -> None:
    with Parses() as parses:
        parses.begin(Reading((ONE,), ()))
        assert take(parses) == analyse_together(ASKED)
        assert (beside.sent, parsed_now) == ([1, 2], [])
    assert not beside.open


def test_where_everything_is_kept_no_process_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path)
    monkeypatch.setattr(parsing, "is_possible", lambda: True)
    monkeypatch.setattr(parsing, "Apart", lambda: pytest.fail("a process was started"))
    with Parses(Cache(tmp_path)) as parses:
        parses.begin(Reading((ONE,), ()))
        assert take(parses) == analyse_together(ASKED)


@pytest.mark.parametrize("lasts", [0, 1, 2])
def test_what_the_process_leaves_undone_is_done_here(
    lasts: int, beside: Beside, parsed_now: list[str], tmp_path: Path
) -> None:
    beside.lasts = lasts
    with Parses(Cache(tmp_path)) as parses:
        parses.begin(Reading((ONE,), ()))
        assert take(parses) == analyse_together(ASKED)
    assert parsed_now == [article.id for article, _ in ASKED][lasts:]
    with Parses(Cache(tmp_path)) as parses:
        assert take(parses) == analyse_together(ASKED)


@pytest.mark.parametrize(
    "spoil",
    [
        "update parses set packed = zeroblob(64)",
        "update parses set mark = 0",
        "update parses set packed = 'words'",
        "drop table parses",
    ],
)
def test_a_broken_parse_is_told_of_and_made_anew(spoil: str, tmp_path: Path, parsed_now: list[str]) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as base:
        base.execute(spoil)
    base.close()
    with Parses(Cache(tmp_path)) as parses:
        assert take(parses) == analyse_together(ASKED)
    assert parses.notes[0].startswith("the cache was broken and is made anew")
    parsed_now.clear()
    with Parses(Cache(tmp_path)) as parses:
        assert take(parses) == analyse_together(ASKED)
    assert (parses.notes, parsed_now) == ([], [])


def test_a_parse_of_another_text_under_its_key_is_not_taken(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.save_parses({key_parse(ONE, None): b"whole, but no parse"})
    with Parses(kept) as parses:
        assert take(parses) == analyse_together(ASKED)
    assert len(parses.notes) == 1


def test_where_nothing_can_be_kept_the_check_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    monkeypatch.setattr("checker.gate.cache.PATIENCE", 0.0)
    kept._base.execute("pragma busy_timeout = 0")
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("begin exclusive")
    with Parses(kept) as parses:
        assert take(parses) == analyse_together(ASKED)
    other.close()
    assert "without a cache" in parses.notes[0]


def test_the_oldest_go_when_they_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.gate.cache.MOST_PARSES", 3)
    kept = Cache(tmp_path)
    for number in range(5):
        kept.save_parses({bytes([number]): b"packed"})
    assert sorted(kept.load_parses(bytes([n]) for n in range(5))) == [b"\2", b"\3", b"\4"]


KEEPER = """
import sys
from pathlib import Path
from checker.gate.cache import Cache
kept = Cache(Path(sys.argv[1]))
for turn in range(int(sys.argv[2])):
    kept.save_parses({bytes([n]): b"turn %d " % turn * 400 for n in range(200)})
    print("ready", flush=True)
"""


def test_a_run_that_is_killed_leaves_all_of_a_turn_or_nothing(tmp_path: Path) -> None:
    for number in range(3):
        with subprocess.Popen([sys.executable, "-c", KEEPER, str(tmp_path), "9999"], stdout=subprocess.PIPE) as run:
            assert run.stdout is not None
            run.stdout.readline()
            time.sleep(0.004 * number)
            run.kill()
        found = Cache(tmp_path).load_parses(bytes([n]) for n in range(200))
        assert len(found) == 200
        assert len(set(found.values())) == 1


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEPER, str(tmp_path), "20"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for one in runs:
        _, trouble = one.communicate(timeout=60)
        assert one.returncode == 0, trouble
    assert set(Cache(tmp_path).load_parses([b"\0", b"\xc7"]).values()) == {b"turn 19 " * 400}


BESIDE = """
import os, signal, sys, time
from checker.gate.parses import Parses
from checker.language.apart import Apart, ApartError
from checker.model import Article
from checker.reading import Reading
asked = [(Article(str(n), "A ferry with %d people on board sank, officials said. " % n * 3), None) for n in range(3)]
process = Apart()
process.send(asked[:2])
process.send(asked[2:])
packed = [process.receive() for _ in asked]
assert "spacy" not in sys.modules
process.close()
with Parses() as parses:
    parses.begin(Reading((asked[0][0],), ()))
    assert parses._apart is not None
    os.kill(parses._apart._process.pid, signal.SIGKILL)
    found = dict(parses(asked))
from checker.language.packing import pack_parse
assert [pack_parse(found[n]) for n in range(3)] == packed, "another parse here"
"""


@pytest.mark.skipif(sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no process is started here")
def test_a_process_gives_what_is_parsed_here_and_may_be_killed() -> None:
    done = subprocess.run([sys.executable, "-c", BESIDE], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


ORPHAN = """
import os, sys, time
from checker.language.apart import Apart
print(Apart()._process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no process is started here")
def test_the_process_ends_with_the_one_that_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        started = int(run.stdout.readline())
        run.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and _runs(started):
        time.sleep(0.05)
    assert not _runs(started)


def _runs(process: int) -> bool:
    """Whether a process is at work: one that has ended, and that nobody has asked about, is not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
