"""`Page`: what a window of Chromium shows: loaded, and asked for what an expression comes to."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Literal

from tools.chromium.pipe import PATIENCE, DevToolsFault

if TYPE_CHECKING:
    from tools.chromium.pipe import Pipe

Life = Literal["load", "networkIdle"]
"""How far a page has come, as its lifecycle events name it."""


class Page:
    """The page of a browser's only window.

    Args:
        pipe: to the browser.
    """

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._session = _attached(pipe)
        self.call("Page.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def call(self, method: str, seconds: float = PATIENCE, **parameters: Any) -> dict[str, Any]:
        """The answer to a command for this page. Raises DevToolsFault, as `Pipe.call`."""
        return self._pipe.call(method, self._session, seconds, **parameters)

    def load(self, address: str, seconds: float = PATIENCE, *, until: Life = "load") -> None:
        """Load a page, whole when this returns.

        Args:
            address: of the page.
            seconds: that it may take.
            until: `networkIdle` also waits for what the page itself loads: half a second without traffic.

        Raises:
            DevToolsFault: it can't be loaded, or not in time.
        """
        deadline = time.monotonic() + seconds
        events: list[dict[str, Any]] = []
        answer = self._pipe.call("Page.navigate", self._session, seconds, events.append, url=address)
        if "errorText" in answer:
            raise DevToolsFault(f"Chromium: {address}: {answer['errorText']}")
        while not any(_is_loaded(event, answer["loaderId"], until) for event in events):
            events = [self._pipe.receive(deadline)]

    def event(self, seconds: float) -> dict[str, Any]:
        """The next thing that the browser tells unasked, within so many seconds. Raises DevToolsFault."""
        deadline = time.monotonic() + seconds
        while "method" not in (told := self._pipe.receive(deadline)):
            pass
        return told

    def evaluate(self, code: str, seconds: float = PATIENCE, *, by_person: bool = False) -> Any:
        """What an expression comes to as a plain value, awaited if it is a promise.

        Args:
            code: the expression.
            seconds: that it may take.
            by_person: whether the page may take it for the deed of a person at it.

        Raises:
            DevToolsFault: it throws, or does not come to anything in time.
        """
        answer = self.call(
            "Runtime.evaluate",
            seconds,
            expression=code,
            awaitPromise=True,
            returnByValue=True,
            userGesture=by_person,
        )
        if "exceptionDetails" in answer:
            raise DevToolsFault(f"the page failed: {json.dumps(answer['exceptionDetails'])[:2000]}")
        return answer["result"].get("value")


def _is_loaded(event: dict[str, Any], loader: str, until: Life) -> bool:
    """Whether an event tells that a page has come so far: that one, not what was shown before."""
    told = event.get("params", {})
    return event.get("method") == "Page.lifecycleEvent" and (told["name"], told["loaderId"]) == (
        until,
        loader,
    )


def _attached(pipe: Pipe) -> str:
    """The session of the only page, once it is there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        targets = pipe.call("Target.getTargets")["targetInfos"]
        pages = [target for target in targets if target["type"] == "page"]
        if pages:
            break
        if time.monotonic() > deadline:
            raise DevToolsFault("Chromium opens no window")
    answer = pipe.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
    session: str = answer["sessionId"]
    return session
