"""What a model says is heard without the task's secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import ModelFault
from agent.model import Completion, Prompt, RawReply
from agent.runs.replies import without_secrets

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


def test_a_fault_holds_none_and_keeps_what_it_used() -> None:
    fault = ModelFault("no Tr0ub4dor-Kx here")
    with pytest.raises(ModelFault, match=r"no \$\{secret.PIN\} here") as told:
        without_secrets(saying(fault), SECRETS)(PROMPT)
    assert told.value.usage is fault.usage
    assert told.value.__suppress_context__


def test_without_secrets_nothing_is_changed() -> None:
    ask = saying(Completion("Type it"))
    assert without_secrets(ask, {}) is ask
