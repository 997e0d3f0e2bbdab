"""Small random checkpoints, made once a session."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
import torch

from agent.models.qwen.model import QwenModel
from agent.profiles import Profile
from tests.agent.models.qwen.shared import shared_checkpoint

if TYPE_CHECKING:
    from pathlib import Path

torch.set_num_threads(1)  # so small a model gains nothing from more, and other tests run beside it


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an Instruct checkpoint."""
    return shared_checkpoint(tmp_path_factory)


@pytest.fixture(scope="session")
def tiny_thinking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a Thinking checkpoint."""
    return shared_checkpoint(tmp_path_factory, "thinking")


def open_model(folder: Path, *, sampled: bool = False, **changes: object) -> QwenModel:
    """A checkpoint as a model, its profile changed."""
    written = tomllib.loads((folder / "deskhand.toml").read_text("utf-8"))
    profile = Profile.model_validate(written | changes)
    return QwenModel(str(folder), profile, name=f"{folder.name}", sampled=sampled)


@pytest.fixture(scope="session")
def qwen(tiny: Path) -> QwenModel:
    """An Instruct model, loaded; a test starts an episode of its own."""
    model = open_model(tiny)
    model.prepare()
    return model


@pytest.fixture(scope="session")
def thinker(tiny_thinking: Path) -> QwenModel:
    """A Thinking model, loaded."""
    model = open_model(tiny_thinking)
    model.prepare()
    return model
