"""`agent mcp [REC...]`: its options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb
from agent.runs.approval import APPROVALS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


@dataclass(frozen=True, slots=True)
class McpCommand:
    """What `agent mcp` is told."""

    recordings: tuple[Path, ...]
    http: int | None
    """The port; 0: a free one; None: standard input and output."""
    display: str
    approve: str
    folder: Path


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("recordings", nargs="*", metavar="REC", help="a recording to offer as a tool")
    parser.add_argument(
        "--http",
        nargs="?",
        const=0,
        type=int,
        metavar="PORT",
        help="serve over HTTP on this machine, at a free port unless one is named; without it over "
        "standard input and output",
    )
    parser.add_argument(
        "--display",
        default="virtual",
        metavar="virtual|host|:N",
        help="where desktops are opened; virtual (the default): each on a display of its own",
    )
    parser.add_argument(
        "--approve",
        choices=APPROVALS,
        default="auto",
        help="auto: the client's person is asked what a rule of the task asks about; ask: about every act; "
        "deny: no act is done",
    )
    parser.add_argument(
        "--out", default="runs", metavar="DIR", help="gets a folder for each desktop and run (default: runs)"
    )


def _read(given: Namespace) -> McpCommand:
    return McpCommand(
        tuple(map(Path, given.recordings)), given.http, given.display, given.approve, Path(given.out)
    )


MCP = Verb(
    "mcp",
    "serve the desktop tools, and recordings as tools, over MCP",
    "agent.commands.mcp",
    _add_options,
    _read,
    "Serves desktops to other agents over the Model Context Protocol; needs the extra deskhand[mcp].",
)
