"""A page with one button, whose episode is over when it has been clicked so many times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.bench.pages.judging import Judge
from tools.geometry import Point, Size

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.pages.stage import Stage
    from agent.checks import CheckResult
    from tools.chromium.browser import Browser

JUDGE = Judge(
    kind="clicks",
    expected="clicked",
    passes=lambda told: bool(told["done"]),
    score=lambda told: float(told["done"]),
    otherwise={"clicks": 0, "done": False},
)
SIZE = Size(320, 200)
SAVE = Point(100, 60)
"""The button's middle, in CSS pixels."""
INSTRUCTION = 'Click the "Save" button.'
_PAGE = """<style>button { position: fixed; left: 40px; top: 40px; width: 120px; height: 40px }</style>
<button onclick="clicks += 1">Save</button><script>let clicks = 0</script>"""


class ButtonEpisode:
    """An episode of that page."""

    instruction = INSTRUCTION

    def __init__(self, browser: Browser, wanted: int) -> None:
        self._browser, self._wanted = browser, wanted

    @property
    def clicks(self) -> int:
        clicks: int = self._browser.page.evaluate("clicks")
        return clicks

    def is_over(self) -> bool:
        return self.clicks >= self._wanted

    def check(self) -> None:
        self._browser.check()

    def judged(self, patience: float) -> CheckResult:
        deadline = time.monotonic() + patience
        while not (over := self.is_over()) and time.monotonic() < deadline:
            pass
        return JUDGE.check({"clicks": self.clicks, "done": over}, "the page")


def begin_buttons(stage: Stage, folder: Path, wanted: int = 1) -> ButtonEpisode:
    page = folder / "page.html"
    page.write_text(_PAGE)
    browser = stage.browser(SIZE)
    browser.page.load(page.as_uri())
    return ButtonEpisode(browser, wanted)
