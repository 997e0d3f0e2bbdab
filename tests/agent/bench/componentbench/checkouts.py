"""A small checkout in the layout of ComponentBench's, and who serves its site in npm's place."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

SAVE, DELAYED, BROKEN, UNKNOWN = (f"button-{name}-v2-T01" for name in ("antd", "mui", "mantine", "external"))
GOAL = 'Click the "Save" button.\nThe task will finish automatically when done.'
_SERVER = '''
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

PAGES = {
    "antd": """<main></main><script>setTimeout(() => { document.querySelector('main').innerHTML =
        "<button style='position: fixed; left: 100px; top: 100px; width: 160px; height: 40px'>Save</button>";
        onclick = () => { document.documentElement.dataset.taskDone = 'true' } }, 100)</script>""",
    "mui": """<main><p>Wait.</p></main><script>
        localStorage.setItem('kept', localStorage.getItem('kept') ? 1 : 0);
        if (localStorage.getItem('kept') === '1') document.documentElement.dataset.taskDone = 'true';
        onclick = () => setTimeout(() => { document.body.innerHTML += '<p id=cb-success-banner>' }, 300)
        </script>""",
    "mantine": "<main><p>An editor.</p></main><script src='/nothing.js'></script>",
    "external": "<p>Error: Task not found</p>",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/favicon.ico" or self.path.endswith(".js"):
            return self.send_error(404)
        name = self.path.partition("-")[2].partition("-")[0]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(("<!doctype html><body>" + PAGES.get(name, "")).encode())

    def log_message(self, *args):
        pass


host, port = sys.argv[sys.argv.index("-H") + 1], sys.argv[sys.argv.index("-p") + 1]
HTTPServer((host, int(port)), Handler).serve_forever()
'''


def task(identity: str, **changes: object) -> dict[str, object]:
    """A task as it is written."""
    component, library = identity.split("-")[:2]
    written = {
        "id": identity,
        "canonical_type": component,
        "implementation_source": library,
        "browsergym_goal": GOAL,
        "difficulty": {"tier": "L2"},
        "success_trigger": {"human_readable": ["It was clicked.", "Once."]},
    }
    return {**written, **changes}


def write_tasks(checkout: Path, name: str, *tasks: object) -> Path:
    """A file of tasks."""
    path = checkout / "data" / "tasks_v2" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(list(tasks)))
    return path


def write_lock(checkout: Path, version: str = "5.1.0", source: str = "registry.example") -> None:
    """The packages of the site, as npm writes them down; some installations leave out what is optional."""
    packages: dict[str, object] = {
        "node_modules/antd": {
            "version": version,
            "integrity": "sha512-a",
            "resolved": f"https://{source}/antd",
        }
    }
    if source != "registry.example":
        packages["node_modules/yaml"] = {"version": "2.8.3", "optional": True}
    (checkout / "site" / "package-lock.json").write_text(json.dumps({"packages": packages}))


def made_checkout(root: Path) -> Path:
    """A checkout with a built site."""
    write_tasks(root, "01_buttons_v2.yaml", *(task(one) for one in (SAVE, DELAYED, BROKEN, UNKNOWN)))
    for name in (
        "site/package.json",
        "site/app/page.tsx",
        "site/src/button.tsx",
        "site/src/generated/index.json",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    write_lock(root)
    (root / "site" / "server.py").write_text(_SERVER)
    (root / "site" / ".next").mkdir()
    (root / "site" / ".next" / "BUILD_ID").write_text("abc")
    return root


def made_npm(folder: Path, command: str = f'exec "{sys.executable}" server.py "$@"') -> Path:
    """A folder for the search path with an `npm` that takes what `npm start` is given."""
    folder.mkdir()
    npm = folder / "npm"
    npm.write_text(f"#!/bin/sh\n{command}\n")
    npm.chmod(0o755)
    return folder
