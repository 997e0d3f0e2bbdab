"""Standard streams: what is said on output and error, and what a person answers. Light."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from agent.printing.escapes import as_json, disobeyed, encoded, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO


def write(text: str) -> None:
    """Lines on standard output.

    Raises:
        OSError: it takes nothing: nobody reads it, or its disk is full.
    """
    with _naming():
        _write(sys.stdout, text)


def write_json(value: object) -> None:
    """One JSON object in a line on standard output. Raises OSError as `write`."""
    _Answer.given = True
    with _naming():
        sys.stdout.write(as_json(value, _encoding(sys.stdout)) + "\n")


class _Answer:
    """The JSON object of this command."""

    given = False


def has_answered() -> bool:
    """Whether a JSON object was written since `open_closed`: another one would spoil it."""
    return _Answer.given


def flush() -> None:
    """Have written what was said on standard output. Raises OSError as `write`."""
    with _naming():
        sys.stdout.flush()


@contextmanager
def _naming() -> Iterator[None]:
    """A context whose errors say what can't be written; that nobody reads it is as ever."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, f"standard output can't be written: {error.strerror}") from error


def tell(text: str) -> None:
    """Lines on standard error; where that takes nothing, there is nobody to be told."""
    with suppress(OSError):
        _write(sys.stderr, text)
        sys.stderr.flush()


def ask(question: str) -> bool:
    """A person's yes or no; no answer (no terminal, the end of the input) is a no."""
    tell(f"{question} [y/N] ")
    return sys.stdin is not None and sys.stdin.readline().strip().lower() in {"y", "yes"}


def can_ask() -> bool:
    """Whether a person sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def is_terminal(*, stderr: bool) -> bool:
    """Whether standard error, or else standard output, is one."""
    return (sys.stderr if stderr else sys.stdout).isatty()


class StandardError:
    """Standard error as a file that takes everything, whether anybody reads it or not."""

    @property
    def encoding(self) -> str:
        """Of the stream."""
        return _encoding(sys.stderr)

    def write(self, text: str) -> int:
        """Write, if it can be."""
        with suppress(OSError):
            sys.stderr.write(disobeyed(text))
        return len(text)

    def flush(self) -> None:
        """Flush, if it can be."""
        with suppress(OSError):
            sys.stderr.flush()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return sys.stderr.isatty()

    def fileno(self) -> int:
        """The descriptor. Raises OSError."""
        return sys.stderr.fileno()


@contextmanager
def libraries_hushed() -> Iterator[None]:
    """A context in which what a library of C writes to standard error goes nowhere."""
    try:
        kept = os.dup(2)
    except OSError:  # it is closed: there is nobody to be spared
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def open_closed() -> None:
    """Begin a command. A process whose shell closed standard output or error (`>&-`) gets one to nowhere."""
    _Answer.given = False
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (until the end)


def give_up_output() -> None:
    """What is left to be written goes nowhere, or Python complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_names: set[str] = set()


def are_names(names: Iterable[str]) -> None:
    """Say that these are names: a line break in one is shown, and ends no line of what is said."""
    for name in names:
        if "\n" in name:
            _names.update(part for part in (name, Path(name).name, Path(name).stem) if "\n" in part)


def _write(stream: TextIO, text: str) -> None:
    for name in sorted(_names, key=len, reverse=True):
        text = text.replace(name, visible(name))
    stream.write(encoded(disobeyed(visible(text, keep="\n")), _encoding(stream)))


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"
