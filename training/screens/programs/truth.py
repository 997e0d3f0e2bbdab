"""Truth of one element as a program tells it, and the loop that every program runs. Needs no package."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Told = dict[str, Any]
_SECRETS = ("Password", "Kennwort", "Mot de passe", "Contraseña", "Lösenord")
_ENOUGH = 0.6
"""Of an element, that must be seen for it to count."""
_ICON_SIZES = (16, 20, 24, 32, 48)


def element(kind: str, box: Any, asked: Any = None, **more: Any) -> Told:
    """An element, with what was asked for of it; boxes are left, top, width, height in screen pixels."""
    asked = asked or {}
    told = {
        "kind": kind, "box": [round(side) for side in box], "state": None,
        "enabled": asked.get("enabled", True),
        "text": asked.get("value", ""), "label": asked.get("label", ""), "label_box": None,
        "focused": asked.get("focused", False),
    }  # fmt: skip
    if asked.get("readonly"):
        told["readonly"] = True
    return told | more


def is_secret(asked: Any) -> bool:
    """Whether what a field holds is shown as dots."""
    return bool(asked["value"]) and asked["label"] in _SECRETS


def inside(told: list[Told], box: Any) -> list[Told]:
    """The elements that an area which scrolls shows; of those at its edges the part that is seen."""
    left, top, width, height = box
    found = []
    for one in told:
        x, y, across, down = one["box"]
        right, bottom = min(x + across, left + width), min(y + down, top + height)
        cut = [max(x, left), max(y, top), right - max(x, left), bottom - max(y, top)]
        if cut == one["box"]:
            found.append(one)
        elif cut[2] >= 0.5 * across and cut[3] >= 0.6 * down and min(cut[2:]) > 4:
            found.append({**one, "box": cut, "clipped": True})
    return found


def uncovered(told: list[Told], pop_ups: list[Any]) -> tuple[list[Told], list[Any]]:
    """The elements as pop-ups of their own program leave them, and what to ignore of those cut to pieces."""
    free, ignored = [], []
    for one in (_without_hidden_label(told_one, pop_ups) for told_one in told):
        if one["kind"] == "dialog" or not any(_meet(one["box"], box) for box in pop_ups):
            free.append(one)
            continue
        left = _rest(one["box"], pop_ups)
        if len(left) == 1 and left[0][2] * left[0][3] >= _ENOUGH * one["box"][2] * one["box"][3]:
            free.append({**one, "box": left[0], "clipped": True})
        else:
            ignored += left
    return free, ignored


def _without_hidden_label(one: Told, pop_ups: list[Any]) -> Told:
    """An element without the place of its label where a pop-up lies over that."""
    at = one["label_box"]
    return {**one, "label_box": None} if at and any(_meet(at, box) for box in pop_ups) else one


def _meet(one: Any, other: Any) -> bool:
    return all(one[at] < other[at] + other[at + 2] and other[at] < one[at] + one[at + 2] for at in (0, 1))


def _rest(box: Any, pop_ups: list[Any]) -> list[Any]:
    """What pop-ups leave of a box, in boxes."""
    left = [box]
    for left_, top, width, height in pop_ups:
        parts = []
        for x, y, across, down in left:
            x0, x1 = max(x, left_), min(x + across, left_ + width)
            y0, y1 = max(y, top), min(y + down, top + height)
            if x0 >= x1 or y0 >= y1:
                parts.append([x, y, across, down])
                continue
            parts += [[x, y, across, y0 - y], [x, y1, across, y + down - y1]]
            parts += [[x, y0, x0 - x, y1 - y0], [x1, y0, x + across - x1, y1 - y0]]
        left = [part for part in parts if min(part[2:]) > 0]
    return left


def plans() -> Iterator[Any]:
    """The plans that come in, one a line; None asks for nothing to be shown."""
    for line in sys.stdin:
        yield json.loads(line)


def serve(
    first: Any,
    show: Callable[[Any], tuple[list[Told], list[Any]]],
    clear: Callable[[], None],
    *,
    relative: bool = False,
    use: Callable[[], object] = lambda: None,
) -> None:
    """Show every plan that comes in and tell of it.

    Args:
        first: the first plan.
        show: puts a plan on the screen; its elements, and what to ignore.
        clear: takes it away.
        relative: the program knows where things are in its window, not where that is on the screen.
        use: lets a person use a window that is for use, until it is closed.
    """
    plan = first
    while True:
        told, ignore = show(plan) if plan is not None else (clear() or [], [])  # type: ignore[func-returns-value]
        print(json.dumps({"elements": told, "ignore": ignore, "relative": relative}), flush=True)
        if plan is not None and plan.get("used"):
            use()
        plan = next(_STDIN, _END)
        if plan is _END:
            return


def save(told: list[Told]) -> None:
    """Write what a window holds when a person saves it."""
    with open(os.environ["TRAINING_SAVE"], "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump({"elements": told}, file, ensure_ascii=False)


_STDIN, _END = plans(), object()


def first_plan() -> Any:
    """The first plan, from which a program may set its environment before it loads its toolkit."""
    return next(_STDIN)


def icon(plan: Any, name: str) -> str:
    """The file of an icon for a window's font size and tone."""
    tone = "light" if plan["dark"] else ("dark", "colour")[plan["seed"] // 2 % 2]
    wanted = 1.6 * plan["points"] * 4 / 3 * plan["scale"]
    size = min(_ICON_SIZES, key=lambda size: abs(size - wanted))
    return os.path.join(os.environ["TRAINING_ICONS"], tone, str(size), f"{name}.png")  # noqa: PTH118
