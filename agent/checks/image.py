"""`image` check: a small picture somewhere on the screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from agent.task.checks import ImageCheck
    from tools.observation import Frame

ALIKE = 0.98
"""Correlation of shape (`cv2.TM_CCOEFF_NORMED`, 1 is the same) that a place needs."""
_COLOUR = 12.0
"""Mean difference of a channel, of 255, that a place may have. Correlation alone does not see that a button
is greyed out or of another colour."""
_FLATTEST = 2.0
"""Standard deviation, in grey levels, below which correlation says nothing."""
_PLACES = 50
"""Best places that are compared in colour."""
_MOST_BYTES = 64_000_000
"""Of a picture's file."""
_LARGEST = 64_000_000
"""Pixels of a picture; a small file may unpack to far more."""


def check_image(check: ImageCheck, context: CheckContext, folder: Path) -> Found:
    """Look for the picture. `folder` is the task file's: the picture's path starts there."""
    path = folder / check.like
    expected = f"{check.like} is seen on the screen"
    try:
        needle = _open(path)
    except (OSError, ValueError) as error:
        return Found(passed=False, expected=expected, actual=f"{path} can't be used: {error}")
    score, place = find_picture(context.frame, needle)
    if place is not None:
        return Found(passed=True, expected=expected, actual=f"at {place[0]}, {place[1]}")
    likeness = "in other colours" if score >= ALIKE else f"nearest likeness {score:.2f} of at least {ALIKE}"
    return Found(passed=False, expected=expected, actual=f"not seen; {likeness}")


def find_picture(frame: Frame, needle: NDArray[np.uint8]) -> tuple[float, tuple[int, int] | None]:
    """The best likeness, 0 to 1, and the top left frame pixel of a place that has shape and colours.

    Args:
        frame: Where to look.
        needle: RGB, shape (height, width, 3), not flat.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)
    import numpy as np  # noqa: PLC0415

    height, width, _ = needle.shape
    if height > frame.size.height or width > frame.size.width:
        return 0.0, None
    scores = cv2.matchTemplate(frame.gray, cv2.cvtColor(needle, cv2.COLOR_RGB2GRAY), cv2.TM_CCOEFF_NORMED)
    scores = np.nan_to_num(scores, nan=0.0, posinf=0.0, neginf=0.0)  # over flat areas of the frame
    best = np.argsort(scores, axis=None)[::-1][:_PLACES]
    for top, left in zip(*np.unravel_index(best, scores.shape), strict=True):
        if scores[top, left] < ALIKE:
            break
        there = frame.rgb[top : top + height, left : left + width].astype(np.int16)
        if np.abs(there - needle).mean() <= _COLOUR:
            return float(scores[top, left]), (int(left), int(top))
    return float(scores.max()), None


def _open(path: Path) -> NDArray[np.uint8]:
    """The picture's RGB pixels.

    Raises:
        OSError: it can't be read, or is no picture.
        ValueError: it can't be looked for.
    """
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(read_plain(path, _MOST_BYTES))) as picture:
        if picture.width * picture.height > _LARGEST:
            raise ValueError("the picture is too large")
        pixels = np.asarray(picture.convert("RGB"), np.uint8)
    if pixels.mean(axis=2).std() < _FLATTEST:
        raise ValueError(
            "the picture is of one colour, which is found anywhere; cut out something with an outline"
        )
    return pixels
