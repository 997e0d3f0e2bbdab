"""Access: who may speak to the view. This machine, with the token of its address, and no other site's page.

A page of another site that the person has open must not reach it: such a page's requests carry its own
origin, or a foreign host where its name was pointed at this machine (DNS rebinding), and never the token,
which stands in the address behind a `#` and so is sent to nobody.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every response."""
_OWN_SITE = {"", "same-origin", "none"}


class Access:
    """What a request must have.

    Args:
        port: where the view listens.
        token: the secret of its address.
    """

    def __init__(self, port: int, token: str) -> None:
        self._hosts = {f"{host}:{port}" for host in ("127.0.0.1", "localhost")}
        self._token = token

    def objection(self, request: Request, *, needs_token: bool) -> Response | None:
        """The refusal of a request; None where it may pass."""
        if request.headers.get("host", "") not in self._hosts:
            return PlainTextResponse("this is another host's name", 421)
        origin = request.headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return PlainTextResponse("another site's page may not ask this", 403)
        if request.headers.get("sec-fetch-site", "") not in _OWN_SITE:
            return PlainTextResponse("another site's page may not ask this", 403)
        given = request.headers.get("authorization", "")
        if needs_token and not hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
            return PlainTextResponse("the token of the address is missing", 401)
        return None
