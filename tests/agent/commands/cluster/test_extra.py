"""Without Ray, `--ray` tells how to install it."""

from __future__ import annotations

import sys

import pytest

from agent.commands.cluster.extra import need_ray
from agent.errors import BadInput


def test_it_is_there() -> None:
    need_ray()


def test_where_it_is_missing_one_line_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.commands.cluster.extra.find_spec", lambda _name: None)
    with pytest.raises(BadInput) as refused:
        need_ray()
    assert str(refused.value) == f"--ray needs ray: {sys.executable} -m pip install 'deskhand[cluster]'"
