"""Boxes of Qt's widgets and of parts of them, in screen pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.qt.binding import QtCore
from training.screens.programs.truth import element

if TYPE_CHECKING:
    from training.screens.programs.truth import Told


def box(one: Any, part: Any = None) -> list[float]:
    """Where a widget, or a rectangle within it, lies; Qt counts in units of its scale."""
    part = part if part is not None else one.rect()
    at, ratio = one.mapToGlobal(part.topLeft()), one.devicePixelRatioF()
    return [at.x() * ratio, at.y() * ratio, part.width() * ratio, part.height() * ratio]


def grown(one: Any, part: Any) -> list[float]:
    """The same with a little room around it."""
    return box(one, part.adjusted(-2, -2, 2, 2))


def shown(one: Any) -> list[float]:
    """That part of a widget that the widgets around it let through; without area where there is none."""
    region = one.visibleRegion().boundingRect()
    return box(one, region) if not region.isEmpty() else [0, 0, 0, 0]


def bars(one: Any) -> list[Told]:
    """The scroll bars of an area that scrolls, where they are shown."""
    both = (one.verticalScrollBar(), one.horizontalScrollBar())
    return [
        element("scrollbar", box(bar))
        for bar in both
        if bar.isVisible() and not bar.visibleRegion().isEmpty()
    ]


def line(view: Any, part: Any) -> list[float]:
    """The whole row of a list or tree in which a rectangle of its viewport lies."""
    port = view.viewport()
    return box(port, QtCore.QRect(0, part.y(), port.width(), part.height()))
