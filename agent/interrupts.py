"""Interrupts: signals that end this process, each of which cleans up as Ctrl-C does and is told by its name.

An interrupt is a `KeyboardInterrupt` with a sentence that says which signal it was. Code of others may
swallow one, or answer it with an error of its own (libraries that are just being loaded do), so that it is
remembered here: whoever goes on asks first. One that Python itself swallows, in a finalizer or a callback,
comes again.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from functools import partial
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Any

    Handler = Callable[[int, FrameType | None], None]
    Hook = Callable[[sys.UnraisableHookArgs], object]

PARENT_GONE = 0
"""In place of a signal's number: the command that this process works for is no more."""
CLEANING_SECONDS = 15.0
"""That cleaning up may take: a further signal meanwhile would only leave things behind, and is not heeded."""
_AGAIN_SECONDS = 0.02
"""After which one that was swallowed comes again."""
_NAMES = (
    "SIGINT",
    "SIGTERM",
    "SIGHUP",
    "SIGQUIT",
    "SIGUSR1",
    "SIGUSR2",
    "SIGALRM",
    "SIGVTALRM",
    "SIGPROF",
    "SIGXCPU",
    "SIGIO",
    "SIGPWR",
    "SIGSTKFLT",
    "SIGBREAK",
)
"""Those that end a process which does nothing about them, and come from outside: no faults of the process."""


class _Ending:
    """A handler of ours, known as such."""

    ends = True

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self._handler(number, frame)


class _Received:
    """The signal that ends this process, once there is one."""

    told = ""
    """What it is called in an ending; "" before it came."""
    at = -inf
    """When the last one was heeded, in monotonic seconds; -inf: the next one is the first."""
    held = False
    """Whether the first is only remembered."""
    named = ""
    """What the next interrupt is called, if it is this process's own."""
    again: threading.Timer | None = None
    """Sends one again that was swallowed, unless somebody notices it before."""


def end_on_signals(handle: Handler | None = None) -> Callable[[], None]:
    """From now on each of them is an interrupt, or what `handle` makes of it.

    Not those which this process was started to ignore (`nohup`), or which somebody else uses.

    Returns:
        Puts back what was before, and forgets a signal that came.
    """
    _Received.told = _Received.named = ""
    _Received.at = -inf
    handler = handle or interrupt
    before: dict[signal.Signals, Any] = {}
    for one in (signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__):
        now = signal.getsignal(one)
        if now in (signal.SIG_DFL, signal.default_int_handler) or getattr(now, "ends", False):
            before[one] = now
            with suppress(OSError):  # on some systems a few can't be had
                signal.signal(one, _Ending(handler))
    hook = sys.unraisablehook
    if getattr(hook, "func", None) is not _swallowed:
        sys.unraisablehook = partial(_swallowed, hook)
    return lambda: _put_back(before, hook)


def _put_back(handlers: dict[signal.Signals, Any], hook: Hook) -> None:
    _notice()
    _Received.told, _Received.at = "", -inf
    sys.unraisablehook = hook
    for one, handler in handlers.items():
        signal.signal(one, handler)


def interrupt(number: int, _frame: FrameType | None = None) -> None:
    """Handler of a signal.

    Raises:
        KeyboardInterrupt: with what the ending says of it.
    """
    now = time.monotonic()
    if now - _Received.at < CLEANING_SECONDS:
        return
    remembered = _Received.held and _Received.at == -inf
    _Received.told, _Received.at, _Received.named = told(number), now, ""
    if not remembered:
        raise KeyboardInterrupt(_Received.told)


def _swallowed(hook: Hook, unraisable: sys.UnraisableHookArgs) -> None:
    """Have an interrupt come again that was raised where Python goes on all the same (`sys.unraisablehook`).

    A moment later, and from another thread: here it would be swallowed once more. Not if it is noticed
    meanwhile: it would break off the cleaning up.
    """
    if not isinstance(unraisable.exc_value, KeyboardInterrupt) or not _Received.told or sys.is_finalizing():
        hook(unraisable)
        return
    _Received.named, _Received.at = _Received.told, -inf
    _Received.again = threading.Timer(_AGAIN_SECONDS, wake)
    _Received.again.daemon = True
    _Received.again.start()


def _notice() -> None:
    """Somebody acts on the interrupt that came: it need not come again."""
    if _Received.again is not None:
        _Received.again.cancel()
        _Received.again, _Received.at, _Received.named = None, time.monotonic(), ""


@contextmanager
def held() -> Iterator[None]:
    """While it lasts a signal is only remembered, so that what is being written is written whole."""
    _Received.held = True
    try:
        yield
    finally:
        _Received.held = False


def end(words: str) -> None:
    """End this process's work as Ctrl-C does, from any thread.

    Args:
        words: what the ending says.
    """
    _Received.named = words
    wake()


def wake() -> None:
    """Send the main thread, from any one, a signal that is an interrupt; what it waits for is broken off."""
    with suppress(ProcessLookupError):
        if hasattr(signal, "pthread_kill"):
            signal.pthread_kill(threading.main_thread().ident or 0, waking())
        else:
            _thread.interrupt_main()


def waking() -> signal.Signals:
    """The signal by which this process wakes itself: Ctrl-C's, unless it was started to ignore that.

    So is what a shell starts in the background, and all that this starts.
    """
    known = (signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__)
    return next((one for one in known if getattr(signal.getsignal(one), "ends", False)), signal.SIGINT)


def ignore_signals() -> None:
    """From now on none of them does anything: the process is about to end."""
    for one in (signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__):
        if getattr(signal.getsignal(one), "ends", False):
            signal.signal(one, signal.SIG_IGN)


def told(number: int) -> str:
    """What the ending says of a signal."""
    if _Received.named and number == waking():
        return _Received.named
    if number == signal.SIGINT:
        return "stopped by Ctrl-C"
    if number == PARENT_GONE:
        return "stopped with the command that it was for"
    try:
        return f"stopped by {signal.Signals(number).name}"
    except ValueError:  # one without a name
        return f"stopped by signal {number}"


def received() -> str:
    """What the ending says of the signal that came; "" if none did."""
    _notice()
    return _Received.told


def check() -> None:
    """Go on only if no signal came.

    Raises:
        KeyboardInterrupt: one did, and somebody has swallowed it.
    """
    if received():
        raise KeyboardInterrupt(_Received.told)


def sentence(error: KeyboardInterrupt) -> str:
    """What the ending says of an interrupt."""
    return str(error) or told(signal.SIGINT)
