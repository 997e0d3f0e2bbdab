"""The compact file: exact, the same each time, and refused when damaged."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.errors import ModelFault
from agent.models.pocket.compact import TABLE, Card, Compact, pack, unpack
from agent.models.pocket.folder import FILE
from agent.protocol.system import system_text
from tests.agent.models.qwen.checkpoint import chat_template, vocabulary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def small() -> Compact:
    chance = np.random.default_rng(3)
    weights = {
        TABLE: chance.normal(size=(3, 8)).astype(np.float32),
        "model.visual.patch_embed.proj.weight": chance.normal(size=(4, 3, 2, 5, 5)).astype(np.float32),
        "model.language_model.norm.weight": chance.normal(size=8).astype(np.float32),
    }
    card = Card({"text_config": {"vocab_size": 12}}, {"patch_size": 16}, "ü{{ x }}", 'name = "a"', "0" * 64)
    return Compact(weights, np.array([2, 5, 11], np.int32), [b"a", bytes(range(128)), b"\xff" * 255], card)


def test_what_is_packed_comes_back_and_is_packed_to_the_same_bytes(small: Compact, tmp_path: Path) -> None:
    file = tmp_path / "small.safetensors"
    file.write_bytes(pack(small))
    back = unpack(file)
    assert back.card == small.card
    assert back.vocabulary == small.vocabulary
    assert back.tokens.tolist() == [2, 5, 11]
    for name, weight in small.weights.items():
        assert back.weights[name].shape == weight.shape
        # Half a level of the row's largest number, and the scale's own rounding.
        allowed = np.abs(weight).max() * (0.5 / 127 + 2**-11) if weight.ndim > 1 else 0
        assert np.abs(back.weights[name] - weight).max() <= allowed
    assert pack(back) == file.read_bytes()


def test_the_table_has_nought_where_training_knew_no_token(small: Compact) -> None:
    table = small.full_table()
    assert table.shape == (12, 8)
    assert np.array_equal(table[[2, 5, 11]], small.weights[TABLE])
    assert not table[[0, 1, 3, 4, 6, 7, 8, 9, 10]].any()


@pytest.mark.parametrize("damage", ["cut", "empty", "other", "no card", "vocabulary"])
def test_a_damaged_file_is_told_with_its_name(damage: str, small: Compact, tmp_path: Path) -> None:
    whole = pack(small)
    packed = whole.index(b"\xfd7zXZ")
    files = {
        "cut": whole[:-40],
        "empty": b"",
        "other": b"GIF89a" * 200,
        "no card": whole.replace(b'"card"', b'"cord"'),
        "vocabulary": whole[: packed + 30] + b"\x00" * 8 + whole[packed + 38 :],
    }
    file = tmp_path / "hurt.safetensors"
    file.write_bytes(files[damage])
    with pytest.raises(ModelFault, match=r"hurt\.safetensors: can't be read as a compact checkpoint"):
        unpack(file)


def test_the_trees_file_is_what_is_published_of_qwen_and_fits_todays_prompt() -> None:
    assert FILE.stat().st_size < 20_000_000
    compact = unpack(FILE)
    assert compact.vocabulary == vocabulary()
    assert compact.card.template == chat_template("instruct")
    told = hashlib.sha256(system_text().encode()).hexdigest()
    assert compact.card.system == told, "the system prompt is another one: the pocket model knows it not"
