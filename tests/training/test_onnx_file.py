"""The model's file: half as large, and says what the net says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from tools.see.session import open_session
from training.onnx_file import write_model

if TYPE_CHECKING:
    from pathlib import Path


def test_a_net_is_written_with_its_numbers_halved_and_what_is_told_of_it(tmp_path: Path) -> None:
    torch.manual_seed(0)
    net, file = nn.Linear(200, 50), tmp_path / "model.onnx"
    write_model(net, torch.zeros(1, 200), file, names=("in", "out"), axes={"in": {0: "n"}}, kinds="a b")
    session = open_session(file)
    given = np.random.default_rng(0).normal(size=(3, 200)).astype(np.float32)
    (told,) = session.run(None, {"in": given})
    with torch.no_grad():
        assert np.allclose(told, net(torch.from_numpy(given)).numpy(), atol=5e-3)
    assert file.stat().st_size < 3 * 200 * 50
    assert session.get_modelmeta().custom_metadata_map["kinds"] == "a b"
