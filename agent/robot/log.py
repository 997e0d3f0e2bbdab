"""Robot's output: where runs are recorded, and pictures in its log."""

from __future__ import annotations

from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable


def output_folder() -> Path:
    """A folder for what is done from now on: `${OUTPUT DIR}/deskhand/001`."""
    base = _output() / "deskhand"
    for number in count(1):
        folder = base / f"{number:03}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise AssertionError("count() never ends")


def running_name() -> str:
    """The name of the test that is running, or of the suite where none is."""
    built_in: Any = import_module("robot.libraries.BuiltIn").BuiltIn()
    return str(built_in.get_variable_value("${TEST NAME}") or built_in.get_variable_value("${SUITE NAME}"))


def picture(draws: Callable[[Path], Path]) -> str:
    """Show a picture in the log; its path.

    Args:
        draws: writes it to a path.
    """
    path = draws(output_folder().with_suffix(".png"))
    shown = quote(path.relative_to(_output()).as_posix())
    robot: Any = import_module("robot.api")
    robot.logger.write(f'<a href="{shown}"><img src="{shown}" width="800"></a>', html=True)
    return str(path)


def _output() -> Path:
    built_in: Any = import_module("robot.libraries.BuiltIn").BuiltIn()
    return Path(built_in.get_variable_value("${OUTPUT DIR}"))
