"""Title bars: their buttons look alike in all windows, so it is the title that tells whose one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.titlebars import title_bar_around
from tools.ocrtext.same import same
from tools.relocate.result import Located, NotLocated, several

if TYPE_CHECKING:
    from tools.geometry import Box, Point
    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.scene import Scene


def of_another_window(wanted: ElementSnapshot, found: Located, scene: Scene) -> NotLocated | None:
    """Why what was found in a title bar may be another window's; None where it is its own, or in no bar.

    At its own place a word of the title is enough: a document's name changes, the program's stays.

    Args:
        wanted: The recorded element.
        found: Where it seems to be.
        scene: The new frame, read.
    """
    then, now = _titles(wanted.scene), _titles(scene)
    title = _title_at(then, wanted.point)
    if title is None or (wanted.label is not None and same(title, wanted.label.text)):
        return None
    its = _title_at(now, found.point)
    is_its_own = its is not None and (
        same(title, its) or (found.rung == "same place" and _share_a_word(title, its))
    )
    if not is_its_own:
        at, whose = f"({found.point.x}, {found.point.y})", "no window's title" if its is None else f'"{its}"'
        return NotLocated("absent", f'what is at {at} belongs to {whose}, and not to "{title}"')
    # The bar of a window without the focus may not be seen as one.
    before, alike = (
        [line.box for line in one.lines if same(title, line.text)] for one in (wanted.scene, scene)
    )
    return several(alike, f'was of the only window "{title}"') if len(alike) > len(before) else None


def _titles(scene: Scene) -> list[tuple[str, Box]]:
    """The titles of windows, each with its bar."""
    bars = ((line.text, title_bar_around(scene, line)) for line in scene.lines)
    return [(text, bar) for text, bar in bars if bar is not None]


def _title_at(titles: list[tuple[str, Box]], point: Point) -> str | None:
    return next((text for text, bar in titles if bar.contains(point)), None)


def _share_a_word(one: str, other: str) -> bool:
    words = [{word.casefold() for word in text.split() if word.isalpha()} for text in (one, other)]
    return not words[0].isdisjoint(words[1])
