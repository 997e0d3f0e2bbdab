"""Actions in AgentNet's words: coordinates and boxes are shares of the frame, 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from agent.protocol.toolcall import TerminateCall
from tools.action import Click, Drag, Key, Move, Scroll, Type
from tools.locate.element import place_at

if TYPE_CHECKING:
    from agent.episode import Step
    from tools.geometry import Box, Point, Size
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_CLICKS: dict[tuple[str, Literal[1, 2, 3]], str] = {
    ("left", 1): "click",
    ("left", 2): "doubleClick",
    ("left", 3): "tripleClick",
    ("right", 1): "rightClick",
}
_DECIMALS = 6
Told = dict[str, Any]
"""One of `ground_truth_actions`."""


def actions_of(step: Step, parser: ScreenParser) -> list[Told]:  # noqa: PLR0911  (one return a kind of action)
    """What a step did, if it was carried out and the form has words for it.

    Args:
        step: in frame pixels.
        parser: reads the frame, to find the element that was pointed at.
    """
    if step.outcome == "ended" and isinstance(step.call, TerminateCall):
        return [_told("terminate", status=step.call.status)]
    if step.outcome != "done":
        return []
    frame = step.observation.frame
    match step.action:
        case Click(button=button, count=count, point=point) if (button, count) in _CLICKS:
            return [_pointed(_CLICKS[button, count], point, frame, parser)]
        case Move(point=point):
            return [_pointed("moveTo", point, frame, parser)]
        case Drag(point=point):
            return [_pointed("dragTo", point, frame, parser)]
        case Type(text=text):
            return [_told("write", content=text)]
        case Key(keys=keys, times=times):
            return [_told("press" if len(keys) == 1 else "hotkey", keys=list(keys))] * times
        case Scroll(vertical=notches, horizontal=0, point=point):
            place = {} if point is None else {"position": _position(point, frame.size)}
            return [_told("scroll", **place, amount=notches)]
    return []


def _told(kind: str, **params: Any) -> Told:
    return {"type": kind, "params": params, "metadata": {"bboxes": []}}


def _pointed(kind: str, point: Point, frame: Frame, parser: ScreenParser) -> Told:
    boxes = [{"rel_bbox": _shares(box, frame.size)} for box in boxes_at(point, frame, parser)]
    return {
        "type": kind,
        "params": {"position": _position(point, frame.size)},
        "metadata": {"bboxes": boxes},
    }


def boxes_at(point: Point, frame: Frame, parser: ScreenParser) -> list[Box]:
    """The element that a point lies in, and its caption if the point lies on that; none if none is seen."""
    element = place_at(parser.read(frame), point)
    if element.kind == "picture":
        return []
    caption = element.caption_at(point)
    return [element.box] if caption is None else [element.box, caption.box]


def _position(point: Point, size: Size) -> dict[str, float]:
    """The middle of a pixel."""
    x, y = ((part + 0.5) / extent for part, extent in zip(point, size, strict=True))
    return {"x": round(x, _DECIMALS), "y": round(y, _DECIMALS)}


def _shares(box: Box, size: Size) -> list[float]:
    left, width = box.left / size.width, box.width / size.width
    top, height = box.top / size.height, box.height / size.height
    return [round(part, _DECIMALS) for part in (left, top, width, height)]
