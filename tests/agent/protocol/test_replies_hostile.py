"""Any text at all: the parser raises its own error or finds what stands there, and it never takes long."""

from __future__ import annotations

import ast
import json
import re
import time
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.toolcall import action_line, parse_tool_call, thought_line
from tests.agent.fakes import call
from tests.agent.protocol.corpus import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.protocol.toolcall import ToolCall

# What a reply says, worked out another way than the parser does.

WORDS = {
    "key": "key press",
    "type": "type",
    "mouse_move": "move hover",
    "left_click": "click left_single",
    "left_click_drag": "drag",
    "right_click": "right",
    "middle_click": "middle",
    "double_click": "double",
    "triple_click": "triple",
    "scroll": "scroll",
    "hscroll": "hscroll",
    "wait": "wait",
    "answer": "answer",
    "terminate": "terminate",
}
"""For each action, words of which its reply holds one."""


def literals(text: str, depth: int = 4) -> Iterator[str]:
    """Every string literal that begins anywhere in a text, and those inside it; every XML value."""
    for value in re.findall(r"<parameter=[^<>]*>(.*?)</parameter>", text, re.DOTALL):
        yield value.removeprefix("\n").removesuffix("\n")
    for written in {text, text.translate({0x201C: '"', 0x201D: '"'})}:
        yield from quoted(written, depth)
    if depth and '\\"' in text:
        yield from literals(text.replace('\\"', '"').replace("\\\\", "\\"), depth - 1)


def quoted(text: str, depth: int) -> Iterator[str]:
    """What stands between straight quotation marks, and the literals inside that."""
    for start in (match.start() for match in re.finditer("[\"']", text)):
        if found := re.compile(r"""(["'])(?:\\.|(?!\1).)*\1""", re.DOTALL).match(text, start):
            for value in set(unquoted(found.group())):
                yield value
                if depth and value != text:
                    yield from literals(value, depth - 1)


def unquoted(literal: str) -> Iterator[str]:
    with suppress(ValueError):
        yield json.loads(literal.replace("\\'", "'"), strict=False)
    with suppress(ValueError, SyntaxError):
        yield ast.literal_eval(literal.replace("\n", "\\n").replace("\r", "\\r"))
    with suppress(ValueError):
        inner = literal[1:-1].replace("\\'", "'")
        yield json.loads('"' + re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', inner) + '"', strict=False)


def numbers(text: str) -> set[float]:
    plain = unicodedata.normalize("NFKC", text)
    found = {float(part) for part in re.findall(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", plain)}
    return found | {float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", plain)}


def stands_in(call: ToolCall, reply: str) -> None:
    """Assert that every part of a call stands in the reply."""
    lower = re.sub(r"[\s-]+", "_", reply.lower())
    assert any(word in lower for word in WORDS[call.action].split())
    said: dict[str, Any] = call.model_dump(exclude_none=True)
    there = numbers(reply)
    for number in [said.get("pixels"), said.get("time")]:
        assert number is None or number in there
    for number in said.get("coordinate", ()):
        assert number in there or any(2 * number - other in there for other in there)
    assert said.get("status", "") in reply.lower()
    if "text" in said:
        assert said["text"] in set(literals(reply))
    whole = reply + "".join(literals(reply)) if "keys" in said else ""
    assert all(key in whole for key in said.get("keys", ()))


def check(reply: str) -> None:
    said = parsed(reply)
    if isinstance(said, str):
        assert len(said) < 400
        assert said.isprintable()
    else:
        stands_in(said, reply)
    action_line(reply)
    thought_line(reply)


def parsed(reply: str) -> ToolCall | str:
    """The call, or why there is none."""
    try:
        return parse_tool_call(reply)
    except MalformedCall as refusal:
        return str(refusal)


# Where the replies come from.

ANY_TEXT = st.text(st.characters(exclude_categories=()))
FRAGMENTS = st.sampled_from([
    "<tool_call>", "</tool_call>", "<think>", "</think>", "&lt;tool_call&gt;", "<|im_end|>", "```json",
    "```", "<function=computer_use>", "</function>", "<parameter=action>", "<parameter=text>",
    "<parameter=coordinate>", "</parameter>", '"name":', '"computer_use"', "computer_use",
    '"arguments":', '"parameters":', '"action":', '"coordinate":', '"text":', '"keys":', '"status":',
    '"pixels":', "'action':", "action:", '"left_click"', '"type"', "'type'", '"key"', '"scroll"',
    '"terminate"', '"success"', '"done"', "None", "True", "NaN", "Infinity", "{", "}", "[", "]", "(",
    ")", ",", ":", ";", '"', "'", "\\", '\\"', "\\n", "//", "/*", "*/", "#", "0", "1", "5", "500",
    "300", "1e2", "0.5", "-3", "1001", "ctrl+c", "[500,300]", "\uff0c", "\uff5b", "\u201c", "\u201d",
    "\ufeff", "\u200b", "\ud800", "&", "\xe9", "x", "y", " ", "\n",
])  # fmt: skip
WHOLE = st.sampled_from([case["reply"] for case in CORPUS])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A reply of the corpus with a few pieces cut out, put in, doubled or moved."""
    reply = draw(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        left, right = sorted((draw(st.integers(0, len(reply))), draw(st.integers(0, len(reply)))))
        piece = draw(st.sampled_from(["", reply[left:right] * 2]) | FRAGMENTS | st.text(max_size=3))
        reply = reply[:left] + piece + reply[draw(st.sampled_from([left, right])) :]
    return reply


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | FRAGMENTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from([
    "action", "coordinate", "keys", "key", "text", "pixels", "time", "status", "x", "y", "name",
    "arguments", "bbox_2d",
])  # fmt: skip
VALUES = st.sampled_from([
    "left_click", "key", "type", "scroll", "wait", "terminate", "answer", "success", "computer_use",
    "500", "[500, 300]", "ctrl+c", "['ctrl', 'c']", [500, 300], [[1, 2]], [1, 2, 3, 4], 0.5, 7, "",
    " ",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text(reply: str) -> None:
    check(reply)


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=24).map("".join))
def test_any_row_of_pieces(reply: str) -> None:
    check(reply)


@settings(max_examples=600, deadline=None)
@given(mutated())
@example(CORPUS[0]["reply"])
@example('{"name": "computer_use", "arguments": {"action": "type", "text": "\u201ca,} b,]",},}')
def test_any_mutation_of_a_reply(reply: str) -> None:
    check(reply)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(NAMES, VALUES | JSON, max_size=6), st.booleans(), st.sampled_from(range(3)))
def test_any_object(arguments: dict[str, Any], bare: bool, encoded: int) -> None:  # noqa: FBT001  (drawn)
    body: Any = arguments if bare else {"name": "computer_use", "arguments": arguments}
    for _ in range(encoded):
        body = json.dumps(body)
    check(f"<tool_call>\n{json.dumps(body)}\n</tool_call>")


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(NAMES, ANY_TEXT | FRAGMENTS | st.sampled_from(["left_click", "type"]), max_size=4))
def test_any_parameters(arguments: dict[str, str]) -> None:
    values = "".join(f"<parameter={name}>\n{value}\n</parameter>\n" for name, value in arguments.items())
    check(f"<tool_call>\n<function=computer_use>\n{values}</function>\n</tool_call>")


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_a_text_arrives_whole_in_either_form(text: str) -> None:
    assert parse_tool_call(call("type", text=text)).model_dump()["text"] == text
    xml = f"<parameter=action>\ntype\n</parameter>\n<parameter=text>\n{text}\n</parameter>"
    reply = f"<tool_call>\n<function=computer_use>\n{xml}\n</function>\n</tool_call>"
    with suppress(MalformedCall):  # a text with the form's own tags in it
        assert parse_tool_call(reply).model_dump()["text"] == text


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.data())
def test_a_text_that_is_cut_off_is_never_typed(text: str, data: st.DataObject) -> None:
    reply = call("type", text=text)
    cut = reply[: data.draw(st.integers(0, reply.rindex("}}")))]
    with pytest.raises(MalformedCall):
        parse_tool_call(cut)
    with pytest.raises(MalformedCall):
        parse_tool_call(cut.rstrip('"}') + "\n</tool_call>")


# Long ones. A step that looked at everything before it again would need minutes for these.

N = 300_000
LONG = {
    "open brackets": "<tool_call>" + "[" * N,
    "open braces": "<tool_call>" + '{"a":' * (N // 5),
    "tags": "<tool_call>" * (N // 11),
    "closed thoughts": "</think>" * (N // 8),
    "thoughts": "<think></think>" * (N // 15),
    "escaped quotes": "<tool_call>{" + '"' + '\\"' * (N // 2),
    "quotes": "<tool_call>{" + '"' * N,
    "apostrophes": "<tool_call>{" + "'" * N,
    "escaped apostrophes": "<tool_call>{'" + "\\'" * (N // 2),
    "one word": "<tool_call>{" + "a" * N,
    "words": "<tool_call>{" + "a " * (N // 2),
    "keys": "<tool_call>{" + "a:" * (N // 2),
    "comments": "<tool_call>{" + "/*" * (N // 2),
    "slashes": "<tool_call>{" + "/" * N,
    "commas": "<tool_call>{" + "," * N,
    "blanks": "<tool_call>{" + " " * N + "x",
    "blanks after a comma": "<tool_call>{," + " " * N + "x",
    "small objects": "<tool_call>" + '{"a":1}' * (N // 7),
    "empty objects": "<tool_call>" + "{}" * (N // 2),
    "backslashes": "<tool_call>{" + "\\" * N,
    "parameters": "<tool_call><function=computer_use>" + "<parameter=a>" * (N // 13),
    "closed parameters": "<tool_call><function=computer_use>" + "<parameter=a></parameter>" * (N // 25),
    "functions": "<tool_call>" + "<function=computer_use>" * (N // 23),
    "stray ends": "<tool_call><function=computer_use>" + "</parameter>" * (N // 12),
    "escaped tags": "&lt;tool_call&gt;" * (N // 17) + "&lt;/tool_call&gt;",
    "entities": "&" * N + "&lt;tool_call&gt;&lt;/tool_call&gt;",
    "line breaks": "\n" * N + "Action",
    "blanks in a line": "Action: a" + " " * N + "b",
    "no tag": "computer_use " + "{" * (N - 20),
    "digits": call("left_click", coordinate="5" * N),
    "numbers": call("left_click", coordinate="5 " * (N // 2)),
    "markup": call("left_click", coordinate="<point>" * (N // 7)),
    "x": call("left_click", coordinate="x " * (N // 2)),
    "a key": call("key", keys="+" * N),
    "keys in a string": call("key", keys="[" * N),
    "a list of keys": call("key", keys="[" + "]" * N + "x"),
    "a list in a list": call("left_click", coordinate=json.loads("[" * 400 + "]" * 400)),
    "a deep name": '<tool_call>{"name":' + "[" * 700 + "]" * 700 + "}</tool_call>",
    "deep and twice": "<tool_call>" + ('{"action":' + "[" * 700 + "]" * 700 + "}") * 2,
}


@pytest.mark.parametrize("form", LONG)
def test_no_reply_takes_long(form: str) -> None:
    reply, began = LONG[form], time.process_time()
    said = parsed(reply)
    action_line(reply)
    thought_line(reply)
    assert time.process_time() - began < 30, "this grows faster than the reply"
    assert len(str(said)) < 400


def test_curly_marks_inside_straight_ones_are_text() -> None:
    reply = '{"name": "computer_use", "arguments": {"action": "type", "text": "\u201ca,} b,]",},}'
    assert parse_tool_call(reply) == parse_tool_call(call("type", text="\u201ca,} b,]"))
