"""Headless Chromium over the pages that reports write, and Playwright's own command line."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import playwright
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

DRIVER = Path(playwright.__file__).parent / "driver"
VIEWER = DRIVER / "package" / "lib" / "vite" / "traceViewer"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium")
    assert path, "apt-get install chromium"
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def trace_command(folder: Path, *words: str) -> str:
    """What `playwright trace WORDS` prints, in a folder in which it may unpack."""
    command = [str(DRIVER / "node"), str(DRIVER / "package" / "cli.js"), "trace", *words]
    done = subprocess.run(
        command, check=False, cwd=folder, capture_output=True, text=True, timeout=300, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
