"""Who may speak to the view."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from agent.view.access import HEADERS, Access

GOOD = {"host": "127.0.0.1:8000", "authorization": "Bearer secret"}


def status(headers: dict[str, str], *, needs_token: bool = True) -> int:
    """0: it may pass."""
    scope = {"type": "http", "headers": [(name.encode(), value.encode()) for name, value in headers.items()]}
    objection = Access(8000, "secret").objection(Request(scope), needs_token=needs_token)
    return objection.status_code if objection else 0


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 0),
        ({"host": "localhost:8000"}, 0),
        ({"origin": "http://127.0.0.1:8000"}, 0),
        ({"sec-fetch-site": "same-origin"}, 0),
        ({"sec-fetch-site": "none"}, 0),
        ({"host": "evil.example:8000"}, 421),
        ({"host": "127.0.0.1"}, 421),
        ({"host": "127.0.0.1:9000"}, 421),
        ({"host": ""}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"authorization": ""}, 401),
        ({"authorization": "secret"}, 401),
        ({"authorization": "Bearer secre"}, 401),
        ({"authorization": "Bearer s\u00e9cret"}, 401),
    ],
)
def test_who_may_ask(headers: dict[str, str], expected: int) -> None:
    assert status(GOOD | headers) == expected


def test_the_page_itself_needs_no_token_but_no_other_site_gets_it() -> None:
    assert status({"host": "127.0.0.1:8000"}, needs_token=False) == 0
    assert status({"host": "evil.example:8000"}, needs_token=False) == 421
    assert status({"host": "127.0.0.1:8000", "origin": "https://evil.example"}, needs_token=False) == 403


def test_nothing_from_elsewhere_is_loaded_and_no_other_site_is_let_in() -> None:
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert not any(name.startswith("Access-Control") for name in HEADERS)
