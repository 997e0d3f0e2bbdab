"""Connection to an X server: its failures in words, and the requests that several files here make.

Protocol: X Window System Protocol, version 11, "InternAtom", "GetProperty", "ChangeProperty", "QueryTree",
"GetInputFocus".
"""

from __future__ import annotations

import select
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

import xcffib
import xcffib.xproto
from xcffib.xproto import GetPropertyType, PropMode

from tools.errors import DisplayLost, EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1024
"""Of a property that is read, in units of four bytes."""


class Connection:
    """A connection to one X server; a context manager.

    A server that goes away is a DisplayLost only in a `with connection.alive()` block.
    """

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        self.display = display
        try:
            self._xcb = xcffib.connect(display=display)
        except xcffib.ConnectionException as error:
            raise EnvironmentFault(
                f"no X server answers at display {display!r}; start one there, or let the run have its own "
                f"with --display virtual ({error})"
            ) from error
        self.core: Any = self._xcb.core
        """The requests of the core protocol."""
        setup = self._xcb.setup  # `get_setup` would take it apart anew each time
        self.root = int(setup.roots[self._xcb.pref_screen].root)
        """The root window of the connection's screen."""
        self._of_client = ~int(setup.resource_id_mask)
        self._atoms: dict[str, int] = {}
        self._extensions: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Disconnect: the server frees whatever was made through the connection."""
        self._xcb.disconnect()

    @contextmanager
    def alive(self) -> Iterator[None]:
        """A block that needs the server.

        Raises:
            DisplayLost: the server went away.
        """
        try:
            yield
        except xcffib.ConnectionException as error:
            raise DisplayLost(
                f"the X server of display {self.display} went away: it was ended or crashed; start it and "
                "run again"
            ) from error

    def extension(self, protocol: Any) -> Any:
        """The requests of an extension, such as `xcffib.xtest`.

        Raises:
            EnvironmentFault: the server lacks it.
        """
        name = protocol.key.name
        if name not in self._extensions:
            if not self.core.QueryExtension(len(name), name).reply().present:
                raise EnvironmentFault(
                    f"the X server of display {self.display} lacks the extension {name}; use one that has it "
                    "(Xorg, Xvfb and Xephyr do), or let the run have its own with --display virtual"
                )
            self._extensions[name] = self._xcb(protocol.key)
        return self._extensions[name]

    def client_of(self, window: int) -> int:
        """The client that has made a window: what the numbers of all that it makes begin with."""
        return window & self._of_client

    def fileno(self) -> int:
        """The descriptor of its socket."""
        return int(self._xcb.get_file_descriptor())

    def new_id(self) -> int:
        """A number for something that is about to be made."""
        return int(self._xcb.generate_id())

    def flush(self) -> None:
        """Send what was asked for so far."""
        self._xcb.flush()

    def sync(self) -> None:
        """Return when the server has done all that was asked for: a round trip."""
        self.focus()

    def focus(self) -> int:
        """The window that keys go to; 0 for none, 1 for the one under the pointer."""
        return int(self.core.GetInputFocus().reply().focus)

    def raw_reply(self, cookie: Any) -> Any:
        """A request's reply, not yet taken apart: quicker, and comparable."""
        return self._xcb.wait_for_reply(cookie.sequence)

    def events(self) -> Iterator[Any]:
        """Those that have come in, without waiting for more."""
        while (event := self._xcb.poll_for_event()) is not None:
            yield event

    def await_more(self, seconds: float) -> bool:
        """Whether the server says something within that time. All `events` must have been taken before."""
        return bool(select.select([self], [], [], seconds)[0])

    def atom(self, name: str) -> int:
        """The server's number for a name."""
        if name not in self._atoms:
            self._atoms[name] = int(self.core.InternAtom(0, len(name), name).reply().atom)
        return self._atoms[name]

    def read(self, window: int, name: str) -> bytes:
        """A property of a window, of any type; empty when it has none of that name.

        Raises:
            WindowError: the window is gone (`xcffib.xproto`).
        """
        asked = self.core.GetProperty(0, window, self.atom(name), GetPropertyType.Any, 0, _LONGEST)
        return b"".join(asked.reply().value)

    def read_numbers(self, window: int, name: str) -> tuple[int, ...]:
        """A property that is a list of 32-bit numbers (atoms, windows); as `read`."""
        listed = self.read(window, name)
        count = len(listed) // 4
        return struct.unpack(f"={count}I", listed[: 4 * count])

    def write(self, window: int, name: str, text: bytes, kind: str = "STRING") -> None:
        """Give a window a property that is a text."""
        kinds = self.atom(name), self.atom(kind)
        self.core.ChangeProperty(PropMode.Replace, window, *kinds, 8, len(text), text)

    def write_numbers(self, window: int, name: str, numbers: tuple[int, ...], kind: str) -> None:
        """Give a window a property that is a list of 32-bit numbers."""
        packed, kinds = struct.pack(f"={len(numbers)}I", *numbers), (self.atom(name), self.atom(kind))
        self.core.ChangeProperty(PropMode.Replace, window, *kinds, 32, len(numbers), packed)

    def way_out(self, window: int) -> Iterator[int]:
        """A window and those around it, from the inside out; the last is the root's own child.

        Raises:
            WindowError: one of them is gone (`xcffib.xproto`).
        """
        while window not in (self.root, xcffib.NONE):
            yield window
            window = int(self.core.QueryTree(window).reply().parent)

    def outermost(self, window: int) -> int:
        """The root's own child that a window lies in; the window itself when it is the root.

        Raises:
            WindowError: the window is gone (`xcffib.xproto`).
        """
        *_, outer = window, *self.way_out(window)
        return outer
