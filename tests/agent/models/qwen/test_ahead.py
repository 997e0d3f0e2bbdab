"""Work ahead: one piece at a time, waited for, and given up with the first that fails."""

from __future__ import annotations

from threading import Event

import pytest
import torch

from agent.models.qwen.ahead import Ahead, is_quick, left_by_a_drop
from tests.agent.fakes import click
from tests.agent.models.qwen.episodes import episode

CALL = '<tool_call>\n{"name": "computer_use", "arguments": {"action": %s}}\n</tool_call>'
CUT_OFF = '<tool_call>\n{"name": "computer_use", "arguments": {"action": "type", "text": "and then'


@pytest.mark.parametrize(
    ("reply", "goes_on"),
    [
        (click(), True),
        (CUT_OFF, True),
        ("no call at all", True),
        (CALL % '"terminate", "status": "success"', False),
        (CALL % '"answer", "text": "42"', False),
    ],
)
def test_what_a_drop_leaves_is_of_use_where_the_episode_goes_on(reply: str, *, goes_on: bool) -> None:
    """Behind an end the process would wait for it; a reply that can't be read is asked for again."""
    *_, prompt = episode(6, lambda _: click())
    assert (left_by_a_drop(prompt, reply) is not None) is goes_on
    question = type(prompt)(prompt.system, prompt.turns, wanted="words")
    assert left_by_a_drop(question, reply) is None


def test_a_large_model_on_a_processor_is_not_quick() -> None:
    assert is_quick(torch.nn.Linear(100, 100))
    with torch.device("meta"):
        assert not is_quick(torch.nn.Linear(20_000, 20_000))


def test_a_piece_is_waited_for() -> None:
    done: list[str] = []
    ahead, may_end = Ahead(done.append), Event()

    def work() -> None:
        may_end.wait()
        done.append("done")

    ahead.begin(work)
    assert done == []
    may_end.set()
    ahead.wait()
    assert done == ["done"]
    assert ahead.wait() == 0, "nothing is waited for twice"


def test_after_a_failure_no_piece_is_begun() -> None:
    told: list[str] = []
    ahead = Ahead(told.append)

    def fail() -> None:
        raise MemoryError("no more\nof it")

    ahead.begin(fail)
    ahead.wait()
    ahead.begin(lambda: pytest.fail("begun"))
    ahead.wait()
    ahead.give_up(MemoryError("again"))
    assert told == ["MemoryError: no more"], "it is told once"


def test_who_meets_a_lack_by_itself_may_give_up() -> None:
    told: list[str] = []
    ahead = Ahead(told.append)
    ahead.give_up(MemoryError("no more"))
    ahead.begin(lambda: pytest.fail("begun"))
    ahead.wait()
    assert told == ["MemoryError: no more"]
