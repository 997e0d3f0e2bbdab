"""Focus: which field has the keyboard, as far as the run's own acts tell. A watcher of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.episode import Watcher
from tools.action import Click, Key, Move, Scroll, Type, Wait
from tools.keys import canonical
from tools.locate.element import element_at

if TYPE_CHECKING:
    from agent.episode import Step
    from tools.action import Action
    from tools.geometry import Point
    from tools.see.scene import Scene

_STAYING = {"ctrl", "shift", "backspace", "delete", "home", "end", "left", "right", *"acvxz"}
"""Keys that edit a field: the keyboard stays where it is."""
_LEAVING = ("\t", "\n")


class Focus(Watcher):
    """Where the run has clicked last, as long as nothing that it did since has moved the keyboard."""

    def __init__(self) -> None:
        self._clicked: Point | None = None

    def stepped(self, step: Step) -> None:
        """Follow what was done."""
        if step.action is not None and (step.outcome == "done" or step.partly):
            self._clicked = self._after(step.action)

    def point(self, scene: Scene) -> Point | None:
        """In the field that has the keyboard; None where it is not known to be in one.

        A program may move the keyboard by itself, which nobody can see.
        """
        clicked = self._clicked
        if clicked is None or not scene.frame.size.contains(clicked):
            return None
        return None if element_at(scene, clicked).field is None else clicked

    def _after(self, action: Action) -> Point | None:
        match action:
            case Click(button="left", point=point):
                return point
            case Move() | Scroll() | Wait():
                return self._clicked
            case Type(text=text) if not any(sign in text for sign in _LEAVING):
                return self._clicked
            case Key(keys=keys) if _stays(keys):
                return self._clicked
        return None


def _stays(keys: tuple[str, ...]) -> bool:
    try:
        pressed = {canonical(key) for key in keys}
    except ValueError:
        return False
    return pressed <= _STAYING and (pressed.isdisjoint("acvxz") or "ctrl" in pressed or len(pressed) == 1)
