"""A table of three columns and rows, and what a step calls its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.step_parser import parse_step
from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line
from tools.geometry import Box

if TYPE_CHECKING:
    from tools.locate.locator import Locator
    from tools.see.scene import Line, Scene

ROWS = ("Valve", "Gasket", "Flange")
COLUMNS = ("Article", "Amount", "Price")


def target(words: str) -> Locator:
    """The target of `Click` and these words."""
    return parse_step(f"Click {words}").target  # type: ignore[union-attr]  # it is a Click


def table(*values: Line, edges: bool = True) -> Scene:
    """Three columns and rows with a header each, in cells with an edge."""
    headers = [line(text, 30 + 100 * column, 24) for column, text in enumerate(COLUMNS)]
    names = [line(text, 26, 54 + 30 * row) for row, text in enumerate(ROWS)]
    cells = [Box(20 + 100 * x, 20 + 30 * y, 101, 31) for x in range(3) for y in range(4)]
    return screen(*headers, *names, *values, panels=tuple(cells) if edges else ())


AMOUNTS = [line("4", 124, 54), line("4", 124, 84), line("7", 124, 114)]
