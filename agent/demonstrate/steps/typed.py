"""Steps of typed texts: into which field, in place of its content or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.demonstrate.steps.written import note, step
from agent.redact.references import SECRET
from agent.task.spoken import spoken
from agent.task.variables import quoted
from tools.action import Click, Key, Type
from tools.locate.contents import content, holds, text_part
from tools.locate.describe import named_field
from tools.locate.look import difference_box
from tools.ocrtext.typed import ends_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.demonstrate.steps.scenes import DemoScenes
    from agent.demonstrate.steps.written import WrittenStep
    from agent.recording.trajectory import RecordedAction
    from tools.locate.describe import NamedElement
    from tools.see.scene import Widget

    Said = tuple[int, list[WrittenStep]]

_ALL = (
    {"ctrl", "a"},
    {"ctrl", "shift", "end"},
    {"ctrl", "shift", "home"},
    {"shift", "home"},
    {"shift", "end"},
)
"""Chords that select what a field holds."""


def typed(trajectory: Sequence[RecordedAction], scenes: DemoScenes) -> Said:
    """Steps of a text typed at the focus: into the single-line field where it appeared, if named."""
    first = trajectory[0]
    assert isinstance(first.action, Type)
    where = difference_box(first.before, first.after)
    field = None if where is None else scenes.field_around(first.after, where)
    name = None if field is None else named_field(scenes.scene(first.after), field)
    several = field is not None and scenes.scene(first.after).holds_several_lines(field)
    if field is not None and name is not None and not several:
        return typed_into(trajectory, 0, field, name, scenes)
    return 1, [step(f'Type "{quoted(first.action.text)}"')]


def typed_into(
    trajectory: Sequence[RecordedAction], typing: int, field: Widget, name: NamedElement, scenes: DemoScenes
) -> Said:
    """Steps of a text typed into a field.

    Args:
        trajectory: from the click into the field, or from the typing, on.
        typing: index of the typing in it.
        field: as it was before.
        name: what it is called.
        scenes: reads frames.
    """
    several = scenes.scene(trajectory[0].before).holds_several_lines(field)
    count, text = _lines(trajectory[typing:], several=several)
    end = typing + count
    look = scenes.look(trajectory[end - 1].after)
    if _is_replaced(trajectory[:typing], trajectory[0], field, scenes) or (
        not SECRET.search(text) and holds(look, field, text)
    ):
        return end, [step(f'Type "{quoted(text)}" into {spoken(name)}')]
    if SECRET.search(text) or ends_with(text, content(look, field)):
        return end, [step(f'Append "{quoted(text)}" to {spoken(name)}')]
    told = note(f"typed into the middle of what the field {spoken(name)} holds, which no step does")
    return end, [told]


def _lines(trajectory: Sequence[RecordedAction], *, several: bool) -> tuple[int, str]:
    """The text, lines after the first included where the field has several: how many waypoints, and it."""
    action = trajectory[0].action
    assert isinstance(action, Type)
    count, text = 1, action.text
    while several and count < len(trajectory):
        entered, further = (
            trajectory[count].action,
            trajectory[count + 1].action if count + 1 < len(trajectory) else None,
        )
        if entered != Key(keys=("enter",)) or not isinstance(further, Type):
            break
        count, text = count + 2, f"{text}\n{further.text}"
    return count, text


def _is_replaced(
    before: Sequence[RecordedAction], first: RecordedAction, field: Widget, scenes: DemoScenes
) -> bool:
    """Whether the field was empty, or all that it held was selected."""
    if not scenes.look(first.before).has_ink(text_part(field)):
        return True
    several = scenes.scene(first.before).holds_several_lines(field)
    return any(
        (isinstance(one.action, Click) and one.action.count > 1 and not several)
        or (isinstance(one.action, Key) and set(one.action.keys) in _ALL)
        for one in before
    )
