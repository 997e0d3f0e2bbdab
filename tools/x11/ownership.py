"""Ownership of a display by one agent at a time: an X selection as the lock.

The server gives a selection up the moment its owner's connection ends, so that not even a killed agent leaves
the display locked. Source: "Inter-Client Communication Conventions Manual" 2.0, section 2.1 and, for a
selection used this way, 2.8 (manager selections).
"""

from __future__ import annotations

import os
from typing import Self

import xcffib
import xcffib.xproto
from xcffib.xproto import Time, WindowClass

from tools.errors import EnvironmentFault
from tools.x11.connection import Connection

_LOCK = "_DESKHAND_AGENT"
_PID = "_NET_WM_PID"


class Ownership:
    """Being the agent of a display, from creation to `close`."""

    def __init__(self, display: str) -> None:
        """Take the display.

        Raises:
            EnvironmentFault: another agent has it, or no X server answers there.
        """
        self._connection = Connection(display)
        try:
            with self._connection.alive():
                self._take()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the display to the next agent."""
        self._connection.close()

    def _take(self) -> None:
        core = self._connection.core
        lock = self._connection.atom(_LOCK)
        window = self._make_window()
        core.GrabServer()  # nobody else may take it between the question and the taking
        owner = core.GetSelectionOwner(lock).reply().owner
        if owner == xcffib.NONE:
            core.SetSelectionOwner(window, lock, Time.CurrentTime)
        core.UngrabServer()
        if owner != xcffib.NONE:
            raise EnvironmentFault(
                f"another agent, process {self._pid_of(owner)}, is at work on display "
                f"{self._connection.display}; wait until it ends, stop it, or let this run have a display of "
                "its own with --display virtual"
            )
        self._connection.sync()  # from here on the lock is held

    def _make_window(self) -> int:
        """A window that is never shown, to own the selection and to say whose it is."""
        window, root = self._connection.new_id(), self._connection.root
        kind, visual = WindowClass.InputOnly, xcffib.CopyFromParent
        self._connection.core.CreateWindow(0, window, root, 0, 0, 1, 1, 0, kind, visual, 0, [])
        self._connection.write_numbers(window, _PID, (os.getpid(),), "CARDINAL")
        return window

    def _pid_of(self, window: int) -> str:
        try:
            found = self._connection.read_numbers(window, _PID)
        except xcffib.xproto.WindowError:  # its owner ended after all, just now
            return "which has just ended"
        return str(found[0]) if found else "of unknown number"
