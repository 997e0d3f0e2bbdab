"""Pictures of a grounding set: where they are, and how large."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from agent.errors import BadInput
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TOLD, _LONGEST = 3, 200
_LARGEST = 1 << 28
"""Bytes of a picture's file."""


def check_pictures(folder: Path, names: Iterable[str]) -> None:
    """Make sure that all pictures are there and inside their folder.

    Raises:
        BadInput: some are not; the first are named.
    """
    names = list(dict.fromkeys(names))
    outside = [name for name in names if not _is_inside(folder, name)]
    if outside:
        raise BadInput(f"{folder}: the picture {outside[0]!r} is outside of it; the annotations were altered")
    missing = [name for name in names if not os.path.isfile(folder / name)]  # noqa: PTH113  (pathlib's raises)
    if missing:
        told = ", ".join(name[:_LONGEST] for name in missing[:_TOLD])
        raise BadInput(
            f"{folder}: {len(missing)} of {len(names)} pictures are missing: {told}"
            f"{' ...' if len(missing) > _TOLD else ''}; unpack them there"
        )


def _is_inside(folder: Path, name: str) -> bool:
    """Whether a name, links followed, stays in the folder; one that no file can have does."""
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return True


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height, from the file's head.

    Raises:
        BadInput: it is no picture.
    """
    try:
        with Image.open(path) as image:
            return image.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadInput(f"{path}: is no picture that can be read: {error}") from None


def read_picture(path: Path) -> tuple[Frame, bytes]:
    """The picture as a frame, as it is stored (not turned), without what is transparent; and the file.

    Raises:
        BadInput: it is no picture.
    """
    try:
        with path.open("rb") as opened:
            file = opened.read(_LARGEST)
        picture = cv2.imdecode(
            np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
        )
    except (OSError, cv2.error) as error:
        raise BadInput(f"{path}: can't be read: {error}") from None
    if picture is None:
        raise BadInput(f"{path}: is no picture that can be read")
    return Frame(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA), np.uint8)), file
