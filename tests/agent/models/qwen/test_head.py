"""The head that leaves rows of nought out says the same as the whole one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch
from torch import nn

from agent.models.qwen.head import KnownRows, skip_empty_rows


def head(tokens: int, empty: int) -> nn.Linear:
    torch.manual_seed(5)
    made = nn.Linear(16, tokens, bias=False)
    made.weight.data[torch.randperm(tokens)[:empty]] = 0
    return made


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (3, 2)])
@torch.no_grad()
def test_the_logits_are_those_of_the_whole_table(shape: tuple[int, int]) -> None:
    whole = head(400, 370)
    model = SimpleNamespace(lm_head=whole)
    skip_empty_rows(model)
    assert isinstance(model.lm_head, KnownRows)
    hidden = torch.randn(*shape, 16)
    torch.testing.assert_close(model.lm_head(hidden), whole(hidden))


@torch.no_grad()
def test_a_row_that_cancels_out_is_not_empty() -> None:
    whole = head(8, 0)
    whole.weight.data[:7] = 0
    whole.weight.data[7] = torch.tensor([1.0, -1.0] * 8)
    model = SimpleNamespace(lm_head=whole)
    skip_empty_rows(model)
    assert model.lm_head(torch.eye(16)[:1])[0].tolist() == [0.0] * 7 + [1.0]


@pytest.mark.parametrize("empty", [0, 199])
def test_a_table_that_is_used_stays_as_it_is(empty: int) -> None:
    whole = head(400, empty)
    model = SimpleNamespace(lm_head=whole)
    skip_empty_rows(model)
    assert model.lm_head is whole


def test_weights_that_are_fetched_when_they_are_used_stay_as_they_are() -> None:
    whole = nn.Linear(16, 400, bias=False, device="meta")
    model = SimpleNamespace(lm_head=whole)
    skip_empty_rows(model)
    assert model.lm_head is whole
