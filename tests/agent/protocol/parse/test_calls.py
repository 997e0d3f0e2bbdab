"""The calls in a reply, with tags, without, and in both forms."""

from __future__ import annotations

import pytest

from agent.errors import MalformedCall
from agent.protocol.parse.calls import calls_in

WAIT = {"name": "computer_use", "arguments": {"action": "wait", "time": 1}}
JSON = '{"name": "computer_use", "arguments": {"action": "wait", "time": 1}}'
XML = (
    "<function=computer_use>\n<parameter=action>\nwait\n</parameter>\n"
    "<parameter=time>\n1\n</parameter>\n</function>"
)


@pytest.mark.parametrize(
    "reply",
    [
        f"<tool_call>\n{JSON}\n</tool_call>",
        f"Thought: So.\n<tool_call>{JSON}",
        f"<think>\n<tool_call>{{}}</tool_call>\n</think>\n<tool_call>{JSON}</tool_call>",
        f"I wait. {JSON}",
        f"&lt;tool_call&gt;{JSON}&lt;/tool_call&gt;",
    ],
)
def test_a_call_is_found(reply: str) -> None:
    assert list(calls_in(reply)) == [WAIT]


def test_a_call_in_xml_has_texts_for_values() -> None:
    expected = [{"name": "computer_use", "arguments": {"action": "wait", "time": "1"}}]
    assert list(calls_in(f"<tool_call>\n{XML}\n</tool_call>")) == expected
    assert list(calls_in(XML)) == expected


def test_all_calls_are_found_in_order() -> None:
    other = JSON.replace("1", "2")
    found = list(calls_in(f"<tool_call>{JSON}</tool_call> or <tool_call>{other}</tool_call>"))
    assert [call["arguments"]["time"] for call in found] == [1, 2]


@pytest.mark.parametrize("reply", ["I am done.", "<tool_call></tool_call>", 'It says {"action": "wait"}.'])
def test_words_are_no_call(reply: str) -> None:
    assert list(calls_in(reply)) == []


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (" \n", "empty"),
        ("x" * 1_000_001, "1000001 characters"),
        ("<think>I could", "ends inside <think>"),
        ("&lt;tool_call&gt;{&quot;a&quot;: 1}&lt;/tool_call&gt;", "escaped as HTML"),
        (f"<tool_call>{XML}</tool_call> </parameter>", "not clear where the tool call ends"),
        ("<tool_call>left_click(1, 2)</tool_call>", "not valid JSON"),
    ],
)
def test_what_can_not_be_decoded_is_malformed(reply: str, reason: str) -> None:
    with pytest.raises(MalformedCall, match=reason):
        list(calls_in(reply))
