"""Stage: shows plans on a display of its own, and takes pictures of them with the truth about each."""

from __future__ import annotations

import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Size
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from training.screens.covered import moved, parts, seen
from training.screens.desktop import Desktop, Layer
from training.screens.fitted import fitted
from training.screens.grounds import desktop_ground
from training.screens.kits import KITS, command_of
from training.screens.managers import replaced
from training.screens.plan import SCREEN, random_plan
from training.screens.program import Broken, Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.observation import Frame
    from training.screens.outline import Plan, Truth
    from training.screens.splits import Look

_SLACK = 2
"""Pixels by which a program may be out about its own window's sides."""
_PANEL = 0.3 * SCREEN[0] * SCREEN[1]
"""Pixels of the largest window that a window manager puts there itself, such as a task bar."""
_KEPT = 12
"""Programs that go on running between screens."""
_SETTLE, _TRIES = 0.04, 50


def plan_of(look: Look, seed: int) -> Plan:
    """The plan of a seed in a theme."""
    theme, _, tone = look.theme.partition(":")
    return random_plan(seed, theme, dark=bool(tone))


@dataclass(slots=True)
class Stage:
    """A display with programs on it; one is behind the other where a screen shows two."""

    display: str
    screen: Screen
    desktop: Desktop
    icons: Path
    _programs: dict[tuple[object, ...], Program] = field(default_factory=dict)

    def shoot(self, look: Look, plan: Plan, behind: tuple[Look, Plan] | None = None) -> tuple[Frame, Truth]:
        """A picture of a plan in a theme, another one behind it, and the truth about all that is seen.

        Raises:
            Broken: a program does not do its part.
        """
        self.desktop.lay(desktop_ground(plan["seed"], self.screen.size))
        shown: list[tuple[Program, Truth, set[int]]] = []
        try:
            for one in (*([behind] if behind else []), (look, plan)):
                before = self._clients()
                program = self._program(*one)
                truth = program.show(one[1])
                clients = self._clients() - before
                shown.append((program, truth, clients))
                if truth.get("relative") and one[1]["open_menu"] is None:  # a menu would stay behind
                    self._move(clients, one[1])
            frame = self._still()
            layers = self.desktop.layers()
            whole = self._whole([(truth, clients) for _, truth, clients in shown], layers)
            return frame, fitted(whole, frame.words)
        finally:
            for program, _, _ in shown:
                program.show(None)
            self._end_all_but(_KEPT)

    def close(self) -> None:
        """End all programs."""
        self._end_all_but(0)

    def _end_all_but(self, number: int) -> None:
        while len(self._programs) > number:
            self._programs.pop(next(iter(self._programs))).close()

    def _program(self, look: Look, plan: Plan) -> Program:
        """The one for plans like this."""
        scale = None if KITS[look.toolkit].scales else plan["scale"]
        key = (look.toolkit, plan["theme"], plan["dark"], scale)
        if key not in self._programs:
            more = {"TRAINING_ICONS": str(self.icons)}
            self._programs[key] = Program(command_of(look.toolkit), self.display, more)
        self._programs[key] = self._programs.pop(key)  # the last one used comes last
        return self._programs[key]

    def _clients(self) -> set[int]:
        return {layer.client for layer in self.desktop.layers()}

    def _move(self, clients: set[int], plan: Plan) -> None:
        """Put a window where its plan has it, which its program can't."""
        for layer in self.desktop.layers():
            if layer.inner and layer.client in clients:
                self.desktop.move(layer, *plan["at"])

    def _whole(self, told: list[tuple[Truth, set[int]]], layers: list[Layer]) -> Truth:
        """What is true of the whole screen."""
        ours = {client for _, clients in told for client in clients}
        foreign = [one.outer for one in layers if one.client not in ours and one.outer.area < _PANEL]
        whole: Truth = {"elements": [], "ignore": [list(box) for box in foreign]}
        for at, (truth, clients) in enumerate(told):
            own = next(
                (number for number, one in enumerate(layers) if one.inner and one.client in clients), None
            )
            if own is None:
                raise Broken("its window is not on the screen")
            above = [one.outer for one in layers[own + 1 :] if one.client not in clients]
            part = seen(_placed(truth, layers[own]), above, self.screen.size)
            frame = parts(
                layers[own].outer, [layers[own].inner or layers[own].outer, *above], self.screen.size
            )
            behind = {"behind": True} if at < len(told) - 1 else {}
            whole["elements"] += [element | behind for element in part["elements"]]
            whole["ignore"] += [*part["ignore"], *map(list, frame)]
        return whole

    def _still(self) -> Frame:
        """The screen, when two looks in a row show the same."""
        last = self.screen.grab()
        for _ in range(_TRIES):
            time.sleep(_SETTLE)
            frame = self.screen.grab()
            if np.array_equal(frame.words, last.words):
                return frame
            last = frame
        raise Broken("the screen does not come to rest")


def _placed(truth: Truth, layer: Layer) -> Truth:
    """The truth with its window where the X server has it, to the pixel.

    Raises:
        Broken: that is elsewhere than a few pixels from where the program has it.
    """
    told = next((one["box"] for one in truth["elements"] if one["kind"] == "dialog"), None)
    if told is None or layer.inner is None:
        return truth
    if truth.get("relative"):
        return moved(truth, layer.inner.left, layer.inner.top)
    if not np.allclose(told, layer.inner, atol=_SLACK):
        raise Broken(f"it tells of a window at {told}, which is at {list(layer.inner)}")
    across, down = layer.inner.left - told[0], layer.inner.top - told[1]
    return moved(truth, across, down) if across or down else truth


@contextmanager
def stage(icons: Path, manager: str | None = None) -> Iterator[Stage]:
    """A stage on a new display, with a window manager other than openbox where one is named."""
    with (
        virtual_display(Size(*SCREEN)) as display,
        Screen(display) as screen,
        Desktop(display) as desktop,
        replaced(manager, display, desktop) if manager else nullcontext(),
    ):
        made = Stage(display, screen, desktop, icons)
        try:
            yield made
        finally:
            made.close()
