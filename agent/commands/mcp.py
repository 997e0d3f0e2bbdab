"""`agent mcp [REC...]`: desktops, and recordings as tools, for other agents."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import BadInput
from agent.extras import check_extra
from agent.printing.streams import tell

if TYPE_CHECKING:
    from agent.commands.options.mcp import McpCommand

TOKEN = "DESKHAND_MCP_TOKEN"  # noqa: S105  (its name)
"""Environment variable with the token; without it a new one is made, and told."""
_SHORTEST = 16
"""Characters of a token."""


def main(options: McpCommand) -> int:
    """Serve until the client, or a signal, ends it."""
    check_extra("mcp", extra="mcp", needs="agent mcp")
    import anyio  # noqa: PLC0415  (loaded on use)

    from agent.mcp.server import ServerOptions, build_server  # noqa: PLC0415  (an extra)

    chosen = ServerOptions(options.folder, options.display, options.approve, options.recordings)
    if options.http is None:
        anyio.run(build_server(chosen).run_stdio_async)
        return exit_status.PASSED
    from agent.mcp.http import HOST, listening, protected, serve  # noqa: PLC0415  (an extra)

    token, is_new = _token()
    with listening(options.http) as socket:
        port = socket.getsockname()[1]
        server = build_server(chosen, **protected(port, token))
        how = f"Authorization: Bearer {token}" if is_new else f"the token of {TOKEN}"
        tell(f"http://{HOST}:{port}/mcp ({how})\n")
        anyio.run(serve, server, socket)
    return exit_status.PASSED


def _token() -> tuple[str, bool]:
    """The token, and whether it was made just now.

    Raises:
        BadInput: the one that is given is too short.
    """
    given = os.environ.get(TOKEN)
    if given is None:
        return secrets.token_urlsafe(24), True
    if len(given) < _SHORTEST:
        raise BadInput(f"{TOKEN}: has {len(given)} characters; a token has {_SHORTEST} at least")
    return given, False
