"""Screens made by hand, for tests: a question over a window, and what is said of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.screens.screens import Screens
from agent.replay.live.compare.texts.comparison import Comparison, compared
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Wording
from tests.tools.scenes import FakeParser, line, painted

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

WINDOW = (line("Archive", 20, 20), line("Records of the year", 20, 60), line("Purge", 40, 300))


def window(*more: Line | Widget, marks: tuple[Box, ...] = ()) -> Scene:
    """A window with more in it."""
    return painted(*WINDOW, *more, marks=marks)


def screens(*scenes: Scene) -> Screens:
    """The screens of a run, the present one last."""
    return Screens([scene.frame for scene in scenes[:-1]], scenes[-1], FakeParser(*scenes))


def said(
    then: Scene | Screens,
    now: Scene | Screens,
    wording: Wording | None = None,
    circumstances: Circumstances | None = None,
) -> Comparison:
    """What is said of a screen beside the recorded one."""
    was, is_now = (one if isinstance(one, Screens) else screens(one) for one in (then, now))
    return compared(was, is_now, wording or Wording(), circumstances or Circumstances())
