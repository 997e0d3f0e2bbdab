"""Application of the view: its page, what it shows, and what the person tells it. Starlette."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from agent.view.access import HEADERS
from agent.view.control import Command
from tools.action import Click, Drag, Key, Move, Scroll, Type
from tools.picture import png

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from agent.view.access import Access
    from agent.view.control import Control
    from agent.view.live import LivePicture
    from agent.view.state import ViewState

    Answer = Callable[[Request], Awaitable[Response]]

_POLL_SECONDS = 20.0
"""That a page waits for news, at most."""
_LONGEST = 20_000
"""Bytes of what a page tells."""
_FILES = {
    "/": ("view.html", "text/html"),
    "/view.js": ("view.js", "text/javascript"),
    "/view.css": ("view.css", "text/css"),
}
"""By path: the file in `page/`, and its type."""
_ACT: TypeAdapter[Key | Type | Move | Click | Drag | Scroll] = TypeAdapter(
    Annotated[Key | Type | Move | Click | Drag | Scroll, Field(discriminator="kind")]
)


class Told(BaseModel):
    """A command, or the answer to a question."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    what: Command | Literal["approve", "refuse"]
    question: int = 0


class ViewApp:
    """The view as an application.

    Args:
        state: what is shown.
        control: takes what the person wants.
        live: the screen between the looks.
        access: who may speak to it.
    """

    def __init__(self, state: ViewState, control: Control, live: LivePicture, access: Access) -> None:
        self._state, self._control, self._live, self._access = state, control, live, access
        routes = [Route(path, self._guarded(self._file, needs_token=False)) for path in _FILES]
        routes += [
            Route("/api/state", self._guarded(self._tell)),
            Route("/api/frame", self._guarded(self._frame)),
            Route("/api/live", self._guarded(self._live_picture)),
            Route("/api/do", self._guarded(self._do), methods=["POST"]),
            Route("/api/act", self._guarded(self._act), methods=["POST"]),
        ]
        self.asgi = Starlette(routes=routes)

    def _guarded(self, answer: Answer, *, needs_token: bool = True) -> Answer:
        async def guarded(request: Request) -> Response:
            response = self._access.objection(request, needs_token=needs_token) or await answer(request)
            response.headers.update(HEADERS)
            return response

        return guarded

    async def _file(self, request: Request) -> Response:
        name, kind = _FILES[request.url.path]
        return Response((files(__package__) / "page" / name).read_bytes(), media_type=kind)

    async def _tell(self, request: Request) -> Response:
        """The state, as soon as it is another one than the page has."""
        since = request.query_params.get("since", "")
        if since.isascii() and since.isdigit() and len(since) < 16:  # noqa: PLR2004  (no number is longer)
            await run_in_threadpool(self._state.await_change, int(since), _POLL_SECONDS)
        control = self._control
        said = {
            "paused": control.is_paused,
            "waiting": control.is_waiting,
            "person": control.has_hands,
            "stopped": control.is_stopped,
            "live": self._live.is_open,
        }
        return JSONResponse(self._state.told() | said)

    async def _frame(self, request: Request) -> Response:
        """The frame that the run has looked at last."""
        del request
        frame = self._state.frame
        if frame is None:
            return PlainTextResponse("there is none yet", 404)
        return Response(await run_in_threadpool(png, frame), media_type="image/png")

    async def _live_picture(self, request: Request) -> Response:
        """The screen as it is now."""
        del request
        picture = await run_in_threadpool(self._live.png)
        if picture is None:
            return PlainTextResponse("it is not shown", 404)
        return Response(picture, media_type="image/png")

    async def _do(self, request: Request) -> Response:
        """A command or an answer."""
        try:
            told = Told.model_validate_json(await _body(request))
        except (ValidationError, ValueError) as error:
            return _bad(error)
        if told.what == "approve" or told.what == "refuse":  # noqa: PLR1714  (mypy needs it so)
            self._control.answer(told.question, yes=told.what == "approve")
        else:
            self._control.do(told.what)
        return JSONResponse({"ok": True})

    async def _act(self, request: Request) -> Response:
        """An act of the person's hands."""
        try:
            action = _ACT.validate_json(await _body(request))
        except (ValidationError, ValueError) as error:
            return _bad(error)
        if not self._control.act(action):
            return PlainTextResponse("take over first", 409)
        return JSONResponse({"ok": True})


async def _body(request: Request) -> bytes:
    """What is told. Raises ValueError if it is no JSON, or too long."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise ValueError("tell it as application/json")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST:
            raise ValueError(f"longer than {_LONGEST} bytes")
    json.loads(body)
    return body


def _bad(error: ValueError) -> Response:
    return PlainTextResponse(str(error)[:500], 400)
