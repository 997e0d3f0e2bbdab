"""The exported model says what the net says, of a frame's own memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from tools.see.session import open_session
from tools.see.toggles.patch import ANSWERS, HEIGHT, WIDTH
from training.toggles.export import export
from training.toggles.net import Net

if TYPE_CHECKING:
    from pathlib import Path

MOST = 600_000
"""Bytes."""


def test_it_says_what_the_net_says_and_names_its_answers(tmp_path: Path) -> None:
    torch.manual_seed(0)
    net = Net().eval()
    torch.save(net.state_dict(), tmp_path / "weights.pt")
    export(tmp_path / "weights.pt", tmp_path / "model.onnx")
    patches = np.random.default_rng(0).integers(0, 256, (3, HEIGHT, WIDTH, 4), np.uint8)
    session = open_session(tmp_path / "model.onnx")
    (told,) = session.run(None, {"patches": patches})
    rgb = np.ascontiguousarray(patches[:, :, :, 2::-1])
    with torch.no_grad():
        likely = torch.softmax(net(torch.from_numpy(rgb).permute(0, 3, 1, 2).float() / 127.5 - 1), 1)
    assert told.shape == (3, len(ANSWERS))
    assert np.allclose(told, likely.numpy(), atol=5e-3)
    assert len(session.get_modelmeta().custom_metadata_map["answers"].split()) == len(ANSWERS)
    assert (tmp_path / "model.onnx").stat().st_size < MOST
