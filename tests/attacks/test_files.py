"""Pipes, endless devices and deeply nested files in the place of what a task or a command line names."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput, in_words
from agent.models import load_model
from agent.profiles import find_profile
from agent.task import load_task
from tools.relocate.picture import open_picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def folder(path: Path) -> None:
    path.mkdir()


def click(path: Path) -> None:
    """A step that clicks a picture."""
    task = path.with_name("task.yaml")
    task.write_text(f"instruction: Click it.\nsteps:\n  - Click image {json.dumps(path.name)}\n")
    load_model("reader").check(load_task(task).runs({})[0].resolve(path.parent))


def checkpoint(path: Path) -> None:
    inside = path.with_name("checkpoint")
    inside.mkdir()
    path.rename(inside / "config.json")
    load_model(str(inside))


NAMED: dict[str, Callable[[Path], object]] = {
    "a script": lambda path: load_model(f"scripted:{path}"),
    "a profile": lambda path: find_profile(str(path.rename(path.with_suffix(".toml")))),
    "a model's profile": lambda path: load_model(str(path.rename(path.with_suffix(".toml")))),
    "a checkpoint's configuration": checkpoint,
    "a picture to click": click,
}


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("made", [pipe, endless, huge, nested, folder])
def test_what_can_not_be_read_is_refused_at_once(
    named: str, made: Callable[[Path], None], tmp_path: Path
) -> None:
    made(tmp_path / "x")
    with pytest.raises(BadInput):
        NAMED[named](tmp_path / "x")


@pytest.mark.parametrize("made", [pipe, endless, huge])
def test_a_picture_that_is_no_file_is_refused_at_once(made: Callable[[Path], None], tmp_path: Path) -> None:
    made(tmp_path / "x")
    with pytest.raises(OSError, match=r"not a plain file|larger than"):
        open_picture(tmp_path / "x")


def test_a_name_of_a_model_without_end_is_told_briefly() -> None:
    with pytest.raises(BadInput) as told:
        load_model("x" * 100_000)
    assert len(in_words(told.value)) < 5000
