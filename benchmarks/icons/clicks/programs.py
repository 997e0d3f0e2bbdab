"""Programs of the benchmark, and the icons that were marked in their windows (`programs.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.observation import Frame

FILE = Path(__file__).with_name("programs.yaml")
_IN_WORKDIR = (
    "env",
    "--chdir=${workdir}",
    "LC_ALL=C.UTF-8",
    "LANGUAGE=",
    "HOME=${workdir}",
    "XDG_CONFIG_HOME=${workdir}/.config",
    "XDG_DATA_HOME=${workdir}/.local/share",
    "XDG_CACHE_HOME=${workdir}/.cache",
    "DBUS_SESSION_BUS_ADDRESS=disabled:",
    "GSETTINGS_BACKEND=keyfile",
)
"""A home of its own: the program is as newly installed, whoever starts it."""


@dataclass(frozen=True, slots=True)
class MarkedIcon:
    """An icon whose place a person has marked."""

    said: str
    """As a person would say it."""
    box: Box
    """All of its button, in frame pixels."""
    looks: str
    """The digest of what the box showed then."""

    def is_on(self, frame: Frame) -> bool:
        """Whether a frame shows it there as it was."""
        return looks(frame, self.box) == self.looks


@dataclass(frozen=True, slots=True)
class Program:
    """A program, how it is started, and its icons."""

    name: str
    needs: str
    """What has to be on the path."""
    command: tuple[str, ...]
    shows: str
    """What is on the screen once it has started."""
    icons: tuple[MarkedIcon, ...]


def programs(file: Path = FILE) -> dict[str, Program]:
    """All programs by their names."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {name: _program(name, keys) for name, keys in told.items()}


def looks(frame: Frame, box: Box) -> str:
    """A digest of what a box shows."""
    return blake2b(np.ascontiguousarray(frame.crop(box)).tobytes(), digest_size=4).hexdigest()


def _program(name: str, keys: Mapping[str, Any]) -> Program:
    icons = [
        MarkedIcon(said, Box(*place[:4]), str(place[4]) if place[4:] else "")
        for said, place in keys["icons"].items()
    ]
    command = (*_IN_WORKDIR, "sh", "-c", keys["run"])
    return Program(name, keys["needs"], command, keys["shows"], tuple(icons))
