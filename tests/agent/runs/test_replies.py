"""What a model says is heard without the task's secrets."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from agent.errors import MalformedCall, ModelFault
from agent.model import Completion, Prompt, RawReply
from agent.protocol.toolcall import TypeCall, parse_tool_call
from agent.runs.replies import without_secrets
from agent.task.variables import reveal
from tools.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

PROMPT, SECRETS = Prompt("Act.", ()), {"PIN": "Tr0ub4dor-Kx"}


def saying(completion: Completion | ModelFault) -> Callable[[Prompt], Completion]:
    def ask(prompt: Prompt) -> Completion:
        assert prompt is PROMPT
        if isinstance(completion, ModelFault):
            raise completion
        return completion

    return ask


def test_a_reply_and_those_it_was_made_of_hold_no_secret() -> None:
    raw = RawReply(role="plan", model="m", text="It is Tr0ub4dor-Kx.", note="tr0ub4dor-kx")
    said = without_secrets(saying(Completion("Type Tr0ub4dor-Kx", replies=(raw,))), SECRETS)(PROMPT)
    assert said.text == "Type ${secret.PIN}"
    assert (said.replies[0].text, said.replies[0].note) == ("It is ${secret.PIN}.", "${secret.PIN}")


def heard(text: str, **secrets: str) -> str:
    return without_secrets(saying(Completion(text)), secrets)(PROMPT).text


def calling(**arguments: object) -> str:
    call = json.dumps({"name": "computer_use", "arguments": arguments}, ensure_ascii=False)
    return f"Thought: Now {arguments}.\nAction: Do it.\n<tool_call>\n{call}\n</tool_call>"


def test_only_the_very_secret_becomes_its_reference_in_what_is_typed() -> None:
    reply = heard(calling(action="type", text="ada\tTr0ub4dor-Kx\n"), **SECRETS)
    assert parse_tool_call(reply) == TypeCall(action="type", text="ada\t${secret.PIN}\n")
    assert "Tr0ub" not in reply


@pytest.mark.parametrize(
    "other",
    [
        "tr0ub4dor-kx",
        "Tr0ub4dor -Kx",
        "Tr0ub4dor%2DKx",
        base64.b64encode(b"Tr0ub4dor-Kx").decode(),
        b"Tr0ub4dor-Kx".hex(),
        "T\u200br0ub4dor-Kx",
    ],
)
def test_a_text_that_is_one_but_for_how_it_is_written_is_not_typed_as_the_secret(other: str) -> None:
    reply = heard(calling(action="type", text=f"{other}\n"), **SECRETS)
    assert other not in reply
    call = parse_tool_call(reply)
    assert isinstance(call, TypeCall)
    with pytest.raises(Refused, match="PIN in another form"):
        reveal(call.text, SECRETS)


@pytest.mark.parametrize(
    "secret",
    ["type", "500", "success", "computer_use", "action", "name", '"', "{", "5", "ctrl", "secret", "PIN"],
)
@pytest.mark.parametrize(
    "arguments",
    [
        {"action": "type", "text": "${secret.PIN}"},
        {"action": "left_click", "coordinate": [500, 500]},
        {"action": "key", "keys": ["ctrl", "5"]},
        {"action": "terminate", "status": "success"},
        {"action": "wait", "time": 5},
    ],
)
def test_a_secret_that_is_a_word_of_the_protocol_changes_no_call(
    secret: str, arguments: dict[str, object]
) -> None:
    said = calling(**arguments)
    reply = heard(said, PIN=secret)
    assert parse_tool_call(reply) == parse_tool_call(said)
    assert heard(reply, PIN=secret) == reply


def test_a_reply_that_asks_for_nothing_asks_for_nothing_without_the_secret() -> None:
    said = calling(action="type", text="ada").replace("<tool_call>", "<tool_call>, ")
    with pytest.raises(MalformedCall):
        parse_tool_call(said)
    with pytest.raises(MalformedCall):
        parse_tool_call(heard(said, PIN=","))


def test_a_fault_holds_none_and_keeps_what_it_used() -> None:
    fault = ModelFault("no Tr0ub4dor-Kx here")
    with pytest.raises(ModelFault, match=r"no \$\{secret.PIN\} here") as told:
        without_secrets(saying(fault), SECRETS)(PROMPT)
    assert told.value.usage is fault.usage
    assert told.value.__suppress_context__


def test_without_secrets_nothing_is_changed() -> None:
    ask = saying(Completion("Type it"))
    assert without_secrets(ask, {}) is ask
