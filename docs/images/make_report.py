"""Makes the picture of a report.

`python docs/images/make_report.py recordings/wrong_email docs/images/report.png`
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from agent.report.page import write_page

STEP = "#s7"


def main(recording: str, output: str) -> None:
    """Shoot the page as it opens, and one of its steps, side by side."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        page = Path(folder) / "page.html"
        write_page([Path(recording)], page)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1100, "height": 820})
        shots = []
        for place in ("", STEP):
            opened.goto(f"file://{page}{place}")
            opened.wait_for_function("document.fonts.status === 'loaded'")
            shots.append(Image.open(BytesIO(opened.screenshot())).convert("RGB"))
        browser.close()
    sheet = Image.new("RGB", (sum(shot.width for shot in shots) + 24, shots[0].height), "#d7d9dc")
    sheet.paste(shots[0])
    sheet.paste(shots[1], (shots[0].width + 24, 0))
    sheet.save(output, optimize=True)


main(*sys.argv[1:])
