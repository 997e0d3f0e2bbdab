"""What goes wrong while a checkpoint is loaded or used is one message that says what to change."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
import torch
from accelerate import cpu_offload
from safetensors.torch import load_file, save_file

from agent.errors import ModelFault
from agent.models.qwen.loading import load, out_of_memory
from tests.agent.fakes import make_task
from tests.agent.models.qwen.conftest import open_model
from tests.agent.models.qwen.episodes import episode

if TYPE_CHECKING:
    from pathlib import Path

    from agent.models.qwen.model import QwenModel


def altered(tiny: Path, folder: Path, name: str, **changes: object) -> Path:
    """A copy of the checkpoint with other keys in one of its files."""
    shutil.copytree(tiny, folder)
    file = folder / name
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes))
    return folder


def test_a_lack_of_memory_says_what_to_change(qwen: QwenModel) -> None:
    with pytest.raises(ModelFault, match="@int4"), out_of_memory(qwen.profile):
        torch.empty(1 << 60)  # the real error of the real allocator
    with pytest.raises(ModelFault, match="smaller display"), out_of_memory(qwen.profile):
        raise torch.OutOfMemoryError


def test_other_errors_are_not_taken_for_it(qwen: QwenModel) -> None:
    with pytest.raises(RuntimeError, match="shape"), out_of_memory(qwen.profile):
        torch.zeros(2).view(3)


def test_a_model_of_another_kind_is_named(tiny: Path, tmp_path: Path, qwen: QwenModel) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "config.json").write_text('{"model_type": "qwen2", "architectures": ["Qwen2ForCausalLM"]}')
    with pytest.raises(ModelFault, match="is a qwen2 model"):
        load(str(other), qwen.profile)


def test_a_missing_file_is_named(tiny: Path, tmp_path: Path, qwen: QwenModel) -> None:
    folder = tmp_path / "without"
    shutil.copytree(tiny, folder, ignore=shutil.ignore_patterns("preprocessor_config.json"))
    with pytest.raises(ModelFault, match=r"preprocessor_config\.json"):
        load(str(folder), qwen.profile)


def test_damaged_weights_are_named(tiny: Path, tmp_path: Path, qwen: QwenModel) -> None:
    folder = tmp_path / "torn"
    shutil.copytree(tiny, folder)
    with (folder / "model.safetensors").open("r+b") as file:
        file.truncate(1_000_000)
    with pytest.raises(ModelFault, match=f"{folder}: can't be loaded: SafetensorError"):
        load(str(folder), qwen.profile)


def test_weights_that_are_missing_are_not_made_up(tiny: Path, tmp_path: Path, qwen: QwenModel) -> None:
    folder = tmp_path / "holes"
    shutil.copytree(tiny, folder)
    weights = load_file(folder / "model.safetensors")
    del weights["model.language_model.layers.1.mlp.up_proj.weight"]
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelFault, match=r"1 of its weights are missing, .*up_proj\.weight for one"):
        load(str(folder), qwen.profile)


def test_token_ids_that_are_not_the_profiles_are_refused(tiny: Path) -> None:
    model = open_model(tiny, tokens={"call": 5})
    with pytest.raises(ModelFault, match="<tool_call> is token 151657, the profile tiny-instruct says 5"):
        model.prepare()


def test_a_checkpoint_of_another_picture_token_is_refused(
    tiny: Path, tmp_path: Path, qwen: QwenModel
) -> None:
    folder = altered(tiny, tmp_path / "pictures", "config.json", image_token_id=151_654)
    with pytest.raises(ModelFault, match="image_token_id 151654"):
        load(str(folder), qwen.profile)


def test_weights_may_stay_out_of_the_devices_memory(tiny: Path, qwen: QwenModel) -> None:
    """As accelerate leaves them when a model is larger than the GPU: fetched layer by layer."""
    away = open_model(tiny)
    away.prepare()
    assert away._loaded
    cpu_offload(away._loaded.checkpoint.model, execution_device=torch.device("cpu"))
    assert away._loaded.checkpoint.model.model.visual.patch_embed.proj.weight.device.type == "meta"
    prompt = next(iter(episode(1, str, first=1200)))
    qwen.start(make_task())
    assert away.complete(prompt).text == qwen.complete(prompt).text


def test_a_prompt_beyond_the_context_is_refused(tiny: Path) -> None:
    small = open_model(tiny, context=1500)
    prompts = episode(9, lambda prompt: small.complete(prompt).text)
    with pytest.raises(ModelFault, match=r"tiny-instruct takes 1100 besides its reply"):
        list(prompts)
