"""The net of icons is learned from tiles of its set; what goes on from weights may keep a share of them."""

from __future__ import annotations

import torch

from training.icons.train import mean


def test_weights_are_a_mean_and_counts_are_as_learned() -> None:
    learned = {"weight": torch.tensor([1.0, 3.0]), "count": torch.tensor(7)}
    begun = {"weight": torch.tensor([2.0, 2.0]), "count": torch.tensor(5)}
    made = mean(learned, begun, 0.75)
    assert made["weight"].tolist() == [1.75, 2.25]
    assert made["count"].item() == 7
