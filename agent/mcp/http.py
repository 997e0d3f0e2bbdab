"""Server over HTTP: on this machine alone, for those who know its token, and for no other site's page."""

from __future__ import annotations

import hmac
import socket
from typing import TYPE_CHECKING, Any

import uvicorn
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import AnyHttpUrl

from agent.errors import BadInput

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

HOST = "127.0.0.1"
_CLOSING_SECONDS = 3


class OneToken:
    """Lets those pass who have the token.

    Args:
        token: the secret.
    """

    def __init__(self, token: str) -> None:
        self._token = token

    async def verify_token(self, token: str) -> AccessToken | None:
        """Whose token it is; None: nobody's. Compared in a time that tells nothing of it."""
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        return AccessToken(token="", client_id="holder of the token", scopes=[])


def listening(port: int) -> socket.socket:
    """A socket on this machine alone.

    Raises:
        BadInput: the port is taken.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise BadInput(f"--http {port}: can't listen there: {error.strerror}; choose another port") from None


def protected(port: int, token: str) -> dict[str, Any]:
    """What the SDK's server takes to let nobody in without the token."""
    address = AnyHttpUrl(f"http://{HOST}:{port}")
    settings = AuthSettings(issuer_url=address, resource_server_url=address, validate_token_resource=False)
    return {"auth": settings, "token_verifier": OneToken(token)}


async def serve(server: MCPServer[None], sockets: socket.socket) -> None:
    """Serve until the process is to end.

    Args:
        server: made with `protected`.
        sockets: from `listening`.
    """
    port = sockets.getsockname()[1]
    names = [f"{host}:{port}" for host in (HOST, "localhost")]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=names,
        allowed_origins=[f"http://{name}" for name in names],
    )
    app = server.streamable_http_app(host=HOST, transport_security=security)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_CLOSING_SECONDS,
    )
    await uvicorn.Server(config).serve([sockets])
