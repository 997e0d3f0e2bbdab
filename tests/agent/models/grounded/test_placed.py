"""Only the coordinate of a reply is changed, whatever the reply looks like."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.models.grounded.placed import Placed
from agent.protocol.toolcall import ScrollCall, parse_tool_call
from tests.agent.fakes import DONE, call, click

BLOCK = (
    '<tool_call>\n{"name": "computer_use", "arguments": '
    '{"action": "left_click", "coordinate": [12, 34]}}\n</tool_call>'
)


def moved(reply: str) -> str:
    placed = Placed.of(reply)
    assert placed is not None
    return placed.moved((12, 34))


def test_the_words_stay_and_the_call_is_written_as_qwen_writes_it() -> None:
    reply = click(500, 300)
    assert moved(reply) == reply.replace("[500, 300]", "[12, 34]")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (f"Click.\n{BLOCK}".replace("[12, 34]", '"500,300"'), f"Click.\n{BLOCK}"),
        (f"Click.\n{BLOCK}".replace("[12, 34]", "[490, 290, 510, 310]"), f"Click.\n{BLOCK}"),
        (f"Click.\n{BLOCK}".replace("]}}", "],}}"), f"Click.\n{BLOCK}"),
        (f"Twice.\n{BLOCK}\n{BLOCK}".replace("12", "50"), f"Twice.\n{BLOCK}"),
        (f"<think>Or {BLOCK}?</think>\n{BLOCK}".replace("12", "50"), None),
        (f"The {{first}} one?\n</think>\nSo.\n{BLOCK}".replace("12", "50"), None),
        (f"<tool_call></tool_call>{BLOCK}".replace("12", "50"), BLOCK),
    ],
)
def test_repeats_slips_and_thoughts(reply: str, expected: str | None) -> None:
    text = moved(reply)
    assert parse_tool_call(text) == parse_tool_call(BLOCK)
    if expected is None:  # what was thought is left as it was
        thought = reply.partition("</think>")[0]
        assert text.startswith(thought)
        assert text.endswith(BLOCK)
    else:
        assert text == expected


def test_the_other_arguments_stay() -> None:
    text = moved(call("scroll", pixels=-250, coordinate=[500, 500]))
    assert parse_tool_call(text) == ScrollCall(action="scroll", pixels=-250, coordinate=(12, 34))


@pytest.mark.parametrize(
    "reply", [DONE, call("scroll", pixels=5), call("type", text="[1, 2]"), "no call", ""]
)
def test_a_reply_without_a_place_has_none(reply: str) -> None:
    assert Placed.of(reply) is None


@given(
    st.text(max_size=80),
    st.sampled_from(("left_click", "double_click", "mouse_move", "left_click_drag")),
    st.tuples(st.integers(0, 1000), st.integers(0, 1000)),
    st.text(max_size=40),
)
def test_a_moved_call_is_the_same_call_elsewhere(
    before: str, action: str, place: tuple[int, int], behind: str
) -> None:
    block = json.dumps({"name": "computer_use", "arguments": {"action": action, "coordinate": [1, 2]}})
    placed = Placed.of(f"{before}<tool_call>{block}</tool_call>{behind}")
    if placed is None:  # the words around it held a tag
        return
    expected = placed.call.model_copy(update={"coordinate": place})
    assert parse_tool_call(placed.moved(place)) == expected
