"""Pocket model: tower and text model together, with a table of those tokens alone that training knows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from training.pocket.net.language import Language
from training.pocket.net.rotary import axes, frequencies, turned
from training.pocket.net.vision import Visual

if TYPE_CHECKING:
    from torch import Tensor


class Pocket(nn.Module):
    """The model. Its state is the library's, without the `model.` in front and with fewer rows.

    Args:
        config: the library's.
        tokens: rows of the table.
    """

    _inverse: Tensor
    _axis: Tensor

    def __init__(self, config: Any, tokens: int) -> None:
        super().__init__()
        text = config.text_config
        self.visual = Visual(config.vision_config)
        self.language_model = Language(text, tokens)
        self._unknown = text.vocab_size - tokens
        rope = text.rope_parameters
        self.register_buffer("_inverse", frequencies(text.head_dim, rope["rope_theta"]), persistent=False)
        self.register_buffer("_axis", axes(rope["mrope_section"]), persistent=False)
        self.apply(_begin)

    def forward(
        self,
        ids: Tensor,
        places: Tensor,
        features: Tensor,
        deep: list[Tensor],
        slots: Tensor,
        mask: Tensor | None = None,
    ) -> Tensor:
        """Last states, shape (batch, tokens, width).

        Args:
            ids: rows of the table, shape (batch, tokens).
            places: positions, shape (3, batch or 1, tokens).
            features: of the pictures, in order; any shape that ends in the width.
            deep: as many again for each of the first layers.
            slots: the place of each of them among all `batch * tokens`; that number itself: none.
            mask: which tokens each attends to, shape (batch or 1, 1, tokens, tokens); None: all before it.
        """
        batch, tokens = ids.shape
        states: Tensor = self.language_model.embed_tokens(ids)
        width = states.shape[-1]
        kind = torch.bfloat16 if states.is_cuda else states.dtype
        # One more, for what has no place.
        flat = torch.cat([states.view(-1, width), states.new_zeros(1, width)]).to(kind)
        states = flat.index_copy(0, slots, features.reshape(-1, width).to(kind))[:-1].view(
            batch, tokens, width
        )
        cos, sin = (part.to(kind) for part in turned(places, self._inverse, self._axis))
        for at, layer in enumerate(self.language_model.layers):
            states = layer(states, cos, sin, mask)
            if at < len(deep):
                flat = torch.cat([states.reshape(-1, width), states.new_zeros(1, width)])
                flat = flat.index_add(0, slots, deep[at].reshape(-1, width).to(kind))
                states = flat[:-1].view(batch, tokens, width)
        last: Tensor = self.language_model.norm(states)
        return last

    def score(self, states: Tensor) -> Tensor:
        """Logits of the known tokens, float32; all others' are nought."""
        return (states @ self.language_model.embed_tokens.weight.to(states.dtype).t()).float()

    def losses(self, states: Tensor, wanted: Tensor) -> Tensor:
        """Cross-entropy of each state with the token that follows, over all of the library's tokens."""
        logits = self.score(states)
        unknown = logits.new_tensor(float(max(1, self._unknown))).log()
        total = torch.logaddexp(logits.logsumexp(-1), unknown - (0 if self._unknown else math.inf))
        return total - logits.gather(-1, wanted[:, None])[:, 0]


def _begin(module: nn.Module) -> None:
    if isinstance(module, nn.Linear):
        nn.init.normal_(module.weight, std=0.6 / module.weight.shape[1] ** 0.5)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif isinstance(module, nn.Embedding):
        nn.init.normal_(module.weight, std=0.06)
    elif isinstance(module, nn.Conv3d):
        nn.init.normal_(module.weight, std=0.02)
        assert module.bias is not None
        nn.init.zeros_(module.bias)
