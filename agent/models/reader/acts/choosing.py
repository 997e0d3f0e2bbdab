"""Options, check boxes, radio buttons, tabs and menus: acts that leave a state which can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.acts.clicking import click
from agent.models.reader.commands import Click
from agent.models.reader.errors import Failed
from agent.models.reader.script import PATIENCE, TRIES, seek
from agent.protocol.write import point_at, press, turn_wheel, type_text, wait
from tools.locate.contents import shows
from tools.locate.errors import NotFound
from tools.locate.fields import find_field, find_indicator
from tools.locate.find import absent, find
from tools.locate.locator import Locator
from tools.locate.look import CARET
from tools.see.scene import Line, Scene

if TYPE_CHECKING:
    from agent.models.reader.commands import Choose, Select, Tick
    from agent.models.reader.script import Act, Decide
    from agent.protocol.write import Call
    from tools.geometry import Box, Point
    from tools.locate.look import Look
    from tools.see.scene import Widget

_NOTCHES = 3
"""Wheel notches a turn of an opened list: less than it shows at once."""


def tick(command: Tick, look: Look) -> Act:
    """Make the check box ticked, or not.

    Raises:
        Failed: it does not change.
    """
    return (yield from _set(command.target, look, on=command.on))


def choose(command: Choose, look: Look) -> Act:
    """Choose a radio button, a tab, or a menu's entry, menu by menu.

    Raises:
        Failed: a part of the path is not there, or the radio button stays off.
    """
    for part in command.path[:-1]:
        look = yield from click(Click(Locator(part)), look)
    if len(command.path) > 1:
        return (yield from _entry(command.target, look))
    found, look = yield from seek(lambda look: _choice(look.scene, command.target), look)
    if found is not None:
        return (yield from _set(command.target, look, on=True))
    return (yield from click(Click(command.target), look))


def select(command: Select, look: Look) -> Act:
    """Make the drop-down show the option, or click it in a list.

    Raises:
        Failed: the list does not open, lacks the option, or the field does not take it.
    """
    target, option = command.field, command.option
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    if field.kind == "dropdown" and shows(look, field, option):
        return look
    for attempt in range(TRIES):
        look = yield _open(target, attempt)
        if look.changed is None:
            look = yield lambda _look: wait(PATIENCE, f"The list of {target} has not opened yet.")
        look = yield from (_pick(option, field, look) if attempt < TRIES - 1 else _type_ahead(option, look))
        if shows(look, field, option):
            return look
    raise Failed(f'tried {TRIES} times to select "{option}" in {target}, and it does not show it')


def _choice(scene: Scene, target: Locator) -> Widget | None:
    """The indicator with that caption; None for a tab or an entry, which has none."""
    try:
        return find_indicator(scene, target)
    except NotFound:
        find(scene, target)
        return None


def _set(target: Locator, look: Look, *, on: bool) -> Act:
    found, look = yield from seek(lambda look: find_indicator(look.scene, target), look)
    checked = found.checked
    for attempt in range(TRIES):
        if checked is on:
            return look
        look = yield _aim_indicator(target, caption=attempt == 1)
        checked = _state(look, found)
        if checked is None and look.changed is not None and look.changed.overlap(found.box).area:
            return look  # it looks different now, in a way that the eye does not know
        if checked is not on:
            look = yield _be_patient(target, on=on)
            checked = _state(look, found)
    if checked is on:
        return look
    raise Failed(f"clicked {target} {TRIES} times, and it is still {'off' if on else 'on'}")


def _be_patient(target: Locator, *, on: bool) -> Decide:
    return lambda _look: wait(PATIENCE, f"{target} is not {'on' if on else 'off'} yet.")


def _state(look: Look, indicator: Widget) -> bool | None:
    """Whether the indicator at that place is on; a focus ring may hide its caption from the OCR."""
    same = [
        widget
        for widget in look.scene.widgets
        if widget.kind == indicator.kind and indicator.box.contains(widget.box.center)
    ]
    return same[0].checked if same else None


def _aim_indicator(target: Locator, *, caption: bool) -> Decide:
    def decide(look: Look) -> Call:
        indicator = find_indicator(look.scene, target)
        place = find(look.scene, target).line.box.center if caption else indicator.box.center
        state = "on" if indicator.checked else "off"
        return point_at(place, str(target), f"{target} is {state}: I see its box at ({place.x}, {place.y}).")

    return decide


def _entry(target: Locator, look: Look) -> Act:
    """Click an entry of the menu that has just opened; only if it is not there, anywhere else."""

    def decide(look: Look) -> Call:
        menu = look.changed
        fresh = look.scene if menu is None else _part(look, menu)
        try:
            spot = find(fresh, target)
        except NotFound:
            spot = find(look.scene, target)
        place = spot.line.box.center
        return point_at(
            place, str(target), f'The menu is open and shows "{spot.line.text}" at ({place.x}, {place.y}).'
        )

    _, look = yield from seek(decide, look)
    look = yield decide
    return look


def _open(target: Locator, attempt: int) -> Decide:
    def decide(look: Look) -> Call:
        field = find_field(look.scene, target)
        place = field.box.center if attempt == 0 else _arrow(field)
        return point_at(
            place, f"the drop-down {target}", f"The drop-down {target} is at ({place.x}, {place.y})."
        )

    return decide


def _arrow(field: Widget) -> Point:
    center = field.box.center
    return center._replace(x=field.box.right - field.box.height // 2)


def _pick(option: str, field: Widget, look: Look) -> Act:
    """Click the option in the list that has opened, which is scrolled for it; else close the list again."""
    opened = look.changed
    for way in (-_NOTCHES, _NOTCHES):
        while opened is not None:
            entry = _listed(look, opened, field, option)
            if entry is not None:
                return (yield _aim_entry(option, opened, field))
            place = _middle(opened, field)
            look = yield lambda _look, place=place, way=way: turn_wheel(
                way, place, f'"{option}" is not in sight yet.'
            )  # type: ignore[misc]  # mypy can't infer the default's type
            if look.changed is None:
                break
    look = yield lambda look: press(("escape",), f"The list is no help: {absent(look.scene, option)}.")
    return look


def _listed(look: Look, opened: Box, field: Widget, option: str) -> Box | None:
    try:
        return find(_part(look, opened, without=field.box), Locator(option)).line.box
    except NotFound:
        return None


def _aim_entry(option: str, opened: Box, field: Widget) -> Decide:
    def decide(look: Look) -> Call:
        entry = _listed(look, opened, field, option)
        if entry is None:
            raise NotFound(absent(look.scene, option))
        place = entry.center
        return point_at(place, f'"{option}"', f'The list shows "{option}" at ({place.x}, {place.y}).')

    return decide


def _middle(opened: Box, field: Widget) -> Point:
    """The middle of the list: of what opened, the part below the field or above it."""
    below, above = opened.bottom - field.box.bottom, field.box.top - opened.top
    x = field.box.center.x
    if below >= above:
        return opened.center._replace(x=x, y=field.box.bottom + max(1, below // 2))
    return opened.center._replace(x=x, y=opened.top + above // 2)


def _type_ahead(option: str, look: Look) -> Act:
    """The keyboard's way through a list: its first letters, then Enter."""
    del look
    yield lambda _look: type_text(option, "The mouse did not do it; lists go to what is typed.")
    after = yield lambda _look: press(("enter",), f'I take what the list has gone to for "{option}".')
    return after


def _part(look: Look, box: Box, without: Box | None = None) -> Scene:
    """The scene inside a box only. What lies across its edge is two lines, and read again inside the box."""

    def stays(other: Box) -> bool:
        return other.overlap(box).area > 0 and not (without and without.contains(other.center))

    lines = tuple(_inside(look, line, box) for line in look.scene.lines if stays(line.box))
    return Scene(look.frame, lines, tuple(widget for widget in look.scene.widgets if stays(widget.box)))


def _inside(look: Look, line: Line, box: Box) -> Line:
    part = line.box.overlap(box)
    return line if part.width >= line.box.width - 2 * CARET else Line(look.read(part), part, line.score)
