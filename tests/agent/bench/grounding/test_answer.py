"""Answers: what is taken for a place, for a refusal, and for nothing."""

from __future__ import annotations

import pytest

from agent.bench.grounding.answer import Answer, read_answer
from tests.agent.fakes import DONE, FAILED, call, click


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        (click(12.5, 700), Answer((12.5, 700))),
        (call("mouse_move", coordinate=[1, 2]), Answer((1, 2))),
        (call("left_click", coordinate=[0, 0]), Answer((0, 0))),
        (call("left_click", coordinate=[1200, 500]), Answer((1200, 500))),
        (call("left_click", coordinate=[-5, 500]), Answer((-5, 500))),
        (call("left_click", coordinate=[-1, -1]), Answer(refused=True)),
        (call("tap", coordinate=[10, 20]), Answer((10, 20))),
        ('<think>{"coordinate": [5, 5]}</think>' + call("tap", coordinate=[10, 20]), Answer((10, 20))),
        ('<think>Perhaps {"coordinate": [100, 200]}, but', Answer()),
        ('<think>Perhaps {"coordinate": [100, 200]}</think> I do not see it.', Answer()),
        (FAILED, Answer(refused=True)),
        (DONE, Answer()),
        ("", Answer()),
        ("It is at the top left.", Answer()),
        ("(500, 500)", Answer()),
        (click(1, 1) + click(900, 900), Answer()),
        (call("wait", time=1), Answer()),
        (call("left_click", coordinate=[float("nan"), 5]), Answer()),
    ],
)
def test_a_reply_says(reply: str, answer: Answer) -> None:
    assert read_answer(reply) == answer
