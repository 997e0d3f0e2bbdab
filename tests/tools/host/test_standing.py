"""Standing of a decision: the windows that it would go to, and the screen's size, are those decided on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tools.action import Click
from tools.errors import ScreenChanged
from tools.geometry import Point
from tools.host.standing import Standing
from tools.observation import Frame, Observation, Settled
from tools.settling.recheck import Grounds
from tools.settling.settle import Settle

CLICK = Click(point=Point(5, 5))


def standing(titles: tuple[str, ...], wanted: tuple[str, ...] | None, shown: Frame | None = None) -> Standing:
    """One whose action would go to windows of these titles now, on this screen."""
    screen: Any = SimpleNamespace(settle=Settle(), monitor=None, moved=lambda **_: ())
    acting: Any = SimpleNamespace(await_rest=lambda _known: (shown, True))
    permission: Any = SimpleNamespace(titles=lambda *_: titles)
    redactions: Any = SimpleNamespace(hide_alike=lambda frame: frame)
    return Standing(screen, acting, permission, redactions, lambda: Grounds(titles=wanted))


def frame(width: int) -> Frame:
    return Frame.from_rgb(np.full((40, width, 3), 200, np.uint8))


def test_the_same_windows_or_none_that_were_asked_for_let_it_stand() -> None:
    standing(("Orders",), ("Orders",)).confirm_titles(CLICK, None)
    standing(("Orders",), None).confirm_titles(CLICK, None)


def test_another_window_does_not() -> None:
    with pytest.raises(ScreenChanged, match="another one now; nothing was done; decide again"):
        standing(("Delete all",), ("Orders",)).confirm_titles(CLICK, None)


def test_a_screen_of_another_size_does_not() -> None:
    seen = Observation(frame(60), Settled(quiet=True, changed=False, seconds=0.0))
    with pytest.raises(ScreenChanged, match="the screen's size changed to 50x40"):
        standing((), None, frame(50)).confirm(CLICK, seen, None)
