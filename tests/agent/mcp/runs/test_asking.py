from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mcp.server.elicitation import AcceptedElicitation, CancelledElicitation, DeclinedElicitation
from mcp_types import ClientCapabilities

from agent.mcp.acting import Approval, can_ask
from agent.mcp.runs.asking import decided
from agent.mcp.runs.calling import called
from agent.mcp.runs.offered import WAIT

if TYPE_CHECKING:
    from mcp.server.elicitation import ElicitationResult


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (AcceptedElicitation(data=Approval(approve=True)), True),
        (AcceptedElicitation(data=Approval(approve=False)), False),
        (DeclinedElicitation(), False),
        (CancelledElicitation(), None),
        (AcceptedElicitation.model_construct(data=None), None),
    ],
)
def test_only_an_answer_that_says_so_is_a_yes(
    answer: ElicitationResult[Approval], *, allowed: bool | None
) -> None:
    assert decided(answer) is allowed


@pytest.mark.parametrize(
    ("capabilities", "can"),
    [
        (None, False),
        ({}, False),
        ({"elicitation": {}}, True),
        ({"elicitation": {"form": {}}}, True),
        ({"elicitation": {"url": {}}}, False),
    ],
)
def test_a_client_that_shows_no_forms_cannot_be_asked(capabilities: Any, *, can: bool) -> None:
    declared = None if capabilities is None else ClientCapabilities.model_validate(capabilities)
    context: Any = SimpleNamespace(client_capabilities=declared)
    assert can_ask(context) is can


def test_a_call_answers_before_widespread_clients_give_up() -> None:
    assert WAIT < 60
    assert called.__doc__
