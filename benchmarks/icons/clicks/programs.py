"""Programs of the benchmark, and the icons that were marked in their windows (`programs.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
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
_PLACES, _LEVELS = 16, 4
"""Places across and down that a hash compares, and levels by which the next is lighter."""
_ASTRAY = 6
"""Bits of a hash that differ, at most, and no more than half of those that are set.

Of two icons of one program 7 differ at least; of one whose levels were changed by 2 at random, or by a tenth,
6 at most."""


@dataclass(frozen=True, slots=True)
class MarkedIcon:
    """An icon whose place a person has marked."""

    said: str
    """As a person would say it."""
    box: Box
    """All of its button, in frame pixels."""
    looks: str
    """The difference hash of what the box showed then."""

    def is_on(self, frame: Frame) -> bool:
        """Whether a frame shows it there as it was, whatever levels of its colours differ by."""
        marked = int(self.looks, 16)
        return (int(looks(frame, self.box), 16) ^ marked).bit_count() <= min(_ASTRAY, marked.bit_count() // 2)


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
    """A difference hash (dHash) of what a box shows, 256 bits in hexadecimal.

    A bit tells whether it grows lighter from one of 17 by 16 places to the next on the right.
    """
    places = cv2.resize(frame.gray[box.slices], (_PLACES + 1, _PLACES), interpolation=cv2.INTER_AREA)
    return np.packbits(np.diff(places.astype(np.int16), axis=1) > _LEVELS).tobytes().hex()


def _program(name: str, keys: Mapping[str, Any]) -> Program:
    icons = [
        MarkedIcon(said, Box(*place[:4]), str(place[4]) if place[4:] else "")
        for said, place in keys["icons"].items()
    ]
    command = (*_IN_WORKDIR, "sh", "-c", keys["run"])
    return Program(name, keys["needs"], command, keys["shows"], tuple(icons))
