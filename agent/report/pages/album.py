"""Album: the frames of a recording as a page shows them, each once, in as many bytes as there is room for."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from agent.recording.store import FRAMES, read_frame
from agent.report.pages.target import target_box
from agent.report.pages.used import Used
from tools.geometry import Box, Point, Size
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.recording.reading import Recording
    from tools.observation import Frame


class Smaller(NamedTuple):
    """How pictures are made smaller."""

    share: float
    """Of their width and height."""
    quality: int
    """Of lossy WebP, 0 to 100."""


LADDER = (Smaller(1, 80), Smaller(0.75, 75), Smaller(0.5, 70), Smaller(0.35, 60), Smaller(0.25, 50))
"""Tried in this order."""
_TRIED = 8
"""Pictures that tell whether all will fit."""
_MARGIN = 1.1
_LARGEST_FILE = 1 << 28
"""Bytes."""
_PLAIN = b"VP8L"
"""The only part of a WebP file that has one lossless picture in it, and nothing besides."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame as the page has it."""

    base64: str
    """WebP."""
    size: Size
    """The frame's own, whatever the picture's."""


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures by digest, the boxes of targets by frame and point, and what was done to the pictures."""

    pictures: dict[str, Picture]
    boxes: dict[tuple[str, Point], Box]
    made_smaller: Smaller | None = None
    part: Box | None = None
    """The part of the screen on which anything was ever shown: around it is one colour in all frames.
    None: all of it, or nearly."""

    @property
    def taken(self) -> int:
        """Bytes that the pictures take on the page."""
        return sum(len(picture.base64) for picture in self.pictures.values())


def album_of(recording: Recording, points: Sequence[tuple[str, Point]], room: int) -> Album:
    """Verify every frame, and gather the pictures.

    Args:
        recording: of which.
        points: frames and points on them whose targets are looked for.
        room: bytes that the pictures may take on the page, so far as they can be made so small.

    Raises:
        BadRecording: a frame is missing or was altered.
    """
    return _Binder(recording, room).bound(points)


class _Binder:
    def __init__(self, recording: Recording, room: int) -> None:
        self._folder: Path = recording.folder / FRAMES
        self._digests, self._room = recording.digests, room
        self._sizes: dict[str, Size] = {}
        self._files: dict[str, bytes] = {}

    def bound(self, points: Sequence[tuple[str, Point]]) -> Album:
        boxes: dict[tuple[str, Point], Box] = {}
        used = Used()
        for digest in self._digests:
            frame = read_frame(self._folder, digest)
            self._sizes[digest] = frame.size
            used.add(frame)
            for point in {point for on, point in points if on == digest}:
                used.add_point(point)
                if box := target_box(frame, point):
                    boxes[digest, point] = box
        self._files = {digest: self._file(digest) for digest in self._digests}
        smaller = None if self._fits(self._files) else self._made_smaller()
        pictures = {
            digest: Picture(b64encode(file).decode(), self._sizes[digest])
            for digest, file in self._files.items()
        }
        return Album(pictures, boxes, smaller, used.part)

    def _file(self, digest: str) -> bytes:
        """The recorded file, if it holds nothing but the pixels that were verified: else these, packed anew.

        A stranger's may have more frames, or a profile of colours, and a browser would show those.
        """
        file = read_plain(self._folder / f"{digest}.webp", _LARGEST_FILE)
        return file if file[12:16] == _PLAIN else encoded(read_frame(self._folder, digest), None)

    def _fits(self, files: dict[str, bytes], margin: float = 1) -> bool:
        """Whether all would fit if they took as much as these, of which there may be only some."""
        taken = sum(4 * (len(file) // 3 + 1) for file in files.values())
        return taken * margin * len(self._digests) <= self._room * max(1, len(files))

    def _made_smaller(self) -> Smaller:
        """Make them as much smaller as they have to be; those that are smaller as they are stay."""
        some = self._digests[:: max(1, len(self._digests) // _TRIED)]
        for step in LADDER[:-1]:
            if self._fits(self._encoded(some, step), _MARGIN):
                files = self._encoded(self._digests, step)
                if self._fits(files):
                    self._files = files
                    return step
        self._files = self._encoded(self._digests, LADDER[-1])
        return LADDER[-1]

    def _encoded(self, digests: Sequence[str], step: Smaller) -> dict[str, bytes]:
        return {digest: min(self._files[digest], self._smaller(digest, step), key=len) for digest in digests}

    def _smaller(self, digest: str, step: Smaller) -> bytes:
        return encoded(read_frame(self._folder, digest), step)


def encoded(frame: Frame, step: Smaller | None) -> bytes:
    """A frame as a WebP; None: lossless."""
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    image, file = Image.fromarray(frame.rgb), BytesIO()
    if step is None:
        image.save(file, "WEBP", lossless=True, quality=50, method=2)
        return file.getvalue()
    if step.share < 1:
        size = Size(*(max(1, round(side * step.share)) for side in frame.size))
        image = image.resize(size, Image.Resampling.LANCZOS)
    image.save(file, "WEBP", quality=step.quality, method=2)
    return file.getvalue()
