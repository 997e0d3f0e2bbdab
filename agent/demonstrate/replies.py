"""A person's act in the words of a model: a thought, what is done where, one tool call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.spoken import spoken
from agent.protocol.grounding import PIXELS_PER_NOTCH
from agent.protocol.write import Call, point_at, press, turn_wheel, type_text
from tools.action import Click, Drag, Key, Move, Scroll, Type
from tools.locate.describe import named_at

if TYPE_CHECKING:
    from agent.protocol.write import PointerAction
    from tools.action import Action
    from tools.geometry import Point
    from tools.see.scene import Scene

_COUNTED: dict[int, PointerAction] = {1: "left_click", 2: "double_click", 3: "triple_click"}
_OTHERS: dict[str, PointerAction] = {"right": "right_click", "middle": "middle_click"}
_PERSON = "A person showed this"


def reply_to(action: Action, scene: Scene | None) -> Call:  # noqa: PLR0911  (a table: one line an action)
    """The call that does what a person did.

    Args:
        action: What they did.
        scene: What they saw, for the name of what they pointed at; None where they pointed at nothing.

    Raises:
        TypeError: nobody does that by hand (a `Wait`).
    """
    match action:
        case Click(point=point, button=button, count=count):
            return _point(_OTHERS.get(button) or _COUNTED[count], point, scene)
        case Move(point=point):
            return _point("mouse_move", point, scene)
        case Drag(point=point):
            return _point("left_click_drag", point, scene)
        case Scroll(point=point, vertical=0, horizontal=notches):
            way = "right" if notches > 0 else "left"
            return Call(f"{_PERSON}.", f"Scroll {way}.", "hscroll", point, pixels=notches * PIXELS_PER_NOTCH)
        case Scroll(point=point, vertical=notches):
            return turn_wheel(notches, point, f"{_PERSON}.")
        case Key(keys=keys):
            return press(keys, f"{_PERSON}.")
        case Type(text=text):
            return type_text(text, f"{_PERSON}.")
    raise TypeError(f"no person does this by hand: {action}")


def _point(action: PointerAction, point: Point, scene: Scene | None) -> Call:
    name = None if scene is None else named_at(scene, point)
    if name is None:
        return point_at(point, f"({point.x}, {point.y})", f"{_PERSON}; what is there has no name.", action)
    kind = "the field " if name.role == "field" else ""
    what = f"{kind}{spoken(name)}"
    return point_at(point, what, f"{_PERSON}: {what} is at ({point.x}, {point.y}).", action)
