"""Which models run unasked."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.runs.unasked import check_model


@pytest.mark.parametrize("name", ["reader", "scripted:replies.jsonl"])
def test_the_embedded_ones_do(name: str) -> None:
    check_model(name, None, "--agent-model")


@pytest.mark.parametrize(
    "name", ["http://localhost:8000/v1", "server", "qwen3-vl-8b-instruct", "./checkpoint"]
)
def test_no_other_one_does_whatever_the_task_says(name: str) -> None:
    with pytest.raises(BadInput, match="unasked"):
        check_model(name, None, "--agent-model")
    check_model(name, name, "--agent-model")


def test_a_password_in_its_address_is_not_told() -> None:
    with pytest.raises(BadInput) as raised:
        check_model("https://me:secret@host/v1", None, "--agent-model")
    assert "secret" not in str(raised.value)
