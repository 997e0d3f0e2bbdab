"""Effect comparisons: each says why a replayed action lacks its recorded effect.

Each is a function of its own over the recorded transition (`then`), this run's (`now`) and their `Context`;
it returns a clause for a person, or None when it finds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes, differences, touches
from agent.replay.live.compare.new_values import a_new_value_is_not_shown, another_entry_is_chosen
from agent.replay.live.compare.texts import is_among, is_number, is_shown, is_wordy, unknown_lines
from agent.replay.live.compare.widget_effects import (
    another_state,
    the_clicked_field_has_no_focus,
    typed_text_is_not_in_its_field,
)
from tools.action import Move, Type, point_of
from tools.ocrtext.may_be import part_may_be
from tools.ocrtext.typed import reads_as

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from agent.replay.live.compare.transition import Context, Transition
    from tools.see.scene import Line, Scene

    Effect: TypeAlias = Callable[[Transition, Transition, Context], str | None]

_MAY_LACK = 0.4
"""Part of the new texts that may not be in sight: in a larger font a list shows fewer of its entries."""
_BY_POINTER = 64
"""Pixels from the pointer within which a tooltip comes up."""
_QUOTED = 3
"""So many of the texts that came up are named in a message."""


def differ(then: Transition, now: Transition, context: Context) -> str | None:
    """The first reason why an action has not done what it did when it was recorded; None: it has."""
    return next((reason for effect in EFFECTS if (reason := effect(then, now, context))), None)


def differ_at_start(then: Scene, now: Scene, context: Context) -> str | None:
    """What is on this run's first screen and not on the recorded one; None: nothing unknown."""
    return _unknown(context.counted(now.lines), then.lines, context)


def something_unknown_came_up(then: Transition, now: Transition, context: Context) -> str | None:
    """A text came up that neither of the recorded screens has."""
    recorded = (*then.before.lines, *then.after.lines)
    return _unknown(context.counted(now.texts.came), recorded, context)


def what_came_up_did_not(then: Transition, now: Transition, context: Context) -> str | None:
    """A text that was new when it was recorded is not on the screen.

    What the recording had shown before may have been in sight all along now, so only what is new has to come.
    """
    fresh = [line for line in _due(then, context) if is_wordy(line) and not is_among(line, context.known)]
    wanted = [line.text for line in fresh]
    absent = [text for text in wanted if not is_shown(text, now.after.lines)]
    return f'"{absent[0]}" did not come up' if len(absent) > _MAY_LACK * len(wanted) else None


def what_went_away_did_not(then: Transition, now: Transition, context: Context) -> str | None:
    """A text that the recording had brought up and taken away is still on the screen.

    What was on the first screen may have been covered then and not be covered now, so it need not go.
    """
    gone = context.counted(now.texts.went)
    for line in context.counted(then.texts.went):
        if not is_wordy(line) or not is_among(line, context.opened):
            continue
        if context.substitutions.concerns(line.text):
            continue
        if is_among(line, now.after.lines) and not is_among(line, gone):
            return f'"{line.text}" did not go away'
    return None


def nothing_changed(then: Transition, now: Transition, context: Context) -> str | None:
    """No pixel changed where something did. After a move none need: what lights up depends on the theme."""
    del context
    if isinstance(then.action, Move) or not differences(then.before.frame, then.after.frame):
        return None
    before, after = now.before.frame, now.after.frame
    is_same = before.size == after.size and not changes(before, after)
    return "nothing changed on the screen" if is_same else None


def a_number_did_not_come_up(then: Transition, now: Transition, context: Context) -> str | None:
    """A number that came up has not: a press that a display does not show.

    Other numbers may come up in this run, so that is a reason only where the screen still is as the recorded
    one was before the action.
    """
    numbers = [line for line in _due(then, context) if is_number(line)]
    was, before, after = then.before.frame, now.before.frame, now.after.frame
    if not numbers or not was.size == before.size == after.size:
        return None
    moved = [*differences(was, before), *differences(before, after)]
    still = [line for line in numbers if not touches(line.box, moved)]
    return f'"{still[0].text}" did not come up' if still else None


EFFECTS: tuple[Effect, ...] = (
    something_unknown_came_up,
    what_came_up_did_not,
    what_went_away_did_not,
    nothing_changed,
    a_number_did_not_come_up,
    the_clicked_field_has_no_focus,
    typed_text_is_not_in_its_field,
    another_entry_is_chosen,
    a_new_value_is_not_shown,
    another_state,
)
"""In this order the first reason counts."""


def _unknown(seen: Sequence[Line], recorded: Sequence[Line], context: Context) -> str | None:
    """What to say of texts that are like no recorded one, and not what was typed."""
    unknown = [
        line
        for line in unknown_lines(seen, recorded, context.substitutions)
        if not any(part_may_be(line.text, text) or part_may_be(text, line.text) for text in context.typed)
    ]
    if not unknown:
        return None
    named = ", ".join(f'"{line.text}"' for line in unknown[:_QUOTED])
    at = unknown[0].box.center
    return f"something came up that the recording does not know: {named} at ({at.x}, {at.y})"


def _due(then: Transition, context: Context) -> list[Line]:
    """The texts that came up when it was recorded and have to come again.

    Not a typed text, which `typed_text_is_not_in_its_field` reads with more patience for slips.
    """
    typed = then.action.text if isinstance(then.action, Type) else None
    return [
        line
        for line in context.counted(then.texts.came)
        if (typed is None or not reads_as(typed, line.text))
        and not _is_tooltip(line, then, context)
        and not context.substitutions.rewrites(line.text)  # looked at by `new_values`
    ]


def _is_tooltip(line: Line, then: Transition, context: Context) -> bool:
    """Whether a text came up by the pointer and left nothing behind after the next action.

    A tooltip comes when the pointer rests, so a replay may be too quick for it. Of a menu the same is true;
    that it has opened is seen by the entry that is looked for next.
    """
    pointer = point_of(then.action) or then.clicked
    if pointer is None or context.later is None or not line.box.grow(_BY_POINTER).contains(pointer):
        return False
    return not touches(line.box, differences(then.before.frame, context.later))
