"""Redaction of secrets that can be read on a screen, wherever a program shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.redact.forms import LONG
from agent.redact.reading import alone, row_by_row, together, unmarked
from agent.redact.search import found_in, most_in, pieces_in
from agent.redact.texts import is_encoded_in
from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from agent.redact.reading import Reading
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

TELLING = 3
"""Characters; a shorter secret stands in other words by chance."""
_ROUND = 2
"""Pixels around a line: the ends of its letters."""
_UNREAD = 3
"""Heights of a line that signs which can't be read take between two parts of a secret, at most."""


class Censor:
    """What `tools.host.redactions` asks of each frame.

    Args:
        secrets: values by name.
        parser: reads the frames.
    """

    def __init__(self, secrets: Mapping[str, str], parser: ScreenParser) -> None:
        self._secrets, self._parser = secrets, parser
        self._harmless: set[str] = set()
        """Texts that stood there before anything was painted over: the program's own labels."""

    def __call__(self, frame: Frame, regions: Collection[Box]) -> list[Box]:
        """Areas on which a secret can be read, or what is left of one beside a region; in frame pixels."""
        scene = self._parser.read(frame)
        if not regions:
            self._harmless.update(folded(line.text) for line in scene.lines)
        left = left_beside(scene, self._secrets, regions, self._harmless)
        return [*read_on(scene, self._secrets), *left]


def read_on(scene: Scene, secrets: Mapping[str, str]) -> list[Box]:
    """Areas of a screen on which a secret can be read, in frame pixels: in a line, wrapped, or spelled."""
    values = [folded(value) for value in secrets.values()]
    found = dict.fromkeys(
        box
        for orders, least in ((alone(scene.lines), TELLING), (together(scene.lines), LONG))
        for order in orders
        for value in values
        if len(value) >= least
        for way in _ways(order, value)
        for box in found_in(*way)
    )
    found |= {
        line.box: None
        for line in scene.lines
        if any(is_encoded_in(line.text, value) for value in secrets.values())
    }
    others = [line for line in scene.lines if not any(box.contains(line.box.center) for box in found)]
    parts = (
        box
        for order in row_by_row(others)
        for value in values
        if len(value) >= LONG
        for way in _ways(order, value)
        for box in most_in(*way)
    )
    return [box.grow(_ROUND) for box in dict.fromkeys([*found, *parts])]


def _ways(order: Reading, value: str) -> Iterator[tuple[Reading, str]]:
    """A reading and a value, with their marks and without them."""
    yield order, value
    letters = unmarked(value)
    if len(letters) >= LONG:
        yield order.unmarked, letters


def left_beside(
    scene: Scene, secrets: Mapping[str, str], regions: Collection[Box], harmless: Collection[str]
) -> Iterator[Box]:
    """Lines at the edge of a region with a piece of a secret: the rest of it has moved below the region.

    Args:
        scene: what can be read.
        secrets: values by name.
        regions: what is painted over, in frame pixels.
        harmless: texts, folded, that are no such piece.
    """
    lines = [line for line in scene.lines if regions and folded(line.text) not in harmless]
    for row in row_by_row(lines):
        edge = _reached(row.boxes, regions)
        for value in map(folded, secrets.values()):
            for boxes in pieces_in(row, value):
                if not edge.isdisjoint(boxes):
                    yield from (box.grow(_ROUND) for box in boxes)


def _reached(boxes: Iterable[Box], regions: Iterable[Box]) -> set[Box]:
    """Those within a line's height of a region, or of another one that is; or behind a few unread signs."""
    reached: set[Box] = set()
    left, near = set(boxes), list(regions)
    while near:
        near = [box for box in left if any(_is_near(box, one) for one in near)]
        reached.update(near)
        left.difference_update(near)
    return reached


def _is_near(box: Box, other: Box) -> bool:
    unread = box.same_row(other) and box.gap_across(other) <= _UNREAD * box.height
    return unread or box.gap(other) <= box.height


def censor(secrets: Mapping[str, str], parser: ScreenParser) -> Censor | None:
    """The censor of a run; None without secrets, where nothing need be read."""
    return Censor(secrets, parser) if secrets else None
