"""Replies without the task's secrets: a model may say one that it was never told, and so may an error."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import ModelFault
from agent.redact.texts import hide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.loop import Ask
    from agent.model import Completion, Prompt


def without_secrets(ask: Ask, secrets: Mapping[str, str]) -> Ask:
    """As `ask`, with `${secret.NAME}` for each secret in all that is replied, and in what a fault says."""

    def asked(prompt: Prompt) -> Completion:
        try:
            completion = ask(prompt)
        except ModelFault as fault:
            raise ModelFault(hide(str(fault), secrets), fault.usage) from None
        replies = tuple(
            one.model_copy(update={"text": hide(one.text, secrets), "note": hide(one.note, secrets)})
            for one in completion.replies
        )
        return replace(completion, text=hide(completion.text, secrets), replies=replies)

    return asked if secrets else ask
