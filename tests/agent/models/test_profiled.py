"""How torch is loaded for a model in this process."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent.models.profiled import _waiting_asleep

if TYPE_CHECKING:
    import pytest


def test_openmps_variable_is_there_while_torch_is_loaded_and_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    with _waiting_asleep():
        assert os.environ["OMP_WAIT_POLICY"] == "PASSIVE"
    assert "OMP_WAIT_POLICY" not in os.environ, "programs that are started later would get to see it"


def test_the_users_own_choice_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    with _waiting_asleep():
        assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"
    assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"
