"""Effect comparisons: each says why a replayed action lacks its recorded effect.

Each is a function of its own over the recorded transition (`then`), this run's (`now`) and their `Context`;
it returns a clause for a person, or None when it finds nothing. What the screens say is compared apart, by
`comparison`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes, differences
from agent.replay.live.compare.new_values import a_new_value_is_not_shown, another_entry_is_chosen
from agent.replay.live.compare.widget_effects import (
    another_state,
    the_clicked_field_has_no_focus,
    typed_text_is_not_in_its_field,
    typed_text_was_corrected,
)
from tools.action import Move

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from agent.replay.live.compare.transition import Context, Transition

    Effect: TypeAlias = Callable[[Transition, Transition, Context], str | None]


def differ(then: Transition, now: Transition, context: Context) -> str | None:
    """The first reason why an action has not done what it did when it was recorded; None: it has."""
    return next((reason for effect in EFFECTS if (reason := effect(then, now, context))), None)


def nothing_changed(then: Transition, now: Transition, context: Context) -> str | None:
    """No pixel changed where something did. After a move none need: what lights up depends on the theme."""
    del context
    if isinstance(then.action, Move) or not differences(then.before.frame, then.after.frame):
        return None
    before, after = now.before.frame, now.after.frame
    is_same = before.size == after.size and not changes(before, after)
    return "nothing changed on the screen" if is_same else None


EFFECTS: tuple[Effect, ...] = (
    nothing_changed,
    the_clicked_field_has_no_focus,
    typed_text_is_not_in_its_field,
    typed_text_was_corrected,
    another_entry_is_chosen,
    a_new_value_is_not_shown,
    another_state,
)
"""In this order the first reason counts."""
