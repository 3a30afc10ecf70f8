"""Starts the review: opens the store, reads the articles, listens, and says where."""

from __future__ import annotations

import getpass
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from inspect import cleandoc
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from checker import __version__
from checker.config import Config, ReviewSettings
from checker.gate.decisions import DecisionsError, read_decisions
from checker.model import Input, InputStatus
from checker.registry import find_rules

from .app import create_app
from .database import StoreError, open_database
from .desk import Desk, Inputs
from .live import Drop
from .rendering import Renderer
from .security import Access, Proxy, allow_local, is_loopback
from .state import Clause, Review
from .store import Store

# How many bytes of randomness a run's token has.
TOKEN_BYTES = 24


class ServingError(Exception):
    """The review cannot be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    inputs: Inputs
    database: str
    host: str = "127.0.0.1"
    port: int = 0
    browser: bool = True
    readonly: bool = False
    watch: bool = False
    editor: str = ""
    decisions: Path | None = None
    stdin: Drop | None = None


def serve(wish: Wish, announce: Callable[[str], None], tell: Callable[[Sequence[Input]], None]) -> None:
    """Run the review until it is interrupted.

    ``announce`` is told the address when it can be opened, ``tell`` before that what could not be read.

    Raises ServingError when it cannot listen there, StoreError when the database cannot be used.
    """
    import uvicorn

    config = wish.inputs.config or Config()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    listening = _listen(wish.host, wish.port, config.review)
    port = listening.getsockname()[1]
    access = _allow(wish, config.review, token, port)
    with listening, TemporaryDirectory(prefix="checker-review-") as folder:
        engine = open_database(wish.database)
        try:
            if wish.stdin is not None:
                (Path(folder) / wish.stdin.name).write_bytes(wish.stdin.data)
            store = Store(engine)
            if wish.decisions is not None and not wish.readonly:
                # Before the report is made, so that they hold for findings that are the same, told otherwise.
                _take_in_file(store, wish.decisions)
            desk = Desk(
                store,
                wish.inputs,
                Path(folder),
                read_clock,
                __version__,
                wish.decisions.parent if wish.decisions else None,
            )
            review = Review(
                desk=desk,
                store=store,
                access=access,
                renderer=Renderer(__version__),
                now=read_clock,
                clauses=partial(read_clauses, config),
                file=wish.decisions,
            )
            if wish.watch:
                desk.watch()
            tell([one for one in desk.shown.report.inputs if one.status is InputStatus.UNREADABLE])
            address = _address(wish, config.review, access, port)
            announce(address)
            if wish.browser:
                threading.Timer(0.5, webbrowser.open, [address]).start()
            settings = uvicorn.Config(
                create_app(review, __version__),
                log_level="warning",
                access_log=False,
                # Addresses of clients are those of connections: a header could claim any.
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=2,
            )
            uvicorn.Server(settings).run(sockets=[listening])
            desk.close()
        finally:
            engine.dispose()


def read_clock() -> str:
    """The moment, in UTC, as decisions keep it."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


def name_user() -> str:
    """The name that the system has for whoever runs this; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""  # a container may run as a user that is not listed; the editor can be named in the page


def _listen(host: str, port: int, settings: ReviewSettings) -> socket.socket:
    """A listening socket. Raises ServingError when there can be none, or others could reach it unasked."""
    if not is_loopback(host) and not settings.is_proxied:
        raise ServingError(
            f"{host}: other machines could reach the review there. That needs a proxy in front of it that asks people "
            "who they are: set public-url, user-header and proxies in [review] of the configuration"
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host.strip("[]"), port))
        # From here on who opens the address waits for the answer, and is not turned away while the server starts.
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise ServingError(f"{host}:{port}: cannot listen there: {error.strerror or error}") from error
    return listening


def _allow(wish: Wish, settings: ReviewSettings, token: str, port: int) -> Access:
    if is_loopback(wish.host):
        return allow_local(token, port, readonly=wish.readonly, editor=wish.editor or name_user())
    public = urlsplit(settings.public_url or "")
    return Access(
        token,
        hosts=frozenset({public.netloc}),
        origins=frozenset({f"{public.scheme}://{public.netloc}"}),
        cookie="checker_review",
        readonly=wish.readonly,
        proxy=Proxy(settings.proxies, settings.user_header or ""),
    )


def _address(wish: Wish, settings: ReviewSettings, access: Access, port: int) -> str:
    """The address to be opened. Behind a proxy there is no token: the proxy asks people who they are."""
    if access.proxy is not None:
        return f"{(settings.public_url or '').rstrip('/')}/"
    host = f"[{wish.host.strip('[]')}]" if ":" in wish.host else wish.host
    return f"http://{'127.0.0.1' if host.startswith('127.') else host}:{port}/?token={access.token}"


def _take_in_file(store: Store, file: Path) -> None:
    """Begin with the decisions of the file that is kept in step. Raises StoreError when they cannot be used."""
    try:
        store.take_in(read_decisions(file))
    except ValueError as error:
        raise StoreError(str(error) if isinstance(error, DecisionsError) else f"{file}: {error}") from error


def read_clauses(config: Config) -> Mapping[str, Clause]:
    """What each rule holds articles to: its title, why it matters, its limits, and where its severity is from."""
    clauses = {}
    for one in find_rules(config.rule_paths):
        page = cleandoc((one.module.__doc__ if one.module else "") or "")
        title = page.partition("\n")[0].rstrip(".")
        own = config.rules.get(one.rule.id)
        severity = (
            f"contradictions are {own.severity.value}s by the configuration"
            if own is not None and own.severity is not None
            else f"contradictions are {one.rule.severity.value}s"
        )
        clauses[one.rule.id] = Clause(title, _section(page, "Why it matters"), _section(page, "Limits"), severity)
    return clauses


def _section(page: str, heading: str) -> str:
    """The text under a heading of a rule's page, on one line."""
    _, _, rest = page.partition(f"## {heading}\n")
    return " ".join(rest.partition("\n## ")[0].split())
