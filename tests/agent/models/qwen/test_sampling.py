"""Greedy, nucleus, penalties: against their definitions."""

from __future__ import annotations

from collections import Counter

import torch

from agent.models.qwen.sampling import Sampler, _nucleus, _penalised, _top
from agent.profiles.profile import Sampling

LOGITS = torch.tensor([2.0, 1.0, 0.5, -1.0])


def test_temperature_nought_is_the_most_likely() -> None:
    assert Sampler(Sampling()).choose(LOGITS, [0, 0]) == 0


def test_draws_follow_the_chances() -> None:
    sampler = Sampler(Sampling(temperature=1.0))
    drawn = Counter(sampler.choose(LOGITS) for _ in range(4000))
    for token, chance in enumerate(LOGITS.softmax(-1).tolist()):
        assert abs(drawn[token] / 4000 - chance) < 0.03


def test_top_k_and_top_p_rule_out_the_rest() -> None:
    assert _top(LOGITS, 2).tolist() == [2.0, 1.0, float("-inf"), float("-inf")]
    chances = torch.tensor([0.5, 0.3, 0.15, 0.05])
    assert _nucleus(chances, 0.7).count_nonzero() == 2, "the last that reaches the share is in"
    assert _nucleus(chances, 0.5).count_nonzero() == 1
    assert _nucleus(chances, 1.0).count_nonzero() == 4


def test_presence_counts_once_and_only_what_was_written() -> None:
    rules = Sampling(temperature=1.0, presence_penalty=1.5)
    assert _penalised(LOGITS, [0, 0, 0], rules).tolist() == [0.5, 1.0, 0.5, -1.0]
    assert _penalised(LOGITS, [], rules).tolist() == LOGITS.tolist()


def test_repetition_divides_the_likely_and_multiplies_the_unlikely() -> None:
    rules = Sampling(temperature=1.0, repetition_penalty=2.0)
    assert _penalised(LOGITS, [0, 3], rules).tolist() == [1.0, 1.0, 0.5, -2.0]
