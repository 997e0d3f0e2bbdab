"""Positions of a prompt's tokens: the library's `get_rope_index`, over what is new of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from torch import Tensor

    from agent.models.qwen.pictures import PictureRules
    from agent.models.qwen.rendering import Rendered


class Positions:
    """Those of one conversation, as far as it is known.

    Args:
        model: the library's model.
        rules: how large pictures are shown.
        image_token: the id of a picture's pads.
    """

    def __init__(self, model: Any, rules: PictureRules, image_token: int) -> None:
        self._model, self._rules, self._image_token = model, rules, image_token
        self._next: list[int] = []
        """The position that follows each token; not told inside a picture, which is never cut in two."""

    def cut(self, length: int) -> None:
        """Forget all but the first tokens."""
        del self._next[length:]

    def take(self, positions: Tensor) -> None:
        """These tokens are part of the conversation now."""
        last = torch.cummax(positions.amax(dim=(0, 1)), dim=0).values
        self._next += (last + 1).tolist()

    def of_text(self, tokens: int) -> Tensor:
        """Of text that follows what is known; shape (3, 1, tokens), on the CPU."""
        first = self.following
        return torch.arange(first, first + tokens).expand(3, 1, -1)

    def of_prompt(self, rendered: Rendered) -> Tensor:
        """Time, row and column of all that follows what is known; shape (3, 1, tokens), on the CPU."""
        start = len(self._next)
        ids = torch.tensor([rendered.ids[start:]])
        pictures = zip(rendered.frames, rendered.starts, strict=True)
        grids = [self._rules.grid(frame.size) for frame, at in pictures if at >= start]
        positions, _ = self._model.model.get_rope_index(
            ids,
            mm_token_type_ids=(ids == self._image_token).int(),
            image_grid_thw=torch.tensor(grids) if grids else None,
        )
        return positions + self.following  # type: ignore[no-any-return]  # transformers is not typed

    @property
    def following(self) -> int:
        """The position after the last token that is known."""
        return self._next[-1] if self._next else 0
