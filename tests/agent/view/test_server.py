"""The view over HTTP, as its page and as others ask it."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from agent.view.server import View
from tests.agent.fakes import make_frame, make_task
from tests.agent.view.client import Client
from tools.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def view() -> Iterator[View]:
    with View() as view:
        view.attendant.began(make_task(), "")
        view.attendant.observed(1, Observation(make_frame()))
        yield view


@pytest.fixture
def client(view: View) -> Client:
    return Client(view.address)


API = ("/api/state", "/api/frame", "/api/live")


def test_it_listens_on_this_machine_alone(view: View, client: Client) -> None:
    assert view.address.startswith("http://127.0.0.1:")
    own = socket.gethostbyname_ex(socket.gethostname())[2]
    for address in own:
        if not address.startswith("127."):
            with pytest.raises(OSError):  # noqa: PT011  (refused, or unreachable)
                socket.create_connection((address, client.port), timeout=5)


def test_the_page_holds_no_secret_and_may_load_nothing_from_elsewhere(client: Client) -> None:
    for path, kind in (("/", "text/html"), ("/view.js", "text/javascript"), ("/view.css", "text/css")):
        status, headers, body = client.ask(path, Authorization="")
        assert (status, headers["content-type"]) == (200, f"{kind}; charset=utf-8")
        assert client.token.encode() not in body
        assert b"innerHTML" not in body
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert not [name for name in headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", API)
def test_without_the_token_nothing_is_told(client: Client, path: str) -> None:
    for wrong in ("", "Bearer", f"Bearer {client.token[:-1]}", f"Basic {client.token}"):
        status, headers, body = client.ask(path, Authorization=wrong)
        assert (status, body) == (401, b"the token of the address is missing")
        assert "content-security-policy" in headers


@pytest.mark.parametrize("path", ["/", *API, "/api/do", "/api/act"])
def test_no_other_sites_page_is_answered(client: Client, path: str) -> None:
    body = {"what": "stop"} if path in ("/api/do", "/api/act") else None
    assert client.status(path, body, Host="evil.example") == 421
    assert client.status(path, body, Host=f"evil.example:{client.port}") == 421
    assert client.status(path, body, Origin="https://evil.example") == 403
    assert client.status(path, body, Sec_Fetch_Site="cross-site") == 403
    assert client.state()["stopped"] is False


def test_a_preflight_of_another_site_is_not_allowed(client: Client) -> None:
    status, headers, _ = client.ask(
        "/api/do", method="OPTIONS", Origin="https://evil.example", Access_Control_Request_Method="POST"
    )
    assert status == 405
    assert not [name for name in headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "body",
    [
        {"what": "destroy"}, {"what": "pause", "more": 1}, {}, [], "pause", b"not json", b"\xff",
        {"what": "approve", "question": "one"}, b'{"what": "pause"' + b" " * 30_000 + b"}",
    ],
)  # fmt: skip
def test_what_is_no_command_is_refused(client: Client, body: object) -> None:
    assert client.status("/api/do", body) == 400
    assert client.state()["paused"] is False


def test_a_form_of_another_site_can_not_send_one(client: Client) -> None:
    assert client.status("/api/do", {"what": "pause"}, Content_Type="text/plain") == 400
    assert (
        client.status("/api/do", {"what": "pause"}, Content_Type="application/x-www-form-urlencoded") == 400
    )


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "click"}, {"kind": "click", "point": [1, 2], "count": 9}, {"kind": "run", "command": "rm"},
        {"kind": "key", "keys": []}, {"kind": "scroll", "vertical": 10_000}, {"kind": "wait", "seconds": 60},
    ],
)  # fmt: skip
def test_what_is_no_act_is_refused(client: Client, body: object) -> None:
    assert client.status("/api/act", body) == 400


def test_without_having_taken_over_nothing_is_done(client: Client) -> None:
    assert client.status("/api/act", {"kind": "click", "point": [1, 2]}) == 409


def test_the_frame_is_a_picture_and_between_the_looks_there_is_none_unless_it_is_shown(
    client: Client,
) -> None:
    status, headers, body = client.ask("/api/frame")
    assert (status, headers["content-type"], body[:4]) == (200, "image/png", b"\x89PNG")
    assert client.status("/api/live") == 404
    assert client.state()["live"] is False


def test_a_page_waits_for_news(view: View, client: Client) -> None:
    before = client.state()["version"]
    client.do("pause")
    assert client.state(before)["paused"] is True
    client.do("resume")
    assert client.status("/api/state?since=x" + "9" * 99) == 200
    assert isinstance(view, View)


def test_when_it_ends_the_page_is_told_and_the_port_is_free() -> None:
    with View() as view:
        client = Client(view.address)
        assert client.state()["over"] is False
    with pytest.raises(ConnectionRefusedError):
        client.state()
    with View(client.port) as again:
        assert Client(again.address).port == client.port
        assert Client(again.address).token != client.token
