"""Film of a recording: a WebM for browsers, or a GIF for tickets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent.printing.streams import libraries_hushed
from agent.recording.disk import whole
from agent.report.files import writing
from agent.report.films.shots import shots
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

    import cv2
    from PIL import Image

RATE = 10
"""Pictures a second of a video."""
WIDEST = 800
"""Pixels of a GIF's width: what fits into a ticket."""
COLOURS = 64


def write_video(recording: Path, out: Path) -> None:
    """Write a WebM (VP8): every browser plays it. What took long is shown shorter.

    Raises:
        BadInput: the recording has nothing to show, or the file can't be written.
        BadRecording: it is damaged.
        EnvironmentFault: OpenCV can't write such a video here, or the disk is full.
    """
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

    writer, draft = None, out.with_name(f"{out.name}.{os.getpid()}.part.webm")
    with writing(out):
        try:
            for shot in shots(recording, moving=True):
                picture = np.asarray(shot.picture)[
                    : shot.picture.height & ~1, : shot.picture.width & ~1, ::-1
                ]
                writer = writer or _opened(draft, (picture.shape[1], picture.shape[0]))
                for _ in range(max(1, round(shot.seconds * RATE))):
                    writer.write(np.ascontiguousarray(picture))
            if writer:
                writer.release()
            draft.replace(out)
        finally:
            draft.unlink(missing_ok=True)


def _opened(path: Path, size: tuple[int, int]) -> cv2.VideoWriter:
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    path.touch()  # what can't be written is said by the system, not by OpenCV
    with libraries_hushed():  # it says that it does not know the tag, and takes it
        writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"VP80"), RATE, size)
    if not writer.isOpened():
        raise EnvironmentFault(
            "this OpenCV can't write WebM; install the wheel: pip install opencv-python-headless"
        )
    return writer


def write_gif(recording: Path, out: Path) -> None:
    """Write a GIF: one picture a step, small enough for a ticket.

    Raises:
        BadInput: the recording has nothing to show, or the file can't be written.
        BadRecording: it is damaged.
    """
    shown = [(_small(shot.picture), round(shot.seconds * 1000)) for shot in shots(recording, moving=False)]
    pictures, durations = zip(*shown, strict=True)
    with writing(out), whole(out) as file:
        pictures[0].save(
            file, "GIF", save_all=True, append_images=pictures[1:], duration=durations, loop=0, optimize=True
        )


def _small(picture: Image.Image) -> Image.Image:
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    share = min(1.0, WIDEST / picture.width)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    small = picture.resize(size, Image.Resampling.LANCZOS) if share < 1 else picture
    return small.quantize(COLOURS, dither=Image.Dither.NONE)
