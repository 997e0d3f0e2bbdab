"""Pixels reach the vision tower as the library's own processor would send them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch
from PIL import Image
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from agent.models.qwen.loading import rules_of
from tests.agent.models.qwen.episodes import noise
from tools.geometry import Size

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (200, 100), (33, 65), (1000, 37)])
def test_patches_are_the_librarys(tiny: Path, size: tuple[int, int]) -> None:
    rules = rules_of(str(tiny))
    frame = noise(1, height=size[1], width=size[0])
    expected = Qwen2VLImageProcessorPil.from_pretrained(tiny)(
        images=[Image.fromarray(frame.rgb)], return_tensors="pt"
    )
    assert [list(rules.grid(frame.size))] == expected["image_grid_thw"].tolist()
    patches = rules.patches(frame, torch.device("cpu"))
    assert patches.shape == expected["pixel_values"].shape
    assert float((patches - expected["pixel_values"]).abs().max()) < 1e-5


@pytest.mark.parametrize(
    ("size", "shown", "tokens"),
    [
        ((1920, 1080), (1920, 1088), 2040),
        ((1366, 768), (1376, 768), 1032),
        ((2560, 1440), (2560, 1440), 3600),
        ((3840, 2160), (3840, 2176), 8160),
    ],
)
def test_sizes_are_the_published_ones(
    tiny: Path, size: tuple[int, int], shown: tuple[int, int], tokens: int
) -> None:
    rules = rules_of(str(tiny))
    assert rules.resized(Size(*size)) == shown
    assert rules.tokens(Size(*size)) == tokens
