"""`ScreenParser` protocol: turns a frame into a Scene; implemented by `tools.see.ocr.ScreenReader`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene


class ScreenParser(Protocol):
    """Something that reads frames."""

    def read(self, frame: Frame) -> Scene:
        """All that can be made out in a frame."""
        ...

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text inside a box."""
        ...
