"""Who may ask: the guard in front of every request, and the headers behind every answer.

The page shows what editors think of unpublished articles, and a decision silences a finding. So a request needs the
run's token (or a proxy that has asked who it is), must be meant for this server (Host), must come from its own pages
(Origin), and must not be larger than an article. What is answered may load nothing from elsewhere and run no script but
the files of the package, whatever the text of an article says.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlencode

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# The largest request, in bytes: an article of 2 MB is longer than any novel, and several may come at once.
MOST_BODY = 8_000_000

# The longest name of an editor.
MOST_NAME = 100

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

HEADERS = (
    (
        b"content-security-policy",
        (
            b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # With no-referrer browsers would send "Origin: null" with a form, and the guard could not know its own pages.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that asks users who they are: where it connects from, and the header that it names the user in."""

    addresses: tuple[str, ...]
    header: str

    def vouches(self, client: str) -> bool:
        """Whether a connection from this address is the proxy's."""
        try:
            address = ipaddress.ip_address(client)
        except ValueError:
            return False
        return any(address in ipaddress.ip_network(known, strict=False) for known in self.addresses)


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask for what.

    ``hosts`` are the values of the Host header that mean this server, ``origins`` those of its own pages. ``cookie`` is
    the name of the cookie that holds the token: cookies do not know ports, so two reviews must not share one.
    """

    token: str
    hosts: frozenset[str]
    origins: frozenset[str]
    cookie: str
    readonly: bool = False
    proxy: Proxy | None = None
    editor: str = ""

    @property
    def who_cookie(self) -> str:
        """The name of the cookie that holds the name of the editor at this browser."""
        return f"{self.cookie}_who"


def allow_local(token: str, port: int, *, readonly: bool = False, editor: str = "") -> Access:
    """Access from this machine alone, with the run's token."""
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
    origins = frozenset(f"http://{host}" for host in hosts)
    return Access(token, hosts, origins, f"checker_review_{port}", readonly=readonly, editor=editor)


def is_loopback(host: str) -> bool:
    """Whether an address to listen on cannot be reached from another machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class _TooLargeError(Exception):
    pass


class _Refused(Exception):  # noqa: N818
    """A request that gets an answer of the guard's own."""

    def __init__(self, status: int, text: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = tuple(headers)


class Guard:
    """The ASGI middleware that lets requests through or answers them itself."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        started = exceeded = False
        received = 0

        async def measure() -> Message:
            """Receive, but no more than the largest request, whatever its header said."""
            nonlocal exceeded, received
            message = await receive()
            received += len(message.get("body", b""))
            exceeded = received > MOST_BODY
            if exceeded:
                raise _TooLargeError
            return message

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                if exceeded:
                    raise _TooLargeError  # whatever the application made of the broken request
                started = True
                present = {name.lower() for name, _ in message.get("headers", ())}
                own = [(name, value) for name, value in HEADERS if name not in present]
                if b"cache-control" not in present:
                    own.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        try:
            self._admit(scope)
            await self.app(scope, measure, answer)
        except _Refused as refused:
            await _write(answer, refused)
        except _TooLargeError:
            if started:
                raise
            exceeded = False
            await _write(answer, _too_large())

    def _admit(self, scope: Scope) -> None:
        """Let a request pass, with who it is from in its state. Raises _Refused."""
        headers = _headers(scope)
        if headers.get("host", "") not in self.access.hosts:
            raise _Refused(400, "This is not the address of the review.")
        bearer = self._identify(scope, headers)
        origin = headers.get("origin")
        if origin is not None and origin not in self.access.origins:
            raise _Refused(403, "The request comes from a page that is not the review's.")
        if scope["method"] not in SAFE_METHODS:
            if origin is None and not bearer:
                raise _Refused(403, "The request does not say which page it comes from.")
            if self.access.readonly:
                raise _Refused(403, "This review is read-only.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BODY:
            raise _too_large()

    def _identify(self, scope: Scope, headers: dict[str, str]) -> bool:
        """Find out who asks; says whether by a token in a header, which no page of another site can send."""
        from starlette.requests import cookie_parser

        access = self.access
        state = scope.setdefault("state", {})
        if access.proxy is not None:
            client = scope.get("client") or ("", 0)
            user = headers.get(access.proxy.header.lower(), "").strip()
            if not access.proxy.vouches(client[0]):
                raise _Refused(403, "Requests are taken from the authenticating proxy alone.")
            if not user:
                raise _Refused(401, f"The proxy does not say who asks (header {access.proxy.header}).")
            state["who"] = user[:MOST_NAME]
            return False
        cookies = cookie_parser(headers.get("cookie", ""))
        state["who"] = unquote(cookies.get(access.who_cookie, ""))[:MOST_NAME].strip() or access.editor
        given = headers.get("authorization", "")
        if given.lower().startswith("bearer "):
            if self._is_token(given[7:].strip()):
                return True
        elif self._is_token(cookies.get(access.cookie, "")):
            if scope["method"] != "GET" or b"token=" not in scope["query_string"]:
                return False
            self._take_token(scope)
        elif scope["method"] == "GET":
            self._take_token(scope)
        raise _Refused(
            401,
            "Open the address that checker review has printed: it has the token of this run in it. "
            "If you came from a link just now, try again.",
        )

    def _take_token(self, scope: Scope) -> None:
        """Take the token out of the address and put it into a cookie: addresses are kept, shown and passed on."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == "token"]
        if not given or not self._is_token(given[-1]):
            return
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        # From one slash alone: "//elsewhere.example" would be another site.
        place = "/" + scope.get("raw_path", b"/").decode("latin-1").lstrip("/")
        cookie = f"{self.access.cookie}={self.access.token}; Path=/; HttpOnly; SameSite=Strict"
        location = (place + (f"?{rest}" if rest else "")).encode("latin-1")
        raise _Refused(303, "", [(b"location", location), (b"set-cookie", cookie.encode("latin-1"))])

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(errors="replace"), self.access.token.encode())


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _too_large() -> _Refused:
    return _Refused(413, f"That is too large: a request may have {MOST_BODY // 1_000_000} MB.")


async def _write(send: Send, refused: _Refused) -> None:
    """Answer with a line of text, and a way back to the review."""
    body = ""
    if refused.text:
        body = (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title><p>{escape(refused.text)}</p>'
            f'<p><a href="/">To the review</a></p></html>'
        )
    headers = [(b"content-type", b"text/html; charset=utf-8"), *refused.headers]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
