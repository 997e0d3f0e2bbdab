"""Checkout of ComponentBench: whether it is one, and whether its site is built of what stands there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.bench.componentbench.tasks import FOLDER
from agent.bench.pages.files import digest_of_files
from agent.bench.results.lines import digest_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPOSITORY = "https://github.com/TianchenGuan/ComponentBench"
SITE = "site"
_BUILT = f"{SITE}/.next/BUILD_ID"
_HOW = "build it as its README.md says (Quick Start, Site)"
_MADE = ("src/generated",)
"""What a build makes there itself, with the time in it."""
_FOLDERS = ("app", "src")
_FILES = ("middleware.ts", "next.config.js", "package.json", "tailwind.config.ts")
_LOCK = f"{SITE}/package-lock.json"


def check_checkout(data: Path | None) -> Path:
    """The checkout that `--data` names.

    Raises:
        BadInput: it names none, or something else.
    """
    if data is None:
        raise BadInput(f"bench componentbench: name a checkout of {REPOSITORY} with --data DIR")
    if (data / "tasks" / "v2").is_dir():
        raise BadInput(f"--data {data}: is the data set alone; its site is needed too: clone {REPOSITORY}")
    for part in (FOLDER, f"{SITE}/package.json"):
        if not (data / part).exists():
            raise BadInput(f"--data {data}: is no checkout of {REPOSITORY}: it has no {part}")
    return data


def check_built(checkout: Path) -> None:
    """Make sure that the site was built, of the files that are there now.

    Raises:
        BadInput: it was not.
    """
    built = checkout / _BUILT
    if not built.exists():
        raise BadInput(f"--data {checkout}: its site is not built ({_BUILT} is missing); {_HOW}")
    when = built.stat().st_mtime
    for path in _sources(checkout):
        if path.stat().st_mtime > when:
            changed = path.relative_to(checkout).as_posix()
            raise BadInput(f"--data {checkout}: {changed} is newer than the built site; {_HOW} once more")


def checkout_digest(checkout: Path) -> str:
    """SHA-256 of the tasks and of all that the site is built of: its own files, and the packages it installs.

    Raises:
        BadInput: which packages those are can't be read.
    """
    files = digest_of_files(checkout, [*(checkout / FOLDER).glob("*.yaml"), *_sources(checkout)])
    return digest_of(f"{files}\n{json.dumps(_packages(checkout), sort_keys=True)}".encode())


def _packages(checkout: Path) -> dict[str, tuple[str | None, str | None]]:
    """Where each package is -> its version and checksum.

    An installation writes all else of the file anew, and leaves out what it needs not.
    """
    lock = checkout / _LOCK
    try:
        listed = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        return {
            where: (one.get("version"), one.get("integrity"))
            for where, one in listed.items()
            if not one.get("optional")
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{lock}: can't be read: {error!r}") from None


def _sources(checkout: Path) -> Iterator[Path]:
    site = checkout / SITE
    yield from (site / name for name in _FILES if (site / name).exists())
    made = tuple(site / folder for folder in _MADE)
    for folder in _FOLDERS:
        for path in (site / folder).rglob("*"):
            if path.is_file() and not any(path.is_relative_to(one) for one in made):
                yield path
