"""Sixels of pictures that are odd; what they draw is held in `test_pictures.py`."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from agent.printing.sixel import sixel_codes


@pytest.mark.parametrize("size", [(1, 1), (7, 6), (6, 7)])
def test_a_picture_of_any_size_has_a_begin_and_an_end(size: tuple[int, int]) -> None:
    Image.new("RGB", size, (1, 2, 3)).save(out := io.BytesIO(), "PNG")
    codes = sixel_codes(out.getvalue())
    assert codes.startswith(f'\x1bP0;1q"1;1;{size[0]};{size[1]}#0;2;')
    assert codes.endswith("\x1b\\")
    assert codes.count("-") == (size[1] - 1) // 6
