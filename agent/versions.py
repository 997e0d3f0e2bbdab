"""Versions of deskhand, Python, the platform and packages: what a result may hang on."""

from __future__ import annotations

import platform
from contextlib import suppress
from importlib import metadata
from typing import TYPE_CHECKING

from agent import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable


def versions(packages: Iterable[str]) -> dict[str, str]:
    """Name -> version; packages that are not installed are left out."""
    found = {
        "deskhand": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    for name in packages:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found
