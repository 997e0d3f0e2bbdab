"""Whether two ways to work something out on a device give the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor

_EXACT, _ROUNDED = 1e-3, 0.2
"""Of the spread: for 32 bit numbers, and for shorter ones behind all layers of a model.

Rounding to 16 bit alone moves the logits of eight random layers by 0.09 of their spread; a position that is
one off moves them by 0.3, another token by 1.3.
"""


def alike(found: Tensor, expected: Tensor, rounded: float = _ROUNDED) -> bool:
    """Whether they differ by rounding only; what is no number is like nothing."""
    allowed = _EXACT if found.dtype == torch.float32 else rounded
    found, expected = found.float(), expected.float()
    apart = (found - expected).square().mean().sqrt()
    return bool(apart <= allowed * expected.std())
