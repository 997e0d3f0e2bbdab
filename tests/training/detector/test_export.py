"""The exported model says what the net says, of a frame's own memory and in half the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from tools.observation import Frame
from tools.see.elements.detector import Detector
from tools.see.session import open_session
from training.detector.export import export
from training.detector.net import Net
from training.detector.weights import load, save

if TYPE_CHECKING:
    from pathlib import Path

MOST = 4_000_000
"""Bytes."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("model")
    save(Net(), folder / "weights.pt")
    export(folder / "weights.pt", folder / "model.onnx")
    return folder / "model.onnx"


def test_it_says_what_the_net_says(model: Path) -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (64, 96, 3), np.uint8)
    told = open_session(model).run(None, {"bgrx": Frame.from_rgb(rgb).bgrx[np.newaxis]})
    net = Net()
    net.load_state_dict(load(model.with_name("weights.pt")))
    with torch.no_grad():
        maps = net.eval()(torch.from_numpy(rgb.transpose(2, 0, 1).copy())[None].float() / 127.5 - 1)
    for own, wanted in zip(told, maps, strict=True):
        assert np.allclose(own, wanted[0].numpy(), rtol=0.02, atol=0.02)


def test_it_is_small(model: Path) -> None:
    assert model.stat().st_size < MOST


@pytest.mark.parametrize(("width", "height"), [(96, 64), (101, 77), (20, 9)])
def test_it_looks_at_frames_of_any_size(model: Path, width: int, height: int) -> None:
    frame = Frame.from_rgb(np.full((height, width, 3), 200, np.uint8))
    assert Detector(model).detect(frame) == Detector(model).detect(frame)
