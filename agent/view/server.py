"""Server of the view: on this machine alone, at a free port, in a thread of its own. Uvicorn."""

from __future__ import annotations

import secrets
import socket
import threading
from typing import TYPE_CHECKING, Self

from agent import interrupts
from agent.view.access import Access
from agent.view.app import ViewApp
from agent.view.attendant import ViewAttendant
from agent.view.control import Control
from agent.view.live import LivePicture
from agent.view.state import ViewState

if TYPE_CHECKING:
    import uvicorn

_CLOSING_SECONDS = 3
"""That a page may take to be told the end."""


class View:
    """The view while it is open; a context manager.

    Args:
        port: where it listens; 0: at any free port.
    """

    def __init__(self, port: int = 0) -> None:
        self._state = ViewState()
        self._control = Control(self._state.touch, interrupts.end)
        self._live = LivePicture()
        self.attendant = ViewAttendant(self._state, self._control, self._live)
        """The person in it."""
        self._port, self.address = port, ""
        """Where it is opened; the token stands in it."""

    def __enter__(self) -> Self:
        """Open it. Raises OSError: the port is taken."""
        import uvicorn  # noqa: PLC0415  (heavy: loaded on use)

        listening = socket.create_server(("127.0.0.1", self._port))
        port, token = listening.getsockname()[1], secrets.token_urlsafe(24)
        app = ViewApp(self._state, self._control, self._live, Access(port, token))
        config = uvicorn.Config(
            app.asgi,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_CLOSING_SECONDS,
        )
        self._server: uvicorn.Server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listening],), daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{port}/#{token}"
        return self

    def __exit__(self, *_: object) -> None:
        self._live.hide()
        self._state.update(is_over=True)
        self._server.should_exit = True
        self._thread.join(_CLOSING_SECONDS + 1)
