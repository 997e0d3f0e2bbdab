"""Redactions: areas of the screen hidden because a secret was typed or can be read there. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tools.geometry import Box

    Censor = Callable[[Frame, Collection[Box]], Sequence[Box]]

_GREY = 128
_MARGIN_PIXELS = 3
"""Around a change: anti-aliased edges and what is typed next."""
_LOOKS = 3
"""At one frame: what paint leaves of a line may be read otherwise than the whole of it."""


class Redactions:
    """Regions that are painted over in every frame, for as long as the session lasts.

    Args:
        censor: where on a frame a secret can be read, wherever it was typed, and what is left of one beside
            some regions; hidden in that frame alone. None: nothing is looked for.
    """

    def __init__(self, censor: Censor | None = None) -> None:
        self._boxes: set[Box] = set()
        self._censor = censor or (lambda _frame, _regions: ())
        self._found: Sequence[Box] = ()
        """What the censor found in the frame that was hidden last."""

    def add(self, boxes: Iterable[Box]) -> None:
        """Hide these from now on, in frame pixels."""
        self._boxes.update(box.grow(_MARGIN_PIXELS) for box in boxes)

    def hide(self, frame: Frame) -> Frame:
        """The frame as it may leave the desktop.

        The censor sees it as it was: of a secret that has moved half under a region, the other half is no
        secret to be found. Then it sees what the paint leaves.
        """
        found = dict.fromkeys(self._censor(frame, self._boxes))
        painted = self.apply(frame, found)
        for _ in range(_LOOKS if painted is not frame else 0):
            more = dict.fromkeys(self._censor(painted, self._boxes | found.keys()))
            if more.keys() <= found.keys():
                break
            found |= more
            painted = self.apply(frame, found)
        self._found = tuple(found)
        return painted

    def hide_alike(self, frame: Frame) -> Frame:
        """A later frame, painted over where the last one from `hide` is, to be compared with that one."""
        return self.apply(frame, self._found)

    def apply(self, frame: Frame, others: Iterable[Box] = ()) -> Frame:
        """The frame with all of them, and others, painted flat grey; the very frame when there are none."""
        boxes = self._boxes.union(others)
        if not boxes:
            return frame
        bgrx = frame.bgrx.copy()
        for box in boxes:
            bgrx[box.clip(frame.size).slices] = _GREY
        return Frame(bgrx)
