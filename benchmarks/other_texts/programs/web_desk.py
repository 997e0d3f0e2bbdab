"""The desk as a page in Chromium. Arguments: the file to which it appends what was done; a profile."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from desk_texts import Texts  # type: ignore[import-not-found]

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-sync",
    "--password-store=basic", "--window-size=900,680",
)  # fmt: skip


def main(log: str, profile: str) -> None:
    """Show it until it is closed."""
    texts = Texts(log)
    page = _page(texts).encode()

    class Handler(BaseHTTPRequestHandler):
        """The page, and what it tells."""

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page if self.path == "/" else b"")

        def do_POST(self) -> None:
            texts.log(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing: what is printed is the program's last words."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"--window-position={texts['left']},{texts['top']}"
    address = f"--app=http://127.0.0.1:{server.server_port}/"
    raise SystemExit(subprocess.call(["chromium", *FLAGS, place, f"--user-data-dir={profile}", address]))


def _page(texts: Texts) -> str:
    page = Path(__file__).with_name("desk.html").read_text(encoding="utf-8")
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in texts.rows)
    ports = "".join(f"<option>{escape(port)}" for port in texts.ports)
    names = ("title", "heading", "born", "balance", "question_title")
    shown = {name: escape(texts[name]) for name in names}
    told = {name: texts[name] for name in ("question", "tip", "tip_after", "opened", "ticks", "dialog")}
    for name, text in {**shown, "rows": rows, "ports": ports, "told": json.dumps(told)}.items():
        page = page.replace(f"<!--{name}-->", text)
    return page


main(*sys.argv[1:])
