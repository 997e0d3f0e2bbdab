"""Pictures of what an image check compared, from beside a recording."""

from __future__ import annotations

import re
from base64 import b64encode
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from agent.report.pages.album import Picture
from tools.geometry import Size
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"check-\d{1,4}\.png")
_LARGEST_FILE, _LARGEST = 20_000_000, 4_000_000
"""Bytes, and pixels."""


def compared(recording: Path, named: str) -> Picture | None:
    """What the check saw beside what it wanted; None where that is not beside the recording any more.

    Only its name is believed: a recording may be a stranger's, and name any file of this machine.

    Args:
        recording: its folder.
        named: the picture's file, as the check names it.
    """
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    name = PurePath(named.replace("\\", "/")).name
    if not _NAME.fullmatch(name) or (recording.parent / name).is_symlink():
        return None
    try:
        content = read_plain(recording.parent / name, _LARGEST_FILE)
        with Image.open(BytesIO(content), formats=["PNG"]) as image:
            if image.width * image.height > _LARGEST:
                return None
            file = BytesIO()
            image.convert("RGB").save(file, "WEBP", quality=90, method=2)
            return Picture(b64encode(file.getvalue()).decode(), Size(*image.size))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
