"""One agent at a time on a display: an X selection as the lock.

The server gives a selection up the moment its owner's connection ends, so that not even a killed agent leaves
the display locked. Source: "Inter-Client Communication Conventions Manual" 2.0, section 2.1 and, for a
selection used this way, 2.8 (manager selections).
"""

from __future__ import annotations

import os
from typing import Self

import xcffib
import xcffib.xproto
from xcffib.xproto import Atom, PropMode, Time, WindowClass

from tools.errors import EnvironmentFault
from tools.x11.connection import connect, root_of, watched

_LOCK = "_DESKHAND_AGENT"
_PID = "_NET_WM_PID"


class Ownership:
    """Being the agent of a display, from creation to `close`."""

    def __init__(self, display: str) -> None:
        """Take the display.

        Raises:
            EnvironmentFault: another agent has it, or no X server answers there.
        """
        self._display = display
        self._connection = connect(display)
        try:
            with watched(display):
                self._take()
        except BaseException:
            self._connection.disconnect()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the display to the next agent."""
        self._connection.disconnect()

    def _take(self) -> None:
        core = self._connection.core
        lock = self._atom(_LOCK)
        window = self._make_window()
        core.GrabServer()  # nobody else may take it between the question and the taking
        owner = core.GetSelectionOwner(lock).reply().owner
        if owner == xcffib.NONE:
            core.SetSelectionOwner(window, lock, Time.CurrentTime)
        core.UngrabServer()
        if owner != xcffib.NONE:
            raise EnvironmentFault(
                f"another agent, process {self._pid_of(owner)}, is at work on display {self._display}; wait "
                "until it ends, stop it, or let this run have a display of its own with --display virtual"
            )
        core.GetInputFocus().reply()  # a round trip: from here on the lock is held

    def _make_window(self) -> int:
        """A window that is never shown, to own the selection and to say whose it is."""
        window = int(self._connection.generate_id())
        core = self._connection.core
        root = root_of(self._connection)
        core.CreateWindow(0, window, root, 0, 0, 1, 1, 0, WindowClass.InputOnly, xcffib.CopyFromParent, 0, [])
        core.ChangeProperty(PropMode.Replace, window, self._atom(_PID), Atom.CARDINAL, 32, 1, [os.getpid()])
        return window

    def _pid_of(self, window: int) -> str:
        core = self._connection.core
        try:
            found = (
                core.GetProperty(0, window, self._atom(_PID), Atom.CARDINAL, 0, 1).reply().value.to_atoms()
            )
        except xcffib.xproto.WindowError:  # its owner ended after all, just now
            return "which has just ended"
        return str(found[0]) if found else "of unknown number"

    def _atom(self, name: str) -> int:
        return int(self._connection.core.InternAtom(0, len(name), name).reply().atom)
