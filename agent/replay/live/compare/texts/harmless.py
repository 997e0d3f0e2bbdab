"""Harmless differences between two screens: told to the user, and no reason to stop. Each is one rule.

- A date or a time of day that was the recorded run's own, and is this run's own now.
- A tooltip that has not come; it was not there when the recording began.
- A note in the lowest line of the screen that came up in both runs, and has gone by itself in this one.
- A number that follows from another typed text: alone in its line, or in the lowest line of the screen.
- While masks are learnt, any number or date that is not part of a question that is answered next, and a
  number alone in its line that only one of the screens has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts.asked import is_asked, shows
from agent.replay.live.compare.texts.clock import NAMED, without_own_times
from agent.replay.live.compare.texts.said import Unlike
from agent.replay.live.compare.texts.tooltip import is_tooltip
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.compare.texts.clock import Span
    from tools.geometry import Point
    from tools.see.scene import Line, Scene

_NUMBER = re.compile(r"\d(?:[\d.,:/-]*\d)?")


@dataclass(frozen=True)
class Circumstances:
    """What decides whether a difference means nothing. Points and frames are the recorded run's."""

    pointer: Point | None = None
    """Where the mouse was."""
    pointer_now: Point | None = None
    """Where it is in this run, in pixels of this run's frames."""
    target: Point | None = None
    """Where the next action takes hold; None: nowhere, or by the keyboard."""
    is_last: bool = False
    """Whether nothing is done any more, so that no focus matters."""
    times: tuple[Span, Span] | None = None
    """Of the recorded run, and of this one; None: unknown."""
    typed_others: bool = False
    """Whether another text was typed in this run than in the recorded one."""
    learning: bool = False
    """Whether masks are learnt in this run."""


def without_harmless(
    found: Unlike, then: Screens, now: Screens, circumstances: Circumstances
) -> tuple[Unlike, tuple[str, ...]]:
    """The differences that count, and the others in words."""
    rules = (
        partial(_are_own_times, circumstances=circumstances),
        partial(_are_other_numbers, then=then, now=now, circumstances=circumstances),
    )
    missing, new, told = list(found.missing), list(found.new), []
    for rule in rules:
        for was in tuple(missing):
            line = next((line for line in new if rule(was, line)), None)
            if line is not None:
                missing.remove(was)
                new.remove(line)
                told.append(f'"{line.text}" is "{was.text}" in the recording')
    if circumstances.learning:
        lone = [line for line in (*missing, *new) if _is_number(line)]
        missing, new = ([line for line in lines if line not in lone] for lines in (missing, new))
        told += [f'"{line.text}" is on one of the two screens' for line in lone]
    tips = [line for line in missing if _came_up_as_a_tip(line, then, circumstances)]
    told += [f'the tooltip "{line.text}" did not come up' for line in tips]
    notes = [line for line in missing if line not in tips and _is_passing(line, then, now)]
    told += [f'"{line.text}" has gone by itself' for line in notes]
    left = tuple(line for line in missing if line not in tips and line not in notes)
    return Unlike(left, tuple(new)), tuple(told)


def _came_up_as_a_tip(line: Line, then: Screens, circumstances: Circumstances) -> bool:
    """Whether a recorded text is a tooltip. What stood there from the start, as a button, is none."""
    stood = bool(then.earlier) and shows(then, then.earlier[0], line)
    return not stood and is_tooltip(line, then.present, circumstances.pointer, circumstances.target)


def _are_own_times(was: Line, line: Line, circumstances: Circumstances) -> bool:
    if circumstances.times is None:
        return False
    recorded, present = circumstances.times
    old = without_own_times(was.text, recorded)
    return old != was.text and same(old, without_own_times(line.text, present))


def _are_other_numbers(
    was: Line, line: Line, then: Screens, now: Screens, circumstances: Circumstances
) -> bool:
    if not same(_numberless(was.text), _numberless(line.text)) or is_asked(was, then, circumstances.target):
        return False
    follows = _is_number(was) or (_was_lowest(was, then) and _was_lowest(line, now))
    return circumstances.learning or (circumstances.typed_others and follows)


def _numberless(text: str) -> str:
    """The text with a mark for each number, and one for each name of a day or a month."""
    return NAMED.sub("\N{CALENDAR}", _NUMBER.sub("0", text))


def _is_number(line: Line) -> bool:
    return not any(sign.isalpha() for sign in line.text)


def _was_lowest(line: Line, screens: Screens) -> bool:
    """Whether no text stood below a line on one of the screens that had it: a status line.

    A list that is open now may reach below it.
    """
    parser, frames = screens.parser, screens.earlier
    scenes = (screens.present, *(parser.read(frame) for frame in reversed(frames)))
    return any(_is_lowest(line, scene) for scene in scenes)


def _is_lowest(line: Line, scene: Scene) -> bool:
    return any(
        same(line.text, one.text) and not any(other.box.top >= one.box.bottom for other in scene.lines)
        for one in scene.lines
    )


def _is_passing(line: Line, then: Screens, now: Screens) -> bool:
    """Whether a status line came up in both runs, and was there until the last action, below all else."""
    return all(
        bool(run.earlier)
        and _is_lowest(line, run.parser.read(run.earlier[-1]))
        and not shows(run, run.earlier[0], line)
        for run in (then, now)
    )
