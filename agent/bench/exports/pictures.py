"""Pictures of an export: PNG files named by the digest of their pixels, each written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.picture import png

if TYPE_CHECKING:
    from pathlib import Path

    from tools.observation import Frame

IMAGES = "images"
"""The folder of pictures, beside the file that names them."""


class Pictures:
    """The pictures in `images` of a folder.

    Args:
        folder: the one that holds `images`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / IMAGES
        self._folder.mkdir(parents=True)
        self._written: set[str] = set()

    def file(self, frame: Frame) -> str:
        """The name of a frame's file within `images`; it is written now unless it was before."""
        name = f"{frame.digest}.png"
        if name not in self._written:
            (self._folder / name).write_bytes(png(frame))
            self._written.add(name)
        return name

    def path(self, frame: Frame) -> str:
        """The file's path from the folder that holds `images`."""
        return f"{IMAGES}/{self.file(frame)}"

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._written)
