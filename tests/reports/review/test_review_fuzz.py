"""What is described is fuzzed: whatever is asked, the review does not fail."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sample_report import sample
from sample_review import TOKEN, make, module

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

# Requests for each operation; the same ones each time.
EXAMPLES = 10

HEADERS = {"Authorization": f"Bearer {TOKEN}"}


def allow() -> Any:
    """Access for the client that the fuzzer brings along."""
    security = module("security")
    hosts = frozenset({"localhost", "testserver", "127.0.0.1"})
    return security.Access(TOKEN, hosts, frozenset(f"http://{host}" for host in hosts), "review", editor="Fuzz")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def described(request: pytest.FixtureRequest) -> Iterator[Any]:
    address = str(request.getfixturevalue("postgresql_for_module")) if request.param == "postgresql" else ""
    with tempfile.TemporaryDirectory() as folder, make(Path(folder), sample(), access=allow(), address=address) as made:
        yield schemathesis.openapi.from_asgi("/openapi.json", made.app, headers=HEADERS)


@pytest.mark.slow
def test_whatever_is_asked_the_review_does_not_fail(described: Any) -> None:
    asked: dict[str, set[int]] = {}

    def ask_all(operation: Any) -> None:
        statuses = asked.setdefault(operation.label, set())

        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            if "fingerprint" in case.path_parameters and len(statuses) % 2:
                case.path_parameters["fingerprint"] = "f-K1"  # one that there is
            answer = case.call(headers=HEADERS)
            statuses.add(answer.status_code)
            assert answer.status_code < 500, answer.text

        ask()

    for found in described.get_all_operations():
        ask_all(found.ok())
    assert {"GET /", "POST /findings/{fingerprint}/decision", "PUT /api/findings/{fingerprint}/decision"} <= {*asked}
    # Questions that the guard or the router turned away would have asked nothing.
    assert all(statuses - {400, 401, 403, 405} for statuses in asked.values()), asked
