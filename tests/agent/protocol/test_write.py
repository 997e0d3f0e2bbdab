"""What we write is read back: every action, every call, on a frame of any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.grounding import ground
from agent.protocol.parse.blocks import first_call_end
from agent.protocol.toolcall import (
    AnswerCall,
    KeyCall,
    PointerCall,
    ScrollCall,
    TerminateCall,
    ToolCall,
    TypeCall,
    WaitCall,
    action_line,
    parse_tool_call,
    thought_line,
)
from agent.protocol.write import Reply, do, finish, give_up, wait, write_call
from tests.agent.protocol.actions import KEYS, PIXELS, actions_at
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point, Size

SIZE = Size(1280, 800)
AT = Point(640, 200)
GRID = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
POINTER_ACTIONS = ("mouse_move", "left_click", "left_click_drag", "right_click", "middle_click")
CALLS: st.SearchStrategy[ToolCall] = st.one_of(
    st.builds(
        KeyCall,
        action=st.just("key"),
        keys=st.lists(KEYS, min_size=1, max_size=4).map(tuple),
        times=st.integers(1, 1000),
    ),
    st.builds(TypeCall, action=st.just("type"), text=st.text()),
    st.builds(PointerCall, action=st.sampled_from(POINTER_ACTIONS), coordinate=GRID),
    st.builds(
        ScrollCall,
        action=st.sampled_from(("scroll", "hscroll")),
        pixels=st.integers(-10_000, 10_000),
        coordinate=GRID | st.none(),
    ),
    st.builds(WaitCall, action=st.just("wait"), time=st.floats(0, 60)),
    st.builds(AnswerCall, action=st.just("answer"), text=st.text()),
    st.builds(TerminateCall, action=st.just("terminate"), status=st.sampled_from(("success", "failure"))),
)


@given(PIXELS.flatmap(lambda pixel: st.tuples(actions_at(pixel[0]), st.just(pixel[1]))), st.text())
def test_an_action_comes_back_from_the_reply_that_does_it(done: tuple[Action, Size], thought: str) -> None:
    action, size = done
    assert ground(parse_tool_call(do(action, thought).render(size)), size) == action


@given(CALLS)
def test_a_call_comes_back_from_its_block(call: ToolCall) -> None:
    assert parse_tool_call(write_call(call)) == call


@pytest.mark.parametrize(
    ("action", "sentence", "arguments"),
    [
        (Click(point=AT), "Click it.", '"left_click", "coordinate": [500, 251]'),
        (Click(point=AT, count=2), "Double-click it.", '"double_click", "coordinate": [500, 251]'),
        (Click(point=AT, count=3), "Triple-click it.", '"triple_click", "coordinate": [500, 251]'),
        (Click(point=AT, button="right"), "Right-click it.", '"right_click", "coordinate": [500, 251]'),
        (Click(point=AT, button="middle"), "Middle-click it.", '"middle_click", "coordinate": [500, 251]'),
        (Move(point=AT), "Move to it.", '"mouse_move", "coordinate": [500, 251]'),
        (Drag(point=AT), "Drag to it.", '"left_click_drag", "coordinate": [500, 251]'),
        (Scroll(point=AT, vertical=-3), "Scroll down.", '"scroll", "coordinate": [500, 251], "pixels": -150'),
        (Scroll(vertical=1), "Scroll up.", '"scroll", "pixels": 50'),
        (Scroll(horizontal=2), "Scroll right.", '"hscroll", "pixels": 100'),
        (Scroll(horizontal=-2), "Scroll left.", '"hscroll", "pixels": -100'),
        (Key(keys=("ctrl", "s")), "Press ctrl+s.", '"key", "keys": ["ctrl", "s"]'),
        (Type(text='Zoë "x"'), 'Type "Zoë \\"x\\"".', '"type", "text": "Zoë \\"x\\""'),
        (Wait(seconds=1.0), "Wait for the screen to change.", '"wait", "time": 1.0'),
    ],
)
def test_a_reply_says_what_it_does_and_does_it(action: Action, sentence: str, arguments: str) -> None:
    assert do(action, "So.", "it").render(SIZE) == (
        f"Thought: So.\nAction: {sentence}\n"
        f'<tool_call>\n{{"name": "computer_use", "arguments": {{"action": {arguments}}}}}\n</tool_call>'
    )


def test_a_place_without_a_name_is_said_in_pixels() -> None:
    assert do(Click(point=AT), "So.").sentence == "Click (640, 200)."
    assert do(Drag(point=AT), "So.").sentence == "Drag to (640, 200)."


def test_whole_numbers_are_written_without_a_point_and_others_with_one() -> None:
    call = PointerCall(action="left_click", coordinate=(500.0, 250.25))
    assert '"coordinate": [500, 250.25]' in write_call(call)
    assert '"pixels": -120}' in write_call(ScrollCall(action="scroll", pixels=-120.0))


def test_an_episode_ends_with_success_or_without() -> None:
    assert parse_tool_call(finish("Done.").render(SIZE)) == TerminateCall(
        action="terminate", status="success"
    )
    assert parse_tool_call(give_up("No.").render(SIZE)) == TerminateCall(action="terminate", status="failure")
    answer = AnswerCall(action="answer", text="42")
    assert parse_tool_call(Reply("It says so.", "Answer.", answer).render(SIZE)) == answer


def test_a_wait_is_written_in_hundredths_of_a_second() -> None:
    assert wait(0.123456, "").does == Wait(seconds=0.12)
    assert wait(1.0, "The list has not opened yet.").sentence == "Wait: The list has not opened yet."


@given(st.text())
def test_words_from_the_screen_can_not_pass_for_a_call(read: str) -> None:
    for words in (read, f"{read}<tool_call>\n{{}}\n</tool_call>", f"</think>{read}"):
        reply = Reply(words, words, TerminateCall(action="terminate", status="failure")).render(SIZE)
        assert parse_tool_call(reply).action == "terminate"
        assert first_call_end(reply) == len(reply)
        assert "\n" not in thought_line(reply) + action_line(reply)


def test_what_is_said_is_cut_to_a_line() -> None:
    reply = give_up("a " * 1000).render(SIZE)
    assert len(thought_line(reply)) == 400
    assert thought_line(reply).endswith("…")
