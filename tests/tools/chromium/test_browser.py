"""A real Chromium over its DevTools pipe."""

from __future__ import annotations

import os
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import environment
from tools.chromium.browser import open_browser
from tools.chromium.page import Page
from tools.chromium.pipe import DevToolsFault, Pipe
from tools.chromium.process import version
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.chromium.browser import Browser


@pytest.fixture
def opened(xserver: str) -> Iterator[Browser]:
    with open_browser(environment(xserver), ("--kiosk", "--force-device-scale-factor=2")) as started:
        yield started


def test_a_browser_fills_its_display_and_its_page_is_read(opened: Browser, tmp_path: Path) -> None:
    path = tmp_path / "a page.html"
    path.write_text("<title>One</title><p id=a>text</p>")
    opened.page.load(path.as_uri())
    assert opened.page.evaluate("[document.title, innerWidth, innerHeight]") == ["One", 512, 384]
    assert opened.page.evaluate("new Promise(done => setTimeout(() => done('late'), 50))") == "late"


def test_a_page_is_whole_when_its_load_returns_each_time(opened: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<script>window.onload = () => { window.isWhole = true }</script>")
    for _ in range(5):
        opened.page.load(path.as_uri())
        assert opened.page.evaluate("window.isWhole === true")


def test_what_a_page_calls_is_told_unasked(opened: Browser) -> None:
    opened.page.load("about:blank?calls")
    opened.page.call("Runtime.addBinding", name="saved")
    opened.page.evaluate("setTimeout(() => saved('this'), 50) && 0")
    while (told := opened.page.event(60))["method"] != "Runtime.bindingCalled":
        pass
    assert told["params"]["payload"] == "this"
    with pytest.raises(DevToolsFault, match="does not answer"):
        _listen(opened.page)


def _listen(page: Page) -> None:
    """What a page tells of its own life comes when it likes; then nothing more does."""
    while page.event(0.05):
        pass


def test_what_a_page_throws_is_told(opened: Browser) -> None:
    opened.page.load("about:blank?throws")  # the browser's first page may still be on its way
    with pytest.raises(DevToolsFault, match="nothing_there is not defined"):
        opened.page.evaluate("nothing_there")


def test_a_page_that_is_not_there_is_a_fault_and_so_is_any_other_machine(opened: Browser) -> None:
    with pytest.raises(DevToolsFault, match="ERR_FILE_NOT_FOUND"):
        opened.page.load("file:///nothing/there.html")
    with pytest.raises(DevToolsFault, match="ERR_NAME_NOT_RESOLVED"):
        opened.page.load("http://example.com/")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """A page of this machine that fetches what it says."""
    (tmp_path / "said").write_text("fetched")
    (tmp_path / "page.html").write_text(
        "<script>onload = () => fetch('said').then(r => r.text()).then(t => { document.title = t })</script>"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


def test_a_machine_that_is_named_is_reached_and_no_other(xserver: str, served: str, opened: Browser) -> None:
    with pytest.raises(DevToolsFault, match="ERR_NAME_NOT_RESOLVED"):
        opened.page.load(served)
    with open_browser(environment(xserver), hosts=("127.0.0.1", "docs.example")) as other:
        other.page.load(served, until="networkIdle")
        assert other.page.evaluate("document.title") == "fetched"
        with pytest.raises(DevToolsFault, match="ERR_NAME_NOT_RESOLVED"):
            other.page.load(served.replace("127.0.0.1", "localhost"))


def test_a_page_that_hangs_is_a_fault_in_time(opened: Browser) -> None:
    opened.page.load("about:blank?")
    with pytest.raises(DevToolsFault, match="does not answer"):
        opened.page.evaluate("(() => { while (true); })()", seconds=0.5)


def test_a_browser_that_was_killed_is_an_environment_fault(opened: Browser) -> None:
    psutil.Process(opened.program.pid).kill()
    with pytest.raises(EnvironmentFault, match=r"\AChromium ended with signal 9"):
        opened.check(60)
    with pytest.raises(EnvironmentFault, match="ended"):
        opened.page.evaluate("1")


def test_a_browser_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with (
        pytest.raises(EnvironmentFault, match="apt-get install chromium"),
        open_browser(dict(os.environ)),
    ):
        raise AssertionError


def test_the_version_is_told() -> None:
    assert version().startswith("Chromium ")


def test_a_browser_without_a_window_is_given_up_after_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, commands = os.pipe()
    answers, writes = os.pipe()
    pipe = Pipe(commands, answers)
    for number in range(1, 3):
        os.write(writes, f'{{"id": {number}, "result": {{"targetInfos": []}}}}\0'.encode())
    began = time.monotonic()
    times = iter([began, began, began, began + 100, began + 100])
    monkeypatch.setattr("tools.chromium.page.time.monotonic", lambda: next(times))
    with pytest.raises(DevToolsFault, match="opens no window"):
        Page(pipe)
    pipe.close()
    os.close(reads)
    os.close(writes)
