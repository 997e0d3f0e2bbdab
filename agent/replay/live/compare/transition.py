"""Transition: before, action, after; `effects.differ` compares a recorded one with one of this run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts import TextChange, is_among, text_change, untouched
from agent.replay.live.substitutions import Substitutions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.observation import Frame
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

    @cached_property
    def texts(self) -> TextChange:
        """The texts that came up and went away."""
        return text_change(self.before, self.after)


@dataclass(frozen=True)
class Context:
    """What two transitions are compared with the help of."""

    parser: ScreenParser
    substitutions: Substitutions = Substitutions()  # noqa: RUF009  (frozen)
    ignored: Sequence[Box] = ()
    """Areas in which texts mean nothing, in frame pixels."""
    earlier: Sequence[Frame] = ()
    """The recorded screens up to the one that the action was decided on, the first one first."""
    later: Frame | None = None
    """The recorded screen that the next action led to; None: this one was the last."""
    chosen: tuple[str, str] | None = None
    """The entry chosen last, where it is another one in this run: the recorded text, and this run's."""
    choosing: bool = False
    """Whether the next action chooses another entry from what this one brought up."""
    typed: Sequence[str] = ()
    """What was typed in this run so far."""

    @cached_property
    def known(self) -> list[Line]:
        """The texts of all earlier recorded screens."""
        return [line for frame in self.earlier for line in self.parser.read(frame).lines]

    @cached_property
    def opened(self) -> list[Line]:
        """Those of them that were not on the first screen."""
        first = self.parser.read(self.earlier[0]).lines if self.earlier else ()
        return [line for line in self.known if not is_among(line, first)]

    def counted(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines that lie outside of all ignored areas."""
        return untouched(lines, self.ignored)
