"""The file in the tree is what the exporter writes, and what was trained comes out of it again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from agent.errors import ModelFault
from agent.models.pocket.compact import unpack
from agent.models.pocket.folder import FILE
from training.pocket.__main__ import main
from training.pocket.export import export, read, write
from training.pocket.net.pocket import Pocket
from training.pocket.shape import config

if TYPE_CHECKING:
    from pathlib import Path


def test_the_trees_weights_are_exported_to_the_trees_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state, tokens = read(FILE)
    write(state, tokens, tmp_path / "weights.pt")
    assert main(["export", str(tmp_path / "weights.pt"), str(tmp_path / "a.safetensors")]) == 0
    told = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert capsys.readouterr().out.split()[0] == told
    assert (tmp_path / "a.safetensors").read_bytes() == FILE.read_bytes()


def test_the_trees_weights_fit_the_net() -> None:
    state, tokens = read(FILE)
    Pocket(config(), len(tokens)).load_state_dict(state, strict=True)


def test_a_foreign_checkpoint_of_8_bit_numbers_is_taken_with_its_tokens(tmp_path: Path) -> None:
    numbers, scale = torch.tensor([[127, -64], [1, 0]], dtype=torch.int8), torch.tensor([0.5, 2.0]).half()
    torch.save({"table.weight": (numbers, scale), "norm.weight": torch.ones(2)}, tmp_path / "old.pt")
    with pytest.raises(ModelFault, match=r"old\.pt: does not say which tokens its rows are"):
        read(tmp_path / "old.pt")
    (tmp_path / "tokens.json").write_text("[7, 9]")
    state, tokens = read(tmp_path / "old.pt", tmp_path / "tokens.json")
    assert tokens.tolist() == [7, 9]
    assert state["table.weight"].tolist() == [[63.5, -32.0], [2.0, 0.0]]
    assert state["norm.weight"].tolist() == [1.0, 1.0]


def test_weights_come_back_from_a_file_within_half_a_level(tmp_path: Path) -> None:
    state, tokens = read(FILE)
    name = "language_model.layers.0.mlp.up_proj.weight"
    other = state | {name: torch.randn(state[name].shape, generator=torch.Generator().manual_seed(0))}
    write(other, tokens, tmp_path / "weights.pt")
    digest = export(tmp_path / "weights.pt", tmp_path / "a.safetensors")
    assert digest != hashlib.sha256(FILE.read_bytes()).hexdigest()
    back = unpack(tmp_path / "a.safetensors").weights[f"model.{name}"]
    most = other[name].abs().amax(1, keepdim=True).numpy()
    assert np.all(np.abs(back - other[name].numpy()) <= most * (0.5 / 127 + 2**-11))


def test_the_model_card_names_the_file_that_is_in_the_tree() -> None:
    card = FILE.with_name("MODEL_CARD.md").read_text("utf-8")
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() in card
