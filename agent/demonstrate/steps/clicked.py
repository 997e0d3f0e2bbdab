"""Clicks, and what follows: typing into a field, an entry of a drop-down or of a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.demonstrate.steps.typed import typed_into
from agent.demonstrate.steps.written import note, step
from agent.models.reader.spoken import spoken
from agent.task.variables import quoted
from tools.action import Click, Key, Move, Scroll, Type, point_of
from tools.locate.contents import shows
from tools.locate.errors import Missing
from tools.locate.fields import find_indicator
from tools.locate.locator import Target
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.demonstrate.steps.scenes import Scenery
    from agent.demonstrate.steps.written import Written
    from agent.recording.trajectory import Waypoint
    from tools.locate.describe import Name
    from tools.see.scene import Widget

    Said = tuple[int, list[Written]]
    """How many waypoints, and what they come to."""

_VERBS = {1: "Click", 2: "Double-click", 3: "Triple-click"}
_BESIDE = 30
"""Pixels that an opened menu may lie off the word that opens it."""


def clicked(route: Sequence[Waypoint], scenery: Scenery) -> Said:
    """What a click, with what follows, comes to.

    Args:
        route: from the click on.
        scenery: reads frames.
    """
    click = route[0].action
    assert isinstance(click, Click)
    field, name = scenery.field(route[0]), scenery.name(route[0])
    if field is not None and click.button == "left" and (name is None or name.role == "field"):
        said = _selected(route, field, name, scenery) or _filled(route, field, name, scenery)
        if said is not None:
            return said
    if name is None:
        return 1, [note(f"a click at ({click.point.x}, {click.point.y}); what is there has no name")]
    if click.button != "left" or click.count > 1:
        verb = f"{click.button.capitalize()}-click" if click.button != "left" else _VERBS[click.count]
        return 1, [_plainly(verb, name)]
    return _set(route[0], name, scenery) or _from_menu(route, name, scenery) or (1, [_plainly("Click", name)])


def _plainly(verb: str, name: Name) -> Written:
    if name.role == "field":
        return note(f"{verb.lower()} into the field {spoken(name)}, which no step does by itself")
    return step(f"{verb} {spoken(name)}")


def _selected(route: Sequence[Waypoint], field: Widget, name: Name | None, scenery: Scenery) -> Said | None:
    """A drop-down is opened, and an entry is clicked, with or without scrolling for it."""
    if field.kind != "dropdown" or name is None:
        return None
    for place, waypoint in enumerate(route[1:], 1):
        if isinstance(waypoint.action, Move | Scroll):
            continue
        entry = _arrived(route, place, scenery) if isinstance(waypoint.action, Click) else None
        if entry is None or entry.role != "text":
            return None
        option = entry.target.text
        if not shows(scenery.look(waypoint.after), field, option):
            return None
        return place + 1, [step(f'Select "{quoted(option)}" in {spoken(name)}')]
    return None


def _filled(route: Sequence[Waypoint], field: Widget, name: Name | None, scenery: Scenery) -> Said | None:
    """A field is clicked, what it holds may be selected, and a text is typed."""
    chords = 0
    while chords + 1 < len(route) and isinstance(route[chords + 1].action, Key):
        chords += 1
    typing = next((place for place in (1, chords + 1) if _types(route, place)), None)
    if typing is None or name is None:
        return None
    return typed_into(route, typing, field, name, scenery)


def _types(route: Sequence[Waypoint], place: int) -> bool:
    return place < len(route) and isinstance(route[place].action, Type)


def _set(waypoint: Waypoint, name: Name, scenery: Scenery) -> Said | None:
    """A check box or a radio button, on it or on its caption."""
    try:
        indicator = find_indicator(scenery.shown(waypoint), name.target)
    except Missing:
        return None
    if indicator.kind == "radio":
        return 1, [step(f"Choose {spoken(name)}")]
    if indicator.checked is None:
        return None
    return 1, [step(f"{'Untick' if indicator.checked else 'Tick'} {spoken(name)}")]


def _from_menu(route: Sequence[Waypoint], name: Name, scenery: Scenery) -> Said | None:
    """A menu is opened by a word, and an entry of what came up below that is clicked."""
    place = next((at for at, one in enumerate(route[1:], 1) if not isinstance(one.action, Move)), None)
    if place is None or not isinstance(route[place].action, Click):
        return None
    word, entry = point_of(route[0].action), point_of(route[place].action)
    chosen = _arrived(route, place, scenery)
    if word is None or entry is None or chosen is None or not (_is_plain(name) and _is_plain(chosen)):
        return None
    before, opened = route[0].before, route[1].before
    fresh = boxes(before, opened, changed(before, opened)) if before.size == opened.size else []
    menu = next((box for box in fresh if box.contains(entry)), None)
    if menu is None or entry.y <= word.y or not -_BESIDE <= word.x - menu.left <= menu.width:
        return None
    return place + 1, [step(f'Choose "{quoted(f"{name.target.text} > {chosen.target.text}")}"')]


def _arrived(route: Sequence[Waypoint], place: int, scenery: Scenery) -> Name | None:
    """The name of what a later waypoint points at, the pointer's way there taken into account."""
    before = route[place - 1]
    return (scenery.arriving(before) if isinstance(before.action, Move) else scenery).name(route[place])


def _is_plain(name: Name) -> bool:
    return name.role == "text" and name.target == Target(name.target.text) and ">" not in name.target.text
