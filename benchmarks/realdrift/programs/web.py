"""The register in a web page: a server on the loopback interface, and Chromium that shows the page."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tools.chromium.browser import open_browser
from tools.chromium.pipe import DevToolsFault

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from register import Register

_LOOPBACK = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Serves a release's page, tells it what to show, and takes what a person did in it."""

    def __init__(self, *args: object, register: Register, lock: threading.Lock, **options: object) -> None:
        self._register, self._lock = register, lock
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file of the page, or what is to be shown."""
        if self.path == "/register":
            self._answer()
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """A deed: `save` with the form's fields, or `approve` with a name."""
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self._lock:
            if told["deed"] == "save":
                texts = (str(told[key]) for key in ("name", "city", "country"))
                self._register.save(*texts, newsletter=told["newsletter"] is True)
            else:
                self._register.approve(str(told["name"]))
        self._answer()

    def _answer(self) -> None:
        with self._lock:
            rows = [{"cells": one.cells, "approved": one.approved} for one in self._register.shown]
            body = json.dumps({"rows": rows, "notice": self._register.notice}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: what is asked for tells nobody anything."""


def show(register: Register, page: Path) -> None:
    """Show a page until the window is closed.

    Args:
        register: what it shows and changes.
        page: a folder with `index.html`.
    """
    signal.signal(signal.SIGTERM, _end)
    handler = partial(_Handler, register=register, lock=threading.Lock(), directory=str(page))
    with ThreadingHTTPServer((_LOOPBACK, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://{_LOOPBACK}:{server.server_address[1]}/index.html"
        with open_browser(dict(os.environ), address=address, hosts=(_LOOPBACK,)) as browser:
            try:
                while True:
                    browser.page.event(float("inf"))
            except DevToolsFault:  # it has ended
                return


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
