"""Console: coloured lines and tables on standard output and error; foreign text in them is not obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.console import Console
from rich.segment import Segment

from agent.printing.escapes import encoded, visible
from agent.printing.streams import StandardError, is_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from rich.console import ConsoleOptions, RenderableType

_UNFOLDED = 1_000_000
"""Columns of an output that is no terminal: a file or a CI server's log, where nothing is folded or cut."""


def stderr_console() -> Console:
    """Standard error, in colour where it can be; whole lines where it is no terminal."""
    return _Escaping(cast("IO[str]", StandardError()), None if is_terminal(stderr=True) else _UNFOLDED)


def stdout_console(*, folded: bool = False) -> Console:
    """Standard output, likewise; with `folded` a table is made to fit wherever it goes."""
    return _Escaping(None, None if folded or is_terminal(stderr=False) else _UNFOLDED)


class _Escaping(Console):
    def __init__(self, file: IO[str] | None, width: int | None) -> None:
        super().__init__(file=file, width=width, highlight=False, markup=False, emoji=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """As rich does, with every text made visible; no line ends with blanks where it is no terminal's."""
        parts = (self._shown(part) for part in super().render(renderable, options))
        yield from parts if self.is_terminal else _without_ends(parts)

    def _shown(self, part: Segment) -> Segment:
        if part.control:
            return part
        return Segment(encoded(visible(part.text, keep="\n"), self.encoding), part.style)


def _without_ends(parts: Iterable[Segment]) -> Iterator[Segment]:
    """The parts without the blanks that fill up columns at the ends of lines."""
    blanks: list[Segment] = []
    for part in parts:
        for text in part.text.splitlines(keepends=True):
            if written := text.rstrip(" \n"):
                yield from blanks
                yield part._replace(text=written)
                blanks = []
            if text.endswith("\n"):
                yield part._replace(text="\n")
                blanks = []
            else:
                blanks.append(part._replace(text=text[len(written) :]))
    yield from blanks
