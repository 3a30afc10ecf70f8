"""Who may ask the review for what: token, Host, Origin, sizes, read-only, and the proxy in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_report import sample
from sample_review import BASE, BEARER, ORIGIN, PORT, TOKEN, Made, make, module

PLACES = ["/", "/findings/f-K1", "/matrix", "/beside", "/decisions", "/articles", "/export", "/export/report.html",
          "/changes?since=1", "/api/findings", "/openapi.json", "/static/review.js"]  # fmt: skip
CHANGES = ["/findings/f-K1/decision", "/findings/f-K1/undo", "/decisions", "/decisions/import", "/articles",
           "/articles/remove", "/me"]  # fmt: skip
DISMISS = {"status": "dismissed", "version": "0"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A review in which nothing is ever decided."""
    with make(tmp_path_factory.mktemp("made"), sample()) as one:
        yield one
        assert one.review.store.log() == []


@pytest.mark.parametrize("place", [*PLACES, *CHANGES])
def test_without_the_token_nothing_is_shown(made: Made, place: str) -> None:
    stranger = made.stranger()
    answer = stranger.post(place, headers=ORIGIN) if place in CHANGES else stranger.get(place)
    assert answer.status_code == 401
    assert "ferry" not in answer.text.lower()


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "\u00e9"])
def test_a_wrong_token_is_refused(made: Made, token: str) -> None:
    assert made.stranger().get("/", params={"token": token}).status_code == 401
    assert made.stranger().get("/", headers={"Authorization": f"Bearer {token}".encode()}).status_code == 401


def test_the_token_in_the_address_becomes_a_cookie_and_leaves_the_address(made: Made) -> None:
    stranger = made.stranger()
    answer = stranger.get("/matrix", params={"event": "e1", "token": TOKEN})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/matrix?event=e1"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert stranger.get("/matrix").status_code == 200


def test_the_token_does_not_lead_to_another_site(made: Made) -> None:
    answer = made.stranger().get(f"{BASE}//elsewhere.example/?token={TOKEN}")
    assert answer.headers["location"] == "/elsewhere.example/"


@pytest.mark.parametrize(
    "host",
    ["", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"elsewhere.example:{PORT}", f"127.0.0.1.elsewhere.example:{PORT}"],
)
def test_a_foreign_host_is_refused(made: Made, host: str) -> None:
    for place in PLACES:
        assert made.client().get(place, headers={"Host": host}).status_code == 400


def test_each_name_of_this_machine_is_known(made: Made) -> None:
    for host in (f"localhost:{PORT}", f"127.0.0.1:{PORT}", f"[::1]:{PORT}"):
        assert made.client().get("/", headers={"Host": host, "Origin": f"http://{host}"}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://elsewhere.example", "null", f"http://127.0.0.1:{PORT + 1}", f"https://127.0.0.1:{PORT}", ""]
)
@pytest.mark.parametrize("place", CHANGES)
def test_a_foreign_origin_is_refused(made: Made, place: str, origin: str) -> None:
    assert made.client().post(place, data=DISMISS, headers={"Origin": origin}).status_code == 403
    assert made.review.store.log() == []


@pytest.mark.parametrize("place", CHANGES)
def test_a_change_must_say_where_it_comes_from(made: Made, place: str) -> None:
    client = made.client()
    del client.headers["Origin"]
    assert client.post(place, data=DISMISS).status_code == 403
    assert made.review.store.log() == []


def test_a_foreign_page_may_not_even_read(made: Made) -> None:
    assert made.client().get("/", headers={"Origin": "http://elsewhere.example"}).status_code == 403


def test_a_program_has_its_token_in_a_header(tmp_path: Path) -> None:
    with make(tmp_path, sample()) as made:
        answer = made.stranger().put("/api/findings/f-K1/decision", headers=BEARER, json={"status": "dismissed"})
        assert answer.status_code == 200


@pytest.mark.parametrize("place", PLACES)
def test_every_answer_has_the_headers_that_keep_scripts_out(made: Made, place: str) -> None:
    headers = made.client().get(place).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"


def test_refusals_have_them_too(made: Made) -> None:
    assert "default-src 'none'" in made.stranger().get("/").headers["content-security-policy"]


def test_pages_are_not_kept_by_the_browser(made: Made) -> None:
    assert made.client().get("/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("place", PLACES)
def test_no_page_has_a_script_or_a_style_of_its_own(made: Made, place: str) -> None:
    answer = made.client().get(place)
    if answer.headers.get("content-type", "").startswith("text/html") and not place.startswith("/export/"):
        text = answer.text
        assert text.count("<script") == text.count('<script src="/static/')
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick" not in text
        assert "javascript:" not in text


def test_what_is_too_large_is_refused_whatever_it_says_of_itself(made: Made) -> None:
    most = module("security").MOST_BODY

    def body() -> Iterator[bytes]:
        for _ in range(most // 1_000_000 + 1):
            yield b"x" * 1_000_000

    client = made.client()
    assert client.post("/articles", content=b"x", headers={"Content-Length": str(most + 1)}).status_code == 413
    put = client.put("/api/findings/f-K1/decision", content=body(), headers={"Content-Type": "application/json"})
    assert put.status_code == 413
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/me", content=body(), headers=kind).status_code == 413


@pytest.mark.parametrize("place", CHANGES)
def test_a_read_only_review_takes_nothing(tmp_path: Path, place: str) -> None:
    with make(tmp_path, sample(), readonly=True) as made:
        assert made.client().post(place, data=DISMISS).status_code == 403
        put = made.stranger().put("/api/findings/f-K1/decision", headers=BEARER, json={"status": "dismissed"})
        assert put.status_code == 403
        assert made.review.store.log() == []


def test_a_read_only_review_shows_everything_and_offers_nothing(tmp_path: Path) -> None:
    with make(tmp_path, sample(), readonly=True) as made:
        for place in ("/", "/findings/f-K1", "/decisions", "/articles"):
            answer = made.client().get(place)
            assert answer.status_code == 200
            assert 'method="post"' not in answer.text


def proxied() -> Any:
    security = module("security")
    proxy = security.Proxy(("10.0.0.0/24",), "X-Forwarded-User")
    hosts, origins = frozenset({"review.example"}), frozenset({"https://review.example"})
    return security.Access(TOKEN, hosts, origins, "checker_review", proxy=proxy)


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        ("10.0.0.7", {"X-Forwarded-User": "ada@newsroom.example"}, 200),
        ("10.0.0.7", {}, 401),
        ("10.0.0.7", {"X-Forwarded-User": "  "}, 401),
        ("10.0.1.7", {"X-Forwarded-User": "ada@newsroom.example"}, 403),
        ("10.0.1.7", {"X-Forwarded-User": "ada", "Authorization": f"Bearer {TOKEN}"}, 403),
        ("10.0.1.7", {"X-Forwarded-User": "ada", "X-Forwarded-For": "10.0.0.7"}, 403),
    ],
)
def test_behind_a_proxy_its_word_counts_and_no_other(
    tmp_path: Path, client: str, headers: dict[str, str], status: int
) -> None:
    with make(tmp_path, sample(), access=proxied()) as made:
        asked = made.stranger(client=(client, 4711)).get("/", headers={"Host": "review.example", **headers})
        assert asked.status_code == status


def test_behind_a_proxy_decisions_bear_the_name_that_it_gives(tmp_path: Path) -> None:
    with make(tmp_path, sample(), access=proxied()) as made:
        client = made.stranger(client=("10.0.0.7", 4711))
        headers = {"Host": "review.example", "Origin": "https://review.example", "X-Forwarded-User": "ada"}
        assert client.post("/me", data={"name": "Bo"}, headers=headers).status_code == 403
        client.cookies.set("checker_review_who", "Bo")
        assert client.post("/findings/f-K1/decision", data=DISMISS, headers=headers).status_code == 303
        assert [entry.who for entry in made.review.store.log()] == ["ada"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.2.3", "review.example"])
def test_other_machines_are_not_served_without_a_proxy(host: str) -> None:
    serving = module("serving")
    wish = serving.Wish(inputs=module("desk").Inputs(()), database=":memory:", host=host)
    with pytest.raises(serving.ServingError, match="proxy"):
        serving.serve(wish, pytest.fail, pytest.fail)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "[::1]", "127.8.8.8", "localhost"])
def test_addresses_of_this_machine_are_known(host: str) -> None:
    assert module("security").is_loopback(host)


def test_half_of_a_proxy_is_refused() -> None:
    from checker.config import ConfigError, read_config

    with pytest.raises(ConfigError, match="needed together"):
        read_config({"review": {"public-url": "https://review.example"}})
    with pytest.raises(ConfigError, match=r"review\.proxies"):
        read_config({"review": {"public-url": "https://r.example", "user-header": "X-User", "proxies": ["nonsense"]}})
    with pytest.raises(ConfigError, match=r"review\.public-url"):
        read_config({"review": {"public-url": "javascript:x", "user-header": "X-User", "proxies": ["10.0.0.1"]}})
