"""Net of toggles: a patch in, a logit for each answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torch import nn

from tools.see.toggles.patch import ANSWERS, HEIGHT, WIDTH
from training.icons.net import Block, convolved

if TYPE_CHECKING:
    from torch import Tensor

WIDTHS = (24, 40, 64)
"""Channels at the whole, a half and a quarter of the patch's size."""
NARROW = 16
"""Channels at an eighth of it, from which the answer is told place by place: a knob stands left or right."""
HIDDEN = 48


class Net(nn.Module):
    """A short row of convolutions, then the answer from all places together."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third = WIDTHS
        self.body = nn.Sequential(
            convolved(3, first),
            convolved(first, second, 2),
            Block(second),
            convolved(second, third, 2),
            Block(third),
            convolved(third, third, 2),
            convolved(third, NARROW, size=1),
            nn.Flatten(),
            nn.Dropout(0.1),
            nn.Linear(NARROW * (WIDTH // 8) * (HEIGHT // 8), HIDDEN),
            nn.ReLU(inplace=True),
            nn.Linear(HIDDEN, len(ANSWERS)),
        )

    def forward(self, patches: Tensor) -> Tensor:
        """Logits, shape (patches, answers), of RGB from -1 to 1, channels first."""
        logits: Tensor = self.body(patches)
        return logits
