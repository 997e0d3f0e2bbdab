"""The commands of the view's application."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from agent.view.app import Told


def test_a_command_or_an_answer() -> None:
    assert Told.model_validate_json('{"what": "approve", "question": 3}') == Told(what="approve", question=3)
    for wrong in ('{"what": "sudo"}', '{"question": 1}', '{"what": "stop", "x": 1}'):
        with pytest.raises(ValidationError):
            Told.model_validate_json(wrong)
