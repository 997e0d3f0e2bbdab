"""Steps of clicks and what follows them: a text typed into a field, an entry of a drop-down or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.demonstrate.steps.typed import typed_into
from agent.demonstrate.steps.written import WrittenStep, note, step
from agent.task.spoken import spoken
from agent.task.variables import quoted
from tools.action import Click, Key, Move, Scroll, Type, point_of
from tools.locate.contents import shows
from tools.locate.errors import NotFound
from tools.locate.indicators import find_indicator
from tools.locate.locator import Locator
from tools.relocate.picture import cut_out, picture_around
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.demonstrate.steps.scenes import DemoScenes
    from agent.recording.trajectory import RecordedAction
    from tools.locate.describe import NamedElement
    from tools.see.scene import Scene, Widget

    Said = tuple[int, list[WrittenStep]]
    """Number of recorded actions that are put into words, and their steps."""

_VERBS = {1: "Click", 2: "Double-click", 3: "Triple-click"}
_BESIDE = 30
"""Pixels that an opened menu may lie off the word that opens it."""


def clicked(trajectory: Sequence[RecordedAction], scenes: DemoScenes) -> Said:
    """Steps of a click with the actions that belong to it.

    Args:
        trajectory: from the click on.
        scenes: reads frames.
    """
    click = trajectory[0].action
    assert isinstance(click, Click)
    field, name = scenes.field(trajectory[0]), scenes.name(trajectory[0])
    if field is not None and click.button == "left" and (name is None or name.role == "field"):
        said = _selected(trajectory, field, name, scenes) or _filled(trajectory, field, name, scenes)
        if said is not None:
            return said
    verb = f"{click.button.capitalize()}-click" if click.button != "left" else _VERBS[click.count]
    if name is None:
        return 1, [_unnamed(verb, click, scenes.shown(trajectory[0]))]
    if verb != "Click":
        return 1, [_plainly(verb, name)]
    return (
        _set(trajectory[0], name, scenes)
        or _from_menu(trajectory, name, scenes)
        or (1, [_plainly("Click", name)])
    )


def _unnamed(verb: str, click: Click, scene: Scene) -> WrittenStep:
    """A click on what has no name: a picture tells what was meant, if it is like nothing else."""
    told = f"a {verb.lower()} at ({click.point.x}, {click.point.y}); what is there has no name"
    box = picture_around(scene, click.point)
    return WrittenStep("", told, None if box is None else cut_out(scene.frame, box), verb)


def _plainly(verb: str, name: NamedElement) -> WrittenStep:
    if name.role == "field":
        return note(f"{verb.lower()} into the field {spoken(name)}, which no step does by itself")
    return step(f"{verb} {spoken(name)}")


def _selected(
    trajectory: Sequence[RecordedAction], field: Widget, name: NamedElement | None, scenes: DemoScenes
) -> Said | None:
    """A drop-down is opened, and an entry is clicked, with or without scrolling for it."""
    if field.kind != "dropdown" or name is None:
        return None
    for index, recorded_action in enumerate(trajectory[1:], 1):
        if isinstance(recorded_action.action, Move | Scroll):
            continue
        entry = _arrived(trajectory, index, scenes) if isinstance(recorded_action.action, Click) else None
        if entry is None or entry.role != "text":
            return None
        option = entry.locator.text
        if not shows(scenes.look(recorded_action.after), field, option):
            return None
        return index + 1, [step(f'Select "{quoted(option)}" in {spoken(name)}')]
    return None


def _filled(
    trajectory: Sequence[RecordedAction], field: Widget, name: NamedElement | None, scenes: DemoScenes
) -> Said | None:
    """A field is clicked, what it holds may be selected, and a text is typed."""
    chords = 0
    while chords + 1 < len(trajectory) and isinstance(trajectory[chords + 1].action, Key):
        chords += 1
    typing = next((index for index in (1, chords + 1) if _types(trajectory, index)), None)
    if typing is None or name is None:
        return None
    return typed_into(trajectory, typing, field, name, scenes)


def _types(trajectory: Sequence[RecordedAction], index: int) -> bool:
    return index < len(trajectory) and isinstance(trajectory[index].action, Type)


def _set(recorded_action: RecordedAction, name: NamedElement, scenes: DemoScenes) -> Said | None:
    """A check box or a radio button, on it or on its caption."""
    try:
        indicator = find_indicator(scenes.shown(recorded_action), name.locator)
    except NotFound:
        return None
    if indicator.kind == "radio":
        return 1, [step(f"Choose {spoken(name)}")]
    if indicator.checked is None:
        return None
    return 1, [step(f"{'Untick' if indicator.checked else 'Tick'} {spoken(name)}")]


def _from_menu(trajectory: Sequence[RecordedAction], name: NamedElement, scenes: DemoScenes) -> Said | None:
    """A menu is opened by a word, and an entry of what came up below that is clicked."""
    index = next((at for at, one in enumerate(trajectory[1:], 1) if not isinstance(one.action, Move)), None)
    if index is None or not isinstance(trajectory[index].action, Click):
        return None
    word, entry = point_of(trajectory[0].action), point_of(trajectory[index].action)
    chosen = _arrived(trajectory, index, scenes)
    if word is None or entry is None or chosen is None or not (_is_plain(name) and _is_plain(chosen)):
        return None
    before, opened = trajectory[0].before, trajectory[1].before
    fresh = boxes(before, opened, changed(before, opened)) if before.size == opened.size else []
    menu = next((box for box in fresh if box.contains(entry)), None)
    if menu is None or entry.y <= word.y or not -_BESIDE <= word.x - menu.left <= menu.width:
        return None
    return index + 1, [step(f'Choose "{quoted(f"{name.locator.text} > {chosen.locator.text}")}"')]


def _arrived(trajectory: Sequence[RecordedAction], index: int, scenes: DemoScenes) -> NamedElement | None:
    """The name of what a later waypoint points at, the pointer's way there taken into account."""
    before = trajectory[index - 1]
    return (scenes.arriving(before) if isinstance(before.action, Move) else scenes).name(trajectory[index])


def _is_plain(name: NamedElement) -> bool:
    return name.role == "text" and name.locator == Locator(name.locator.text) and ">" not in name.locator.text
