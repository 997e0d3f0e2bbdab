"""Text model; its parts have the library's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

from training.pocket.net.rotary import rotate

if TYPE_CHECKING:
    from torch import Tensor


class Norm(nn.Module):
    """Root mean square, in 32 bits."""

    def __init__(self, size: int, eps: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self._eps = eps

    def forward(self, states: Tensor) -> Tensor:
        """The last dimension, made of size one."""
        made = functional.rms_norm(states.float(), (states.shape[-1],), self.weight, self._eps)
        return made.to(states.dtype)


class Attention(nn.Module):
    """Attention of a token to itself and those before it; several heads share their keys."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        self._heads, self._shared, self._size = (
            config.num_attention_heads,
            config.num_key_value_heads,
            config.head_dim,
        )
        width, inner, shared = config.hidden_size, self._heads * self._size, self._shared * self._size
        self.q_proj = nn.Linear(width, inner, bias=False)
        self.k_proj = nn.Linear(width, shared, bias=False)
        self.v_proj = nn.Linear(width, shared, bias=False)
        self.o_proj = nn.Linear(inner, width, bias=False)
        self.q_norm = Norm(self._size, config.rms_norm_eps)
        self.k_norm = Norm(self._size, config.rms_norm_eps)

    def forward(self, states: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        """Of shape (batch, tokens, width)."""
        count, tokens, _ = states.shape
        query = self.q_norm(self.q_proj(states).view(count, tokens, self._heads, self._size))
        key = self.k_norm(self.k_proj(states).view(count, tokens, self._shared, self._size))
        value = self.v_proj(states).view(count, tokens, self._shared, self._size).transpose(1, 2)
        query, key = (rotate(one.transpose(1, 2), cos, sin).to(value.dtype) for one in (query, key))
        # Repeated for each query: fused attention with shared keys trains slower on some cards.
        key, value = (one.repeat_interleave(self._heads // self._shared, 1) for one in (key, value))
        read = functional.scaled_dot_product_attention(query, key, value, mask, is_causal=mask is None)
        mixed: Tensor = self.o_proj(read.transpose(1, 2).reshape(count, tokens, -1))
        return mixed


class Perceptron(nn.Module):
    """Gated layers (SwiGLU)."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(width, inner, bias=False)
        self.up_proj = nn.Linear(width, inner, bias=False)
        self.down_proj = nn.Linear(inner, width, bias=False)

    def forward(self, states: Tensor) -> Tensor:
        """Each state by itself."""
        made: Tensor = self.down_proj(functional.silu(self.gate_proj(states)) * self.up_proj(states))
        return made


class Layer(nn.Module):
    """A layer of the text model."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        width, eps = config.hidden_size, config.rms_norm_eps
        self.self_attn = Attention(config)
        self.mlp = Perceptron(width, config.intermediate_size)
        self.input_layernorm, self.post_attention_layernorm = Norm(width, eps), Norm(width, eps)

    def forward(self, states: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        """Of shape (batch, tokens, width)."""
        states = states + self.self_attn(self.input_layernorm(states), cos, sin, mask)
        after: Tensor = states + self.mlp(self.post_attention_layernorm(states))
        return after


class Language(nn.Module):
    """The text model's weights: the table, which is the head too, the layers and the last norm."""

    def __init__(self, config: Any, tokens: int) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(tokens, config.hidden_size)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.num_hidden_layers))
        self.norm = Norm(config.hidden_size, config.rms_norm_eps)
