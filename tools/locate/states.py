"""States of check boxes, radio buttons and switches, also while a focus ring or the pointer hides them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.locate.radios import one_of_group
from tools.see.shapes.switches import find_switches, has_shape, is_coloured
from tools.see.shapes.ticks import has_turned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget


def is_on(look: Look, indicator: Widget, first: Frame, *, left: bool = False) -> bool | None:
    """Whether an indicator is on: as it looks, or by its middle where a focus ring hides what it is.

    None where it can't be told: a second look sees another state, as of a switch that is lit up under the
    pointer, whose middle is another then; or another radio button of its group is on, too.

    Args:
        look: the present one.
        indicator: as it was seen at first.
        first: the frame on which it was seen.
        left: whether it was clicked, and neither pointer nor keyboard is on it any more: then the middle of a
            radio button that was off is another for one reason alone.
    """
    if left and indicator.kind == "radio" and indicator.checked is False and first.size == look.frame.size:
        now = _same(look.scene.widgets, indicator)
        if now is not None and now.checked is not False and has_turned(first, look.frame, indicator):
            return True
    switches = find_switches(look.frame, (indicator.box,)) if has_shape(indicator.box) else ()
    now = _same(switches, indicator) or _same(look.scene.widgets, indicator)
    if now is not None:
        turned = None not in (now.checked, indicator.checked) and now.checked is not indicator.checked
        return one_of_group(look.scene, look.scene.judged(now, turned=turned)).checked
    again = look.scene.looked_at_again()
    now = _same(again.widgets, indicator) if again else None
    if now is not None and now.checked is not None:
        return now.checked
    if first.size != look.frame.size or indicator.checked is None:
        return None
    has_turned_since = _has_turned(first, look.frame, indicator)
    if has_turned_since is None:
        return None
    now = replace(indicator, checked=indicator.checked is not has_turned_since)
    return one_of_group(look.scene, look.scene.judged(now, turned=has_turned_since)).checked


def _has_turned(before: Frame, after: Frame, indicator: Widget) -> bool | None:
    """Whether an indicator's middle is another, or a switch's knob is at the other end; None: maybe.

    Of a switch the middle tells nothing: its track may light up under the pointer, in a colour too. But none
    takes its colour from one, whose white knob may not be seen on white.
    """
    if not has_shape(indicator.box):
        return has_turned(before, after, indicator)
    if _is_knob_left(before, indicator.box) is not _is_knob_left(after, indicator.box):
        return True
    had, has = (is_coloured(frame, indicator.box) for frame in (before, after))
    if has and not had:
        return None
    return had and not has


def _is_knob_left(frame: Frame, box: Box) -> bool:
    """Whether the left half of a switch differs more from its track than the right half does."""
    gray = frame.gray[box.slices].astype(np.int64)
    apart = np.abs(gray - np.median(gray)).mean(axis=0)
    half = len(apart) // 2
    return float(apart[:half].mean()) > float(apart[-half:].mean())


def _same(widgets: Iterable[Widget], indicator: Widget) -> Widget | None:
    """The indicator of that kind in the place of one that was there before."""
    same = (one for one in widgets if one.kind == indicator.kind)
    return next((one for one in same if indicator.box.contains(one.box.center)), None)
