"""Output head over the rows that say something: rows of nought are not multiplied.

A token whose row is all nought has the logit nought whatever the model thinks. A small model that shares the
large vocabulary of its family has few other rows, and the product with all of them is most of a token's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from torch import nn

if TYPE_CHECKING:
    from torch import Tensor

_WORTH = 0.5
"""Share of the rows that must be nought: gathering and spreading cost something too."""


class KnownRows(nn.Module):
    """A linear layer without bias, by those of its rows that are not nought.

    Args:
        weight: of the layer; shape (tokens, hidden size).
        known: places of its rows that are not nought.
    """

    def __init__(self, weight: Tensor, known: Tensor) -> None:
        super().__init__()
        self._tokens = len(weight)
        self.register_buffer("_known", known, persistent=False)
        self.register_buffer("_rows", weight[known], persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        """Logits; shape (..., tokens)."""
        said = nn.functional.linear(hidden, self._rows)  # type: ignore[arg-type]  # buffers
        logits = said.new_zeros((*said.shape[:-1], self._tokens))
        return logits.index_copy_(-1, self._known, said)  # type: ignore[arg-type]


def skip_empty_rows(model: Any) -> None:
    """Give a model such a head if it is worth it. Its table of tokens stays as it is."""
    weight = getattr(model.lm_head, "weight", None)
    if weight is None or weight.is_meta or not weight.is_floating_point() or weight.ndim != 2:  # noqa: PLR2004
        return  # fetched when it is used, or quantised
    known = weight.detach().any(1).nonzero()[:, 0]
    if len(known) <= len(weight) * (1 - _WORTH):
        model.lm_head = KnownRows(weight.detach(), known)
