"""Sampling of the next token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Collection

    from torch import Tensor

    from agent.profiles.profile import Sampling


class Sampler:
    """Greedy, or by a profile's settings with a seed: the same logits give the same tokens in every run."""

    def __init__(self, sampling: Sampling) -> None:
        self._sampling = sampling
        self._random = torch.Generator().manual_seed(sampling.seed)

    def choose(self, logits: Tensor, written: Collection[int] = ()) -> int:
        """A token.

        Args:
            logits: shape (vocabulary,).
            written: the free text so far, which presence and repetition are held against; empty inside a tool
                call, where a digit or a key that was used before is as good as any.
        """
        rules = self._sampling
        if not rules.temperature:
            return int(logits.argmax())
        scores = _penalised(logits.float().cpu(), written, rules) / rules.temperature
        chances = _nucleus(_top(scores, rules.top_k).softmax(-1), rules.top_p)
        return int(torch.multinomial(chances, 1, generator=self._random))


def _penalised(scores: Tensor, written: Collection[int], rules: Sampling) -> Tensor:
    """Presence: as vLLM and DashScope define it. Repetition: Keskar et al., arXiv 1909.05858."""
    if not written:
        return scores
    scores = scores.clone()
    known = torch.tensor(sorted(set(written)))
    seen = scores[known]
    seen = torch.where(seen > 0, seen / rules.repetition_penalty, seen * rules.repetition_penalty)
    scores[known] = seen - rules.presence_penalty
    return scores


def _top(scores: Tensor, count: int) -> Tensor:
    """All but the most likely ruled out."""
    if not 0 < count < len(scores):
        return scores
    least = scores.topk(count).values[-1]
    return scores.masked_fill(scores < least, -torch.inf)


def _nucleus(chances: Tensor, share: float) -> Tensor:
    """Only the most likely tokens that together have that share (Holtzman et al., arXiv 1904.09751)."""
    if share >= 1:
        return chances
    ordered, places = chances.sort(descending=True)
    before = ordered.cumsum(-1) - ordered
    return torch.zeros_like(chances).scatter(0, places, ordered * (before < share))
