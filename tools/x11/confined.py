"""Confinement: the windows that alone are acted on, by title. The inverse of `tools.x11.forbidden`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from tools.errors import Refused
from tools.titles import is_part_of
from tools.x11.connection import Connection
from tools.x11.grabs import Grabs
from tools.x11.targeted import TargetedWindows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import ScreenBox, ScreenPoint


class ConfinedWindows:
    """The windows of one display that alone are acted on; a context manager.

    Args:
        display: an X display.
        title: a part of their title; None: any.

    Raises:
        EnvironmentFault: no X server answers there.
    """

    def __init__(self, display: str, title: str | None) -> None:
        self._connection = Connection(display)
        self._title = title
        self._targeted, self._grabs = TargetedWindows(self._connection), Grabs(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def check(self, points: Iterable[ScreenPoint], *, keys: bool) -> None:
        """Let an action pass that takes hold at these points, and with `keys` at what has the keyboard.

        Raises:
            Refused: it would go to another window; nothing was done.
            DisplayLost: the server went away.
        """
        if self._title is None:
            return
        with self._connection.alive():
            for point in points:
                self._refuse_others(self._targeted.under(point), f"({point.x}, {point.y}) lies outside")
            if keys:
                self._refuse_others(self._targeted.focused(), "the keyboard does not belong to")
            if self._grabs.are_held(keyboard=keys):
                grabbing = self._targeted.with_main(self._grabs.candidates())
                self._refuse_others(grabbing, "keyboard or mouse may be grabbed outside")

    def focused_box(self) -> ScreenBox | None:
        """The extent of the window that has the keyboard; None where none has it."""
        with self._connection.alive():
            return self._targeted.box(self._targeted.focused())

    def _refuse_others(self, windows: Sequence[int], place: str) -> None:
        assert self._title is not None
        if not any(is_part_of(self._title, title) for title in self._targeted.titles(windows)):
            raise Refused(f'{place} the window "{self._title}" that this run is confined to; stay in it')
