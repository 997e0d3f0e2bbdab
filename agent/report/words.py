"""Words for an action: what was done, and where. Pure."""

from __future__ import annotations

from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait, point_of

_COUNTED = {1: "click", 2: "double-click", 3: "triple-click"}


def done_in_words(action: Action) -> str:
    """An action in words, places in frame pixels: `right click at 691, 205`."""
    at = point_of(action)
    return f"{_words(action)} at {at.x}, {at.y}" if at else _words(action)


def _words(action: Action) -> str:
    match action:
        case Click():
            button = "" if action.button == "left" else f"{action.button} "
            return f"{button}{_COUNTED[action.count]}"
        case Move():
            return "move the pointer"
        case Drag():
            return "drag"
        case Type() | Key():
            return _keyed(action)
        case Scroll():
            return f"scroll {_direction(action)}"
        case Wait():
            return f"wait up to {action.seconds:g} s"


def _keyed(action: Type | Key) -> str:
    if isinstance(action, Type):
        return f'type "{action.text}"'
    times = f", {action.times} times" if action.times > 1 else ""
    return f"press {'+'.join(action.keys)}{times}"


def _direction(action: Scroll) -> str:
    words = (
        [f"{'up' if action.vertical > 0 else 'down'} by {abs(action.vertical)}"] if action.vertical else []
    )
    if action.horizontal:
        words.append(f"{'right' if action.horizontal > 0 else 'left'} by {abs(action.horizontal)}")
    return " and ".join(words) or "by nothing"
