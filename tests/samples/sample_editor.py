"""An editor for the tests of the language server: it speaks the protocol itself, byte by byte."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

PATIENCE = 60.0
"""Seconds to wait for what must come."""

Message = dict[str, Any]


class Editor:
    """One end of a connection; messages that are no answers wait in order until they are asked for."""

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        self._reader, self._writer = reader, writer
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        self._kept: list[Message] = []
        self._last = 0
        self._versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            length = 0
            while header := self._reader.readline().strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self._inbox.put(None)
                return
            self._inbox.put(json.loads(self._reader.read(length)))

    def send(self, message: Message) -> None:
        """Send a message as it stands."""
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._writer.flush()

    def wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; requests of the server are answered with nothing on the way."""
        for number, message in enumerate(self._kept):
            if wanted(message):
                return self._kept.pop(number)
        while True:
            received = self._inbox.get(timeout=PATIENCE)
            if received is None:
                raise EOFError("the server has hung up")
            if wanted(received):
                return received
            if "method" in received and "id" in received:
                self.send({"id": received["id"], "result": {"success": True}})
            self._kept.append(received)

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        self._last += 1
        number = self._last
        self.send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def start(self, root: Path, *, options: Any = None, encodings: list[str] | None = None) -> Any:
        """Greet the server, and give its answer."""
        general = {"positionEncodings": encodings} if encodings else {}
        result = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": "root"}],
                "capabilities": {"general": general, "textDocument": {"publishDiagnostics": {}}},
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})
        return result

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, and give its URI."""
        uri = path.as_uri()
        self._versions[uri] = 1
        text = path.read_text(encoding="utf-8") if text is None else text
        self.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}},
        )
        return uri

    def type(self, uri: str, text: str) -> int:
        """Put another text in the place of an article's; the new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self._versions[uri]

    def diagnostics(self, uri: str, version: int) -> list[Any]:
        """What is shown of a version."""
        shown = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )
        found: list[Any] = shown["params"]["diagnostics"]
        return found

    def leave(self) -> None:
        """Say goodbye."""
        self.ask("shutdown", None)
        self.tell("exit", None)
