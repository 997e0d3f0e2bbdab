"""Output of a program: its log file, and the end of it for a message."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from tools.host.owned.belongings import temporary_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TAIL = 2000
"""Characters that a message quotes."""
_END = 100_000
"""Bytes that they are looked for in: escapes and colours may be most of them."""
_MOST = 20_000_000
"""Bytes, the last ones, that are kept of an output; for a while it may have twice as many and a bit."""
_LOOK_SECONDS = 0.2
"""After which it is looked at how long it has become."""
_LEFT_OUT = b"(What was said before is left out.)\n"


class Output:
    """Standard output and error of one program; `sink` is what it writes to.

    However much it says, the end of it is kept, and no disk is filled.
    With something to hide that is a file without a name, which is gone whatever happens to this process, and
    the log is written when the program has ended. Without, it is the log.

    Args:
        log: the file that they are appended to.
        hide: takes out of a text, which may be cut at both ends, what nobody may read in the log; None:
            nothing is to be hidden.

    Raises:
        OSError: the file can't be written.
    """

    def __init__(self, log: Path, hide: Callable[[str], str] | None = None) -> None:
        self._log, self._hide = log, hide
        self._raw = temporary_file() if hide else log
        self.sink, self._source = self._raw.open("ab"), self._raw.open("rb")
        self._forget()
        self._closed = threading.Event()
        self._shortening = threading.Thread(target=self._keep_short, name="deskhand-output", daemon=True)
        self._shortening.start()

    def tail(self) -> str:
        """The end of it, for a message."""
        return self._text(_END)[-_TAIL:].strip()

    def close(self) -> None:
        """Write the log, if it is not there yet."""
        if self.sink.closed:
            return
        self._closed.set()
        self._shortening.join()  # before its descriptors may be another file's
        with suppress(OSError):
            self._shorten()  # a busy machine may not have come to it
        self.sink.close()
        if self._hide:
            with suppress(OSError):  # a full disk keeps no other program from being ended
                self._log.write_text(self._text(_MOST), encoding="utf-8")
        self._source.close()
        self._forget()

    def _keep_short(self) -> None:
        while not self._closed.wait(_LOOK_SECONDS):
            with suppress(OSError):
                self._shorten()

    def _shorten(self) -> None:
        """Cut off the beginning of what is too long; it is opened to append, so there is no hole after it."""
        size = os.fstat(self.sink.fileno()).st_size
        if size > 2 * _MOST and hasattr(os, "pread"):  # Windows has none
            end = os.pread(self._source.fileno(), _MOST, size - _MOST)
            os.ftruncate(self.sink.fileno(), 0)
            os.write(self.sink.fileno(), _LEFT_OUT + end)

    def _text(self, most: int) -> str:
        """The last so many bytes of it."""
        if self._source.closed:
            return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""
        size = self._source.seek(0, os.SEEK_END)
        self._source.seek(max(0, size - most))
        text = self._source.read().decode(errors="replace")
        return self._hide(text) if self._hide else text

    def _forget(self) -> None:
        """Take the name from what nobody may read; Windows lets go of it only when it is closed."""
        if self._raw != self._log:
            with suppress(PermissionError):
                self._raw.unlink(missing_ok=True)
