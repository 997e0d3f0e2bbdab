"""Pictures: frames at the size at which the model sees them, resized as the product does, on any device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from agent.models.qwen.pictures import PictureRules
from tools.geometry import Size
from training.pocket.shape import PICTURES

if TYPE_CHECKING:
    from torch import Tensor

    from tools.observation import Frame

RULES = PictureRules.of(PICTURES)


def pixels(frame: Frame) -> Tensor:
    """A frame's RGB bytes, shape (3, height, width)."""
    return torch.from_numpy(frame.rgb).permute(2, 0, 1)


def shown(pictures: Tensor) -> Tensor:
    """RGB bytes, shape (pictures, 3, height, width), at the model's size for them."""
    size = RULES.resized(Size(pictures.shape[3], pictures.shape[2]))
    made = functional.interpolate(
        pictures.float(), (size.height, size.width), mode="bicubic", antialias=True, align_corners=False
    )
    return made.round_().clamp_(0, 255).to(torch.uint8)
