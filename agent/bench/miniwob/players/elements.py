"""`Elements`: what the scripted player asks of a page: where an element is, what it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tools.geometry import Point

if TYPE_CHECKING:
    from tools.chromium.page import Page

_FIND = """
((selector, wanted) => [...document.querySelectorAll(selector)].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(one).visibility !== 'hidden'
    && (wanted === null || one.textContent.trim() === wanted);
}))(%s, %s)
"""


class Elements:
    """The elements of a page that can be seen, in document order.

    Args:
        page: shows them.
        scale: pixels to a CSS pixel.
    """

    def __init__(self, page: Page, scale: float) -> None:
        self._page, self._scale = page, scale

    def ask(self, code: str) -> Any:
        """What an expression comes to."""
        return self._page.evaluate(code)

    def count(self, selector: str, text: str | None = None) -> int:
        """How many there are."""
        found: int = self.ask(f"{_found(selector, text)}.length")
        return found

    def texts(self, selector: str) -> list[str]:
        """What they say."""
        found: list[str] = self.ask(f"{_found(selector, None)}.map(one => one.textContent.trim())")
        return found

    def value(self, selector: str, number: int = 0) -> Any:
        """The value of a field."""
        return self.ask(f"{_found(selector, None)}[{number}].value")

    def at(self, selector: str, text: str | None = None, number: int = 0) -> Point:
        """The middle of one, in pixels of the frame.

        Args:
            selector: of CSS.
            text: that it says, whole; None: any.
            number: which of them; negative from the end.

        Raises:
            LookupError: there is none.
        """
        box = self.ask(
            f"(found => {{ const one = found.at({number}); if (!one) return null;"
            " const box = one.getClientRects()[0];"  # of a text in two lines, the first
            f" return [box.left + box.width / 2, box.top + box.height / 2]; }})({_found(selector, text)})"
        )
        if box is None:
            raise LookupError(f"{selector} {text or ''}: no such element")
        return self.point(*box)

    def point(self, left: float, top: float) -> Point:
        """A place of the page in CSS pixels, in pixels of the frame."""
        return Point(round(left * self._scale), round(top * self._scale))


def _found(selector: str, text: str | None) -> str:
    return (_FIND % (json.dumps(selector), json.dumps(text))).strip()
