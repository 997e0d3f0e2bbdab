"""The options of `agent doctor`."""

from __future__ import annotations

import pytest

from agent.commands.options.doctor import DoctorCommand
from tests.agent.commands.given import options_of


def test_json_is_all_it_takes() -> None:
    assert options_of("doctor") == DoctorCommand(json=False)
    assert options_of("doctor --json") == DoctorCommand(json=True)
    with pytest.raises(SystemExit):
        options_of("doctor something")
