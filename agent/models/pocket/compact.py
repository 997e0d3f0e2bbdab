"""Compact file: all of a small checkpoint in one file of a few megabytes, and back.

A safetensors file. Matrices are 8-bit numbers with a scale a row, as `int8 * scale`; vectors are float32. The
table of tokens has rows for those alone that training knew: the others' are nought. What a folder of the
library needs besides (configuration, picture rules, profile, chat template, vocabulary) is beside them.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from agent.errors import ModelFault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

TABLE = "model.language_model.embed_tokens.weight"
"""The table of tokens; the output head is the same one."""
_TOKENS, _VOCABULARY, _SCALE, _CARD = "tokens", "vocabulary", ".scale", "card"
_LEVELS = 127
"""The largest 8-bit number."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a checkpoint is besides its numbers."""

    config: dict[str, Any]
    """The library's config.json."""
    pictures: dict[str, Any]
    """preprocessor_config.json"""
    template: str
    """Chat template."""
    profile: str
    """deskhand.toml"""
    system: str
    """SHA-256 of the system prompt that it was trained on: it knows no other."""


@dataclass(frozen=True, slots=True)
class Compact:
    """A small checkpoint."""

    weights: Mapping[str, NDArray[np.float32]]
    """Under the library's names; of `TABLE` the rows of `tokens`, shape (tokens, hidden size)."""
    tokens: NDArray[np.int32]
    """Ids of the tokens that have a row."""
    vocabulary: Sequence[bytes]
    """Every token's bytes, by its id; special tokens follow them."""
    card: Card

    def full_table(self) -> NDArray[np.float32]:
        """The table with a row for every id that the configuration counts."""
        rows = self.weights[TABLE]
        full = np.zeros((self.card.config["text_config"]["vocab_size"], rows.shape[1]), np.float32)
        full[self.tokens] = rows
        return full


def pack(compact: Compact) -> bytes:
    """The file's bytes: the same for the same checkpoint."""
    tensors: dict[str, NDArray[Any]] = {
        _TOKENS: compact.tokens.astype(np.int32),
        _VOCABULARY: np.frombuffer(_listed(compact.vocabulary), np.uint8),
    }
    for name, weight in compact.weights.items():
        if weight.ndim < 2:  # noqa: PLR2004  (a vector)
            tensors[name] = weight.astype(np.float32)
        else:
            tensors[name], tensors[name + _SCALE] = _quantised(weight)
    card = {field: getattr(compact.card, field) for field in Card.__slots__}
    # One key: the library writes several in no fixed order.
    return save(dict(sorted(tensors.items())), {_CARD: json.dumps(card, sort_keys=True, ensure_ascii=False)})


def unpack(file: Path) -> Compact:
    """Read a file that `pack` made.

    Raises:
        ModelFault: it is damaged, or something else.
    """
    try:
        with safe_open(file, "numpy") as opened:
            card = Card(**json.loads((opened.metadata() or {})[_CARD]))
            tensors: dict[str, NDArray[Any]] = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118  (no mapping)
        tokens, vocabulary = tensors.pop(_TOKENS), _split(tensors.pop(_VOCABULARY).tobytes())
        weights = {name: _restored(name, tensors) for name in tensors if not name.endswith(_SCALE)}
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, lzma.LZMAError) as error:
        raise ModelFault(
            f"{file}: can't be read as a compact checkpoint: {type(error).__name__}: {error}; take the file "
            "of the tree again, or make one by `python -m training.pocket export`"
        ) from error
    return Compact(weights, tokens, vocabulary, card)


def _quantised(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    flat = weight.astype(np.float32).reshape(len(weight), -1)
    scale = np.abs(flat).max(1) / np.float32(_LEVELS)
    numbers = np.rint(flat / np.maximum(scale, np.float32(1e-12))[:, None])
    return numbers.astype(np.int8).reshape(weight.shape), scale.astype(np.float16)


def _restored(name: str, tensors: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
    numbers = tensors[name].astype(np.float32)
    scale = tensors.get(name + _SCALE)
    if scale is None:
        return numbers
    return numbers * scale.astype(np.float32).reshape(-1, *[1] * (numbers.ndim - 1))


def _listed(vocabulary: Sequence[bytes]) -> bytes:
    """Tokens as their lengths, a byte each, and their bytes, packed."""
    return lzma.compress(bytes(map(len, vocabulary)) + b"".join(vocabulary), preset=9)


def _split(packed: bytes) -> list[bytes]:
    joined = lzma.decompress(packed)
    # So many lengths that they and what they count make up the whole.
    ends = np.cumsum(np.frombuffer(joined, np.uint8), dtype=np.int64) + np.arange(1, len(joined) + 1)
    count = int(np.searchsorted(ends, len(joined))) + 1
    if ends[count - 1] != len(joined):
        raise ValueError("its vocabulary is cut off")
    starts = np.concatenate([[0], np.cumsum(np.frombuffer(joined, np.uint8, count), dtype=np.int64)]) + count
    return [joined[start:end] for start, end in pairwise(starts)]
