"""Replies without the task's secrets: a model may say one that it was never told, and so may an error."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import MalformedCall, ModelFault
from agent.protocol.toolcall import AnswerCall, TypeCall, action_line, parse_tool_call, thought_line
from agent.protocol.write import write_reply
from agent.redact.texts import hide, referred

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.judged import Judged
    from agent.loop import Ask
    from agent.model import Completion, Prompt
    from agent.protocol.toolcall import ToolCall


def without_secrets(ask: Ask, secrets: Mapping[str, str]) -> Ask:
    """As `ask`, with `${secret.NAME}` for each secret in all that is replied, and in what a fault says.

    A reply asks for the same as before. A text to be typed that is a secret but for how it is written
    becomes one that is refused.
    """

    def asked(prompt: Prompt) -> Completion:
        try:
            completion = ask(prompt)
        except ModelFault as fault:
            raise ModelFault(hide(str(fault), secrets), fault.usage) from None
        replies = tuple(
            one.model_copy(update={"text": hide(one.text, secrets), "note": hide(one.note, secrets)})
            for one in completion.replies
        )
        judged = tuple(_without_in(one, secrets) for one in completion.judged)
        return replace(completion, text=_without(completion.text, secrets), replies=replies, judged=judged)

    return asked if secrets else ask


def _without_in(judged: Judged, secrets: Mapping[str, str]) -> Judged:
    told = {name: hide(getattr(judged, name), secrets) for name in ("what", "expected", "actual", "value")}
    return judged.model_copy(update=told)


def _without(reply: str, secrets: Mapping[str, str]) -> str:
    hidden = hide(reply, secrets)
    if hidden == reply:
        return reply
    call = _call(reply)
    if call is None:
        return hidden if _call(hidden) is None else ""
    if isinstance(call, TypeCall | AnswerCall):
        call = call.model_copy(update={"text": referred(call.text, secrets)})
    if call == _call(hidden):
        return hidden
    # a secret that is a word or a number of the protocol, say: those of the call tell nothing
    return write_reply(hide(thought_line(reply), secrets), hide(action_line(reply), secrets), call)


def _call(reply: str) -> ToolCall | None:
    try:
        return parse_tool_call(reply)
    except MalformedCall:
        return None
