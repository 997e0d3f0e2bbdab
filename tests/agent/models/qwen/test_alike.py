"""Rounding is told from another result."""

from __future__ import annotations

import torch

from agent.models.qwen.alike import alike


def test_what_is_alike() -> None:
    torch.manual_seed(1)
    logits = torch.randn(1000) * 5
    assert alike(logits + 1e-4, logits)
    assert alike((logits + 0.1).bfloat16(), logits.bfloat16())
    assert not alike(logits + 0.1, logits)
    assert not alike(logits.bfloat16(), logits.flip(0).bfloat16())
    assert not alike(torch.full_like(logits, float("nan")), logits)
