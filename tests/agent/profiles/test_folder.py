"""A checkpoint's folder without a profile is described by its own files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.profiles.folder import profile_from

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {
    "num_key_value_heads": 8,
    "head_dim": 128,
    "num_hidden_layers": 36,
    "max_position_embeddings": 262_144,
}


def checkpoint(folder: Path, config: object, weights: int = 4_000_000) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "model-1.safetensors").write_bytes(b"\0" * weights)
    return folder


def test_what_its_configuration_says(tmp_path: Path) -> None:
    folder = checkpoint(tmp_path / "My Model", {"model_type": "qwen3_vl", "text_config": TEXT})
    profile = profile_from(folder)
    assert (profile.name, profile.hub, profile.family) == ("my-model", str(folder), "qwen3_vl")
    assert profile.cache_bytes == 2 * 36 * 8 * 128 * 2
    assert profile.context == 262_144
    assert profile.edition == "instruct"
    assert profile.source == str(folder / "config.json")


def test_its_weights_say_what_memory_it_needs(tmp_path: Path) -> None:
    profile = profile_from(checkpoint(tmp_path / "mine", TEXT))
    assert profile.memory.bf16 == pytest.approx(0.004)
    assert profile.parameters == pytest.approx(0.002)
    assert profile.memory.int4 < profile.memory.int8 < profile.memory.bf16


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("chat_template.jinja", r"{{ '<|im_start|>assistant\n<think>\n' }}"),
        ("tokenizer_config.json", json.dumps({"chat_template": r"<|im_start|>assistant\n<think>"})),
    ],
)
def test_a_template_that_begins_with_a_thought_makes_a_thinking_edition(
    tmp_path: Path, file: str, text: str
) -> None:
    folder = checkpoint(tmp_path / "mine", TEXT)
    (folder / file).write_text(text)
    assert profile_from(folder).edition == "thinking"
    (folder / file).write_text("assistant: <think> may come")
    assert profile_from(folder).edition == "instruct"


def test_a_folder_of_a_known_name_has_the_known_profile(tmp_path: Path) -> None:
    profile = profile_from(tmp_path / "Qwen3-VL-8B-Instruct")
    assert profile.hub == "Qwen/Qwen3-VL-8B-Instruct"


@pytest.mark.parametrize("name", ["_x", "…", "ÄÖ"])
def test_any_folders_name_makes_a_name(tmp_path: Path, name: str) -> None:
    assert profile_from(checkpoint(tmp_path / name, TEXT)).name.isascii()


@pytest.mark.parametrize(
    "config",
    [
        [],
        {},
        {"text_config": {}},
        {"text_config": [1]},
        TEXT | {"head_dim": "x"},
        TEXT | {"head_dim": 0},
        TEXT | {"max_position_embeddings": None},
    ],
)
def test_what_is_no_configuration_is_refused(tmp_path: Path, config: object) -> None:
    folder = checkpoint(tmp_path / "mine", config)
    with pytest.raises(BadInput, match=r"config\.json: is no checkpoint's configuration"):
        profile_from(folder)


def test_what_is_not_even_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(BadInput, match="JSONDecodeError"):
        profile_from(tmp_path)


def test_a_folder_without_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="name the folder of a model"):
        profile_from(tmp_path)
