"""Tokenizer: Qwen's, from the bytes of its tokens.

Ranks say how every text is cut (tiktoken's encoding): a token's merge is the last step of encoding it with
the tokens of lower rank. The byte alphabet is GPT-2's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from transformers import AddedToken, Qwen2Tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SPECIAL = tuple(
    f"<|{name}|>"
    for name in [
        *("endoftext", "im_start", "im_end", "object_ref_start", "object_ref_end", "box_start", "box_end"),
        *("quad_start", "quad_end", "vision_start", "vision_end", "vision_pad", "image_pad", "video_pad"),
    ]
)
"""From id 151643 on, in the order of the published tokenizer_config.json."""
ADDED = (
    "<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>",
    "<|repo_name|>", "<|file_sep|>", "<tool_response>", "</tool_response>", "<think>", "</think>",
)  # fmt: skip
"""After those, not special: they survive decoding without special tokens."""


def make_tokenizer(vocabulary: Sequence[bytes], template: str) -> Qwen2Tokenizer:
    """Qwen3-VL's tokenizer.

    Args:
        vocabulary: every token's bytes, by its id.
        template: the chat template.
    """
    ranks = {token: rank for rank, token in enumerate(vocabulary)}
    spelled = ["".join(_ALPHABET[byte] for byte in token) for token in vocabulary]
    merges = [
        (spelled[ranks[left]], spelled[ranks[right]])
        for token in vocabulary
        if len(token) > 1
        for left, right in [_last_merge(token, ranks)]
    ]
    tokenizer = Qwen2Tokenizer(
        vocab={token: rank for rank, token in enumerate(spelled)},
        merges=merges,  # type: ignore[arg-type]  # pairs: what its `tokenizers.models.BPE` takes
    )
    tokenizer.add_special_tokens({"additional_special_tokens": list(SPECIAL)})
    tokenizer.add_tokens([AddedToken(token, normalized=False, special=False) for token in ADDED])
    tokenizer.eos_token = "<|im_end|>"  # noqa: S105  (no password)
    tokenizer.chat_template = template
    return tokenizer


def _last_merge(token: bytes, ranks: Mapping[bytes, int]) -> tuple[bytes, bytes]:
    """The two tokens of which it is made; merged step by step only where it can be cut at several places."""
    cuts = [at for at in range(1, len(token)) if token[:at] in ranks and token[at:] in ranks]
    if len(cuts) == 1:
        return token[: cuts[0]], token[cuts[0] :]
    parts = [bytes([byte]) for byte in token]
    while len(parts) > 2:  # noqa: PLR2004  (a pair is what is looked for)
        pairs = [ranks.get(left + right, 1 << 30) for left, right in pairwise(parts)]
        at = min(range(len(pairs)), key=pairs.__getitem__)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return parts[0], parts[1]


def _byte_alphabet() -> dict[int, str]:
    """GPT-2's printable stand-ins for bytes."""
    shown = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return {byte: chr(byte) for byte in shown} | {byte: chr(256 + at) for at, byte in enumerate(hidden)}


_ALPHABET = _byte_alphabet()
