"""Reply for a person's action, as a model would write it: a thought, a sentence, one tool call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.protocol.write import do
from agent.task.spoken import spoken
from tools.action import Scroll, Wait, point_of
from tools.locate.describe import named_at

if TYPE_CHECKING:
    from agent.protocol.write import Reply
    from tools.action import Action
    from tools.see.scene import Scene

_PERSON = "A person showed this"


def reply_to(action: Action, scene: Scene | None) -> Reply:
    """The reply for a person's action.

    Args:
        action: the person's action.
        scene: what they saw, to name the element at the action's point; None without a point.

    Raises:
        TypeError: nobody does that by hand (a `Wait`).
    """
    if isinstance(action, Wait):
        raise TypeError(f"no person does this by hand: {action}")
    point = point_of(action)
    if point is None or isinstance(action, Scroll):
        return do(action, f"{_PERSON}.")
    name = None if scene is None else named_at(scene, point)
    if name is None:
        return do(action, f"{_PERSON}; what is there has no name.")
    what = f"{'the field ' if name.role == 'field' else ''}{spoken(name)}"
    return do(action, f"{_PERSON}: {what} is at ({point.x}, {point.y}).", what)
