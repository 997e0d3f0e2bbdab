"""Looks at a desktop that change nothing: its picture, and what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.mcp.results import Element, Found, Looked, ScreenRead, TextLine
from agent.mcp.seat.picture import area_in_picture, encoded, picture_size, to_picture
from agent.mcp.seat.requests import Answer
from agent.mcp.seat.turns import Unfit
from tools.observation import bounds, differing

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.mcp.seat.frames import Shown, ShownFrames
    from agent.mcp.seat.pointing import Find
    from agent.mcp.seat.requests import Look, Read
    from tools.see.parser import ScreenParser


def looked(request: Look, frames: ShownFrames, look: Callable[[], Shown]) -> Answer:
    """The screen, or what of it has changed since a frame that was shown."""
    before = frames.get(request.since) if request.since else None
    shown = look()
    frame, quiet = shown.observation.frame, shown.observation.settled.quiet
    told = Looked(frame=shown.name, size=picture_size(frame.size), quiet=quiet)
    if request.since is None:
        return Answer(told, encoded(frame))
    if before is None or before.observation.frame.size != frame.size:
        why = "is not known any more" if before is None else "was of another size"
        return Answer(told.model_copy(update={"note": f"the frame {request.since} {why}"}), encoded(frame))
    part = bounds(differing(before.observation.frame, frame))
    if part is None:
        return Answer(told.model_copy(update={"note": f"nothing has changed since {request.since}"}))
    note = "the picture is the part `changed`; points count from the whole picture's corner"
    update = {"changed": area_in_picture(part, frame.size), "note": note}
    return Answer(told.model_copy(update=update), encoded(frame, part))


def read(request: Read, shown: Shown, parser: ScreenParser, find: Find) -> Answer:
    """The texts and elements of a frame, in pixels of its picture, and where a target is."""
    size = shown.observation.frame.size
    scene = parser.read(shown.observation.frame)
    lines = [
        TextLine(text=line.text, box=area_in_picture(line.box, size), sure=round(line.score, 2))
        for line in scene.lines
    ]
    elements = [
        Element(kind=widget.kind, box=area_in_picture(widget.box, size), checked=widget.checked)
        for widget in scene.widgets
    ]
    found = None if request.find is None else _found(request.find, shown, find)
    told = ScreenRead(frame=shown.name, size=picture_size(size), lines=lines, elements=elements, found=found)
    return Answer(told)


def _found(target: str, shown: Shown, find: Find) -> Found:
    try:
        point = find(target, shown)
    except Unfit as why:
        return Found(target=target, why=str(why))
    return Found(target=target, at=to_picture(point, shown.observation.frame.size))
