"""The parser: right calls, repairs, reasons, and nothing but its own error for any text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.toolcall import (
    AnswerCall,
    KeyCall,
    PointerCall,
    ScrollCall,
    TerminateCall,
    TypeCall,
    WaitCall,
    action_line,
    parse_tool_call,
    thought_line,
)

if TYPE_CHECKING:
    from pydantic import BaseModel


def block(arguments: str, *, close: str = "</tool_call>") -> str:
    return f'<tool_call>\n{{"name": "computer_use", "arguments": {arguments}}}\n{close}'


RIGHT: list[tuple[str, BaseModel]] = [
    ('{"action": "key", "keys": ["ctrl", "s"]}', KeyCall(action="key", keys=("ctrl", "s"))),
    ('{"action": "key", "keys": ["down"], "times": 6}', KeyCall(action="key", keys=("down",), times=6)),
    ('{"action": "type", "text": "Zoë <3"}', TypeCall(action="type", text="Zoë <3")),
    (
        '{"action": "mouse_move", "coordinate": [0, 1000]}',
        PointerCall(action="mouse_move", coordinate=(0, 1000)),
    ),
    ('{"action": "left_click", "coordinate": [1, 2]}', PointerCall(action="left_click", coordinate=(1, 2))),
    (
        '{"action": "left_click_drag", "coordinate": [1, 2]}',
        PointerCall(action="left_click_drag", coordinate=(1, 2)),
    ),
    ('{"action": "right_click", "coordinate": [1, 2]}', PointerCall(action="right_click", coordinate=(1, 2))),
    (
        '{"action": "middle_click", "coordinate": [1, 2]}',
        PointerCall(action="middle_click", coordinate=(1, 2)),
    ),
    (
        '{"action": "double_click", "coordinate": [1, 2]}',
        PointerCall(action="double_click", coordinate=(1, 2)),
    ),
    (
        '{"action": "triple_click", "coordinate": [1, 2]}',
        PointerCall(action="triple_click", coordinate=(1, 2)),
    ),
    ('{"action": "scroll", "pixels": -5}', ScrollCall(action="scroll", pixels=-5)),
    (
        '{"action": "hscroll", "pixels": 50, "coordinate": [3, 4]}',
        ScrollCall(action="hscroll", pixels=50, coordinate=(3, 4)),
    ),
    ('{"action": "wait", "time": 2}', WaitCall(action="wait", time=2)),
    ('{"action": "answer", "text": "42"}', AnswerCall(action="answer", text="42")),
    ('{"action": "terminate", "status": "failure"}', TerminateCall(action="terminate", status="failure")),
]
CLICK = PointerCall(action="left_click", coordinate=(10, 20))
COPY = KeyCall(action="key", keys=("ctrl", "c"))
REPAIRED = [
    (block('{"action": "left_click", "coordinate": [10, 20],}'), CLICK),
    (block('{"action": "left_click", "coordinate": ["10", "20"]}'), CLICK),
    (block('{"action": "left_click", "coordinate": "[10, 20]"}'), CLICK),
    (block('{"action": "left_click", "coordinate": "10,20"}'), CLICK),
    (block('{"action": "left_click", "coordinate": [[10, 20]]}'), CLICK),
    (block('{"action": "left_click", "coordinate": {"x": 10, "y": 20}}'), CLICK),
    (block('{"action": "left_click", "coordinate": [0, 10, 20, 30]}'), CLICK),
    (block('{"action": "LEFT_CLICK ", "coordinate": [10, 20]}'), CLICK),
    (block('{"action": "left_click", "coordinate": [10, 20], "text": null}'), CLICK),
    (block('"{\\"action\\": \\"left_click\\", \\"coordinate\\": [10, 20]}"'), CLICK),
    (block('{"action": "left_click", "coordinate": [10, 20]}', close=""), CLICK),
    ('<tool_call>{"action": "left_click", "coordinate": [10, 20]}</tool_call>', CLICK),
    ('<tool_call>```json\n{"action": "left_click", "coordinate": [10, 20]}\n```</tool_call>', CLICK),
    ('{"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [10, 20]}}', CLICK),
    (block('{"action": "left_click", "coordinate": [10, 20]}') * 2, CLICK),
    (
        "<think>I am done. <tool_call>{}</tool_call></think>"
        + block('{"action": "left_click", "coordinate": [10, 20]}'),
        CLICK,
    ),
    (
        "thought in the prompt's tag</think>" + block('{"action": "left_click", "coordinate": [10, 20]}'),
        CLICK,
    ),
    (block('{"action": "key", "keys": "ctrl+c"}'), COPY),
    (block('{"action": "key", "keys": ["ctrl+c"]}'), COPY),
    (block('{"action": "key", "keys": ["keys=[ctrl", "c]"]}'), COPY),
    (block('{"action": "key", "keys": ["\'ctrl\'", "\\"c\\""]}'), COPY),
    (block('{"action": "key", "text": "ctrl+c"}'), COPY),
    (block('{"action": "key", "keys": ["ctrl++"]}'), KeyCall(action="key", keys=("ctrl", "+"))),
    (block('{"action": "key", "keys": ["["]}'), KeyCall(action="key", keys=("[",))),
    (block('{"action": "wait", "time": "1.5"}'), WaitCall(action="wait", time=1.5)),
]
MALFORMED = [
    ("", "empty"),
    ("   \n", "empty"),
    ("I think we are done.", "no <tool_call>"),
    ("Action: terminate success. done", "no <tool_call>"),
    ("<tool_call></tool_call>", "no <tool_call>"),
    ("<think>never ends <tool_call>{}</tool_call>", "<think>"),
    ("<tool_call>left_click(10, 20)</tool_call>", "not valid JSON"),
    (block('{"action": "left_click", "coordinate": [10, 20}'), "not valid JSON"),
    ("<tool_call>" + "[" * 100_000, "not valid JSON"),
    ("<tool_call>[1, 2]</tool_call>", "does not begin with an object"),
    ('<tool_call>{"name": "bash", "arguments": {"command": "rm -rf /"}}</tool_call>', "bash"),
    ('<tool_call>{"name": "computer_use"}</tool_call>', "arguments"),
    (block('{"action": "fly"}'), "action"),
    (block("{}"), "action"),
    (block('{"action": "left_click"}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [10]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [10, 20, 30]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [30, 20, 10, 5]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [10, 1001]}'), "1000"),
    (block('{"action": "left_click", "coordinate": [-1, 10]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": ["left", "top"]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [NaN, 10]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [1e999, 10]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [true, 10]}'), "coordinate"),
    (block('{"action": "left_click", "coordinate": [10, 20], "button": "left"}'), "button"),
    (block('{"action": "wait", "time": 1e9}'), "time"),
    (block('{"action": "wait", "time": ' + "9" * 5000 + "}"), "not valid JSON"),
    (block('{"action": "terminate"}'), "status"),
    (block('{"action": "terminate", "status": "done"}'), "status"),
    (block('{"action": "key", "keys": []}'), "keys"),
    (block('{"action": "type", "text": 5}'), "text"),
    (block('{"action": "wait", "time": 1}') + block('{"action": "wait", "time": 2}'), "2 different"),
    ("x" * 1_000_001, "characters"),
]


@pytest.mark.parametrize(("arguments", "expected"), RIGHT)
def test_every_action_of_the_protocol_is_read(arguments: str, expected: object) -> None:
    assert parse_tool_call(f"Thought: a\nAction: b\n{block(arguments)}") == expected


@pytest.mark.parametrize(("reply", "expected"), REPAIRED)
def test_an_unambiguous_slip_is_mended(reply: str, expected: object) -> None:
    assert parse_tool_call(reply) == expected


@pytest.mark.parametrize(("reply", "reason"), MALFORMED)
def test_everything_else_is_malformed_with_its_reason(reply: str, reason: str) -> None:
    with pytest.raises(MalformedCall, match=reason) as malformed:
        parse_tool_call(reply)
    assert len(str(malformed.value)) < 500


def test_a_tag_inside_typed_text_is_text() -> None:
    text = "a </tool_call> <tool_call> b"
    assert parse_tool_call(block(json.dumps({"action": "type", "text": text}))) == TypeCall(
        action="type", text=text
    )


def test_thought_and_action_lines_come_from_before_the_call() -> None:
    reply = "Thought: I see it.\nAction: Click Save.\n" + block('{"action": "type", "text": "\\nAction: no"}')
    assert (thought_line(reply), action_line(reply)) == ("I see it.", "Click Save.")
    assert action_line("nothing") == ""


@given(st.text())
def test_any_text_gives_a_call_or_the_parsers_own_error(reply: str) -> None:
    with pytest.raises(MalformedCall):
        parse_tool_call(reply)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from(["action", "coordinate", "keys", "text", "pixels", "time", "status", "x"])
ACTIONS = st.sampled_from(["left_click", "key", "type", "scroll", "wait", "terminate", "answer", "fly"])


@given(st.dictionaries(NAMES, JSON | ACTIONS, max_size=5))
def test_a_call_never_holds_what_the_reply_does_not_say(arguments: dict[str, object]) -> None:
    reply = block(json.dumps(arguments))
    try:
        call = parse_tool_call(reply)
    except MalformedCall:
        return
    assert call.action == str(arguments["action"]).strip().lower()


@given(st.text(max_size=200))
def test_typed_text_arrives_whole(text: str) -> None:
    call = parse_tool_call(block(json.dumps({"action": "type", "text": text})))
    assert call == TypeCall(action="type", text=text)
