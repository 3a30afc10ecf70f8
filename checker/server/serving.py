"""The server itself: what the client tells it and asks it, and one thread that checks.

Diagnostics come a moment after typing stops. Only the newest text of an article is checked; what was found in an older
one is thrown away.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from checker import __version__
from checker.config import ConfigError
from checker.gate.baseline import BaselineError
from checker.gate.decisions import DecisionsError
from checker.model import DecisionStatus, Disposition, Outcome, Result
from checker.reading.readers import READERS
from checker.registry import RegistryError
from checker.server.actions import DECIDE, OPEN, offer
from checker.server.desk import Desk
from checker.server.marks import diagnose, explain, range_of

NAME = "checker"

PAUSE = 0.15
"""Seconds without a keystroke before an article is checked."""

TROUBLE = (ConfigError, RegistryError, DecisionsError, BaselineError, OSError, LookupError)
"""What is told to whoever writes; anything else is a fault of ours, and logged."""

MakeDesk = Callable[[Path, Mapping[str, Any]], Desk]
"""Makes a desk of the workspace's folder and the client's options."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a version of an article."""

    version: int | None
    outcome: Outcome


class Service:
    """What the server knows of the articles that are open."""

    def __init__(self, server: LanguageServer, make_desk: MakeDesk, worker: ThreadPoolExecutor | None) -> None:
        self.server = server
        self._make_desk = make_desk
        self._desk: Desk | None = None
        self._own = worker is None
        self._worker = worker or ThreadPoolExecutor(1, thread_name_prefix="check")
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self.checked: dict[str, Checked] = {}
        self.options: Mapping[str, Any] = {}

    @property
    def encoding(self) -> str:
        """The units in which the client counts characters."""
        kind = self.server.workspace.position_encoding
        return kind.value if isinstance(kind, types.PositionEncodingKind) else kind or "utf-16"

    async def work(self, what: Callable[[Desk], Value]) -> Value:
        """Do something at the desk, in the one thread that does."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._at_desk, what)

    def _at_desk(self, what: Callable[[Desk], Value]) -> Value:
        if self._desk is None:
            root = self.server.workspace.root_path
            self._desk = self._make_desk(Path(root) if root else Path.cwd(), self.options)
        return what(self._desk)

    async def look_again(self, *, anew: bool = False) -> None:
        """Look through the archive, then check what is open. ``anew``: with the configuration read again."""
        if anew:
            self._desk = None
        try:
            for note in await self.work(Desk.look_again):
                self.say(note, types.MessageType.Warning)
        except TROUBLE as error:
            self.say(str(error), types.MessageType.Error)
            return
        for uri in list(self.server.workspace.text_documents):
            self.ask(uri, 0.0)

    def ask(self, uri: str, pause: float) -> None:
        """Have an article checked, after a pause in which nothing more is asked for it."""
        if Path(to_fs_path(uri) or "").suffix.lower() not in READERS:
            return
        if uri in self._waiting:
            self._waiting[uri].cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.server.workspace.get_text_document(uri)
        version, path, text = document.version, document.path, document.source
        try:
            outcome = await self.work(lambda desk: desk.check(path, text))
        except TROUBLE as error:
            self.say(str(error), types.MessageType.Error)
            return
        except Exception as error:  # the server must live on; the fault is reported with all that is known of it
            self.server.window_log_message(
                types.LogMessageParams(types.MessageType.Error, "".join(traceback.format_exception(error)))
            )
            self.say(f"internal error: {type(error).__name__}: {error}", types.MessageType.Error)
            return
        if uri not in self.server.workspace.text_documents:
            return  # it was closed in the meantime
        self.checked[uri] = Checked(version, outcome)
        self.publish(uri, version, diagnose(outcome, self.encoding))

    def publish(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        """Show diagnostics."""
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(found), version))

    def say(self, message: str, kind: types.MessageType) -> None:
        """Tell whoever writes."""
        self.server.window_show_message(types.ShowMessageParams(kind, f"checker: {message}"))

    def forget(self, uri: str) -> None:
        """An article was closed."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        self.checked.pop(uri, None)
        self.publish(uri, None, [])

    def found_at(self, uri: str, where: types.Range) -> list[Result]:
        """The results whose words share a place with a range."""
        checked = self.checked.get(uri)
        return [
            result
            for result in (checked.outcome.results if checked else ())
            if result.disposition is Disposition.OPEN and _touch(range_of(result.place, self.encoding), where)
        ]

    def stop(self) -> None:
        """End the thread, if no other server works in it; what it is doing is finished."""
        if self._own:
            self._worker.shutdown(wait=False, cancel_futures=True)


def _touch(one: types.Range, other: types.Range) -> bool:
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def make_server(make_desk: MakeDesk, worker: ThreadPoolExecutor | None = None) -> LanguageServer:
    """A server that is ready to be started. ``worker`` is the one thread that several servers check in."""
    server = LanguageServer(NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
    service = Service(server, make_desk, worker)
    feature = server.feature

    @feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        service.options = options if isinstance(options, Mapping) else {}

    @feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        del params
        await service.look_again()

    @feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        service.ask(params.text_document.uri, 0.0)

    @feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        service.ask(params.text_document.uri, PAUSE)

    @feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        del params
        await service.look_again()

    @feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        service.forget(params.text_document.uri)

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(params: types.DidChangeWatchedFilesParams) -> None:
        await service.look_again(anew=any(change.uri.endswith(".toml") for change in params.changes))

    @feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        at = types.Range(params.position, params.position)
        results = service.found_at(params.text_document.uri, at)
        if not results:
            return None
        said = types.MarkupContent(types.MarkupKind.Markdown, explain(results))
        return types.Hover(said, range_of(results[0].place, service.encoding))

    @feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        results = service.found_at(uri, params.range)
        if not results:
            return []
        outcome = service.checked[uri].outcome
        shown = {one.data: one for one in diagnose(outcome, service.encoding)}
        text = server.workspace.get_text_document(uri).source
        pairs = [(result, shown[result.finding.fingerprint]) for result in results]
        return list(offer(pairs, uri, text, outcome.root, service.encoding))

    @server.command(DECIDE)
    async def decide(uri: str, fingerprint: str, status: str, reason: str) -> None:
        checked = service.checked.get(uri)
        results = checked.outcome.results if checked else ()
        result = next((one for one in results if one.finding.fingerprint == fingerprint), None)
        if result is None:
            service.say("that finding is no longer there", types.MessageType.Warning)
            return
        if status not in set(DecisionStatus) or not reason.strip():
            service.say("a decision has a status and a reason", types.MessageType.Error)
            return
        try:
            path = await service.work(partial(Desk.decide, result=result, status=DecisionStatus(status), reason=reason))
        except TROUBLE as error:
            service.say(str(error), types.MessageType.Error)
            return
        service.say(f"written to {path}", types.MessageType.Info)
        service.ask(uri, 0.0)

    @server.command(OPEN)
    async def open_other(uri: str, where: Mapping[str, Mapping[str, int]]) -> None:
        selection = types.Range(types.Position(**where["start"]), types.Position(**where["end"]))
        await server.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=selection))

    @feature(types.SHUTDOWN)
    def shutdown(*params: object) -> None:
        del params
        service.stop()

    return server
