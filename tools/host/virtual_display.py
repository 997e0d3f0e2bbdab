"""Virtual display: an X server of its own with a window manager.

The server is Xvfb, on a number that it picks itself; the window manager is openbox. Both are ended on every
way out and, after a kill -9, by the next run (`tools.host.owned.sweep`).
"""

from __future__ import annotations

import os
import select
import shutil
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.owned.belongings import display_note, noted, temporary_folder
from tools.host.owned.sweep import delete_sockets
from tools.host.processes import Program

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SIZE = Size(1280, 800)
_NEEDED = {"PATH", "HOME", "USER", "LANG", "LANGUAGE", "TMPDIR", "LD_LIBRARY_PATH"}
_NEEDED_KINDS = ("LC_", "XDG_", "FONTCONFIG_")
"""What its programs get of the environment: nothing that may hold a key or a secret."""
_READY_SECONDS = 20.0
"""That an X server or a window manager may take to come up."""


@contextmanager
def virtual_display(size: Size = _SIZE) -> Iterator[str]:
    """The name of a `served_display`, such as ":7".

    Raises:
        EnvironmentFault: as that.
    """
    with served_display(size) as (name, _):
        yield name


@contextmanager
def served_display(size: Size) -> Iterator[tuple[str, tuple[Program, Program]]]:
    """A display that nobody else uses, with a window manager on it.

    Args:
        size: in pixels; colours have 24 bits, text 96 dots an inch.

    Yields:
        Its name, such as ":7", and what serves it: the X server and the window manager.

    Raises:
        EnvironmentFault: a program that it takes is missing or does not start.
    """
    missing = [
        name for name, program in (("xvfb", "Xvfb"), ("openbox", "openbox")) if not shutil.which(program)
    ]
    if missing:
        raise EnvironmentFault(
            f"a virtual display needs {' and '.join(missing)}: apt-get install {' '.join(missing)}"
        )
    with (
        temporary_folder("display") as folder,
        _x_server(size, folder) as (display, server),
        _window_manager(display, folder) as manager,
    ):
        yield display, (server, manager)


@contextmanager
def _x_server(size: Size, folder: Path) -> Iterator[tuple[str, Program]]:
    """An Xvfb; it writes its number to a pipe once it accepts connections."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size.width}x{size.height}x24"]
    options = ["-dpi", "96", "-nolisten", "tcp", "-noreset"]
    with os.fdopen(reading) as number:
        try:
            server = Program(
                command + options,
                output=folder / "xvfb.log",
                env=_clean(os.environ),
                dies_with_us=True,
                pass_fds=(writing,),
            )
        finally:
            os.close(writing)
        name = ""
        try:
            with server:
                ready = select.select([number], [], [], _READY_SECONDS)[0]
                name = number.readline().strip() if ready else ""
                if not name:
                    server.check(
                        _READY_SECONDS if ready else 0.0
                    )  # it lets go of the pipe just before its end
                    raise EnvironmentFault(f"Xvfb did not start:\n{server.tail()}")
                with noted(display_note(name)):
                    yield f":{name}", server
        finally:
            if name:
                delete_sockets([int(name)])  # one that was killed leaves it


@contextmanager
def _window_manager(display: str, folder: Path) -> Iterator[Program]:
    from tools.x11.root import Root  # noqa: PLC0415  (X11 only)

    with (
        as_file(files("tools.host") / "openbox.xml") as config,
        Program(
            ["openbox", "--sm-disable", "--config-file", str(config)],
            output=folder / "openbox.log",
            env=_clean(os.environ) | {"DISPLAY": display},
            dies_with_us=True,
        ) as openbox,
    ):
        try:
            with Root(display) as root:
                root.await_window_manager(_READY_SECONDS)
        except EnvironmentFault as error:
            raise EnvironmentFault(f"openbox did not start: {error}\n{openbox.tail()}") from error
        yield openbox


def _clean(environ: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value for name, value in environ.items() if name in _NEEDED or name.startswith(_NEEDED_KINDS)
    }
