"""Scene cache: each frame is read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene

_KEPT = 64
"""Scenes; a long recording has more, and reading one again costs little more than its new lines."""


class SceneCache:
    """A `ScreenParser` that remembers what it has read.

    Args:
        parser: reads; by default `tools.see.ocr.shared_reader`, loaded at the first frame to be read.
        kept: scenes, with their frames.
    """

    def __init__(self, parser: ScreenParser | None = None, kept: int = _KEPT) -> None:
        self._parser, self._kept = parser, kept
        self._read: dict[int, Scene] = {}
        self.seconds = 0.0
        """Time spent on reading."""

    def read(self, frame: Frame) -> Scene:
        """All that can be made out in a frame."""
        scene = self._read.get(id(frame))
        if scene is None or scene.frame is not frame:
            scene = self._opened().read(frame)
            if len(self._read) == self._kept:
                self._read.pop(next(iter(self._read)))
            self._read[id(frame)] = scene
        return scene

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The one line of text inside a box."""
        return self._opened().read_box(frame, box)

    def _opened(self) -> ScreenParser:
        if self._parser is None:
            from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)

            self._parser = shared_reader()
        return self._parser
