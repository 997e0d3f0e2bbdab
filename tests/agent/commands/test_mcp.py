"""`agent mcp`: its options, and what keeps it from serving."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from agent.cli import main, parser
from agent.commands.mcp import TOKEN
from agent.commands.options.mcp import MCP, McpCommand

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def given(*words: str) -> McpCommand:
    read = parser().parse_args(["mcp", *words])
    command: McpCommand = MCP.read(read)
    return command


def test_it_serves_over_standard_input_and_output_unless_a_port_is_asked_for() -> None:
    assert given().http is None
    assert given("--http").http == 0
    assert given("--http", "8080").http == 8080
    assert given("--approve", "ask").approve == "ask"
    assert given("one", "two").recordings[1].name == "two"


def test_a_short_token_and_a_port_that_is_taken_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(TOKEN, "short")
    assert main(["mcp", "--http"]) == 2
    assert "has 5 characters; a token has 16 at least" in capsys.readouterr().err
    monkeypatch.setenv(TOKEN, "long enough for a token")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["mcp", "--http", str(port)]) == 2
    assert f"--http {port}: can't listen there" in capsys.readouterr().err
