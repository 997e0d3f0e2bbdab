"""The form as a page in Chromium, served and written by this program. Arguments as of `tk_form`."""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from string import Template
from threading import Thread

_FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --test-type --disable-sync --password-store=basic "
    "--disable-features=Translate --window-position=60,30 --window-size=1120,740"
)
_ENTRIES = {
    "towns": "<option>{}",
    "ports": "<option>{}",
    "speeds": "<label><input type='radio' name='speed' value='{0}'> {0}</label>",
    "sorts": "<li onclick='sortBy(this)'>{}</li>",
    "folders": "<div onclick='open_(this)'>{}</div>",
    "notes": "<div>{}</div>",
}
"""How the entries of each list stand on the page, in the order of the arguments."""


def main(out: str, *lists: str) -> None:
    """Show it until it is closed."""
    drawn = {
        name: "".join(entry.format(html.escape(text)) for text in listed.split("|"))
        for (name, entry), listed in zip(_ENTRIES.items(), lists, strict=True)
    }
    page = Template(Path(__file__).with_name("form.html").read_text(encoding="utf-8")).substitute(drawn)
    with HTTPServer(("127.0.0.1", 0), partial(_Form, page, Path(out))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            address = f"--app=http://127.0.0.1:{server.server_port}/"
            command = ["chromium", *_FLAGS.split(), f"--user-data-dir={profile}", address]
            subprocess.run(command, check=True)


class _Form(BaseHTTPRequestHandler):
    """Serves the page, and writes what it sends."""

    def __init__(self, page: str, out: Path, *args: object) -> None:
        self._page, self._out = page, out
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer(self._page.encode())

    def do_POST(self) -> None:
        self._out.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(b"")

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


main(*sys.argv[1:])
