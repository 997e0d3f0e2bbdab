"""Swing: `python -m training.screens.programs.swing` reads plans, one a line, and tells of their windows.

The theme of the plans is Swing's look: Metal, Nimbus, GTK+, Motif. Classes go into the folder that
TRAINING_CACHE names, else into a temporary one.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.screens.programs.marker import Marker, until
from training.screens.programs.swing.java import Java, compiled
from training.screens.programs.truth import first_plan, serve, uncovered

if TYPE_CHECKING:
    from training.screens.outline import Plan
    from training.screens.programs.truth import Told


class Window:
    """A window of the Java program."""

    def __init__(self, java: Java) -> None:
        self._java, self._marker = java, Marker()

    def show(self, plan: Plan) -> tuple[list[Told], list[Any]]:
        """Draw a plan; its elements and what to ignore, once it is shown and told twice alike."""
        red, green, blue = self._marker.next()
        told = [self._java.show(plan, f"0x{red:02x}{green:02x}{blue:02x}")]

        def stands() -> bool:
            told.append(self._java.tell())
            return told[-1] == told[-2] and self._shift(told[-1]) is not None

        until("the window's marker", stands)
        last, shift = told[-1], self._shift(told[-1]) or (0, 0)
        free, ignored = uncovered(last["elements"], last["covers"])
        elements = [*free, *last["open"]]
        for one in elements:
            for name in ("box", "label_box"):
                one[name] = one[name] and _moved(one[name], shift)
        return elements, [_moved(box, shift) for box in (*ignored, *last["ignore"])]

    def _shift(self, told: dict[str, Any]) -> tuple[int, int] | None:
        """How far the window is from where Java says."""
        return self._marker.shift(told["elements"][0]["box"][:2])


def _moved(box: list[int], by: tuple[int, int]) -> list[int]:
    return [box[0] + by[0], box[1] + by[1], *box[2:]]


def main() -> None:
    """Show plans until the input ends."""
    plan: Plan = first_plan()
    with tempfile.TemporaryDirectory() as name:
        classes = Path(os.environ.get("TRAINING_CACHE", name)) / "swing"
        classes.mkdir(parents=True, exist_ok=True)
        with Java(compiled(classes)) as java:
            serve(plan, Window(java).show, java.hide, use=java.wait)


if __name__ == "__main__":
    main()
