"""Loading: checkpoint -> model, tokenizer and rules, with faults put into words.

The library's `AutoProcessor` demands torchvision for videos, which deskhand never shows; tokenizer, template
and picture rules are read one by one instead.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import transformers
from safetensors import SafetensorError
from transformers import AutoConfig, AutoTokenizer
from transformers.utils.hub import cached_file

from agent.errors import ModelFault, install
from agent.models.qwen.attention import use_grouped
from agent.models.qwen.head import skip_empty_rows
from agent.models.qwen.pictures import PictureRules
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.profiles import Profile
    from agent.profiles.fit import Weights

_CLASSES = {
    "qwen3_vl": "Qwen3VLForConditionalGeneration",
    "qwen3_vl_moe": "Qwen3VLMoeForConditionalGeneration",
}
_TOWER = "model.visual"
"""Stays in 16 bit: quantised vision towers see badly."""
_RULES, _LARGEST = "preprocessor_config.json", 1_000_000
"""A file, and its bytes at most."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All that is loaded of one model."""

    model: Any
    tokenizer: Any
    rules: PictureRules
    profile: Profile


def load(source: str, profile: Profile, weights: Weights = "auto") -> Checkpoint:
    """Load a local folder or a name on the hub, onto the GPUs there are, then the CPU.

    Args:
        source: the folder or name.
        profile: what is known of it.
        weights: bits of the weights.

    Raises:
        ModelFault: it is not there, not Qwen3-VL, damaged, or too large for this machine.
    """
    with _explained(source):
        config = AutoConfig.from_pretrained(source)
        if config.model_type not in _CLASSES:
            raise ModelFault(
                f"{source} is a {config.model_type} model; in this process deskhand runs Qwen3-VL "
                "(qwen3_vl, qwen3_vl_moe); start a server for it and use --model http://HOST:PORT/v1"
            )
        tokenizer = AutoTokenizer.from_pretrained(source)
        rules = rules_of(source)
        model, found = getattr(transformers, _CLASSES[config.model_type]).from_pretrained(
            source,
            dtype="auto" if weights == "auto" else torch.bfloat16,
            device_map="auto",
            attn_implementation="sdpa",
            quantization_config=_quantised(weights),
            output_loading_info=True,
        )
        if missing := sorted(found["missing_keys"]):  # the library would fill them in at random
            raise OSError(f"{len(missing)} of its weights are missing, {missing[0]} for one")
    _check(source, profile, tokenizer, config)
    use_grouped(model)
    skip_empty_rows(model)
    return Checkpoint(model.eval(), tokenizer, rules, profile)


def rules_of(source: str) -> PictureRules:
    """How a checkpoint wants its pictures.

    Raises:
        OSError, ValueError, KeyError: its preprocessor_config.json is missing or lacks something.
    """
    return PictureRules.of(json.loads(read_plain(Path(_file(source, _RULES)), _LARGEST)))


@contextmanager
def out_of_memory(profile: Profile) -> Iterator[None]:
    """Turns a lack of memory into the error that says what to change.

    Raises:
        ModelFault: there is too little.
    """
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError) as error:
        raise ModelFault(_short_of(profile)) from error
    except RuntimeError as error:
        if "allocate memory" not in str(error):
            raise
        raise ModelFault(_short_of(profile)) from error


def _short_of(profile: Profile) -> str:
    memory = profile.memory
    return (
        f"out of memory with {profile.name}: its weights take about {memory.bf16:g} GB in 16 bit, "
        f"{memory.int8:g} GB in 8 bit, {memory.int4:g} GB in 4 bit, and the pictures of a task some more. "
        f"Take fewer bits (--model {profile.name}@int4), a smaller model (`agent models` tells which fit), "
        "or a smaller display"
    )


@contextmanager
def _explained(source: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, ImportError, KeyError, SafetensorError) as error:
        first = str(error).strip().partition("\n")[0]
        raise ModelFault(
            f"{source}: can't be loaded: {type(error).__name__}: {first:.300}; name a folder with "
            "config.json, weights, tokenizer and preprocessor_config.json, or a model of the hub (`agent "
            "models` lists them)"
        ) from error


def _file(source: str, name: str) -> str:
    found = cached_file(source, name)
    if found is None:
        raise OSError(f"{name} is missing")
    return str(found)


def _quantised(weights: Weights) -> Any:
    if weights not in ("int8", "int4"):
        return None
    if find_spec("bitsandbytes") is None:
        raise ModelFault(f"8 and 4 bit weights need bitsandbytes: {install('bitsandbytes>=0.50')}")
    return transformers.BitsAndBytesConfig(  # type: ignore[no-untyped-call]
        load_in_8bit=weights == "int8",
        load_in_4bit=weights == "int4",
        bnb_4bit_compute_dtype=torch.bfloat16,
        bnb_4bit_quant_type="nf4",
        llm_int8_skip_modules=[_TOWER, "lm_head"],
    )


def _check(source: str, profile: Profile, tokenizer: Any, config: Any) -> None:
    """The profile's token ids must be this tokenizer's, or nothing that is written means what it says."""
    expected = {"<|im_end|>": profile.tokens.end, "<|image_pad|>": profile.tokens.image}
    expected["<tool_call>"] = profile.tokens.call
    for token, number in expected.items():
        actual = tokenizer.convert_tokens_to_ids(token)
        if actual != number:
            raise ModelFault(
                f"{source}: {token} is token {actual}, the profile {profile.name} says {number}; write a "
                "profile for this checkpoint (deskhand.toml in its folder)"
            )
    if config.image_token_id != profile.tokens.image:
        raise ModelFault(f"{source}: config.json has image_token_id {config.image_token_id}")
    if not tokenizer.chat_template:
        raise ModelFault(f"{source}: there is no chat template (chat_template.json or .jinja)")
