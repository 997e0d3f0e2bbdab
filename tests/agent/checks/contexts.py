"""Makes check contexts with small screens for the tests of checks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from agent.checks import CheckContext
from tools.geometry import Box
from tools.observation import Frame
from tools.see.scene import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LINE_HEIGHT = 14


def blank() -> Frame:
    """A small grey screen."""
    return Frame.from_rgb(np.full((200, 320, 3), 220, np.uint8))


def written(*texts: str) -> Frame:
    """A screen with these texts, one a line, as a dialog shows them."""
    picture = Image.new("RGB", (480, 60 + 40 * len(texts)), (238, 238, 238))
    draw = ImageDraw.Draw(picture)
    for number, text in enumerate(texts):
        draw.text((30, 30 + 40 * number), text, "black", ImageFont.truetype("DejaVuSans.ttf", 15))
    return Frame.from_rgb(np.array(picture))


def lines(*texts: str, gap: int = 40) -> tuple[Line, ...]:
    """What a reader makes of texts that stand below each other, `gap` pixels apart."""
    return tuple(
        Line(text, Box(20, 20 + number * (LINE_HEIGHT + gap), 8 * len(text), LINE_HEIGHT))
        for number, text in enumerate(texts)
    )


def context(
    workdir: Path,
    *,
    frames: Sequence[Frame] = (),
    read: Callable[[Frame], tuple[Line, ...]] = lambda _: (),
    titles: Callable[[], tuple[str, ...]] = tuple,
    ask: Callable[[str], str] | None = None,
    environ: dict[str, str] | None = None,
) -> CheckContext:
    """A check context whose screen shows the frames one after the other, and then the last one for good."""
    shown = list(frames or [blank()])
    return CheckContext(
        frame=shown[0],
        refresh=lambda: shown.pop(0) if len(shown) > 1 else shown[0],
        read=read,
        titles=titles,
        ask=ask,
        workdir=workdir,
        environ={"PATH": os.environ["PATH"], **(environ or {})},
    )
