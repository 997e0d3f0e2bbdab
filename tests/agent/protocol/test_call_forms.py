"""Both forms of a call, as the published chat templates of Qwen3-VL and of Qwen3.5 and later write them.

The templates come with the package `trl`; they are read as files and rendered, never imported.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from agent.protocol.system import pointing_text, system_in, system_text
from agent.protocol.toolcall import parse_tool_call

Form = Literal["json", "xml"]
TEMPLATES: list[tuple[Form, str]] = [("json", "qwen3_vl"), ("xml", "qwen3_5_nothink"), ("xml", "qwen3_6")]
CALLS: list[dict[str, Any]] = [
    {"action": "key", "keys": ["ctrl", "s"]},
    {"action": "key", "keys": ['"']},
    {"action": "type", "text": "Zoë \"<3>\" & 'x' \\ /\n\n  {1} [2] #3 // </tool_call>\n"},
    {"action": "type", "text": "42"},
    {"action": "mouse_move", "coordinate": [0, 1000]},
    {"action": "left_click", "coordinate": [1, 2]},
    {"action": "left_click_drag", "coordinate": [1, 2]},
    {"action": "scroll", "pixels": -5},
    {"action": "hscroll", "pixels": 50, "coordinate": [3, 4]},
    {"action": "wait", "time": 1.5},
    {"action": "answer", "text": "true"},
    {"action": "terminate", "status": "failure"},
]


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """As transformers renders templates."""
    made = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    made.filters["tojson"] = lambda value: json.dumps(value, ensure_ascii=False)
    made.globals["raise_exception"] = pytest.fail
    return made


def rendered(template: str, messages: list[dict[str, Any]], tools: list[dict[str, Any]] | None = None) -> str:
    spec = find_spec("trl")
    assert spec is not None
    assert spec.origin is not None, "pip install trl: the published chat templates come with it"
    text = (Path(spec.origin).parent / "chat_templates" / f"{template}.jinja").read_text("utf-8")
    return environment().from_string(text).render(messages=messages, tools=tools)


@pytest.mark.parametrize(("form", "template"), [*TEMPLATES, ("xml", "qwen3_5_think")])
@pytest.mark.parametrize("system", [system_text(), pointing_text()], ids=["act", "point"])
def test_the_system_text_is_what_the_published_template_makes_of_the_function(
    form: Form, template: str, system: str
) -> None:
    instructions = system.partition("\n\n# Tools\n")[0]
    signature = system.partition("\n<tools>\n")[2].partition("\n</tools>")[0]
    messages = [{"role": "system", "content": instructions}, {"role": "user", "content": "Go."}]
    whole = rendered(template, messages, [json.loads(signature)])
    assert whole.startswith(f"<|im_start|>system\n{system_in(form, system)}<|im_end|>\n<|im_start|>user\nGo.")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_system_text_without_a_function_is_the_same_in_both_forms(form: Form) -> None:
    assert system_in(form, "Answer yes or no.") == "Answer yes or no."


@pytest.mark.parametrize(("form", "template"), TEMPLATES)
@pytest.mark.parametrize("arguments", CALLS, ids=[json.dumps(call) for call in CALLS])
def test_a_call_is_read_as_the_published_template_writes_it(
    form: Form, template: str, arguments: dict[str, Any]
) -> None:
    call = {"type": "function", "function": {"name": "computer_use", "arguments": arguments}}
    messages = [
        {"role": "user", "content": "Go."},
        {"role": "assistant", "content": "Thought: So.", "tool_calls": [call]},
    ]
    reply = rendered(template, messages).rpartition("<|im_start|>assistant\n")[2].removesuffix("<|im_end|>\n")
    assert ("<function=" in reply) == (form == "xml")
    assert parse_tool_call(reply).model_dump(mode="json", exclude_none=True) == arguments
