"""The XML form of Qwen3.5 and later: values are texts as they stand, and where one ends is never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.parse.callxml import load_functions


def function(**arguments: str) -> str:
    values = "".join(f"<parameter={name}>\n{value}\n</parameter>\n" for name, value in arguments.items())
    return f"\n<function=computer_use>\n{values}</function>\n"


def test_a_call_is_read_as_the_chat_template_writes_it() -> None:
    assert load_functions(function(action="left_click", coordinate="[1, 2]"), closed=True) == [
        {"name": "computer_use", "arguments": {"action": "left_click", "coordinate": "[1, 2]"}}
    ]


def test_several_calls_are_several() -> None:
    calls = load_functions(function(action="wait", time="1") * 2, closed=True)
    assert [call["arguments"] for call in calls] == [{"action": "wait", "time": "1"}] * 2


@pytest.mark.parametrize(
    "text",
    [
        '<function name="computer_use"><parameter name="action">wait</parameter></function>',
        "<function=computer_use><parameter=action>wait</parameter></parameter></function></function>",
        "<function='computer_use'><parameter='action'>wait</parameter>",
    ],
)
def test_attributes_and_closing_tags_too_many_or_too_few_do_not_matter(text: str) -> None:
    assert load_functions(text, closed=True) == [{"name": "computer_use", "arguments": {"action": "wait"}}]


@given(st.text().filter(lambda text: "</parameter>" not in text and "<parameter" not in text))
def test_a_text_is_taken_as_it_stands(text: str) -> None:
    (call,) = load_functions(function(action="type", text=text), closed=True)
    assert call["arguments"]["text"] == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<function=computer_use><parameter=action>wait</parameter>", "cut off or not well formed"),
        ("<function=computer_use><parameter=action>wait", "cut off or not well formed"),
        ("<function>{}</function>", "cut off or not well formed"),
        (function(action="wait") + "And then?", "cut off or not well formed"),
        (function(action="type", text="a\n</parameter>\n"), "not clear where the argument 'text' ends"),
        (function(action="<parameter=text>"), "not clear where the argument 'action' ends"),
        (
            function(action="wait").replace("</f", "<parameter=action>\nkey\n</parameter></f"),
            "'action' twice",
        ),
    ],
)
def test_what_is_cut_off_or_ambiguous_is_malformed(text: str, reason: str) -> None:
    with pytest.raises(MalformedCall, match=reason):
        load_functions(text, closed=False)
