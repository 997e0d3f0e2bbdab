"""Window: shows plans one after the other in the browser's window, and asks the page for the truth."""

from __future__ import annotations

import json
import math
from random import Random
from typing import TYPE_CHECKING, Any

from training.screens.programs.marker import Marker, until
from training.screens.programs.truth import save

if TYPE_CHECKING:
    from training.screens.outline import Plan
    from training.screens.programs.truth import Told
    from training.screens.programs.web.browser import Browser

_EDGE = 16
"""Pixels that a window keeps from the screen's right and lower edge."""
_TELL = """addEventListener("click", async event => {
  const text = event.target.closest("button")?.textContent.trim()
  if (text === plan.buttons[0].text) saved(JSON.stringify((await truth([0, 0])).elements))
})"""
"""Has a page tell what it holds when its first button is clicked."""
_SHORT = 0.15
"""Share of windows that are lower than their page, so that it scrolls."""


class Window:
    """The browser's window, in which a page of a kit draws plans."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._marker = Marker()

    def hide(self) -> None:
        """Take it off the screen."""
        self._browser.hide()

    def use(self) -> None:
        """Write what the page holds when a person clicks its button; until the browser ends."""
        for told in self._browser.calls("saved", _TELL):
            save(json.loads(told))

    def show(self, plan: Plan) -> tuple[list[Told], list[Any]]:
        """Draw a plan; its elements and what to ignore, told when it stands on the screen.

        Raises:
            TimeoutError: it never does.
        """
        self._browser.show()
        self._browser.reload()
        wide, high, roll = self._evaluate("show", plan)
        if roll < _SHORT and not plan["size"]:
            high *= 0.4 + 2 * roll
        self._place(plan["at"], math.ceil(wide), math.ceil(high))
        self._evaluate("settle", f"rgb{self._marker.next()}")
        offset = self._offset()
        self._hover(plan["seed"])
        self._evaluate("settle", f"rgb{self._marker.next()}")
        until(f"the page's marker at {offset}", lambda: self._marker.shift(offset) == (0, 0))
        return self._truth(offset)

    def _truth(self, offset: list[int]) -> tuple[list[Told], list[Any]]:
        """What the page tells twice, frames apart: not of something that still moves."""
        told = [self._evaluate("truth", offset)]

        def again() -> bool:
            told.append(self._evaluate("truth", offset))
            return bool(told[-1] == told[-2])

        until("a page that stands still", again)
        return told[-1]["elements"], told[-1]["ignore"]

    def _evaluate(self, name: str, argument: Any) -> Any:
        return self._browser.evaluate(f"{name}({json.dumps(argument)})")

    def _place(self, at: list[int], wide: int, high: int) -> None:
        left, top = at
        right, bottom = self._browser.evaluate("[screen.width, screen.height]")
        wide, high = min(wide, right - left - _EDGE), min(high, bottom - top - _EDGE)
        self._browser.place(left, top, wide, high)
        until(
            f"window {wide} x {high}",
            lambda: self._browser.evaluate("[outerWidth, outerHeight]") == [wide, high],
        )

    def _offset(self) -> list[int]:
        """Where the page begins on the screen, once its marker is there: a new window may be moved yet."""
        told = [self._told_offset()]

        def agreed() -> bool:
            told.append(self._told_offset())
            return self._marker.shift(told[-1]) == (0, 0)

        until("the page's marker at its window's place", agreed)
        return told[-1]

    def _told_offset(self) -> list[int]:
        """Where the browser has it: an event's place on the screen less that on the page."""
        self._browser.evaluate("window.offset = null")
        self._browser.move_pointer(2, 2)
        self._browser.move_pointer(1, 1)
        until("an event of the pointer", lambda: self._browser.evaluate("window.offset") is not None)
        return [round(part) for part in self._browser.evaluate("window.offset")]

    def _hover(self, seed: int) -> None:
        """The pointer over a point of the page, or in half of the plans beside it."""
        random = Random(seed)
        wide, high = self._browser.evaluate("[innerWidth, innerHeight]")
        beside = random.random() < 0.5
        self._browser.move_pointer(
            *((-9, -9) if beside else (random.randrange(wide), random.randrange(high)))
        )
