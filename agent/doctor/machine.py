"""Findings about the machine apart from its screen: Python, Tk, fonts, GPU, disk, extras."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import sys
import tempfile
from typing import TYPE_CHECKING

from agent.doctor.finding import Finding
from agent.errors import install
from agent.profiles.hardware import ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OLDEST = (3, 11)
_LEAST_FREE = 500_000_000
"""Bytes; a recording takes a few megabytes."""
_DISTRIBUTION = "deskhand"
_REQUIREMENT = re.compile(r"""^([A-Za-z0-9._-]+).*\bextra == ["']([^"']+)["']""")


def python() -> Finding:
    """The interpreter's version."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= _OLDEST:
        return Finding(name="Python", state="ok", what=f"{version} at {sys.executable}")
    mend = "install Python 3.11 or later"
    return Finding(name="Python", state="missing", what=f"{version} is too old", mend=mend)


def tk() -> Finding:
    """tkinter, which the sample form is made with."""
    try:
        import tkinter as tk_toolkit  # noqa: ICN001, PLC0415  (may be missing; `tk` is this function)
    except ImportError as error:
        what = f"tkinter can't be loaded, so the sample form can't: {error}"
        return Finding(name="Tk", state="warning", what=what, mend="apt-get install python3-tk")
    return Finding(name="Tk", state="ok", what=f"Tk {tk_toolkit.TkVersion}")


def fonts(env: Mapping[str, str]) -> Finding:
    """Scalable fonts, without which programs show bitmaps that are hard to read."""
    if not sys.platform.startswith("linux"):
        return Finding(name="fonts", state="ok", what="the system's own")
    mend = "apt-get install fonts-dejavu-core fontconfig"
    listed = ask(env, "fc-list", ":scalable=true", "family")
    if listed is None:
        return Finding(name="fonts", state="warning", what="fc-list can't be asked for them", mend=mend)
    families = {line for line in listed.splitlines() if line}
    if not families:
        return Finding(name="fonts", state="warning", what="no scalable font is installed", mend=mend)
    return Finding(name="fonts", state="ok", what=f"{len(families)} scalable families")


def gpu(env: Mapping[str, str]) -> Finding:
    """An NVIDIA GPU and torch. The embedded model needs neither."""
    cards = [line.strip() for line in (ask(env, "nvidia-smi", "-L") or "").splitlines() if line.strip()]
    torch = _version("torch")
    with_torch = f"torch {torch}" if torch else "torch is not installed"
    if not cards:
        what = f"no NVIDIA GPU answers ({with_torch}); the embedded model `reader` needs none"
        mend = "for a large model on this machine install the NVIDIA driver"
        return Finding(name="GPU", state="warning", what=what, mend=mend)
    return Finding(name="GPU", state="ok", what=f"{'; '.join(cards)}; {with_torch}")


def disk(folder: Path) -> Finding:
    """Whether recordings can be written, and their disk has room."""
    there = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"deskhand")
        free = shutil.disk_usage(there).free
    except OSError as error:
        what = f"{there} can't be written: {error.strerror}"
        mend = "go to a folder that can be written, or choose one with --record"
        return Finding(name="recordings", state="missing", what=what, mend=mend)
    what = f"{there} can be written, {free / 1e9:.1f} GB free"
    if free < _LEAST_FREE:
        return Finding(name="recordings", state="warning", what=what, mend="make room on this disk")
    return Finding(name="recordings", state="ok", what=what)


def extras() -> Iterator[Finding]:
    """The optional parts that this version offers, from its own metadata."""
    try:
        requirements = importlib.metadata.requires(_DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        mend = install(".")
        yield Finding(
            name="extras", state="warning", what="deskhand is not installed as a package", mend=mend
        )
        return
    wanted: dict[str, list[str]] = {}
    for requirement in requirements:
        if found := _REQUIREMENT.match(requirement):
            wanted.setdefault(found[2], []).append(found[1])
    for name, packages in sorted(wanted.items()):
        absent = [package for package in packages if _version(package) is None]
        state, what = (
            ("warning", f"not there: {', '.join(absent)}") if absent else ("ok", ", ".join(packages))
        )
        mend = install(f"{_DISTRIBUTION}[{name}]") if absent else ""
        yield Finding.model_validate({"name": f"extra {name}", "state": state, "what": what, "mend": mend})


def _version(package: str) -> str | None:
    """A package's version, without importing it."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
