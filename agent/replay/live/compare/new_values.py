"""Effects where this run has other values: what showed a recorded value must show this run's.

A recorded text that holds an old value proves nothing, wherever it stands. Functions as in `effects`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes, differences, touches
from agent.replay.live.compare.screens.remnants import is_remnant
from agent.replay.live.compare.widget_effects import field_at
from tools.action import Click, Type
from tools.geometry import Box
from tools.locate.contents import content, is_full, shows
from tools.locate.layout.relations import reading_order
from tools.locate.look import Look
from tools.observation import differing
from tools.ocrtext.may_be import part_may_be
from tools.ocrtext.same import runs_on, same
from tools.ocrtext.typed import is_beginning, is_cut_short, is_end, reads_as
from tools.ocrtext.within import reads_within
from tools.see.scene import Widget
from tools.see.text.saying import says_within, with_dots_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.compare.transition import Context, Transition
    from agent.replay.live.values.substitutions import Substitutions
    from tools.see.scene import Line


def another_entry_is_chosen(then: Transition, now: Transition, context: Context) -> str | None:
    """The drop-down that showed the chosen entry when it was recorded does not show this run's."""
    if context.chosen is None or isinstance(then.action, Type):
        return None
    old, new = context.chosen
    was = field_at(then.after, then.opener)
    if was is None or then.opener is None or now.opener is None:
        return None
    if not same(old, content(Look(then.after.frame, context.parser), was)):
        return None
    moved = now.opener.x - then.opener.x, now.opener.y - then.opener.y
    field = field_at(now.after, now.opener) or Widget(was.kind, was.box.shift(*moved))
    look = Look(now.after.frame, context.parser)
    seen = content(look, field)
    is_typed = not isinstance(then.action, Click)
    if shows(look, field, new) or (is_typed and reads_as(new, seen)):
        return None
    if is_full(look, field) and (is_beginning(new, seen) or is_end(new, seen)):
        return None
    return f'"{new}" was to be chosen, and its field shows "{seen}"'


def a_new_value_is_not_shown(then: Transition, now: Transition, context: Context) -> str | None:
    """What the action had drawn held a recorded value, and what it drew now does not hold this run's.

    Not what was typed, which is looked for in its field, nor a list in which this run chooses another entry:
    that lists the recorded one as well. A lone sign beside a border, in a cell for one, is not always read.
    """
    if isinstance(then.action, Type) or context.choosing:
        return None
    drawn = differences(then.before.frame, then.after.frame, context.ignored)
    lines = [line for line in then.after.lines if _is_drawn(line, then, drawn)]
    held = [line.text for line in lines if not context.stays(line)]
    wanted = [(value, text) for text in held for value in context.substitutions.values_now(text)]
    wanted = [(value, text) for value, text in wanted if len(value) > 1]
    before, after = now.before.frame, now.after.frame
    fresh = changes(before, after) if before.size == after.size else [Box(0, 0, *after.size)]
    new = [line for line in now.after.lines if touches(line.box, fresh)]
    shown = [line.text for line in new]
    order = reading_order([line.box for line in new])
    shown.append(" ".join(shown[index] for index in order))  # a longer value may stand in two lines
    shown += [with_dots_of(line, value) for value, _ in wanted for line in new]
    absent = [
        value
        for value, text in wanted
        if not _is_shown(value, text, shown, context.substitutions)
        and not _is_said_in_full(value, text, new, context.substitutions)
    ]
    left = [value for value in absent if not any(_is_part(value, line, now, context) for line in new)]
    return f'"{left[0]}" did not come up where another value did' if left else None


def _is_drawn(line: Line, then: Transition, drawn: Sequence[Box]) -> bool:
    """Whether an action drew a text: in one of the areas that changed, and itself not as it was.

    A caret that goes, or a ring around the field, draws no text anew.
    """
    before, after = then.before.frame, then.after.frame
    if not touches(line.box, drawn) or before.size != after.size:
        return before.size != after.size
    stood = any(one.box.overlap(line.box).area and one.text == line.text for one in then.before.lines)
    return not stood and bool(differing(before, after, line.box).any())


def _is_part(value: str, line: Line, now: Transition, context: Context) -> bool:
    """Whether a line shows as much of a value as its field or its cell has room for."""
    before, after = now.before.frame, now.after.frame
    is_cut = is_remnant(line, value, [before], after, context.parser)
    return is_cut or _fills_its_field(value, line, now, context)


def _fills_its_field(value: str, line: Line, now: Transition, context: Context) -> bool:
    """Whether a line shows as much of a value as its field has room for."""
    field = now.after.widget_at(line.box.center)
    is_part = is_beginning(value, line.text) or is_end(value, line.text)
    return field is not None and is_part and is_full(Look(now.after.frame, context.parser), field)


def _is_said_in_full(value: str, recorded: str, lines: Sequence[Line], substitutions: Substitutions) -> bool:
    """Whether a line says, if need be on a closer look, the whole text that a value was typed in."""
    full = [new for old, new in substitutions.pairs if old != new and old in recorded and value in new]
    return any(says_within(line, text) for text in full for line in lines)


def _is_shown(value: str, recorded: str, shown: Sequence[str], substitutions: Substitutions) -> bool:
    """Whether texts show a value: as whole words, or with the marks at it that the recorded text had.

    A folder stands in the path of a file, a name between quotes or before a comma. The whole of the recorded
    text with the value in it is as good, whatever spaces are read: an icon behind it counts as a letter.
    """
    marked = re.compile(rf"[^\w\s]*{re.escape(value)}[^\w\s]*")
    meant = substitutions.meanings(recorded)
    found = [match[0] for text in meant for match in marked.finditer(text)]
    return any(
        part_may_be(value, text)
        or is_cut_short(value, text)
        or any(reads_within(one, text) for one in found if one != value)
        or any(runs_on(one, text) for one in meant if value in one)
        for text in shown
    )
