"""``checker server`` over the real protocol: as a process on its standard streams, and on a port."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_editor import Editor

pytest.importorskip("pygls")

OLD = """---
title: Ferry sinks off Tresko
source: Example Daily
published: 2031-05-04
---

A ferry sank off Tresko on Sunday. The coast guard said that 124 people were on board the ferry when it sank.
"""
NEW = """---
title: Ferry sinks off Tresko
source: Other Post
published: 2031-05-04
---

A ferry sank off Tresko on Sunday.

At the café 😀, the coast guard said that 142 people were on board the ferry when it sank.
"""
LINE = NEW.splitlines().index(
    "At the café 😀, the coast guard said that 142 people were on board the ferry when it sank."
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article that contradicts its archive in one figure."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(desk: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "checker", "server", "--against", "archive"]
    with subprocess.Popen(command, cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        yield running
        running.kill()


@pytest.fixture
def editor(server: subprocess.Popen[bytes], desk: Path) -> Editor:
    assert server.stdin is not None
    assert server.stdout is not None
    editor = Editor(server.stdout, server.stdin)  # type: ignore[arg-type]
    editor.start(desk)
    return editor


def the_figure(found: list[Any]) -> Any:
    (one,) = (one for one in found if one["code"] == "figures")
    return one


@pytest.mark.slow
class TestOnStandardStreams:
    def test_a_whole_session(self, editor: Editor, server: subprocess.Popen[bytes], desk: Path) -> None:
        uri = editor.open(desk / "new.md")
        one = the_figure(editor.diagnostics(uri, 1))
        # Columns count UTF-16 units unless something else is agreed on: the smiley is two.
        line = NEW.splitlines()[LINE]
        column = len(line[: line.index("142")].encode("utf-16-le")) // 2
        assert (one["range"]["start"], one["severity"], one["source"]) == (
            {"line": LINE, "character": column},
            1,
            "checker",
        )
        related = one["relatedInformation"][0]
        assert related["location"]["uri"] == (desk / "archive" / "old.md").as_uri()
        assert "Example Daily" in related["message"]

        # As one types: a text that was never saved.
        version = editor.type(uri, NEW.replace("142", "124"))
        assert [d for d in editor.diagnostics(uri, version) if d["severity"] == 1] == []
        version = editor.type(uri, NEW)
        assert the_figure(editor.diagnostics(uri, version))["range"] == one["range"]

        # Hover explains, with both sides' words; beside the words there is nothing to say.
        at = {"textDocument": {"uri": uri}, "position": one["range"]["start"]}
        said = editor.ask("textDocument/hover", at)
        assert said["contents"]["kind"] == "markdown"
        assert "124 people were on board" in said["contents"]["value"]
        assert "To clear:" in said["contents"]["value"]
        assert editor.ask("textDocument/hover", {**at, "position": {"line": 0, "character": 0}}) is None

        # Open the other source.
        actions = self.actions(editor, uri, one)
        opening = next(action for action in actions if action["title"].startswith("Open "))
        editor.ask("workspace/executeCommand", opening["command"])
        shown = editor.wait(lambda message: message.get("method") == "window/showDocument")["params"]
        assert shown["uri"] == related["location"]["uri"]
        assert shown["selection"] == related["location"]["range"]

        # Silence it by a comment: that asks for its reason, and is quiet with one.
        silencing = next(action for action in actions if action["title"].startswith("Silence figures"))
        (edit,) = silencing["edit"]["changes"][uri]
        lines = NEW.splitlines(keepends=True)
        lines.insert(edit["range"]["start"]["line"], edit["newText"])
        version = editor.type(uri, "".join(lines))
        asking = editor.diagnostics(uri, version)
        assert "reason" in next(d for d in asking if d["code"] == "suppressions")["message"]
        version = editor.type(uri, "".join(lines).replace("] -->", "] -- the ministry counts the crew too -->"))
        assert [d["code"] for d in editor.diagnostics(uri, version) if d["code"] in ("figures", "suppressions")] == []

        # Silence it by a decision beside the articles.
        version = editor.type(uri, NEW)
        one = the_figure(editor.diagnostics(uri, version))
        deciding = next(action for action in self.actions(editor, uri, one) if action["title"].startswith("Dismiss"))
        editor.ask("workspace/executeCommand", deciding["command"])
        left = editor.diagnostics(uri, version)
        assert [d for d in left if d["code"] == "figures"] == []
        (decided,) = map(json.loads, (desk / "checker-decisions.jsonl").read_text().splitlines())
        assert (decided["status"], decided["articles"]) == ("dismissed", ["archive/old.md", "new.md"])
        assert decided["reason"]

        editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        editor.leave()
        assert server.wait(timeout=60) == 0

    @staticmethod
    def actions(editor: Editor, uri: str, one: Any) -> list[Any]:
        params = {"textDocument": {"uri": uri}, "range": one["range"], "context": {"diagnostics": [one]}}
        found: list[Any] = editor.ask("textDocument/codeAction", params)
        return found

    def test_trouble_is_told_and_the_server_lives_on(self, editor: Editor, desk: Path) -> None:
        (desk / "checker-decisions.jsonl").write_bytes(b"\xff")
        uri = editor.open(desk / "new.md")
        told = editor.wait(lambda message: message.get("method") == "window/showMessage")["params"]
        assert (told["type"], "UTF-8" in told["message"]) == (1, True)
        (desk / "checker-decisions.jsonl").unlink()
        version = editor.type(uri, NEW)
        the_figure(editor.diagnostics(uri, version))


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a server waits, for the tests that follow; it is asked to end at the end, and does so in order."""
    command = [sys.executable, "-m", "checker", "server", "--tcp", "127.0.0.1:0", "--no-cache"]
    folder = tmp_path_factory.mktemp("served")
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        said = running.stderr.readline()
        found = re.search(r"127\.0\.0\.1:(\d+)", said)
        assert found, said
        yield int(found[1])
        running.terminate()
        assert (running.wait(timeout=60), running.stderr.read()) == (0, "")
        assert not (folder / ".checker_cache").exists()


def connect(port: int) -> tuple[socket.socket, Editor]:
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    stream = connection.makefile("rwb")
    return connection, Editor(stream, stream)  # type: ignore[arg-type]


@pytest.mark.slow
def test_what_is_saved_in_the_archive_counts_from_then_on(desk: Path, port: int) -> None:
    connection, editor = connect(port)
    with connection:
        editor.start(desk, options={"against": ["archive"]})
        uri = editor.open(desk / "new.md")
        the_figure(editor.diagnostics(uri, 1))
        (desk / "archive" / "old.md").write_text(OLD.replace("124", "142"), encoding="utf-8")
        editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert [d for d in editor.diagnostics(uri, 1) if d["code"] == "figures"] == []
        editor.leave()


@pytest.mark.slow
def test_it_waits_on_a_port_for_several_editors_each_with_its_archive(desk: Path, port: int) -> None:
    (desk / "empty").mkdir()
    (first, one), (second, other), (third, cut_off) = connect(port), connect(port), connect(port)
    with first, second, third:
        greeting = one.start(desk, options={"against": ["archive"]}, encodings=["utf-32", "utf-16"])
        encoding = greeting["capabilities"]["positionEncoding"]
        other.start(desk, options={"against": ["empty"]})
        cut_off.start(desk)
        third.close()
        uri = one.open(desk / "new.md")
        found = the_figure(one.diagnostics(uri, 1))
        line = NEW.splitlines()[LINE]
        before = line[: line.index("142")]
        units = {"utf-32": len(before), "utf-16": len(before.encode("utf-16-le")) // 2}
        assert found["range"]["start"]["character"] == units[encoding]
        one.leave()
        # What one editor has, and that it leaves, is nothing to another.
        uri = other.open(desk / "new.md")
        assert [d for d in other.diagnostics(uri, 1) if d["code"] == "figures"] == []
        other.leave()
