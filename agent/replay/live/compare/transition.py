"""Transition: before, action, after; `effects.differ` compares a recorded one with one of this run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.values.substitutions import Substitutions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene


@dataclass(frozen=True)
class Transition:
    """What one action did to the screen. Points and boxes are pixels of its own frames."""

    action: Action
    """With the texts and the place of its run."""
    before: Scene
    """The screen that the action was decided on."""
    after: Scene
    """The screen that it led to."""
    clicked: Point | None = None
    """Where the last click was, this action's included: what is typed goes there."""
    opener: Point | None = None
    """Where the last click before this action was: the drop-down, if this one chooses from its list."""
    healed: bool = False
    """Whether its target may have another text than the recorded one."""


@dataclass(frozen=True)
class Context:
    """What two transitions are compared with the help of."""

    parser: ScreenParser
    substitutions: Substitutions = Substitutions()  # noqa: RUF009  (frozen)
    ignored: Sequence[Box] = ()
    """Areas in which texts mean nothing, in frame pixels."""
    chosen: tuple[str, str] | None = None
    """The entry chosen last, where it is another one in this run: the recorded text, and this run's."""
    stays: Callable[[Line], bool] = lambda _line: False
    """Whether a recorded text that holds a changed value is none of its uses, and stays as it is."""
    choosing: bool = False
    """Whether the next action chooses another entry from what this one brought up."""
    is_last: bool = False
    """Whether nothing is done after it: what the recording kept may be a dialog that is just going away."""
