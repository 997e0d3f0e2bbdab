"""Source: the icon sets in a folder of npm packages, as SVG with a name."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.icons.splits import LICENSES

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = Path(__file__).with_name("package.json")
"""Names the packages and their versions."""
_INK = "#000"
"""Colour of what a set leaves to the program that shows it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An icon of a set."""

    pack: str
    name: str
    svg: str


def install(cache: Path) -> Path:
    """Have the packages in a folder; where they are in it. None of their programs is run."""
    cache.mkdir(parents=True, exist_ok=True)
    shutil.copy(_PACKAGES, cache)
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
    subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)
    return cache / "node_modules" / "@iconify-json"


def drawings_in(packs: Path) -> Iterator[Drawing]:
    """All icons of all sets, by set and name.

    Raises:
        ValueError: a set is under a licence that is not one of `LICENSES`.
    """
    for folder in sorted(packs.iterdir()):
        license_ = json.loads((folder / "info.json").read_text(encoding="utf-8"))["license"]["spdx"]
        if license_ not in LICENSES:
            raise ValueError(f"{folder.name} is under {license_}: not one of {', '.join(LICENSES)}")
        told = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
        for name, icon in sorted(told["icons"].items()):
            yield Drawing(folder.name, name, _svg(told, icon))


def _svg(told: dict[str, Any], icon: dict[str, Any]) -> str:
    left, top, width, height = (
        icon.get(key, told.get(key, usual)) for key, usual in zip(_SIDES, (0, 0, 16, 16), strict=True)
    )
    body = icon["body"].replace("currentColor", _INK)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top} {width} {height}" width="{width}" height="{height}">{body}</svg>'
    )


_SIDES = ("left", "top", "width", "height")
