"""Coordinate spaces in which a model may have written a click. Pure.

Each space says, for a true place in a frame, where the numbers that a model of that kind writes come to lie
when they are read as the protocol has it. The right one leaves places where they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from agent.protocol.grounding import to_place
from tools.geometry import Size

SpaceName = Literal["grid", "grid 999", "pixels", "resized", "stretched", "padded"]
"""As the protocol has it; to 999 instead of 1000; pixels of the picture; pixels of the picture that the
processor makes of it; right but scaled to that picture once more; right for a picture with a border at its
right and bottom."""
Scale = tuple[float, float]
"""Read place divided by true place, on x and y."""

_FACTORS = (32, 28)
"""Both sides of a picture are rounded to multiples of this: Qwen3-VL, Qwen2.5-VL."""
_CAPS = (16_777_216, 2_621_440, 1_048_576)
"""Pixels that a picture may have: Qwen3-VL's checkpoints, DashScope's default, 1024 tokens (llama.cpp)."""
_SHORT = 999 / 1000


@dataclass(frozen=True, slots=True)
class Space:
    """One meaning of the numbers."""

    name: SpaceName
    factor: int = 1
    cap: int = _CAPS[0]

    def shown(self, size: Size) -> Size:
        """Size of the picture whose pixels the numbers count."""
        if self.name == "padded":
            width, height = (math.ceil(side / self.factor) * self.factor for side in size)
            return Size(width, height)
        return resized(size, self.factor, self.cap)

    def scale(self, size: Size) -> Scale:
        """Scale for a frame of that size."""
        shown = self.shown(size)
        match self.name:
            case "grid":
                return 1.0, 1.0
            case "grid 999":
                return _SHORT, _SHORT
            case "stretched":
                return shown.width / size.width, shown.height / size.height
            case "padded":
                return size.width / shown.width, size.height / shown.height
            case _:
                x, y = to_place(shown, size)
                return x / size.width, y / size.height


SPACES = (
    Space("grid"),
    Space("grid 999"),
    Space("pixels"),
    *(Space("resized", factor, cap) for factor in _FACTORS for cap in _CAPS),
    *(Space("stretched", factor) for factor in _FACTORS),
    *(Space("padded", factor) for factor in _FACTORS),
)
"""Spaces that are tried, the right one first."""


def resized(size: Size, factor: int, cap: int) -> Size:
    """The size that the picture processor gives a picture (transformers, `smart_resize` of Qwen2-VL)."""
    width, height = (max(factor, round(side / factor) * factor) for side in size)
    if width * height > cap:
        shrink = math.sqrt(size.width * size.height / cap)
        width, height = (max(factor, math.floor(side / shrink / factor) * factor) for side in size)
    return Size(width, height)
