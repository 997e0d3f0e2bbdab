"""What a call of Inspect's tool leads to, and what the model is shown of it."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING

from inspect_ai.model import ContentImage, ContentText

from agent.bench.inspect.calls import CallError, Look, does
from tools.action import Wait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_ai.tool import ToolResult

    from agent.bench.inspect.calls import Call
    from agent.bench.inspect.messages import Seen
    from agent.bench.inspect.session import Session
    from tools.geometry import Box

_LOOK_SECONDS = 1.0
"""That a further screenshot of the same screen waits for it to change."""


def carried_out(session: Session, calls: Sequence[Call]) -> ToolResult:
    """Carry out calls in order; the texts and pictures that answer the last one. Blocks.

    Raises:
        CallError: a call is wrong: those before it were carried out, or the run is over.
    """
    shown: ToolResult = ""
    for call in calls:
        shown = _answer(session, call)
        if not _went_on(session):
            break
    if not calls:
        raise CallError("either `action` or `actions` is needed")
    return shown


def _answer(session: Session, call: Call) -> ToolResult:
    seen = _current(session)
    wanted = does(call, seen)
    if isinstance(wanted, Look):
        return _look(session, wanted, seen)
    session.act(wanted)
    return _screen(session)


def _look(session: Session, look: Look, seen: Seen) -> ToolResult:
    if look.what == "cursor_position":
        where = "unknown" if seen.pointer is None else f"X={seen.pointer.x},Y={seen.pointer.y}"
        return [ContentText(text=where)]
    if look.region is not None:
        return [_image(_part(seen.png, look.region))]
    if session.shown:
        session.act([Wait(seconds=_LOOK_SECONDS)])
    return _screen(session)


def _screen(session: Session) -> ToolResult:
    """The screen as it was seen last, and why something was not done."""
    seen = _current(session)
    session.shown = True
    return [*([ContentText(text=seen.said)] if seen.said else []), _image(seen.png)]


def _current(session: Session) -> Seen:
    if session.over is not None:
        raise CallError(f"the run is over: {session.over.message}")
    if session.seen is None:
        raise CallError("the run has not begun")
    return session.seen


def _went_on(session: Session) -> bool:
    return session.seen is not None and session.seen.feedback in {"none", "done"}


def _image(png: bytes) -> ContentImage:
    return ContentImage(image=f"data:image/png;base64,{base64.b64encode(png).decode()}")


def _part(png: bytes, region: Box) -> bytes:
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    file = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.crop((region.left, region.top, region.right, region.bottom)).save(file, "PNG")
    return file.getvalue()
