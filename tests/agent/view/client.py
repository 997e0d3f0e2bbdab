"""A plain HTTP client of the view, as a browser's page is one."""

from __future__ import annotations

import http.client
import json
from typing import Any


class Client:
    """Speaks to the view at an address that `agent run --view` says."""

    def __init__(self, address: str) -> None:
        where, self.token = address.removeprefix("http://").split("/#")
        self.host, port = where.split(":")
        self.port = int(port)

    def ask(
        self, path: str, body: Any = None, *, method: str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """A request with the token; `headers` are sent as well, `_` for `-`."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        given = {"Authorization": f"Bearer {self.token}"}
        sent = None
        if body is not None:
            given["Content-Type"] = "application/json"
            sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method or ("POST" if sent is not None else "GET"), path, sent, given)
        answer = connection.getresponse()
        read = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return read

    def status(self, path: str, body: Any = None, **more: Any) -> int:
        """Its status alone."""
        return self.ask(path, body, **more)[0]

    def state(self, since: int | None = None) -> dict[str, Any]:
        """What is shown, once it is another version."""
        query = "" if since is None else f"?since={since}"
        told: dict[str, Any] = json.loads(self.ask(f"/api/state{query}")[2])
        return told

    def follow(self, until: str) -> dict[str, Any]:
        """The first state in which something is set."""
        told = self.state()
        while not told[until]:
            assert not told["over"], told
            told = self.state(told["version"])
        return told

    def do(self, what: str, **more: Any) -> int:
        """Tell a command."""
        return self.status("/api/do", {"what": what, **more})
