"""Clicks, drags and keys: acts whose effect only the program knows.

What a click should change can't be told from the step, so it is checked that anything changed at all. If
nothing did, the program gets a moment more; then, once, the middle of the target's widget is clicked instead
of its text. If that changes nothing either, there was nothing to change (the target had the focus, was chosen
already): the next step or the checks will tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.script import LOOKS, PATIENCE, seek
from agent.protocol.write import point_at, press, wait
from tools.locate.find import find

if TYPE_CHECKING:
    from agent.models.reader.commands import Click, ClickButton, Drag, Press
    from agent.models.reader.script import Act, Decide
    from agent.protocol.write import Call, PointerAction
    from tools.locate.locator import Locator
    from tools.locate.look import Look

_COUNTED: dict[int, PointerAction] = {1: "left_click", 2: "double_click", 3: "triple_click"}
_OTHERS: dict[ClickButton, PointerAction] = {"right": "right_click", "middle": "middle_click"}


def click(command: Click, look: Look) -> Act:
    """Click the target; if nothing changes, once more."""
    action = _OTHERS.get(command.button) or _COUNTED[command.count]
    _, look = yield from seek(lambda look: find(look.scene, command.target), look)
    look = yield from _until_in_use(command.target, look)
    after = yield _aim(command.target, action)
    if after.changed is None:
        after = yield lambda _look: wait(
            PATIENCE, f"Nothing changed yet after the click on {command.target}."
        )
    if (
        after.changed is None
        and action == "left_click"
        and find(after.scene, command.target).widget is not None
    ):
        after = yield _aim(command.target, action, again=True)
    return after


def _until_in_use(target: Locator, look: Look) -> Act:
    """Wait while the target is a greyed-out button, though not for ever: some are only drawn in grey."""
    for _ in range(LOOKS):
        spot, look = yield from seek(lambda look: find(look.scene, target), look)
        if spot.widget is None or spot.widget.kind != "button" or not look.is_dim(spot.line):
            break
        look = yield lambda _look: wait(PATIENCE, f"{target} is greyed out; I wait for it to come into use.")
    return look


def drag(command: Drag, look: Look) -> Act:
    """Go to the source, then drag to the destination."""
    _, look = yield from seek(lambda look: find(look.scene, command.source), look)
    look = yield _aim(command.source, "mouse_move")
    _, look = yield from seek(lambda look: find(look.scene, command.destination), look)
    look = yield _aim(command.destination, "left_click_drag")
    return look


def press_keys(command: Press, look: Look) -> Act:
    """Press the chord, as often as asked."""
    thought = f"The step says to press {'+'.join(command.keys)}"
    for turn in range(command.times):
        count = f" ({turn + 1} of {command.times})" if command.times > 1 else ""
        look = yield lambda _look, count=count: press(command.keys, f"{thought}{count}.")  # type: ignore[misc]  # mypy can't infer the default's type
    return look


def _aim(target: Locator, action: PointerAction, *, again: bool = False) -> Decide:
    def decide(look: Look) -> Call:
        spot = find(look.scene, target)
        place = spot.box if again else spot.line.box
        thought = f'I see "{spot.line.text}" at ({place.center.x}, {place.center.y}).'
        if again:
            thought += " The first click changed nothing; I click its middle."
        return point_at(place.center, str(target), thought, action)

    return decide
