"""Last words that need nothing loaded."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from agent.printing.at_once import say

if TYPE_CHECKING:
    import pytest


def test_it_says_what_the_command_line_says(capfd: pytest.CaptureFixture[str]) -> None:
    say(130, "stopped by Ctrl-C", as_json=True)
    said = capfd.readouterr()
    assert (json.loads(said.out), said.err) == (
        {"exit": 130, "error": "stopped by Ctrl-C"},
        "agent: stopped by Ctrl-C\n",
    )
    say(130, "stopped by SIGTERM", as_json=False)
    assert capfd.readouterr().out == ""


def test_where_nobody_listens_it_is_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    with capfd.disabled():
        kept = os.dup(2)
        os.close(2)
        try:
            say(130, "stopped by Ctrl-C", as_json=False)
        finally:
            os.dup2(kept, 2)
            os.close(kept)
