"""Where a call ends in a reply that is still being written, and what was only thought."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.parse.blocks import CLOSE, content_of, first_call_end
from tests.agent.fakes import call

XML = (
    "Thought: So.\n<tool_call>\n<function=computer_use>\n<parameter=action>\ntype\n</parameter>\n"
    '<parameter=text>\na "quote </tool_call>\n</parameter>\n</function>\n</tool_call>'
)
WHOLE = [
    call("left_click", coordinate=[1, 2]),
    call("type", text='a "</tool_call>" \\'),
    f"<think>\nperhaps {call('wait', time=1)}\n</think>\n\n{call('wait', time=2)}",
    XML,
]


@pytest.mark.parametrize("reply", WHOLE, ids=["click", "a tag in a text", "a draft in a thought", "xml"])
def test_the_end_is_seen_when_the_call_is_whole_and_not_before(reply: str) -> None:
    assert reply.endswith(CLOSE)
    assert [first_call_end(reply[:length]) for length in range(len(reply))] == [None] * len(reply)
    assert first_call_end(reply + "\nAnd then ...") == len(reply)


@given(st.text())
def test_the_end_of_a_typed_text_is_seen_whatever_it_says(text: str) -> None:
    reply = call("type", text=text)
    assert first_call_end(reply) == len(reply)


def test_what_is_said_begins_behind_the_thought() -> None:
    content = content_of("I could <tool_call>{}</tool_call>.</think>\n\nDone.")
    assert (content.text, content.blocks, content.thinking) == ("\n\nDone.", (), False)
    assert content_of("<think>\nI could").thinking
