"""Runs that a person watches in a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.commands.view import watched
from agent.runs.approval import APPROVALS
from agent.runs.options import RunOptions
from tests.agent.view.client import Client

if TYPE_CHECKING:
    import pytest


def test_the_address_is_said_and_whoever_would_be_asked_is_asked_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, every in (("auto", False), ("ask", True)):
        with watched(RunOptions(approve=APPROVALS[name])) as options:
            assert options.attendant is not None
            assert (options.approve.every, options.approve.answer) == (every, options.attendant.answer)  # type: ignore[attr-defined]
            said = re.fullmatch(r"live view: (\S+)\n", capsys.readouterr().err)
            assert said is not None
            assert Client(said[1]).state()["task"] == ""


def test_deny_asks_nobody_there_either() -> None:
    with watched(RunOptions(approve=APPROVALS["deny"])) as options:
        assert options.approve is APPROVALS["deny"]
