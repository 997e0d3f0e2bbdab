"""Tasks of MiniWoB++: the pages of the package `miniwob`, which is read as files and never imported."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from agent.bench.pages.files import digest_of_files
from agent.errors import BadInput
from agent.extras import check_extra
from tools.geometry import Size

List = Literal["environment", "flight", "page only"]
_PAGES, _FLIGHTS = "miniwob", "flight"
_WITHOUT_ENVIRONMENT = frozenset(
    {
        "button-delay",
        "chase-circle",
        "hover-shape",
        "moving-items",
        "simon-says",
        "flight.Alaska-auto-medium",
    }
)
"""Pages for which the package registers no environment (`miniwob/registration.py`, 1.1.0)."""
_SMALL, _LARGE = Size(500, 320), Size(600, 800)
"""The official windows, in CSS pixels (`miniwob/constants.py`)."""
_AREA, _LARGE_AREA = Size(160, 210), Size(375, 667)
"""What of them the official screenshots show: the task, and nothing of its reward."""


@dataclass(frozen=True, slots=True)
class WobTask:
    """One task: a page that makes a problem of a seed."""

    name: str
    page: Path
    """Its file."""

    @property
    def is_flight(self) -> bool:
        """Whether it is one of FlightWoB, whose pages are larger."""
        return self.name.startswith(f"{_FLIGHTS}.")

    @property
    def list(self) -> List:
        """Where it is listed."""
        if self.name in _WITHOUT_ENVIRONMENT:
            return "page only"
        return "flight" if self.is_flight else "environment"

    @property
    def window(self) -> Size:
        """The window, in CSS pixels."""
        return _LARGE if self.is_flight else _SMALL

    @property
    def area(self) -> Size:
        """What of the window is the task, from its upper left, in CSS pixels."""
        return _LARGE_AREA if self.is_flight else _AREA


def folder() -> Path:
    """The folder of the pages.

    Raises:
        BadInput: the package is missing, with the command that installs it; or it has no pages.
    """
    check_extra("miniwob")
    spec = find_spec("miniwob")
    for place in (spec.submodule_search_locations if spec else None) or ():
        if (Path(place) / "html" / _PAGES).is_dir():
            return Path(place) / "html"
    raise BadInput("bench miniwob: the package `miniwob` that is installed has no pages")


def tasks(pages: Path) -> tuple[WobTask, ...]:
    """All tasks of a folder of pages, by name, those of FlightWoB last."""
    small = [WobTask(page.stem, page) for page in sorted((pages / _PAGES).glob("*.html"))]
    large = [
        WobTask(f"{_FLIGHTS}.{page.parent.name}", page)
        for page in sorted((pages / _FLIGHTS).glob("*/wrapper.html"))
    ]
    return (*small, *large)


def digest(pages: Path) -> str:
    """SHA-256 of all files of a folder of pages, and their names."""
    return digest_of_files(pages, (one for one in pages.rglob("*") if one.is_file()))
