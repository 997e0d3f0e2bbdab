"""The `window` check: a window is known by a part of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.checks.window import check_window
from agent.task.checks import WindowCheck
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "titles", "passed"),
    [
        ("note.txt", ("*note.txt - Mousepad",), True),
        ("Mousepad", ("Files", "note.txt - Mousepad"), True),
        ("mousepad", ("note.txt - Mousepad",), False),
        ("note.txt", (), False),
    ],
)
def test_a_part_of_a_title_will_do(
    tmp_path: Path, title: str, titles: tuple[str, ...], *, passed: bool
) -> None:
    assert check_window(WindowCheck(title=title), context(tmp_path, titles=lambda: titles)).passed is passed


@pytest.mark.parametrize(("titles", "actual"), [((), "no windows"), (("Été", "a\tb"), r'"Été", "a\tb"')])
def test_what_is_there_is_told(tmp_path: Path, titles: tuple[str, ...], actual: str) -> None:
    found = check_window(WindowCheck(title='"x"'), context(tmp_path, titles=lambda: titles))
    assert found.expected == r'a window whose title contains "\"x\""'
    assert found.actual == actual
