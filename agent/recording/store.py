"""Frame store: lossless WebP files named by the digest of their pixels, each stored once.

WebP (lossless, method 4, quality 0) is half of PNG's size on desktop screens, or less; encoding takes some
hundredths of a second and is therefore never done on the loop's own thread. Quality 75 takes twice as long,
for files smaller by a quarter where little is on the screen, by a hundredth where much is.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from agent.errors import BadRecording
from agent.recording.disk import whole
from tools.geometry import Size
from tools.observation import Frame
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from PIL import Image

FRAMES = "frames"
"""The folder of a recording's frames, in its own."""
LARGEST = 7680 * 4320 * 2
"""Pixels; a picture with more is refused before it is unpacked."""
_MOST_BYTES = 4 * LARGEST
"""Of a frame's file: a picture that can't be packed at all takes no more."""


def write_frame(folder: Path, frame: Frame, reuse: Path | None = None) -> None:
    """Write the frame unless it is there; it appears under its name only when it is complete.

    Args:
        folder: Where to.
        frame: The frame.
        reuse: A folder that may hold the same frame: a copy of a file takes no encoding.
    """
    path = folder / f"{frame.digest}.webp"
    if path.exists():
        return
    with whole(path) as file:
        if reuse and (reuse / path.name).is_file():
            file.write((reuse / path.name).read_bytes())
        else:
            _encode(frame, file)


def _encode(frame: Frame, file: BinaryIO) -> None:
    from PIL import Image, WebPImagePlugin  # noqa: F401, PLC0415  (heavy; without it PIL loads all its formats)

    Image.fromarray(frame.rgb).save(file, "WEBP", lossless=True, quality=0, method=4, exact=True)


def frame_size(folder: Path, digest: str) -> Size:
    """What a frame's file says of its size, in pixels; nothing is unpacked for it.

    Raises:
        BadRecording: it is missing, or is no picture of a screen.
    """
    with _opened(folder / f"{digest}.webp") as image:
        return Size(*image.size)


def read_frame(folder: Path, digest: str) -> Frame:
    """The frame of that digest, its pixels checked against its name.

    Raises:
        BadRecording: it is missing, can't be read, or is not the picture that was recorded.
    """
    import numpy as np  # noqa: PLC0415

    path = folder / f"{digest}.webp"
    with _opened(path) as image:
        frame = Frame.from_rgb(np.asarray(image.convert("RGB")))
    if frame.digest != digest:
        raise BadRecording(f"{path}: the frame was altered: its pixels are not those it is named after")
    return frame


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """A frame's picture, not yet unpacked.

    Raises:
        BadRecording: it is missing, too large, or can't be read, be it within the context.
    """
    from PIL import Image  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(read_plain(path, _MOST_BYTES)), formats=["WEBP"]) as image:
                if image.width * image.height > LARGEST:
                    raise BadRecording(f"{path}: {image.width}x{image.height} is too large for a frame")
                yield image
    except FileNotFoundError:
        raise BadRecording(
            f"{path}: the frame is missing; restore it from where the recording came"
        ) from None
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ) as error:
        raise BadRecording(
            f"{path}: the frame can't be read: {getattr(error, 'strerror', None) or error}"
        ) from None
