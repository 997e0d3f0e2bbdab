"""Settling on animated and slow windows: how soon, and whether anything was ever done too soon.

The agent clicks Go, a window of the battery starts (itself late and painted bit by bit, as programs are), and
the agent goes on clicking an inert target, with and without time to think. A witness asks the X
server for every change. Changes of what never rests by design (caret, spinner, video) are not counted.
"""

from __future__ import annotations

import random
import time
from bisect import bisect
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.battery.stage import COMMANDS, Subject, subject, target, witness
from benchmarks.battery.window import DIALOG, KINDS
from benchmarks.row import Row
from tools.action import Click
from tools.errors import ScreenChanged
from tools.geometry import Point
from tools.host.live import LiveDesktop
from tools.host.virtual_display import virtual_display

if TYPE_CHECKING:
    from tools.observation import Observation

_GO, _TARGET = Point(1000, 530), Point(1000, 680)
_SECONDS = 3.0
"""How long the agent works beside each window."""
_TOO_CLOSE = 0.1
_DIALOGS = 60
_RED = tuple(int(DIALOG[at : at + 2], 16) for at in (1, 3, 5))


@dataclass
class Tally:
    """What happened on one or more windows."""

    acts: int = 0
    too_soon: int = 0
    drops: int = 0
    waited: list[float] = field(default_factory=list)
    """Seconds from the last change to the act, of acts without time to think."""


def run() -> list[Row]:
    with virtual_display() as display, target(display), LiveDesktop(display) as desktop:
        _await_target(desktop)
        kinds = [kind for kind in (*KINDS, *COMMANDS) if kind != "dialog"]
        total = Tally()
        for kind in kinds:
            tally = _work_beside(display, kind, desktop)
            print(f"  {kind:11} {_told(tally)}")
            total.acts += tally.acts
            total.too_soon += tally.too_soon
            total.drops += tally.drops
            total.waited += tally.waited
        late, through, tried = _late_dialogs(display, desktop)
    after = median(total.waited) * 1000
    return [
        Row(
            "act after the last change, no time to think",
            after, "ms", "fixed wait 2000 ms", after / 2000, "", met=True,
        ),
        Row(
            f"acted amid changes less than 100 ms apart ({len(kinds)} windows, {total.acts} acts)",
            total.too_soon, "times", "", None, "never", total.too_soon == 0,
        ),
        Row("decisions dropped because the screen had changed", total.drops, "times", "", None, "", met=True),
        Row(
            f"clicked through a dialog 50 to 1500 ms late ({tried} clicks beside {late} dialogs)",
            through, "times", "", None, "never", through == 0,
        ),
    ]  # fmt: skip


def _told(tally: Tally) -> str:
    after = f", {median(tally.waited) * 1000:.0f} ms after the last change" if tally.waited else ""
    return f"{tally.acts:3} acts, {tally.too_soon} too soon, {tally.drops} dropped{after}"


def _work_beside(display: str, kind: str, desktop: LiveDesktop) -> Tally:
    """Start a window and go on clicking; first without time to think, then with some."""
    tally = Tally()
    for think in (0.0, 0.3):
        with witness(display) as changes:
            _click(desktop, desktop.observe(), _GO)
            acts = []
            with subject(display, kind) as window:
                until = time.monotonic() + _SECONDS
                while time.monotonic() < until:
                    seen = desktop.observe()
                    time.sleep(think)
                    acts.append(_click(desktop, seen, _TARGET))
                excluded = window.said("restless")
            tally.drops += acts.count(None)
            _judge(
                tally,
                [act for act in acts if act],
                _counting(changes, excluded),
                waited=not think and not excluded,
            )
    return tally


def _counting(changes: Subject, excluded: list[tuple[float, ...]]) -> list[float]:
    """Times of the changes that count."""

    def inside(box: tuple[float, ...]) -> bool:
        left, top, width, height = box
        return any(
            x <= left + 1 and y <= top + 1 and left + width <= x + w + 1 and top + height <= y + h + 1
            for x, y, w, h in excluded
        )

    return [at for at, *box in changes.said("change") if not inside(tuple(box))]


def _judge(tally: Tally, acts: list[float], changes: list[float], *, waited: bool) -> None:
    for act in acts:
        place = bisect(changes, act)
        tally.acts += 1
        if 0 < place < len(changes) and changes[place] - changes[place - 1] < _TOO_CLOSE:
            tally.too_soon += 1
        if waited and place and not any(changes[place - 1] < other < act for other in acts):
            tally.waited.append(act - changes[place - 1])


def _late_dialogs(display: str, desktop: LiveDesktop) -> tuple[int, int, int]:
    """Dialogs shown, clicks that went through one, clicks tried."""
    tried = 0
    with subject(display, "dialog") as window:
        while len(window.said("shown")) <= _DIALOGS:
            window.program.check()
            seen = desktop.observe()
            if not _shows_dialog(seen):
                time.sleep(random.choice((0, 0.05, 0.3)))
                tried += _click(desktop, seen, _TARGET) is not None
        return len(window.said("shown")), len(window.said("pressed")), tried


def _shows_dialog(seen: Observation) -> bool:
    return tuple(seen.frame.rgb[_TARGET.y, _TARGET.x]) == _RED


def _click(desktop: LiveDesktop, seen: Observation, point: Point) -> float | None:
    """When the mouse began to move (the window manager's answer comes after), or None if it was dropped."""
    try:
        desktop.execute(Click(point=point), seen)
    except ScreenChanged:
        return None
    return desktop.acted


def _await_target(desktop: LiveDesktop) -> None:
    while not desktop.observe().frame.rgb[_TARGET.y, _TARGET.x].any():
        time.sleep(0.05)
