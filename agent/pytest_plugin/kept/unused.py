"""Unused recordings: those beside task files that no task has any more."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from agent.pytest_plugin.options import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_COLLECTED = pytest.StashKey[dict["Path", frozenset[str]]]()
_KEPT = re.compile(r"(\.old)?\.\d+\Z")
"""Behind a recording's name: one that gave way to it, or one that did not pass and lies beside it."""


def remember(config: pytest.Config, file: Path, recordings: frozenset[str]) -> None:
    """Remember what the recordings of a file's runs are called."""
    config.stash.setdefault(_COLLECTED, {})[file] = recordings


def unused(config: pytest.Config) -> list[str]:
    """The recordings that no run has of those files that were collected."""
    files = config.stash.get(_COLLECTED, {})
    return sorted({str(path) for path in _unused(files, settings_of(config).recordings)})


def _unused(files: Mapping[Path, frozenset[str]], recordings: str) -> Iterator[Path]:
    for folder in {(file.parent / recordings).resolve() for file in files}:
        wanted = frozenset(
            name
            for file, names in files.items()
            if (file.parent / recordings).resolve() == folder
            for name in names
        )
        for session in folder.glob("*/session.jsonl"):
            if _KEPT.sub("", session.parent.name) in wanted:
                continue
            if (task := _task_of(session)) is None or task in {file.resolve() for file in files}:
                yield session.parent


def _task_of(session: Path) -> Path | None:
    """The task file of a recording, as its first line has it; None: it is nowhere to be seen."""
    try:
        with session.open(encoding="utf-8") as file:
            source = json.loads(file.readline())["task"]["source"]
        around = (folder / source for folder in session.parents)
        return next((path.resolve() for path in around if path.is_file()), None)
    except (OSError, ValueError, LookupError, TypeError):
        return None
