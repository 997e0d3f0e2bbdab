"""Shape of the pocket model: the library's configuration, its pictures, and the card of its file."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from agent.models.pocket.compact import Card
from agent.protocol.system import system_text
from tools.geometry import Size

if TYPE_CHECKING:
    from transformers import Qwen3VLConfig

SCREEN = Size(1280, 800)
"""Pixels of every screen that it is trained on."""
SHOWN = Size(1024, 640)
"""Pixels at which it sees one: fewer tokens, and small letters are still read."""
VOCABULARY = 151_936
"""Logits of the family, more than the tokenizer has tokens."""
_TEXT = {
    "hidden_size": 256, "intermediate_size": 640, "num_hidden_layers": 6, "num_attention_heads": 4,
    "num_key_value_heads": 2, "head_dim": 64, "vocab_size": VOCABULARY, "max_position_embeddings": 262_144,
    "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [12, 10, 10]},
}  # fmt: skip
_VISION = {
    "depth": 6, "hidden_size": 256, "intermediate_size": 768, "num_heads": 4, "out_hidden_size": 256,
    "num_position_embeddings": 2304, "deepstack_visual_indexes": [2, 4],
}  # fmt: skip
_PIXELS = SHOWN.width * SHOWN.height
_MOST_PIXELS = 660_000
"""A few more: an enlarged crop, a pixel wider than the screen's shape, would lose a row of tokens."""
PICTURES: dict[str, Any] = {
    "size": {"longest_edge": _MOST_PIXELS, "shortest_edge": _PIXELS},
    "patch_size": 16, "temporal_patch_size": 2, "merge_size": 2,
    "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5],
    "processor_class": "Qwen3VLProcessor", "image_processor_type": "Qwen2VLImageProcessorFast",
}  # fmt: skip
"""The library's preprocessor_config.json."""
PROFILE = f"""\
name = "pocket"
family = "qwen3-vl"
hub = "."
edition = "instruct"
parameters = 0.016
cache_bytes = 3072
source = "trained on drawn forms"

[memory]
bf16 = 0.2
int8 = 0.2
int4 = 0.2

[images]
min_pixels = {_PIXELS}
max_pixels = {_MOST_PIXELS}

[sampling]
temperature = 0.0

[reply]
tokens = 400
free_tokens = 120
thought_tokens = 8
text = 400
"""
"""deskhand.toml"""


def config(text: dict[str, Any] | None = None, vision: dict[str, Any] | None = None) -> Qwen3VLConfig:
    """The library's configuration.

    Args:
        text: numbers of the text model that are others.
        vision: numbers of the vision tower that are others.
    """
    from transformers import Qwen3VLConfig  # noqa: PLC0415  (seconds)

    return Qwen3VLConfig(
        text_config=_TEXT | (text or {}),
        vision_config=_VISION | (vision or {}),
        tie_word_embeddings=True,
        dtype="float32",
        architectures=["Qwen3VLForConditionalGeneration"],
    )


def card(template: str) -> Card:
    """What the file says besides numbers, with the system prompt as it is now."""
    told = json.loads(config().to_json_string())
    del told["transformers_version"]
    system = hashlib.sha256(system_text().encode()).hexdigest()
    return Card(told, PICTURES, template, PROFILE, system)
