"""Profile of a checkpoint's folder: the known one of the same name, else from the folder's own files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.errors import BadInput
from agent.profiles import find_profile
from agent.profiles.profile import Memory, Profile
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 64_000_000
"""Bytes of a file."""
_SMALL, _SMALLER = 0.53, 0.3
"""Shares of the 16-bit weights that 8 and 4 bit take with their scales; the vision tower is not counted."""
_COUNTS = ("num_hidden_layers", "num_key_value_heads", "head_dim", "max_position_embeddings")
"""Keys of a configuration: what a token's keys and values take, and how many tokens there may be."""


def profile_from(folder: Path) -> Profile:
    """The profile that fits the folder.

    Raises:
        BadInput: it holds no checkpoint.
    """
    try:
        known = find_profile(folder.resolve().name)
    except BadInput:
        return _read(folder)
    return known


def _read(folder: Path) -> Profile:
    file = folder / "config.json"
    try:
        config: dict[str, Any] = json.loads(read_plain(file, _LARGEST))
        text = config.get("text_config", config)
        layers, heads, size, context = (_count(text[key]) for key in _COUNTS)
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            f"{file}: is no checkpoint's configuration ({type(error).__name__}: {error}); name the folder of "
            "a model, with config.json, weights and tokenizer"
        ) from None
    weights = sum(part.stat().st_size for part in folder.glob("*.safetensors")) / 1e9 or 0.001
    return Profile(
        name=_name(folder),
        family=str(config.get("model_type", "")),
        hub=str(folder),
        edition="thinking" if _thinks(folder) else "instruct",
        parameters=weights / 2,
        context=context,
        cache_bytes=2 * layers * heads * size * 2,
        memory=Memory(bf16=weights, int8=weights * _SMALL, int4=weights * _SMALLER),
        source=str(file),
    )


def _count(value: Any) -> int:
    """A whole number above 0.

    Raises:
        ValueError, TypeError: it is none.
    """
    if int(value) < 1:
        raise ValueError(f"{value} is below 1")
    return int(value)


def _name(folder: Path) -> str:
    shown = "".join(
        mark if mark.isascii() and (mark.isalnum() or mark in "._-") else "-" for mark in folder.name
    )
    return f"m{shown.lower()}" if not shown[:1].isalnum() else shown.lower()


def _thinks(folder: Path) -> bool:
    """Whether its chat template begins every reply with a thought."""
    for name in ("chat_template.jinja", "chat_template.json", "tokenizer_config.json"):
        file = folder / name
        if file.is_file() and "assistant\\n<think>" in _text(file).replace("\\\\n", "\\n"):
            return True
    return False


def _text(file: Path) -> str:
    try:
        return read_plain(file, _LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: can't be read: {error}") from None
