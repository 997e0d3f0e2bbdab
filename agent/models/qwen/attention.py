"""Attention in which several query heads share keys and values, and these are read as they lie.

The library repeats keys and values for each query head of a group as soon as there is a mask: at ten thousand
tokens filled that is most of the time of a short pass. Here the queries of a group are laid one behind the
other instead. Masks and all other passes are the library's own sdpa's.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import torch
from torch.nn.functional import scaled_dot_product_attention
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

from agent.models.qwen.alike import alike
from agent.models.qwen.pictures import device_of
from agent.printing.streams import tell

if TYPE_CHECKING:
    from torch import Tensor

NAME = "grouped"
_FEW = 16
"""Tokens of a pass up to which laying queries one behind the other is faster."""
_BLOCK = 256
"""Queries of a longer pass that a processor takes at once."""
_TRIED, _ROUNDED = 256, 0.05
"""Keys of a trial on a device, and how far rounding to 16 bit may move what it gives."""


def use_grouped(model: Any) -> None:
    """Let a model's text layers attend this way; its vision tower, where heads share nothing, stays.

    On a GPU it is tried first, and if that gives something else all stays as the library has it.
    """
    AttentionInterface.register(NAME, attend)
    AttentionMaskInterface.register(NAME, sdpa_mask)
    device = device_of(model.get_input_embeddings().weight)
    if device.type == "cpu" or fits(model.config.text_config, device, model.dtype):
        model.set_attn_implementation({"text_config": NAME})
    else:
        tell(
            "attention is slower than it could be: on this device ours does not give what torch's own gives\n"
        )


def fits(text: Any, device: torch.device, kind: torch.dtype) -> bool:
    """Whether a few tokens attend here as the library lets them, in a half filled room of a model's shape."""
    group = text.num_attention_heads // text.num_key_value_heads
    module: Any = SimpleNamespace(num_key_value_groups=group, is_causal=True)
    random = torch.Generator().manual_seed(0)

    def states(heads: int, tokens: int) -> Tensor:
        return torch.randn(1, heads, tokens, text.head_dim, generator=random).to(device, kind)

    for tokens in (1, _FEW):
        query = states(text.num_attention_heads, tokens)
        key, value = (states(text.num_key_value_heads, _TRIED) for _ in range(2))
        mask = sdpa_mask(1, tokens, _TRIED, q_offset=_TRIED // 2, allow_is_causal_skip=False, device=device)
        found, _ = attend(module, query, key, value, mask, scaling=text.head_dim**-0.5)
        expected, _ = sdpa_attention_forward(module, query, key, value, mask, scaling=text.head_dim**-0.5)
        if not alike(found, expected, _ROUNDED):
            return False
    return True


def attend(
    module: Any,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    **others: Any,
) -> tuple[Tensor, None]:
    """As the library asks for it: (batch, heads, tokens, head size) to (batch, tokens, heads, head size)."""
    way = None if dropout or scaling is None else _way(query, key, attention_mask)
    if way is None:
        return sdpa_attention_forward(
            module, query, key, value, attention_mask, dropout=dropout, scaling=scaling, **others
        )
    return way(query, key, value, attention_mask, scaling).transpose(1, 2).contiguous(), None


def _way(query: Tensor, key: Tensor, mask: Tensor | None) -> Any:
    """The function below that suits; None where the library's own does."""
    tokens, on_processor = query.shape[2], query.device.type == "cpu"
    # What a prompt may not see is told by `is_causal` alone where there is no mask; nothing is repeated then.
    strange = tokens > 1 if mask is None else mask.dtype != torch.bool or mask.shape[1] != 1
    if strange or query.shape[1] == key.shape[1]:
        return None
    if tokens <= _FEW:
        return laid_out if on_processor else multiplied
    return in_blocks if on_processor else None


def laid_out(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, scaling: float) -> Tensor:
    """By torch's own kernel, for a processor; shape of the queries."""
    rows, mask = _rows(query, key, mask)
    found = scaled_dot_product_attention(rows, key, value, attn_mask=mask, scale=scaling)
    return found.reshape(query.shape)


def multiplied(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, scaling: float) -> Tensor:
    """By two plain products, for a GPU, whose kernels for masked attention want repeated keys."""
    rows, mask = _rows(query, key, mask)
    scores = (rows @ key.transpose(-1, -2)) * scaling
    if mask is not None:
        scores = scores.masked_fill(~mask, torch.finfo(scores.dtype).min)
    weights = scores.softmax(-1, dtype=torch.float32).to(value.dtype)
    return (weights @ value).reshape(query.shape)


def in_blocks(query: Tensor, key: Tensor, value: Tensor, mask: Tensor, scaling: float) -> Tensor:
    """By blocks of queries, each with the keys up to its own last one: a causal model sees no more.

    Holds for a cache with room behind what is filled too: there even less is seen.
    """
    tokens, before = query.shape[2], key.shape[2] - query.shape[2]
    found = []
    for first in range(0, tokens, _BLOCK):
        last = min(tokens, first + _BLOCK)
        seen = before + last
        found.append(
            scaled_dot_product_attention(
                query[:, :, first:last],
                key[:, :, :seen],
                value[:, :, :seen],
                attn_mask=mask[:, :, first:last, :seen],
                scale=scaling,
                enable_gqa=True,
            )
        )
    return torch.cat(found, dim=2)


def _rows(query: Tensor, key: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor | None]:
    """Queries of shape (batch, key heads, group x tokens, head size), and a mask for each of their rows."""
    batch, heads, tokens, size = query.shape
    group = heads // key.shape[1]
    rows = query.reshape(batch, key.shape[1], group * tokens, size)
    if mask is not None and tokens > 1:
        mask = mask.repeat(1, 1, group, 1)
    return rows, mask
